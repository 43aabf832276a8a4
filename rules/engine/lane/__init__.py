"""The lane: the way through one evaluation for a subject of which everything is known."""
