"""``lanc list``, ``lanc check``, ``lanc new`` and ``lanc schema``."""

import argparse
import json
import shutil
import sys
from dataclasses import fields
from pathlib import Path

from lanc_game.chronicle.handicaps import handicap_phrase
from lanc_game.cli import DONE, FINDINGS, CommandError
from lanc_game.cli.common import write_new
from lanc_game.engine.state import Json
from lanc_game.model.problems import Severity, nearest
from lanc_game.saves import paths as save_paths
from lanc_game.saves.paths import Entry
from lanc_game.workshop import library
from lanc_game.workshop.library import UnreadableError
from lanc_game.workshop.report import Report, render, to_json, visible


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    match args.command:
        case "list":
            return _list(args)
        case "check":
            return _check(args)
        case "new":
            return _new(args)
        case _:
            return _schema(args)


def _list(args: argparse.Namespace) -> int:
    scenarios: list[Json] = []
    for path in library.paths():
        name = path.stem if path.is_file() else path.name
        try:
            opened = library.open_scenario(path)
        except UnreadableError as error:
            print(f"lanc: {error}", file=sys.stderr)
            continue
        world = opened.world
        scenarios.append(
            {
                "name": name,
                "path": str(path),
                "title": world.title.en if world else "",
                "turns": len(world.turns) if world else 0,
                "seats": [faction.id for faction in world.factions if faction.playable] if world else [],
                "errors": 0 if world else len(opened.reports),
            }
        )
    entries = save_paths.listing()
    if args.json:
        saves: list[Json] = [_entry(entry) for entry in entries]
        print(json.dumps({"scenarios": scenarios, "saves": saves}, ensure_ascii=False, indent=2))
        return DONE
    print("Scenarios")
    for row in scenarios:
        assert isinstance(row, dict)  # noqa: S101 - built above
        seats = ", ".join(str(seat) for seat in row["seats"]) if isinstance(row["seats"], list) else ""
        what = (
            f"{row['title']} · {row['turns']} turns · play {seats}"
            if not row["errors"]
            else "has errors; see `lanc check`"
        )
        print(f"  {row['name']:<20} {what}")
    print("Saves")
    for entry in entries:
        where = f"damaged: {entry.damaged}" if entry.damaged else f"{entry.title} · {entry.label or 'not begun'}"
        told = handicap_phrase(entry.handicaps, "en")
        print(
            f"  {visible(entry.name):<32} {visible(where)}{' · over' if entry.over else ''}{f' · {told}' if told else ''}"
        )
    return DONE


def _entry(entry: Entry) -> Json:
    """Return a save as `lanc list --json` shows it."""
    return {
        "name": entry.name,
        "path": str(entry.path),
        "scenario": entry.scenario,
        "at": entry.label,
        "turns": entry.turns,
        "over": entry.over,
        "damaged": entry.damaged,
        "handicaps": dict(entry.handicaps),
    }


def _check(args: argparse.Namespace) -> int:
    if args.explain:
        return _explain(args.explain)
    if not args.paths:
        raise CommandError("name a scenario file or folder to check: `lanc check PATH`")
    from lanc_game.workshop.load import load

    findings: list[Report] = []
    played: list[str] = []
    errors = 0
    for name in args.paths:
        try:
            loaded = load(library.find(name))
        except (library.NotFoundError, UnreadableError) as error:
            raise CommandError(str(error)) from None
        findings += loaded.reports
        errors += loaded.errors
        if loaded.world is not None and args.play:
            from lanc_game.simulate.playcheck import playcheck

            played += [f"{name}: {line}" for line in playcheck(loaded.world, args.play)]
    errors += len(played)
    if args.json:
        document: Json = {"errors": errors, "reports": [dict(to_json(r)) for r in findings], "play": list(played)}
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return FINDINGS if errors else DONE
    for report in findings:
        print(render(report, colour=sys.stdout.isatty()))
    for line in played:
        print(line)
    warnings = sum(report.severity is Severity.WARNING for report in findings)
    also = f", {warnings} warning{'' if warnings == 1 else 's'}" if warnings else ""
    print(f"{errors or 'no'} error{'' if errors == 1 else 's'}{also}")
    return FINDINGS if errors else DONE


def _explain(code: str) -> int:
    from lanc_game.workshop.codes import EXPLANATIONS

    if code not in EXPLANATIONS:
        near = nearest(code, EXPLANATIONS)
        cure = f"did you mean `{near}`?" if near else "codes stand in brackets after `error` or `warning`"
        raise CommandError(f"no finding has the code `{code}`; {cure}")
    print(f"{code}: {EXPLANATIONS[code]}")
    return DONE


def _new(args: argparse.Namespace) -> int:
    target = Path(args.path)
    if target.exists():
        raise CommandError(f"{target}: there is something already; name a new folder, nothing is overwritten")
    try:
        source = library.find(args.source)
    except library.NotFoundError as error:
        raise CommandError(str(error)) from None
    try:
        target.mkdir(parents=True)
        for file in [source] if source.is_file() else sorted(source.glob("*.y*ml")):
            text = file.read_text(encoding="utf-8").replace(f"id: {source.stem}", f"id: {_id_for(target)}", 1)
            (target / file.name).write_text(text, encoding="utf-8")
        _bring_base(source, target)
    except OSError as error:
        raise CommandError(f"{target}: cannot be made ({(error.strerror or str(error)).lower()})") from None
    print(f"{target}: a new scenario, a copy of {source.name}")
    print(f"check it with `lanc check {target}`, play it with `lanc play {target}`")
    return DONE


def _id_for(target: Path) -> str:
    plain = "".join(c if c.isascii() and (c.isalnum() or c == "-") else "-" for c in target.stem.lower()).strip("-")
    return plain if plain[:1].isalpha() else f"my-{plain or 'scenario'}"


def _bring_base(source: Path, target: Path) -> None:
    """Copy the folder that a scenario extends, where the new one would not find it beside itself."""
    for file in target.glob("*.y*ml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("extends:"):
                name = line.split(":", 1)[1].strip().strip("\"'").removeprefix("../")
                base = source.resolve().parent / name
                if base.is_dir() and library.base_path(target, name) is None:
                    shutil.copytree(base, target.resolve().parent / name)


def _schema(args: argparse.Namespace) -> int:
    from lanc_game.engine.rules import Rules
    from lanc_game.model.meanings import MEANINGS
    from lanc_game.model.scenario import Scenario

    schema = Scenario.model_json_schema(by_alias=True)
    schema["properties"]["rules"]["propertyNames"] = {"enum": [field.name for field in fields(Rules)]}
    for name, model in {"Scenario": schema, **schema["$defs"]}.items():
        for key, meaning in MEANINGS.get(name, {}).items():
            model["properties"][key].setdefault("description", meaning)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if args.out:
        write_new(args.out, text)
    else:
        print(text, end="")
    return DONE
