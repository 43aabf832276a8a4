"""Citations in each language, from the English instrument and clause of a scorecard."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4_096)
def format_citation(instrument: str, clause: str, language: str) -> str:
    """Return a citation in Chinese (`zh`) or English."""
    if language != "zh":
        return f"{instrument}, {clause}"
    from rules.contracts.chinese_citations import format_chinese_citation  # noqa: PLC0415 -- its patterns compile slowly

    return format_chinese_citation(instrument, clause)
