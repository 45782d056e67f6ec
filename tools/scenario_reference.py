"""Write the reference of sections, keys and vocabulary into docs/writing-scenarios.md, from the models themselves.

``python tools/scenario_reference.py`` rewrites what stands between the two marks of the page; a test compares it.
"""

import inspect
import sys
from pathlib import Path

from lanc_game.model import effects, vocabulary
from lanc_game.model.base import BAND_FORM, ID_FORM, LABEL_FORM, LETTER_FORM, QUESTION_FORM, SCENARIO_FORM, Part
from lanc_game.model.examples import EXAMPLES
from lanc_game.model.meanings import MEANINGS
from lanc_game.model.scenario import Scenario

PAGE = Path(__file__).resolve().parents[1] / "docs" / "writing-scenarios.md"
BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
_FORMS = {ID_FORM: "name", SCENARIO_FORM: "name", QUESTION_FORM: "name", LABEL_FORM: "date", LETTER_FORM: "letter",
          BAND_FORM: "band like `0.35..0.75`"}  # fmt: skip
_TITLES = {"Scenario": "The sections", "Header": "`scenario`", "RiseModel": "`rises` of a hazard",
           "MeasureModel": "`verdict` of a faction", "DoctrineModel": "`doctrine` of a faction",
           "StanceModel": "`stances` of a doctrine", "TabooModel": "`taboos` of a doctrine",
           "Meter": "`meters` of a faction", "Policies": "`policies` of a faction", "Option": "`options` of an event",
           "StartRegion": "`start.regions`", "Standing": "`start.relations`", "Force": "`start.forces`",
           "Town": "`map.towns`", "Calendar": "`calendar`", "Map": "`map`", "Region": "`regions`", "Link": "`links`",
           "Exit": "`exits`", "Unit": "`units`", "Faction": "`factions`", "Leader": "`leaders`",
           "Hazard": "`hazards`", "Event": "`events`", "Verb": "`verbs`", "Start": "`start`",
           "StartFaction": "`start.factions`", "StartWing": "`start.wings`", "StartLeader": "`start.leaders`",
           "Before": "`start.happened`", "HeldBefore": "`start.held`", "Strained": "`start.strain`",
           "Verdict": "`verdicts`",
           "Clause": "`clauses`", "ClauseValue": "`values` of a clause", "ClauseTerms": "`blank` of a clause",
           "StrainPull": "`strains` of a value", "Instrument": "`instruments`", "Friction": "`frictions`",
           "Wing": "`wings`", "WingPull": "`pulls` of a wing", "Patron": "`patrons`", "Audit": "`audits` of a patron",
           "Aid": "`aid` of a patron", "Congress": "`congresses`", "Plan": "`plans` of a congress",
           "HistoryEntry": "`history`", "Battle": "`battles`",
           "Outcome": "`outcomes` of a congress", "Promise": "`promises`", "Mandate": "`mandates`"}  # fmt: skip
_KINDS = {"Words": "text", "Condition": "condition", "Effect": "effect", "Number": "number"}


def reference() -> str:
    """Return the reference as Markdown."""
    schema = Scenario.model_json_schema(by_alias=True)
    models = {"Scenario": schema, **schema["$defs"]}
    lines: list[str] = []
    for name, meanings in MEANINGS.items():
        model = models[name]
        lines += [f"### {_TITLES[name]}", "", str(model["description"]), "", "| key | what | form | if left out |"]
        lines.append("|---|---|---|---|")
        for key, meaning in meanings.items():
            part = model["properties"][key]
            needed = key in model.get("required", ())
            default = "must be there" if needed else _default(part.get("default"))
            lines.append(f"| `{key}` | {meaning} | {_form(part)} | {default} |")
        lines.append("")
    for title, suffix in (("Numbers", "Number"), ("Conditions", "Condition"), ("Effects", "Effect")):
        lines += [f"### {title}", "", "| example | what |", "|---|---|"]
        lines += [f"| `{text}` | {_doc(name)} |" for name, text in EXAMPLES.items() if name.endswith(suffix)]
        lines.append("")
    return "\n".join(lines).replace("``", "`").rstrip()


def _doc(name: str) -> str:
    model: type[Part] = getattr(effects if name.endswith("Effect") else vocabulary, name)
    return " ".join((inspect.getdoc(model) or "").split())


def _default(value: object) -> str:
    if value is None or value in ([], {}, ""):
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return "as usual"
    return f"`{value}`"


def _form(part: dict[str, object]) -> str:
    """Return the form of a value in a few words."""
    if "enum" in part and isinstance(part["enum"], list):
        return ", ".join(f"`{word}`" for word in part["enum"])
    reference_to = str(part.get("$ref", ""))
    if reference_to:
        name = reference_to.rpartition("/")[2]
        return _KINDS.get(name, "a mapping, see below")
    for key in ("anyOf", "oneOf"):
        members = part.get(key)
        if isinstance(members, list):
            if len(members) > 5:
                return _big_union(members)
            found = [_form(member) for member in members if member.get("type") != "null"]
            return " or ".join(dict.fromkeys(found))
    return _plain_form(part)


def _big_union(members: list[dict[str, object]]) -> str:
    names = [str(member.get("$ref", "")).rpartition("/")[2] for member in members]
    if all(name.endswith("Effect") for name in names):
        return "effect"
    return "number" if all(name.endswith("Number") for name in names) else "condition"


def _plain_form(part: dict[str, object]) -> str:
    match part.get("type"):
        case "integer":
            low, high = part.get("minimum"), part.get("maximum")
            return "whole number" if low is None or high is None else f"{low} to {high}"
        case "boolean":
            return "`true` or `false`"
        case "array":
            items = part.get("items")
            inner = _form(items) if isinstance(items, dict) else "anything"
            return f"list of {inner}" if inner != "a mapping, see below" else "list of mappings, see below"
        case "object":
            patterned = part.get("patternProperties")
            values = next(iter(patterned.values())) if isinstance(patterned, dict) else part.get("additionalProperties")
            inner = _form(values) if isinstance(values, dict) else "anything"
            return f"name: {inner}" if inner != "a mapping, see below" else "name: mapping, see below"
        case "string":
            return _FORMS.get(str(part.get("pattern")), "text")
        case _:
            return "anything"


def written(page: str) -> str:
    """Return a page with the reference in its place."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{reference()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
