"""Improvement plans: the cheapest measures that reach a goal, with a proof, confirmed by the evaluator."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
