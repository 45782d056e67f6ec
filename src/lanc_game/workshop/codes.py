"""What each code of a finding means, for ``lanc check --explain CODE``: what is wrong, why it matters, what to do."""

TEXT = {
    "alias": (
        "YAML can name a value with `&name` and repeat it with `*name`. A scenario does without: a few lines of it "
        "can unfold to gigabytes, and a reader has to jump about. Write the value out where it is wanted."
    ),
    "anchor": (
        "`&name` names a value for repeating it elsewhere, which a scenario does without. Delete it. A text that "
        "begins with `&` goes in quotes."
    ),
    "directive": "A line that begins with `%` gives orders to a YAML reader. None are wanted here; delete it.",
    "duplicate-key": (
        "The same key is given twice in one mapping, so that one of the two would silently be lost. Keep one."
    ),
    "empty-key": "A key has no name. Write one before the `:`.",
    "key-not-text": (
        "A list or a mapping stands where a key should. This happens when a text begins with `[` or `{`: put it in "
        "quotes."
    ),
    "second-document": "`---` begins a second document in one file. Keep one in a file; a folder may hold many files.",
    "strange-character": (
        "A character that cannot be seen, drives a terminal or turns the direction of writing. Names and texts are "
        "shown on a terminal, so none are let in. Delete it; if it is meant to be a letter, save the file as UTF-8."
    ),
    "tab": "Tabs are as wide as each editor likes, and YAML allows them in some places only. Use spaces.",
    "tag": (
        "`!name` or `!!name` asks the reader to build something special, even to run code. Nothing of the kind is read."
    ),
    "too-big": (
        "The text or the number of values in it is beyond what a scenario can need. Split it into several files."
    ),
    "too-deep": "Lists and mappings lie too deep in each other. Most often a bracket too many was opened.",
    "too-long": "A text or a key is longer than any screen could show. Shorten it.",
    "yaml-syntax": (
        "From here on the text is no YAML. The usual causes: a text with `: ` or `#` in it that is not in quotes, a"
        " bracket or quotation mark that is never closed, or a line that is indented unlike its neighbours."
    ),
}
"""Faults of the text itself, found while reading it."""

LAYERS = {
    "extends-form": (
        "`extends` names one other scenario, a sibling folder or one from `lanc list`; a path is not allowed."
    ),
    "extends-too-deep": (
        "A scenario may extend one that extends another, but only a few deep; mostly it goes in a circle."
    ),
    "extends-unknown": (
        "There is no scenario of the name that `extends` gives, neither beside this one nor in `lanc list`."
    ),
    "not-a-scenario": (
        "The file holds no sections. A scenario is a mapping whose keys are `scenario`, `calendar`, `map` …"
    ),
    "said-twice": (
        "Two files of one scenario give the same entry. Nobody could say which one counts; keep one. (A scenario "
        "that `extends` another may replace its entries: that is what it is for.)"
    ),
}
"""Faults between the files of a scenario."""

SHAPE = {
    "missing-key": "Something that must be said is not. The message names it and the place where it is missing.",
    "out-of-range": "A number is too small or too large, or a text or list too short or too long.",
    "shape": "A part of the scenario does not have the form that it must have.",
    "unknown-key": (
        "There is no such key here, most often because of a slip. What may stand here is listed; `lanc schema` "
        "gives it to an editor."
    ),
    "unknown-kind": (
        "No condition, number or effect is known by this key. Each is a mapping with one telling key, such as "
        "`{men: {of: hill}, at_least: 500}` or `{gain: arms, faction: hill, by: 40}`."
    ),
    "unknown-word": "Only certain words may stand here, and this is none of them.",
    "wrong-form": (
        "A name, date or letter is not written as it must be. Names: small letters, digits, `_`. Dates: `1942-09`."
    ),
    "wrong-type": (
        "A number stands where a text should, a text where a list should, or the like. What looks like a number to "
        "you may be text to YAML: `010`, `1_000`, `12:30`, `4.5` and `NO` are all text here."
    ),
    "wrong-value": "A value is not one that can stand here; the message says why.",
}
"""Faults of shape: a key, a type or a bound."""

