"""The calendar reads the days that a scorecard names once, and not once for each stored result."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rules.model import DatedParts, Scorecard
from service.calendar import entries
from service.calendar.calendar_service import CalendarQueries
from service.identity.principals import LOCAL, set_principal
from tests.support.logged import Logged
from touchstone.v1 import calendar_service_pb2


def test_the_days_of_a_scorecard_are_computed_once_for_all_its_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_principal(LOCAL)
    read = list[str]()

    def counted(scorecard: Scorecard) -> DatedParts:
        read.append(scorecard.card.id)
        return DatedParts(scorecard)

    monkeypatch.setattr(entries, "DatedParts", counted)
    with closing(Logged(tmp_path)) as logged:
        names = {logged.evaluate(subject=f"s-{number}").name for number in range(6)}
        request = calendar_service_pb2.ListCalendarEntriesRequest(parent="organizations/a", page_size=1_000)
        listed = CalendarQueries(logged.store, logged.gazette).entries(request, "en").calendar_entries
    assert names <= {entry.about for entry in listed}
    assert read == ["small-factory"]
