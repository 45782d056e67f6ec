"""The names of the keys and the pages of help, in English and Albanian."""

from __future__ import annotations

HELP: dict[str, tuple[str, str]] = {
    "key_end_month": ("end month", "mbyll muajin"),
    "key_order": ("order", "urdhër"),
    "key_legal": ("legal here", "lejohet këtu"),
    "key_undo": ("undo", "zhbëj"),
    "key_drop": ("drop order", "hiq urdhrin"),
    "key_desk": ("desk", "tryeza"),
    "key_again": ("last month", "muaji i kaluar"),
    "key_mode": ("map mode", "harta"),
    "key_zoom": ("zoom", "zmadho"),
    "key_find": ("find", "gjej"),
    "key_table": ("table", "tabela"),
    "key_chronicle": ("chronicle", "kronika"),
    "key_charts": ("charts", "grafikët"),
    "key_why": ("why", "pse"),
    "key_help": ("help", "ndihmë"),
    "key_quit": ("quit", "dil"),
    "key_close": ("back", "kthehu"),
    "key_back": ("back", "kthehu"),
    "key_complete": ("complete", "plotëso"),
    "key_next_region": ("next region", "krahina tjetër"),
    "key_sort": ("sort by next column", "rendit sipas tjetrës"),
    "key_reverse": ("reverse", "kthe rendin"),
    "key_filter": ("filter", "filtro"),
    "key_history": ("history", "historia"),
    "key_next_chart": ("next chart", "grafiku tjetër"),
    "key_look_back": ("look at the board", "shih fushën"),
    "key_new_game": ("leave the game", "lëre lojën"),
    "key_step": ("month", "muaji"),
    "key_play": ("play", "luaj"),
    "key_speed": ("speed", "shpejtësia"),
    "key_viewpoint": ("viewpoint", "kush sheh"),
    "key_play_on": ("play on from here", "luaj që këtu"),
    "key_verdict": ("verdict", "verdikti"),
    "key_reasons": ("orders and why", "urdhrat dhe pse"),
    "key_choose": ("choose", "zgjidh"),
    "key_level": ("opponents", "kundërshtarët"),
    "key_seed": ("seed", "fara"),
    "key_handicap": ("handicap", "handikapi"),
    "key_watch": ("replay", "përsërit"),
    "key_language": ("shqip", "English"),
    "key_theme": ("theme", "pamja"),
    "help_title": ("Help", "Ndihmë"),
    "help_keys": ("Keys that do something now", "Tastet që bëjnë diçka tani"),
    "help_arrows": (
        "arrows   to the region that way; Tab to the next by name; a click selects, a double click lists orders",
        "shigjetat te krahina në atë anë; Tab te tjetra me emër; klikimi zgjedh, dyshi tregon urdhrat",
    ),
    "help_modes": (
        "1–7      control, sympathy, forces, councils, roads, fear, what is not known",
        "1–7      zotërimi, simpatia, forcat, këshillat, rrugët, frika, çfarë nuk dihet",
    ),
    "help_panes": (
        "F2–F6    map, region, orders, chronicle, known intents; p the next; Esc the map",
        "F2–F6    harta, krahina, urdhrat, kronika, synimet e njohura; p tjetra; Esc harta",
    ),
    "help_map": ("Reading the map", "Si lexohet harta"),
    "help_map1": (
        "The ground's colour and letters say who holds the country; the badge at a name says who holds the towns.",
        "Ngjyra e shkronjat e fushës thonë kush mban fshatin; shenja te emri i qytetit thotë kush e mban atë.",
    ),
    "help_map2": (
        "L140 on colour: your men in the open; on black: hidden. I~1900: others, about so many; I1900?: seen long ago.",
        "L140 mbi ngjyrë: tanët haptas; mbi të zezë: të fshehur. I~1900: të tjerë, rreth kaq; I1900?: parë më parë.",
    ),
    "help_map3": (
        "╳ on a border: the road there is cut. The gold line is the selected region.",
        "╳ në kufi: rruga atje është prerë. Vija e artë është krahina e zgjedhur.",
    ),
    "help_map4": ("Every figure can say why: press w.", "Çdo shifër thotë pse: shtypni w."),
    "help_month": ("A month", "Një muaj"),
    "help_month1": (
        "Look at the map, read your desk (i), deal with the others (d), write a few orders (o, or l for what is legal in "
        "the region), end the month with space. All orders resolve together; then the month is told. The game is saved "
        "after every month.",
        "Shihni hartën, lexoni tryezën (i), merruni me të tjerët (d), shkruani pak urdhra (o, ose l për çfarë lejohet), "
        "mbylleni muajin me hapësirën. Të gjithë urdhrat zgjidhen bashkë; pastaj muaji tregohet. Loja ruhet pas çdo "
        "muaji.",
    ),
    "help_orders": ("Your orders", "Urdhrat tuaj"),
    "help_pane_map": ("The map.", "Harta."),
    "help_pane_draft": ("Your orders of this month: Del takes one back.", "Urdhrat e muajit: Del e heq njërin."),
    "help_pane_bar": (
        "The order bar: Tab completes, Enter adds, Esc leaves.",
        "Rreshti i urdhrave: Tab plotëson, Enter shton, Esc del.",
    ),
    "help_pane_region": ("What is known of the selected region.", "Çfarë dihet për krahinën e zgjedhur."),
    "help_pane_chronicle": ("The news of the last month.", "Lajmet e muajit të kaluar."),
    "help_pane_intents": ("What is known to be coming, and how it is known.", "Çfarë dihet se po vjen, dhe nga dihet."),
    "help_start1": (
        "Enter opens a campaign, then the side you play: Enter, Enter begins.",
        "Enter hap një fushatë, pastaj palën: Enter, Enter e nis.",
    ),
    "help_start2": (
        "s changes how well the others play, n the seed: the same seed and orders give the same war.",
        "s ndërron sa mirë luajnë të tjerët, n farën: e njëjta farë e të njëjtët urdhra japin të njëjtën luftë.",
    ),
    "help_start3": (
        "A saved game opens where it stopped; r looks at it month by month.",
        "Një lojë e ruajtur hapet ku mbeti; r e tregon muaj pas muaji.",
    ),
    "help_start4": (
        "h gives the side under the cursor a handicap: so much of the cadres, arms and supplies that it begins with and "
        "gets from home.",
        "h i jep palës nën kursor një handikap: aq nga kuadrot, armët e furnizimet me të cilat nis dhe që i vijnë nga "
        "jashtë.",
    ),
    "help_start5": ("g switches between English and Albanian.", "g ndërron anglishten me shqipen."),
}
