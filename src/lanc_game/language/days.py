"""What is said otherwise where a turn is a day: the texts that name the month, with the day in its place.

The keys are those of the ordinary tables; whatever isn't here is said alike in every campaign.
"""

from collections.abc import Mapping

from lanc_game.language.speech import Pair, Table

DAYS: Mapping[str, Table] = {
    "refusal": {
        "too_many_orders": (
            "No more than {need} orders a day can be written.",
            "Nuk mund të shkruhen më shumë se {need} urdhra në ditë.",
        ),
        "no_way_there": (
            "They cannot reach it in a day[ ({about})]: too far, no open road for lorries, or snow on the pass.",
            "Nuk arrihet brenda një dite[ ({about})]: është larg, s'ka rrugë të hapur për kamionë ose qafën e ka zënë "
            "bora.",
        ),
        "already_paid": (
            "Informers there are paid for some days yet.",
            "Informatorët atje janë paguar edhe për disa ditë.",
        ),
    },
    "verb_help": {
        "offensive": (
            "offensive REGION [REGION] [REGION] [REGION] — commit a large operation a day ahead",
            "offensive KRAHINA [KRAHINA] [KRAHINA] [KRAHINA] — cakto një operacion të madh një ditë përpara",
        ),
    },
    "verb_detail": {
        "attack": (
            "It needs men who can march, there or brought up this day. Towns have walls; men who strike from hiding have "
            "surprise. An attack on a rival makes it war.",
            "Duhen njerëz që marshojnë, atje ose të ardhur këtë ditë. Qytetet kanë mure; kush godet nga fshehja ka "
            "befasinë. Sulmi ndaj një rivali sjell luftë.",
        ),
        "hide": (
            "Free; it takes effect at the day's end and halves discovery meanwhile. The hidden eat at friendly tables, "
            "hold nothing, and strike with surprise.",
            "Falas; vlen nga fundi i ditës dhe ndërkohë përgjysmon zbulimin. Të fshehurit i ushqejnë miqtë, nuk mbajnë "
            "gjë dhe godasin me befasi.",
        ),
        "agitate": (
            "A cadre for a day. It wins most where many are uncommitted and few are afraid, and draws a little from "
            "rivals.",
            "Një kuadër për një ditë. Fiton më shumë ku ka shumë të papërcaktuar e pak frikë, dhe merr pak nga rivalët.",
        ),
        "organise": (
            "Binds a cadre for as many days as the level aimed at. Each level asks more sympathy; the third also a "
            "recent deed near by.",
            "Lidh një kuadër për aq ditë sa shkalla që synohet. Çdo shkallë do më shumë simpati; e treta edhe një veprim "
            "pranë.",
        ),
        "reconcile": (
            "Binds a cadre for some days. Each feud fewer means more recruits, fewer informers, and thanks.",
            "Lidh një kuadër për disa ditë. Çdo gjak i pajtuar do të thotë më shumë njerëz, më pak spiunë dhe mirënjohje.",
        ),
        "offensive": (
            "Costs supplies now; columns from round about gather, and comb the regions the next day and the one after. "
            "Those with sources hear of it.",
            "Kushton furnizime tani; kolonat përreth mblidhen dhe kërkojnë krahinat ditën tjetër e atë pas saj. "
            "Kush ka burime e merr vesh.",
        ),
        "repair": (
            "Takes a day and a cadre, by men who stand there.",
            "Do një ditë dhe një kuadër, nga njerëz që janë atje.",
        ),
        "bribe": (
            "Costs supplies. For some days you see what stands there, roughly, and sweeps find more.",
            "Kushton furnizime. Për disa ditë shihet përafërsisht ç'ka atje dhe spastrimet gjejnë më shumë.",
        ),
        "propose": (
            "Free. It is read before the next day, answered in the next day's words, and binds you for two days. A clause "
            "left blank is cheaper to sign and strains the treaty every day. A local truce and a joint operation are "
            "about one region: `truce REGION FACTION`, `joint REGION FACTION`.",
            "Falas. Lexohet para ditës tjetër, merr përgjigje në fjalët e asaj dite dhe ju lidh për dy ditë. Një pikë e "
            "lënë bosh nënshkruhet më lirë dhe e rëndon traktatin çdo ditë. Armëpushimi vendor dhe operacioni i "
            "përbashkët janë për një krahinë: `truce KRAHINA PALA`, `joint KRAHINA PALA`.",
        ),
        "denounce": (
            "Free, but your word is worth less afterwards: openly costs more than a pretext, which needs strain, and an "
            "ambush strikes this day and is never forgotten.",
            "Falas, por fjala juaj vlen më pak: haptas kushton më shumë se me një shkak, që do tension, ndërsa një pritë "
            "godet qysh këtë ditë dhe nuk harrohet.",
        ),
        "promise": (
            "Trust comes at once. When its days are over the promise is judged: kept, it brings loyalty; broken, a "
            "grievance that is greater.",
            "Besimi vjen menjëherë. Kur kalojnë ditët, premtimi vlerësohet: i mbajtur sjell besnikëri, i shkelur një "
            "pakënaqësi më të madhe.",
        ),
        "pledge": (
            "Free. Done in its days it brings what was offered; pledged and not done, a grudge. Whoever is passed over "
            "minds a little.",
            "Falas. E kryer në kohë sjell atë që u premtua; e marrë dhe e pakryer, mëri. Kujt i lihet detyra mënjanë, i "
            "mbetet pak hatri.",
        ),
        "verify": (
            "Somebody goes and looks. The next day you know whether it is true.",
            "Dikush shkon e sheh. Ditën tjetër dihet a është e vërtetë.",
        ),
    },
    "forecast": {
        "months": ("days of work {span}", "ditë punë {span}"),
        "lasting": ("for days: {span}", "për ditë: {span}"),
        "judged": ("judged in {span} days", "gjykohet pas {span} ditësh"),
    },
    "reason": {
        "looked_ahead": (
            "Of the answers that they thought through to the days after, it promised most.",
            "Nga përgjigjet që i menduan deri në ditët e mëpasme, kjo premtonte më shumë.",
        ),
    },
    "reasoning": {
        "weight": (
            "It weighed {weight} with them[, {score} with the mood of the day].",
            "Për ta peshonte {weight}[, me humorin e ditës {score}].",
        ),
        "none_given": ("{side} gave no orders on {month}.", "{side} s'dha asnjë urdhër më {month}."),
        "no_such": (
            "{side} gave {orders:order|orders} on {month}; there is no number {number}.",
            "{side} dha {orders:urdhër|urdhra} më {month}; s'ka numër {number}.",
        ),
        "not_played": (
            "`{text}` is no day that was played. Take a date from {first} to {last}.",
            "`{text}` s'është ditë e luajtur. Jepni një datë nga {first} deri në {last}.",
        ),
        "which_order": (
            "Which order? Write `why order SIDE DAY NUMBER`; `orders SIDE DAY` numbers them.",
            "Cili urdhër? Shkruani `why order PALA DITA NUMRI`; `orders PALA DITA` i numëron.",
        ),
        "nothing_played": ("No day has been played yet.", "Ende s'është luajtur asnjë ditë."),
    },
    "intent": {
        "lapses": (
            "the term of {treaty} ({sides})[ in {region}] ends with {until}",
            "afati ({treaty}, {sides}[, {region}]) mbaron me datën {until}",
        ),
        "task": ("{title}; judged at the end of {until}", "{title}; vlerësohet në fund të datës {until}"),
    },
    "history": {
        "nothing": (
            "Nothing is written here of what really happened that day.",
            "Këtu s'është shkruar gjë për ç'ndodhi vërtet atë ditë.",
        ),
    },
    "line": {
        "way": (
            "way to {place}: {kind}[, cut for {months:day|days}][, {snow}]",
            "rruga për te {place}: {kind}[, e prerë edhe {months:ditë|ditë}][, {snow}]",
        ),
        "treaty_head": (
            "in force: {treaty} — {name} ({sides})[, in {region}], signed on {when}[, until the end of {until}][, {secret}]",
            "në fuqi: {treaty} — {name} ({sides})[, {region}], nënshkruar më {when}[, deri në fund të datës {until}]"
            "[, {secret}]",
        ),
        "wing_wavers": (
            "{wing}: its grievance outweighs its loyalty by {over}; it may walk out, {chance} % a day",
            "{wing}: pakënaqësia e kalon besnikërinë me {over}; mund të shkëputet, {chance} % në ditë",
        ),
        "patron_aid": (
            "{name}: {figure} +{by} a day from regard {regard}[ ({now})]",
            "{name}: {figure} +{by} në ditë nga vlerësimi {regard}[ ({now})]",
        ),
        "mandate_line": (
            "pledge {mandate} — {title}[: {text}][ (for {giver})][ · {months:day|days} to do it]",
            "pledge {mandate} — {title}[: {text}][ (nga {giver})][ · afati {months:ditë|ditë}]",
        ),
        "mandate_pledged": (
            "pledged[ to {giver}]: {title}[, judged in {months:day|days}]",
            "e marrë përsipër[, kërkuar nga {giver}]: {title}[, vlerësohet pas {months:dite|ditësh}]",
        ),
        "vow_line": (
            "promised to {wing}: {promise}[, judged in {months:day|days}]",
            "premtuar ({wing}): {promise}[, vlerësohet pas {months:dite|ditësh}]",
        ),
        "promise_line": (
            "{order} — {promise}: loyalty +{trust} now[, +{honour} when it is kept], grievance +{betrayal} when it is "
            "broken; judged after {months:day|days}",
            "{order} — {promise}: besnikëri +{trust} tani[, +{honour} po u mbajt], pakënaqësi +{betrayal} po u shkel; "
            "vlerësohet pas {months:dite|ditësh}",
        ),
        "pledge_until": (
            "one of these can be taken up until the end of {when}; whoever is passed over minds",
            "njëra prej tyre mund të merret deri në fund të datës {when}; kujt i lihet mënjanë, i mbetet hatri",
        ),
        "work": ("work: {verb} {region}, {months:day|days} more", "punë: {verb} {region}, edhe {months:ditë|ditë}"),
        "why_what": (
            "Why what? Try `why standing`, `why fear REGION`, `why wing NAME`, `why patron NAME`, `why treaty NAME`, "
            "`why raid REGION` or, after the war, `why order SIDE DAY NUMBER`.",
            "Pse çfarë? Provoni `why standing`, `why fear KRAHINA`, `why wing EMRI`, `why patron EMRI`, "
            "`why treaty EMRI`, `why raid KRAHINA` ose, pas lufte, `why order PALA DITA NUMRI`.",
        ),
        "bad_span": (
            "`{text}` is no span of days. Try `history 3..5`.",
            "`{text}` nuk tregon ditë. Provoni `history 3..5`.",
        ),
        "months_played": ("Days played so far: {months}.", "Ditë të luajtura deri tani: {months}."),
        "saved": ("saved: {path} ({months:day|days})", "u ruajt: {path} ({months:ditë|ditë})"),
    },
    "line_help": {
        "orders": (
            "orders, orders SIDE DAY — what you have written this day; what a side ordered in another, after the war with "
            "why",
            "orders, orders PALA DITA — ç'keni shkruar këtë ditë; ç'urdhëroi një palë në një tjetër, pas lufte edhe pse",
        ),
        "history": (
            "history, history 3..5, history real 3..5 — days as you knew them; with `real`, what really happened in them",
            "history, history 3..5, history real 3..5 — ditët siç i njohët; me `real`, ç'ndodhi vërtet në to",
        ),
        "why": (
            "why FIGURE, why FIGURE REGION SIDE, why wing|patron|treaty NAME, why ORDER, why order SIDE DAY NUMBER — "
            "causes that add up; why an order is refused, what a letter would be answered, or what moved somebody to an "
            "order",
            "why TREGUESI, why TREGUESI KRAHINA PALA, why wing|patron|treaty EMRI, why URDHRI, "
            "why order PALA DITA NUMRI — shkaqet që japin shumën; pse s'pranohet një urdhër, ç'përgjigje do të merrte një "
            "letër, ose ç'e shtyu dikë për një urdhër",
        ),
        "end": ("end — the day happens", "end — dita ndodh"),
    },
    "notice": {
        "late": (
            "{side}: its program gave no answer within {count:second|seconds}. It orders nothing this day.",
            "{side}: programi i saj nuk u përgjigj brenda {count:sekonde|sekondash}. Këtë ditë s'jep asnjë urdhër.",
        ),
        "flood": (
            "{side}: its program wrote more than {count} KB. It orders nothing this day.[ Its last words: {text}]",
            "{side}: programi i saj shkroi më shumë se {count} KB. Këtë ditë s'jep asnjë urdhër.[ Fjalët e fundit: {text}]",
        ),
        "ended": (
            "{side}: its program ended or closed its output[ (exit code {count})]. It orders nothing this day."
            "[ Its last words: {text}]",
            "{side}: programi i saj mbaroi ose e mbylli daljen[ (kodi {count})]. Këtë ditë s'jep asnjë urdhër."
            "[ Fjalët e fundit: {text}]",
        ),
        "nonsense": (
            "{side}: its program answered with something that is no list of orders[: {text}]. It orders nothing this day.",
            "{side}: programi i saj u përgjigj me diçka që s'është listë urdhrash[: {text}]. Këtë ditë s'jep asnjë urdhër.",
        ),
        "not_started": (
            "{side}: its program could not be started ({text}). It orders nothing this day.",
            "{side}: programi i saj nuk u nis dot ({text}). Këtë ditë s'jep asnjë urdhër.",
        ),
    },
    "chronicle": {"quiet": ("A quiet day.", "Ditë e qetë.")},
}
"""Texts by table and key; each takes the place of the ordinary text of its table and key."""

