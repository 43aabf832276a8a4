"""Batch: resumable evaluation of many subjects, and totals of groups."""
