"""Pages of the workbench; each module lists its own in PAGES."""
