"""When does a condition that has a name hold, by its cases and exceptions, and on which rows does that rest?"""

from itertools import product

import pytest

from rules.contracts.outcomes import Outcome
from rules.engine.named_conditions import conclude_condition, condition_outcome, deciding_rows
from rules.model.named_conditions import ConditionRow, NamedCondition

MET, NOT_MET, OPEN, ABSENT = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
CASES = (ConditionRow(when=(), basis=("one",)), ConditionRow(when=(), basis=("two",)))
EXCEPTION = ConditionRow(when=(), exception=True, basis=("three",))
CONDITION = NamedCondition(id="bound", rows=(*CASES, EXCEPTION))


def outcome(*rows: Outcome) -> Outcome:
    return condition_outcome(conclude_condition(CONDITION, rows))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((MET, NOT_MET, NOT_MET), MET),
        ((NOT_MET, MET, NOT_MET), MET),
        ((NOT_MET, NOT_MET, NOT_MET), NOT_MET),
        ((MET, MET, MET), NOT_MET),
        ((MET, OPEN, NOT_MET), MET),
        ((NOT_MET, OPEN, NOT_MET), OPEN),
        ((MET, NOT_MET, OPEN), OPEN),
        ((NOT_MET, NOT_MET, OPEN), NOT_MET),
        ((OPEN, OPEN, MET), NOT_MET),
        ((ABSENT, NOT_MET, NOT_MET), NOT_MET),
        ((MET, NOT_MET, ABSENT), MET),
        ((ABSENT, ABSENT, ABSENT), NOT_MET),
    ],
)
def test_it_holds_in_any_case_unless_an_exception_does(rows: tuple[Outcome, ...], expected: Outcome) -> None:
    assert outcome(*rows) is expected


def test_what_is_open_stands_for_everything_that_it_can_become() -> None:
    """An open row may turn out to hold, not to hold, or not to apply; the answer is open exactly if these differ."""
    for rows in product((MET, NOT_MET, ABSENT, OPEN), repeat=3):
        become = product(*((MET, NOT_MET, ABSENT) if row is OPEN else (row,) for row in rows))
        answers = {outcome(*one) for one in become}
        assert outcome(*rows) is (answers.pop() if len(answers) == 1 else OPEN), rows


def test_the_answer_rests_on_the_exception_that_holds_or_on_what_makes_it_hold() -> None:
    assert deciding_rows(CONDITION, (MET, NOT_MET, MET)) == (EXCEPTION,)
    assert deciding_rows(CONDITION, (MET, NOT_MET, NOT_MET)) == CASES[:1]
    assert deciding_rows(CONDITION, (NOT_MET, OPEN, OPEN)) == (CASES[1], EXCEPTION)
    assert deciding_rows(CONDITION, (NOT_MET, NOT_MET, NOT_MET)) == CASES
