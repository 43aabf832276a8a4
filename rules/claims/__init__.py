"""Environmental claims: verdicts of several scorecards on one claim, by jurisdiction and time."""
