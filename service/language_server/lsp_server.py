"""LSP server: open files, background analysis and request handlers."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import contextmanager, redirect_stdout
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from lsprotocol import types
from lsprotocol.types import Position, Range
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from rules.api import to_canonical
from rules.contracts import LANGUAGES, Location, Severity, in_language
from rules.language import language_of, load_lexicon
from service.base.software import software_versions
from service.base.thread_pool import ThreadPool
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.language_server.completion import CursorPosition, proposals
from service.language_server.names import (
    Occurrence,
    RenamingError,
    Symbol,
    check_renaming,
    occurrences,
    renamed_occurrences,
    symbols,
)
from service.language_server.quick_fixes import quick_fixes
from service.language_server.readings import FolderAnalysis, analyze_folder, card_using_vocabulary, columns_at
from service.language_server.render_hover import hover_text, words
from service.output.terminal.draft_folder import vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pygls.workspace import PositionCodec

    from rules.contracts import Diagnostic
    from rules.model import PublishedVersion, TableSource
    from service.language_server.names import SymbolEntry

    _Named = tuple[Path, str, FolderAnalysis, tuple[SymbolEntry, ...]]

P = ParamSpec("P")
R = TypeVar("R")


def column_of(codec: PositionCodec, line: str, units: int) -> int:
    """Convert client units to a column, at most the line length."""
    ends = accumulate(codec.client_num_units(character) for character in line)
    return next((count for count, end in enumerate(ends, start=1) if end >= units), len(line)) if units > 0 else 0


def _units_of(codec: PositionCodec, line: str, column: int) -> int:
    return int(codec.client_num_units(line[:column]))


def span(codec: PositionCodec, number: int, line: str, columns: tuple[int, int]) -> Range:
    """Return the range between two columns, counted from 0."""
    begin, end = columns
    return Range(Position(number, _units_of(codec, line, begin)), Position(number, _units_of(codec, line, end)))


def _range_of(codec: PositionCodec, lines: Mapping[str, Sequence[str]], place: Location) -> Range:
    number, begin, end = columns_at(lines, place)
    own = lines.get(place.path, ())
    return span(codec, number, own[number] if number < len(own) else "", (begin, end))


def file_of(uri: str) -> Path | None:
    """Return the local path of a file URI with its folder resolved, or None."""
    if not uri.startswith("file:"):
        return None
    try:
        named = to_fs_path(uri)
        path = Path(named) if named else None
        return path.parent.resolve() / path.name if path is not None and path.name else None
    except (OSError, ValueError, RuntimeError):  # invalid name, or circular links
        return None


_FOLDERS_AT_ONCE = 4


class OpenFiles:
    """Open texts, and analyses of their folders."""

    def __init__(self, tables: TableSource | None, gazette: Gazette | None = None) -> None:
        self.tables = tables
        self.gazette = gazette
        self.texts: dict[Path, str] = {}
        self.uris: dict[Path, str] = {}
        self.readings: dict[Path, FolderAnalysis] = {}
        self._stale: set[Path] = set()
        self._locks: dict[Path, asyncio.Lock] = {}
        self._threads = ThreadPool(_FOLDERS_AT_ONCE)

    def put(self, path: Path, uri: str, text: str) -> set[Path]:
        self.texts[path], self.uris[path] = text.replace("\r\n", "\n").replace("\r", "\n"), uri
        return self.touch(path)

    def drop(self, path: Path) -> set[Path]:
        self.texts.pop(path, None)
        self.uris.pop(path, None)
        return self.touch(path)

    def touch(self, path: Path) -> set[Path]:
        touched = {
            path.parent,
            *(folder for folder, reading in self.readings.items() if path in reading.paths.values()),
        }
        self._stale |= touched
        return touched

    def is_open(self, folder: Path) -> bool:
        return any(path.parent == folder for path in self.texts)

    def forget(self, folder: Path) -> None:
        self.readings.pop(folder, None)
        self._stale.discard(folder)

    async def known(self, folder: Path) -> FolderAnalysis:
        """Return the latest analysis, possibly stale."""
        return self.readings.get(folder) or await self.reading(folder)

    async def naming(self, path: Path) -> FolderAnalysis:
        """Return the analysis of a file's folder; for a vocabulary, of a scorecard using it."""
        if path.parent == vocabulary_folder(path.parent):
            dependents = (
                reading
                for folder, reading in self.readings.items()
                if folder != path.parent and _includes_file(reading, path)
            )
            analysis = next(dependents, None)
            card = await self._threads.do(card_using_vocabulary, path) if analysis is None else None
            if analysis is not None or card is not None:
                return analysis or await self.reading(card or path.parent)
        return await self.known(path.parent)

    async def do(self, call: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        return await self._threads.do(call, *args, **named)

    def newest(self, reading: FolderAnalysis) -> PublishedVersion | None:
        card = next((scorecard.card.id for scorecard in reading.scorecards.values()), "")
        known = self.gazette is not None and card in self.gazette.card_ids()
        return self.gazette.newest(card) if self.gazette is not None and known else None

    async def reading(self, folder: Path) -> FolderAnalysis:
        async with self._locks.setdefault(folder, asyncio.Lock()):
            known = self.readings.get(folder)
            if known is not None and folder not in self._stale:
                return known
            self._stale.discard(folder)
            try:
                analysis = await self._threads.do(analyze_folder, folder, dict(self.texts), self.tables, known)
            except BaseException:
                self._stale.add(folder)
                raise
            self.readings[folder] = analysis
            return analysis


def _includes_file(reading: FolderAnalysis, path: Path) -> bool:
    return path in reading.paths.values()


_VOCABULARY_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_QUIET_SECONDS = 0.2
"""Typing pause before an analysis; thirty files take a second."""
_KIND_BY_HAS_PLACEHOLDER = {True: types.CompletionItemKind.Snippet, False: types.CompletionItemKind.Value}
_SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}


