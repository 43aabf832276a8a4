"""Proof figures of versions and drafts: measured step by step, kept in the store, and told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Violation, message_factory
from service.api.service_dependencies import require_store
from service.api.version_exports import check_language
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_draft_child, parse_organization, parse_version
from service.base.software import software_versions
from service.drafts.draft_editing import REHEARSING
from service.gazette.drafts import shelves_here
from service.gazette.table_order import TableStores
from service.store.proof_figures import ProofFiguresRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    import grpc

    from service.api.service_dependencies import Limiter, ServiceContext
    from service.drafts.revisions import DraftRevisions

    Context = grpc.aio.ServicerContext[Any, Any]

_say = message_factory(__name__)

_SLIPS_AT_ONCE = 500
_MOST_UNNOTICED = 50
"""How many slips that no example notices are kept."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is to be measured: its name, the digest of its published form, its files, and what is kept of it."""

    name: str
    content_digest: str
    files: Mapping[str, str]
    kept: ProofFiguresRow | None

    @property
    def known(self) -> ProofFiguresRow | None:
        """What counts of it: that which this software measured."""
        return self.kept if self.kept is not None and self.kept.software_version == _software() else None


class ProofMeasurement:
    """Answers MeasureProofFigures and GetProofFigures."""

    def __init__(self, parts: ServiceContext, drafting: DraftRevisions) -> None:
        """Keep figures in the store, and take drafts from where they are kept."""
        self._figures, self._gazette, self._drafting = require_store(parts).proof_figures, parts.gazette, drafting
        self._table_stores, self._rehearsal = TableStores(parts.gazette), parts.processes(REHEARSING)
        self._places: Limiter = parts.limiters.trying

    def figures(self, request: scorecard_service_pb2.GetProofFiguresRequest) -> scorecard_pb2.ProofFigures:
        """Give what was measured of a version."""
        check_language(request.language_code)
        version = self._gazette.version(*parse_version(request.name, field="name"))
        row = self._figures.find(version.content_digest)
        return write_figures(version.name, version.content_digest, row, request.language_code)

    async def MeasureProofFigures(
        self, request: draft_editing_pb2.MeasureProofFiguresRequest, context: Context
    ) -> scorecard_pb2.ProofFigures:
        """Try the next slips, unless all were tried by this software."""
        language = request.language_code
        with self._places.slot():
            asked = await self._places.in_thread(self._read, request)
            row = asked.known
            if row is None or row.tried_slips < row.slip_count:
                row = await self._step(asked, language)
            return write_figures(asked.name, asked.content_digest, row, language)

    async def _step(self, asked: _Measured, language: str) -> ProofFiguresRow | None:
        shelves = await self._places.in_thread(shelves_here, self._table_stores)
        step = work_pb2.MeasureProofs(
            draft=work_pb2.DraftFiles(files=asked.files, shelves=shelves),
            start=asked.known.tried_slips if asked.known is not None else 0,
            size=_SLIPS_AT_ONCE,
        )
        measured = await self._rehearsal.work(step, work_pb2.MeasuredProofs, language=language)
        if not measured.concluded:
            raise _without_files(asked.name)
        return await self._places.in_thread(self._keep, asked, measured)

    def _keep(self, asked: _Measured, measured: work_pb2.MeasuredProofs) -> ProofFiguresRow | None:
        """Add what was measured to what is known; where somebody was faster, theirs is given."""
        known = asked.known
        told: list[dict[str, list[str]]] = [] if known is None else orjson.loads(known.unnoticed)
        told += [
            {
                spoken: [slip.heading, slip.context, slip.before, slip.after]
                for spoken, slip in sorted(words.slips.items())
            }
            for words in measured.unnoticed[: _MOST_UNNOTICED - len(told)]
        ]
        row = ProofFiguresRow(
            content_digest=asked.content_digest,
            software_version=_software(),
            measure_time=instants.now(),
            example_count=measured.example_count,
            failed_examples=measured.failed_example_count,
            slip_count=measured.slip_count,
            tried_slips=measured.tried_count + (known.tried_slips if known is not None else 0),
            told_slips=measured.told_count + (known.told_slips if known is not None else 0),
            noticed_slips=measured.noticed_count + (known.noticed_slips if known is not None else 0),
            unnoticed=orjson.dumps(told).decode(),
        )
        return row if self._figures.keep(row, asked.kept) else self._figures.find(asked.content_digest)

    def _read(self, request: draft_editing_pb2.MeasureProofFiguresRequest) -> _Measured:
        check_language(request.language_code)
        organization = parse_organization(request.parent, field="parent")
        match request.WhichOneof("measured"):
            case "draft_revision":
                revision = self._drafting.revision_of(organization, request.draft_revision, field="draft_revision")
                if not revision.content_digest:
                    draft, _ = parse_draft_child(request.draft_revision, "revisions")
                    raise Refusal(Reason.SOURCE_HAS_ERRORS, _say("DRAFT_HAS_ERRORS", name=draft))
                name, digest, files = revision.version, revision.content_digest, self._drafting.files(revision)
            case "scorecard_version":
                version = self._gazette.version(*parse_version(request.scorecard_version, field="scorecard_version"))
                name, digest, files = version.name, version.content_digest, dict(version.sources)
                if not files:
                    raise _without_files(name)
            case _:
                raise InputError((Violation("measured", _say("MEASURED_REQUIRED"), "REQUIRED"),))
        return _Measured(name, digest, files, self._figures.find(digest))


def _software() -> str:
    return software_versions()["touchstone"]


def _without_files(version: str) -> Refusal:
    return Refusal(Reason.SOURCE_HAS_ERRORS, _say("NOT_MEASURABLE", version=version))


def write_figures(
    version: str, content_digest: str, row: ProofFiguresRow | None, language: str
) -> scorecard_pb2.ProofFigures:
    """Write what is known of the examples of a version; without a row nothing is."""
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
