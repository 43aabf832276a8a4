"""Gate of versions that arrive from feeds: all files of one activation become visible at once.

An activation writes `.receiving.json`, then the files it lists, and then renames it to `.received.json`. Readers hide
the files listed in `.receiving.json`. A call that began before the rename hides them until it ends.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson

from rules.contracts import TrailError, canonical_bytes, message_factory
from service.base.call_context import newest_states, pinned_states
from service.base.durable_files import locked_folder, replace_file, sync_path
from service.gazette.folder_changes import FileSignature, file_signature

_message = message_factory(__name__)

RECEIVING, RECEIVED = ".receiving.json", ".received.json"
_FORM = 1
_STORED_ACTIVATIONS = 16
"""Number of activations that running calls can hide."""
_FILE = re.compile(r"[a-z0-9-]{1,200}/[a-z0-9][a-z0-9._-]{0,249}\Z")


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """Version, repeal, approvals or table edition that a feed contains, with the digest of its files.

    `snapshot` is the number of the snapshot that added the item.
    """

    name: str
    digest: str
    arrived_time: str
    snapshot: int


@dataclass(frozen=True, slots=True)
class ReceivedSnapshot:
    """Content of a feed in its newest accepted snapshot."""

    snapshot: int
    items: tuple[ReceivedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Activation:
    """Files that one activation adds, relative to the gazette."""

    generation: int
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangelogEntry:
    """Entry of the changelog that arrived with a version."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class ReceivedState:
    """Content of all feeds after an activation; the last of `activations` is the newest."""

    feeds: Mapping[str, ReceivedSnapshot] = field(default_factory=dict)
    activations: tuple[Activation, ...] = ()
    entries: tuple[ChangelogEntry, ...] = ()
    """Entries of the newest activation, oldest first."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Repeals and approvals that gained signatures in the newest activation: their content, by file."""

    @property
    def generation(self) -> int:
        return self.activations[-1].generation if self.activations else 0

    def with_activation(
        self,
        feed: str,
        snapshot: ReceivedSnapshot,
        files: Sequence[str],
        entries: Sequence[ChangelogEntry] = (),
        replaced: Mapping[str, str] | None = None,
    ) -> ReceivedState:
        newest = Activation(self.generation + 1, tuple(files))
        activations = (*self.activations, newest)[-_STORED_ACTIVATIONS:]
        return ReceivedState({**self.feeds, feed: snapshot}, activations, tuple(entries), dict(replaced or {}))

    def files_after(self, generation: int) -> frozenset[str]:
        later = [activation for activation in self.activations if activation.generation > generation]
        return frozenset(file for activation in later for file in activation.files)


@dataclass(frozen=True, slots=True)
class _Gate:
    received: ReceivedState = field(default_factory=ReceivedState)
    receiving: frozenset[str] = frozenset()


_OPEN = _Gate()


