"""Worker specifications of EvaluationService, and work messages to evaluate or simulate without storing.

The code of each worker is in a module of its own, which only its processes load.
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

_AT_ONCE = 2
_SECONDS = 60


def evaluation_worker_spec(settings: Settings) -> WorkerSpec:
    """Give the program that evaluates by the gazette of a server; all its processes stand ready."""
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
    """Give the program that tries by this gazette; its processes stay warm."""
    module = "service.api.trying_process"
    return WorkerSpec(
        module, (str(gazette),), max_processes=_AT_ONCE, seconds=_SECONDS, max_idle=_AT_ONCE, cancellable=True
    )


def explanation_worker_spec(gazette: Path) -> WorkerSpec:
    """Give the program that explains by this gazette; its processes stay warm."""
    return WorkerSpec(
        "service.api.explaining_process", (str(gazette),), max_processes=_AT_ONCE, seconds=_SECONDS, max_idle=_AT_ONCE
    )


TRIED = Mapper(
    MessageMapping(fact_pb2.Fact, DeclaredFact),  # with what earlier evaluations gave, which no client may say
    MessageMapping(work_pb2.Subject, Subject),
    MessageMapping(work_pb2.StoredRecord, StoredRecord),
    base=INPUTS,
)
"""Maps what is tried."""


def build_evaluate_request(
    request: evaluation_service_pb2.EvaluateSubjectRequest,
    draft: PublishedVersion | None = None,
    stored: Sequence[StoredRecord] = (),
) -> work_pb2.EvaluateUnstored:
    """Write what such a process is asked: to evaluate what is stored nowhere, perhaps by a draft.

    Facts are taken from the earlier evaluations that the request gives, or else from those that are stored.
    """
    asked = TRIED.write(work_pb2.EvaluateUnstored, request=request, stored=stored)
    if draft is not None:
        asked.request.ClearField("scorecard_draft")
        asked.request.scorecard = str(CardName(draft.scorecard.card.id))
        asked.draft = published_bytes(draft.scorecard, draft.sources)
    return asked


def build_simulate_request(  # noqa: PLR0913 -- what is compared
    *,
    evaluation: str,
    record: bytes,
    subject: Subject,
    version: PublishedVersion | None,
    changed: Subject,
    changed_version: PublishedVersion,
) -> work_pb2.Simulate:
    """Write what such a process is asked: what another evaluation says than a record, which is made if it is empty."""
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
    """Name a version, with its rules; a draft has no name, and goes along."""
    if version.publish_time:
        return work_pb2.Version(name=version.name, rule_digest=version.rule_digest)
    return work_pb2.Version(draft=published_bytes(version.scorecard, version.sources))
