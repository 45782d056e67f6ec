"""Sentences for what is said, agreed, kept and broken: letters, treaties, wings, patrons, congresses, promises, rumours.

Wings and patrons are named as their scenario names them, in the singular or the plural: no verb agrees with them here,
and in Albanian no case bends them.
"""

from lanc_game.language.speech import Pair

DEALINGS: dict[str, tuple[Pair, ...]] = {
    # letters and treaties
    "letter_sent": (
        (
            "{actor} wrote to {other}: {treaty}[ for {region}].",
            "{actor} i shkroi palës tjetër, {other}: {treaty}[ ({region})].",
        ),
    ),
    "letter_countered": (
        (
            "{actor} answered {other} with other terms: {treaty}[ for {region}].",
            "{actor} iu përgjigj palës {other} me kushte të tjera: {treaty}[ ({region})].",
        ),
    ),
    "letter_refused": (
        (
            "{actor} refused the letter of {other}: {treaty}[ for {region}].",
            "{actor} refuzoi letrën ({other}): {treaty}[ ({region})].",
        ),
    ),
    "treaty_signed": (
        (
            "{actor} and {other} signed {treaty}[ for {region}][: {terms}].",
            "{actor} dhe {other} nënshkruan «{treaty}»[ ({region})][: {terms}].",
        ),
    ),
    "treaty_signed_secret": (
        (
            "{actor} and {other} signed {treaty} in secret[ for {region}][: {terms}].",
            "{actor} dhe {other} nënshkruan fshehurazi «{treaty}»[ ({region})][: {terms}].",
        ),
    ),
    "treaty_ended_openly": (
        (
            "{actor} denounced {treaty} with {other}[ for {region}].",
            "{actor} denoncoi «{treaty}» me palën {other}[ ({region})].",
        ),
    ),
    "treaty_ended_pretext": (
        (
            "{actor} found a pretext to end {treaty} with {other}[ for {region}].",
            "{actor} gjeti një shkak për të prishur «{treaty}» ({other})[ – {region}].",
        ),
    ),
    "treaty_ended_ambush": (
        (
            "{actor} fell upon {other} while {treaty} was still in force[ in {region}].",
            "{actor} e goditi palën {other} kur {treaty} ishte ende në fuqi[ ({region})].",
        ),
    ),
    "treaty_ended_lapse": (
        (
            "{treaty} of {actor} and {other} ran out[ in {region}].",
            "{treaty} mes palëve {actor} dhe {other} mbaroi[ ({region})].",
        ),
    ),
    "treaty_ended_rupture": (
        (
            "{treaty} of {actor} and {other} tore under its own strain[ in {region}].",
            "{treaty} ({actor}, {other}) u këput nga tensioni[ ({region})].",
        ),
    ),
    "leaked": (
        (
            "It came out that {actor} and {other} had signed {treaty}[ for {region}].",
            "Doli në shesh një marrëveshje, {actor} – {other}: {treaty}[ ({region})].",
        ),
        (
            "{treaty} of {actor} and {other}[ for {region}] is a secret no longer.",
            "Nuk është më e fshehtë: {treaty}, mes palëve {actor} dhe {other}[ ({region})].",
        ),
    ),
    "stayed_away": (
        (
            "{actor} did not come to the joint operation with {other}[ in {region}].",
            "[{region}: ]në operacionin e përbashkët nuk erdhi askush nga {actor} ({other}).",
        ),
        (
            "{other} waited for {actor}[ in {region}]; nobody came.",
            "[{region}: ]u pritën më kot njerëzit nga {actor} ({other}).",
        ),
    ),
    "fought_beside": (
        (
            "{men:man|men} of {actor} fought in one line with {other}[ in {region}][; {lost} dead].",
            "[{region}: ]në një vijë luftuan {other} dhe {actor}, kjo e fundit me {men:vetë|veta}[; {lost} të vrarë].",
        ),
        (
            "Beside {other}[ in {region}] stood {men:man|men} of {actor}[; {lost} dead].",
            "[{region}: ]krah për krah {other} dhe {actor}, {men:vetë|veta} nga {actor}[; {lost} të vrarë].",
        ),
    ),
    # wings
    "wing_courted": (
        (
            "{actor} spoke in private with a wing of {other}, {wing}: goodwill +{won}.",
            "Bisedë e fshehtë me një krah të palës {other} ({wing}), nga {actor}: mirëdashje +{won}.",
        ),
    ),
    "wing_courted_own": (
        (
            "{actor} sat down with a wing of its own, {wing}: loyalty +{won}.",
            "Bisedë me një krah të vetin ({actor}, {wing}): besnikëri +{won}.",
        ),
        (
            "{actor} heard out a wing of its own, {wing}: loyalty +{won}.",
            "U dëgjuan ankesat e një krahu të vetin ({actor}, {wing}): besnikëri +{won}.",
        ),
    ),
    "wing_courted_vain": (
        (
            "{actor} spoke with a wing, {wing}, and won nothing.",
            "Bisedë pa fryt me një krah ({actor}, {wing}).",
        ),
    ),
    "wing_farewell": (("{farewell}{stop}", "{farewell}{stop}"),),
    "wing_left": (
        (
            "A wing left {actor} for {other}: {wing}[, {men:man|men}].",
            "U shkëput një krah dhe kaloi nga {actor} te {other}: {wing}[, {men:vetë|veta}].",
        ),
    ),
    "wing_went_home": (
        (
            "A wing left {actor} and went home: {wing}[, {men:man|men}].",
            "Një krah u shkëput nga {actor} dhe u kthye në shtëpi: {wing}[, {men:vetë|veta}].",
        ),
    ),
    "purged": (
        (
            "{actor} executed people of a wing of its own: {wing}.",
            "U ekzekutuan njerëz të një krahu të vetin ({actor}): {wing}.",
        ),
        (
            "By order of {actor} people of one of its wings were put to death: {wing}.",
            "Me urdhër nga {actor} u ekzekutuan njerëz të një krahu: {wing}.",
        ),
    ),
    # promises and congresses
    "promised": (("{actor} gave a promise to {wing}: {promise}.", "Premtim ({actor} – {wing}): {promise}."),),
    "promise_kept": (
        (
            "{actor} kept its promise to {wing}: {promise}.",
            "Premtim i mbajtur ({actor} – {wing}): {promise}.",
        ),
    ),
    "promise_broken": (
        (
            "{actor} broke its promise to {wing}: {promise}.",
            "Premtim i shkelur ({actor} – {wing}): {promise}.",
        ),
    ),
    "congress_held": (
        (
            "{actor} held “{congress}”[ in {region}]. The seats: {seats}.",
            "[{region}: ]u mbajt «{congress}» ({actor}). Vendet: {seats}.",
        ),
        (
            "“{congress}” met[ in {region}] at the call of {actor}. It divided the seats so: {seats}.",
            "[{region}: ]me thirrje nga {actor} u mblodh «{congress}». Vendet u ndanë kështu: {seats}.",
        ),
    ),
    # patrons
    "aid_came": (
        ("From {patron} came for {actor}: {goods}.", "Nga {patron} te {actor}: {goods}."),
        ("Aid from {patron} reached {actor}: {goods}.", "Mbërriti ndihmë, nga {patron} te {actor}: {goods}."),
    ),
    "aid_asked": (
        (
            "{actor} had asked, and {patron} gave: {goods}.",
            "Kërkesa u plotësua ({actor}), ndihmë nga {patron}: {goods}.",
        ),
    ),
    "turned": (
        (
            "{actor} asked for help; {patron} sent nothing.",
            "U kërkua ndihmë ({actor}); nga {patron} nuk erdhi gjë.",
        ),
        (
            "The appeal of {actor} to {patron} was turned down.",
            "{patron}: kërkesa për ndihmë nuk u pranua ({actor}).",
        ),
    ),
    "demanded": (
        (
            "A demand of {patron} lies before {actor}: {title}{stop}",
            "Një kërkesë nga {patron} pret përgjigje ({actor}): {title}{stop}",
        ),
    ),
    "replied": (
        (
            "{actor} replied to {patron} on “{title}”: {option}.",
            "Përgjigje ndaj kërkesës nga {patron} ({actor}), «{title}»: {option}.",
        ),
    ),
    "replied_by_default": (
        (
            "{actor} left the demand of {patron} unanswered, “{title}”: {option}.",
            "Pa përgjigje mbeti kërkesa nga {patron}, «{title}» ({actor}): {option}.",
        ),
    ),
    # mandates
    "mandates_offered": (
        ("Tasks are put before {actor}: {mandates}.", "Detyra të propozuara ({actor}): {mandates}."),
        (
            "For the months to come {actor} is asked to take up a task: {mandates}.",
            "Për muajt që vijnë kërkohet një detyrë ({actor}): {mandates}.",
        ),
    ),
    "pledged": (
        (
            "{actor} took up a task for {giver}: {mandate}.",
            "Detyrë e marrë përsipër ({actor}), kërkuar nga {giver}: {mandate}.",
        ),
    ),
    "mandate_done": (
        (
            "{actor} did what it had pledged to {giver}: {mandate}.",
            "Detyrë e kryer ({actor}), kërkuar nga {giver}: {mandate}.",
        ),
    ),
    "mandate_failed": (
        (
            "{actor} did not do what it had pledged to {giver}: {mandate}.",
            "Detyrë e pakryer ({actor}), kërkuar nga {giver}: {mandate}.",
        ),
    ),
    # rumours
    "rumour_heard": (
        (
            "A rumour reached {actor}: {rumour} ({odds} in a hundred).",
            "Një fjalë arriti te {actor}: {rumour} (gjasa {odds} në njëqind).",
        ),
        (
            "{actor} was told: {rumour} ({odds} in a hundred).",
            "Thuhet ({actor}): {rumour} (gjasa {odds} në njëqind).",
        ),
    ),
    "rumour_true": (
        (
            "{actor} looked into a rumour, and it is true: {rumour}.",
            "Një fjalë u verifikua ({actor}) dhe doli e vërtetë: {rumour}.",
        ),
    ),
    "rumour_false": (
        (
            "{actor} looked into a rumour, and it is not true: {rumour}.",
            "Një fjalë u verifikua ({actor}) dhe nuk doli e vërtetë: {rumour}.",
        ),
    ),
}
