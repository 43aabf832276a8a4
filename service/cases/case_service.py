"""CaseService: RPC methods for cases, their steps and due items, persons, clients and scheme profiles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict

from rules.contracts.dates import add_days, add_months, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import Outcome
from service.api.bundling import BundleMaker, keeper_of
from service.api.parts import Limiter, ServiceContext, require_store
from service.base import instants
from service.base.names import malformed, organization_of, parse_organization
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.cases import deciding, dossiers, guards, life
from service.cases.certifying import (
    FILE_KINDS,
    CertificateFiles,
    certificate_file,
    certificate_list,
    certifies,
    draw_unused_place,
)
from service.cases.client_side import (
    check_application,
    check_own,
    client_member_test,
    client_of,
    is_applicant,
    redact_for_client,
)
from service.cases.credentials.issuing_keys import did_address
from service.cases.credentials.jose import MEDIA_TYPE
from service.cases.credentials.passkeys import statement_challenge
from service.cases.credentials.status_lists import StatusPurpose
from service.cases.guards import Actor, Content, StepContext
from service.cases.scheme_profiles import Profile, check_id, read_profile, shipped_profiles
from service.identity.principals import Principal, caller, visibility_scope
from service.store.cases import (
    ACCOUNTS,
    CLIENTS,
    KEYS,
    PERSONS,
    CaseReader,
    CaseWriter,
    case_changed_refusal,
    normalize_label,
    registered_label,
)
from service.store.result_status import RESULTS
from service.store.tables import CaseDocumentRow, CaseItemRow, CaseRow, CaseStepRow, DispositionRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_say = message_factory(__name__)

_PROFILES = "schemeProfiles"
_PART = "[a-z0-9-]{1,63}"
_CASE = re.compile(rf"organizations/({_PART})/cases/({_PART})\Z")
_CLIENT = re.compile(rf"organizations/({_PART})/clients/({_PART})\Z")
_PROFILE = re.compile(rf"organizations/({_PART})/schemeProfiles/({_PART})\Z")
_ITEM = re.compile(r"(findings|certificates|surveillances|appeals|complaints)/([1-9][0-9]{0,5})\Z")
_ACCOUNT = re.compile(r"(?:account|api_key|token|certificate|local)/\S.{0,199}\Z")
_LONGEST = 4_000
_MOST = 1_000
_DUE_AHEAD = 30
_OF_CERTIFICATE = (
    "scorecard", "scope", "sites", "evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "conditions", "decision_digest", "scope_zh", "conditions_zh",
)  # fmt: skip
"""What a certificate takes over from its case when it is issued, and keeps whatever becomes of the case."""
_PRINTED = frozenset({"grant", "reduce"})
"""The decisions on which a certificate is printed, which are signed wherever somebody has set up who certifies."""


# --- what is read -----------------------------------------------------------------------------------------------------


def _given(content: case_service_pb2.CaseContent) -> dict[str, Any]:
    fields: dict[str, Any] = MessageToDict(content, preserving_proto_field_name=True)
    violations = []
    for name, value in fields.items():
        if isinstance(value, dict):
            continue
        texts = value if isinstance(value, list) else [value]
        if len(texts) > _MOST or any(not text.strip() or len(text) > _LONGEST for text in texts):
            violations.append(Violation(f"content.{name}", _say("TOO_LONG", most=_LONGEST, many=_MOST), "WRONG_VALUE"))
        elif name.endswith("_digest") and guards.DIGEST.match(value) is None:
            violations.append(Violation(f"content.{name}", _say("NO_DIGEST", found=value[:80]), "MALFORMED"))
        elif len(set(texts)) < len(texts):
            violations.append(Violation(f"content.{name}", _say("TWICE"), "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))
    return fields


def _check_given(step: life.WorkflowStep, content: Content) -> None:
    """Refuse what a step needs and was not given, and what it does not take."""
    lacking = [
        Violation(f"content.{name}", _say("NEEDED", step=step.step), "REQUIRED")
        for name in step.needs
        if not content.get(name)
    ]
    more = [
        Violation(f"content.{name}", _say("NOT_TAKEN", step=step.step, known=[*step.needs, *step.takes]), "WRONG_VALUE")
        for name in content
        if name not in step.needs and name not in step.takes
    ]
    if lacking or more:
        raise InputError((*lacking, *more))


def _text(text: str, field: str) -> str:
    if not text.strip() or len(text) > _LONGEST:
        raise InputError((Violation(field, _say("NO_TEXT", most=_LONGEST), "REQUIRED"),))
    return text


def _account(principal: Principal) -> str:
    return f"{principal.kind.value}/{principal.id}"


def _principal() -> str:
    principal = caller()
    identity = {"id": principal.id, "kind": principal.kind.value, "organization": principal.organization}
    return orjson.dumps(identity, option=orjson.OPT_SORT_KEYS).decode()


def _actor(reading: CaseReader, organization: str, person: str) -> Actor:
    """Give who calls as a person: by how they signed in, or, where nobody is asked, whom the request names."""
    principal = caller()
    if principal.may_everything:
        check_id(person, "person")
        account = f"local/{person}"
    else:
        account = _account(principal)
        holder = reading.holder(organization, ACCOUNTS, account)
        if not holder:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NOBODY_SIGNS_IN_SO", account=account))
        if person not in ("", holder):
            raise InputError((Violation("person", _say("OTHER_PERSON", found=person, meant=holder), "WRONG_VALUE"),))
        person = holder
    known = reading.document(organization, PERSONS, person)
    if known is None:
        raise InputError((Violation("person", _say("NO_PERSON", person=person), "NOT_FOUND"),))
    return Actor(person, account, orjson.loads(known.document))


# --- the rooms of the service -----------------------------------------------------------------------------------------


def _document_row(organization: str, kind: str, id: str, revision: int, document: Content) -> CaseDocumentRow:
    return CaseDocumentRow(
        organization=organization,
        kind=kind,
        id=id,
        revision=revision,
        newest=True,
        label=normalize_label(str(document.get("display_name", ""))),
        document=orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode(),
        principal=_principal(),
        time=instants.now(),
    )


@dataclass(frozen=True, slots=True)
class Persons:
    """Registers who takes steps."""

    store: Store

    def save(self, request: case_service_pb2.SaveCasePersonRequest) -> case_service_pb2.CasePerson:
        """Register somebody, or change what is known."""
        organization = parse_organization(request.parent, field="parent")
        asked = request.case_person
        id = check_id(asked.person, "case_person.person")
        _text(asked.display_name, "case_person.display_name")
        for value in asked.accounts:
            if _ACCOUNT.match(value) is None:
                violation = Violation("case_person.accounts", _say("NO_ACCOUNT", found=value[:80]), "MALFORMED")
                raise InputError((violation,))
        for value in set(asked.functions) - {"application", "evaluation", "review", "decision", "appeal"}:
            raise InputError(
                (Violation("case_person.functions", _say("NO_COMPETENCE", found=value[:80]), "WRONG_VALUE"),)
            )
        if asked.last_date:
            guards.parse_day(asked.last_date, "case_person.last_date")
        if asked.client and (asked.functions or asked.keys or asked.passkeys):
            raise InputError((Violation("case_person.client", _say("CLIENTS_PERSON"), "WRONG_VALUE"),))
        with self.store.cases.writing() as writing:
            if asked.client and writing.document(organization, CLIENTS, asked.client) is None:
                absent = _say("NO_CLIENT_HERE", id=asked.client[:80])
                raise InputError((Violation("case_person.client", absent, "NOT_FOUND"),))
            stored = writing.document(organization, PERSONS, id)
            before = {} if stored is None else orjson.loads(stored.document)
            document = MessageToDict(asked, preserving_proto_field_name=True)
            document["accounts"] = sorted({*before.get("accounts", ()), *asked.accounts})
            document.pop("revision", None)
            document = deciding.with_keys(before, document)
            _check_key_days(document)
            deciding.check_keys(id, document)
            keys = (*(passkey.public for passkey in asked.keys), *(passkey.credential for passkey in asked.passkeys))
            for kind, value in (
                *((ACCOUNTS, account) for account in asked.accounts),
                *((KEYS, account) for account in keys),
            ):
                holder = writing.holder(organization, kind, value)
                if holder not in ("", id):
                    raise Refusal(Reason.CASE_EXISTS, _say("ACCOUNT_TAKEN", account=value[:80], person=holder))
            row = _document_row(organization, PERSONS, id, asked.revision, document)
            saved = writing.save(row)
        self.store.integrate_committed()
        return _person(saved)

    def listed(self, request: case_service_pb2.ListCasePersonsRequest) -> case_service_pb2.ListCasePersonsResponse:
        """List one page."""
        organization = parse_organization(request.parent, field="parent")
        size, query = read_page_size(request.page_size), ("case-persons", visibility_scope(), request.parent)
        after = read_token(request.page_token, query)
        with self.store.cases.reading() as reading:
            rows = reading.documents(organization, PERSONS, after=after, limit=size + 1)
        response = case_service_pb2.ListCasePersonsResponse(case_persons=map(_person, rows[:size]))
        if len(rows) > size:
            response.next_page_token = write_token(query, rows[size - 1].id)
        return response


def _check_key_days(document: Content) -> None:
    for name in ("keys", "passkeys"):
        for place, key in enumerate(document.get(name, ())):
            guards.parse_day(key.get("first_date", ""), f"case_person.{name}[{place}].first_date")
            if key.get("last_date"):
                guards.parse_day(key["last_date"], f"case_person.{name}[{place}].last_date")


def _person(row: CaseDocumentRow) -> case_service_pb2.CasePerson:
    person = ParseDict(orjson.loads(row.document), case_service_pb2.CasePerson())
    person.revision = row.revision
    return person


@dataclass(frozen=True, slots=True)
class Clients:
    """Registers who applies."""

    store: Store

    def save(self, request: case_service_pb2.SaveClientRequest) -> case_service_pb2.CaseClient:
        """Register a client, or change one."""
        organization = parse_organization(request.parent, field="parent")
        asked = request.case_client
        id = check_id(asked.client, "case_client.client")
        _text(asked.display_name, "case_client.display_name")
        if not normalize_label(asked.display_name):
            raise InputError((Violation("case_client.display_name", _say("NO_LETTERS"), "WRONG_VALUE"),))
        for site in asked.sites:
            check_id(site.site, "case_client.sites.site")
            _text(site.address, f"case_client.sites[{site.site}].address")
        document = MessageToDict(asked, preserving_proto_field_name=True)
        document.pop("revision", None)
        with self.store.cases.writing() as writing:
            stored = writing.document(organization, CLIENTS, id)
            before = {} if stored is None else orjson.loads(stored.document)
            if before.get("merged_into"):
                message = _say("MERGED_ALREADY", client=id, other=before["merged_into"])
                raise Refusal(Reason.STEP_NOT_ALLOWED, message)
            names = before.get("former_names", [])
            if before and before["display_name"] != asked.display_name:
                names = [*names, before["display_name"]]
            document["former_names"] = names
            if asked.registered_id:
                holder = writing.holder(organization, CLIENTS, registered_label(asked.registered_id))
                if holder not in ("", id):
                    raise Refusal(Reason.CASE_EXISTS, _say("CLIENT_THERE", id=asked.registered_id, client=holder))
            if asked.merged_into:
                other = writing.document(organization, CLIENTS, check_id(asked.merged_into, "case_client.merged_into"))
                if other is None or other.id == id or orjson.loads(other.document).get("merged_into"):
                    message = _say("NO_MERGER", other=asked.merged_into)
                    raise InputError((Violation("case_client.merged_into", message, "WRONG_VALUE"),))
            row = _document_row(organization, CLIENTS, id, asked.revision, document)
            saved = writing.save(row)
        self.store.integrate_committed()
        return _client(saved)

    def listed(self, request: case_service_pb2.ListClientsRequest) -> case_service_pb2.ListClientsResponse:
        """List one page."""
        organization = parse_organization(request.parent, field="parent")
        label = normalize_label(request.search)
        size, query = read_page_size(request.page_size), ("clients", visibility_scope(), request.parent, label)
        after = read_token(request.page_token, query)
        with self.store.cases.reading() as reading:
            if is_applicant():
                own = client_of(reading, organization).rpartition("/")[2]
                stored = reading.document(organization, CLIENTS, own)
                return case_service_pb2.ListClientsResponse(case_clients=[] if stored is None else [_client(stored)])
            rows = reading.documents(organization, CLIENTS, after=after, limit=size + 1, label=label)
            if label and not rows and not after:
                rows = [row for row in (reading.document(organization, CLIENTS, request.search),) if row is not None]
        response = case_service_pb2.ListClientsResponse(case_clients=map(_client, rows[:size]))
        if len(rows) > size:
            response.next_page_token = write_token(query, rows[size - 1].id)
        return response


def _client(row: CaseDocumentRow) -> case_service_pb2.CaseClient:
    client = ParseDict(orjson.loads(row.document), case_service_pb2.CaseClient())
    client.revision = row.revision
    return client


@dataclass(frozen=True, slots=True)
class Profiles:
    """Keeps how bodies certify under schemes."""

    store: Store

    def propose(self, request: case_service_pb2.ProposeSchemeProfileRequest) -> case_service_pb2.SchemeProfile:
        """Keep a proposal as the next revision."""
        organization = parse_organization(request.parent, field="parent")
        id = check_id(request.profile, "profile")
        read_profile(request.content)
        with self.store.cases.writing() as writing:
            row = writing.document(organization, _PROFILES, id)
            governing = 0 if row is None else _governing(row)
            document = {
                "content": request.content, "approved": False, "governing": governing, "by": _account(caller()),
            }  # fmt: skip
            newest = 0 if row is None else row.revision
            saved = writing.save(_document_row(organization, _PROFILES, id, newest, document))
        self.store.integrate_committed()
        return _profile(saved)

    def approve(self, request: case_service_pb2.ApproveSchemeProfileRequest) -> case_service_pb2.SchemeProfile:
        """Let a proposal govern from now on."""
        match = _PROFILE.match(request.name)
        if match is None:
            raise InputError((malformed("name", request.name, _say("PROFILE_NAME")),))
        organization, id = match.groups()
        with self.store.cases.writing() as writing:
            row = writing.document(organization, _PROFILES, id)
            if row is None:
                raise Refusal(Reason.CASE_NOT_FOUND, _say("NO_PROFILE", id=id, known=_known(writing, organization)))
            document = orjson.loads(row.document)
            if row.revision != request.revision or document["approved"]:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _say("OTHER_REVISION", id=id, newest=row.revision))
            account = _account(caller())
            holder = writing.holder(organization, ACCOUNTS, account)
            if account == document["by"] or (
                holder and holder == writing.holder(organization, ACCOUNTS, document["by"])
            ):
                raise Refusal(Reason.STEP_NOT_ALLOWED, _say("OWN_PROPOSAL", account=account))
            approved = {**document, "approved": True, "approved_by": account}
            saved = writing.save(_document_row(organization, _PROFILES, id, row.revision, approved))
        self.store.integrate_committed()
        return _profile(saved)

    def listed(
        self, request: case_service_pb2.ListSchemeProfilesRequest
    ) -> case_service_pb2.ListSchemeProfilesResponse:
        """List all."""
        organization = parse_organization(request.parent, field="parent")
        with self.store.cases.reading() as reading:
            own = {row.id: _profile(row) for row in reading.documents(organization, _PROFILES)}
        shipped = {
            id: case_service_pb2.SchemeProfile(name=f"schemeProfiles/{id}", content=content, approved=True)
            for id, content in shipped_profiles().items()
        }
        profiles = shipped | own
        return case_service_pb2.ListSchemeProfilesResponse(scheme_profiles=[profiles[id] for id in sorted(profiles)])

    def schemes(self, request: case_service_pb2.ListSchemesRequest) -> case_service_pb2.ListSchemesResponse:
        """List what governs new cases."""
        organization = parse_organization(request.parent, field="parent")
        with self.store.cases.reading() as reading:
            known = {id: governing_profile(reading, organization, id)[0] for id in _known(reading, organization)}
        return case_service_pb2.ListSchemesResponse(
            schemes=[
                case_service_pb2.Scheme(
                    profile=id, display_name=profile.titles["en"], display_name_zh=profile.titles["zh"],
                    scorecards=[f"scorecards/{card}" for card in profile.cards],
                )
                for id, profile in known.items()
            ]
        )  # fmt: skip


def _profile(row: CaseDocumentRow) -> case_service_pb2.SchemeProfile:
    document = orjson.loads(row.document)
    return case_service_pb2.SchemeProfile(
        name=f"organizations/{row.organization}/schemeProfiles/{row.id}",
        revision=row.revision,
        content=document["content"],
        approved=document["approved"],
    )


def _governing(row: CaseDocumentRow) -> int:
    document = orjson.loads(row.document)
    return row.revision if document["approved"] else int(document["governing"])


def _known(reading: CaseReader, organization: str) -> list[str]:
    own = {row.id for row in reading.documents(organization, _PROFILES) if _governing(row)}
    return sorted(own | shipped_profiles().keys())


def governing_profile(reading: CaseReader, organization: str, id: str) -> tuple[Profile, int]:
    """Give the profile by which new cases are opened, and its revision."""
    row = reading.document(organization, _PROFILES, id)
    revision = 0 if row is None else _governing(row)
    if not revision and id not in shipped_profiles():
        message = _say("NO_PROFILE", id=id[:80], known=_known(reading, organization))
        raise InputError((Violation("profile", message, "NOT_FOUND"),))
    return profile_at(reading, organization, id, revision), revision


def profile_at(reading: CaseReader, organization: str, id: str, revision: int) -> Profile:
    """Give the profile by which a case was opened."""
    if not revision:
        return read_profile(shipped_profiles()[id])
    row = reading.document(organization, _PROFILES, id, revision)
    if row is None:
        raise Refusal(Reason.UNEXPECTED, _say("NO_PROFILE", id=id, known=_known(reading, organization)))
    return read_profile(orjson.loads(row.document)["content"])


def cached_profiles(reading: CaseReader) -> Callable[[CaseRow], Profile]:
    """Give what finds the profile of a case; each is read once."""
    kept = cache(partial(profile_at, reading))
    return lambda row: kept(row.organization, row.profile, row.profile_revision)


@dataclass(frozen=True, slots=True)
class CaseWorkflow:
    """Leads cases from step to step."""

    store: Store
    gazette: Gazette
    files: CertificateFiles

    def open(self, request: case_service_pb2.CreateCaseRequest) -> case_service_pb2.Case:
        """Open a case, or give the one that was opened so."""
        organization = parse_organization(request.parent, field="parent")
        name = f"{request.parent}/cases/{check_id(request.case_id, 'case_id')}"
        match = _CLIENT.match(request.client)
        if match is None or match[1] != organization:
            raise InputError((malformed("client", request.client, _say("CLIENT_NAME")),))
        if organization_of(request.subject) != organization:
            raise InputError((malformed("subject", request.subject, _say("OWN_SUBJECT")),))
        content = _given(request.content)
        with self.store.cases.writing() as writing:
            actor = _actor(writing, organization, request.person)
            if is_applicant():
                check_application(writing, organization, request)
            profile, revision = governing_profile(writing, organization, request.profile)
            row = CaseRow(
                name=name, organization=organization, state="", revision=0, client=request.client,
                subject=request.subject, profile=request.profile, profile_revision=revision, content="{}",
                create_time=instants.now(),
            )  # fmt: skip
            there = writing.case(name)
            if there is not None and is_applicant() and there.client != row.client:
                raise Refusal(Reason.CASE_EXISTS, _say("CASE_ID_TAKEN", id=request.case_id))
            if there is not None:
                first = writing.steps(name)[0]
                same = (there.client, there.subject, there.profile) == (row.client, row.subject, row.profile)
                if not same or orjson.loads(first.content) != content:
                    raise Refusal(Reason.CASE_EXISTS, _say("CASE_EXISTS", name=name, time=there.create_time))
                return self._message(writing, there)
            step = next(candidate for candidate in life.steps() if candidate.step == "apply")
            writing.open(row)
            facing = StepContext(
                writing, self.gazette.of(organization), profile, step, actor, row, None, (), (), content
            )
            self._step(writing, facing, "application")
            opened = self._found(writing, name)
            message = self._message(writing, opened)
        self.store.integrate_committed()
        return message

    def take(self, request: case_service_pb2.TakeCaseStepRequest) -> case_service_pb2.Case:
        """Take a step."""
        check_name(request.name)
        reason = _text(request.reason, "reason")
        content = _given(request.content)
        with self.store.cases.writing() as writing:
            facing = self._asked(writing, request, content)
            if request.signed_decision:
                facing = _signed(writing, facing, request.signed_decision, reason)
            elif facing.step.step in _PRINTED and self._certifies(facing.row.organization):
                raise Refusal(Reason.STEP_NOT_ALLOWED, _say("DECISION_UNSIGNED", step=facing.step.step))
            self._step(writing, facing, reason)
            message = self._message(writing, self._found(writing, facing.row.name))
        self.store.integrate_committed()
        return message

    def _certifies(self, organization: str) -> bool:
        return certifies(self.files.certifying, organization)

    def file(self, request: case_service_pb2.GetCertificateFileRequest) -> case_service_pb2.CertificateFile:
        """Give a file of a certificate, which is made with the others if nobody asked for one before."""
        check_name(request.name)
        kind = case_service_pb2.GetCertificateFileRequest.Kind.Name(request.kind).removeprefix("KIND_").lower()
        if kind not in FILE_KINDS:
            raise InputError((Violation("kind", _say("WHICH_FILE", known=list(FILE_KINDS)), "REQUIRED"),))
        with self.store.cases.reading() as reading:
            facing = case_context(reading, self.gazette, self._found(reading, request.name))
            item = _certificate(facing, request.item)
            content = orjson.loads(item.content)
            number, edition, state = (
                content["number"],
                content.get("edition", 1),
                item_state_on(item, content, facing.day),
            )
            organization = facing.row.organization
            made, file_args = self.files.kept(reading, organization, number, edition), None
            if made is None:
                if state != life.FIRST_STATES[life.CERTIFICATE]:
                    raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NO_PAPER_NOW", number=number, state=state))
                file_args = (
                    *self.files.facts(reading, facing, item),
                    organization,
                    draw_unused_place(reading, organization),
                )
        if made is None and file_args is not None:
            new = self.files.made(*file_args)
            with self.store.cases.writing() as writing:
                made = self.files.keep(writing, organization, new)
            self.store.integrate_committed()
        name, media_type, file = certificate_file(made or {}, kind)
        return case_service_pb2.CertificateFile(
            number=number, edition=edition, file_name=name, media_type=media_type, content=file,
            digest=hashlib.sha256(file).hexdigest(), state=state,
        )  # fmt: skip

    def issuer(self, request: case_service_pb2.GetIssuerFileRequest) -> case_service_pb2.IssuerFile:
        """Give what others need to check credentials."""
        organization = parse_organization(request.parent, field="parent")
        asked = case_service_pb2.GetIssuerFileRequest
        if request.kind == asked.KIND_UNSPECIFIED:
            known = [name.removeprefix("KIND_").lower() for name in asked.Kind.keys()[1:]]
            raise InputError((Violation("kind", _say("WHICH_FILE", known=known), "REQUIRED"),))
        body = self.files.body(organization)
        if request.kind == asked.KIND_DID_DOCUMENT:
            return case_service_pb2.IssuerFile(
                address=did_address(body.did), media_type="application/did+json", content=body.document()
            )
        purpose = StatusPurpose.SUSPENSION if request.kind == asked.KIND_SUSPENSION_LIST else StatusPurpose.REVOCATION
        with self.store.cases.reading() as reading:
            token = certificate_list(reading, organization, body, purpose)
        return case_service_pb2.IssuerFile(
            address=body.list_address(purpose), media_type=MEDIA_TYPE, content=token.encode()
        )

    def _asked(
        self,
        reading: CaseReader,
        request: case_service_pb2.TakeCaseStepRequest | case_service_pb2.PrepareCaseDecisionRequest,
        content: Content,
    ) -> StepContext:
        """Look at the step that is asked for, which may be taken at this revision, in this state and by these roles."""
        row = self._found(reading, request.name)
        if row.revision != request.revision:
            raise _changed(reading, row, request.revision)
        facing = case_context(reading, self.gazette, row)
        facing = replace(
            facing,
            actor=_actor(reading, row.organization, request.person),
            item=find_item(facing.items, request.item),
            given=content,
        )
        return replace(facing, step=_allowed_step(facing, request.step))

    def prepare(self, request: case_service_pb2.PrepareCaseDecisionRequest) -> case_service_pb2.CaseDecision:
        """Write what a step would decide, once nothing else is in its way."""
        check_name(request.name)
        reason = _text(request.reason, "reason")
        content = _given(request.content)
        with self.store.cases.writing() if request.passkey else self.store.cases.reading() as reader:
            facing = self._asked(reader, request, content)
            named = (facing.actor.person, *request.other_deciders)
            _check_step(replace(facing, deciders=named))
            statement = deciding.prepare_decision_statement(facing, request.other_deciders, reason)
            prepared = case_service_pb2.CaseDecision(statement=statement.content, digest=statement.digest)
            if isinstance(reader, CaseWriter):
                prepared.nonce = deciding.issue_challenge_nonce(reader, facing, statement, _document_row)
                prepared.challenge = statement_challenge(statement.digest, prepared.nonce)
        if request.passkey:
            self.store.integrate_committed()
        return prepared

    def get(self, request: case_service_pb2.GetCaseRequest) -> case_service_pb2.Case:
        """Give a case."""
        check_name(request.name)
        with self.store.cases.reading() as reading:
            return self._message(reading, self._found(reading, request.name))

    def listed(self, request: case_service_pb2.ListCasesRequest) -> case_service_pb2.ListCasesResponse:
        """List one page."""
        organization = parse_organization(request.parent, field="parent")
        client = f"{request.parent}/clients/{check_id(request.client_id, 'client_id')}" if request.client_id else ""
        query = ("cases", visibility_scope(), request.parent, request.state, client)
        size, after = read_page_size(request.page_size), read_token(request.page_token, query)
        with self.store.cases.reading() as reading:
            if is_applicant():
                client = client_of(reading, organization)
            rows = reading.cases(organization, state=request.state, client=client, after=after, limit=size + 1)
        response = case_service_pb2.ListCasesResponse(cases=map(_case, rows[:size]))
        if is_applicant():
            for case in response.cases:
                redact_for_client(case, {}, lambda _: False)
        if len(rows) > size:
            response.next_page_token = write_token(query, rows[size - 1].name)
        return response

    def due(self, request: case_service_pb2.ListDueItemsRequest) -> case_service_pb2.ListDueItemsResponse:
        """List what is due."""
        organization = parse_organization(request.parent, field="parent")
        last = add_days(instants.today("Etc/UTC"), _DUE_AHEAD)
        if request.last_date:
            last = guards.parse_day(request.last_date, "last_date")
        query = ("due", visibility_scope(), request.parent, request.last_date)
        size, token = read_page_size(request.page_size), read_token(request.page_token, query)
        after = token.split("\n") if token else []
        if len(after) not in (0, 4):
            raise foreign_token()
        with self.store.cases.reading() as reading:
            rows = reading.due(organization, last.isoformat(), after, size + 1)
            profile_of = cached_profiles(reading)
            days = {row.case_name: _day_in(reading, profile_of, row.case_name) for row, *_ in rows[:size]}
        response = case_service_pb2.ListDueItemsResponse(
            due_items=[
                case_service_pb2.DueItem(
                    due_date=row.due_date,
                    case_name=row.case_name,
                    item=row.item,
                    state=state,
                    kind=row.kind,
                    step_time=instants.to_timestamp(time),
                    as_of_date=days[row.case_name],
                )
                for row, state, time in rows[:size]
            ]
        )
        if len(rows) > size:
            row = rows[size - 1][0]
            response.next_page_token = write_token(query, "\n".join((row.due_date, row.case_name, row.item, row.kind)))
        return response

    def _found(self, reading: CaseReader, name: str) -> CaseRow:
        return check_own(reading, reading.case(name), name)

    def _step(self, writing: CaseWriter, facing: StepContext, reason: str) -> None:
        """Check a step against its row of the table, and make true what it says."""
        step, row = facing.step, facing.row
        kind = _check_step(facing)
        number = row.revision + 1
        before = row.state if facing.item is None else facing.item.state
        state = step.to or before
        item = "" if facing.item is None else f"{facing.item.kind}/{facing.item.number}"
        facing = _recorded(writing, facing, number)
        case_state, content = row.state, dict(facing.case_content)
        if facing.item is not None:
            known = {**facing.item_content, **facing.given}
            if step.step == "conclude":
                known |= _evaluated(facing)
                self._raise_findings(writing, facing, number)
            if step.step == "maintain":
                _survey(writing, facing)
            if step.step == "reduce":
                known["edition"] = known.get("edition", 1) + 1
            if kind == life.CERTIFICATE:
                known |= {"state_date": facing.day.isoformat(), "public_reason": facing.given.get("public_reason", "")}
            writing.change_item(facing.item, state, known)
            writing.set_due(row.organization, row.name, item, _due(facing.profile, kind, state, known))
            if facing.given.get("campaign"):
                writing.dispose(_disposition(facing, known["evaluation"], reason))
        else:
            case_state = state
            if step.makes:
                self._make(writing, facing, number)
            elif step.function != "comment":
                content |= facing.given
            if step.step == "conclude":
                content |= _evaluated(facing)
                writing.label(row.organization, RESULTS, content["evaluation"], row.name)
                if facing.case_content.get("evaluation", content["evaluation"]) != content["evaluation"]:
                    content["previous_evaluation"] = facing.case_content["evaluation"]
                self._raise_findings(writing, facing, number)
            writing.set_due(row.organization, row.name, "", _due(facing.profile, kind, state, content))
        writing.change(
            row, state=case_state, revision=number,
            content=orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode(),
        )  # fmt: skip
        step_row = CaseStepRow(
            case_name=row.name, number=number, item=item, step=step.step, from_state=before, to_state=state,
            function=step.function, person=facing.actor.person, account=facing.actor.account, principal=_principal(),
            time=instants.now(), reason=reason, content=orjson.dumps(dict(facing.given)).decode(),
            case_digest="",
        )  # fmt: skip
        writing.take(row.organization, step_row, case_state)
        if step.makes == life.CERTIFICATE and facing.given.get("predecessor"):
            self._supersede(writing, facing, reason)

    def _supersede(self, writing: CaseWriter, facing: StepContext, reason: str) -> None:
        """Let a certificate that was just issued take the place of its predecessor, in the case of that."""
        predecessor = writing.numbered(facing.row.organization, facing.given["predecessor"])
        if predecessor is None:
            return
        case, item = predecessor
        before = case_context(writing, self.gazette, case)
        number = next(
            orjson.loads(certificate.content)["number"]
            for certificate in reversed(writing.items(facing.row.name))
            if certificate.kind == life.ITEMS[life.CERTIFICATE]
        )
        step = next(candidate for candidate in life.steps() if candidate.step == "supersede")
        content = {"successor": number}
        self._step(writing, replace(before, step=step, actor=facing.actor, item=item, given=content), reason)

    def _make(self, writing: CaseWriter, facing: StepContext, number: int) -> None:
        """Add what a step makes."""
        kind, row = facing.step.makes, facing.row
        content: dict[str, Any] = {**facing.given, "raised_by": number}
        if kind == life.FINDING:
            days = facing.profile.due_days[content["severity"]]
            content.setdefault("due_date", add_days(facing.day, days).isoformat())
        if kind == life.CERTIFICATE:
            content |= _certified(facing)
        if kind == life.SURVEILLANCE:
            content["previous_evaluation"] = guards.latest_evaluation(facing)
        made = writing.add_item(row.name, life.ITEMS[kind], life.FIRST_STATES[kind], content)
        item = f"{made.kind}/{made.number}"
        if kind == life.CERTIFICATE:
            day, profile = parse_date(content["first_date"]), facing.profile

            def written(serial: int) -> str:
                return profile.number_for(serial, day)

            content["number"] = writing.number(row.organization, profile.numbering(day), written, row.name, item)
            writing.change_item(made, made.state, content)
            if self._certifies(row.organization):
                self.files.facts(writing, facing, made.model_copy(update={"content": orjson.dumps(content).decode()}))
        writing.set_due(row.organization, row.name, item, _due(facing.profile, kind, made.state, content))

    def _raise_findings(self, writing: CaseWriter, facing: StepContext, number: int) -> None:
        """Add the findings that the card raises and the gates that are missed, but for those that are there already.

        A finding that was closed on an earlier evaluation is raised again where the card still raises it.
        """
        head, name = facing.written.head, facing.evaluation.name
        scorecard = facing.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
        there = set()
        for item in facing.items:
            known = orjson.loads(item.content)
            if item.kind == "findings" and (item.state in guards.OPEN_FINDINGS or known.get("evaluation") == name):
                there.add(known.get("requirement"))
        raised = [
            (f"gates/{gate.id}", Outcome.NOT_MET, gate.labels, "major", None) for gate in scorecard.gates
        ] + [
            (f"findings/{finding.id}", Outcome.MET, finding.labels, finding.severity.value, finding.close_within_days)
            for finding in scorecard.findings
        ]  # fmt: skip
        for step, outcome, labels, severity, close_within in raised:
            recorded = facing.written.found.get(step)
            id = step.partition("/")[2]
            requirement = f"{scorecard.card.id}/{id}"
            if recorded is None or recorded[0] != outcome or requirement in there:
                continue
            content = {
                "severity": severity,
                "requirement": requirement,
                "statement": labels.get("en", id),
                "evaluation": name,
                "due_date": add_days(facing.day, close_within or facing.profile.due_days[severity]).isoformat(),
                "raised_by": number,
            }
            made = writing.add_item(facing.row.name, "findings", "open", content)
            due = _due(facing.profile, life.FINDING, "open", content)
            writing.set_due(facing.row.organization, facing.row.name, f"findings/{made.number}", due)

    def _message(self, reading: CaseReader, row: CaseRow) -> case_service_pb2.Case:
        facing = case_context(reading, self.gazette, row)
        message = _case(row)
        message.as_of_date, message.time_zone = facing.day.isoformat(), facing.profile.time_zone
        message.items.extend(_item_message(facing, item) for item in facing.items)
        message.steps.extend(map(_step_message, facing.steps))
        for name, kind, state in (
            ("", life.CASE, row.state),
            *((f"{item.kind}/{item.number}", life.KINDS[item.kind], item.state) for item in facing.items),
        ):
            message.next_steps.extend(
                _next_message(facing, name, open_step, self._signers(facing, kind, open_step))
                for open_step in _open(facing, kind, state)
            )
        if is_applicant():
            return redact_for_client(
                message, _raised(facing), client_member_test(reading, row.organization, row.client)
            )
        return message

    def _signers(self, facing: StepContext, kind: str, step: life.WorkflowStep) -> int:
        """Say how many persons have to sign what a step decides."""
        if deciding.outcome_of(step) is None:
            return 0
        named = _guards_of(facing, kind, step)
        if "two_decide" in named:
            return 2
        printed = step.step in _PRINTED and self._certifies(facing.row.organization)
        return int(printed or "decision_signed" in named)


def _raised(facing: StepContext) -> dict[str, str]:
    """Give by whom each appeal and complaint was raised."""
    by = {step.number: step.person for step in facing.steps}
    meant = [item for item in facing.items if life.KINDS[item.kind] in life.APPEALS]
    return {f"{item.kind}/{item.number}": by.get(orjson.loads(item.content).get("raised_by"), "") for item in meant}


def case_context(reading: CaseReader, gazette: Gazette, row: CaseRow) -> StepContext:
    """Look at a case before it is known who does what."""
    profile = profile_at(reading, row.organization, row.profile, row.profile_revision)
    items, steps = reading.items(row.name), reading.steps(row.name)
    nobody = Actor("", "", {})
    return StepContext(
        reading, gazette.of(row.organization), profile, life.steps()[0], nobody, row, None, items, steps, {}
    )


def _changed(reading: CaseReader, row: CaseRow, known_revision: int) -> Refusal:
    """Refuse a step in a case in which somebody took one since, and say what was done and which facts differ."""
    since = [f"{step.step} ({step.person})" for step in reading.steps(row.name) if step.number > known_revision]
    facts = dossiers.changed_since(reading, row, known_revision)
    if not since or is_applicant():
        return case_changed_refusal(row.name, known_revision, row.revision)
    message = _say("CHANGED_SINCE", name=row.name, found=known_revision, newest=row.revision, steps=since)
    if facts:
        message = _say("FACTS_SINCE", said=message, facts=facts)
    return Refusal(Reason.CASE_CHANGED, message)


def person_calling(reading: CaseReader, organization: str, person: str) -> str:
    """Give who asks as a person; empty if nobody is registered so."""
    principal = caller()
    return person if principal.may_everything else reading.holder(organization, ACCOUNTS, _account(principal))


def _check_step(facing: StepContext) -> str:
    """Check what is given with a step, and its guards; say of what kind of thing it is a step."""
    step = facing.step
    _check_given(step, facing.given)
    kind = life.CASE if facing.item is None else life.KINDS[facing.item.kind]
    for name in _guards_of(facing, kind, step):
        guards.GUARDS[name](facing)
    return kind


def _guards_of(facing: StepContext, kind: str, step: life.WorkflowStep) -> Sequence[str]:
    """Name the guards of a step: its own, and what the profile adds."""
    return (*step.guards, *facing.profile.guards.get(f"{kind}.{step.step}", ()))


def _signed(writing: CaseWriter, facing: StepContext, content: bytes, reason: str) -> StepContext:
    """Take a signed decision with a step; the step then names its digest."""
    _check_given(facing.step, facing.given)
    named = hashlib.sha256(content).hexdigest()
    if facing.given.get("decision_digest", named) != named:
        raise InputError((Violation("content.decision_digest", _say("OTHER_DECISION", meant=named), "WRONG_VALUE"),))
    signed = deciding.accept_signed_decision(writing, facing, content, reason, _document_row)
    step_content = {**facing.given, "decision_digest": named}
    return replace(facing, given=step_content, deciders=tuple(signed.said.decision.deciders))


def _open(facing: StepContext, kind: str, state: str) -> Sequence[life.WorkflowStep]:
    return list(life.open_steps(kind, state, facing.profile))


def check_name(name: str) -> None:
    """Refuse what is not the name of a case."""
    if _CASE.match(name) is None:
        raise InputError((malformed("name", name, _say("CASE_NAME")),))


def _certificate(facing: StepContext, name: str) -> CaseItemRow:
    """Find the certificate that is meant, or the last."""
    item = find_item(facing.items, name)
    certificates = [
        certificate
        for certificate in facing.items
        if certificate.kind == life.ITEMS[life.CERTIFICATE] and item in (None, certificate)
    ]
    if not certificates:
        raise Refusal(Reason.CASE_NOT_FOUND, _say("NO_CERTIFICATE", name=facing.row.name))
    return certificates[-1]


def find_item(items: Sequence[CaseItemRow], name: str) -> CaseItemRow | None:
    """Find what is in a case by its name there; None for the case itself."""
    if not name:
        return None
    match = _ITEM.match(name)
    if match is None:
        raise InputError((malformed("item", name, _say("ITEM_NAME")),))
    for item in items:
        if (item.kind, item.number) == (match[1], int(match[2])):
            return item
    raise Refusal(Reason.CASE_NOT_FOUND, _say("NO_ITEM", name=name))


def _allowed_step(facing: StepContext, name: str) -> life.WorkflowStep:
    """Find a step by its name, which may be taken in this state and by a caller of these roles."""
    item = facing.item
    kind = life.CASE if item is None else life.KINDS[item.kind]
    state = facing.row.state if item is None else item.state
    known = {candidate.step: candidate for candidate in life.steps_of(kind, facing.profile) if candidate.sources}
    if name not in known:
        raise InputError((Violation("step", _say("NO_STEP_HERE", found=name[:80], known=list(known)), "WRONG_VALUE"),))
    step = known[name]
    if state not in step.sources:
        possible: list[object] = [
            _say("WHO_MAY", step=open_step.step, roles=list(open_step.roles))
            for open_step in _open(facing, kind, state)
        ]
        message = _say("NOT_IN_STATE", step=name, state=state, possible=possible or [_say("NOBODY")])
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    principal = caller()
    if not principal.may_everything and not {role.value for role in principal.roles} & set(step.roles):
        message = _say("ROLE_FOR_STEP", step=name, roles=list(step.roles))
        raise Refusal(Reason.ROLE_NEEDED, message)
    return step


def _due(profile: Profile, kind: str, state: str, content: Content) -> dict[str, str]:
    """Say by which days something is due in this state."""
    day = content.get("due_date", "")
    if kind == life.CASE:
        due_name = {"waiting": "answer", "planned": "evaluation", "evaluating": "evaluation"}.get(state)
        return {due_name: day} if due_name and day else {}
    if kind == life.FINDING:
        return {} if state in {"closed", "dropped"} else {"finding": day}
    if kind == life.SURVEILLANCE:
        return {"evaluation": day} if state in {"planned", "evaluating"} else {}
    if kind in life.APPEALS:
        return {"appeal": day} if day and state in {"acknowledged", "investigated"} else {}
    due = {}
    if state in {"valid", "suspended"}:
        if content.get("last_date"):
            due["expiry"] = content["last_date"]
        if profile.surveillance_months:
            first = parse_date(content.get("surveyed_date") or content["first_date"])
            due["surveillance"] = add_months(first, profile.surveillance_months).isoformat()
        if state == "suspended":
            due["suspension_end"] = day
    return due


def _disposition(facing: StepContext, evaluation: str, reason: str) -> DispositionRow:
    """Write what a step decides of the result on which its certificate rests, in the campaign that led to it."""
    return DispositionRow(
        campaign=facing.given["campaign"],
        number=0,
        evaluation=evaluation,
        disposition="withdrawn" if facing.step.step == "withdraw" else "to_be_asked",
        reason=reason,
        person=facing.actor.person,
        principal=_principal(),
        time=instants.now(),
    )


def _recorded(writing: CaseWriter, facing: StepContext, number: int) -> StepContext:
    """Keep what a step says of the dossier beside the case, and note by which rule sites were chosen."""
    content = dict(facing.given)
    if content.pop("dossier", None) is not None:
        content |= dossiers.save(writing, facing, number, _document_row)
    if "sample_large_enough" in facing.step.guards:
        content["sampling"] = guards.sampling_details(facing)
    return replace(facing, given=content)


def _survey(writing: CaseWriter, facing: StepContext) -> None:
    """Note with the certificates of a case that they were maintained today, from which the next surveillance is due."""
    for item in facing.items:
        if item.kind == life.ITEMS[life.CERTIFICATE] and item.state in {"valid", "suspended"}:
            content = {**orjson.loads(item.content), "surveyed_date": facing.day.isoformat()}
            writing.change_item(item, item.state, content)
            due = _due(facing.profile, life.CERTIFICATE, item.state, content)
            writing.set_due(facing.row.organization, facing.row.name, f"{item.kind}/{item.number}", due)


def _evaluated(facing: StepContext) -> Content:
    """Name the record, the dossier and the result of the evaluation on which a case rests from now on."""
    row = facing.evaluation
    return {
        "record_digest": row.record_digest,
        "dossier_revision": row.body_digest,
        "result": guards.result_of(facing),
    }


def _certified(facing: StepContext) -> Content:
    """Write what a certificate says, from what was decided and from today's name of the client."""
    content = {name: facing.content[name] for name in _OF_CERTIFICATE if facing.content.get(name)}
    first = guards.read_day(facing.given, "first_date") if facing.given.get("first_date") else facing.day
    months = facing.profile.validity_months
    content["first_date"] = first.isoformat()
    if months:
        last = add_days(add_months(first, months), -1)
        content["last_date"] = last.isoformat()
        content["expire_time"] = instants.first_instant_of(add_days(last, 1), facing.profile.time_zone)
    content["holder"] = facing.client["display_name"]
    saved = facing.reading.document(facing.row.organization, CLIENTS, facing.row.client.rpartition("/")[2])
    content["client_revision"] = 0 if saved is None else saved.revision
    content |= {name: facing.client[name] for name in ("registered_id", "region_code") if facing.client.get(name)}
    return content


