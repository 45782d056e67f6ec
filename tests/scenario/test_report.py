"""Reports with carets, and sentences made of pydantic's complaints."""

import json
import unicodedata
from typing import Annotated, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError, model_validator

from lanc_game.model.problems import DocPath, Problem, Severity
from lanc_game.workshop.reader import Document, read
from lanc_game.workshop.report import MAX_WIDTH, Report, locate, render, to_json, visible
from lanc_game.workshop.validation import from_validation


def report(excerpt: str, column: int, end_column: int, message: str = "m", advice: str = "") -> Report:
    return Report("f.yaml", 1, column, end_column, "code", Severity.ERROR, message, advice, excerpt)


def columns(text: str) -> int:
    """Count the columns of a terminal that a text fills."""
    narrow = [c for c in text if unicodedata.category(c) not in ("Mn", "Me")]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in narrow)


# --- drawing


def test_a_report_as_it_is_printed() -> None:
    document = read("\n" * 11 + "    in: skrapr\n", "scenarios/x/scenario.yaml")
    problem = Problem("unknown-region", ("in",), "no region is called `skrapr`", "did you mean `skrapar`?")
    assert render(locate(document, problem)).split("\n") == [
        "scenarios/x/scenario.yaml:12:9: error[unknown-region]: no region is called `skrapr`",
        "   12 |     in: skrapr",
        "      |         ^^^^^^",
        "      = did you mean `skrapar`?",
    ]


def test_flaws_and_keys_are_located_too() -> None:
    document = read("a: 1\na: 2", "f.yaml")
    assert render(locate(document, document.problems[0])).startswith("f.yaml:2:1: error[duplicate-key]: `a` is")
    found = locate(document, Problem("c", ("a",), "m", severity=Severity.ADVICE, at_key=True))
    assert (found.line, found.column, found.end_column, found.severity) == (1, 1, 2, Severity.ADVICE)


