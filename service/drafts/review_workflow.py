"""Signed review workflow of drafts on a server.

The status is never stored; it follows from statements and gazette, as for draft folders.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import orjson
from pydantic import ValidationError

from rules.contracts import (
    InputError,
    TrailError,
    VersionError,
    Violation,
    error_message,
    field_problem,
    in_language,
    message_factory,
)
from rules.model import read_published
from service.approval.approval_rules import (
    change_reason,
    publication_statements,
    requested_repeal,
    require_submission,
    review_status_of,
    with_statement,
)
from service.approval.approval_trust import read_rule_trust
from service.approval.passkey_answers import version_challenge
from service.approval.review_status import TABLE, ReviewAction, ReviewState, next_state
from service.approval.statements import Act, Predicate, read_statement, statement_payload
from service.base import instants, logs
from service.base.refusals import Reason, Refusal
from service.base.worker_specs import WorkerSpec
from service.drafts.legal_effect import is_same_effect, legal_effect, today_for, with_case_counts, write_effect
from service.gazette.publication import add_entry, write_repeal, write_version
from service.gazette.received import gazette_lock
from service.identity.principals import caller
from service.output.mapping.scorecards import SCORECARDS, write_draft, write_signed
from service.store.tables import DraftStatementRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from rules.model import PublishedVersion, Repeal
    from service.api.service_dependencies import Limiter
    from service.approval.approval_trust import Trust
    from service.approval.review_status import ReviewStatus
    from service.approval.statements import Effect, Statement
    from service.base.worker_specs import Worker
    from service.drafts.draft_impact import DraftImpacts
    from service.drafts.revisions import DraftRevisions
    from service.gazette.versions import Gazette
    from service.store.store import Store
    from service.store.tables import DraftRow, RevisionRow

_message = message_factory(__name__)

_CHECK_SECONDS = 600
_MAX_CLOCK_DEVIATION_SECONDS = 300


def draft_check_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the spec of the draft check worker, which loads the compiler."""
    return WorkerSpec("service.api.publishing_process", (str(gazette),), seconds=_CHECK_SECONDS, max_idle=1)


