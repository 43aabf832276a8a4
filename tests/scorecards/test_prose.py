"""Prose of the published scorecards and reference tables: a note for every basis, Chinese punctuation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from service.configuration.folders import CHECKOUT
from tests.support.chinese import half_width_prose


@cache
def scorecards() -> dict[str, dict[str, Any]]:
    """Load the scorecard of every published file, by card and version."""
    paths = sorted((CHECKOUT / "scorecards").glob("*/*.json"))
    files = {f"{path.parent.name} {path.stem}": json.loads(path.read_bytes()) for path in paths}
    return {name: file["scorecard"] for name, file in files.items() if isinstance(file.get("scorecard"), dict)}


def chinese_texts(value: object) -> Iterator[str]:
    """Yield the Chinese half of every bilingual text inside a value."""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str):
            yield value["zh"]
        for item in value.values():
            yield from chinese_texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from chinese_texts(item)


def test_every_basis_has_a_note_in_both_languages() -> None:
    bases = [(name, basis) for name, card in scorecards().items() for basis in card.get("bases", ())]
    assert len(bases) > 1000
    assert [f"{name}: {basis['id']}" for name, basis in bases if basis["note"].keys() != {"en", "zh"}] == []


def test_chinese_texts_use_full_width_punctuation() -> None:
    tables = {path.stem: json.loads(path.read_bytes()) for path in (CHECKOUT / "scorecards" / "tables").glob("*.json")}
    published = {**scorecards(), **tables}
    texts = [(name, text) for name, content in published.items() for text in chinese_texts(content)]
    assert len(texts) > 5000
    assert [f"{name}: {text}" for name, text in texts if half_width_prose(text)] == []
