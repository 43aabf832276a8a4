"""Columnar evaluation: the same rules over many subjects at once, exact or delegated to the core."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
