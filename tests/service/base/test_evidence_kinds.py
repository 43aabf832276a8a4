"""Names of evidence kinds: complete for published cards in both languages; printed names in reports stay unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from service.base.evidence_kinds import kind_word, kind_words, printed_kind_word
from service.configuration.folders import CHECKOUT


def kinds_in(document: Any) -> Iterator[str]:
    """Yield the evidence kinds that the facts and record fields of a published document require."""
    if isinstance(document, list):
        for part in document:
            yield from kinds_in(part)
    elif isinstance(document, dict):
        yield from (kind for kind in document.get("evidence") or () if isinstance(kind, str))
        for part in document.values():
            yield from kinds_in(part)


@pytest.fixture(scope="module")
def published() -> set[str]:
    files = [path for path in CHECKOUT.glob("scorecards/*/*.json") if not path.name.endswith(".sig.json")]
    cards = [orjson.loads(path.read_bytes()).get("scorecard", {}) for path in files]
    return {
        kind for card in cards for asking in ("facts", "records") for kind in kinds_in(card.get(asking))
    }  # fmt: skip


def test_every_evidence_kind_of_a_published_card_has_a_name(published: set[str]) -> None:
    assert len(published) > 100
    for language in ("en", "zh"):
        assert published == kind_words(language).keys()
        assert len({*kind_words(language).values()}) == len(published), "two kinds are called alike"
    assert [word for word in kind_words("zh").values() if re.search("[a-z]", word)] == []


def test_reports_still_print_the_ids_of_kinds_that_had_no_name() -> None:
    assert (kind_word("site-plan", "zh"), printed_kind_word("site-plan", "zh")) == ("厂区平面图",) * 2
    assert (kind_word("type-approval", "zh"), printed_kind_word("type-approval", "zh")) == (
        "车辆型式批准",
        "type-approval",
    )
    assert kind_word("a-kind-of-nobody", "en") == printed_kind_word("a-kind-of-nobody", "en") == "a-kind-of-nobody"
