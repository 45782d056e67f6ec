"""Pacts: the part of Words that is about treaties, and what a month does to those in force and to rivals without one."""

from lanc_game.engine import facts
from lanc_game.engine.changes import NOWHERE, set_relation
from lanc_game.engine.effects import Effect, SetRelation
from lanc_game.engine.formulas import quotient
from lanc_game.engine.ledger import Month
from lanc_game.engine.names import IN_PLAY, Cause, Figure, Level, Manner, Posture, Relation, Verb
from lanc_game.engine.partings import BINDING, bond, end_treaty
from lanc_game.engine.state import Letter, Treaty
from lanc_game.engine.wording import wish_of
from lanc_game.engine.world import NOBODY

RUPTURE = 100  # strain that no treaty bears
DEED = 60  # heat that shows a deed of this month
HALF_AGAIN = 1500
FULL = 1000
HUNDRED = 100


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
        if letter is None or _signed(month, instrument, faction, partner):
            continue
        definition = world.instruments[instrument]
        values = tuple(wish_of(code)[0] for code in codes)
        a, b = min(faction, partner), max(faction, partner)
        public = not any(
            world.clauses[clause].terms[value].secret for clause, value in zip(definition.clauses, values, strict=True)
        )
        state.treaties.append(Treaty(instrument, a, b, values, state.turn, letter.region, public))
        state.signed_at[instrument] = state.turn
        month.tell(facts.TreatySigned, faction, partner, letter.region, instrument, values, public)
        if definition.level in BINDING:
            set_relation(month, a, b, bond(month, a, b) or Relation.TRUCE)
        for effect in definition.signed:
            effect.apply(month, world.instrument_source(instrument))


def _signed(month: Month, instrument: int, a: int, b: int) -> bool:
    return any(t.instrument == instrument and {t.a, t.b} == {a, b} for t in month.state.treaties)


def _refuse(month: Month) -> None:
    for verb in (Verb.REFUSE, Verb.COUNTER):
        for faction, order in month.of(verb):
            instrument, writer = order.args[:2]
            if _take_letter(month, writer, faction, instrument) is None:
                continue
            if verb is Verb.REFUSE:
                month.tell(facts.LetterRefused, faction, writer, NOWHERE, instrument)
                pair = month.state.pair(faction, writer)
                month.change(Figure.STRAIN, pair, month.rules.strain_refused, Cause.REFUSED, writer, about=instrument)


def _denounce(month: Month) -> None:
    """End treaties in the manner chosen. The breaker's stigma follows him; an ambush strikes this very month."""
    for faction, order in month.of(Verb.DENOUNCE):
        instrument, partner, manner = order.args
        for treaty in month.state.treaties:
            if treaty.instrument == instrument and {treaty.a, treaty.b} == {faction, partner}:
                end_treaty(month, treaty, faction, partner, Manner(manner))
                break


def _deliver(month: Month) -> None:
    """Put this month's letters on their desks and take the old ones back."""
    state = month.state
    state.letters = [x for x in state.letters if state.turn - x.written < month.rules.letter_months]
    for verb in (Verb.PROPOSE, Verb.COUNTER):
        for faction, order in month.of(verb):
            instrument, partner, *codes = order.args
            definition = month.world.instruments[instrument]
            region = codes.pop() if definition.local else NOBODY
            if _signed(month, instrument, faction, partner) or state.status[partner] not in IN_PLAY:
                continue
            wishes = tuple(wish_of(code) for code in codes)
            _take_letter(month, faction, partner, instrument)  # a new letter replaces the old
            state.letters.append(Letter(instrument, faction, partner, wishes, state.turn, region))
            month.tell(facts.LetterSent, faction, partner, NOWHERE, instrument, verb is Verb.COUNTER)


# --- what a month does


def strain(month: Month) -> None:
    """Let the month pull at every treaty and at every pair of rivals, by named causes; let what is over, or torn, end."""
    state = month.state
    before = state.strain[:]
    standing = [t for t in state.treaties if _both_play(month, t)]
    for treaty in standing:
        if treaty in state.treaties:  # none before it has ended it
            _in_force(month, treaty)
    rivals = [(a, b) for a, b in month.world.rivals if state.status[a] in IN_PLAY and state.status[b] in IN_PLAY]
    for a, b in rivals:
        if month.relation(a, b) != Relation.WAR:
            _rub(month, a, b)
    _fade(month, before)
    for treaty in list(state.treaties):
        _may_end(month, treaty)
    for a, b in rivals:
        if state.pair(a, b) not in month.parted:
            _may_quarrel(month, a, b)
    for faction, stigma in enumerate(state.stigma):
        if stigma:
            month.change(Figure.STIGMA, faction, -1, Cause.TIME)


