"""Line mode: what it says of regions, forces, the desk, orders and the month, each one fact on one line."""

from lanc_game.language.speech import Table

LINES: Table = {
    # a region
    "people": ("{people} people", "{people} banorë"),
    "region_towns": ("towns[ ({towns})]: {holder}", "qytetet[ ({towns})]: {holder}"),
    "region_country": ("country: {holder}", "fshatrat: {holder}"),
    "sympathy": ("sympathy for {side}: {percent} %", "simpati ({side}): {percent} %"),
    "council": ("council of {side}: level {level}", "këshill ({side}): shkalla {level}"),
    "uncommitted": ("uncommitted: {percent} %", "të papërcaktuar: {percent} %"),
    "fear": ("fear: {percent} %", "frikë: {percent} %"),
    "feuds": ("blood feuds: {feuds}", "gjakmarrje: {feuds}"),
    "people_unknown": ("nothing is known of its people", "për popullin e saj s'dihet gjë"),
    "own_men": ("your men here: {men} ({posture})", "njerëzit tuaj këtu: {men} ({posture})"),
    "seen": ("{side} here: {men:man|men}[ (seen {when})]", "{side} këtu: {men:vetë|veta}[ (parë më {when})]"),
    "leader_here": ("{name} is here", "{name} është këtu"),
    "way": (
        "way to {place}: {kind}[, cut for {months:month|months}][, {snow}]",
        "rruga për te {place}: {kind}[, e prerë edhe {months:muaj|muaj}][, {snow}]",
    ),
    "snow": ("snow", "borë"),
    "way_out": ("way out to {place}: {kind}", "dalje ({place}): {kind}"),
    # the whole country
    "map_line": (
        "{region}: towns {town}, country {country}[, your men {men}][, your council {council}]",
        "{region}: qytetet {town}, fshatrat {country}[, njerëzit tuaj {men}][, këshilli juaj {council}]",
    ),
    "force_line": ("{region}: {men} ({posture})", "{region}: {men} ({posture})"),
    "no_forces": ("you have no men on the map", "s'keni njerëz në hartë"),
    "relation": (
        "{side}: {relation}, standing {standing}[, strain {strain} of 100][, stigma {stigma}][ ({status})]",
        "{side}: {relation}, autoritet {standing}[, tension {strain} nga 100][, njollë {stigma}][ ({status})]",
    ),
    "no_intents": ("nothing is known of what is coming", "s'dihet gjë për ç'pritet"),
    "nothing_of_kind": ("There is nothing of that kind in this scenario.", "Në këtë skenar s'ka gjë të tillë."),
    # treaties
    "treaty_head": (
        "in force: {treaty} — {name} ({sides})[, in {region}], signed in {when}[, until the end of {until}][, {secret}]",
        "në fuqi: {treaty} — {name} ({sides})[, {region}], nënshkruar në {when}[, deri në fund të muajit {until}][, {secret}]",
    ),
    "treaty_secret": ("secret", "e fshehtë"),
    "treaty_clause": ("{treaty}, {clause}: {value}", "{treaty}, {clause}: {value}"),
    "treaty_strain": (
        "{treaty}, strain with {side}: {strain} of 100[; above {tears} it may tear]",
        "{treaty}, tension me palën {side}: {strain} nga 100[; mbi {tears} mund të këputet]",
    ),
    "no_treaties": ("no treaty that you know of is in force", "s'ka në fuqi traktat që ju e njihni"),
    "signable": (
        "{order} — with {side}: {name}[ · {outlook}]",
        "{order} — me palën {side}: {name}[ · {outlook}]",
    ),
    "signable_clauses": (
        "{treaty} settles {clauses} — `why treaty {treaty} {side}` tells what each is worth",
        "{treaty} vendos {clauses} — `why treaty {treaty} {side}` tregon sa vlen secila",
    ),
    "some_region": ("REGION", "KRAHINA"),
    "signable_none": ("nothing can be signed with anybody now", "tani s'mund të nënshkruhet gjë me askënd"),
    "letter_sent": (
        "your letter to {side} waits for an answer: {name}[ for {region}][ ({terms})]",
        "letra juaj për palën {side} pret përgjigje: {name}[, {region}][ ({terms})]",
    ),
    # wings and patrons
    "named": ("{id} — {text}", "{id} — {text}"),
    "leader_fate": ("{name}, {fate}", "{name}, {fate}"),
    "wing_wavers": (
        "{wing}: its grievance outweighs its loyalty by {over}; it may walk out, {chance} % a month",
        "{wing}: pakënaqësia e kalon besnikërinë me {over}; mund të shkëputet, {chance} % në muaj",
    ),
    "no_wings_of": ("{side} has no wings", "pala {side} s'ka krahë"),
    "wing_line": (
        "{name}[ ({leader})][, {side}]: loyalty {loyalty}, grievance {grievance}[; {share} % of the men][, {men:man|men}]"
        "[; goodwill for you {goodwill}]",
        "{name}[ ({leader})][, {side}]: besnikëri {loyalty}, pakënaqësi {grievance}[; {share} % e njerëzve][, "
        "{men:vetë|veta}][; mirëdashje për ju {goodwill}]",
    ),
    "wing_unknown": (
        "{name}[ ({leader})][, {side}]: their mind is not known to you[; goodwill for you {goodwill}]",
        "{name}[ ({leader})][, {side}]: s'dihet ç'mendojnë[; mirëdashje për ju {goodwill}]",
    ),
    "wing_home": ("{name}: gone home", "{name}: në shtëpi"),
    "no_wings": ("your side has no wings", "pala juaj s'ka krahë"),
    "patron_line": (
        "{name}: regard for you {regard} of 100[ · {closed}]",
        "{name}: vlerësimi për ju {regard} nga 100[ · {closed}]",
    ),
    "patron_closed": ("nothing can reach you now", "tani s'mund t'ju vijë gjë"),
    "patron_aid": (
        "{name}: {figure} +{by} a month from regard {regard}[ ({now})]",
        "{name}: {figure} +{by} në muaj nga vlerësimi {regard}[ ({now})]",
    ),
    "aid_comes": ("comes now", "vjen tani"),
    "patron_demand": ("{name} demands: {title}[: {text}][ ({when})]", "{name} kërkon: {title}[: {text}][ ({when})]"),
    "no_patrons": ("no power outside has dealings with you", "asnjë fuqi jashtë s'ka lidhje me ju"),
    # the desk
    "offer": ("{title}: {text}", "{title}: {text}"),
    "option": (
        "decide {event} {option} — {text}[ · {cost}][ ({silence})]",
        "decide {event} {option} — {text}[ · {cost}][ ({silence})]",
    ),
    "silence": ("if you say nothing", "po s'u përgjigjët"),
    "reply_option": (
        "reply {event} {option} — {text}[ · {cost}][ ({silence})]",
        "reply {event} {option} — {text}[ · {cost}][ ({silence})]",
    ),
    "deadline": ("answer by {when}", "përgjigje deri në {when}"),
    "mandate_line": (
        "pledge {mandate} — {title}[: {text}][ (for {giver})][ · {months:month|months} to do it]",
        "pledge {mandate} — {title}[: {text}][ (nga {giver})][ · afati {months:muaj|muaj}]",
    ),
    "mandate_pledged": (
        "pledged[ to {giver}]: {title}[, judged in {months:month|months}]",
        "e marrë përsipër[, kërkuar nga {giver}]: {title}[, vlerësohet pas {months:muaji|muajsh}]",
    ),
    "vow_line": (
        "promised to {wing}: {promise}[, judged in {months:month|months}]",
        "premtuar ({wing}): {promise}[, vlerësohet pas {months:muaji|muajsh}]",
    ),
    "rumour_line": (
        "rumour {number}: {rumour} ({odds} in a hundred)[ — {verdict}]",
        "fjala {number}: {rumour} (gjasa {odds} në njëqind)[ — {verdict}]",
    ),
    "rumour_true": ("it is true", "është e vërtetë"),
    "rumour_false": ("it is not true", "nuk është e vërtetë"),
    "congress_line": (
        "congress {congress} — {title}[: {text}][ · {seats:seat|seats}][, the dues: {dues}][ · {state}]",
        "congress {congress} — {title}[: {text}][ · {seats:vend|vende}][, sipas pjesës: {dues}][ · {state}]",
    ),
    "congress_plan": (
        "congress {congress} {plan} — {text}[ ({seats})]",
        "congress {congress} {plan} — {text}[ ({seats})]",
    ),
    "congress_dues": (
        "{congress}: {seats:seat|seats}; due are {dues}; each seat over a wing's due is {by} of loyalty, each under it {by} of "
        "grievance",
        "{congress}: {seats:vend|vende}; u takojnë {dues}; çdo vend mbi pjesën e një krahu i shton {by} besnikëri, çdo vend "
        "nën të {by} pakënaqësi",
    ),
    "congress_still": (
        "congress {congress} — {title} can still be called; `desk` tells the plans",
        "congress {congress} — {title} mund të thirret ende; `desk` tregon planet",
    ),
    "congress_waits": ("not ready yet", "ende jo gati"),
    "congress_done": ("held[: {seats}]", "u mbajt[: {seats}]"),
    "pledge_still": ("pledge {mandate} — {title}", "pledge {mandate} — {title}"),
    "promise_line": (
        "{order} — {promise}: loyalty +{trust} now[, +{honour} when it is kept], grievance +{betrayal} when it is broken; "
        "judged after {months:month|months}",
        "{order} — {promise}: besnikëri +{trust} tani[, +{honour} po u mbajt], pakënaqësi +{betrayal} po u shkel; "
        "vlerësohet pas {months:muaji|muajsh}",
    ),
    "pledge_until": (
        "one of these can be taken up until the end of {when}; whoever is passed over minds",
        "njëra prej tyre mund të merret deri në fund të muajit {when}; kujt i lihet mënjanë, i mbetet hatri",
    ),
    "rumour_ask": ("verify {number} — find out whether it is true", "verify {number} — mësoni a është e vërtetë"),
    "blow": ("done to you: {told}", "kundër jush: {told}"),
    "blow_because": ("because of your orders: {orders}", "për shkak të urdhrave tuaj: {orders}"),
    "blow_order": ("{order} ({when})", "{order} ({when})"),
    "desk_more": (
        "{cards:more card lies|more cards lie} on the desk: `desk all` shows all",
        "në tavolinë edhe {cards:kartë|karta}: `desk all` i tregon të gjitha",
    ),
    "work": ("work: {verb} {region}, {months:month|months} more", "punë: {verb} {region}, edhe {months:muaj|muaj}"),
    "desk_empty": ("nothing waits for an answer", "asgjë s'pret përgjigje"),
    # orders
    "written": ("written: {order}[ — {outlook}]", "u shkrua: {order}[ — {outlook}]"),
    "refused": ("refused: {order}: {why}", "nuk pranohet: {order}: {why}"),
    "dropped": ("dropped: {order}", "u hoq: {order}"),
    "legal": ("{order}[ — {outlook}]", "{order}[ — {outlook}]"),
    "legal_nothing": ("nothing can be ordered", "s'mund të urdhërohet gjë"),
    "draft_line": ("{number} {order}", "{number} {order}"),
    "draft_empty": ("no orders written", "s'është shkruar asnjë urdhër"),
    "cadres_left": ("cadres left: {cadres}", "kuadro të lira: {cadres}"),
    "no_such_order": (
        "There is no order of that number. `orders` numbers them.",
        "S'ka urdhër me atë numër. `orders` i numëron.",
    ),
    "which_region": ("Which region? `map` lists them.", "Cila krahinë? `map` i rendit."),
    "too_long": ("That line is too long.", "Ky rresht është tepër i gjatë."),
    # why
    "why_what": (
        "Why what? Try `why standing`, `why fear REGION`, `why wing NAME`, `why patron NAME`, `why treaty NAME`, `why raid "
        "REGION` or, after the war, `why order SIDE MONTH NUMBER`.",
        "Pse çfarë? Provoni `why standing`, `why fear KRAHINA`, `why wing EMRI`, `why patron EMRI`, `why treaty EMRI`, "
        "`why raid KRAHINA` ose, pas lufte, `why order PALA MUAJI NUMRI`.",
    ),
    "why_which": ("Which? Write `why {what} NAME`.", "Cili? Shkruani `why {what} EMRI`."),
    "why_with_whom": (
        "With whom? Write `why treaty {treaty} SIDE`.",
        "Me kë? Shkruani `why treaty {treaty} PALA`.",
    ),
    "why_since": ("{name}, since {when}", "{name}, që nga {when}"),
    "why_in_force_now": ("as it is settled now", "siç është vendosur tani"),
    "why_not_in_force": ("{name} is not in force with {side}", "{name} nuk është në fuqi me palën {side}"),
    "why_strain_not_known": (
        "it is between others; what strains it is not known to you",
        "është mes të tjerësh; ç'e rëndon nuk ju është e njohur",
    ),
    "why_worth": ("worth to you: {worth}", "vlera për ju: {worth}"),
    "why_answer": (
        "worth to {side}, as far as you know: {worth} (they sign from 0)",
        "vlera për palën {side}, me sa dini: {worth} (nënshkruajnë nga 0)",
    ),
    "why_would_sign": ("they would sign: {terms}", "do të nënshkruanin: {terms}"),
    "why_would_sign_it": ("they would sign", "do të nënshkruanin"),
    "why_nearest": ("nearest to what they would sign: {terms}", "më afër asaj që do të nënshkruanin: {terms}"),
    "why_turns": (
        "one other clause would turn them: {order} — {clause}",
        "një pikë tjetër do t'i kthente: {order} — {clause}",
    ),
    "why_value": (
        "{clause}={value} — {name}, {meaning}: {ours} to you, {theirs} to {side}",
        "{clause}={value} — {name}, {meaning}: {ours} për ju, {theirs} për palën {side}",
    ),
    "why_where": ("Where? Write `why {figure} REGION`.", "Ku? Shkruani `why {figure} KRAHINA`."),
    "why_not_known": ("That is not known to you.", "Kjo nuk ju është e njohur."),
    "why_figure": ("{name}[ ({where})]: {value}", "{name}[ ({where})]: {value}"),
    "why_no_forecast": (
        "The order is legal; nothing can be said of what it brings.",
        "Urdhri lejohet; s'mund të thuhet ç'sjell.",
    ),
    # months
    "month": ("# {month}", "# {month}"),
    "month_numbered": ("# {number} {month}", "# {number} {month}"),
    "bad_span": (
        "`{text}` is no span of months. Try `history 3..7`.",
        "`{text}` nuk tregon muaj. Provoni `history 3..7`.",
    ),
    "months_played": ("Months played so far: {months}.", "Muaj të luajtur deri tani: {months}."),
    "thinking": ("{side} is thinking …", "{side} po mendohet …"),
    "over": ("The war is over.", "Lufta mbaroi."),
    "over_no_orders": (
        "The war is over; nothing can be ordered any more.",
        "Lufta mbaroi; s'mund të urdhërohet më asgjë.",
    ),
    "judged": ("{side}: {grade}, {score} of 100", "{side}: {grade}, {score} nga 100"),
    "handicap": ("with a handicap: {sides}", "me handikap: {sides}"),
    "handicap_side": ("{side} {percent} %", "{side} {percent} %"),
    "measure": ("{side}: {text} {value} ({low} to {high})", "{side}: {text} {value} ({low} deri në {high})"),
    # keeping the game
    "saved": ("saved: {path} ({months:month|months})", "u ruajt: {path} ({months:muaj|muaj})"),
    "not_kept": ("This game is not being kept.", "Kjo lojë nuk ruhet."),
    "month_not_saved": (
        "{error} Nothing moved; `end` tries again.",
        "{error} Asgjë nuk lëvizi; `end` provon sërish.",
    ),
    "copy_not_saved": ("{error}", "{error}"),
    "draft_lost": (
        "Orders written and not carried out: {orders}. They are not kept; write them again when you go on.",
        "Urdhra të shkruar e të pakryer: {orders}. Ata nuk ruhen; shkruajini sërish kur të vazhdoni.",
    ),
}

