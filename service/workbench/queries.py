"""Shared queries of pages: persons, clients, cases and workflow steps."""

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

_message = message_factory(__name__)

MOST = 1_000
_MAX_NAMED_PERSONS = 6
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
        "reissued",
        "discontinued",
    ]
)


@dataclass(frozen=True, slots=True)
class People:
    """Registered persons, with the id of the current user."""

    known: Mapping[str, cases.CasePerson]
    me: str
    is_visible: bool = True
    """Whether the user may list persons; a client's office may not."""
    outsider: str = OUTSIDER

    def name(self, person: str) -> str:
        if person == OUTSIDER:
            return self.outsider
        registered = self.known.get(person)
        return registered.display_name if registered is not None else person

    @property
    def by_account(self) -> Mapping[str, str]:
        ids = {person.person: person.display_name for person in self.known.values()}
        accounts = ((each, person) for person in self.known.values() for each in person.accounts)
        return {account.rpartition("/")[2]: person.display_name for account, person in accounts} | ids

    def names(self, persons: object) -> list[str]:
        return [self.name(str(person)) for person in persons]  # type: ignore[attr-defined] # repeated protobuf field

    @staticmethod
    def are_many(persons: Collection[str]) -> bool:
        return len(persons) > _MAX_NAMED_PERSONS


async def load_people(page_request: PageRequest, persons: Iterable[str] | None = None) -> People:
    """Return all registered persons, or only `persons` and the user; empty without permission."""
    assert page_request.user is not None  # noqa: S101 -- pages that are not public have a user
    allowed = permission("/touchstone.v1.CaseService/ListCasePersons")
    if not page_request.user.principal.roles & (allowed.own | allowed.other):
        return People({}, "", is_visible=False, outsider=page_request.w["outsider"])
    request = cases.ListCasePersonsRequest(parent=page_request.parent, page_size=MOST)
    if persons is not None:
        request.persons.extend(sorted({*persons})[:MOST])
        request.with_caller = True
    listed = await page_request.ask("CaseService/ListCasePersons", request)
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
    """Yield the items in the field `name` of each response page, at most `most_pages`."""
    for _ in itertools.count() if most_pages is None else range(most_pages):
        listed = await page_request.ask(call, request)
        for item in getattr(listed, name):
            yield item
        if not listed.next_page_token:
            return
        request.page_token = listed.next_page_token


async def load_account_names(page_request: PageRequest) -> None:
    """Load person names into the page request, if visible to the user."""
    people = (await page_request.part(load_people(page_request))).answer
    if people is not None:
        page_request.names_by_account = people.by_account


def persons_of(case: cases.Case) -> set[str]:
    """Return the persons of a case: team, past steps, and next steps with few persons or with signers."""
    eligible = (step.persons for step in case.next_steps if step.signer_count or not People.are_many(step.persons))
    return {*case.content.team, *(step.person for step in case.steps), *chain.from_iterable(eligible)}


async def load_case(page_request: PageRequest) -> cases.Case:
    """Return the case in the page address."""
    name = f"{page_request.parent}/cases/{page_request.path['case']}"
    case: cases.Case = await page_request.ask("CaseService/GetCase", cases.GetCaseRequest(name=name))
    return case


async def load_client(page_request: PageRequest, id: str) -> cases.CaseClient:
    """Return a client by id; without permission to list clients, the id is its name."""
    if not page_request.may("CaseService/ListClients"):
        return cases.CaseClient(client=id, display_name=id)
    request = cases.ListClientsRequest(parent=page_request.parent, search=id, page_size=MOST)
    listed = await page_request.ask("CaseService/ListClients", request)
    for case_client in listed.case_clients:
        if case_client.client == id:
            client: cases.CaseClient = case_client
            return client
    raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_SUCH_CLIENT", id=id[:80]))


async def displayed_evaluation(page_request: PageRequest, case: cases.Case) -> str:
    """Return the name of the concluded evaluation, else the newest; empty if none."""
    if case.content.evaluation and not is_in_evaluation(case):
        return str(case.content.evaluation)
    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent=page_request.parent,
        filter=f'record.subject = "{case.subject}"',
        page_size=1,
        order_by="create_time desc",
    )
    listed = await page_request.ask("EvaluationService/ListEvaluations", request)
    return str(listed.evaluations[0].name) if listed.evaluations else ""


def is_in_evaluation(case: cases.Case) -> bool:
    """Return whether a case or one of its surveillances or recertifications is in evaluation."""
    return case.state == "evaluating" or any(
        item_kind(item.item) in workflow_steps.LATER_EVALUATIONS and item.state == "evaluating" for item in case.items
    )


def id_of(name: str) -> str:
    """Return the last segment of a resource name."""
    return name.rpartition("/")[2]


def item_kind(item: str) -> str:
    """Return the kind of an item: the case if empty, an empty string if unknown."""
    return workflow_steps.KINDS.get(item.partition("/")[0], "") if item else workflow_steps.CASE


def state_step(case: cases.Case, item: cases.CaseItem) -> cases.CaseStep | None:
    """Return the step that led to the current state of an item, or None."""
    changes = (step for step in reversed(case.steps) if step.item == item.item and step.from_state != step.to_state)
    last = next(changes, None)
    return last if last is not None and last.to_state == item.state else None


def declared_step(kind: str, name: str) -> workflow_steps.WorkflowStep:
    """Return the definition of a step of a kind."""
    for step in workflow_steps.steps():
        if step.step == name and kind in step.of:
            return step
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_STEP", step=name[:80]))


def scalar_fields(content: cases.CaseContent) -> list[tuple[str, Any]]:
    """Return each populated field, except messages, with its value."""
    return [(field.name, value) for field, value in content.ListFields() if field.message_type is None]