LINKS = {
    "band-bounds": "A band of `expect` is `low..high`, two shares of games from 0 to 1, and the first is the lower one.",
    "choice-without-chooser": (
        "An event that offers `options` needs `choosers`, the sides that are asked, and the reverse."
    ),
    "demand-form": (
        "An event with a `patron` is that patron's demand. It is put to exactly one side, which answers it with one "
        "of at least two options."
    ),
    "date-not-real": "A month beyond 12, or a day that its month does not have.",
    "date-order": "A battle has one date, or its first and its last; the last must not come before the first.",
    "date-out-of-range": "This date has to be a turn of the calendar, and is not.",
    "date-shape": "In a scenario of months a date is `1942-09`, in one of days `1939-04-07`.",
    "goes-to-itself": ("A wing that walks out goes to another side than its own, or, without `goes_to`, home."),
    "grades-order": "`grades` are the points for marginal, substantial and decisive success; they rise.",
    "letter-twice": "Two sides have the same letter, so that the board could not tell them apart.",
    "letter-without-region": (
        "A letter is drawn on the map that `map.letters` gives to no region. `~`, `=`, `.` are sea, lake and land "
        "beyond."
    ),
    "link-twice": "Two regions are joined twice by links of the same kind.",
    "map-too-large": "The drawing is larger than the board can hold.",
    "measure-bounds": "A measure gives no points at `low` and all at `high`, so `low` has to lie below `high`.",
    "meter-twice": "Two factions have a meter of the same name; effects could not tell them apart.",
    "never-blank": "A clause says what it does while left blank, and `may_be_blank: false` says that it never is.",
    "no-bounds": (
        "A number such as `{men: {of: hill}}` says how many, not whether. As a condition it needs `at_least`, "
        "`at_most` or both; so does what follows from the seats that a wing gets at a congress."
    ),
    "no-dealings": (
        "A patron deals with the sides that its `regard` names, and with nobody else: it neither pays, judges, asks "
        "nor regards them."
    ),
    "no-factions": "Without a faction nobody plays.",
    "no-verdict": "A side that people play has to be judged by something: give it a `verdict`.",
    "not-a-party": "Only a side that a treaty or a friction is between can end it, or be at fault for it.",
    "not-in-treaty": "A treaty is asked how it settled a clause that is not among its `clauses`.",
    "not-their-unit": "A faction can only have men of the unit kinds that its `units` name.",
    "one-giver": "A mandate comes from one wing or from one patron: name exactly one of the two.",
    "one-policy": "A `set_policy` effect changes one policy, `reprisals` or `requisition`. Use two effects for two.",
    "one-pull": "A pull of a wing moves its `loyalty` or its `grievance`. Use two pulls for both.",
    "one-way-link": "A link joins two different regions, and goes both ways.",
    "region-cut-off": "No link leads to a region, so nobody could enter or leave it.",
    "region-in-pieces": (
        "A region lies in several pieces on the map. Each must be one area whose cells touch above, below or beside"
        " each other; corners do not count."
    ),
    "region-not-drawn": "A region has a letter that is nowhere on the map.",
    "region-without-letter": "Every region needs exactly one letter under `map.letters`.",
    "relation-with-itself": "A relation, a strain, a friction or a treaty is between two different factions.",
    "sea-without-port": "A sea link joins two harbours: both regions need `port` among their `worth`.",
    "seats-left-over": "A plan of a congress divides all of its seats, no more and no fewer.",
    "sympathy-over-100": "Sympathies in a region are shares of its people, so they cannot add up to more than 100.",
    "two-meanings": (
        "Two things in this scenario have names from which the same expectation is made, so that nobody could say "
        "which of the two is meant."
    ),
    "town-outside": (
        "A town's `cell` lies outside its region. Cells are [column, row], counted from 0 at the upper left."
    ),
    "blank-is-taken": "`blank` is the word for a clause left open; a value needs another name.",
    "word-is-taken": "Orders use this word themselves (`in=`, `to`, `with`, `by`, `from`); a name needs another.",
    "clause-twice": "A treaty settles each clause once.",
    "unknown-clause": "No clause has this name.",
    "unknown-congress": "No congress has this name.",
    "unknown-instrument": "No treaty has this name; they are listed under `instruments`.",
    "unknown-patron": "No patron has this name.",
    "unknown-value": "The clause has no such value; `blank` stands for leaving it open.",
    "unknown-event": "No event has this name.",
    "unknown-expectation": (
        "`expect` asks for things that a simulation counts, by names that are made from the scenario's own: "
        "`FACTION_substantial` for a faction with a verdict, `TREATY_signed`, `event_EVENT` and so on. Nothing is "
        "counted under this one."
    ),
    "unknown-faction": "No faction has this name.",
    "unknown-hazard": "No hazard has this name.",
    "unknown-leader": "No leader has this name.",
    "unknown-meter": "No faction has a meter of this name.",
    "unknown-option": "The event offers no option of this name.",
    "unknown-region": "No region has this name (nor, where zones are allowed, any zone).",
    "unknown-unit": "No unit kind has this name.",
    "unknown-wing": "No wing has this name.",
    "wing-not-seated": "Only the wings that a congress names under `wings` can get seats there.",
    "wing-of-another-side": (
        "A side calls its own wings to its congress, promises them things and gets mandates from them: those that are "
        "`of` it, or that could come to it by `goes_to`."
    ),
    "wings-over-1000": (
        "The wings of a side share out its men in thousandths by region, so they cannot add up to more than 1000."
    ),
    "window-empty": "A window is [first, last], and the last must not come before the first.",
    "zone-like-region": "A zone bears the name of a region, so that `in:` could mean either. Rename the zone.",
}
"""Faults of meaning: names that lead nowhere, things that cannot be true together."""

DOUBTS = {
    "chance-unused": "An event with a `hazard` takes its chance from the hazard; its own `chance` is never looked at.",
    "history-of-nothing": (
        "`of` of a history entry names an event, congress, treaty or battle. A name that this campaign does not have is "
        "passed over, since campaigns share their history; one that is nearly right is likely a slip."
    ),
    "hazard-still": "A hazard strikes only above its `danger`, and nothing ever raises this one so far.",
    "hazard-unused": "The hazard rises and nothing comes of it, as no event names it.",
    "months-unused": "An event waits so many months for an answer, and asks nobody.",
    "never-enters": "A faction waits outside the war and no event ever brings it in.",
    "never-happens": (
        "An event cannot happen in any game: its window lies outside the calendar, or its chance is nothing."
    ),
    "never-holds": (
        "A condition cannot hold in any game. `any: []` has no part that could hold; `all: []` always holds."
    ),
    "no-men": "A faction is in the war without a man, and none ever arrive.",
    "not-by-land": "Only ships reach these regions from the rest of the map. Ignore this if they are islands.",
    "points-not-100": (
        "A verdict is told in points of 100. With other sums a side cannot reach 100, or reaches it too early."
    ),
}
"""Warnings: the scenario plays, but this is likely not meant."""

EXPLANATIONS: dict[str, str] = {**TEXT, **LAYERS, **SHAPE, **LINKS, **DOUBTS}
"""Every code that a finding can have."""
