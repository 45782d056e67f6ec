"""The command line as its users meet it; nothing is written to anybody's home."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_run import Lanc, Process, Run

from lanc_game.cli import main


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder with an empty home; return the folder for saves."""
    for name in ("LANG", "LC_ALL", "LANC_LANG", "LANC_SCENARIOS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LANC_SAVES", str(tmp_path / "saves"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "saves"


@pytest.fixture
def lanc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Lanc:
    """Run a command in this process."""

    def run(*words: str, stdin: str | bytes = "") -> Run:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        assert "\x1b" not in said.out + said.err
        return Run(code, said.out, said.err)

    return run


@pytest.fixture
def process() -> Process:
    """Run a command in a process of its own."""

    def run(*words: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "lanc_game", *words],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, **environment},
        )

    return run


@pytest.fixture
def game(lanc: Lanc, home: Path) -> Path:
    """A game of four months, kept as ``game``."""
    path = home / "game.lanc"
    script = "raid mountain\nend\nagitate mountain\nend\nend\norganise mountain\nend\n"
    assert lanc("play", "four-valleys", "--as", "hill", "--seed", "7", "--save", str(path), stdin=script).code == 0
    return path
