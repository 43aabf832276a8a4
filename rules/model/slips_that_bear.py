"""Which slips bear on something that a card says, leave one that could be said, and what else do they move?"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from rules.model.expressions import DateClause, DateOperator
from rules.model.scorecard import FormulaQuantity, LineScale, TabledForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import FormulaRow, Scorecard

_ROW = re.compile(r"quantities\[(?P<id>[^\]]+)\]\.rows")
_CLAUSE = re.compile(r"quantities\[(?P<id>[^\]]+)\]\.rows\[(?P<row>\d+)\]\.when\[(?P<clause>\d+)\](?P<within>.*)")


def bears(path: str, scorecard: Scorecard, slipped: Scorecard) -> bool:
    """Say whether a slip at a path is one that an author could make."""
    if path == "card.not_applicable":
        parts = (*scorecard.indicators, *scorecard.facts)
        return any(getattr(part, "applies", ()) or getattr(part, "may_not_apply", False) for part in parts) and bool(
            scorecard.indicators
        )
    if path == "card.compare_rounded":
        rows = scorecard.ladder.rows if scorecard.ladder is not None else ()
        return any(bound is not None for row in rows for bound in (row.more_than, row.at_least, row.at_most, row.below))
    if ".corners[" in path:
        return not _folds(slipped)
    clause = _CLAUSE.fullmatch(path)
    return clause is None or not _follows(clause, scorecard)


def rejoined(path: str, slipped: Scorecard) -> Scorecard:
    """Let each row of a table from day to day that slipped end where the next one now begins, as a table says it."""
    found = _ROW.match(path)
    quantity = next((one for one in slipped.quantities if found is not None and one.id == found["id"]), None)
    if not isinstance(quantity, FormulaQuantity) or quantity.tabled is None:
        return slipped
    if quantity.tabled.form is not TabledForm.DATED:
        return slipped
    rows = [
        row.model_copy(update={"when": tuple(_ending(row.when, following))})
        for row, following in zip_longest(quantity.rows, quantity.rows[1:])
    ]
    joined = quantity.model_copy(update={"rows": tuple(rows)})
    every = tuple(joined if one is quantity else one for one in slipped.quantities)
    return slipped.model_copy(update={"quantities": every})


def _ending(when: Condition, following: FormulaRow | None) -> Iterator[Clause]:
    """Give the clauses of a row with the day on which the next row begins, if it ended by such a day."""
    begins = [one for one in (following.when if following is not None else ()) if _is(one, DateOperator.FROM)]
    for clause in when:
        if not isinstance(clause, DateClause) or clause.operator is not DateOperator.BEFORE:
            yield clause
        elif begins and isinstance(begins[0], DateClause):
            yield clause.model_copy(update={"operand": begins[0].operand})


def _is(clause: Clause, operator: DateOperator) -> bool:
    return isinstance(clause, DateClause) and clause.operator is operator


def _folds(scorecard: Scorecard) -> bool:
    """Say whether two corners of a line stand at the same number, which no card can say."""
    lines = (one.scale for one in scorecard.indicators if isinstance(one.scale, LineScale))
    return any(len({corner.at for corner in line.corners}) < len(line.corners) for line in lines)


def _follows(clause: re.Match[str], scorecard: Scorecard) -> bool:
    """Say whether a clause of a row that holds from day to day is no cell, as the day before the next row is."""
    quantity = next(one for one in scorecard.quantities if one.id == clause["id"])
    if not isinstance(quantity, FormulaQuantity) or quantity.tabled is None:
        return False
    asked = quantity.rows[int(clause["row"])].when[int(clause["clause"])]
    if quantity.tabled.form is not TabledForm.DATED or not isinstance(asked, DateClause):
        return False
    return asked.operator is DateOperator.BEFORE or clause["within"] in (".operator", ".edge")
