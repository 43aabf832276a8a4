"""Families of scorecards: every published card stands in one, and both languages name all of them."""

from __future__ import annotations

from collections import Counter

from rules.contracts import read_toml
from service.gazette.versions import Gazette
from service.workbench.page_words import page_words
from tests.support.running import ROOT


def test_every_published_card_stands_in_one_family() -> None:
    families = read_toml("service.workbench", "card_families.toml")
    placed = Counter(card for cards in families.values() for card in cards)
    assert set(placed) == set(Gazette(ROOT / "scorecards").card_ids())
    assert max(placed.values()) == 1
    for language in ("en", "zh"):
        assert set(page_words(language)["card_family"]) == {*families, "others"}
