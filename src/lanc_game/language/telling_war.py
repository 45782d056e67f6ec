"""Sentences for what is done with arms: marches, raids, fights, sweeps, reprisals.

There are several a kind, so that no two months read alike.

Albanian uses names as they are given: after ``nga`` and ``te`` (nominative), in brackets, or joined by a dash.
"""

from lanc_game.language.speech import Pair

WAR: dict[str, tuple[Pair, ...]] = {
    "order_failed": (
        (
            "The order “{order}” of {actor}[ in {region}] came to nothing: {reason}.",
            "Urdhri «{order}»[ në {region}] mbeti pa u kryer ({actor}): {reason}.",
        ),
    ),
    "moved": (
        ("{men:man|men} of {actor} marched from {region} to {to}.", "Nga {region} në {to}: {men:vetë|veta} ({actor})."),
        ("{actor} sent {men:man|men} from {region} to {to}.", "{actor}: {men:vetë|veta} nga {region} në {to}."),
    ),
    "moved_hidden": (
        (
            "{men:man|men} of {actor} slipped from {region} to {to} by night.",
            "Fshehurazi nga {region} në {to}: {men:vetë|veta} ({actor}).",
        ),
    ),
    "met": (
        (
            "On the way from {region} to {to} {actor} ran into {other}: {lost} dead against {other_lost}.",
            "Ndeshje në rrugën {region}–{to}, {actor} – {other}: {lost} të vrarë kundrejt {other_lost}.",
        ),
        (
            "{actor} and {other} fought on the way between {region} and {to}: {lost} dead against {other_lost}.",
            "Në rrugën {region}–{to} u ndeshën {actor} dhe {other}: {lost} të vrarë kundrejt {other_lost}.",
        ),
    ),
    "posture_open": (
        (
            "{men:man|men} of {actor} came out into the open in {region}.",
            "Në {region} dolën haptas {men:vetë|veta} ({actor}).",
        ),
    ),
    "posture_hold": (
        ("{men:man|men} of {actor} dug in at {region}.", "Në {region} zunë pozicion {men:vetë|veta} ({actor})."),
    ),
    "posture_hiding": (
        ("{men:man|men} of {actor} went to ground in {region}.", "Në {region} u fshehën {men:vetë|veta} ({actor})."),
    ),
    "posture_hidden": (
        ("{men:man|men} of {actor} lay hidden in {region}.", "Në {region} rrinin fshehur {men:vetë|veta} ({actor})."),
    ),
    "dispersed": (
        (
            "{actor} sent {men:regular|regulars} in {region} home to hide[; {lost} did not come back].",
            "Në {region} u shpërndanë për t'u fshehur {men:vetë|veta} të forcave të rregullta ({actor})[; {lost} nuk u "
            "kthyen].",
        ),
        (
            "In {region} {actor} broke up its regulars into small bands: {men:man|men}[, {lost} gone for good].",
            "Në {region} forcat e rregullta u ndanë në çeta të vogla ({actor}): {men:vetë|veta}[, {lost} ikën "
            "përgjithnjë].",
        ),
    ),
    "raided": (
        (
            "{actor} raided a convoy in {region}: {arms:rifle|rifles}[, {lost} dead][; {killed} of {other} fell].",
            "Një autokolonë u godit në {region} nga {actor}: {arms:pushkë|pushkë}[, {lost} të vrarë]"
            "[; {killed} të vrarë te {other}].",
        ),
        (
            "A post of {other} in {region} was overrun by {actor}: {arms:rifle|rifles} taken[, {lost} dead][, {killed} "
            "of the "
            "garrison].",
            "Një postë roje në {region} ({other}) u mor nga {actor}: {arms:pushkë|pushkë} të marra[, {lost} të "
            "vrarë][, {killed} nga "
            "garnizoni].",
        ),
        (
            "{actor} lay in wait on the road in {region}. The lorries gave {arms:rifle|rifles}[; {lost} did not return]"
            "[; {killed} of {other} fell].",
            "Pritë në rrugë në {region} ({actor} – {other}): kamionët dhanë {arms:pushkë|pushkë}[; {lost} nuk u kthyen]"
            "[; {killed} të vrarë te {other}].",
        ),
    ),
    "raided_rival": (
        (
            "{actor} took {arms:rifle|rifles} from {other} in {region}[; {lost} dead][ against {killed}].",
            "Në {region} {arms:pushkë|pushkë} u morën nga duart e palës tjetër ({actor} – {other})[; {lost} të vrarë]"
            "[ kundrejt {killed}].",
        ),
        (
            "In {region} {actor} fell upon the stores of {other}: {arms:rifle|rifles}[, {lost} dead][; {other} lost "
            "{killed}].",
            "Depo të goditura në {region} ({actor} – {other}): {arms:pushkë|pushkë}[, {lost} të vrarë]"
            "[; {killed} të vrarë te {other}].",
        ),
    ),
    "raided_empty": (
        (
            "A raid by {actor} in {region} brought nothing[; {lost} dead][; {killed} of {other} fell].",
            "Një pritë në {region} ({actor}) nuk solli gjë[; {lost} të vrarë][; {killed} të vrarë te {other}].",
        ),
    ),
    "sabotaged_road": (
        (
            "{actor} cut the road from {region} to {to}[; {lost} dead].",
            "U pre rruga {region}–{to} ({actor})[; {lost} të vrarë].",
        ),
        (
            "A bridge between {region} and {to} was blown up by {actor}[; {lost} dead].",
            "Një urë në rrugën {region}–{to} u hodh në erë nga {actor}[; {lost} të vrarë].",
        ),
    ),
    "sabotaged_telegraph": (
        (
            "{actor} cut the telegraph in {region}[; {lost} dead].",
            "U prenë telat e telegrafit në {region} ({actor})[; {lost} të vrarë].",
        ),
        (
            "The wires in {region} went dead: poles felled by {actor}[, {lost} dead].",
            "Telegrafi në {region} heshti: shtyllat u rrëzuan nga {actor}[, {lost} të vrarë].",
        ),
    ),
    "sabotaged_mine": (
        (
            "{actor} stopped the works in {region}: machines wrecked[, {lost} dead].",
            "Puna në {region} u ndal: makineri të prishura nga {actor}[, {lost} të vrarë].",
        ),
    ),
    "sabotaged_harvest": (
        (
            "Half the grain in {region} was burned or carried off by {actor}[; {lost} dead].",
            "Gjysma e drithit në {region} u dogj ose u mor nga {actor}[; {lost} të vrarë].",
        ),
    ),
    "fought_attack": (
        (
            "{actor} attacked {other} in {region}, {men} against {other_men}.",
            "Sulm në {region}, {actor} – {other}: {men:vetë|veta} kundër {other_men}.",
        ),
        (
            "In {region} {men:man|men} of {actor} went against {other_men} of {other}.",
            "Sulm i nisur nga {actor} në {region}, {men:vetë|veta} kundër {other_men} ({other}).",
        ),
    ),
    "fought_sweep": (
        (
            "A sweep by {actor} in {region}, {men} strong, met {other_men} of {other}.",
            "Spastrim në {region} nga {actor} me {men:vetë|veta}; përballë {other_men} ({other}).",
        ),
    ),
    "fought_offensive": (
        (
            "The offensive of {actor} reached {region}: {men:man|men} against {other_men} of {other}.",
            "Mësymja arriti në {region}, {actor} – {other}: {men:vetë|veta} kundër {other_men}.",
        ),
        (
            "In {region} {other} stood with {other_men} before the offensive of {actor}, {men} strong.",
            "Në {region} mësymja e nisur nga {actor}, {men:vetë|veta}, gjeti përballë {other_men} ({other}).",
        ),
    ),
    "fought_meeting": (
        (
            "{men:man|men} of {actor} ran into {other_men} of {other} in {region}.",
            "Ndeshje e rastit në {region}, {actor} – {other}: {men:vetë|veta} kundër {other_men}.",
        ),
    ),
    "fought_breakout": (
        (
            "{men:man|men} of {actor} tried to break through {other} in {region}, {other_men} strong.",
            "Përpjekje për të çarë rrethimin në {region}, {actor} – {other}: {men:vetë|veta} kundër {other_men}.",
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
            "Fshatrat në {region} u kontrolluan nga {actor}: {found:i fshehur i gjetur|të fshehur të gjetur} "
            "({other}), "
            "{lost} të vrarë ose të kapur.",
        ),
        (
            "A sweep by {actor} in {region} came upon {found} of {other}: {lost} dead or taken.",
            "Spastrim në {region} nga {actor}: {found:i gjetur|të gjetur} ({other}), {lost} të vrarë ose të kapur.",
        ),
    ),
    "swept_offensive": (
        (
            "The offensive of {actor} combed {region} and found {found} of {other}; {lost} dead or taken.",
            "Mësymja kontrolloi fshatrat në {region} ({actor}): {found:i gjetur|të gjetur} ({other}), {lost} të vrarë "
            "ose të kapur.",
        ),
    ),
    "swept_nobody": (
        (
            "{actor} combed the villages of {region} and did not find the men of {other}.",
            "Fshatrat në {region} u kontrolluan nga {actor}; njerëzit e fshehur nuk u gjetën ({other}).",
        ),
    ),
    "announced": (
        (
            "{actor} committed an offensive over {regions}: about {men:man|men}[, to open in {when}].",
            "U caktua një mësymje mbi {regions} ({actor}): rreth {men:vetë|veta}[, nis në {when}].",
        ),
    ),
    "called_off": (("{actor} called off its offensive.", "Mësymja u anulua ({actor})."),),
    "avenged": (
        (
            "{actor} burned {villages:village|villages} in {region} after the deeds of {other}. "
            "[Fear rose by {fear} %. ]Of a hundred people {blame_actor} blamed {actor}, {blame_other} {other}.",
            "Në {region} {villages:fshat u dogj|fshatra u dogjën} nga {actor}, pas veprimeve të palës tjetër "
            "({other}). "
            "[Frika u rrit me {fear} %. ]Nga njëqind veta {blame_actor} fajësuan djegësit, {blame_other} palën tjetër.",
        ),
        (
            "For what {other} had done, {villages:village|villages} in {region} burned at the hands of {actor}[; fear "
            "rose by "
            "{fear} %]. The blame: {actor} {blame_actor} %, {other} {blame_other} %.",
            "Për sa kishte bërë pala tjetër ({other}), {villages:fshat u dogj|fshatra u dogjën} në {region} nga {actor}"
            "[; frika u rrit me {fear} %]. Faji: {actor} {blame_actor} %, {other} {blame_other} %.",
        ),
    ),
    "avenged_harsh": (
        (
            "{actor} burned {villages:village|villages} in {region} to the ground after the deeds of {other}. "
            "[Fear rose by {fear} %. ]Of a hundred people {blame_actor} blamed {actor}, {blame_other} {other}.",
            "Në {region} {villages:fshat u bë|fshatra u bënë} shkrumb nga {actor}, pas veprimeve të palës tjetër "
            "({other}). [Frika u rrit me {fear} %. ]Nga njëqind veta {blame_actor} fajësuan djegësit, "
            "{blame_other} palën tjetër.",
        ),
        (
            "By order of {actor} nothing was left standing in {villages:village|villages} of {region}, for what "
            "{other} had done[; fear rose by {fear} %]. The blame: {actor} {blame_actor} %, {other} {blame_other} %.",
            "Me urdhër nga {actor}, në {villages:fshat|fshatra} në {region} s'mbeti shtëpi në këmbë, për sa kishte "
            "bërë pala tjetër ({other})[; frika u rrit me {fear} %]. Faji: {actor} {blame_actor} %, "
            "{other} {blame_other} %.",
        ),
    ),
    "took_to_hills": (
        (
            "{men:man|men} whose homes were gone in {region} joined {actor}.",
            "Në {region} {men:vetë kaloi|veta kaluan} te {actor}, pasi u ishin djegur shtëpitë.",
        ),
        (
            "From the burned villages of {region} {men:man|men} walked into the hills to {actor}.",
            "Nga fshatrat e djegura në {region} {men:vetë doli|veta dolën} në mal, te {actor}.",
        ),
    ),
    "hungered": (
        (
            "{lost:man|men} of {actor} in {region} went home for want of food.",
            "Nga mungesa e ushqimit në {region} {lost:vetë iku|veta ikën} në shtëpi ({actor}).",
        ),
        (
            "Hunger in {region} cost {actor} {lost:man|men}.",
            "Uria në {region}: {lost:vetë më pak|veta më pak} ({actor}).",
        ),
    ),
    "hungered_winter": (
        (
            "Snow and cold in {region} cost {actor} {lost:man|men}.",
            "Bora dhe të ftohtët në {region}: {lost:vetë më pak|veta më pak} ({actor}).",
        ),
        (
            "In the winter of {region} {lost:man|men} of {actor} froze, fell ill or left.",
            "Në dimrin në {region} {lost:vetë|veta} ngrinë, u sëmurën ose ikën ({actor}).",
        ),
    ),
    "came_over": (
        (
            "{men:man|men} of {other} in {region} went over to {actor}.",
            "Në {region} {men:vetë kaloi|veta kaluan} nga {other} te {actor}.",
        ),
    ),
    "arms_found": (
        (
            "{arms:rifle|rifles} from the stores of {other} in {region} came into the hands of {actor}.",
            "{arms:pushkë|pushkë} nga depot në {region} ({other}) ranë në duart e palës tjetër: {actor}.",
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
