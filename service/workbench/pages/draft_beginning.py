"""Creation of a draft from a starter scorecard, from feature files or from a DMN file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from rules.language import load_lexicon, starter_file
from rules.model import Certainty
from service.base import instants
from service.base.resource_names import CARD
from service.workbench.draft_files import FIELD, read_feature_files
from service.workbench.message_forms import reporting_at
from service.workbench.page import Page
from service.workbench.pages.drafts import SAVE, draft_address, saving
from touchstone.v1 import draft_editing_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_TIME_ZONE = "Asia/Shanghai"
_LANGUAGES = ("en", "zh")
_MAX_FILE_BYTES, _MAX_FILES = 4 << 20, 64
_CONVERT, _DMN = "ScorecardService/ConvertDmnFile", "dmn"
_VERSION_ENDING = re.compile(r"-[0-9]+-[0-9]+-[0-9]+\Z")


async def _load(page_request: PageRequest) -> Shown:
    return {
        "languages": [(language, page_request.word("language", language)) for language in _LANGUAGES],
        "language": page_request.typed("language", page_request.language),
        "certainties": [(each.value, page_request.word("basis_certainty", each.value)) for each in Certainty],
        "certainty": page_request.typed("certainty"),
    }


async def _create_draft(page_request: PageRequest) -> str:
    id = page_request.typed("draft").strip()
    if page_request.typed("act") == "files":
        files = await page_request.in_thread(read_feature_files, page_request.files)
        note = page_request.w["drafts"]["from_files_note"]
    elif page_request.typed("act") == _DMN:
        files = await _converted_files(page_request, id)
        note = page_request.w["drafts"]["from_dmn_note"]
    else:
        files, id = _starter_files(page_request), id or f"{page_request.typed('card').strip()}-1-0-0"
        note = page_request.w["drafts"]["blank_note"]
    with reporting_at(lambda path: FIELD if path.startswith("source_files") else path):
        await page_request.ask(SAVE, saving(f"{page_request.parent}/drafts/{id}", files, 0, note))
    return draft_address(id)


async def _converted_files(page_request: PageRequest, draft: str) -> Mapping[str, str]:
    if len(page_request.files) != 1:
        raise InputError.of(_DMN, _message("NO_DMN_FILE"), "REQUIRED")
    content = await page_request.in_thread(page_request.files[0].content.read)
    request = draft_editing_pb2.ConvertDmnFileRequest(
        parent=page_request.parent,
        content=content,
        card=_VERSION_ENDING.sub("", draft),
        language_code=page_request.language,
    )
    with reporting_at(lambda path: "name" if path == "card" else _DMN):
        converted = await page_request.ask(_CONVERT, request)
    return {file.path: file.content for file in converted.source_files}


def _starter_files(page_request: PageRequest) -> Mapping[str, str]:
    typed = {name: " ".join(page_request.typed(name).split()) for name in ("card", "title", "instrument", "clause")}
    violations = [Violation(name, _message("FILL_IN"), "REQUIRED") for name, text in typed.items() if not text]
    if typed["card"] and not CARD.match(typed["card"]):
        violations.append(Violation("card", _message("CARD_ID", found=typed["card"][:80]), "MALFORMED"))
    language, certainty = page_request.typed("language"), page_request.typed("certainty")
    if language not in _LANGUAGES:
        violations.append(Violation("language", _message("FILL_IN"), "REQUIRED"))
    if certainty not in set(Certainty):
        violations.append(Violation("certainty", _message("FILL_IN"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))
    day = instants.today(_TIME_ZONE)
    words = {name: typed[name] for name in ("title", "instrument", "clause")}
    words["certainty"] = load_lexicon(language).words["certainties"].write(Certainty(certainty))
    return starter_file(typed["card"], day, language, words)


PAGES = (
    Page(
        "/workbench/new-draft", "new_draft.html.jinja", SAVE, _load, _create_draft, takes_file=True,
        max_file_bytes=_MAX_FILE_BYTES,
        max_files=_MAX_FILES,
    ),
)  # fmt: skip