LINE_HELP: Table = {
    "orders": (
        "orders, orders SIDE MONTH — what you have written this month; what a side ordered in another, after the war with why",
        "orders, orders PALA MUAJI — ç'keni shkruar këtë muaj; ç'urdhëroi një palë në një tjetër, pas lufte edhe pse",
    ),
    "drop": ("drop NUMBER — take an order back", "drop NUMRI — hiqni një urdhër"),
    "legal": (
        "legal, legal REGION — what may be ordered now, and what it would likely bring",
        "legal, legal KRAHINA — ç'mund të urdhërohet tani dhe ç'do të sillte",
    ),
    "region": ("region NAME — all that is known of a region", "region EMRI — gjithçka që dihet për një krahinë"),
    "map": ("map — who holds what, a region a line", "map — kush ç'mban, një krahinë në rresht"),
    "forces": ("forces — where your men are", "forces — ku janë njerëzit tuaj"),
    "desk": (
        "desk, desk all — the five most pressing things that wait for you, or all of them",
        "desk, desk all — pesë gjërat më të ngutshme që presin, ose të gjitha",
    ),
    "treaties": (
        "treaties — what is in force, what could be signed and how to write it, and how the others stand to you",
        "treaties — ç'është në fuqi, ç'mund të nënshkruhet e si shkruhet, dhe si qëndrojnë të tjerët ndaj jush",
    ),
    "wings": (
        "wings, wings SIDE — the wings of your side and of others, and what is known of their mind",
        "wings, wings PALA — krahët e palës suaj e të të tjerëve dhe ç'mendojnë, me sa dihet",
    ),
    "patrons": (
        "patrons — powers outside: how they regard you, what they send, what they demand",
        "patrons — fuqitë jashtë: si ju vlerësojnë, ç'dërgojnë, ç'kërkojnë",
    ),
    "intents": (
        "intents — what is known of others' plans and of what is coming, and how it is known",
        "intents — ç'dihet për planet e të tjerëve e për ç'po vjen, dhe nga dihet",
    ),
    "why": (
        "why FIGURE, why FIGURE REGION SIDE, why wing|patron|treaty NAME, why ORDER, why order SIDE MONTH NUMBER — causes that "
        "add up; why an order is refused, what a letter would be answered, or what moved somebody to an order",
        "why TREGUESI, why TREGUESI KRAHINA PALA, why wing|patron|treaty EMRI, why URDHRI, why order PALA MUAJI NUMRI — "
        "shkaqet që japin shumën; pse s'pranohet një urdhër, ç'përgjigje do të merrte një letër, ose ç'e shtyu dikë për një "
        "urdhër",
    ),
    "people": (
        "people, people NAME — who is who: years, side, wing; all that is known of one",
        "people, people EMRI — kush është kush: vitet, pala, krahu; gjithçka që dihet për një",
    ),
    "battles": (
        "battles, battles REGION, battles NAME — the battles of history with their dates; all that is known of one",
        "battles, battles KRAHINA, battles EMRI — betejat e historisë me datat; gjithçka që dihet për një",
    ),
    "history": (
        "history, history 3..7, history real 3..7 — months as you knew them; with `real`, what really happened in them",
        "history, history 3..7, history real 3..7 — muajt siç i njohët; me `real`, ç'ndodhi vërtet në ta",
    ),
    "end": ("end — the month happens", "end — muaji ndodh"),
    "save": (
        "save, save FILE — where the game is kept; a copy to FILE",
        "save, save SKEDARI — ku ruhet loja; kopje te SKEDARI",
    ),
    "help": (
        "help, help WORD — this list, or one order or command",
        "help, help FJALA — kjo listë ose një urdhër a komandë",
    ),
    "quit": ("quit — leave; the game is kept", "quit — dilni; loja ruhet"),
}
"""The commands of line mode; each line begins with the command as it is typed."""

