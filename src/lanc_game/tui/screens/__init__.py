"""What fills the terminal: the board, what opens over it, and what comes before and after."""