def _in_force(month: Month, treaty: Treaty) -> None:
    """Carry out what a treaty's clauses do each month, and let them strain it."""
    state, world, rules = month.state, month.world, month.rules
    definition = world.instruments[treaty.instrument]
    pair = state.pair(treaty.a, treaty.b)
    alone = not _common_enemy(month, treaty.a, treaty.b)
    for clause, value in zip(definition.clauses, treaty.values, strict=True):
        terms = world.clauses[clause].terms[value]
        for effect in terms.monthly:
            if not _too_early(month, effect):
                effect.apply(month, world.instrument_source(treaty.instrument))
        for number in terms.strains:
            _pull(month, number, treaty.a, treaty.b)
        if value == world.clauses[clause].blank:
            month.change(Figure.STRAIN, pair, rules.strain_blank, Cause.BLANK_CLAUSE, about=clause)
            if alone:
                price = max(
                    abs(world.prices[side][clause][v]) for side in (treaty.a, treaty.b) for v in range(value + 1)
                )
                due = price * rules.blank_due // FULL // rules.price_per_pull
                month.change(Figure.STRAIN, pair, due, Cause.CLAUSE_DUE, about=clause)
    if definition.level is Level.CONTACT:
        month.change(Figure.STRAIN, pair, -rules.strain_contact, Cause.TIME)
    _patrons_frown(month, treaty, pair)


def _too_early(month: Month, effect: Effect) -> bool:
    """Say whether an effect speaks of how one stands with a side that is not in the war: that waits until it is."""
    return isinstance(effect, SetRelation) and any(
        month.state.status[side] not in IN_PLAY for side in (effect.a, effect.b)
    )


def _patrons_frown(month: Month, treaty: Treaty, pair: int) -> None:
    """A patron who is against what a side has signed lets it feel that, as far as it knows of it."""
    if not treaty.public:
        return
    state, world, rules = month.state, month.world, month.rules
    definition = world.instruments[treaty.instrument]
    for number, patron in enumerate(world.patrons):
        price = sum(patron.prices[c][v] for c, v in zip(definition.clauses, treaty.values, strict=True))
        for side in (treaty.a, treaty.b):
            regard = state.regard[number * state.faction_count + side]
            if patron.regard[side] < 0 or not price:
                continue
            at = number * state.faction_count + side
            month.change(Figure.REGARD, at, quotient(price, rules.price_per_pull), Cause.SIGNED)
            by = quotient(price * regard, HUNDRED * rules.price_per_pull)
            if by < 0:
                month.change(Figure.STRAIN, pair, -by, Cause.PATRON, side, about=number)


def _pull(month: Month, number: int, a: int, b: int) -> None:
    """Let a named pull strain two sides while it holds; whose fault it is remembers it."""
    pull = month.world.pulls[number]
    if not pull.when.holds(month.world, month.state):
        return
    month.change(Figure.STRAIN, month.state.pair(a, b), pull.by, Cause.PULL, about=number)
    if pull.faction in (a, b):
        month.state.guilt[pull.faction * month.state.faction_count + a + b - pull.faction] += 1


def _rub(month: Month, a: int, b: int) -> None:
    """Rivals who are not at war rub against each other: the causes that any two sides have, and the scenario's own."""
    state, rules = month.state, month.rules
    pair = state.pair(a, b)
    for friction in month.world.frictions:
        if {friction.a, friction.b} == {a, b}:
            _pull(month, friction.pull, a, b)
    month.change(Figure.STRAIN, pair, _incidents(month, a, b) * rules.strain_incident, Cause.INCIDENT)
    men = sorted((state.men_of(a), state.men_of(b)))
    if men[1] * FULL > men[0] * HALF_AGAIN:
        month.change(Figure.STRAIN, pair, rules.strain_rivalry, Cause.RIVALRY)
    if not _common_enemy(month, a, b):
        month.change(Figure.STRAIN, pair, rules.strain_end, Cause.END_NEAR)
    elif _struck(month, a) and _struck(month, b):
        month.change(Figure.STRAIN, pair, -rules.strain_joint, Cause.JOINT_SUCCESS)


def _fade(month: Month, before: list[int]) -> None:
    """Let strain ease by itself where the month has not added to it; what stands at its limit may have been pulled on.

    At war nothing eases.
    """
    for pair, strained in enumerate(month.state.strain):
        if 0 < strained <= before[pair] and strained < RUPTURE and month.state.relation[pair] != Relation.WAR:
            month.change(Figure.STRAIN, pair, -month.rules.strain_fades, Cause.TIME)


def _both_play(month: Month, treaty: Treaty) -> bool:
    return month.state.status[treaty.a] in IN_PLAY and month.state.status[treaty.b] in IN_PLAY


