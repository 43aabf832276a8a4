"""Workflow of a case: opening, steps with guards, due items and certificate files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    InputError,
    Outcome,
    Violation,
    add_days,
    add_months,
    message_factory,
    parse_date,
)
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import malformed, organization_of, parse_organization
from service.cases import dossiers, guards, signed_decisions, workflow_steps
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
    check_text_with_block,
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
)
from service.cases.certificate_scope import sampling_details
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
from service.cases.decision_checks import decision_checks
from service.cases.evaluation_basis import latest_evaluation, result_of
from service.cases.impartiality import acts_for_client, lacks_role
from service.cases.profile_versions import governing_profile, newer_profile, profile_at, revision_name
from service.cases.scheme_profiles import Profile, check_id
from service.cases.step_context import Actor, Content, PersonRegistry, StepContext, read_day
from service.identity.principals import caller
from service.output.mapping.mapper import word_of
from service.store.cases import (
    CLIENTS,
    CaseReader,
    CaseWriter,
    case_changed_refusal,
)
from service.store.result_status import RESULTS
from service.store.tables import CaseItemRow, CaseRow, CaseStepRow, DispositionRow, RegisterEntryRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.gazette.versions import Gazette
    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)


_CERTIFICATE_FIELDS = (
    "scorecard", "scope", "sites", "evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "conditions", "decision_digest", "scope_zh", "conditions_zh",
)  # fmt: skip
"""Copied when a certificate is issued; later changes of the case have no effect."""
_MAX_WAITING_COMPLAINTS = 20
_CERTIFICATE_DECISIONS = frozenset({"grant", "reduce"})
"""Steps that need a signed decision if the organization issues certificates."""
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

    def open(self, request: case_service_pb2.CreateCaseRequest, language: str) -> case_service_pb2.Case:
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
            step = next(candidate for candidate in workflow_steps.steps() if candidate.step == "apply")
            writing.open(row)
            step_context = StepContext(
                writing, self.gazette.of(organization), profile, step, actor, row, None, (), (), content,
                PersonRegistry(writing, organization),
            )  # fmt: skip
            self._step(writing, step_context, "application")
            opened = self._case_row(writing, name)
            message = self._case_message(writing, opened, language)
        self.store.integrate_committed()
        return message

    def take(self, request: case_service_pb2.TakeCaseStepRequest, language: str) -> case_service_pb2.Case:
        check_name(request.name)
        with self.store.cases.write_transaction() as writing, check_text_with_block(request.reason, "reason") as reason:
            content = read_case_content(request.content)
            step_context = self._step_context(writing, request, content)
            if request.signed_decision:
                step_context = _with_signed_decision(writing, step_context, request.signed_decision, reason)
            elif step_context.step.step in _CERTIFICATE_DECISIONS and self._certifies(step_context.row.organization):
                step = workflow_steps.step_word(step_context.step.step)
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("DECISION_UNSIGNED", step=step))
            self._step(writing, step_context, reason)
            message = self._case_message(writing, self._case_row(writing, step_context.row.name), language)
        self.store.integrate_committed()
        return message

    def _certifies(self, organization: str) -> bool:
        return certifies(self.files.certifying, organization)

    def file(self, request: case_service_pb2.GetCertificateFileRequest) -> case_service_pb2.CertificateFile:
        check_name(request.name)
        kind = word_of(case_service_pb2.GetCertificateFileRequest.Kind, request.kind)
        if kind not in FILE_KINDS:
            raise InputError((Violation("kind", _message("WHICH_FILE", known=list(FILE_KINDS)), "REQUIRED"),))
        with self.store.cases.read_transaction() as reading:
            step_context = case_context(reading, self.gazette, self._case_row(reading, request.name))
            item = _certificate(step_context, request.item)
        made, state = self.made_files(step_context.row.name, f"{item.kind}/{item.number}")
        name, media_type, file = certificate_file(made, kind)
        return case_service_pb2.CertificateFile(
            number=made["number"], edition=made["edition"], file_name=name, media_type=media_type, content=file,
            digest=hashlib.sha256(file).hexdigest(), state=state,
        )  # fmt: skip

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
        printed = self.files.make(*facts, organization, place)
        with self.store.cases.write_transaction() as writing:
            made = self.files.keep(writing, organization, printed)
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
            and certificate_decision(reading, step_context, item_name) is not None
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
            self._step(writing, replace(base, step=step, actor=outsider, submitted_content=content), reason="")
            newest = [item for item in writing.items(entry.case_name) if item.kind == "complaints"][-1]
        self.store.integrate_committed()
        return f"{newest.kind}/{newest.number}"

    def issuer(self, request: case_service_pb2.GetIssuerFileRequest) -> case_service_pb2.IssuerFile:
        organization = parse_organization(request.parent, field="parent")
        request_type = case_service_pb2.GetIssuerFileRequest
        if request.kind == request_type.KIND_UNSPECIFIED:
            known = [name.removeprefix("KIND_").lower() for name in request_type.Kind.keys()[1:]]
            raise InputError((Violation("kind", _message("WHICH_FILE", known=known), "REQUIRED"),))
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
            raise _changed_refusal(reading, row, request.revision)
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
            check_text_with_block(request.reason, "reason") as reason,
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

    def _step(self, writing: CaseWriter, step_context: StepContext, reason: str) -> None:
        step, row = step_context.step, step_context.row
        kind = _check_step(step_context)
        number = row.revision + 1
        before = row.state if step_context.item is None else step_context.item.state
        state = step.to or before
        item = "" if step_context.item is None else f"{step_context.item.kind}/{step_context.item.number}"
        step_context = _with_saved_dossier(writing, step_context, number)
        case_state, content = row.state, dict(step_context.case_content)
        if step_context.item is not None:
            known = _changed_item(step_context)
            if step.step == "conclude":
                known |= _evaluation_content(step_context)
                self._raise_findings(writing, step_context, number)
            if step.step == "maintain":
                _record_maintenance(writing, step_context)
            if kind == workflow_steps.CERTIFICATE:
                known |= _certificate_change(step_context)
            writing.change_item(step_context.item, state, known)
            writing.set_due(row.organization, row.name, item, _due_days(step_context.profile, kind, state, known))
            if step_context.submitted_content.get("campaign"):
                writing.save_disposition(_disposition(step_context, known["evaluation"], reason))
        else:
            case_state = state
            if step.makes:
                self._create_item(writing, step_context, number)
            elif step.step == _UPDATE_PROFILE:
                row = _move_to_newer_profile(writing, step_context)
            elif step.function != "comment":
                content |= step_context.submitted_content
            if step.step == "conclude":
                content |= _evaluation_content(step_context)
                writing.label(row.organization, {(RESULTS, content["evaluation"])}, row.name)
                if step_context.case_content.get("evaluation", content["evaluation"]) != content["evaluation"]:
                    content["previous_evaluation"] = step_context.case_content["evaluation"]
                self._raise_findings(writing, step_context, number)
            writing.set_due(row.organization, row.name, "", _due_days(step_context.profile, kind, state, content))
        writing.change(
            row, state=case_state, revision=number,
            content=orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode(),
            profile_revision=row.profile_revision,
        )  # fmt: skip
        step_row = CaseStepRow(
            case_name=row.name, number=number, item=item, step=step.step, from_state=before, to_state=state,
            function=step.function, person=step_context.actor.person, account=step_context.actor.account,
            principal=caller_identity(), time=instants.now(), reason=reason,
            content=orjson.dumps(dict(step_context.submitted_content)).decode(), case_digest="",
        )  # fmt: skip
        writing.take(row.organization, step_row, case_state)
        if step.makes == workflow_steps.CERTIFICATE and step_context.submitted_content.get("predecessor"):
            self._supersede(writing, step_context, reason)

    def _supersede(self, writing: CaseWriter, step_context: StepContext, reason: str) -> None:
        predecessor = writing.numbered(step_context.row.organization, step_context.submitted_content["predecessor"])
        if predecessor is None:
            return
        case, item = predecessor
        before = case_context(writing, self.gazette, case)
        number = next(
            orjson.loads(certificate.content)["number"]
            for certificate in reversed(writing.items(step_context.row.name))
            if certificate.kind == workflow_steps.ITEMS[workflow_steps.CERTIFICATE]
        )
        step = next(candidate for candidate in workflow_steps.steps() if candidate.step == "supersede")
        content = {"successor": number}
        self._step(
            writing, replace(before, step=step, actor=step_context.actor, item=item, submitted_content=content), reason
        )

    def _create_item(self, writing: CaseWriter, step_context: StepContext, number: int) -> None:
        kind, row = step_context.step.makes, step_context.row
        content: dict[str, Any] = {**step_context.submitted_content, "raised_by": number}
        if kind == workflow_steps.FINDING:
            days = step_context.profile.due_days[content["severity"]]
            content.setdefault("due_date", add_days(step_context.day, days).isoformat())
        if kind == workflow_steps.CERTIFICATE:
            content |= _certificate_content(step_context)
        if kind == workflow_steps.SURVEILLANCE:
            content["previous_evaluation"] = latest_evaluation(step_context)
        made = writing.add_item(row.name, workflow_steps.ITEMS[kind], workflow_steps.FIRST_STATES[kind], content)
        item = f"{made.kind}/{made.number}"
        if kind == workflow_steps.CERTIFICATE:
            day, profile = parse_date(content["first_date"]), step_context.profile

            def format_number(serial: int) -> str:
                return profile.number_for(serial, day)

            content["number"] = writing.number(row.organization, profile.numbering(day), format_number, row.name, item)
            writing.change_item(made, made.state, content)
            if self._certifies(row.organization):
                self.files.facts(
                    writing, step_context, made.model_copy(update={"content": orjson.dumps(content).decode()})
                )
        writing.set_due(row.organization, row.name, item, _due_days(step_context.profile, kind, made.state, content))

    def _raise_findings(self, writing: CaseWriter, step_context: StepContext, number: int) -> None:
        head, name = step_context.written_steps.head, step_context.evaluation.name
        scorecard = step_context.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
        present = set()
        for item in step_context.items:
            known = orjson.loads(item.content)
            if item.kind == "findings" and (item.state in guards.OPEN_FINDINGS or known.get("evaluation") == name):
                present.add(known.get("requirement"))
        raised = [
            (f"gates/{gate.id}", Outcome.NOT_MET, gate.labels, "major", None) for gate in scorecard.gates
        ] + [
            (f"findings/{finding.id}", Outcome.MET, finding.labels, finding.severity.value, finding.close_within_days)
            for finding in scorecard.findings
        ]  # fmt: skip
        for step, outcome, labels, severity, close_within in raised:
            recorded = step_context.written_steps.outcome(step)
            id = step.partition("/")[2]
            requirement = f"{scorecard.card.id}/{id}"
            if recorded != outcome or requirement in present:
                continue
            content = {
                "severity": severity,
                "requirement": requirement,
                "statement": labels.get("en", id),
                "evaluation": name,
                "due_date": add_days(
                    step_context.day, close_within or step_context.profile.due_days[severity]
                ).isoformat(),
                "raised_by": number,
            }
            made = writing.add_item(step_context.row.name, "findings", "open", content)
            due = _due_days(step_context.profile, workflow_steps.FINDING, "open", content)
            writing.set_due(step_context.row.organization, step_context.row.name, f"findings/{made.number}", due)

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
                if step.step == _UPDATE_PROFILE and newer is None:
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
        printed = step.step in _CERTIFICATE_DECISIONS and self._certifies(step_context.row.organization)
        return int(printed or "decision_signed" in named)


def _complainants(step_context: StepContext) -> dict[str, str]:
    by = {step.number: step.person for step in step_context.steps}
    complaints = [item for item in step_context.items if item.kind == "complaints"]
    return {
        f"{item.kind}/{item.number}": by.get(orjson.loads(item.content).get("raised_by"), "") for item in complaints
    }


def case_context(reading: CaseReader, gazette: Gazette, row: CaseRow, profile: Profile | None = None) -> StepContext:
    """Return a case's context without actor or item; `profile` is read if None."""
    profile = profile or profile_at(reading, row.organization, row.profile, row.profile_revision)
    items, steps = reading.items(row.name), reading.steps(row.name)
    unset = Actor("", "", {})
    return StepContext(
        reading, gazette.of(row.organization), profile, workflow_steps.steps()[0], unset, row, None, items, steps, {},
        PersonRegistry(reading, row.organization),
    )  # fmt: skip


