"""The reading of scenario text: values, places, refusals, and that no text at all brings it down."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lanc_game.model.problems import DocPath, nearest
from lanc_game.workshop import reader
from lanc_game.workshop.reader import MAX_FLAWS, Document, Mark, Node, read


def codes(text: str) -> list[str]:
    return [flaw.code for flaw in read(text, "x").problems]


def value(text: str) -> Node:
    document = read(text, "x")
    assert document.problems == []
    return document.value


def paths(node: Node, path: DocPath = ()) -> Iterator[DocPath]:
    yield path
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from paths(inner, (*path, key))
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from paths(inner, (*path, index))


def marked(document: Document, mark: Mark) -> str:
    return document.text.split("\n")[mark.line - 1][mark.column - 1 : mark.end_column - 1]


# --- values


@pytest.mark.parametrize(
    "text",
    [
        *[
            "on",
            "off",
            "NO",
            "yes",
            "True",
            "FALSE",
            "Null",
            "NULL",
            "12:30",
            "010",
            "1_000",
            "+1",
            "0x1f",
            "0o7",
        ],
        *["1942-09", "1942-09-16", "1.5", "1e3", ".5", ".inf", "1234567890123456789", "=", "<<", "١٢"],
    ],
)
def test_unquoted_words_are_text(text: str) -> None:
    assert value(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "meant"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("0", 0), ("-12", -12)],
)
def test_words_and_whole_numbers_of_the_core(text: str, meant: Node) -> None:
    found = value(f"a: {text}")
    assert found == {"a": meant}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(meant)


def test_the_longest_whole_number() -> None:
    assert value("a: 999999999999999999") == {"a": 10**18 - 1}


@pytest.mark.parametrize("text", ["'12'", '"12"', "|-\n  12", ">-\n  12"])
def test_quoted_and_block_scalars_are_text(text: str) -> None:
    assert value(f"a: {text}") == {"a": "12"}


def test_keys_are_always_text() -> None:
    assert value("on: 1\n12: 2\nnull: 3\ntrue: 4\n~: 5") == {"on": 1, "12": 2, "null": 3, "true": 4, "~": 5}


def test_nesting_and_windows_line_ends() -> None:
    text = "a:\r\n  - b: [1, {c: d}]\r\n    e: |\r\n      x\r\n      y\r\n"
    assert value(text) == {"a": [{"b": [1, {"c": "d"}], "e": "x\ny\n"}]}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null"])
def test_an_empty_document_is_none(text: str) -> None:
    assert value(text) is None


def test_a_leading_byte_order_mark_is_dropped() -> None:
    document = read("\ufeffa: b", "x")
    assert document.value == {"a": "b"}
    assert document.place(("a",)) == Mark(1, 4, 5)


# --- refusals


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\na: 2", "duplicate-key", 2, 1),
        ("a: &x 1", "anchor", 1, 4),
        ("a: *x", "alias", 1, 4),
        ("a: !!int '1'", "tag", 1, 4),
        ("a: ! b", "tag", 1, 4),
        ("a: 1\n---\nb: 1", "second-document", 2, 1),
        ("[a]: 1", "key-not-text", 1, 1),
        ("? {a: b}\n: 1", "key-not-text", 1, 3),
        ('"": 1', "empty-key", 1, 1),
        ("%YAML 1.2\n---\na: 1", "directive", 1, 1),
        ("a:\n\tb: 1", "tab", 2, 1),
        ("a: \x1b[31m", "strange-character", 1, 4),
        ("a: \x00", "strange-character", 1, 4),
        ("a: b\x85", "strange-character", 1, 5),
        ("ab: \ud800", "strange-character", 1, 5),
        ("a: b\rc: d", "strange-character", 1, 5),
        ("a: b\u2028c: d", "strange-character", 1, 5),
        ("a: \u202eb", "strange-character", 1, 4),
        ("a: b\n\ufeffc: d", "strange-character", 2, 1),
        ('a: "\\e[31m"', "strange-character", 1, 4),
        ('a: "\\u2028"', "strange-character", 1, 4),
        ("a: 'b\nc: d\n", "yaml-syntax", 1, 4),
        ("a: [b, c\nd: e", "yaml-syntax", 2, 2),
        ("a: b: c", "yaml-syntax", 1, 5),
        ("a: @b", "yaml-syntax", 1, 4),
        ("a: 1\nb\nc: 2", "yaml-syntax", 2, 1),
        ('a: "\\U00110000"', "yaml-syntax", 1, 0),
        ("a: " + "b" * 20_001, "too-long", 1, 4),
        ("a" * 201 + ": b", "too-long", 1, 1),
    ],
)
def test_what_is_refused_and_where(text: str, code: str, line: int, column: int) -> None:
    flaw = read(text, "x").problems[0]
    assert (flaw.code, flaw.mark.line) == (code, line)
    assert column in (flaw.mark.column, 0)
    assert flaw.message
    assert flaw.help or column == 0


def test_reading_goes_on_after_what_can_be_passed_over() -> None:
    document = read("a: 1\nb: &x 2\na: 3\nc: *x\n[d]: 4\ne: 5", "x")
    assert [f.code for f in document.problems] == ["anchor", "duplicate-key", "alias", "key-not-text"]
    assert document.value == {"a": 1, "b": 2, "c": None, "e": 5}


def test_bytes_that_are_not_utf8_have_a_place() -> None:
    flaw = read(b"a: Tiran\xeb".decode("utf-8", "surrogateescape"), "x").problems[0]
    assert flaw.mark == Mark(1, 9, 10)
    assert "0xeb is not UTF-8" in flaw.message


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert value("[" * 32 + "]" * 32)
    assert codes("[" * 33 + "]" * 33) == ["too-deep"]
    assert codes("a" * 2_000_001) == codes("ë" * 1_000_001) == ["too-big"]
    monkeypatch.setattr(reader, "MAX_NODES", 10)
    assert codes("[" + "a," * 9 + "]") == []
    assert codes("[" + "a," * 10 + "]") == ["too-big"]


def test_flaws_are_not_heaped_up_without_end() -> None:
    assert len(read("a: 1\n" * 1000, "x").problems) == MAX_FLAWS
    assert len(read("\x1b" * 100_000, "x").problems) == MAX_FLAWS


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "[a: ", "{a: ", "!", "'", "\\"])
def test_deep_texts_do_not_end_the_process(unit: str, fast: bool) -> None:
    program = (
        "from lanc_game.workshop.reader import read\n"
        f"text = {unit!r} * (100_000 // {len(unit)})\n"
        f"print(len(read(text, 'x', fast={fast}).problems) > 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "True")


# --- places

TEXT = """\
name: Lanç 1943   # a comment
regions:
  - id: skrapar
    roads: [berat, "x y"]
    text: |
      Mbi lumë
  - {id: tepelenë, holds: 3}
