"""Work list: case steps waiting for the caller or others, by urgency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rules.contracts import TouchstoneError, add_days
from service.base import instants
from service.base.paging import read_page, write_token
from service.base.resource_names import parse_organization
from service.cases import workflow_steps
from service.cases.case_lists import client_names
from service.cases.case_messages import item_state_on, next_step_message, why_not
from service.cases.case_names import possible_actor
from service.cases.client_side import client_of, is_applicant
from service.cases.guards import GUARDS
from service.cases.impartiality import eligible_persons, lacks_role
from service.cases.profile_versions import cached_profiles, case_context
from service.cases.step_context import Actor, PersonRegistry, StepContext
from service.cases.workflow_steps import CASE, EXPIRED, ITEMS, WorkflowStep
from service.gazette.versions import Gazette
from service.identity.principals import Role, caller, visibility_scope
from service.store.cases import CaseReader, WaitingFilter, WaitingRow
from service.store.store import Store
from touchstone.v1 import case_service_pb2

_MAX_EXAMINED_ROWS = 500
"""Limit per page, because each row requires reading its case."""
_READ_AHEAD_ROWS = 100
_RECURRENCE_DAYS_AHEAD = 90
_RECURRENCE_GUARDS = ("certificate_stands", "one_surveillance", "renewable", "one_recertification")
CLIENT_ROLES = frozenset({Role.INTEGRATOR, Role.APPLICANT})
"""Roles that client steps wait for; other roles may take them too."""
_CASE_ROLES = frozenset({Role.ASSESSOR, Role.REVIEWER, Role.DECIDER, Role.INTEGRATOR, Role.APPLICANT})


@dataclass(frozen=True, slots=True)
class _Requester:
    actor: Actor | str | None
    language: str
    only_operates: bool

    def may_list(self, step: WorkflowStep) -> bool:
        return step.function != "client" if self.only_operates else self.waits_for(step)

    def waits_for(self, step: WorkflowStep) -> bool:
        if not isinstance(self.actor, Actor):
            return self.actor is None
        is_competent = "competent" not in step.guards or step.function in self.actor.known.get("functions", ())
        acts_for_client = self.actor.roles is None or bool(self.actor.roles & CLIENT_ROLES)
        return is_competent and lacks_role(step, self.actor) is None and (step.function != "client" or acts_for_client)


@dataclass(frozen=True, slots=True)
class CaseWork:
    """RPC method that lists work waiting in cases."""

    store: Store
    gazette: Gazette

    def list_work(
        self, request: case_service_pb2.ListMyWorkRequest, language: str
    ) -> case_service_pb2.ListMyWorkResponse:
        """List work; operators see only work that no registered person may do."""
        organization = parse_organization(request.parent, field="parent")
        only_operates = _only_operates()
        only_own = is_applicant() or only_operates
        if request.only_others and only_own:
            return case_service_pb2.ListMyWorkResponse()
        with_others = (request.with_others or request.only_others) and not only_own
        page = read_page(
            request, "work", visibility_scope(), request.parent, str(with_others), str(request.only_others)
        )  # fmt: skip
        after = page.position(4)
        response, last = case_service_pb2.ListMyWorkResponse(), None
        with self.store.cases.read_transaction() as reading:
            requester = _Requester(possible_actor(reading, organization), language, only_operates)
            waiting_filter = _waiting_filter(reading, organization, requester, with_others=with_others)
            rows = reading.waiting(organization, waiting_filter, after=after, limit=_MAX_EXAMINED_ROWS + 1)
            cases = self._cases(reading, organization, rows[:_MAX_EXAMINED_ROWS], min(page.size, _READ_AHEAD_ROWS))
            for last, base in cases:
                work_item = None if base is None else _work_item(base, last, requester, with_others=with_others)
                if work_item is not None and not (work_item.mine and request.only_others):
                    response.work_items.append(work_item)
                if len(response.work_items) == page.size:
                    break
            if not only_operates:
                _add_client_names(reading, organization, response)
        if last is not None and last is not rows[-1]:
            response.next_page_token = write_token(page.query, "\n".join(last))
        return response

    def _cases(
        self, reading: CaseReader, organization: str, rows: Sequence[WaitingRow], at_once: int
    ) -> Iterator[tuple[WaitingRow, StepContext | None]]:
        """Yield the context of each row's case, if it still exists, and read `at_once` cases together."""
        registry, profile_of = PersonRegistry(reading, organization), cached_profiles(reading)
        for index, row in enumerate(rows):
            if index % at_once == 0:
                ahead = rows[index : index + at_once]
                reading.read_ahead((waiting.case_name for waiting in ahead), with_steps=True)
            case = reading.case(row.case_name)
            if case is None:
                yield row, None
            else:
                yield row, replace(case_context(reading, self.gazette, case, profile_of(case)), registry=registry)


