"""Treaties, wings, patrons and the desk in line mode: what each command says, and that its sums add up."""

import re

import pytest
from cli_run import Lanc

from lanc_game.chronicle.blows import blows, provoked_by
from lanc_game.chronicle.letters import letter_voice, turning_counter
from lanc_game.chronicle.veil import known_treaties, veiled
from lanc_game.engine import facts
from lanc_game.engine.facts import Changed
from lanc_game.engine.names import Cause, Figure, Manner, Relation, Verb
from lanc_game.engine.orders import Order
from lanc_game.engine.state import Letter
from lanc_game.table import Table

HILL = ("play", "two-banners", "--plain", "--seed", "7", "--as", "hill")
LNC = ("play", "albania-1942", "--plain", "--seed", "7", "--as", "lnc")
MARK = "region zzmark"
WITH_LETTER = ("end", "end")  # after two months a letter of the Star lies on the desk


def answer(lanc: Lanc, *script: str, game: tuple[str, ...] = HILL) -> list[str]:
    """Return what the last line of a script was answered, without what comes before and after."""
    lines = lanc(*game, stdin="\n".join((*script[:-1], MARK, script[-1], MARK, ""))).lines
    marks = [i for i, line in enumerate(lines) if "`zzmark`" in line]
    return lines[marks[0] + 1 : marks[1]]


def number(text: str) -> int:
    return int(text.replace("\N{MINUS SIGN}", "-").replace(",", "").replace("+", ""))


def accounts(lines: list[str]) -> int:
    """Check that every account in an answer adds up; return how many there are."""
    found = 0
    for start, line in enumerate(lines):
        if not line.endswith(" before"):
            continue
        end = next(i for i in range(start, len(lines)) if lines[i].endswith(" now"))
        moved = [number(each.split(" from ")[0]) for each in lines[start + 1 : end] if " from " in each]
        assert number(line.split()[0]) + sum(moved) == number(lines[end].split()[0]), lines[start - 1 : end + 1]
        assert lines[start - 1].endswith(f": {lines[end].split()[0]}")
        in_all = [number(each.split()[0]) for each in lines[start + 1 : end] if each.endswith(" in all")]
        assert in_all in ([], [sum(moved)])
        found += 1
    return found


def worths(lines: list[str]) -> int:
    """Check that the terms of every answer add up to what it says they do; return how many there are."""
    found = 0
    for start, line in enumerate(lines):
        said = re.match(r"worth to .*: (\S+)", line)
        if said is None:
            continue
        terms = []
        for each in lines[start + 1 :]:
            term = re.search(r" ([+\N{MINUS SIGN}]\d+)$", each)
            if term is None or each.startswith("worth to "):
                break
            terms.append(number(term[1]))
        assert sum(terms) == number(said[1]), lines[start:]
        found += 1
    return found


# --- treaties


def test_treaties_say_what_could_be_signed_and_how(lanc: Lanc) -> None:
    said = answer(lanc, "treaties")
    assert said[0] == "no treaty that you know of is in force"
    assert said[1].startswith("propose truce star — with Star: a truce · their answer ")
    assert said[3] == (
        "oath settles land=divided|courts|blank command=joint|own — `why treaty oath star` tells what each is worth"
    )
    assert said[-2:] == ["Star: rivals, standing 15, strain 0 of 100", "Crown: at war, standing 0"]
    order = said[2].split(" — ")[0]
    assert answer(lanc, order)[0].startswith(f"written: {order} — their answer ")


