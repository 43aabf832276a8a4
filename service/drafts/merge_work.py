"""Merge of two drafts in a worker process, with parts and conflicts as API messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import wording_loader
from rules.model import ConflictKind, MergeSide
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_merge_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts import Diagnostic
    from rules.language import DraftMerge, MergedPart
    from rules.model import TableSource

_words = wording_loader(__name__)
_Part = draft_merge_pb2.DraftMergePart
_SIDE = {
    MergeSide.BASE: draft_merge_pb2.DRAFT_MERGE_SIDE_BASE,
    MergeSide.OURS: draft_merge_pb2.DRAFT_MERGE_SIDE_OURS,
    MergeSide.THEIRS: draft_merge_pb2.DRAFT_MERGE_SIDE_THEIRS,
}
SIDES = {message: side for side, message in _SIDE.items()}
"""Sides of a merge by their API value."""
_CONFLICT = {
    ConflictKind.CHANGED: _Part.CONFLICT_CHANGED,
    ConflictKind.DELETED: _Part.CONFLICT_DELETED,
    ConflictKind.ADDED: _Part.CONFLICT_ADDED,
    ConflictKind.RENAMED: _Part.CONFLICT_RENAMED,
    ConflictKind.REORDERED: _Part.CONFLICT_REORDERED,
}
_MAX_PROBLEMS = 20


def merge_files(job: work_pb2.MergeDrafts, tables: TableSource) -> work_pb2.MergedDrafts:
    """Merge the files of two drafts, and describe each changed part in the requested language."""
    from rules.language import merge_drafts  # noqa: PLC0415 -- the server itself does not compile

    choices = {resolution.path: SIDES[resolution.side] for resolution in job.resolutions}
    base, ours, theirs = (dict(sorted(draft.files.items())) for draft in (job.base, job.ours, job.theirs))
    merge = merge_drafts(base, ours, theirs, choices, tables)
    if merge.failed_side is not None:
        return work_pb2.MergedDrafts(failed_side=_SIDE[merge.failed_side], problems=_errors(merge.diagnostics))
    return work_pb2.MergedDrafts(
        parts=write_parts(merge, job.language_code),
        problems=merge_problems(merge, job.language_code),
        files=merge.files,
        other_scorecard=any(part.path == "card.id" for part in merge.parts),
    )


def write_parts(merge: DraftMerge, language: str) -> list[draft_merge_pb2.DraftMergePart]:
    """Return the changed parts with their lines in the three versions, conflicts first."""
    return [_write_part(merge, part, language) for part in sorted(merge.parts, key=lambda part: part.conflict is None)]


def open_conflicts(parts: Iterable[draft_merge_pb2.DraftMergePart]) -> list[str]:
    """Return the paths of the conflicts without a decision."""
    return [part.path for part in parts if part.conflict and not part.resolution]


def _write_part(merge: DraftMerge, part: MergedPart, language: str) -> draft_merge_pb2.DraftMergePart:
    return draft_merge_pb2.DraftMergePart(
        path=part.path,
        heading=_heading(part, language),
        changed_by=[_SIDE[side] for side in (MergeSide.OURS, MergeSide.THEIRS) if side in part.changed_by],
        conflict=None if part.conflict is None else _CONFLICT[part.conflict],
        resolution=None if part.choice is None else _SIDE[part.choice],
        base_lines=merge.values(part, MergeSide.BASE, language),
        our_lines=merge.values(part, MergeSide.OURS, language),
        their_lines=merge.values(part, MergeSide.THEIRS, language),
    )


def _heading(part: MergedPart, language: str) -> str:
    kind, _, name = part.path.partition("[")
    template: str | None = _words(language)["merge"]["texts"].get(kind)
    return part.heading(language) if template is None else template.format(name=name.removesuffix("]"))


def merge_problems(merge: DraftMerge, language: str) -> list[str]:
    """Return the errors of the merged files, and the parts that they do not define as merged."""
    template = _words(language)["merge"]["differing"]
    differing = [template.format(path=path) for path in merge.differing]
    return [*_errors(merge.diagnostics), *differing][:_MAX_PROBLEMS]


def _errors(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.in_one_line() for diagnostic in diagnostics][:_MAX_PROBLEMS]
