"""Sentences for what is done with arms: marches, raids, fights, sweeps, reprisals.

There are several a kind, so that no two months read alike.

Albanian uses names as they are given: a place before a colon or joined by a dash, a side after ``nga`` and ``te`` or in
brackets; none of these bends the name.
"""

from lanc_game.language.speech import Pair

WAR: dict[str, tuple[Pair, ...]] = {
    "order_failed": (
        (
            "The order “{order}” of {actor}[ in {region}] came to nothing: {reason}.",
            "[{region}: ]urdhri «{order}» mbeti pa u kryer ({actor}): {reason}.",
        ),
    ),
    "moved": (
        (
            "{men:man|men} of {actor} marched from {region} to {to}.",
            "Marshim {region} – {to}: {men:vetë|veta} ({actor}).",
        ),
        ("{actor} sent {men:man|men} from {region} to {to}.", "{actor}: {men:vetë|veta} në rrugën {region} – {to}."),
    ),
    "moved_hidden": (
        (
            "{men:man|men} of {actor} slipped from {region} to {to} by night.",
            "Fshehurazi, {region} – {to}: {men:vetë|veta} ({actor}).",
        ),
    ),
    "fell_back": (
        (
            "{men:man|men} of {actor} fell back from {region} to {to}.",
            "Tërheqje {region} – {to}: {men:vetë|veta} ({actor}).",
        ),
    ),
    "met": (
        (
            "On the way from {region} to {to} {actor} ran into {other}: {lost} dead against {other_lost}.",
            "Ndeshje në rrugën {region} – {to}, {actor} – {other}: {lost} të vrarë kundrejt {other_lost}.",
        ),
        (
            "{actor} and {other} fought on the way between {region} and {to}: {lost} dead against {other_lost}.",
            "Në rrugën {region} – {to} u ndeshën {actor} dhe {other}: {lost} të vrarë kundrejt {other_lost}.",
        ),
    ),
    "posture_open": (
        (
            "{men:man|men} of {actor} came out into the open in {region}.",
            "{region}: dolën haptas {men:vetë|veta} ({actor}).",
        ),
    ),
    "posture_hold": (
        ("{men:man|men} of {actor} dug in at {region}.", "{region}: zunë pozicion {men:vetë|veta} ({actor})."),
    ),
    "posture_hiding": (
        ("{men:man|men} of {actor} went to ground in {region}.", "{region}: u fshehën {men:vetë|veta} ({actor})."),
    ),
    "posture_hidden": (
        ("{men:man|men} of {actor} lay hidden in {region}.", "{region}: rrinin fshehur {men:vetë|veta} ({actor})."),
    ),
    "dispersed": (
        (
            "{actor} sent {men:regular|regulars} in {region} home to hide[; {lost} did not come back].",
            "{region}: u shpërndanë për t'u fshehur {men:vetë|veta} të forcave të rregullta ({actor})[; {lost} nuk u "
            "kthyen].",
        ),
        (
            "In {region} {actor} broke up its regulars into small bands: {men:man|men}[, {lost} gone for good].",
            "{region}: forcat e rregullta u ndanë në çeta të vogla ({actor}), {men:vetë|veta}[, {lost} ikën "
            "përgjithnjë].",
        ),
    ),
    "raided": (
        (
            "{actor} raided a convoy in {region}: {arms:rifle|rifles}[, {lost} dead][; {killed} of {other} fell].",
            "{region}: një autokolonë u godit nga {actor}, {arms:pushkë|pushkë}[, {lost} të vrarë]"
            "[; {killed} të vrarë te {other}].",
        ),
        (
            "A post of {other} in {region} was overrun by {actor}: {arms:rifle|rifles} taken[, {lost} dead][, {killed} "
            "of the "
            "garrison].",
            "{region}: një postë roje ({other}) u mor nga {actor}, {arms:pushkë|pushkë} të marra[, {lost} të "
            "vrarë][, {killed} nga "
            "garnizoni].",
        ),
        (
            "{actor} lay in wait on the road in {region}. The lorries gave {arms:rifle|rifles}[; {lost} did not return]"
            "[; {killed} of {other} fell].",
            "{region}: pritë në rrugë ({actor} – {other}): kamionët dhanë {arms:pushkë|pushkë}[; {lost} nuk u kthyen]"
            "[; {killed} të vrarë te {other}].",
        ),
    ),
    "raided_rival": (
        (
            "{actor} took {arms:rifle|rifles} from {other} in {region}[; {lost} dead][ against {killed}].",
            "{region}: {arms:pushkë|pushkë} u morën nga duart e palës tjetër ({actor} – {other})[; {lost} të vrarë]"
            "[ kundrejt {killed}].",
        ),
        (
            "In {region} {actor} fell upon the stores of {other}: {arms:rifle|rifles}[, {lost} dead][; {other} lost "
            "{killed}].",
            "{region}: depo të goditura ({actor} – {other}), {arms:pushkë|pushkë}[, {lost} të vrarë]"
            "[; {killed} të vrarë te {other}].",
        ),
    ),
    "raided_empty": (
        (
            "A raid by {actor} in {region} brought nothing[; {lost} dead][; {killed} of {other} fell].",
            "{region}: një pritë ({actor}) nuk solli gjë[; {lost} të vrarë][; {killed} të vrarë te {other}].",
        ),
    ),
    "sabotaged_road": (
        (
            "{actor} cut the road from {region} to {to}[; {lost} dead].",
            "U pre rruga {region} – {to} ({actor})[; {lost} të vrarë].",
        ),
        (
            "A bridge between {region} and {to} was blown up by {actor}[; {lost} dead].",
            "Një urë në rrugën {region} – {to} u hodh në erë nga {actor}[; {lost} të vrarë].",
        ),
    ),
    "sabotaged_telegraph": (
        (
            "{actor} cut the telegraph in {region}[; {lost} dead].",
            "{region}: u prenë telat e telegrafit ({actor})[; {lost} të vrarë].",
        ),
        (
            "The wires in {region} went dead: poles felled by {actor}[, {lost} dead].",
            "{region}: telegrafi heshti, shtyllat u rrëzuan nga {actor}[, {lost} të vrarë].",
        ),
    ),
    "sabotaged_mine": (
        (
            "{actor} stopped the works in {region}: machines wrecked[, {lost} dead].",
            "{region}: puna u ndal, makineri të prishura nga {actor}[, {lost} të vrarë].",
        ),
    ),
    "sabotaged_harvest": (
        (
            "Half the grain in {region} was burned or carried off by {actor}[; {lost} dead].",
            "{region}: gjysma e drithit u dogj ose u mor nga {actor}[; {lost} të vrarë].",
        ),
    ),
    "fought_attack": (
        (
            "{actor} attacked {other} in {region}, {men} against {other_men}.",
            "{region}: sulm, {actor} – {other}, {men:vetë|veta} kundër {other_men}.",
        ),
        (
            "In {region} {men:man|men} of {actor} went against {other_men} of {other}.",
            "{region}: sulm i nisur nga {actor}, {men:vetë|veta} kundër {other_men} ({other}).",
        ),
    ),
    "fought_sweep": (
        (
            "A sweep by {actor} in {region}, {men} strong, met {other_men} of {other}.",
            "{region}: spastrim nga {actor} me {men:vetë|veta}; përballë {other_men} ({other}).",
        ),
    ),
    "fought_offensive": (
        (
            "The offensive of {actor} reached {region}: {men:man|men} against {other_men} of {other}.",
            "{region}: arriti mësymja, {actor} – {other}, {men:vetë|veta} kundër {other_men}.",
        ),
        (
            "In {region} {other} stood with {other_men} before the offensive of {actor}, {men} strong.",
            "{region}: mësymja e nisur nga {actor}, {men:vetë|veta}, gjeti përballë {other_men} ({other}).",
        ),
    ),
    "won": (
        (
            "{actor} won: {lost} dead against {other_lost}[, {taken:prisoner|prisoners}][, {arms:rifle|rifles} taken].",
            "Fitoi pala sulmuese ({actor}): {lost} të vrarë kundrejt {other_lost}[, {taken:i zënë|të zënë} rob][, "
            "{arms:pushkë|pushkë} të marra].",
        ),
        (
            "{other} gave way: {other_lost} dead against {lost}[, {taken:prisoner|prisoners}][, {arms:rifle|rifles} "
            "left behind].",
            "Pala e sulmuar u tërhoq ({other}): {other_lost} të vrarë kundrejt {lost}[, {taken:i zënë|të zënë} rob]"
            "[, {arms:pushkë|pushkë} të lëna].",
        ),
    ),
    "repelled": (
        (
            "The attack was beaten off: {lost} dead against {other_lost}[, {arms:rifle|rifles} left on the field].",
            "Sulmi u zmbraps: {lost} të vrarë kundrejt {other_lost}[, {arms:pushkë|pushkë} të lëna në fushë].",
        ),
        (
            "{other} held: {other_lost} dead against {lost}[, {arms:rifle|rifles} gathered afterwards].",
            "Pala e sulmuar qëndroi ({other}): {other_lost} të vrarë kundrejt {lost}[, {arms:pushkë|pushkë} të "
            "mbledhura].",
        ),
    ),
    "stalemate": (
        (
            "Neither gave way: {lost} dead against {other_lost}.",
            "Asnjëra palë nuk u tërhoq: {lost} të vrarë kundrejt {other_lost}.",
        ),
        (
            "It was not decided: {lost} dead against {other_lost}.",
            "Luftimi mbeti pa përfundim: {lost} të vrarë kundrejt {other_lost}.",
        ),
    ),
    "swept": (
        (
            "{actor} combed the villages of {region} and found {found} of {other}; {lost} dead or taken.",
            "{region}: fshatrat u kontrolluan nga {actor}, {found:i fshehur i gjetur|të fshehur të gjetur} "
            "({other}), "
            "{lost} të vrarë ose të kapur.",
        ),
        (
            "A sweep by {actor} in {region} came upon {found} of {other}: {lost} dead or taken.",
            "{region}: spastrim nga {actor}, {found:i gjetur|të gjetur} ({other}), {lost} të vrarë ose të kapur.",
        ),
    ),
    "swept_offensive": (
        (
            "The offensive of {actor} combed {region} and found {found} of {other}; {lost} dead or taken.",
            "{region}: mësymja kontrolloi fshatrat ({actor}), {found:i gjetur|të gjetur} ({other}), {lost} të vrarë "
            "ose të kapur.",
        ),
    ),
    "swept_escaped": (
        (
            "A sweep by {actor} in {region} came upon {found} of {other}; all of them got away.",
            "{region}: spastrim nga {actor}, {found:i gjetur|të gjetur} ({other}); të gjithë shpëtuan.",
        ),
    ),
    "swept_nobody": (
        (
            "{actor} combed the villages of {region} and did not find the men of {other}.",
            "{region}: fshatrat u kontrolluan nga {actor}; njerëzit e fshehur nuk u gjetën ({other}).",
        ),
    ),
    "announced": (
        (
            "{actor} gathered about {men:man|men} for an offensive in {regions}[, to open in {when}].",
            "U caktua një mësymje ({actor}), rreth {men:vetë|veta}[, nis në {when}]: {regions}.",
        ),
    ),
    "called_off": (("{actor} called off its offensive.", "Mësymja u anulua ({actor})."),),
    "avenged": (
        (
            "{actor} burned {villages:village|villages} in {region} after the deeds of {other}. "
            "[Fear rose by {fear} %. ]Of a hundred people {blame_actor} blamed {actor}, {blame_other} {other}.",
            "{region}: {villages:fshat u dogj|fshatra u dogjën} nga {actor}, pas veprimeve të palës tjetër "
            "({other}). "
            "[Frika u rrit me {fear} %. ]Nga njëqind veta {blame_actor} fajësuan djegësit, {blame_other} palën tjetër.",
        ),
        (
            "For what {other} had done, {villages:village|villages} in {region} burned at the hands of {actor}[; fear "
            "rose by "
            "{fear} %]. The blame: {actor} {blame_actor} %, {other} {blame_other} %.",
            "{region}: për sa kishte bërë pala tjetër ({other}), {villages:fshat u dogj|fshatra u dogjën} nga {actor}"
            "[; frika u rrit me {fear} %]. Faji: {actor} {blame_actor} %, {other} {blame_other} %.",
        ),
    ),
    "avenged_harsh": (
        (
            "{actor} burned {villages:village|villages} in {region} to the ground after the deeds of {other}. "
            "[Fear rose by {fear} %. ]Of a hundred people {blame_actor} blamed {actor}, {blame_other} {other}.",
            "{region}: {villages:fshat u bë|fshatra u bënë} shkrumb nga {actor}, pas veprimeve të palës tjetër "
            "({other}). [Frika u rrit me {fear} %. ]Nga njëqind veta {blame_actor} fajësuan djegësit, "
            "{blame_other} palën tjetër.",
        ),
        (
            "By order of {actor} nothing was left standing in {villages:village|villages} of {region}, for what "
            "{other} had done[; fear rose by {fear} %]. The blame: {actor} {blame_actor} %, {other} {blame_other} %.",
            "{region}: me urdhër nga {actor}, në {villages:fshat|fshatra} s'mbeti shtëpi në këmbë, për sa kishte "
            "bërë pala tjetër ({other})[; frika u rrit me {fear} %]. Faji: {actor} {blame_actor} %, "
            "{other} {blame_other} %.",
        ),
    ),
    "took_to_hills": (
        (
            "{men:man whose home was gone|men whose homes were gone} in {region} joined {actor}.",
            "{region}: {men:vetë kaloi|veta kaluan} te {actor}, pasi u ishin djegur shtëpitë.",
        ),
        (
            "From the burned villages of {region} {men:man|men} walked into the hills to {actor}.",
            "{region}: nga fshatrat e djegura {men:vetë doli|veta dolën} në mal, te {actor}.",
        ),
    ),
    "hungered": (
        (
            "{lost:man|men} of {actor} in {region} went home for want of food.",
            "{region}: nga mungesa e ushqimit {lost:vetë iku|veta ikën} në shtëpi ({actor}).",
        ),
        (
            "Hunger in {region} cost {actor} {lost:man|men}.",
            "{region}: nga uria {lost:vetë më pak|veta më pak} ({actor}).",
        ),
    ),
    "hungered_winter": (
        (
            "Snow and cold in {region} cost {actor} {lost:man|men}.",
            "{region}: nga bora e të ftohtët {lost:vetë më pak|veta më pak} ({actor}).",
        ),
        (
            "In the winter of {region} {lost:man|men} of {actor} froze, fell ill or left.",
            "{region}: në atë dimër {lost:vetë|veta} ngrinë, u sëmurën ose ikën ({actor}).",
        ),
    ),
    "came_over": (
        (
            "{men:man|men} of {other} in {region} went over to {actor}.",
            "{region}: {men:vetë kaloi|veta kaluan} nga {other} te {actor}.",
        ),
    ),
    "arms_found": (
        (
            "{arms:rifle|rifles} from the stores of {other} in {region} came into the hands of {actor}.",
            "{region}: {arms:pushkë|pushkë} nga depot ({other}) ranë në duart e palës tjetër ({actor}).",
        ),
    ),
    "withdrew": (
        ("{actor} withdrew {men:man|men} from {region}.", "Nga {region} u tërhoqën {men:vetë|veta} ({actor})."),
        (
            "{men:man|men} of {actor} left {region} for good.",
            "{men:vetë|veta} u larguan përfundimisht nga {region} ({actor}).",
        ),
    ),
}
