"""docs/writing-scenarios.md says what is so: its reference, its examples, its worked scenario, its commands."""

import re
import sys
from pathlib import Path

import pytest

from lanc_game.cli import parser
from lanc_game.compile import build
from lanc_game.engine.state import Json
from lanc_game.model import effects, vocabulary
from lanc_game.model.base import Part
from lanc_game.model.examples import EXAMPLES
from lanc_game.model.meanings import MEANINGS
from lanc_game.model.scenario import Scenario
from lanc_game.simulate import simulate
from lanc_game.simulate.playcheck import playcheck
from lanc_game.workshop.load import Loaded, load
from lanc_game.workshop.report import render

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "writing-scenarios.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FORD = YAML[2]
VOCABULARY = {**vars(vocabulary), **vars(effects)}
HILL = "{name: H, short: H, letter: H, colour: red, kind: movement, units: [cell, band, battalion, village]"


def written(tmp_path: Path, text: str) -> Loaded:
    file = tmp_path / "ford.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file)


def test_the_reference_is_that_of_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    sys.modules.pop("scenario_reference", None)
    from scenario_reference import written as with_reference

    assert with_reference(PAGE) == PAGE, "run `python tools/scenario_reference.py`"
    assert "anything" not in PAGE.split("<!-- reference: begin -->")[1]


def test_every_key_has_a_meaning() -> None:
    schema = Scenario.model_json_schema(by_alias=True)
    models = {"Scenario": schema, **schema["$defs"]}
    vocabulary_models = {name for name, thing in VOCABULARY.items() if isinstance(thing, type)} | {"Words"}
    assert set(MEANINGS) == set(models) - vocabulary_models
    for name, meanings in MEANINGS.items():
        assert list(meanings) == list(models[name]["properties"]), name


def test_every_operation_has_an_example() -> None:
    operations = {
        name
        for name, thing in VOCABULARY.items()
        if isinstance(thing, type) and issubclass(thing, Part) and name.endswith(("Number", "Condition", "Effect"))
    }
    assert set(EXAMPLES) == operations
    keys = [text.strip("{").split(":")[0] for name, text in EXAMPLES.items() if not name.endswith("Effect")]
    assert sorted(keys) == sorted(vocabulary.CONDITION_KEYS)
    done = [text.strip("{").split(":")[0] for name, text in EXAMPLES.items() if name.endswith("Effect")]
    assert sorted(done) == sorted(effects.EFFECT_KEYS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_compiles_and_plays(name: str, tmp_path: Path) -> None:
    text = EXAMPLES[name]
    event = f"when: {text}" if not name.endswith("Effect") else f"effects: [{text}]"
    measures = ""
    if name.endswith("Number"):
        bare = re.sub(r", at_(least|most): \d+", "", text)
        measures = f", verdict: {{m: {{text: M, number: {bare}, low: 0, high: 9, points: 100}}}}"
    loaded = written(
        tmp_path,
        f"extends: two-banners\nfactions:\n  hill: {HILL}, meters: {{unity: {{name: U}}}}{measures}}}\n"
        f"events:\n  example: {{title: E, text: E, {event}}}\n",
    )
    assert loaded.world is not None, [render(report) for report in loaded.reports]
    assert not list(playcheck(loaded.world, 1))


def test_the_worked_example_checks_clean_and_plays(tmp_path: Path) -> None:
    loaded = written(tmp_path, FORD)
    assert loaded.reports == ()
    assert loaded.world is not None
    assert not list(playcheck(loaded.world, 20)), "every event happens now and then"
    assert len(FORD.splitlines()) < 150


def test_the_fragments(tmp_path: Path) -> None:
    over_albania = written(tmp_path, YAML[0])
    assert over_albania.reports == (), "dates outside the calendar are no fault"
    for fragment in (YAML[1], YAML[3]):
        assert written(tmp_path, f"extends: four-valleys\n{fragment}").reports == ()


def test_the_campaign_that_begins_in_the_middle(tmp_path: Path) -> None:
    later = next(block for block in YAML if "seats: [hill]" in block)
    loaded = written(tmp_path, f"extends: two-banners\n{later}")
    assert loaded.reports == (), [render(report) for report in loaded.reports]
    assert loaded.world is not None
    assert [faction.id for faction in loaded.world.factions if faction.playable] == ["hill"]


def test_the_front_of_the_tutorial_checks_clean_and_is_signed_now_and_then(tmp_path: Path) -> None:
    loaded = written(tmp_path, "".join(YAML[4:10]))
    assert loaded.reports == (), [render(report) for report in loaded.reports]
    assert loaded.world is not None
    assert not list(playcheck(loaded.world, 4))
    played = simulate(loaded.document, world=loaded.world, games=12)
    signed = {signing.instrument for result in played.results for signing in result.dealings.pacts}
    assert signed


def test_the_excerpt_of_a_report_is_a_real_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = written(tmp_path, FORD.replace("in: upper, traits: [organiser]", "in: uper, traits: [organiser]"))
    assert [render(report) for report in loaded.reports] == [
        PAGE.split("## What the checker says\n\n```\n")[1].split("\n```")[0]
    ]


def test_the_commands_of_the_page_exist() -> None:
    block = PAGE.split("## Five minutes\n\n```\n")[1].split("```")[0]
    lines = [line.split("  ")[0] for line in block.splitlines()]
    assert len(lines) == 7
    for line in [*lines, "lanc new my-war --from albania-1942"]:
        words = re.split(r" {2,}", line)[0].split()
        assert words[0] == "lanc"
        parser().parse_args([word for word in words[1:] if word.isascii()])


def test_a_scenario_compiles_without_the_workshop(tmp_path: Path) -> None:
    document: Json = written(tmp_path, FORD).document
    world, problems = build(document)
    assert world is not None
    assert problems == []
