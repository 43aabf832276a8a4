"""Outlook of private scorecards: later versions of one organisation change its results only."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from service.base.instants import now
from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.identities import bearing, new_key_of
from tests.support.own_gazette import Body
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card
from touchstone.v1 import outlook_service_pb2 as outlook
from touchstone.v1.outlook_service_pb2_grpc import OutlookServiceStub

pytestmark = pytest.mark.full


def changes_of(body: Body, server: RunningServer, organization: str) -> list[outlook.ExpectedChange]:
    key = bearing(new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], organization, Role.OPERATOR))
    body.ask("EvaluateSubject", body.evaluation())
    stub, parent = OutlookServiceStub(server.channel), f"organizations/{organization}"
    done = stub.RunOutlook(outlook.RunOutlookRequest(parent=parent), metadata=key, timeout=120)
    assert (done.checked_count, done.failed_count) == (1, 0)
    listing = outlook.ListExpectedChangesRequest(parent=parent)
    listed = list(stub.ListExpectedChanges(listing, metadata=key).expected_changes)
    for change in listed:
        shown = stub.GetExpectedChange(outlook.GetExpectedChangeRequest(name=change.name), metadata=key, timeout=120)
        assert shown.difference.after.grade == change.after.grade
    return listed


def test_a_private_version_changes_results_of_its_organisation_only(tmp_path: Path) -> None:
    first = (date.fromisoformat(now()[:10]) + timedelta(days=60)).isoformat()
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    own = tmp_path / "own" / "own-body"
    write_version(own, small_card(version="1.5.0"), {}, publish_time="2025-01-01T00:00:00Z")
    stricter = small_card(version="2.0.0", first=first, supersedes="1.5.0", gold=101)
    write_version(own, stricter, {}, publish_time="2026-02-01T00:00:00Z")
    settings: dict[str, Any] = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_PRIVATE_GAZETTES": str(tmp_path / "own")}
    with RunningServer(tmp_path, tmp_path / "gazette", **settings) as server:
        (change,) = changes_of(Body(server, "own-body"), server, "own-body")
        assert (change.date, change.to_version) == (first, f"scorecards/{CARD}/versions/2.0.0")
        assert (change.before.grade, change.after.grade) == ("gold", "silver")
        assert not changes_of(Body(server, "other-body"), server, "other-body")
