"""Subjects of plans: stored evaluations or requests, under the version on the date of the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.api.baselines import Baseline, baseline_of_evaluation, baseline_of_request, migrated_subject
from service.api.evaluation_worker_specs import TRIED
from service.base import instants
from service.base.resource_names import CardName, parse_version
from service.planning.applicants import acts_for_client
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rules.model import PublishedVersion
    from service.api.earlier_evaluations import EarlierEvaluations
    from service.api.evaluation_queries import Archive
    from service.api.service_dependencies import ServiceContext
    from service.store.stored_records import StoredRecord

    Baselined = pb2.PlanImprovementRequest | pb2.ProposeMeasuresRequest | pb2.GroupMember

_message = message_factory(__name__)


class PlannedSubjects:
    """Reads the subjects of requests; without a store, only subjects that are part of a request."""

    def __init__(self, parts: ServiceContext) -> None:
        self._parts = parts
        self._gazette = parts.gazette
        self._archive: Archive | None = None
        self._earlier: EarlierEvaluations | None = None
        if parts.store is not None:
            from service.api.earlier_evaluations import EarlierEvaluations  # noqa: PLC0415 -- only with a store
            from service.api.evaluation_queries import Archive  # noqa: PLC0415 -- only with a store

            self._archive = Archive(parts.store, parts.gazette, parts.reader)
            self._earlier = EarlierEvaluations(parts.store, parts.gazette)

    def baseline(self, request: Baselined) -> Baseline:
        match request.WhichOneof("baseline"):
            case "evaluation":
                archive = self._parts.refuse_unkept() if self._archive is None else self._archive
                evaluation = archive.complete_evaluation(request.evaluation, field="evaluation")
                return baseline_of_evaluation(evaluation, self._parts.reader, self._gazette)
            case "request":
                return baseline_of_request(request.request, self._gazette)
            case _:
                raise InputError.of("baseline", _message("BASELINE"), "REQUIRED")

    def version(self, baseline: Baseline, requested: str, day: date) -> PublishedVersion:
        """Return the requested version, or the one in force on a day.

        Raises:
            VersionError: If there is none.
        """
        if requested:
            return self._gazette.version(*parse_version(requested, field="scorecard_version", card=baseline.card))
        return self._gazette.find(CardName(baseline.card), as_of=day, known=instants.now())

    def message(
        self, request: Baselined, baseline: Baseline, version: PublishedVersion, day: str, *, scorecard: str = ""
    ) -> work_pb2.PlannedSubject:
        """Return the subject for the worker. Its end states are evaluated under `scorecard`."""
        subject = migrated_subject(baseline.subject, baseline.version, version, self._gazette)
        return TRIED.write(
            work_pb2.PlannedSubject,
            subject=subject.model_copy(update={"known": instants.now()}),
            version=work_pb2.Version(name=version.name, rule_digest=version.rule_digest),
            scorecard=scorecard or str(CardName(baseline.card)),
            date=day,
            baseline=request.WhichOneof("baseline"),
            stored=self._stored(subject.subject, baseline.card, day),
            previous_evaluations=request.request.previous_evaluations,
            previous_bundles=request.request.previous_bundles,
        )

    def _stored(self, subject: str, card: str, until: str) -> Sequence[StoredRecord]:
        if self._earlier is None or acts_for_client():
            return ()
        return self._earlier.of_subject(subject, card, until=until)
