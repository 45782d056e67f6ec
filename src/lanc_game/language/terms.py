"""Names of the closed lists: causes, figures, postures and the rest, keyed by the lower-case names of the rules."""

from lanc_game.language.speech import Table

CAUSES: Table = {
    "limit": ("the limit reached", "kufiri i arritur"),
    "limit_floor": ("there being no more to take", "mungesa: s'kishte më për të marrë"),
    "limit_ceiling": ("there being no room for more", "kufiri i sipërm: s'kishte vend për më"),
    "event": ("an event", "një ngjarje"),
    "raid": ("a raid", "një pritë"),
    "sabotage": ("sabotage", "sabotimi"),
    "battle": ("a fight won", "një luftim i fituar"),
    "captured_arms": ("captured arms", "armët e kapura"),
    "ammunition": ("ammunition spent", "fishekët e harxhuar"),
    "agitation": ("agitation", "agjitacioni"),
    "rival_agitation": ("a rival's agitation", "agjitacioni i një rivali"),
    "organised": ("organising", "organizimi"),
    "council_work": ("the council's work", "puna e këshillit"),
    "swept": ("a sweep", "një spastrim"),
    "neglect": ("neglect", "lënia pas dore"),
    "reconciled": ("a feud settled", "një gjak i pajtuar"),
    "recruited": ("recruiting", "rekrutimi"),
    "volunteers": ("volunteers", "vullnetarët"),
    "formed": ("forming regulars", "formimi i forcave të rregullta"),
    "levied": ("a levy", "mobilizimi"),
    "concession": ("a concession", "një lëshim"),
    "reprisal": ("a reprisal", "një reprezalje"),
    "fear_felt": ("fear", "frika"),
    "fear_eased": ("fear easing", "lehtësimi i frikës"),
    "time": ("time passing", "kalimi i kohës"),
    "harvest": ("the harvest", "të korrat"),
    "requisition": ("requisition", "rekuizimi"),
    "upkeep": ("men fed", "ushqimi i njerëzve"),
    "winter": ("the winter", "dimri"),
    "home": ("supply from home", "furnizimi nga jashtë"),
    "wear": ("wear", "konsumimi"),
    "towns": ("towns held", "qytetet e mbajtura"),
    "councils": ("councils, towns and people", "këshillat, qytetet dhe populli"),
    "world": ("the war outside", "lufta jashtë"),
    "departed": ("departure", "nisja"),
    "arrived": ("arrival", "ardhja"),
    "killed": ("men killed", "të vrarët"),
    "taken": ("men taken", "të kapurit"),
    "surrendered": ("surrender", "dorëzimi"),
    "deserted": ("men gone home", "ikja në shtëpi"),
    "disbanded": ("disbanding", "shpërbërja"),
    "evacuated": ("evacuation", "tërheqja"),
    "came_over": ("men come over", "ata që kaluan këndej"),
    "went_over": ("men gone over", "ata që kaluan andej"),
    "dispersed": ("dispersal", "shpërndarja"),
    "converted": ("a change of duty", "ndërrimi i detyrës"),
    "offensive": ("an offensive", "një mësymje"),
    "order_cost": ("the price of an order", "kostoja e një urdhri"),
    "burned_out": ("homes burned", "shtëpitë e djegura"),
    "committees": ("the committees", "komitetet"),
    "blank_clause": ("clauses left blank", "pika të lëna bosh"),
    "incident": ("incidents", "incidente"),
    "rivalry": ("one partner's growth", "rritja e njërit"),
    "end_near": ("no common enemy left", "s'ka më armik të përbashkët"),
    "joint_success": ("blows struck together", "goditje të përbashkëta"),
    "broken_word": ("a broken word", "fjala e shkelur"),
}

