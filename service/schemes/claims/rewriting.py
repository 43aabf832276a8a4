"""What could be written instead of a claim, in its own language and of its own subject, and which facts must be true?

A proposal names the thing that the sentence names, and leaves a gap for every figure that the text does not give. It
never says that the facts are so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.claims.readings import kinds_of
from rules.claims.screening.candidates import Candidate
from rules.contracts.toml_files import read_toml

if TYPE_CHECKING:
    from service.schemes.claims.one_claim import CheckedClaim

_MOST_WORDS = 6
"""So many words can name a subject; more are a sentence of their own."""
_MOST_CHARACTERS = 14
"""So many characters in a language without spaces."""
_STOPS = re.compile(r"[.,;:!?—–(。，；：！？]")
_NEVER = frozenset({"name", "imagery_only", "legal_requirement", "irrelevant_benefit"})
"""Claims that no other wording mends: what is a name, a picture, or no advantage is left out."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A sentence to write instead, and what has to be true for it, in the language of the answer."""

    text: str
    needs: str


def rewriting(claim: CheckedClaim, language: str) -> Rewriting | None:
    """Propose what to write instead; none for what is denied, a name or a picture, or in a language without words."""
    candidate = claim.candidate
    types = kinds_of(candidate, claim.readings[0] if claim.readings else {})
    written = _words()
    if not claim.answers or _NEVER.issuperset(types or ("",)) or candidate.language not in written["subject"]:
        return None
    kind = next((each for each in written["kind"] if set(each["types"]) & set(types or ("",))), written["kind"][-1])
    gap = written["gap"]["all"]
    number = next((one for one in candidate.numbers if one.unit == "%"), None)
    comparator = None if number is None else number.comparator
    text = kind[candidate.language].format(
        subject=subject_of(candidate),
        value=gap if number is None else number.value,
        comparator=gap if comparator is None else _compared(comparator.quote, candidate.language),
        year=candidate.target_years[0] if candidate.target_years else "20__",
    )
    return Rewriting(text, kind["needs"][language])


def subject_of(candidate: Candidate) -> str:
    """Give the words of the sentence that name what the claim is about, or a gap if none do."""
    words = _words()["subject"][candidate.language]
    sentence, level = candidate.sentence, candidate.level
    before = sentence.quote[: candidate.start - sentence.start]
    behind = sentence.quote[candidate.end - sentence.start :]
    if candidate.language == "zh":
        return _chinese(before, behind, words)
    front = _STOPS.split(before)[-1].split()
    while front and front[-1].casefold() in words["ends"]:
        front.pop()
    if len(front) == 1 and front[0].casefold() in words["speakers"]:
        return str(words["speakers"][front[0].casefold()])
    rest = _STOPS.split(behind)[0].split()
    if any(number.comparator is not None for number in candidate.numbers) and not front:
        return str(words["open"])
    if all(word.casefold() in words["leads"] for word in front):
        noun = _noun(rest, None if level is None else level.quote, words["ends"])
        return _begun(" ".join((*front, *noun))) if noun else str(words["open"])
    return _begun(" ".join(front)) if len(front) <= _MOST_WORDS else str(words["open"])


def _compared(quote: str, language: str) -> str:
    """Name what is compared with, without the word of comparison before it."""
    text = " ".join(quote.split())
    than = next((word for word in _words()["subject"][language]["than"] if text.casefold().startswith(word)), "")
    return text[len(than) :].strip()


def _noun(rest: list[str], level: str | None, ends: list[str]) -> list[str]:
    """Take the words behind an adjective up to the noun that is known, or up to what no longer belongs to it."""
    folded = [word.casefold() for word in rest]
    known = "" if level is None else level.casefold()
    if known in folded[:_MOST_WORDS]:
        return rest[: folded.index(known) + 1]
    end = next((number for number, word in enumerate(folded) if word in ends), len(rest))
    return rest[:end] if end <= 2 else []


def _chinese(before: str, behind: str, words: dict[str, Any]) -> str:
    """Do the same in a language without spaces."""
    front = _STOPS.split(before)[-1].strip()
    ends = sorted(words["ends"], key=len, reverse=True)
    while any(front.endswith(end) for end in ends):
        front = front.removesuffix(next(end for end in ends if front.endswith(end))).strip()
    if front in words["speakers"]:
        return str(words["speakers"][front])
    rest = _STOPS.split(behind)[0].strip().removeprefix("的")
    found = front or rest
    return found if 0 < len(found) <= _MOST_CHARACTERS else str(words["open"])


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _words() -> dict[str, Any]:
    return read_toml("service.schemes.claims", "rewriting.toml")
