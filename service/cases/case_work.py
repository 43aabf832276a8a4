"""Work list: what waits in cases for a step, for whoever asks or for others, the most urgent first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rules.contracts import TouchstoneError, add_days
from service.base import instants
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.resource_names import parse_organization
from service.cases import workflow_steps
from service.cases.case_lists import client_names
from service.cases.case_messages import item_state_on, next_step_message, why_not
from service.cases.case_names import possible_actor
from service.cases.case_workflow import case_context
from service.cases.client_side import client_of, is_applicant
from service.cases.guards import GUARDS
from service.cases.impartiality import eligible_persons, lacks_role
from service.cases.profile_versions import cached_profiles
from service.cases.step_context import Actor, PersonRegistry, StepContext
from service.cases.workflow_steps import CASE, EXPIRED, ITEMS, WorkflowStep
from service.gazette.versions import Gazette
from service.identity.principals import Role, caller, visibility_scope
from service.store.cases import WaitingFilter, WaitingRow
from service.store.store import Store
from touchstone.v1 import case_service_pb2

_MOST_LOOKED_AT = 500
"""So much is looked at for one page, for each case has to be read to know for whom it waits."""
_READ_AT_ONCE = 100
"""So much of that is read at once, so that a page that is soon full reads no more."""
_DAYS_AHEAD = 90
"""What comes round by itself, such as a surveillance, stands in a list of work so many days before."""
_OF_ROUNDS = ("certificate_stands", "one_surveillance")
"""The guards of a surveillance that need nothing given."""
CLIENT_ROLES = frozenset({Role.INTEGRATOR, Role.APPLICANT})
"""The roles for which work of the client waits; others may take such a step, but nobody waits for them."""
_OF_CASES = frozenset({Role.ASSESSOR, Role.REVIEWER, Role.DECIDER, Role.INTEGRATOR, Role.APPLICANT})
"""The roles that take steps in cases."""


@dataclass(frozen=True, slots=True)
class _Asker:
    """Who asks for work: as a person or why not, nobody in particular where no identity is asked; and the language."""

    actor: Actor | str | None
    language: str
    only_operates: bool
    """The caller is an operator and has no role in cases."""

    def may_be_told(self, step: WorkflowStep) -> bool:
        """Return whether work that waits for a step may be listed without the work of others."""
        return step.function != "client" if self.only_operates else self.waits_for(step)

    def waits_for(self, step: WorkflowStep) -> bool:
        """Say whether a step might wait for them, as far as roles and competence tell."""
        if not isinstance(self.actor, Actor):
            return self.actor is None
        able = "competent" not in step.guards or step.function in self.actor.known.get("functions", ())
        stands_for_client = self.actor.roles is None or bool(self.actor.roles & CLIENT_ROLES)
        return able and lacks_role(step, self.actor) is None and (step.function != "client" or stands_for_client)


@dataclass(frozen=True, slots=True)
class CaseWork:
    """Answers what waits in the cases of an organisation."""

    store: Store
    gazette: Gazette

    def listed(self, request: case_service_pb2.ListMyWorkRequest, language: str) -> case_service_pb2.ListMyWorkResponse:
        """List one page. Applicants and operators see nothing that waits for others.

        Operators see the work that no registered person may do.
        """
        organization = parse_organization(request.parent, field="parent")
        only_operates = not caller().may_everything and not caller().roles & _OF_CASES
        only_own = is_applicant() or only_operates
        if request.only_others and only_own:
            return case_service_pb2.ListMyWorkResponse()
        with_others = (request.with_others or request.only_others) and not only_own
        query = ("work", visibility_scope(), request.parent, str(with_others), str(request.only_others))
        size, token = read_page_size(request.page_size), read_token(request.page_token, query)
        after = token.split("\n") if token else []
        if len(after) not in (0, 4):
            raise foreign_token()
        response = case_service_pb2.ListMyWorkResponse()
        with self.store.cases.read_transaction() as reading:
            asker = _Asker(possible_actor(reading, organization), language, only_operates)
            awaited = [
                step
                for step in workflow_steps.steps()
                if (not step.optional or step.answers_due) and (with_others or asker.may_be_told(step))
            ]
            today = instants.today("Etc/UTC")
            which = WaitingFilter(
                states=_awaiting_states(awaited),
                due_kinds=[step.answers_due for step in awaited if step.answers_due],
                last=add_days(today, _DAYS_AHEAD).isoformat(),
                over=add_days(today, -1).isoformat(),
                client=client_of(reading, organization) if is_applicant() else "",
            )
            rows = reading.waiting(organization, which, after=after, limit=_MOST_LOOKED_AT + 1)
            registry, profile_of, looked_at = PersonRegistry(reading, organization), cached_profiles(reading), 0
            at_once = min(size, _READ_AT_ONCE)
            for row in rows[:_MOST_LOOKED_AT]:
                if looked_at % at_once == 0:
                    ahead = rows[looked_at : looked_at + at_once]
                    reading.read_ahead((waiting.case_name for waiting in ahead), with_steps=True)
                looked_at += 1
                case = reading.case(row.case_name)
                if case is None:
                    continue
                of_case = replace(case_context(reading, self.gazette, case, profile_of(case)), registry=registry)
                work_item = _work_item(of_case, row, asker, with_others=with_others)
                if work_item is not None and not (work_item.mine and request.only_others):
                    response.work_items.append(work_item)
                if len(response.work_items) == size:
                    break
            named = set() if only_operates else {item.case_name for item in response.work_items}
            names = client_names(reading, organization, named)
        for item in response.work_items:
            item.client_display_name = names.get(item.case_name, "")
        if looked_at < len(rows):
            row = rows[looked_at - 1]
            response.next_page_token = write_token(query, "\n".join((row.day, row.case_name, row.item, row.kind)))
        return response


def _work_item(
    of_case: StepContext, row: WaitingRow, asker: _Asker, *, with_others: bool
) -> case_service_pb2.WorkItem | None:
    """Write what waits, and for which steps; None if for none, or for nobody who is to be told of."""
    item = next((item for item in of_case.items if f"{item.kind}/{item.number}" == row.item), None)
    step_context = of_case if item is None else replace(of_case, item=item)
    state = of_case.state if item is None else item_state_on(item, step_context.item_content, of_case.day)
    if (row.item and item is None) or state == EXPIRED:
        return None
    awaited = [(of_case, step) for step in of_case.open_steps() if row.kind and step.answers_due == row.kind]
    if awaited and not all(_comes_round(context, step) for context, step in awaited):
        return None
    awaited = awaited or [(step_context, step) for step in step_context.open_steps() if not step.optional]
    if is_applicant():
        awaited = [(context, step) for context, step in awaited if Role.APPLICANT in step.roles]
    reasons = [why_not(context, step, asker.actor, asker.language) for context, step in awaited]
    without_person = bool(awaited) and not any(
        step.function == "client" or eligible_persons(context, step) for context, step in awaited
    )
    mine = any(not why and asker.waits_for(step) for (_, step), why in zip(awaited, reasons, strict=True))
    if asker.only_operates:
        mine = without_person
    if not awaited or not (mine or with_others):
        return None
    steps = [
        next_step_message(context, step, signers=0, reason=why, told=with_others)
        for (context, step), why in zip(awaited, reasons, strict=True)
    ]
    return case_service_pb2.WorkItem(
        case_name=row.case_name, item=row.item, due_kind=row.kind, due_date=row.due_date, profile=of_case.row.profile,
        state=state, as_of_date=of_case.day.isoformat(), steps=steps, mine=mine, without_person=without_person,
        step_time=None if is_applicant() else instants.to_timestamp(of_case.steps[-1].time),
    )  # fmt: skip


def _comes_round(context: StepContext, step: WorkflowStep) -> bool:
    """Say whether what comes round by itself is to be done now: not if it is under way, or nothing stands any more."""
    for name in _OF_ROUNDS:
        try:
            GUARDS[name](replace(context, step=step))
        except TouchstoneError:
            return False
    return True


def _awaiting_states(awaited: Iterable[WorkflowStep]) -> dict[str, list[str]]:
    """Give the states in which something waits for one of these steps, by kind of item; of cases under an empty one."""
    states: dict[str, list[str]] = defaultdict(list)
    for step in awaited:
        for kind in () if step.optional else step.of:
            states["" if kind == CASE else ITEMS[kind]] += step.sources
    return states
