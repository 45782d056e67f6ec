"""Sentences for peaceful work, holders, events, people and the verdict."""

from lanc_game.language.speech import Pair

LAND: dict[str, tuple[Pair, ...]] = {
    "council_founded": (
        ("{actor} set up a council in {region}.", "{region}: u ngrit një këshill ({actor})."),
        (
            "In {region} a council of {actor} met for the first time.",
            "{region}: u mblodh për herë të parë një këshill ({actor}).",
        ),
    ),
    "council_raised": (
        (
            "The council of {actor} in {region} reached level {level}.",
            "{region}: këshilli arriti shkallën {level} ({actor}).",
        ),
        (
            "In {region} the council of {actor} gathers grain and hears disputes (level {level}).",
            "{region}: këshilli mbledh drithë e shqyrton mosmarrëveshje ({actor}, shkalla {level}).",
        ),
    ),
    "council_full": (
        (
            "In {region} the council of {actor} now keeps order, stores and courts.",
            "{region}: këshilli mban tani rendin, depot dhe gjyqet ({actor}).",
        ),
    ),
    "council_swept": (
        (
            "The council of {actor} in {region} lost people to {other}; it stands at level {level}.",
            "{region}: këshilli humbi njerëz nga {other} ({actor}); mbetet në shkallën {level}.",
        ),
    ),
    "council_given_up": (
        (
            "With the regulars gone home, the council of {actor} in {region} fell to level {level}.",
            "{region}: pas shpërndarjes së forcave këshilli ra në shkallën {level} ({actor}).",
        ),
    ),
    "council_neglected": (
        (
            "Nobody came to the council of {actor} in {region}; it fell to level {level}.",
            "{region}: në këshill nuk vinte më njeri ({actor}); ra në shkallën {level}.",
        ),
    ),
    "council_fell": (
        (
            "The council of {actor} in {region} fell to level {level}.",
            "{region}: këshilli ra në shkallën {level} ({actor}).",
        ),
    ),
    "council_ended": (
        ("The council of {actor} in {region} no longer meets.", "{region}: këshilli nuk mblidhet më ({actor})."),
    ),
    "work_begun": (
        (
            "{actor} put a cadre to work in {region} ({verb}): {months:month|months}.",
            "{region}: nisi një punë ({actor}, «{verb}»), {months:muaj|muaj}.",
        ),
    ),
    "work_lost": (
        (
            "The work of {actor} in {region} ({verb}) was lost: nobody was left to do it.",
            "{region}: puna humbi ({actor}, «{verb}»), s'mbeti kush ta bënte.",
        ),
    ),
    "agitated": (
        (
            "Speakers of {actor} went round {region}[: {gained} % won].",
            "{region}: u fol nëpër fshatra ({actor})[, u fituan {gained} %].",
        ),
        (
            "Leaflets of {actor} passed from hand to hand in {region}[: {gained} % won].",
            "{region}: qarkulluan trakte ({actor})[, u fituan {gained} %].",
        ),
    ),
    "reconciled": (
        (
            "{actor} made peace between two families in {region}; {left:feud remains|feuds remain}.",
            "{region}: u pajtuan dy familje në gjak ({actor}); {left:gjakmarrje mbetet|gjakmarrje mbeten}.",
        ),
        (
            "In {region} blood was forgiven before {actor}; {left:feud is|feuds are} left.",
            "{region}: u fal një gjak, me ndërmjetës nga {actor}; {left:gjakmarrje mbetet|gjakmarrje mbeten}.",
        ),
    ),
    "reconciled_last": (
        (
            "{actor} settled the last blood feud in {region}.",
            "{region}: u pajtua gjakmarrja e fundit ({actor}).",
        ),
    ),
    "recruited": (
        ("{actor} recruited {men:man|men} in {region}.", "{region}: u rekrutuan {men:vetë|veta} ({actor})."),
        (
            "{men:man|men} of {region} took a rifle from {actor}.",
            "{region}: {men:vetë mori|veta morën} pushkën, nga {actor}.",
        ),
    ),
    "volunteered": (
        (
            "{men:volunteer|volunteers} came to {actor} in {region}.",
            "{region}: {men:vullnetar erdhi|vullnetarë erdhën} te {actor}.",
        ),
        (
            "In {region} {men:man|men} joined {actor} of their own accord.",
            "{region}: {men:vetë kaloi|veta kaluan} vullnetarisht te {actor}.",
        ),
    ),
    "recruited_none": (
        (
            "{actor} called for men in {region}; nobody came.",
            "{region}: u bë thirrje për njerëz ({actor}); nuk erdhi askush.",
        ),
    ),
    "formed": (
        (
            "{men:man|men} of the bands in {region} became regulars of {actor}[: {units}].",
            "{region}: {men:vetë|veta} nga çetat u bënë forca të rregullta ({actor})[, {units}].",
        ),
        (
            "{actor} formed regulars in {region}: {men:man|men}[ in {units}].",
            "{region}: forca të rregullta ({actor}), {men:vetë|veta}[, {units}].",
        ),
    ),
    "militia_raised": (
        (
            "{actor} armed {men:man|men} in {region} to guard their homes[ ({units})].",
            "{region}: u armatosën {men:vetë|veta} për të ruajtur shtëpitë ({actor})[, {units}].",
        ),
    ),
    "levied": (
        (
            "{actor} raised {men:man|men} for pay in {region}[ ({units})].",
            "{region}: u mobilizuan me pagesë {men:vetë|veta} ({actor})[, {units}].",
        ),
    ),
    "levied_none": (
        (
            "{actor} offered pay and rifles in {region}; nobody came.",
            "{region}: u ofruan pagë e pushkë ({actor}); nuk erdhi askush.",
        ),
    ),
    "garrisoned": (
        (
            "{actor} set {men:more man|more men} to guard {region}.",
            "{region}: roja u shtua me {men:vetë|veta} ({actor}).",
        ),
    ),
    "ungarrisoned": (
        (
            "{actor} freed {men:man|men} in {region} from guard.",
            "{region}: {men:vetë u lirua|veta u liruan} nga roja ({actor}).",
        ),
    ),
    "policy_set": (("{actor} ordered {policy}: {stance}.", "Urdhër i ri ({actor}) – {policy}: {stance}."),),
    "repaired_road": (
        ("{actor} reopened the road from {region} to {to}.", "Rruga {region} – {to} u hap sërish ({actor})."),
    ),
    "repaired": (
        ("{actor} mended wires and works in {region}.", "{region}: u ndreqën telat dhe makineritë ({actor})."),
    ),
    "conceded": (
        (
            "{actor} gave out grain and let prisoners go in {region}[; fear fell by {fear} %].",
            "{region}: u nda drithë e u liruan të burgosur ({actor})[; frika ra me {fear} %].",
        ),
    ),
    "bribed": (
        (
            "{actor} paid informers in {region} for {months:month|months}.",
            "{region}: u paguan informatorë për {months:muaj|muaj} ({actor}).",
        ),
    ),
    "town_taken": (
        ("The towns of {region} passed from {other} to {actor}.", "{region}: qytetet kaluan nga {other} te {actor}."),
        (
            "{actor} took the towns of {region}; {other} lost them.",
            "{region}: qytetet ndërruan zot, nga {other} te {actor}.",
        ),
    ),
    "town_entered": (
        (
            "{actor} entered the towns of {region}, which nobody held.",
            "{region}: qytetet, që s'i mbante njeri, kaluan te {actor}.",
        ),
    ),
    "town_left": (
        (
            "The towns of {region} slipped from {other}; nobody holds them.",
            "{region}: qytetet u lanë ({other}); nuk i mban më askush.",
        ),
    ),
    "country_taken": (
        (
            "The country of {region} passed from {other} to {actor}.",
            "{region}: fshatrat kaluan nga {other} te {actor}.",
        ),
    ),
    "country_entered": (("{actor} came to hold the country of {region}.", "{region}: fshatrat kaluan te {actor}."),),
    "country_left": (
        (
            "{other} lost the country of {region}; nobody holds it.",
            "{region}: fshatrat u lanë ({other}); nuk i mban më askush.",
        ),
    ),
    "harvested": (
        ("{actor} gathered {taken} of grain in {region}.", "{region}: u mblodhën {taken} drithë ({actor})."),
    ),
    "requisitioned": (
        ("{actor} carried off {taken} of grain from {region}.", "Nga {region} u morën {taken} drithë ({actor})."),
    ),
    "happened": (("{title}{stop}[ {text}]", "{title}{stop}[ {text}]"),),
    "offered": (
        ("A choice lies before {actor}: {title}{stop}", "Një zgjedhje pret përgjigje ({actor}): {title}{stop}"),
    ),
    "decided": (("{actor}, on “{title}”: {option}.", "{actor}, për «{title}»: {option}."),),
    "decided_by_default": (
        ("{actor} left “{title}” unanswered: {option}.", "Pa përgjigje mbeti «{title}» ({actor}): {option}."),
    ),
    "relation_war": (
        ("{actor} and {other} went to war with each other.", "{actor} dhe {other} hynë në luftë me njëri-tjetrin."),
        ("Between {actor} and {other} it came to war.", "Mes dy palëve, {actor} dhe {other}, plasi lufta."),
    ),
    "relation_hostile": (
        (
            "{actor} and {other} no longer fight, and no longer trust each other.",
            "{actor} dhe {other} nuk luftojnë më, as nuk besohen.",
        ),
    ),
    "relation_broken": (
        (
            "The understanding of {actor} with {other} ended.",
            "Marrëveshja mes dy palëve, {actor} dhe {other}, mori fund.",
        ),
    ),
    "relation_truce": (
        ("{actor} and {other} agreed on a truce.", "{actor} dhe {other} lidhën armëpushim."),
        ("The guns fell silent between {actor} and {other}.", "Pushkët heshtën mes dy palëve, {actor} dhe {other}."),
    ),
    "relation_allied": (
        ("{actor} and {other} became allies.", "{actor} dhe {other} u bënë aleatë."),
        (
            "{actor} and {other} agreed to fight side by side.",
            "{actor} dhe {other} u morën vesh të luftojnë krah për krah.",
        ),
    ),
    "status_active": (
        ("{actor} entered the war.", "Në luftë hyn një palë e re: {actor}."),
        ("A new side took the field: {actor}.", "Një palë e re doli në fushë: {actor}."),
    ),
    "status_again": (("{actor} came back into the open.", "Sërish në dritë të diellit: {actor}."),),
    "status_underground": (("{actor} went underground.", "Kaloi në ilegalitet: {actor}."),),
    "status_gone": (
        ("{actor} left the war.", "Doli nga lufta: {actor}."),
        ("With this month the war was over for {actor}.", "Me këtë muaj lufta mori fund për një palë: {actor}."),
    ),
    "status_off_map": (("{actor} left the map.", "Doli nga harta: {actor}."),),
    "leader_well": (
        ("{leader} reported to {actor}[ in {region}].", "{leader} ({actor}) u paraqit në radhë[; vendi: {region}]."),
    ),
    "leader_wounded": (
        ("{leader} ({actor}) was wounded[ in {region}].", "{leader} ({actor}) u plagos[; vendi: {region}]."),
    ),
    "leader_captured": (
        (
            "{leader} ({actor}) fell into enemy hands[ in {region}].",
            "{leader} ({actor}) ra në duart e armikut[; vendi: {region}].",
        ),
    ),
    "leader_dead": (("{leader} ({actor}) died[ in {region}].", "{leader} ({actor}) vdiq[; vendi: {region}]."),),
    "leader_away": (
        (
            "{leader} ({actor}) left the country[ from {region}].",
            "{leader} ({actor}) u largua nga vendi[, nga {region}].",
        ),
    ),
    "judged": (("The verdict on {actor}: {score} of 100, {grade}.", "Vlerësimi, {actor}: {score} nga 100, {grade}."),),
    "war_ended": (("The war ended.", "Lufta mori fund."),),
}