class EditorServer(LanguageServer):
    """LSP server for drafts."""

    def __init__(self, files: OpenFiles) -> None:
        super().__init__(
            "touchstone", software_versions()["touchstone"], text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.files = files
        self._change_times: dict[Path, float] = {}
        self._publish_tasks: dict[Path, asyncio.Task[None]] = {}
        self._published_uris: dict[Path, dict[Path, str]] = {}

    def later(self, folders: Iterable[Path]) -> None:
        """Publish diagnostics once typing pauses; one task per folder."""
        loop = asyncio.get_running_loop()
        for folder in folders:
            self._change_times[folder] = loop.time()
            if folder not in self._publish_tasks:
                self._publish_tasks[folder] = loop.create_task(self._publish_when_quiet(folder))

    async def _publish_when_quiet(self, folder: Path) -> None:
        while folder in self._change_times:
            changed_at = self._change_times[folder]
            await asyncio.sleep(max(changed_at + _QUIET_SECONDS - asyncio.get_running_loop().time(), 0))
            if self._change_times[folder] != changed_at:
                continue
            try:
                await self._publish_folder(folder)
            except Exception as error:  # a failed analysis must not prevent later ones
                message = types.LogMessageParams(types.MessageType.Error, f"{type(error).__name__}: {error}")
                self.window_log_message(message)
            if self._change_times[folder] == changed_at:
                del self._change_times[folder]
        del self._publish_tasks[folder]

    async def _publish_folder(self, folder: Path) -> None:
        if self.files.is_open(folder):
            self._publish(folder, await self.files.reading(folder))
        else:
            self.files.forget(folder)
            self._publish(folder, None)

    def _publish(self, folder: Path, reading: FolderAnalysis | None) -> None:
        by_path = _diagnostics_of(self.workspace.position_codec, reading) if reading is not None else {}
        uris = self._published_uris.pop(folder, {})
        for path in {**uris, **dict.fromkeys(by_path)}:
            uri = self.files.uris.get(path) or uris.get(path) or _uri_of(path)
            diagnostics = by_path.get(path, [])
            if diagnostics or path in uris:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics))
            if diagnostics:
                self._published_uris.setdefault(folder, {})[path] = uri

    async def named(self, document: types.TextDocumentIdentifier, position: types.Position) -> _Named | None:
        path = file_of(document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in self.files.texts:
            return None
        reading = await self.files.naming(path)
        if language not in reading.names:
            return None
        line = self.line(path, position)
        _, names = reading.names[language].at(line, column_of(self.workspace.position_codec, line, position.character))
        return path, language, reading, names

    def word(self, path: Path, reading: FolderAnalysis, language: str, position: types.Position) -> tuple[str, int]:
        line = self.line(path, position)
        column = column_of(self.workspace.position_codec, line, position.character)
        word, _ = reading.names[language].at(line, column)
        return word, line.find(word, max(column - len(word), 0))

    def uri(self, reading: FolderAnalysis, file: str) -> str:
        path = reading.paths[file]
        return self.files.uris.get(path) or _uri_of(path)

    def range(self, reading: FolderAnalysis, occurrence: Occurrence) -> Range:
        line = reading.lines[occurrence.file][occurrence.number]
        return span(self.workspace.position_codec, occurrence.number, line, (occurrence.begin, occurrence.end))

    def line(self, path: Path, position: types.Position) -> str:
        lines = self.files.texts[path].split("\n")
        return lines[position.line] if position.line < len(lines) else ""


def _diagnostics_of(codec: PositionCodec, reading: FolderAnalysis) -> dict[Path, list[types.Diagnostic]]:
    by_path: dict[Path, list[types.Diagnostic]] = {path: [] for path in reading.paths.values()}
    for diagnostic in reading.diagnostics:
        by_path[reading.paths[diagnostic.location.path]].append(_diagnostic_of(codec, reading, diagnostic))
    return by_path


def _diagnostic_of(codec: PositionCodec, reading: FolderAnalysis, diagnostic: Diagnostic) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range_of(codec, reading.lines, diagnostic.location),
        message=f"{diagnostic.message}\n{diagnostic.hint}".rstrip(),
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        source="touchstone",
    )


