"""A small war with a history: the four valleys, their people, and battles that can come again."""

from pathlib import Path

from lanc_game.engine.world import World
from lanc_game.table import Table
from lanc_game.workshop.load import Loaded, load

SEED = 7
PAST = """extends: four-valleys
wings:
  huts: {name: {en: the Huts, sq: Kasollet}, of: hill, leader: ada, men: {mountain: 500}}
congresses:
  assembly:
    title: {en: The Assembly, sq: Kuvendi}
    text: {en: Everybody comes., sq: Vijnë të gjithë.}
    host: hill
    seats: 3
    wings: {huts: 2}
    plans: {due: {text: {en: Two and one, sq: Dy e një}, seats: {huts: 3}}}
leaders:
  ada:
    name: Ada the Teacher
    faction: hill
    in: mountain
    wing: huts
    life: "1901–1944"
    traits: [orator, organiser]
    note: {en: She taught., sq: Jepte mësim.}
  bor: {name: Captain Bor, faction: star, in: woods, traits: [commander], note: Invented.}
history:
  h1941_01_before: {date: 1941-01-05, text: Long before., source: S9}
  h1942_04_rain:
    date: 1942-04
    text: {en: The hay rotted., sq: U kalb kashta.}
    source: S3
    of: rain
  h1942_03_snow:
    date: 1942-03-12
    text: {en: Snow fell on the pass., sq: Ra borë në qafë.}
    source: "S1, A2"
    dispute: {en: A2 says it rained., sq: A2 thotë se ra shi.}
  h1942_05_assembly:
    date: 1942-05-16
    text: {en: The assembly met., sq: U mblodh kuvendi.}
    source: S5
    of: assembly
  h1942_06_elsewhere: {date: 1942-06-01, text: Far away., source: S5, of: landing_of_another_campaign}
battles:
  skirmish:
    title: {en: The Skirmish, sq: Përleshja}
    in: low
    between: [[crown], [star, hill]]
    date: [1942-09]
    note: {en: Nobody fell., sq: S'ra kush.}
    source: S6
    confidence: low
  ford:
    title: {en: The Ford, sq: Vau}
    in: [plain, woods]
    between: [[hill, star], [crown]]
    date: [1942-04-28, 1942-05-02]
    note: {en: Forty fell., sq: Ranë dyzet.}
    source: S4
    confidence: medium
  long_war:
    title: {en: The Long War, sq: Lufta e gjatë}
    in: [plain]
    between: [[hill], [crown]]
    date: [1942-05-01, 1942-07-20]
    kind: war
    note: {en: It went on., sq: Vazhdoi.}
    source: S7
"""


def written(folder: Path, text: str = PAST) -> Loaded:
    """Write the scenario into a folder and read it."""
    path = folder / "past.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def past_world(folder: Path) -> World:
    """Return the small war with a history."""
    loaded = written(folder)
    assert loaded.reports == ()
    assert loaded.world is not None
    return loaded.world


def past_table(folder: Path, months: int, *orders: str, save: Path | None = None, text: str = PAST) -> Table:
    """Return a game of it in which the Hills give the same orders every month, as far as they are taken."""
    loaded = written(folder, text)
    assert loaded.world is not None
    game = Table.open(loaded.world, loaded.document, (0,), seed=SEED, save=save)
    for _ in range(months):
        for order in orders:
            game.write(0, order)
        game.end_month()
    return game
