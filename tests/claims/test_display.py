"""Display period of a claim: split at the dates of rule changes."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from rules.claims.composition import days_of_change, split_period
from rules.contracts.dates import Period
from rules.model.expressions import DateExpression
from rules.model.scorecard import DateLookup, DateRow
from tests.support.engine_card import LAW
from tests.support.verdict_card import day, rule, verdict_card

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, st.lists(DAYS, max_size=8))
def test_the_parts_cover_the_period_and_begin_at_the_dates_of_change(
    bound: date, other: date, days: list[date]
) -> None:
    shown = Period(min(bound, other), max(bound, other))
    parts = split_period(shown, days)
    assert (parts[0].first, parts[-1].last) == (shown.first, shown.last)
    assert all(part.first <= part.last for part in parts)
    for before, after in pairwise(parts):
        assert before.last + timedelta(days=1) == after.first
    assert {part.first for part in parts[1:]} == {each for each in days if shown.first < each <= shown.last}


def test_rules_change_on_their_first_day_and_after_their_last_day() -> None:
    card = verdict_card(
        rule("R-1", "prohibited", (), first="2026-09-27"),
        rule("R-2", "misleading", (), last="2026-03-31"),
        rule("R-3", "ok", ()),
    )
    assert days_of_change(card, {}, {}) == (date(2026, 4, 1), date(2026, 9, 27))


TRANSPOSED = DateLookup(
    id="adopted",
    by=("country",),
    rows=(
        DateRow(keys=("de",), value=day("2026-09-27"), basis=LAW),
        DateRow(keys=("fr",), value=day("2026-12-01"), basis=LAW),
    ),
    otherwise="never",
    otherwise_basis=LAW,
)


@pytest.mark.parametrize(
    ("choices", "days"),
    [({"country": "de"}, [date(2026, 9, 26)]), ({"country": "se"}, []), ({}, [date(2026, 9, 26), date(2026, 11, 30)])],
)
def test_dates_of_change_depend_on_the_chosen_options(choices: dict[str, str], days: list[date]) -> None:
    shifted = DateExpression(name="adopted", shift_days=-1)
    card = verdict_card(rule("R-1", "prohibited", (), first=shifted), quantities=(TRANSPOSED,))
    assert list(days_of_change(card, choices, {})) == days


def test_a_date_of_change_may_depend_on_a_fact() -> None:
    card = verdict_card(rule("R-1", "prohibited", (), first=DateExpression(name="placed_on")))
    assert days_of_change(card, {}, {}) == ()
    assert days_of_change(card, {}, {"placed_on": date(2026, 5, 1)}) == (date(2026, 5, 1),)
