"""Product footprint records, converted to dossiers."""
