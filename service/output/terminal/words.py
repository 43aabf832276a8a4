"""Words of commands by language, and the phrase for a date range."""

from __future__ import annotations

from rules.contracts import wording_loader

words = wording_loader(__name__)


def period_text(first: object, last: object, language: str) -> str:
    """Say from when until when something holds; without `last` it has no end."""
    spoken = words(language)
    return str(spoken["span"].format(first=first, last=last) if last else spoken["open_span"].format(first=first))
