"""A month's page: joined, ordered, marked; why figures moved; and pages to keep."""

import dataclasses
from html.parser import HTMLParser

import pytest
from chronicle_play import page_of, play, small_world, told_world

from lanc_game.chronicle import Entry, Month, chronicle_of, firsts_in, headline, render, why_sentences
from lanc_game.chronicle.history import Real, SideBySide, TurningPoint
from lanc_game.chronicle.month import PHASE_OF
from lanc_game.chronicle.preview import reasons_said
from lanc_game.engine import facts
from lanc_game.engine.facts import Changed
from lanc_game.engine.names import Cause, Figure
from lanc_game.engine.texts import Text
from lanc_game.engine.treaties import Reason
from lanc_game.engine.turn import begin
from lanc_game.language import TABLES, TELLING

HILL, STAR, CROWN = 0, 1, 2
HARBOUR, MOUNTAIN, PLAIN, WOODS = 0, 1, 2, 3
MINUS = "\N{MINUS SIGN}"


def _page(told: list[facts.Fact], language: str = "en", before: frozenset[str] | None = None) -> list[Entry]:
    world = small_world()
    return chronicle_of(world, begin(world, 1), told, None, language, before)


def test_many_of_a_kind_become_one_line() -> None:
    told: list[facts.Fact] = [
        facts.Recruited(HILL, -1, WOODS, 12, called=False),
        facts.Recruited(STAR, -1, WOODS, 7, called=False),
        facts.Recruited(HILL, -1, MOUNTAIN, 34, called=False),
    ]
    entries = _page(told)
    assert [entry.text for entry in entries if entry.actor == HILL] == [
        "Volunteers for Hills: 34 in Mountain and 12 in Woods."
    ]
    assert len(entries) == 2
    assert "Mali 34 dhe Pylli 12" in _page(told, "sq")[0].text


def test_marches_by_the_same_road_are_one() -> None:
    told: list[facts.Fact] = [
        facts.Moved(HILL, -1, PLAIN, WOODS, 16, hidden=False),
        facts.Moved(HILL, -1, PLAIN, WOODS, 9, hidden=False),
    ]
    assert [entry.text.count("25") for entry in _page(told)] == [1]


def test_garrisons_and_ledgers_are_left_out() -> None:
    assert _page([facts.Garrisoned(CROWN, -1, PLAIN, 40), Changed(0, -1, -1, 1, 0, 5, Cause.RAID)]) == []


def test_the_order_is_by_phase_then_weight_then_region() -> None:
    told: list[facts.Fact] = [
        facts.WarEnded(-1, -1, -1),
        facts.TownTaken(HILL, CROWN, WOODS),
        facts.TownTaken(HILL, CROWN, HARBOUR),
        facts.Raided(HILL, CROWN, WOODS, 40, 20, 2, 3, surprise=True),
        facts.Raided(STAR, CROWN, HARBOUR, 40, 20, 2, 3, surprise=True),
        facts.Raided(HILL, CROWN, PLAIN, 40, 220, 2, 3, surprise=True),
        facts.PolicySet(CROWN, -1, -1, 0, 2),
    ]
    assert [(entry.kind, entry.region) for entry in _page(told)] == [
        ("policy_set", -1),
        ("raided", PLAIN),
        ("raided", HARBOUR),
        ("raided", WOODS),
        ("town_taken", HARBOUR),
        ("town_taken", WOODS),
        ("war_ended", -1),
    ]


def test_every_kind_has_its_phase() -> None:
    assert set(PHASE_OF) == set(TABLES["fact"])


def test_every_joined_kind_has_its_lines() -> None:
    groups = {key.removeprefix("group_") for key in TABLES["chronicle"] if key.startswith("group_")}
    assert groups <= set(TELLING)


def test_the_headline_is_the_weightiest_line() -> None:
    told: list[facts.Fact] = [
        facts.Moved(HILL, -1, PLAIN, WOODS, 40, hidden=False),
        facts.Raided(HILL, CROWN, WOODS, 40, 20, 2, 3, surprise=True),
        facts.TownTaken(HILL, CROWN, HARBOUR),
    ]
    best = headline(_page(told))
    assert best is not None
    assert (best.kind, best.weight) == ("town_taken", 3)
    assert headline([]) is None


