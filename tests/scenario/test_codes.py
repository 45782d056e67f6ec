"""Every code that a finding can have is explained, and nothing else is; warnings are true and rare."""

import ast
from pathlib import Path

import pytest

import lanc_game
from lanc_game.cli import main
from lanc_game.compile.build import DIVISORS
from lanc_game.workshop.codes import EXPLANATIONS
from lanc_game.workshop.load import load

SOURCE = Path(lanc_game.__file__).parent
MAKERS = {"Problem", "Flaw", "fault", "warn", "flaw"}


def calls() -> list[ast.Call]:
    files = [*(SOURCE / "workshop").glob("*.py"), *(SOURCE / "compile").glob("*.py"), *(SOURCE / "model").glob("*.py")]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def codes() -> set[str]:
    found: set[str] = set()
    for node in calls():
        if called(node) in MAKERS and node.args and isinstance(node.args[0], ast.Constant):
            found.add(str(node.args[0].value))
        if called(node) == "find" and len(node.args) > 2 and isinstance(node.args[2], ast.Constant):
            found.add(f"unknown-{str(node.args[2].value).replace(' ', '-')}")
    return found


def test_every_code_is_explained() -> None:
    assert codes() == set(EXPLANATIONS)


def test_no_code_is_made_up_on_the_way() -> None:
    made = [ast.unparse(n.args[0]) for n in calls() if called(n) in MAKERS and n.args]
    loose = [text for text in made if not text.startswith("'")]
    assert {text for text in loose if text != "code"} == {"f\"unknown-{what.replace(' ', '-')}\""}


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "region-in-pieces"]) == 0
    assert "corners do not count" in capsys.readouterr().out
    assert main(["check", "--explain", "region-in-peices"]) == 2
    assert "did you mean `region-in-pieces`" in capsys.readouterr().err


def test_explanations_are_sentences() -> None:
    for text in EXPLANATIONS.values():
        assert text.endswith((".", "…", ".)"))
        assert "  " not in text


def test_every_rule_that_the_engine_divides_by_is_guarded() -> None:
    divided: set[str] = set()
    for file in (SOURCE / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv | ast.Mod | ast.Div):
                for part in ast.walk(node.right):
                    if isinstance(part, ast.Attribute) and ast.unparse(part.value).endswith("rules"):
                        divided.add(part.attr)
    assert divided <= DIVISORS, "add the new ones to DIVISORS in compile/build.py"


@pytest.mark.parametrize("name", ["four-valleys", "two-banners", "albania-1942"])
def test_no_false_alarms(name: str) -> None:
    assert load(SOURCE.parents[1] / "scenarios" / name).reports == ()


DOUBTFUL = {
    "never-happens": [
        "events: {e: {title: E, text: E, window: [1970-01, 1970-05]}}",
        "events: {e: {title: E, text: E, chance: 0}}",
    ],
    "never-holds": [
        "events: {e: {title: E, text: E, when: {all: [{not: {any: []}}]}}}",
        "events: {e: {title: E, text: E, when: {during: [1942-09, 1942-04]}}}",
        "events: {e: {title: E, text: E, when: {standing: hill, at_least: 50, at_most: 40}}}",
        "clauses: {c: {name: C, values: {v: {name: V, strains: [{by: 1, text: T, when: {any: []}}]}}}}",
        "clauses: {c: {name: C, values: {v: V}, blank: {strains: [{by: 1, text: T, when: {any: []}}]}}}",
        "instruments: {i: {name: I, level: pact, between: [hill, star], when: {any: []}}}",
        "frictions: [{between: [hill, star], by: 1, text: T, when: {any: []}}]",
        "wings: {w: {name: W, of: hill, pulls: [{loyalty: 1, text: T, when: {any: []}}]}}",
        "patrons: {p: {name: P, regard: {hill: 1}, audits: [{of: hill, by: 1, text: T, when: {any: []}}]}}",
        "patrons: {p: {name: P, regard: {hill: 1}, access: {hill: {any: []}}}}",
        "wings: {w: {name: W, of: hill}}\n"
        "promises: {p: {name: P, of: hill, to: [w], months: 1, kept: {any: []}, trust: 1, honour: 1, betrayal: 1}}\n",
        "wings: {w: {name: W, of: hill}}\n"
        "mandates: {m: {title: M, text: M, of: hill, wing: w, goal: {any: []}, months: 1}}",
        "wings: {w: {name: W, of: hill}}\ncongresses: {c: {title: C, text: C, host: hill, seats: 2, wings: {w: 2}, "
        "plans: {p: {text: P, seats: {w: 2}}}, outcomes: [{wing: w, at_least: 3}]}}",
    ],
    "months-unused": ["events: {e: {title: E, text: E, months: 3}}"],
    "chance-unused": ["events: {e: {title: E, text: E, hazard: fall, chance: 10}}"],
    "hazard-still": [
        "hazards: {h: {name: H}}\nevents: {e: {title: E, text: E, hazard: h}}",
    ],
    "hazard-unused": ["hazards: {h: {name: H, start: 60}}"],
    "never-enters": [
        "factions: {x: {name: X, short: X, letter: X, colour: cyan, kind: local, status: unborn, units: [band]}}"
    ],
    "no-men": ["factions: {x: {name: X, short: X, letter: X, colour: cyan, kind: local, units: [band]}}"],
    "points-not-100": [
        "factions: {x: {name: X, short: X, letter: X, colour: cyan, kind: local, units: [band], verdict: "
        "{a: {text: A, number: {standing: x}, low: 0, high: 9, points: 60}}}}",
    ],
    "not-by-land": [
        "links: [{between: [harbour, plain], kind: road}, {between: [plain, woods], kind: road}, "
        "{between: [harbour, mountain], kind: sea}]\n"
        "regions: {mountain: {name: Mali, terrain: mountain, people: 30, worth: [port]}}",
    ],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in DOUBTFUL.items() for text in texts])
def test_warnings(code: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "doubtful.yaml"
    file.write_text(f"extends: four-valleys\n{text}\n", encoding="utf-8")
    loaded = load(file)
    assert loaded.world is not None
    assert code in [report.code for report in loaded.reports], [report.message for report in loaded.reports]
    assert all(report.severity == "warning" and report.help for report in loaded.reports)
    assert main(["check", str(file)]) == 0
    assert "no errors, " in capsys.readouterr().out


def test_what_looks_like_something_else_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(
        "extends: four-valleys\nleaders:\n"
        + "".join(
            f"  who{number}: {{name: {name}, faction: hill, in: mountain}}\n"
            for number, name in enumerate(("NO", "on", "12:30", "010", "1_000"))
        ),
        encoding="utf-8",
    )
    world = load(file).world
    assert world is not None
    names = [leader.name.en for leader in world.leaders if leader.id.startswith("who")]
    assert names == ["NO", "on", "12:30", "010", "1_000"]
