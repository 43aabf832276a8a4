"""Program of a scorecard: every construct lowered once to a few primitives, and analyses of them."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
