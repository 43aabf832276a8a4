"""Rehearsal of a draft: examples on both evaluators, edge coverage, readiness for publication."""
