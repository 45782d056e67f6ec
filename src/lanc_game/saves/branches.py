"""Going back without losing anything: a branch is a new save that shares its beginning with another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lanc_game.saves.errors import SaveError
from lanc_game.saves.journal import Journal
from lanc_game.saves.records import BranchPoint, Header, SaveFile, TurnRecord


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two saves say differently. ``whose`` is the faction, where it is about one."""

    what: str
    whose: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where two saves part: ``turn`` is the first turn that differs, -1 before the first, None if nothing does."""

    turn: int | None
    label: str
    common: int  # turns that are the same in both
    differences: tuple[Difference, ...]
    asides: tuple[Difference, ...] = ()  # what plays no part in the play: who sat where, which engine wrote it

    @property
    def same(self) -> bool:
        """Whether the two are one game, told to the same turn."""
        return self.turn is None


def branched(save: SaveFile, turn: int) -> tuple[Header, tuple[TurnRecord, ...]]:
    """Return the header and the turns of a branch from the position after ``turn`` turns."""
    if save.damage is not None:
        raise SaveError(save.path, save.damage.line, save.damage.cause, "Branch from a save that is whole.")
    if not 0 <= turn <= len(save.turns):
        raise SaveError(save.path, 0, f"there is no turn {turn} in it", f"It has {len(save.turns)} turns.")
    kept = save.until(turn)
    return replace(save.header, branched_from=BranchPoint(kept.chain, turn), chain=""), kept.turns


def branch(save: SaveFile, turn: int, path: Path) -> Journal:
    """Write a branch as a new save at ``path``, where there must be no file yet, and return it open to play on."""
    header, turns = branched(save, turn)
    return Journal.create(path, header, turns)


def compare(one: SaveFile, other: SaveFile) -> Comparison:
    """Say at which turn two saves part, and in what. Nothing after that turn is looked at."""
    asides = _asides(one.header, other.header)
    found = _headers(one.header, other.header)
    if found:
        return Comparison(-1, "", 0, tuple(found), asides)
    for a, b in zip(one.turns, other.turns, strict=False):
        found = _turns(a, b)
        if found:
            return Comparison(a.turn, a.label, a.turn, tuple(found), asides)
    common = min(len(one.turns), len(other.turns))
    if len(one.turns) == len(other.turns):
        return Comparison(None, "", common, (), asides)
    longer = one if len(one.turns) > common else other
    length = Difference("length", "", (str(len(one.turns)),), (str(len(other.turns)),))
    return Comparison(common, longer.turns[common].label, common, (length,), asides)


def _headers(one: Header, other: Header) -> list[Difference]:
    pairs: list[tuple[str, str, str]] = [
        ("scenario", one.scenario_digest, other.scenario_digest),
        ("seed", str(one.seed), str(other.seed)),
        ("clock", str(one.clock), str(other.clock)),
        ("start", one.start, other.start),
    ]
    return [Difference(what, "", (a,), (b,)) for what, a, b in pairs if a != b]


def _asides(one: Header, other: Header) -> tuple[Difference, ...]:
    found = [Difference("engine", "", (one.engine,), (other.engine,))] if one.engine != other.engine else []
    for seat in sorted({*one.seats, *other.seats}):
        a, b = one.seats.get(seat, ""), other.seats.get(seat, "")
        if a != b:
            found.append(Difference("seat", seat, (a,), (b,)))
    return tuple(found)


def _turns(one: TurnRecord, other: TurnRecord) -> list[Difference]:
    found = [
        Difference("orders", faction, one.orders.get(faction, ()), other.orders.get(faction, ()))
        for faction in sorted({*one.orders, *other.orders})
        if one.orders.get(faction, ()) != other.orders.get(faction, ())
    ]
    if one.label != other.label:
        found.append(Difference("label", "", (one.label,), (other.label,)))
    if one.digest != other.digest:
        found.append(Difference("state digest", "", (one.digest,), (other.digest,)))
    return found
