"""Signed feeds of published versions and reference tables: repositories of The Update Framework (TUF)."""
