"""What each verb takes, word by word (``[..]`` may be left out), for reading, for help and for completion."""

from lanc_game.engine.names import Verb

TREATY_VERBS = (Verb.PROPOSE, Verb.ACCEPT, Verb.REFUSE, Verb.COUNTER, Verb.DENOUNCE)
HOUSE_VERBS = (
    Verb.COURT, Verb.PROMISE, Verb.PURGE, Verb.CONGRESS, Verb.APPEAL, Verb.REPLY, Verb.PLEDGE, Verb.VERIFY,
)  # fmt: skip
PLACELESS = (Verb.POLICY, Verb.DECIDE, Verb.CALLOFF, *TREATY_VERBS, *HOUSE_VERBS)
"""Verbs that are about no region."""

_CLAUSES = ("[clause=value|value]",) * 6

GRAMMAR: dict[Verb, tuple[str, ...]] = {
    Verb.MOVE: ("region", "region", "[unit]", "[count]"),
    Verb.ATTACK: ("region", "[faction]"),
    Verb.HOLD: ("region",),
    Verb.HIDE: ("region",),
    Verb.MUSTER: ("region",),
    Verb.DISPERSE: ("region",),
    Verb.AGITATE: ("region",),
    Verb.ORGANISE: ("region",),
    Verb.RECONCILE: ("region",),
    Verb.RECRUIT: ("region",),
    Verb.FORM: ("region",),
    Verb.MILITIA: ("region",),
    Verb.RAID: ("region",),
    Verb.SABOTAGE: ("region", "target", "[region]"),
    Verb.GARRISON: ("region", "count"),
    Verb.SWEEP: ("region",),
    Verb.OFFENSIVE: ("region", "[region]", "[region]", "[region]"),
    Verb.CALLOFF: (),
    Verb.POLICY: ("policy", "stance"),
    Verb.REPAIR: ("region", "[region]"),
    Verb.CONCEDE: ("region",),
    Verb.BRIBE: ("region",),
    Verb.LEVY: ("region",),
    Verb.WITHDRAW: ("region",),
    Verb.DECIDE: ("event", "option"),
    Verb.PROPOSE: ("instrument", "faction", *_CLAUSES, "[in=region]"),
    Verb.ACCEPT: ("instrument", "faction", *_CLAUSES),
    Verb.REFUSE: ("instrument", "faction"),
    Verb.COUNTER: ("instrument", "faction", *_CLAUSES, "[in=region]"),
    Verb.DENOUNCE: ("instrument", "faction", "manner"),
    Verb.COURT: ("wing",),
    Verb.PROMISE: ("promise", "wing"),
    Verb.PURGE: ("wing",),
    Verb.CONGRESS: ("congress", "plan or wing=seats", *("[wing=seats]",) * 5),
    Verb.APPEAL: ("patron",),
    Verb.REPLY: ("event", "option"),
    Verb.PLEDGE: ("mandate",),
    Verb.VERIFY: ("count",),
}


def usage(verb: Verb) -> str:
    """Return what a verb takes, for help: ``region [faction]``."""
    return " ".join(GRAMMAR[verb])


def example(verb: Verb) -> str:
    """Return a pattern to copy, in words."""
    return " ".join([verb.name.lower(), *(f"<{kind}>" for kind in GRAMMAR[verb] if not kind.startswith("["))])
