"""Exceptions in the grade ladder: rows with and without them, for known and open facts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rules.contracts.outcomes import Outcome
from rules.engine.grades import (
    add_row_outcomes,
    graded_rows,
    row_condition_id,
    rows_with_exceptions,
    rule_ids_behind_row,
)
from rules.model.scorecard import Choice, Ladder, LadderRow

MET, NOT_MET, OPEN, ABSENT = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
LADDER = Ladder(
    grades=(Choice(id="A"), Choice(id="B")),
    rows=(
        LadderRow(grade="A", at_least=Fraction(80), basis=("one",)),
        LadderRow(grade="A", exception=True, basis=("two",)),
        LadderRow(grade="B", basis=("one",)),
        LadderRow(grade="A", exception=True, basis=("two",)),
    ),
)


@pytest.mark.parametrize(
    ("asked", "exceptions", "expected"),
    [
        (MET, (NOT_MET, NOT_MET), MET),
        (MET, (NOT_MET, ABSENT), MET),
        (MET, (MET, NOT_MET), NOT_MET),
        (MET, (OPEN, MET), NOT_MET),
        (MET, (NOT_MET, OPEN), OPEN),
        (OPEN, (NOT_MET, MET), NOT_MET),
        (OPEN, (NOT_MET, NOT_MET), OPEN),
        (NOT_MET, (OPEN, OPEN), NOT_MET),
        (ABSENT, (NOT_MET, NOT_MET), ABSENT),
        (ABSENT, (MET, NOT_MET), NOT_MET),
    ],
)
def test_a_row_is_met_unless_an_exception_to_its_grade_is_met(
    asked: Outcome, exceptions: tuple[Outcome, Outcome], expected: Outcome
) -> None:
    outcomes = {"ladder:0:asked": asked, "ladder:1": exceptions[0], "ladder:2": MET, "ladder:3": exceptions[1]}
    add_row_outcomes(rows_with_exceptions(LADDER), outcomes)
    assert (outcomes["ladder:0"], outcomes["ladder:2"], outcomes["ladder:1"]) == (expected, MET, exceptions[0])


def test_only_rows_of_a_grade_with_exceptions_are_joined() -> None:
    assert [row_condition_id(LADDER, place) for place in range(4)] == [
        "ladder:0:asked",
        "ladder:1",
        "ladder:2",
        "ladder:3",
    ]
    assert rule_ids_behind_row(LADDER, 0) == ["ladder:0:asked", "ladder:1", "ladder:3"]
    assert rule_ids_behind_row(LADDER, 2) == ["ladder:2"]
    assert [place for place, _ in graded_rows(LADDER)] == [0, 2]
