"""Citations in each language: instruments and places in them, which cards write in English."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4_096)
def format_citation(instrument: str, clause: str, language: str) -> str:
    """Write a citation."""
    if language != "zh":
        return f"{instrument}, {clause}"
    from rules.contracts.chinese_citations import format_chinese_citation  # noqa: PLC0415 -- its patterns take long to compile

    return format_chinese_citation(instrument, clause)