def _changed_refusal(reading: CaseReader, row: CaseRow, known_revision: int) -> Refusal:
    since = [f"{step.step} ({step.person})" for step in reading.steps(row.name) if step.number > known_revision]
    facts = dossiers.changed_since(reading, row, known_revision)
    if not since or is_applicant():
        return case_changed_refusal(row.name, known_revision, row.revision)
    message = _message("CHANGED_SINCE", name=row.name, found=known_revision, newest=row.revision, steps=since)
    if facts:
        message = _message("FACTS_SINCE", said=message, facts=facts)
    return Refusal(Reason.CASE_CHANGED, message)


def _check_step(step_context: StepContext) -> str:
    step = step_context.step
    _check_content(step, step_context.submitted_content)
    for name in step_context.guards_of(step):
        guards.GUARDS[name](step_context)
    return step_context.kind


def _with_signed_decision(writing: CaseWriter, step_context: StepContext, content: bytes, reason: str) -> StepContext:
    _check_content(step_context.step, step_context.submitted_content)
    named = hashlib.sha256(content).hexdigest()
    if step_context.submitted_content.get("decision_digest", named) != named:
        raise InputError(
            (Violation("content.decision_digest", _message("OTHER_DECISION", meant=named), "WRONG_VALUE"),)
        )
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
        raise InputError(
            (Violation("step", _message("NO_STEP_HERE", found=name[:80], known=list(known)), "WRONG_VALUE"),)
        )
    step = known[name]
    if step_context.state not in step.sources:
        possible: list[object] = [
            _message("WHO_MAY", step=open_step.step, roles=list(open_step.roles))
            for open_step in step_context.open_steps()
        ]
        message = _message(
            "NOT_IN_STATE", step=name, state=step_context.state, possible=possible or [_message("NOBODY")]
        )
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    if (lacking := lacks_role(step, step_context.actor)) is not None:
        raise Refusal(Reason.ROLE_NEEDED, lacking)
    if (outside := acts_for_client(step, step_context.actor)) is not None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, outside)
    return step


