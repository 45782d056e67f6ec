"""History beside the game: a month's real events, a battle once a game, and the turning points at the end."""

from pathlib import Path

import pytest
from past_kit import PAST, past_table

from lanc_game.chronicle import Month, history, note_line, page_of, pages_of, real_events, render, turning_points
from lanc_game.chronicle.history import TurningPoint, battles_met
from lanc_game.engine import facts
from lanc_game.table import Table

HILL, STAR, CROWN = 0, 1, 2
RAID = "attack plain crown"


def recalled(table: Table, faction: int | None, language: str = "en") -> list[tuple[int, str]]:
    """Return the battles that are told, each with its month."""
    return [
        (month, note_line(entry, language))
        for month in range(len(table.turns))
        for entry in page_of(table.world, table.turns, month, faction, language)
        if entry.kind == "fought" and entry.note
    ]


def test_each_battle_is_told_once_with_the_first_fight_like_it(tmp_path: Path) -> None:
    table = past_table(tmp_path, 5, RAID)
    fights = [month for month, turn in enumerate(table.turns) for fact in turn.facts if isinstance(fact, facts.Fought)]
    assert len(fights) > 4
    assert recalled(table, None) == [
        (0, "Here, in history: The Ford, 28 April – 2 May 1942: Forty fell. (source: S4)"),
        (1, "Here, in history: The Skirmish, September 1942: Nobody fell. (source: S6)"),
    ], "the nearest in time first, and a war never"
    assert recalled(table, HILL, "sq")[0] == (
        0, "Këtu, në histori: Vau, 28 prill – 2 maj 1942: Ranë dyzet. (burimi: S4)",
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "first"), [("campaign", 2), ("war", None)])
def test_a_campaign_is_told_only_while_it_was_fought_and_a_war_never(
    tmp_path: Path, kind: str, first: int | None
) -> None:
    table = past_table(tmp_path, 8, RAID, text=PAST.replace("kind: war", f"kind: {kind}"))
    long = next(i for i, battle in enumerate(table.world.battles) if battle.id == "long_war")
    met = battles_met(table.world, table.turns, None)
    assert [at for at, month in enumerate(met) if long in month.values()] == ([] if first is None else [first])


@pytest.mark.parametrize(("year_month", "month"), [("1943-06", 3), ("1943-07", 4), ("1943-08", None)])
def test_a_battle_is_told_at_most_a_year_from_its_date(tmp_path: Path, year_month: str, month: int | None) -> None:
    text = PAST.replace("date: [1942-09]", f"date: [{year_month}]")
    table = past_table(tmp_path, 5, RAID, text=text)
    skirmish = next(i for i, battle in enumerate(table.world.battles) if battle.id == "skirmish")
    told = [at for at, met in enumerate(battles_met(table.world, table.turns, None)) if skirmish in met.values()]
    assert told == ([] if month is None else [month]), "July 1942 lies twelve months from July 1943"


def test_no_fight_no_battle(tmp_path: Path) -> None:
    assert recalled(past_table(tmp_path, 1), None) == []


def test_whoever_learns_of_no_fight_is_not_told(tmp_path: Path) -> None:
    table = past_table(tmp_path, 1)
    turn = table.turns[0]
    fight = facts.Fought(CROWN, STAR, 3, 0, 0, 100, 50, 5, 5, 0, 0, 500)
    table.turns[0] = type(turn)(turn.label, turn.orders, turn.reasons, (fight,), turn.after)
    assert battles_met(table.world, table.turns, None)[0]
    assert not battles_met(table.world, table.turns, HILL)[0], "nobody of theirs was in the woods"
    table.turns.append(type(turn)(turn.label, turn.orders, turn.reasons, (fight._replace(other=HILL),), turn.after))
    assert battles_met(table.world, table.turns, HILL)[1], "so theirs is the first for them"


def test_one_month_and_the_whole_game_tell_the_same(tmp_path: Path) -> None:
    table = past_table(tmp_path, 4, RAID)
    whole = pages_of(table.world, table.turns, HILL, "en")
    assert whole == [page_of(table.world, table.turns, month, HILL, "en") for month in range(4)]


def test_a_saved_game_tells_the_same(tmp_path: Path) -> None:
    save = tmp_path / "kept.lanc"
    table = past_table(tmp_path, 3, RAID, save=save)
    table.close()
    again = Table.watch(save)
    assert pages_of(again.world, again.turns, HILL, "en") == pages_of(table.world, table.turns, HILL, "en")
    assert again.world.history == table.world.history


def test_the_real_events_of_a_month(tmp_path: Path) -> None:
    world = past_table(tmp_path, 0).world
    (snow,) = real_events(world, 0, "en")
    assert snow.line("en") == "12 March 1942: Snow fell on the pass. (source: S1, A2) Disputed: A2 says it rained."
    assert real_events(world, 0, "sq")[0].line("sq") == (
        "12 mars 1942: Ra borë në qafë. (burimi: S1, A2) E diskutueshme: A2 thotë se ra shi."
    )
    assert real_events(world, 1, "en")[0].line("en") == "April 1942: The hay rotted. (source: S3)"
    assert real_events(world, 5, "en") == []


