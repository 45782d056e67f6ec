"""The tables say everything that the rules can say, in both languages alike."""

import ast
import dataclasses
import doctest
from enum import EnumMeta
from pathlib import Path

import pytest

from lanc_game import language
from lanc_game.engine import names
from lanc_game.engine.forecast import Term
from lanc_game.engine.grammar import GRAMMAR
from lanc_game.engine.turn import PHASES
from lanc_game.engine.world import World
from lanc_game.language import ABOUT, FAILURES, TABLES, TELLING, Rough, names_in, say, speech

ENGINE = Path(names.__file__).parent
PAIRS = [(f"{table}.{key}", pair) for table, entries in TABLES.items() for key, pair in entries.items()]
PAIRS += [(f"telling.{key}.{i}", pair) for key, found in TELLING.items() for i, pair in enumerate(found)]


@pytest.mark.parametrize(("where", "pair"), PAIRS, ids=[where for where, _ in PAIRS])
def test_both_languages_say_the_same(where: str, pair: tuple[str, str]) -> None:
    english, albanian = pair
    assert english.strip()
    assert albanian.strip()
    assert names_in(english) == names_in(albanian)
    for text in pair:
        assert "  " not in text
        assert text.count("[") == text.count("]")
        assert text.count("{") == text.count("}")
        if not where.startswith("verb_help."):
            assert all(names_in(part) for part in _parts(text)), "an optional part needs a value that decides on it"


def _parts(text: str) -> list[str]:
    return [piece.split("]")[0] for piece in text.split("[")[1:]]


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        ("cause", names.Cause),
        ("figure", names.Figure),
        ("verb", names.Verb),
        ("verb_help", names.Verb),
        ("verb_detail", names.Verb),
        ("posture", names.Posture),
        ("status", names.Status),
        ("relation", names.Relation),
        ("grade", names.Grade),
        ("terrain", names.Terrain),
        ("worth", names.Worth),
        ("link", names.LinkKind),
        ("kind", names.FactionKind),
        ("role", names.Role),
        ("target", names.Target),
        ("policy", names.Policy),
        ("reprisals", names.Reprisals),
        ("requisition", names.Requisition),
        ("fate", names.Fate),
        ("outcome", names.Outcome),
        ("clash", names.Clash),
        ("manner", names.Manner),
        ("level", names.Level),
        ("talk", names.Talk),
    ],
)
def test_every_name_of_the_rules_is_in_its_table(table: str, enum: EnumMeta) -> None:
    assert {name.lower() for name in enum.__members__} <= set(TABLES[table])


def test_every_enum_of_the_rules_has_a_table() -> None:
    enums = {name for name, thing in vars(names).items() if isinstance(thing, EnumMeta) and name != "IntEnum"}
    assert len(enums) == 22, "a new closed list in engine/names.py needs a table here"


def test_every_refusal_has_a_text() -> None:
    used = {
        node.args[0].value
        for path in sorted(ENGINE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"
        if isinstance(node.args[0], ast.Constant)
    }
    assert len(used) > 40
    assert used <= set(TABLES["refusal"])


def test_every_failure_has_a_text() -> None:
    used: set[object] = set()
    for path in sorted(ENGINE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # a failure is told as month.tell(facts.OrderFailed, ..., why)
            if isinstance(node, ast.Call) and any(ast.unparse(arg) == "facts.OrderFailed" for arg in node.args):
                used |= {arg.value for arg in node.args[-1:] if isinstance(arg, ast.Constant)}
            if isinstance(node, ast.FunctionDef) and node.name == "_why_not":
                used |= {c.value for r in ast.walk(node) if isinstance(r, ast.Return) for c in _strings(r)}
    used.discard("")
    assert used == set(FAILURES), "a failure without a text, or a text that no rule uses"
    assert set(FAILURES) <= set(TABLES["refusal"])


def _strings(node: ast.AST) -> list[ast.Constant]:
    return [child for child in ast.walk(node) if isinstance(child, ast.Constant) and isinstance(child.value, str)]


def test_every_term_of_a_forecast_has_a_text() -> None:
    tree = ast.parse((ENGINE / "forecast.py").read_text(encoding="utf-8"))
    used = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == Term.__name__
        if isinstance(node.args[0], ast.Constant)
    }
    assert used
    assert used <= set(TABLES["forecast"])


def test_every_reason_of_a_treaty_has_a_text() -> None:
    tree = ast.parse((ENGINE / "treaties.py").read_text(encoding="utf-8"))
    used = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason"
        if isinstance(node.args[0], ast.Constant)
    }
    assert "closeness" in used
    assert used <= set(TABLES["forecast"])


def test_every_reason_of_a_bot_has_a_text() -> None:
    used: set[object] = set()
    for path in sorted((ENGINE.parent / "bots").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in ("Choice", "offer", "say", "_say"):
                used |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    assert len(used) > 20
    assert used <= set(TABLES["reason"])


def test_refusals_are_about_what_there_is() -> None:
    assert set(ABOUT) <= set(TABLES["refusal"])
    assert set(ABOUT.values()) <= {field.name for field in dataclasses.fields(World)}


def test_every_phase_has_a_name() -> None:
    assert {name for name, _ in PHASES} <= set(TABLES["phase"])


def test_help_begins_with_the_verb_as_it_is_typed() -> None:
    for verb in GRAMMAR:
        for text in TABLES["verb_help"][verb.name.lower()]:
            assert text.split()[0] == verb.name.lower()
            assert " — " in text


def test_brackets_of_usage_are_kept() -> None:
    assert say("en", "verb_help", "attack").startswith("attack REGION [FACTION] — ")


def test_say_never_raises() -> None:
    assert say("en", "refusal", "no_cadres") == (
        "Not enough free cadres: … left, it takes …. Drop another order, or wait until work is done."
    )
    assert say("xx", "figure", "fear") == "fear"
    assert say("sq", "no table", "some\x1bkey") == "some\\x1bkey"


def test_parts_that_do_not_apply_are_left_out() -> None:
    assert say("en", "refusal", "too_few_arms") == "Too few arms in store. A raid brings some."
    assert say("en", "refusal", "too_few_arms", have=0, need=10) == (
        "Too few arms in store: it takes 10, there are 0. A raid brings some."
    )
    assert say("sq", "refusal", "no_council", about="X") == "Atje nuk keni këshill (X). Organizoni një më parë."


def test_values_are_not_read_as_patterns() -> None:
    said = say("en", "refusal", "no_council", about="{have}[{need}]{have:a|b}")
    assert "({have}[{need}]{have:a|b})" in said


def test_values_are_made_visible() -> None:
    said = say("en", "refusal", "no_council", about="red\x1b[31m\u202eback\nnext")
    assert "(red\\x1b[31m\\u202eback next)" in said


def test_numbers_and_lists_as_each_language_writes_them() -> None:
    assert language.number(1234567) == "1,234,567"
    assert language.number(1234567, "sq") == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert language.number(999, "sq") == "999"
    assert language.signed(-1240) == "\N{MINUS SIGN}1,240"
    assert language.about(120, "sq") == "rreth 120"
    assert language.tenths(-8, "sq") == "\N{MINUS SIGN}0,8"
    assert language.listing(["a", "b", "c"], "sq") == "a, b dhe c"
    assert language.listing([]) == ""
    assert language.listing(["a"]) == "a"
    assert language.fill("{men:man|men}", "en", {"men": Rough(120)}) == "about 120 men"
    assert language.fill("{men:man|men}", "en", {"men": 1}) == "1 man"


def test_examples_in_the_docstrings() -> None:
    for module in (language, speech):
        assert doctest.testmod(module).failed == 0