def _changed_item(step_context: StepContext) -> dict[str, Any]:
    before, step_content = step_context.item_content, step_context.submitted_content
    known = {**before, **step_content}
    if step_context.kind == workflow_steps.CERTIFICATE and step_context.step.to not in ("", "suspended"):
        known.pop("due_date", None)
    if step_context.kind in {workflow_steps.FINDING, *workflow_steps.APPEALS} and "statement" in before:
        known["statement"] = before["statement"]
    if step_content.get("evidence"):
        known["evidence"] = list(dict.fromkeys((*before.get("evidence", ()), *step_content["evidence"])))
    return known


def _certificate_change(step_context: StepContext) -> dict[str, Any]:
    edition = step_context.item_content.get("edition", 1) + 1 if step_context.step.step == "reduce" else None
    return {
        "state_date": step_context.day.isoformat(),
        "public_reason": step_context.submitted_content.get("public_reason", ""),
        **({} if edition is None else {"edition": edition}),
    }


def _due_days(profile: Profile, kind: str, state: str, content: Content) -> dict[str, str]:
    day = content.get("due_date", "")
    if kind == workflow_steps.CASE:
        due_name = {"waiting": "answer", "planned": "evaluation", "evaluating": "evaluation"}.get(state)
        return {due_name: day} if due_name and day else {}
    if kind == workflow_steps.FINDING:
        return {} if state in workflow_steps.FINDING_ENDS else {"finding": day}
    if kind == workflow_steps.SURVEILLANCE:
        return {"evaluation": day} if state in {"planned", "evaluating"} else {}
    if kind in workflow_steps.APPEALS:
        return {"appeal": day} if day and state in {"acknowledged", "investigated"} else {}
    due = {}
    if state in workflow_steps.RUNNING:
        if content.get("last_date"):
            due["expiry"] = content["last_date"]
        if profile.surveillance_months:
            first = parse_date(content.get("surveyed_date") or content["first_date"])
            due["surveillance"] = add_months(first, profile.surveillance_months).isoformat()
        if state == "suspended":
            due["suspension_end"] = day
    return due


