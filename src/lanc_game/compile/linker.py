"""Names to indexes, with a problem for every name that leads nowhere."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lanc_game.engine.texts import Text
from lanc_game.engine.world import NOBODY
from lanc_game.model.base import Words
from lanc_game.model.problems import DocPath, Problem, Severity, nearest

MONTHS = 12
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has.

    >>> days_in(1943, 2), days_in(1944, 2), days_in(1900, 2)
    (28, 29, 28)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


class Linker:
    """Looks up ids and collects what was wrong. A lookup that fails returns NOBODY and the checking goes on."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.regions: dict[str, int] = {}
        self.zones: dict[str, tuple[int, ...]] = {}
        self.factions: dict[str, int] = {}
        self.units: dict[str, int] = {}
        self.events: dict[str, int] = {}
        self.hazards: dict[str, int] = {}
        self.meters: dict[str, int] = {}
        self.leaders: dict[str, int] = {}
        self.turns: dict[str, int] = {}
        self.labels: list[str] = []
        self.options: dict[str, dict[str, int]] = {}
        self.slots: list[dict[str, int]] = []
        self.clauses: dict[str, int] = {}
        self.values: dict[str, dict[str, int]] = {}  # of each clause; the last is blank
        self.instruments: dict[str, int] = {}
        self.parties: dict[str, list[str]] = {}  # of each instrument
        self.settled: dict[str, list[str]] = {}  # the clauses of each instrument
        self.wings: dict[str, int] = {}
        self.patrons: dict[str, int] = {}
        self.dealings: dict[str, list[str]] = {}  # the sides that each patron deals with
        self.congresses: dict[str, int] = {}
        self.seated: dict[str, list[str]] = {}  # the wings that sit at each congress

    def fault(self, code: str, path: DocPath, message: str, help: str = "", *, at_key: bool = False) -> None:  # noqa: A002
        """Report an error."""
        self.problems.append(Problem(code, path, message, help, Severity.ERROR, at_key))

    def warn(self, code: str, path: DocPath, message: str, help: str = "", *, at_key: bool = False) -> None:  # noqa: A002
        """Report something that is likely not meant."""
        self.problems.append(Problem(code, path, message, help, Severity.WARNING, at_key))

    def find(self, table: dict[str, int], name: str, what: str, path: DocPath, *, at_key: bool = False) -> int:
        """Return the index of a name, or NOBODY after reporting that it is unknown and what it may have meant."""
        if name in table:
            return table[name]
        near = nearest(name, table)
        hint = f"did you mean `{near}`?" if near else _known(what, table)
        self.fault(f"unknown-{what.replace(' ', '-')}", path, f"no {what} is called `{name}`", hint, at_key=at_key)
        return NOBODY

    def region(self, name: str, path: DocPath, *, at_key: bool = False) -> int:
        """Look up a region."""
        return self.find(self.regions, name, "region", path, at_key=at_key)

    def faction(self, name: str, path: DocPath, *, at_key: bool = False) -> int:
        """Look up a faction."""
        return self.find(self.factions, name, "faction", path, at_key=at_key)

    def place(self, where: str | Sequence[str] | None, path: DocPath, *, at_key: bool = False) -> tuple[int, ...]:
        """Look up a region, a zone, or a list of them; nothing means everywhere."""
        if where is None:
            return tuple(range(len(self.regions)))
        if isinstance(where, str):
            return self._one_place(where, path, at_key)
        found: list[int] = []
        for index, name in enumerate(where):
            found += self._one_place(name, (*path, index))
        return tuple(dict.fromkeys(found))

    def _one_place(self, name: str, path: DocPath, at_key: bool = False) -> tuple[int, ...]:
        if name in self.regions:
            return (self.regions[name],)
        if name in self.zones:
            return self.zones[name]
        near = nearest(name, [*self.regions, *self.zones])
        hint = f"did you mean `{near}`?" if near else _known("region", [*self.zones, *self.regions])
        self.fault("unknown-region", path, f"no region or zone is called `{name}`", hint, at_key=at_key)
        return ()

    def pair(self, names: Sequence[str], path: DocPath, what: str) -> tuple[int, int]:
        """Look up two factions that stand in something to each other, and so have to be two."""
        if names[0] == names[1]:
            message = f"`{names[0]}` cannot have {what} with itself"
            self.fault("relation-with-itself", path, message, "name two different factions")
        return self.faction(names[0], (*path, 0)), self.faction(names[1], (*path, 1))

    def wing(self, name: str, path: DocPath, *, at_key: bool = False) -> int:
        """Look up a wing."""
        return self.find(self.wings, name, "wing", path, at_key=at_key)

    def instrument(self, name: str, path: DocPath) -> int:
        """Look up a treaty."""
        return self.find(self.instruments, name, "instrument", path)

    def congress(self, name: str, path: DocPath) -> int:
        """Look up a congress."""
        return self.find(self.congresses, name, "congress", path)

    def patron(self, name: str, path: DocPath) -> int:
        """Look up a patron."""
        return self.find(self.patrons, name, "patron", path)

    def client(self, patron: str, name: str, path: DocPath, *, at_key: bool = False) -> int:
        """Look up a faction that a patron has to deal with."""
        faction = self.faction(name, path, at_key=at_key)
        if faction != NOBODY and patron in self.patrons and name not in self.dealings[patron]:
            message = f"`{patron}` has no dealings with `{name}`"
            cure = f"add `{name}` to the `regard` of `{patron}`, or name a side that is there"
            self.fault("no-dealings", path, message, cure, at_key=at_key)
        return faction

    def party(self, instrument: str, name: str, path: DocPath) -> int:
        """Look up a faction that has to be a party to a treaty."""
        faction = self.faction(name, path)
        if faction != NOBODY and name not in self.parties.get(instrument, [name]):
            message = f"`{name}` is no party to `{instrument}`"
            cure = f"it is between {_listed(self.parties[instrument])}: name one of them"
            self.fault("not-a-party", path, message, cure)
        return faction

    def sitting(self, congress: str, name: str, path: DocPath, *, at_key: bool = False) -> int:
        """Look up a wing that has to sit at a congress."""
        wing = self.wing(name, path, at_key=at_key)
        if wing != NOBODY and name not in self.seated.get(congress, [name]):
            message = f"`{name}` does not sit at `{congress}`"
            cure = f"add it to the `wings` of `{congress}`, or name one of {_listed(self.seated[congress])}"
            self.fault("wing-not-seated", path, message, cure, at_key=at_key)
        return wing

    def some_factions(self, names: str | Sequence[str], path: DocPath) -> tuple[int, ...]:
        """Look up one faction or several."""
        if isinstance(names, str):
            return (self.faction(names, path),)
        return tuple(self.faction(name, (*path, index)) for index, name in enumerate(names))

    def is_real(self, label: str, path: DocPath) -> bool:
        """Report a date that no calendar has; return whether it is real."""
        year, month, *days = (int(part) for part in label.split("-"))
        if not 1 <= month <= MONTHS:
            self.fault("date-not-real", path, f"`{label}` has no month {month}", f"months go from 01 to {MONTHS}")
            return False
        if days and not 1 <= days[0] <= days_in(year, month):
            cure = f"that month has {days_in(year, month)} days"
            self.fault("date-not-real", path, f"there is no day `{label}`", cure)
            return False
        return True

    def turn(self, label: str, path: DocPath, *, end: bool = False) -> int:
        """Look up a turn by its label. A date before the first turn is -1, one after the last the number of turns.

        Campaigns of different calendars share what they say of dates: among days a month is the first of them (with ``end``
        the last), among months a day is its month.
        """
        self.is_real(label, path)
        if not self.labels:
            return 0
        label = _in_step(label, self.labels[0], end)
        return len(self.labels) if label > self.labels[-1] else bisect_right(self.labels, label) - 1

    def slot(self, faction: int, unit: str, path: DocPath) -> int:
        """Look up the slot of a unit kind in a faction's list."""
        if self.find(self.units, unit, "unit", path) == NOBODY or faction == NOBODY:
            return NOBODY
        if unit not in self.slots[faction]:
            known = ", ".join(f"`{name}`" for name in self.slots[faction])
            self.fault("not-their-unit", path, f"that faction does not field `{unit}`", f"it fields {known}")
            return NOBODY
        return self.slots[faction][unit]


def _in_step(label: str, like: str, end: bool) -> str:
    """Return a date written as the calendar writes its own: a day as its month, a month as its first or last day.

    >>> _in_step("1942-09-16", "1942-01", False), _in_step("1939-04", "1939-04-07", True)
    ('1942-09', '1939-04-31')
    """
    if len(label) > len(like):
        return label[: len(like)]
    return label + ("-31" if end else "-01") if len(label) < len(like) else label


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _known(what: str, names: Iterable[str]) -> str:
    known = sorted(names)
    if not known:
        return f"this scenario has no {what} at all"
    return f"there are: {', '.join(f'`{name}`' for name in known[:6])}" + (", ..." if len(known) > 6 else "")


def text(value: str | Words | None) -> Text:
    """Return a text in two languages."""
    if value is None:
        return Text("")
    return Text(value) if isinstance(value, str) else Text(value.en, value.sq or "")
