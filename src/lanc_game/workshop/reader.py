"""Reading YAML text into plain values that remember where they stood.

PyYAML's composer recurses, and with libyaml a deeply nested text ends the process. So its *events* are
read here one by one, with bounds on depth, size and length checked as they come; the same loop keeps the
marks and refuses what a scenario has no use for: anchors, aliases, tags, duplicate keys, control
characters.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

import yaml

from lanc_game.model.problems import DocPath

MAX_BYTES = 2_000_000
MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_SCALAR = 20_000
MAX_KEY = 200
MAX_FLAWS = 50

Node: TypeAlias = bool | int | str | list["Node"] | dict[str, "Node"] | None
"""What a document is made of. Keys are always text."""

# Controls but tab and line feed; line and paragraph separators; what turns the direction of writing; byte
# order marks; non-characters; lone halves of surrogate pairs. Neither parser nor terminal should have to
# meet them.
_STRANGE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
_STRANGE_IN_TEXT = re.compile(_STRANGE + r"|\r(?!\n)")
_STRANGE_IN_VALUE = re.compile(_STRANGE + r"|\r")
_ACTS_AS_SPACE = "\r\x85\u2028\u2029"
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?=\s|\Z)")
_TIGHT_COLON = re.compile(r":[,?\[\]{}]")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_QUOTES = ("'", '"')
_WRITE_OUT = "write the value out in full; a text that begins like this goes in quotes"
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_FAST: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(NamedTuple):
    """A place on one line: 1-based, columns in characters; `end_column` is the first one after it."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the text itself, found while reading it. Always an error."""

    code: str
    mark: Mark
    message: str
    help: str = ""


# Where a value and its key stand, as offsets into the text (start, end, key start, key end), and the same
# for what is inside it. Plain tuples, since one is made for every value: with named ones the building
# takes a third longer.
_Spot: TypeAlias = tuple[int, int, int, int, dict[str, "_Spot"] | list["_Spot"] | None]
_Inside: TypeAlias = dict[str, _Spot] | list[_Spot] | None


