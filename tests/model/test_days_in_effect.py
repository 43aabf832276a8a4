"""Clauses about the as-of date that no day of a card's validity can show: before, after or never."""

from datetime import date

import pytest

from rules.model.dated_rules import unshowable_reason
from rules.model.edge_rows import EdgeRow, EdgeSide, PlacedClause
from rules.model.expressions import AS_OF, Clause, DateClause, DateExpression, DateOperator, DateRangeClause
from tests.support.small_card import small_card

FIRST, LAST = "2026-01-01", "2027-12-31"


def day(text: str, **moved: int) -> DateExpression:
    return DateExpression(literal=date.fromisoformat(text), **moved)  # type: ignore[arg-type]


def asked(operator: str, text: str, name: str = AS_OF, **moved: int) -> DateClause:
    return DateClause(name=name, operator=DateOperator(operator), operand=day(text, **moved))


def in_effect_text(side: EdgeSide, *clauses: Clause, last: str | None = LAST) -> str | None:
    card = small_card().card.model_copy(
        update={"first_date": date.fromisoformat(FIRST), "last_date": date.fromisoformat(last) if last else None}
    )
    row = EdgeRow("row", tuple(PlacedClause(f"row[{place}]", clause) for place, clause in enumerate(clauses)))
    return unshowable_reason(card, row, "row[0]", side)


@pytest.mark.parametrize(
    ("clause", "fails", "holds"),
    [
        (asked("from", FIRST), "before", None),
        (asked("from", "2025-06-01"), "before", None),
        (asked("from", "2026-01-02"), None, None),
        (asked("after", "2025-12-31"), "before", None),
        (asked("after", FIRST), None, None),
        (asked("until", LAST), "after", None),
        (asked("until", "2027-12-30"), None, None),
        (asked("before", "2028-01-01"), "after", None),
        (asked("before", FIRST), None, "never"),
        (asked("from", "2028-01-01"), None, "never"),
        (asked("on", "2025-01-01"), None, "never"),
        (asked("on", FIRST), None, None),
        (DateRangeClause(name=AS_OF, first=day("2020-01-01"), last=day("2025-01-01")), None, "never"),
        (DateRangeClause(name=AS_OF, first=day(FIRST), last=day(LAST)), "before", None),
        (asked("from", FIRST, name="audited_on"), None, None),
        (asked("from", FIRST, shift_days=1), None, None),
    ],
)
def test_sides_that_no_day_in_effect_shows_are_reported(clause: Clause, fails: str | None, holds: str | None) -> None:
    assert (in_effect_text(EdgeSide.FAILS, clause), in_effect_text(EdgeSide.HOLDS, clause)) == (fails, holds)


def test_without_a_last_day_every_later_day_shows() -> None:
    assert in_effect_text(EdgeSide.FAILS, asked("until", LAST), last=None) is None
    assert in_effect_text(EdgeSide.FAILS, asked("from", FIRST), last=None) == "before"


def test_the_other_clauses_of_the_row_limit_the_days() -> None:
    assert in_effect_text(EdgeSide.FAILS, asked("from", "2026-06-01"), asked("before", "2026-01-01")) == "before"
    assert in_effect_text(EdgeSide.FAILS, asked("before", "2027-01-01"), asked("from", "2026-01-01")) is None
    assert in_effect_text(EdgeSide.HOLDS, asked("from", "2026-06-01"), asked("before", "2026-01-01")) is None, (
        "on no day at all"
    )
