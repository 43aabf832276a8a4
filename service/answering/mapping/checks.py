"""How does the answer of a verification become the protobuf message that clients read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES, told
from rules.trail.verify import CheckResult
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.trail.verify import Check
    from touchstone.v1 import evaluation_pb2


def overall(checks: Sequence[Check]) -> CheckResult:
    """Join the checks: one that failed decides, then one that could not be made."""
    results = {check.result for check in checks}
    if CheckResult.FAILED in results:
        return CheckResult.FAILED
    return CheckResult.NOT_CHECKED if CheckResult.NOT_CHECKED in results else CheckResult.PASSED


def with_more(
    response: evaluation_service_pb2.VerifyEvaluationTrailResponse,
    checks: Sequence[Check],
    language: str,
    *,
    not_proved: str,
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Add checks behind those of an answer, join them all, and say what they do not prove."""
    joined = [*response.checks, *write_checks(checks, language).checks]
    del response.checks[:]
    response.checks.extend(sorted(joined, key=lambda one: one.check))
    of_record = CheckResult[evaluation_service_pb2.TrailCheck.Result.Name(response.result).removeprefix("RESULT_")]
    results = {of_record, overall(checks)}
    worst = next(one for one in (CheckResult.FAILED, CheckResult.NOT_CHECKED, CheckResult.PASSED) if one in results)
    response.result = getattr(evaluation_service_pb2.TrailCheck, f"RESULT_{worst.name}")
    response.not_proved = not_proved
    if language != LANGUAGES[0]:
        response.localized_not_proved = told(not_proved, language)
    return response


def write_checks(
    checks: Sequence[Check],
    language: str = LANGUAGES[0],
    archive_findings: Sequence[evaluation_pb2.Finding] = (),
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Write the numbered checks and what they say together; in a language other than English, in that as well.

    With them goes what the archive found, which no check covers.
    """
    own = language != LANGUAGES[0]
    return evaluation_service_pb2.VerifyEvaluationTrailResponse(
        result=f"RESULT_{overall(checks).name}",
        checks=[
            evaluation_service_pb2.TrailCheck(
                check=evaluation_service_pb2.TrailCheck.Check.Name(check.number),
                result=f"RESULT_{check.result.name}",
                message=check.message,
                localized_message=told(check.message, language) if own else "",
            )
            for check in checks
        ],
        archive_findings=archive_findings,
    )
