"""Benchmarks: speed and memory against a known reference, measured in the same run."""
