"""Draft editing worker: diagnostics, quick fixes, completion and canonical form of a file that is typed.

What was compiled last stays, so that a change in one file compiles little of the others again.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import to_canonical
from rules.contracts import LANGUAGES, Severity
from rules.language import CompilationCache, language_of, load_lexicon, split_lines
from service.drafts.draft_diagnostics import write_diagnostics, write_range
from service.gazette.table_order import chain_table_stores
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.language_server.completion import CursorPosition, proposals
from service.language_server.quick_fixes import quick_fixes
from service.language_server.readings import FolderAnalysis, analyze_sources
from service.language_server.render_hover import words
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts import Diagnostic
    from rules.model import TableSource
    from service.base.worker_specs import Works

_MEMORY = 2 * 1024 * 1024 * 1024
_MOST_SAVED = 4
"""How many drafts are remembered as they were saved."""
_MOST_COMPLETIONS = 200
_MOST_FIXES = 10

_Shelves = tuple[tuple[str, tuple[str, ...]], ...]


class TableSources:
    """Reference tables by where they are looked for; those that were asked for last stay open."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: tuple[_Shelves, TableSource] | None = None

    def of(self, draft: work_pb2.DraftFiles) -> TableSource:
        """Give the tables with which a draft is compared, those whose manifests are named and no others."""
        shelves = tuple((shelf.folder, tuple(shelf.manifests)) for shelf in draft.shelves)
        if self._known is None or self._known[0] != shelves:
            stores = [TableStore(Path(folder), only=frozenset(manifests)) for folder, manifests in shelves]
            self._known = shelves, chain_table_stores(stores)
        return self._known[1]


class DraftEditor:
    """Answers what is asked while files are typed."""

    def __init__(self) -> None:
        """Begin with nothing compiled."""
        self._cache, self._tables = CompilationCache(), TableSources()
        self._saved: OrderedDict[frozenset[tuple[str, str]], FolderAnalysis] = OrderedDict()

    def analyze(self, asked: work_pb2.AnalyzeDraftFile) -> draft_editing_pb2.AnalyzeDraftFileResponse:
        """Say what is wrong with a draft in which a file is typed."""
        request, tables = asked.request, self._tables.of(asked.draft)
        file, language = request.source_file, request.language_code
        files = with_file(asked.draft.files, file)
        analysis = analyze_sources(files, tables, None, spoken=language, cache=self._cache)
        ordered = sorted(analysis.diagnostics, key=lambda diagnostic: diagnostic.location.path != file.path)
        answer = draft_editing_pb2.AnalyzeDraftFileResponse(
            diagnostics=write_diagnostics(ordered, analysis.lines),
            error_count=sum(diagnostic.severity is Severity.ERROR for diagnostic in ordered),
            warning_count=sum(diagnostic.severity is not Severity.ERROR for diagnostic in ordered),
        )
        for diagnostic, written in zip(ordered, answer.diagnostics, strict=False):
            place = diagnostic.location
            if (place.path, place.line) == (file.path, request.quick_fix_line):
                written.quick_fixes.extend(self._fixes(analysis, diagnostic, tables, language))
        return answer

    def _fixes(
        self, analysis: FolderAnalysis, diagnostic: Diagnostic, tables: TableSource, language: str
    ) -> Iterable[draft_editing_pb2.DraftQuickFix]:
        place, title = diagnostic.location, words(language)["mend"]
        for fix, _ in zip(quick_fixes(analysis, diagnostic, tables, self._cache), range(_MOST_FIXES), strict=False):
            yield draft_editing_pb2.DraftQuickFix(
                title=title.format(text=fix.text),
                range=write_range(place.path, place.line, fix.begin, fix.end),
                text=fix.text,
            )

    def complete(self, asked: work_pb2.CompleteDraftFile) -> draft_editing_pb2.CompleteDraftFileResponse:
        """Propose what may be written at a place; while something is wrong names are those that were saved."""
        request, tables = asked.request, self._tables.of(asked.draft)
        file = request.source_file
        files, language = with_file(asked.draft.files, file), language_of(file.path) or LANGUAGES[0]
        analysis = analyze_sources(files, tables, self._as_saved(asked.draft, tables), cache=self._cache)
        position = CursorPosition(
            split_lines(file.content),
            request.line - 1,
            request.column - 1,
            load_lexicon(language),
            analysis.names[language],
        )
        return draft_editing_pb2.CompleteDraftFileResponse(
            completions=[
                draft_editing_pb2.DraftCompletion(
                    label=proposal.text,
                    detail=proposal.kind,
                    range=write_range(file.path, request.line, proposal.begin, request.column - 1),
                )
                for proposal in proposals(position)[:_MOST_COMPLETIONS]
            ]
        )

    def _as_saved(self, draft: work_pb2.DraftFiles, tables: TableSource) -> FolderAnalysis:
        key = frozenset(draft.files.items())
        known = self._saved.pop(key, None) or analyze_sources(dict(draft.files), tables, None, cache=self._cache)
        self._saved[key] = known
        while len(self._saved) > _MOST_SAVED:
            self._saved.popitem(last=False)
        return known


def with_file(files: Mapping[str, str], file: scorecard_pb2.SourceFile) -> dict[str, str]:
    """Give the files of a draft with one in place of what was saved, with the ends of lines of Gherkin."""
    text = file.content.replace("\r\n", "\n").replace("\r", "\n")
    return dict(sorted({**files, **({file.path: text} if file.path else {})}.items()))


def format_file(request: draft_editing_pb2.FormatDraftFileRequest) -> draft_editing_pb2.FormatDraftFileResponse:
    """Write a file in canonical form."""
    file = request.source_file
    text = to_canonical(file.content, load_lexicon(language_of(file.path) or LANGUAGES[0]))
    return draft_editing_pb2.FormatDraftFileResponse(
        source_file=scorecard_pb2.SourceFile(path=file.path, content=text), changed=text != file.content
    )


def works(_: Gazette | None) -> Works:
    """Give what this program does; which tables it reads it is told each time."""
    editor = DraftEditor()
    return {
        work_pb2.AnalyzeDraftFile: lambda asked, _: editor.analyze(asked),
        work_pb2.CompleteDraftFile: lambda asked, _: editor.complete(asked),
        draft_editing_pb2.FormatDraftFileRequest: lambda asked, _: format_file(asked),
    }


def main() -> None:
    """Answer for a server until it asks no more."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- a command that does this work has no pipes

    worker_main(works(None), memory=_MEMORY, polite=False)


if __name__ == "__main__":
    main()
