"""The rule book against the code: its tables are the code's, its names exist, and its worked example is replayed.

`LANC_WRITE=1 pytest tests/engine/test_engine_rulebook.py` writes the tables and the example anew.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import fields
from inspect import getsource
from pathlib import Path

import pytest
from kit import valleys

from lanc_game.engine import checks, facts, formulas, houses, legal, pacts, rules, rumours, treaties
from lanc_game.engine.facts import Changed, Fact, MenChanged
from lanc_game.engine.grammar import GRAMMAR, usage
from lanc_game.engine.legal import accept
from lanc_game.engine.names import Cause, Figure, Verb
from lanc_game.engine.orders import parse
from lanc_game.engine.phases import battle, control, deeds, events, raids, reckoning, search, words
from lanc_game.engine.rules import Rules
from lanc_game.engine.state import State
from lanc_game.engine.turn import begin, resolve
from lanc_game.engine.view import view_of
from lanc_game.language.refusals import REFUSALS

BOOK = Path(__file__).parents[2] / "docs" / "rules.md"
SEED = 7
MODULES = (
    legal, checks, words, battle, search, raids, deeds, control, reckoning, events, treaties, pacts, houses, rumours,
)  # fmt: skip
EXAMPLE: list[dict[str, list[str]]] = [
    {
        "hill": ["raid mountain", "organise mountain", "agitate mountain"],
        "star": ["agitate woods"],
        "crown": ["policy reprisals harsh", "levy plain"],
    },
    {
        "hill": ["recruit mountain", "hide mountain", "reconcile mountain"],
        "star": ["agitate harbour"],
        "crown": ["move harbour mountain column 500", "sweep mountain", "bribe mountain"],
    },
]


def grammar() -> list[str]:
    lines = ["| order | takes |", "|---|---|"]
    return lines + [f"| `{verb.name.lower()}` | {usage(verb) or '–'} |" for verb in GRAMMAR]


def defaults() -> list[str]:
    """Return the numbers of engine/rules.py as a table, with the comments that stand beside them."""
    lines = ["| name | default | what it is |", "|---|---:|---|"]
    for line in getsource(Rules).splitlines():
        section = re.match(r"    # --- (.+)", line)
        number = re.match(r"    (\w+): int = (-?\d+)(?:  # (.+))?", line)
        if section:
            lines.append(f"| **{section[1]}** | | |")
        elif number:
            lines.append(f"| `{number[1]}` | {number[2]} | {(number[3] or '').replace('|', '/')} |")
    return lines


def constants() -> list[str]:
    lines = ["| module | name | value |", "|---|---|---|"]
    for module in MODULES:
        source = getsource(module)
        names = re.findall(r"^([A-Z][A-Z_]+) = (?=[\d{])", source, re.MULTILINE)
        names += re.findall(r"^([A-Z][A-Z_]+): dict\[Role, int\] =", source, re.MULTILINE)
        for several in re.findall(r"^([A-Z][A-Z_]+(?:, [A-Z][A-Z_]+)+) = (?=\d)", source, re.MULTILINE):
            names += several.split(", ")
        for name in names:
            value = getattr(module, name)
            if name in ("FULL", "HUNDRED"):
                continue
            if isinstance(value, dict):
                value = ", ".join(f"{key.name.lower()} {part}" for key, part in value.items())
            lines.append(f"| {module.__name__.removeprefix('lanc_game.')} | `{name}` | {value} |")
    return lines


def play() -> tuple[list[State], list[list[Fact]]]:
    """Play the worked example; every order in it is legal when it is given."""
    world = valleys()
    states, told = [begin(world, SEED)], []
    for month in EXAMPLE:
        given = []
        for f, faction in enumerate(world.factions):
            verdicts = accept(view_of(world, states[-1], f), [parse(world, f, line) for line in month[faction.id]])
            assert all(why is None for _, why in verdicts), verdicts
            given.append([order for order, _ in verdicts])
        heard: list[Fact] = []
        states.append(resolve(world, states[-1], given, SEED, heard.append))
        told.append(heard)
    return states, told


def example() -> list[str]:
    states, told = play()
    lines: list[str] = []
    for n, month in enumerate(EXAMPLE):
        lines += [f"**{valleys().turns[n].name.en}.**", "", "```text"]
        lines += [f"{faction:6}{line}" for faction, given in month.items() for line in given]
        lines += ["```", "", *_ledger(states[n], states[n + 1], told[n]), "", *_told(told[n]), ""]
    return lines[:-1]


def _ledger(before: State, after: State, told: list[Fact]) -> list[str]:
    """Return opening, deltas with causes and close of the hill's figures and the mountain's, and of the hill's men."""
    world = valleys()
    hill, mountain = world.faction_index["hill"], world.region_index["mountain"]
    hearth = mountain * before.faction_count + hill
    rows = [
        ("hill: arms", Figure.ARMS, hill), ("hill: supplies", Figure.SUPPLIES, hill),
        ("hill: standing", Figure.STANDING, hill), ("mountain: for the hill", Figure.SYMPATHY, hearth),
        ("mountain: council", Figure.COUNCIL, hearth), ("mountain: fear", Figure.FEAR, mountain),
        ("mountain: feuds", Figure.FEUDS, mountain),
    ]  # fmt: skip
    lines = ["| figure | before | because | after |", "|---|---:|---|---:|"]
    for name, figure, at in rows:
        deltas: Counter[int] = Counter()
        for fact in told:
            if isinstance(fact, Changed) and (fact.figure, fact.at) == (figure, at):
                deltas[fact.cause] += fact.delta
        old, new = before.figure(figure)[at], after.figure(figure)[at]
        assert old + sum(deltas.values()) == new
        lines.append(f"| {name} | {old} | {_because(deltas)} | {new} |")
    men: Counter[int] = Counter()
    for fact in told:
        if isinstance(fact, MenChanged) and fact.actor == hill:
            men[fact.cause] += fact.delta
    assert before.men_of(hill) + sum(men.values()) == after.men_of(hill)
    lines.append(f"| hill: men | {before.men_of(hill)} | {_because(men)} | {after.men_of(hill)} |")
    return lines


