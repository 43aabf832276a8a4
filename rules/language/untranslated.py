"""Which words for people does a definition hold, that somebody must say in the other language?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.marks import to_ascii
from rules.language.tables import FOR_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.language.export_blocks import Block
    from rules.language.lexicon import Lexicon
    from rules.language.patterns import Pattern
    from rules.language.source import Step
    from rules.model.scorecard import Scorecard

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


def unsaid_names(step: Step, scorecard: Scorecard, theirs: str, ours: str) -> list[str]:
    """Give the names that a sentence gives to quantities and conditions, behind their ids, if we have none for them."""
    said = to_ascii(step.sentence.text)
    named = ((one.id, to_ascii(one.labels.get(theirs, ""))) for one in scorecard.quantities if ours not in one.labels)
    return [f"{id}: {label}" for id, label in named if label and f"{label} ({id})" in said]


def unsaid_reasons(step: Step, blocks: Sequence[Block], theirs: Lexicon, ours: Lexicon) -> list[str]:
    """Give the reasons for which the rules leave something open, if a written row leaves it open without one."""
    open_ = ours.words["values"].write("undetermined")
    if not any(cell == open_ for block in blocks for row in block.rows for cell in row):
        return []
    form = theirs.forms["left_open"]
    cells = ((row[0], cell) for row in step.table or () for cell in row)
    found = ((first.text, parse) for first, cell in cells for parse in [_reason(form, cell.text)] if parse)
    return [f"{first}: {reason}" if first != form.write(reason=reason) else reason for first, reason in found]


def _reason(form: Pattern, cell: str) -> str | None:
    plain = to_ascii(cell)
    return next((cell[slice(*parse["reason"])] for parse in form.parses(plain)), None)


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