def test_turning_points_lie_side_by_side(tmp_path: Path) -> None:
    table = past_table(tmp_path, 12, RAID)
    found, more = turning_points(table.world, table.turns, None, "en")
    assert not more
    rain = next(month for month, turn in enumerate(table.turns) for f in turn.facts if isinstance(f, facts.Happened))
    assert TurningPoint("The Ford", "March 1942", "28 April – 2 May 1942") in found
    assert TurningPoint("The Assembly", "", "16 May 1942") in found, "it never met here"
    assert TurningPoint("Rain on the harvest", table.world.turns[rain].name.en, "April 1942") in found
    assert len(found) == len({point.what for point in found}), "each once"
    assert not any(point.what == "The Long War" for point in found), "a whole war is no turning point"
    assert not any(point.what.startswith("A delegate") for point in found), "history has no date of it"
    assert [point.line("en") for point in found if not point.here] == ["The Assembly: not here; in history 16 May 1942"]
    early = turning_points(table.world, table.turns[:1], None, "en")
    assert [point.what for point in early.points if point.here] == ["The Ford"]


def test_an_event_and_a_battle_of_one_name_are_one_line(tmp_path: Path) -> None:
    text = PAST.replace("  skirmish:\n", "  rain:\n")
    table = past_table(tmp_path, 12, RAID, text=text)
    world = table.world
    battle = next(i for i, battle in enumerate(world.battles) if battle.id == "rain")
    assert any(entry.kind == "event" and world.events[entry.of].id == "rain" for entry in world.history)
    rain = next(month for month, turn in enumerate(table.turns) for f in turn.facts if isinstance(f, facts.Happened))
    assert any(battle in met.values() for met in battles_met(world, table.turns, None)[:rain])

    def called(months: int) -> list[TurningPoint]:
        found = turning_points(world, table.turns[:months], None, "en").points
        return [point for point in found if point.what in ("The Skirmish", "Rain on the harvest")]

    fought = called(rain)
    assert [(point.what, bool(point.here)) for point in fought] == [("The Skirmish", True)], "it was, the event was not"
    assert [point.what for point in called(12)] == ["Rain on the harvest"], "both were, and the event is told"


def test_a_shock_is_told_before_battles_and_a_battle_s_event_among_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shock = "  h1942_08_collapse: {date: 1942-08-01, text: It fell., source: S5, of: collapse}\nbattles:\n"
    table = past_table(tmp_path, 12, RAID, text=PAST.replace("battles:\n", shock).replace("  skirmish:\n", "  rain:\n"))

    def told(most: int) -> set[str]:
        monkeypatch.setattr(history, "_MOST", most)
        return {point.what for point in turning_points(table.world, table.turns, None, "en").points}

    collapse = next(event.title.en for event in table.world.events if event.id == "collapse")
    assert told(1) == {"The Assembly"}
    assert told(2) == {"The Assembly", collapse}
    assert told(3) < told(4) == {"The Assembly", collapse, "The Ford", "Rain on the harvest"}


def test_a_long_table_keeps_what_is_most_telling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = past_table(tmp_path, 12, RAID)
    whole = turning_points(table.world, table.turns, None, "en")
    assert [point.what for point in whole.points] == [
        "The Ford", "The Skirmish", "The Assembly", "Rain on the harvest",
    ]  # fmt: skip
    assert (whole.more, whole.closing("en")) == (0, "")
    monkeypatch.setattr(history, "_MOST", 2)
    short = turning_points(table.world, table.turns, None, "en")
    assert short.points == [whole.points[0], whole.points[2]], "the congress, then a battle, still in order of time"
    assert (short.closing("en"), short.closing("sq")) == ("and 2 more", "dhe 2 të tjera")
    for fmt in ("text", "md", "html"):
        page = render([], "T", fmt, "sq", short)
        assert page.count("dhe 2 të tjera") == 1
        assert "të tjera" not in render([], "T", fmt, "sq", whole)


@pytest.mark.parametrize("fmt", ["text", "md", "html"])
@pytest.mark.parametrize(("language", "heading"), [("en", "In history"), ("sq", "Në histori")])
def test_pages_to_keep_carry_history(tmp_path: Path, fmt: str, language: str, heading: str) -> None:
    table = past_table(tmp_path, 2, RAID)
    world = table.world
    pages = pages_of(world, table.turns, None, language)
    months = [
        Month(world.turns[i].name.get(language), page, real_events(world, i, language)) for i, page in enumerate(pages)
    ]
    points = turning_points(world, table.turns, None, language)
    page = render(months, "T", fmt, language, points)
    assert page.count(heading + (":" if fmt == "text" else "")) >= 2
    flat = " ".join(page.replace("\\", "").split())
    assert ("Snow fell on the pass." if language == "en" else "Ra borë në qafë.") in flat
    assert ("A2 says it rained." if language == "en" else "A2 thotë se ra shi.") in flat
    assert ("Forty fell." if language == "en" else "Ranë dyzet.") in flat
    assert ("28 April – 2 May 1942" if language == "en" else "28 prill – 2 maj 1942") in flat
    assert ("The Assembly" if language == "en" else "Kuvendi") in flat
    if fmt == "text":
        assert max(map(len, page.split("\n"))) <= 100
    else:
        assert ("not here" if language == "en" else "jo këtu") in flat


def test_a_page_without_history_has_no_heading_of_it(tmp_path: Path) -> None:
    table = past_table(tmp_path, 1, RAID)
    page = render([Month("May", page_of(table.world, table.turns, 0, None, "en"))], "T", "text", "en")
    assert "The Ford" in page
    assert "In history" not in page
    assert "side by side" not in page
