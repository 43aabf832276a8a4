"""Records of product footprints that others exchange, read into dossiers."""
