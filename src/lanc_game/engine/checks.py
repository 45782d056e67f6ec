"""What every deed must have to be ordered, a check a verb, and the reasons there are to refuse one."""

from collections.abc import Sequence
from typing import NamedTuple

from lanc_game.engine.formulas import commissar_limit
from lanc_game.engine.names import LinkKind, Posture, Relation, Role, Target, Verb
from lanc_game.engine.view import View
from lanc_game.engine.world import NOBODY, SLOTS

LEAST_RAIDERS = 10
LEAST_SABOTEURS = 5
LEAST_SWEEP = 50
LEAST_OFFENSIVE = 400
MOST_REGIONS = 4
HIDE_SYMPATHY = 80
SEARCHERS = (Role.COLUMN, Role.REGULAR, Role.BAND)
RAIDERS = (Role.CELL, Role.BAND, Role.REGULAR)
HEAVY = (Role.GARRISON, Role.COLUMN)
BANDS, REGULARS = (Role.BAND,), (Role.REGULAR,)
CELL, GARRISON, COLUMN, MILITIA = Role.CELL, Role.GARRISON, Role.COLUMN, Role.MILITIA  # see docs/performance.md
TRUCES = (Relation.TRUCE, Relation.ALLIED)
CONCEALED = (Posture.HIDDEN, Posture.HIDING)
ROAD, TELEGRAPH, MINE = Target.ROAD, Target.TELEGRAPH, Target.MINE
HOLD, SEA = Posture.HOLD, LinkKind.SEA


class Refusal(NamedTuple):
    """Why an order is refused: a key of the language tables, what there is, and what it would take."""

    reason: str
    have: int = 0
    need: int = 0
    about: int = NOBODY


def marchers(view: View, args: Sequence[int]) -> list[tuple[int, int]]:
    """Return the (slot, men) that a move takes from its region: everyone who can travel, or the part named."""
    start = args[0]
    if len(args) == 4:
        return [(args[2], args[3])]
    base = start * SLOTS
    return [
        (slot, view.men[base + slot])
        for slot in view.world.mobile[view.faction]
        if view.men[base + slot] and not _stays(view, start, slot)
    ]


def _stays(view: View, region: int, slot: int) -> bool:
    """Say whether a cell stays to keep its contacts: it does where others can go."""
    return view.world.slots[view.faction][slot].role is CELL and view.mobile_men(region) > view.slot_men(region, slot)


def check_move(view: View, args: Sequence[int]) -> Refusal | None:
    """Someone must be able to travel, and there must be a way that all who go can take."""
    start, end = args[0], args[1]
    if start == end:
        return Refusal("already_there", about=end)
    if len(args) == 4:
        slot, men = args[2], args[3]
        if slot >= len(view.world.slots[view.faction]) or not view.world.slots[view.faction][slot].reach:
            return Refusal("stays_at_home")
        if men <= 0 or men > view.slot_men(start, slot):
            return Refusal("not_so_many_men", view.slot_men(start, slot), men, start)
    wanted = marchers(view, args)
    if not wanted:
        return Refusal("nobody_can_travel", about=start)
    if end not in view.routes(start, tuple(slot for slot, _ in wanted)):
        return Refusal("no_way_there", about=end)
    return None


