"""Improvement plans: search in a worker, service, files of measures, and texts about plans."""
