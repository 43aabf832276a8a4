"""Independent recomputation of records, written from docs/spec/ alone."""
