"""Pacts: the part of Words that is about treaties, and the strain that a month puts on those in force."""

from lanc_game.engine import facts
from lanc_game.engine.effects import set_relation
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import Cause, Figure, Level, Manner, Relation, Status, Verb
from lanc_game.engine.orders import wish_of
from lanc_game.engine.state import Letter, Treaty

NOWHERE = -1
RUPTURE = 100
DEED = 60  # heat that shows a deed of this month
HALF_AGAIN = 1500
FULL = 1000
IN_PLAY = (Status.ACTIVE, Status.UNDERGROUND)


def words(month: Month) -> None:
    """Answer what was proposed, end what is denounced, deliver this month's letters."""
    _accept(month)
    _refuse(month)
    _denounce(month)
    _deliver(month)


def _take_letter(month: Month, sender: int, receiver: int, instrument: int) -> Letter | None:
    letters = month.state.letters
    for index, letter in enumerate(letters):
        if (letter.sender, letter.receiver, letter.instrument) == (sender, receiver, instrument):
            return letters.pop(index)
    return None


def _accept(month: Month) -> None:
    """Sign what is accepted; where two have accepted each other's letter, the first by id counts and the other is void."""
    state, world = month.state, month.world
    for faction, order in month.of(Verb.ACCEPT):
        instrument, partner, *codes = order.args
        letter = _take_letter(month, partner, faction, instrument)
        signed = any(t.instrument == instrument and {t.a, t.b} == {faction, partner} for t in state.treaties)
        if letter is None or signed:
            continue
        values = tuple(wish_of(code)[0] for code in codes)
        a, b = min(faction, partner), max(faction, partner)
        state.treaties.append(Treaty(instrument, a, b, values, state.turn))
        state.strain[state.pair(a, b)] = 0
        level = world.instruments[instrument].level
        set_relation(month, a, b, Relation.ALLIED if level is Level.PACT else Relation.TRUCE)
        month.tell(facts.TreatySigned(faction, partner, NOWHERE, instrument, values))


def _refuse(month: Month) -> None:
    for verb in (Verb.REFUSE, Verb.COUNTER):
        for faction, order in month.of(verb):
            if _take_letter(month, order.args[1], faction, order.args[0]) is not None:
                month.tell(facts.LetterRefused(faction, order.args[1], NOWHERE, order.args[0]))


def _denounce(month: Month) -> None:
    """End treaties in the manner chosen. The breaker's stigma follows him; an ambush strikes this very month."""
    state, rules = month.state, month.rules
    price = {
        Manner.OPENLY: rules.stigma_openly,
        Manner.PRETEXT: rules.stigma_pretext,
        Manner.AMBUSH: rules.stigma_ambush,
    }
    for faction, order in month.of(Verb.DENOUNCE):
        instrument, partner, manner = order.args
        for treaty in state.treaties:
            if treaty.instrument == instrument and {treaty.a, treaty.b} == {faction, partner}:
                month.change(Figure.STIGMA, faction, price[Manner(manner)], Cause.BROKEN_WORD, partner)
                month.change(Figure.STANDING, faction, -(price[Manner(manner)] // 4), Cause.BROKEN_WORD, partner)
                if manner == Manner.AMBUSH:
                    month.ambushes.add((faction, partner))
                end(month, treaty, faction, partner, Manner(manner))
                break


def end(month: Month, treaty: Treaty, actor: int, other: int, manner: Manner) -> None:
    """Take a treaty out of force: rivals again, or enemies after an ambush, unless another treaty still binds them."""
    state = month.state
    state.treaties = [t for t in state.treaties if t != treaty]
    state.strain[state.pair(treaty.a, treaty.b)] = 0
    if not any({t.a, t.b} == {treaty.a, treaty.b} for t in state.treaties):
        set_relation(month, treaty.a, treaty.b, Relation.WAR if manner is Manner.AMBUSH else Relation.HOSTILE)
    month.tell(facts.TreatyEnded(actor, other, NOWHERE, treaty.instrument, manner))


def _deliver(month: Month) -> None:
    """Put this month's letters on their desks and take the old ones back."""
    state = month.state
    state.letters = [x for x in state.letters if state.turn - x.written < month.rules.letter_months]
    for verb in (Verb.PROPOSE, Verb.COUNTER):
        for faction, order in month.of(verb):
            instrument, partner, *codes = order.args
            wishes = tuple(wish_of(code) for code in codes)
            _take_letter(month, faction, partner, instrument)  # a new letter replaces the old
            state.letters.append(Letter(instrument, faction, partner, wishes, state.turn))
            month.tell(facts.LetterSent(faction, partner, NOWHERE, instrument))


# --- strain


def strain(month: Month) -> None:
    """Let the month pull at every treaty, by named causes; let what is over, or torn, end; let stigma fade."""
    state = month.state
    for treaty in list(state.treaties):
        for cause, by in _pulls(month, treaty):
            month.change(Figure.STRAIN, state.pair(treaty.a, treaty.b), by, cause)
        term = month.world.instruments[treaty.instrument].months
        gone = any(state.status[side] not in IN_PLAY for side in (treaty.a, treaty.b))
        if gone or (term and state.turn - treaty.signed >= term):
            end(month, treaty, treaty.a, treaty.b, Manner.LAPSE)
        elif state.strain[state.pair(treaty.a, treaty.b)] >= RUPTURE:
            end(month, treaty, treaty.a, treaty.b, Manner.RUPTURE)
    for faction, stigma in enumerate(state.stigma):
        if stigma:
            month.change(Figure.STIGMA, faction, -1, Cause.TIME)


def _pulls(month: Month, treaty: Treaty) -> list[tuple[Cause, int]]:
    state, world, rules = month.state, month.world, month.rules
    clauses = world.instruments[treaty.instrument].clauses
    blank = sum(value == world.clauses[clause].blank for clause, value in zip(clauses, treaty.values, strict=True))
    pulls = [(Cause.BLANK_CLAUSE, blank * rules.strain_blank)]
    pulls.append((Cause.INCIDENT, _incidents(month, treaty) * rules.strain_incident))
    men = sorted((state.men_of(treaty.a), state.men_of(treaty.b)))
    if men[1] * FULL > men[0] * HALF_AGAIN:
        pulls.append((Cause.RIVALRY, rules.strain_rivalry))
    if not _common_enemy(month, treaty):
        pulls.append((Cause.END_NEAR, rules.strain_end))
    elif _struck(month, treaty.a) and _struck(month, treaty.b):
        pulls.append((Cause.JOINT_SUCCESS, -rules.strain_joint))
    return [(cause, by) for cause, by in pulls if by]


def _incidents(month: Month, treaty: Treaty) -> int:
    """Count the regions in which one partner did a deed this month under the other's council, and the other did none."""
    state = month.state
    width = state.faction_count
    count = 0
    for region in range(state.region_count):
        for one, other in ((treaty.a, treaty.b), (treaty.b, treaty.a)):
            alone = state.heat[region * width + one] >= DEED > state.heat[region * width + other]
            count += bool(alone and state.council[region * width + other])
    return count


def _common_enemy(month: Month, treaty: Treaty) -> bool:
    return any(
        month.state.status[f] in IN_PLAY and month.foes(treaty.a, f) and month.foes(treaty.b, f)
        for f in range(month.state.faction_count)
    )


def _struck(month: Month, faction: int) -> bool:
    return any(heat >= DEED for heat in month.state.heat[faction :: month.state.faction_count])
