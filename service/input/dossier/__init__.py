"""Dossier files in YAML or JSON: reader, typed values and serializer."""
