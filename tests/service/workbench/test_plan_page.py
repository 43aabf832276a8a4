"""Search of the page of a plan: progress while it runs, one search for equal forms, and its end by a button."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from service.workbench import background_tasks
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.page import PageRequest, find_page
from service.workbench.pages import plan as plan_page
from service.workbench.pages.plan import PlanDoor
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2, plan_service_pb2

VALUES = {
    "goal": ["grade:gold"], "goal_date": ["2027-06-30"], "years": ["1"], "currency": ["CNY"], "once-0": ["5"],
    "measure-0": ['{"id": "a", "effects": [{"fact_id": "status"}]}'], "how-0-0": ["value"], "change-0-0": ["closed"],
}  # fmt: skip


async def unused(*_: Any) -> Any:
    raise AssertionError


def request(tasks: BackgroundTasks, do: str) -> PageRequest:
    page, path = find_page(f"/try/{CARD}/plan")
    made = PageRequest(
        page, "en", path, "/", {}, None, "token", unused, unused, unused, unused, unused, tasks, unused
    )  # fmt: skip
    made.values, made.answers_form = {**VALUES, "do": [do]}, True
    return made


def test_a_running_search_shows_its_progress_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background_tasks, "_WAIT_SECONDS", 0.02)
    begun: list[plan_pb2.MeasureList] = []
    ended: list[int] = []

    async def search(measures: plan_pb2.MeasureList, _goal: plan_pb2.PlanGoal, report: Any) -> plan_pb2.PlanResult:
        begun.append(measures)
        state = plan_pb2.PlanProgress(kind=plan_pb2.PLAN_KIND_CHEAPEST, goal_grade="gold", rounds=7, best="9")
        report(plan_service_pb2.PlanImprovementResponse(progress=state))
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(1)
        raise AssertionError

    async def go() -> None:
        tasks = BackgroundTasks()
        door = PlanDoor("/here", "layout.html.jinja", small_card(), (), search, unused, unused, unused, b"key")
        for _ in range(3):  # a repeated form starts nothing
            shown: Any = await plan_page._load(request(tasks, "search"), door)
            assert shown["is_running"]
            assert shown["report"] is None
            assert "round 7" in shown["progress"]
            assert "9 CNY" in shown["progress"]
        assert [each.measures[0].id for each in begun] == ["a"]
        stopped: Any = await plan_page._load(request(tasks, "stop"), door)
        await asyncio.sleep(0)
        assert ended == [1]
        assert stopped["is_stopped"]
        assert [row.text("once") for row in stopped["form"].rows] == ["5"]
        tasks.close()

    asyncio.run(go())
