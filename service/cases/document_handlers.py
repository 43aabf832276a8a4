"""Handlers of the commands about documents of a case: upload in pieces, download with digest check, and texts."""

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
_DIGITS = 12
"""How much of a digest stands in a column; the whole of it is in the JSON."""


def add_document(case: str, file: Path, title: str, person: str, stubs: Callable[[str], Any]) -> dossiers.CaseFile:
    """Send a document in pieces, with the digest that it has here."""
    with open_input_file(file) as content:
        digest = file_digest(content)
        first = dossiers.AddCaseFileRequest(
            parent=case, file_name=file.name, title=title, person=person, content_digest=digest
        )
        add = stubs("case_dossier_service.DossierService").AddCaseFile
        kept: dossiers.CaseFile = add(_pieces(first, content), timeout=_SECONDS)
    return kept


def _pieces(first: dossiers.AddCaseFileRequest, content: BinaryIO) -> Iterator[dossiers.AddCaseFileRequest]:
    yield first
    while piece := content.read(_PIECE_BYTES):
        yield dossiers.AddCaseFileRequest(content=piece)


def document_name(digest: str, case: str) -> str:
    """Name a document of a case."""
    return f"{case}/files/{digest}"


def download_document(pieces: Iterator[dossiers.GetCaseFileResponse], digest: str, out: Path) -> dossiers.CaseFile:
    """Write a document, if it is the one that was asked for."""
    answer = next(pieces).file
    write_checked((piece.content for piece in pieces), digest, out)
    return answer


def added_text(answer: dossiers.CaseFile, language: str) -> str:
    """Say what is kept."""
    return str(words(language)["document_added"]).format(
        title=answer.title, digest=answer.content_digest, size=answer.size_bytes
    )


def downloaded_text(answer: dossiers.CaseFile, out: Path, language: str) -> str:
    """Say where a document was put."""
    return str(words(language)["document_got"]).format(path=out, size=answer.size_bytes)


def documents_text(answer: dossiers.ListCaseEvidenceResponse, language: str) -> str:
    """Put documents in columns, those that do not count with why, and what is asked for and not here below."""
    spoken = words(language)
    rows = [
        (
            document.file.title or document.evidence.evidence_id, document.evidence.kind or spoken["not_stated"],
            _standing(document, spoken), ", ".join((*document.fact_ids, *document.items)) or "-",
            (document.evidence.content_digest or document.file.content_digest)[:_DIGITS],
            spoken["kept"] if _is_kept(document) else spoken["not_kept"],
        )
        for document in answer.documents
    ]  # fmt: skip
    lines = [columns_text(tuple(spoken["document_heads"]), rows)] if rows else [str(spoken["none"])]
    lines += [
        spoken["wanted"].format(kinds=spoken["or"].join(wanted.kinds), facts=", ".join(wanted.fact_ids))
        for wanted in answer.wanted
    ]
    return "\n".join(lines)


def _is_kept(document: dossiers.CaseEvidence) -> bool:
    return document.HasField("file") and not document.file.HasField("discard_time")


def _standing(document: dossiers.CaseEvidence, spoken: Any) -> str:
    """Say whether a document counts: why not, until when, or that it states no end."""
    if document.shortcomings:
        reasons = dict.fromkeys(short.reason for short in document.shortcomings)
        return ", ".join(spoken["shortcoming"][reason] for reason in reasons)
    if not document.fact_ids:
        return "-"
    return document.counts_until or str(spoken["no_end"])
