"""Words of the pages, a file for each room."""
