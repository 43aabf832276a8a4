"""Weighting: points of indicators from pairwise judgements of experts."""
