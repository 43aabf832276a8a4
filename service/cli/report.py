"""How does an evaluation, from a file or a server, become a page?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.verify import CheckResult, verify
from service.cli.remote import Remote
from service.cli.verify import checks_text, read_evaluation
from service.envelopes import exported_content, read_record, versions_for, with_shown_record
from service.mapping.checks import write_checks
from service.report.page import render_page

if TYPE_CHECKING:
    from rules.contracts.record import Record
    from rules.model.published import Published
    from rules.trail.explain import Explanation
    from service.gazette import Gazette


@dataclass(frozen=True, slots=True)
class Report:
    """The page, or none if a check failed; with the checks in words."""

    page: str | None
    checks: str


def write_report(source: str, *, gazette: Gazette, server: str | None, language: str, appendix: bool) -> Report:
    """Verify an evaluation and write it as a page; the words of the rules come from the gazette.

    Raises:
        InputError: the file is not an evaluation.
        RemoteError: the server has no such evaluation, or cannot be reached.
    """
    evaluation = read_evaluation(Path(source)) if server is None else Remote(server).evaluation(source)
    content = exported_content(evaluation)
    versions = versions_for(content, gazette)
    checks = with_shown_record(
        verify(
            content=content,
            stated_digest=evaluation.record_digest,
            record_key=evaluation.record_key,
            versions=versions,
        ),
        evaluation,
        versions,
    )
    said = checks_text(write_checks(checks))
    if any(check.result is CheckResult.FAILED for check in checks):
        return Report(None, said)
    record = read_record(content)
    version = next(item for item in versions if item.name == record.scorecard_version)
    page = render_page(
        record,
        version.scorecard,
        language,
        record_digest=evaluation.record_digest,
        checks=checks,
        explanation=_explanation(record, version, language),
        name=evaluation.name,
        appendix=appendix,
    )
    return Report(page, said)


def _explanation(record: Record, version: Published, language: str) -> Explanation | None:
    """Explain a graded record; of an open one the page says only what the record says."""
    if record.conclusion.grade is None:
        return None
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
    try:
        return explain(evaluator, record, language)
    except TrailError:
        return None
    finally:
        evaluator.close()
