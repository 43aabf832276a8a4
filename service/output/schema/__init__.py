"""Input schema of a card: JSON Schema of its dossiers, for forms and other systems."""
