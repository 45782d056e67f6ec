"""The ``lanc`` command. This module only reads the command line; what a command needs is imported when it runs.

Exit codes: 0 done; 1 findings; 2 bad usage or a file that cannot be read; 130 interrupted.
"""

import argparse
import sys
from collections.abc import Sequence

DONE, FINDINGS, USAGE, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """What a command cannot go on without: the message names it, the cause and the cure; ``code`` is the exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"`{text}` is not a count from 1 to 1,000,000")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"`{text}` is not a seed; a seed is a whole number of at most 18 digits")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    top = argparse.ArgumentParser(
        prog="lanc",
        allow_abbrev=False,
        description="LANÇ: resistance, alliance and betrayal in Albania, 1939-1945. "
        "Without a command it opens the start screen.",
    )
    top.add_argument("--version", action="store_true", help="print the version and exit")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _playing(commands)
    _saves(commands)
    _scenarios(commands)
    _measuring(commands)
    return top


def _playing(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    play = commands.add_parser("play", help="begin a game", allow_abbrev=False)
    play.add_argument("scenario", metavar="SCENARIO", help="a name from `lanc list`, or a file or folder")
    play.add_argument(
        "--as", dest="seats", action="append", default=[], metavar="FACTION", help="play this side (again for more)"
    )
    play.add_argument("--seed", type=_seed, help="the same seed and orders give the same war")
    play.add_argument(
        "--level", choices=("novice", "regular", "expert"), default="regular", help="how the others think"
    )
    _bots(play)
    _handicaps(play)
    play.add_argument("--save", metavar="FILE", help="where to keep the game (never over an existing file)")
    play.add_argument("--plain", action="store_true", help="line mode: text in, text out, no drawing")
    play.add_argument("--strict", action="store_true", help="in line mode, stop with exit code 1 at a refused order")
    play.add_argument("--watch", action="store_true", help="let bots play every side")
    play.add_argument("--lang", choices=("en", "sq"), default=None, help="English or Albanian")
    resume = commands.add_parser("resume", help="go on with a game", allow_abbrev=False)
    resume.add_argument("save", nargs="?", metavar="SAVE", help="a path or a name; the newest where none is named")
    _bots(resume)
    resume.add_argument("--plain", action="store_true", help="line mode")
    resume.add_argument("--strict", action="store_true", help="in line mode, stop with exit code 1 at a refused order")
    resume.add_argument("--lang", choices=("en", "sq"), default=None, help="English or Albanian")
    replay = commands.add_parser("replay", help="look at a game again, month by month", allow_abbrev=False)
    replay.add_argument("save", metavar="SAVE")
    replay.add_argument("--at", metavar="DATE", help="a turn's label (1943-08) or number (#12)")
    replay.add_argument("--view", metavar="FACTION|all", default="all", help="whose knowledge to look with")
    replay.add_argument("--lang", choices=("en", "sq"), default=None, help="English or Albanian")


def _bots(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--bot", dest="bots", action="append", default=[], metavar="FACTION=BOT",
        help="who plays this side: a bot, or a program of yours as cmd:PROGRAM (docs/outside-bots.md)",
    )  # fmt: skip
    command.add_argument(
        "--bot-seconds", type=_count, default=10, metavar="N", help="how long a program may think about a month (10)"
    )


def _handicaps(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--handicap", dest="handicaps", action="append", default=[], metavar="FACTION=PERCENT",
        help="this side begins with, and gets from home, so many percent of its cadres, arms and supplies: "
        "50 to 200, and 100 changes nothing (again for more)",
    )  # fmt: skip


def _saves(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verify = commands.add_parser("verify", help="recompute saved games and compare", allow_abbrev=False)
    verify.add_argument("saves", nargs="+", metavar="SAVE")
    verify.add_argument("--json", action="store_true", help="every digest, as JSON")
    verify.add_argument("--rules-diff", action="store_true", help="go on after a difference and list every one")
    branch = commands.add_parser("branch", help="a new save from an earlier month of another", allow_abbrev=False)
    branch.add_argument("save", metavar="SAVE")
    branch.add_argument("--at", metavar="DATE", required=True, help="the turn to play on from")
    branch.add_argument("-o", dest="out", metavar="FILE", help="where to keep the branch")
    compare = commands.add_parser("compare", help="where two saves part", allow_abbrev=False)
    compare.add_argument("one", metavar="SAVE")
    compare.add_argument("other", metavar="SAVE")
    compare.add_argument("--json", action="store_true")
    chronicle = commands.add_parser("chronicle", help="a saved game told as a chronicle", allow_abbrev=False)
    chronicle.add_argument("save", metavar="SAVE")
    chronicle.add_argument("--view", metavar="FACTION|all", default="all")
    chronicle.add_argument("--lang", choices=("en", "sq"), default="en")
    chronicle.add_argument("--format", choices=("text", "md", "html"), default="text")
    chronicle.add_argument("-o", dest="out", metavar="FILE", help="write to a new file instead of the terminal")
    state = commands.add_parser("state", help="a position as JSON", allow_abbrev=False)
    state.add_argument("save", metavar="SAVE|SCENARIO")
    state.add_argument("--at", metavar="DATE")
    state.add_argument("--view", metavar="FACTION|all", default="all")
    legal = commands.add_parser("legal", help="the legal orders, one a line", allow_abbrev=False)
    legal.add_argument("save", metavar="SAVE|SCENARIO")
    legal.add_argument("--as", dest="seat", metavar="FACTION", required=True)
    legal.add_argument("--at", metavar="DATE")
    legal.add_argument("--region", metavar="R")


def _scenarios(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser("list", help="scenarios and saves found", allow_abbrev=False)
    listing.add_argument("--json", action="store_true")
    check = commands.add_parser("check", help="check scenarios", allow_abbrev=False)
    check.add_argument("paths", nargs="*", metavar="PATH")
    check.add_argument("--json", action="store_true")
    check.add_argument(
        "--play", type=_count, metavar="N", help="also play so many games with random legal orders and with bots"
    )
    check.add_argument("--explain", metavar="CODE", help="say what a code means")
    new = commands.add_parser("new", help="a new scenario that checks clean and plays", allow_abbrev=False)
    new.add_argument("path", metavar="PATH")
    new.add_argument("--from", dest="source", metavar="SCENARIO", default="four-valleys")
    schema = commands.add_parser("schema", help="JSON Schema of the scenario format", allow_abbrev=False)
    schema.add_argument("-o", dest="out", metavar="FILE")


def _measuring(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    simulate = commands.add_parser("simulate", help="play many games and measure them", allow_abbrev=False)
    simulate.add_argument("scenario", metavar="SCENARIO")
    simulate.add_argument(
        "--games", type=_count, default=100,
        help="how many; with --versus pairs of games, with --ladder pairs a step, spread over the seats",
    )  # fmt: skip
    simulate.add_argument("--jobs", type=_count, default=1, help="processes")
    simulate.add_argument("--seed", type=_seed, default=1, help="of the first game")
    manner = simulate.add_mutually_exclusive_group()
    manner.add_argument("--level", choices=("random", "novice", "regular", "expert"), default="regular")
    manner.add_argument(
        "--doctrine", dest="level", choices=("historical",), help="every seat does as was done, without dates"
    )
    _bots(simulate)
    _handicaps(simulate)
    question = simulate.add_mutually_exclusive_group()
    question.add_argument(
        "--versus", action="append", default=[], metavar="FACTION=BOT",
        help="play the same seeds also with these bots in place of those of --bot, and compare (again for more)",
    )  # fmt: skip
    question.add_argument(
        "--ladder", action="store_true", help="how often each level does better than the one below it, seat by seat"
    )
    question.add_argument(
        "--expect", action="store_true", help="hold the games against what the scenario expects of them"
    )
    simulate.add_argument("--schedule", action="store_true", help="run outside shocks on their historical schedule")
    simulate.add_argument("--json", action="store_true")
    simulate.add_argument("--csv", metavar="FILE", help="a row a game, to a new file")
    simulate.add_argument("--saves", metavar="DIR", help="keep every game as a save")
    simulate.add_argument("--cluster", metavar="ADDRESS", help="play on a Dask cluster (tcp://host:port)")
    facts = commands.add_parser("facts", help="hold facts of history against many games", allow_abbrev=False)
    facts.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="the long campaign, for --chained; the longest that facts name"
    )
    facts.add_argument(
        "--facts", required=True, metavar="FILE", help="the facts, as scenarios/facts-open.yaml has them"
    )
    facts.add_argument("--games", type=_count, default=200, help="games a campaign; with --sign pairs of games (200)")
    measured = facts.add_mutually_exclusive_group()
    measured.add_argument("--chained", action="store_true", help="measure all facts in one long campaign, SCENARIO")
    measured.add_argument("--only", metavar="SCENARIO", help="only what is measured in this campaign")
    facts.add_argument(
        "--sign", action="store_true", help="change one thing at a time: does what should follow point the right way?"
    )
    facts.add_argument("--json", action="store_true")
    facts.add_argument("--jobs", type=_count, default=1, help="processes")
    facts.add_argument("--seed", type=_seed, default=1, help="of the first game")
    bench = commands.add_parser("bench", help="measure the budgets of the house on this machine", allow_abbrev=False)
    bench.add_argument("--json", action="store_true")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _flushed(_run(parser().parse_args(argv)))
    except SystemExit as leaving:  # argparse has said why
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except CommandError as error:
        sys.stdout.flush()
        print(f"lanc: {error}", file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        print("lanc: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _quiet_stdout()
        return DONE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"lanc: {where}{(error.strerror or str(error)).lower()}", file=sys.stderr)
        return USAGE


def _flushed(code: int) -> int:
    """Hand over an exit code once everything said has been taken, so that a reader who left is noticed here."""
    sys.stdout.flush()
    return code


def _quiet_stdout() -> None:
    """After a reader has gone, keep the interpreter from complaining about the rest at its exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: argparse.Namespace) -> int:
    if args.version:
        from lanc_game import __version__

        print(f"lanc {__version__}")
        return DONE
    match args.command:
        case None | "play" | "resume" | "replay":
            from lanc_game.cli import playing

            return playing.run(args)
        case "list" | "check" | "new" | "schema":
            from lanc_game.cli import scenarios

            return scenarios.run(args)
        case "facts":
            from lanc_game.cli import facts

            return facts.run(args)
        case "simulate" | "bench":
            from lanc_game.cli import measuring

            return measuring.run(args)
        case _:
            from lanc_game.cli import saves

            return saves.run(args)
