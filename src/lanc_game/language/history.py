"""What really happened, told beside the game: the words around it in English and Albanian."""

from lanc_game.language.speech import Table

HISTORY: Table = {
    # a month
    "heading": ("In history", "Në histori"),
    "told": (
        "{date}: {text}[ (source: {source})][ Disputed: {dispute}]",
        "{date}: {text}[ (burimi: {source})][ E diskutueshme: {dispute}]",
    ),
    "sourced": ("{text}[ (source: {source})]", "{text}[ (burimi: {source})]"),
    "disputed": ("Disputed: {dispute}", "E diskutueshme: {dispute}"),
    "nothing": (
        "Nothing is written here of what really happened that month.",
        "Këtu s'është shkruar gjë për ç'ndodhi vërtet atë muaj.",
    ),
    # battles
    "battle": ("{title}, {date}: {note}", "{title}, {date}: {note}"),
    "here": ("Here, in history: {battle}[ (source: {source})]", "Këtu, në histori: {battle}[ (burimi: {source})]"),
    "battle_line": (
        "{battle} — {title}, {date}[, {kind}]: {regions}",
        "{battle} — {title}, {date}[, {kind}]: {regions}",
    ),
    "war_line": ("{battle} — {title}, {date}, {kind}", "{battle} — {title}, {date}, {kind}"),
    "battle_between": ("{title}: {one} against {other}", "{title}: {one} kundër {other}"),
    "battle_note": ("{note}[ (source: {source})]", "{note}[ (burimi: {source})]"),
    "battle_sure": ("how well it is known: {confidence}", "sa mirë dihet: {confidence}"),
    "region_battle": ("in history: {title}, {date}", "në histori: {title}, {date}"),
    "campaign": ("campaign", "fushatë"),
    "war": ("war", "luftë"),
    "high": ("well", "mirë"),
    "medium": ("not in every point", "jo në çdo pikë"),
    "low": ("hardly", "pak"),
    "no_battles": ("No battle of history is written here.", "Këtu s'është shkruar asnjë betejë e historisë."),
    # people
    "person_line": (
        "{person} — {name}[ ({life})], {side}[, {wing}][, {where}][, {fate}]",
        "{person} — {name}[ ({life})], {side}[, {wing}][, {where}][, {fate}]",
    ),
    "person_gifts": ("gifts: {gifts}", "dhunti: {gifts}"),
    "no_people": ("This scenario names no people.", "Ky skenar s'përmend njerëz."),
    # the end
    "points": ("In this war and in history, side by side", "Në këtë luftë dhe në histori, krah për krah"),
    "point": ("{what}: here {here}, in history {there}", "{what}: këtu {here}, në histori {there}"),
    "point_here": ("{what}: here {here}", "{what}: këtu {here}"),
    "point_there": ("{what}: not here; in history {there}", "{what}: këtu jo; në histori {there}"),
    "more": ("and {more} more", "dhe {more} të tjera"),
    "col_what": ("what", "çfarë"),
    "col_here": ("here", "këtu"),
    "col_there": ("in history", "në histori"),
    "not_here": ("not here", "jo këtu"),
}
