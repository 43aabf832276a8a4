"""Typesetting by language: Chinese punctuation and spacing; other languages are unchanged.

Quotations from the feature language have half-width marks and spaces; Chinese readers expect full-width marks and no
spaces.
"""

from __future__ import annotations


def typeset(text: str, language: str) -> str:
    """Typeset a text; in Chinese with full-width marks and without spaces between characters.

    Text inside “…” is quoted input and stays unchanged.
    """
    if language != "zh":
        return text
    from rules.contracts.chinese_typesetting import typeset_chinese  # noqa: PLC0415 -- its patterns compile slowly

    return typeset_chinese(text)
