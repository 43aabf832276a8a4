"""RegisterService: public data of certificates, without cases and persons.

Search limits and hourly quotas allow a lookup but prevent copying the register.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson
from sqlalchemy import select

from rules.contracts import (
    DateError,
    InputError,
    TouchstoneError,
    Violation,
    add_days,
    error_message,
    message_factory,
    parse_date,
)
from service.api.address_limits import AddressRateLimiter, address_of_call
from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.base import instants
from service.base.base64url import from_base64url
from service.base.paging import read_page, read_position_number
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.cases import workflow_steps
from service.cases.case_messages import item_state_on
from service.cases.case_service import case_workflow
from service.cases.certificate_files import CertificationBody, grade_label, read_body
from service.cases.profile_versions import cached_profiles
from service.cases.registers.certificate_history import SURVEILLANCE, certificate_history
from service.store.cases import (
    CLIENTS,
    DIGESTS,
    FILES,
    SIGNED_PAPER,
    CaseReader,
    RegisterFilter,
    file_digests,
    normalize_label,
    register_entries,
)
from service.store.stored_records import unpack
from service.store.tables import EVALUATIONS
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from pathlib import Path

    from service.cases.case_workflow import CaseWorkflow
    from service.cases.scheme_profiles import Profile
    from service.cases.step_context import Content
    from service.gazette.versions import Gazette
    from service.store.store import Store
    from service.store.tables import CaseRow, RegisterEntryRow

_message = message_factory(__name__)
_MAX_PAGE_SIZE, _MAX_SEARCHED = 20, 100
_MIN_LENGTH, _MIN_CHINESE_LENGTH = 3, 2
_MAX_LENGTHS = {"statement": 4_000, "complainant": 400}
_MAX_COMPLAINTS_OF_ADDRESS, _MAX_COMPLAINTS_TO_BODY = 5, 100
_HAN = re.compile("[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")


_PUBLIC_FIELDS = (
    "holder", "registered_id", "scorecard", "scope", "scope_zh", "result", "first_date", "last_date", "public_reason",
    "region_code",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryWriter:
    """Builder of register entries within one transaction."""

    reading: CaseReader
    gazette: Gazette
    body: CertificationBody | None
    profile_of: Callable[[CaseRow], Profile]

    def write(self, row: RegisterEntryRow) -> case_service_pb2.RegisterEntry:
        item, case = self.reading.item(row.case_name, row.item), self.reading.case(row.case_name)
        if item is None or case is None:
            raise Refusal(Reason.UNEXPECTED, _message("NO_SUCH_NUMBER", number=row.number))
        content, profile = orjson.loads(item.content), self.profile_of(case)
        today = instants.today(profile.time_zone)
        state = item_state_on(item, content, today)
        since = content.get("state_date") or content["first_date"]
        if state == workflow_steps.EXPIRED:
            since = add_days(parse_date(content["last_date"]), 1).isoformat()
        entry = case_service_pb2.RegisterEntry(
            number=row.number, state=state, state_date=since, profile=case.profile,
            organization=f"organizations/{case.organization}", as_of_date=today.isoformat(),
            time_zone=profile.time_zone, sites=self._sites(case, content),
            **{name: content[name] for name in _PUBLIC_FIELDS if content.get(name)},
        )  # fmt: skip
        for language, title in profile.titles.items():
            entry.profile_titles[language] = title
        self._add_scorecard_titles(entry, case, content)
        self._add_body(entry)
        return entry

    def events(self, row: RegisterEntryRow) -> Iterator[case_service_pb2.RegisterEvent]:
        item, case = self.reading.item(row.case_name, row.item), self.reading.case(row.case_name)
        if item is None or case is None:
            return
        history = certificate_history(self.reading, case, item, self.profile_of(case))
        for event in history.events(instants.now()):
            if event.kind != SURVEILLANCE:
                yield case_service_pb2.RegisterEvent(
                    step=event.kind, date=event.day.isoformat(), public_reason=event.content.get("public_reason", "")
                )

    def _sites(self, case: CaseRow, content: Content) -> Iterator[case_service_pb2.RegisterSite]:
        revision, client = content.get("client_revision"), None
        if revision:
            id = case.client.rpartition("/")[2]
            client = self.reading.document(case.organization, CLIENTS, id, revision)
        registered = {} if client is None else orjson.loads(client.document)
        known = {site["site"]: site for site in registered.get("sites", ())}
        for site in content.get("sites", ()):
            address = known.get(site, {}).get("address", site)
            yield case_service_pb2.RegisterSite(
                site=site, addresses={"en": address, "zh": known.get(site, {}).get("address_zh") or address}
            )

    def _add_scorecard_titles(self, entry: case_service_pb2.RegisterEntry, case: CaseRow, content: Content) -> None:
        record = select(EVALUATIONS.c.record).where(EVALUATIONS.c.name == content.get("evaluation", ""))
        row = self.reading.connection.execute(record).first()
        if row is None:
            return
        try:
            head = unpack(row.record).head
            version = self.gazette.of(case.organization).made_by(head.scorecard_version, head.rule_digest)
        except TouchstoneError:
            return
        entry.scorecard_titles.update(version.scorecard.card.titles)
        entry.scorecard_version = version.name
        if entry.result:
            entry.result_titles.update(grade_label(version.scorecard, entry.result).model_dump())

    def _add_body(self, entry: case_service_pb2.RegisterEntry) -> None:
        if self.body is None:
            return
        entry.body_names.update(self.body.settings.issuer.name.model_dump())
        for authorisation in self.body.settings.authorisations:
            entry.authorisations.add(
                id=authorisation.id,
                names=authorisation.name.model_dump(),
                authority_names=authorisation.authority.name.model_dump(),
                evidence=authorisation.evidence or "",
            )


@dataclass(frozen=True, slots=True)
class Register:
    """Public registers of the organisations in `opened`."""

    store: Store
    gazette: Gazette
    certifying: Path | None
    opened: frozenset[str]
    budget: AddressRateLimiter
    complaints_of_address: AddressRateLimiter
    complaints_to_body: AddressRateLimiter
    workflow: CaseWorkflow

    def _writer(self, reading: CaseReader, organization: str) -> EntryWriter:
        try:
            body = read_body(self.certifying, organization)
        except InputError:
            body = None  # the operator sees the error when a certificate is made
        return EntryWriter(reading, self.gazette, body, cached_profiles(reading))

    def search(
        self, request: case_service_pb2.SearchRegisterRequest, address: str = ""
    ) -> case_service_pb2.SearchRegisterResponse:
        organization = parse_organization(request.parent, field="parent")
        beginning = _beginning(request.search)
        row_filter = _row_filter(request)
        query = ("register", request.parent, beginning, request.state, request.as_of_date, repr(row_filter.values))
        page = read_page(request, *query, most=_MAX_PAGE_SIZE)
        sent, *after = page.position(3) or ("0",)
        sent_count = read_position_number(sent)
        if sent_count >= _MAX_SEARCHED:
            raise Refusal(Reason.QUOTA_EXHAUSTED, _message("SEARCH_TOO_WIDE", most=_MAX_SEARCHED))
        self.budget.check(address)
        response = case_service_pb2.SearchRegisterResponse(read_time=instants.to_timestamp(instants.now()))
        if organization not in self.opened:
            self.budget.note(address, 0)
            return response
        with self.store.cases.read_transaction() as reading:
            rows = reading.registered(organization, beginning, after, page.limit, row_filter)
            reading.read_ahead(row.case_name for row in rows[: page.size])
            writer = self._writer(reading, organization)
            shown = [row for row in rows[: page.size] if row.label == _first_label(reading, row, beginning)]
            entries = map(writer.write, shown)
            response.register_entries.extend(entry for entry in entries if request.state in ("", entry.state))
        self.budget.note(address, len(response.register_entries))
        response.next_page_token = page.next_token(
            rows, lambda last: (str(sent_count + page.size), last.label, last.number)
        )
        return response

    def get(
        self, request: case_service_pb2.GetRegisterEntryRequest, address: str = ""
    ) -> case_service_pb2.RegisterEntry:
        organization = self._counted_lookup(request.parent, address)
        with self.store.cases.read_transaction() as reading:
            row = self._entry_row(reading, organization, request.number)
            writer = self._writer(reading, organization)
            entry = writer.write(row)
            entry.events.extend(writer.events(row))
            entry.has_credential = self.workflow.has_files(reading, row.case_name, row.item)
            entry.has_paper = entry.has_credential and entry.state in workflow_steps.RUNNING
            return entry

    def _counted_lookup(self, parent: str, address: str) -> str:
        """Return the organization of a lookup, which counts towards the budget of the address."""
        organization = parse_organization(parent, field="parent")
        self.budget.check(address)
        self.budget.note(address, 1)
        return organization

    def _entry_row(self, reading: CaseReader, organization: str, number: str) -> RegisterEntryRow:
        row = reading.entry(organization, number) if organization in self.opened else None
        if row is None:
            raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_SUCH_NUMBER", number=number[:80]))
        return row

    def _made_files(self, organization: str, number: str) -> tuple[Content, str]:
        with self.store.cases.read_transaction() as reading:
            row = self._entry_row(reading, organization, number)
            has_files = self.workflow.has_files(reading, row.case_name, row.item)
        if not has_files:
            raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_FILES_THERE", number=number[:80]))
        return self.workflow.made_files(row.case_name, row.item)

    def credential(
        self, request: case_service_pb2.GetRegisterCredentialRequest, address: str = ""
    ) -> case_service_pb2.RegisterCredential:
        organization = self._counted_lookup(request.parent, address)
        made, _ = self._made_files(organization, request.number)
        token = base64.b64decode(made["credential"]).decode()
        return case_service_pb2.RegisterCredential(credential=token, edition=made["edition"])

    def paper(
        self, request: case_service_pb2.GetRegisterPaperRequest, address: str = ""
    ) -> case_service_pb2.RegisterPaper:
        organization = self._counted_lookup(request.parent, address)
        made, state = self._made_files(organization, request.number)
        if state not in workflow_steps.RUNNING:
            raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_FILES_THERE", number=request.number[:80]))
        return case_service_pb2.RegisterPaper(content=base64.b64decode(made["extract"]), edition=made["edition"])

    def complain(
        self, request: case_service_pb2.SubmitRegisterComplaintRequest, address: str = ""
    ) -> case_service_pb2.RegisterComplaint:
        organization = parse_organization(request.parent, field="parent")
        content = _complaint(request)
        limits = ((self.complaints_of_address, address), (self.complaints_to_body, request.parent))
        for limit, key in limits:
            limit.check(key)
        with self.store.cases.read_transaction() as reading:
            row = self._entry_row(reading, organization, request.number)
        for limit, key in limits:
            limit.note(key, 1)
        name = self.workflow.complain(row, content)
        return case_service_pb2.RegisterComplaint(
            reference=f"{row.number}/{name}", receive_time=instants.to_timestamp(instants.now())
        )

    def check(
        self, request: case_service_pb2.CheckRegisterFileRequest, address: str = ""
    ) -> case_service_pb2.CheckRegisterFileResponse:
        organization = self._counted_lookup(request.parent, address)
        response = case_service_pb2.CheckRegisterFileResponse(read_time=instants.to_timestamp(instants.now()))
        response.result = response.RESULT_UNKNOWN
        if organization not in self.opened:
            return response
        content_digest = hashlib.sha256(request.content).hexdigest()
        with self.store.cases.read_transaction() as reading:
            edition = reading.id_by_label(organization, DIGESTS, content_digest)
            number = edition.rpartition("@")[0] or _number_in_credential(request.content)
            row = reading.entry(organization, number) if number else None
            if row is None:
                return response
            response.register_entry.CopyFrom(self._writer(reading, organization).write(row))
            response.result = response.RESULT_ALTERED
            if edition and (files := _stored_certificate(reading, organization, edition)) is not None:
                item = reading.item(row.case_name, row.item)
                newest = 1 if item is None else orjson.loads(item.content).get("edition", 1)
                response.result = response.RESULT_ISSUED
                response.kind = file_digests(files).get(content_digest, SIGNED_PAPER)
                response.edition, response.superseded = files["edition"], files["edition"] < newest
        return response


def _complaint(request: case_service_pb2.SubmitRegisterComplaintRequest) -> Content:
    content = {name: getattr(request, name).strip() for name in _MAX_LENGTHS}
    wrong = [
        Violation(name, _message("COMPLAINT_TEXT", most=_MAX_LENGTHS[name]), "REQUIRED" if not text else "TOO_LARGE")
        for name, text in content.items()
        if not text or len(text) > _MAX_LENGTHS[name] or "\0" in text
    ]
    if wrong:
        raise InputError(tuple(wrong))
    return content


def _stored_certificate(reading: CaseReader, organization: str, edition: str) -> Mapping[str, Any] | None:
    """Return the stored certificate edition: base64 files and data by field name; None if absent."""
    row = reading.document(organization, FILES, edition)
    return None if row is None else orjson.loads(row.document)


def _number_in_credential(content: bytes) -> str:
    """Return the number in a credential, signature unchecked; empty if none."""
    parts = content.decode("ascii", "replace").split(".")
    try:
        payload = orjson.loads(from_base64url(parts[1]) or b"") if len(parts) == 3 else {}
    except orjson.JSONDecodeError:
        return ""
    named = str(payload.get("id", "")) if isinstance(payload, dict) else ""
    return unquote(named.partition("#")[0].rpartition("/")[2])


def _beginning(search: str) -> str:
    beginning = normalize_label(search)
    if len(beginning) < (_MIN_CHINESE_LENGTH if _HAN.search(beginning) else _MIN_LENGTH):
        message = _message("SEARCH_SHORT", least=_MIN_LENGTH, chinese=_MIN_CHINESE_LENGTH)
        raise InputError.of("search", message, "REQUIRED")
    return beginning


def _first_label(reading: CaseReader, row: RegisterEntryRow, beginning: str) -> str:
    """Return the first label with `beginning`, to list an entry only once."""
    case, item = reading.case(row.case_name), reading.item(row.case_name, row.item)
    labels = () if case is None or item is None else (each.label for each in register_entries(case, item))
    return min((label for label in labels if label.startswith(beginning)), default=row.label)


def _row_filter(request: case_service_pb2.SearchRegisterRequest) -> RegisterFilter:
    filters = {"profile": request.profile, "result": request.result, "region_code": request.region_code.upper()}
    values: dict[str, Sequence[str]] = {name: (value,) for name, value in filters.items() if value}
    today = instants.today("Etc/UTC")
    over_by = not_over_by = ""
    if request.state == workflow_steps.EXPIRED:  # expiry is not stored, and time zones differ
        values["state"], over_by = sorted(workflow_steps.RUNNING), add_days(today, 1).isoformat()
    elif request.state:
        values["state"] = (request.state,)
        not_over_by = add_days(today, -1).isoformat() if request.state in workflow_steps.RUNNING else ""
    return RegisterFilter(values, _day(request.as_of_date), over_by, not_over_by)


def _day(text: str) -> str:
    try:
        return parse_date(text).isoformat() if text else ""
    except DateError as error:
        raise InputError.of("as_of_date", error_message(error), "MALFORMED") from None


_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["RegisterService"]


def _used_up(most: int, seconds: int) -> str:
    return _message("REGISTER_USED_UP", most=most, seconds=seconds)


def _too_many_complaints(most: int, seconds: int) -> str:
    return _message("COMPLAINED_ENOUGH", most=most, seconds=seconds)


def add(parts: ServiceContext) -> None:
    """Register the methods of RegisterService."""
    opened = frozenset(parts.settings.public_registers.replace(",", " ").split())
    budget = AddressRateLimiter(parts.settings.register_entries_per_hour, _used_up)
    register = Register(
        require_store(parts),
        parts.gazette,
        parts.settings.certifying,
        opened,
        budget,
        AddressRateLimiter(_MAX_COMPLAINTS_OF_ADDRESS, _too_many_complaints),
        AddressRateLimiter(_MAX_COMPLAINTS_TO_BODY, _too_many_complaints),
        case_workflow(parts),
    )
    reading = answers_in_threads(
        parts.limiters.reading,
        {"SearchRegister": register.search, "GetRegisterEntry": register.get, "CheckRegisterFile": register.check},
        read_call=address_of_call,
    )
    writing = answers_in_threads(
        parts.limiters.trying,
        {
            "GetRegisterCredential": register.credential,
            "GetRegisterPaper": register.paper,
            "SubmitRegisterComplaint": register.complain,
        },
        read_call=address_of_call,
    )
    parts.answer(_SERVICE, reading, writing)
