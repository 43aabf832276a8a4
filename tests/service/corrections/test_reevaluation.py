"""Re-evaluation of campaign results: a result that cannot be evaluated is recorded, and never stops the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from service.base.refusals import Reason, Refusal
from service.corrections.reevaluation import FAILED, Reevaluator
from service.store.tables import CampaignItemRow, CampaignRow
from tests.support.logged import Logged


class Failing:
    """A worker that fails in the same manner every time."""

    def __init__(self, error: Exception) -> None:
        self.error, self.count = error, 0

    async def work(self, _request: Any, _answer: Any, **_: Any) -> Any:
        self.count += 1
        raise self.error


async def at_once(work: Any, *args: Any, **named: Any) -> Any:
    return work(*args, **named)


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    with closing(Logged(tmp_path_factory.mktemp("campaign"))) as environment:
        yield environment


def reevaluated(logged: Logged, worker: Any) -> CampaignItemRow:
    row = logged.evaluate()
    campaign = CampaignRow(
        name="organizations/a/campaigns/c", organization="a", kind="issuer", value="laboratory", at_least="",
        at_most="", unit="", reason="", principal="{}", create_time="2026-03-01T00:00:00Z", affected=1,
    )  # fmt: skip
    item = CampaignItemRow(
        campaign=campaign.name, evaluation=row.name, subject=row.subject, scorecard_version=row.scorecard_version,
        as_of_date=row.as_of_date, before="{}", state="pending",
    )  # fmt: skip
    return asyncio.run(Reevaluator(logged.store, logged.gazette, worker, at_once).item(campaign, item))


@pytest.mark.parametrize(
    ("error", "count"),
    [
        (KeyError("unexpected"), 1),
        (Refusal(Reason.PROCESS_LOST, "lost"), 2),
        (Refusal(Reason.TOOK_TOO_LONG, "too long"), 2),
        (Refusal(Reason.RECORD_UNREADABLE, "unreadable"), 1),
    ],
)
def test_a_result_that_cannot_be_evaluated_is_recorded(logged: Logged, error: Exception, count: int) -> None:
    worker = Failing(error)
    item = reevaluated(logged, worker)
    assert (item.state, bool(item.problem), worker.count) == (FAILED, True, count)


def test_a_server_that_stops_leaves_the_result_for_later(logged: Logged) -> None:
    with pytest.raises(Refusal):
        reevaluated(logged, Failing(Refusal(Reason.SHUTTING_DOWN, "stopping")))
