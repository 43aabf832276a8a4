"""How is an exported evaluation verified, offline or by a server?"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from google.protobuf import json_format

from rules.contracts.errors import InputError, Violation
from rules.trail.verify import CheckResult, verify
from service.cli.output import Exit, Format, as_json, complain, put
from service.cli.remote import Remote
from service.envelopes import exported_content, read_record, versions_for, with_shown_record
from service.mapping.checks import write_checks
from service.tables import FOLDER, Shelf
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import Record
    from rules.model.published import Published
    from rules.trail.verify import Check
    from service.gazette import Gazette

_MAXIMUM_BYTES = 256 * 1024 * 1024
_MARKS = {
    evaluation_service_pb2.TrailCheck.RESULT_PASSED: "passed",
    evaluation_service_pb2.TrailCheck.RESULT_FAILED: "FAILED",
    evaluation_service_pb2.TrailCheck.RESULT_NOT_CHECKED: "not checked",
}


@dataclass(frozen=True, slots=True)
class Verified:
    """An evaluation of which no check failed, with the version it was made under and the reference tables."""

    evaluation: evaluation_pb2.Evaluation
    record: Record
    version: Published
    tables: Shelf
    checks: tuple[Check, ...]


class VerificationFailedError(Exception):
    """A check failed."""

    def __init__(self, response: evaluation_service_pb2.VerifyEvaluationTrailResponse) -> None:
        """Keep all checks."""
        self.response = response
        super().__init__(checks_text(response))


@contextmanager
def unless_verified(consequence: str, form: Format = Format.TEXT) -> Iterator[None]:
    """Answer with the checks, say what therefore is not done, and end with exit code 1, if a check failed."""
    try:
        yield
    except VerificationFailedError as error:
        if form is Format.JSON:
            put(as_json(error.response))
        complain(f"{error}\n{consequence}")
        raise typer.Exit(Exit.NEGATIVE) from None


def read_verified(source: str, gazette: Gazette, server: str | None) -> Verified:
    """Read an evaluation from a file, or by its name from a server, and verify it here.

    Raises:
        InputError: the file is no evaluation.
        RemoteError: the server has no such evaluation, or cannot be reached.
        VerificationFailedError: a check failed, or could not be made.
    """
    evaluation = read_evaluation(Path(source)) if server is None else Remote(server).evaluation(source)
    checks, versions = _checked(evaluation, gazette)
    if any(check.result is not CheckResult.PASSED for check in checks):
        raise VerificationFailedError(write_checks(checks))
    record = read_record(exported_content(evaluation))
    version = next(item for item in versions if item.name == record.scorecard_version)
    return Verified(evaluation, record, version, Shelf(gazette.folder / FOLDER), checks)


def _checked(
    evaluation: evaluation_pb2.Evaluation, gazette: Gazette
) -> tuple[tuple[Check, ...], tuple[Published, ...]]:
    content = exported_content(evaluation)
    versions = versions_for(content, gazette)
    checks = verify(
        content=content,
        stated_digest=evaluation.record_digest,
        record_key=evaluation.record_key,
        versions=versions,
        tables=Shelf(gazette.folder / FOLDER),
    )
    return with_shown_record(checks, evaluation, versions), versions


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
    return write_checks(_checked(evaluation, gazette)[0])


def read_evaluation(path: Path) -> evaluation_pb2.Evaluation:
    """Read an exported evaluation.

    Raises:
        InputError: the file is not one.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise InputError((Violation(str(path), "is not a regular file", "NOT_A_FILE"),))
    if size > _MAXIMUM_BYTES:
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
