"""Every fact has its sentence in both languages, the same one every time, and no scenario can write on the terminal."""

import ast
import dataclasses
import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest
from chronicle_play import KINDS, SCENARIO, page_of, play, samples, small_world, told_world

from lanc_game.chronicle import kind_of, naming, refused, tell
from lanc_game.chronicle.order_errors import said
from lanc_game.chronicle.sentences import patterns_of
from lanc_game.engine import facts, names
from lanc_game.engine.checks import Refusal
from lanc_game.engine.facts import Changed, Fact
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.texts import Text
from lanc_game.language import ABOUT, TABLES, TELLING, say


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", ["en", "sq"])
def test_every_fact_has_a_sentence(kind: type[Fact], language: str) -> None:
    world = told_world()
    for fact in samples(kind):
        assert kind_of(fact) in TABLES["fact"]
        for pattern in patterns_of(world, fact):
            assert pattern in TELLING
        for rough in (False, True):
            told = tell(world, fact, language, rough=rough)
            assert told[0].isupper() or told[0].isdigit() or told.startswith(("about", "rreth", "“", "«", "About"))
            assert told[-1] in ".!?"
            assert not set("{}[]…") & set(told), told
            assert "  " not in told
            assert " ." not in told
            assert "()" not in told
            assert ".." not in told


def test_every_sentence_is_used() -> None:
    world = told_world()
    used = {pattern for kind in KINDS for fact in samples(kind) for pattern in patterns_of(world, fact)}
    assert used == set(TELLING)


def test_ledgers_have_no_sentence() -> None:
    assert tell(small_world(), Changed(0, -1, -1, 0, 0, 1, 0), "en") == ""


def test_numbers_are_in_the_sentence() -> None:
    world = small_world()
    fact = facts.Raided(0, 2, 3, 120, 61, 4, 7, surprise=True)
    for language in ("en", "sq"):
        told = tell(world, fact, language)
        assert "61" in told
        assert "4" in told
        assert world.factions[0].short.get(language) in told
        assert world.regions[3].name.get(language) in told


def test_what_is_seen_from_afar_is_rounded() -> None:
    world = small_world()
    fact = facts.Moved(0, -1, 0, 1, 137, hidden=False)
    told = tell(world, fact, "en", rough=True)
    assert "bout 140" in told
    assert "137" not in told


def test_facts_that_differ_are_told_in_different_words() -> None:
    world = small_world()
    shapes = {
        tell(world, facts.Raided(0, 2, 3, 120, arms, 4, 7, surprise=True), "en").replace(str(arms), "N")
        for arms in range(30, 60)
    }
    assert len(shapes) == 3


def test_numbers_and_names_of_the_rules_tell_alike() -> None:
    world = small_world()
    plain_fact = facts.PostureTaken(0, -1, 1, int(names.Posture.HIDING), 12)
    named_fact = facts.PostureTaken(0, -1, 1, names.Posture.HIDING, 12)
    assert tell(world, plain_fact, "en") == tell(world, named_fact, "en")


def test_refusals_name_region_or_side() -> None:
    world = small_world()
    assert world.regions[1].name.en in refused(world, Refusal("no_council", about=1), "en")
    assert world.factions[1].short.sq in refused(world, Refusal("under_truce", about=1), "sq")
    assert refused(world, Refusal("too_little_sympathy", 4, 8, 0), "en") == say(
        "en", "refusal", "too_little_sympathy", have=4, need=8
    )


def test_refusals_name_what_they_are_about() -> None:
    world = told_world()
    for reason, table in ABOUT.items():
        for language in ("en", "sq"):
            thing = getattr(world, table)[1]
            name = (thing.title if hasattr(thing, "title") else thing.name).get(language).rstrip(".")
            assert name in refused(world, Refusal(reason, 1, 2, about=1), language)
            assert "…" not in refused(world, Refusal(reason), language)
    assert refused(world, Refusal("seats_wrong", 8, 7, 0), "en") == (
        "The seats do not add up: The Meeting at the Mill: 8 given, there are 7."
    )


def test_names_stand_within_sentences() -> None:
    assert doctest.testmod(naming).failed == 0


