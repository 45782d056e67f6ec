"""Orders as text: one canonical line each, unique prefixes, and messages that say what would do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kit import Level, Verb, banners, instrument, signable, valleys

from lanc_game.engine.grammar import GRAMMAR, TREATY_VERBS, example, usage
from lanc_game.engine.lexicon import OrderError, fold
from lanc_game.engine.orders import MOST_TEXT, Order, completions, parse, target_region, text_of
from lanc_game.engine.politics import ClauseDef, ValueTerms
from lanc_game.engine.texts import Text
from lanc_game.engine.wording import MOST_WISHES, wish_of
from lanc_game.engine.world import World

LINES = [
    ("hill", "move mountain woods"),
    ("hill", "move mountain woods band 60"),
    ("hill", "attack mountain"),
    ("hill", "attack mountain crown"),
    ("hill", "hold mountain"),
    ("hill", "hide mountain"),
    ("hill", "muster mountain"),
    ("hill", "disperse mountain"),
    ("hill", "agitate plain"),
    ("hill", "organise plain"),
    ("hill", "reconcile plain"),
    ("hill", "recruit plain"),
    ("hill", "form plain"),
    ("hill", "militia plain"),
    ("hill", "raid plain"),
    ("hill", "sabotage plain telegraph"),
    ("hill", "sabotage plain mine"),
    ("hill", "sabotage plain harvest"),
    ("hill", "sabotage plain road woods"),
    ("crown", "garrison plain 400"),
    ("crown", "sweep plain"),
    ("crown", "offensive plain"),
    ("crown", "offensive plain woods mountain harbour"),
    ("crown", "calloff"),
    ("crown", "policy reprisals harsh"),
    ("crown", "policy requisition heavy"),
    ("crown", "repair plain"),
    ("crown", "repair plain woods"),
    ("crown", "concede plain"),
    ("crown", "bribe plain"),
    ("crown", "levy plain"),
    ("crown", "withdraw harbour"),
    ("hill", "decide delegate agree"),
]
HOUSE_LINES = [
    ("star", "court shepherds"),
    ("hill", "promise pastures shepherds"),
    ("hill", "purge teachers"),
    ("hill", "congress gathering teachers=4 shepherds=3"),
    ("hill", "appeal envoy"),
    ("hill", "reply envoys_wish sign"),
    ("hill", "pledge schools"),
    ("star", "verify 2"),
]


def read(line: str, faction: str = "hill") -> Order:
    return parse(valleys(), valleys().faction_index[faction], line)


def message(line: str, faction: str = "hill") -> str:
    with pytest.raises(OrderError) as caught:
        read(line, faction)
    return f"{caught.value.message} {caught.value.help}"


@pytest.mark.parametrize(("faction", "line"), LINES)
def test_a_canonical_line_comes_back_as_it_was(faction: str, line: str) -> None:
    index = valleys().faction_index[faction]
    order = parse(valleys(), index, line)
    assert text_of(valleys(), index, order) == line
    assert parse(valleys(), index, text_of(valleys(), index, order)) == order


@pytest.mark.parametrize(("faction", "line"), HOUSE_LINES)
def test_a_canonical_line_about_houses_comes_back_as_it_was(faction: str, line: str) -> None:
    index = banners().faction_index[faction]
    order = parse(banners(), index, line)
    assert text_of(banners(), index, order) == line
    assert target_region(order) == -1


def test_every_verb_has_a_line_here() -> None:
    lines = [*LINES, *HOUSE_LINES]
    assert {Verb[line.split()[0].upper()] for _, line in lines} == set(GRAMMAR) - set(
        TREATY_VERBS
    )  # those have a file of their own


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("court the", ""),
        ("cour she", "court shepherds"),
        ("court Barinjtë", "court shepherds"),
        ("prom past shep", "promise pastures shepherds"),
        ("cong gath school", "congress gathering teachers=6 shepherds=1"),
        ("congress gathering sh=3 te=4", "congress gathering teachers=4 shepherds=3"),
        ("congress gathering shepherds=7", "congress gathering teachers=0 shepherds=7"),
        ("app envoy", "appeal envoy"),
        ("repl env ref", "reply envoys_wish refuse"),
        ("ple har", "pledge harbour_watch"),
    ],
)
def test_wings_patrons_and_plans_go_by_their_names(typed: str, meant: str) -> None:
    if not meant:
        with pytest.raises(OrderError, match="could be"):
            parse(banners(), 0, typed)
        return
    assert text_of(banners(), 0, parse(banners(), 0, typed)) == meant


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("promise pastures", "takes promise wing"),
        ("promise pastures to", "takes promise wing"),
        ("court to", "takes wing"),
        ("congress gathering nobody", "no plan `nobody`"),
        ("congress gathering teachers=4 shepherds", "seats nobody"),
        ("congress gathering teachers=many shepherds=3", "not a number"),
        ("appeal moon", "no patron `moon`"),
        ("pledge peace", "no mandate `peace`"),
        ("verify this", "not a number"),
        ("truce plain", "takes region faction"),
        ("joint plain star", "no treaty of that kind"),
    ],
)
def test_what_is_wrong_with_a_line_about_houses_is_said(line: str, said: str) -> None:
    with pytest.raises(OrderError) as caught:
        parse(banners(), 0, line)
    assert said in caught.value.message


def test_completions_offer_wings_plans_and_the_rest() -> None:
    assert completions(banners(), 0, "court ") == ["shepherds", "teachers"]
    assert completions(banners(), 0, "promise ") == ["pastures"]
    assert completions(banners(), 0, "promise pastures ") == ["shepherds", "teachers"]
    assert completions(banners(), 0, "congress gathering ") == ["fair", "school"]
    assert completions(banners(), 0, "appeal ") == ["envoy"]
    assert completions(banners(), 0, "reply envoys_wish ") == ["refuse", "sign"]
    assert completions(banners(), 0, "pledge ") == ["harbour_watch", "schools"]
    assert completions(banners(), 0, "propose oath star land=courts ") == ["command=joint", "command=own"]
    assert completions(banners(), 0, "denounce oath star ") == ["ambush", "openly", "pretext"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ra mou", "raid mountain"),
        ("AG Plain", "agitate plain"),
        ("mo mount wo band 007", "move mountain woods band 7"),
        ("raid guri", "raid mountain"),
        ("raid mali", "raid mountain"),
        ("raid STONE", "raid mountain"),
        ("  hide   pylli ", "hide woods"),
        ("att mountain kurora", "attack mountain crown"),
        ("sab plain t", "sabotage plain telegraph"),
        ("dec del dec", "decide delegate decline"),
    ],
)
def test_any_unique_prefix_or_alias_will_do(typed: str, meant: str) -> None:
    assert text_of(valleys(), 0, read(typed)) == meant


def test_a_prefix_that_could_be_two_things_lists_them() -> None:
    assert "`re` could be reconcile, recruit, refuse, repair" in message("re plain")
    assert "could be" in message("raid m")


def test_an_exact_name_wins_over_longer_ones() -> None:
    assert read("hide mountain").verb is Verb.HIDE


def test_an_unknown_name_says_what_is_known() -> None:
    said = message("raid atlantis")
    assert "no region `atlantis`" in said
    assert "harbour" in said
    assert "no verb `bombard`" in message("bombard plain")
    assert "no unit `tank`" in message("move plain woods tank 5")
    assert "no faction `moon`" in message("attack plain moon")
    assert "no target `bridge`" in message("sabotage plain bridge")
    assert "no choice `rain`" in message("decide rain yes")


def test_a_line_with_too_little_or_too_much_shows_what_it_takes() -> None:
    assert "takes region region [unit] [count]" in message("move plain")
    assert "takes nothing more" in message("calloff plain", "crown")
    assert "takes region" in message("raid plain woods")
    assert "How many men?" in message("move plain woods band")


@pytest.mark.parametrize("count", ["-5", "5.0", "ten", "1_000", "٣", "9999999"])
def test_men_are_counted_in_plain_digits(count: str) -> None:
    assert "not a number" in message(f"move plain woods band {count}")


@pytest.mark.parametrize("line", ["", "   ", "a b c d e f g h i j k l m", "x" * 300, "raid " + "y" * 2_000])
def test_what_is_not_an_order_is_said_to_be_none(line: str) -> None:
    assert "not an order" in message(line) or "no verb" in message(line)


def test_unprintable_letters_are_not_printed() -> None:
    assert "\x1b" not in message("raid \x1b[31mplain")


def test_names_are_folded() -> None:
    assert fold("Shkodër-Vlorë") == "shkoder_vlore"
    assert fold("Ëç'") == "ec_"


def test_completions_offer_what_may_follow() -> None:
    assert completions(valleys(), 0, "ra") == ["raid"]
    assert "sweep" not in completions(valleys(), 0, "")
    assert "sweep" in completions(valleys(), 2, "")
    assert completions(valleys(), 0, "raid ") == ["harbour", "mountain", "plain", "woods"]
    assert completions(valleys(), 0, "attack plain ") == ["crown", "star"]
    assert completions(valleys(), 0, "sabotage plain ") == ["harvest", "mine", "road", "telegraph"]
    assert completions(valleys(), 0, "move plain woods ") == ["band", "battalion", "cell", "village"]
    assert completions(valleys(), 2, "policy reprisals ") == ["harsh", "measured", "none"]
    assert completions(valleys(), 0, "decide delegate ") == ["agree", "decline"]
    assert completions(valleys(), 0, "raid plain ") == []
    assert completions(valleys(), 0, "zzz ") == []


def test_usage_and_example_come_from_the_grammar() -> None:
    assert usage(Verb.SABOTAGE) == "region target [region]"
    assert example(Verb.MOVE) == "move <region> <region>"


def test_an_order_says_what_region_it_is_about() -> None:
    assert target_region(read("raid woods")) == valleys().region_index["woods"]
    assert target_region(read("decide delegate agree")) == -1


# --- the longest letters


LONGEST_ID, MOST_CLAUSES, MOST_VALUES = 40, 6, 14


def long_id(*number: int) -> str:
    return "".join(["x", *(f"{n:02d}" for n in number)]).ljust(LONGEST_ID, "y")


def clause(number: int) -> ClauseDef:
    """Return a clause with as many values as there may be, and ids as long as they may be."""
    values = tuple(long_id(number, value) for value in range(MOST_VALUES))
    names = tuple(Text(value) for value in values)
    terms = (ValueTerms(),) * (MOST_VALUES + 1)
    return ClauseDef(long_id(number), Text("clause"), values, names, may_be_blank=False, terms=terms)


def wordy() -> World:
    """Return a world whose every name in a letter about a region is as long as it may be."""
    base = banners()
    star = replace(base.factions[1], id=long_id(98))
    woods = replace(base.regions[-1], id=long_id(97))
    clauses = tuple(clause(number) for number in range(MOST_CLAUSES))
    world = replace(
        base,
        clauses=clauses,
        factions=(base.factions[0], star, *base.factions[2:]),
        regions=(*base.regions[:-1], woods),
    )
    return signable(world, instrument(long_id(99), Level.LOCAL, clauses=range(MOST_CLAUSES)))


def test_the_longest_letter_is_read_and_written() -> None:
    world = wordy()
    wishes = [f"{c.id}={'|'.join(c.values[-MOST_WISHES:])}" for c in world.clauses]
    line = " ".join(["counter", long_id(99), long_id(98), *wishes, f"in={long_id(97)}"])
    assert 1_700 < len(line) <= MOST_TEXT
    order = parse(world, 0, line)
    assert [len(wish_of(code)) for code in order.args[2:-1]] == [MOST_WISHES] * MOST_CLAUSES
    assert text_of(world, 0, order) == line


def test_a_clause_that_is_not_named_means_as_many_values_as_can_be_written() -> None:
    world = wordy()
    order = parse(world, 0, f"propose {long_id(99)} {long_id(98)} in={long_id(97)}")
    assert wish_of(order.args[2]) == tuple(range(MOST_WISHES))
    assert parse(world, 0, text_of(world, 0, order)) == order
