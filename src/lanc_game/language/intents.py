"""What is known to be coming, and how it is known."""

from lanc_game.language.speech import Table

INTENTS: Table = {
    "known": ("{what}[ ({how})]", "{what}[ ({how})]"),
    "offensive": (
        "offensive of {side}: {places}[; from {opens}][; until {until}][; {men:man|men}]",
        "mësymje ({side}): {places}[; nga {opens}][; deri në {until}][; {men:vetë|veta}]",
    ),
    "hazard": ("{name}: {level} of 100[, {course}]", "{name}: {level} nga 100[, {course}]"),
    "rising": ("rising", "po rritet"),
    "falling": ("falling", "po bie"),
    "tears": (
        "{treaty} with {side} may tear: strain {strain} of 100, the limit is {limit}",
        "{treaty} me palën {side} mund të këputet: tension {strain} nga 100, kufiri është {limit}",
    ),
    "truce_wears": (
        "the truce with {side} wears thin: strain {strain} of 100, the limit is {limit}",
        "armëpushimi me palën {side} po hollohet: tension {strain} nga 100, kufiri është {limit}",
    ),
    "shots": (
        "you and {side} may come to blows: strain {strain} of 100, the limit is {limit}",
        "mes jush dhe palës {side} mund të plasin armët: tension {strain} nga 100, kufiri është {limit}",
    ),
    "walks": (
        "{wing}[, {side}]: may walk out, grievance {grievance} against loyalty {loyalty}",
        "{wing}[, {side}]: mund të shkëputet, pakënaqësi {grievance} ndaj besnikërisë {loyalty}",
    ),
    "wavers": (
        "{wing}[, {side}]: wavers, grievance {grievance} against loyalty {loyalty}",
        "{wing}[, {side}]: lëkundet, pakënaqësi {grievance} ndaj besnikërisë {loyalty}",
    ),
    "lapses": (
        "the term of {treaty} ({sides})[ in {region}] ends with {until}",
        "afati ({treaty}, {sides}[, {region}]) mbaron me muajin {until}",
    ),
    "demand": ("{patron} demands: {title}; answer by {until}", "{patron} kërkon: {title}; përgjigje deri në {until}"),
    "letter": (
        "{side} offers {treaty}[ for {region}]; answer by {until}",
        "{side} ofron: {treaty}[, {region}]; përgjigje deri në {until}",
    ),
    "task": ("{title}; judged at the end of {until}", "{title}; vlerësohet në fund të muajit {until}"),
    "rumour": ("{rumour}", "{rumour}"),
    "stance": (
        "{side}: {relation} with you[; allied with {allied}][; in truce with {truce}][; at war with {war}]",
        "{side}: {relation} me ju[; aleate: {allied}][; armëpushim: {truce}][; luftë: {war}]",
    ),
}
"""Others' plans and dangers ahead, as far as a side can know them."""

SOURCES: Table = {
    "own_order": ("your own order", "urdhri juaj"),
    "ally": ("{side}, your ally", "{side}, aleati juaj"),
    "council": ("your council in {places}", "këshilli juaj: {places}"),
    "men": ("your men in {places}", "njerëzit tuaj: {places}"),
    "newspapers": ("newspapers", "gazetat"),
    "between_us": ("it lies between you and them", "është mes jush dhe tyre"),
    "own_house": ("your own people", "njerëzit tuaj"),
    "courted": ("you have courted it", "ju e keni afruar"),
    "signed": ("you have signed it", "e keni nënshkruar ju"),
    "public": ("known to all", "e dinë të gjithë"),
    "demanded": ("a letter from abroad", "një letër nga jashtë"),
    "letter": ("a letter on your desk", "një letër në tavolinën tuaj"),
    "word": ("your word[ to {who}]", "fjala juaj[, dhënë: {who}]"),
    "rumour": ("a rumour, {odds} in a hundred", "fjalë që qarkullon, gjasa {odds} në njëqind"),
    "verified": ("you have found out that it is true", "e keni verifikuar: është e vërtetë"),
}
"""How a side knows of what is coming."""
