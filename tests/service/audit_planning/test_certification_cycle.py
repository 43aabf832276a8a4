"""Audits of a cycle: intervals, calendar years, recertification, and the sites in turn."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from rules.contracts import add_days, add_months
from service.audit_planning.audit_rules import Audit
from service.audit_planning.certification_cycle import Cycle, PlannedAudit, planned_audits, renewal_window, with_sites
from service.audit_planning.site_sampling import SAMPLED, sample_size


def _days(cycle: Cycle) -> list[str]:
    return [f"{audit.audit} {audit.due}" for audit in planned_audits(cycle)]


def test_a_cycle_of_three_years() -> None:
    cycle = Cycle(date(2026, 11, 30), date(2029, 11, 29), 12, 6)
    assert _days(cycle) == ["surveillance 2027-11-30", "surveillance 2028-11-30", "recertification 2029-11-29"]
    held = Cycle(cycle.begins, cycle.last, 12, 6, held=(date(2027, 9, 1),))
    assert _days(held) == ["surveillance 2028-09-01", "recertification 2029-11-29"]


def test_the_29th_of_february_and_a_short_interval_do_not_drift() -> None:
    assert _days(Cycle(date(2028, 2, 29), date(2031, 2, 27), 12, 6))[:2] == [
        "surveillance 2029-02-28", "surveillance 2030-02-28",
    ]  # fmt: skip
    assert [day[-10:] for day in _days(Cycle(date(2026, 1, 31), date(2027, 1, 30), 1, 0))][:3] == [
        "2026-02-28", "2026-03-31", "2026-04-30",
    ]  # fmt: skip


def test_without_surveillance_or_last_day() -> None:
    assert _days(Cycle(date(2026, 1, 1), date(2026, 12, 31), 0, 6)) == ["recertification 2026-12-31"]
    assert len(_days(Cycle(date(2026, 1, 1), None, 12, 6))) == 3


def test_the_window_of_a_recertification() -> None:
    assert renewal_window(date(2029, 11, 29), 6, 6) == (date(2029, 5, 30), date(2030, 5, 29))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.integers(12, 60))
def test_intervals_and_calendar_years(begins: date, months: int, validity: int) -> None:
    last = add_days(add_months(begins, validity), -1)
    audits = [*planned_audits(Cycle(begins, last, months, 0))]
    surveillances = [audit.due for audit in audits if audit.audit is Audit.SURVEILLANCE]
    if surveillances:
        assert surveillances[0] <= add_months(begins, 12)
    for number, due in enumerate(surveillances, 1):
        assert due <= add_months(begins, months * number)
    assert {day.year for day in surveillances} >= set(range(begins.year + 1, last.year))
    assert (audits[-1].audit, audits[-1].due) == (Audit.RECERTIFICATION, last)


@given(st.integers(2, 40), st.integers(2, 6))
def test_sites_take_turns(count: int, audits: int) -> None:
    sites = [f"s{number:02}" for number in range(count)]
    cycle = Cycle(date(2026, 1, 1), add_months(date(2026, 1, 1), 12 * audits), 12, 0)
    planned = [*with_sites([*planned_audits(cycle)], [*sites, "hq"], "hq", {}, rule=SAMPLED)]
    surveillances = [audit for audit in planned if audit.audit is Audit.SURVEILLANCE]
    size, last = sample_size(Audit.SURVEILLANCE, count), dict.fromkeys(sites, 0)
    for number, audit in enumerate(surveillances, 1):
        central, *chosen = audit.sites
        assert (central, len(chosen)) == ("hq", size)
        assert max(last[site] for site in chosen) <= min(
            (last[site] for site in sites if site not in chosen), default=99
        )
        last |= dict.fromkeys(chosen, number)


@pytest.mark.parametrize(
    ("rule", "groups", "sizes"),
    [
        ("square_root", [], [3, 5]), ("sampled", [], [3, 4]), ("all", [], [25, 25]), ("every_site", [], [8, 25]),
        ("sampled", [range(10)], [5, 7]), ("every_site", [range(2), range(2, 4)], [9, 25]),
    ],
)  # fmt: skip
def test_the_number_of_suggested_sites_suffices_for_the_rule(rule: str, groups: list[range], sizes: list[int]) -> None:
    audits = [PlannedAudit(audit, date(2027, 1, 1)) for audit in (Audit.SURVEILLANCE, Audit.RECERTIFICATION)]
    sites, grouped = [f"s{number}" for number in range(25)], [[f"s{number}" for number in group] for group in groups]
    planned = with_sites(audits, sites, "", {}, rule=rule, groups=grouped)
    assert [len(audit.sites) for audit in planned] == sizes