def test_a_treaty_in_force_tells_its_clauses_its_strain_and_its_end(lanc: Lanc) -> None:
    signed = (*WITH_LETTER, "accept oath star land=blank command=own", "end")
    said = answer(lanc, *signed, "treaties")
    assert said[:3] == [
        "in force: oath — the Oath of the Mill (Hills and Star), signed in May 1942",
        "oath, the land: left blank",
        "oath, command: each leads its own",
    ]
    assert re.fullmatch(r"oath, strain with Star: \d+ of 100; above 55 it may tear", said[3])
    assert "denounce oath star openly — stigma 12" in said
    assert any(re.match(r"Star: in truce, standing \d+, strain \d+ of 100$", line) for line in said)
    why = answer(lanc, *signed, "end", "why treaty oath")
    assert why[:3] == said[:3]
    assert accounts(why) == 1
    assert worths(why) == 2
    assert any(line.endswith("from “the land” left blank") for line in why)
    assert answer(lanc, *signed, "end", "why treaty oath with star") == why
    refused = answer(lanc, *signed, "denounce oath star pretext")
    assert refused[0].startswith("refused: denounce oath star pretext: Nobody would believe a pretext yet")
    assert refused[0].endswith("`openly` takes none.")


def test_why_a_treaty_that_is_not_signed_weighs_every_clause(lanc: Lanc) -> None:
    said = answer(lanc, "why treaty oath")
    assert said[0] == "the Oath of the Mill is not in force with Star"
    assert accounts(said) == 1
    assert worths(said) == 2
    assert [line.split(" — ")[0] for line in said if "=" in line.split(" — ")[0]] == [
        "land=divided", "land=courts", "land=blank", "command=joint", "command=own",
    ]  # fmt: skip
    assert answer(lanc, "why treaty oath crown")[0].startswith("That treaty is not for the two of you: ")
    assert answer(lanc, "why treaty") == ["Which? Write `why treaty NAME`."]


def test_why_propose_names_wings_patrons_and_what_would_turn_them(lanc: Lanc) -> None:
    said = answer(lanc, "why propose oath star land=divided command=own")
    assert said[0].startswith("nearest to what they would sign: the land – divided after the war; ")
    assert worths(said) == 2
    assert "the land – divided after the war −16" in said
    assert any(line.startswith("the Shepherds on the land – divided after the war") for line in said)
    assert any(line.startswith("the Envoy over the Sea on the land") for line in said)
    turn = next(line for line in said if line.startswith("one other clause would turn them: "))
    order = turn.removeprefix("one other clause would turn them: ").split(" — ")[0]
    assert answer(lanc, f"why {order}")[0].startswith("they would sign: ")


# --- wings and patrons


def test_wings_tell_their_mind_their_men_and_what_can_be_promised(lanc: Lanc) -> None:
    said = answer(lanc, "wings")
    assert said[0].startswith("shepherds — the Shepherds (Old Mark): loyalty 55, grievance 10; 45 % of the men, ")
    assert said[1] == (
        "promise pastures shepherds — the summer pastures: loyalty +8 now, +6 when it is kept, grievance +15 when it is "
        "broken; judged after 3 months"
    )
    assert answer(lanc, "promise pastures shepherds", "end", "wings")[1] == (
        "promised to shepherds: the summer pastures, judged in 3 months"
    )
    assert answer(lanc, "wings star") == ["Star has no wings"]
    assert answer(lanc, "wings nobody")[0].startswith("There is no faction `nobody`.")
    assert answer(lanc, "wings", game=(*HILL[:-1], "star"))[0] == "your side has no wings"


def test_a_wing_about_to_walk_out_says_so(lanc: Lanc) -> None:
    said = answer(lanc, "purge shepherds", "end", "purge shepherds", "end", "wings")
    line = next(line for line in said if line.startswith("shepherds: its grievance outweighs its loyalty by "))
    assert re.search(r"; it may walk out, \d+ % a month$", line)


