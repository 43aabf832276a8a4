"""Typesetting by language: Chinese punctuation and spacing, any other language unchanged.

Sentences of the feature language have half-width marks and spaces between their words, and so have the recorded
sentences and published titles that are quoted from it; a Chinese reader expects full-width marks and no such spaces.
"""

from __future__ import annotations


def typeset(text: str, language: str) -> str:
    """Set a text; in Chinese with full-width marks, without spaces between Chinese characters, and `%` at its number.

    What stands inside “…” was found somewhere and stays as it was found.
    """
    if language != "zh":
        return text
    from rules.contracts.chinese_typesetting import typeset_chinese  # noqa: PLC0415 -- its patterns take long to compile

    return typeset_chinese(text)
