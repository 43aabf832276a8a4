"""Which quantities did a table define before each had a sentence of its own? For the sources of versions of then.

Published sources never change, and the grammar did. A step that is none of today's sentences is told by what it
names: a table whose first column names quantities of the scorecard, one on each row or blank, a sentence that begins
with a quantity, or one that only called a quantity something. Whatever else it said stands in the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.export_places import DefinitionSentence
from rules.language.marks import to_ascii
from rules.model.scorecard import DateLookup, LookupQuantity, SumQuantity, TableQuantity

if TYPE_CHECKING:
    from rules.language.source import Step
    from rules.model.scorecard import Scorecard


def former_quantities(step: Step, scorecard: Scorecard) -> tuple[DefinitionSentence, ...] | None:
    """Give a place for each quantity that a step of then defined, in order; None if it defined none."""
    known = {one.id: one for one in scorecard.quantities}
    first = to_ascii(step.sentence.text).split(" ")[0]
    if not step.table:
        return () if first in known else None
    named = [row[0].text for row in step.table[1:] if row and row[0].text]
    ids = tuple(dict.fromkeys(named)) if named and set(named) <= known.keys() else (first,) if first in known else ()
    return tuple(DefinitionSentence(_production(known[id]), {"quantity": id}, (id,)) for id in ids) or None


def _production(quantity: object) -> str:
    match quantity:
        case TableQuantity(gives="word"):
            return "word_lookup"
        case TableQuantity():
            return "table_lookup"
        case SumQuantity():
            return "sum"
        case LookupQuantity():
            return "lookup"
        case DateLookup():
            return "date_lookup"
        case _:
            return "quantity"
