"""Saved column mappings: columns of spreadsheets become facts and records of a scorecard."""