class _Lines:
    """Turns offsets into lines and columns. A line ends at a line feed and nowhere else."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def mark(self, start: int, end: int) -> Mark:
        """Return the place of text[start:end], cut at the end of its first line, without trailing blanks."""
        start = max(0, min(start, len(self._text)))
        line = bisect_right(self._starts, start)
        first = self._text[start : max(start, end)].partition("\n")[0].rstrip()
        column = start - self._starts[line - 1] + 1
        return Mark(line, column, column + len(first))

    def line(self, number: int) -> str:
        """Return a line by its 1-based number, without its end; empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        begin = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
        return self._text[begin:end].removesuffix("\r")


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read: its value, what is wrong with it, and the place of everything in it.

    `text` is without a leading byte order mark. `value` is None where the reading could not be finished;
    it is worth checking further only where `problems` is empty.
    """

    name: str
    text: str
    value: Node
    problems: list[Flaw]
    _lines: _Lines = field(repr=False, compare=False)
    _root: _Spot = field(repr=False, compare=False)

    def place(self, path: DocPath, at_key: bool = False) -> Mark:
        """Return where the value at `path` stands, or its key with `at_key`.

        A block mapping stands where its first key does, a block list at its first dash, an empty value at
        its key. Numbers that follow the path of a text block (after `|`) count its lines and the characters of
        a line, from 0. For a path that leads nowhere the answer is the key of the nearest parent that exists.
        """
        start, end, key_start, key_end, inside = self._root
        for depth, step in enumerate(path):
            if inside is None and isinstance(step, int) and self.text[start : start + 1] == "|":
                return self._in_block(start, path[depth:])
            below: _Spot | None = None
            if isinstance(inside, dict) and isinstance(step, str):
                below = inside.get(step)
            elif isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
                below = inside[step]
            if below is None:
                at_key = True  # what is missing is missing from what its parent's key names
                break
            start, end, key_start, key_end, inside = below
        return self._lines.mark(key_start, key_end) if at_key else self._lines.mark(start, end)

    def _in_block(self, start: int, rest: DocPath) -> Mark:
        """Return the place of a line, or of one character of it, in the text block that opens at ``start``."""
        row, column = ([step for step in rest if isinstance(step, int)] + [-1])[:2]
        first = self._lines.mark(start, start).line + 1
        opening = next((line for n in range(first, first + row + 1) if (line := self._lines.line(n)).strip()), "")
        indent = len(opening) - len(opening.lstrip(" "))
        if column >= 0:
            return Mark(first + row, indent + column + 1, indent + column + 2)
        return Mark(first + row, indent + 1, max(indent + 1, len(self._lines.line(first + row))) + 1)

    def line(self, number: int) -> str:
        """Return a line of the text by its 1-based number, without its line end; empty when there is none."""
        return self._lines.line(number)


def read(text: str, name: str, *, fast: bool = True) -> Document:
    """Read one YAML document; never raises whatever the text is.

    `name` is what reports call the text, as a rule its path. Bytes that are not UTF-8 are best decoded with
    `errors="surrogateescape"`: each becomes a flaw with its place. `fast` asks for libyaml where it is
    installed; the pure Python parser gives the same values and marks ten times slower.
    """
    text = text.removeprefix("\ufeff")
    lines = _Lines(text)
    builder = _Builder(text, lines)
    nowhere = (0, 0, 0, 0, None)
    size = len(text) if len(text) > MAX_BYTES else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        message = f"the text is longer than {MAX_BYTES:,} bytes"
        builder.flaw("too-big", 0, 0, message, "split it into several files")
        return Document(name, text, None, builder.flaws, lines, nowhere)
    clean = _cleaned(text, builder)
    had_flaws = bool(builder.flaws)
    finished = False
    try:
        loader = _FAST if fast else yaml.SafeLoader
        for event in yaml.parse(clean, Loader=loader):
            builder.take(event)
        finished = True
    except _EndReadingError:
        finished = False
    except yaml.MarkedYAMLError as error:
        if not had_flaws:  # else it most likely follows from what was found already
            _syntax_flaw(builder, error)
    except (yaml.YAMLError, ValueError) as error:  # escapes beyond Unicode raise a bare ValueError
        builder.flaw("yaml-syntax", 0, 0, f"this is not YAML: {error}".splitlines()[0])
    if not finished or not builder.root.value:
        return Document(name, text, None, builder.flaws, lines, nowhere)
    return Document(name, text, builder.root.value[0], builder.flaws, lines, builder.root.inside[0])


_BAD_BLOCK = ("a text block (`|` or `>`) goes wrong here", "begin the text on the next line, indented")
_SYNTAX: Sequence[tuple[str, str, str]] = (
    # what either parser says (its context or its problem), our sentence, what to do
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("unexpected document separator", "a quotation mark is opened here and never closed", "close it"),
    (
        "escape",
        "a backslash in double quotes begins no known escape",
        "use single quotes, or double the `\\`",
    ),
    ("mapping values are not allowed", "a `:` can't stand here", "put text that contains `: ` in quotes"),
    ("or ']'", "a list opened with `[` goes wrong here", "put the missing `,` or `]` in"),
    ("or '}'", "a mapping opened with `{` goes wrong here", "put the missing `,` or `}` in"),
    ("expected ':'", "a key without its `:`", "write `key: value`; put text of several lines after `|`"),
    ("cannot start any token", "unquoted text can't begin with this character", "put the text in quotes"),
    ("block scalar", *_BAD_BLOCK),
    ("block collection", "this line does not fit the list around it", "indent it like the other `- ` lines"),
    (
        "block mapping",
        "this line does not fit the keys around it",
        "write `key: value`, indented like the rest",
    ),
    ("sequence entries are not allowed", "a `- ` can't stand here", "begin the list on a line of its own"),
    (
        "<document start>",
        "this belongs to nothing before it",
        "indent it like its neighbours, or quote the text",
    ),
    ("directive", "a line begins with `%`", "put text that begins with `%` in quotes"),
)
# Of these the end, where the parser gives up, may be a whole text away from the mistake.
_SHOWN_FROM_THE_START = ("never closed", "without its", "begins with `%`")


def _syntax_flaw(builder: "_Builder", error: yaml.MarkedYAMLError) -> None:
    """Note where the text stops being YAML, in words that do for both parsers."""
    said = f"{error.context or ''}; {error.problem or ''}"
    unheard = (f"this is not YAML: {error.problem}", "compare with the lines around it")
    message, advice = next(((m, a) for words, m, a in _SYNTAX if words in said), unheard)
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None:
        if any(words in message for words in _SHOWN_FROM_THE_START):
            mark = error.context_mark
        elif "opened with" in message:
            message += f"; it was opened on line {builder.line_of(error.context_mark.index)}"
    at = _offset(mark)
    builder.flaw("yaml-syntax", at, at + 1, message, advice)


class _EndReadingError(Exception):
    """Reading can't go on; the flaw that says why is already noted."""


