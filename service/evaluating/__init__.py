"""Evaluation in the calling process: prepared evaluators by version, and a reader of records."""
