"""Calendar of published rules: repeated queries have equal results, and a new version is included."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts import InputError
from service.calendar.calendar_service import CalendarQueries
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import NOBODY, set_principal
from service.store.store import Store
from tests.support.small_card import CARD, small_card
from touchstone.v1 import calendar_service_pb2


def test_added_versions_are_listed(tmp_path: Path) -> None:
    set_principal(NOBODY)
    store: Store = None  # type: ignore[assignment]  # nothing that is stored is read
    days = CalendarQueries(store, Gazette(tmp_path))
    asked = calendar_service_pb2.ListRuleCalendarEntriesRequest(first_date="2025-01-01", scorecard=f"scorecards/{CARD}")
    write_version(tmp_path, small_card(last="2026-12-31"), {}, publish_time="2025-01-01T00:00:00Z")
    first = days.rule_entries(asked, "en")
    assert [entry.date for entry in first.calendar_entries] == ["2025-01-01", "2026-12-31"]
    assert days.rule_entries(asked, "en") == first
    write_version(tmp_path, small_card(version="2.0.0", first="2027-01-01"), {}, publish_time="2026-06-01T00:00:00Z")
    later = days.rule_entries(asked, "zh").calendar_entries
    assert [entry.date for entry in later] == ["2025-01-01", "2026-12-31", "2027-01-01"]
    asked.page_size = 2
    page = days.rule_entries(asked, "en")
    assert len(page.calendar_entries) == 2
    asked.page_token = page.next_page_token
    assert [entry.date for entry in days.rule_entries(asked, "en").calendar_entries] == ["2027-01-01"]
    asked.first_date = "2026-02-30"
    with pytest.raises(InputError):
        days.rule_entries(asked, "en")
