"""Dossier files (YAML or JSON) about one subject."""
