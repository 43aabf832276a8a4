"""Input parsers for everything that enters the service: trees with positions, dossiers and documents."""
