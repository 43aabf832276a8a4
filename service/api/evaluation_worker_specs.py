"""Worker specifications of EvaluationService and dossier files, and work messages to evaluate without storing.

Only the worker processes load the worker modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import DeclaredFact, Subject
from rules.model import published_bytes
from service.base.resource_names import CardName
from service.base.worker_specs import WorkerSpec
from service.output.mapping.mapper import Mapper, MessageMapping
from service.output.mapping.requests import INPUTS
from service.store.stored_records import StoredRecord
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import fact_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.model import PublishedVersion
    from service.configuration.settings import Settings
    from touchstone.v1 import evaluation_service_pb2

_MAX_PROCESSES = 2
_MAX_SECONDS = 60
DOSSIER_FILES = WorkerSpec("service.cases.dossier_file_process", max_processes=2, seconds=60, max_idle=1)
"""Worker that reads dossier files."""


def evaluation_worker_spec(settings: Settings) -> WorkerSpec:
    """Return the specification of the evaluation worker; all its processes are started in advance."""
    count = settings.evaluating_processes
    return WorkerSpec(
        "service.api.evaluating_process",
        (str(settings.gazette), str(settings.maximum_answer_bytes)),
        max_processes=count,
        seconds=settings.evaluation_seconds,
        max_idle=count,
        min_warm=count,
        cancellable=True,
    )


def simulation_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the specification of the simulation worker; its processes stay warm."""
    module = "service.api.trying_process"
    return WorkerSpec(
        module,
        (str(gazette),),
        max_processes=_MAX_PROCESSES,
        seconds=_MAX_SECONDS,
        max_idle=_MAX_PROCESSES,
        cancellable=True,
    )


def explanation_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the specification of the explanation worker; its processes stay warm."""
    return WorkerSpec(
        "service.api.explaining_process",
        (str(gazette),),
        max_processes=_MAX_PROCESSES,
        seconds=_MAX_SECONDS,
        max_idle=_MAX_PROCESSES,
    )


TRIED = Mapper(
    MessageMapping(fact_pb2.Fact, DeclaredFact),  # includes facts from earlier evaluations, which clients must not send
    MessageMapping(work_pb2.Subject, Subject),
    MessageMapping(work_pb2.StoredRecord, StoredRecord),
    base=INPUTS,
)


def build_evaluate_request(
    request: evaluation_service_pb2.EvaluateSubjectRequest,
    draft: PublishedVersion | None = None,
    stored: Sequence[StoredRecord] = (),
) -> work_pb2.EvaluateUnstored:
    """Return the work message to evaluate without storing, with the draft if there is one.

    Earlier evaluations in the request take precedence over `stored`.
    """
    message = TRIED.write(work_pb2.EvaluateUnstored, request=request, stored=stored)
    if draft is not None:
        message.request.ClearField("scorecard_draft")
        message.request.scorecard = str(CardName(draft.scorecard.card.id))
        message.draft = published_bytes(draft.scorecard, draft.sources)
    return message


def build_simulate_request(  # noqa: PLR0913 -- the inputs of the comparison
    *,
    evaluation: str,
    record: bytes,
    subject: Subject,
    version: PublishedVersion | None,
    changed: Subject,
    changed_version: PublishedVersion,
) -> work_pb2.Simulate:
    """Return the work message that compares a changed evaluation with a record; an empty record is computed first."""
    return TRIED.write(
        work_pb2.Simulate,
        evaluation=evaluation,
        record_json=record.decode(),
        subject=subject,
        version=None if version is None else _version_message(version),
        changed=changed,
        changed_version=_version_message(changed_version),
    )


def _version_message(version: PublishedVersion) -> work_pb2.Version:
    if version.publish_time:
        return work_pb2.Version(name=version.name, rule_digest=version.rule_digest)
    return work_pb2.Version(draft=published_bytes(version.scorecard, version.sources))
