"""The one error that reading, writing and replaying a save can raise."""

from pathlib import Path


class SaveError(Exception):
    """What is wrong with a save: the file, the line (0 where no line is to blame), the cause, and what to do."""

    def __init__(self, path: Path | str, line: int, cause: str, cure: str) -> None:
        self.path = Path(path)
        self.line = line
        self.cause = cause
        self.cure = cure
        where = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{where}: {cause}. {cure}")

    def __reduce__(self) -> tuple[type["SaveError"], tuple[Path, int, str, str]]:
        """Cross from a process to another with all four parts, as the games of a simulation do."""
        return type(self), (self.path, self.line, self.cause, self.cure)


def reason(error: OSError) -> str:
    """Return the system's own words for a failure, without the path that ``SaveError`` already names."""
    return error.strerror or type(error).__name__