def awaited_functions(base: StepContext, item: str, due_kind: str) -> dict[str, list[str]]:
    """Return the eligible persons by function of the steps that a case or item waits for, empty if it waits for none.

    Client steps are listed without persons.
    """
    step_context = _context_of(base, item)
    functions: dict[str, list[str]] = defaultdict(list)
    for context, step in () if step_context is None else _awaited_steps(base, step_context, due_kind):
        functions[step.function] += [] if step.function == "client" else eligible_persons(context, step)
    return functions


def work_of_caller(base: StepContext, item: str, due_kind: str) -> case_service_pb2.WorkItem | None:
    """Return the entry of a case or item in the caller's list of work; None if the list has no such entry."""
    actor = possible_actor(base.case_reader, base.row.organization)
    requester = _Requester(actor, "en", only_operates=False)
    return _work_item(base, WaitingRow("", base.row.name, item, due_kind), requester, with_others=False)


def _only_operates() -> bool:
    return not caller().may_everything and not caller().roles & _CASE_ROLES


def _add_client_names(reading: CaseReader, organization: str, response: case_service_pb2.ListMyWorkResponse) -> None:
    names = client_names(reading, organization, {item.case_name for item in response.work_items})
    for item in response.work_items:
        item.client_display_name = names[item.case_name]


def _waiting_filter(
    reading: CaseReader, organization: str, requester: _Requester, *, with_others: bool
) -> WaitingFilter:
    awaited = [
        step
        for step in workflow_steps.steps()
        if (not step.optional or step.answers_due) and (with_others or requester.may_list(step))
    ]
    today = instants.today("Etc/UTC")
    return WaitingFilter(
        states=_awaiting_states(awaited),
        due_kinds=[step.answers_due for step in awaited if step.answers_due],
        last=add_days(today, _RECURRENCE_DAYS_AHEAD).isoformat(),
        over=add_days(today, -1).isoformat(),
        client=client_of(reading, organization) if is_applicant() else "",
    )


def _work_item(
    base: StepContext, row: WaitingRow, requester: _Requester, *, with_others: bool
) -> case_service_pb2.WorkItem | None:
    step_context = _context_of(base, row.item)
    awaited = [] if step_context is None else _awaited_steps(base, step_context, row.kind)
    if step_context is None or not awaited:
        return None
    explained = [
        (context, step, why_not(context, step, requester.actor, requester.language)) for context, step in awaited
    ]
    without_person = not any(step.function == "client" or eligible_persons(context, step) for context, step in awaited)
    mine = any(not why and requester.waits_for(step) for _, step, why in explained)
    if requester.only_operates:
        mine = without_person
    if not (mine or with_others):
        return None
    steps = [
        next_step_message(context, step, signers=0, reason=why, with_persons=with_others)
        for context, step, why in explained
    ]
    return case_service_pb2.WorkItem(
        case_name=row.case_name, item=row.item, due_kind=row.kind, due_date=row.due_date, profile=base.row.profile,
        state=step_context.state, as_of_date=base.day.isoformat(), steps=steps, mine=mine,
        without_person=without_person,
        step_time=None if is_applicant() else instants.to_timestamp(base.steps[-1].time),
    )  # fmt: skip


def _context_of(base: StepContext, item_name: str) -> StepContext | None:
    """Return the context of an item, or of the case without a name; None for a missing or expired item."""
    if not item_name:
        return base
    item = next((item for item in base.items if f"{item.kind}/{item.number}" == item_name), None)
    step_context = replace(base, item=item)
    if item is None or item_state_on(item, step_context.item_content, base.day) == EXPIRED:
        return None
    return step_context


def _awaited_steps(
    base: StepContext, step_context: StepContext, due_kind: str
) -> list[tuple[StepContext, WorkflowStep]]:
    """Return the steps of the case that settle a due item, otherwise those of the item's state."""
    settling = [(base, step) for step in base.open_steps() if due_kind and step.answers_due == due_kind]
    if not all(_is_recurrence_due(context, step) for context, step in settling):
        return []
    awaited = settling or [(step_context, step) for step in step_context.open_steps() if not step.optional]
    return [(context, step) for context, step in awaited if not is_applicant() or Role.APPLICANT in step.roles]


def _is_recurrence_due(context: StepContext, step: WorkflowStep) -> bool:
    for name in _RECURRENCE_GUARDS:
        try:
            GUARDS[name](replace(context, step=step))
        except TouchstoneError:
            return False
    return True


def _awaiting_states(awaited: Iterable[WorkflowStep]) -> dict[str, list[str]]:
    states: dict[str, list[str]] = defaultdict(list)
    for step in awaited:
        for kind in () if step.optional else step.of:
            states["" if kind == CASE else ITEMS[kind]] += step.sources
    return states
