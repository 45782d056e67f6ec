"""What chronicles are made of: sentence patterns by kind of fact, the names of the kinds, lines that join several."""

from lanc_game.language.days import DAYS_TOLD
from lanc_game.language.speech import Daily, Pair, Table
from lanc_game.language.telling_dealings import DEALINGS
from lanc_game.language.telling_land import LAND
from lanc_game.language.telling_war import WAR

TELLING: dict[str, tuple[Pair, ...]] = {**WAR, **LAND, **DEALINGS}
"""Sentence patterns; each key has one or more variants that say the same."""


def variants(key: str, language: str) -> tuple[Pair, ...]:
    """Return the patterns of a key, as many in every language, none for a key that is not known."""
    found = TELLING.get(key, ())
    return DAYS_TOLD.get(key, found) if isinstance(language, Daily) else found


PHRASES: Table = {
    "item_men": ("{men} in {region}", "{region} {men}"),
    "group_moved": ("{actor} on the march: {places}.", "Lëvizje ({actor}): {places}."),
    "group_moved_hidden": ("{actor} slipped away: {places}.", "Lëvizje fshehurazi ({actor}): {places}."),
    "item_moved": ("{men} from {region} to {to}", "{region} – {to} {men}"),
    "group_volunteered": ("Volunteers for {actor}: {places}.", "Vullnetarë ({actor}): {places}."),
    "group_recruited": ("{actor} recruited {places}.", "U rekrutuan ({actor}): {places}."),
    "group_agitated": ("Speakers of {actor} were at work in {places}.", "Agjitacion ({actor}): {places}."),
    "item_place": ("{region}", "{region}"),
    "group_militia_raised": ("{actor} armed villages: {places}.", "U armatosën fshatra ({actor}): {places}."),
    "group_levied": ("{actor} raised men for pay: {places}.", "U mobilizuan me pagesë ({actor}): {places}."),
    "group_formed": ("{actor} formed regulars: {places}.", "Forca të rregullta ({actor}): {places}."),
    "group_harvested": ("{actor} gathered grain: {places}.", "U mblodh drithë ({actor}): {places}."),
    "group_requisitioned": ("{actor} carried off grain: {places}.", "U mor drithë ({actor}): {places}."),
    "item_grain": ("{taken} in {region}", "{region} {taken}"),
    "group_posture_open": ("{actor} came out into the open: {places}.", "Dolën haptas ({actor}): {places}."),
    "group_posture_hold": ("{actor} dug in: {places}.", "Zunë pozicion ({actor}): {places}."),
    "group_posture_hiding": ("{actor} went to ground: {places}.", "U fshehën ({actor}): {places}."),
    "group_hungered": (
        "Men of {actor} went home for want of food: {places}.",
        "Ikën nga mungesa e ushqimit ({actor}): {places}.",
    ),
    "group_hungered_winter": ("The cold cost {actor} men: {places}.", "Humbje nga të ftohtët ({actor}): {places}."),
    "item_lost": ("{lost} in {region}", "{region} {lost}"),
    "group_withdrew": ("{actor} withdrew men: {places}.", "U tërhoqën ({actor}): {places}."),
    "group_came_over": ("From {other} to {actor} went {places}.", "Kaluan nga {other} te {actor}: {places}."),
    "group_arms_found": (
        "Rifles from the stores of {other} for {actor}: {places}.",
        "Pushkë nga depot ({other}) te {actor}: {places}.",
    ),
    "item_arms": ("{arms} in {region}", "{region} {arms}"),
    "group_town_entered": (
        "{actor} entered towns that nobody held: {places}.",
        "Qytete pa zot që kaluan te {actor}: {places}.",
    ),
    "group_town_left": (
        "{other} lost towns that nobody holds now: {places}.",
        "Qytete të lëna që s'i mban askush ({other}): {places}.",
    ),
    "group_country_taken": (
        "The country of {places} passed from {other} to {actor}.",
        "Fshatra që kaluan nga {other} te {actor}: {places}.",
    ),
    "group_country_left": (
        "{other} lost the country of {places}.",
        "Fshatra të lëna që s'i mban askush ({other}): {places}.",
    ),
    "group_country_entered": (
        "{actor} came to hold the country of {places}.",
        "Fshatra që kaluan te {actor}: {places}.",
    ),
    "group_repaired": ("{actor} mended wires and works in {places}.", "U ndreqën tela e makineri ({actor}): {places}."),
    "group_work_begun": ("{actor} put cadres to work: {places}.", "Nisën punë ({actor}): {places}."),
    "item_work": ("{verb} in {region}", "{region} «{verb}»"),
    "first_town": ("The first town for {actor} in this war.", "Qyteti i parë në këtë luftë: {actor}."),
    "first_regulars": ("The first regulars of {actor}.", "Forcat e para të rregullta: {actor}."),
    "first_council": ("The first council of {actor} that governs.", "Këshilli i parë që qeveris: {actor}."),
    "first_raid": ("The first raid of {actor}.", "Prita e parë: {actor}."),
    "why_line": ("{delta} from {cause}[ ({where})]", "{delta} nga {cause}[ ({where})]"),
    "why_opening": ("{value} before", "{value} më parë"),
    "why_sum": ("{delta} in all", "{delta} gjithsej"),
    "why_close": ("{value} now", "{value} tani"),
    "why_nothing": ("Nothing changed it.", "Asgjë nuk e ndryshoi."),
    "history": ("History", "Historia"),
    "chronicle": ("Chronicle", "Kronika"),
    "source": ("source", "burimi"),
    "quiet": ("A quiet month.", "Muaj i qetë."),
    "left_blank": ("left blank", "e lënë bosh"),
    "letter": (
        "A letter from {sender}: {treaty}[ for {region}][ ({terms})].",
        "Një letër nga {sender}: {treaty}[, {region}][ ({terms})].",
    ),
    "seats": ("{wing} {seats}", "{wing} {seats}"),
    "goods_arms": ("{arms:rifle|rifles}", "{arms:pushkë|pushkë}"),
    "goods_supplies": ("{supplies} of supplies", "{supplies} furnizime"),
    "goods_other": ("people and good standing", "njerëz dhe emër i mirë"),
}

