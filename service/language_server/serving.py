"""What does the language server answer to an editor?"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import redirect_stdout
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from lsprotocol.types import Position, Range
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from rules.contracts.diagnostics import Location, Severity
from rules.contracts.messages import LANGUAGES
from rules.language.canonical import canonical
from rules.language.lexicon import language_of, lexicon
from rules.language.told_places import told
from service.answering.terminal.desk import vocabulary_folder
from service.base.software import software_versions
from service.base.threads import Threads
from service.gazette.tables import FOLDER, Shelf
from service.language_server.completing import Place, proposals
from service.language_server.readings import Reading, card_taking, read_folder
from service.language_server.telling import told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pygls.workspace import PositionCodec

    from rules.model.lookups import TableSource
    from service.language_server.names import Name


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
    own = lines.get(place.path, ())
    number = min(max(place.line, 1), max(len(own), 1)) - 1
    line = own[number] if number < len(own) else ""
    begin = min(place.column - 1, len(line))
    words = told(lines, place).words if place.line <= len(own) and line.strip() else ""
    return span(codec, number, line, (begin, begin + len(words) if line.startswith(words, begin) else len(line)))


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

    def __init__(self, tables: TableSource | None) -> None:
        self.tables = tables
        self.texts: dict[Path, str] = {}
        self.uris: dict[Path, str] = {}
        self.readings: dict[Path, Reading] = {}
        self._stale: set[Path] = set()
        self._locks: dict[Path, asyncio.Lock] = {}
        self._threads = Threads(_FOLDERS_AT_ONCE)

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
        touched = {path.parent, *(folder for folder, one in self.readings.items() if path in one.paths.values())}
        self._stale |= touched
        return touched

    def is_open(self, folder: Path) -> bool:
        """Say whether a file of a folder is open."""
        return any(path.parent == folder for path in self.texts)

    def forget(self, folder: Path) -> None:
        """Forget what a folder said."""
        self.readings.pop(folder, None)
        self._stale.discard(folder)

    async def known(self, folder: Path) -> Reading:
        """Give what a folder said when it was last read, for an answer that cannot wait; read it if it never was."""
        return self.readings.get(folder) or await self.reading(folder)

    async def naming(self, path: Path) -> Reading:
        """Give what is known of the names in a file: of a vocabulary what a card says that takes from it."""
        if path.parent == vocabulary_folder(path.parent):
            taking = (one for folder, one in self.readings.items() if folder != path.parent and _has(one, path))
            found = next(taking, None)
            card = await self._threads.do(card_taking, path) if found is None else None
            if found is not None or card is not None:
                return found or await self.reading(card or path.parent)
        return await self.known(path.parent)

    async def reading(self, folder: Path) -> Reading:
        """Read a folder, unless nothing has changed since it was read."""
        async with self._locks.setdefault(folder, asyncio.Lock()):
            known = self.readings.get(folder)
            if known is not None and folder not in self._stale:
                return known
            self._stale.discard(folder)
            try:
                found = await self._threads.do(read_folder, folder, dict(self.texts), self.tables, known)
            except BaseException:
                self._stale.add(folder)
                raise
            self.readings[folder] = found
            return found


def _has(reading: Reading, path: Path) -> bool:
    return path in reading.paths.values()


_VOCABULARY = re.compile(r"[a-z0-9][a-z0-9-]*")
_QUIET_SECONDS = 0.2
"""How long nothing is typed before a folder is read again; a card of thirty files takes a second."""
_KINDS = {True: types.CompletionItemKind.Snippet, False: types.CompletionItemKind.Value}
"""How editors mark what waits for words, and what is whole."""
_SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}


class Server(LanguageServer):
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
                await self._read(folder)
            except Exception as error:  # a fault in one reading must not end the help with what is typed next
                said = types.LogMessageParams(types.MessageType.Error, f"{type(error).__name__}: {error}")
                self.window_log_message(said)
            if self._asked[folder] == asked:
                del self._asked[folder]
        del self._telling[folder]

    async def _read(self, folder: Path) -> None:
        if self.files.is_open(folder):
            self._publish(folder, await self.files.reading(folder))
        else:
            self.files.forget(folder)
            self._publish(folder, None)

    def _publish(self, folder: Path, reading: Reading | None) -> None:
        """Tell the diagnostics of each file of a folder, and of a file that has none any more that it has none."""
        found = diagnostics_of(self.workspace.position_codec, reading) if reading is not None else {}
        told = self._told.pop(folder, {})
        for path in {**told, **dict.fromkeys(found)}:
            uri = self.files.uris.get(path) or told.get(path) or uri_of(path)
            diagnostics = found.get(path, [])
            if diagnostics or path in told:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics))
            if diagnostics:
                self._told.setdefault(folder, {})[path] = uri

    async def named(
        self, document: types.TextDocumentIdentifier, position: types.Position
    ) -> tuple[Path, str, Reading, tuple[Name, ...]] | None:
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

    def line(self, path: Path, position: types.Position) -> str:
        """Give the line of an open file at a position, blank behind the last."""
        lines = self.files.texts[path].split("\n")
        return lines[position.line] if position.line < len(lines) else ""


def diagnostics_of(codec: PositionCodec, reading: Reading) -> dict[Path, list[types.Diagnostic]]:
    """Give what is wrong in each file of a folder, nothing for a file without fault."""
    found: dict[Path, list[types.Diagnostic]] = {path: [] for path in reading.paths.values()}
    for one in reading.diagnostics:
        found[reading.paths[one.location.path]].append(
            types.Diagnostic(
                range=range_of(codec, reading.lines, one.location),
                message=f"{one.message}\n{one.hint}".rstrip(),
                severity=_SEVERITIES[one.severity],
                code=one.code,
                source="touchstone",
            )
        )
    return found


def vocabulary_at(line: str, column: int, language: str, reading: Reading) -> list[Location]:
    """Give the first line of a vocabulary that is named at a column, in this language and then in the other."""
    named = next((one[0] for one in _VOCABULARY.finditer(line) if one.start() <= column <= one.end()), "")
    shared = vocabulary_folder(next(iter(reading.paths.values())).parent)
    files = (f"{named}.{one}.feature" for one in dict.fromkeys((language, *LANGUAGES)))
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
    server = made(OpenFiles(Shelf(gazette / FOLDER)))
    with (
        os.fdopen(os.dup(sys.stdin.fileno()), "rb") as asked,
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answered,
        redirect_stdout(sys.stderr),  # what anything else writes is no message of the protocol
    ):
        server.start_io(asked, answered)


def made(files: OpenFiles) -> Server:
    """Make the server with all that it answers."""
    server = Server(files)
    _listen(server)
    _answer(server)
    return server


def _listen(server: Server) -> None:
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


def _answer(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["|", ";", ",", " "]))
    async def completion(params: types.CompletionParams) -> types.CompletionList:
        found = await server.named(params.text_document, params.position)
        if found is None:
            return types.CompletionList(is_incomplete=False, items=[])
        path, language, reading, _ = found
        codec = server.workspace.position_codec
        line = server.line(path, params.position)
        column = column_of(codec, line, params.position.character)
        place = Place(
            server.files.texts[path].split("\n"),
            params.position.line,
            column,
            lexicon(language),
            reading.names[language],
        )
        items = [
            types.CompletionItem(
                label=one.text,
                detail=one.kind,
                kind=_KINDS["…" in one.text],
                sort_text=f"{number:05}",
                insert_text_format=types.InsertTextFormat.Snippet,
                text_edit=types.TextEdit(span(codec, place.number, line, (one.begin, column)), as_snippet(one.text)),
            )
            for number, one in enumerate(proposals(place))
        ]
        return types.CompletionList(is_incomplete=True, items=items)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        found = await server.named(params.text_document, params.position)
        if found is None or not found[3]:
            return None
        _, language, reading, names = found
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told_of(reading, language, names)))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.Location]:
        found = await server.named(params.text_document, params.position)
        if found is None:
            return []
        path, language, reading, names = found
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

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        path = file_of(params.text_document.uri)
        language = language_of(path.name) if path is not None else None
        if path is None or language is None or path not in server.files.texts:
            return []
        text = server.files.texts[path]
        written = canonical(text, lexicon(language))
        if written == text:
            return []
        lines = text.split("\n")
        last = span(server.workspace.position_codec, len(lines) - 1, lines[-1], (0, len(lines[-1])))
        return [types.TextEdit(types.Range(types.Position(0, 0), last.end), written)]
