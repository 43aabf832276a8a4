"""Spelling suggestions for error messages: the nearest known words to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from collections.abc import Iterable

_message = message_factory(__name__)
MAXIMUM_LISTED_WORDS = 12
_MIN_SIMILARITY = 75


def close_matches(word: str, known: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Return the known words similar to a mistyped word, most similar first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- needed only after a typing error

    matches = process.extract(word, sorted(set(known)), scorer=fuzz.ratio, limit=limit, score_cutoff=_MIN_SIMILARITY)
    return tuple(match[0] for match in matches)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the most similar known word, or an empty text."""
    likely = close_matches(word, known)
    return _message("DID_YOU_MEAN", words=likely) if likely else ""


def did_you_mean_or_known(word: str, known: Iterable[str]) -> str:
    """Return a hint with the most similar known word; without one, list the known words, or the nearest of many."""
    words = list(known)
    hint = did_you_mean(word, words)
    if hint or not words:
        return hint
    if len(set(words)) <= MAXIMUM_LISTED_WORDS:
        return _message("KNOWN_ARE", words=words)
    return _message("KNOWN_NEAREST", words=_nearest(word, words), count=len(set(words)) - MAXIMUM_LISTED_WORDS)


def _nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- needed only after a typing error

    matches = process.extract(word, sorted(set(known)), scorer=fuzz.WRatio, limit=MAXIMUM_LISTED_WORDS)
    return tuple(match[0] for match in matches)
