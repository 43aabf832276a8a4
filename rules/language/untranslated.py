"""Which words for people does a definition hold, that somebody must say in the other language?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.tables import FOR_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.export_blocks import Block
    from rules.language.lexicon import Lexicon
    from rules.language.source import Step

_WORDS = FOR_PEOPLE | {"words"}
_CARD = frozenset({"title", "not_assessed"})


def untranslated(step: Step, production: str, words: Lexicon) -> list[str]:
    """Give the words of a definition that are for people only, each behind the id or field that it belongs to."""
    if production == "called":
        return [step.sentence.text]
    return list(_card(step, words) if production == "card" else _table(step, production, words))


def lacks_words(block: Block, production: str, words: Lexicon) -> bool:
    """Say whether a written definition leaves a cell blank that holds words for people."""
    known = words.columns.get(production.removesuffix("_each"))
    if known is None or not block.rows:
        return False
    heading, *rows = block.rows
    said = [place for place, name in enumerate(heading) if known.read(name) in FOR_PEOPLE]
    return any(not row[place] for row in rows for place in said)


def _card(step: Step, words: Lexicon) -> Iterator[str]:
    for field, value in (row[:2] for row in (step.table or ())[1:]):
        if words.words["card"].read(field.text) in _CARD:
            yield f"{field.text}: {value.text}"


def _table(step: Step, production: str, words: Lexicon) -> Iterator[str]:
    known = words.columns.get(production.removesuffix("_each"))
    if known is None or not step.table:
        return
    heading, *rows = step.table
    for row in rows:
        for name, cell in zip(heading, row, strict=True):
            if known.read(name.text) in _WORDS and cell.text:
                yield f"{row[0].text}: {cell.text}"
