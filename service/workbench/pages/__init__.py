"""Which pages are there? Each module gives its own as `PAGES`."""
