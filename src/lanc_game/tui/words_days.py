"""The board's words that name the month, as they are where a turn is a day; the keys are those of ``WORDS``."""

DAY_WORDS: dict[str, tuple[str, str]] = {
    "legend_unknown": ("● seen · ~ about · −n days ago · ? never", "● parë · ~ rreth · −n ditë më parë · ? kurrë"),
    "months_left": ("days left: {n}", "ditë të mbetura: {n}"),
    "cut": ("cut, {n} days", "e prerë, {n} ditë"),
    "term_months": ("days of work {n}", "ditë punë {n}"),
    "term_lasting": ("for days: {n}", "për ditë: {n}"),
    "done_soon": ("Done at the end of this day", "Mbarojnë në fund të ditës"),
    "first_desk": ("The first day", "Dita e parë"),
    "again_to_end": ("Space again ends the day.", "Hapësira edhe një herë e mbyll ditën."),
    "any_key": ("Space: next · any other key: to the new day", "Hapësira: tjetra · çdo tast: te dita e re"),
    "resolving": ("The day resolves …", "Dita po zgjidhet …"),
    "not_in_war": (
        "Your side is not in the war yet: end the day.",
        "Pala juaj s'është ende në luftë: mbylleni ditën.",
    ),
    "out_of_war": (
        "Your side is no longer in the war: end the day.",
        "Pala juaj s'është më në luftë: mbylleni ditën.",
    ),
    "quiet": ("A quiet day.", "Një ditë e qetë."),
    "leave_draft": (
        "Orders of this day not yet given: {n}. Leave?",
        "Urdhra të kësaj dite ende të padhënë: {n}. Të dalim?",
    ),
    "branch_over": ("The war is over there; step back a day.", "Aty lufta mbaroi; shkoni një ditë mbrapa."),
    "no_months": ("No day has been played.", "Nuk është luajtur asnjë ditë."),
    "chart_later": ("A chart needs a day that was played.", "Grafiku do një ditë të luajtur."),
    "seen": ("as seen on {when}", "siç u pa më {when}"),
    # dealings
    "signed_in": ("signed on {when}", "u nënshkrua: {when}"),
    "pledged_until": ("Pledged: it is judged on {when}.", "E marrë përsipër: gjykohet më {when}."),
    "judged_in": ("judged on {when}", "gjykohet: {when}"),
    "judged": ("was judged on {when}", "u gjykua: {when}"),
    "held_in": ("held on {when}", "u mbajt: {when}"),
    "heard_in": ("heard on {when}", "u dëgjua: {when}"),
    "nothing_moved": ("Nothing moved it in the last days.", "Ditët e fundit s'e lëvizi asgjë."),
    "binds_for": ("binds for days: {n}", "vlen për ditë: {n}"),
    "sends": ("sends daily:", "dërgon në ditë:"),
    "gives_monthly": ("What they give a day", "Çfarë japin në ditë"),
    "counts": ("What they count every day", "Çfarë numërojnë çdo ditë"),
    "months_for_it": ("days to do it: {n}", "ditë kohë: {n}"),
    "promise_after": ("judged after days: {n}", "gjykohet pas ditësh: {n}"),
    "dealings_news": ("Dealings of the last day", "Marrëdhëniet e ditës së kaluar"),
    # keys and help
    "key_end_month": ("end day", "mbyll ditën"),
    "key_again": ("last day", "dita e kaluar"),
    "key_step": ("day", "dita"),
    "help_month": ("A day", "Një ditë"),
    "help_month1": (
        "Look at the map, read your desk (i), deal with the others (d), write a few orders (o, or l for what is legal in "
        "the region), end the day with space. All orders resolve together; then the day is told. The game is saved "
        "after every day.",
        "Shihni hartën, lexoni tryezën (i), merruni me të tjerët (d), shkruani pak urdhra (o, ose l për çfarë lejohet), "
        "mbylleni ditën me hapësirën. Të gjithë urdhrat zgjidhen bashkë; pastaj dita tregohet. Loja ruhet pas çdo "
        "dite.",
    ),
    "help_pane_draft": ("Your orders of this day: Del takes one back.", "Urdhrat e ditës: Del e heq njërin."),
    "help_pane_chronicle": ("The news of the last day.", "Lajmet e ditës së kaluar."),
}
