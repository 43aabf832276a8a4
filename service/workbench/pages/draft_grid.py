"""Draft tables as a grid: the page, the answers to its script, and saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, join_sentences, message_factory
from service.base.whole_numbers import parse_whole_number
from service.input.rule_tables.forms import words as table_words
from service.output.mapping.mapper import word_of
from service.workbench.draft_texts import differences, merged
from service.workbench.page import GRID, Download, Moved, Page
from service.workbench.pages.drafts import (
    GET,
    SAVE,
    OpenDraft,
    draft_frame,
    load_check,
    open_draft,
    revision_files,
    save_files,
)
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_PREVIEW = "ScorecardService/PreviewDraftTables"
_MAX_DIAGNOSTICS = 200
_CLOSED = ("published", "repealed")


async def _load(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    base = _base_revision(page_request, opened)
    check, problems = await load_check(page_request, opened)
    return {
        **await draft_frame(page_request, opened), "base": base, "check": check, "problems": problems,
        "words": {name: text for name, text in page_request.w["draft_grid"].items() if isinstance(text, str)},
        "edits": page_request.typed("edits"), "may_save": page_request.may(SAVE) and opened.state not in _CLOSED,
        "overtaken": await _conflict(page_request, opened, base) if base != opened.number else None,
    }  # fmt: skip


def _base_revision(page_request: PageRequest, opened: OpenDraft) -> int:
    typed = parse_whole_number(page_request.typed("base_revision"), least=1, most=opened.number)
    return typed or opened.number


async def _conflict(page_request: PageRequest, opened: OpenDraft, base: int) -> Shown | None:
    """Return the files that both the edits and newer revisions changed; None if there are none."""
    before = await revision_files(page_request, opened, base)
    changed = await _written(page_request, opened, base)
    files = [
        {
            "path": path, "lines": await page_request.in_thread(differences, opened.files.get(path, ""), text),
            "theirs": opened.files.get(path, ""),
            "merged": await page_request.in_thread(merged, before[path], opened.files.get(path, ""), text),
        }
        for path, text in changed.items() if before[path] != opened.files.get(path)
    ]  # fmt: skip
    if not files:
        return None
    return {
        "files": files, "principal": opened.draft.revision.principal, "number": opened.number,
        "mergeable": all(file["merged"] is not None for file in files),
    }  # fmt: skip


async def _written(page_request: PageRequest, opened: OpenDraft, base: int) -> dict[str, str]:
    """Return the files that the typed edits change."""
    request = _preview_request(page_request, opened.draft.name, base)
    answer = await page_request.ask_once(_PREVIEW, request)
    return {file.path: file.content for file in answer.source_files}


def _preview_request(page_request: PageRequest, name: str, base: int) -> editing.PreviewDraftTablesRequest:
    return editing.PreviewDraftTablesRequest(
        name=name, language_code=page_request.language, revision=base, edits=_typed_edits(page_request.typed("edits")),
    )  # fmt: skip


def _typed_edits(text: str) -> list[editing.DraftTableEdit]:
    try:
        return [
            editing.DraftTableEdit(
                table=edit["table"], rows=[editing.DraftTableRow(cells=cells) for cells in edit["rows"]]
            )
            for edit in orjson.loads(text or "[]")
        ]
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        raise InputError.of("edits", _message("NO_EDITS"), "MALFORMED") from None


async def _save(page_request: PageRequest) -> str:
    """Save the edited tables as a revision.

    If newer revisions changed the same files, the call refuses the save and the page shows both texts.
    """
    opened = await open_draft(page_request)
    address, base = f"{opened.address}/grid", _base_revision(page_request, opened)
    changed = await _written(page_request, opened, base)
    if not changed:
        return address
    if base != opened.number:
        before = await revision_files(page_request, opened, base)
        conflicts = [path for path in changed if before[path] != opened.files.get(path)]
        if page_request.typed("merge") == str(opened.number):
            for path in conflicts:
                both = await page_request.in_thread(merged, before[path], opened.files.get(path, ""), changed[path])
                changed[path] = changed[path] if both is None else both
                conflicts = [other for other in conflicts if other != path or both is None]
        if not conflicts or page_request.typed("over") == str(opened.number):
            base = opened.number
    await save_files(page_request, opened, {**opened.files, **changed}, base)
    return f"{address}?check=1#answer"


async def _answer(page_request: PageRequest) -> Download | Moved:
    if not page_request.answers_form:
        return Moved(page_request.address.partition("?")[0].removesuffix("/answer"))
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    request = _preview_request(page_request, name, parse_whole_number(page_request.typed("base_revision")) or 0)
    request.with_tables = bool(page_request.typed("with_tables"))
    answer: editing.PreviewDraftTablesResponse = await page_request.ask(_PREVIEW, request)
    words = page_request.w["draft_grid"]
    content = {
        "revision": answer.revision,
        "files": {file.path: file.content for file in answer.source_files},
        "diagnostics": [_diagnostic(each) for each in answer.diagnostics[:_MAX_DIAGNOSTICS]],
        "summary": words["sums"].format(errors=answer.error_count, warnings=answer.warning_count),
        "tables": [_table(each, page_request) for each in answer.tables],
    }  # fmt: skip
    return Download("answer.json", "application/json", orjson.dumps(content))


def _diagnostic(located: editing.DraftTableDiagnostic) -> Mapping[str, object]:
    diagnostic = located.diagnostic
    is_error = diagnostic.severity == editing.DraftDiagnostic.SEVERITY_ERROR
    return {
        "table": located.table, "row": located.row - 1, "column": located.column - 1,
        "severity": "error" if is_error else "warning", "code": diagnostic.code,
        "message": join_sentences(filter(None, (diagnostic.message, diagnostic.hint))),
        "path": diagnostic.range.path, "line": diagnostic.range.line,
    }  # fmt: skip


def _table(table: editing.DraftTable, page_request: PageRequest) -> Mapping[str, object]:
    return {
        "table": table.table, "group": table_words(page_request.language)["groups"][table.group],
        "parts": [{"path": part.path, "number": part.number, "sentence": part.sentence} for part in table.parts],
        "columns": [_column(column) for column in table.columns],
        "rows": [list(row.cells) for row in table.rows],
    }  # fmt: skip


def _column(column: editing.DraftTableColumn) -> Mapping[str, object]:
    sources: Sequence[object] = [
        {"part": source.part - 1, "column": source.column - 1} for source in column.sources
    ]  # fmt: skip
    return {
        "heading": column.heading, "type": word_of(editing.DraftTableColumn.Type, column.type),
        "language": column.language_code, "choices": list(column.choices), "required": column.required,
        "sources": sources,
    }  # fmt: skip


PAGES = (
    Page("/workbench/drafts/{draft}/grid", "draft_grid.html.jinja", GET, _load, _save, takes_file=True, script=GRID),
    Page("/workbench/drafts/{draft}/grid/answer", "", _PREVIEW, _answer, takes_file=True, is_preview=True),
)
