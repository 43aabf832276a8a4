"""Draft tables as a workbook: export, and import with a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.workbench.page import Download, Page, PrefilledForm
from service.workbench.pages.drafts import GET, draft_frame, open_draft, save_files
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_EXPORT_DMN = "ScorecardService/ExportDraftDmn"
_EXPORT, _READ = "ScorecardService/ExportDraftTables", "ScorecardService/ReadDraftTables"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAX_CHANGES_SHOWN = 500


async def _load(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    changes = page_request.several("changes") if page_request.answers_form else []
    return {
        **await draft_frame(page_request, opened), "changes": changes[:_MAX_CHANGES_SHOWN],
        "change_count": len(changes),
        "files": page_request.typed("files"), "base": page_request.typed("base_revision") or str(opened.number),
        "is_read": bool(page_request.typed("is_read")),
    }  # fmt: skip


async def _download_workbook(page_request: PageRequest) -> Download:
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    request = editing.ExportDraftTablesRequest(name=name, language_code=page_request.language)
    exported = await page_request.ask(_EXPORT, request)
    return Download(f"{page_request.path['draft']}.xlsx", _XLSX, exported.content)


async def _download_dmn(page_request: PageRequest) -> Download:
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    request = editing.ExportDraftDmnRequest(name=name, language_code=page_request.language)
    exported = await page_request.ask(_EXPORT_DMN, request)
    return Download(f"{page_request.path['draft']}.dmn", "application/xml", exported.content)


async def _preview_or_save(page_request: PageRequest) -> str | PrefilledForm:
    opened = await open_draft(page_request)
    if page_request.typed("act") == "save":
        try:
            changed: dict[str, str] = orjson.loads(page_request.typed("files"))
            files = {**opened.files, **{str(path): str(text) for path, text in changed.items()}}
        except (orjson.JSONDecodeError, AttributeError):
            raise InputError.of("file", _message("NO_TABLES_FILE"), "REQUIRED") from None
        base = parse_whole_number(page_request.typed("base_revision")) or 0
        await save_files(page_request, opened, files, base)
        return f"{opened.address}/changes?from={base}&to={base + 1}"
    if not page_request.file:
        raise InputError.of("file", _message("NO_TABLES_FILE"), "REQUIRED")
    request = editing.ReadDraftTablesRequest(
        name=opened.draft.name, content=page_request.file, language_code=page_request.language
    )
    read = await page_request.ask(_READ, request)
    written = orjson.dumps({file.path: file.content for file in read.source_files}).decode()
    values = {
        "changes": read.changes, "files": [written if read.source_files else ""], "is_read": ["1"],
        "base_revision": [str(opened.number)],
    }  # fmt: skip
    return PrefilledForm(page_request.address, values)


PAGES = (
    Page("/workbench/drafts/{draft}/tables", "draft_tables.html.jinja", GET, _load, _preview_or_save, takes_file=True),
    Page("/workbench/drafts/{draft}/tables.xlsx", "", _EXPORT, _download_workbook),
    Page("/workbench/drafts/{draft}/tables.dmn", "", _EXPORT_DMN, _download_dmn),
)