def _may_end(month: Month, treaty: Treaty) -> None:
    """End what has run its term or lost a party, tear what is strained too far, let a secret come out."""
    state, world, rules = month.state, month.world, month.rules
    definition = world.instruments[treaty.instrument]
    if treaty not in state.treaties:
        return  # an effect has ended it
    gone = not _both_play(month, treaty)
    at_war = definition.level in BINDING and month.foes(treaty.a, treaty.b)
    over = definition.months and state.turn + 1 - treaty.signed >= definition.months
    if gone or (over and not at_war):
        end_treaty(month, treaty, treaty.a, treaty.b, Manner.LAPSE)
        return
    names = world.factions[treaty.a].id, world.factions[treaty.b].id
    strained = state.strain[state.pair(treaty.a, treaty.b)]
    chance = FULL if strained >= RUPTURE else max(0, strained - rules.strain_tears) * rules.strain_slope
    torn = definition.level in BINDING and month.dice.chance(chance, *names, f"tear_{definition.id}")
    if at_war or torn:
        end_treaty(month, treaty, treaty.a, treaty.b, Manner.RUPTURE)
    elif not treaty.public and month.dice.chance(rules.leak, *names, f"leak_{definition.id}"):
        state.treaties[state.treaties.index(treaty)] = treaty._replace(public=True)
        month.tell(facts.Leaked, treaty.a, treaty.b, NOWHERE, treaty.instrument)


def _may_quarrel(month: Month, a: int, b: int) -> None:
    """Let rivals whom nothing binds fall out by a step: from truce to rivalry, from rivalry to war."""
    state, rules = month.state, month.rules
    if bond(month, a, b) is not None:
        return
    relation = month.relation(a, b)
    if relation == Relation.WAR:
        return
    need = rules.strain_war if relation == Relation.HOSTILE else rules.strain_hostile
    beyond = state.strain[state.pair(a, b)] - need
    names = month.world.factions[a].id, month.world.factions[b].id
    if beyond > 0 and month.dice.chance(beyond * rules.strain_slope, *names, "quarrel"):
        set_relation(month, a, b, Relation.WAR if relation == Relation.HOSTILE else Relation.HOSTILE)


def _incidents(month: Month, a: int, b: int) -> int:
    """Count the regions in which one side did a deed this month under the other's council, and the other did none."""
    state = month.state
    width = state.faction_count
    count = 0
    for one, other in ((a, b), (b, a)):
        if not _struck(month, one):
            continue
        deeds = zip(state.heat[one::width], state.heat[other::width], state.council[other::width], strict=True)
        alone = sum([ours >= DEED > theirs and council > 0 for ours, theirs, council in deeds])
        state.guilt[one * width + other] += alone
        count += alone
    return count


def _common_enemy(month: Month, a: int, b: int) -> bool:
    """Say whether an occupier is in the country with whom neither has made his peace."""
    return any(
        month.state.status[other] in IN_PLAY
        and month.relation(a, other) <= Relation.HOSTILE
        and month.relation(b, other) <= Relation.HOSTILE
        for other in month.world.occupiers
    )


def _struck(month: Month, faction: int) -> bool:
    return max(month.state.heat[faction :: month.state.faction_count]) >= DEED


# --- one region


def truce_here(month: Month, a: int, b: int, region: int) -> bool:
    """Say whether a local truce holds between two sides in a region."""
    for t in month.state.treaties:
        if t.region == region and {t.a, t.b} == {a, b} and month.world.instruments[t.instrument].level is Level.LOCAL:
            return True
    return False


def partners(month: Month, faction: int, region: int) -> list[int]:
    """Return who fights in one line with a faction in a region: by a joint operation there, or under one command."""
    found: list[int] = []
    for treaty in month.state.treaties:
        level = month.world.instruments[treaty.instrument].level
        here = level is Level.JOINT and treaty.region == region
        if faction in (treaty.a, treaty.b) and (here or level is Level.COMMAND):
            found.append(treaty.a + treaty.b - faction)
    return sorted(set(found))


def stayed_away(month: Month) -> None:
    """Tell who did not come to a joint operation although the other fought there, and let it be remembered."""
    state, rules = month.state, month.rules
    for treaty in state.treaties:
        if month.world.instruments[treaty.instrument].level is not Level.JOINT or not _both_play(month, treaty):
            continue
        for one, other in ((treaty.a, treaty.b), (treaty.b, treaty.a)):
            place = one * state.region_count + treaty.region
            away = not state.total[place] or state.posture[place] == Posture.HIDDEN
            fought = state.heat[treaty.region * state.faction_count + other] >= DEED
            if away and fought and (one, other, treaty.region) not in month.joined:
                month.change(Figure.STRAIN, state.pair(one, other), rules.strain_away, Cause.STAYED_AWAY, one)
                state.guilt[one * state.faction_count + other] += 1
                month.tell(facts.StayedAway, one, other, treaty.region)
