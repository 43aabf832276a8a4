"""System clock behind the stored time: warning, readiness, and monotone times of new evaluations."""

import json
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.base import instants
from service.base.resource_names import name_milliseconds
from service.monitoring.readiness import MOST_BEHIND_SECONDS
from tests.support.calling import request_for
from tests.support.logged import Logged
from tests.support.running import RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1.system_service_pb2 import GetSystemStatusRequest

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def name_of(milliseconds: int) -> str:
    return f"organizations/green-body/evaluations/{uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | 0b10 << 62)}"


def stored_ahead(folder: Path, span: timedelta) -> tuple[str, str]:
    """Store an evaluation made by a clock that is ahead, and return its name and time."""
    then = datetime.now(UTC) + span
    name = name_of(int(then.timestamp() * 1_000))
    with closing(Logged(folder)) as logged:
        row = logged.evaluate(organization="green-body")
        changes = {"name": name, "request_id": str(uuid.uuid4()), "create_time": then.strftime(_FORM)}
        logged.store.append(row.model_copy(update=changes)).result(timeout=30)
    return name, changes["create_time"]


@pytest.mark.full
@pytest.mark.parametrize("span", [timedelta(hours=3), timedelta(days=40)])
def test_a_clock_set_back_is_reported_and_new_times_follow_the_last_stored_time(
    tmp_path: Path, span: timedelta
) -> None:
    name, time = stored_ahead(tmp_path, span)
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        events = [line for line in map(json.loads, server.log.splitlines()) if line["event"] == "clock_went_back"]
        assert [round(line["seconds"], -1) for line in events] == [pytest.approx(span.total_seconds(), abs=60)]
        made = [server.evaluations.EvaluateSubject(request_for(small_subject())) for _ in range(3)]
        assert [name, *(one.name for one in made)] == sorted((name, *(one.name for one in made)))
        assert all(one.create_time.ToJsonString() >= time for one in made)
        assert all(one.record.known_time.ToJsonString() >= time for one in made)
        status = server.system.GetSystemStatus(GetSystemStatusRequest(language_code="zh"))
        (clock,) = (part for part in status.parts if part.name == "clock")
        assert not clock.ready
        assert "请校准时钟（NTP）" in clock.problem


@pytest.mark.full
def test_a_clock_slightly_behind_is_reported_and_the_server_is_ready(tmp_path: Path) -> None:
    stored_ahead(tmp_path, timedelta(seconds=MOST_BEHIND_SECONDS - 60))
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        until(lambda: "clock_went_back" in server.log, 10)
        status = server.system.GetSystemStatus(GetSystemStatusRequest())
        assert all(part.ready for part in status.parts)


def test_an_evaluation_name_contains_its_creation_time() -> None:
    assert name_milliseconds(name_of(1_763_800_000_123)) == 1_763_800_000_123
    assert instants.milliseconds_of("2025-11-22T08:26:40Z") == 1_763_800_000_000
