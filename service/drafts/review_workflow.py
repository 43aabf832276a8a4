"""Review workflow of drafts on a server: signed steps from submission to publication and repeal.

Where a draft stands is never stored: it follows from the statements on its bytes and from what stands in the gazette,
by the rules that hold for a folder beside a draft (service/approval/).
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import orjson
from pydantic import ValidationError

from rules.contracts import InputError, TrailError, VersionError, Violation, error_message, in_language, message_factory
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
from service.gazette.publication import add_entry, gazette_lock, write_repeal, write_version
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

_say = message_factory(__name__)

_CHECK_SECONDS = 600
_CLOCK_SECONDS = 300
"""How far the clock of whoever signs may be from that of the server."""


def draft_check_worker_spec(gazette: Path) -> WorkerSpec:
    """Give the program that checks drafts by a gazette; it loads the compiler, which a server does not."""
    return WorkerSpec("service.api.publishing_process", (str(gazette),), seconds=_CHECK_SECONDS, max_idle=1)


class ReviewWorkflow:
    """Takes statements on drafts, and writes what is published into the gazette."""

    def __init__(  # noqa: PLR0913 -- what it works with
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
        """Use these parts; without a trust file nothing is signed; `note_publication` hears of what is published."""
        self._store, self._draft_store, self._drafting = store, store.drafts, drafting
        self._impacts, self._gazette = impacts, gazette
        self._trust, self._checks, self._threads = trust, checking, threads
        self._note_publication = note_publication

    async def draft(self, name: str, language: str) -> draft_pb2.Draft:
        """Give a draft and where it stands."""
        row, revision, version = await self._newest(name)
        draft = await self._threads.in_thread(self._draft_message, row, revision, version, language)
        if version is not None:
            draft.effect.CopyFrom(write_effect(await self._threads.in_thread(self._effect, row, version)))
        return draft

    async def check_changes(self, row: DraftRow) -> None:
        """Refuse to change what is published."""
        _, _, version = await self._newest(row.name)
        if version is None or not version.publish_time:
            return
        state = ReviewState.PUBLISHED if version.repeal is None else ReviewState.REPEALED
        following = next_state(version.name, state, ReviewAction.CHANGE)
        if not isinstance(following, ReviewState):
            raise Refusal(Reason.STEP_NOT_ALLOWED, following)

    async def check(
        self, row: DraftRow, language: str, signed: Mapping[str, str] | None = None, reason: str = ""
    ) -> work_pb2.CheckedDraft:
        """Check the newest revision of a draft as for its publication.

        `signed` are the reports with it, by digest; `reason` says why the version changes.
        """
        revision = await self._threads.in_thread(self._drafting.newest, row)
        files = await self._threads.in_thread(self._drafting.files, revision)
        asked = work_pb2.CheckDraft(files=files, signed=signed, reason=reason)
        return await self._checks.work(asked, work_pb2.CheckedDraft, language=language)

    async def sign(self, act: Act, request: draft_pb2.SignDraftRequest, language: str) -> draft_pb2.Draft:
        """Take the step that somebody signed."""
        statement = _read_signed(request.statement)
        if statement.act is not act:
            message = _say("OTHER_ACT", found=statement.act.value, wanted=act.value)
            raise InputError((Violation("statement.payload", message, "WRONG_VALUE"),))
        row, _, version = await self._newest(request.name)
        if version is None:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("DRAFT_HAS_ERRORS", name=row.name))
        status, entry = await self._threads.in_thread(self._accept, row, version, statement), ""
        if act in (Act.SUBMISSION, Act.PUBLICATION):
            submission = status.submission
            signed = submission.predicate.reports if submission is not None else None
            reason = _reason(submission, statement.predicate.reason)
            checked = await self.check(row, language, signed, reason)
            if checked.problems:
                raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("NOT_PUBLISHABLE", problems=checked.problems[:3]))
            if act is Act.SUBMISSION and (statement.predicate.reports or {}).get("check") != checked.report_digest:
                message = _say("OTHER_CHECK", found=checked.report_digest)
                raise Refusal(Reason.STEP_NOT_ALLOWED, message)
            version, entry = await self._threads.in_thread(read_published, checked.content, ""), checked.entry
        await self._threads.in_thread(self._take, row, version, statement, entry)
        return await self.draft(row.name, language)

    async def prepare(
        self, request: draft_pb2.PrepareDraftStatementRequest, language: str
    ) -> draft_pb2.PreparedDraftStatement:
        """Write what somebody is about to state of the newest revision."""
        act = _read_act(request.act)
        row, _, version = await self._newest(request.name)
        if version is None:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("DRAFT_HAS_ERRORS", name=row.name))
        reports = dict(request.reports)
        if act is Act.SUBMISSION:
            change_reason(request.reason)
        if act is Act.SUBMISSION and "check" not in reports:
            checked = await self.check(row, language)
            if checked.problems:
                raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("NOT_PUBLISHABLE", problems=checked.problems[:3]))
            reports["check"] = checked.report_digest
        effect = await self._measured_effect(row, version, language) if act is Act.APPROVAL else None
        return await self._threads.in_thread(self._prepared, act, request, reports, row, version, effect)

    async def _measured_effect(self, row: DraftRow, version: PublishedVersion, language: str) -> Effect:
        """Return the effect of a draft with the stored results that it moves, as many as a page measures."""
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

    def _prepared(  # noqa: PLR0913, PLR0917 -- what is stated
        self,
        act: Act,
        request: draft_pb2.PrepareDraftStatementRequest,
        reports: Mapping[str, str],
        row: DraftRow,
        version: PublishedVersion,
        effect: Effect | None,
    ) -> draft_pb2.PreparedDraftStatement:
        trust, before = self._needed_trust(), self._statements(row, version)
        person = trust.people.get(request.person)
        if person is None:
            message = _say("PERSON_UNKNOWN", person=request.person[:80])
            raise InputError((Violation("person", message, "NOT_FOUND"),))
        stated: dict[str, object] = {
            "person": request.person,
            "time": _next_time(version, before),
            "rule_digest": version.rule_digest,
            "text_digest": version.text_digest,
            "reason": request.reason,
        }
        if act is Act.SUBMISSION:
            stated |= {"authors": sorted({request.person, *request.authors}), "reports": reports}
        elif act in (Act.APPROVAL, Act.REJECTION):
            stated["submission"] = require_submission(version, self._standing(version, before, trust)).digest
            stated["effect"] = effect
        elif act is Act.PUBLICATION:
            _reason(self._standing(version, before, trust).submission, request.reason)
        elif act is Act.REPEAL:
            stated["first_day"] = request.first_date
        payload = statement_payload(act, version.name, version.content_digest, _predicate(stated))
        digest, day = hashlib.sha256(payload).hexdigest(), str(stated["time"])
        return draft_pb2.PreparedDraftStatement(
            payload=payload,
            digest=digest,
            challenge=version_challenge(digest),
            passkeys=[
                draft_pb2.PreparedDraftStatement.Passkey(credential=passkey.credential, rp_id=passkey.rp_id)
                for passkey in person.passkeys
                if trust.passkey_doubt(request.person, day, passkey.credential) is None
            ],
        )

    async def _newest(self, name: str) -> tuple[DraftRow, RevisionRow, PublishedVersion | None]:
        """Give a draft, its newest revision, and that as a version: as published, if it is, or None with errors."""
        row = await self._threads.in_thread(self._drafting.draft, name)
        revision = await self._threads.in_thread(self._drafting.newest, row)
        files = await self._threads.in_thread(self._drafting.files, revision)
        try:
            version = await self._drafting.published_form(files)
        except InputError:
            return row, revision, None
        return row, revision, await self._threads.in_thread(self._published, version)

    def _published(self, version: PublishedVersion) -> PublishedVersion:
        """Give the version of the gazette that has these bytes; else the draft itself."""
        try:
            there = self._gazette.of_current_organization().version_named(version.name)
        except VersionError:
            return version
        return there if there.content_digest == version.content_digest else version

    def _draft_message(
        self, row: DraftRow, revision: RevisionRow, version: PublishedVersion | None, language: str
    ) -> draft_pb2.Draft:
        message = write_draft(row, revision, open_comments=self._draft_store.open_comments(row.name))
        trust = read_rule_trust(self._trust)
        if version is None or trust is None:
            return message
        statements = self._statements(row, version)
        status = self._standing(version, statements, trust)
        add_standing(message, status, version.content_digest, statements, language, repeal=version.repeal)
        return message

    def _statements(self, row: DraftRow, version: PublishedVersion) -> Sequence[Statement]:
        """Give what was signed of a draft, and what stands beside its version in the gazette."""
        kept = [
            read_statement(orjson.loads(statement.envelope)) for statement in self._draft_store.statements(row.name)
        ]
        published_statements = (
            self._gazette.of_current_organization().statements(version) if version.publish_time else ()
        )
        known = {statement.digest for statement in kept}
        return [*kept, *(statement for statement in published_statements if statement.digest not in known)]

    def _standing(self, version: PublishedVersion, statements: Sequence[Statement], trust: Trust) -> ReviewStatus:
        return review_status_of(version, statements, trust, self._gazette.of_current_organization().organization)

    def _needed_trust(self) -> Trust:
        trust = read_rule_trust(self._trust)
        if trust is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NO_TRUST"))
        return trust

    def _accept(self, row: DraftRow, version: PublishedVersion, statement: Statement) -> ReviewStatus:
        """Give where a draft stands, before a statement that would count there and whose step is allowed."""
        trust, before, predicate = self._needed_trust(), self._statements(row, version), statement.predicate
        status = self._standing(version, before, trust)
        _check_bytes(row, version, statement)
        _check_clock(version, before, statement)
        if statement.act is Act.REPEAL:
            requested_repeal(version, status.state, statement, trust)
            return status
        with_statement(version, before, statement, trust, self._gazette.of_current_organization().organization)
        if statement.act in (Act.APPROVAL, Act.REJECTION):
            require_submission(version, status)
        if statement.act is Act.APPROVAL:
            self._check_effect(version, statement)
        if statement.act is Act.REJECTION and not predicate.reason.strip():
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("REJECTION_REASON", version=version.name))
        principal = caller()
        approves = statement.act is Act.APPROVAL and not principal.may_everything
        if approves and principal.id in self._draft_store.savers(row.name):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("SAVER_APPROVES", principal=principal.id))
        return status

    def _check_effect(self, version: PublishedVersion, statement: Statement) -> None:
        """Refuse an approval that does not state the effect which the version would have if published that day."""
        predicate, there = statement.predicate, self._gazette.of_current_organization()
        actual = legal_effect(version, there, instants.day_of(predicate.time, version.card.time_zone))
        if predicate.effect is None or not is_same_effect(predicate.effect, actual):
            message = _say(
                "EFFECT_NOT_STATED", version=version.name, first=actual.first_day, days=actual.retroactive_days
            )
            raise Refusal(Reason.STEP_NOT_ALLOWED, message)

    def _take(self, row: DraftRow, version: PublishedVersion, statement: Statement, entry: str) -> None:
        """Keep a statement beside the draft; that of a publication or repeal stands beside the version.

        What is published has an `entry` in the changelog of legal impact.
        """
        position = len(self._draft_store.statements(row.name))  # whoever signs meanwhile finds it taken
        status = self._accept(row, version, statement)
        if statement.act is Act.PUBLICATION:
            self._publish(version, (*publication_statements(status), statement), entry)
            self._note_publication()
        elif statement.act is Act.REPEAL:
            repeal = requested_repeal(version, status.state, statement, self._needed_trust())
            there = self._gazette.of_current_organization()
            signed, owner = (statement,), there.organization
            _writing(lambda: write_repeal(there.folder, version, repeal, signed, organization=owner))
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
        """Write a version into the gazette; of several who publish it at once one wins."""
        card, time, there = version.scorecard, statements[-1].predicate.time, self._gazette.of_current_organization()
        written = _writing(
            lambda: write_version(
                there.folder,
                card,
                version.sources,
                publish_time=time,
                statements=statements,
                organization=there.organization,
            )
        )
        if statements[-1].digest not in {statement.digest for statement in there.statements(written)}:
            message = _say("PUBLISHED_MEANWHILE", version=written.name, time=written.publish_time)
            raise Refusal(Reason.STEP_NOT_ALLOWED, message)
        try:
            with gazette_lock(there.folder):
                add_entry(there.folder, f"{card.card.id} {card.card.version}", entry)
        except OSError as error:  # what is published stays published
            logs.error("changelog_not_written", version=written.name, problem=error_message(error))


def _reason(submission: Statement | None, stated: str) -> str:
    """Return why a version changes: as its submission says, or else as is stated now."""
    return change_reason("" if submission is None else submission.predicate.reason, stated)


def _check_bytes(row: DraftRow, version: PublishedVersion, statement: Statement) -> None:
    """Refuse a statement on other bytes than those of the newest revision."""
    predicate = statement.predicate
    if (statement.version, statement.content_digest) != (version.name, version.content_digest):
        message = _say("OTHER_BYTES", number=row.newest, version=version.name, content=version.content_digest)
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    if (predicate.rule_digest, predicate.text_digest) != (version.rule_digest, version.text_digest):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("OTHER_DIGESTS", person=predicate.person))


def _check_clock(version: PublishedVersion, before: Sequence[Statement], statement: Statement) -> None:
    """Refuse a statement whose time is not now, or before that of another on the same bytes."""
    stated, now = statement.predicate.time, instants.now()
    if not instants.is_instant(stated) or instants.seconds_between(stated, now) > _CLOCK_SECONDS:
        raise Refusal(
            Reason.STEP_NOT_ALLOWED, _say("CLOCKS_DISAGREE", stated=stated, now=now, most=_CLOCK_SECONDS // 60)
        )
    last = max(
        (earlier.predicate.time for earlier in before if earlier.content_digest == version.content_digest), default=""
    )
    if stated < last:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("BEFORE_LAST", stated=stated, last=last))


def _next_time(version: PublishedVersion, before: Sequence[Statement]) -> str:
    """Give the present instant, or a second after the last statement on the same bytes if that is later."""
    last = max(
        (earlier.predicate.time for earlier in before if earlier.content_digest == version.content_digest), default=""
    )
    return max(instants.now(), instants.second_after(last)) if last else instants.now()


def _read_act(act: int) -> Act:
    name = scorecard_pb2.VersionStatement.Act.Name(act).removeprefix("ACT_")
    if name not in Act.__members__:
        raise InputError((Violation("act", _say("ACT_REQUIRED"), "REQUIRED"),))
    return Act[name]


_PREDICATE_FIELDS = {"first_day": "first_date"}
"""Fields of a request whose names are others than in a predicate."""


def _predicate(stated: Mapping[str, object]) -> Predicate:
    """Write a predicate, and refuse what cannot stand in one by the field of the request."""
    try:
        return Predicate.model_validate(stated)
    except ValidationError as error:
        raise InputError(
            tuple(
                Violation(
                    _PREDICATE_FIELDS.get(str(detail["loc"][0]), str(detail["loc"][0])),
                    _say("NOT_STATED_SO", problem=detail["msg"]),
                    "MALFORMED",
                )
                for detail in error.errors(include_url=False, include_input=False)
            )
        ) from None


def _writing(write: Callable[[], PublishedVersion]) -> PublishedVersion:
    """Write into the gazette."""
    try:
        return write()
    except InputError as error:
        raise Refusal(Reason.GAZETTE_READ_ONLY, error.violations[0].description) from None
    except OSError as error:
        raise Refusal(Reason.GAZETTE_READ_ONLY, _say("GAZETTE_UNWRITABLE", problem=error_message(error))) from None


def add_standing(  # noqa: PLR0913 -- what is written
    draft: draft_pb2.Draft,
    status: ReviewStatus,
    content_digest: str,
    statements: Sequence[Statement],
    language: str,
    *,
    repeal: Repeal | None,
) -> None:
    """Write where a draft stands into it, with every statement on its bytes, also those that do not count."""
    why = {statement.digest: reason for statement, reason in status.discounted}
    here = [statement for statement in statements if statement.content_digest == content_digest]
    standing = SCORECARDS.write(
        draft_pb2.Draft,
        state=status.state,
        authors=status.authors,
        approvals_needed=status.needed.count,
        approvals_lacking=status.lacking,
        approvals_asked_by=status.needed.asked_by,
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
            for statement in sorted(here, key=lambda each: each.predicate.time)
        ],
        repeal=repeal,
    )
    draft.MergeFrom(standing)


def _read_signed(message: draft_pb2.SignedStatement) -> Statement:
    """Read a signed statement; whether the signature is right is asked of the answer."""
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
        raise InputError((Violation("statement", error_message(error), "MALFORMED"),)) from None
