"""Handler of the merge command, for drafts in folders and on a server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from google.protobuf.json_format import MessageToDict

from rules.contracts import InputError, message_factory, wording_loader
from rules.language import DraftMerge, merge_drafts
from rules.model import MergeSide
from service.base.refusals import Reason, Refusal
from service.drafts.merge_work import SIDES, merge_problems, open_conflicts, write_parts
from service.drafts.server_handlers import Stubs, call_scorecard_service, is_on_server, revision_text
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.output.mapping.mapper import word_of
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import files_diff, read_folder_sources, read_sources, write_files
from service.output.terminal.given_options import resolve_published
from touchstone.v1 import draft_merge_pb2

_message, _words = message_factory(__name__), wording_loader(__name__)
_Part = draft_merge_pb2.DraftMergePart
_API_SIDES = {side: message for message, side in SIDES.items()}


@dataclass(frozen=True, slots=True)
class _Decisions:
    """Decisions by path; `others` decides all other conflicts."""

    by_path: Mapping[str, MergeSide]
    others: MergeSide | None

    def choices(self, conflicts: Sequence[str]) -> dict[str, MergeSide]:
        """Return the decision of each decided conflict; raise InputError for a path without conflict."""
        unknown = [path for path in self.by_path if path not in conflicts]
        if unknown:
            raise InputError.of("--take", _message("NO_CONFLICT", path=unknown[0]), "WRONG_VALUE")
        rest = {} if self.others is None else dict.fromkeys(conflicts, self.others)
        return {**rest, **self.by_path}


def merge(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    place: str,
    other: str,
    base: str,
    take: Sequence[str],
    note: str,
    write: bool,
    gazette: Path,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Show the changes and conflicts of a merge, and save it if all conflicts are decided."""
    decisions = _read_decisions(take)
    if is_on_server(place):
        return _merge_on_server(place, other, base, decisions, note, stubs, language, write=write)
    if note:
        raise InputError.of("--note", _message("NOTE_OF_SERVER"), "UNEXPECTED")
    return _merge_folders(Path(place), Path(other), base, decisions, Gazette(gazette), language, write=write)


def _read_decisions(take: Sequence[str]) -> _Decisions:
    by_path: dict[str, MergeSide] = {}
    others: MergeSide | None = None
    for text in take:
        path, _, side = text.rpartition("=")
        if side not in list(MergeSide) or path in by_path or (not path and others is not None):
            raise InputError.of("--take", _message("TAKE_FORM", found=text), "WRONG_VALUE")
        if path:
            by_path[path] = MergeSide(side)
        else:
            others = MergeSide(side)
    return _Decisions(by_path, others)


def _merge_folders(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    folder: Path, other: Path, base: str, decisions: _Decisions, gazette: Gazette, language: str, *, write: bool
) -> CommandResult:
    if not base:
        raise InputError.of("--base", _message("BASE_OF_FOLDERS"), "REQUIRED")
    tables = TableStore(gazette.folder / FOLDER)
    origin = read_sources(Path(base)) if Path(base).is_dir() else resolve_published(base, gazette).sources
    ours, theirs = read_sources(folder), read_sources(other)
    merged = merge_drafts(origin, ours, theirs, {}, tables)
    if merged.failed_side is not None:
        name = {MergeSide.BASE: base, MergeSide.OURS: str(folder), MergeSide.THEIRS: str(other)}[merged.failed_side]
        problem = merged.diagnostics[0].render()
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("MERGE_OF_ERRORS", name=name, problem=problem))
    if choices := decisions.choices([part.path for part in merged.conflicts]):
        merged = merge_drafts(origin, ours, theirs, choices, tables)
    if write and not merged.undecided:
        own = {*read_folder_sources(folder), *read_folder_sources(other)}
        write_files(folder, {path: text for path, text in merged.files.items() if path in own})
        for path in own & {*ours} - {*merged.files}:
            (folder / path).unlink(missing_ok=True)
    return _folder_result(merged, (str(folder), str(other)), ours, language, write=write)


