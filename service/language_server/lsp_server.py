"""LSP server: open files, background analysis, position conversion and request handlers."""

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
from service.language_server.names import Occurrence, Symbol, occurrences, symbols
from service.language_server.quick_fixes import QuickFix, quick_fixes
from service.language_server.readings import FolderAnalysis, analyze_folder, card_using_vocabulary, columns_at
from service.language_server.renaming import RenamingError, check_renaming, renamed_occurrences
from service.language_server.render_hover import hover_text, words
from service.output.terminal.draft_folder import vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pygls.workspace import PositionCodec

    from rules.contracts import Diagnostic
    from rules.model import PublishedVersion, TableSource
    from service.language_server.names import SymbolEntry

P = ParamSpec("P")
R = TypeVar("R")


def column_of(codec: PositionCodec, line: str, units: int) -> int:
    """Give how many characters of a line stand before a position; beyond its end, all of them."""
    ends = accumulate(codec.client_num_units(character) for character in line)
    return next((count for count, end in enumerate(ends, start=1) if end >= units), len(line)) if units > 0 else 0


def units_of(codec: PositionCodec, line: str, column: int) -> int:
    """Give the units that stand before a column, counted from 0."""
    return int(codec.client_num_units(line[:column]))


def span(codec: PositionCodec, number: int, line: str, columns: tuple[int, int]) -> Range:
    """Give what stands between two columns of a line, all counted from 0."""
    begin, end = columns
    return Range(Position(number, units_of(codec, line, begin)), Position(number, units_of(codec, line, end)))


def range_of(codec: PositionCodec, lines: Mapping[str, Sequence[str]], place: Location) -> Range:
    """Give what stands at a place: the words of the cell, or the rest of the sentence."""
    number, begin, end = columns_at(lines, place)
    own = lines.get(place.path, ())
    return span(codec, number, own[number] if number < len(own) else "", (begin, end))


def file_of(uri: str) -> Path | None:
    """Give the file that a URI names, through a linked folder where it stands; None if it names none on this disk."""
    if not uri.startswith("file:"):
        return None
    try:
        named = to_fs_path(uri)
        path = Path(named) if named else None
        return path.parent.resolve() / path.name if path is not None and path.name else None
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or links that go round
        return None


_FOLDERS_AT_ONCE = 4


