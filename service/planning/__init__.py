"""Improvement plans: the solver, the search in a worker, the service, files of measures, and texts about plans."""