def _vocabulary_at(line: str, column: int, language: str, reading: FolderAnalysis) -> list[Location]:
    named = next((match[0] for match in _VOCABULARY_NAME.finditer(line) if match.start() <= column <= match.end()), "")
    shared = vocabulary_folder(next(iter(reading.paths.values())).parent)
    files = (f"{named}.{code}.feature" for code in dict.fromkeys((language, *LANGUAGES)))
    return [Location(file, 1, 1) for file in files if (path := reading.paths.get(file)) and path.parent == shared]


def _as_snippet(text: str) -> str:
    parts = [re.sub(r"([\\$}])", r"\\\1", part) for part in text.split("…")]
    return parts[0] + "".join(f"${{{number}:…}}{part}" for number, part in enumerate(parts[1:], start=1))


def _uri_of(path: Path) -> str:
    return from_fs_path(str(path)) or path.as_uri()


def serve(gazette: Path) -> None:
    """Serve an editor on standard input and output.

    Lookups are checked against the gazette's reference tables.
    """
    server = create_server(OpenFiles(TableStore(gazette / FOLDER), Gazette(gazette)))
    with (
        os.fdopen(os.dup(sys.stdin.fileno()), "rb") as requests,
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as responses,
        redirect_stdout(sys.stderr),  # other output would corrupt the protocol
    ):
        server.start_io(requests, responses)


def create_server(files: OpenFiles) -> EditorServer:
    """Create the server with its request handlers."""
    server = EditorServer(files)
    _listen(server)
    _offer_completion(server)
    _explain_names(server)
    _offer_formatting(server)
    _offer_navigation(server)
    _offer_renaming(server)
    _offer_quick_fixes(server)
    return server


