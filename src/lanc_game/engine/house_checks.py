"""What orders about wings, patrons, congresses, promises, mandates and rumours must have to be given."""

from collections.abc import Sequence

from lanc_game.engine.checks import Refusal, on_offer
from lanc_game.engine.names import NEVER, Relation
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY

FULL = 100


def check_court(view: View, args: Sequence[int]) -> Refusal | None:
    """A wing can be courted while it is somebody's in the war, and that somebody is not shooting at us."""
    side = view.wing_side[args[0]]
    if side == NOBODY:
        return Refusal("wing_gone_home", about=args[0])
    if side == view.faction:
        return Refusal("wing_content", about=args[0]) if view.content(args[0]) else None
    if not view.plays(side):
        return Refusal("not_in_the_war", about=side)
    return Refusal("wing_of_enemy", about=side) if view.relation[side] == Relation.WAR else None


def check_purge(view: View, args: Sequence[int]) -> Refusal | None:
    """Only one's own, and never the last."""
    if view.wing_side[args[0]] != view.faction:
        return Refusal("not_your_wing", about=args[0])
    return Refusal("last_wing", about=args[0]) if view.wing_side.count(view.faction) == 1 else None


def check_promise(view: View, args: Sequence[int]) -> Refusal | None:
    """One's own to give, in its time, to a wing of one's own that it is meant for, once."""
    promise = view.world.promises[args[0]]
    if promise.faction != view.faction or args[1] not in promise.wings:
        return Refusal("no_such_promise", about=args[1])
    if view.wing_side[args[1]] != view.faction:
        return Refusal("not_your_wing", about=args[1])
    given = any((vow.promise, vow.wing) == (args[0], args[1]) for vow in view.vows)
    if given:
        return Refusal("promised_already", about=args[0])
    return None if view.promisable[args[0]] else Refusal("promise_not_ready", about=args[0])


def check_congress(view: View, args: Sequence[int]) -> Refusal | None:
    """One's own to call, when its time has come, once, with all seats given."""
    congress = view.world.congresses[args[0]]
    if congress.host != view.faction:
        return Refusal("congress_not_yours", about=args[0])
    if view.held[args[0]] != NEVER:
        return Refusal("congress_held", about=args[0])
    if not view.callable[args[0]]:
        return Refusal("congress_not_ready", about=args[0])
    given = sum(args[1:])
    return None if given == congress.seats else Refusal("seats_wrong", given, congress.seats, args[0])


def check_appeal(view: View, args: Sequence[int]) -> Refusal | None:
    """A patron must have dealings with us, and a way to send something."""
    if args[0] not in view.regard:
        return Refusal("no_dealings", about=args[0])
    if not view.access[args[0]]:
        return Refusal("no_access", about=args[0])
    need, have = view.world.rules.appeal_least, view.regard[args[0]]
    return None if have >= need else Refusal("regard_too_low", have, need, args[0])


def check_reply(view: View, args: Sequence[int]) -> Refusal | None:
    """The demand must lie on our desk, and the option be one of its own."""
    if not on_offer(view, *args):
        return Refusal("no_such_choice")
    return None if view.world.events[args[0]].patron >= 0 else Refusal("not_a_demand", about=args[0])


def check_pledge(view: View, args: Sequence[int]) -> Refusal | None:
    """The mandate must be on offer to us."""
    mine = [task for task in view.tasks if task.mandate == args[0]]
    if not mine:
        return Refusal("no_such_mandate", about=args[0])
    return Refusal("pledged_already", about=args[0]) if mine[0].pledged else None


def check_verify(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be such a rumour, and still in doubt."""
    if not 1 <= args[0] <= len(view.rumours):
        return Refusal("no_such_rumour", len(view.rumours))
    return Refusal("verified_already") if view.rumours[args[0] - 1].verified else None
