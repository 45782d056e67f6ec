"""The names of a scenario's things, in a language and safe to show."""

from lanc_game.engine.politics import MandateDef
from lanc_game.engine.texts import Text
from lanc_game.engine.world import World
from lanc_game.language import plain

_SMALL = ("The ", "A ", "An ", "Those ")


def name_of(text: Text, language: str) -> str:
    """Return a scenario's text in a language, safe to show and on one line."""
    return plain(text.get(language))


def title_of(text: Text, language: str) -> str:
    """Return a scenario's text as a part of a sentence, without its full stop."""
    return name_of(text, language).rstrip(". ")


def faction_name(world: World, faction: int, language: str, *, full: bool = False) -> str:
    """Return a faction's short or full name; nothing for nobody."""
    if not 0 <= faction < len(world.factions):
        return ""
    found = world.factions[faction]
    return name_of(found.name if full else found.short, language)


def region_name(world: World, region: int, language: str) -> str:
    """Return a region's name; nothing for nowhere."""
    return name_of(world.regions[region].name, language) if 0 <= region < len(world.regions) else ""


def inside(name: str, language: str) -> str:
    """Return a name as it stands within a sentence: an English one that begins with an article begins small.

    >>> inside("The elders", "en"), inside("Elders", "en")
    ('the elders', 'Elders')
    """
    return name[0].lower() + name[1:] if language == "en" and name.startswith(_SMALL) else name


def wing_name(world: World, wing: int, language: str) -> str:
    """Return a wing's name as it stands within a sentence; nothing for none."""
    return inside(name_of(world.wings[wing].name, language), language) if 0 <= wing < len(world.wings) else ""


def patron_name(world: World, patron: int, language: str) -> str:
    """Return a patron's name as it stands within a sentence; nothing for none."""
    return inside(name_of(world.patrons[patron].name, language), language) if 0 <= patron < len(world.patrons) else ""


def giver_name(world: World, mandate: MandateDef, language: str) -> str:
    """Return the name of the wing or the patron that puts a mandate forward."""
    return wing_name(world, mandate.wing, language) or patron_name(world, mandate.patron, language)


def value_name(world: World, clause: int, value: int, language: str, blank: str) -> str:
    """Return the name of a value of a clause; ``blank`` for a clause left open."""
    names = world.clauses[clause].value_names
    return name_of(names[value], language) if 0 <= value < len(names) else blank
