"""What people at the table are told about the bot of a side: a program of somebody's own that failed, a bot who is not here."""

from lanc_game.language.speech import Table

NOTICES: Table = {
    "late": (
        "{side}: its program gave no answer within {count:second|seconds}. It orders nothing this month.",
        "{side}: programi i saj nuk u përgjigj brenda {count:sekonde|sekondash}. Këtë muaj s'jep asnjë urdhër.",
    ),
    "flood": (
        "{side}: its program wrote more than {count} KB. It orders nothing this month.[ Its last words: {text}]",
        "{side}: programi i saj shkroi më shumë se {count} KB. Këtë muaj s'jep asnjë urdhër.[ Fjalët e fundit: {text}]",
    ),
    "ended": (
        "{side}: its program ended or closed its output[ (exit code {count})]. It orders nothing this month."
        "[ Its last words: {text}]",
        "{side}: programi i saj mbaroi ose e mbylli daljen[ (kodi {count})]. Këtë muaj s'jep asnjë urdhër."
        "[ Fjalët e fundit: {text}]",
    ),
    "nonsense": (
        "{side}: its program answered with something that is no list of orders[: {text}]. It orders nothing this month.",
        "{side}: programi i saj u përgjigj me diçka që s'është listë urdhrash[: {text}]. Këtë muaj s'jep asnjë urdhër.",
    ),
    "not_started": (
        "{side}: its program could not be started ({text}). It orders nothing this month.",
        "{side}: programi i saj nuk u nis dot ({text}). Këtë muaj s'jep asnjë urdhër.",
    ),
    "refused": (
        "{side}: {count:order|orders} of its program refused; the first: `{text}` – {why}",
        "{side}: {count:urdhër|urdhra} të programit të saj u refuzuan; i pari: `{text}` – {why}",
    ),
    "unread": (
        "{side}: {count:order|orders} of its program refused; the first: `{text}` – that is no order.",
        "{side}: {count:urdhër|urdhra} të programit të saj u refuzuan; i pari: `{text}` – ky s'është urdhër.",
    ),
    "given_up": (
        "{side}: its program has failed {count:time|times} and is not started again. It orders nothing more.",
        "{side}: programi i saj dështoi {count:herë|herë} dhe nuk niset më. S'jep më asnjë urdhër.",
    ),
    "outside_away": (
        "{side} was played by a program of the player's own, and no save starts one: the ordinary bot plays it. "
        "To bring yours: `lanc resume SAVE --bot {id}=cmd:PROGRAM`.",
        "Palën {side} e luante një program i vetë lojtarit, dhe asnjë lojë e ruajtur s'nis programe: e luan boti i "
        "zakonshëm. Për ta sjellë tuajin: `lanc resume SAVE --bot {id}=cmd:PROGRAM`.",
    ),
    "bot_unknown": (
        "{side} was played by a bot called `{text}`, who is not known here: the ordinary bot plays it.",
        "Palën {side} e luante një bot me emrin `{text}`, që këtu s'njihet: e luan boti i zakonshëm.",
    ),
}
