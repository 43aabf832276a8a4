"""Promotion pages of a version: approvals by environment, signature with a passkey, download and import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.contracts import InputError, message_factory
from service.gazette.version_files import version_file_names
from service.workbench.message_forms import reporting_at
from service.workbench.page import Download, Page, PrefilledForm
from service.workbench.pages.drafts import act_name, version_text
from service.workbench.passkey_statements import signed_statement, statement_fields
from service.workbench.titles import title_of
from touchstone.v1 import draft_pb2 as drafts, promotion_pb2, scorecard_pb2, scorecard_service_pb2 as scorecards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.forms import UploadedFile
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_APPROVALS, _VERSION = "ScorecardService/GetVersionApprovals", "ScorecardService/GetScorecardVersion"
_PREPARE, _APPROVE = "ScorecardService/PrepareVersionApproval", "ScorecardService/ApproveScorecardVersion"
_IMPORT, _EXPORT = "ScorecardService/ImportScorecardVersion", "ScorecardService/ExportScorecardVersion"
_FIELD, _SUFFIX = "files", ".version.json"
_MAX_FILE_BYTES, _MAX_FILES = 4 << 20, 5


def _name(page_request: PageRequest) -> str:
    return f"scorecards/{page_request.path['card']}/versions/{page_request.path['version']}"


def _address(page_request: PageRequest, page: str) -> str:
    return f"/rules/{page_request.path['card']}/{page_request.path['version']}/{page}"


async def _frame(page_request: PageRequest) -> Shown:
    version = await page_request.ask(_VERSION, scorecards.GetScorecardVersionRequest(name=_name(page_request)))
    return {
        "version": version,
        "title": title_of(version.titles, page_request.language) or page_request.path["card"],
        "number": page_request.path["version"],
        "here": f"/rules/{page_request.path['card']}/{page_request.path['version']}",
    }


async def _load(page_request: PageRequest) -> Shown:
    request = promotion_pb2.GetVersionApprovalsRequest(name=_name(page_request), language_code=page_request.language)
    approvals: promotion_pb2.VersionApprovals = await page_request.ask(_APPROVALS, request)
    user = page_request.user
    own = user.principal.id if user is not None else ""
    possible = {each.person for environment in approvals.environments for each in environment.possible_approvers}
    return {
        **await _frame(page_request), "approvals": approvals, "act_name": act_name,
        "person": page_request.typed("person") or own, "is_possible": own in possible,
        "may_sign": page_request.may(_PREPARE) and bool(possible) and bool(approvals.submission_digest),
        "may_import": page_request.may(_IMPORT), "is_added": bool(page_request.query.get("added")),
    }  # fmt: skip


async def _redirect_to_statement(page_request: PageRequest) -> PrefilledForm:
    if not page_request.typed("person").strip():
        raise InputError.of("person", _message("SIGNER_NEEDED"), "REQUIRED")
    return PrefilledForm(_address(page_request, "approve"), page_request.values)


async def _load_statement(page_request: PageRequest) -> Shown:
    person, reason = page_request.typed("person").strip(), page_request.typed("reason").strip()
    request = promotion_pb2.PrepareVersionApprovalRequest(name=_name(page_request), person=person, reason=reason)
    prepared: drafts.PreparedDraftStatement = await page_request.ask(_PREPARE, request)
    return {
        **await _frame(page_request), "person": person, "reason": reason, "version_text": version_text,
        **statement_fields(page_request, prepared),
    }  # fmt: skip


async def _sign(page_request: PageRequest) -> str:
    statement = signed_statement(page_request)
    request = promotion_pb2.ApproveScorecardVersionRequest(name=_name(page_request), statement=statement)
    await page_request.ask(_APPROVE, request)
    return _address(page_request, "promotion")


async def _download(page_request: PageRequest) -> Download:
    request = scorecards.ExportScorecardVersionRequest(
        name=_name(page_request), form=scorecards.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    export: scorecards.ExportScorecardVersionResponse = await page_request.ask(_EXPORT, request)
    name = f"{page_request.path['card']}-{page_request.path['version']}{_SUFFIX}"
    return Download(name, "application/json", json_format.MessageToJson(export, indent=1, ensure_ascii=False).encode())


async def _load_import(_page_request: PageRequest) -> Shown:
    return {}


async def _import(page_request: PageRequest) -> str:
    files = await page_request.in_thread(_read_uploads, page_request.files)
    with reporting_at(lambda path: _FIELD if path.startswith("source_files") else path):
        version: scorecard_pb2.ScorecardVersion = await page_request.ask(
            _IMPORT, promotion_pb2.ImportScorecardVersionRequest(source_files=files)
        )
    return f"/rules/{version.name.removeprefix('scorecards/').replace('/versions/', '/')}/promotion?added=1"


def _read_uploads(uploads: Sequence[UploadedFile]) -> list[scorecard_pb2.SourceFile]:
    """Return the files of a version from a downloaded file, or from the files of a gazette."""
    if not uploads:
        raise InputError.of(_FIELD, _message("NO_VERSION_FILE"), "REQUIRED")
    files: list[scorecard_pb2.SourceFile] = []
    for upload in uploads:
        if upload.size > _MAX_FILE_BYTES:
            message = _message("FILE_OVER", name=upload.name, size=upload.size, most=_MAX_FILE_BYTES)
            raise InputError.of(_FIELD, message, "TOO_LARGE")
        content: bytes = upload.content.read()
        try:
            text = content.decode()
            if version_file_names([upload.name]):
                files.append(scorecard_pb2.SourceFile(path=upload.name, content=text))
                continue
            export = json_format.Parse(text, scorecards.ExportScorecardVersionResponse())
        except (UnicodeDecodeError, json_format.ParseError):
            raise InputError.of(_FIELD, _message("NO_VERSION_FILE"), "MALFORMED") from None
        if not export.source_files:
            raise InputError.of(_FIELD, _message("NO_VERSION_FILE"), "MALFORMED")
        files += [*export.source_files, *export.publication_files]
    return files


PAGES = (
    Page("/rules/{card}/{version}/promotion", "rules_promotion.html.jinja", _APPROVALS, _load, _redirect_to_statement),
    Page(
        "/rules/{card}/{version}/approve", "rules_approve.html.jinja", _PREPARE, _load_statement, _sign,
        script="passkey.js",
    ),
    Page("/rules/{card}/{version}/files", "", _EXPORT, _download),
    Page(
        "/workbench/import-version", "import_version.html.jinja", _IMPORT, _load_import, _import, takes_file=True,
        max_file_bytes=_MAX_FILE_BYTES,
        max_files=_MAX_FILES,
    ),
)  # fmt: skip
