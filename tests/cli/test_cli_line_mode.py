"""Line mode as a person, a script and a hostile pipe meet it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_run import Lanc, Process, Run

PLAY = ("play", "four-valleys", "--plain", "--seed", "7", "--as")


def hill(lanc: Lanc, script: str | bytes, *words: str) -> Run:
    return lanc(*PLAY, "hill", *words, stdin=script)


def answer(lanc: Lanc, *script: str) -> list[str]:
    """Return what the last line of a script was answered, without what comes before and after."""
    lines = hill(lanc, "\n".join((*script[:-1], "region zzmark", script[-1], ""))).lines
    return lines[next(i for i, line in enumerate(lines) if "`zzmark`" in line) + 1 : -1]


def test_a_month_opens_with_what_there_is(lanc: Lanc) -> None:
    run = hill(lanc, "")
    assert run.code == 0
    assert run.lines[0] == "March 1942 · Hills · cadres 4/4 · arms 120 · supplies 40 · standing 12"
    assert run.lines[-1].startswith("saved: ")
    assert run.lines[-1].endswith("(0 months)")


def test_orders_are_written_numbered_and_dropped(lanc: Lanc) -> None:
    assert answer(lanc, "raid mountain")[0].startswith("written: raid mountain — arms ")
    assert answer(lanc, "rai Mali", "agi mount", "orders") == [
        "1 raid mountain", "2 agitate mountain", "cadres left: 2",
        "Orders written and not carried out: 2. They are not kept; write them again when you go on.",
    ]  # fmt: skip
    assert answer(lanc, "raid mountain", "drop 1") == ["dropped: raid mountain"]
    assert answer(lanc, "drop 1") == ["There is no order of that number. `orders` numbers them."]
    assert answer(lanc, "drop nonsense") == ["There is no order of that number. `orders` numbers them."]
    assert answer(lanc, "orders") == ["no orders written", "cadres left: 4"]


def test_a_refused_order_says_why_and_is_not_kept(lanc: Lanc) -> None:
    said = answer(lanc, "organise harbour")
    assert len(said) == 1
    assert said[0].startswith("refused: organise harbour: ")
    assert answer(lanc, "organise harbour", "orders")[0] == "no orders written"


def test_prefixes_and_questions(lanc: Lanc) -> None:
    legal = answer(lanc, "legal")
    assert answer(lanc, "?") == legal
    assert answer(lanc, "leg") == legal
    assert any(line.startswith("raid mountain") for line in legal)
    assert set(answer(lanc, "legal mountain")) < set(legal)
    assert answer(lanc, "raid ?") == answer(lanc, "raid?") == answer(lanc, "help raid")
    assert answer(lanc, "h")[0].startswith("`h` could be ")
    assert answer(lanc, "xyzzy")[0].startswith("There is no command or order `xyzzy`.")
    assert answer(lanc, "raid harbor") == ["There is no region `harbor`. Did you mean `harbour`?"]
    assert answer(lanc, "region atlantis")[0].startswith("There is no region `atlantis`.")
    assert answer(lanc, "region") == ["Which region? `map` lists them."]


def test_help_lists_every_order_and_command(lanc: Lanc) -> None:
    said = answer(lanc, "help")
    for word in ("raid", "decide", "legal", "why", "people", "battles", "history", "end", "quit"):
        assert any(line.startswith(word) for line in said), word
    assert not any(line.startswith("sweep") for line in said), "not for a movement"
    assert answer(lanc, "help history")[0].startswith("history, history 3..7, history real 3..7 — ")
    assert len(answer(lanc, "help raid")) == 2


def test_looking_around(lanc: Lanc) -> None:
    region = answer(lanc, "region mountain")
    assert region[0] == "Mountain: mountain · 30,000 people"
    for line in ("towns (Stone): Crown", "country: Hills", "sympathy for Hills: 35 %", "fear: 5 %", "blood feuds: 3"):
        assert line in region
    assert "your men here: bands 120 (hidden)" in region
    assert "way to Woods: pass, snow" in region
    assert answer(lanc, "map")[1] == "mountain: towns Crown, country Hills, your men 120, your council 1"
    assert answer(lanc, "forces") == ["mountain: bands 120 (hidden)", "plain: cells 15 (hidden)"]
    assert answer(lanc, "treaties") == ["Star: rivals, standing 15, strain 0 of 100", "Crown: at war, standing 0"]
    assert answer(lanc, "intents") == [
        "the Crown's collapse: 10 of 100 (newspapers)",
        "Star: rivals with you; at war with Crown (known to all)",
    ]
    assert answer(lanc, "desk") == ["nothing waits for an answer"]
    assert answer(lanc, "reconcile plain", "end", "desk") == ["work: reconcile plain, 1 month more"]
    for word in ("wings", "patrons"):
        assert answer(lanc, word) == ["There is nothing of that kind in this scenario."]


def test_why_adds_up(lanc: Lanc) -> None:
    said = answer(lanc, "raid mountain", "end", "end", "why arms")
    assert said[0].startswith("arms (Hills): ")
    assert said[1] == "120 before"
    assert said[-1].endswith(" now")
    assert answer(lanc, "why sympathy mountain star")[0].startswith("sympathy (Mountain, Star): ")
    assert answer(lanc, "why hazard")[0] == "hazard (the Crown's collapse): 10"
    assert answer(lanc, "why fear") == ["Where? Write `why fear REGION`."]
    assert answer(lanc, "why arms star") == ["That is not known to you."]
    assert answer(lanc, "why")[0].startswith("Why what?")
    assert len(answer(lanc, "why raid mountain")) > 2
    assert answer(lanc, "why organise harbour") == [
        answer(lanc, "organise harbour")[0].removeprefix("refused: organise harbour: ")
    ]
    assert answer(lanc, "why xyzzy")[0].startswith("There is no verb `xyzzy`.")


def test_history(lanc: Lanc) -> None:
    def months(*script: str) -> list[str]:
        return [line for line in answer(lanc, *script) if line.startswith("# ")]

    ends = ["end"] * 4
    assert months(*ends, "history 2..3") == ["# 2 April 1942", "# 3 May 1942"]
    assert months(*ends, "history") == ["# 4 June 1942"]
    assert months(*ends, "history 1..99") == ["# 1 March 1942", "# 2 April 1942", "# 3 May 1942", "# 4 June 1942"]
    assert answer(lanc, "history") == ["Months played so far: 0."]
    for span in ("x", "3..", "1..2..3", "..", "-1", "9999999999"):
        assert answer(lanc, f"history {span}") == [f"`{span}` is no span of months. Try `history 3..7`."]


def test_save_and_copies(lanc: Lanc, home: Path) -> None:
    run = hill(lanc, "end\nsave copy.lanc\nsave copy.lanc\nsave\nend\n")
    assert run.code == 0
    assert "saved: copy.lanc (1 month)" in run.lines
    assert "copy.lanc: there is a file already" in run.err
    assert lanc("verify", "copy.lanc").code == 0
    assert run.lines[-1] == f"saved: {home / 'four_valleys-hill-7.lanc'} (2 months)"


def test_an_existing_save_is_never_overwritten(lanc: Lanc, home: Path) -> None:
    assert hill(lanc, "end\n", "--save", "mine.lanc").code == 0
    before = Path("mine.lanc").read_bytes()
    run = hill(lanc, "end\n", "--save", "mine.lanc")
    assert (run.code, run.out) == (2, "")
    assert "no save is ever overwritten" in run.err
    assert Path("mine.lanc").read_bytes() == before
    for _ in range(3):
        assert hill(lanc, "").code == 0
    assert len(list(home.iterdir())) == 3


def test_a_whole_war_and_what_comes_after(lanc: Lanc) -> None:
    run = hill(lanc, "end\n" * 14 + "raid mountain\nlegal\nquit\nend\n", "--save", "war.lanc")
    assert run.code == 0
    assert run.lines.count("The war is over.") == 3
    assert "The war is over; nothing can be ordered any more." in run.lines
    assert "nothing can be ordered" in run.lines
    assert any(line.startswith("League of the Hills: ") and line.endswith(" of 100") for line in run.lines)
    assert Path("war.lanc").read_bytes().count(b"\n") == 13
    assert lanc("verify", "war.lanc").code == 0
    again = lanc("resume", "war.lanc", "--plain", stdin="end\n")
    assert again.code == 0
    assert again.lines[0] == "The war is over."


def test_strict_stops_at_the_first_refusal(lanc: Lanc) -> None:
    assert hill(lanc, "organise harbour\nend\n").code == 0
    run = hill(lanc, "raid mountain\norganise harbour\nend\n", "--strict")
    assert run.code == 1
    assert run.lines[-1].startswith("refused: organise harbour: ")
    assert hill(lanc, "xyzzy\n", "--strict").code == 1
    assert hill(lanc, "raid mountain\nend\n", "--strict").code == 0


def test_hot_seat(lanc: Lanc) -> None:
    script = "raid mountain\nend\nraid woods\nend\norders\nend\norders\n"
    run = lanc(*PLAY, "hill", "--as", "star", "--save", "two.lanc", stdin=script)
    assert run.code == 0
    heads = [line.split(" · ")[:2] for line in run.lines if " · cadres " in line]
    assert heads == [["March 1942", "Hills"], ["March 1942", "Star"], ["April 1942", "Hills"], ["April 1942", "Star"]]
    chain = Path("two.lanc").read_text(encoding="utf-8")
    assert "raid mountain" in chain
    assert "raid woods" in chain
    assert lanc("verify", "two.lanc").code == 0


def test_watching_bots_play(lanc: Lanc) -> None:
    run = lanc("play", "four-valleys", "--watch", "--plain", "--seed", "2")
    assert run.code == 0
    assert run.lines[0] == "# March 1942"
    assert "The war is over." in run.lines


def test_comments_and_empty_lines_pass(lanc: Lanc) -> None:
    assert hill(lanc, "\n\n# a script may say what it does\n   \nend").lines[-1].endswith("(1 month)")


def test_one_fact_a_line_and_no_drawing(lanc: Lanc) -> None:
    script = "help\nlegal\nmap\nregion plain\nforces\ntreaties\nwhy standing\nend\nend\nhistory\n"
    for language in ("en", "sq"):
        run = hill(lanc, script, "--lang", language)
        for line in run.lines:
            assert line == line.strip()
            assert line.replace("\N{NO-BREAK SPACE}", " ").isprintable()
            assert not set(line) & set("─│┌┐└┘├┤█▓▒░")


def test_albanian_throughout(lanc: Lanc) -> None:
    script = (
        "help\nhelp why\nhelp raid\nlegal\nmap\nregion mountain\nregion woods\nforces\ndesk\ntreaties\nwings\nintents\n"
        "why\nwhy arms\nwhy fear\nwhy sympathy mountain\nwhy arms star\nwhy raid mountain\nraid mountain\n"
        "organise harbour\norders\ndrop 9\ndrop 1\nhistory x\nhistory\nxyzzy\nh\nregion\nregion zz\nraid\n"
        "move mountain woods band\nmove mountain woods band x\norganise mountain\nend\ndesk\nagitate plain\n"
        "history 1\nsave\n" + "end\n" * 13 + "raid woods\n"
    )
    run = hill(lanc, script, "--lang", "sq")
    assert run.code == 0
    english = (
        " the ", " of ", " is ", " are ", " your ", " and ", " men", "months", " to ", "There", "Known", "Try", "What",
        "saved", "written", "refused", "towns", "country", "standing", "cadres", "nothing", "war", "way", "cut", "snow",
    )  # fmt: skip
    own = ("Ada the Teacher", "Captain Bor")  # names that the scenario has in one language only
    for line in run.lines:
        if line.startswith(("u ruajt: ", "why ", "`why", "Pse çfarë?", "Ku?")):
            continue
        plain = line
        for name in own:
            plain = plain.replace(name, "")
        assert not [word for word in english if word in f" {plain} "], line
    assert any("S'ka krahinë `zz`." in line for line in run.lines)
    assert any(line.startswith("Lufta mbaroi.") for line in run.lines)


def test_the_language_of_the_environment(lanc: Lanc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "sq_AL.UTF-8")
    assert hill(lanc, "").lines[0].startswith("mars 1942 · Malet")
    assert hill(lanc, "", "--lang", "en").lines[0].startswith("March 1942 · Hills")


# --- what nobody should send


def hostile() -> list[bytes]:
    dice = random.Random(7)  # noqa: S311 - noise for a test
    noise = bytes(dice.randrange(256) for _ in range(20_000))
    return [
        noise,
        b"\x00" * 500 + b"\nend\n",
        b"raid \x00mountain\nend\n",
        b"raid " + b"x" * 2_000_000 + b"\nend\n",
        b"x" * 300_000,
        b"\xff\xfe\xfd\nraid \xc3\x28\nend\n",
        "move \x1b[31m mountain\x1b]0;gone\x07\nregion \u202emali\nend\n".encode(),
        b"raid mountain\r\nend\r\n",
        b"raid " * 5_000 + b"\n" + b"why " * 5_000 + b"\n" + b"history " + b"9" * 5_000 + b"\n",
        b"save \x00\nsave " + b"a/" * 3_000 + b"\nsave .\nend\n",
        b"drop -1\ndrop 99999999999999999999\nhistory 0..0\nhistory 5..2\nmove mountain woods band 999999999\nend\n",
        "région ì\nfold ﬀ ǅ İ ß\nhelp 𝔯aid\nend\n".encode(),
    ]


@pytest.mark.parametrize("data", hostile(), ids=range(len(hostile())))
def test_hostile_input_ends_well(lanc: Lanc, data: bytes) -> None:
    run = hill(lanc, data, "--save", "kept.lanc")
    assert run.code == 0
    for line in (*run.lines, *run.err.splitlines()):
        assert len(line) < 5_000
        assert all(character.isprintable() for character in line)
    assert lanc("verify", "kept.lanc").code == 0


def test_a_script_from_a_pipe(process: Process, home: Path) -> None:
    command = (
        f"yes end | head -40 | {sys.executable} -m lanc_game play four-valleys --plain --as hill --seed 7 --save F.lanc"
    )
    run = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0
    assert run.stderr == ""
    assert "The war is over." in run.stdout.splitlines()
    assert process("verify", "F.lanc").returncode == 0


def test_a_reader_that_leaves_does_not_hurt_the_save(process: Process, home: Path) -> None:
    command = f"yes end | {sys.executable} -m lanc_game play four-valleys --plain --seed 7 --save F.lanc | head -3"
    run = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert run.stderr == ""
    assert len(run.stdout.splitlines()) == 3
    assert process("verify", "F.lanc").returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_leaves_a_whole_save(process: Process, home: Path) -> None:
    words = [sys.executable, "-m", "lanc_game", "play", "four-valleys", "--plain", "--seed", "7", "--save", "F.lanc"]
    game = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert game.stdin is not None
    assert game.stdout is not None
    game.stdin.write("end\nend\nraid mountain\n")
    game.stdin.flush()
    for line in game.stdout:
        if line.startswith("written: "):
            break
    time.sleep(0.1)
    game.send_signal(signal.SIGINT)
    game.stdin.flush()
    _, said = game.communicate(timeout=20)
    assert game.returncode == 130
    assert said == "lanc: interrupted\n"
    assert "2 turns" in process("verify", "F.lanc").stdout
    assert process("resume", "F.lanc", "--plain", stdin="end\n").returncode == 0


def test_a_save_that_another_plays_is_left_alone(home: Path, process: Process) -> None:
    words = [sys.executable, "-m", "lanc_game", "play", "four-valleys", "--plain", "--seed", "7", "--save", "F.lanc"]
    game = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert game.stdout is not None
    game.stdout.readline()
    second = process("resume", "F.lanc", "--plain", stdin="end\n")
    game.communicate("end\n", timeout=20)
    assert second.returncode == 2
    assert second.stdout == ""
    assert "F.lanc" in second.stderr
    assert "1 turn," in process("verify", "F.lanc").stdout
