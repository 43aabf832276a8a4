"""Four-valued logic (all, any, unless, first match): exhaustive check against completions of open values."""

from collections.abc import Callable
from itertools import product

import pytest

from rules.contracts.outcomes import FirstMatchResult, Outcome, all_of, any_of, match_rows, unless

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
