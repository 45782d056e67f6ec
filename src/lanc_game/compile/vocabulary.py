"""Conditions, numbers and effects: from the author's mapping to the engine's node, ids linked."""

from collections.abc import Sequence

from lanc_game.compile.linker import Linker
from lanc_game.engine import conditions as c
from lanc_game.engine import effects as e
from lanc_game.engine.names import Fate, Figure, Manner, Policy, Relation, Reprisals, Requisition, Role, Status
from lanc_game.engine.world import NOBODY
from lanc_game.model import effects as m
from lanc_game.model import vocabulary as v
from lanc_game.model.problems import DocPath

LEAST, MOST = -(10**9), 10**9

_FIGURES = {
    "cadres": Figure.CADRES,
    "arms": Figure.ARMS,
    "supplies": Figure.SUPPLIES,
    "standing": Figure.STANDING,
    "output": Figure.OUTPUT,
    "stigma": Figure.STIGMA,
    "fear": Figure.FEAR,
    "feuds": Figure.FEUDS,
    "grain": Figure.GRAIN,
}

ALWAYS = c.All(())
NEVER = c.AnyOf(())


def number(link: Linker, model: v.Number, path: DocPath) -> c.Number:
    """Compile a number."""
    match model:
        case v.StandingNumber(standing=name):
            return c.FactionFigure(Figure.STANDING, link.faction(name, (*path, "standing")))
        case v.CadresNumber(cadres=name):
            return c.FactionFigure(Figure.CADRES, link.faction(name, (*path, "cadres")))
        case v.ArmsNumber(arms=name):
            return c.FactionFigure(Figure.ARMS, link.faction(name, (*path, "arms")))
        case v.SuppliesNumber(supplies=name):
            return c.FactionFigure(Figure.SUPPLIES, link.faction(name, (*path, "supplies")))
        case v.OutputNumber(output=name):
            return c.FactionFigure(Figure.OUTPUT, link.faction(name, (*path, "output")))
        case v.FallenNumber(fallen=name):
            return c.Fallen(link.faction(name, (*path, "fallen")))
        case v.MeterNumber(meter=name):
            return c.MeterValue(link.find(link.meters, name, "meter", (*path, "meter")))
        case v.HazardNumber(hazard=name):
            return c.HazardLevel(link.find(link.hazards, name, "hazard", (*path, "hazard")))
        case v.MenNumber(men=part):
            at = (*path, "men")
            roles = tuple(Role[role.upper()] for role in part.roles)
            return c.Men(
                link.some_factions(part.of, (*at, "of")), link.place(part.where, (*at, "in")), roles, part.open
            )
        case v.TownsNumber(towns=part):
            at = (*path, "towns")
            return c.TownsHeld(
                link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")), False, part.share
            )
        case v.CountryNumber(country=part):
            at = (*path, "country")
            return c.TownsHeld(
                link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")), True, part.share
            )
        case v.CouncilsNumber(councils=part):
            at = (*path, "councils")
            return c.CouncilCount(link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")), part.level)
        case _:
            return _regional_number(link, model, path)


def _regional_number(link: Linker, model: v.Number, path: DocPath) -> c.Number:
    match model:
        case v.ReachNumber(council_reach=part):
            at = (*path, "council_reach")
            return c.CouncilReach(link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")))
        case v.SympathyNumber(sympathy=part):
            at = (*path, "sympathy")
            return c.SympathyOf(link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")))
        case v.HeatNumber(heat=part):
            at = (*path, "heat")
            return c.HeatOf(link.faction(part.of, (*at, "of")), link.place(part.where, (*at, "in")))
        case v.FearNumber(fear=part):
            return c.RegionFigure(Figure.FEAR, link.place(part.where, (*path, "fear", "in")))
        case v.FeudsNumber(feuds=part):
            return c.RegionFigure(Figure.FEUDS, link.place(part.where, (*path, "feuds", "in")))
        case _:
            return _political_number(link, model, path)


def _political_number(link: Linker, model: v.Number, path: DocPath) -> c.Number:
    match model:
        case v.LoyaltyNumber(loyalty=name):
            return c.WingFigure(Figure.LOYALTY, link.wing(name, (*path, "loyalty")))
        case v.GrievanceNumber(grievance=name):
            return c.WingFigure(Figure.GRIEVANCE, link.wing(name, (*path, "grievance")))
        case v.RegardNumber(regard=part):
            at = (*path, "regard")
            return c.Regard(link.patron(part.patron, (*at, "patron")), link.client(part.patron, part.of, (*at, "of")))
        case v.GoodwillNumber(goodwill=part):
            at = (*path, "goodwill")
            return c.Goodwill(link.wing(part.wing, (*at, "wing")), link.faction(part.of, (*at, "of")))
        case v.StrainNumber(strain=names):
            return c.StrainBetween(*link.pair(names, (*path, "strain"), "strain"))
        case v.StigmaNumber(stigma=name):
            return c.FactionFigure(Figure.STIGMA, link.faction(name, (*path, "stigma")))
        case v.SeatsNumber(seats=part):
            at = (*path, "seats")
            congress = link.congress(part.congress, (*at, "congress"))
            return c.SeatsOf(congress, link.sitting(part.congress, part.wing, (*at, "wing")))
        case _:
            raise TypeError(f"a number without a compiler: {type(model).__name__}")


def condition(link: Linker, model: v.Condition | None, path: DocPath) -> c.Condition:
    """Compile a condition; none always holds."""
    match model:
        case None:
            return ALWAYS
        case v.AllCondition(all_of=parts):
            return c.All(tuple(condition(link, part, (*path, "all", i)) for i, part in enumerate(parts)))
        case v.AnyCondition(any_of=parts):
            return c.AnyOf(tuple(condition(link, part, (*path, "any", i)) for i, part in enumerate(parts)))
        case v.NotCondition(negated=part):
            return c.Not(condition(link, part, (*path, "not")))
        case v.DuringCondition(during=(first, last)):
            start = link.turn(first, (*path, "during", 0))
            return c.During(start, link.turn(last, (*path, "during", 1), end=True))
        case v.MonthsCondition(months=months):
            return c.InMonths(tuple(months))
        case v.HappenedCondition(happened=name, turns_ago=ago, answer=answer):
            return _happened(link, name, ago, answer, path)
        case v.StatusCondition(status=name, among=among):
            wanted = [among] if isinstance(among, str) else among
            return c.StatusIs(link.faction(name, (*path, "status")), tuple(Status[s.upper()] for s in wanted))
        case v.RelationCondition(relation=(a, b), among=among):
            wanted_relations = [among] if isinstance(among, str) else among
            one, two = link.faction(a, (*path, "relation", 0)), link.faction(b, (*path, "relation", 1))
            return c.RelationIs(one, two, tuple(Relation[r.upper()] for r in wanted_relations))
        case v.LeaderCondition(leader=name, among=among):
            wanted_fates = [among] if isinstance(among, str) else among
            who = link.find(link.leaders, name, "leader", (*path, "leader"))
            return c.LeaderIs(who, tuple(Fate[f.upper()] for f in wanted_fates))
        case v.Bounded(at_least=low, at_most=high):
            if low is None and high is None:
                link.fault("no-bounds", path, "a number alone is not a condition", "add `at_least:` or `at_most:`")
            return c.Between(number(link, model, path), LEAST if low is None else low, MOST if high is None else high)
        case _:
            return _political_condition(link, model, path)


def _political_condition(link: Linker, model: v.Condition, path: DocPath) -> c.Condition:
    match model:
        case v.SignedCondition(signed=name, turns_ago=ago):
            return c.Signed(link.instrument(name, (*path, "signed")), ago)
        case v.EndedCondition(ended=name, turns_ago=ago):
            return c.Ended(link.instrument(name, (*path, "ended")), ago)
        case v.TreatyCondition():
            return _in_force(link, model, path)
        case v.WingCondition(wing=name, side=side):
            faction = NOBODY if side is None else link.faction(side, (*path, "with"))
            return c.WingWith(link.wing(name, (*path, "wing")), faction)
        case v.HeldCondition(held=name, turns_ago=ago):
            return c.CongressHeld(link.congress(name, (*path, "held")), ago)
        case _:
            raise TypeError(f"a condition without a compiler: {type(model).__name__}")


def _in_force(link: Linker, model: v.TreatyCondition, path: DocPath) -> c.Condition:
    """Link what a treaty in force is asked to have settled: places among its clauses, and values of each."""
    instrument = link.instrument(model.treaty, (*path, "treaty"))
    settles: list[tuple[int, tuple[int, ...]]] = []
    for name, wanted in model.settles.items() if instrument != NOBODY else ():
        at = (*path, "settles", name)
        if link.find(link.clauses, name, "clause", at, at_key=True) == NOBODY:
            continue
        if name not in link.settled[model.treaty]:
            message = f"`{model.treaty}` does not settle `{name}`"
            cure = f"add `{name}` to the `clauses` of `{model.treaty}`, or take it out here"
            link.fault("not-in-treaty", at, message, cure, at_key=True)
            continue
        values = [(wanted, at)] if isinstance(wanted, str) else [(value, (*at, i)) for i, value in enumerate(wanted)]
        found = tuple(link.find(link.values[name], value, "value", where) for value, where in values)
        settles.append((link.settled[model.treaty].index(name), found))
    return c.InForce(instrument, tuple(settles))


def _happened(link: Linker, name: str, ago: int, answer: str | None, path: DocPath) -> c.Condition:
    event = link.find(link.events, name, "event", (*path, "happened"))
    option = NOBODY
    if answer is not None and event != NOBODY:
        option = link.find(link.options[name], answer, "option", (*path, "answer"))
    return c.Happened(event, ago, option)


def effect(link: Linker, model: m.Effect, path: DocPath) -> e.Effect:
    """Compile an effect."""
    match model:
        case m.GainEffect():
            return e.ChangeFaction(_FIGURES[model.gain], link.faction(model.faction, (*path, "faction")), model.by)
        case m.MeterEffect():
            return e.ChangeMeter(link.find(link.meters, model.meter, "meter", (*path, "meter")), model.by)
        case m.HazardEffect():
            return e.ChangeHazard(link.find(link.hazards, model.hazard, "hazard", (*path, "hazard")), model.by)
        case m.LandEffect():
            return e.ChangeRegions(_FIGURES[model.land], link.place(model.where, (*path, "in")), model.by)
        case m.SympathyEffect():
            faction = link.faction(model.sympathy, (*path, "sympathy"))
            return e.ChangeSympathy(faction, link.place(model.where, (*path, "in")), model.by)
        case m.CouncilEffect():
            faction = link.faction(model.council, (*path, "council"))
            return e.ChangeCouncil(faction, link.place(model.where, (*path, "in")), model.by)
        case m.RelationEffect(set_relation=(a, b)):
            one, two = link.faction(a, (*path, "set_relation", 0)), link.faction(b, (*path, "set_relation", 1))
            return e.SetRelation(one, two, Relation[model.to.upper()])
        case m.StatusEffect():
            return e.SetStatus(link.faction(model.set_status, (*path, "set_status")), Status[model.to.upper()])
        case m.WiresEffect():
            return e.CutWires(link.place(model.where, (*path, "in")), model.cut_wires)
        case _:
            return _effect_on_men(link, model, path)


def _effect_on_men(link: Linker, model: m.Effect, path: DocPath) -> e.Effect:
    match model:
        case m.ArriveEffect():
            faction = link.faction(model.arrive, (*path, "arrive"))
            slot = link.slot(faction, model.unit, (*path, "unit"))
            return e.Arrive(faction, link.place(model.where, (*path, "in")), slot, model.men, model.hidden)
        case m.DepartEffect():
            faction = link.faction(model.depart, (*path, "depart"))
            roles = tuple(Role[role.upper()] for role in model.roles)
            return e.Depart(faction, link.place(model.where, (*path, "in")), roles, model.share)
        case m.GoOverEffect():
            giver, taker = link.faction(model.go_over, (*path, "go_over")), link.faction(model.to, (*path, "to"))
            return e.Join(giver, taker, link.place(model.where, (*path, "in")), model.share)
        case m.ShareArmsEffect():
            owner = link.faction(model.share_arms, (*path, "share_arms"))
            takers = link.some_factions(model.among, (*path, "among"))
            first = NOBODY if model.first is None else link.faction(model.first, (*path, "first"))
            return e.ShareArms(owner, link.place(model.where, (*path, "in")), model.per_thousand, takers, first)
        case m.HandOverEffect():
            giver = link.faction(model.hand_over, (*path, "hand_over"))
            taker = NOBODY if model.to is None else link.faction(model.to, (*path, "to"))
            return e.HandOver(giver, taker, link.place(model.where, (*path, "in")))
        case m.LeaderEffect():
            who = link.find(link.leaders, model.leader, "leader", (*path, "leader"))
            region = NOBODY if model.where is None else link.region(model.where, (*path, "in"))
            return e.SetFate(who, Fate[model.fate.upper()], region)
        case m.PolicyEffect():
            return _policy(link, model, path)
        case _:
            return _political_effect(link, model, path)


def _political_effect(link: Linker, model: m.Effect, path: DocPath) -> e.Effect:
    match model:
        case m.LoyaltyEffect():
            return e.ChangeWing(Figure.LOYALTY, link.wing(model.loyalty, (*path, "loyalty")), model.by)
        case m.GrievanceEffect():
            return e.ChangeWing(Figure.GRIEVANCE, link.wing(model.grievance, (*path, "grievance")), model.by)
        case m.RegardEffect():
            patron = link.patron(model.regard, (*path, "regard"))
            return e.ChangeRegard(patron, link.client(model.regard, model.of, (*path, "of")), model.by)
        case m.StrainEffect():
            return e.ChangeStrain(*link.pair(model.strain, (*path, "strain"), "strain"), model.by)
        case m.EndTreatyEffect():
            instrument = link.instrument(model.end_treaty, (*path, "end_treaty"))
            side = link.party(model.end_treaty, model.side, (*path, "by"))
            return e.EndTreaty(instrument, side, Manner[model.manner.upper()])
        case m.WalkOutEffect():
            return e.WalkOut(link.wing(model.walk_out, (*path, "walk_out")))
        case _:
            raise TypeError(f"an effect without a compiler: {type(model).__name__}")


def effects(link: Linker, models: Sequence[m.Effect], path: DocPath) -> tuple[e.Effect, ...]:
    """Compile a list of effects."""
    return tuple(effect(link, model, (*path, index)) for index, model in enumerate(models))


def _policy(link: Linker, model: m.PolicyEffect, path: DocPath) -> e.Effect:
    faction = link.faction(model.set_policy, (*path, "set_policy"))
    if (model.reprisals is None) == (model.requisition is None):
        link.fault("one-policy", path, "name one of `reprisals` and `requisition`", "use two effects for two policies")
    if model.reprisals is not None:
        return e.SetPolicy(faction, Policy.REPRISALS, Reprisals[model.reprisals.upper()])
    return e.SetPolicy(faction, Policy.REQUISITION, Requisition[(model.requisition or "light").upper()])
