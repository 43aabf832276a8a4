"""Message templates of commands, by language."""

from __future__ import annotations

from rules.contracts import wording_loader

words = wording_loader(__name__)


def period_text(first: object, last: object, language: str) -> str:
    """Return a date range as text; open-ended without `last`."""
    templates = words(language)
    return str(templates["span"].format(first=first, last=last) if last else templates["open_span"].format(first=first))
