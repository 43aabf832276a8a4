"""Stepwise measurement of proof figures of versions and drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory
from service.api.service_dependencies import require_store
from service.api.version_exports import check_language
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_draft_child, parse_organization, parse_version
from service.base.software import software_versions
from service.drafts.draft_editing import REHEARSING
from service.gazette.drafts import shelves_here
from service.gazette.table_order import TableStores
from service.store.tables import ProofFiguresRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc

    from service.api.service_dependencies import Limiter, ServiceContext
    from service.drafts.revisions import DraftRevisions

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_MUTANTS_PER_STEP = 500
_MAX_STORED_SURVIVORS = 50


@dataclass(frozen=True, slots=True)
class _MeasurementTarget:
    name: str
    content_digest: str
    files: Mapping[str, str]
    stored_row: ProofFiguresRow | None

    @property
    def known(self) -> ProofFiguresRow | None:
        return (
            self.stored_row
            if self.stored_row is not None and self.stored_row.software_version == _software_version()
            else None
        )


class ProofMeasurement:
    """The methods MeasureProofFigures and GetProofFigures."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        self._figures, self._gazette, self._revisions = require_store(parts).proof_figures, parts.gazette, drafting
        self._table_stores, self._rehearsal = TableStores(parts.gazette), parts.processes(REHEARSING)
        self._limiter: Limiter = parts.limiters.trying

    def figures(self, request: scorecard_service_pb2.GetProofFiguresRequest) -> scorecard_pb2.ProofFigures:
        check_language(request.language_code)
        version = self._gazette.version(*parse_version(request.name, field="name"))
        row = self._figures.find(version.content_digest)
        return write_figures(version.name, version.content_digest, row, request.language_code)

    async def MeasureProofFigures(
        self, request: draft_editing_pb2.MeasureProofFiguresRequest, context: Context
    ) -> scorecard_pb2.ProofFigures:
        language = request.language_code
        with self._limiter.slot():
            target = await self._limiter.in_thread(self._parse_request, request)
            row = target.known
            if row is None or row.tried_slips < row.slip_count:
                row = await self._measure_step(target, language)
            return write_figures(target.name, target.content_digest, row, language)

    async def _measure_step(self, target: _MeasurementTarget, language: str) -> ProofFiguresRow | None:
        shelves = await self._limiter.in_thread(shelves_here, self._table_stores)
        step = work_pb2.MeasureProofs(
            draft=work_pb2.DraftFiles(files=target.files, shelves=shelves),
            start=target.known.tried_slips if target.known is not None else 0,
            size=_MUTANTS_PER_STEP,
        )
        measured = await self._rehearsal.work(step, work_pb2.MeasuredProofs, language=language)
        if not measured.concluded:
            raise _not_measurable(target.name)
        return await self._limiter.in_thread(self._store_figures, target, measured)

    def _store_figures(self, target: _MeasurementTarget, measured: work_pb2.MeasuredProofs) -> ProofFiguresRow | None:
        known = target.known
        survivors: list[dict[str, list[str]]] = [] if known is None else orjson.loads(known.unnoticed)
        survivors += [
            {
                language: [slip.heading, slip.context, slip.before, slip.after]
                for language, slip in sorted(words.slips.items())
            }
            for words in measured.unnoticed[: _MAX_STORED_SURVIVORS - len(survivors)]
        ]
        row = ProofFiguresRow(
            content_digest=target.content_digest,
            software_version=_software_version(),
            measure_time=instants.now(),
            example_count=measured.example_count,
            failed_examples=measured.failed_example_count,
            slip_count=measured.slip_count,
            tried_slips=measured.tried_count + (known.tried_slips if known is not None else 0),
            told_slips=measured.told_count + (known.told_slips if known is not None else 0),
            noticed_slips=measured.noticed_count + (known.noticed_slips if known is not None else 0),
            unnoticed=orjson.dumps(survivors).decode(),
        )
        return row if self._figures.keep(row, target.stored_row) else self._figures.find(target.content_digest)

    def _parse_request(self, request: draft_editing_pb2.MeasureProofFiguresRequest) -> _MeasurementTarget:
        check_language(request.language_code)
        organization = parse_organization(request.parent, field="parent")
        match request.WhichOneof("measured"):
            case "draft_revision":
                revision = self._revisions.revision_of(organization, request.draft_revision, field="draft_revision")
                if not revision.content_digest:
                    draft, _ = parse_draft_child(request.draft_revision, "revisions")
                    raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("DRAFT_HAS_ERRORS", name=draft))
                name, digest, files = revision.version, revision.content_digest, self._revisions.files(revision)
            case "scorecard_version":
                version = self._gazette.version(*parse_version(request.scorecard_version, field="scorecard_version"))
                name, digest, files = version.name, version.content_digest, dict(version.sources)
                if not files:
                    raise _not_measurable(name)
            case _:
                raise InputError.of("measured", _message("MEASURED_REQUIRED"), "REQUIRED")
        return _MeasurementTarget(name, digest, files, self._figures.find(digest))


def _software_version() -> str:
    return software_versions()["touchstone"]


def _not_measurable(version: str) -> Refusal:
    return Refusal(Reason.SOURCE_HAS_ERRORS, _message("NOT_MEASURABLE", version=version))


def write_figures(
    version: str, content_digest: str, row: ProofFiguresRow | None, language: str
) -> scorecard_pb2.ProofFigures:
    """Return stored figures as a message; without a row it has no counts."""
    figures = scorecard_pb2.ProofFigures(scorecard_version=version, content_digest=content_digest)
    if row is None:
        return figures
    unnoticed: list[dict[str, list[str]]] = orjson.loads(row.unnoticed)
    figures.MergeFrom(
        scorecard_pb2.ProofFigures(
            example_count=row.example_count,
            failed_example_count=row.failed_examples,
            slip_count=row.told_slips,
            noticed_slip_count=row.noticed_slips,
            waiting_slip_count=row.slip_count - row.tried_slips,
            measure_time=instants.to_timestamp(row.measure_time),
            software_version=row.software_version,
            unnoticed_slips=[
                scorecard_pb2.UnnoticedSlip(heading=heading, context=context, before=before, after=after)
                for heading, context, before, after in (
                    words.get(language) or next(iter(words.values())) for words in unnoticed
                )
            ],
        )
    )
    return figures
