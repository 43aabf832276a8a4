"""Erasure of evaluations, drafts and files, by request or retention policy."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rules.contracts import (
    InputError,
    RecordHead,
    TouchstoneError,
    VersionError,
    Violation,
    error_message,
    message_factory,
)
from rules.model import Scorecard
from rules.trail import ErasureExtent
from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.base import logs
from service.base.instants import instant_of, now, now_plus, time_of, to_timestamp
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import (
    SUBJECT,
    check_evaluation_name,
    draft_organization,
    new_evaluation_name,
    parse_organization,
)
from service.configuration.settings import Settings
from service.files.uploaded_files import FileStore, os_errors_as_refusals
from service.identity.principals import caller, visibility_scope
from service.output.mapping.answers import ANSWERS, write_erasure
from service.output.mapping.mapper import Mapper, MessageMapping, UnmappedField, word_of
from service.store.evaluation_eraser import ErasureOrder, ErasureResult, RetentionStart
from service.transparency.leaves import DRAFT_ERASURE, ERASURE, DraftErasure, Erasure, FileRemoval, LegalHold
from touchstone.v1 import erasure_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.store.dependents import DocumentIndex
    from service.store.store import Store

    Note = Callable[[Sequence[str]], None]

_message = message_factory(__name__)

_MAX_ERASED_PER_CALL = 500
_RETAINED_SHOWN = 100
_REASON_CHARACTERS = 400
_MAX_QUOTED_CHARS = 80
_MAX_DEPENDENTS = 100


@dataclass(frozen=True, slots=True)
class FileEraser:
    """Removal of files that no evaluation or case uses."""

    files: FileStore
    documents: DocumentIndex

    def planned(self, erased: Sequence[ErasureResult]) -> list[list[erasure_service_pb2.ErasedFile]]:
        return [
            [self._erased_file(result, digest, erased) for digest in self._stored_digests(result)] for result in erased
        ]

    def remove(self, erased: Sequence[ErasureResult]) -> list[list[erasure_service_pb2.ErasedFile]]:
        all_fates = []
        for result in erased:
            try:
                erased_files = [self._erased_file(result, digest, erased) for digest in self._stored_digests(result)]
            except Refusal:  # the error was logged, and the evaluation is already erased
                erased_files = [erasure_service_pb2.ErasedFile(content_digest=digest) for digest in result.documents]
            for erased_file in erased_files:
                erased_file.removed = erased_file.removed and self._try_remove(
                    _organization(result), erased_file.content_digest
                )
            all_fates.append(erased_files)
        return all_fates

    def due(
        self, organization: str, evaluations: Collection[str], *, years: int, until: str, remove: Note | None
    ) -> Due:
        """Count files used only by `evaluations`, and files without any use.

        Files that a case or a product needs are exempt. `remove` logs the former, then both are removed; None removes
        nothing.
        """
        due, unused = [], []
        with os_errors_as_refusals():
            for file in self.files.list(organization):
                dependents = self.documents.resting_on(organization, file.digest, limit=len(evaluations) + 1)
                if self.documents.using(organization, file.digest, limit=1):
                    continue
                if not dependents:
                    unused.append(file.digest)
                elif years and set(dependents) <= set(evaluations):
                    due.append(file.digest)
        message = erasure_service_pb2.DueFiles(years=years, file_count=len(due), needless_count=len(unused))
        if years:
            message.until.CopyFrom(to_timestamp(until))
        if remove is not None:
            if due:
                remove(sorted(due))
            message.removed_count = sum(
                self._try_remove(organization, digest)
                for digest in (*due, *unused)
                if not self.documents.using(organization, digest, limit=1)  # it may be in use meanwhile
            )
        return message

    def _stored_digests(self, result: ErasureResult) -> list[str]:
        with os_errors_as_refusals():
            return [digest for digest in result.documents if self.files.find(_organization(result), digest) is not None]

    def _erased_file(
        self, result: ErasureResult, digest: str, erased: Sequence[ErasureResult]
    ) -> erasure_service_pb2.ErasedFile:
        erased_names = {other.erasure.evaluation for other in erased if digest in other.documents}
        names = self.documents.resting_on(_organization(result), digest, limit=_MAX_DEPENDENTS + len(erased_names))
        dependents = [name for name in names if name not in erased_names][:_MAX_DEPENDENTS]
        dependents += self.documents.using(_organization(result), digest, limit=_MAX_DEPENDENTS)
        return erasure_service_pb2.ErasedFile(content_digest=digest, removed=not dependents, resting_on=dependents)

    def _try_remove(self, organization: str, digest: str) -> bool:
        try:
            with os_errors_as_refusals():
                return self.files.remove(organization, digest)
        except Refusal:  # the error was logged; the next retention run removes the file
            return False


Due = erasure_service_pb2.DueFiles


def _organization(erased: ErasureResult) -> str:
    return erased.erasure.evaluation.split("/")[1]


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """Retention years by extent, the largest first; missing extents are retained permanently."""

    years: Mapping[ErasureExtent, int]
    since: RetentionStart
    file_years: int = 0
    """Years for files used only by overdue evaluations; 0 retains them."""
    draft_days: int = 0
    """Days for untouched, unpublished drafts; 0 retains them."""

    @staticmethod
    def of(settings: Settings) -> RetentionPolicy:
        years = {
            ErasureExtent.EVALUATION: settings.retention_evaluation_years,
            ErasureExtent.INPUTS: settings.retention_input_years,
            ErasureExtent.EVIDENCE: settings.retention_evidence_years,
        }
        return RetentionPolicy(
            {extent: count for extent, count in years.items() if count},
            RetentionStart(settings.retention_since),
            settings.retention_file_years,
            settings.retention_draft_days,
        )


@dataclass(frozen=True, slots=True)
class Retention:
    """Application of a retention policy to a store."""

    store: Store
    policy: RetentionPolicy
    files: FileEraser | None = None

    def apply(self, request: erasure_service_pb2.ApplyRetentionRequest) -> erasure_service_pb2.ApplyRetentionResponse:
        organization = parse_organization(request.parent, field="parent")
        response = erasure_service_pb2.ApplyRetentionResponse()
        for extent, years in self.policy.years.items():
            until = years_before(now(), years)
            overdue = self.store.erasing.due(organization, extent, until, self.policy.since)
            entry = response.due.add(
                extent=f"EXTENT_{extent.name}",
                years=years,
                until=to_timestamp(until),
                evaluation_count=len(overdue.names),
                held_count=overdue.held,
                archived_count=overdue.archived,
                evaluations=overdue.names[:_RETAINED_SHOWN],
            )
            if request.erase and overdue.names:
                reason = f"retention: {extent.value} {years} years after {self.policy.since.value}"
                order = ErasureOrder(extent, (), now(), _calling_principal(), reason)
                entry.erased_count = self._erase_each(overdue.names[:_MAX_ERASED_PER_CALL], order)
                response.more |= len(overdue.names) > _MAX_ERASED_PER_CALL
        if self.files is not None:
            response.files.CopyFrom(self._due_files(self.files, organization, remove=request.erase))
        if self.policy.draft_days:
            response.drafts.CopyFrom(self._due_drafts(organization, erase=request.erase))
            response.more |= request.erase and response.drafts.draft_count > _MAX_ERASED_PER_CALL
        if request.erase:
            self.store.integrate_committed()
            response.cleared = self.store.erasing.clear()
        return response

    def _erase_each(self, names: Sequence[str], order: ErasureOrder) -> int:
        try:
            return len(self.store.erasing.erase(names, order, lambda _: None))
        except Refusal:
            raise
        except Exception as error:
            if len(names) > 1:
                return sum(self._erase_each([name], order) for name in names)
            logs.error("retention_not_applied", evaluation=names[0], problem=_problem(error))
            return 0

    def _due_files(self, files: FileEraser, organization: str, *, remove: bool) -> erasure_service_pb2.DueFiles:
        years = self.policy.file_years
        until = years_before(now(), years)
        due = (
            self.store.erasing.due(organization, ErasureExtent.EVIDENCE, until, self.policy.since).names
            if years
            else ()
        )

        def note(digests: Sequence[str]) -> None:
            name = f"organizations/{organization}/fileRemovals/{uuid.uuid4()}"
            reason = f"retention: files {years} years after {self.policy.since.value}"
            self.store.log.add_new([FileRemoval(name, now(), _calling_principal(), reason, tuple(digests)).leaf()])

        return files.due(organization, due, years=years, until=until, remove=note if remove else None)

    def _due_drafts(self, organization: str, *, erase: bool) -> erasure_service_pb2.DueDrafts:
        days, retention = self.policy.draft_days, self.store.draft_retention
        until = now_plus(timedelta(days=-days))
        overdue = retention.due(organization, until)
        due_drafts = erasure_service_pb2.DueDrafts(
            days=days,
            until=to_timestamp(until),
            draft_count=len(overdue.names),
            held_count=overdue.held,
            drafts=overdue.names[:_RETAINED_SHOWN],
        )
        if erase and overdue.names:
            reason = f"retention: drafts {days} days after they were touched"
            erased = retention.erase(
                organization,
                until,
                most=_MAX_ERASED_PER_CALL,
                time=now(),
                principal=_calling_principal(),
                reason=reason,
            )
            due_drafts.erased_count = len(erased)
        return due_drafts


def _problem(error: Exception) -> str:
    return error_message(error)[:_REASON_CHARACTERS] if isinstance(error, TouchstoneError) else type(error).__name__


def years_before(instant: str, years: int) -> str:
    """Return the instant years earlier; February 29 becomes 28."""
    then = time_of(instant)
    day = 28 if (then.month, then.day) == (2, 29) else then.day
    return instant_of(then.replace(year=then.year - years, day=day))


ERASING = Mapper(
    MessageMapping(erasure_service_pb2.DraftErasure, DraftErasure, {"create_time": "time", "file_digests": "files"}),
    MessageMapping(erasure_service_pb2.FileRemoval, FileRemoval, {"create_time": "time", "content_digests": "files"}),
    MessageMapping(erasure_service_pb2.LegalHold, LegalHold, {"create_time": "time"}),
    MessageMapping(
        erasure_service_pb2.ErasedEvaluation,
        ErasureResult,
        {
            "evaluation": "erasure.evaluation",
            "kept_evidence_ids": "remaining_evidence",
            "files": UnmappedField("what becomes of the files behind it: `FileEraser`"),
        },
    ),
    base=ANSWERS,
)


@dataclass(frozen=True, slots=True)
class Erasures:
    """Erasure of evaluations on request, and legal holds."""

    store: Store
    gazette: Gazette
    files: FileEraser | None = None

    def erase(
        self, request: erasure_service_pb2.EraseEvaluationsRequest
    ) -> erasure_service_pb2.EraseEvaluationsResponse:
        organization, order = self._order(request)
        names = self._names(organization, request.target)
        planned = [result for result in self.store.erasing.plan(names, order, self._card) if result.erasure.steps]
        _check_facts(request, planned)
        if request.validate_only:
            files = self.files.planned(planned) if self.files else [[] for _ in planned]
            return erasure_service_pb2.EraseEvaluationsResponse(erased=map(_write_erased, planned, files))
        erased = self.store.erasing.erase(names, order, self._card)
        self.store.integrate_committed()
        files = self.files.remove(erased) if self.files else [[] for _ in erased]
        return erasure_service_pb2.EraseEvaluationsResponse(
            erased=map(_write_erased, erased, files), cleared=self.store.erasing.clear()
        )

    def list(self, request: erasure_service_pb2.ListErasuresRequest) -> erasure_service_pb2.ListErasuresResponse:
        organization = parse_organization(request.parent, field="parent")
        page = read_page(request, "erasures", visibility_scope(), request.parent)
        prefix = f"organizations/{organization}/"
        notes = self.store.erasing.all_noted(prefix, after=page.after, limit=page.limit)
        response = erasure_service_pb2.ListErasuresResponse()
        for note in notes[: page.size]:
            content = note.leaf.content
            if note.leaf.kind == ERASURE:
                response.erasures.append(write_erasure(Erasure.read(content)))
            elif note.leaf.kind == DRAFT_ERASURE:
                draft = DraftErasure.read(content)
                response.draft_erasures.append(ERASING.write(erasure_service_pb2.DraftErasure, draft))
            else:
                removal = FileRemoval.read(content)
                response.file_removals.append(ERASING.write(erasure_service_pb2.FileRemoval, removal))
        response.next_page_token = page.next_token(notes, lambda note: note.leaf.name)
        return response

    def hold(self, request: erasure_service_pb2.CreateLegalHoldRequest) -> erasure_service_pb2.LegalHold:
        violations = [*_hold_problems(request.parent, request.target), *_reason_problems(request.reason)]
        if violations:
            raise InputError(tuple(violations))
        organization = parse_organization(request.parent, field="parent")
        id = new_evaluation_name(organization).rpartition("/")[2]
        hold = LegalHold(f"{request.parent}/holds/{id}", request.target, now(), _calling_principal(), request.reason)
        self.store.holds.set(hold)
        self.store.integrate_committed()
        return ERASING.write(erasure_service_pb2.LegalHold, hold)

    def lift(self, request: erasure_service_pb2.LiftLegalHoldRequest) -> erasure_service_pb2.LegalHold:
        parent, separator, _ = request.name.rpartition("/holds/")
        wrong = (
            []
            if separator
            else [Violation("name", _message("HOLD_NAME", found=request.name[:_MAX_QUOTED_CHARS]), "MALFORMED")]
        )
        if violations := [*wrong, *_reason_problems(request.reason)]:
            raise InputError(tuple(violations))
        parse_organization(parent, field="name")
        hold = self.store.holds.lift(request.name, time=now(), principal=_calling_principal(), reason=request.reason)
        self.store.integrate_committed()
        return ERASING.write(erasure_service_pb2.LegalHold, hold)

    def holds(self, request: erasure_service_pb2.ListLegalHoldsRequest) -> erasure_service_pb2.ListLegalHoldsResponse:
        organization = parse_organization(request.parent, field="parent")
        return ERASING.write(erasure_service_pb2.ListLegalHoldsResponse, holds=self.store.holds.list(organization))

    def _order(self, request: erasure_service_pb2.EraseEvaluationsRequest) -> tuple[str, ErasureOrder]:
        violations = [*_target_problems(request.parent, request.target), *_reason_problems(request.reason)]
        name = word_of(evaluation_pb2.Erasure.Extent, request.extent)
        extents = [extent.value for extent in ErasureExtent]
        if name not in extents:
            violations.append(Violation("extent", _message("EXTENT_REQUIRED", allowed=extents), "REQUIRED"))
        elif name == ErasureExtent.FACTS and not request.fact_ids:
            violations.append(Violation("fact_ids", _message("FACTS_REQUIRED"), "REQUIRED"))
        elif name != ErasureExtent.FACTS and request.fact_ids:
            violations.append(Violation("fact_ids", _message("NO_FACTS", extent=name), "WRONG_VALUE"))
        if violations:
            raise InputError(tuple(violations))
        facts = tuple(dict.fromkeys(request.fact_ids))
        return request.parent.rpartition("/")[2], ErasureOrder(
            ErasureExtent(name), facts, now(), _calling_principal(), request.reason
        )

    def _names(self, organization: str, target: str) -> Sequence[str]:
        if SUBJECT.match(target):
            if names := self.store.erasing.of_subject(organization, target):
                return names
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NOTHING_OF_SUBJECT", subject=target))
        if self.store.find(target) is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NO_SUCH_EVALUATION", name=target))
        return [target]

    def _card(self, head: RecordHead) -> Scorecard | None:
        try:
            version = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        except (InputError, VersionError):
            return None
        return version.scorecard if version.rule_digest == head.rule_digest else None


def _write_erased(
    erased: ErasureResult, files: Iterable[erasure_service_pb2.ErasedFile]
) -> erasure_service_pb2.ErasedEvaluation:
    return ERASING.write(erasure_service_pb2.ErasedEvaluation, erased, files=files)


def _calling_principal() -> Mapping[str, str]:
    return caller().identity


def _check_facts(request: erasure_service_pb2.EraseEvaluationsRequest, planned: Sequence[ErasureResult]) -> None:
    erasable = {fact for result in planned for fact in result.erasure.facts}
    if absent := [fact for fact in request.fact_ids if fact not in erasable]:
        message = _message("FACTS_ABSENT", facts=[fact[:_MAX_QUOTED_CHARS] for fact in absent], target=request.target)
        raise InputError.of("fact_ids", message, "UNKNOWN")


def _hold_problems(parent: str, target: str) -> Sequence[Violation]:
    try:
        organization = draft_organization(target, field="target")
    except InputError:
        return _target_problems(parent, target)
    return () if parent == f"organizations/{organization}" else (_other_parent(parent, target),)


def _target_problems(parent: str, target: str) -> Sequence[Violation]:
    try:
        parse_organization(parent, field="parent")
        if not SUBJECT.match(target):
            check_evaluation_name(target, field="target")
    except InputError as error:
        return error.violations
    if not target.startswith(f"{parent}/"):
        return (_other_parent(parent, target),)
    return ()


def _other_parent(parent: str, target: str) -> Violation:
    return Violation(
        "target", _message("OTHER_PARENT", target=target[:_MAX_QUOTED_CHARS], parent=parent), "WRONG_VALUE"
    )


def _reason_problems(reason: str) -> Sequence[Violation]:
    if 0 < len(reason) <= _REASON_CHARACTERS and reason.isprintable() and reason == reason.strip():
        return ()
    return (Violation("reason", _message("REASON", found=len(reason), most=_REASON_CHARACTERS), "REQUIRED"),)


_SERVICE = erasure_service_pb2.DESCRIPTOR.services_by_name["ErasureService"]


def add(parts: ServiceContext) -> None:
    """Register the methods, with removal of evidence files if these are stored."""
    store, keeping = require_store(parts), parts.keeping
    erased = None if keeping is None else FileEraser(keeping.files, store.documents)
    retention = Retention(store, RetentionPolicy.of(parts.settings), erased)
    erasures = Erasures(store, parts.gazette, erased)
    methods = answers_in_threads(
        parts.limiters.reading,
        {
            "EraseEvaluations": erasures.erase,
            "ListErasures": erasures.list,
            "ApplyRetention": retention.apply,
            "CreateLegalHold": erasures.hold,
            "LiftLegalHold": erasures.lift,
            "ListLegalHolds": erasures.holds,
        },
    )
    parts.answer(_SERVICE, methods)