def _day_in(reading: CaseReader, profile_of: Callable[[CaseRow], Profile], name: str) -> str:
    """Give the civil day that it is now where the profile of a case has it; empty if there is no such case."""
    row = reading.case(name)
    return "" if row is None else instants.today(profile_of(row).time_zone).isoformat()


# --- what is written --------------------------------------------------------------------------------------------------


def _content(content: str | Mapping[str, Any]) -> case_service_pb2.CaseContent:
    known = orjson.loads(content) if isinstance(content, str) else dict(content)
    return ParseDict(known, case_service_pb2.CaseContent(), ignore_unknown_fields=True)


def _case(row: CaseRow) -> case_service_pb2.Case:
    return case_service_pb2.Case(
        name=row.name,
        state=row.state,
        revision=row.revision,
        client=row.client,
        subject=row.subject,
        profile=row.profile,
        profile_revision=row.profile_revision,
        content=_content(row.content),
        create_time=instants.to_timestamp(row.create_time),
    )


def item_state_on(row: CaseItemRow, content: Content, day: date) -> str:
    """Say in which state something is on a day: a certificate runs out by itself."""
    last = content.get("last_date", "")
    runs = row.kind == "certificates" and row.state in {"valid", "suspended"} and last
    return "expired" if runs and last < day.isoformat() else row.state


