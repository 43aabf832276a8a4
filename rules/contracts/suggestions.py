"""Spelling suggestions for error messages: the nearest known words to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from collections.abc import Iterable

_say = message_factory(__name__)
_MAX_LISTED_WORDS = 12
"""How many known words are listed where none is near."""
_MIN_SIMILARITY = 75


def close_matches(word: str, known: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Give the known words that a mistyped one is likely to mean."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- loaded only once something is mistyped

    matches = process.extract(word, sorted(set(known)), scorer=fuzz.ratio, limit=limit, score_cutoff=_MIN_SIMILARITY)
    return tuple(match[0] for match in matches)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Say which known word may be meant, as the end of a message; nothing if none is near."""
    likely = close_matches(word, known)
    return _say("DID_YOU_MEAN", words=likely) if likely else ""


def did_you_mean_or_known(word: str, known: Iterable[str]) -> str:
    """Say which known word may be meant, or all of them if they are few, as the end of a message."""
    words = list(known)
    return did_you_mean(word, words) or (_say("KNOWN_ARE", words=words) if 0 < len(words) <= _MAX_LISTED_WORDS else "")