class _HasIndex(Protocol):
    """A mark of either parser."""

    index: int


def _offset(mark: _HasIndex | None) -> int:
    return mark.index if mark is not None else 0


def _cleaned(text: str, builder: "_Builder") -> str:
    """Note the characters that a text must not have; return it with stand-ins for them, as long as before."""
    # The parsers differ on where a tab may stand, and to readers it is as wide as their editor has it.
    tabs = [m.start() for m in re.finditer("\t", text)]
    for at in tabs[:MAX_FLAWS]:
        builder.flaw("tab", at, at + 1, "a tab is not allowed", "use spaces; inside double quotes, write `\\t`")
    strange = [m.start() for m in _STRANGE_IN_TEXT.finditer(text)]
    for at in strange[:MAX_FLAWS]:
        message, advice = _about_strange(text[at])
        builder.flaw("strange-character", at, at + 1, message, advice)
    if not tabs and not strange:
        return text
    letters = list(text)
    for at in tabs:
        letters[at] = " "
    for at in strange:
        letters[at] = " " if letters[at] in _ACTS_AS_SPACE else "\N{REPLACEMENT CHARACTER}"
    return "".join(letters)


def _about_strange(character: str) -> tuple[str, str]:
    """Return message and help for a character that must not be in a text."""
    number = ord(character)
    if 0xDC80 <= number <= 0xDCFF:
        return f"the byte {number - 0xDC00:#04x} is not UTF-8", "save the file in the encoding UTF-8"
    if 0xD800 <= number <= 0xDFFF:
        return f"half a character (U+{number:04X}) stands alone", "save the file in the encoding UTF-8"
    if character == "\r":
        return (
            "a carriage return stands without a line feed",
            "save the file with line ends of Unix or Windows",
        )
    return f"the character U+{number:04X} can't be seen and is not allowed", "delete it"


class _List:
    """A list being read; the base of the stack is one too and holds the document."""

    __slots__ = ("flow", "inside", "start", "value")
    wants_key = False

    def __init__(self, start: int, flow: bool) -> None:
        self.flow = flow
        self.value: list[Node] = []
        self.inside: list[_Spot] = []
        self.start = start

    def put(self, value: Node, start: int, end: int, inside: _Inside) -> None:
        self.value.append(value)
        self.inside.append((start, end, start, end, inside))

    def end_of_block(self) -> int:
        return self.start + 1


class _Mapping:
    """A mapping being read. Between a key and its value `key` is that key; None drops the value."""

    __slots__ = ("first_end", "flow", "inside", "key", "key_end", "key_start", "start", "value", "wants_key")

    def __init__(self, start: int, flow: bool) -> None:
        self.flow = flow
        self.value: dict[str, Node] = {}
        self.inside: dict[str, _Spot] = {}
        self.start = start
        self.first_end = start + 1
        self.wants_key = True
        self.key: str | None = None
        self.key_start = self.key_end = start

    def set_key(self, key: str | None, start: int, end: int) -> None:
        if not self.inside:
            self.first_end = end
        self.wants_key = False
        self.key, self.key_start, self.key_end = key, start, end

    def put(self, value: Node, start: int, end: int, inside: _Inside) -> None:
        if self.wants_key:  # a list or mapping stood where a key should: noted when it opened
            self.set_key(None, start, end)
            return
        self.wants_key = True
        if self.key is None:
            return
        if start == end:
            start, end = self.key_start, self.key_end
        self.value[self.key] = value
        self.inside[self.key] = (start, end, self.key_start, self.key_end, inside)

    def end_of_block(self) -> int:
        return self.first_end


