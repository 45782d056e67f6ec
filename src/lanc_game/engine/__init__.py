"""The rules of the game: pure functions over whole numbers, on the standard library alone.

Nothing in here reads a disk, a clock, a terminal or a global generator, and nothing knows the proper name of any scenario.
"""
