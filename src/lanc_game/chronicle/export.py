"""Pages to keep: a chronicle beside history, as text, Markdown or one HTML file. Nothing in it is read as markup."""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from lanc_game.chronicle.history import Real, SideBySide, TurningPoint, note_line
from lanc_game.chronicle.month import Entry
from lanc_game.language import LANGUAGES, capital, plain, say

FORMATS = ("text", "md", "html")

_WIDTH = 100
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_NUMBERED = re.compile(r"^(\d+)([.)])|^([-+=])")
_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fffdf8}"
    "h1{font-weight:normal}h2{border-bottom:1px solid #ccc;margin-top:2.5rem}table{border-collapse:collapse;width:100%}"
    "td{vertical-align:top;padding:.2rem .6rem .2rem 0}th{text-align:left;font-weight:normal;color:#777}"
    ".h{width:35%;color:#665;font-size:.9rem}.w3{font-weight:bold}.w0{color:#777}"
)


_NOTHING = SideBySide()


class Month(NamedTuple):
    """A month of a chronicle: its name, its lines, and what really happened in it."""

    name: str
    entries: Sequence[Entry]
    real: Sequence[Real] = ()


def render(months: Sequence[Month], title: str, fmt: str, language: str, beside: SideBySide = _NOTHING) -> str:
    """Return a chronicle as a page, with a table of turning points at its end. Raises ValueError for an unknown format."""
    match fmt:
        case "text":
            return _text(months, title, language, beside)
        case "md":
            return _markdown(months, title, language, beside)
        case "html":
            return _html(months, title, language, beside)
    raise ValueError(f"a chronicle can be written as {', '.join(FORMATS)}, not as {plain(fmt)}")


def _history(entry: Entry, language: str) -> str:
    if not entry.note:
        return ""
    source = f" ({say(language, 'chronicle', 'source')}: {plain(entry.source)})" if entry.source else ""
    return plain(entry.note) + source


def _heads(language: str) -> tuple[str, str, str]:
    """Return the heads of the table of turning points."""
    what, here, there = (capital(say(language, "history", f"col_{key}")) for key in ("what", "here", "there"))
    return what, here, there


def _cells(point: TurningPoint, language: str) -> tuple[str, str, str]:
    return point.what, point.here or say(language, "history", "not_here"), point.there


# --- text


def _text(months: Sequence[Month], title: str, language: str, beside: SideBySide) -> str:
    lines = _titled(title, "=")
    for name, entries, real in months:
        lines += ["", *_titled(capital(name), "-"), ""]
        for entry in entries:
            lines += _folded(plain(entry.text), "  ")
            if entry.note:
                lines += _folded(note_line(entry, language), "      ")
        if not entries:
            lines.append("  " + say(language, "chronicle", "quiet"))
        if real:
            lines += ["", f"  {say(language, 'history', 'heading')}:"]
        for each in real:
            lines += _folded(each.line(language), "      ")
    if beside.points:
        lines += ["", *_titled(say(language, "history", "points"), "-"), ""]
    for point in beside.points:
        lines += _folded(point.line(language), "  ")
    if closing := beside.closing(language):
        lines.append(f"  {closing}")
    return "\n".join(lines) + "\n"


def _titled(title: str, rule: str) -> list[str]:
    return [plain(title), rule * min(_WIDTH, max(1, len(plain(title))))]


def _folded(text: str, indent: str) -> list[str]:
    """Return a text as lines of at most the page's width; a word that is longer stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(indent) + len(line) + 1 + len(word) > _WIDTH:
            lines.append(indent + line)
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    lines.append(indent + line)
    return lines


# --- Markdown


def _markdown(months: Sequence[Month], title: str, language: str, beside: SideBySide) -> str:
    lines = [f"# {_safe(title)}"]
    heads = say(language, "chronicle", "chronicle"), say(language, "chronicle", "history")
    for name, entries, real in months:
        lines += ["", f"## {_safe(capital(name))}", ""]
        if not entries:
            lines.append(_safe(say(language, "chronicle", "quiet")))
        else:
            lines += [f"| {heads[0]} | {heads[1]} |", "|---|---|"]
            lines += [f"| {_safe(entry.text)} | {_safe(_history(entry, language))} |" for entry in entries]
        if real:
            lines += ["", f"### {_safe(say(language, 'history', 'heading'))}", ""]
        lines += [f"- {_safe(each.line(language))}" for each in real]
    if beside.points:
        lines += ["", f"## {_safe(say(language, 'history', 'points'))}", ""]
        lines += [f"| {' | '.join(map(_safe, _heads(language)))} |", "|---|---|---|"]
        lines += [f"| {' | '.join(map(_safe, _cells(point, language)))} |" for point in beside.points]
    if closing := beside.closing(language):
        lines += ["", _safe(closing)]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    """Return a text in which Markdown finds nothing to read."""
    escaped = _MARKUP.sub(r"\\\1", plain(text))
    return _NUMBERED.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


# --- HTML


def _html(months: Sequence[Month], title: str, language: str, beside: SideBySide) -> str:
    known = language if language in LANGUAGES else LANGUAGES[0]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{known}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_escaped(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_escaped(title)}</h1>",
    ]
    heads = say(language, "chronicle", "chronicle"), say(language, "chronicle", "history")
    for name, entries, real in months:
        lines.append(f"<h2>{_escaped(capital(name))}</h2>")
        if not entries:
            lines.append(f"<p>{_escaped(say(language, 'chronicle', 'quiet'))}</p>")
        else:
            rows = [(entry.text, _history(entry, language)) for entry in entries]
            lines += _table(heads, rows, [f"w{int(entry.weight)}" for entry in entries])
        if real:
            lines += [f"<h3>{_escaped(say(language, 'history', 'heading'))}</h3>", "<ul>"]
            lines += [f"<li>{_escaped(each.line(language))}</li>" for each in real]
            lines.append("</ul>")
    if beside.points:
        lines.append(f"<h2>{_escaped(say(language, 'history', 'points'))}</h2>")
        cells = [_cells(point, language) for point in beside.points]
        lines += _table(_heads(language), cells, ["w1"] * len(cells))
    if closing := beside.closing(language):
        lines.append(f"<p>{_escaped(closing)}</p>")
    lines.append("</body></html>")
    return "\n".join(lines) + "\n"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], classes: Sequence[str]) -> list[str]:
    """Return a table: the first cell of a row is of its class, the last is history's."""
    shades = ["", *[""] * (len(heads) - 2), ' class="h"']
    lines = [
        "<table><tr>" + "".join(f"<th{s}>{_escaped(h)}</th>" for h, s in zip(heads, shades, strict=True)) + "</tr>"
    ]
    for row, shade in zip(rows, classes, strict=True):
        cells = zip(row, [f' class="{shade}"', *shades[1:]], strict=True)
        lines.append("<tr>" + "".join(f"<td{s}>{_escaped(cell)}</td>" for cell, s in cells) + "</tr>")
    return [*lines, "</table>"]


def _escaped(text: str) -> str:
    return html.escape(plain(text))
