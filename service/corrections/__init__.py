"""Corrections: where-used queries on wrong inputs, and campaigns that re-evaluate the affected results."""
