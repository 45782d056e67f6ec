"""The author's bench: reading scenario text with its places, checking it, and saying what is wrong in a way that helps."""
