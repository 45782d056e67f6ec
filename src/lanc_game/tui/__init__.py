"""The board in the terminal: the only package that knows Textual."""
