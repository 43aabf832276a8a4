"""How is an exported evaluation verified, offline or by a server?"""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from google.protobuf import json_format

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, words_of
from service.answering.mapping.answers import with_more, write_checks
from service.answering.previous import exported
from service.answering.report.double_use import lines as double_uses_told
from service.answering.result_status import status_lines
from service.answering.terminal.columns import padded
from service.answering.terminal.erased import erased_lines
from service.answering.terminal.json_form import as_json
from service.answering.terminal.output import Exit, Format, complain, put
from service.answering.terminal.spoken import asked_language
from service.answering.terminal.words import words
from service.answering.unproved import not_proved
from service.answering.verified import VerificationFailedError, checks_of, verified
from service.evaluating.reader import RecordReader
from service.reading.encodings import NotUtf8Error, decode_utf8
from service.reading.given_files import MOST_EXPORTED, read_file
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.trail.verify_previous import PreviousRecord
    from service.answering.terminal.remote import Remote
    from service.answering.verified import Verified
    from service.gazette.versions import Gazette

_say = speaker(__name__)

_MOST_SHOWN = 200
"""How much of what a parser says is shown."""


@contextmanager
def unless_verified(consequence: str, form: Format = Format.TEXT) -> Iterator[None]:
    """Answer with the checks, say what is not done in consequence, and end with exit code 1, if a check failed."""
    try:
        yield
    except VerificationFailedError as error:
        language = asked_language()
        response = write_checks(error.checks, language)
        response.erasures.extend(error.erasures)
        if form is Format.JSON:
            put(as_json(response))
        complain(f"{checks_text(response, language)}\n{words(language)['verify'][consequence]}")
        raise typer.Exit(Exit.NEGATIVE) from None


def read_verified(source: str, gazette: Gazette, server: str | None) -> Verified:
    """Read an evaluation from a file, or by its name from a server, and verify it here.

    Raises:
        InputError: the file is no evaluation.
        RemoteError: the server has no such evaluation, or cannot be reached.
        VerificationFailedError: a check failed, or could not be made.
    """
    evaluation = read_evaluation(Path(source)) if server is None else _at(server).evaluation(source)
    return verified(evaluation, gazette)


def verify_file(
    path: Path, gazette: Gazette, server: str | None, previous: Sequence[Path] = ()
) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Verify an evaluation as `touchstone evaluate --format json` wrote it, in the language that the command speaks.

    `previous` are files of earlier evaluations that facts of it were taken from.

    Raises:
        InputError: the file is no such evaluation.
        RemoteError: the server refuses, or cannot be reached.
    """
    evaluation = read_evaluation(path)
    if server is not None:
        others = [read_evaluation(one) for one in previous]
        request = evaluation_service_pb2.VerifyEvaluationTrailRequest(
            evaluation=evaluation, previous_evaluations=others
        )
        return _at(server).verify(request)
    with closing(RecordReader(gazette)) as reader:
        checks = checks_of(evaluation, gazette, reader, [read_previous(one, gazette) for one in previous])
    language = asked_language()
    response = write_checks(checks, language, evaluation.archive_findings)
    response.erasures.extend(evaluation.erasures)
    if evaluation.HasField("status"):
        response.status.CopyFrom(evaluation.status)
    return with_more(response, (), language, not_proved=not_proved(by_log=False))


def read_previous(path: Path, gazette: Gazette) -> PreviousRecord:
    """Read an exported evaluation, or its proof bundle, as one that others are taken from.

    Raises:
        InputError: the file is neither.
    """
    from service.answering.bundles import bundled_record, is_bundle  # noqa: PLC0415 -- slow to load

    content = read_file(path, most=MOST_EXPORTED)
    try:
        if is_bundle(content):
            return bundled_record(content)
        return exported(read_evaluation(path), gazette)
    except TrailError as error:
        raise _refused(path, words_of(error), "MALFORMED") from None


def verify_stored(name: str, server: str) -> evaluation_service_pb2.VerifyEvaluationTrailResponse:
    """Let a server verify what it stores under a name.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
    """
    return _at(server).verify(evaluation_service_pb2.VerifyEvaluationTrailRequest(name=name))


def _at(server: str) -> Remote:
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- gRPC is loaded only to ask a server

    return Remote(server)


def read_evaluation(path: Path) -> evaluation_pb2.Evaluation:
    """Read an exported evaluation.

    Raises:
        InputError: the file is not one.
    """
    content = read_file(path, most=MOST_EXPORTED)
    if not content.strip():
        raise _refused(path, _say("EMPTY_EVALUATION"), "EMPTY")
    evaluation = evaluation_pb2.Evaluation()
    try:
        json_format.Parse(decode_utf8(content).removeprefix("\ufeff"), evaluation)
    except NotUtf8Error as error:
        raise _refused(path, words_of(error), "MALFORMED") from None
    except (json_format.ParseError, RecursionError) as error:
        raise _refused(path, _say("NOT_AN_EVALUATION", problem=str(error)[:_MOST_SHOWN]), "MALFORMED") from None
    if not evaluation.HasField("record") and not evaluation.record_json:
        raise _refused(path, _say("NO_RECORD"), "MALFORMED")
    return evaluation


def _refused(path: Path, description: str, reason: str) -> InputError:
    return InputError((Violation(str(path), description, reason),))


def checks_text(response: evaluation_service_pb2.VerifyEvaluationTrailResponse, language: str) -> str:
    """Write double uses, which no check covers, what was erased, the checks as numbered lines, and what they say."""
    spoken = words(language)["verify"]
    lines = []
    for check in response.checks:
        name = spoken["checks"][
            evaluation_service_pb2.TrailCheck.Check.Name(check.check).removeprefix("CHECK_").lower()
        ]
        result = spoken["results"][_result(check.result)]
        said = check.localized_message or check.message
        lines.append(f"{check.check}. {padded(name, 13)} {padded(result, 12)} {said}")
    lines.append(spoken["together"][_result(response.result)])
    if response.not_proved:
        lines.append(response.localized_not_proved or response.not_proved)
    if erased := list(erased_lines(response.erasures, language)):
        lines = [*erased, "", *lines]
    if found := list(double_uses_told(response.archive_findings, language)):
        lines = [*found, f"  {spoken['not_covered']}", "", *lines]
    if decided := status_lines(response.status, language):
        lines = [*decided, "", *lines]
    return "\n".join(line.rstrip() for line in lines)


def _result(result: evaluation_service_pb2.TrailCheck.Result) -> str:
    return evaluation_service_pb2.TrailCheck.Result.Name(result).removeprefix("RESULT_").lower()
