"""Which values do the reference tables not give, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.scorecard import list_of
from rules.trail.explain_teller import Statement, Topic
from rules.trail.rule_sentences import missing_sentence
from rules.trail.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import MissingValue, Record
    from rules.language.render import Renderer
    from rules.trail.explain_teller import Teller


def missing_statements(record: Record, teller: Teller) -> Iterator[Statement]:
    """Say of each lookup without answer which table was asked for what, and why it says nothing; never that it is 0."""
    for missing, text in missing_texts(record, teller.renderer):
        rows = teller.renderer.names.quantities[missing.quantity].rows
        bases = tuple(dict.fromkeys(basis for row in rows for basis in row.basis))
        yield Statement(Topic.OPEN_FACT, text, bases=bases)


def missing_texts(record: Record, renderer: Renderer) -> Iterator[tuple[MissingValue, str]]:
    """Say in one sentence each what the reference tables give no value for, and why."""
    templates = words(renderer.language)
    for missing in record.missing_values:
        name, reason = missing_words(missing, record, renderer)
        owner = list_of(renderer.names.quantities[missing.quantity])
        if owner is None:
            yield missing, templates["missing_value"].format(name=name, reason=reason)
        else:
            said = templates["missing_of_record"]
            yield missing, said.format(name=name, list=renderer.name(owner), key=missing.record, reason=reason)


def missing_words(missing: MissingValue, record: Record, renderer: Renderer) -> tuple[str, str]:
    """Name what the reference tables give no value for, and say why."""
    uses = {use.id: f"{use.name}@{use.edition}" for use in record.tables}
    keys = [(key.column, key.word) for key in missing.keys]
    table = uses.get(missing.table, missing.name)
    reason = missing_sentence(missing.reason, table, keys, words(renderer.language), renderer.words)
    return renderer.name(missing.quantity, list_of(renderer.names.quantities[missing.quantity])), reason
