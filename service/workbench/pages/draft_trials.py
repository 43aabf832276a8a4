"""Draft trials: thresholds without example, surviving mutants, and stored results that would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.output.changed_words import changed_words
from service.workbench.draft_texts import confirmed, lines_of
from service.workbench.page import LIVE, Page, PagePart
from service.workbench.pages.drafts import draft_frame, open_draft, save_files, version_text
from service.workbench.stored_impact import IMPACT, draft_impact
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_PROPOSE, _TRY_MUTANTS = "ScorecardService/ProposeDraftExamples", "ScorecardService/TryDraftSlips"
_MUTANTS_PER_PAGE = 100


async def _load_impact(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    return {
        **await draft_frame(page_request, opened), "base": version_text(opened.base),
        "impact": await draft_impact(page_request, opened.base, opened.draft.revision),
    }  # fmt: skip


async def _load_proposals(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    name, language = opened.draft.name, page_request.language
    thresholds, mutants = PagePart(), PagePart()
    if page_request.query.get("slips"):
        mutant_request = editing.TryDraftSlipsRequest(
            name=name, language_code=language, page_size=_MUTANTS_PER_PAGE,
            page_token=page_request.query.get("page_token", ""),
        )  # fmt: skip
        mutants = await page_request.ask_part(_TRY_MUTANTS, mutant_request)
    else:
        request = editing.ProposeDraftExamplesRequest(name=name, language_code=language)
        thresholds = await page_request.ask_part(_PROPOSE, request)
    return {
        **await draft_frame(page_request, opened), "edges": thresholds, "slips": mutants, "confirmed": confirmed,
        "changed_words": changed_words,
    }  # fmt: skip


async def _add_example(page_request: PageRequest) -> str:
    opened, path = await open_draft(page_request), page_request.typed("path")
    lines = lines_of(opened.files[path]) if path in opened.files else []
    after = parse_whole_number(page_request.typed("after_line"), most=len(lines))
    if after is None:
        raise InputError.of("after_line", _message("NO_SUCH_LINE", count=len(lines)), "WRONG_VALUE")
    lines[after:after] = lines_of(page_request.typed("example").replace("\r\n", "\n"))
    files = {**opened.files, path: "\n".join(lines) + "\n"}
    await save_files(page_request, opened, files, parse_whole_number(page_request.typed("base_revision")) or 0)
    return f"{opened.address}/proposals"


PAGES = (
    Page("/workbench/drafts/{draft}/proposals", "draft_proposals.html.jinja", _PROPOSE, _load_proposals, _add_example),
    Page("/workbench/drafts/{draft}/impact", "draft_impact.html.jinja", IMPACT, _load_impact, script=LIVE),
)
