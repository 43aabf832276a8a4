"""Precedence chart weights (优序图法): worked examples, and property tests of sums, order and symmetry."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.diagnostics import Severity
from rules.weighting.judgements import DiagonalRule, Judgements
from rules.weighting.weighting_diagnostics import NoteCollector
from rules.weighting.weights import compute_precedence_chart, note_zero_weights
from tests.weighting.sheets import EXAMPLE, judged, numbers, read, sheet, shown

WITH, WITHOUT = DiagonalRule.WITH_DIAGONAL, DiagonalRule.WITHOUT_DIAGONAL


def matrices(size: int, expert: str = "panel") -> st.SearchStrategy[Judgements]:
    count = size * (size - 1) // 2
    values = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)])
    return st.lists(values, min_size=count, max_size=count).map(lambda upper: judged(size, upper, expert))


PANELS = st.integers(2, 7).flatmap(lambda size: st.lists(matrices(size), min_size=1, max_size=4))


def test_the_example_with_diagonal() -> None:
    chart = compute_precedence_chart(read(sheet(EXAMPLE))[0], WITH)
    assert chart.totals == numbers("7/2 2 2 1/2")
    assert chart.sum == 8
    assert [100 * weight for weight in chart.weights] == [Fraction(175, 4), 25, 25, Fraction(25, 4)]
    notes = NoteCollector()
    note_zero_weights(chart, notes)
    assert notes.found == []


def test_without_the_diagonal_the_last_item_has_zero_weight() -> None:
    chart = compute_precedence_chart(read(sheet(EXAMPLE))[0], WITHOUT)
    assert chart.totals == numbers("3 3/2 3/2 0")
    assert [100 * weight for weight in chart.weights] == [50, 25, 25, 0]
    notes = NoteCollector()
    note_zero_weights(chart, notes)
    assert shown(notes, Severity.WARNING) == [("D", "ZERO_WEIGHT")]


def test_experts_are_averaged_before_rows_are_added() -> None:
    one, two, three = (
        judged(3, [Fraction(value) for value in upper], str(upper)) for upper in ((1, 1, 1), (0, 1, 1), (1, 1, 0))
    )
    chart = compute_precedence_chart((one, two, three), WITH)
    assert chart.mean[0] == numbers("1/2 2/3 1")
    assert chart.mean[1] == numbers("1/3 1/2 2/3")
    assert chart.totals == numbers("13/6 3/2 5/6")


@given(PANELS, st.sampled_from(DiagonalRule))
def test_weights_add_up_to_one_and_totals_depend_only_on_the_size(
    panel: list[Judgements], variant: DiagonalRule
) -> None:
    chart = compute_precedence_chart(panel, variant)
    size = len(chart.items)
    assert chart.sum == (Fraction(size * size, 2) if variant is WITH else Fraction(size * (size - 1), 2))
    assert sum(chart.weights) == 1
    assert all(weight > 0 for weight in chart.weights) or variant is WITHOUT


@pytest.mark.full
@given(PANELS, st.sampled_from(DiagonalRule), st.randoms(use_true_random=False))
def test_the_order_of_items_and_experts_never_matters(
    panel: list[Judgements], variant: DiagonalRule, random: object
) -> None:
    shuffle = getattr(random, "shuffle")  # noqa: B009 - the strategy has no public type
    chart = compute_precedence_chart(panel, variant)
    items, experts = [*chart.items], [*panel]
    shuffle(items)
    shuffle(experts)
    turned = compute_precedence_chart([one.ordered(items) for one in experts], variant)
    assert dict(zip(turned.items, turned.weights, strict=True)) == dict(zip(chart.items, chart.weights, strict=True))


@given(st.integers(2, 7).flatmap(matrices), st.integers(1, 5), st.sampled_from(DiagonalRule))
def test_experts_with_equal_judgements_weigh_as_one_expert(
    judgements: Judgements, count: int, variant: DiagonalRule
) -> None:
    assert (
        compute_precedence_chart([judgements] * count, variant).weights
        == compute_precedence_chart([judgements], variant).weights
    )


@pytest.mark.parametrize("variant", DiagonalRule)
def test_turning_all_judgements_turns_the_weights(variant: DiagonalRule) -> None:
    upper = [Fraction(1), Fraction(1, 2), Fraction(1)]
    chart = compute_precedence_chart([judged(3, upper)], variant)
    turned = compute_precedence_chart([judged(3, [1 - value for value in upper])], variant)
    assert {a + b for a, b in zip(chart.weights, turned.weights, strict=True)} == {Fraction(2, 3)}
