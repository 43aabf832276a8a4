"""Rehearsal of a draft: examples on both evaluators, boundary coverage, readiness for publication."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
