"""Reports: findings with a place and the line they are about, drawn for people or handed to programs.

What comes from a file is shown with its control characters spelled out, so that no scenario can drive a
terminal.
"""

import unicodedata
from dataclasses import dataclass

from lanc_game.model.problems import Problem, Severity
from lanc_game.workshop.reader import Document, Flaw

MAX_WIDTH = 96
"""Columns of the longest excerpt; of a longer line the surroundings of the caret are shown."""

_GUTTER = 5
_ESCAPED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.ADVICE: "\x1b[1;36m"}
_DIM = "\x1b[2m"
_PLAIN = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Report:
    """A finding with its place: 1-based line and columns in characters, `end_column` past the last one.

    Its texts are as they were found; `render` and `to_json` make them safe to show.
    """

    file: str
    line: int
    column: int
    end_column: int
    code: str
    severity: Severity
    message: str
    help: str
    excerpt: str


def locate(document: Document, problem: Problem | Flaw) -> Report:
    """Return the report of a finding about a document."""
    if isinstance(problem, Flaw):
        mark, severity = problem.mark, Severity.ERROR
    else:
        mark, severity = document.place(problem.path, problem.at_key), problem.severity
    return Report(
        file=document.name,
        line=mark.line,
        column=mark.column,
        end_column=mark.end_column,
        code=problem.code,
        severity=severity,
        message=problem.message,
        help=problem.help,
        excerpt=document.line(mark.line),
    )


def visible(text: str) -> str:
    """Return a text in which everything that can't be seen, or that drives a terminal, is spelled out.

    >>> visible("red \\x1b[31m")
    'red \\\\x1b[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def _shown(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if unicodedata.category(character) not in _UNSEEN:
        return character
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def _width(character: str) -> int:
    """Return the columns of a terminal that a shown character fills."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _widths(text: str) -> int:
    return sum(map(_width, text))


def render(report: Report, colour: bool = False) -> str:
    """Return a report as lines of text: place and message, the line with a caret under it, what to do."""
    hue, dim, plain = (_COLOURS[report.severity], _DIM, _PLAIN) if colour else ("", "", "")
    place = f"{visible(report.file)}:{report.line}:{report.column}"
    kind = f"{hue}{report.severity}[{visible(report.code)}]{plain}"
    lines = [f"{place}: {kind}: {visible(report.message)}"]
    gutter = max(_GUTTER, len(str(report.line)))
    if report.excerpt.strip():
        excerpt, before, under = _framed(report.excerpt, report.column, report.end_column)
        lines.append(f"{dim}{report.line:>{gutter}} |{plain} {excerpt}")
        lines.append(f"{dim}{'':>{gutter}} |{plain} {' ' * before}{hue}{'^' * under}{plain}")
    if report.help:
        lines.append(f"{dim}{'':>{gutter}} ={plain} {visible(report.help)}")
    return "\n".join(lines)


def _framed(line: str, column: int, end_column: int) -> tuple[str, int, int]:
    """Return a line, visible and cut to `MAX_WIDTH`; the columns before the caret; the caret's length."""
    start = min(column - 1, len(line))
    end = min(max(end_column - 1, start), len(line))
    pieces = [_shown(c) for c in line]
    widths = [_widths(p) for p in pieces]
    left, right = _window(widths, start, end)
    ahead = "…" if left > 0 else ""
    behind = "…" if right < len(pieces) else ""
    excerpt = ahead + "".join(pieces[left:right]) + behind
    return excerpt, len(ahead) + sum(widths[left:start]), max(1, sum(widths[start : min(end, right)]))


def _window(widths: list[int], start: int, end: int) -> tuple[int, int]:
    """Return which characters of a line to show: all if they fit, else those around the caret."""
    if sum(widths) <= MAX_WIDTH:
        return 0, len(widths)
    room = MAX_WIDTH - 2  # an ellipsis on either side
    left = start
    used = min(sum(widths[start:end]), room)
    context = (room - used) // 3
    while left > 0 and context >= widths[left - 1]:
        left -= 1
        context -= widths[left]
        used += widths[left]
    right = start
    total = sum(widths[left:start])
    while right < len(widths) and total + widths[right] <= room:
        total += widths[right]
        right += 1
    while left > 0 and total + widths[left - 1] <= room:  # the line ended early: show more of its beginning
        left -= 1
        total += widths[left]
    return left, right


def to_json(report: Report) -> dict[str, str | int]:
    """Return a report as what `--json` prints, under the names of its fields; texts are made visible."""
    return {
        "file": visible(report.file),
        "line": report.line,
        "column": report.column,
        "end_column": report.end_column,
        "code": visible(report.code),
        "severity": report.severity.value,
        "message": visible(report.message),
        "help": visible(report.help),
        "excerpt": visible(report.excerpt),
    }
