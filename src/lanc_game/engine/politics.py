"""What a scenario fixes about politics: clauses and treaties, wings, patrons, congresses, promises, mandates."""

from dataclasses import dataclass

from lanc_game.engine.conditions import All, Condition
from lanc_game.engine.effects import Effect
from lanc_game.engine.names import Figure, Level
from lanc_game.engine.texts import Text

NOBODY = -1
UNSAID = Text("")
ALWAYS = All(())


@dataclass(frozen=True, slots=True)
class Pull:
    """A named monthly pull on a loyalty, a grievance, a regard or a strain, while something holds.

    ``faction`` is whose regard moves, or who is at fault for a strain; -1 where it is nobody's.
    """

    when: Condition
    by: int
    text: Text
    faction: int = NOBODY


@dataclass(frozen=True, slots=True)
class ValueTerms:
    """What a clause settled so does while it is in force. Pulls are indexes into the world's list."""

    monthly: tuple[Effect, ...] = ()
    strains: tuple[int, ...] = ()
    secret: bool = False


@dataclass(frozen=True, slots=True)
class ClauseDef:
    """A matter that treaties settle: its possible values, and whether it may be left blank."""

    id: str
    name: Text
    values: tuple[str, ...]
    value_names: tuple[Text, ...]
    may_be_blank: bool
    terms: tuple[ValueTerms, ...]  # by value; the last is blank

    @property
    def blank(self) -> int:
        """The index that stands for a clause left open."""
        return len(self.values)


@dataclass(frozen=True, slots=True)
class InstrumentDef:
    """A treaty that some factions can sign: what it settles, how close it brings them, how long it binds (0: no term)."""

    id: str
    name: Text
    note: Text
    source: str
    level: Level
    parties: tuple[int, ...]
    clauses: tuple[int, ...]
    worth: int  # what being so close is worth to either side, before anything else
    months: int
    when: Condition
    signed: tuple[Effect, ...]
    ended: tuple[Effect, ...]
    done: tuple[int, ...] = ()  # the values by which it was signed in history; none: it was not

    @property
    def local(self) -> bool:
        """Whether it is about one region, which a letter has to name."""
        return self.level in (Level.LOCAL, Level.JOINT)


@dataclass(frozen=True, slots=True)
class Friction:
    """A pull on the strain between two sides, whether or not a treaty binds them."""

    a: int
    b: int
    pull: int


@dataclass(frozen=True, slots=True)
class WingDef:
    """A part of a side with a mind of its own: its share of the men, what it wants, and where it would go.

    ``men`` gives thousandths of the side's men by region; ``weight`` says in percent how much of its prices its side
    feels; ``purge`` is what an execution in another wing does to it: loyalty if positive, grievance if negative.
    """

    id: str
    name: Text
    note: Text
    source: str
    faction: int
    leader: int
    men: tuple[int, ...]
    loyalty: int
    grievance: int
    weight: int
    purge: int
    goes_to: int
    prices: tuple[tuple[int, ...], ...]  # by clause and value; the last value is blank
    pulls: tuple[tuple[Figure, int], ...]  # loyalty or grievance, and a pull
    purged: tuple[Effect, ...]
    leaves: tuple[Effect, ...]
    farewell: Text


@dataclass(frozen=True, slots=True)
class Aid:
    """What a patron gives a side each month while its regard reaches ``regard`` and it has access."""

    faction: int
    figure: Figure
    by: int
    regard: int


@dataclass(frozen=True, slots=True)
class PatronDef:
    """A power off the map: how it regards each side at the start (-1: no dealings), what it pays for, what it gives."""

    id: str
    name: Text
    note: Text
    source: str
    regard: tuple[int, ...]  # by faction
    prices: tuple[tuple[int, ...], ...]  # by clause and value; the last value is blank
    audits: tuple[int, ...]  # pulls
    access: tuple[Condition, ...]  # by faction
    aid: tuple[Aid, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to divide the seats of a congress, and how readily a bot takes it."""

    id: str
    text: Text
    seats: tuple[int, ...]  # by the congress's wings
    weight: int
    done: bool = False  # so it was in history


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows when a wing gets so many seats."""

    place: int  # of the wing among the congress's wings
    low: int
    high: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class CongressDef:
    """A gathering that one side can call once: what it takes, the seats to divide, and what lasts of it."""

    id: str
    title: Text
    text: Text
    note: Text
    source: str
    host: int
    when: Condition
    seats: int
    wings: tuple[int, ...]
    dues: tuple[int, ...]  # the seats that each wing takes for its due
    seat: int  # loyalty or grievance for each seat more or less than its due
    plans: tuple[Plan, ...]
    effects: tuple[Effect, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class PromiseDef:
    """Something that a side can promise a wing, and by what it will be judged after so many months."""

    id: str
    name: Text
    faction: int
    wings: tuple[int, ...]
    months: int
    kept: Condition
    trust: int  # loyalty on being promised
    honour: int  # loyalty when it is kept
    betrayal: int  # grievance when it is broken
    deed: Text = UNSAID  # what keeps it, in a phrase
    when: Condition = ALWAYS  # when it can be given


@dataclass(frozen=True, slots=True)
class MandateDef:
    """A task that a wing or a patron puts forward for a season, with its reward and its grudge."""

    id: str
    title: Text
    text: Text
    faction: int
    wing: int
    patron: int
    when: Condition
    goal: Condition
    months: int
    reward: tuple[Effect, ...]
    grudge: tuple[Effect, ...]
    deed: Text = UNSAID  # what counts, in a phrase
