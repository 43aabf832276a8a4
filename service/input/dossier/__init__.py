"""Dossier files: reader, typed values and serializer for YAML or JSON about one subject."""