ORDER_ERRORS: Table = {
    "could_be": ("`{word}` could be {names}.", "`{word}` mund të jetë {names}."),
    "type_more": ("Type a few more letters.", "Shkruani edhe disa shkronja."),
    "unknown": ("There is no {what} `{word}`.", "S'ka {what} `{word}`."),
    "known": ("Known: {names}.", "Njihen: {names}."),
    "meant": ("Did you mean {names}?", "Mos donit të thoni {names}?"),
    "no_order": ("That is not an order.", "Ky nuk është urdhër."),
    "order_is": (
        "An order is a verb and what it is about: `{example}`.",
        "Urdhri është një folje me atë për të cilën është: `{example}`.",
    ),
    "takes": ("`{verb}` takes {usage}.", "`{verb}` kërkon {usage}."),
    "try": ("Try: {example}", "Provoni: {example}"),
    "how_many": ("How many men?", "Sa veta?"),
    "no_count": ("`{word}` is not a number.", "`{word}` s'është numër."),
    "settles_nothing": ("`{word}` settles nothing.", "`{word}` s'vendos asgjë."),
    "write_clause": (
        "Write clause=value, or clause=value|value.",
        "Shkruani pikë=vlerë, ose pikë=vlerë|vlerë.",
    ),
    "one_region": ("`{word}` is about one region.", "`{word}` është për një krahinë."),
    "say_which": ("Say which: in=<region>.", "Shkruani cila: in=<krahina>."),
    "no_one_region": ("`{word}` is about no single region.", "`{word}` nuk është për një krahinë të vetme."),
    "leave_out_in": ("Leave out `in=`.", "Hiqni `in=`."),
    "no_such_kind": (
        "There is no treaty of that kind between you and them.",
        "Mes jush dhe tyre s'ka traktat të atij lloji.",
    ),
    "treaties_lists": ("`treaties` lists what can be signed.", "`treaties` rendit ç'mund të nënshkruhet."),
    "seats_nobody": ("`{word}` seats nobody.", "`{word}` s'i jep vend askujt."),
    "write_seats": (
        "Write a plan's name, or wing=seats for each wing.",
        "Shkruani emrin e një plani, ose krahu=vende për secilin krah.",
    ),
    "digits": ("Write it in plain digits: 120.", "Shkruajeni me shifra: 120."),
}
"""What the reader of orders says; the English is its own words, by which the Albanian is found."""

ORDER_WORDS: Table = {
    "region": ("region", "krahinë"),
    "person": ("person", "njeri"),
    "battle or region": ("battle or region", "betejë a krahinë"),
    "faction": ("faction", "palë"),
    "verb": ("verb", "urdhër"),
    "command or order": ("command or order", "komandë a urdhër"),
    "target": ("target", "cak"),
    "unit": ("unit", "njësi"),
    "policy": ("policy", "politikë"),
    "stance": ("stance", "qëndrim"),
    "choice": ("choice", "çështje"),
    "option": ("option", "përgjigje"),
    "treaty": ("treaty", "traktat"),
    "clause": ("clause", "pikë"),
    "value": ("value", "vlerë"),
    "manner": ("manner", "mënyrë"),
    "wing": ("wing", "krah"),
    "promise": ("promise", "premtim"),
    "congress": ("congress", "kongres"),
    "plan": ("plan", "plan"),
    "patron": ("patron", "mbështetës"),
    "mandate": ("mandate", "detyrë"),
    "nothing more": ("nothing more", "asgjë tjetër"),
}
"""The nouns that the reader of orders puts into its sentences."""
