"""Pages of register exports: formats, a new export, the stored exports with their reports and files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.output.mapping.mapper import word_of
from service.workbench.page import Download, Page
from service.workbench.queries import id_of
from service.workbench.titles import title_of
from touchstone.v1 import register_export_service_pb2 as exports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_FORMATS, _CREATE = "RegisterExportService/ListRegisterFormats", "RegisterExportService/CreateRegisterExport"
_LIST, _GET = "RegisterExportService/ListRegisterExports", "RegisterExportService/GetRegisterExport"
_FILE = "RegisterExportService/GetRegisterExportFile"
_ADDRESS, _PAGE_SIZE = "/workbench/register-exports", 25
FILE_TYPES = tuple(
    word_of(exports.GetRegisterExportFileRequest.FileType, number)
    for number in exports.GetRegisterExportFileRequest.FileType.values()
    if number
)


async def _formats(page_request: PageRequest) -> Sequence[exports.RegisterFormat]:
    request = exports.ListRegisterFormatsRequest(parent=page_request.parent, language_code=page_request.language)
    listed: exports.ListRegisterFormatsResponse = await page_request.ask_once(_FORMATS, request)
    return listed.register_formats


async def _load(page_request: PageRequest) -> Shown:
    formats = await _formats(page_request)
    titles = {known.format: title_of(known.titles, page_request.language) for known in formats}
    chosen = page_request.typed("format") or page_request.query.get("format", "")
    if chosen not in titles:
        chosen = next(iter(titles))
    request = exports.ListRegisterExportsRequest(
        parent=page_request.parent, format=chosen, page_size=_PAGE_SIZE,
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    listed: exports.ListRegisterExportsResponse = await page_request.ask(_LIST, request)
    return {
        "titles": titles, "chosen": chosen, "listed": listed.register_exports, "next": listed.next_page_token,
        "id_of": id_of,
    }  # fmt: skip


async def _create(page_request: PageRequest) -> str:
    request = exports.CreateRegisterExportRequest(
        parent=page_request.parent, format=page_request.typed("format"), month=page_request.typed("month").strip(),
        from_beginning=page_request.typed("period") == "beginning", allow_gaps=bool(page_request.typed("allow_gaps")),
        language_code=page_request.language,
    )  # fmt: skip
    if page_request.typed("period") != "month":
        request.month = ""
    created: exports.RegisterExport = await page_request.ask(_CREATE, request)
    return f"{_ADDRESS}/{quote(id_of(created.name))}"


async def _load_format(page_request: PageRequest) -> Shown:
    wanted = page_request.path["format"]
    found = next((known for known in await _formats(page_request) if known.format == wanted), None)
    if found is None:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_REGISTER_FORMAT_PAGE", id=wanted[:80]))
    columns = [(column, word_of(exports.RegisterColumn.Certainty, column.certainty)) for column in found.columns]
    return {
        "format": found, "title": title_of(found.titles, page_request.language), "columns": columns,
        "title_of": lambda titles: title_of(titles, page_request.language),
    }  # fmt: skip


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/registerExports/{page_request.path['export']}"


async def _load_export(page_request: PageRequest) -> Shown:
    request = exports.GetRegisterExportRequest(name=_name(page_request), language_code=page_request.language)
    export: exports.RegisterExport = await page_request.ask(_GET, request)
    upload = next(known for known in await _formats(page_request) if known.format == export.format)
    titles = {column.column: title_of(column.titles, page_request.language) for column in upload.columns}
    return {
        "export": export, "id": id_of(export.name), "title": title_of(upload.titles, page_request.language),
        "empty": [(head, titles.get(head, head)) for head in export.empty_columns], "file_types": FILE_TYPES,
    }  # fmt: skip


async def _download(page_request: PageRequest) -> Download:
    file_type = page_request.path["type"]
    if file_type not in FILE_TYPES:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_REGISTER_FILE_TYPE", id=file_type[:80], known=FILE_TYPES))
    request = exports.GetRegisterExportFileRequest(
        name=_name(page_request), file_type=f"FILE_TYPE_{file_type.upper()}",
    )  # fmt: skip
    file: exports.RegisterExportFile = await page_request.ask(_FILE, request)
    return Download(file.file_name, file.media_type, file.content)


PAGES = (
    Page(
        _ADDRESS, "register_exports.html.jinja", _LIST, _load, _create, nav="register_exports", nav_group="cases",
    ),
    Page(f"{_ADDRESS}/formats/{{format}}", "register_format.html.jinja", _FORMATS, _load_format),
    Page(f"{_ADDRESS}/{{export}}/{{type}}", "", _FILE, _download),
    Page(f"{_ADDRESS}/{{export}}", "register_export.html.jinja", _GET, _load_export),
)  # fmt: skip