empty:
漢字: ë𝄞 b
"""


@pytest.mark.parametrize(
    ("path", "value_text", "key_text"),
    [
        ((), "name", "name"),
        (("name",), "Lanç 1943", "name"),
        (("regions",), "-", "regions"),
        (("regions", 0), "id", "id"),
        (("regions", 0, "id"), "skrapar", "id"),
        (("regions", 0, "roads"), '[berat, "x y"]', "roads"),
        (("regions", 0, "roads", 1), '"x y"', '"x y"'),
        (("regions", 0, "text"), "|", "text"),
        (("regions", 1), "{id: tepelenë, holds: 3}", "{id: tepelenë, holds: 3}"),
        (("regions", 1, "holds"), "3", "holds"),
        (("empty",), "empty", "empty"),
        (("漢字",), "ë𝄞 b", "漢字"),
    ],
)
def test_places(path: DocPath, value_text: str, key_text: str) -> None:
    document = read(TEXT, "x")
    assert marked(document, document.place(path)) == value_text
    assert marked(document, document.place(path, at_key=True)) == key_text


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (("regions", 0, "nowhere"), "id"),
        (("regions", 9, "id"), "regions"),
        (("regions", -1), "regions"),
        (("name", "x", "y"), "name"),
        (("nowhere",), "name"),
        ((0,), "name"),
    ],
)
def test_a_path_that_leads_nowhere_ends_at_its_nearest_parent(path: DocPath, shown: str) -> None:
    document = read(TEXT, "x")
    assert marked(document, document.place(path)) == shown


def test_a_document_that_was_not_read_still_has_places_and_lines() -> None:
    document = read("a: 'b\nc", "x")
    assert document.value is None
    assert document.place(("a", 0)) == Mark(1, 1, 1)
    assert [document.line(n) for n in (0, 1, 2, 3)] == ["", "a: 'b", "c", ""]


# --- properties

# fmt: off
PIECES = st.sampled_from(
    ["a", "b: ", "c:", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "[", "]", "{", "}", ",", ":",
     ": ", "? ", "?", "|", "|-\n  ", "|2\n", ">", "'", '"', "''", "&x ", "*x", "!t ", "!", "#",
     " # k", "%", "@", "`", "---", "...", "--- ", "1", "-5", "010", "true", "null", "~", "\\",
     "\\n", "\\x1b", "\\ud800", "\\U0011ffff", "<<: ", "=", "12:30", "%YAML 1.2\n", "a:b",
     "http://x", "ë", "漢", "𝄞", "\u0301", "\t", "\r\n", "\r", "\x85", "\u2028", "\ufeff", "\x00",
     "\x1b", "\ud800", "\uffff"]
)
# fmt: on
YAML_LIKE = st.lists(PIECES, max_size=25).map("".join)
ANY_TEXT = st.one_of(
    YAML_LIKE,
    st.text(max_size=60),
    st.text(st.characters(), max_size=60),
    st.binary(max_size=60).map(lambda b: b.decode("utf-8", "surrogateescape")),
    st.binary(max_size=60).map(lambda b: b.decode("latin-1")),
)


@settings(max_examples=600, deadline=None)
@given(ANY_TEXT)
@example('a: "\\U0011ffff"')
@example("[é? <<:  \n]")
@example("|#\n    ? '")
@example("{  c:} # k")
@example('c:\\{"\t')
def test_no_text_brings_the_reader_down_and_both_parsers_agree(text: str) -> None:
    one, other = read(text, "x"), read(text, "x", fast=False)
    assert bool(one.problems) == bool(other.problems)
    for document in (one, other):
        for flaw in document.problems:
            assert flaw.mark.line >= 1
            assert 1 <= flaw.mark.column <= flaw.mark.end_column
    if not one.problems:
        assert one.value == other.value
        for path in paths(one.value):
            assert one.place(path) == other.place(path)
            assert one.place(path, at_key=True) == other.place(path, at_key=True)


WORDS = st.text("abcëç漢𝄞 ", min_size=1, max_size=8).map(lambda s: f"w{s}w")
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def written(node: Node, indent: int, block: bool) -> str:
    """Write a tree as block or flow YAML."""
    if isinstance(node, dict) and block:
        return "".join(f"\n{' ' * indent}{k}: {written(v, indent + 2, block)}" for k, v in node.items())
    if isinstance(node, list) and block:
        return "".join(f"\n{' ' * indent}- {written(v, indent + 2, block)}" for v in node)
    if isinstance(node, dict):
        return "{" + ", ".join(f"{k}: {written(v, 0, block)}" for k, v in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(written(v, 0, block) for v in node) + "]"
    return str(node)


@settings(max_examples=200, deadline=None)
@given(TREES, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read_and_marks_point_at_it(tree: Node, block: bool, line_end: str) -> None:
    document = read(written(tree, 0, block).replace("\n", line_end), "x")
    assert document.problems == []
    assert document.value == tree
    for path in paths(tree):
        if path and isinstance(path[-1], str):
            assert marked(document, document.place(path, at_key=True)) == path[-1]
        node: Node = tree
        for step in path:
            assert isinstance(node, dict | list)
            node = node[step]  # type: ignore[index]
        if isinstance(node, str):
            assert marked(document, document.place(path)) == node


# --- names


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("skrapr", ["berat", "skrapar"], "skrapar"),
        ("Vlore", ["vlorë", "fier"], "vlorë"),
        ("at_most", ["at-most"], "at-most"),
        ("form", ["from"], "from"),
        ("skra", ["skrapar", "berat"], "skrapar"),
        ("sk", ["skrapar"], None),
        ("ber", ["berat", "beratti"], None),
        ("x", ["y"], None),
        ("", ["a"], None),
        ("a" * 1000, ["a" * 1001], None),
        ("vlora", [], None),
    ],
)
def test_the_nearest_name(name: str, known: list[str], meant: str | None) -> None:
    assert nearest(name, known) == meant
    assert nearest(name, reversed(known)) == meant
