"""Why an order is refused, or failed when the month resolved: what is missing and, where it helps, what to do."""

from lanc_game.language.speech import Table

REFUSALS: Table = {
    "not_their_treaty": (
        "That treaty is not for the two of you[: {about}]. `treaties` lists what can be signed, and with whom.",
        "Ai traktat nuk është për ju të dy[: {about}]. `treaties` rendit ç'mund të nënshkruhet e me kë.",
    ),
    "not_in_the_war": ("That side is not in the war now[: {about}].", "Ajo palë nuk është tani në luftë[: {about}]."),
    "not_the_time": (
        "The time for that treaty has not come, or is over[: {about}]. `treaties` lists what can be signed now.",
        "Koha për atë traktat s'ka ardhur ose ka kaluar[: {about}]. `treaties` rendit ç'mund të nënshkruhet tani.",
    ),
    "already_signed": (
        "It is already in force[ with {about}]. `denounce` would end it.",
        "Është tashmë në fuqi[ me palën {about}]. Me `denounce` prishet.",
    ),
    "clause_unsettled": (
        "A clause is left without a value that it can have. `treaties` lists the values.",
        "Një pikë mbetet pa një vlerë që mund ta ketë. `treaties` i rendit vlerat.",
    ),
    "no_such_letter": (
        "There is no such proposal[ from {about}] to answer. `desk` shows the letters; `propose` writes one.",
        "Nuk ka një propozim të tillë[ nga {about}] për t'iu përgjigjur. `desk` tregon letrat; `propose` shkruan një.",
    ),
    "not_offered": (
        "They[ ({about})] have not offered that. Accept what stands in the letter, or counter.",
        "Këtë nuk e kanë ofruar[ ({about})]. Pranoni atë që thotë letra, ose kundërpropozoni.",
    ),
    "no_such_treaty": (
        "There is no such treaty in force[ with {about}]. `treaties` lists those that are.",
        "Nuk ka një traktat të tillë në fuqi[ me {about}]. `treaties` rendit ata që janë.",
    ),
    "no_pretext": (
        "Nobody would believe a pretext yet[ against {about}]: strain {have}, it takes {need}. `openly` takes none.",
        "Askush nuk do ta besonte ende shkakun[ ndaj palës {about}]: tensioni {have}, duhet {need}. `openly` s'do shkak.",
    ),
    "not_in_play": (
        "Your side is not in the war now; it gives no orders.",
        "Pala juaj nuk është tani në luftë; nuk jep urdhra.",
    ),
    "not_for_you": (
        "This is not among the orders your side can give.",
        "Ky nuk është ndër urdhrat që mund të japë pala juaj.",
    ),
    "given_twice": (
        "An order that excludes this one is already written. Drop that one first.",
        "Është shkruar tashmë një urdhër që e përjashton këtë. Hiqeni atë më parë.",
    ),
    "too_many_orders": (
        "No more than {need} orders a month can be written.",
        "Nuk mund të shkruhen më shumë se {need} urdhra në muaj.",
    ),
    "no_cadres": (
        "Not enough free cadres: {have} left, it takes {need}. Drop another order, or wait until work is done.",
        "S'ka mjaft kuadro të lira: kanë mbetur {have}, duhen {need}. Hiqni një urdhër tjetër ose prisni të mbarojë "
        "puna.",
    ),
    "men_already_marching": (
        "Those men are already on the march: {have} are left, you ask for {need}.",
        "Ata veta janë tashmë në rrugë: kanë mbetur {have}, kërkohen {need}.",
    ),
    "already_there": ("They are there already.", "Ata janë tashmë atje."),
    "stays_at_home": (
        "Men of that kind stay at home; they do not march.",
        "Ky lloj njësie qëndron në vend; nuk marshon.",
    ),
    "not_so_many_men": (
        "There are not so many men there: {have}, you ask for {need}.",
        "Nuk ka aq veta atje: {have}, kërkohen {need}.",
    ),
    "nobody_can_travel": (
        "Nobody there can travel[ from {about}].",
        "Askush atje nuk mund të udhëtojë[ nga {about}].",
    ),
    "no_way_there": (
        "They cannot reach it in a month[ ({about})]: too far, no open road for lorries, or snow on the pass.",
        "Nuk arrihet brenda një muaji[ ({about})]: është larg, s'ka rrugë të hapur për kamionë ose qafën e ka zënë "
        "bora.",
    ),
    "nobody_near": (
        "None of your men who could attack stand there or next to it[ ({about})]. Move them nearer first.",
        "As atje, as në fqinjësi[ ({about})] s'keni njerëz që mund të sulmojnë. Afrojini më parë.",
    ),
    "under_truce": (
        "There is a truce or an alliance[: {about}]. It has to end before you can attack.",
        "Ka armëpushim ose aleancë[: {about}]. Duhet të marrë fund para se të sulmohet.",
    ),
    "not_an_enemy": (
        "That side cannot be attacked[: {about}]; it is no enemy, or not in the war.",
        "Kjo palë nuk mund të sulmohet[: {about}]; nuk është armik ose nuk është në luftë.",
    ),
    "nobody_to_attack": (
        "There is nobody to attack there, as far as you know.",
        "Me sa dihet, atje s'ka kë të sulmohet.",
    ),
    "nobody_found": (
        "The men arrived, and found nobody in the open to attack.",
        "Njerëzit arritën dhe nuk gjetën askënd haptas për të sulmuar.",
    ),
    "no_men": (
        "You have not the men for it there[ ({about})].",
        "Atje nuk ka njerëz tuaj sa duhen[ ({about})].",
    ),
    "already_so": ("It is so already; nothing would change.", "Kështu është tashmë; nuk do të ndryshonte asgjë."),
    "already_hidden": ("They are in hiding already.", "Ata janë tashmë të fshehur."),
    "too_heavy_to_hide": (
        "Garrisons and columns cannot hide.",
        "Garnizonet dhe kolonat nuk mund të fshihen.",
    ),
    "no_friends_to_hide_with": (
        "Too few people there would take them in: sympathy {have} %, it takes {need} %. Agitate first.",
        "Pak shtëpi do t'i strehonin: simpati {have} %, duhet {need} %. Filloni me agjitacion.",
    ),
    "already_open": ("They are in the open already.", "Ata janë tashmë haptas."),
    "no_regulars": (
        "There are no regulars there to send home.",
        "Atje s'ka forca të rregullta për t'u shpërndarë.",
    ),
    "nobody_there": (
        "Nobody of yours is there to do it[ ({about})]: it takes men or a council.",
        "Atje s'ka njeri të juajin që ta bëjë[ ({about})]: duhen njerëz ose një këshill.",
    ),
    "council_is_full": (
        "The council there is as strong as it can be.",
        "Këshilli atje është aq i fortë sa mund të bëhet.",
    ),
    "already_working": (
        "A cadre is at that work there already; it goes on by itself.",
        "Një kuadër merret tashmë me këtë punë atje; ajo vazhdon vetë.",
    ),
    "too_little_sympathy": (
        "Too little sympathy there: {have} %, it takes {need} %. Agitate first.",
        "Shumë pak simpati atje: {have} %, duhet {need} %. Filloni me agjitacion.",
    ),
    "no_recent_deed": (
        "Nothing has been heard of you round there lately. A raid or a fight near by would change that.",
        "Kohët e fundit atje pranë s'është dëgjuar gjë për ju. Një pritë ose një luftim aty rrotull do ta ndryshonte.",
    ),
    "no_feuds": ("There is no blood feud there to settle.", "Atje s'ka gjakmarrje për të pajtuar."),
    "too_few_arms": (
        "Too few arms in store[: it takes {need}, there are {have}]. A raid brings some.",
        "Shumë pak armë në depo[: duhen {need}, janë {have}]. Një pritë sjell ca.",
    ),
    "too_few_in_bands": (
        "Too few men in bands there, or no commissars for more regulars[: it takes {need}, there are {have}].",
        "Shumë pak veta në çeta atje, ose s'ka komisarë për më shumë forca të rregullta[: duhen {need}, janë {have}].",
    ),
    "too_few_supplies": (
        "Too few supplies in store[: it takes {need}, there are {have}].",
        "Shumë pak furnizime në depo[: duhen {need}, janë {have}].",
    ),
    "too_few_commissars": (
        "Too few commissars: your councils can officer {have} regulars, this makes {need}. Organise more councils.",
        "Shumë pak komisarë: këshillat mbajnë {have} veta në forca të rregullta, kjo do t'i bënte {need}. "
        "Organizoni këshilla të tjerë.",
    ),
    "no_council": (
        "You have no council there[ ({about})]. Organise one first.",
        "Atje nuk keni këshill[ ({about})]. Organizoni një më parë.",
    ),
    "too_few_raiders": (
        "Too few men there for a raid[: it takes {need}, there are {have}].",
        "Shumë pak veta atje për një pritë[: duhen {need}, janë {have}].",
    ),
    "nothing_to_raid": (
        "No enemy of yours is there to raid, as far as you know.",
        "Me sa dihet, atje s'ka armik që të goditet.",
    ),
    "one_region_only": ("Name one region for this.", "Për këtë jepni vetëm një krahinë."),
    "already_cut": ("It is cut already.", "Është ndërprerë tashmë."),
    "nobody_to_hurt": (
        "The towns there are in no enemy's hands; it would hurt nobody but the people.",
        "Qytetet atje nuk i mban asnjë armik; do të dëmtohej vetëm populli.",
    ),
    "no_mine": ("There is no mine and no oil well there.", "Atje s'ka as minierë, as pus nafte."),
    "no_harvest_now": ("There is no harvest in the fields now.", "Tani s'ka të korra në fusha."),
    "which_road": (
        "Which road? Name the region at its other end.",
        "Cila rrugë? Jepni krahinën në skajin tjetër.",
    ),
    "no_road_there": ("No road leads there[ ({about})].", "Atje nuk të çon asnjë rrugë[ ({about})]."),
    "no_column_near": (
        "No force fit to sweep stands there or next to it: {have} men, it takes {need}.",
        "As atje, as në fqinjësi s'ka forcë të aftë për spastrim: {have} veta, duhen {need}.",
    ),
    "one_offensive_at_a_time": (
        "An offensive is under way already. Call it off first, or wait until it is over.",
        "Një mësymje është tashmë në zhvillim. Anulojeni më parë ose prisni të mbarojë.",
    ),
    "name_each_region_once": (
        "Name up to four regions, each once.",
        "Jepni deri në katër krahina, secilën një herë.",
    ),
    "too_few_columns": (
        "Too few men in and around those regions: {have}, it takes {need}. Bring columns up first.",
        "Shumë pak veta në ato krahina e rreth tyre: {have}, duhen {need}. Afroni kolonat më parë.",
    ),
    "no_offensive": ("There is no offensive to call off.", "S'ka mësymje për t'u anuluar."),
    "nothing_to_repair": ("Nothing is broken there.", "Atje s'ka asgjë të prishur."),
    "towns_not_yours": (
        "The towns there are not in your hands[ ({about})].",
        "Qytetet atje nuk janë në duart tuaja[ ({about})].",
    ),
    "already_paid": (
        "Informers there are paid for some months yet.",
        "Informatorët atje janë paguar edhe për disa muaj.",
    ),
    "no_way_out": (
        "No way leads off the map from there. Withdraw from a port or a border.",
        "Prej andej s'ka dalje nga harta. Tërheqja bëhet nga një port ose nga kufiri.",
    ),
    "no_such_choice": (
        "No such choice lies before you. `desk` shows what does.",
        "Nuk keni përpara një zgjedhje të tillë. `desk` tregon ç'keni.",
    ),
    "not_a_demand": (
        "That is no demand of a patron[: {about}]. Answer it with `decide`.",
        "Kjo nuk është kërkesë e një mbështetësi[: {about}]. Përgjigjuni me `decide`.",
    ),
    "is_a_demand": (
        "That is a demand of a patron[: {about}]. Answer it with `reply`.",
        "Kjo është kërkesë e një mbështetësi[: {about}]. Përgjigjuni me `reply`.",
    ),
    # treaties about a region
    "which_region_treaty": (
        "That treaty is about one region[: {about}]. Add in=REGION.",
        "Ai traktat është për një krahinë[: {about}]. Shtoni in=KRAHINA.",
    ),
    "at_peace_everywhere": (
        "There is a truce with {about} everywhere already; it needs none for one valley.",
        "Me palën {about} ka armëpushim kudo; për një luginë s'duhet tjetër.",
    ),
    "no_region_treaty": (
        "That treaty is not about one region[: {about}]. Leave out in=REGION.",
        "Ai traktat nuk është për një krahinë të vetme[: {about}]. Hiqni in=KRAHINA.",
    ),
    "under_local_truce": (
        "There is a local truce there[ with {about}]. It has to end before you can attack.",
        "Atje ka armëpushim vendor[ me palën {about}]. Duhet të marrë fund para se të sulmohet.",
    ),
    # wings and promises
    "no_such_wing": (
        "There is no such wing to speak with[: {about}]. `wings` lists them.",
        "S'ka krah të tillë për të biseduar[: {about}]. `wings` i rendit.",
    ),
    "wing_gone_home": (
        "That wing has gone home[: {about}].",
        "Ai krah është kthyer në shtëpi[: {about}].",
    ),
    "wing_of_enemy": (
        "You are at war with the side that wing belongs to[: {about}]. A truce would have to come first.",
        "Jeni në luftë me palën së cilës i përket ai krah[: {about}]. Më parë do armëpushim.",
    ),
    "not_your_wing": (
        "That wing is not of your side[: {about}]. `wings` lists yours.",
        "Ai krah nuk është i palës suaj[: {about}]. `wings` i rendit tuajt.",
    ),
    "wing_content": (
        "That wing is content as it is[: {about}]; talk would win nothing.",
        "Ai krah është i kënaqur[: {about}]; bisedat s'do të sillnin gjë.",
    ),
    "last_wing": (
        "It is the last wing of your side[: {about}]; a side cannot turn on itself.",
        "Është krahu i fundit i palës suaj[: {about}]; një palë nuk kthehet dot kundër vetes.",
    ),
    "no_such_promise": (
        "That cannot be promised to that wing[: {about}]. `wings` lists what can be promised, and to whom.",
        "Kjo nuk mund t'i premtohet atij krahu[: {about}]. `wings` rendit ç'mund të premtohet e kujt.",
    ),
    "promised_already": (
        "That is promised already[: {about}]. It waits to be judged.",
        "Kjo është premtuar tashmë[: {about}]. Pret vlerësimin.",
    ),
    "promise_not_ready": (
        "Its time has not come: nobody could ask that of you now[: {about}]. `wings` lists what can be promised.",
        "Nuk i ka ardhur koha: tani askush s'mund të ta kërkojë këtë[: {about}]. `wings` rendit ç'mund të premtohet.",
    ),
    # congresses
    "congress_not_yours": (
        "It is not for your side to call that congress[: {about}].",
        "Atë kongres nuk i takon palës suaj ta thërrasë[: {about}].",
    ),
    "congress_held": (
        "That congress has been held[: {about}].",
        "Ai kongres është mbajtur[: {about}].",
    ),
    "congress_not_ready": (
        "What that congress takes is not there yet[: {about}]. `desk` shows it when it can be called.",
        "Për atë kongres ende s'është gati gjithçka[: {about}]. `desk` e tregon kur mund të thirret.",
    ),
    "seats_wrong": (
        "The seats do not add up[: {about}]: {have} given, there are {need}.",
        "Vendet nuk japin shumën[: {about}]: janë ndarë {have}, janë gjithsej {need}.",
    ),
    # patrons and mandates
    "no_dealings": (
        "They have no dealings with your side[: {about}]. `patrons` lists who has.",
        "Nuk kanë lidhje me palën tuaj[: {about}]. `patrons` rendit kush ka.",
    ),
    "no_access": (
        "Nothing can reach you from there now[: {about}].",
        "Prej andej tani s'mund të vijë gjë[: {about}].",
    ),
    "regard_too_low": (
        "They would turn you down[: {about}]: regard {have}, it takes {need}. `why patron` tells what moves it.",
        "Nuk do ta pranonin[: {about}]: vlerësimi {have}, duhet {need}. `why patron` tregon ç'e lëviz.",
    ),
    "no_such_mandate": (
        "That task is not before you now[: {about}]. `desk` shows what is.",
        "Ajo detyrë tani nuk është përpara jush[: {about}]. `desk` tregon ç'ka.",
    ),
    "pledged_already": (
        "You have pledged that already[: {about}].",
        "Këtë e keni marrë tashmë përsipër[: {about}].",
    ),
    # rumours
    "no_such_rumour": (
        "There is no rumour of that number[; there are {have}]. `desk` numbers them.",
        "S'ka fjalë me atë numër[; janë {have}]. `desk` i numëron.",
    ),
    "verified_already": (
        "You know already whether that is true.",
        "Tashmë e dini a është e vërtetë.",
    ),
}

