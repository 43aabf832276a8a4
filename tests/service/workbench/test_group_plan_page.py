"""Search of the page of a group: progress while it runs, one search for equal forms, other languages, its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from service.workbench import background_tasks
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.measure_rows import hidden_measures
from service.workbench.page import PageRequest, find_page
from service.workbench.pages import group_plan
from tests.support.planning import measures
from tests.support.small_card import CARD, small_card
from touchstone.v1 import evaluation_service_pb2 as evaluations, plan_pb2, plan_service_pb2, scorecard_service_pb2

SUBJECTS = ["east", "north", "south"]
VALUES = {
    "goal": ["grades"], "goal_date": ["2027-06-30"], "years": ["1"], "group_budget": ["5"],
    "member": ["south", "east", "gone"], **hidden_measures(measures()),
}  # fmt: skip


class Calls:
    """The calls of the page, with a search that waits until it is ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: list[plan_service_pb2.PlanGroupRequest] = []
        self.stopped = 0
        self.end = asyncio.Event()
        self.result = plan_pb2.GroupResult(is_proved=True, money_scale="1", worth_scale="1")
        for name in ("cost", "worth_before", "worth", "bound", "gap", "price"):
            setattr(self.result, name, "0")

        async def in_force(*_: Any) -> Any:
            return small_card()

        monkeypatch.setattr(background_tasks, "_WAIT_SECONDS", 0.02)
        monkeypatch.setattr(group_plan, "version_in_force", in_force)

    async def ask(self, _: PageRequest, method: str, request: Any) -> Any:
        if method.endswith("ListScorecardVersions"):
            assert request.as_of_date == "2027-06-30"
            return scorecard_service_pb2.ListScorecardVersionsResponse()
        assert request.page_size == 500
        names = [f"organizations/example/subjects/{subject}" for subject in SUBJECTS]
        listed = [evaluations.CountedResult(subject=name, evaluation=f"e-{name[-5:]}") for name in names]
        return evaluations.ListCountedResultsResponse(counted_results=listed)

    async def follow(self, _: PageRequest, __: str, request: Any, report: Callable[[Any], None]) -> Any:
        sent = plan_service_pb2.PlanGroupRequest()
        sent.CopyFrom(request)
        self.begun.append(sent)
        state = plan_pb2.GroupProgress(members=2, finished=1, worth="1", bound="2", gap="1/2")
        report(plan_service_pb2.PlanGroupResponse(progress=state))
        try:
            await self.end.wait()
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        return plan_service_pb2.PlanGroupResponse(result=self.result)

    async def load(self, tasks: BackgroundTasks, do: str, language: str = "en", **typed: list[str]) -> Any:
        page, path = find_page("/workbench/results/plan")
        made = PageRequest(
            page, language, path, "/", {"card": CARD}, None, "token", self.ask, unused, self.follow, unused, unused,
            tasks, unused,
        )  # fmt: skip
        made.values, made.answers_form = {**VALUES, "do": [do], **typed}, True
        return await page.load(made)


async def unused(*_: Any) -> Any:
    raise AssertionError


def test_a_running_search_shows_its_progress_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    async def go() -> None:
        tasks, calls = BackgroundTasks(), Calls(monkeypatch)
        for language in ("zh", "en"):  # a repeated form starts nothing
            shown = await calls.load(tasks, "search", language)
            assert shown["is_running"]
            assert shown["document"] is None
        shown = await calls.load(tasks, "search")
        assert shown["progress"] == "1 of 2 members, 0 failed; sum 1, bound 2, gap 50 %"
        assert [member.id for request in calls.begun for member in request.members] == ["east", "south"]
        assert calls.begun[0].measures == measures()
        stopped = await calls.load(tasks, "stop", "zh")
        await asyncio.sleep(0)
        assert calls.stopped == 1
        assert stopped["is_stopped"]
        assert stopped["ticked"] == {"east", "south"}
        assert stopped["form"].budget == "5"
        tasks.close()

    asyncio.run(go())


def test_a_result_is_shown_in_both_languages_and_searched_again_only_for_its_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def go() -> None:
        tasks, calls = BackgroundTasks(), Calls(monkeypatch)
        calls.end.set()
        for language in ("en", "zh"):
            shown = await calls.load(tasks, "search", language)
            assert ("已证明" in shown["document"].sentences[2]) == (language == "zh")
        assert len(calls.begun) == 1
        calls.result.failed.add(member_id="east")
        for language in ("en", "zh", "zh"):
            shown = await calls.load(tasks, "search", language, group_budget=["6"])
            assert [row[0] for row in shown["document"].failed.rows] == ["east"]
        assert [request.language_code for request in calls.begun[1:]] == ["en", "zh"]
        tasks.close()

    asyncio.run(go())