def test_the_minds_of_others_are_known_only_once_courted(lanc: Lanc) -> None:
    star = (*HILL[:-1], "star")
    unknown = "shepherds — the Shepherds (Old Mark), Hills: their mind is not known to you"
    assert unknown in answer(lanc, "wings", game=star)
    assert answer(lanc, "why wing shepherds", game=star) == ["That is not known to you."]
    courted = answer(lanc, "court shepherds", "end", "wings hill", game=star)
    assert any(re.match(r"shepherds — .*, Hills: loyalty \d+, grievance \d+; goodwill for you \d+", s) for s in courted)
    why = answer(lanc, "court shepherds", "end", "why wing shepherds", game=star)
    assert accounts(why) == 3
    assert "+14 from talks" in why
    assert answer(lanc, "why patron envoy", game=star)[0].startswith(
        "regard (the Envoy over the Sea, since March 1942): "
    )


def test_patrons_tell_regard_aid_demands_and_appeals(lanc: Lanc) -> None:
    said = answer(lanc, "patrons")
    assert said[0] == "envoy — the Envoy over the Sea: regard for you 35 of 100"
    assert said[1] == "envoy: arms +8 a month from regard 45"
    assert said[2].startswith("appeal envoy — arms 42 · supplies 17 · regard ")
    asked = answer(lanc, *["end"] * 3, "patrons")
    assert any(line.startswith("the Envoy over the Sea demands: The Envoy's wish. He asks ") for line in asked)
    assert "reply envoys_wish refuse — Refuse · he is hurt (if you say nothing)" in asked
    assert "answer by July 1942" in asked
    assert answer(lanc, "why patron envoy") == [
        "regard (the Envoy over the Sea, since March 1942): 35", "35 before", "Nothing changed it.", "35 now",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["loyalty shepherds", "grievance shep", "wing teachers", "regard envoy", "strain"])
def test_accounts_add_up_month_after_month(lanc: Lanc, name: str) -> None:
    script = ("court shepherds", "promise pastures shepherds", "pledge schools", "raid mountain")
    for months in (0, 1, 5, 9):
        assert accounts(answer(lanc, *script, *["end"] * months, f"why {name}"))


def test_accounts_of_a_long_war_add_up(lanc: Lanc) -> None:
    asked = ["why wing party", "why wing kupi", "why patron yugoslav_party", "why patron british", "why strain balli"]
    script = "congress peze front\npledge hills_of_peza\nraid tirana\n" + "end\n" * 15 + "\n".join(asked)
    assert accounts(lanc(*LNC, stdin=script + "\n").lines) == 7


# --- the desk


def test_the_desk_has_five_cards_and_the_rest_on_request(lanc: Lanc) -> None:
    script = ("promise pastures shepherds", *["end"] * 3, "reconcile plain")
    first = answer(lanc, *script, "desk")
    assert first == answer(lanc, *script, "desk all")[: len(first)]
    five = answer(lanc, "raid tirana", "end", "organise korca", "end", "desk", game=LNC)
    whole = answer(lanc, "raid tirana", "end", "organise korca", "end", "desk all", game=LNC)
    assert len(whole) >= len(five)
    assert five[-1].endswith("on the desk: `desk all` shows all") or five == whole


def test_a_congress_lies_on_the_desk_with_its_plans(lanc: Lanc) -> None:
    said = answer(lanc, "desk", game=LNC)
    assert said[0].startswith("congress peze — The Conference of Pezë. ")
    assert said[1].startswith("peze: 10 seats; due are the party core 6, ")
    assert said[2].startswith("congress peze front — Seven of ten")
    assert answer(lanc, "congress peze front", game=LNC)[0].startswith("written: congress peze party=7 ")
    assert "congress peze" not in " ".join(answer(lanc, "congress peze front", "end", "desk all", game=LNC))
    opened = lanc(*LNC, stdin="end\n").lines
    assert "congress peze — The Conference of Pezë can still be called; `desk` tells the plans" in opened


