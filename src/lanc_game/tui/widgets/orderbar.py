"""The order bar: one line, completed as it is typed, judged at once."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from lanc_game.chronicle import refused
from lanc_game.engine.forecast import forecast
from lanc_game.engine.legal import accept
from lanc_game.engine.lexicon import OrderError
from lanc_game.engine.orders import completions, parse
from lanc_game.language import say
from lanc_game.tui.glyphs import BAD, FAINT, GOLD, GOOD, MUTED, PAPER, WARN, style
from lanc_game.tui.session import Session


class Completer(Suggester):
    """Suggests the first word that could end the line."""

    def __init__(self, session: Session) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self.session = session

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last word completed."""
        words = possible(self.session, value)
        return completed(value, words[0]) if words and value.strip() else None


def possible(session: Session, value: str) -> list[str]:
    """Return the words that could stand at the end of a line, the selected region first."""
    words = completions(session.world, session.faction, value)
    here = session.world.regions[session.region].id
    return sorted(words, key=lambda word: word != here) if here in words else words


def completed(value: str, word: str) -> str:
    """Return a line with its last word replaced."""
    head = value if not value or value.endswith(" ") else value[: len(value) - len(value.rsplit(maxsplit=1)[-1])]
    return head + word


class OrderBar(Input):
    """Where orders are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", key_display="Tab", priority=True),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("up", "earlier", "earlier", show=False),
    ]

    class Left(Message):
        """The bar was left without an order."""

    class Judged(Message):
        """What is to be said of the line as it stands."""

        def __init__(self, text: Text) -> None:
            super().__init__()
            self.text = text

    def __init__(self, session: Session, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, suggester=Completer(session), compact=True, select_on_focus=False, max_length=200)
        self.session = session
        self.last_written = ""

    def action_complete(self) -> None:
        """Complete the last word as far as it is clear, or take the first that fits."""
        words = possible(self.session, self.value)
        if not words:
            return
        common = words[0] if len(words) == 1 else _common(words)
        last = "" if not self.value or self.value.endswith(" ") else self.value.split()[-1]
        chosen = common if len(common) > len(last) else words[0]
        self.value = completed(self.value, chosen) + " "
        self.cursor_position = len(self.value)

    def action_leave(self) -> None:
        """Go back to the map."""
        self.value = ""
        self.post_message(self.Left())

    def action_earlier(self) -> None:
        """Bring back the line written last."""
        if self.last_written:
            self.value = self.last_written
            self.cursor_position = len(self.value)

    def watch_value(self, value: str) -> None:
        """Judge the line as it stands."""
        self.post_message(self.Judged(judged(self.session, value)))


def _common(words: list[str]) -> str:
    first, last = min(words), max(words)
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:size]


def at_rest(session: Session) -> Text:
    """Return what is said over an empty line: that the draft wants more than is in store, or how to begin."""
    wanted, have = session.arms_wanted(), session.eyes.view.arms if session.eyes.view is not None else 0
    if wanted > have:
        return Text(session.word("more_than_in_store").format(n=wanted, have=have), style(WARN))
    return Text(session.word("bar_hint"), style(FAINT))


def judged(session: Session, value: str) -> Text:
    """Return what a line would do, why it would be refused, or how it could go on."""
    view = session.eyes.view
    if session.apart:
        return Text(session.apart, style(GOLD))
    if view is None or not value.strip():
        return at_rest(session)
    words = possible(session, value)
    try:
        order = parse(session.world, session.faction, value)
    except OrderError as error:
        if words:
            verbs = len(value.split()) == 1 and not value.endswith(" ")
            if verbs and len(words) == 1:
                return Text(say(session.language, "verb_help", words[0]), style(MUTED))
            return Text("  ".join(words[:14]), style(MUTED))
        from lanc_game.chronicle.order_errors import said

        return Text(said(error, session.language, session.world), style(BAD))
    why = accept(view, [*session.draft(), order])[-1][1]
    if why is not None:
        return Text("✗ " + refused(session.world, why, session.language), style(BAD))
    told = Text("✓ ", style(GOOD, bold=True)).append(session.line(order), style(PAPER, bold=True))
    price = forecast(view, order).cost
    if price:
        told.append(" " + "●" * price, style(GOLD))
    return told.append(f"  {session.preview(order)}", style(MUTED))
