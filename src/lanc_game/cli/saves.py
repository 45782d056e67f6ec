"""``lanc verify``, ``branch``, ``compare``, ``chronicle``, ``state`` and ``legal``."""

import argparse
import json
import sys
from pathlib import Path
from typing import cast

from lanc_game.cli import DONE, FINDINGS, CommandError
from lanc_game.cli.common import (
    EVERYBODY,
    damaged,
    date_of,
    faction_of,
    find_save,
    table_of,
    viewpoint_of,
    watch,
    write_new,
)
from lanc_game.compile import build
from lanc_game.engine.legal import legal
from lanc_game.engine.lexicon import OrderError, find, lexicon
from lanc_game.engine.orders import text_of
from lanc_game.engine.state import Json
from lanc_game.engine.view import view_of
from lanc_game.saves.branches import branch, compare
from lanc_game.saves.errors import SaveError
from lanc_game.saves.paths import fresh_name
from lanc_game.saves.reading import read_save
from lanc_game.saves.rebuild import Verification, turn_at, verify, world_of
from lanc_game.saves.records import SaveFile


def run(args: argparse.Namespace) -> int:
    """Carry out the command."""
    return {
        "verify": _verify,
        "branch": _branch,
        "compare": _compare,
        "chronicle": _chronicle,
        "state": _state,
        "legal": _legal,
    }[args.command](args)


def _read(name: str) -> SaveFile:
    path = find_save(name)
    try:
        return read_save(path)
    except SaveError as error:
        raise damaged(error) from None


def _verify(args: argparse.Namespace) -> int:
    results: list[Json] = []
    bad = 0
    for name in args.saves:
        path = find_save(name)
        try:
            save = read_save(path, lenient=bool(args.rules_diff))
            world = world_of(save, lambda document: build(cast("Json", document)))
            outcome = verify(world, save, keep_going=bool(args.rules_diff))
        except SaveError as error:
            bad += 1
            print(f"lanc: {error}", file=sys.stderr)
            results.append({"save": str(path), "ok": False, "error": str(error)})
            continue
        bad += not outcome.ok
        results.append(_verified(str(path), outcome, save))
        if not args.json:
            _print_verified(str(path), outcome, save)
    if args.json:
        print(json.dumps(results if len(args.saves) > 1 else results[0], ensure_ascii=False, indent=2))
    return FINDINGS if bad else DONE


def _verified(path: str, outcome: Verification, save: SaveFile) -> Json:
    return {
        "save": path,
        "ok": outcome.ok,
        "start": outcome.start,
        "digests": [{"turn": label, "digest": digest} for label, digest in outcome.digests],
        "differences": [str(mismatch) for mismatch in outcome.mismatches],
        "notices": list(save.notices),
    }


def _print_verified(path: str, outcome: Verification, save: SaveFile) -> None:
    for notice in save.notices:
        print(f"{path}: {notice}", file=sys.stderr)
    if outcome.ok:
        print(f"{path}: {_turns(len(outcome.digests))}, every one as saved")
    for mismatch in outcome.mismatches:
        print(f"{path}: {mismatch}", file=sys.stderr)


def _turns(count: int) -> str:
    return f"{count} turn{'' if count == 1 else 's'}"


def _branch(args: argparse.Namespace) -> int:
    save = _read(args.save)
    world = world_of(save, lambda document: build(cast("Json", document)))
    turn = turn_at(world, args.at)
    if turn is None or turn > len(save.turns):
        raise CommandError(f"`{args.at}` is no turn that this game has come to")
    try:
        path = Path(args.out) if args.out else fresh_name(world.id, save.header.seats, save.header.seed)
        branch(save, turn, path).close()
    except SaveError as error:
        raise CommandError(str(error)) from None
    print(f"{path}: {_turns(turn)}; go on with `lanc resume {path}`")
    return DONE


def _compare(args: argparse.Namespace) -> int:
    outcome = compare(_read(args.one), _read(args.other))
    if args.json:
        rows: list[Json] = [
            {"what": d.what, "whose": d.whose, "one": list(d.one), "other": list(d.other)} for d in outcome.differences
        ]
        print(
            json.dumps(
                {
                    "same": outcome.same,
                    "turn": outcome.turn,
                    "at": outcome.label,
                    "common": outcome.common,
                    "differences": rows,
                },
                ensure_ascii=False,
                indent=2,
            )
        )
        return DONE if outcome.same else FINDINGS
    if outcome.same:
        print("the same game")
        return DONE
    print(f"{_turns(outcome.common)} in common; they part at {outcome.label or 'the start'}")
    for d in outcome.differences:
        print(f"  {d.what} {d.whose}: {'; '.join(d.one) or 'nothing'} | {'; '.join(d.other) or 'nothing'}")
    return FINDINGS


def _chronicle(args: argparse.Namespace) -> int:
    from lanc_game.chronicle.export import Month, render
    from lanc_game.chronicle.handicaps import handicaps_told
    from lanc_game.chronicle.history import SideBySide, pages_of, real_events, turning_points
    from lanc_game.language import in_turns

    table = watch(args.save)
    viewpoint = viewpoint_of(table.world, args.view)
    eyes = None if viewpoint == EVERYBODY else viewpoint
    world, turns = table.world, table.turns
    language = in_turns(args.lang, world.turns[0].step)
    months = [
        Month(world.turns[index].name.get(language), page, real_events(world, index, language))
        for index, page in enumerate(pages_of(world, turns, eyes, language))
    ]
    points = turning_points(world, turns, eyes, language) if table.over else SideBySide()
    title = world.title.get(language)
    told = handicaps_told(world, language)
    text = render(months, f"{title} ({told})" if told else title, args.format, language, points)
    if args.out:
        write_new(args.out, text)
    else:
        print(text, end="" if text.endswith("\n") else "\n")
    return DONE


def _state(args: argparse.Namespace) -> int:
    from lanc_game.chronicle.position import position_of, view_json

    table = table_of(args.save)
    turn = date_of(table, args.at)
    state = table.state_before(turn)
    viewpoint = viewpoint_of(table.world, args.view)
    if viewpoint == EVERYBODY:
        found = position_of(table.world, state)
    else:
        found = view_json(view_of(table.world, state, viewpoint))
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return DONE


def _legal(args: argparse.Namespace) -> int:
    table = table_of(args.save)
    state = table.state_before(date_of(table, args.at))
    faction = faction_of(table.world, args.seat)
    region = -1
    if args.region:
        try:
            region = find(lexicon(table.world).regions, args.region, "region")
        except OrderError as error:
            raise CommandError(f"{error.message} {error.help}") from None
    for order in legal(view_of(table.world, state, faction), region):
        print(text_of(table.world, faction, order))
    return DONE
