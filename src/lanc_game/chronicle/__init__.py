"""Facts told as a chronicle: sentences, who learns of what, a month's page, why a figure moved, and pages to keep."""

from lanc_game.chronicle.because import why_sentences
from lanc_game.chronicle.export import FORMATS, Month, render
from lanc_game.chronicle.history import note_line, page_of, pages_of, real_events, turning_points
from lanc_game.chronicle.month import Entry, chronicle_of, firsts_in, headline
from lanc_game.chronicle.sentences import faction_name, kind_of, name_of, refused, region_name, tell
from lanc_game.chronicle.witness import known, seen_from_afar

__all__ = [
    "FORMATS",
    "Entry",
    "Month",
    "chronicle_of",
    "faction_name",
    "firsts_in",
    "headline",
    "kind_of",
    "known",
    "name_of",
    "note_line",
    "page_of",
    "pages_of",
    "real_events",
    "refused",
    "region_name",
    "render",
    "seen_from_afar",
    "tell",
    "turning_points",
    "why_sentences",
]
