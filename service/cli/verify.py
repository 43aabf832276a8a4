"""Handlers of `verify` and `report`: evaluations, proof bundles and reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from google.protobuf import json_format

from rules.contracts import InputError, TrailError, Violation, digest, error_message, message_factory
from service.base.refusals import Reason
from service.input.encodings import NotUtf8Error, decode_utf8
from service.input.given_files import MOST_EXPORTED, read_file, read_text_file
from service.output.mapping.mapper import word_of
from service.output.result_status import is_in_effect, status_lines
from service.output.terminal.columns import one_line, pad_to_width
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.output import ExitCode, OutputFormat, RemoteError
from service.output.terminal.streams import print_error, write_output
from service.output.terminal.words import requested_language, words
from touchstone.client.json_form import as_json
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Checked = str | evaluation_pb2.Evaluation
    Response = evaluation_service_pb2.VerifyEvaluationTrailResponse
    Request = evaluation_service_pb2.GetReportRequest
    Report = evaluation_service_pb2.Report


_message = message_factory(__name__)


_MAX_PROBLEM_CHARS = 200
_BUNDLE = "bundle"
_STORED = "organizations/"
_BUNDLE_MARKER = b'"touchstone-bundle-'
_EVALUATIONS = "evaluation_service.EvaluationService"
PREVIOUS = ("previous_evaluations", "previous_bundles")


def is_stored(evaluation: str) -> bool:
    """Return whether a text names a stored evaluation, not a file."""
    return evaluation.startswith(_STORED)


def add_evaluation(request: Any, evaluation: str) -> Any:
    """Add an evaluation's name, or its file content, to a request."""
    if is_stored(evaluation):
        request.name = evaluation
    else:
        request.evaluation.CopyFrom(read_evaluation(Path(evaluation)))
    return request


def verify(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    evaluation: str,
    bundle: Path | None,
    trust: Path | None,
    previous: list[Path],
    stubs: Callable[[str], Any],
    language: str,
) -> CommandResult:
    """Verify an evaluation or a proof bundle."""
    if bundle is not None and evaluation != _BUNDLE:
        raise InputError.of("EVALUATION", _message("ONE_FILE"), "WRONG_VALUE")
    file = bundle or Path(evaluation)
    if bundle is not None or (not is_stored(evaluation) and is_bundle(file)):
        return _check_bundle(file, trust, language)
    if trust is not None:
        raise InputError.of("--trust", _message("TRUST_WITHOUT_BUNDLE"), "WRONG_VALUE")
    request = add_evaluation(evaluation_service_pb2.VerifyEvaluationTrailRequest(), evaluation)
    add_previous(request, previous)
    try:
        response: Response = stubs(_EVALUATIONS).VerifyEvaluationTrail(request)
    except RemoteError as error:
        raise _error_at_files(error, previous) from None
    passed = response.result == evaluation_service_pb2.TrailCheck.RESULT_PASSED
    return CommandResult(checks_text(response, language), not (passed and is_in_effect(response.status)), response)


def _check_bundle(file: Path, trust: Path | None, language: str) -> CommandResult:
    if trust is None:
        raise InputError.of("--trust", _message("BUNDLE_NEEDS_TRUST"), "REQUIRED")
    from service.proofs.render_bundle import (  # noqa: PLC0415 -- slow to load
        check_bundle_file,
        checks_document,
        checks_text as bundle_checks_text,
    )

    checked = check_bundle_file(file, trust, language)
    return CommandResult(bundle_checks_text(checked, language), not checked.holds, checks_document(checked, language))


def is_bundle(file: Path) -> bool:
    """Return whether a file declares itself a proof bundle."""
    content = read_text_file(file, most=MOST_EXPORTED, allowed="JSON")
    if _BUNDLE_MARKER not in content:
        return False
    from service.output.bundles import is_bundle as declares_bundle  # noqa: PLC0415 -- slow to load

    return declares_bundle(content)


def add_previous(request: Any, files: Iterable[Path]) -> None:
    """Add earlier evaluations or their proof bundles to a request."""
    for file in files:
        if is_bundle(file):
            request.previous_bundles.append(read_file(file, most=MOST_EXPORTED))
        else:
            request.previous_evaluations.append(read_evaluation(file))


def _error_at_files(error: RemoteError, files: Iterable[Path]) -> RemoteError | InputError:
    violations = error.violations()
    if not any(violation.field.startswith(PREVIOUS) for violation in violations):
        return error
    return InputError(violations_at_files(violations, files))


def violations_at_files(violations: Iterable[Violation], files: Iterable[Path]) -> tuple[Violation, ...]:
    """Replace request fields of earlier evaluations with their file paths or option."""
    paths: dict[bool, list[Path]] = {False: [], True: []}
    for file in files:
        paths[is_bundle(file)].append(file)
    return tuple(
        Violation(_source_of_field(violation.field, paths), violation.description, violation.reason)
        if violation.field.startswith(PREVIOUS)
        else violation
        for violation in violations
    )


def _source_of_field(field: str, paths: dict[bool, list[Path]]) -> str:
    name, sign, rest = field.partition("[")
    if not sign:
        return "--previous"
    return str(paths[name == PREVIOUS[1]][int(rest.partition("]")[0])])


