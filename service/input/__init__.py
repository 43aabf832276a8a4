"""Input: parsers of everything that enters the service, to trees with places, dossiers and documents."""
