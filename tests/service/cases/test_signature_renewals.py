"""Order of renewals of PDF signatures."""

from __future__ import annotations

from service.cases.signature_renewals import by_urgency


def test_archive_time_stamps_come_first_and_the_others_take_turns() -> None:
    lower = [{"id": f"SF-{number}@1", "level": "b_t", "renew_by": ""} for number in range(40)]
    archive = [
        {"id": "SF-98@1", "level": "b_lta", "renew_by": "2026-12-02"},
        {"id": "SF-99@1", "level": "b_lta", "renew_by": "2026-12-01"},
    ]
    days = [f"2026-11-{day:02}" for day in range(1, 21)]
    first = {day: [known["id"] for known in by_urgency([*lower, *archive], day)[:20]] for day in days}
    assert all(ids[:2] == ["SF-99@1", "SF-98@1"] for ids in first.values())
    assert {id for ids in first.values() for id in ids} == {known["id"] for known in [*lower, *archive]}
