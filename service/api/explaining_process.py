"""Explanation worker: what would change an evaluation, the words for it, and whole reports.

An explanation asks for dozens of conclusions. In the process of the server it would keep every evaluation waiting.
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

_MEMORY = 2 * 1024 * 1024 * 1024


class ExplanationWorker:
    """Explains by one gazette; what one evaluation needed stands ready for the next."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        """Begin with nothing ready; `lasting` says that what is made ready will be used for long."""
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)

    def explain(
        self, asked: work_pb2.Explain, should_stop: ShouldStop
    ) -> evaluation_service_pb2.ExplainEvaluationResponse:
        """Explain an evaluation, which is verified first if it was exported."""
        evaluation, language, criterion = asked.evaluation, asked.language_code, asked.criterion_id or None
        if asked.exported:
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
            ahead = UpcomingQuery(record, version, now())
            append_upcoming(
                answer, ahead.sentences(ahead.upcoming_versions(self._gazette, self._evaluators, should_stop), language)
            )
        return answer

    def report(
        self, request: evaluation_service_pb2.GetReportRequest, should_stop: ShouldStop
    ) -> evaluation_service_pb2.Report:
        """Write a report of the evaluation that stands in the request."""
        from service.output import issued_report  # noqa: PLC0415 -- pages are loaded when one is asked for

        return issued_report.issue_report(request, self._gazette, should_stop)


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Give what this program does by a gazette."""
    explainer = ExplanationWorker(gazette, lasting=lasting)
    return {
        work_pb2.Explain: explainer.explain,
        evaluation_service_pb2.GetReportRequest: explainer.report,
    }


main = worker_entry(partial(works, lasting=True), memory=_MEMORY)

if __name__ == "__main__":
    main()
