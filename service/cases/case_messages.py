"""API messages of cases, their items and steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import orjson

from rules.contracts import in_language, message_factory
from service.base import instants
from service.cases import workflow_steps
from service.cases.case_names import content_message
from service.cases.client_side import is_applicant
from service.cases.impartiality import eligible_persons, hindrance
from service.cases.step_context import Actor, Content, StepContext
from service.store.cases import CLIENTS, CaseReader
from service.store.tables import CaseItemRow, CaseRow, CaseStepRow
from touchstone.v1 import case_service_pb2

_message = message_factory(__name__)


def case_message(row: CaseRow, client_name: str, certificate: str) -> case_service_pb2.Case:
    """Return a case message without items and steps."""
    return case_service_pb2.Case(
        name=row.name,
        state=row.state,
        revision=row.revision,
        client=row.client,
        client_display_name=client_name,
        subject=row.subject,
        profile=row.profile,
        profile_revision=row.profile_revision,
        content=content_message(row.content),
        create_time=instants.to_timestamp(row.create_time),
        certificate_state=certificate,
    )


def client_display_names(reading: CaseReader, organization: str, rows: Iterable[CaseRow]) -> dict[str, str]:
    """Return current names of registered clients by resource name."""
    clients = {row.client.rpartition("/")[2]: row.client for row in rows}
    return {clients[id]: name for id, name in reading.display_names(organization, CLIENTS, clients).items()}


def item_state_on(row: CaseItemRow, content: Content, day: date) -> str:
    """Return an item's state on a day; certificates expire without a step."""
    last = content.get("last_date", "")
    runs = row.kind == "certificates" and row.state in workflow_steps.RUNNING and last
    return workflow_steps.EXPIRED if runs and last < day.isoformat() else row.state


def certificate_state(items: Iterable[CaseItemRow], day: date) -> str:
    """Return the certificate state on a day: valid, else suspended, else the newest state; empty if none."""
    states = [item_state_on(item, orjson.loads(item.content), day) for item in items if item.kind == "certificates"]
    running = [state for state in ("valid", "suspended") if state in states]
    return (*running, *reversed(states), "")[0]


def item_message(row: CaseItemRow, day: date) -> case_service_pb2.CaseItem:
    """Return an item message for a day."""
    content = orjson.loads(row.content)
    state = item_state_on(row, content, day)
    return case_service_pb2.CaseItem(item=f"{row.kind}/{row.number}", state=state, content=content_message(content))


def step_message(row: CaseStepRow) -> case_service_pb2.CaseStep:
    """Return the message of a completed step."""
    return case_service_pb2.CaseStep(
        number=row.number,
        item=row.item,
        step=row.step,
        from_state=row.from_state,
        to_state=row.to_state,
        function=row.function,
        person=row.person,
        account=row.account,
        step_time=instants.to_timestamp(row.time),
        reason=row.reason,
        content=content_message(row.content),
    )


def why_not(
    step_context: StepContext, step: workflow_steps.WorkflowStep, actor: Actor | str | None, language: str
) -> str:
    """Return why the caller may not take a step; empty if allowed.

    `actor` is a text if the caller is not a registered person. Applicants receive no names.
    """
    reason = hindrance(step_context, step, actor) if isinstance(actor, Actor) else actor
    if reason is not None and is_applicant():
        reason = _message("BODY_KNOWS_WHY")
    return "" if reason is None else in_language(reason, language)


def next_step_message(  # noqa: PLR0913 -- one parameter per message field
    step_context: StepContext, step: workflow_steps.WorkflowStep, *, signers: int, reason: str,
    with_persons: bool = True, evaluations: Iterable[str] = (),
) -> case_service_pb2.NextCaseStep:  # fmt: skip
    """Return the message of an available step; `with_persons` adds eligible persons."""
    return case_service_pb2.NextCaseStep(
        item=step_context.item_name, step=step.step, roles=step.roles, function=step.function, needs=step.needs,
        persons=eligible_persons(step_context, step) if with_persons else (), signer_count=signers, hindrance=reason,
        evaluations=evaluations,
    )  # fmt: skip
