"""Why a bot gave an order: a sentence for each reason it can have, and the number that spoke for it."""

from lanc_game.language.speech import Table

REASONS: Table = {
    "a_burden": ("The treaty had become a burden to them.", "Traktati ishte bërë barrë për ta."),
    "appeal_for_aid": (
        "That power looked kindly on them, and could give.",
        "Ajo fuqi i shihte me sy të mirë dhe mund të jepte.",
    ),
    "arms_to_be_had": ("There were arms to be had there.", "Atje kishte armë për t'u marrë."),
    "as_it_was": ("So it was done in history.", "Kështu u bë në histori."),
    "at_random": ("It was drawn at random from what was legal.", "U hodh me short mes atyre që lejoheshin."),
    "better_terms": (
        "One clause settled otherwise would have made the letter worth signing.",
        "Një pikë e vendosur ndryshe do ta bënte letrën të vlefshme për nënshkrim.",
    ),
    "buy_quiet": ("They wanted to buy quiet there.", "Donin të blinin qetësi atje."),
    "by_stance": (
        "It goes with how they behave in this situation.",
        "Kështu sillen ata në këtë gjendje.",
    ),
    "by_temper": ("They answered as is their nature.", "U përgjigjën siç e kanë natyrën."),
    "call_congress": ("The time for the congress had come.", "Kishte ardhur koha e kongresit."),
    "councils_last": (
        "A council outlives the men who found it.",
        "Këshilli mbetet edhe kur njerëzit që e ngritën s'janë më.",
    ),
    "court_rival": ("A rival's wing might be won.", "Një krah i rivalit mund të fitohej."),
    "court_waverer": ("A wing of theirs wavered.", "Një krah i tyre lëkundej."),
    "cut_them_off": ("It closed the road to the enemy's columns.", "Ua mbyllte rrugën kolonave të armikut."),
    "danger": ("There was danger there.", "Atje kishte rrezik."),
    "deeds_here": (
        "There had been trouble there, and somebody was to be found for it.",
        "Atje kishte pasur trazira, dhe dikush duhej gjetur për to.",
    ),
    "drive_them_out": ("They meant to drive the enemy out.", "Donin ta dëbonin armikun."),
    "ears_needed": ("They wanted ears there.", "Atje u duheshin veshë."),
    "feuds_bind": ("Blood feuds kept the men at home there.", "Gjakmarrja i mbante burrat në shtëpi."),
    "free_a_column": (
        "It was quiet there, and men were wanted for a column.",
        "Atje ishte qetë, dhe duheshin njerëz për një kolonë.",
    ),
    "gather_for_attack": ("They were gathering for an attack.", "Po mblidheshin për sulm."),
    "good_odds": ("The odds were good.", "Gjasat ishin të mira."),
    "hurt_them": ("It hurt the enemy.", "I bënte dëm armikut."),
    "joint_blow": ("Two together could strike there.", "Dy bashkë mund të godisnin atje."),
    "keep_ground": ("They were strong enough to keep the ground.", "Ishin mjaft të fortë për ta mbajtur vendin."),
    "local_men": ("Local men could be raised.", "Mund të mobilizoheshin vendas."),
    "looked_ahead": (
        "Of the answers that they thought through to the months after, it promised most.",
        "Nga përgjigjet që i menduan deri në muajt e mëpasëm, kjo premtonte më shumë.",
    ),
    "make_an_end": (
        "Trouble had added up there, and they meant to make an end of it.",
        "Trazirat ishin shtuar atje, dhe donin t'u jepnin fund.",
    ),
    "man_the_walls": ("The walls had to be manned.", "Muret donin njerëz."),
    "men": ("Men were needed.", "Duheshin njerëz."),
    "men_are_ready": ("Men were ready to come.", "Kishte njerëz gati për të ardhur."),
    "mine_idle": ("The mine stood idle.", "Miniera s'punonte."),
    "nobody_left_there": (
        "There was nobody left there to drive out.",
        "Atje s'kishte mbetur kush për t'u dëbuar.",
    ),
    "not_worth_it": ("What was offered was not worth it to them.", "Ajo që u ofrohej nuk ia vlente për ta."),
    "outnumbered": ("They were badly outnumbered.", "Ishin shumë më pak në numër."),
    "people_to_win": ("There were people to win.", "Kishte njerëz për t'u bërë për vete."),
    "pledge_by_temper": ("It was a task after their own heart.", "Ishte një detyrë siç e kanë natyrën."),
    "promise_to_keep": (
        "A wing of theirs wavered, and this could be promised to it.",
        "Një krah i tyre lëkundej, dhe kjo mund t'i premtohej.",
    ),
    "purge_plotters": ("A wing of theirs was about to walk out.", "Një krah i tyre ishte gati të shkëputej."),
    "reply_by_temper": (
        "They answered that power as is their nature.",
        "Iu përgjigjën asaj fuqie siç e kanë natyrën.",
    ),
    "road_cut": ("The road was cut.", "Rruga ishte e prerë."),
    "save_the_men": (
        "The men would have been lost where they stood.",
        "Njerëzit do të humbisnin atje ku ishin.",
    ),
    "shield_of_villages": ("The villages wanted a shield.", "Fshatrat kërkonin mburojë."),
    "spread_out": ("There was a country to spread into.", "Kishte vend për t'u shtrirë."),
    "strong_here": (
        "They were strong enough there to show themselves.",
        "Atje ishin mjaft të fortë për të dalë haptas.",
    ),
    "time_for_regulars": ("The time for regulars had come.", "Kishte ardhur koha e forcave të rregullta."),
    "trouble_there": ("There was trouble where they were sent.", "Kishte trazira atje ku u dërguan."),
    "verify_rumour": ("It mattered whether that was true.", "Kishte rëndësi a ishte e vërtetë."),
    "worth_it": ("The treaty was worth it to them.", "Traktati ia vlente për ta."),
}
"""Why a bot gave an order, as a sentence about its side."""