class _Builder:
    """Takes events one by one and builds values and spots on a stack of its own."""

    def __init__(self, text: str, lines: _Lines) -> None:
        self.flaws: list[Flaw] = []
        self.root = _List(0, flow=False)
        self._text = text
        self._lines = lines
        self._stack: list[_List | _Mapping] = [self.root]
        self._nodes = 0

    def flaw(self, code: str, start: int, end: int, message: str, advice: str = "") -> None:
        """Note a flaw; beyond the first `MAX_FLAWS` they are left out, since nobody reads them."""
        if len(self.flaws) < MAX_FLAWS:
            self.flaws.append(Flaw(code, self._lines.mark(start, end), message, advice))

    def line_of(self, offset: int) -> int:
        """Return the number of the line on which an offset into the text stands."""
        return self._lines.mark(offset, offset).line

    def take(self, event: yaml.Event) -> None:
        """Take one event; raises `_EndReadingError` where a bound is passed."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _count(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            at = _offset(event.start_mark)
            self.flaw("too-big", at, at, f"there are more than {MAX_NODES:,} values", "split it into several files")
            raise _EndReadingError

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        start = _offset(event.start_mark)
        end = _offset(event.end_mark)
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, start)
        if event.style == '"' and (found := _STRANGE_IN_VALUE.search(text)):
            message = f"the character U+{ord(found[0]):04X}, written as an escape, is not allowed in a text"
            self.flaw("strange-character", start, end, message, "delete the escape")
            text = _STRANGE_IN_VALUE.sub("\N{REPLACEMENT CHARACTER}", text)
        if event.style not in _QUOTES:
            self._check_unquoted(event.style or "", text, start, end)
        frame = self._stack[-1]
        if frame.wants_key and isinstance(frame, _Mapping):
            self._key(frame, text, start, end)
            return
        if len(text) > MAX_SCALAR:
            self.flaw("too-long", start, start + 1, f"a text is longer than {MAX_SCALAR:,} characters", "shorten it")
            text = ""
        frame.put(text if event.style else _plain(text), start, end, None)

    def _check_unquoted(self, style: str, text: str, start: int, end: int) -> None:
        """Note what only one parser takes: a scenario must be good on every machine or on none."""
        if style:
            if not _BLOCK_HEADER.match(self._text, start):
                self.flaw("yaml-syntax", start, start + 1, *_BAD_BLOCK)
        elif self._stack[-1].flow:
            if "?" in text:
                message = "unquoted text with a `?` can't stand between brackets"
                self.flaw("yaml-syntax", start, end, message, "put the text in quotes")
            if _TIGHT_COLON.match(self._text, end):
                self.flaw("yaml-syntax", end, end + 1, "no space after a `:`", "write `key: value`")

    def _key(self, frame: _Mapping, key: str, start: int, end: int) -> None:
        if not key:
            self.flaw("empty-key", start, end, "a key is empty", "write a name before the `:`")
        elif len(key) > MAX_KEY:
            self.flaw("too-long", start, end, f"a key is longer than {MAX_KEY} characters", "shorten it")
        elif key in frame.value:
            first = self.line_of(frame.inside[key][2])
            message = f"`{key}` is given twice here"
            self.flaw("duplicate-key", start, end, message, f"it is first given on line {first}; keep one of them")
        else:
            frame.set_key(key, start, end)
            return
        frame.set_key(None, start, end)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._count(event)
        start = _offset(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, start)
        if len(self._stack) > MAX_DEPTH:
            self.flaw(
                "too-deep",
                start,
                start + 1,
                f"lists and mappings are nested more than {MAX_DEPTH} deep",
                "take some of the brackets away; no scenario needs so many",
            )
            raise _EndReadingError
        if self._stack[-1].wants_key:
            self.flaw("key-not-text", start, start + 1, "a key must be text, not a list or a mapping", "name it")
        kind = _Mapping if isinstance(event, yaml.MappingStartEvent) else _List
        self._stack.append(kind(start, bool(event.flow_style)))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._stack.pop()
        end = _offset(event.end_mark) if frame.flow else frame.end_of_block()
        self._stack[-1].put(frame.value, frame.start, end, frame.inside)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._count(event)
        start = _offset(event.start_mark)
        end = _offset(event.end_mark)
        self.flaw("alias", start, end, "aliases (`*name`) are not read", _WRITE_OUT)
        self._stack[-1].put(None, start, end, None)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        start = _offset(event.start_mark)
        if event.version or event.tags:
            self.flaw("directive", start, start + 1, "directives (`%...`) are not read", "delete the line")
        if self.root.value:
            self.flaw("second-document", start, start + 3, "a second document begins here", "keep one in a file")
            raise _EndReadingError

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> None:
        if event.anchor is not None:
            self.flaw("anchor", start, start + 1, "anchors (`&name`) are not read", _WRITE_OUT)
        if event.tag is not None:
            self.flaw(
                "tag",
                start,
                start + 1,
                "tags (`!name`) are not read",
                "delete it; a text that begins with `!` goes in quotes",
            )


def _plain(text: str) -> Node:
    """Return what an unquoted scalar means: a word of YAML 1.2, a whole number, else the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return text
