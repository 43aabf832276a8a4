"""Bulk: columnar screening, replay and export of millions of subjects."""
