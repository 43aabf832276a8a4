"""Corrections: where-used queries and re-evaluation campaigns."""
