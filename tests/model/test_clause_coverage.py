"""Boundaries of a scorecard: every decisive clause once, with the sides that need an example."""

from __future__ import annotations

from rules.model.clause_coverage import Edge, all_edges, edge_rows, rows_by_clause
from rules.model.edge_rows import EdgeSide
from rules.model.expressions import NumberClause, NumberOperator
from rules.model.symbol_table import all_clauses
from tests.model.lint_card import I1, SOUND


def paths(side: EdgeSide) -> list[str]:
    return [edge.path for edge in all_edges(SOUND) if edge.side is side]


def test_every_clause_of_a_condition_has_both_sides() -> None:
    for placed in all_clauses(SOUND):
        assert placed.path in paths(EdgeSide.HOLDS)
        assert placed.path in paths(EdgeSide.FAILS)


def test_every_bound_of_a_band_and_of_the_ladder_is_a_clause() -> None:
    bounds = [path for path in paths(EdgeSide.FAILS) if path.startswith(("indicators[I1].scale", "ladder"))]
    assert bounds == [
        "indicators[I1].scale.bands[0].below", "indicators[I1].scale.bands[1].at_least",
        "indicators[I1].scale.bands[1].below", "indicators[I1].scale.bands[2].at_least", "ladder.rows[0].at_least",
        "ladder.rows[0].requires[0]", "ladder.rows[1].at_least",
    ]  # fmt: skip


def test_rows_of_choices_and_branches_of_lookups_need_one_example_only() -> None:
    once = set(paths(EdgeSide.HOLDS)) - set(paths(EdgeSide.FAILS))
    assert once == {"indicators[I2].scale.rows[0]", "indicators[I2].scale.rows[1]", "quantities[factor].rows"}


def test_no_boundary_is_listed_twice() -> None:
    assert len(set(all_edges(SOUND))) == len(all_edges(SOUND))


def test_a_row_has_all_its_clauses_in_the_unit_of_the_scale() -> None:
    row = rows_by_clause(SOUND).get("indicators[I1].scale.bands[1].below")
    assert row is not None
    operators = [one.clause.operator for one in row.clauses if isinstance(one.clause, NumberClause)]
    assert operators == [NumberOperator.AT_LEAST, NumberOperator.LESS_THAN]
    assert "indicators[I9].scale.bands[1].below" not in rows_by_clause(SOUND)


def test_a_band_without_bounds_has_no_boundary() -> None:
    whole = I1.model_copy(update={"scale": I1.scale.model_copy(update={"bands": ()})})
    card = SOUND.model_copy(update={"indicators": (whole,)})
    assert not [row for row in edge_rows(card) if row.path.startswith("indicators")]


def test_the_otherwise_branch_is_entered_by_a_combination_without_a_row() -> None:
    quantity = SOUND.quantities[2].model_copy(update={"rows": SOUND.quantities[2].rows[1:], "otherwise": 0})
    card = SOUND.model_copy(update={"quantities": (quantity,)})
    assert Edge("quantities[factor].otherwise", EdgeSide.HOLDS) in all_edges(card)
    row = rows_by_clause(card).get("quantities[factor].otherwise")
    assert row is not None
    assert [getattr(one.clause, "values", None) for one in row.clauses] == [("none",), ("yes",)]