TALKS: Table = {
    "letters": ("{a} and {b} are writing to each other", "{a} dhe {b} shkëmbejnë letra"),
    "secret": ("{a} and {b} have signed something secret", "{a} dhe {b} kanë nënshkruar diçka të fshehtë"),
    "waverer": ("a wing of {a} is about to walk out, {wing}", "një krah i palës {a} është gati të ikë, {wing}"),
    "offensive": ("{a} is preparing an offensive", "{a} po përgatit një mësymje"),
}
"""What a rumour says, as a part of a sentence."""

KINDS_OF_FACT: Table = {
    "order_failed": ("orders not carried out", "urdhra të pakryer"),
    "moved": ("marches", "marshime"),
    "fell_back": ("retreats", "tërheqje nga lufta"),
    "met": ("meetings on the road", "ndeshje në rrugë"),
    "posture_taken": ("postures", "qëndrimi"),
    "dispersed": ("dispersals", "shpërndarje"),
    "raided": ("raids", "prita"),
    "sabotaged": ("sabotage", "sabotim"),
    "fought": ("fights", "luftime"),
    "swept": ("sweeps", "spastrime"),
    "council_changed": ("councils", "këshilla"),
    "work_begun": ("work begun", "punë të nisura"),
    "work_lost": ("work lost", "punë të humbura"),
    "agitated": ("agitation", "agjitacion"),
    "reconciled": ("feuds settled", "pajtime gjaqesh"),
    "recruited": ("recruits", "rekrutë"),
    "formed": ("regulars formed", "forca të rregullta"),
    "militia_raised": ("village units and levies", "njësi fshati dhe mobilizime"),
    "garrisoned": ("garrisons", "garnizone"),
    "policy_set": ("policies", "politika"),
    "repaired": ("repairs", "riparime"),
    "conceded": ("concessions", "lëshime"),
    "bribed": ("informers", "informatorë"),
    "announced": ("offensives announced", "mësymje të caktuara"),
    "called_off": ("offensives called off", "mësymje të anuluara"),
    "town_taken": ("towns", "qytete"),
    "country_taken": ("country", "fshatra"),
    "harvested": ("harvest", "të korra"),
    "hungered": ("hunger and cold", "uri dhe të ftohtë"),
    "avenged": ("reprisals", "reprezalje"),
    "took_to_hills": ("men from burned villages", "njerëz nga fshatrat e djegura"),
    "happened": ("events", "ngjarje"),
    "offered": ("choices", "zgjedhje"),
    "decided": ("decisions", "vendime"),
    "relation_changed": ("relations", "marrëdhënie"),
    "status_changed": ("sides entering and leaving", "palë që hyjnë e dalin"),
    "came_over": ("men changing sides", "kalime nga një palë te tjetra"),
    "arms_found": ("arms found", "armë të gjetura"),
    "withdrew": ("withdrawals", "tërheqje"),
    "leader_fell": ("people", "njerëz"),
    "letter_sent": ("letters", "letra"),
    "letter_refused": ("letters refused", "letra të refuzuara"),
    "treaty_signed": ("treaties signed", "traktate të nënshkruara"),
    "treaty_ended": ("treaties ended", "traktate të prishura"),
    "leaked": ("secrets out", "të fshehta që dolën"),
    "stayed_away": ("partners who did not come", "mungesa në operacione"),
    "fought_beside": ("fights side by side", "luftime krah për krah"),
    "wing_courted": ("talks with wings", "biseda me krahët"),
    "wing_left": ("wings that left", "krahë që u shkëputën"),
    "purged": ("executions", "ekzekutime"),
    "promised": ("promises", "premtime"),
    "promise_judged": ("promises kept and broken", "premtime të mbajtura e të shkelura"),
    "congress_held": ("congresses", "kongrese"),
    "aid_came": ("aid", "ndihma"),
    "turned": ("appeals turned down", "kërkesa të papranuara"),
    "mandates_offered": ("tasks put forward", "detyra të propozuara"),
    "pledged": ("tasks taken up", "detyra të marra përsipër"),
    "mandate_judged": ("tasks done and not done", "detyra të kryera e të pakryera"),
    "rumour_heard": ("rumours", "fjalë që qarkullojnë"),
    "rumour_verified": ("rumours looked into", "fjalë të verifikuara"),
    "judged": ("verdicts", "vlerësime"),
    "war_ended": ("the end", "fundi"),
}
