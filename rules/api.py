"""Public API of the rules core: read, publish, compare, evaluate, explain and verify scorecards."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub("rules", __file__)
