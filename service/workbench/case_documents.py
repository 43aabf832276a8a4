"""Case documents on pages: statement and file, uploads, and the choice of evidence."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from rules.contracts import LANGUAGES, InputError, TouchstoneError, Violation, error_message, message_factory
from service.base.grpc_status import reason_of
from service.base.refusals import Reason
from service.files.document_pages import DRAWN_TYPES
from service.workbench.titles import kind_title
from touchstone.v1 import case_dossier_service_pb2 as dossiers

if TYPE_CHECKING:
    from service.workbench.forms import UploadedFile
    from service.workbench.page import PageRequest

_message = message_factory(__name__)

MOST_DOCUMENTS = 50
TAKES_DOCUMENTS: Mapping[str, Any] = {
    "takes_file": True, "max_file_bytes": 64 * 1024 * 1024, "max_files": MOST_DOCUMENTS, "stores_each_file": True,
    "script": "digest.js",
}  # fmt: skip
"""The server may enforce lower limits."""
_MAX_NAMED = 10
_PIECE_BYTES = 256 * 1024
_TEXT_ONLY_PIXELS = 200
_MAX_MATCHES = 20
MOST_PAGES = 99_999


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """Document of a case: a statement in the dossier, a file, or both."""

    row: dossiers.CaseEvidence

    @property
    def digest(self) -> str:
        return self.row.evidence.content_digest or self.row.file.content_digest

    @property
    def title(self) -> str:
        return self.row.file.title or self.row.evidence.evidence_id

    @property
    def is_stated(self) -> bool:
        return self.row.HasField("evidence")

    @property
    def is_stored(self) -> bool:
        return self.row.HasField("file") and not self.row.file.HasField("discard_time")

    @property
    def is_removed(self) -> bool:
        return self.row.file.HasField("discard_time")

    @property
    def is_drawn(self) -> bool:
        return self.is_stored and self.row.file.media_type in DRAWN_TYPES

    def fits(self, wanted: str) -> bool:
        evidence, file = self.row.evidence, self.row.file
        kinds = (kind_title(evidence.kind, language) for language in LANGUAGES)
        texts = (self.title, file.file_name, evidence.evidence_id, evidence.issuer, evidence.kind, *kinds, self.digest)
        return wanted.casefold() in " ".join(texts).casefold()


async def load_documents(page_request: PageRequest) -> tuple[dossiers.ListCaseEvidenceResponse, list[CaseDocument]]:
    """Load the documents of the case in the address."""
    name = f"{page_request.parent}/cases/{page_request.path['case']}"
    listed = await page_request.ask("DossierService/ListCaseEvidence", dossiers.ListCaseEvidenceRequest(name=name))
    return listed, [CaseDocument(row) for row in listed.documents]


async def open_page(
    page_request: PageRequest, name: str, number: int, quote: str = "", *, outline: bool = True
) -> dossiers.CaseFilePage | str:
    """Return a file page or its localized rendering problem; raise TouchstoneError if it does not exist."""
    request = dossiers.GetCaseFilePageRequest(
        name=name, page_number=number, quote=quote, width_pixels=_TEXT_ONLY_PIXELS if outline else 0
    )
    try:
        page: dossiers.CaseFilePage = await page_request.ask("DossierService/GetCaseFilePage", request)
    except TouchstoneError as error:
        if reason_of(error) is Reason.EVIDENCE_PAGE_NOT_FOUND:
            raise
        return page_request.localize(error_message(error))
    return page


async def add_files(page_request: PageRequest) -> tuple[list[dossiers.CaseFile], InputError | None]:
    """Store the uploaded files; return them and the error for the others."""
    stored: list[dossiers.CaseFile] = []
    problems: list[Violation] = []
    digests = page_request.several("digests")
    count = len(page_request.files) + len(page_request.left_out_files)
    for number, file in enumerate(page_request.files):
        stated = digests[number] if len(digests) == count else ""
        try:
            pieces = partial(_pieces, page_request, file, stated)
            stored.append(await page_request.ask("DossierService/AddCaseFile", pieces))
        except TouchstoneError as error:
            problems.append(_refused_file(page_request, file, error))
    if page_request.left_out_files:
        names = [file.name or "-" for file in page_request.left_out_files]
        message = _message(
            "FILES_LEFT_OUT", most=MOST_DOCUMENTS, kept=len(stored), count=len(names), names=names[:_MAX_NAMED]
        )
        problems.append(Violation("files", message, "TOO_LARGE"))
    if not stored and not problems:
        problems.append(Violation("files", _message("NO_FILES"), "REQUIRED"))
    return stored, InputError(tuple(problems)) if problems else None


def _refused_file(page_request: PageRequest, file: UploadedFile, error: TouchstoneError) -> Violation:
    messages = (
        [violation.description for violation in error.violations]
        if isinstance(error, InputError)
        else [error_message(error)]
    )
    between = " " if page_request.language == "en" else ""
    problem = between.join(page_request.localize(message) for message in messages)
    return Violation("files", _message("FILE_REFUSED", name=file.name, problem=problem), "WRONG_VALUE")


async def _pieces(
    page_request: PageRequest, file: UploadedFile, digest: str
) -> AsyncIterator[dossiers.AddCaseFileRequest]:
    yield dossiers.AddCaseFileRequest(
        parent=f"{page_request.parent}/cases/{page_request.path['case']}", file_name=file.name, content_digest=digest
    )
    file.content.seek(0)
    while piece := await page_request.in_thread(file.content.read, _PIECE_BYTES):
        yield dossiers.AddCaseFileRequest(content=piece)


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """Candidate document for a fact, with the location of the passage."""

    document: CaseDocument
    is_chosen: bool
    page: str
    cell: str
    quote: str

    @property
    def id(self) -> str:
        return self.document.row.evidence.evidence_id


@dataclass(frozen=True, slots=True)
class DocumentChoices:
    """Documents of required kinds, other chosen documents, and search matches."""

    fitting: Sequence[DocumentChoice]
    other_chosen: Sequence[DocumentChoice]
    matches: Sequence[DocumentChoice]
    other_count: int
    """Unchosen documents of other kinds."""
    search: str


def choices_of(
    page_request: PageRequest, documents: Iterable[CaseDocument], kinds: Sequence[str], chosen: Sequence[str],
    places: Mapping[str, tuple[str, str, str]],
) -> DocumentChoices:  # fmt: skip
    """Return candidate documents for a fact; `places` maps evidence ids to page, cell and quote."""
    search = page_request.typed("find").strip()
    groups: dict[str, list[DocumentChoice]] = {"fitting": [], "other_chosen": [], "other": []}
    for document in documents:
        if not document.is_stated:
            continue
        id = document.row.evidence.evidence_id
        page, cell, quote = (
            page_request.typed(f"{name}-{id}", stated)
            for name, stated in zip(("page", "cell", "quote"), places.get(id, ("", "", "")), strict=True)
        )
        choice = DocumentChoice(document, id in chosen, page, cell, quote)
        fits = document.row.evidence.kind in kinds
        groups["fitting" if fits else "other_chosen" if choice.is_chosen else "other"].append(choice)
    matches = [choice for choice in groups["other"] if search and choice.document.fits(search)]
    return DocumentChoices(
        groups["fitting"], groups["other_chosen"], matches[:_MAX_MATCHES], len(groups["other"]), search
    )
