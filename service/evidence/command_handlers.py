"""Handlers of the evidence commands: chunked upload, download with digest check, and answer texts."""

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
    """Say what is kept."""
    return str(words(language)["added"]).format(digest=answer.content_digest, size=answer.size_bytes)


def downloaded_text(answer: evidence_service_pb2.EvidenceFile, out: Path, language: str) -> str:
    """Say where a file was put."""
    return str(words(language)["got"]).format(path=out, size=answer.size_bytes)


def evidence_files_text(answer: evidence_service_pb2.ListEvidenceFilesResponse, language: str) -> str:
    """Put files in columns."""
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
    """Say of each file what was found, and in sum."""
    if not answer.checked:
        return str(words(language)["none"])
    return "\n".join(_lines(answer, language))


def has_fault(answer: evidence_service_pb2.CheckEvidenceFilesResponse) -> bool:
    """Say whether a file is lacking or is another."""
    return any(file.state in _FAULTS for file in answer.checked)


def _lines(answer: evidence_service_pb2.CheckEvidenceFilesResponse, language: str) -> Iterator[str]:
    spoken = words(language)
    for file in answer.checked:
        state = word_of(Checked.State, file.state)
        text = spoken["states"][state].format(found=file.found_digest)
        ids = f" ({', '.join(file.evidence_ids)})" if file.evidence_ids else ""
        yield f"{file.content_digest}{ids}: {text}"
    whole = sum(one.state not in _FAULTS for one in answer.checked)
    yield spoken["sum"].format(whole=whole, count=len(answer.checked))


_PIECE_BYTES = 256 * 1024
_SECONDS = 3_600
_EVALUATIONS = "/evaluations/"


def add_file(target: str, file: Path, evidence: str, stubs: Callable[[str], Any]) -> evidence_service_pb2.EvidenceFile:
    """Send a file in pieces."""
    with open_input_file(file) as content:
        add = stubs("evidence_service.EvidenceService").AddEvidenceFile
        kept: evidence_service_pb2.EvidenceFile = add(_pieces(target, evidence, content), timeout=_SECONDS)
    return kept


def _pieces(target: str, evidence: str, content: BinaryIO) -> Iterator[evidence_service_pb2.AddEvidenceFileRequest]:
    parent, evaluation = _split(target)
    yield evidence_service_pb2.AddEvidenceFileRequest(parent=parent, evaluation=evaluation, evidence_id=evidence)
    while piece := content.read(_PIECE_BYTES):
        yield evidence_service_pb2.AddEvidenceFileRequest(content=piece)


def _split(target: str) -> tuple[str, str]:
    """Give the organisation of a target, and the target itself if it is an evaluation."""
    parent, _, _ = target.partition(_EVALUATIONS)
    return parent, target if _EVALUATIONS in target else ""


def file_name(digest: str, organization: str) -> str:
    """Name a file that an organisation keeps."""
    return f"{organization}/evidenceFiles/{digest}"


def download_file(
    pieces: Iterator[evidence_service_pb2.GetEvidenceFileResponse], digest: str, out: Path
) -> evidence_service_pb2.EvidenceFile:
    """Write a file beside its place, and move it there if it is the one that was asked for."""
    answer = next(pieces).evidence_file
    write_checked((piece.content for piece in pieces), digest, out)
    return answer


def check_files_request(
    request: evidence_service_pb2.CheckEvidenceFilesRequest, target: str
) -> evidence_service_pb2.CheckEvidenceFilesRequest:
    """Ask about an organisation, or about one of its evaluations."""
    request.parent, request.evaluation = _split(target)
    return request


def all_pages(
    answer: evidence_service_pb2.CheckEvidenceFilesResponse,
    request: evidence_service_pb2.CheckEvidenceFilesRequest,
    ask: Callable[..., evidence_service_pb2.CheckEvidenceFilesResponse],
) -> evidence_service_pb2.CheckEvidenceFilesResponse:
    """Ask until the last page, and give all pages as one answer."""
    while answer.next_page_token:
        request.page_token = answer.next_page_token
        page = ask(request)
        answer.checked.extend(page.checked)
        answer.next_page_token = page.next_page_token
    return answer
