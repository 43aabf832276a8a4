"""Columnar evaluation: the same rules over many subjects at once, exact or handed to the core."""
