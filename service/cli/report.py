"""How does an evaluation, from a file or a server, become a page?"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, words_of
from service.answering.report.page import render_page
from service.answering.report.telling import made_by
from service.answering.result_status import stands, status_said
from service.evaluating.evaluators import Evaluators

if TYPE_CHECKING:
    from rules.trail.explain import Explanation
    from service.answering.report.first_page import Particulars
    from service.cli.verify import Verified

_say = speaker(__name__)


def require_issuable(given: Particulars) -> None:
    """Refuse a date of issue that is none, or that stands beside particulars which are missing.

    Raises:
        InputError: what is wrong, by the option in which it stands.
    """
    if not given.issued:
        return
    try:
        parse_date(given.issued)
    except DateError as error:
        raise InputError((Violation("--issued", words_of(error), "WRONG_VALUE"),)) from None
    missing = [Violation(f"--{name.replace('_', '-')}", _say("ISSUED_NEEDS"), "REQUIRED") for name in given.missing]
    if missing:
        raise InputError(tuple(missing))


def require_standing(given: Particulars, verified: Verified) -> None:
    """Refuse to issue a report on a result that was withdrawn or corrected since.

    Raises:
        InputError: says what was decided; a draft may still be written.
    """
    status = verified.evaluation.status
    if given.issued and not stands(status):
        said = _say("DOES_NOT_STAND", name=verified.evaluation.name, why=status_said(status))
        raise InputError((Violation("--issued", said, "WRONG_VALUE"),))


def write_report(verified: Verified, *, language: str, given: Particulars, appendix: bool) -> str:
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
        made_by=made_by(verified.evaluation, language),
        given=given,
        appendix=appendix,
        archive_findings=verified.evaluation.archive_findings,
        status=verified.evaluation.status if verified.evaluation.HasField("status") else None,
    )


def _explanation(verified: Verified, language: str) -> Explanation | None:
    """Explain a graded record; of an open one the page says only what the record says."""
    record, version = verified.record, verified.version
    if record.conclusion.grade is None:
        return None
    with closing(Evaluators.beside(verified.gazette)) as evaluators:
        try:
            return evaluators.explain(version, record, language)
        except TrailError:
            return None
