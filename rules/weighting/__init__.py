"""Weighting: points of indicators from pairwise judgements of experts."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
