"""Gazette: registry of published scorecard versions and reference tables, and compilation of drafts."""