def _disposition(step_context: StepContext, evaluation: str, reason: str) -> DispositionRow:
    return DispositionRow(
        campaign=step_context.submitted_content["campaign"],
        number=0,
        evaluation=evaluation,
        disposition="withdrawn" if step_context.step.step == "withdraw" else "to_be_asked",
        reason=reason,
        person=step_context.actor.person,
        principal=caller_identity(),
        time=instants.now(),
    )


def _with_saved_dossier(writing: CaseWriter, step_context: StepContext, number: int) -> StepContext:
    content = dict(step_context.submitted_content)
    if content.pop("dossier", None) is not None:
        content |= dossiers.save(writing, step_context, number, document_row)
    if "sample_large_enough" in step_context.step.guards:
        content["sampling"] = sampling_details(step_context)
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
        raise InputError(
            (Violation("content.profile_name", _message("OTHER_PROFILE", found=stated, meant=expected), "WRONG_VALUE"),)
        )
    return profile


def _move_to_newer_profile(writing: CaseWriter, step_context: StepContext) -> CaseRow:
    row, profile = step_context.row, step_context.profile
    for item in step_context.items:
        due = _due_days(profile, workflow_steps.KINDS[item.kind], item.state, orjson.loads(item.content))
        writing.set_due(row.organization, row.name, f"{item.kind}/{item.number}", due)
    revision = int(step_context.submitted_content["profile_name"].rpartition("@")[2])
    return row.model_copy(update={"profile_revision": revision})


