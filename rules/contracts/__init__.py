"""Shared vocabulary of all packages: numbers, units, dates, facts, evidence, outcomes, diagnostics, errors."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