def _item_message(facing: StepContext, row: CaseItemRow) -> case_service_pb2.CaseItem:
    content = orjson.loads(row.content)
    state = item_state_on(row, content, facing.day)
    return case_service_pb2.CaseItem(item=f"{row.kind}/{row.number}", state=state, content=_content(content))


def _step_message(row: CaseStepRow) -> case_service_pb2.CaseStep:
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
        content=_content(row.content),
    )


def _next_message(
    facing: StepContext, item: str, step: life.WorkflowStep, signers: int
) -> case_service_pb2.NextCaseStep:
    persons = guards.eligible_persons(facing, step)
    return case_service_pb2.NextCaseStep(
        item=item, step=step.step, roles=step.roles, function=step.function, needs=step.needs, persons=persons,
        signer_count=signers,
    )  # fmt: skip


# --- the service ------------------------------------------------------------------------------------------------------


_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["CaseService"]


class CaseApi:
    """Leads cases."""

    def __init__(
        self, store: Store, gazette: Gazette, files: CertificateFiles, reading: Limiter, writing: Limiter
    ) -> None:
        """Keep them here."""
        self._persons, self._clients, self._profiles = Persons(store), Clients(store), Profiles(store)
        self._cases = CaseWorkflow(store, gazette, files)
        self._reading, self._writing = reading, writing

    async def SaveCasePerson(
        self, request: case_service_pb2.SaveCasePersonRequest, context: Context
    ) -> case_service_pb2.CasePerson:
        """Register somebody."""
        with self._writing.entered():
            return await self._writing.in_thread(self._persons.save, request)

    async def ListCasePersons(
        self, request: case_service_pb2.ListCasePersonsRequest, context: Context
    ) -> case_service_pb2.ListCasePersonsResponse:
        """List persons."""
        with self._reading.entered():
            return await self._reading.in_thread(self._persons.listed, request)

    async def SaveClient(
        self, request: case_service_pb2.SaveClientRequest, context: Context
    ) -> case_service_pb2.CaseClient:
        """Register a client."""
        with self._writing.entered():
            return await self._writing.in_thread(self._clients.save, request)

    async def ListClients(
        self, request: case_service_pb2.ListClientsRequest, context: Context
    ) -> case_service_pb2.ListClientsResponse:
        """List clients."""
        with self._reading.entered():
            return await self._reading.in_thread(self._clients.listed, request)

    async def ProposeSchemeProfile(
        self, request: case_service_pb2.ProposeSchemeProfileRequest, context: Context
    ) -> case_service_pb2.SchemeProfile:
        """Propose a profile."""
        with self._writing.entered():
            return await self._writing.in_thread(self._profiles.propose, request)

    async def ApproveSchemeProfile(
        self, request: case_service_pb2.ApproveSchemeProfileRequest, context: Context
    ) -> case_service_pb2.SchemeProfile:
        """Approve a profile."""
        with self._writing.entered():
            return await self._writing.in_thread(self._profiles.approve, request)

    async def ListSchemeProfiles(
        self, request: case_service_pb2.ListSchemeProfilesRequest, context: Context
    ) -> case_service_pb2.ListSchemeProfilesResponse:
        """List profiles."""
        with self._reading.entered():
            return await self._reading.in_thread(self._profiles.listed, request)

    async def ListSchemes(
        self, request: case_service_pb2.ListSchemesRequest, context: Context
    ) -> case_service_pb2.ListSchemesResponse:
        """List schemes."""
        with self._reading.entered():
            return await self._reading.in_thread(self._profiles.schemes, request)

    async def CreateCase(self, request: case_service_pb2.CreateCaseRequest, context: Context) -> case_service_pb2.Case:
        """Open a case."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.open, request)

    async def GetCase(self, request: case_service_pb2.GetCaseRequest, context: Context) -> case_service_pb2.Case:
        """Give a case."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.get, request)

    async def ListCases(
        self, request: case_service_pb2.ListCasesRequest, context: Context
    ) -> case_service_pb2.ListCasesResponse:
        """List cases."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.listed, request)

    async def TakeCaseStep(
        self, request: case_service_pb2.TakeCaseStepRequest, context: Context
    ) -> case_service_pb2.Case:
        """Take a step."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.take, request)

    async def PrepareCaseDecision(
        self, request: case_service_pb2.PrepareCaseDecisionRequest, context: Context
    ) -> case_service_pb2.CaseDecision:
        """Write what would be decided."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.prepare, request)

    async def GetCertificateFile(
        self, request: case_service_pb2.GetCertificateFileRequest, context: Context
    ) -> case_service_pb2.CertificateFile:
        """Give a file of a certificate."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.file, request)

    async def GetIssuerFile(
        self, request: case_service_pb2.GetIssuerFileRequest, context: Context
    ) -> case_service_pb2.IssuerFile:
        """Give what others need to check credentials."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.issuer, request)

    async def ListDueItems(
        self, request: case_service_pb2.ListDueItemsRequest, context: Context
    ) -> case_service_pb2.ListDueItemsResponse:
        """List what is due."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.due, request)


def add(parts: ServiceContext) -> None:
    """Lead cases."""
    store, settings = require_store(parts), parts.settings

    def bundle(name: str) -> bytes:
        return BundleMaker(store, parts.gazette, keeper_of(settings)).bundle(name).written()

    files = CertificateFiles(settings.certifying, settings.certificate_fonts, bundle, _document_row)
    parts.answer(_SERVICE, CaseApi(store, parts.gazette, files, parts.places.reading, parts.places.trying))
