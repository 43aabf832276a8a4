"""What do the lexicons tell of a sentence to the hearing, which knows its wording alone?

Which entries were found, how sure they are, what was masked or denied, and the generic signs of the sentence. These
hints are the same words in all languages, so what is learned of them in one language holds in all.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.claims.screening.matching import Reading

Hints = frozenset[str]
NONE: Hints = frozenset()
_WORD = "sign word"


def hints(language: str, readings: Sequence[Reading]) -> Hints:
    """Give what the readings of a sentence tell; signs are those of one language, for each counts in its own way."""
    return frozenset(_of_entries(readings)) | frozenset(
        hint for reading in readings if reading.language == language for hint in _of_signs(reading.signs)
    )


def _of_entries(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        for hit in reading.hits:
            if hit.modifier:
                yield f"beside {hit.category}"
            elif hit.negated:
                yield "denied"
            else:
                yield from ("claimed", f"claim {hit.category}", f"sure {hit.confidence}")
                yield f"term {hit.term.partition('.')[2]}"
        for hidden in reading.hidden:
            yield from ("masked", f"mask {hidden.reason}")


def _of_signs(signs: Mapping[str, int] | None) -> Iterator[str]:
    for sign, count in (signs or {}).items():
        if count:
            yield f"sign {sign}"
        if count > 1:
            yield f"often {sign}"


def parts(given: Hints) -> Iterable[str]:
    """Give the hints one by one, and which of them stand together."""
    yield from sorted(given)
    signs = sorted(hint for hint in given if hint.startswith("sign ") and hint != _WORD)
    for claim in sorted(hint for hint in given if hint.startswith("claim ")):
        yield from (f"{claim} {sign}" for sign in signs)
    yield from (f"{one} {other}" for one, other in combinations(signs, 2))
