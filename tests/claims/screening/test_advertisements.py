"""Claim screening of advertisements in four languages: claims noted before the lexicons were read.

The key `beside` of an advertisement lists other justified detections that its writer had not expected.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from rules.claims.screening.screen import screen

LINES = (Path(__file__).parent / "advertisements.jsonl").read_text(encoding="utf-8").splitlines()
ADVERTISEMENTS = [json.loads(line) for line in LINES]


@pytest.mark.parametrize(
    "advertisement", ADVERTISEMENTS, ids=[f"{one['language']}-{one['text'][:24]}" for one in ADVERTISEMENTS]
)
def test_an_advertisement_has_the_claims_noted_by_its_writer(advertisement: dict[str, Any]) -> None:
    text, finds = advertisement["text"], advertisement["finds"]
    claimed = [one for one in screen(text).candidates if not one.negated]
    known = [
        (text.index(quote), text.index(quote) + len(quote))
        for quote in (*map(_quote, finds), *advertisement.get("beside", ()))
    ]
    for expected, (start, end) in zip(finds, known, strict=False):
        types = {
            kind for one in claimed if one.start < end and start < one.end for kind in (*one.types, *one.possible_types)
        }
        assert types & set(expected["types"]), f"{expected['quote']!r} is {types or 'not found'}"
    for candidate in (one for one in claimed if one.confidence != "low"):
        assert any(candidate.start < end and start < candidate.end for start, end in known), (
            f"{candidate.quote!r} is found besides"
        )


def _quote(expected: dict[str, Any]) -> str:
    return str(expected["quote"])


def test_every_language_has_the_same_number_of_advertisements() -> None:
    assert {one["language"] for one in ADVERTISEMENTS} == {"en", "zh", "de", "fr"}
    assert all(
        [one["language"] for one in ADVERTISEMENTS].count(language) == 15 for language in ("en", "zh", "de", "fr")
    )
