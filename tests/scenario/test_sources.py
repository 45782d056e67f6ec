"""Every note says where it is written, every key is one of the dossier's, and names and texts are whole in both languages."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lanc_game.engine.state import Json
from lanc_game.workshop.load import load

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
CAMPAIGNS = ("albania-1939", "albania-1941", "albania-1942", "albania-1943", "albania-1944", "albania-full")
SOURCED = ("events", "battles", "history", "congresses", "instruments", "wings", "patrons")

# The dossier's keys: the article (S, or one of its facts), the sources of its section 9, the three marks of general knowledge,
# and EST for the game's own design and estimates. Numbers that the dossier skips are no keys.
ARTICLE = {"S", *(f"S{number}" for number in range(1, 30))}
SKIPPED = {4, 22, 55, 57, 66, 68, 73, 81, 90}
OTHERS = {f"A{number}" for number in range(1, 91) if number not in SKIPPED}
MARKS = {"K-high", "K-med", "K-low", "EST"}
KNOWN = ARTICLE | OTHERS | MARKS
BRACKETED = re.compile(r"\[([SAK][^\[\] ,]*(?:, ?[SAK][^\[\] ,]*)*)\]")

# What the fingers write when they forget the keyboard.
WRONG = re.compile(
    r"(?<!\w)("
    r"Permet|Permeti|Kelcyra|Kelcyre|Cermenike|Cermenika|Shkoder|Gjirokaster|Vlore|Korce|Korca|Durres"
    r"|Durresi|Tirane|Peze|Kruje|Lezhe|Kukes|Sarande|Himare|Delvine|Tepelene|Drashovice|Borove|Corovode"
    r"|Mallakaster|Kavaje|Lushnje|Kucove|Prishtine|Gjakove|Puke|Shengjin|Rreshen|Bulqize|Voskopoje"
    r"|Selenice|Libohove|Tropoje|Helmes|Herec|Vercani|Skenderbej|Frasheri|Midhat|Mid’hat|Verlaci|Bicaku"
    r"|Citaku|Coba|Koci|Muco|Laci|Skender|Lanc|LANC|Zeri|Popovic|Mugosa|Stojnic|Vukmanovic|Visegrad"
    r"|Kicevo|Sandzak"
    r")(?!\w)"
)

TOLD = {"title", "text", "cost", "blurb", "summary", "start_note", "deed", "dispute", "farewell"}
SHOWN = {"name", "name_en", "via", "note"}
Place = tuple[str, ...]


@cache
def document(name: str) -> Json:
    loaded = load(SCENARIOS / name)
    assert loaded.errors == 0, [report.message for report in loaded.reports]
    return loaded.document


def walk(value: Json, place: Place = ()) -> Iterator[tuple[Place, Json]]:
    """Return every value of a document and where it stands."""
    yield place, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*place, str(index)))


def entries(whole: Json) -> Iterator[tuple[Place, dict[str, Json]]]:
    """Return what has a note and a source, by section and name."""
    assert isinstance(whole, dict)
    for section in SOURCED:
        found = whole.get(section) or {}
        assert isinstance(found, dict)
        for name, entry in found.items():
            assert isinstance(entry, dict)
            yield (section, name), entry


def unsourced(whole: Json) -> list[Place]:
    """Return what states something of history and doesn't say where that is written."""
    return [
        place
        for place, entry in entries(whole)
        if (entry.get("note") or place[0] == "history") and not entry.get("source")
    ]


def unknown_keys(whole: Json) -> list[tuple[Place, str]]:
    """Return the keys that the dossier doesn't have: in sources, and in brackets within a text."""
    found = [
        (place, key.strip()) for place, entry in entries(whole) for key in str(entry.get("source") or "").split(",")
    ]
    for place, value in walk(whole):
        if isinstance(value, str):
            found += [(place, key.strip()) for keys in BRACKETED.findall(value) for key in keys.split(",")]
    return [(place, key) for place, key in found if key and key not in KNOWN]


def misspelt(whole: Json) -> list[tuple[Place, str]]:
    """Return names without their marks, wherever a player may read them; aliases are for the fingers and may go without."""
    return [
        (place, word)
        for place, value in walk(whole)
        if isinstance(value, str) and place[-1] in {"en", "sq", *SHOWN, *TOLD} and "aliases" not in place
        for word in WRONG.findall(value)
    ]


def half_told(whole: Json) -> list[Place]:
    """Return the texts that lack one language, or say the same in both. A note may be in English only."""
    found = []
    for place, value in walk(whole):
        if not place or "note" in place:
            continue
        if isinstance(value, dict) and {"en", "sq"} & set(value) and not (value.get("en") and value.get("sq")):
            found.append(place)
        if isinstance(value, str) and place[-1] in TOLD:
            found.append(place)
        sentence = place[0] in SOURCED and place[-1] in {"text", "cost", "dispute"}
        if sentence and isinstance(value, dict) and value.get("en") == value.get("sq"):
            found.append(place)
    return found


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_note_has_a_source(name: str) -> None:
    assert unsourced(document(name)) == []


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_key_is_one_of_the_dossier(name: str) -> None:
    assert unknown_keys(document(name)) == []


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_names_carry_their_marks(name: str) -> None:
    assert misspelt(document(name)) == []


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_everything_is_told_in_both_languages(name: str) -> None:
    assert half_told(document(name)) == []


def test_the_checks_see_what_is_wrong() -> None:
    wrong: Json = {
        "events": {
            "burned": {
                "title": {"en": "Permet", "sq": "Përmeti"},
                "text": {"en": "It burned [A4]."},
                "note": "6 July 1943.",
                "options": {"go": {"text": {"en": "Go.", "sq": "Go."}, "cost": "Boots."}},
            },
        },
        "battles": {"lost": {"note": "Who knows.", "source": "A11, B2"}},
        "history": {"h1": {"text": {"en": "Peace.", "sq": "Paqe."}}},
        "factions": {"lnc": {"name": {"en": "Lanc", "sq": "LANÇ"}, "aliases": ["lanc"]}},
    }
    assert unsourced(wrong) == [("events", "burned"), ("history", "h1")]
    assert [key for _, key in unknown_keys(wrong)] == ["B2", "A4"]
    assert [word for _, word in misspelt(wrong)] == ["Permet", "Lanc"]
    assert [place[-1] for place in half_told(wrong)] == ["text", "text", "cost"]
