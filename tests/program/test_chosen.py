"""First-match choices and counted parts with open criteria: possible words and point intervals."""

from fractions import Fraction

import pytest

from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome
from rules.program.abstract_interpretation import chosen, points_by_count, walk_choice
from rules.program.nodes import FirstMatchingWord, PointsByCount

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