def _listen(server: EditorServer) -> None:
    files = server.files

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        path = file_of(params.text_document.uri)
        if path is not None:
            server.later(files.put(path, params.text_document.uri, params.text_document.text))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        path = file_of(params.text_document.uri)
        if path is not None:
            text = server.workspace.get_text_document(params.text_document.uri).source
            server.later(files.put(path, params.text_document.uri, text))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        path = file_of(params.text_document.uri)
        if path is not None:
            server.later(files.drop(path))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        path = file_of(params.text_document.uri)
        if path is not None:
            server.later(files.touch(path))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def moved(params: types.DidChangeWatchedFilesParams) -> None:
        for path in filter(None, map(file_of, (change.uri for change in params.changes))):
            server.later(folder for folder in files.touch(path) if files.is_open(folder))


def _offer_completion(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["|", ";", ",", " "]))
    async def completion(params: types.CompletionParams) -> types.CompletionList:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return types.CompletionList(is_incomplete=False, items=[])
        path, language, reading, _ = context
        codec = server.workspace.position_codec
        line = server.line(path, params.position)
        column = column_of(codec, line, params.position.character)
        cursor = CursorPosition(
            server.files.texts[path].split("\n"),
            params.position.line,
            column,
            load_lexicon(language),
            reading.names[language],
        )
        items = [
            types.CompletionItem(
                label=proposal.text,
                detail=proposal.kind,
                kind=_KIND_BY_HAS_PLACEHOLDER["…" in proposal.text],
                sort_text=f"{number:05}",
                insert_text_format=types.InsertTextFormat.Snippet,
                text_edit=types.TextEdit(
                    span(codec, cursor.number, line, (proposal.begin, column)), _as_snippet(proposal.text)
                ),
            )
            for number, proposal in enumerate(proposals(cursor))
        ]
        return types.CompletionList(is_incomplete=True, items=items)


def _explain_names(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        context = await server.named(params.text_document, params.position)
        if context is None or not context[3]:
            return None
        _, language, reading, names = context
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, hover_text(reading, language, names)))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.Location]:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return []
        return list(_definitions(server, params.position, context))


def _definitions(server: EditorServer, position: types.Position, named: _Named) -> Iterator[types.Location]:
    """Yield where names are defined, in the language of the file first; the position itself only without others."""
    path, language, reading, names = named
    here = (path, position.line + 1)
    own_first = sorted(reading.locations, key=lambda code: code != language)
    locations = [
        location
        for name in names
        for code in own_first
        if (location := reading.locations[code].get(name.place)) is not None and location.path in reading.paths
    ]
    line = server.line(path, position)
    column = column_of(server.workspace.position_codec, line, position.character)
    locations += _vocabulary_at(line, column, language, reading)
    others = [location for location in locations if (reading.paths[location.path], location.line) != here]
    for location in dict.fromkeys(others or locations):
        uri = server.files.uris.get(reading.paths[location.path]) or _uri_of(reading.paths[location.path])
        yield types.Location(uri, _range_of(server.workspace.position_codec, reading.lines, location))


