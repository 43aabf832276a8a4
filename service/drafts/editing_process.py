"""Draft editing worker with cached compilations, and diagnostics as API messages."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import to_canonical
from rules.contracts import LANGUAGES, Severity
from rules.language import CompilationCache, language_of, load_lexicon, split_lines
from service.drafts.table_preview import TablePreview
from service.gazette.table_order import chain_table_stores
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.language_server.completion import CursorPosition, proposals
from service.language_server.quick_fixes import quick_fixes
from service.language_server.readings import FolderAnalysis, analyze_sources, columns_at
from service.language_server.render_hover import words
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts import Diagnostic, Location
    from rules.model import TableSource
    from service.base.worker_specs import Works

_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
_MAX_SAVED_ANALYSES = 4
_MAX_COMPLETIONS = 200
_MAX_FIXES = 10
_MAX_DIAGNOSTICS = 500

_Shelves = tuple[tuple[str, tuple[str, ...]], ...]


class TableSources:
    """Cache of the reference tables used last."""

    def __init__(self) -> None:
        self._cached_source: tuple[_Shelves, TableSource] | None = None

    def of(self, draft: work_pb2.DraftFiles) -> TableSource:
        shelves = tuple((shelf.folder, tuple(shelf.manifests)) for shelf in draft.shelves)
        if self._cached_source is None or self._cached_source[0] != shelves:
            stores = [TableStore(Path(folder), only=frozenset(manifests)) for folder, manifests in shelves]
            self._cached_source = shelves, chain_table_stores(stores)
        return self._cached_source[1]


class DraftEditor:
    """Handlers for requests while files are typed."""

    def __init__(self) -> None:
        self._cache, self._tables = CompilationCache(), TableSources()
        self._saved_analyses: OrderedDict[frozenset[tuple[str, str]], FolderAnalysis] = OrderedDict()

    def analyze(self, job: work_pb2.AnalyzeDraftFile) -> draft_editing_pb2.AnalyzeDraftFileResponse:
        request, tables = job.request, self._tables.of(job.draft)
        file, language = request.source_file, request.language_code
        files = _with_file(job.draft.files, file)
        analysis = analyze_sources(files, tables, None, spoken=language, cache=self._cache)
        ordered = sorted(analysis.diagnostics, key=lambda diagnostic: diagnostic.location.path != file.path)
        answer = draft_editing_pb2.AnalyzeDraftFileResponse(
            diagnostics=write_diagnostics(ordered, analysis.lines),
            error_count=sum(diagnostic.severity is Severity.ERROR for diagnostic in ordered),
            warning_count=sum(diagnostic.severity is not Severity.ERROR for diagnostic in ordered),
        )
        for diagnostic, written in zip(ordered, answer.diagnostics, strict=False):
            location = diagnostic.location
            if (location.path, location.line) == (file.path, request.quick_fix_line):
                written.quick_fixes.extend(self._fixes(analysis, diagnostic, tables, language))
        return answer

    def _fixes(
        self, analysis: FolderAnalysis, diagnostic: Diagnostic, tables: TableSource, language: str
    ) -> Iterable[draft_editing_pb2.DraftQuickFix]:
        location, title = diagnostic.location, words(language)["mend"]
        for fix, _ in zip(quick_fixes(analysis, diagnostic, tables, self._cache), range(_MAX_FIXES), strict=False):
            yield draft_editing_pb2.DraftQuickFix(
                title=title.format(text=fix.text),
                range=write_range(location.path, location.line, fix.begin, fix.end),
                text=fix.text,
            )

    def complete(self, job: work_pb2.CompleteDraftFile) -> draft_editing_pb2.CompleteDraftFileResponse:
        """Propose completions; while the file has errors, names come from the saved draft."""
        request, tables = job.request, self._tables.of(job.draft)
        file = request.source_file
        files, language = _with_file(job.draft.files, file), language_of(file.path) or LANGUAGES[0]
        analysis = analyze_sources(files, tables, self._analyze_saved(job.draft, tables), cache=self._cache)
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
                for proposal in proposals(position)[:_MAX_COMPLETIONS]
            ]
        )

    def preview_tables(self, job: work_pb2.PreviewDraftTables) -> draft_editing_pb2.PreviewDraftTablesResponse:
        """Write edited tables to the files, and locate the diagnostics in their cells."""
        preview = TablePreview.of(dict(sorted(job.draft.files.items())), job.request)
        tables = self._tables.of(job.draft)
        analysis = analyze_sources(preview.written, tables, None, spoken=job.request.language_code, cache=self._cache)
        located = preview.located(analysis.diagnostics)
        return preview.answer(located, write_diagnostics((each for each, _ in located), analysis.lines))

    def _analyze_saved(self, draft: work_pb2.DraftFiles, tables: TableSource) -> FolderAnalysis:
        key = frozenset(draft.files.items())
        analysis = self._saved_analyses.pop(key, None) or analyze_sources(
            dict(draft.files), tables, None, cache=self._cache
        )
        self._saved_analyses[key] = analysis
        while len(self._saved_analyses) > _MAX_SAVED_ANALYSES:
            self._saved_analyses.popitem(last=False)
        return analysis


def _with_file(files: Mapping[str, str], file: scorecard_pb2.SourceFile) -> dict[str, str]:
    text = file.content.replace("\r\n", "\n").replace("\r", "\n")
    return dict(sorted({**files, **({file.path: text} if file.path else {})}.items()))


def _format_file(request: draft_editing_pb2.FormatDraftFileRequest) -> draft_editing_pb2.FormatDraftFileResponse:
    file = request.source_file
    text = to_canonical(file.content, load_lexicon(language_of(file.path) or LANGUAGES[0]))
    return draft_editing_pb2.FormatDraftFileResponse(
        source_file=scorecard_pb2.SourceFile(path=file.path, content=text), changed=text != file.content
    )


def works(_: Gazette | None) -> Works:
    """Return the handlers; each request names its reference tables."""
    editor = DraftEditor()
    return {
        work_pb2.AnalyzeDraftFile: lambda job, _: editor.analyze(job),
        work_pb2.CompleteDraftFile: lambda job, _: editor.complete(job),
        work_pb2.PreviewDraftTables: lambda job, _: editor.preview_tables(job),
        draft_editing_pb2.FormatDraftFileRequest: lambda job, _: _format_file(job),
    }


def write_diagnostics(
    diagnostics: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]]
) -> list[draft_editing_pb2.DraftDiagnostic]:
    """Convert at most 500 diagnostics; `lines` contains the files by path."""
    return [
        draft_editing_pb2.DraftDiagnostic(
            code=diagnostic.code,
            severity=f"SEVERITY_{diagnostic.severity.name}",
            message=diagnostic.message,
            hint=diagnostic.hint,
            range=write_place(diagnostic.location, lines),
        )
        for diagnostic, _ in zip(diagnostics, range(_MAX_DIAGNOSTICS), strict=False)
    ]


def write_place(place: Location, lines: Mapping[str, Sequence[str]]) -> draft_editing_pb2.DraftRange:
    """Return the range of the cell or sentence at a location."""
    number, begin, end = columns_at(lines, place)
    return write_range(place.path, number + 1, begin, end)


def write_range(path: str, line: int, begin: int, end: int) -> draft_editing_pb2.DraftRange:
    """Return the range between two columns of a line, counted from 0."""
    return draft_editing_pb2.DraftRange(path=path, line=line, column=begin + 1, end_line=line, end_column=end + 1)


def main() -> None:
    """Serve requests until the server closes the pipe."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- only the worker process reads requests from a pipe

    worker_main(works(None), memory=_MEMORY_BYTES)


if __name__ == "__main__":
    main()
