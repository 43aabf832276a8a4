"""Weights from pairwise judgements: files and rendered calculations."""
