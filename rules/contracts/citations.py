"""Citations in each language: instruments and places in them, which cards write in English."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4_096)
def cited(instrument: str, clause: str, language: str) -> str:
    """Write a citation."""
    if language != "zh":
        return f"{instrument}, {clause}"
    from rules.contracts.chinese_citations import cited_in_chinese  # noqa: PLC0415 -- its patterns take long to compile

    return cited_in_chinese(instrument, clause)