def test_colour_adds_nothing_but_escapes_of_our_own() -> None:
    coloured = render(report("a: \x1b[2J", 4, 8, "\x1b[2J"), colour=True)
    for code in ("\x1b[1;31m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == render(report("a: \x1b[2J", 4, 8, "\x1b[2J"))


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "line", "caret"),
    [
        ("漢字: ab", 5, 7, "漢字: ab", "      ^^"),
        ("e\u0301: ab", 5, 7, "e\u0301: ab", "   ^^"),
        ("\x1b: ab", 4, 6, "\\x1b: ab", "      ^^"),
        ("a: 漢", 4, 5, "a: 漢", "   ^^"),
        ("a: \u202e", 4, 5, "a: \\u202e", "   ^^^^^^"),
        ("a:", 3, 3, "a:", "  ^"),
        ("a", 9, 12, "a", " ^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(
    excerpt: str, column: int, end_column: int, line: str, caret: str
) -> None:
    drawn = render(report(excerpt, column, end_column)).split("\n")
    assert drawn[1:] == [f"    1 | {line}", f"      | {caret}"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    _, excerpt, caret = render(report(line, 301, 305)).split("\n")
    shown, under = excerpt[8:], caret[8:]
    assert shown[0] == shown[-1] == "…"
    assert len(shown) == MAX_WIDTH
    assert shown[under.index("^") : under.rindex("^") + 1] == "HERE"


def test_an_empty_line_is_not_drawn() -> None:
    assert render(report("", 1, 1)) == "f.yaml:1:1: error[code]: m"


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=200), st.integers(1, 220), st.integers(0, 220), st.text(max_size=20))
def test_no_text_drives_the_terminal_or_breaks_the_frame(line: str, column: int, length: int, said: str) -> None:
    drawn = render(report(line, column, column + length, said, said))
    assert all(unicodedata.category(c)[0] != "C" for c in drawn.replace("\n", ""))
    assert not set(drawn) & {"\u2028", "\u2029"}
    for row in drawn.split("\n")[1:3] if line.strip() else []:
        assert columns(row) <= len("    1 | ") + MAX_WIDTH + 1
    json.dumps(to_json(report(line, column, column + length, said))).encode()


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab漢\x1b\u0301\u202e "), max_size=150), st.integers(1, 150))
def test_the_caret_column_counts_what_is_drawn_before_it(line: str, column: int) -> None:
    rows = render(report(line, column, column + 1)).split("\n")
    if len(rows) == 3 and "…" not in rows[1]:
        assert rows[2].index("^") - 8 == columns(visible(line[: column - 1]))


def test_json() -> None:
    shown = to_json(report("a: \x9b", 4, 5, "said \x1b"))
    assert shown == {
        "file": "f.yaml",
        "line": 1,
        "column": 4,
        "end_column": 5,
        "code": "code",
        "severity": "error",
        "message": "said \\x1b",
        "help": "",
        "excerpt": "a: \\x9b",
    }


# --- pydantic's complaints


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Count(Model):
    kind: Literal["count"]
    count: str
    at_most: int = Field(ge=0)


class Control(Model):
    kind: Literal["control"]
    region: str


class All(Model):
    kind: Literal["all"]
    all: "list[Condition]"


Condition = Annotated[Count | Control | All, Field(discriminator="kind")]


class Gain(Model):
    gain: int
    who: str


class Lose(Model):
    lose: int


def key_of_effect(effect: object) -> str | None:
    return next((k for k in ("gain", "lose") if isinstance(effect, dict) and k in effect), None)


Effect = Annotated[Annotated[Gain, Tag("gain")] | Annotated[Lose, Tag("lose")], Discriminator(key_of_effect)]


class Scenario(Model):
    title: str = Field("x", min_length=1)
    when: Condition | None = None
    do: list[Effect] = []
    cost: int | Gain | list[int] = 0
    mood: Literal["calm", "angry"] = "calm"
    holds: dict[Annotated[str, Field(pattern="^[a-z]+$")], int] = {}
    open: bool = True
    turns: int = Field(1, alias="turn-count", gt=0)

    @model_validator(mode="after")
    def _turns(self) -> "Scenario":
        if self.turns == 13:
            raise ValueError("thirteen turns bring bad luck")
        return self


All.model_rebuild()


def problems(text: str, model: type[BaseModel] | None = Scenario) -> tuple[Document, list[Problem]]:
    document = read(text, "f.yaml")
    assert document.problems == []
    with pytest.raises(ValidationError) as raised:
        Scenario.model_validate(document.value)
    return document, from_validation(raised.value.errors(), document, model)


CASES: list[tuple[str, str, DocPath, str, str]] = [
    ("title: 3", "wrong-type", ("title",), "`title` should be text, not the number 3", "put it in quotes"),
    ("title: ''", "out-of-range", ("title",), "`title` must have 1 characters or more", "write more"),
    ("titel: x", "unknown-key", ("titel",), "`titel` is not known here", "did you mean `title`?"),
    (
        "turn_cuont: 3",
        "unknown-key",
        ("turn_cuont",),
        "`turn_cuont` is not known here",
        "did you mean `turn-count`?",
    ),
    (
        "turn-count: 0",
        "out-of-range",
        ("turn-count",),
        "`turn-count` must be more than 0",
        "it is the number 0",
    ),
    ("turn-count: 13", "wrong-value", (), "thirteen turns bring bad luck", ""),
    ("mood: angyr", "unknown-word", ("mood",), "`mood` can't be `angyr`", "did you mean `angry`?"),
    ("mood: x", "unknown-word", ("mood",), "`mood` can't be `x`", "possible here: `calm`, `angry`"),
    (
        "open: yes",
        "wrong-type",
        ("open",),
        "`open` should be `true` or `false`, not `yes`",
        "write `true` or `false`",
    ),
    (
        "holds: {a: x}",
        "wrong-type",
        ("holds", "a"),
        "`a` should be a whole number, not `x`",
        "write plain digits: no quotes, points, spaces or leading zeros",
    ),
    (
        *("holds: {A: 1}", "wrong-form", ("holds", "A")),
        *("`A` is not written as a key here must be", "it must match `^[a-z]+$`"),
    ),
    (
        *("cost: x", "wrong-type", ("cost",)),
        *(
            "`cost` should be a whole number or a mapping or a list, not `x`",
            "write a whole number or a mapping or a list here",
        ),
    ),
    (
        "cost: {gain: x, who: y}",
        "wrong-type",
        ("cost", "gain"),
        "`gain` should be a whole number, not `x`",
        "write plain digits: no quotes, points, spaces or leading zeros",
    ),
    ("cost: {gain: 1}", "missing-key", ("cost", "who"), "`who` is missing in `cost`", "add `who: ...`"),
    (
        "cost: [1, x]",
        "wrong-type",
        ("cost", 1),
        "entry 2 of `cost` should be a whole number, not `x`",
        "write plain digits: no quotes, points, spaces or leading zeros",
    ),
    ("when: {}", "missing-key", ("when", "kind"), "`kind` is missing in `when`", "add `kind: ...`"),
    ("when: {kind: al}", "unknown-kind", ("when", "kind"), "`kind` can't be `al`", "did you mean `all`?"),
    (
        *("when: {kind: count, count: x, at_most: -1}", "out-of-range", ("when", "at_most")),
        *("`at_most` must be 0 or more", "it is the number -1"),
    ),
    (
        *("when: {kind: count, count: 1, at_most: 1}", "wrong-type", ("when", "count")),
        *("`count` should be text, not the number 1", "put it in quotes"),
    ),
    (
        *("when: {kind: count, count: x}", "missing-key", ("when", "at_most")),
        *("`at_most` is missing in `when`", "add `at_most: ...`"),
    ),
    (
        *(
            "when:\n  kind: all\n  all:\n    - {kind: control, regoin: x}",
            "unknown-key",
            ("when", "all", 0, "regoin"),
        ),
        *("`regoin` is not known here", "did you mean `region`?"),
    ),
    (
        *("do:\n  - {gain: x, who: y}", "wrong-type", ("do", 0, "gain")),
        *("`gain` should be a whole number, not `x`", "write plain digits: no quotes, points, spaces or leading zeros"),
    ),
    (
        "do:\n  - {lsoe: 1}",
        "unknown-kind",
        ("do", 0, "lsoe"),
        "`lsoe` is not known here",
        "did you mean `lose`?",
    ),
    (
        *("do:\n  - {zzz: 1}", "unknown-kind", ("do", 0)),
        *("entry 1 of `do` is nothing that is known here", "possible here: `gain`, `lose`"),
    ),
    (
        "do:\n  - {lose: 1, who: 2}",
        "unknown-key",
        ("do", 0, "who"),
        "`who` is not known here",
        "possible here: `lose`",
    ),
    ("do: 1", "wrong-type", ("do",), "`do` should be a list, not the number 1", "write `[1]`"),
    (
        "- a",
        "wrong-type",
        (),
        "the document should be a mapping, not a list",
        "write its keys below it, indented: `key: value`",
    ),
    (
        "",
        "wrong-type",
        (),
        "the document should be a mapping, not empty",
        "write its keys below it, indented: `key: value`",
    ),
]


@pytest.mark.parametrize(("text", "code", "path", "message", "advice"), CASES)
def test_one_mistake_is_one_sentence(text: str, code: str, path: DocPath, message: str, advice: str) -> None:
    document, found = problems(text)
    assert [(p.code, p.path, p.message, p.help) for p in found] == [(code, path, message, advice)]
    assert "error[" in render(locate(document, found[0]))


def test_an_unknown_key_is_pointed_at_and_a_missing_one_at_its_parent() -> None:
    document, found = problems("title: x\ncost: {gain: 1, other: 2}")
    places = [(p.code, locate(document, p).column, locate(document, p).end_column) for p in found]
    assert places == [("missing-key", 1, 5), ("unknown-key", 17, 22)]


def test_problems_come_in_the_order_of_their_lines() -> None:
    document, found = problems("open: 1\nmood: x\ntitle: 1\nbad: 1")
    assert [locate(document, p).line for p in found] == [1, 2, 3, 4]


def test_allowed_keys_may_come_from_elsewhere_or_nowhere() -> None:
    document = read("titel: x", "f.yaml")
    with pytest.raises(ValidationError) as raised:
        Scenario.model_validate(document.value)
    errors = raised.value.errors()
    assert from_validation(errors, document)[0].help == ""
    asked: list[DocPath] = []

    def allowed(path: DocPath) -> list[str]:
        asked.append(path)
        return ["title"]

    assert from_validation(errors, document, allowed_keys=allowed)[0].help == "did you mean `title`?"
    assert asked == [()]


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["count", "all", "x", "gain", "control"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "all", "count", "at_most", "region", "gain", "who", "lose", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*Scenario.model_fields, "turn-count", "Title"]), JUNK, max_size=6))
def test_whatever_is_complained_about_has_a_place_and_a_sentence(tree: dict[str, object]) -> None:
    document = read(json.dumps(tree), "f.yaml")
    assert document.value == tree
    try:
        Scenario.model_validate(tree)
    except ValidationError as error:
        found = from_validation(error.errors(), document, Scenario)
        assert found
        assert len(set(found)) == len(found)
        for problem in found:
            assert problem.message
            assert "Input should" not in problem.message
            assert locate(document, problem).line == 1
