"""Which values do the reference tables not give, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.names import Names
from rules.model.scorecard import list_of
from rules.trail.explain_teller import Statement, Topic
from rules.trail.rule_sentences import missing_sentence
from rules.trail.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import MissingValue, Record
    from rules.model.scorecard import Scorecard
    from rules.trail.explain_teller import Teller


def missing_statements(scorecard: Scorecard, record: Record, teller: Teller) -> Iterator[Statement]:
    """Say of each lookup without answer which table was asked for what, and why it says nothing; never that it is 0."""
    quantities = Names(scorecard).quantities
    uses = {use.id: f"{use.name}@{use.edition}" for use in record.tables}
    for missing in record.missing_values:
        quantity = quantities[missing.quantity]
        rows = quantity.rows
        said = _reason(missing, uses.get(missing.table, missing.name), teller)
        owner = list_of(quantity)
        name = teller.renderer.name(missing.quantity, owner)
        if owner is not None:
            text = teller.say("missing_of_record", name=name, list=teller.renderer.name(owner), key=missing.record,
                              reason=said)  # fmt: skip
        else:
            text = teller.say("missing_value", name=name, reason=said)
        bases = tuple(dict.fromkeys(basis for row in rows for basis in row.basis))
        yield Statement(Topic.OPEN_FACT, text, bases=bases)


def _reason(missing: MissingValue, table: str, teller: Teller) -> str:
    keys = [(key.column, key.word) for key in missing.keys]
    return missing_sentence(missing.reason, table, keys, words(teller.language), teller.renderer.words)