def test_tasks_are_offered_and_pledged(lanc: Lanc) -> None:
    assert answer(lanc, "desk")[:3] == [
        "pledge schools — A school in every valley. The Teachers want councils that reach a quarter of the people. "
        "(for the Teachers) · 4 months to do it",
        "Counts: your councils reach a quarter of the people of all four valleys within 4 months (a council of level 3 "
        "reaches its whole region, of level 1 a third). Reward: one cadre; else the Teachers' grievance +6",
        "one of these can be taken up until the end of May 1942; whoever is passed over minds",
    ]
    pledged, counts = answer(lanc, "pledge schools", "end", "desk")
    assert pledged == "pledged to the Teachers: A school in every valley, judged in 4 months"
    assert counts.startswith("Counts: your councils reach a quarter of the people")


def test_a_letter_speaks_and_tells_how_to_answer(lanc: Lanc) -> None:
    said = answer(lanc, *WITH_LETTER, "desk")
    assert said[0].startswith("A letter from Star: the Oath of the Mill (the land – ")
    assert said[1].startswith("Star writes: “There is one country, and we are two. ")
    assert said[2].startswith("accept oath star land=blank ")
    assert said[3] == "refuse oath star"
    assert "answer by June 1942" in said
    order = said[2].split(" — ")[0]
    assert answer(lanc, *WITH_LETTER, order)[0].startswith(f"written: {order} — worth to you ")
    assert worths(answer(lanc, *WITH_LETTER, f"why {order}")) == 1


def test_a_letter_not_worth_signing_is_turned_by_a_counter() -> None:
    table = table_of("two-banners")
    view = table.view(0)
    letter = Letter(1, 1, 0, ((1,), (1,)), 0)  # the land to the courts, each its own command
    view.letters.append(letter)
    order = turning_counter(view, letter, "en").split(" — ")
    assert order[0].startswith("counter oath star land=")
    assert order[1].startswith("worth signing with this: ")
    assert turning_counter(view, letter._replace(wishes=((0,), (1,))), "en") == ""
    assert "“There is one country" in letter_voice(view, letter, "en")
    assert "On this we do not move: the land; command." in letter_voice(view, letter, "en")


def test_what_was_done_to_you_names_the_order_that_it_answers(lanc: Lanc) -> None:
    said = answer(lanc, "raid tirana", "end", "end", "desk all", game=LNC)
    assert any(line.startswith("done to you: ") for line in said)
    assert "because of your orders: raid tirana (September 1942)" in said


def test_blows_and_their_reasons() -> None:
    orders = [[Order(Verb.RAID, (2,)), Order(Verb.PURGE, (0,))], [Order(Verb.RAID, (3,))], [], []]
    avenged = facts.Avenged(1, 0, 2, 1, 100, 60, 40, harsh=False)
    assert provoked_by(orders[:2], avenged) == [(0, Order(Verb.RAID, (2,)))]
    assert provoked_by(orders, avenged) == [], "three months later it is forgotten"
    assert provoked_by(orders[:1], facts.WingLeft(0, 1, -1, 0, 30)) == [(0, Order(Verb.PURGE, (0,)))]
    assert provoked_by(orders[:1], facts.TreatyEnded(1, 0, -1, 0, Manner.OPENLY, public=True)) == []


# --- Albanian, refusals, hostile words


def test_politics_in_albanian(lanc: Lanc) -> None:
    script = (
        "wings\nwings star\npatrons\ntreaties\ndesk\nwhy treaty oath\nwhy wing shepherds\nwhy patron envoy\nwhy wing\n"
        "why propose oath star land=divided command=own\npromise pastures shepherds\npledge schools\nraid mountain\nend\n"
        "end\ndesk all\naccept oath star land=blank command=own\nend\ntreaties\nwhy treaty oath\npatrons\nwings\n"
        "propose oath star\npurge teachers\ncourt teachers\nend\ndesk all\nhelp desk\nhelp wings\nhelp why\n"
    )
    run = lanc(*HILL, "--lang", "sq", stdin=script)
    assert run.code == 0
    english = (
        " the ", " of ", " is ", " are ", " your ", " and ", " men", "months", " to ", "There", "worth", " they ",
        "loyalty", "grievance", "regard for", "strain", "standing", "answer", "letter", "before", " now", "because",
    )  # fmt: skip
    for line in run.lines:
        plain = line.replace("Ada the Teacher", "").replace("Old Mark", "")
        assert not [word for word in english if word in f" {plain} "], line
        assert line == line.strip()
    assert any(line.startswith("Ylli shkruan: «Vendi është një, e ne jemi dy.") for line in run.lines)


