"""Command line: commands and their handlers."""
