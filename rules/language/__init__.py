"""Feature files to scorecards and back: one grammar, a lexicon of words for each language."""
