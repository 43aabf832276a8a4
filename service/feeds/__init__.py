"""Signed feeds of published versions: building, publishing and following them."""
