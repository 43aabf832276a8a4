"""Civil dates: round trip, invalid days and forms, month shifts monotone and within the calendar."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.contracts.dates import DateError, add_days, add_months, parse_date


@given(st.dates())
def test_a_date_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["2025-02-30", "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=f"The day {text} does not exist"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-2-3",
        "20250203",
        "2025/02/03",
        "2025-W05-1",
        "2025-034",
        "２０２５-02-03",
        "2025-02-03T00:00",
        "2025-02-03\n",
    ],
)
def test_another_date_format_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="YYYY-MM-DD"):
        parse_date(text)


@given(st.text(max_size=14))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(DateError):
        assert parse_date(text).isoformat() == text


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-05-31", 1, "2025-06-30"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-01-15", -13, "2024-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
    ],
)
def test_months_are_calendar_months(day: str, months: int, expected: str) -> None:
    assert add_months(parse_date(day), months) == parse_date(expected)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("9999-12-31", 1, date.max),
        ("9999-06-15", 24, date.max),
        ("0001-01-01", -1, date.min),
        ("0001-11-30", -12, date.min),
    ],
)
def test_a_shift_ends_at_the_end_of_the_calendar(day: str, months: int, expected: date) -> None:
    assert add_months(parse_date(day), months) == expected


@given(st.dates() | st.sampled_from([date.min, date.max]), st.integers(0, 400), st.integers(-30, 30))
def test_a_later_day_is_never_shifted_before_an_earlier_one(day: date, later: int, months: int) -> None:
    other = add_days(day, later)
    assert add_months(day, months) <= add_months(other, months)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(-11, 11))
def test_a_shift_changes_the_month_and_at_most_shortens_the_day(day: date, months: int) -> None:
    shifted = add_months(day, months)
    assert (shifted.year * 12 + shifted.month) - (day.year * 12 + day.month) == months
    assert shifted.day == day.day or (shifted.day < day.day and (shifted + timedelta(1)).day == 1)


def test_days_stop_at_the_ends_of_the_calendar() -> None:
    assert add_days(date(2025, 2, 28), 1) == date(2025, 3, 1)
    assert add_days(date.max, 5) == date.max
    assert add_days(date.min, -5) == date.min
