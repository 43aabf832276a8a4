"""How is an exported evaluation verified, offline or by a server?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.contracts.errors import InputError, Violation
from rules.trail.verify import verify
from service.cli.remote import Remote
from service.envelopes import exported_content, versions_for, with_shown_record
from service.mapping.checks import write_checks
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from pathlib import Path

    from service.gazette import Gazette

_MAXIMUM_BYTES = 256 * 1024 * 1024
_MARKS = {
    evaluation_service_pb2.TrailCheck.RESULT_PASSED: "passed",
    evaluation_service_pb2.TrailCheck.RESULT_FAILED: "FAILED",
    evaluation_service_pb2.TrailCheck.RESULT_NOT_CHECKED: "not checked",
}


def verify_file(
    path: Path, gazette: Gazette, server: str | None
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Verify an evaluation as `touchstone evaluate --format json` wrote it.

    Raises:
        InputError: the file is no such evaluation.
        RemoteError: the server refuses, or cannot be reached.
    """
    evaluation = read_evaluation(path)
    if server is not None:
        request = evaluation_service_pb2.VerifyEvaluationTrailRequest(evaluation=evaluation)
        return Remote(server).verify(request)
    content = exported_content(evaluation)
    versions = versions_for(content, gazette)
    checks = verify(
        content=content,
        stated_digest=evaluation.record_digest,
        record_key=evaluation.record_key,
        versions=versions,
    )
    return write_checks(with_shown_record(checks, evaluation, versions))


def read_evaluation(path: Path) -> evaluation_pb2.Evaluation:
    """Read an exported evaluation.

    Raises:
        InputError: the file is not one.
    """
    if path.stat().st_size > _MAXIMUM_BYTES:
        raise InputError((Violation(str(path), f"is larger than {_MAXIMUM_BYTES} bytes", "TOO_LARGE"),))
    evaluation = evaluation_pb2.Evaluation()
    try:
        json_format.Parse(path.read_bytes().decode("utf-8"), evaluation)
    except (json_format.ParseError, UnicodeDecodeError, RecursionError) as error:
        expected = "is not an evaluation as `touchstone evaluate --format json` writes it"
        raise InputError((Violation(str(path), f"{expected}: {str(error)[:200]}", "MALFORMED"),)) from None
    return evaluation


def checks_text(response: evaluation_service_pb2.VerifyEvaluationTrailResponse) -> str:
    """Write the checks as numbered lines, and what they say together."""
    lines = []
    for check in response.checks:
        name = evaluation_service_pb2.TrailCheck.Check.Name(check.check).removeprefix("CHECK_")
        words = name.lower().replace("_", " ")
        lines.append(f"{check.check}. {words:<13} {_MARKS.get(check.result, 'not known'):<12} {check.message}".rstrip())
    lines.append(_TOGETHER[response.result])
    return "\n".join(lines)


_TOGETHER = {
    evaluation_service_pb2.TrailCheck.RESULT_PASSED: "All checks passed: the record is what was evaluated.",
    evaluation_service_pb2.TrailCheck.RESULT_FAILED: "The record does not hold.",
    evaluation_service_pb2.TrailCheck.RESULT_NOT_CHECKED: "No check failed, but some could not be made.",
}