DAYS_TOLD: Mapping[str, tuple[Pair, ...]] = {
    "work_begun": (
        (
            "{actor} put a cadre to work in {region} ({verb}): {months:day|days}.",
            "{region}: nisi një punë ({actor}, «{verb}»), {months:ditë|ditë}.",
        ),
    ),
    "announced": (
        (
            "{actor} gathered about {men:man|men} for an offensive in {regions}[, to open on {when}].",
            "U caktua një mësymje ({actor}), rreth {men:vetë|veta}[, nis më {when}]: {regions}.",
        ),
    ),
    "bribed": (
        (
            "{actor} paid informers in {region} for {months:day|days}.",
            "{region}: u paguan informatorë për {months:ditë|ditë} ({actor}).",
        ),
    ),
    "status_gone": (
        ("{actor} left the war.", "Doli nga lufta: {actor}."),
        ("With this day the war was over for {actor}.", "Me këtë ditë lufta mori fund për një palë: {actor}."),
    ),
    "mandates_offered": (
        ("Tasks are put before {actor}: {mandates}.", "Detyra të propozuara ({actor}): {mandates}."),
        (
            "For the days to come {actor} is asked to take up a task: {mandates}.",
            "Për ditët që vijnë kërkohet një detyrë ({actor}): {mandates}.",
        ),
    ),
}
"""Sentence patterns of facts; each key has as many variants as ``TELLING`` gives it."""