class ReceivedGate:
    """Visible files of one gazette folder; methods raise TrailError for an invalid state file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._receiving, self._received = str(folder / RECEIVING), str(folder / RECEIVED)
        self._read: tuple[tuple[FileSignature, FileSignature], _Gate] = ((None, None), _OPEN)
        self._lock = threading.Lock()

    def pin(self) -> int:
        """Return the generation of the current call, which its first use sets."""
        return self._pinned(self._current())

    def hidden(self) -> frozenset[str]:
        """Return the files that the current call must not see, relative to the gazette.

        List a folder before this call, never after it: a file that an activation adds is then listed only if it is
        hidden here, or visible permanently.
        """
        gate = self._current()
        generation = self._pinned(gate)
        if generation >= gate.received.generation:
            return gate.receiving
        return gate.receiving | gate.received.files_after(generation)

    def replacement(self, file: str) -> bytes | None:
        """Return the newer content of a file that an activation has not replaced yet."""
        content = self._current().received.replaced.get(file)
        return None if content is None else content.encode()

    def hidden_in(self, folder: str) -> frozenset[str]:
        """Return the names of hidden files in a folder of the gazette."""
        hidden = self.hidden()
        if not hidden:
            return hidden
        return frozenset(file.partition("/")[2] for file in hidden if file.startswith(f"{folder}/"))

    def _pinned(self, gate: _Gate) -> int:
        newest, pinned = gate.received.generation, pinned_states()
        if pinned is None:
            return newest
        oldest = gate.received.activations[0].generation if gate.received.activations else 0
        generation = pinned.setdefault(str(self._folder), newest)
        return generation if oldest - 1 <= generation <= newest else newest

    def _current(self) -> _Gate:
        signatures = self._signatures()
        known, gate = self._read
        if known == signatures:
            return gate
        with self._lock:
            while True:
                gate = _Gate(read_received(self._folder), frozenset(_files_being_received(self._folder)))
                after = self._signatures()
                if after == signatures:
                    self._read = signatures, gate
                    return gate
                signatures = after

    def _signatures(self) -> tuple[FileSignature, FileSignature]:
        return file_signature(self._receiving), file_signature(self._received)


def read_received(folder: Path) -> ReceivedState:
    """Return the content of all feeds in a gazette; raise TrailError if its state file is invalid."""
    return _read_state(folder / RECEIVED) or ReceivedState()


def _files_being_received(folder: Path) -> Sequence[str]:
    receiving = _read_state(folder / RECEIVING)
    return receiving.activations[-1].files if receiving is not None and receiving.activations else ()


def _read_state(path: Path) -> ReceivedState | None:
    try:
        return _parse_state(orjson.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise TrailError(_message("RECEIVED_UNREADABLE", path=path)) from None


def _parse_state(document: Any) -> ReceivedState:
    if document["form"] != _FORM:
        raise ValueError(document["form"])
    feeds = {
        name: ReceivedSnapshot(feed["snapshot"], tuple(ReceivedItem(**item) for item in feed["items"]))
        for name, feed in document["feeds"].items()
    }
    activations = tuple(Activation(each["generation"], tuple(each["files"])) for each in document["activations"])
    replaced = {str(file): str(content) for file, content in document["replaced"].items()}
    for file in (*replaced, *(file for activation in activations for file in activation.files)):
        if not _FILE.match(file):
            raise ValueError(file)
    return ReceivedState(feeds, activations, tuple(ChangelogEntry(**entry) for entry in document["entries"]), replaced)


def _state_bytes(state: ReceivedState) -> bytes:
    return canonical_bytes(
        {
            "form": _FORM,
            "feeds": {name: asdict(feed) for name, feed in state.feeds.items()},
            "activations": [asdict(activation) for activation in state.activations],
            "entries": [asdict(entry) for entry in state.entries],
            "replaced": dict(state.replaced),
        }
    )


@contextmanager
def gazette_lock(folder: Path) -> Iterator[None]:
    """Lock the gazette folder, created if missing, against other publications and activations.

    Removes the files of an interrupted activation first, or replaces the files of a committed one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with locked_folder(folder):
        _roll_back(folder)
        write_replaced(folder)
        with newest_states():
            yield


def _roll_back(folder: Path) -> None:
    files = _files_being_received(folder)
    for file in files:
        path = folder / file
        for each in (path, path.with_name(f".{path.name}.part")):
            each.unlink(missing_ok=True)
    (folder / RECEIVING).unlink(missing_ok=True)
    (folder / f".{RECEIVING}.part").unlink(missing_ok=True)
    for parent in {(folder / file).parent for file in files}:
        with suppress(OSError):  # other files remain
            parent.rmdir()


def activate(folder: Path, next_state: ReceivedState, contents: Mapping[str, bytes]) -> None:
    """Add the files of a snapshot, and make all of them visible at once; the caller holds the lock.

    On an error, the gazette keeps its earlier content.

    Raises:
        OSError: If a file cannot be written.
    """
    try:
        replace_file(folder / RECEIVING, _state_bytes(next_state))
        sync_path(folder)
        for file, content in contents.items():
            path = folder / file
            path.parent.mkdir(exist_ok=True)
            replace_file(path, content, survive_power_loss=False)
        for file in contents:  # after all writes, because the file system then commits them together
            sync_path(folder / file)
        for parent in {(folder / file).parent for file in contents}:
            sync_path(parent)
        (folder / RECEIVING).replace(folder / RECEIVED)
    except OSError:
        _roll_back(folder)
        raise
    sync_path(folder)


def write_replaced(folder: Path) -> ReceivedState:
    """Write the files that the newest activation replaces, and return the state without them.

    The caller holds the lock. Repeating it after an interruption changes nothing.
    """
    state = read_received(folder)
    if state.replaced:
        for file, text in state.replaced.items():
            replace_file(folder / file, text.encode())
        state = replace(state, replaced={})
        write_received(folder, state)
    return state


def write_received(folder: Path, state: ReceivedState) -> None:
    """Replace the state of a gazette; the caller holds the lock."""
    replace_file(folder / RECEIVED, _state_bytes(state))
