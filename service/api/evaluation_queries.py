"""Stored evaluation queries: single evaluations, filtered lists and trail steps, page by page."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from rules.contracts import InputError, TrailError, Violation, attempt, message_factory
from service.base.bounded_cache import BoundedCache
from service.base.grpc_status import item_error_of, log_failure
from service.base.instants import to_timestamp
from service.base.paging import read_number, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import check_evaluation_name, parse_organization
from service.identity.permissions import organization_of_name
from service.identity.principals import caller, visibility_scope
from service.output.envelopes import archive_findings, published_card, stored_evaluation
from service.output.erasure_notices import evaluation_erased_refusal, refuse_erased
from service.output.mapping.answers import StepProofs, set_status, write_step
from service.output.mapping.requests import BASIC, read_view
from service.store.listing_query import GRADE, STAGE, read_listing, write_position
from service.store.stored_records import restore_record
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rules.contracts import RecordedStep, WrittenRecord
    from rules.model import Scorecard
    from service.evaluating.evaluators import RecordReader
    from service.gazette.versions import Gazette
    from service.store.listing_query import FilterComparison, ListingQuery, Position
    from service.store.result_states import ResultStatus
    from service.store.store import Store
    from service.store.tables import EvaluationRow


def _resolve_compared_names(comparisons: Iterable[FilterComparison], gazette: Gazette) -> tuple[FilterComparison, ...]:
    return tuple(
        replace(comparison, named=tuple(_matching_version_ids(comparison, gazette)))
        if comparison.field in (GRADE, STAGE) and comparison.value
        else comparison
        for comparison in comparisons
    )


def _matching_version_ids(comparison: FilterComparison, gazette: Gazette) -> Iterator[tuple[str, str]]:
    word = comparison.value.casefold()
    for card in gazette.card_ids():
        for outline in gazette.outlines(card):
            for id, labels in (outline.grades if comparison.field == GRADE else outline.stages).items():
                if word in (label.casefold() for label in labels.values()):
                    yield outline.name, id


_message = message_factory(__name__)

_PAGE_BYTES = 3 * 1024 * 1024
"""Below the 4 MiB that clients accept by default; a single larger item is still sent."""
_ROWS_PER_QUERY = 100
_MAX_CACHED_STEPS_BYTES, _CACHE_SECONDS = 16 << 20, 600.0


class Archive:
    """Read methods of EvaluationService."""

    def __init__(self, store: Store, gazette: Gazette, reader: RecordReader) -> None:
        self._store = store
        self._gazette = gazette
        self._reader = reader
        self._step_pages = BoundedCache(most_bytes=_MAX_CACHED_STEPS_BYTES, seconds=_CACHE_SECONDS)

    def row(self, name: str, *, field: str = "name") -> EvaluationRow:
        check_evaluation_name(name, field=field)
        row = self._store.find(name)
        if row is None:
            if (erased := self._store.erasing.full_erasure(name)) is not None:
                raise evaluation_erased_refusal(erased)
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NO_EVALUATION", name=name))
        return row

    def complete_evaluation(self, name: str, *, field: str = "name") -> evaluation_pb2.Evaluation:
        row = self.unerased_row(name, field=field)
        message = evaluation_pb2.Evaluation(
            name=row.name,
            record_json=restore_record(row.record, row.record_key).content.decode("utf-8"),
            archive_findings=archive_findings(row),
        )
        set_status(message, self.status(row.name))
        return message

    def known(self, exported: evaluation_pb2.Evaluation) -> evaluation_pb2.Evaluation:
        """Return a copy of an exported evaluation, with current findings and status if it is stored and readable."""
        message = evaluation_pb2.Evaluation()
        message.CopyFrom(exported)
        may_read = bool(exported.name) and caller().reaches(organization_of_name(exported.name))
        row = self._store.find_unarchived(exported.name) if may_read else None
        if row is not None and row.record_digest == exported.record_digest:
            del message.archive_findings[:]
            message.archive_findings.extend(archive_findings(row))
            message.ClearField("status")
            set_status(message, self.status(row.name))
        return message

    def to_message(self, row: EvaluationRow, *, view: evaluation_pb2.EvaluationView) -> evaluation_pb2.Evaluation:
        return stored_evaluation(row, self._gazette, self._reader, view=view, status=self.status(row.name))

    def status(self, name: str) -> ResultStatus | None:
        return self._store.statuses((name,)).get(name)

    def unerased_row(self, name: str, *, field: str = "name") -> EvaluationRow:
        row = self.row(name, field=field)
        refuse_erased(row)
        return row

    def evaluations(
        self, request: evaluation_service_pb2.ListEvaluationsRequest, language: str
    ) -> evaluation_service_pb2.ListEvaluationsResponse:
        violations: list[Violation] = []
        organization = attempt(violations, parse_organization, request.parent, field="parent")
        listing = attempt(
            violations, read_listing, organization or "", filter_text=request.filter, order_by=request.order_by
        )
        size = attempt(violations, read_page_size, request.page_size)
        view = read_view(request.view, default=BASIC)
        if violations or listing is None or size is None:
            raise InputError(tuple(violations))
        listing = replace(listing, comparisons=_resolve_compared_names(listing.comparisons, self._gazette))
        query = ("evaluations", visibility_scope(), request.parent, request.filter, request.order_by, str(view))
        after = listing.read_position(read_token(request.page_token, query))
        response = evaluation_service_pb2.ListEvaluationsResponse()
        find_card = cache(partial(published_card, gazette=self._gazette))
        total = 0
        for row, status in self._rows(listing, after, size):
            message, error = self._list_entry(row, view, status, find_card)
            total += message.ByteSize()
            if response.evaluations and (len(response.evaluations) == size or total > _PAGE_BYTES):
                response.next_page_token = write_token(query, write_position(after)) if after else ""
                break
            response.evaluations.append(message)
            if error is not None:
                response.unreadable_evaluations.add(evaluation=row.name, error=item_error_of(error, language))
            after = listing.position(row)
        return response

    def _list_entry(
        self,
        row: EvaluationRow,
        view: evaluation_pb2.EvaluationView,
        status: ResultStatus | None,
        find_card: Callable[[str, str], Scorecard | None],
    ) -> tuple[evaluation_pb2.Evaluation, TrailError | Refusal | None]:
        envelope = evaluation_pb2.Evaluation(
            name=row.name,
            create_time=to_timestamp(row.create_time),
            request_id=row.request_id,
            record_digest=row.record_digest,
        )
        if not row.record and (archived := self._store.archived_refusal(row.name)) is not None:
            return envelope, archived
        try:
            message = stored_evaluation(row, self._gazette, self._reader, view=view, status=status, find_card=find_card)
            return message, None
        except TrailError as error:
            log_failure(error, method="ListEvaluations", evaluation=row.name)
            return envelope, error

    def _rows(
        self, listing: ListingQuery, after: Position | None, size: int
    ) -> Iterator[tuple[EvaluationRow, ResultStatus | None]]:
        limit = min(_ROWS_PER_QUERY, size + 1)
        while rows := self._store.list(listing, after=after, limit=limit):
            statuses = self._store.statuses([row.name for row in rows])
            yield from ((row, statuses.get(row.name)) for row in rows)
            if len(rows) < limit:
                return
            after = listing.position(rows[-1])

    def steps(
        self, request: evaluation_service_pb2.ListTrailStepsRequest
    ) -> evaluation_service_pb2.ListTrailStepsResponse:
        size = read_page_size(request.page_size)
        row = self.unerased_row(request.parent, field="parent")
        query = ("steps", visibility_scope(), request.parent, request.root_step_id)
        start = read_number(request.page_token, query)
        written = restore_record(row.record, row.record_key)
        version = self._reader.version_of(written.head)
        named = f"{version.content_digest} {start} {size} {request.root_step_id} ".encode()
        key = sha256(named + row.record_key + written.content).digest()
        cached = self._step_pages.get(key)
        if cached is None:
            cached = self._step_page(row, written, request.root_step_id, start, size).SerializeToString()
            self._step_pages.add(key, cached)
        response = evaluation_service_pb2.ListTrailStepsResponse.FromString(cached)
        if response.next_page_token:
            response.next_page_token = write_token(query, response.next_page_token)
        return response

    def _step_page(
        self, row: EvaluationRow, written: WrittenRecord, root: str, start: int, size: int
    ) -> evaluation_service_pb2.ListTrailStepsResponse:
        """Return a page of steps; its token is the index of the next step."""
        steps = self._reader.restore(written).record.steps
        proofs = StepProofs(written, row.record_key)
        if root:
            steps = _subtree(steps, root)
            if not steps:
                raise Refusal(Reason.STEP_NOT_FOUND, _message("NO_STEP", name=row.name, step=root[:80]))
        response = evaluation_service_pb2.ListTrailStepsResponse()
        total = 0
        for index, step in enumerate(steps[start:], start=start):
            message = write_step(step, proofs)
            total += message.ByteSize()
            if index - start == size or (index > start and total > _PAGE_BYTES):
                response.next_page_token = str(index)
                break
            response.trail_steps.append(message)
        return response


def _subtree(steps: Sequence[RecordedStep], root: str) -> tuple[RecordedStep, ...]:
    subtree_ids = {root}
    subtree = []
    for step in steps:  # a parent always precedes its children
        if step.id == root or step.parent in subtree_ids:
            subtree_ids.add(step.id)
            subtree.append(step)
    return tuple(subtree)
