"""Work of a person on pages: what waits as sentences with days left, in groups by urgency."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts import parse_date
from service.workbench.page import PagePart
from service.workbench.queries import id_of
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.workbench.page import PageRequest

_SHOWN, _SHOWN_OF_OTHERS, _WEEK = 100, 50, 7
_MOST_PAGES = 5
"""So many pages are turned over until something is found."""
CALL = "CaseService/ListMyWork"


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One thing that waits for a step."""

    work_item: cases.WorkItem
    sentence: str
    """What is to be done, in words."""
    steps: Sequence[cases.NextCaseStep]
    """The steps that it waits for; of what is one's own, those that one may take."""
    address: str
    """Its page."""

    @property
    def days_left(self) -> int | None:
        """How many days are left; negative if it is overdue, None if it is not due."""
        if not self.work_item.due_date:
            return None
        return (parse_date(self.work_item.due_date) - parse_date(self.work_item.as_of_date)).days

    @property
    def group(self) -> str:
        """Among what it stands: `overdue`, `week`, `later`, or `undated`."""
        if self.days_left is None:
            return "undated"
        return "overdue" if self.days_left < 0 else "week" if self.days_left <= _WEEK else "later"


@dataclass(frozen=True, slots=True)
class MyWork:
    """What waits for whoever has signed in, and what for others."""

    mine: Sequence[WorkRow] = ()
    others: Sequence[WorkRow] = ()
    more_mine: bool = False
    """Whether more of one's own waits than is told."""
    more_others: bool = False
    problem: str = ""
    """Why what waits is not told."""
    problem_of_others: str = ""
    groups: dict[str, list[WorkRow]] = field(default_factory=dict)
    """One's own by urgency, the most urgent first."""


async def load_work(page_request: PageRequest) -> MyWork:
    """Give what waits; either half may fail without the other."""
    asked = cases.ListMyWorkRequest(parent=page_request.parent, page_size=_SHOWN)
    mine = await _turned_over(page_request, asked)
    asked = cases.ListMyWorkRequest(parent=page_request.parent, page_size=_SHOWN_OF_OTHERS, only_others=True)
    others = await _turned_over(page_request, asked)
    own_rows = work_rows(page_request, _items(mine), own=True)
    groups: dict[str, list[WorkRow]] = {"overdue": [], "week": [], "later": [], "undated": []}
    for row in own_rows:
        groups[row.group].append(row)
    return MyWork(
        own_rows, work_rows(page_request, _items(others), own=False), _has_more(mine), _has_more(others), mine.problem,
        others.problem, groups,
    )  # fmt: skip


async def _turned_over(page_request: PageRequest, asked: cases.ListMyWorkRequest) -> PagePart:
    """Give the first page that has anything, for a page may be empty while others are not."""
    part = await page_request.ask_part(CALL, asked)
    for _ in range(_MOST_PAGES):
        if part.answer is None or part.answer.work_items or not part.answer.next_page_token:
            break
        asked.page_token = part.answer.next_page_token
        part = await page_request.ask_part(CALL, asked)
    return part


def _has_more(part: PagePart) -> bool:
    return part.answer is not None and bool(part.answer.next_page_token)


def _items(part: PagePart) -> Iterable[cases.WorkItem]:
    return () if part.answer is None else part.answer.work_items


def work_rows(page_request: PageRequest, work_items: Iterable[cases.WorkItem], *, own: bool) -> list[WorkRow]:
    """Write what waits as rows: of one's own the steps that one may take, of that of others all."""
    rows = []
    for work_item in work_items:
        steps = [step for step in work_item.steps if not (own and step.hindrance)]
        address = page_request.case_address(id_of(work_item.case_name), work_item.item)
        rows.append(WorkRow(work_item, _sentence(page_request, work_item, steps), steps, address))
    return rows


def _sentence(page_request: PageRequest, work_item: cases.WorkItem, steps: Sequence[cases.NextCaseStep]) -> str:
    """Say what is to be done; by the names of its steps where no sentence is kept for the state."""
    kind, _, number = work_item.item.partition("/")
    template = page_request.w["todo"][kind or "cases"].get(work_item.state)
    if template is None:
        return str(page_request.w["comma"].join(page_request.word("step", step.step) for step in steps))
    return str(template.format(number=number))
