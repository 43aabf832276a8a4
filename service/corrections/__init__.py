"""Corrections: results affected by a wrong input."""
