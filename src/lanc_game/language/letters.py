"""Letters in the voice of whoever writes them: a plea by what is proposed, and how firmly each clause is meant."""

from lanc_game.language.speech import Table

LETTERS: Table = {
    "voice": ("{sender} writes: “{plea}[ {firm}][ {open}]”", "{sender} shkruan: «{plea}[ {firm}][ {open}]»"),
    # what is proposed, by its level; with ``_power`` from an occupier or a government
    "contact": (
        "Send somebody whom you trust. Talking has cost nobody a village yet.",
        "Dërgoni dikë që e besoni. Të biseduarit ende s'i ka kushtuar kujt një fshat.",
    ),
    "contact_power": (
        "An officer will wait where you like, alone. Send a man who may speak for you.",
        "Një oficer do të presë ku të doni, i vetëm. Dërgoni një njeri që flet në emrin tuaj.",
    ),
    "local": (
        "In that valley our men drink from the same spring. Let no shot fall there between us.",
        "Në atë luginë njerëzit tanë pinë ujë nga një krua. Atje mes nesh të mos bjerë pushkë.",
    ),
    "local_power": (
        "Keep your men off the road there, and ours will keep to it.",
        "Mbajini njerëzit larg rrugës atje, dhe tanët s'do të dalin prej saj.",
    ),
    "truce": (
        "Let the rifles be silent between us. There are others to fire at.",
        "Le të heshtin pushkët mes nesh. Ka të tjerë për të qëlluar.",
    ),
    "truce_power": (
        "We burn no village in which nobody shoots. A word between us is enough.",
        "Fshatin ku s'qëllon kush nuk e djegim. Mjafton një fjalë mes nesh.",
    ),
    "joint": (
        "Come with us this once: they can hold against one of us, not against both.",
        "Ejani me ne këtë herë: njërit prej nesh ia dalin, të dyve jo.",
    ),
    "joint_power": (
        "Our columns will be there. Yours would be welcome beside them.",
        "Kolonat tona do të jenë atje. Tuajat do të ishin të mirëpritura krah tyre.",
    ),
    "pact": (
        "There is one country, and we are two. Let us put our names under one paper.",
        "Vendi është një, e ne jemi dy. T'i vëmë emrat nën një letër.",
    ),
    "pact_power": (
        "Order is in the interest of both of us. Let it be written down.",
        "Qetësia u duhet të dyve. Le ta shkruajmë.",
    ),
    "command": (
        "Two staffs give two orders, and the men die of both. Let there be one.",
        "Dy shtabe japin dy urdhra, dhe njerëzit vriten nga të dy. Le të ketë një.",
    ),
    "command_power": (
        "Put your men under our staff, and they will lack nothing.",
        "Vërini njerëzit nën shtabin tonë, dhe s'do t'u mungojë gjë.",
    ),
    "blood": (
        "There is blood between us, and it can stop here.",
        "Mes nesh ka gjak, dhe mund të ndalet këtu.",
    ),
    # how firmly each clause is meant
    "firm": ("On this we do not move: {clauses}.", "Në këtë s'lëvizim: {clauses}."),
    "open": ("Of this we can speak: {clauses}.", "Për këtë mund të bisedojmë: {clauses}."),
    # answers
    "turns": (
        "{order} — worth signing with this: {clause}[ · {outlook}]",
        "{order} — vlen me këtë: {clause}[ · {outlook}]",
    ),
}