FAILURES: Table = {
    "nobody_found": ("nobody stood there in the open", "askush nuk u gjet haptas"),
    "nobody_there": ("nobody was left there to do it", "s'mbeti atje kush ta bënte"),
    "nobody_to_attack": ("there was nobody to attack", "s'kishte kë të sulmohej"),
    "under_truce": ("a truce forbade it", "e ndalonte armëpushimi"),
    "no_way_there": ("the way was closed, or the men were gone", "rruga ishte mbyllur ose njerëzit mungonin"),
    "nothing_to_raid": ("there was nothing to raid", "s'kishte ç'të goditej"),
    "no_men": ("the men were gone", "njerëzit mungonin"),
    "too_few_in_bands": (
        "there were too few men in bands, or too few commissars",
        "kishte shumë pak veta në çeta ose shumë pak komisarë",
    ),
    "no_council": ("no council was left", "s'kishte mbetur këshill"),
    "wing_gone_home": ("the wing had gone home", "krahu ishte kthyer në shtëpi"),
    "not_your_wing": ("the wing was theirs no longer", "krahu nuk ishte më i tyre"),
    "under_local_truce": ("a local truce forbade it", "e ndalonte armëpushimi vendor"),
}
"""Why an order came to nothing when the month resolved, as the chronicle tells it of any side."""