class ReviewWorkflow:
    """Acceptance of signed statements, and publication into the gazette."""

    def __init__(  # noqa: PLR0913 -- independent components
        self,
        *,
        store: Store,
        drafting: DraftRevisions,
        impacts: DraftImpacts,
        gazette: Gazette,
        trust: Path | None,
        checking: Worker,
        threads: Limiter,
        note_publication: Callable[[], None],
    ) -> None:
        self._store, self._draft_store, self._revisions = store, store.drafts, drafting
        self._impacts, self._gazette = impacts, gazette
        self._trust, self._checker, self._threads = trust, checking, threads
        self._note_publication = note_publication

    async def draft(self, name: str, language: str) -> draft_pb2.Draft:
        row, revision, version = await self._newest(name)
        draft = await self._threads.in_thread(self._draft_message, row, revision, version, language)
        if version is not None:
            draft.effect.CopyFrom(write_effect(await self._threads.in_thread(self._effect, row, version)))
        return draft

    async def check_changes(self, row: DraftRow) -> None:
        _, _, version = await self._newest(row.name)
        if version is None or not version.publish_time:
            return
        state = ReviewState.PUBLISHED if version.repeal is None else ReviewState.REPEALED
        outcome = next_state(version.name, state, ReviewAction.CHANGE)
        if not isinstance(outcome, ReviewState):
            raise Refusal(Reason.STEP_NOT_ALLOWED, outcome)

    async def check(
        self, row: DraftRow, language: str, signed: Mapping[str, str] | None = None, reason: str = ""
    ) -> work_pb2.CheckedDraft:
        revision = await self._threads.in_thread(self._revisions.newest, row)
        files = await self._threads.in_thread(self._revisions.files, revision)
        job = work_pb2.CheckDraft(files=files, signed=signed, reason=reason)
        return await self._checker.work(job, work_pb2.CheckedDraft, language=language)

    async def sign(self, act: Act, request: draft_pb2.SignDraftRequest, language: str) -> draft_pb2.Draft:
        statement = read_signed(request.statement)
        if statement.act is not act:
            message = _message("OTHER_ACT", found=statement.act.value, wanted=act.value)
            raise InputError.of("statement.payload", message, "WRONG_VALUE")
        row, _, version = await self._newest(request.name)
        if version is None:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("DRAFT_HAS_ERRORS", name=row.name))
        status, entry = await self._threads.in_thread(self._accept, row, version, statement), ""
        if act in (Act.SUBMISSION, Act.PUBLICATION):
            submission = status.submission
            signed = submission.predicate.reports if submission is not None else None
            reason = _change_reason(submission, statement.predicate.reason)
            checked = await self.check(row, language, signed, reason)
            if checked.problems:
                raise Refusal(
                    Reason.SOURCE_HAS_ERRORS, _message("NOT_PUBLISHABLE", problems=" ".join(checked.problems[:3]))
                )
            if act is Act.SUBMISSION and (statement.predicate.reports or {}).get("check") != checked.report_digest:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OTHER_CHECK", found=checked.report_digest))
            version, entry = await self._threads.in_thread(read_published, checked.content, ""), checked.entry
        await self._threads.in_thread(self._record_statement, row, version, statement, entry)
        return await self.draft(row.name, language)

    async def prepare(
        self, request: draft_pb2.PrepareDraftStatementRequest, language: str
    ) -> draft_pb2.PreparedDraftStatement:
        act = _read_act(request.act)
        row, _, version = await self._newest(request.name)
        if version is None:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("DRAFT_HAS_ERRORS", name=row.name))
        reports = dict(request.reports)
        if act is Act.SUBMISSION:
            change_reason(request.reason)
        if act is Act.SUBMISSION and "check" not in reports:
            checked = await self.check(row, language)
            if checked.problems:
                raise Refusal(
                    Reason.SOURCE_HAS_ERRORS, _message("NOT_PUBLISHABLE", problems=" ".join(checked.problems[:3]))
                )
            reports["check"] = checked.report_digest
        effect = await self._measured_effect(row, version, language) if act is Act.APPROVAL else None
        return await self._threads.in_thread(self._prepare_statement, act, request, reports, row, version, effect)

    async def _measured_effect(self, row: DraftRow, version: PublishedVersion, language: str) -> Effect:
        effect = await self._threads.in_thread(self._effect, row, version)
        if not effect.compared_with:
            return effect.model_copy(update={"results": 0, "measured_results": 0, "moved_results": 0})
        impact = await self._impacts.first_page(row.organization, effect.compared_with, version, language)
        moved = sum(result.moved or bool(result.problem) for result in impact.results)
        counts = {"results": impact.subject_count, "measured_results": len(impact.results), "moved_results": moved}
        return effect.model_copy(update=counts)

    def _effect(self, row: DraftRow, version: PublishedVersion) -> Effect:
        effect = legal_effect(version, self._gazette.of_current_organization(), today_for(version))
        return with_case_counts(effect, self._store, row.organization, version)

    def _prepare_statement(  # noqa: PLR0913, PLR0917 -- independent parts of one statement
        self,
        act: Act,
        request: draft_pb2.PrepareDraftStatementRequest,
        reports: Mapping[str, str],
        row: DraftRow,
        version: PublishedVersion,
        effect: Effect | None,
    ) -> draft_pb2.PreparedDraftStatement:
        trust, before = self._require_trust(), self._statements(row, version)
        require_person(request.person, trust)
        stated: dict[str, object] = {
            "person": request.person,
            "time": next_statement_time(version, before),
            "rule_digest": version.rule_digest,
            "text_digest": version.text_digest,
            "reason": request.reason,
        }
        if act is Act.SUBMISSION:
            stated |= {"authors": sorted({request.person, *request.authors}), "reports": reports}
        elif act in (Act.APPROVAL, Act.REJECTION):
            stated["submission"] = require_submission(version, self._review_status(version, before, trust)).digest
            stated["effect"] = effect
        elif act is Act.PUBLICATION:
            _change_reason(self._review_status(version, before, trust).submission, request.reason)
        elif act is Act.REPEAL:
            stated["first_day"] = request.first_date
        return prepared_statement(act, version, stated, trust)

    async def _newest(self, name: str) -> tuple[DraftRow, RevisionRow, PublishedVersion | None]:
        row = await self._threads.in_thread(self._revisions.draft, name)
        revision = await self._threads.in_thread(self._revisions.newest, row)
        files = await self._threads.in_thread(self._revisions.files, revision)
        try:
            version = await self._revisions.published_form(files)
        except InputError:
            return row, revision, None
        return row, revision, await self._threads.in_thread(self._as_published, version)

    def _as_published(self, version: PublishedVersion) -> PublishedVersion:
        try:
            published = self._gazette.of_current_organization().version_named(version.name)
        except VersionError:
            return version
        return published if published.content_digest == version.content_digest else version

    def _draft_message(
        self, row: DraftRow, revision: RevisionRow, version: PublishedVersion | None, language: str
    ) -> draft_pb2.Draft:
        message = write_draft(row, revision, open_comments=self._draft_store.open_comments(row.name))
        trust = read_rule_trust(self._trust)
        if version is None or trust is None:
            return message
        statements = self._statements(row, version)
        status = self._review_status(version, statements, trust)
        add_standing(message, status, version.content_digest, statements, language, repeal=version.repeal)
        return message

    def _statements(self, row: DraftRow, version: PublishedVersion) -> Sequence[Statement]:
        stored = [
            read_statement(orjson.loads(statement.envelope)) for statement in self._draft_store.statements(row.name)
        ]
        published_statements = (
            self._gazette.of_current_organization().statements(version) if version.publish_time else ()
        )
        stored_digests = {statement.digest for statement in stored}
        return [*stored, *(statement for statement in published_statements if statement.digest not in stored_digests)]

    def _review_status(self, version: PublishedVersion, statements: Sequence[Statement], trust: Trust) -> ReviewStatus:
        return review_status_of(version, statements, trust, self._gazette.of_current_organization().organization)

    def _require_trust(self) -> Trust:
        return require_trust(self._trust)

    def _accept(self, row: DraftRow, version: PublishedVersion, statement: Statement) -> ReviewStatus:
        trust, before, predicate = self._require_trust(), self._statements(row, version), statement.predicate
        status = self._review_status(version, before, trust)
        _check_content(row, version, statement)
        check_statement_time(version, before, statement)
        if statement.act is Act.REPEAL:
            requested_repeal(version, status.state, statement, trust)
            return status
        with_statement(version, before, statement, trust, self._gazette.of_current_organization().organization)
        if statement.act in (Act.APPROVAL, Act.REJECTION):
            require_submission(version, status)
        if statement.act is Act.APPROVAL:
            check_effect(version, statement, self._gazette.of_current_organization())
        if statement.act is Act.REJECTION and not predicate.reason.strip():
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("REJECTION_REASON", version=version.name))
        if statement.act is Act.APPROVAL:
            refuse_saver(self._draft_store.savers(row.name))
        return status

    def _record_statement(self, row: DraftRow, version: PublishedVersion, statement: Statement, entry: str) -> None:
        position = len(self._draft_store.statements(row.name))  # a concurrent signer then finds this position occupied
        status = self._accept(row, version, statement)
        if statement.act is Act.PUBLICATION:
            self._publish(version, (*publication_statements(status), statement), entry)
            self._note_publication()
        elif statement.act is Act.REPEAL:
            repeal = requested_repeal(version, status.state, statement, self._require_trust())
            gazette = self._gazette.of_current_organization()
            signed, owner = (statement,), gazette.organization
            write_to_gazette(lambda: write_repeal(gazette.folder, version, repeal, signed, organization=owner))
            self._note_publication()
        else:
            self._draft_store.add_statement(
                DraftStatementRow(
                    draft=row.name,
                    position=position,
                    envelope=orjson.dumps(dict(statement.envelope)).decode(),
                    principal=caller().id,
                    create_time=instants.now(),
                )
            )

    def _publish(self, version: PublishedVersion, statements: Sequence[Statement], entry: str) -> None:
        card, time, gazette = version.scorecard, statements[-1].predicate.time, self._gazette.of_current_organization()
        written = write_to_gazette(
            lambda: write_version(
                gazette.folder,
                card,
                version.sources,
                publish_time=time,
                statements=statements,
                organization=gazette.organization,
            )
        )
        if statements[-1].digest not in {statement.digest for statement in gazette.statements(written)}:
            message = _message("PUBLISHED_MEANWHILE", version=written.name, time=written.publish_time)
            raise Refusal(Reason.STEP_NOT_ALLOWED, message)
        try:
            with gazette_lock(gazette.folder):
                add_entry(gazette.folder, f"{card.card.id} {card.card.version}", entry)
        except OSError as error:  # the version stays published
            logs.error("changelog_not_written", version=written.name, problem=error_message(error))


