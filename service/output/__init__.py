"""Output: presenters and mappers of outgoing data."""
