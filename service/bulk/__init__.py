"""Bulk: columnar screening, replay and export of millions of subjects, on all cores."""
