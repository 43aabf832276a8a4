"""Claims pages: judgement of the claims in a text or in files, and reports."""

from __future__ import annotations

import asyncio
import base64
from typing import TYPE_CHECKING, NamedTuple

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, message_factory
from service.schemes.claims.answer import certain_claims, worst_standing
from service.schemes.claims.pages.forms import (
    LARGEST_CARRIED,
    MOST_CLAIMS,
    answers_of,
    carried_file,
    check_form,
    check_request,
    name_fields_as_typed,
    report_name,
    standings_written,
)
from service.schemes.claims.pages.views import line_of, standing_word, view_of
from service.workbench.page import Download, Page
from touchstone.v1 import screening_service_pb2 as screenings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.workbench.forms import UploadedFile
    from service.workbench.page import PagePart, PageRequest, Shown

_message = message_factory(__name__)

CHECK, EXPORT = "ScreeningService/CheckClaims", "ScreeningService/ExportClaims"
_ADDRESS = "/workbench/claims"
LARGEST_FILE, MOST_FILES, _MAX_JUDGED_FILES, MOST_FIELDS = 4 << 20, 100, 20, 1_000
LANGUAGES = ("en", "de", "fr", "zh", "nl", "it", "es", "da", "sv")
AUDIENCES = ("b2c", "b2b", "investor", "public_authority")
MEDIA = ("web", "pack", "social", "print", "pos", "tv_audio", "app", "label_graphic", "report", "b2b_doc")
_FORMAT_BY_ENDING = {"html": "HTML", "docx": "DOCX", "pdf": "PDF"}


class Source(NamedTuple):
    """Text, or file content with its name."""

    content: str | bytes
    name: str = ""


class JudgedFile(NamedTuple):
    """File with its judgement, or the reason for its refusal."""

    name: str
    response: screenings.CheckClaimsResponse | None
    problem: str = ""

    @property
    def worst(self) -> screenings.CheckedClaim | None:
        return min((claim for claim in self._claims if worst_standing(claim)), key=worst_standing, default=None)

    @property
    def _claims(self) -> Iterable[screenings.CheckedClaim]:
        return certain_claims(self.response).values() if self.response is not None else ()

    def count(self, line: str) -> int:
        return sum(line_of(worst_standing(claim)) == line for claim in self._claims)


async def _load(page_request: PageRequest) -> Shown:
    name_fields_as_typed(page_request)
    shown: Shown = {
        "text": None, "judged": (), "left_out": 0, "carried": page_request.typed("carried_file"), "answers": (),
        "read_as_text": False, "source_name": page_request.typed("source_name"), "languages": LANGUAGES,
        "audiences": AUDIENCES, "media": MEDIA, "standing_word": standing_word, "most_judged": _MAX_JUDGED_FILES,
        "typed_text": page_request.typed("text"), "most_claims": MOST_CLAIMS,
    }  # fmt: skip
    if not page_request.answers_form or page_request.errors:
        return shown | {"answers": answers_of(page_request)}
    files = [file for file in page_request.files if file.size]
    if len(files) > 1:
        check_form(page_request, has_source=True)
        return shown | {
            "judged": await _judge_files(page_request, files[:_MAX_JUDGED_FILES]),
            "left_out": len(files[_MAX_JUDGED_FILES:])
        }  # fmt: skip
    source = source_of(page_request)
    check_form(page_request, has_source=bool(source.content))
    answers = answers_of(page_request)
    request = check_request(page_request, source.content, answers)
    view = view_of(page_request, await page_request.ask(CHECK, request))
    file = source.content if isinstance(source.content, bytes) else b""
    is_carried = 0 < len(file) <= LARGEST_CARRIED
    return shown | {
        "text": view, "answers": answers, "source_name": source.name, "earlier": standings_written(view.response),
        "carried": base64.b64encode(file).decode() if is_carried else "",
        "typed_text": "" if is_carried else view.response.text,
        "read_as_text": bool(file) and not is_carried,
    }  # fmt: skip


def source_of(page_request: PageRequest) -> Source:
    """Return the uploaded file, else the typed text, else the retained file."""
    for file in page_request.files:
        if file.size:
            return Source(_content(file), file.name)
    if page_request.typed("text").strip():
        return Source(page_request.typed("text"))
    carried = carried_file(page_request)
    return Source(carried, page_request.typed("source_name")) if carried else Source("")


def _content(file: UploadedFile) -> bytes:
    file.content.seek(0)
    return file.content.read()


async def _judge_files(page_request: PageRequest, files: Sequence[UploadedFile]) -> list[JudgedFile]:
    calls = [page_request.ask_part(CHECK, check_request(page_request, _content(file), ())) for file in files]
    parts: Sequence[PagePart] = await asyncio.gather(*calls)
    judged = [JudgedFile(file.name, part.answer, part.problem) for file, part in zip(files, parts, strict=True)]

    def rank(each: JudgedFile) -> tuple[bool, int, int, str]:
        worst = worst_standing(each.worst) if each.worst is not None else len(screenings.ClaimStanding.values())
        return each.response is None, worst, -each.count(line_of(worst)), each.name

    return sorted(judged, key=rank)


async def _report(page_request: PageRequest) -> Download:
    source, ending = source_of(page_request), page_request.typed("format")
    check_form(page_request, has_source=bool(source.content))
    check = check_request(page_request, source.content, answers_of(page_request))
    if ending == "json":
        response = await page_request.ask(CHECK, check)
        name = report_name([source.name], ending)
        return Download(name, "application/json", MessageToJson(response, ensure_ascii=False).encode())
    if ending not in _FORMAT_BY_ENDING:
        known = (*_FORMAT_BY_ENDING, "json")
        raise InputError.of("format", _message("NO_FORMAT", found=ending[:40], known=known), "WRONG_VALUE")
    check.page_size = 0
    request = screenings.ExportClaimsRequest(
        check=check, format=f"CLAIM_REPORT_FORMAT_{_FORMAT_BY_ENDING[ending]}", source_name=source.name
    )
    report = await page_request.ask(EXPORT, request)
    return Download(report_name([source.name], ending), report.media_type, report.content)


PAGES = (
    Page(
        _ADDRESS, "claims.html.jinja", CHECK, _load, nav="claims", nav_group="claims_and_goods",
        takes_file=True, is_preview=True, max_file_bytes=LARGEST_FILE, max_files=MOST_FILES, max_fields=MOST_FIELDS,
        script="claim_table.js",
    ),
    Page(
        f"{_ADDRESS}/report", "claims.html.jinja", EXPORT, _load, _report, takes_file=True, script="claim_table.js",
        max_file_bytes=LARGEST_FILE, max_files=MOST_FILES, max_fields=MOST_FIELDS,
    ),
)  # fmt: skip
