"""Shared queries of the workbench pages: registered people, clients, cases, and the steps open to a user."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.cases import workflow_steps
from service.cases.case_names import OUTSIDER
from service.identity.permissions import permission
from touchstone.v1 import case_service_pb2 as cases, evaluation_service_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest

_say = message_factory(__name__)

MOST = 1_000
"""How many are read at once where all are wanted, which is the most that a call lists."""
_NAMED = 6
"""How many persons are named one by one."""
ENDED = frozenset(
    [
        "closed",
        "dropped",
        "withdrawn",
        "cancelled",
        "upheld",
        "dismissed",
        "expired",
        "superseded",
        "maintained",
        "discontinued",
    ]
)
"""The states of items in which nothing is open."""


@dataclass(frozen=True, slots=True)
class People:
    """Who is registered, and who of them has signed in."""

    known: Mapping[str, cases.CasePerson]
    me: str
    is_told: bool = True
    """Whether the caller may know who is registered; a client's office may not."""
    outsider: str = OUTSIDER
    """The words for a person who took a step through the public register."""

    def name(self, person: str) -> str:
        """Give the name of a person."""
        if person == OUTSIDER:
            return self.outsider
        registered = self.known.get(person)
        return registered.display_name if registered is not None else person

    @property
    def by_account(self) -> Mapping[str, str]:
        """The names of persons by their ids, and by the ids with which they sign in."""
        ids = {person.person: person.display_name for person in self.known.values()}
        accounts = ((each, person) for person in self.known.values() for each in person.accounts)
        return {account.rpartition("/")[2]: person.display_name for account, person in accounts} | ids

    def names(self, persons: object) -> list[str]:
        """Give the names of several."""
        return [self.name(str(person)) for person in persons]  # type: ignore[attr-defined] # of protobuf

    @staticmethod
    def are_many(persons: Collection[str]) -> bool:
        """Say whether these are more than are named one by one, so that roles say who may."""
        return len(persons) > _NAMED


async def load_people(page_request: PageRequest, persons: Iterable[str] | None = None) -> People:
    """Give who is registered: all of them, or these and whoever has signed in."""
    assert page_request.user is not None  # noqa: S101 -- a page that is not public has somebody
    allowed = permission("/touchstone.v1.CaseService/ListCasePersons")
    if not page_request.user.principal.roles & (allowed.own | allowed.other):
        return People({}, "", is_told=False, outsider=page_request.w["outsider"])
    asked = cases.ListCasePersonsRequest(parent=page_request.parent, page_size=MOST)
    if persons is not None:
        asked.persons.extend(sorted({*persons})[:MOST])
        asked.with_caller = True
    listed = await page_request.ask("CaseService/ListCasePersons", asked)
    known = {person.person: person for person in listed.case_persons}
    account = page_request.user.principal.account
    return People(
        known,
        next((person.person for person in known.values() if account in person.accounts), ""),
        outsider=page_request.w["outsider"],
    )


async def listed_all(
    page_request: PageRequest, call: str, request: Any, name: str, *, most_pages: int | None = None
) -> AsyncIterator[Any]:
    """Yield what the field `name` of a list has, on all of its pages or on the first `most_pages`."""
    for _ in itertools.count() if most_pages is None else range(most_pages):
        listed = await page_request.ask(call, request)
        for one in getattr(listed, name):
            yield one
        if not listed.next_page_token:
            return
        request.page_token = listed.next_page_token


async def load_account_names(page_request: PageRequest) -> None:
    """Load the names that `account_name` of a page returns; a page shows ids if its reader may not know the names."""
    people = (await page_request.part(load_people(page_request))).answer
    if people is not None:
        page_request.names_by_account = people.by_account


def persons_of(case: cases.Case) -> set[str]:
    """Give whom a case names: its team, who took its steps, and who may take the next ones, if these are few."""
    able = (step.persons for step in case.next_steps if step.signer_count or not People.are_many(step.persons))
    return {*case.content.team, *(step.person for step in case.steps), *chain.from_iterable(able)}


async def load_case(page_request: PageRequest) -> cases.Case:
    """Give the case that the address names."""
    name = f"{page_request.parent}/cases/{page_request.path['case']}"
    case: cases.Case = await page_request.ask("CaseService/GetCase", cases.GetCaseRequest(name=name))
    return case


async def load_client(page_request: PageRequest, id: str) -> cases.CaseClient:
    """Give a client."""
    if not page_request.may("CaseService/ListClients"):
        return cases.CaseClient(client=id, display_name=id)
    asked = cases.ListClientsRequest(parent=page_request.parent, search=id, page_size=MOST)
    listed = await page_request.ask("CaseService/ListClients", asked)
    for case_client in listed.case_clients:
        if case_client.client == id:
            client: cases.CaseClient = case_client
            return client
    raise Refusal(Reason.CASE_NOT_FOUND, _say("NO_SUCH_CLIENT", id=id[:80]))


async def displayed_evaluation(page_request: PageRequest, case: cases.Case) -> str:
    """Name what was concluded; while it is evaluated, and before, the newest evaluation; empty if there is none."""
    if case.content.evaluation and not is_in_evaluation(case):
        return str(case.content.evaluation)
    asked = evaluation_service_pb2.ListEvaluationsRequest(
        parent=page_request.parent,
        filter=f'record.subject = "{case.subject}"',
        page_size=1,
        order_by="create_time desc",
    )
    listed = await page_request.ask("EvaluationService/ListEvaluations", asked)
    return str(listed.evaluations[0].name) if listed.evaluations else ""


def is_in_evaluation(case: cases.Case) -> bool:
    """Say whether the case, or a surveillance of it, is in evaluation now."""
    return case.state == "evaluating" or any(
        item_kind(item.item) == workflow_steps.SURVEILLANCE and item.state == "evaluating" for item in case.items
    )


def id_of(name: str) -> str:
    """Give the last part of a name."""
    return name.rpartition("/")[2]


def item_kind(item: str) -> str:
    """Say of what kind an item is; empty names the case itself, and whatever can lie in no case is of no kind."""
    return workflow_steps.KINDS.get(item.partition("/")[0], "") if item else workflow_steps.CASE


def state_step(case: cases.Case, item: cases.CaseItem) -> cases.CaseStep | None:
    """Return the step by which an item came to its state; None if it was made in it, or came to it without a step."""
    taken = (step for step in reversed(case.steps) if step.item == item.item and step.from_state != step.to_state)
    last = next(taken, None)
    return last if last is not None and last.to_state == item.state else None


def declared_step(kind: str, name: str) -> workflow_steps.WorkflowStep:
    """Give the declaration of a step."""
    for step in workflow_steps.steps():
        if step.step == name and kind in step.of:
            return step
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_SUCH_STEP", step=name[:80]))


def scalar_fields(content: cases.CaseContent) -> list[tuple[str, Any]]:
    """Give what is known, as far as one line can say it, by the names of fields."""
    return [(field.name, value) for field, value in content.ListFields() if field.message_type is None]
