"""Evaluation within this process."""
