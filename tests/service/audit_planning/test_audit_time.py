"""Audit time: tables, effective personnel, limits of reductions, rounding, and every invalid field at once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError
from service.audit_planning.audit_rules import Audit, audit_rules, audit_time_tables
from service.audit_planning.audit_time import compute_time, effective_personnel, half_days


def _plan(*, days: str = "5", on_site: str = "5", **site: Any) -> dict[str, Any]:
    personnel = [{"persons": 55}]
    return {"sites": [{"site": "works", "personnel": personnel, **site}], "planned_days": days, "on_site_days": on_site}


def _fields(table: str, plan: dict[str, Any]) -> set[str]:
    with pytest.raises(InputError) as refused:
        compute_time(table, Audit.INITIAL, plan, "t")
    return {violation.field for violation in refused.value.violations}


def test_every_table_is_complete_and_rises_with_the_personnel() -> None:
    for table in audit_time_tables().values():
        assert table.certainty == "secondary"
        for column in range(len(table.levels)):
            days = [row[1][column] for row in table.rows]
            assert days == sorted(days)
            assert all(day.denominator in (1, 2) for day in days)
        for _, row in table.rows:
            assert [*row] == sorted(row, reverse=True)
            assert len(row) == len(table.levels)


def test_each_rule_has_a_certainty_and_a_secondary_one_names_its_source() -> None:
    for group in audit_rules().values():
        for rule in group.values():
            assert rule.certainty in {"secondary", "recalled", "own_interpretation"}
            assert bool(rule.source) == (rule.certainty == "secondary"), rule.id


def test_time_is_computed_against_the_plan() -> None:
    enough = compute_time("qms", Audit.INITIAL, _plan(on_site="4"), "t")
    assert (enough["computed_days"], enough["least_on_site_days"], enough["too_short"]) == ("5", "4", False)
    assert compute_time("qms", Audit.INITIAL, _plan(on_site="3.5"), "t")["too_short"]
    assert compute_time("qms", Audit.INITIAL, _plan(days="4.5", on_site="4.5"), "t")["too_short"]
    assert compute_time("qms", Audit.SURVEILLANCE, _plan(), "t")["computed_days"] == "1.5"
    assert compute_time("qms", Audit.RECERTIFICATION, _plan(), "t")["computed_days"] == "3.5"


def test_part_time_and_repetitive_work_reduce_the_effective_number() -> None:
    rows: list[dict[str, Any]] = [
        {"persons": 10},
        {"persons": 9, "hours_share": "0.5"},
        {"persons": 100, "counted_share": "0.1"},
    ]
    assert effective_personnel(rows) == 25


@pytest.mark.parametrize(
    ("site", "field"),
    [
        ({"complexity": "high"}, "complexity"),
        ({"personnel": []}, "personnel"),
        ({"personnel": [{"persons": 0}]}, "personnel[0].persons"),
        ({"personnel": [{"persons": 5, "hours_share": "0.5"}]}, "personnel[0].reason"),
        ({"personnel": [{"persons": 5, "hours_share": "1e-9"}]}, "personnel[0].hours_share"),
        ({"personnel": [{"persons": 5, "counted_share": "２"}]}, "personnel[0].counted_share"),
        ({"adjustments": [{"kind": "system", "percent": -31, "reason": "r"}]}, "adjustments"),
        ({"adjustments": [{"kind": "central_processes", "percent": -21, "reason": "r"}]}, "adjustments"),
        ({"adjustments": [{"kind": "mood", "percent": 5, "reason": "r"}]}, "adjustments[0].kind"),
        ({"adjustments": [{"kind": "system", "percent": 0, "reason": "r"}]}, "adjustments[0].percent"),
        ({"adjustments": [{"kind": "system", "percent": 5, "reason": " "}]}, "adjustments[0].reason"),
        ({"table_days": "7"}, "table_days"),
        ({"personnel": [{"persons": 10_701}], "table_days": "24"}, "table_days_reason"),
        ({"personnel": [{"persons": 10_701}], "table_days_reason": "as agreed"}, "table_days"),
    ],
)
def test_an_invalid_site_is_refused_at_its_field(site: dict[str, Any], field: str) -> None:
    assert _fields("qms", _plan(**site)) == {f"t.sites[0].{field}"}


def test_reductions_take_at_most_half_of_the_time_of_a_site() -> None:
    changes = [("system", -30), ("central_processes", -20), ("integration", -20)]
    rows = [{"kind": kind, "percent": percent, "reason": "r"} for kind, percent in changes]
    assert _fields("qms", _plan(adjustments=rows)) == {"t.sites[0].adjustments"}
    assert compute_time("qms", Audit.INITIAL, _plan(adjustments=rows[:2]), "t")["computed_days"] == "2.5"


def test_more_days_on_site_than_in_total_are_refused() -> None:
    assert _fields("qms", _plan(days="5", on_site="5.5")) == {"t.on_site_days"}


def test_all_invalid_fields_are_reported_at_once() -> None:
    plan = {"sites": [{"site": "a"}, {"site": "a"}], "planned_days": "0.3"}
    assert _fields("ems", plan) == {
        "t.sites", "t.planned_days", "t.on_site_days", "t.sites[0].personnel", "t.sites[1].personnel",
        "t.sites[0].complexity", "t.sites[1].complexity",
    }  # fmt: skip


def test_above_the_table_the_stated_days_count() -> None:
    site: dict[str, Any] = {
        "personnel": [{"persons": 20_000}],
        "table_days": "26.5",
        "table_days_reason": "progression continued",
    }
    assert compute_time("qms", Audit.INITIAL, _plan(**site), "t")["computed_days"] == "26.5"


@given(st.fractions(min_value=0, max_value=1_000))
def test_half_days_are_nearest(days: Fraction) -> None:
    rounded = half_days(days)
    assert (rounded * 2).denominator == 1
    assert rounded >= Fraction(1, 2)
    assert abs(rounded - max(days, Fraction(1, 2))) <= Fraction(1, 4)