REASONING: Table = {
    # a month's orders, and one of them
    "heading": ("{side}, {month}", "{side}, {month}"),
    "line": ("{number} {order}[ — {why}]", "{number} {order}[ — {why}]"),
    "none_given": ("{side} gave no orders in {month}.", "{side} s'dha asnjë urdhër në {month}."),
    "expected": ("They reckoned with: {outlook}", "Llogarisnin me: {outlook}"),
    # the number that spoke for it
    "weight": (
        "It weighed {weight} with them[, {score} with the mood of the month].",
        "Për ta peshonte {weight}[, me humorin e muajit {score}].",
    ),
    "worth": (
        "Its worth to them was {worth}; a side signs from 0.",
        "Vlera për ta ishte {worth}; nënshkruhet nga 0.",
    ),
    "share": (
        "That answer has {weight} of {total} parts in their nature.",
        "Kjo përgjigje ka {weight} nga {total} pjesë në natyrën e tyre.",
    ),
    "trust": ("It brought {weight} of loyalty.", "Sillte {weight} besnikëri."),
    # where it is not told
    "lost": (
        "Why is lost: the bot of this seat would not have given this order there. Other rules, a person or an outside program "
        "gave it.",
        "Arsyeja ka humbur: boti i kësaj pale s'do ta jepte këtë urdhër atje. E dhanë rregulla të tjera, një njeri ose një "
        "program i jashtëm.",
    ),
    "of_a_person": (
        "A person played this side; people keep their reasons.",
        "Këtë palë e luajti një njeri; njerëzit i mbajnë arsyet për vete.",
    ),
    "not_yet": (
        "What the others ordered, and why, is theirs while the war is on. After the verdict `{again}` tells it; `lanc replay "
        "SAVE --view all` shows it at any time.",
        "Ç'urdhëruan të tjerët e pse, është e tyrja sa zgjat lufta. Pas verdiktit e tregon `{again}`; `lanc replay LOJA --view "
        "all` e tregon kurdo.",
    ),
    "not_played": (
        "`{text}` is no month that was played. Take a date from {first} to {last}.",
        "`{text}` s'është muaj i luajtur. Jepni një datë nga {first} deri në {last}.",
    ),
    "nothing_played": ("No month has been played yet.", "Ende s'është luajtur asnjë muaj."),
    "which_order": (
        "Which order? Write `why order SIDE MONTH NUMBER`; `orders SIDE MONTH` numbers them.",
        "Cili urdhër? Shkruani `why order PALA MUAJI NUMRI`; `orders PALA MUAJI` i numëron.",
    ),
    "no_such": (
        "{side} gave {orders:order|orders} in {month}; there is no number {number}.",
        "{side} dha {orders:urdhër|urdhra} në {month}; s'ka numër {number}.",
    ),
}
"""How orders of the past are told, and why they are not."""
