"""How a program of the player's own is named: ``cmd:`` and a command line, split into words and never given to a shell."""

import shlex
import shutil

CMD = "cmd:"
"""What a bot begins with, on the command line, if it is a program."""

SECONDS = 10
"""How long a program may think about a month, unless somebody says otherwise."""

FIRST = 3
"""How many times as long its first answer after a start may take."""


class Command(str):
    """A bot that is a program, as somebody typed it: ``cmd:./mybot``, with its words and its seconds for a month.

    A text is not a command, whatever it says: only ``read_command`` makes one, and only of what was typed. So nothing that
    a save or a scenario calls a bot is ever run.
    """

    words: tuple[str, ...]
    seconds: float

    @property
    def first_seconds(self) -> float:
        """How long its first answer after a start may take."""
        return self.seconds * FIRST


def read_command(bot: str, seconds: float = SECONDS) -> Command:
    """Return the command that ``cmd:PROGRAM [ARGUMENT]...`` means; whoever calls vouches that somebody typed it here.

    Raises ValueError that says what is wrong with it and what would do.
    """
    line = bot.removeprefix(CMD)
    try:
        words = tuple(shlex.split(line))
    except ValueError as error:
        raise ValueError(f"`{bot}` cannot be read: {str(error).lower()}; close what you quote") from None
    if not words or not words[0] or "\0" in line:
        raise ValueError(f"`{bot}` names no program; write {CMD}PROGRAM, or {CMD}'PROGRAM ARGUMENT'")
    if shutil.which(words[0]) is None:
        raise ValueError(
            f"there is no program `{words[0]}` that can be run; give its path and make it executable, "
            f"or name what runs it: {CMD}'python3 {words[0]}'"
        )
    command = Command(bot)
    command.words, command.seconds = words, seconds
    return command
