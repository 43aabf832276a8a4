"""Responses to the draft file editor: diagnostics, completions and canonical format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from rules.contracts import join_sentences
from service.base.whole_numbers import parse_whole_number
from service.workbench.page import Download, Moved, Page
from service.workbench.pages.drafts import draft_address, typed_source
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest

ANALYZE = "ScorecardService/AnalyzeDraftFile"
_COMPLETE, _FORMAT = "ScorecardService/CompleteDraftFile", "ScorecardService/FormatDraftFile"
_MAX_DIAGNOSTICS = 200


async def _load(page_request: PageRequest) -> Download | Moved:
    if not page_request.answers_form:
        return Moved(draft_address(page_request.path["draft"], page_request.path["file"]))
    answers = {"analyze": _analyze, "complete": _complete, "format": _format}
    answer = await answers.get(page_request.typed("act"), _analyze)(page_request)
    return Download("answer.json", "application/json", orjson.dumps(answer))


async def _analyze(page_request: PageRequest) -> Mapping[str, object]:
    name, file = typed_source(page_request)
    request = editing.AnalyzeDraftFileRequest(
        name=name, source_file=file, language_code=page_request.language,
        quick_fix_line=_number(page_request, "fix_line"),
    )  # fmt: skip
    answer = await page_request.ask(ANALYZE, request)
    file_diagnostics = [each for each in answer.diagnostics if each.range.path == file.path]
    sums = page_request.w["drafts"]["typed_sums"]
    return {
        "diagnostics": [_diagnostic(each) for each in file_diagnostics[:_MAX_DIAGNOSTICS]],
        "summary": sums.format(errors=answer.error_count, warnings=answer.warning_count, here=len(file_diagnostics)),
    }


def _diagnostic(diagnostic: editing.DraftDiagnostic) -> Mapping[str, object]:
    is_error = diagnostic.severity == editing.DraftDiagnostic.SEVERITY_ERROR
    message = join_sentences(filter(None, (diagnostic.message, diagnostic.hint)))
    fixes = [{"title": fix.title, "text": fix.text, **_range(fix.range)} for fix in diagnostic.quick_fixes]
    return {
        **_range(diagnostic.range), "severity": "error" if is_error else "warning", "code": diagnostic.code,
        "message": message, "fixes": fixes,
    }  # fmt: skip


def _range(range_: editing.DraftRange) -> Mapping[str, object]:
    return {
        "line": range_.line, "column": range_.column, "end_line": range_.end_line, "end_column": range_.end_column
    }  # fmt: skip


async def _complete(page_request: PageRequest) -> Mapping[str, object]:
    name, file = typed_source(page_request)
    request = editing.CompleteDraftFileRequest(
        name=name, source_file=file, line=_number(page_request, "line"), column=_number(page_request, "column")
    )
    answer = await page_request.ask(_COMPLETE, request)
    return {
        "completions": [
            {"label": each.label, "detail": each.detail, **_range(each.range)} for each in answer.completions
        ]
    }


async def _format(page_request: PageRequest) -> Mapping[str, object]:
    name, file = typed_source(page_request)
    answer = await page_request.ask(_FORMAT, editing.FormatDraftFileRequest(name=name, source_file=file))
    return {"text": answer.source_file.content}


def _number(page_request: PageRequest, name: str) -> int:
    return parse_whole_number(page_request.typed(name)) or 0


PAGES = (
    Page("/workbench/drafts/{draft}/{file}/typing", "", ANALYZE, _load, takes_file=True, is_preview=True),
)  # fmt: skip
