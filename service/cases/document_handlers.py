"""Command handlers of case documents: upload, verified download and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from rules.contracts import wording_loader
from service.files.uploaded_files import file_digest
from service.input.given_files import open_input_file
from service.output.terminal.columns import columns_text
from service.output.terminal.downloads import write_checked
from touchstone.v1 import case_dossier_service_pb2 as dossiers

words = wording_loader(__name__)

_PIECE_BYTES = 256 * 1024
_SECONDS = 3_600
_DIGEST_CHARACTERS = 12


def add_document(case: str, file: Path, title: str, person: str, stubs: Callable[[str], Any]) -> dossiers.CaseFile:
    """Upload a document in chunks, with its digest."""
    with open_input_file(file) as content:
        digest = file_digest(content)
        first = dossiers.AddCaseFileRequest(
            parent=case, file_name=file.name, title=title, person=person, content_digest=digest
        )
        add = stubs("case_dossier_service.DossierService").AddCaseFile
        stored: dossiers.CaseFile = add(_pieces(first, content), timeout=_SECONDS)
    return stored


def _pieces(first: dossiers.AddCaseFileRequest, content: BinaryIO) -> Iterator[dossiers.AddCaseFileRequest]:
    yield first
    while piece := content.read(_PIECE_BYTES):
        yield dossiers.AddCaseFileRequest(content=piece)


def document_name(digest: str, case: str) -> str:
    """Return the name of a case document."""
    return f"{case}/files/{digest}"


def download_document(pieces: Iterator[dossiers.GetCaseFileResponse], digest: str, out: Path) -> dossiers.CaseFile:
    """Write a document to `out` if its digest matches."""
    answer = next(pieces).file
    write_checked((piece.content for piece in pieces), digest, out)
    return answer


def added_text(answer: dossiers.CaseFile, language: str) -> str:
    """Render the result of an upload."""
    return str(words(language)["document_added"]).format(
        title=answer.title, digest=answer.content_digest, size=answer.size_bytes
    )


def downloaded_text(answer: dossiers.CaseFile, out: Path, language: str) -> str:
    """Render the result of a download."""
    return str(words(language)["document_got"]).format(path=out, size=answer.size_bytes)


def documents_text(answer: dossiers.ListCaseEvidenceResponse, language: str) -> str:
    """Render documents with their validity, then missing evidence."""
    wording = words(language)
    rows = [
        (
            document.file.title or document.evidence.evidence_id, document.evidence.kind or wording["not_stated"],
            _validity_text(document, wording), ", ".join((*document.fact_ids, *document.items)) or "-",
            (document.evidence.content_digest or document.file.content_digest)[:_DIGEST_CHARACTERS],
            wording["kept"] if _is_stored(document) else wording["not_kept"],
        )
        for document in answer.documents
    ]  # fmt: skip
    lines = [columns_text(tuple(wording["document_heads"]), rows)] if rows else [str(wording["none"])]
    lines += [
        wording["wanted"].format(kinds=wording["or"].join(wanted.kinds), facts=", ".join(wanted.fact_ids))
        for wanted in answer.wanted
    ]
    return "\n".join(lines)


def _is_stored(document: dossiers.CaseEvidence) -> bool:
    return document.HasField("file") and not document.file.HasField("discard_time")


def _validity_text(document: dossiers.CaseEvidence, wording: Any) -> str:
    if document.shortcomings:
        reasons = dict.fromkeys(short.reason for short in document.shortcomings)
        return ", ".join(wording["shortcoming"][reason] for reason in reasons)
    if not document.fact_ids:
        return "-"
    return document.counts_until or str(wording["no_end"])
