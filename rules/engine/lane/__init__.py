"""Fast path through one evaluation, for a subject of which everything is known."""
