"""CaseService: registered persons and clients, and the RPC methods of all parts of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict

from rules.contracts import InputError, Violation, message_factory
from service.api.proof_bundles import BundleMaker, keeper_of
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.base.paging import MAXIMUM_SIZE, read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.cases import signed_decisions
from service.cases.case_lists import CaseLists
from service.cases.case_names import ACCOUNT_NAME, checked_text, document_row
from service.cases.case_search import CaseFinder
from service.cases.case_work import CaseWork
from service.cases.case_workflow import CaseWorkflow
from service.cases.certificate_files import CertificateFiles
from service.cases.client_side import client_of, is_applicant
from service.cases.profile_settings import ProfileReader
from service.cases.profile_versions import Profiles
from service.cases.scheme_profiles import check_id
from service.cases.signature_renewals import SignatureRenewals
from service.cases.step_context import Content, check_area, parse_day
from service.identity.principals import caller, visibility_scope
from service.store.cases import ACCOUNTS, CLIENTS, KEYS, PERSONS, normalize_label, registered_label
from service.store.tables import CaseDocumentRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.store.cases import CaseReader, CaseWriter
    from service.store.store import Store
    from touchstone.v1 import audit_plan_pb2


_message = message_factory(__name__)
_COMPETENCES = frozenset({"application", "evaluation", "review", "decision", "appeal"})
_WITHOUT_END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Persons:
    """Registry of persons who take case steps."""

    store: Store

    def save(self, request: case_service_pb2.SaveCasePersonRequest) -> case_service_pb2.CasePerson:
        organization = parse_organization(request.parent, field="parent")
        person = request.case_person
        id = check_id(person.person, "case_person.person")
        _check_person(person)
        with self.store.cases.write_transaction() as writing:
            if person.client and writing.document(organization, CLIENTS, person.client) is None:
                absent = _message("NO_CLIENT_HERE", id=person.client[:80])
                raise InputError.of("case_person.client", absent, "NOT_FOUND")
            stored = writing.document(organization, PERSONS, id)
            before = {} if stored is None else orjson.loads(stored.document)
            document = MessageToDict(person, preserving_proto_field_name=True)
            document["accounts"] = sorted({*before.get("accounts", ()), *person.accounts})
            document.pop("revision", None)
            document = signed_decisions.with_keys(before, document)
            _check_key_days(document)
            signed_decisions.check_keys(id, document)
            _check_unshared(writing, organization, person)
            row = document_row(organization, PERSONS, id, person.revision, document)
            saved = writing.save(row)
            _set_competence_due(writing, organization, person)
        self.store.integrate_committed()
        return _person(saved)

    def list_persons(
        self, request: case_service_pb2.ListCasePersonsRequest
    ) -> case_service_pb2.ListCasePersonsResponse:
        organization = parse_organization(request.parent, field="parent")
        if len(request.persons) > MAXIMUM_SIZE:
            message = _message("TOO_MANY_PERSONS", found=len(request.persons), most=MAXIMUM_SIZE)
            raise InputError.of("persons", message, "WRONG_VALUE")
        wanted, is_narrowed = {*request.persons}, bool(request.persons) or request.with_caller
        narrowing = (*sorted(wanted), str(request.with_caller)) if is_narrowed else ()
        page = read_page(request, "case-persons", visibility_scope(), request.parent, *narrowing)
        with self.store.cases.read_transaction() as reading:
            if request.with_caller:
                wanted.add(reading.id_by_label(organization, ACCOUNTS, caller().account))
            if is_narrowed:
                rows = reading.documents_of(organization, PERSONS, wanted, after=page.after, limit=page.limit)
            else:
                rows = reading.documents(organization, PERSONS, after=page.after, limit=page.limit)
        return case_service_pb2.ListCasePersonsResponse(
            case_persons=map(_person, rows[: page.size]), next_page_token=page.next_token(rows, lambda row: row.id)
        )


def _set_competence_due(writing: CaseWriter, organization: str, person: case_service_pb2.CasePerson) -> None:
    """Store the last day of each competence as a due item, unless a later competence covers the same area."""
    last: dict[str, str] = {}
    for row in person.competences:
        name = f"{row.function}/{row.area}"
        last[name] = max(last.get(name, ""), row.last_date or _WITHOUT_END)
    writing.set_competence_due(
        organization, f"organizations/{organization}/casePersons/{person.person}",
        {name: day for name, day in last.items() if day != _WITHOUT_END},
    )  # fmt: skip


def _check_person(person: case_service_pb2.CasePerson) -> None:
    checked_text(person.display_name, "case_person.display_name")
    for value in person.accounts:
        if ACCOUNT_NAME.match(value) is None:
            violation = Violation("case_person.accounts", _message("NO_ACCOUNT", found=value[:80]), "MALFORMED")
            raise InputError((violation,))
    for index, competence in enumerate(person.competences):
        _check_competence(competence, f"case_person.competences[{index}]")
    for value in set(person.functions) - _COMPETENCES:
        raise InputError.of("case_person.functions", _message("NO_COMPETENCE", found=value[:80]), "WRONG_VALUE")
    if person.last_date:
        parse_day(person.last_date, "case_person.last_date")
    if person.client and (person.functions or person.competences or person.keys or person.passkeys):
        raise InputError.of("case_person.client", _message("CLIENTS_PERSON"), "WRONG_VALUE")


def _check_competence(competence: audit_plan_pb2.TechnicalCompetence, field: str) -> None:
    if competence.function not in _COMPETENCES:
        message = _message("NO_COMPETENCE", found=competence.function[:80])
        raise InputError.of(f"{field}.function", message, "WRONG_VALUE")
    check_area(competence.area, f"{field}.area")
    checked_text(competence.evidence, f"{field}.evidence")
    first = parse_day(competence.first_date, f"{field}.first_date")
    if competence.last_date and parse_day(competence.last_date, f"{field}.last_date") < first:
        raise InputError.of(f"{field}.last_date", _message("ENDS_BEFORE_IT_BEGINS", first=first), "PERIOD_REVERSED")


def _check_unshared(reading: CaseReader, organization: str, person: case_service_pb2.CasePerson) -> None:
    """Raise Refusal if another person has one of the accounts or keys."""
    keys = (*(key.public for key in person.keys), *(passkey.credential for passkey in person.passkeys))
    for kind, values in ((ACCOUNTS, person.accounts), (KEYS, keys)):
        for value in values:
            holder = reading.id_by_label(organization, kind, value)
            if holder not in ("", person.person):
                raise Refusal(Reason.CASE_EXISTS, _message("ACCOUNT_TAKEN", account=value[:80], person=holder))


def _check_key_days(document: Content) -> None:
    for name in ("keys", "passkeys"):
        for index, key in enumerate(document.get(name, ())):
            parse_day(key.get("first_date", ""), f"case_person.{name}[{index}].first_date")
            if key.get("last_date"):
                parse_day(key["last_date"], f"case_person.{name}[{index}].last_date")


def _person(row: CaseDocumentRow) -> case_service_pb2.CasePerson:
    person = ParseDict(orjson.loads(row.document), case_service_pb2.CasePerson())
    person.revision = row.revision
    return person


@dataclass(frozen=True, slots=True)
class Clients:
    """Registry of clients."""

    store: Store

    def save(self, request: case_service_pb2.SaveClientRequest) -> case_service_pb2.CaseClient:
        organization = parse_organization(request.parent, field="parent")
        client = request.case_client
        id = check_id(client.client, "case_client.client")
        checked_text(client.display_name, "case_client.display_name")
        if not normalize_label(client.display_name):
            raise InputError.of("case_client.display_name", _message("NO_LETTERS"), "WRONG_VALUE")
        for site in client.sites:
            check_id(site.site, "case_client.sites.site")
            checked_text(site.address, f"case_client.sites[{site.site}].address")
        document = MessageToDict(client, preserving_proto_field_name=True)
        document.pop("revision", None)
        with self.store.cases.write_transaction() as writing:
            stored = writing.document(organization, CLIENTS, id)
            before = {} if stored is None else orjson.loads(stored.document)
            if before.get("merged_into"):
                message = _message("MERGED_ALREADY", client=id, other=before["merged_into"])
                raise Refusal(Reason.STEP_NOT_ALLOWED, message)
            names = before.get("former_names", [])
            if before and before["display_name"] != client.display_name:
                names = [*names, before["display_name"]]
            document["former_names"] = names
            if client.registered_id:
                holder = writing.id_by_label(organization, CLIENTS, registered_label(client.registered_id))
                if holder not in ("", id):
                    raise Refusal(Reason.CASE_EXISTS, _message("CLIENT_THERE", id=client.registered_id, client=holder))
            if client.merged_into:
                other = writing.document(organization, CLIENTS, check_id(client.merged_into, "case_client.merged_into"))
                if other is None or other.id == id or orjson.loads(other.document).get("merged_into"):
                    message = _message("NO_MERGER", other=client.merged_into)
                    raise InputError.of("case_client.merged_into", message, "WRONG_VALUE")
            row = document_row(organization, CLIENTS, id, client.revision, document)
            saved = writing.save(row)
        self.store.integrate_committed()
        return _client(saved)

    def list_clients(self, request: case_service_pb2.ListClientsRequest) -> case_service_pb2.ListClientsResponse:
        organization = parse_organization(request.parent, field="parent")
        label = normalize_label(request.search)
        page = read_page(request, "clients", visibility_scope(), request.parent, label)
        with self.store.cases.read_transaction() as reading:
            if is_applicant():
                own = client_of(reading, organization).rpartition("/")[2]
                stored = reading.document(organization, CLIENTS, own)
                return case_service_pb2.ListClientsResponse(case_clients=[] if stored is None else [_client(stored)])
            rows = reading.documents(organization, CLIENTS, after=page.after, limit=page.limit, label=label)
            if label and not rows and not page.after:
                rows = [row for row in (reading.document(organization, CLIENTS, request.search),) if row is not None]
        return case_service_pb2.ListClientsResponse(
            case_clients=map(_client, rows[: page.size]), next_page_token=page.next_token(rows, lambda row: row.id)
        )


def _client(row: CaseDocumentRow) -> case_service_pb2.CaseClient:
    client = ParseDict(orjson.loads(row.document), case_service_pb2.CaseClient())
    client.revision = row.revision
    return client


_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["CaseService"]


def case_workflow(parts: ServiceContext) -> CaseWorkflow:
    """Return the case workflow of a server."""
    store, settings = require_store(parts), parts.settings

    def bundle(name: str) -> bytes:
        return BundleMaker(store, parts.gazette, keeper_of(settings)).bundle(name).written()

    files = CertificateFiles(
        settings.certifying, settings.certificate_fonts, bundle, document_row, settings.time_stamp_url
    )
    return CaseWorkflow(store, parts.gazette, files)


def add(parts: ServiceContext) -> None:
    """Register the case service."""
    store = require_store(parts)
    cases, lists = case_workflow(parts), CaseLists(store)
    work, renewals = CaseWork(store, parts.gazette), SignatureRenewals(store, cases.files)
    persons, clients, profiles = Persons(store), Clients(store), Profiles(store, ProfileReader(parts.gazette))
    reading = answers_in_threads(
        parts.limiters.reading,
        {
            "ListCasePersons": persons.list_persons,
            "ListClients": clients.list_clients,
            "ListSchemeProfiles": profiles.list_profiles,
            "ListSchemes": profiles.schemes,
            "ListCases": lists.cases,
            "GetIssuerFile": cases.get_issuer_file,
            "ListDueItems": lists.due,
            "ListCaseItems": lists.items,
            "CountCases": lists.counts,
            "Search": CaseFinder(store).search,
        },
    )
    writing = answers_in_threads(
        parts.limiters.trying,
        {
            "SaveCasePerson": persons.save,
            "SaveClient": clients.save,
            "ProposeSchemeProfile": profiles.propose,
            "ApproveSchemeProfile": profiles.approve,
            "PrepareCaseDecision": cases.prepare,
        },
    )
    localized_reading = answers_in_threads(
        parts.limiters.reading, {"GetCase": cases.get, "ListMyWork": work.list_work}, read_call=language_of_call
    )
    localized_writing = answers_in_threads(
        parts.limiters.trying,
        {
            "CreateCase": cases.open_case,
            "TakeCaseStep": cases.take_step,
            "GetCertificateFile": cases.get_certificate_file,
            "RenewCertificateSignatures": renewals.renew,
        },
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, reading, writing, localized_reading, localized_writing)
