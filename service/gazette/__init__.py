"""Gazette: registry of published versions and reference tables, and compilation of drafts."""
