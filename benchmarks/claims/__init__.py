"""Claim benchmarks: quality of the screening, training of its classifier, and the cost of a check."""
