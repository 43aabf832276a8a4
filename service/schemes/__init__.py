"""Optional products on top of the core, found by entry points."""
