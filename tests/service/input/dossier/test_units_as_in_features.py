"""Units of numbers: the same spellings in features and dossiers, with and without a space."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product

import pytest

from rules.contracts.messages import LANGUAGES
from rules.contracts.units import convert, is_unit, known_symbols
from rules.language.cell_parsers import scaled_units
from rules.language.lexicon import Lexicon, load_lexicon
from rules.model.definitions import FactDefinition, FactType
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.support.small_card import small_card


def _units() -> set[str]:
    """Return the units of numbers in published cards, and some units that no card uses yet."""
    gazette = Gazette(CHECKOUT / "scorecards")
    cards = (gazette.newest(id).scorecard for id in gazette.card_ids())
    facts = ((one.facts, *(record.fields for record in one.records)) for one in cards)
    of_cards = {fact.unit for groups in facts for group in groups for fact in group if fact.unit}
    return of_cards | {"person", "roomnight", "guestnight", "kWh/roomnight", "tkm", "pkm"}


UNITS = sorted(_units())


def _written(symbol: str, words: Lexicon) -> list[str]:
    """Return the spellings of a unit in a language, with all combinations for a quotient."""
    parts = [[part, *(word for word, unit in words.unit_symbols.items() if unit == part)] for part in symbol.split("/")]
    return ["/".join(chosen) for chosen in product(*parts)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dossier_accepts_each_unit_in_the_spelling_of_features(language: str) -> None:
    words = load_lexicon(language)
    ways = [(unit, way) for unit in UNITS for way in _written(unit, words)]
    assert len(ways) > len(UNITS)
    facts = tuple(
        FactDefinition(id=f"f{place}", type=FactType.NUMBER, unit=unit) for place, (unit, _) in enumerate(ways)
    )
    card = small_card().model_copy(update={"facts": facts})
    for space in ("", " "):
        fact_texts = {f"f{place}": f"4.5{space}{way}" for place, (_, way) in enumerate(ways)}
        text = json.dumps({"subject": "organizations/example/subjects/x", "facts": fact_texts}, ensure_ascii=False)
        read = {
            fact.id: fact.value
            for fact in read_dossier(text.encode(), card, as_of="2026-11-20", settings={}).subject.facts
        }
        for place, (unit, way) in enumerate(ways):
            value = read[f"f{place}"]
            assert value is not None
            assert (value.number, value.unit) == ("4.5", way)
            assert convert(Fraction(1), way, unit) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_dossiers_and_features_accept_the_same_words_as_units(language: str) -> None:
    words = load_lexicon(language)
    meant = [name for names in words.meant_units.values() for name in names]
    tried = [*known_symbols(), *words.unit_symbols, *meant, "万元", "万吨", "亿元", "百万", "斤", "weeks"]
    for word in tried:
        assert is_unit(word) == is_unit(words.read_unit(word)), word
    assert not [word for word in tried if scaled_units(word, words) and is_unit(word)]


@pytest.mark.parametrize("text", ["1e5", "1,000", "12a", "5.", "1/0.5%x", "45%%"])
def test_a_text_that_is_not_a_number_with_a_unit_is_left_unchanged(text: str) -> None:
    card = small_card().model_copy(update={"facts": (FactDefinition(id="f", type=FactType.NUMBER, unit="%"),)})
    dossier = json.dumps({"subject": "organizations/example/subjects/x", "facts": {"f": text}})
    (fact,) = read_dossier(dossier.encode(), card, as_of="2026-11-20", settings={}).subject.facts
    assert fact.value is not None
    assert (fact.value.number, fact.value.unit) == (text, None)
