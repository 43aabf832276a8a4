"""Improvement plans: the solver, the search in a worker, the service, and texts about plans."""
