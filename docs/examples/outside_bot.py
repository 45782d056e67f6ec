#!/usr/bin/env python3
"""A small bot for LANÇ: it answers every letter and choice, raids, organises, agitates and hides. Standard library only.

lanc play two-banners --as star --bot hill=cmd:'python3 docs/examples/outside_bot.py'
"""

import json
import sys

WANTED = ("decide", "reply", "accept", "recruit", "organise", "raid", "militia", "agitate", "hide", "sweep", "repair")
MOST_OF_A_VERB = 3


def choose(month, cadres_of):
    """Return a month's orders: legal lines in the order of WANTED, a few of each, as long as there are cadres."""
    left = month["house"]["free_cadres"]
    orders, taken = [], set()
    for verb in WANTED:
        lines = [line for line in month["legal"] if line.split()[0] == verb]
        for line in lines[:MOST_OF_A_VERB]:
            subject = (verb, line.split()[1])  # one answer a question, one deed of a kind a region
            if cadres_of[verb] <= left and subject not in taken:
                orders.append(line)
                taken.add(subject)
                left -= cadres_of[verb]
    return orders


def main():
    """Read a message a line, and answer every month with a line."""
    cadres_of = {}
    for text in sys.stdin:
        message = json.loads(text)
        if message["type"] == "hello":
            cadres_of = {verb["id"]: verb["cadres"] for verb in message["verbs"]}
        elif message["type"] == "month":
            for refused in message["refused"]:
                sys.stderr.write(f"refused: {refused['line']}: {refused['message']}\n")
            sys.stdout.write(json.dumps({"orders": choose(message, cadres_of)}) + "\n")
            sys.stdout.flush()
        elif message["type"] == "goodbye":
            break


if __name__ == "__main__":
    main()
