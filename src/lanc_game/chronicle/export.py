"""Pages to keep: a chronicle as text, Markdown or one self-contained HTML file. Nothing in it is read as markup."""

import html
import re
from collections.abc import Sequence

from lanc_game.chronicle.month import Entry
from lanc_game.language import LANGUAGES, capital, plain, say

FORMATS = ("text", "md", "html")
Months = Sequence[tuple[str, Sequence[Entry]]]

_WIDTH = 100
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_NUMBERED = re.compile(r"^(\d+)([.)])|^([-+=])")
_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fffdf8}"
    "h1{font-weight:normal}h2{border-bottom:1px solid #ccc;margin-top:2.5rem}table{border-collapse:collapse;width:100%}"
    "td{vertical-align:top;padding:.2rem .6rem .2rem 0}th{text-align:left;font-weight:normal;color:#777}"
    ".h{width:35%;color:#665;font-size:.9rem}.w3{font-weight:bold}.w0{color:#777}"
)


def render(months: Months, title: str, fmt: str, language: str) -> str:
    """Return months of a chronicle, each a name and its lines, as a page. Raises ValueError for an unknown format."""
    match fmt:
        case "text":
            return _text(months, title, language)
        case "md":
            return _markdown(months, title, language)
        case "html":
            return _html(months, title, language)
    raise ValueError(f"a chronicle can be written as {', '.join(FORMATS)}, not as {plain(fmt)}")


def _history(entry: Entry, language: str) -> str:
    if not entry.note:
        return ""
    source = f" ({say(language, 'chronicle', 'source')}: {plain(entry.source)})" if entry.source else ""
    return plain(entry.note) + source


# --- text


def _text(months: Months, title: str, language: str) -> str:
    lines = [plain(title), "=" * min(_WIDTH, max(1, len(plain(title))))]
    for name, entries in months:
        lines += ["", capital(plain(name)), "-" * min(_WIDTH, max(1, len(plain(name)))), ""]
        for entry in entries:
            lines += _folded(plain(entry.text), "  ")
            note = _history(entry, language)
            if note:
                lines += _folded(f"{say(language, 'chronicle', 'history')}: {note}", "      ")
        if not entries:
            lines.append("  " + say(language, "chronicle", "quiet"))
    return "\n".join(lines) + "\n"


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


def _markdown(months: Months, title: str, language: str) -> str:
    lines = [f"# {_safe(title)}"]
    heads = say(language, "chronicle", "chronicle"), say(language, "chronicle", "history")
    for name, entries in months:
        lines += ["", f"## {_safe(capital(name))}", ""]
        if not entries:
            lines.append(_safe(say(language, "chronicle", "quiet")))
            continue
        lines += [f"| {heads[0]} | {heads[1]} |", "|---|---|"]
        lines += [f"| {_safe(entry.text)} | {_safe(_history(entry, language))} |" for entry in entries]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    """Return a text in which Markdown finds nothing to read."""
    escaped = _MARKUP.sub(r"\\\1", plain(text))
    return _NUMBERED.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


# --- HTML


def _html(months: Months, title: str, language: str) -> str:
    known = language if language in LANGUAGES else LANGUAGES[0]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{known}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_escaped(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_escaped(title)}</h1>",
    ]
    heads = say(language, "chronicle", "chronicle"), say(language, "chronicle", "history")
    for name, entries in months:
        lines.append(f"<h2>{_escaped(capital(name))}</h2>")
        if not entries:
            lines.append(f"<p>{_escaped(say(language, 'chronicle', 'quiet'))}</p>")
            continue
        lines.append(f'<table><tr><th>{_escaped(heads[0])}</th><th class="h">{_escaped(heads[1])}</th></tr>')
        lines += [
            f'<tr><td class="w{int(entry.weight)}">{_escaped(entry.text)}</td>'
            f'<td class="h">{_escaped(_history(entry, language))}</td></tr>'
            for entry in entries
        ]
        lines.append("</table>")
    lines.append("</body></html>")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return html.escape(plain(text))