def _folder_result(
    merged: DraftMerge, names: tuple[str, str], ours: Mapping[str, str], language: str, *, write: bool
) -> CommandResult:
    parts, problems = write_parts(merged, language), merge_problems(merged, language)
    document = {
        "parts": [MessageToDict(part) for part in parts],
        "openConflictCount": len(merged.undecided),
        "problems": problems,
        "written": write and not merged.undecided,
    }
    texts = _words(language)["merge"]
    lines = list(_preview_lines(parts, problems, names, language))
    if write and merged.undecided:
        lines.append(texts["unsaved"])
    if not write and not merged.undecided:
        lines += [files_diff(ours, merged.files), texts["ready"]]
    if write and not merged.undecided:
        lines.append(texts["written"].format(folder=names[0]))
    return CommandResult("\n".join(lines), bool(merged.undecided or problems), document)


def _merge_on_server(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    name: str,
    other: str,
    base: str,
    decisions: _Decisions,
    note: str,
    stubs: Stubs,
    language: str,
    *,
    write: bool,
) -> CommandResult:
    request = draft_merge_pb2.PreviewDraftMergeRequest(name=name, other=other, base_name=base, language_code=language)
    preview = call_scorecard_service(stubs, "PreviewDraftMerge", request)
    choices = decisions.choices([part.path for part in preview.parts if part.conflict])
    if choices:
        for path, side in choices.items():
            request.resolutions.add(path=path, side=_API_SIDES[side])
        preview = call_scorecard_service(stubs, "PreviewDraftMerge", request)
    texts = _words(language)["merge"]
    lines = list(_preview_lines(preview.parts, preview.problems, (name, other), language))
    is_no = bool(preview.open_conflict_count or preview.problems)
    if not write or preview.open_conflict_count:
        if write:
            lines.append(texts["unsaved"])
        elif not preview.open_conflict_count:
            lines.append(texts["ready"])
        return CommandResult("\n".join(lines), is_no, preview)
    merging = draft_merge_pb2.MergeDraftRequest(
        name=name,
        other_revision=preview.other_revision,
        base_name=base,
        base_revision=int(preview.revision.rpartition("/")[2]),
        resolutions=request.resolutions,
        note=note,
    )
    revision: Any = call_scorecard_service(stubs, "MergeDraft", merging)
    lines.append(revision_text(revision, language))
    return CommandResult("\n".join(lines), bool(revision.problems), revision)


def _preview_lines(
    parts: Sequence[draft_merge_pb2.DraftMergePart], problems: Sequence[str], names: tuple[str, str], language: str
) -> Iterator[str]:
    texts = _words(language)["merge"]
    for part in parts:
        yield texts["heading"].format(heading=part.heading, path=part.path)
        yield f"  {_state(part, names, texts)}"
        lines_of = {
            MergeSide.BASE: part.base_lines,
            MergeSide.OURS: part.our_lines,
            MergeSide.THEIRS: part.their_lines,
        }
        for (side, lines), name in zip(lines_of.items(), (texts["base"], *names), strict=True):
            yield texts["side"].format(name=name, side=side.value)
            yield from (f"    {line}" for line in lines or (texts["absent"],))
    yield from problems
    undecided = open_conflicts(parts)
    yield texts["summary"].format(count=len(parts), conflicts=len(undecided))
    if undecided:
        yield texts["decide"].format(ours=names[0], theirs=names[1])


def _state(part: draft_merge_pb2.DraftMergePart, names: tuple[str, str], texts: Mapping[str, Any]) -> str:
    if part.resolution:
        labels = dict(zip(MergeSide, (texts["base"], *names), strict=True))
        return str(texts["taken"].format(side=labels[SIDES[part.resolution]]))
    if part.conflict:
        return str(texts["conflict"].format(kind=texts["kinds"][word_of(_Part.Conflict, part.conflict)]))
    if len(part.changed_by) > 1:
        return str(texts["by_both"])
    is_ours = SIDES[part.changed_by[0]] is MergeSide.OURS
    return str(texts["by_ours" if is_ours else "by_theirs"].format(ours=names[0], theirs=names[1]))