FIGURES: Table = {
    "cadres": ("cadres", "kuadro"),
    "arms": ("arms", "armë"),
    "supplies": ("supplies", "furnizime"),
    "standing": ("standing", "autoritet"),
    "meter": ("measure", "tregues"),
    "sympathy": ("sympathy", "simpati"),
    "council": ("council", "këshill"),
    "fear": ("fear", "frikë"),
    "feuds": ("blood feuds", "gjakmarrje"),
    "grain": ("grain", "drithë"),
    "hazard": ("hazard", "rrezik"),
    "output": ("output", "prodhim"),
    "men": ("men", "veta"),
    "fallen": ("fallen", "të rënë"),
    "strain": ("strain", "tension"),
    "stigma": ("stigma of broken words", "njolla e fjalës së shkelur"),
}

POSTURES: Table = {
    "open": ("in the open", "haptas"),
    "hold": ("dug in", "në pozicion"),
    "hiding": ("going into hiding", "duke u fshehur"),
    "hidden": ("hidden", "të fshehur"),
}
STATUSES: Table = {
    "unborn": ("not yet founded", "ende e pathemeluar"),
    "off_map": ("off the map", "jashtë hartës"),
    "active": ("active", "veprues"),
    "underground": ("underground", "në ilegalitet"),
    "gone": ("out of the war", "jashtë luftës"),
}
LEVELS: Table = {"truce": ("truce", "armëpushim"), "pact": ("pact", "pakt")}
MANNERS: Table = {
    "openly": ("openly", "haptas"),
    "pretext": ("with a pretext", "me një shkak"),
    "ambush": ("by ambush", "me pritë"),
    "lapse": ("its term was over", "mbaroi afati"),
    "rupture": ("it tore under its strain", "u këput nga tensioni"),
}
RELATIONS: Table = {
    "war": ("at war", "në luftë"),
    "hostile": ("rivals", "rivalë"),
    "truce": ("in truce", "në armëpushim"),
    "allied": ("allied", "aleatë"),
}
GRADES: Table = {
    "none": ("no success", "pa sukses"),
    "marginal": ("marginal success", "sukses i pakët"),
    "substantial": ("substantial success", "sukses i ndjeshëm"),
    "decisive": ("decisive success", "sukses vendimtar"),
}
TERRAINS: Table = {
    "plain": ("plain", "fushë"),
    "hills": ("hills", "kodra"),
    "mountain": ("mountain", "mal"),
    "coast": ("coast", "bregdet"),
}
WORTHS: Table = {
    "port": ("port", "port"),
    "oil": ("oil", "naftë"),
    "chrome": ("chrome", "krom"),
    "grain": ("grain", "drithë"),
    "capital": ("capital", "kryeqytet"),
}
LINKS: Table = {
    "road": ("road", "rrugë"),
    "track": ("track", "shteg"),
    "pass": ("pass", "qafë"),
    "sea": ("sea", "det"),
    "highroad": ("high road", "rrugë mali"),
    "rail": ("railway", "hekurudhë"),
}
KINDS: Table = {
    "movement": ("movement", "lëvizje"),
    "occupier": ("occupier", "pushtues"),
    "government": ("government", "qeveri"),
    "neighbour": ("neighbour", "fqinj"),
    "local": ("local", "vendas"),
}
ROLES: Table = {
    "cell": ("cell", "njësit"),
    "band": ("band", "çetë"),
    "regular": ("regulars", "forca të rregullta"),
    "militia": ("village unit", "njësi fshati"),
    "garrison": ("garrison", "garnizon"),
    "column": ("column", "kolonë"),
}
TARGETS: Table = {
    "road": ("road", "rrugë"),
    "telegraph": ("telegraph", "telegraf"),
    "mine": ("mine", "minierë"),
    "harvest": ("harvest", "të korra"),
}
POLICIES: Table = {
    "reprisals": ("reprisals", "reprezalje"),
    "requisition": ("requisition", "rekuizim"),
}
REPRISALS: Table = {
    "none": ("none", "asnjë"),
    "measured": ("measured", "të kufizuara"),
    "harsh": ("harsh", "të ashpra"),
}
REQUISITIONS: Table = {"light": ("light", "i lehtë"), "heavy": ("heavy", "i rëndë")}
FATES: Table = {
    "well": ("well", "mirë"),
    "wounded": ("wounded", "i plagosur"),
    "captured": ("captured", "i kapur"),
    "dead": ("dead", "i vdekur"),
    "away": ("away", "larg"),
}
OUTCOMES: Table = {
    "repelled": ("repelled", "zmbrapsur"),
    "stalemate": ("undecided", "pa përfundim"),
    "won": ("won", "fituar"),
}
CLASHES: Table = {
    "attack": ("attack", "sulm"),
    "sweep": ("sweep", "spastrim"),
    "offensive": ("offensive", "mësymje"),
}
PHASES: Table = {
    "words": ("Words", "Fjalët"),
    "movement": ("Movement", "Lëvizjet"),
    "raids": ("Raids", "Pritat"),
    "battle": ("Battle", "Luftimet"),
    "deeds": ("Deeds", "Punët"),
    "control": ("Control", "Zotërimi"),
    "reckoning": ("Reckoning", "Llogaria"),
    "strain": ("Strain", "Tensioni"),
    "events": ("Events", "Ngjarjet"),
}
TRAITS: Table = {
    "commander": ("commander", "komandant"),
    "orator": ("orator", "orator"),
    "organiser": ("organiser", "organizator"),
    "elder": ("elder", "plak i nderuar"),
}
MONTHS: Table = {
    "1": ("January", "janar"),
    "2": ("February", "shkurt"),
    "3": ("March", "mars"),
    "4": ("April", "prill"),
    "5": ("May", "maj"),
    "6": ("June", "qershor"),
    "7": ("July", "korrik"),
    "8": ("August", "gusht"),
    "9": ("September", "shtator"),
    "10": ("October", "tetor"),
    "11": ("November", "nëntor"),
    "12": ("December", "dhjetor"),
}
FORECASTS: Table = {
    "occupies": ("nobody seen there: it would simply be occupied", "s'duket njeri atje: thjesht do të zihej"),
    "odds": ("strength {span} % of the field", "forca {span} % e fushës"),
    "losses": ("losses {span}", "humbje {span}"),
    "arms": ("arms {span}", "armë {span}"),
    "reprisal": ("risk of reprisal {span} %", "rrezik reprezaljeje {span} %"),
    "blame": ("your share of the blame {span} %", "pjesa juaj e fajit {span} %"),
    "months": ("months of work {span}", "muaj punë {span}"),
    "lasting": ("for months: {span}", "për muaj: {span}"),
    "grain_burned": ("half the grain lost", "humbet gjysma e drithit"),
    "sympathy": ("sympathy +{span} %", "simpati +{span} %"),
    "council": ("council level {span}", "këshilli në shkallën {span}"),
    "men": ("men {span}", "veta {span}"),
    "regulars": ("regulars {span}", "forca të rregullta {span}"),
    "supplies": ("supplies {span}", "furnizime {span}"),
    "found": ("of the hidden found {span} %", "të fshehur të gjetur {span} %"),
    "fear": ("fear {span} %", "frikë {span} %"),
    "feuds": ("feuds {span}", "gjakmarrje {span}"),
    "foes_there": ("enemies seen there {span}", "armiq të parë atje {span}"),
    "answer": ("their answer {span} (they sign from 0)", "përgjigjja e tyre {span} (nënshkruajnë nga 0)"),
    "own_gain": ("worth to you {span}", "vlera për ju {span}"),
    "closeness": ("standing together {span}", "të qenët bashkë {span}"),
    "common_danger": ("common danger {span}", "rreziku i përbashkët {span}"),
    "clause": ("a clause {span}", "një pikë {span}"),
    "broken_words": ("broken words {span}", "fjalë të shkelura {span}"),
    "rival_ahead": ("a rival ahead {span}", "një rival përpara {span}"),
    "blood_between": ("blood between you {span}", "gjak mes jush {span}"),
    "stigma": ("stigma {span}", "njollë {span}"),
}
