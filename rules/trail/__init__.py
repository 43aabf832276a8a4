"""Evaluation trail: record, recorded steps, commitments, and their verification."""
