"""Command line: entry point, command declarations, handlers, and the text of their answers."""
