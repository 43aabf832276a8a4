"""Dates after the as-of date that still count (RL114): clauses, records, computed dates and time spans."""

from __future__ import annotations

import pytest

from rules.language.compiler import compile_folder
from tests.language.folders import CORPUS, read_folder

[(PATH, CARD)] = read_folder(CORPUS / "good" / "RL114").items()
REQUIRED = "proved is until the as-of date; ends is from the as-of date"
FACTS = "      | ends   | date   |      |                   |          |         | yes           |\n"
FURTHER = """    And these facts
      | fact  | type         |
      | sent  | date         |
      | acts  | list of act  |
      | year  | period       |
    And each act has
      | field | type |
      | name  | text |
      | done  | date |
    And no two acts share a name
"""
CASE = "      | ends   | 2026-12-31 |\n"
VALUES = "      | sent | 2026-01-10 |\n      | acts | none |\n      | year | 2025-01-01 to 2025-12-31 |\n"


def dates_of(required: str, *, quantity: str = "", applies: str = "") -> set[str]:
    text = CARD.replace(REQUIRED, f"{REQUIRED}; {required}" if required else REQUIRED)
    text = text.replace(FACTS, FACTS + FURTHER).replace(CASE, CASE + VALUES)
    text = text.replace("      Given the quantity intensity", f"{quantity}      Given the quantity intensity", 1)
    text = text.replace("    And this reference case", f"{applies}    And this reference case", 1)
    compilation = compile_folder({PATH: text})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return {each.message.split("'")[1] for each in compilation.diagnostics if each.code == "RL114"}


@pytest.mark.parametrize(
    ("required", "expected_dates"),
    [
        ("sent is until 2026-12-31", {"sent"}),
        ("sent is from 2026-01-01", {"sent"}),
        ("sent is until the as-of date", set()),
        ("sent is within 2 years before the as-of date", set()),
        ("the as-of date is from sent", set()),
        ("the as-of date is until sent plus 2 years", {"sent"}),
        ("sent is from the as-of date minus 2 years", {"sent"}),
        ("sent is until proved", set()),
        ("sent is until proved minus 3 months", set()),
        ("sent is until proved plus 3 months", {"sent"}),
        ("sent is until the end of the month of proved", {"sent"}),
        ("proved is on sent plus 1 year minus 1 day", set()),
        ("proved is on sent plus 1 month minus 40 days", {"sent"}),
        ("sent is until ends", {"sent"}),
        ("sent is within year", {"sent", "year"}),
        ("sent is within year; the end of year is before the as-of date", set()),
        ("sent is within year; the start of year is before the as-of date", {"sent", "year"}),
        ("sent is until the start of year; the end of year is before the as-of date", set()),
    ],
)
def test_a_date_is_bounded_by_the_as_of_date_or_by_another_bounded_date(
    required: str, expected_dates: set[str]
) -> None:
    assert dates_of(required) == expected_dates


def test_a_date_that_no_rule_reads_is_not_reported() -> None:
    assert dates_of("") == set()


def test_record_dates_are_bounded_for_each_record_or_by_the_latest_date() -> None:
    count = """      Given the quantity acts done (acts_done), in items, the number of records over acts, on basis guide
        | where |
        | {where} |
"""
    assert dates_of("", quantity=count.format(where="done is until 2026-06-30")) == {"done"}
    assert dates_of("", quantity=count.format(where="done is until the as-of date")) == set()
    figure = "the latest done over acts, or never if there are none"
    latest = f"      Given the quantity last act (last_act), {figure}, on basis guide\n"
    assert dates_of("last act is until 2026-06-30", quantity=latest) == {"done"}
    assert dates_of("last act is until the as-of date", quantity=latest) == set()