def require_trust(path: Path | None) -> Trust:
    """Return the trust file, or raise Refusal if the server has none."""
    trust = read_rule_trust(path)
    if trust is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_TRUST"))
    return trust


def require_person(person: str, trust: Trust) -> None:
    """Raise InputError if the trust file does not list a person."""
    if person not in trust.people:
        raise InputError.of("person", _message("PERSON_UNKNOWN", person=person[:80]), "NOT_FOUND")


def refuse_saver(savers: frozenset[str]) -> None:
    """Raise Refusal if the caller, who approves, saved a revision of the draft."""
    principal = caller()
    if not principal.may_everything and principal.id in savers:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("SAVER_APPROVES", principal=principal.id))


def prepared_statement(
    act: Act, version: PublishedVersion, stated: Mapping[str, object], trust: Trust
) -> draft_pb2.PreparedDraftStatement:
    """Return a statement to sign, with the passkeys of its person that are valid at its time."""
    payload = statement_payload(act, version.name, version.content_digest, checked_predicate(stated))
    digest, person, time = hashlib.sha256(payload).hexdigest(), str(stated["person"]), str(stated["time"])
    return draft_pb2.PreparedDraftStatement(
        payload=payload,
        digest=digest,
        challenge=version_challenge(digest),
        passkeys=[
            draft_pb2.PreparedDraftStatement.Passkey(credential=passkey.credential, rp_id=passkey.rp_id)
            for passkey in trust.people[person].passkeys
            if trust.passkey_doubt(person, time, passkey.credential) is None
        ],
    )


