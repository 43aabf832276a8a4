"""Workflow of a case: opening, steps with their guards, due items, and files of its certificates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Outcome, Violation, add_days, add_months, message_factory, parse_date
from service.base import instants
from service.base.names import malformed, organization_of, parse_organization
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.cases import deciding, dossiers, guards, life
from service.cases.case_messages import case_message, item_message, item_state_on, next_step_message, step_message
from service.cases.case_names import (
    CLIENT_NAME,
    ITEM_NAME,
    caller_identity,
    calling_actor,
    check_name,
    checked_text,
    document_row,
    given_content,
)
from service.cases.certificate_scope import sampling_details
from service.cases.certifying import (
    FILE_KINDS,
    CertificateFiles,
    certificate_file,
    certifies,
    draw_unused_place,
    signed_status_list,
)
from service.cases.client_side import (
    check_application,
    check_own,
    client_member_test,
    client_of,
    is_applicant,
    redact_for_client,
)
from service.cases.credentials.jose import MEDIA_TYPE, did_address
from service.cases.credentials.passkeys import statement_challenge
from service.cases.credentials.status_lists import StatusPurpose
from service.cases.evaluation_basis import latest_evaluation, result_of
from service.cases.profile_versions import cached_profiles, governing_profile, profile_at
from service.cases.scheme_profiles import Profile, check_id
from service.cases.step_context import Actor, Content, StepContext, parse_day, read_day
from service.identity.principals import caller, visibility_scope
from service.store.cases import (
    CLIENTS,
    CaseReader,
    CaseWriter,
    case_changed_refusal,
)
from service.store.result_status import RESULTS
from service.store.tables import CaseItemRow, CaseRow, CaseStepRow, DispositionRow
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_say = message_factory(__name__)


_DUE_AHEAD = 30
_OF_CERTIFICATE = (
    "scorecard", "scope", "sites", "evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "conditions", "decision_digest", "scope_zh", "conditions_zh",
)  # fmt: skip
"""What a certificate takes over from its case when it is issued, and keeps whatever becomes of the case."""
_PRINTED = frozenset({"grant", "reduce"})
"""The decisions on which a certificate is printed, which are signed wherever somebody has set up who certifies."""


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
        match = CLIENT_NAME.match(request.client)
        if match is None or match[1] != organization:
            raise InputError((malformed("client", request.client, _say("CLIENT_NAME")),))
        if organization_of(request.subject) != organization:
            raise InputError((malformed("subject", request.subject, _say("OWN_SUBJECT")),))
        content = given_content(request.content)
        with self.store.cases.writing() as writing:
            actor = calling_actor(writing, organization, request.person)
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
        reason = checked_text(request.reason, "reason")
        content = given_content(request.content)
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
            token = signed_status_list(reading, organization, body, purpose)
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
            actor=calling_actor(reading, row.organization, request.person),
            item=find_item(facing.items, request.item),
            given=content,
        )
        return replace(facing, step=_allowed_step(facing, request.step))

    def prepare(self, request: case_service_pb2.PrepareCaseDecisionRequest) -> case_service_pb2.CaseDecision:
        """Write what a step would decide, once nothing else is in its way."""
        check_name(request.name)
        reason = checked_text(request.reason, "reason")
        content = given_content(request.content)
        with self.store.cases.writing() if request.passkey else self.store.cases.reading() as reader:
            facing = self._asked(reader, request, content)
            named = (facing.actor.person, *request.other_deciders)
            _check_step(replace(facing, deciders=named))
            statement = deciding.prepare_decision_statement(facing, request.other_deciders, reason)
            prepared = case_service_pb2.CaseDecision(statement=statement.content, digest=statement.digest)
            if isinstance(reader, CaseWriter):
                prepared.nonce = deciding.issue_challenge_nonce(reader, facing, statement, document_row)
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
        response = case_service_pb2.ListCasesResponse(cases=map(case_message, rows[:size]))
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
            last = parse_day(request.last_date, "last_date")
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
            function=step.function, person=facing.actor.person, account=facing.actor.account,
            principal=caller_identity(), time=instants.now(), reason=reason,
            content=orjson.dumps(dict(facing.given)).decode(), case_digest="",
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
            content["previous_evaluation"] = latest_evaluation(facing)
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
        message = case_message(row)
        message.as_of_date, message.time_zone = facing.day.isoformat(), facing.profile.time_zone
        message.items.extend(item_message(facing, item) for item in facing.items)
        message.steps.extend(map(step_message, facing.steps))
        for name, kind, state in (
            ("", life.CASE, row.state),
            *((f"{item.kind}/{item.number}", life.KINDS[item.kind], item.state) for item in facing.items),
        ):
            message.next_steps.extend(
                next_step_message(facing, name, open_step, self._signers(facing, kind, open_step))
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
    signed = deciding.accept_signed_decision(writing, facing, content, reason, document_row)
    step_content = {**facing.given, "decision_digest": named}
    return replace(facing, given=step_content, deciders=tuple(signed.said.decision.deciders))


def _open(facing: StepContext, kind: str, state: str) -> Sequence[life.WorkflowStep]:
    return list(life.open_steps(kind, state, facing.profile))


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
    match = ITEM_NAME.match(name)
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
        principal=caller_identity(),
        time=instants.now(),
    )


def _recorded(writing: CaseWriter, facing: StepContext, number: int) -> StepContext:
    """Keep what a step says of the dossier beside the case, and note by which rule sites were chosen."""
    content = dict(facing.given)
    if content.pop("dossier", None) is not None:
        content |= dossiers.save(writing, facing, number, document_row)
    if "sample_large_enough" in facing.step.guards:
        content["sampling"] = sampling_details(facing)
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
        "result": result_of(facing),
    }


def _certified(facing: StepContext) -> Content:
    """Write what a certificate says, from what was decided and from today's name of the client."""
    content = {name: facing.content[name] for name in _OF_CERTIFICATE if facing.content.get(name)}
    first = read_day(facing.given, "first_date") if facing.given.get("first_date") else facing.day
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
