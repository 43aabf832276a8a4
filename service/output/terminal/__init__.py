"""Command support: declarations, output and exit codes, texts, CARD resolution and server connections."""
