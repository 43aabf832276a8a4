"""Evaluation in the calling process."""
