"""Command line: entry point, declarations, handlers, output."""