def test_firsts_are_marked_once() -> None:
    told: list[facts.Fact] = [
        facts.TownTaken(HILL, CROWN, WOODS),
        facts.TownTaken(HILL, CROWN, PLAIN),
        facts.TownTaken(CROWN, HILL, HARBOUR),
    ]
    marked = [entry.text for entry in _page(told, before=frozenset()) if "first town" in entry.text]
    assert len(marked) == 1
    seen = firsts_in(small_world(), told)
    assert seen == {"first_town/hill"}
    assert not any("first town" in entry.text for entry in _page(told, before=seen))
    assert not any("first town" in entry.text for entry in _page(told))


def test_events_carry_what_history_says() -> None:
    world = small_world()
    entry = _page([facts.Happened(-1, -1, -1, 0)])[0]
    assert entry.text.startswith(world.events[0].title.en)
    assert entry.note == world.events[0].note.en


@pytest.mark.parametrize("seed", range(3))
def test_nobody_reads_more_than_the_one_who_sees_everything(seed: int) -> None:
    world = small_world()
    for month in play(seed):
        everything = {entry.kind for entry in chronicle_of(world, month.after, month.told, None, "en")}
        for faction in range(len(world.factions)):
            page = chronicle_of(world, month.after, month.told, faction, "en")
            assert {entry.kind for entry in page} <= everything
            assert all(0 <= entry.weight <= 3 for entry in page)


# --- why


def test_causes_sum_exactly() -> None:
    changes = [
        Changed(HILL, CROWN, -1, Figure.ARMS, 0, 61, Cause.RAID),
        Changed(HILL, CROWN, -1, Figure.ARMS, 0, 9, Cause.RAID),
        Changed(HILL, -1, -1, Figure.ARMS, 0, -34, Cause.VOLUNTEERS),
        Changed(HILL, -1, -1, Figure.ARMS, 0, 5, Cause.EVENT, 0),
    ]
    assert why_sentences(small_world(), changes, "en", opening=1200) == [
        "1,200 before",
        "+70 from a raid (Crown)",
        f"{MINUS}34 from volunteers",
        "+5 from Rain on the harvest",
        "+41 in all",
        "1,241 now",
    ]


def test_sympathy_and_fear_are_told_in_percent() -> None:
    changes = [
        Changed(-1, CROWN, PLAIN, Figure.FEAR, PLAIN, 180, Cause.REPRISAL),
        Changed(-1, -1, PLAIN, Figure.FEAR, PLAIN, -8, Cause.TIME),
    ]
    assert why_sentences(small_world(), changes, "sq") == [
        "+18,0 nga një reprezalje (Kurora)",
        f"{MINUS}0,8 nga kalimi i kohës",
        "+17,2 gjithsej",
    ]
    assert why_sentences(small_world(), [], "en", opening=340, figure=Figure.FEAR) == [
        "34.0 before",
        "Nothing changed it.",
        "34.0 now",
    ]


def test_causes_say_what_they_are_about() -> None:
    world = told_world()
    source = world.mandate_source(1)
    changes = [
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 9, Cause.PROMISE_KEPT, about=1),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 8, Cause.SEATS, about=0),
        Changed(HILL, STAR, -1, Figure.LOYALTY, 0, 7, Cause.CLAUSE, about=0),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 6, Cause.CLAUSE),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 5, Cause.EVENT, source),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 4, Cause.PASSED_OVER, about=0),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 3, Cause.AID, about=1),
        Changed(HILL, -1, -1, Figure.LOYALTY, 0, 2, Cause.PULL, about=0),
    ]
    assert why_sentences(world, changes, "en") == [
        "+9 from a promise kept, “bread”",
        "+8 from the seats of “The Meeting at the Mill”",
        "+7 from the clause “the land” (Star)",
        "+6 from a clause in force",
        "+5 from cut the road",
        "+4 from “clear the road” not taken up",
        "+3 from the aid of the Steppe",
        "+2 from The mill is far from the staff",
        "+44 in all",
    ]


