"""Input schema of a scorecard: JSON Schema of its dossiers."""