def test_the_reader_of_orders_is_understood_in_albanian() -> None:
    asked: list[str] = []
    for path in sorted(Path(names.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "OrderError":
                for text in node.args:
                    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
                    asked.append("".join(str(p.value) if isinstance(p, ast.Constant) else "xx" for p in parts))
    assert len(asked) > 20
    for sentence in asked:
        assert said(OrderError(sentence), "sq") != sentence


def test_a_wing_that_leaves_says_farewell() -> None:
    world = told_world()
    gone = facts.WingLeft(0, 2, -1, 0, 300)
    other = world.factions[2].short.en
    assert tell(world, gone, "en").startswith("The mill stood empty. A wing left")
    assert f"for {other}: the mill, 300 men." in tell(world, gone, "en")
    assert "went home: the old." in tell(world, facts.WingLeft(0, -1, -1, 1, 0), "en")


def test_demands_are_replied_to_and_choices_decided() -> None:
    world = told_world()
    assert patterns_of(world, facts.Offered(0, -1, -1, 0)) == ("offered",)
    assert patterns_of(world, facts.Offered(0, -1, -1, 1)) == ("demanded",)
    assert "the Steppe" in tell(world, facts.Decided(0, -1, -1, 1, 0, by_default=False), "en")
    assert patterns_of(world, facts.Decided(0, -1, -1, 1, 0, by_default=True)) == ("replied_by_default",)


def test_dealings_say_what_was_dealt() -> None:
    world = told_world()
    assert "the mill 4, the old 2 and the young 1" in tell(world, facts.CongressHeld(0, -1, -1, 0, (4, 2, 1)), "en")
    aid = facts.AidCame(0, -1, -1, 0, 60, 20, asked=False)
    assert "the Island" in tell(world, aid, "en")
    assert "60 rifles and 20 of supplies" in tell(world, aid, "en")
    assert "60 pushkë dhe 20 furnizime" in tell(world, aid, "sq")
    waverer = facts.RumourHeard(0, -1, -1, names.Talk.WAVERER, 2, 1, 70)
    assert "the old" in tell(world, waverer, "en")
    assert "70" in tell(world, waverer, "en")
    assert "clear the road; cut the road" in tell(world, facts.MandatesOffered(0, -1, -1, (0, 1)), "en")
    assert "the old" in tell(world, facts.Pledged(0, -1, -1, 0), "en")
    assert "the Steppe" in tell(world, facts.MandateJudged(0, -1, -1, 1, done=False), "en")


def test_hostile_names_drive_no_terminal() -> None:
    world = told_world()
    evil = Text("{men}[x]\x1b[2J\u202e|<b>\x9b\n", "\x1b]0;x\x07")
    changed = dataclasses.replace(
        world,
        regions=tuple(dataclasses.replace(region, name=evil) for region in world.regions),
        factions=tuple(dataclasses.replace(faction, name=evil, short=evil) for faction in world.factions),
        leaders=tuple(dataclasses.replace(leader, name=evil) for leader in world.leaders),
        events=tuple(dataclasses.replace(event, title=evil, text=evil, note=evil) for event in world.events),
        units=tuple(dataclasses.replace(unit, plural=evil) for unit in world.units),
        turns=tuple(dataclasses.replace(turn, name=evil) for turn in world.turns),
        instruments=tuple(dataclasses.replace(treaty, name=evil) for treaty in world.instruments),
        clauses=tuple(
            dataclasses.replace(clause, name=evil, value_names=(evil,) * len(clause.values)) for clause in world.clauses
        ),
        wings=tuple(dataclasses.replace(wing, name=evil, farewell=evil) for wing in world.wings),
        patrons=tuple(dataclasses.replace(patron, name=evil) for patron in world.patrons),
        congresses=tuple(dataclasses.replace(congress, title=evil) for congress in world.congresses),
        promises=tuple(dataclasses.replace(promise, name=evil) for promise in world.promises),
        mandates=tuple(dataclasses.replace(mandate, title=evil) for mandate in world.mandates),
    )
    for kind in KINDS:
        fact = next(iter(samples(kind)))
        for language in ("en", "sq"):
            told = tell(changed, fact, language)
            assert told.isprintable(), repr(told)


def test_the_same_under_every_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from chronicle_play import page_of;"
        "sys.stdout.buffer.write(page_of(7, None, 'en', 'md').encode())"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    expected = page_of(7, None, "en", "md").encode()
    for seed in ("0", "1"):
        run = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        assert run.stdout == expected


def test_no_proper_names_in_the_code() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("chronicle", "language")
        for path in sorted((SCENARIO.parents[1] / "src" / "lanc_game" / folder).glob("*.py"))
    )
    for name in ("Balli", "Hoxha", "Italian", "German", "Berat", "Vlorë", "1943", "Mukje"):
        assert name not in source


def test_a_real_war_is_told_without_gaps() -> None:
    world = small_world()
    for month in play(5):
        for fact in month.told:
            for language in ("en", "sq"):
                told = tell(world, fact, language)
                assert isinstance(fact, (facts.Changed, facts.MenChanged)) or told
                assert "…" not in told
