"""A card as a program: every construct lowered once to a few primitives, and what goes over them."""
