"""How does an evaluation, from a file or a server, become a page?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from service.report.page import render_page

if TYPE_CHECKING:
    from rules.trail.explain import Explanation
    from service.cli.verify import Verified


def write_report(verified: Verified, *, language: str, appendix: bool) -> str:
    """Write a verified evaluation as a page; the words of the rules come from the gazette."""
    record, version = verified.record, verified.version
    return render_page(
        record,
        version.scorecard,
        language,
        record_digest=verified.evaluation.record_digest,
        checks=verified.checks,
        explanation=_explanation(verified, language),
        name=verified.evaluation.name,
        appendix=appendix,
        archive_findings=verified.evaluation.archive_findings,
    )


def _explanation(verified: Verified, language: str) -> Explanation | None:
    """Explain a graded record; of an open one the page says only what the record says."""
    record, version = verified.record, verified.version
    if record.conclusion.grade is None:
        return None
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name, verified.tables)
    try:
        return explain(evaluator, record, language)
    except TrailError:
        return None
    finally:
        evaluator.close()
