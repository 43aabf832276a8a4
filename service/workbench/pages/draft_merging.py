"""Merge page of a draft: comparison with another draft, decisions on conflicts, and branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.whole_numbers import parse_whole_number
from service.output.mapping.mapper import word_of
from service.workbench.draft_texts import diff_lines, read_problem
from service.workbench.page import Page, PagePart
from service.workbench.pages.drafts import LIST, draft_address, draft_frame, open_draft
from service.workbench.queries import MOST, id_of
from touchstone.v1 import draft_merge_pb2 as merges, draft_pb2 as drafts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.workbench.page import PageRequest, Shown
    from service.workbench.pages.drafts import OpenDraft

_PREVIEW, _MERGE, _BRANCH = (f"ScorecardService/{call}" for call in ("PreviewDraftMerge", "MergeDraft", "BranchDraft"))
_SIDE_FIELD = "side:"
_SIDES = {
    "ours": merges.DRAFT_MERGE_SIDE_OURS,
    "theirs": merges.DRAFT_MERGE_SIDE_THEIRS,
    "base": merges.DRAFT_MERGE_SIDE_BASE,
}
_SIDE_NAMES = {number: name for name, number in _SIDES.items()}


async def _load(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    other, base = page_request.query.get("other", "").strip(), page_request.query.get("base", "").strip()
    preview = PagePart()
    if other:
        request = merges.PreviewDraftMergeRequest(
            name=opened.draft.name,
            other=f"{page_request.parent}/drafts/{other}",
            base_name=base,
            language_code=page_request.language,
        )
        preview = await page_request.ask_part(_PREVIEW, request)
    is_closed = opened.state in ("published", "repealed")
    return {
        **await draft_frame(page_request, opened), "other": other, "base": base, "preview": preview.answer,
        "preview_problem": preview.problem, "mergeable": await _other_drafts(page_request, opened),
        "can_merge": page_request.may(_MERGE) and not is_closed, "is_closed": is_closed,
        "may_branch": page_request.may(_BRANCH), "conflict_kind": _conflict_kind, "changed_by": _changed_by,
        "chosen": lambda path: page_request.typed(f"{_SIDE_FIELD}{path}"), "sides": [*_SIDES],
        "side_field": _SIDE_FIELD, "read_problem": read_problem, "diff_lines": diff_lines,
    }  # fmt: skip


async def _other_drafts(page_request: PageRequest, opened: OpenDraft) -> list[tuple[str, str]]:
    """Return the other drafts of the same scorecard as choices."""
    listed = await page_request.ask(LIST, drafts.ListDraftsRequest(parent=page_request.parent, page_size=MOST))
    return [
        (id_of(draft.name), id_of(draft.name))
        for draft in listed.drafts
        if draft.name != opened.draft.name
        and draft.revision.scorecard_version.partition("/versions/")[0] in (opened.card, "")
    ]


def _conflict_kind(part: merges.DraftMergePart) -> str:
    return word_of(merges.DraftMergePart.Conflict, part.conflict) if part.conflict else ""


def _changed_by(part: merges.DraftMergePart) -> str:
    return "both" if len(part.changed_by) > 1 else _SIDE_NAMES[part.changed_by[0]]


async def _submit(page_request: PageRequest) -> str:
    name = f"{page_request.parent}/drafts/{page_request.path['draft']}"
    if page_request.typed("act") == "branch":
        branch = page_request.typed("branch").strip()
        request = merges.BranchDraftRequest(
            name=name, branch=f"{page_request.parent}/drafts/{branch}", note=page_request.typed("note").strip()
        )
        await page_request.ask(_BRANCH, request)
        return draft_address(branch)
    await page_request.ask(
        _MERGE,
        merges.MergeDraftRequest(
            name=name,
            other_revision=page_request.typed("other_revision"),
            base_name=page_request.query.get("base", "").strip(),
            base_revision=parse_whole_number(page_request.typed("base_revision")) or 0,
            resolutions=list(_resolutions(page_request)),
            note=page_request.typed("note").strip(),
        ),
    )
    return f"{draft_address(page_request.path['draft'])}?merged=1"


def _resolutions(page_request: PageRequest) -> Iterable[merges.DraftMergeResolution]:
    for name in page_request.values:
        if name.startswith(_SIDE_FIELD) and (side := _SIDES.get(page_request.typed(name))) is not None:
            yield merges.DraftMergeResolution(path=name.removeprefix(_SIDE_FIELD), side=side)


PAGES = (Page("/workbench/drafts/{draft}/merge", "draft_merge.html.jinja", _PREVIEW, _load, _submit),)
