"""Scorecard model: frozen models, conditions, formulas, semantic lint and digests."""
