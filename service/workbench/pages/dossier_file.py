"""Dossier file exchange of a case: workbook download, and upload of the completed file as a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, digest, message_factory
from service.cases.dossier_file_process import prefilled_workbook, today
from service.cases.dossier_handlers import STEPS
from service.workbench.page import Download, Page
from service.workbench.pages.case_pages import case_page_context, steps_since_form, take_step
from service.workbench.pages.dossier import load_dossier
from service.workbench.scorecard_lookup import published_in_force, version_in_force
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_NOTES_READ = "notes_read"
"""Checkbox that confirms the notes on a file; its value is their digest."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    notes = [note for field, note in page_request.errors if field == _NOTES_READ]
    return {
        **shown,
        "steps": [(item, name) for item, name in sorted(shown["mine"]) if name in STEPS],
        "since": steps_since_form(page_request, case),
        "note_count": len(notes),
        "notes_digest": _digest_of(notes),
    }


def _digest_of(notes: Sequence[str]) -> str:
    return digest("\n".join(notes).encode())


async def _act(page_request: PageRequest) -> str:
    if not page_request.file:
        raise InputError.of("file", _message("NO_DOSSIER_FILE"), "REQUIRED")
    item, _, step = page_request.typed("step").rpartition("/")
    if step not in STEPS:
        raise InputError.of("step", _message("NO_STEP"), "REQUIRED")
    known = await load_dossier(page_request, item)
    request = work_pb2.ReadDossierFile(
        content=page_request.file, published=await published_in_force(page_request, known.scorecard), step=step,
        dossier=known,
        as_of_date=today(), language_code=page_request.language,
    )  # fmt: skip
    read = await page_request.read_file(request, work_pb2.DossierFileRead)
    if read.problems:
        raise InputError(
            tuple(Violation(problem.field, problem.description, problem.reason) for problem in read.problems)
        )
    if read.notes and page_request.typed(_NOTES_READ) != _digest_of([note.description for note in read.notes]):
        notes = [Violation(_NOTES_READ, note.description, note.reason) for note in read.notes]
        raise InputError((*notes, Violation("file", _message("READ_NOTES"), "REQUIRED")))
    await take_step(page_request, step, cases.CaseContent(dossier=read.content), item)
    if page_request.acts_for_client:
        return page_request.case_address(page_request.path["case"])
    return f"/workbench/cases/{page_request.path['case']}/dossier"


async def _download_workbook(page_request: PageRequest) -> Download:
    known = await load_dossier(page_request)
    scorecard = await version_in_force(page_request, known.scorecard)
    content = await page_request.in_thread(prefilled_workbook, known, scorecard, page_request.language)
    return Download(f"{scorecard.card.id}-{scorecard.card.version}.xlsx", _XLSX, content)


_GET = "DossierService/GetCaseDossier"
PAGES = (
    Page("/workbench/cases/{case}/dossier-file", "dossier_file.html.jinja", _GET, _load, _act, takes_file=True),
    Page("/workbench/cases/{case}/dossier.xlsx", "", _GET, _download_workbook),
)