def read_evaluation(path: Path) -> evaluation_pb2.Evaluation:
    """Read an exported evaluation.

    Raises:
        InputError: If the file is empty, malformed or has no record.
    """
    content = read_text_file(path, most=MOST_EXPORTED, allowed="JSON")
    if not content.strip():
        raise _file_error(path, _message("EMPTY_EVALUATION"), "EMPTY")
    if is_bundle(path):
        raise _file_error(path, _message("IS_BUNDLE"), "MALFORMED")
    evaluation = evaluation_pb2.Evaluation()
    try:
        json_format.Parse(decode_utf8(content).removeprefix("\ufeff"), evaluation)
    except NotUtf8Error as error:
        raise _file_error(path, error_message(error), "MALFORMED") from None
    except (json_format.ParseError, RecursionError) as error:
        raise _file_error(path, _message("NOT_AN_EVALUATION", problem=error_message(error)), "MALFORMED") from None
    if not evaluation.HasField("record") and not evaluation.record_json:
        raise _file_error(path, _message("NO_RECORD"), "MALFORMED")
    return evaluation


def _file_error(path: Path, description: str, reason: str) -> InputError:
    return InputError.of(str(path), description, reason)


def unverified_error(error: Exception, request: Any, stubs: Callable[[str], Any], format: str) -> BaseException:
    """Print all checks and return a SystemExit if a page or explanation failed verification; else return `error`."""
    consequence = "no_page" if isinstance(request, evaluation_service_pb2.GetReportRequest) else "not_explained"
    return verification_error(error, request.name or request.evaluation, stubs, consequence, format)


def verification_error(
    error: Exception, checked: Checked, stubs: Callable[[str], Any], consequence: str, form: str
) -> BaseException:
    """Print all checks and return a SystemExit if verification failed; else return `error`."""
    if not isinstance(error, RemoteError) or error.reason() != Reason.VERIFICATION_FAILED:
        return error
    return report_failed_checks(checked, stubs, consequence, form)


def report_failed_checks(checked: Checked, stubs: Callable[[str], Any], consequence: str, form: str) -> SystemExit:
    """Print all checks and the consequence; return a SystemExit."""
    language, request = requested_language(), evaluation_service_pb2.VerifyEvaluationTrailRequest()
    if isinstance(checked, str):
        request.name = checked
    else:
        request.evaluation.CopyFrom(checked)
    verification: Response = stubs(_EVALUATIONS).VerifyEvaluationTrail(request)
    response = evaluation_service_pb2.VerifyEvaluationTrailResponse(
        result=verification.result, checks=verification.checks, erasures=verification.erasures
    )
    if form == OutputFormat.JSON:
        write_output(as_json(response))
    print_error(f"{checks_text(response, language)}\n{words(language)['verify'][consequence]}")
    return SystemExit(ExitCode.NEGATIVE)


def checks_text(response: Response, language: str) -> str:
    """Render status, double uses, erasures and checks; no check covers double uses."""
    from service.erasure.render_erasures import erased_lines  # noqa: PLC0415 -- needed only for text output
    from service.output.report.double_use import lines as double_use_lines  # noqa: PLC0415 -- needed only for text output

    spoken = words(language)["verify"]
    lines = []
    for check in response.checks:
        name = spoken["checks"][word_of(evaluation_service_pb2.TrailCheck.Check, check.check)]
        result = spoken["results"][_result(check.result)]
        text = one_line(check.localized_message or check.message)
        lines.append(f"{check.check}. {pad_to_width(name, 13)} {pad_to_width(result, 12)} {text}")
    lines.append(spoken["together"][_result(response.result)])
    if response.not_proved:
        lines.append(response.localized_not_proved or response.not_proved)
    if erased := list(erased_lines(response.erasures, language)):
        lines = [*erased, "", *lines]
    if double_lines := list(double_use_lines(response.archive_findings, language)):
        lines = [*double_lines, f"  {spoken['not_covered']}", "", *lines]
    if decided := status_lines(response.status, language):
        lines = [*decided, "", *lines]
    return "\n".join(line.rstrip() for line in lines)


def _result(result: evaluation_service_pb2.TrailCheck.Result) -> str:
    return word_of(evaluation_service_pb2.TrailCheck.Result, result)


_MAX_BUNDLE_BYTES = 256 * 1024 * 1024


def bundle_digest(bundle: Path) -> str:
    """Return the digest of a proof bundle file."""
    return digest(read_text_file(bundle, most=_MAX_BUNDLE_BYTES, allowed="JSON"))


def check_report(answer: Report, request: Request, bundle: Path | None, server: str | None, language: str) -> Report:
    """Raise InputError if the bundle proves another evaluation; warn if the current status is unchecked."""
    if bundle is not None:
        from service.output.bundles import read_bundle  # noqa: PLC0415 -- slow to load

        try:
            bundled_digest = json.loads(read_bundle(read_file(bundle, most=_MAX_BUNDLE_BYTES)).evaluation.leaf).get(
                "record_digest"
            )
        except (TrailError, ValueError, AttributeError) as error:
            raise InputError.of("--bundle", error_message(error), "MALFORMED") from None
        if bundled_digest != answer.record_digest:
            raise InputError.of("--bundle", _message("OTHER_BUNDLE"), "WRONG_VALUE")
    if request.particulars.issue_date and request.HasField("evaluation") and server is None and answer.evaluation:
        print_error(words(language)["verify"]["standing_not_asked"].format(name=answer.evaluation))
    return answer


def report_page_text(answer: Report, out: Path | None) -> str:
    """Return a page or OSCAL as text; write a workbook and return an empty string."""
    if not answer.media_type.startswith("application/vnd."):
        return answer.content.decode()
    if out is None:
        sys.stdout.buffer.write(answer.content)
    else:
        out.write_bytes(answer.content)
    return ""
