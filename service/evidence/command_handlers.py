"""Handlers of `evidence check`."""

from __future__ import annotations

from collections.abc import Callable

from touchstone.v1 import evidence_service_pb2

Checked = evidence_service_pb2.CheckedEvidenceFile
_EVALUATIONS = "/evaluations/"
_FAULTS = (Checked.STATE_LACKING, Checked.STATE_DIFFERS)


def has_fault(answer: evidence_service_pb2.CheckEvidenceFilesResponse) -> bool:
    """Return whether a file is missing or has another digest."""
    return any(file.state in _FAULTS for file in answer.checked)


def check_files_request(
    request: evidence_service_pb2.CheckEvidenceFilesRequest, target: str
) -> evidence_service_pb2.CheckEvidenceFilesRequest:
    """Fill in the organization and evaluation of `request`, and return it."""
    request.parent, separator, _ = target.partition(_EVALUATIONS)
    request.evaluation = target if separator else ""
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
