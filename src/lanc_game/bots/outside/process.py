"""A program that is spoken to in lines: started without a shell, heard within bounds, and ended with all it started.

Three threads a program carry its input, its output and its standard error, so that no full pipe can hold up the game;
they know nothing but their pipe and their queue. What nobody ends is ended when it is forgotten, and when Python leaves.
"""

import os
import signal
import subprocess
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from types import FrameType
from typing import IO

MOST_ANSWER = 64 * 1024  # bytes
CHUNK = 64 * 1024
MOST_CHUNKS = 8  # unread: then the program has to wait
MOST_TAIL = 2_000  # bytes of its standard error that are kept
MOST_LAST = 200  # characters of its last words
_KILLED = 9  # the signal that ends a program at once
MOMENT = 1.0  # seconds that a program has to leave by itself


class TroubleError(Exception):
    """A program did not answer: ``kind`` is `late`, `flood` or `ended`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Program:
    """A running program. Whoever starts one ends it with ``leave`` or ``end``."""

    def __init__(self, words: Sequence[str]) -> None:
        """Start it. Raises OSError or ValueError if the system will not."""
        process = subprocess.Popen(  # noqa: S603 - no shell, and the words are the player's own, never a save's
            words,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # a group of its own: Ctrl-C is for us, and we end all of it
        )
        stdin, stdout, stderr = process.stdin, process.stdout, process.stderr
        assert stdin is not None and stdout is not None and stderr is not None  # noqa: S101, PT018 - PIPE, above
        self._process = process
        self._told: Queue[bytes] = Queue()
        self._heard: Queue[bytes] = Queue(MOST_CHUNKS)
        self._tail = bytearray()
        self._threads = [
            Thread(target=_speak, args=(stdin, self._told), daemon=True),
            Thread(target=_listen, args=(stdout, self._heard), daemon=True),
            Thread(target=_overhear, args=(stderr, self._tail), daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        self._stop = weakref.finalize(self, _kill, process, self._told)

    def tell(self, line: bytes) -> None:
        """Say a line that wants no answer."""
        self._told.put(line)

    def ask(self, line: bytes, seconds: float) -> bytes:
        """Say a line and return the first line that comes after it. Raises TroubleError if none does in time."""
        self._pass_over()
        self._told.put(line)
        until = monotonic() + seconds
        answer = bytearray()
        while True:
            try:
                chunk = self._hear(until - monotonic())
            except Empty:
                raise TroubleError("late") from None
            if not chunk:
                raise TroubleError("ended")
            answer += chunk
            if b"\n" in chunk:
                answer = answer[: answer.index(b"\n")]
            if len(answer) > MOST_ANSWER:
                raise TroubleError("flood")
            if b"\n" in chunk:
                return bytes(answer)

    def leave(self, line: bytes) -> None:
        """Say a last line, close its input, and give it a moment to leave before it is ended."""
        self._told.put(line)
        self._told.put(b"")
        self._wait_for_silence()
        self.end()

    def end(self) -> int:
        """End it and whatever it started; return the exit code that it left with, 0 where we ended it."""
        self._stop()
        self._wait_for_silence()
        for thread in self._threads:
            thread.join(MOMENT)
        code = self._process.returncode or 0
        return 0 if code == -_KILLED else code

    def last_words(self) -> str:
        """Return the last line of its standard error, cut short; of a program that has ended."""
        lines = bytes(self._tail).decode("utf-8", "replace").split("\n")
        return next((line.strip()[:MOST_LAST] for line in reversed(lines) if line.strip()), "")

    def _hear(self, seconds: float) -> bytes:
        """Return what comes next, nothing at the end of its output. Raises Empty."""
        chunk = self._heard.get(timeout=max(0.0, seconds))
        if not chunk:
            self._heard.put(chunk)  # the end stays, for whoever asks next
        return chunk

    def _pass_over(self) -> None:
        """Forget what it said unasked."""
        unasked = 0
        for _ in range(self._heard.qsize()):
            chunk = self._hear(0)
            if not chunk:
                raise TroubleError("ended")
            unasked += len(chunk)
        if unasked > MOST_ANSWER:
            raise TroubleError("flood")

    def _wait_for_silence(self) -> None:
        """Wait a moment for the end of its output, and forget what comes before it."""
        until = monotonic() + MOMENT
        with suppress(Empty):
            while self._hear(until - monotonic()):
                if monotonic() > until:
                    return


def _speak(stream: IO[bytes], told: Queue[bytes]) -> None:
    """Write what is to be told; nothing closes the pipe."""
    with suppress(OSError), stream:
        while data := told.get():
            while data:
                data = data[stream.write(data) :]


def _listen(stream: IO[bytes], heard: Queue[bytes]) -> None:
    """Pass on what it says; nothing marks the end."""
    with suppress(OSError), stream:
        while chunk := stream.read(CHUNK):
            heard.put(chunk)
    heard.put(b"")


def _overhear(stream: IO[bytes], tail: bytearray) -> None:
    """Keep the end of what it complains of."""
    with suppress(OSError), stream:
        while chunk := stream.read(CHUNK):
            tail += chunk
            del tail[:-MOST_TAIL]


def _kill(process: "subprocess.Popen[bytes]", told: Queue[bytes]) -> None:
    """End a program and its group. Nobody has waited for it yet, so its number is still its own."""
    told.put(b"")
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


@contextmanager
def ending_well(first: Callable[[], None] | None = None) -> Iterator[None]:
    """While this lasts, being asked to end (SIGTERM, SIGHUP) is an ordinary exit, so that no program is left behind.

    ``first`` is called before it: what would wait for a program's answer is to be told that none will come.
    """

    def leave(number: int, frame: FrameType | None) -> None:
        if first is not None:
            first()
        leave_at_signal(number, frame)

    known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]  # under nohup, it stays ignored
    for number in ours:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def leave_at_signal(number: int, _: FrameType | None) -> None:
    """Leave as if asked to: a handler of signals. Raises SystemExit."""
    raise SystemExit(128 + number)
