"""Handler of `report`: request, bundle check and output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import InputError, TrailError, Violation, digest, error_message, message_factory
from service.input.given_files import read_file
from service.output.bundles import read_bundle
from service.output.terminal.output import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    Request = evaluation_service_pb2.GetReportRequest
    Report = evaluation_service_pb2.Report

_message = message_factory(__name__)

_MAX_BUNDLE_BYTES = 256 * 1024 * 1024


def bundle_digest(bundle: Path) -> str:
    """Return the digest of a proof bundle file."""
    return digest(read_file(bundle, most=_MAX_BUNDLE_BYTES))


def check_report(answer: Report, request: Request, bundle: Path | None, server: str | None, language: str) -> Report:
    """Raise InputError if the bundle proves another evaluation; warn if the current status is unchecked."""
    if bundle is not None:
        try:
            bundled_digest = json.loads(read_bundle(read_file(bundle, most=_MAX_BUNDLE_BYTES)).evaluation.leaf).get(
                "record_digest"
            )
        except (TrailError, ValueError, AttributeError) as error:
            raise InputError((Violation("--bundle", error_message(error), "MALFORMED"),)) from None
        if bundled_digest != answer.record_digest:
            raise InputError((Violation("--bundle", _message("OTHER_BUNDLE"), "WRONG_VALUE"),))
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