def _record_maintenance(writing: CaseWriter, step_context: StepContext) -> None:
    for item in step_context.items:
        if item.kind == workflow_steps.ITEMS[workflow_steps.CERTIFICATE] and item.state in workflow_steps.RUNNING:
            content = {**orjson.loads(item.content), "surveyed_date": step_context.day.isoformat()}
            writing.change_item(item, item.state, content)
            due = _due_days(step_context.profile, workflow_steps.CERTIFICATE, item.state, content)
            writing.set_due(step_context.row.organization, step_context.row.name, f"{item.kind}/{item.number}", due)


def _evaluation_content(step_context: StepContext) -> Content:
    row = step_context.evaluation
    return {
        "record_digest": row.record_digest,
        "dossier_revision": row.body_digest,
        "result": result_of(step_context),
    }


def _certificate_content(step_context: StepContext) -> Content:
    content = {name: step_context.content[name] for name in _CERTIFICATE_FIELDS if step_context.content.get(name)}
    first = (
        read_day(step_context.submitted_content, "first_date")
        if step_context.submitted_content.get("first_date")
        else step_context.day
    )
    months = step_context.profile.validity_months
    content["first_date"] = first.isoformat()
    if months:
        last = add_days(add_months(first, months), -1)
        content["last_date"] = last.isoformat()
        content["expire_time"] = instants.first_instant_of(add_days(last, 1), step_context.profile.time_zone)
    content["holder"] = step_context.client["display_name"]
    saved = step_context.case_reader.document(step_context.row.organization, CLIENTS, step_context.client_id)
    content["client_revision"] = 0 if saved is None else saved.revision
    content |= {
        name: step_context.client[name] for name in ("registered_id", "region_code") if step_context.client.get(name)
    }
    return content