def check_effect(version: PublishedVersion, statement: Statement, gazette: Gazette) -> None:
    """Raise Refusal if an approval does not state the legal effect of the version."""
    predicate = statement.predicate
    actual = legal_effect(version, gazette, instants.day_of(predicate.time, version.card.time_zone))
    if predicate.effect is None or not is_same_effect(predicate.effect, actual):
        message = _message(
            "EFFECT_NOT_STATED", version=version.name, first=actual.first_day, days=actual.retroactive_days
        )
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)


def _change_reason(submission: Statement | None, stated: str) -> str:
    return change_reason("" if submission is None else submission.predicate.reason, stated)


def _check_content(row: DraftRow, version: PublishedVersion, statement: Statement) -> None:
    predicate = statement.predicate
    if (statement.version, statement.content_digest) != (version.name, version.content_digest):
        message = _message("OTHER_BYTES", number=row.newest, version=version.name, content=version.content_digest)
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    if (predicate.rule_digest, predicate.text_digest) != (version.rule_digest, version.text_digest):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OTHER_DIGESTS", person=predicate.person))


def check_statement_time(version: PublishedVersion, before: Sequence[Statement], statement: Statement) -> None:
    """Raise Refusal if a statement is not of now, or older than another one on the same bytes."""
    stated, now = statement.predicate.time, instants.now()
    if not instants.is_instant(stated) or instants.seconds_between(stated, now) > _MAX_CLOCK_DEVIATION_SECONDS:
        raise Refusal(
            Reason.STEP_NOT_ALLOWED,
            _message("CLOCKS_DISAGREE", stated=stated, now=now, most=_MAX_CLOCK_DEVIATION_SECONDS // 60),
        )
    last = _last_time(version, before)
    if stated < last:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("BEFORE_LAST", stated=stated, last=last))