class OpenFiles:
    """The texts of open files, and the readings of their folders, each made again after a text of it has changed."""

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
        """Take in the text of a file, with the ends of lines of Gherkin, and name the folders to be read again."""
        self.texts[path], self.uris[path] = text.replace("\r\n", "\n").replace("\r", "\n"), uri
        return self.touch(path)

    def drop(self, path: Path) -> set[Path]:
        """Forget a file that was closed, and name the folders to be read again."""
        self.texts.pop(path, None)
        self.uris.pop(path, None)
        return self.touch(path)

    def touch(self, path: Path) -> set[Path]:
        """Name the folders in which a file is read, as a vocabulary too, and read them again when asked."""
        touched = {
            path.parent,
            *(folder for folder, reading in self.readings.items() if path in reading.paths.values()),
        }
        self._stale |= touched
        return touched

    def is_open(self, folder: Path) -> bool:
        """Say whether a file of a folder is open."""
        return any(path.parent == folder for path in self.texts)

    def forget(self, folder: Path) -> None:
        """Forget what a folder said."""
        self.readings.pop(folder, None)
        self._stale.discard(folder)

    async def known(self, folder: Path) -> FolderAnalysis:
        """Give what a folder said when it was last read, for an answer that cannot wait; read it if it never was."""
        return self.readings.get(folder) or await self.reading(folder)

    async def naming(self, path: Path) -> FolderAnalysis:
        """Give what is known of the names in a file: of a vocabulary what a card says that takes from it."""
        if path.parent == vocabulary_folder(path.parent):
            taking = (
                reading for folder, reading in self.readings.items() if folder != path.parent and _has(reading, path)
            )
            analysis = next(taking, None)
            card = await self._threads.do(card_using_vocabulary, path) if analysis is None else None
            if analysis is not None or card is not None:
                return analysis or await self.reading(card or path.parent)
        return await self.known(path.parent)

    async def do(self, call: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Call something that takes long beside the answers to what is typed."""
        return await self._threads.do(call, *args, **named)

    def newest(self, reading: FolderAnalysis) -> PublishedVersion | None:
        """Give the version of a card that was published last; None if there is none."""
        card = next((scorecard.card.id for scorecard in reading.scorecards.values()), "")
        known = self.gazette is not None and card in self.gazette.card_ids()
        return self.gazette.newest(card) if self.gazette is not None and known else None

    async def reading(self, folder: Path) -> FolderAnalysis:
        """Read a folder, unless nothing has changed since it was read."""
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


def _has(reading: FolderAnalysis, path: Path) -> bool:
    return path in reading.paths.values()


_VOCABULARY = re.compile(r"[a-z0-9][a-z0-9-]*")
_QUIET_SECONDS = 0.2
"""How long nothing is typed before a folder is read again; a card of thirty files takes a second."""
_KINDS = {True: types.CompletionItemKind.Snippet, False: types.CompletionItemKind.Value}
"""How editors mark what waits for words, and what is whole."""
_SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}


class EditorServer(LanguageServer):
    """The server, and what it knows of the files of the editor."""

    def __init__(self, files: OpenFiles) -> None:
        super().__init__(
            "touchstone", software_versions()["touchstone"], text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.files = files
        self._asked: dict[Path, float] = {}
        self._telling: dict[Path, asyncio.Task[None]] = {}
        self._told: dict[Path, dict[Path, str]] = {}

    def later(self, folders: Iterable[Path]) -> None:
        """Tell what is wrong in some folders once nothing more is typed; each is read by one task at a time."""
        loop = asyncio.get_running_loop()
        for folder in folders:
            self._asked[folder] = loop.time()
            if folder not in self._telling:
                self._telling[folder] = loop.create_task(self._tell(folder))

    async def _tell(self, folder: Path) -> None:
        """Tell what is wrong in a folder, and again if something is typed meanwhile."""
        while folder in self._asked:
            asked = self._asked[folder]
            await asyncio.sleep(max(asked + _QUIET_SECONDS - asyncio.get_running_loop().time(), 0))
            if self._asked[folder] != asked:
                continue
            try:
                await self._publish_folder(folder)
            except Exception as error:  # a fault in one reading must not end the help with what is typed next
                message = types.LogMessageParams(types.MessageType.Error, f"{type(error).__name__}: {error}")
                self.window_log_message(message)
            if self._asked[folder] == asked:
                del self._asked[folder]
        del self._telling[folder]

    async def _publish_folder(self, folder: Path) -> None:
        if self.files.is_open(folder):
            self._publish(folder, await self.files.reading(folder))
        else:
            self.files.forget(folder)
            self._publish(folder, None)

    def _publish(self, folder: Path, reading: FolderAnalysis | None) -> None:
        """Tell the diagnostics of each file of a folder, and of a file that has none any more that it has none."""
        by_path = diagnostics_of(self.workspace.position_codec, reading) if reading is not None else {}
        published = self._told.pop(folder, {})
        for path in {**published, **dict.fromkeys(by_path)}:
            uri = self.files.uris.get(path) or published.get(path) or uri_of(path)
            diagnostics = by_path.get(path, [])
            if diagnostics or path in published:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics))
            if diagnostics:
                self._told.setdefault(folder, {})[path] = uri

    async def named(
        self, document: types.TextDocumentIdentifier, position: types.Position
    ) -> tuple[Path, str, FolderAnalysis, tuple[SymbolEntry, ...]] | None:
        """Give what stands at a position: the file, its language, what its folder says, and the names."""
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
        """Give the word for a name that covers a position, and the column at which it begins, counted from 0."""
        line = self.line(path, position)
        column = column_of(self.workspace.position_codec, line, position.character)
        word, _ = reading.names[language].at(line, column)
        return word, line.find(word, max(column - len(word), 0))

    def uri(self, reading: FolderAnalysis, file: str) -> str:
        """Give the URI of a file of a folder, as the editor calls it if it is open."""
        path = reading.paths[file]
        return self.files.uris.get(path) or uri_of(path)

    def range(self, reading: FolderAnalysis, occurrence: Occurrence) -> Range:
        """Give where a word stands."""
        line = reading.lines[occurrence.file][occurrence.number]
        return span(self.workspace.position_codec, occurrence.number, line, (occurrence.begin, occurrence.end))

    def line(self, path: Path, position: types.Position) -> str:
        """Give the line of an open file at a position, blank behind the last."""
        lines = self.files.texts[path].split("\n")
        return lines[position.line] if position.line < len(lines) else ""


def diagnostics_of(codec: PositionCodec, reading: FolderAnalysis) -> dict[Path, list[types.Diagnostic]]:
    """Give what is wrong in each file of a folder, nothing for a file without fault."""
    by_path: dict[Path, list[types.Diagnostic]] = {path: [] for path in reading.paths.values()}
    for diagnostic in reading.diagnostics:
        by_path[reading.paths[diagnostic.location.path]].append(diagnostic_of(codec, reading, diagnostic))
    return by_path


def diagnostic_of(codec: PositionCodec, reading: FolderAnalysis, diagnostic: Diagnostic) -> types.Diagnostic:
    """Tell one thing that is wrong."""
    return types.Diagnostic(
        range=range_of(codec, reading.lines, diagnostic.location),
        message=f"{diagnostic.message}\n{diagnostic.hint}".rstrip(),
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        source="touchstone",
    )


def vocabulary_at(line: str, column: int, language: str, reading: FolderAnalysis) -> list[Location]:
    """Give the first line of a vocabulary that is named at a column, in this language and then in the other."""
    named = next((match[0] for match in _VOCABULARY.finditer(line) if match.start() <= column <= match.end()), "")
    shared = vocabulary_folder(next(iter(reading.paths.values())).parent)
    files = (f"{named}.{code}.feature" for code in dict.fromkeys((language, *LANGUAGES)))
    return [Location(file, 1, 1) for file in files if (path := reading.paths.get(file)) and path.parent == shared]


def as_snippet(text: str) -> str:
    """Write a proposal so that an editor goes from one `…` to the next."""
    parts = [re.sub(r"([\\$}])", r"\\\1", part) for part in text.split("…")]
    return parts[0] + "".join(f"${{{number}:…}}{part}" for number, part in enumerate(parts[1:], start=1))


def uri_of(path: Path) -> str:
    """Give the URI of a file."""
    return from_fs_path(str(path)) or path.as_uri()


def serve(gazette: Path) -> None:
    """Answer an editor on standard input and output until it says that it ends.

    Lookups are compared with the reference tables of the gazette.
    """
    server = create_server(OpenFiles(TableStore(gazette / FOLDER), Gazette(gazette)))
    with (
        os.fdopen(os.dup(sys.stdin.fileno()), "rb") as asked,
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answered,
        redirect_stdout(sys.stderr),  # what anything else writes is no message of the protocol
    ):
        server.start_io(asked, answered)


def create_server(files: OpenFiles) -> EditorServer:
    """Make the server with all that it answers."""
    server = EditorServer(files)
    _listen(server)
    _offer_completion(server)
    _explain_names(server)
    _offer_formatting(server)
    _list_places(server)
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
        place = CursorPosition(
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
                kind=_KINDS["…" in proposal.text],
                sort_text=f"{number:05}",
                insert_text_format=types.InsertTextFormat.Snippet,
                text_edit=types.TextEdit(
                    span(codec, place.number, line, (proposal.begin, column)), as_snippet(proposal.text)
                ),
            )
            for number, proposal in enumerate(proposals(place))
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
        path, language, reading, names = context
        here = (path, params.position.line + 1)
        own_first = sorted(reading.locations, key=lambda each: each != language)
        places = [
            place
            for name in names
            for each in own_first
            if (place := reading.locations[each].get(name.place)) is not None and place.path in reading.paths
        ]
        line = server.line(path, params.position)
        column = column_of(server.workspace.position_codec, line, params.position.character)
        places += vocabulary_at(line, column, language, reading)
        others = [place for place in places if (reading.paths[place.path], place.line) != here]
        return [
            types.Location(
                server.files.uris.get(reading.paths[place.path]) or uri_of(reading.paths[place.path]),
                range_of(server.workspace.position_codec, reading.lines, place),
            )
            for place in dict.fromkeys(others or places)
        ]


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


_SYMBOLS = {
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
"""How editors mark what a file defines; gates, indicators, findings and what else there is are constants."""
_REQUEST_FAILED = -32803
"""The code of the protocol for a request that is understood and cannot be done."""


def _list_places(server: EditorServer) -> None:
    """Answer what a file holds, and where a name stands."""

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
        places = {place for name in names for place in await server.files.do(_list_occurrences, reading, name.path)}
        defined = {
            (place.path, place.line - 1)
            for name in names
            for each in reading.locations.values()
            if (place := each.get(name.place)) is not None
        }
        every = params.context.include_declaration
        return [
            types.Location(server.uri(reading, occurrence.file), server.range(reading, occurrence))
            for occurrence in sorted(places)
            if every or (occurrence.file, occurrence.number) not in defined
        ]


def _offer_renaming(server: EditorServer) -> None:
    """Answer what files say once a name has another word."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        context = await server.named(params.text_document, params.position)
        if context is None:
            return None
        path, language, reading, names = context
        word, begin = server.word(path, reading, language, params.position)
        with _refused(language):
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
        with _refused(language):
            places = await server.files.do(
                renamed_occurrences, reading, names, language=language, word=word, new=params.new_name, newest=newest
            )
        changes: dict[str, list[types.TextEdit]] = {}
        for place in places:
            edit = types.TextEdit(server.range(reading, place), params.new_name.strip())
            changes.setdefault(server.uri(reading, place.file), []).append(edit)
        return types.WorkspaceEdit(changes=changes)


def _offer_quick_fixes(server: EditorServer) -> None:
    """Answer what may be written where something is wrong."""

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def mend(params: types.CodeActionParams) -> list[types.CodeAction]:
        path = file_of(params.text_document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in server.files.texts:
            return []
        reading = await server.files.reading(path.parent)
        here = range(params.range.start.line, params.range.end.line + 1)
        codec = server.workspace.position_codec
        wrong = [one for one in reading.diagnostics if one.location.path == path.name and one.location.line - 1 in here]
        actions = []
        for diagnostic in wrong:
            for each in await server.files.do(_mendings, reading, diagnostic, server.files.tables):
                place = span(codec, diagnostic.location.line - 1, diagnostic.source_line, (each.begin, each.end))
                edit = types.WorkspaceEdit(changes={params.text_document.uri: [types.TextEdit(place, each.text)]})
                title = words(language)["mend"].format(text=each.text)
                actions.append(
                    types.CodeAction(
                        title,
                        types.CodeActionKind.QuickFix,
                        diagnostics=[diagnostic_of(codec, reading, diagnostic)],
                        edit=edit,
                    )
                )
        return actions


def _list_occurrences(reading: FolderAnalysis, path: str) -> list[Occurrence]:
    return list(occurrences(reading, path))


def _mendings(reading: FolderAnalysis, diagnostic: Diagnostic, tables: TableSource | None) -> list[QuickFix]:
    return list(quick_fixes(reading, diagnostic, tables))


def _symbol(codec: PositionCodec, lines: Sequence[str], symbol: Symbol) -> types.DocumentSymbol:
    line, last = lines[symbol.number], lines[symbol.last]
    own = span(codec, symbol.number, line, (min(symbol.column, len(line)), len(line)))
    return types.DocumentSymbol(
        name=symbol.shown,
        kind=_SYMBOLS.get(symbol.kind, types.SymbolKind.Constant),
        range=Range(own.start, span(codec, symbol.last, last, (0, len(last))).end),
        selection_range=own,
        detail=symbol.detail,
        children=[_symbol(codec, lines, each) for each in symbol.inside],
    )


@contextmanager
def _refused(language: str) -> Iterator[None]:
    """Tell an editor, in the language of the file, why a name is not renamed."""
    try:
        yield
    except RenamingError as error:
        raise JsonRpcException(in_language(error.why, language), _REQUEST_FAILED) from error
