"""Feature files to scorecards and back: one grammar, a lexicon of words for each language."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
