"""Evidence command handlers: chunked upload, download with digest check, and result texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from rules.contracts import wording_loader
from service.input.given_files import open_input_file
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import columns_text
from service.output.terminal.downloads import write_checked
from touchstone.v1 import evidence_service_pb2

words = wording_loader(__name__)

Checked = evidence_service_pb2.CheckedEvidenceFile
_FAULTS = (Checked.STATE_LACKING, Checked.STATE_DIFFERS)


def added_text(answer: evidence_service_pb2.EvidenceFile, language: str) -> str:
    """Render an uploaded file."""
    return str(words(language)["added"]).format(digest=answer.content_digest, size=answer.size_bytes)


def downloaded_text(answer: evidence_service_pb2.EvidenceFile, out: Path, language: str) -> str:
    """Render a downloaded file."""
    return str(words(language)["got"]).format(path=out, size=answer.size_bytes)


def evidence_files_text(answer: evidence_service_pb2.ListEvidenceFilesResponse, language: str) -> str:
    """Render evidence files as a table."""
    spoken = words(language)
    rows = [
        (evidence_file.content_digest, str(evidence_file.size_bytes), evidence_file.create_time.ToJsonString())
        for evidence_file in answer.evidence_files
    ]
    lines = [columns_text(tuple(spoken["heads"]), rows, numbers_right=True)] if rows else []
    if answer.next_page_token:
        lines.append(spoken["more"].format(token=answer.next_page_token))
    return "\n".join(lines) or str(spoken["none"])


def checked_text(answer: evidence_service_pb2.CheckEvidenceFilesResponse, language: str) -> str:
    """Render checked files and a summary."""
    if not answer.checked:
        return str(words(language)["none"])
    return "\n".join(_lines(answer, language))


def has_fault(answer: evidence_service_pb2.CheckEvidenceFilesResponse) -> bool:
    """Return whether a file is missing or has another digest."""
    return any(file.state in _FAULTS for file in answer.checked)


def _lines(answer: evidence_service_pb2.CheckEvidenceFilesResponse, language: str) -> Iterator[str]:
    spoken = words(language)
    for file in answer.checked:
        state = word_of(Checked.State, file.state)
        text = spoken["states"][state].format(found=file.found_digest)
        ids = f" ({', '.join(file.evidence_ids)})" if file.evidence_ids else ""
        yield f"{file.content_digest}{ids}: {text}"
    intact_count = sum(checked_file.state not in _FAULTS for checked_file in answer.checked)
    yield spoken["sum"].format(whole=intact_count, count=len(answer.checked))


_PIECE_BYTES = 256 * 1024
_UPLOAD_TIMEOUT_SECONDS = 3_600
_EVALUATIONS = "/evaluations/"


def add_file(target: str, file: Path, evidence: str, stubs: Callable[[str], Any]) -> evidence_service_pb2.EvidenceFile:
    """Upload a file in chunks."""
    with open_input_file(file) as content:
        add = stubs("evidence_service.EvidenceService").AddEvidenceFile
        stored_file: evidence_service_pb2.EvidenceFile = add(
            _pieces(target, evidence, content), timeout=_UPLOAD_TIMEOUT_SECONDS
        )
    return stored_file


def _pieces(target: str, evidence: str, content: BinaryIO) -> Iterator[evidence_service_pb2.AddEvidenceFileRequest]:
    parent, evaluation = _split_target(target)
    yield evidence_service_pb2.AddEvidenceFileRequest(parent=parent, evaluation=evaluation, evidence_id=evidence)
    while piece := content.read(_PIECE_BYTES):
        yield evidence_service_pb2.AddEvidenceFileRequest(content=piece)


def _split_target(target: str) -> tuple[str, str]:
    parent, _, _ = target.partition(_EVALUATIONS)
    return parent, target if _EVALUATIONS in target else ""


def file_name(digest: str, organization: str) -> str:
    """Return the resource name of an evidence file."""
    return f"{organization}/evidenceFiles/{digest}"


def download_file(
    pieces: Iterator[evidence_service_pb2.GetEvidenceFileResponse], digest: str, out: Path
) -> evidence_service_pb2.EvidenceFile:
    """Write a file to `out` if its digest matches, replacing an existing file."""
    answer = next(pieces).evidence_file
    write_checked((piece.content for piece in pieces), digest, out)
    return answer


def check_files_request(
    request: evidence_service_pb2.CheckEvidenceFilesRequest, target: str
) -> evidence_service_pb2.CheckEvidenceFilesRequest:
    """Fill in the organization and evaluation of `request`, and return it."""
    request.parent, request.evaluation = _split_target(target)
    return request


def all_pages(
    answer: evidence_service_pb2.CheckEvidenceFilesResponse,
    request: evidence_service_pb2.CheckEvidenceFilesRequest,
    ask: Callable[..., evidence_service_pb2.CheckEvidenceFilesResponse],
) -> evidence_service_pb2.CheckEvidenceFilesResponse:
    """Request the remaining pages and merge them into `answer`."""
    while answer.next_page_token:
        request.page_token = answer.next_page_token
        page = ask(request)
        answer.checked.extend(page.checked)
        answer.next_page_token = page.next_page_token
    return answer
