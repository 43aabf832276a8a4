"""Unit suggestions: common spellings and scaled units (万吨) mapped to unit symbols; other words to none."""

from __future__ import annotations

import pytest

from rules.contracts.units import unit
from rules.language.cell_parsers import meant_units, scaled_units
from rules.language.lexicon import load_lexicon

MEANT = [
    ("zh", "吨", ("t",)),
    ("zh", "兆瓦时", ("MWh",)),
    ("zh", "度", ("kWh",)),
    ("zh", "kgCO₂e/千瓦时", ("kgCO2e/kWh",)),
    ("zh", "吨二氧化碳当量", ("tCO2e",)),
    ("zh", "㎡", ("m2",)),
    ("zh", "CO₂e", ("kgCO2e", "tCO2e")),
    ("en", "t CO₂e", ("tCO2e",)),
    ("en", "Tonnes", ("t",)),
    ("en", "mwh", ("MWh",)),
    ("en", "pounds", ("lb",)),
    ("zh", "磅", ("lb",)),
    ("zh", "台", ("项",)),
    ("zh", "日", ("天",)),
    ("zh", "元/台", ("CNY/项",)),
    ("en", "pcs", ("items",)),
    ("en", "room nights", ("roomnights",)),
    ("en", "kWh/room night", ("kWh/roomnights",)),
    ("en", "people", ("persons",)),
    ("en", "passenger-kilometres", ("pkm",)),
    ("zh", "间晚", ("间夜",)),
    ("zh", "床夜", ("人夜",)),
    ("zh", "吨公里", ("tkm",)),
    ("zh", "千瓦时/间夜", ("kWh/间夜",)),
    ("zh", "千瓦时/项", ("kWh/项",)),
    ("zh", "人次", ("次",)),
    ("zh", "斤", ()),
    ("zh", "吨/万元", ()),
    ("en", "", ()),
]
SCALED = [
    ("zh", "万吨", ("10000", ("t",))),
    ("zh", "亿元", ("100000000", ("CNY",))),
    ("zh", "万tCO₂e", ("10000", ("tCO2e",))),
    ("zh", "万次", ("10000", ("次",))),
    ("en", "million EUR", ("1000000", ("EUR",))),
    ("zh", "万", None),
    ("zh", "千瓦时", None),
]


@pytest.mark.parametrize(("language", "word", "expected"), MEANT)
def test_a_word_yields_the_intended_units(language: str, word: str, expected: tuple[str, ...]) -> None:
    assert meant_units(word, load_lexicon(language)) == expected


@pytest.mark.parametrize(("language", "word", "expected"), SCALED)
def test_a_factor_before_a_unit_is_split_off(
    language: str, word: str, expected: tuple[str, tuple[str, ...]] | None
) -> None:
    assert scaled_units(word, load_lexicon(language)) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_suggested_unit_exists(language: str) -> None:
    for symbol in load_lexicon(language).meant_units:
        assert unit(symbol).symbol == symbol
