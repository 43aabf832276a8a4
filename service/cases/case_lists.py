"""Lists and counts over all cases of an organization."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, add_days, message_factory, parse_date
from service.base import instants
from service.base.paging import read_page, read_position_number
from service.base.resource_names import parse_organization
from service.cases import workflow_steps
from service.cases.case_messages import (
    case_message,
    certificate_state,
    client_display_names,
    item_message,
    item_state_on,
)
from service.cases.client_side import client_of, is_applicant, redact_for_client
from service.cases.profile_versions import cached_profiles
from service.cases.scheme_profiles import SEVERITIES, Profile, check_id
from service.cases.step_context import parse_day
from service.identity.principals import visibility_scope
from service.store.cases import COMPETENCE, SIGNATURE, CaseReader, ItemFilter, ItemPlace
from service.store.tables import CaseDueRow, CaseItemRow, CaseRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.store.store import Store

_message = message_factory(__name__)

_DUE_AHEAD, _ENDING_AHEAD = 30, 90
_DUE_KIND_BY_ITEM_KIND = {
    workflow_steps.FINDING: "finding", workflow_steps.CERTIFICATE: "expiry",
    **dict.fromkeys(workflow_steps.LATER_EVALUATIONS, "evaluation"),
        **dict.fromkeys(workflow_steps.APPEALS, "appeal"),
}  # fmt: skip
DUE_KINDS = (
    "answer", "evaluation", "finding", "suspension_end", "surveillance", "expiry", "appeal", COMPETENCE, SIGNATURE,
)  # fmt: skip
_OPEN_FINDINGS = tuple(
    state for state in workflow_steps.states_of(workflow_steps.FINDING) if state not in workflow_steps.FINDING_ENDS
)
_BY_CASE, _BY_DAY = "case", "due_date"


@dataclass(frozen=True, slots=True)
class CaseLists:
    """RPC methods that list and count cases."""

    store: Store

    def cases(self, request: case_service_pb2.ListCasesRequest) -> case_service_pb2.ListCasesResponse:
        organization = parse_organization(request.parent, field="parent")
        client = f"{request.parent}/clients/{check_id(request.client_id, 'client_id')}" if request.client_id else ""
        page = read_page(request, "cases", visibility_scope(), request.parent, request.state, client)
        with self.store.cases.read_transaction() as reading:
            if is_applicant():
                client = client_of(reading, organization)
            rows = reading.cases(organization, state=request.state, client=client, after=page.after, limit=page.limit)
            shown = rows[: page.size]
            names = client_display_names(reading, organization, shown)
            certificates = certificate_states(reading, shown)
        response = case_service_pb2.ListCasesResponse(
            cases=[case_message(row, names.get(row.client, ""), certificates.get(row.name, "")) for row in shown],
            next_page_token=page.next_token(rows, lambda row: row.name),
        )
        if is_applicant():
            for case in response.cases:
                redact_for_client(case, {}, lambda _: False)
        return response

    def due(self, request: case_service_pb2.ListDueItemsRequest) -> case_service_pb2.ListDueItemsResponse:
        organization = parse_organization(request.parent, field="parent")
        last = add_days(instants.today("Etc/UTC"), _DUE_AHEAD)
        if request.last_date:
            last = parse_day(request.last_date, "last_date")
        if request.kind and request.kind not in DUE_KINDS:
            message = _message("ITEM_KIND", found=request.kind[:80], known=list(DUE_KINDS))
            raise InputError.of("kind", message, "WRONG_VALUE")
        page = read_page(request, "due", visibility_scope(), request.parent, request.last_date, request.kind)
        after = page.position(4)
        with self.store.cases.read_transaction() as reading:
            rows = reading.due(organization, last.isoformat(), after, page.limit, kind=request.kind)
            shown = rows[: page.size]
            profile_of = cached_profiles(reading)
            of_cases = {row.case_name for row, *_ in shown if row.kind != COMPETENCE}
            days = {name: _today_of_case(reading, profile_of, name) for name in of_cases}
            today = instants.today("Etc/UTC").isoformat()
            states = [_state_today(reading, row, state, days.get(row.case_name, "")) for row, state, _ in shown]
            clients = client_names(reading, organization, days)
        return case_service_pb2.ListDueItemsResponse(
            due_items=[
                case_service_pb2.DueItem(
                    due_date=row.due_date,
                    case_name=row.case_name if row.case_name in days else "",
                    case_person=row.case_name if row.kind == COMPETENCE else "",
                    item=row.item,
                    state=state,
                    kind=row.kind,
                    step_time=instants.to_timestamp(time) if time else None,
                    as_of_date=days.get(row.case_name, today),
                    client_display_name=clients.get(row.case_name, ""),
                )
                for (row, _, time), state in zip(shown, states, strict=True)
            ],
            next_page_token=page.next_token(
                rows, lambda due: (due[0].due_date, due[0].case_name, due[0].item, due[0].kind)
            ),
        )

    def items(self, request: case_service_pb2.ListCaseItemsRequest) -> case_service_pb2.ListCaseItemsResponse:
        organization, item_filter = parse_organization(request.parent, field="parent"), _item_filter(request)
        by_day = request.order_by == _BY_DAY or request.overdue or bool(request.last_date)
        last = _last_due_date(request)
        page = read_page(
            request, "items", visibility_scope(), request.parent, request.kind, *sorted(request.states), "",
            *sorted(request.severities), "", request.last_date, str(request.overdue), str(by_day),
        )  # fmt: skip
        after = None
        if position := page.position(3):
            after = ItemPlace(position[0], position[1], read_position_number(position[2]))
        with self.store.cases.read_transaction() as reading:
            if by_day:
                due_kind = _DUE_KIND_BY_ITEM_KIND[workflow_steps.KINDS[request.kind]]
                rows = reading.items_by_day(
                    organization, request.kind, due_kind, item_filter, last=last, after=after, limit=page.limit
                )
            else:
                start = (after.case_name, after.number) if after else ("", 0)
                undated = reading.items_of_kind(organization, request.kind, item_filter, after=start, limit=page.limit)
                rows = [(row, "") for row in undated]
            profile_of = cached_profiles(reading)
            items = (_listed_item(reading, profile_of, row) for row, _ in rows[: page.size])
            shown = [item for item in items if _matches_today(item, request)]
            clients = client_names(reading, organization, [item.case_name for item in shown])
        for item in shown:
            item.client_display_name = clients[item.case_name]
        next_token = page.next_token(rows, lambda row: (row[1], row[0].case_name, str(row[0].number)))
        return case_service_pb2.ListCaseItemsResponse(case_items=shown, next_page_token=next_token)

    def counts(self, request: case_service_pb2.CountCasesRequest) -> case_service_pb2.CountCasesResponse:
        organization, today = parse_organization(request.parent, field="parent"), instants.today("Etc/UTC")
        last = parse_day(request.last_date, "last_date") if request.last_date else add_days(today, _ENDING_AHEAD)
        with self.store.cases.read_transaction() as reading:
            client = client_of(reading, organization) if is_applicant() else ""
            cases = reading.case_counts(organization, client)
            findings = reading.finding_counts(organization, client, _OPEN_FINDINGS, SEVERITIES)
            ending = reading.due_count(organization, client, "expiry", today.isoformat(), last.isoformat())
        return case_service_pb2.CountCasesResponse(
            case_counts=[
                case_service_pb2.CaseCount(state=state, profile=profile, case_count=count)
                for state, profile, count in cases
            ],
            finding_counts=[
                case_service_pb2.FindingCount(severity=severity, finding_count=count)
                for severity, count in findings.items()
            ],
            ending_certificate_count=ending,
            last_date=last.isoformat(),
        )


def _last_due_date(request: case_service_pb2.ListCaseItemsRequest) -> str:
    last = parse_day(request.last_date, "last_date").isoformat() if request.last_date else ""
    if not request.overdue:
        return last
    tomorrow = add_days(instants.today("Etc/UTC"), 1).isoformat()
    return min(last or tomorrow, tomorrow)


def _matches_today(item: case_service_pb2.ListedCaseItem, request: case_service_pb2.ListCaseItemsRequest) -> bool:
    """Return whether an item matches in the time zone of its case; the store compares days in UTC."""
    in_states = not request.states or item.item.state in request.states
    return in_states and (not request.overdue or item.due_date < item.as_of_date)


def _item_filter(request: case_service_pb2.ListCaseItemsRequest) -> ItemFilter:
    """Validate filters; expired certificates match by date, since no step records expiry."""
    kind = workflow_steps.KINDS.get(request.kind)
    if kind is None:
        message = _message("ITEM_KIND", found=request.kind[:80], known=list(workflow_steps.KINDS))
        raise InputError.of("kind", message, "WRONG_VALUE" if request.kind else "REQUIRED")
    known = workflow_steps.states_of(kind)
    unknown = [state for state in request.states if state not in known]
    if unknown:
        message = _message("ITEM_STATE", found=unknown[0][:80], kind=request.kind, known=list(known))
        raise InputError.of("states", message, "WRONG_VALUE")
    for field, values, allowed in (
        ("severities", request.severities, SEVERITIES if kind == workflow_steps.FINDING else ()),
        ("order_by", filter(None, (request.order_by,)), (_BY_CASE, _BY_DAY)),
    ):
        wrong = [value for value in values if value not in allowed]
        if wrong:
            message = _message("ITEM_CHOICE", found=wrong[0][:80], kind=request.kind, known=list(allowed))
            raise InputError.of(field, message, "WRONG_VALUE")
    today, expired = instants.today("Etc/UTC"), workflow_steps.EXPIRED
    return ItemFilter(
        states=sorted({*request.states} - {expired}),
        running_on=add_days(today, -1).isoformat(),
        over_states=sorted(workflow_steps.RUNNING) if expired in request.states else [],
        over_on=add_days(today, 1).isoformat(),
        severities=sorted(set(request.severities)),
    )


def certificate_states(reading: CaseReader, rows: Iterable[CaseRow]) -> dict[str, str]:
    """Return today's certificate state by case name, if any."""
    certified = {row.name: row for row in rows if row.state in workflow_steps.WITH_CERTIFICATE}
    reading.read_ahead(certified)
    profile_of = cached_profiles(reading)
    return {
        name: certificate_state(reading.items(name), instants.today(profile_of(row).time_zone))
        for name, row in certified.items()
    }


