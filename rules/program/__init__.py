"""A card as a program: every construct lowered once to a few primitives, and what goes over them."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