def _last_time(version: PublishedVersion, before: Sequence[Statement]) -> str:
    times = (earlier.predicate.time for earlier in before if earlier.content_digest == version.content_digest)
    return max(times, default="")


def next_statement_time(version: PublishedVersion, before: Sequence[Statement]) -> str:
    """Return the time for a new statement, later than all others on the same bytes."""
    last = _last_time(version, before)
    return max(instants.now(), instants.second_after(last)) if last else instants.now()


def _read_act(act: int) -> Act:
    name = scorecard_pb2.VersionStatement.Act.Name(act).removeprefix("ACT_")
    if name not in Act.__members__:
        raise InputError.of("act", _message("ACT_REQUIRED"), "REQUIRED")
    return Act[name]


_REQUEST_FIELD_NAMES = {"first_day": "first_date"}


def checked_predicate(stated: Mapping[str, object]) -> Predicate:
    """Return the content of a statement, or raise InputError for invalid request fields."""
    try:
        return Predicate.model_validate(stated)
    except ValidationError as error:
        raise InputError(
            tuple(
                Violation(
                    _REQUEST_FIELD_NAMES.get(str(detail["loc"][0]), str(detail["loc"][0])),
                    _message("NOT_STATED_SO", problem=field_problem(detail)),
                    "MALFORMED",
                )
                for detail in error.errors(include_url=False, include_input=False)
            )
        ) from None


def write_to_gazette(write: Callable[[], PublishedVersion]) -> PublishedVersion:
    """Write to the gazette, or raise Refusal if it is read-only."""
    try:
        return write()
    except InputError as error:
        raise Refusal(Reason.GAZETTE_READ_ONLY, error.violations[0].description) from None
    except OSError as error:
        raise Refusal(Reason.GAZETTE_READ_ONLY, _message("GAZETTE_UNWRITABLE", problem=error_message(error))) from None


def add_standing(  # noqa: PLR0913 -- independent parts of one message
    draft: draft_pb2.Draft,
    status: ReviewStatus,
    content_digest: str,
    statements: Sequence[Statement],
    language: str,
    *,
    repeal: Repeal | None,
) -> None:
    """Add the review status and all statements on the content, counted or not, to `draft`."""
    why = {statement.digest: reason for statement, reason in status.discounted}
    own_statements = [statement for statement in statements if statement.content_digest == content_digest]
    status_message = SCORECARDS.write(
        draft_pb2.Draft,
        state=status.state,
        authors=status.authors,
        approvals_needed=status.needed.count,
        approvals_lacking=status.lacking,
        approvals_asked_by=status.needed.organization_name,
        statements_on_other_content=status.of_other_content,
        allowed_steps=[step.value for state, step in TABLE if state is status.state],
        statements=[
            SCORECARDS.write(
                draft_pb2.DraftStatement,
                statement=statement,
                digest=statement.digest,
                reports=statement.predicate.reports or {},
                signed_statement=write_signed(statement),
                discounted=in_language(why.get(statement.digest, ""), language),
            )
            for statement in sorted(own_statements, key=lambda each: each.predicate.time)
        ],
        repeal=repeal,
    )
    draft.MergeFrom(status_message)


def read_signed(message: draft_pb2.SignedStatement) -> Statement:
    """Parse a signed statement without checking the signature."""
    envelope = {
        "payload": base64.b64encode(message.payload).decode(),
        "payloadType": message.payload_type,
        "signatures": [
            {"keyid": signature.keyid, "sig": base64.b64encode(signature.sig).decode()}
            for signature in message.signatures
        ],
    }
    try:
        return read_statement(envelope)
    except TrailError as error:
        raise InputError.of("statement", error_message(error), "MALFORMED") from None
