"""Four-valued logic, first-match choices and named conditions: every outcome of open values."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import FirstMatchResult, Outcome, all_of, any_of, match_rows, unless
from rules.program.abstract_interpretation import (
    chosen,
    condition_outcome,
    deciding_rows,
    evaluate_quantity,
    points_by_count,
    walk_choice,
)
from rules.program.nodes import AtomicTest, CasesWithExceptions, FirstMatchingWord, PointsByCount, Word
from rules.program.value_environment import Values

MET, NOT_MET, OPEN, ABSENT = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
FINAL = (MET, NOT_MET, ABSENT)


def completions(truths: tuple[Outcome, ...]) -> list[tuple[Outcome, ...]]:
    return list(product(*(FINAL if one is OPEN else (one,) for one in truths)))


@pytest.mark.parametrize(
    "join",
    [lambda *truths: all_of(list(truths)), lambda *truths: any_of(truths), lambda one, other, _: unless(one, other)],
    ids=["all", "any", "unless"],
)
def test_a_determined_join_is_the_same_for_every_completion(join: Callable[..., Outcome]) -> None:
    for truths in product(Outcome, repeat=3):
        joined = join(*truths)
        if joined is not OPEN:
            assert {join(*one) for one in completions(truths)} == {joined}, truths


def test_the_order_of_four_truths() -> None:
    """For `all_of`, a failed operand decides, then an open one, then one that does not apply."""
    for truths in product(Outcome, repeat=3):
        assert all_of(list(truths)) is next((one for one in (NOT_MET, OPEN, ABSENT) if one in truths), MET)
        assert any_of(truths) is next((one for one in (MET, OPEN) if one in truths), NOT_MET)
    for asked, excepted in product(Outcome, repeat=2):
        against = {MET: NOT_MET, OPEN: OPEN}.get(excepted, MET)
        assert unless(asked, excepted) is all_of([asked, against])


def test_matching_rows_are_the_first_matches_of_all_completions() -> None:
    """Every row that may be the first that holds, of every completion, and no other."""
    for truths in product(Outcome, repeat=4):
        row_match = match_rows(truths)
        firsts = {next((place for place, one in enumerate(each) if one is MET), None) for each in completions(truths)}
        assert set(row_match.row_indexes) == firsts - {None}, truths
        assert row_match.surely_matches is (None not in firsts)
        assert all(truths[place] is outcome for place, outcome in row_match.possible)
        assert [truths[place] for place in row_match.open] == [OPEN] * len(row_match.open)


def test_rows_after_the_first_sure_match_are_not_evaluated() -> None:
    asked = iter([NOT_MET, OPEN, MET, MET])
    assert match_rows(asked) == FirstMatchResult(((1, OPEN), (2, MET)), surely_matches=True, rows_examined=3)
    assert list(asked) == [MET]


OUTCOMES = {"m": Outcome.MET, "n": Outcome.NOT_MET, "u": Outcome.UNDETERMINED, "a": Outcome.NOT_APPLICABLE}
NODE = FirstMatchingWord(((("one",), "gold"), (("two", "three"), "silver"), (("four",), "gold")), "none")


@pytest.mark.parametrize(
    ("letters", "words", "walked"),
    [
        ("mnnn", ("gold",), 1),
        ("unnm", ("gold",), 3),
        ("ummn", ("gold", "silver"), 2),
        ("numn", ("silver",), 2),
        ("nunn", ("silver", "none"), 3),
        ("anan", ("none",), 3),
        ("nunu", ("silver", "gold", "none"), 3),
    ],
)
def test_undetermined_rows_remain_possible_until_the_first_row_that_is_met(
    letters: str, words: tuple[str, ...], walked: int
) -> None:
    outcomes = dict(zip(("one", "two", "three", "four"), (OUTCOMES[letter] for letter in letters), strict=True))
    assert chosen(NODE, outcomes) == words
    assert walk_choice(NODE, outcomes).rows_examined == walked


@pytest.mark.parametrize(
    ("letters", "points", "holding"),
    [
        ("mmm", point_interval(Fraction(2)), (3, 3)),
        ("nan", point_interval(Fraction(0)), (0, 0)),
        ("mna", point_interval(Fraction(2, 3)), (1, 1)),
        ("mun", Interval(Fraction(2, 3), Fraction(4, 3)), (1, 2)),
    ],
)
def test_an_undetermined_part_may_be_met(letters: str, points: Interval, holding: tuple[int, int]) -> None:
    node = PointsByCount(((), (), ()), Fraction(2))
    assert points_by_count(node, [OUTCOMES[letter] for letter in letters]) == (points, holding)


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