ABOUT: dict[str, str] = {
    "under_truce": "factions",
    "not_an_enemy": "factions",
    "not_their_treaty": "factions",
    "not_in_the_war": "factions",
    "already_signed": "factions",
    "not_the_time": "factions",
    "no_such_letter": "factions",
    "not_offered": "factions",
    "no_such_treaty": "factions",
    "no_pretext": "factions",
    "under_local_truce": "factions",
    "which_region_treaty": "instruments",
    "at_peace_everywhere": "factions",
    "no_region_treaty": "instruments",
    "not_a_demand": "events",
    "is_a_demand": "events",
    "no_such_wing": "wings",
    "wing_gone_home": "wings",
    "wing_of_enemy": "factions",
    "not_your_wing": "wings",
    "wing_content": "wings",
    "last_wing": "wings",
    "no_such_promise": "wings",
    "promised_already": "promises",
    "promise_not_ready": "promises",
    "congress_not_yours": "congresses",
    "congress_held": "congresses",
    "congress_not_ready": "congresses",
    "seats_wrong": "congresses",
    "no_dealings": "patrons",
    "no_access": "patrons",
    "regard_too_low": "patrons",
    "no_such_mandate": "mandates",
    "pledged_already": "mandates",
}
"""The table of the world that a reason's ``about`` is a place in; for every reason that is not here, the regions."""