def test_an_answer_to_a_letter_names_clauses_wings_and_patrons() -> None:
    world = told_world()
    blank = world.clauses[0].blank
    reasons = [Reason("closeness", 4), Reason("clause", -6, 0, blank), Reason("wing_price", 2, 0, 0, 1),
               Reason("patron_terms", -3, 0, 0, 1)]  # fmt: skip
    assert reasons_said(world, reasons, "en") == [
        "standing together +4",
        f"the land – left blank {MINUS}6",
        "the old on the land – divided after the war +2",
        f"the Steppe on the land – divided after the war {MINUS}3",
    ]


def test_places_are_named_where_there_are_several() -> None:
    changes = [Changed(HILL, -1, region, Figure.SYMPATHY, 0, 10, Cause.AGITATION) for region in (PLAIN, WOODS)]
    assert why_sentences(small_world(), changes, "en") == [
        "+1.0 from agitation (Plain)",
        "+1.0 from agitation (Woods)",
        "+2.0 in all",
    ]


@pytest.mark.parametrize("seed", range(3))
def test_a_month_of_changes_accounts_for_every_figure(seed: int) -> None:
    world = small_world()
    before = begin(world, seed)
    for month in play(seed):
        for at in range(len(world.factions)):
            changes = [f for f in month.told if isinstance(f, Changed) and f.figure == Figure.ARMS and f.at == at]
            lines = why_sentences(world, changes, "en", opening=before.arms[at])
            assert lines[-1] == f"{month.after.arms[at]:,} now"
        before = month.after


# --- pages to keep


EVIL = "<script>alert(1)</script> | `x` [a](b) \x1b[31m\n# h"


def _evil_months() -> list[Month]:
    real = Real(EVIL, EVIL, EVIL, EVIL)
    return [Month(EVIL, [Entry(0, 0, "happened", 3, EVIL, EVIL, EVIL)], [real]), Month("quiet", [])]


def _evil_page(fmt: str, language: str) -> str:
    return render(_evil_months(), EVIL, fmt, language, SideBySide([TurningPoint(EVIL, EVIL, EVIL)], 3))


@pytest.mark.parametrize("fmt", ["text", "md", "html"])
@pytest.mark.parametrize("language", ["en", "sq"])
def test_no_page_carries_control_characters(fmt: str, language: str) -> None:
    page = _evil_page(fmt, language)
    assert all(line.isprintable() for line in page.split("\n"))
    assert page.endswith("\n")


def test_markdown_reads_no_markup_of_a_scenario() -> None:
    page = _evil_page("md", "en")
    assert "<script" not in page.replace("\\<", "")
    row = next(line for line in page.split("\n") if line.startswith("| \\<"))
    assert row.replace("\\|", "").count("|") == 3


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name in ("src", "href") for name, _ in attrs)


def test_html_is_one_file_without_scripts_or_links() -> None:
    page = _evil_page("html", "sq")
    tags = _Tags()
    tags.feed(page)
    assert "script" not in tags.seen
    assert "a" not in tags.seen
    assert '<html lang="sq">' in page
    assert "http" not in page


def test_text_keeps_to_its_width() -> None:
    page = page_of(3, None, "en", "text")
    assert max(len(line) for line in page.split("\n")) <= 100
    assert "March 1942" in page
    assert "History: Invented." in page


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="text, md, html"):
        render([], "x", "pdf", "en")


def test_notes_keep_their_source() -> None:
    world = small_world()
    event = dataclasses.replace(world.events[0], note=Text("It rained."), source="A diary")
    changed = dataclasses.replace(world, events=(event, *world.events[1:]))
    entry = chronicle_of(changed, begin(changed, 1), [facts.Happened(-1, -1, -1, 0)], None, "en")[0]
    page = render([Month("August", [entry])], "x", "html", "en")
    assert "It rained. (source: A diary)" in page
