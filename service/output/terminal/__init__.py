"""Command support: declarations, output, texts and server connections."""
