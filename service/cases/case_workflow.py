"""Workflow of a case: opening, steps with guards, due items and certificate files."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    InputError,
    Violation,
    message_factory,
)
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import malformed, organization_of, parse_organization
from service.cases import dossiers, fact_origins, guards, signed_decisions, workflow_steps
from service.cases.audit_plans import sampling_details, time_details
from service.cases.case_messages import (
    case_message,
    certificate_state,
    client_display_names,
    item_message,
    item_state_on,
    next_step_message,
    step_message,
    why_not,
)
from service.cases.case_names import (
    CLIENT_NAME,
    ITEM_NAME,
    OUTSIDER,
    caller_identity,
    calling_actor,
    check_name,
    checking_reason,
    document_row,
    possible_actor,
    read_case_content,
)
from service.cases.certificate_files import (
    FILE_KINDS,
    CertificateFiles,
    certificate_decision,
    certificate_file,
    certifies,
    draw_unused_place,
    signed_status_list,
    stored_signature,
)
from service.cases.client_side import (
    check_application,
    check_own,
    client_member_test,
    is_applicant,
    redact_for_client,
)
from service.cases.credentials.jose import MEDIA_TYPE, did_address
from service.cases.credentials.passkeys import statement_challenge
from service.cases.credentials.status_lists import StatusPurpose
from service.cases.guards import decision_checks
from service.cases.impartiality import acts_for_client, lacks_role
from service.cases.profile_versions import case_context, governing_profile, newer_profile, revision_name
from service.cases.scheme_profiles import Profile, check_id
from service.cases.signature_renewals import SIGNATURE_LEVELS
from service.cases.step_context import Actor, Content, PersonRegistry, StepContext
from service.cases.step_effects import EFFECTS, StepChange
from service.identity.principals import caller
from service.output.mapping.mapper import word_of
from service.store.cases import (
    SIGNED_PAPER,
    CaseReader,
    CaseWriter,
    case_changed_refusal,
)
from service.store.tables import CaseItemRow, CaseRow, CaseStepRow, RegisterEntryRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.store.store import Store

_message = message_factory(__name__)


_MAX_WAITING_COMPLAINTS = 20
_UPDATE_PROFILE = "update_profile"


def _check_content(step: workflow_steps.WorkflowStep, content: Content) -> None:
    lacking = [
        Violation(f"content.{name}", _message("NEEDED", step=step.step), "REQUIRED")
        for name in step.needs
        if not content.get(name)
    ]
    more = [
        Violation(
            f"content.{name}", _message("NOT_TAKEN", step=step.step, known=[*step.needs, *step.takes]), "WRONG_VALUE"
        )
        for name in content
        if name not in step.needs and name not in step.takes
    ]
    if lacking or more:
        raise InputError((*lacking, *more))


@dataclass(frozen=True, slots=True)
class CaseWorkflow:
    """RPC methods that open cases and take their steps."""

    store: Store
    gazette: Gazette
    files: CertificateFiles

    def open_case(self, request: case_service_pb2.CreateCaseRequest, language: str) -> case_service_pb2.Case:
        organization = parse_organization(request.parent, field="parent")
        name = f"{request.parent}/cases/{check_id(request.case_id, 'case_id')}"
        match = CLIENT_NAME.match(request.client)
        if match is None or match[1] != organization:
            raise InputError((malformed("client", request.client, _message("CLIENT_NAME")),))
        if organization_of(request.subject) != organization:
            raise InputError((malformed("subject", request.subject, _message("OWN_SUBJECT")),))
        content = read_case_content(request.content)
        with self.store.cases.write_transaction() as writing:
            actor = calling_actor(writing, organization, request.person)
            if is_applicant():
                check_application(writing, organization, request)
            profile, revision = governing_profile(writing, organization, request.profile)
            row = CaseRow(
                name=name, organization=organization, state="", revision=0, client=request.client,
                subject=request.subject, profile=request.profile, profile_revision=revision, content="{}",
                create_time=instants.now(),
            )  # fmt: skip
            existing = writing.case(name)
            if existing is not None and is_applicant() and existing.client != row.client:
                raise Refusal(Reason.CASE_EXISTS, _message("CASE_ID_TAKEN", id=request.case_id))
            if existing is not None:
                first = writing.steps(name)[0]
                same = (existing.client, existing.subject, existing.profile) == (row.client, row.subject, row.profile)
                if not same or orjson.loads(first.content) != content:
                    raise Refusal(Reason.CASE_EXISTS, _message("CASE_EXISTS", name=name, time=existing.create_time))
                return self._case_message(writing, existing, language)
            step = workflow_steps.step_named("apply")
            writing.add_case(row)
            step_context = StepContext(
                writing, self.gazette.of(organization), profile, step, actor, row, None, (), (), content,
                PersonRegistry(writing, organization),
            )  # fmt: skip
            self._take(writing, step_context, "application")
            opened = self._case_row(writing, name)
            message = self._case_message(writing, opened, language)
        self.store.integrate_committed()
        return message

    def take_step(
        self,
        request: case_service_pb2.TakeCaseStepRequest,
        language: str,
        also: Callable[[CaseWriter, StepContext], None] | None = None,
    ) -> case_service_pb2.Case:
        """Apply a step; `also` writes more in its transaction, before the step is checked."""
        check_name(request.name)
        with self.store.cases.write_transaction() as writing, checking_reason(request.reason) as reason:
            content = read_case_content(request.content)
            step_context = self._step_context(writing, request, content)
            if also is not None:
                also(writing, step_context)
            if request.signed_decision:
                step_context = _with_signed_decision(writing, step_context, request.signed_decision, reason)
            elif step_context.step.decides_certificate and self._certifies(step_context.row.organization):
                step = workflow_steps.step_word(step_context.step.step)
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("DECISION_UNSIGNED", step=step))
            self._take(writing, step_context, reason)
            message = self._case_message(writing, self._case_row(writing, step_context.row.name), language)
        self.store.integrate_committed()
        return message

    def _certifies(self, organization: str) -> bool:
        return certifies(self.files.certifying, organization)

    def get_certificate_file(
        self, request: case_service_pb2.GetCertificateFileRequest, language: str
    ) -> case_service_pb2.CertificateFile:
        check_name(request.name)
        kind = word_of(case_service_pb2.GetCertificateFileRequest.Kind, request.kind)
        if kind not in FILE_KINDS:
            raise InputError.of("kind", _message("WHICH_FILE", known=list(FILE_KINDS)), "REQUIRED")
        with self.store.cases.read_transaction() as reading:
            step_context = case_context(reading, self.gazette, self._case_row(reading, request.name))
            item = _certificate(step_context, request.item)
        made, state = self.made_files(step_context.row.name, f"{item.kind}/{item.number}")
        signature: Content = {}
        if kind == SIGNED_PAPER:
            signature = self._signature(step_context.row.organization, made)
        name, media_type, file = certificate_file({**made, **signature}, kind)
        return case_service_pb2.CertificateFile(
            number=made["number"], edition=made["edition"], file_name=name, media_type=media_type, content=file,
            digest=hashlib.sha256(file).hexdigest(), state=state,
            signature_level=SIGNATURE_LEVELS.get(signature.get("level", "")),
            signature_problem=signature.get("problem", {}).get(language, ""),
            signature_renew_date=signature.get("renew_by", ""),
        )  # fmt: skip

    def _signature(self, organization: str, made: Content) -> Content:
        with self.store.cases.read_transaction() as reading:
            signature = stored_signature(reading, organization, made)
        if signature is None:
            raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_SIGNED_PAPER", number=made["number"]))
        return signature

    def made_files(self, case_name: str, item_name: str) -> tuple[Content, str]:
        """Return the stored files and the certificate state, creating the files on first request.

        Raises:
            Refusal: If files are missing and the certificate is not valid, or its decision is unsigned.
        """
        with self.store.cases.read_transaction() as reading:
            step_context = self._certified_case(reading, case_name)
            item = _certificate(step_context, item_name)
            content, organization = orjson.loads(item.content), step_context.row.organization
            number, state = content["number"], item_state_on(item, content, step_context.day)
            made = self.files.stored_files(reading, organization, number, content.get("edition", 1))
            if made is not None:
                return made, state
            if state != workflow_steps.FIRST_STATES[workflow_steps.CERTIFICATE]:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_PAPER_NOW", number=number, state=state))
            facts, place = self.files.facts(reading, step_context, item), draw_unused_place(reading, organization)
        printed, signer = self.files.make(*facts, organization, place), self.files.signer(organization)
        signature = None if signer is None else signer.sign(base64.b64decode(printed["paper"]))
        with self.store.cases.write_transaction() as writing:
            made = self.files.keep(writing, organization, printed, signature)
        self.store.integrate_committed()
        return made, state

    def has_files(self, reading: CaseReader, case_name: str, item_name: str) -> bool:
        step_context = self._certified_case(reading, case_name)
        item = _certificate(step_context, item_name)
        content, organization = orjson.loads(item.content), step_context.row.organization
        if self.files.stored_files(reading, organization, content["number"], content.get("edition", 1)) is not None:
            return True
        valid = workflow_steps.FIRST_STATES[workflow_steps.CERTIFICATE]
        return (
            item_state_on(item, content, step_context.day) == valid
            and self._certifies(organization)
            and certificate_decision(reading, step_context, item_name, content) is not None
        )

    def _certified_case(self, reading: CaseReader, case_name: str) -> StepContext:
        """Return the case without an ownership check, because the register is public."""
        row = reading.case(case_name)
        assert row is not None  # noqa: S101 -- an issued certificate names an existing case
        return case_context(reading, self.gazette, row)

    def complain(self, entry: RegisterEntryRow, content: Content) -> str:
        with self.store.cases.write_transaction() as writing:
            base = self._certified_case(writing, entry.case_name)
            step = next((step for step in base.open_steps() if step.step == "complain"), None)
            if step is None:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_COMPLAINTS_HERE", number=entry.number))
            waiting = [item for item in base.items if item.kind == "complaints" and item.state == "received"]
            if len(waiting) >= _MAX_WAITING_COMPLAINTS:
                message = _message("COMPLAINTS_WAIT", most=_MAX_WAITING_COMPLAINTS, number=entry.number)
                raise Refusal(Reason.QUOTA_EXHAUSTED, message)
            outsider = Actor(OUTSIDER, caller().account, {})
            self._take(writing, replace(base, step=step, actor=outsider, submitted_content=content), reason="")
            newest = [item for item in writing.items(entry.case_name) if item.kind == "complaints"][-1]
        self.store.integrate_committed()
        return f"{newest.kind}/{newest.number}"

    def get_issuer_file(self, request: case_service_pb2.GetIssuerFileRequest) -> case_service_pb2.IssuerFile:
        organization = parse_organization(request.parent, field="parent")
        request_type = case_service_pb2.GetIssuerFileRequest
        if request.kind == request_type.KIND_UNSPECIFIED:
            known = [name.removeprefix("KIND_").lower() for name in request_type.Kind.keys()[1:]]
            raise InputError.of("kind", _message("WHICH_FILE", known=known), "REQUIRED")
        body = self.files.body(organization)
        if request.kind == request_type.KIND_DID_DOCUMENT:
            return case_service_pb2.IssuerFile(
                address=did_address(body.did), media_type="application/did+json", content=body.document()
            )
        purpose = (
            StatusPurpose.SUSPENSION if request.kind == request_type.KIND_SUSPENSION_LIST else StatusPurpose.REVOCATION
        )
        with self.store.cases.read_transaction() as reading:
            token = signed_status_list(reading, organization, body, purpose)
        return case_service_pb2.IssuerFile(
            address=body.list_address(purpose), media_type=MEDIA_TYPE, content=token.encode()
        )

    def _step_context(
        self,
        reading: CaseReader,
        request: case_service_pb2.TakeCaseStepRequest | case_service_pb2.PrepareCaseDecisionRequest,
        content: Content,
    ) -> StepContext:
        row = self._case_row(reading, request.name)
        if row.revision != request.revision:
            raise changed_refusal(reading, row, request.revision)
        step_context = case_context(reading, self.gazette, row)
        step_context = replace(
            step_context,
            actor=calling_actor(reading, row.organization, request.person),
            item=find_item(step_context.items, request.item),
            submitted_content=content,
        )
        step_context = replace(step_context, step=_allowed_step(step_context, request.step))
        if request.step == _UPDATE_PROFILE:
            step_context = replace(step_context, profile=_next_profile(step_context))
        return step_context

    def prepare(self, request: case_service_pb2.PrepareCaseDecisionRequest) -> case_service_pb2.CaseDecision:
        check_name(request.name)
        cases = self.store.cases
        with (
            cases.write_transaction() if request.passkey else cases.read_transaction() as reader,
            checking_reason(request.reason) as reason,
        ):
            content = read_case_content(request.content)
            step_context = self._step_context(reader, request, content)
            named = (step_context.actor.person, *request.other_deciders)
            _check_step(replace(step_context, deciders=named))
            statement = signed_decisions.prepare_decision_statement(step_context, request.other_deciders, reason)
            prepared = case_service_pb2.CaseDecision(statement=statement.content, digest=statement.digest)
            if isinstance(reader, CaseWriter):
                prepared.nonce = signed_decisions.issue_challenge_nonce(reader, step_context, statement, document_row)
                prepared.challenge = statement_challenge(statement.digest, prepared.nonce)
        if request.passkey:
            self.store.integrate_committed()
        return prepared

    def get(self, request: case_service_pb2.GetCaseRequest, language: str) -> case_service_pb2.Case:
        check_name(request.name)
        with self.store.cases.read_transaction() as reading:
            return self._case_message(reading, self._case_row(reading, request.name), language)

    def _case_row(self, reading: CaseReader, name: str) -> CaseRow:
        return check_own(reading, reading.case(name), name)

    def _take(self, writing: CaseWriter, step_context: StepContext, reason: str) -> None:
        """Store a step and its effects, then take the steps that follow from it."""
        _check_step(step_context)
        step, row, before = step_context.step, step_context.row, step_context.state
        state, item = step.to or before, step_context.item
        step_context = _with_saved_dossier(writing, step_context, row.revision + 1)
        content = _changed_case(step_context) if item is None else _changed_item(step_context)
        change = StepChange(
            writing, self.gazette, self.files, step_context, reason, content, row.profile_revision
        )  # fmt: skip
        for effect in step.effects:
            EFFECTS[effect](change)
        if item is not None:
            writing.change_item(item, state, change.content)
        change.set_due(step_context.item_name, step_context.kind, state, change.content)
        case_state, case_content = (state, change.content) if item is None else (row.state, step_context.case_content)
        writing.change(
            row, state=case_state, revision=change.number,
            content=orjson.dumps(case_content, option=orjson.OPT_SORT_KEYS).decode(),
            profile_revision=change.profile_revision,
        )  # fmt: skip
        step_row = CaseStepRow(
            case_name=row.name, number=change.number, item=step_context.item_name, step=step.step, from_state=before,
            to_state=state, function=step.function, person=step_context.actor.person,
            account=step_context.actor.account, principal=caller_identity(), time=instants.now(), reason=reason,
            content=orjson.dumps(dict(step_context.submitted_content)).decode(), case_digest="",
        )  # fmt: skip
        writing.add_step(row.organization, step_row, case_state)
        if "dossier_name" in step_context.submitted_content or case_state != row.state:
            fact_origins.announce_source_changes(writing, row.organization, row.name)
        for build_context in change.following:
            if (following := build_context()) is not None:
                self._take(writing, following, reason)

    def _case_message(self, reading: CaseReader, row: CaseRow, language: str) -> case_service_pb2.Case:
        base = case_context(reading, self.gazette, row)
        actor = possible_actor(reading, row.organization)
        client_name = client_display_names(reading, row.organization, [row]).get(row.client, "")
        message = case_message(row, client_name, certificate_state(base.items, base.day))
        message.as_of_date, message.time_zone = base.day.isoformat(), base.profile.time_zone
        message.items.extend(item_message(item, base.day) for item in base.items)
        message.steps.extend(map(step_message, base.steps))
        newer = newer_profile(reading, row)
        if newer is not None:
            message.newer_profile_name = revision_name(row.organization, row.profile, newer[1])
        for step_context in (base, *(replace(base, item=item) for item in base.items)):
            message.decision_checks.extend(decision_checks(step_context, language))
            for step in step_context.open_steps():
                if (step.step == _UPDATE_PROFILE and newer is None) or not guards.is_offered(step_context, step):
                    continue
                message.next_steps.append(
                    next_step_message(
                        step_context,
                        step,
                        signers=self._signer_count(step_context, step),
                        reason=why_not(step_context, step, actor, language),
                        evaluations=guards.usable_evaluations(step_context, step),
                    )
                )
        if is_applicant():
            return redact_for_client(
                message, _complainants(base), client_member_test(reading, row.organization, row.client)
            )
        return message

    def _signer_count(self, step_context: StepContext, step: workflow_steps.WorkflowStep) -> int:
        if signed_decisions.outcome_of(step) is None:
            return 0
        named = step_context.guards_of(step)
        if "two_decide" in named:
            return 2
        printed = step.decides_certificate and self._certifies(step_context.row.organization)
        return int(printed or "decision_signed" in named)


def _complainants(step_context: StepContext) -> dict[str, str]:
    by = {step.number: step.person for step in step_context.steps}
    complaints = [item for item in step_context.items if item.kind == "complaints"]
    return {
        f"{item.kind}/{item.number}": by.get(orjson.loads(item.content).get("raised_by"), "") for item in complaints
    }


def changed_refusal(reading: CaseReader, row: CaseRow, known_revision: int) -> Refusal:
    """Return the refusal of a request that names an earlier revision of a case, with the changes since."""
    since = [f"{step.step} ({step.person})" for step in reading.steps(row.name) if step.number > known_revision]
    facts = dossiers.changed_since(reading, row, known_revision)
    if not since or is_applicant():
        return case_changed_refusal(row.name, known_revision, row.revision)
    message = _message("CHANGED_SINCE", name=row.name, found=known_revision, newest=row.revision, steps=since)
    if facts:
        message = _message("FACTS_SINCE", said=message, facts=facts)
    return Refusal(Reason.CASE_CHANGED, message)


def _check_step(step_context: StepContext) -> None:
    step = step_context.step
    _check_content(step, step_context.submitted_content)
    for name in step_context.guards_of(step):
        guards.GUARDS[name](step_context)


def _with_signed_decision(writing: CaseWriter, step_context: StepContext, content: bytes, reason: str) -> StepContext:
    _check_content(step_context.step, step_context.submitted_content)
    named = hashlib.sha256(content).hexdigest()
    if step_context.submitted_content.get("decision_digest", named) != named:
        raise InputError.of("content.decision_digest", _message("OTHER_DECISION", meant=named), "WRONG_VALUE")
    signed = signed_decisions.accept_signed_decision(writing, step_context, content, reason, document_row)
    step_content = {**step_context.submitted_content, "decision_digest": named}
    return replace(
        step_context, submitted_content=step_content, deciders=tuple(signed.decision_statement.decision.deciders)
    )


def _certificate(step_context: StepContext, name: str) -> CaseItemRow:
    item = find_item(step_context.items, name)
    certificates = [
        certificate
        for certificate in step_context.items
        if certificate.kind == workflow_steps.ITEMS[workflow_steps.CERTIFICATE] and item in (None, certificate)
    ]
    if not certificates:
        raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_CERTIFICATE", name=step_context.row.name))
    return certificates[-1]


def find_item(items: Sequence[CaseItemRow], name: str) -> CaseItemRow | None:
    """Return an item by name, or None for an empty name; raise Refusal if missing."""
    if not name:
        return None
    match = ITEM_NAME.match(name)
    if match is None:
        raise InputError((malformed("item", name, _message("ITEM_NAME")),))
    for item in items:
        if (item.kind, item.number) == (match[1], int(match[2])):
            return item
    raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_ITEM", name=name))


def _allowed_step(step_context: StepContext, name: str) -> workflow_steps.WorkflowStep:
    known = {
        candidate.step: candidate
        for candidate in workflow_steps.steps_of(step_context.kind, step_context.profile)
        if candidate.sources
    }
    if name not in known:
        raise InputError.of("step", _message("NO_STEP_HERE", found=name[:80], known=list(known)), "WRONG_VALUE")
    step = known[name]
    if step_context.state not in step.sources:
        possible: list[object] = [
            _message("WHO_MAY", step=open_step.step, roles=list(open_step.roles))
            for open_step in step_context.open_steps()
        ]
        message = _message("NOT_IN_STATE", step=name, state=step_context.state, possible=possible)
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    if (lacking := lacks_role(step, step_context.actor)) is not None:
        raise Refusal(Reason.ROLE_NEEDED, lacking)
    if (outside := acts_for_client(step, step_context.actor)) is not None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, outside)
    return step


def _changed_case(step_context: StepContext) -> dict[str, Any]:
    step = step_context.step
    submitted = {} if step.makes or step.transient else step_context.submitted_content
    return {**step_context.case_content, **submitted}


def _changed_item(step_context: StepContext) -> dict[str, Any]:
    before, submitted = step_context.item_content, step_context.submitted_content
    content = {**before, **submitted}
    if step_context.kind == workflow_steps.CERTIFICATE:
        if step_context.step.to not in ("", "suspended"):
            content.pop("due_date", None)
        content |= {
            "state_date": step_context.day.isoformat(), "public_reason": submitted.get("public_reason", ""),
        }  # fmt: skip
    elif step_context.kind not in workflow_steps.LATER_EVALUATIONS and "statement" in before:
        content["statement"] = before["statement"]
    if submitted.get("evidence"):
        content["evidence"] = list(dict.fromkeys((*before.get("evidence", ()), *submitted["evidence"])))
    return content


def _with_saved_dossier(writing: CaseWriter, step_context: StepContext, number: int) -> StepContext:
    content = dict(step_context.submitted_content)
    if content.pop("dossier", None) is not None:
        content |= dossiers.save(writing, step_context, number, document_row)
    if "sample_large_enough" in step_context.step.guards:
        content["sampling"] = sampling_details(step_context)
        if (computed := time_details(step_context)) is not None:
            content["computed_time"] = computed
    return replace(step_context, submitted_content=content)


def _next_profile(step_context: StepContext) -> Profile:
    row = step_context.row
    newer = newer_profile(step_context.case_reader, row)
    if newer is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_NEWER_PROFILE", profile=step_context.profile.title))
    profile, revision = newer
    expected = revision_name(row.organization, row.profile, revision)
    stated = step_context.submitted_content.get("profile_name", expected)
    if stated != expected:
        raise InputError.of(
            "content.profile_name", _message("OTHER_PROFILE", found=stated, meant=expected), "WRONG_VALUE"
        )
    return profile
