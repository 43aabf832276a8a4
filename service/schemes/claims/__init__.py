"""Environmental claim checks of texts and files."""