def _because(deltas: Counter[int]) -> str:
    parts = [f"{Cause(cause).name.lower().replace('_', ' ')} {delta:+d}" for cause, delta in deltas.items() if delta]
    return ", ".join(parts).replace("-", "−") or "–"


def _told(told: list[Fact]) -> list[str]:
    regions, factions = valleys().regions, valleys().factions
    lines: list[str] = []
    for fact in told:
        where = regions[fact.region].id if fact.region >= 0 else ""
        who = factions[fact.actor].id if fact.actor >= 0 else "nobody"
        match fact:
            case facts.Raided():
                lines.append(f"- {who} raids {where}: {fact.raiders} men, {fact.arms} rifles, {fact.lost} lost.")
            case facts.Avenged():
                lines.append(
                    f"- {who} burns {fact.villages} in {where}; blame {fact.blame_actor} to {fact.blame_other}."
                )
            case facts.TookToHills():
                lines.append(f"- {fact.men} whose homes burned join {who}.")
            case facts.Fought():
                sides = f"{fact.men} against {fact.other_men}, {fact.lost} and {fact.other_lost} lost"
                lines.append(f"- {who} fights {factions[fact.other].id} in {where}: {sides}.")
            case facts.Swept():
                lines.append(
                    f"- {who} sweeps {where}: {fact.found} of {factions[fact.other].id} found, {fact.lost} lost."
                )
            case facts.CouncilChanged():
                lines.append(f"- The council of {who} in {where} is at level {fact.level}.")
            case facts.Recruited():
                lines.append(f"- {fact.men} men {'are recruited by' if fact.called else 'come to'} {who} in {where}.")
            case facts.CountryTaken():
                lines.append(f"- The country of {where}: {who}.")
            case facts.WorkBegun():
                lines.append(f"- {who} begins to {Verb(fact.verb).name.lower()} in {where}: {fact.months} months.")
            case _:
                pass
    return lines


BLOCKS = {"grammar": grammar, "defaults": defaults, "constants": constants, "example": example}


def between(text: str, name: str) -> str:
    return text.split(f"<!-- begin: {name} -->\n", 1)[1].split(f"<!-- end: {name} -->", 1)[0]


@pytest.mark.parametrize("name", BLOCKS)
def test_what_the_book_shows_is_what_the_code_does(name: str) -> None:
    text = BOOK.read_text(encoding="utf-8")
    wanted = "\n".join(["", *BLOCKS[name](), "", ""])
    if os.environ.get("LANC_WRITE"):
        text = text.replace(
            f"<!-- begin: {name} -->\n{between(text, name)}<!-- end: {name} -->",
            f"<!-- begin: {name} -->\n{wanted}<!-- end: {name} -->",
        )
        BOOK.write_text(text, encoding="utf-8")
    assert between(text, name) == wanted, "stale: run LANC_WRITE=1 pytest tests/engine/test_engine_rulebook.py"


def prose() -> str:
    text = BOOK.read_text(encoding="utf-8")
    for name in BLOCKS:
        text = text.replace(between(text, name), "")
    return text


def test_every_number_has_its_place_in_the_prose() -> None:
    text = prose()
    # Terrain and other families are named by the formula that holds them.
    within = ("discovery_", "evade_", "mountain_defence", "hills_defence", "sabotage_loss", "recruit_", "militia_share",
              "levy_", "agitate_gain")  # fmt: skip
    missing = [f.name for f in fields(Rules) if f"`{f.name}`" not in text and not f.name.startswith(within)]
    assert missing == []


def test_every_name_in_the_prose_exists() -> None:
    known = {f.name for f in fields(Rules)} | {n for n in vars(formulas) if not n.startswith("_")} | set(REFUSALS)
    known |= {name for module in MODULES for name in vars(module) if name.isupper()}
    named = {word for word in re.findall(r"`([A-Za-z_]+)`", prose()) if "_" in word or word.isupper()}
    assert named - known == set()


def test_every_verb_is_in_the_prose() -> None:
    text = prose()
    assert [verb for verb in Verb if f"**{verb.name.lower()}**" not in text] == []


def test_every_number_of_the_rules_says_what_it_is_or_is_named_for_it() -> None:
    assert len(defaults()) - 2 - getsource(rules).count("# --- ") == len(fields(Rules))