@pytest.mark.parametrize(
    ("order", "cure"),
    [
        ("propose truce crown", "`treaties` lists what can be signed, and with whom."),
        ("accept oath star", "`desk` shows the letters; `propose` writes one."),
        ("counter oath star land=courts", "`desk` shows the letters; `propose` writes one."),
        ("denounce truce star openly", "`treaties` lists those that are."),
        ("promise pastures teachers", "`wings` lists what can be promised, and to whom."),
        ("congress gathering fair", "`desk` shows it when it can be called."),
        ("pledge harbour_watch", "`desk` shows what is."),
        ("verify 3", "`desk` numbers them."),
    ],
)
def test_a_refused_order_names_cause_and_cure(lanc: Lanc, order: str, cure: str) -> None:
    said = answer(lanc, order)
    assert len(said) == 1
    assert said[0].startswith("refused: ")
    assert said[0].endswith(cure)


def test_strange_questions_are_answered(lanc: Lanc) -> None:
    for asked in (
        "why wing", "why wing x", "why patron x", "why treaty x y z", "why treaty oath hill", "why strain hill", "wings x y",
        "why goodwill shepherds", "why loyalty", "why grievance x", "why regard", "why propose oath", "desk nonsense",
        "why treaty oath \x00", "why treaty truce star star star",
    ):  # fmt: skip
        said = answer(lanc, asked)
        assert said, asked
        assert all(line == line.strip() and line for line in said), asked


# --- what an account may name


def test_secrets_stay_nameless_and_the_sum_stays() -> None:
    table = table_of("albania-1942")
    world = table.world
    secret = next(i for i, each in enumerate(world.instruments) if each.id == "dalmazzo_kelcyra")
    me, a, b = (next(i for i, f in enumerate(world.factions) if f.id == name) for name in ("lnc", "bk", "italy"))
    change = Changed(a, -1, -1, Figure.STRAIN, 0, 4, Cause.EVENT, world.instrument_source(secret), -1)
    signed = facts.TreatySigned(a, b, -1, secret, (0, 1), public=False)
    assert known_treaties((), [signed], me) == frozenset()
    assert known_treaties((), [signed], a) == {secret}
    assert known_treaties((), [signed, facts.Leaked(a, b, -1, secret)], me) == {secret}
    hidden = veiled(world, [change], me, frozenset())[0]
    assert (hidden.event, hidden.delta) == (-1, 4)
    assert veiled(world, [change], me, frozenset({secret}))[0] == change


def test_an_event_that_only_concerns_us_is_named_to_us() -> None:
    world = table_of("albania-1942").world
    quiet = next(i for i, event in enumerate(world.events) if not event.public and not event.choosers)
    change = Changed(3, -1, -1, Figure.REGARD, 0, 8, Cause.EVENT, quiet, -1)
    assert veiled(world, [change], 3, frozenset())[0].event == quiet
    assert veiled(world, [change], 2, frozenset())[0].event == -1


def test_a_blow_is_told_only_to_whom_it_struck() -> None:
    table = table_of("two-banners")
    table.end_month()
    turn = table.turns[0]
    war = facts.RelationChanged(0, 1, -1, Relation.WAR, Relation.HOSTILE)
    vain = facts.Swept(2, 0, 0, 0, 0, offensive=False)
    assert blows(table.world, turn.after, [war, vain], 1) == [war]
    assert blows(table.world, turn.after, [war], 2) == []


def table_of(name: str) -> Table:
    from lanc_game.cli.common import open_scenario

    world, document = open_scenario(name)
    return Table.open(world, document, [], seed=7)