def test_a_bound_on_a_computed_date_also_bounds_its_operands() -> None:
    later = """      Given the date later, on basis guide
        | is |
        | {day} |
"""
    assert dates_of("later is until the as-of date", quantity=later.format(day="latest(sent, proved)")) == set()
    assert dates_of("later is until the as-of date", quantity=later.format(day="earliest(sent, proved)")) == {"sent"}
    assert dates_of("later is until the as-of date", quantity=later.format(day="sent plus 3 months")) == set()
    assert dates_of("later is until the as-of date", quantity=later.format(day="sent minus 3 months")) == {"sent"}


def test_a_span_between_two_dates_bounds_the_first_but_an_age_may_be_negative() -> None:
    span = """      Given the quantity told (told), in days, on basis guide
        | is |
        | days({span}) |
"""
    assert dates_of("told is at most 400 days", quantity=span.format(span="sent to proved")) == set()
    assert dates_of("told is at most 400 days", quantity=span.format(span="sent to the as-of date")) == {"sent"}


def test_a_date_that_only_selects_a_row_or_applicability_is_not_reported() -> None:
    dated = """      Given the quantity rate, in force on sent, on basis guide
        | from | is |
        | earlier | 1 |
        | 2026-06-01 | 2 |
"""
    assert dates_of("", quantity=dated) == set()
    assert dates_of("", applies="    And the scorecard applies when sent is from 2026-01-01\n") == set()
    assert dates_of("sent is until 2026-12-31", quantity=dated) == {"sent"}


YEARS = """    And these facts
      | fact  | type         | at least | at most | may lie ahead |
      | built | number       | 1990     | {most} | {ahead} |
      | ended | number       | 1990     | 2020    |               |
      | spans | list of span |          |         |               |
    And each span has
      | field | type   | at least |
      | name  | text   |          |
      | from  | number | 1990     |
    And no two spans share a name
"""
YEAR_VALUES = "      | built | 2020 |\n      | ended | 2019 |\n      | spans | none |\n"
NOW = """      Given the quantity now, on basis guide
        | is |
        | year(the as-of date) |
      And the quantity last, on basis guide
        | is |
        | now - 1 |
      And the quantity proved_year, on basis guide
        | is |
        | year(proved) |
      And the quantity ends_year, on basis guide
        | is |
        | year(ends) |
      And for each span the quantity early, on basis guide
        | is | when |
        | 1 | from is {bound} |
        | 0 | otherwise |
      And the quantity early_all, the sum of early over spans, on basis guide
"""


def years_of(required: str, *, bound: str = "more than now", most: str = "", ahead: str = "") -> set[str]:
    text = CARD.replace(REQUIRED, f"{REQUIRED}; {required}; ended is at least 2000; early_all is at most 3")
    text = text.replace(FACTS, FACTS + YEARS.format(most=most, ahead=ahead)).replace(CASE, CASE + YEAR_VALUES)
    text = text.replace(
        "      Given the quantity intensity", f"{NOW.format(bound=bound)}      Given the quantity intensity", 1
    )
    compilation = compile_folder({PATH: text})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    return {each.message.split("'")[1] for each in compilation.diagnostics if each.code == "RL114"}


@pytest.mark.parametrize(
    ("required", "expected_years"),
    [
        ("built is at least 2010", {"built"}),
        ("built is at most 2050", {"built"}),
        ("built is at most now", set()),
        ("now is at least built", set()),
        ("built is less than last", set()),
        ("built is at least now", {"built"}),
        ("built is at most proved_year", set()),
        ("built is at most ends_year", {"built"}),
        ("built is at most ended", {"built"}),
    ],
)
def test_a_year_is_held_by_the_year_of_the_as_of_date(required: str, expected_years: set[str]) -> None:
    assert years_of(required) == expected_years


def test_a_year_of_a_record_is_held_by_a_row() -> None:
    assert years_of("built is at most now", bound="at least now") == set()
    assert years_of("built is at most now", bound="more than 2030") == {"from"}


def test_a_year_that_may_lie_ahead_or_never_does_needs_no_rule() -> None:
    assert years_of("built is at least 2010", ahead="yes") == set()
    assert years_of("built is at least 2010", most="2025") == set()
    assert years_of("built is at least 2010", most="2026") == {"built"}
