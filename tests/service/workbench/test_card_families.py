"""Families of scorecards: each published card is in exactly one family, and all families have names."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase

from rules.contracts import read_toml
from service.gazette.versions import Gazette
from service.workbench.page import page_words
from service.workbench.pages.rules import OTHERS, place_of_card
from tests.support.running import ROOT


def test_every_published_card_is_in_exactly_one_family() -> None:
    families = read_toml("service.workbench", "card_families.toml")
    cards = Gazette(ROOT / "scorecards").card_ids()
    matched = Counter(id for ids in families.values() for id in ids for card in cards if fnmatchcase(card, id))
    assert set(matched) == {id for ids in families.values() for id in ids}, "each entry names a published card"
    assert sum(matched.values()) == len(cards), "no card has two entries"
    assert OTHERS not in {place_of_card(card, families)[0] for card in cards}
    for language in ("en", "zh"):
        assert set(page_words(language)["card_family"]) == {*families, OTHERS}
