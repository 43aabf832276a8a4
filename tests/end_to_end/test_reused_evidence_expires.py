"""Evidence of a reused fact that expires while no person works on the case, by the clock of the server."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from service.base.instants import now
from tests.support.casework import PARENT, Body, declared
from tests.support.clocks import move, moving_clock
from tests.support.reusing import accept, announcing_server, events, offered, opened, reused, verified_case
from tests.support.waiting import until
from touchstone.v1 import fact_reuse_service_pb2 as reuse

pytestmark = pytest.mark.full
DAY = 24 * 60 * 60


def test_expired_evidence_is_announced_once_and_its_fact_is_not_offered(tmp_path: Path, gazette: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    settings = moving_clock(clock)
    last = (date.fromisoformat(now()[:10]) + timedelta(days=30)).isoformat()
    with announcing_server(tmp_path, gazette, **settings) as running:
        body = Body(running)
        body.begin()
        content = declared()
        content.evidence[0].validity.last_date = last
        verified_case(body, "source", "renewable_share", content=content)
        opened(body, "user", "source")
        opened(body, "late", "source")
        accept(body, "user", "renewable_share")
        assert offered(body, "late").reusable_facts
        assert not events(body)
    move(running, 31 * DAY)
    for _ in range(2):  # each start looks at all sources
        with announcing_server(tmp_path, gazette, **settings) as running:
            body.server = running
            until(lambda: bool(events(body)))
            (origin,) = reused(body, "user", only_changed=True)
            assert (origin.cause, origin.waiting) == (reuse.ReusedFact.CAUSE_EVIDENCE_EXPIRED, True)
            listed = offered(body, "late")
            assert not listed.reusable_facts
            assert [one.reason for one in listed.withheld_facts] == [reuse.WithheldFact.REASON_EVIDENCE_INVALID]
    assert events(body) == [
        {
            "case": f"{PARENT}/cases/user", "fact": "renewable_share", "sourceCase": f"{PARENT}/cases/source",
            "cause": "evidence_expired",
        }
    ]  # fmt: skip
