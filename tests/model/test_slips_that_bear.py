"""Mutants of dated tables and line scales: both rows of a boundary moved, impossible mutants excluded."""

from __future__ import annotations

import re

from rules.language.compiler import compile_folder
from rules.model.expressions import DateClause, DateOperator
from rules.model.mutants import Mutant, MutationKind, all_mutants
from rules.model.scorecard import FormulaQuantity, Scorecard
from tests.support.guide import LEVY, OFFICE, SHELF, card


def guide(folder: str) -> Scorecard:
    """Compile a card of the guide."""
    scorecard = compile_folder(card(folder), tables=SHELF).scorecard
    assert scorecard is not None
    return scorecard


def of_old(scorecard: Scorecard) -> list[Mutant]:
    """Return the mutants of the boundary days in the table `old`, with the rows "earlier" and "from 2020-01-01"."""
    return [one for one in all_mutants(scorecard) if re.match(r"quantities\[old\]\.rows\[\d\]\.when", one.path)]


def days(scorecard: Scorecard) -> list[dict[DateOperator, str]]:
    """Return the boundary days of each row by date operator."""
    (old,) = (one for one in scorecard.quantities if one.id == "old")
    assert isinstance(old, FormulaQuantity)
    return [
        {one.operator: str(one.operand.literal) for one in row.when if isinstance(one, DateClause)} for row in old.rows
    ]


def test_the_preceding_row_ends_where_the_mutated_row_begins() -> None:
    moved = [one for one in of_old(guide(LEVY)) if one.kind is MutationKind.MOVED]
    assert len(moved) == 2
    for slip in moved:
        before, after = days(slip.scorecard)
        assert before[DateOperator.BEFORE] == after[DateOperator.FROM] != "2020-01-01"


def test_only_cell_contents_are_mutated() -> None:
    paths = {(one.path, one.kind) for one in of_old(guide(LEVY))}
    begins = "quantities[old].rows[1].when[0]"
    assert paths == {(f"{begins}.operand.literal", MutationKind.MOVED), (begins, MutationKind.DROPPED)}


def test_no_mutant_has_two_corners_of_a_line_at_the_same_position() -> None:
    for slip in all_mutants(guide(OFFICE)):
        if ".corners[" in slip.path:
            lines = [one.scale for one in slip.scorecard.indicators if one.scale.kind == "line"]
            assert all(len({corner.at for corner in line.corners}) == len(line.corners) for line in lines), slip.path
