"""What came of a command, and the kinds of fixture that run one."""

import subprocess
from collections.abc import Callable
from typing import NamedTuple


class Run(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Lanc = Callable[..., Run]
Process = Callable[..., "subprocess.CompletedProcess[str]"]