def client_names(reading: CaseReader, organization: str, case_names: Iterable[str]) -> dict[str, str]:
    """Return current client names by case name; empty if not registered."""
    cases = {name: reading.case(name) for name in case_names}
    registered = client_display_names(reading, organization, filter(None, cases.values()))
    return {name: "" if case is None else registered.get(case.client, "") for name, case in cases.items()}


def _listed_item(
    reading: CaseReader, profile_of: Callable[[CaseRow], Profile], row: CaseItemRow
) -> case_service_pb2.ListedCaseItem:
    case = reading.case(row.case_name)
    assert case is not None  # noqa: S101 -- an item is added only to an existing case, and cases are never deleted
    day = instants.today(profile_of(case).time_zone)
    item = item_message(row, day)
    return case_service_pb2.ListedCaseItem(
        case_name=row.case_name, client=case.client, item=item, as_of_date=day.isoformat(), due_date=item_day(item)
    )


def item_day(item: case_service_pb2.CaseItem) -> str:
    """Return an item's due day or certificate expiry; empty if none."""
    kind = workflow_steps.KINDS[item.item.partition("/")[0]]
    if kind == workflow_steps.CERTIFICATE:
        return item.content.last_date
    return "" if item.state in workflow_steps.FINDING_ENDS else item.content.due_date


def _state_today(reading: CaseReader, due: CaseDueRow, stored: str, day: str) -> str:
    item = reading.item(due.case_name, due.item) if due.item and due.kind != COMPETENCE else None
    return stored if item is None or not day else item_state_on(item, orjson.loads(item.content), parse_date(day))


def _today_of_case(reading: CaseReader, profile_of: Callable[[CaseRow], Profile], name: str) -> str:
    row = reading.case(name)
    return "" if row is None else instants.today(profile_of(row).time_zone).isoformat()
