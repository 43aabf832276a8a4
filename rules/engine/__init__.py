"""Evaluation of a scorecard: plan, two evaluators that must agree, points, grades, undetermined results."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
