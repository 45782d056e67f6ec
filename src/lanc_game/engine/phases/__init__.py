"""The phases of a month, a module each: ``run(month)`` changes the month's state and tells what happened."""
