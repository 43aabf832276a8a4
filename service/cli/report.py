"""Handler of `report`: request, check of the proof bundle, and output of page, OSCAL or workbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TrailError, Violation, digest, error_message, message_factory
from service.cli.verify import is_stored, read_evaluation, verification_error
from service.input.given_files import read_file
from service.output.bundles import read_bundle
from service.output.terminal.output import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    Request = evaluation_service_pb2.GetReportRequest
    Report = evaluation_service_pb2.Report

_say = message_factory(__name__)

_LARGEST = 256 * 1024 * 1024


def report_request(request: Request, evaluation: str) -> Request:
    """Ask for what is stored under a name, or for what stands in a file."""
    if is_stored(evaluation):
        request.name = evaluation
    else:
        request.evaluation.CopyFrom(read_evaluation(Path(evaluation)))
    return request


def bundle_digest(bundle: Path) -> str:
    """Give the digest of the file of a proof bundle."""
    return digest(read_file(bundle, most=_LARGEST))


def unverified_report_error(
    error: Exception, request: Request, stubs: Callable[[str], Any], format: str
) -> BaseException:
    """Tell of all checks where one failed, and end with 1."""
    return verification_error(error, request.name or request.evaluation, stubs, "no_page", format)


def check_report(answer: Report, request: Request, bundle: Path | None, server: str | None, language: str) -> Report:
    """Look whether the bundle is its own, and say what a file cannot know of a report that is issued."""
    if bundle is not None:
        try:
            of = json.loads(read_bundle(read_file(bundle, most=_LARGEST)).evaluation.leaf).get("record_digest")
        except (TrailError, ValueError, AttributeError) as error:
            raise InputError((Violation("--bundle", error_message(error), "MALFORMED"),)) from None
        if of != answer.record_digest:
            raise InputError((Violation("--bundle", _say("OTHER_BUNDLE"), "WRONG_VALUE"),))
    if request.particulars.issue_date and request.HasField("evaluation") and server is None and answer.evaluation:
        print_error(words(language)["verify"]["standing_not_asked"].format(name=answer.evaluation))
    return answer


def report_page_text(answer: Report, out: Path | None) -> str:
    """Give a page or OSCAL as text; a workbook is written as it is."""
    if not answer.media_type.startswith("application/vnd."):
        return answer.content.decode()
    if out is None:
        sys.stdout.buffer.write(answer.content)
    else:
        out.write_bytes(answer.content)
    return ""
