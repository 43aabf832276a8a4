"""Named conditions with cases and exceptions: truth table with open rows, and the deciding rows."""

from itertools import product

import pytest

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable
from rules.contracts.outcomes import Outcome
from rules.program.abstract_interpretation import condition_outcome, deciding_rows, evaluate_quantity
from rules.program.nodes import AtomicTest, CasesWithExceptions, Word
from rules.program.value_environment import Values

MET, NOT_MET, OPEN, ABSENT = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
ROWS = "one", "two", "three"
CASES = [0, 1]
CONDITION = CasesWithExceptions(
    tuple((name == "three", (AtomicTest(Word(name, ("no", "yes")), frozenset({"yes"})),)) for name in ROWS)
)
EXTENTS: dict[Outcome, Extent] = {
    MET: ChoiceExtent(frozenset({"yes"})),
    NOT_MET: ChoiceExtent(frozenset({"no"})),
    OPEN: ChoiceExtent(frozenset({"yes", "no"})),
    ABSENT: NotApplicable(),
}


def values(rows: tuple[Outcome, ...]) -> Values:
    return Values({name: EXTENTS[outcome] for name, outcome in zip(ROWS, rows, strict=True)}, {})


def outcome(*rows: Outcome) -> Outcome:
    return condition_outcome(evaluate_quantity(CONDITION, values(rows)))


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
def test_a_condition_is_met_in_any_case_unless_an_exception_is_met(
    rows: tuple[Outcome, ...], expected: Outcome
) -> None:
    assert outcome(*rows) is expected


def test_an_undetermined_row_represents_every_outcome_it_may_take() -> None:
    """An open row may turn out to hold, not to hold, or not to apply; the answer is open exactly if these differ."""
    for rows in product((MET, NOT_MET, ABSENT, OPEN), repeat=3):
        become = product(*((MET, NOT_MET, ABSENT) if row is OPEN else (row,) for row in rows))
        answers = {outcome(*one) for one in become}
        assert outcome(*rows) is (answers.pop() if len(answers) == 1 else OPEN), rows


def test_the_deciding_rows_are_the_exceptions_or_cases_that_determine_the_outcome() -> None:
    assert deciding_rows(CONDITION, values((MET, NOT_MET, MET))) == ([2], False)
    assert deciding_rows(CONDITION, values((MET, NOT_MET, NOT_MET))) == ([0], False)
    assert deciding_rows(CONDITION, values((NOT_MET, OPEN, OPEN))) == ([1, 2], False)
    assert deciding_rows(CONDITION, values((NOT_MET, NOT_MET, NOT_MET))) == (CASES, False)