def check_attack(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be men near, and an enemy there whom no truce protects."""
    region = args[0]
    if not view.attackers_near(region):
        return Refusal("nobody_near", about=region)
    if len(args) > 1:
        other = args[1]
        if view.relation[other] in TRUCES:
            return Refusal("under_truce", about=other)
        if view.truce_here(other, region):
            return Refusal("under_local_truce", about=other)
        return None if view.enemy(other) else Refusal("not_an_enemy", about=other)
    holder = view.town[region]
    if holder >= 0 and view.relation[holder] in TRUCES and holder != view.faction:
        return Refusal("under_truce", about=holder)
    if view.truce_here(holder, region):
        return Refusal("under_local_truce", about=holder)
    if view.enemy(holder) or view.foes_in(region) or holder == NOBODY:
        return None
    return Refusal("nobody_to_attack", about=region)


def check_men_here(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be men, and they must not stand there already."""
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    return Refusal("already_so") if view.posture[region] == HOLD else None


def check_hide(view: View, args: Sequence[int]) -> Refusal | None:
    """Light men hide, and only among enough friends."""
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if view.posture[region] in CONCEALED:
        return Refusal("already_hidden", about=region)
    if _men_of_roles(view, region, HEAVY):
        return Refusal("too_heavy_to_hide", about=region)
    friends = view.known_sympathy(region, view.faction)
    if friends < HIDE_SYMPATHY:
        return Refusal("no_friends_to_hide_with", friends // 10, HIDE_SYMPATHY // 10, region)
    return None


def check_muster(view: View, args: Sequence[int]) -> Refusal | None:
    """Only who is hidden, or hiding, can come out."""
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if view.posture[region] in CONCEALED:
        return None
    return Refusal("already_open", about=region)


def check_disperse(view: View, args: Sequence[int]) -> Refusal | None:
    """Only regulars can become bands again."""
    region = args[0]
    if _men_of_roles(view, region, REGULARS):
        return None
    return Refusal("no_regulars", about=region)


def check_agitate(view: View, args: Sequence[int]) -> Refusal | None:
    """Words need someone to carry them: men, a council, or a council next door."""
    region = args[0]
    if _rooted(view, region) or any(view.council[near] for near in view.world.beside[region]):
        return None
    return Refusal("nobody_there", about=region)


def check_organise(view: View, args: Sequence[int]) -> Refusal | None:
    """A council grows a level at a time, by sympathy, and the last level by a recent deed."""
    region = args[0]
    level = view.council[region]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if level >= 3:
        return Refusal("council_is_full", about=region)
    if _working(view, Verb.ORGANISE, region):
        return Refusal("already_working", about=region)
    need = view.world.rules.organise_sympathy * (level + 1)
    friends = view.known_sympathy(region, view.faction)
    if friends < need:
        return Refusal("too_little_sympathy", friends // 10, need // 10, region)
    if level == 2 and not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def check_reconcile(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be feuds, and someone there who isn't at work on them yet."""
    region = args[0]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if not view.feuds[region]:
        return Refusal("no_feuds", about=region)
    return Refusal("already_working", about=region) if _working(view, Verb.RECONCILE, region) else None


def check_recruit(view: View, args: Sequence[int]) -> Refusal | None:
    """Volunteers want someone to come to, arms, a cause they like, and a recent deed."""
    region = args[0]
    if not _rooted(view, region):
        return Refusal("nobody_there", about=region)
    if view.arms < LEAST_RAIDERS:
        return Refusal("too_few_arms", view.arms, LEAST_RAIDERS)
    if not view.known_sympathy(region, view.faction):
        return Refusal("too_little_sympathy", 0, 1, region)
    if not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def check_form(view: View, args: Sequence[int]) -> Refusal | None:
    """Regulars come from enough men in bands, with supplies, and with commissars from the councils."""
    region = args[0]
    rules = view.world.rules
    bands = _men_of_roles(view, region, BANDS)
    if bands < rules.form_least:
        return Refusal("too_few_in_bands", bands, rules.form_least, region)
    need = bands * rules.form_supplies // 100
    if view.supplies < need:
        return Refusal("too_few_supplies", view.supplies, need)
    regulars = view.all_men(view.world.slot_by_role[view.faction][Role.REGULAR])
    most = commissar_limit(sum(view.council), rules)
    if regulars + rules.form_least > most:
        return Refusal("too_few_commissars", most, regulars + rules.form_least)
    return None


def check_militia(view: View, args: Sequence[int]) -> Refusal | None:
    """A village guard needs a council, arms and a recent deed."""
    region = args[0]
    if not view.council[region]:
        return Refusal("no_council", about=region)
    if view.arms < LEAST_RAIDERS:
        return Refusal("too_few_arms", view.arms, LEAST_RAIDERS)
    if not view.recent_deed(region):
        return Refusal("no_recent_deed", about=region)
    return None


def check_raid(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be enough raiders, and an enemy to raid."""
    region = args[0]
    raiders = _men_of_roles(view, region, RAIDERS)
    if raiders < LEAST_RAIDERS:
        return Refusal("too_few_raiders", raiders, LEAST_RAIDERS, region)
    holder = view.town[region]
    if view.truce_here(holder, region) and not view.foes_in(region):
        return Refusal("under_local_truce", about=holder)
    if view.enemy(holder) or view.foes_in(region):
        return None
    return Refusal("nothing_to_raid", about=region)


def check_sabotage(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be men for it, and a target that is there and whole; unless it is a road, it must be an enemy's loss."""
    region, target = args[0], args[1]
    if view.total[region] < LEAST_SABOTEURS:
        return Refusal("no_men", about=region)
    if target == ROAD:
        return _check_road(view, region, args)
    if len(args) > 2:
        return Refusal("one_region_only")
    if target == TELEGRAPH:
        if view.wire[region]:
            return Refusal("already_cut", about=region)
    elif target == MINE:
        if not view.world.mines[region]:
            return Refusal("no_mine", about=region)
        if view.idle[region]:
            return Refusal("already_cut", about=region)
    elif not view.world.turns[min(view.turn, len(view.world.turns) - 1)].harvest:
        return Refusal("no_harvest_now", about=region)
    return None if view.enemy(view.town[region]) else Refusal("nobody_to_hurt", about=region)


def _check_road(view: View, region: int, args: Sequence[int]) -> Refusal | None:
    if len(args) < 3:
        return Refusal("which_road", about=region)
    link = road_between(view, region, args[2])
    if link == NOBODY:
        return Refusal("no_road_there", about=args[2])
    return Refusal("already_cut", about=region) if view.cut[link] else None


def road_between(view: View, region: int, other: int) -> int:
    """Return the first link of road kind between two regions, or NOBODY."""
    for near, link in view.world.neighbours[region]:
        if near == other and view.world.links[link].kind is not SEA:
            return link
    return NOBODY


def check_garrison(view: View, args: Sequence[int]) -> Refusal | None:
    """Garrison and column share the men who are there, and the share must be a new one."""
    region, men = args
    slots = view.world.slot_by_role[view.faction]
    garrison, column = slots[GARRISON], slots[COLUMN]
    if garrison < 0 or column < 0:
        return Refusal("not_for_you")
    present = view.slot_men(region, garrison) + view.slot_men(region, column)
    if not present:
        return Refusal("no_men", about=region)
    if men > present:
        return Refusal("not_so_many_men", present, men, region)
    return Refusal("already_so") if men == view.slot_men(region, garrison) else None


def check_sweep(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be enough searchers there or in one region next door."""
    region = args[0]
    searchers = view.men_of(SEARCHERS)
    here = max([searchers[near] for near in view.world.around[region]])
    return None if here >= LEAST_SWEEP else Refusal("no_column_near", here, LEAST_SWEEP, region)


def check_offensive(view: View, args: Sequence[int]) -> Refusal | None:
    """One at a time, of a few regions, with enough men in or next to them and the supplies."""
    if view.operations and any(op.faction == view.faction for op in view.operations):
        return Refusal("one_offensive_at_a_time")
    if len(set(args)) != len(args) or len(args) > MOST_REGIONS:
        return Refusal("name_each_region_once")
    searchers, around = view.men_of(SEARCHERS), view.world.around
    near = frozenset[int]().union(*[around[region] for region in args])
    men = sum([searchers[region] for region in near])
    if men < LEAST_OFFENSIVE:
        return Refusal("too_few_columns", men, LEAST_OFFENSIVE)
    need = view.world.rules.offensive_supply
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def check_calloff(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be an offensive of one's own to call off."""
    if any(op.faction == view.faction for op in view.operations):
        return None
    return Refusal("no_offensive")


def check_policy(view: View, args: Sequence[int]) -> Refusal | None:
    """A policy must be a change."""
    return Refusal("already_so") if view.policy[args[0]] == args[1] else None


def check_repair(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be men, and something that is broken."""
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    if len(args) == 1:
        return None if view.wire[region] or view.idle[region] else Refusal("nothing_to_repair", about=region)
    link = road_between(view, region, args[1])
    if link == NOBODY:
        return Refusal("no_road_there", about=args[1])
    return None if view.cut[link] else Refusal("nothing_to_repair", about=region)


def check_concede(view: View, args: Sequence[int]) -> Refusal | None:
    """Only who holds the towns can concede, and it must be paid for."""
    region = args[0]
    if view.town[region] != view.faction:
        return Refusal("towns_not_yours", about=region)
    need = view.world.rules.concede_supplies
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def check_bribe(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be someone to pay it, supplies to pay with, and nobody paid already."""
    region = args[0]
    if view.town[region] != view.faction and not view.total[region]:
        return Refusal("no_men", about=region)
    if view.informers[region]:
        return Refusal("already_paid", about=region)
    need = view.world.rules.bribe_supplies
    return Refusal("too_few_supplies", view.supplies, need) if view.supplies < need else None


def check_levy(view: View, args: Sequence[int]) -> Refusal | None:
    """A levy needs the towns or heavy men, a militia to put it in, and arms."""
    region = args[0]
    if view.town[region] != view.faction and not _men_of_roles(view, region, HEAVY):
        return Refusal("towns_not_yours", about=region)
    if view.world.slot_by_role[view.faction][MILITIA] < 0:
        return Refusal("not_for_you")
    need = view.world.rules.levy_least
    return Refusal("too_few_arms", view.arms, need) if view.arms < need else None


def check_withdraw(view: View, args: Sequence[int]) -> Refusal | None:
    """There must be men, and a way out of the country."""
    region = args[0]
    if not view.total[region]:
        return Refusal("no_men", about=region)
    return None if view.world.exits_by_region[region] else Refusal("no_way_out", about=region)


def check_decide(view: View, args: Sequence[int]) -> Refusal | None:
    """The choice must be on offer, no patron's demand, and the option one of its own."""
    if view.world.events[args[0]].patron >= 0 and on_offer(view, *args):
        return Refusal("is_a_demand", about=args[0])
    return None if on_offer(view, *args) else Refusal("no_such_choice")


def on_offer(view: View, event: int, option: int) -> bool:
    """Say whether a choice lies on our desk and has such an option."""
    return 0 <= option < len(view.world.events[event].options) and any(o.event == event for o in view.offers)


def _rooted(view: View, region: int) -> bool:
    return bool(view.total[region] or view.council[region])


def _working(view: View, verb: Verb, region: int) -> bool:
    return any(work.verb == verb and work.region == region for work in view.works)


def _men_of_roles(view: View, region: int, roles: tuple[Role, ...]) -> int:
    return view.men_of(roles)[region]
