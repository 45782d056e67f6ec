"""A text in the two languages of the game."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and Albanian; the Albanian may be empty and then the English serves."""

    en: str
    sq: str = ""

    def get(self, language: str) -> str:
        """Return the text in ``language`` (``en`` or ``sq``)."""
        return self.sq if language == "sq" and self.sq else self.en
