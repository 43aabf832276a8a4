"""What do the `evidence` commands say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.toml_files import wording
from service.answering.terminal.columns import columns_text
from touchstone.v1 import evidence_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

words = wording(__name__)

Checked = evidence_service_pb2.CheckedEvidenceFile
_FAULTS = (Checked.STATE_LACKING, Checked.STATE_DIFFERS)


def added_text(answer: evidence_service_pb2.EvidenceFile, language: str) -> str:
    """Say what is kept."""
    return str(words(language)["added"]).format(digest=answer.content_digest, size=answer.size_bytes)


def got_text(answer: evidence_service_pb2.EvidenceFile, out: Path, language: str) -> str:
    """Say where a file was put."""
    return str(words(language)["got"]).format(path=out, size=answer.size_bytes)


def listed_text(answer: evidence_service_pb2.ListEvidenceFilesResponse, language: str) -> str:
    """Put files in columns."""
    spoken = words(language)
    rows = [(one.content_digest, str(one.size_bytes), one.create_time.ToJsonString()) for one in answer.evidence_files]
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
    return any(one.state in _FAULTS for one in answer.checked)


def _lines(answer: evidence_service_pb2.CheckEvidenceFilesResponse, language: str) -> Iterator[str]:
    spoken = words(language)
    for one in answer.checked:
        state = Checked.State.Name(one.state).removeprefix("STATE_").lower()
        said = spoken["states"][state].format(found=one.found_digest)
        ids = f" ({', '.join(one.evidence_ids)})" if one.evidence_ids else ""
        yield f"{one.content_digest}{ids}: {said}"
    whole = sum(one.state not in _FAULTS for one in answer.checked)
    yield spoken["sum"].format(whole=whole, count=len(answer.checked))
