"""Schemes: optional products on top of the core, one package each, found by their entry points."""