def _offer_formatting(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        path = file_of(params.text_document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in server.files.texts:
            return []
        text = server.files.texts[path]
        written = to_canonical(text, load_lexicon(language))
        if written == text:
            return []
        lines = text.split("\n")
        last = span(server.workspace.position_codec, len(lines) - 1, lines[-1], (0, len(lines[-1])))
        return [types.TextEdit(types.Range(types.Position(0, 0), last.end), written)]


_SYMBOL_KINDS = {
    "rule": types.SymbolKind.Namespace,
    "scenario": types.SymbolKind.Event,
    "outline": types.SymbolKind.Event,
    "facts": types.SymbolKind.Variable,
    "fields": types.SymbolKind.Field,
    "records": types.SymbolKind.Struct,
    "quantities": types.SymbolKind.Function,
    "settings": types.SymbolKind.Property,
    "tables": types.SymbolKind.Array,
    "grades": types.SymbolKind.EnumMember,
    "stages": types.SymbolKind.EnumMember,
    "levels": types.SymbolKind.EnumMember,
}
_REQUEST_FAILED = -32803
"""LSP error code for a valid request that cannot be fulfilled."""


def _offer_navigation(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        path = file_of(params.text_document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in server.files.texts:
            return []
        reading = await server.files.reading(path.parent)
        if path.name not in reading.lines:
            return []
        entries = symbols(reading, path.name, language)
        return [_symbol(server.workspace.position_codec, reading.lines[path.name], entry) for entry in entries]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location]:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return []
        _, _, reading, names = context
        matches = {
            position for name in names for position in await server.files.do(list, occurrences(reading, name.path))
        }
        excluded = set() if params.context.include_declaration else _definition_lines(reading, names)
        return [
            types.Location(server.uri(reading, occurrence.file), server.range(reading, occurrence))
            for occurrence in sorted(matches)
            if (occurrence.file, occurrence.number) not in excluded
        ]


def _definition_lines(reading: FolderAnalysis, names: Sequence[SymbolEntry]) -> set[tuple[str, int]]:
    return {
        (position.path, position.line - 1)
        for name in names
        for each in reading.locations.values()
        if (position := each.get(name.place)) is not None
    }


def _offer_renaming(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return None
        path, language, reading, names = context
        word, begin = server.word(path, reading, language, params.position)
        with _report_renaming_error(language):
            check_renaming(reading, names, word, server.files.newest(reading))
        line = server.line(path, params.position)
        span_ = span(server.workspace.position_codec, params.position.line, line, (begin, begin + len(word)))
        return types.PrepareRenamePlaceholder(span_, word)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return None
        path, language, _, _ = context
        await server.files.reading(path.parent)
        context = await server.named(params.text_document, params.position)
        if context is None:
            return None
        path, language, reading, names = context
        word, _ = server.word(path, reading, language, params.position)
        newest = server.files.newest(reading)
        with _report_renaming_error(language):
            targets = await server.files.do(
                renamed_occurrences, reading, names, language=language, word=word, new=params.new_name, newest=newest
            )
        changes: dict[str, list[types.TextEdit]] = {}
        for target in targets:
            edit = types.TextEdit(server.range(reading, target), params.new_name.strip())
            changes.setdefault(server.uri(reading, target.file), []).append(edit)
        return types.WorkspaceEdit(changes=changes)


def _offer_quick_fixes(server: EditorServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        path = file_of(params.text_document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in server.files.texts:
            return []
        reading = await server.files.reading(path.parent)
        here = range(params.range.start.line, params.range.end.line + 1)
        codec = server.workspace.position_codec
        wrong = [
            candidate
            for candidate in reading.diagnostics
            if candidate.location.path == path.name and candidate.location.line - 1 in here
        ]
        actions = []
        for diagnostic in wrong:
            for fix in await server.files.do(list, quick_fixes(reading, diagnostic, server.files.tables)):
                fix_range = span(codec, diagnostic.location.line - 1, diagnostic.source_line, (fix.begin, fix.end))
                edit = types.WorkspaceEdit(changes={params.text_document.uri: [types.TextEdit(fix_range, fix.text)]})
                title = words(language)["mend"].format(text=fix.text)
                actions.append(
                    types.CodeAction(
                        title,
                        types.CodeActionKind.QuickFix,
                        diagnostics=[_diagnostic_of(codec, reading, diagnostic)],
                        edit=edit,
                    )
                )
        return actions


def _symbol(codec: PositionCodec, lines: Sequence[str], symbol: Symbol) -> types.DocumentSymbol:
    line, last = lines[symbol.number], lines[symbol.last]
    own = span(codec, symbol.number, line, (min(symbol.column, len(line)), len(line)))
    return types.DocumentSymbol(
        name=symbol.shown,
        kind=_SYMBOL_KINDS.get(symbol.kind, types.SymbolKind.Constant),
        range=Range(own.start, span(codec, symbol.last, last, (0, len(last))).end),
        selection_range=own,
        detail=symbol.detail,
        children=[_symbol(codec, lines, each) for each in symbol.inside],
    )


@contextmanager
def _report_renaming_error(language: str) -> Iterator[None]:
    try:
        yield
    except RenamingError as error:
        raise JsonRpcException(in_language(error.why, language), _REQUEST_FAILED) from error
