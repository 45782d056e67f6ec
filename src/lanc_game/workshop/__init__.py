"""The author's bench: reading scenario text with its places, checking it, saying what is wrong in a way that helps."""
