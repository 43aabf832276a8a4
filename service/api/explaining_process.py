"""Explanation worker: possible changes of an evaluation, their texts, and whole reports.

An explanation needs dozens of inferences, which would block the server process.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import read_complete_record
from service.base.instants import now
from service.evaluating.evaluators import Evaluators
from service.gazette.gazette_worker import worker_entry
from service.gazette.versions import Gazette
from service.output.mapping.answers import write_explanation
from service.output.report.double_use import prepend_double_uses
from service.output.report.formatters import RecordFormatter
from service.output.report.upcoming_versions import UpcomingQuery, append_upcoming
from service.output.verified_evaluations import verified
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from rules.engine import ShouldStop
    from service.base.worker_specs import Works

_MEMORY_BYTES = 2 * 1024 * 1024 * 1024


class ExplanationWorker:
    """Explains with one gazette and caches prepared versions."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)

    def explain(
        self, job: work_pb2.Explain, should_stop: ShouldStop
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        evaluation, language, criterion = job.evaluation, job.language_code, job.criterion_id or None
        if job.exported:
            verification = verified(evaluation, self._gazette)
            version, record = verification.version, verification.record
        else:
            written = read_complete_record(evaluation.record_json.encode())
            version = self._gazette.made_by(written.head.scorecard_version, written.head.rule_digest)
            record = self._evaluators.read(version, written).record
        explanation = self._evaluators.explain(version, record, language, criterion, should_stop)
        answer = write_explanation(explanation, version.scorecard)
        formatter = RecordFormatter(record, version.scorecard, language)
        prepend_double_uses(answer, formatter, evaluation.archive_findings, criterion)
        if criterion is None:
            upcoming = UpcomingQuery(record, version, now())
            append_upcoming(
                answer,
                upcoming.sentences(upcoming.upcoming_versions(self._gazette, self._evaluators, should_stop), language),
            )
        return answer

    def report(
        self, request: evaluation_service_pb2.GetReportRequest, should_stop: ShouldStop
    ) -> evaluation_service_pb2.Report:
        from service.output import issued_report  # noqa: PLC0415 -- page code is loaded only on request

        return issued_report.issue_report(request, self._gazette, should_stop)


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Return the handlers by request type; `lasting` exempts versions from garbage collection."""
    explainer = ExplanationWorker(gazette, lasting=lasting)
    return {
        work_pb2.Explain: explainer.explain,
        evaluation_service_pb2.GetReportRequest: explainer.report,
    }


main = worker_entry(partial(works, lasting=True), memory=_MEMORY_BYTES)

if __name__ == "__main__":
    main()
