"""Programs of the player's own as bots: one JSON object a line, both ways. ``docs/outside-bots.md`` is the protocol.

Only a command that somebody typed is ever run. A save says ``bot:outside`` of such a seat, and nothing more.
"""
