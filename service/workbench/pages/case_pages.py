"""Where does a case stand, what is in it, who may act, and which cases are there?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.cases import life
from service.workbench.looking import ENDED, case, client, facts_of, id_of, is_mine, people, time_of, today
from service.workbench.page import Page
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.looking import People
    from service.workbench.page import Shown, Visit

_say = speaker(__name__)
_LAST = 10


def stages(found: cases.Case) -> list[tuple[str, list[cases.CaseStep], list[cases.NextCaseStep]]]:
    """Give the stages of a case in the order of its steps: what was done in each, and what may be next."""
    declared = [one for one in life.steps() if life.CASE in one.of and one.to and one.function != "client"]
    done = [one for one in found.steps if not one.item]
    return [
        (
            function,
            [one for one in done if one.function == function],
            [one for one in found.next_steps if not one.item and one.function == function],
        )
        for function in dict.fromkeys(one.function for one in declared)
    ]


def item_of(found: cases.Case, visit: Visit) -> cases.CaseItem | None:
    """Give what the address names in a case; None for the case itself.

    Raises:
        Refusal: there is none.
    """
    if "kind" not in visit.path:
        return None
    name = f"{visit.path['kind']}/{visit.path['number']}"
    for one in found.items:
        if one.item == name:
            return one
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_ITEM", item=name[:80]))


def step_address(found: cases.Case, step: cases.NextCaseStep) -> str:
    """Give the address of the form of a step."""
    return "/".join(filter(None, ("/workbench/cases", id_of(found.name), step.item, "steps", step.step)))


async def shared(visit: Visit) -> tuple[cases.Case, People, Shown]:
    """Give what every page of a case shows: the case, who is who, and the client."""
    found, who = await case(visit), await people(visit)
    of = await client(visit, id_of(found.client))
    mine = {(one.item, one.step) for one in found.next_steps if is_mine(visit, one, who)}
    shown = {
        "case": found, "id": id_of(found.name), "who": who, "client": of, "mine": mine,
        "address": lambda step: step_address(found, step), "time": time_of, "today": today(),
    }  # fmt: skip
    return found, who, shown


async def _load_list(visit: Visit) -> Shown:
    request = cases.ListCasesRequest(
        parent=visit.parent, state=visit.query.get("state", ""), client_id=visit.query.get("client", ""),
        page_token=visit.query.get("page_token", ""),
    )  # fmt: skip
    listed = await visit.ask("CaseService/ListCases", request)
    states = list(dict.fromkeys(state for one in life.steps() if life.CASE in one.of for state in one.sources))
    ends = [one.to for one in life.steps() if life.CASE in one.of and one.to and one.to not in states]
    return {"listed": listed, "states": [*states, *dict.fromkeys(ends)], "time": time_of, "quote": quote}


async def _load_case(visit: Visit) -> Shown:
    found, _, shown = await shared(visit)
    opened = [one for one in found.items if one.state not in ENDED]
    ways = {one.item: [step for step in found.next_steps if step.item == one.item] for one in found.items}
    of_stages = stages(found)
    shown_there = {function for function, _, _ in of_stages}
    other = [one for one in found.next_steps if not one.item and one.function not in shown_there]
    return {**shown, "stages": of_stages, "open_items": opened, "ways": ways, "other": other, "last": _LAST}


async def _load_item(visit: Visit) -> Shown:
    found, _, shown = await shared(visit)
    item = item_of(found, visit)
    assert item is not None  # noqa: S101 -- the address names one
    return {
        **shown, "item": item, "steps": [one for one in found.steps if one.item == item.item],
        "ways": [one for one in found.next_steps if one.item == item.item],
        "facts": facts_of(item.content),
    }  # fmt: skip


async def _load_log(visit: Visit) -> Shown:
    return (await shared(visit))[2]


_GET = "CaseService/GetCase"
PAGES = (
    Page("/workbench/cases", "cases.html.jinja", "CaseService/ListCases", _load_list, nav="cases"),
    Page("/workbench/cases/{case}", "case.html.jinja", _GET, _load_case),
    Page("/workbench/cases/{case}/log", "log.html.jinja", _GET, _load_log),
    Page("/workbench/cases/{case}/{kind}/{number}", "item.html.jinja", _GET, _load_item),
)
