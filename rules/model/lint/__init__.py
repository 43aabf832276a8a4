"""Semantic lint of a scorecard: one module for each kind of check."""
