"""Handlers of the log commands.

A mirror has the C2SP tlog-tiles layout. Its tree is computed from all entries, so its checkpoint always matches. A
witness cosigns only checkpoints that extend its last one. After a fork it signs no checkpoint of that log until its
alarm file is removed.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rules.contracts import (
    InputError,
    TouchstoneError,
    TrailError,
    error_message,
    in_language,
    message_factory,
    wording_loader,
)
from rules.trail import MerkleInclusion
from service.approval.signing_keys import read_signing_key
from service.base.durable_files import replace_file
from service.input.given_files import FileRefusedError, read_text_file
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.output import RemoteError
from service.output.terminal.streams import print_error, write_output
from service.proofs.time_stamp_client import TimeStampAuthority
from service.transparency.checkpoints import SignedNote, is_name, read_note
from service.transparency.leaves import EVALUATION, Leaf
from service.transparency.log_signatures import cosign
from service.transparency.log_trust import read_log_trust
from service.transparency.tree import (
    HASH_BYTES,
    WIDTH,
    TiledNodes,
    entries_tile,
    is_consistent,
    leaf_hash,
    root,
    tile_path,
    tiles_after_append,
)
from touchstone.v1 import log_service_pb2

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from service.transparency.log_trust import LogTrust

words = wording_loader(__name__)
_message = message_factory(__name__)
_MAXIMUM_NOTE_BYTES = 64 * 1024
_LENGTH_BYTES = 2
_NEGATIVE_RESULT = CommandResult("", no=True)
Stubs = Callable[[str], Any]


class LogSource(Protocol):
    """Access of a witness to a log."""

    def checkpoint(self) -> str:
        """Return the newest checkpoint as a signed note."""

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        """Return the consistency proof between two tree sizes."""

    def hand_over(self, note: str) -> None:
        """Submit a cosigned checkpoint."""


class ForkError(TouchstoneError):
    """Fork of a log; the message names the evidence file."""


@dataclass(frozen=True)
class Witness:
    """A witness: name, key, data folder and trusted logs."""

    name: str
    key: Ed25519PrivateKey
    folder: Path
    trust: LogTrust

    def look(self, log: LogSource, seconds: int) -> SignedNote:
        """Cosign the newest checkpoint at a Unix time, and return it."""
        note = read_note(log.checkpoint())
        problem = self.trust.log_doubt(note)
        if problem is not None:
            raise TrailError(problem)
        alarm = self._file(note, "alarm")
        if alarm.exists():
            raise ForkError(_message("ALARMED", log=note.checkpoint.origin, path=alarm))
        known = self._last_checkpoint(note)
        if known is not None and not self._continues(log, known, note):
            replace_file(alarm, f"{known.text}\n{note.text}".encode())
            slots = {"known": known.checkpoint.size, "size": note.checkpoint.size}
            raise ForkError(_message("FORKED", log=note.checkpoint.origin, path=alarm, **slots))
        cosigned = note.with_signature(cosign(note.checkpoint, self.name, self.key, seconds))
        replace_file(self._file(note, "checkpoint"), cosigned.text.encode())  # stored before it is published
        log.hand_over(cosigned.text)
        return cosigned

    def _continues(self, log: LogSource, known: SignedNote, note: SignedNote) -> bool:
        first, second = known.checkpoint.size, note.checkpoint.size
        if first > second:
            return False
        roots = known.checkpoint.root, note.checkpoint.root
        if first == second:
            return roots[0] == roots[1]
        return is_consistent(first, second, roots, log.consistency(first, second))

    def _last_checkpoint(self, note: SignedNote) -> SignedNote | None:
        file = self._file(note, "checkpoint")
        return read_note(file.read_text("utf-8")) if file.exists() else None

    def _file(self, note: SignedNote, suffix: str) -> Path:
        return self.folder / f"{sha256(note.checkpoint.origin.encode()).hexdigest()[:16]}.{suffix}"


@dataclass(frozen=True, slots=True)
class RemoteLog:
    """Log of a server."""

    stub: Any

    @classmethod
    def of(cls, stubs: Stubs) -> RemoteLog:
        return cls(stubs("log_service.LogService"))

    def checkpoint(self, *, stamped: bool = False) -> str:
        note: str = self.stub.GetCheckpoint(log_service_pb2.GetCheckpointRequest(time_stamped=stamped)).note
        return note

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        request = log_service_pb2.GetConsistencyProofRequest(first_tree_size=first, second_tree_size=second)
        return tuple(self.stub.GetConsistencyProof(request).hashes)

    def entries(self, first: int, count: int) -> list[bytes]:
        request = log_service_pb2.ListLogEntriesRequest(first_position=first, page_size=count)
        return list(self.stub.ListLogEntries(request).entries)

    def hand_over(self, note: str) -> None:
        self.stub.CosignCheckpoint(log_service_pb2.CosignCheckpointRequest(note=note))


def write_bundle(answer: log_service_pb2.ProofBundle, out: Path, language: str) -> str:
    """Write a proof bundle; warn if it contains decisions, or is not signed by the log."""
    content = answer.content
    with _reporting_write_errors("--out"):
        replace_file(out, content)
    if b'"decisions":' in content or b'"cases":' in content:
        print_error(words(language)["bundled_decided"].format(path=out))
    template = "bundled" if b'"signature":' in content else "bundled_unsigned"
    return str(words(language)[template]).format(path=out, size=-(-len(content) // 1000))


def witness(  # noqa: PLR0913, PLR0917 -- one parameter per option
    name: str, key: Path, trust: Path, folder: Path, every: int, once: bool, language: str, stubs: Stubs
) -> CommandResult:
    """Cosign consistent checkpoints until interrupted or the log forks. Retry errors unless `once`."""
    if not is_name(name):
        raise InputError.of("--name", _message("WITNESS_NAME"), "MALFORMED")
    with _reporting_write_errors("--folder"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    watching = Witness(name, read_signing_key(key), folder, read_log_trust(trust))
    log, stopping = RemoteLog.of(stubs), threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        if not sys.stdout.isatty():
            signal.signal(signal.SIGHUP, signal.SIG_IGN)  # log rotation sends it
    while not stopping.is_set():
        try:
            note = watching.look(log, int(time.time()))
        except ForkError as error:
            print_error(in_language(error_message(error), language))
            return _NEGATIVE_RESULT
        except (RemoteError, TrailError) as error:
            if once:
                raise
            print_error(in_language(error_message(error), language))
        else:
            write_output(words(language)["cosigned"].format(log=note.checkpoint.origin, size=note.checkpoint.size))
        if once:
            break
        stopping.wait(every)
    return CommandResult("")


def checkpoint_text(answer: log_service_pb2.Checkpoint) -> str:
    """Return a checkpoint as a signed note."""
    return answer.note.rstrip("\n")


def verify_inclusion(evaluation: str, language: str, stubs: Stubs) -> CommandResult:
    """Verify that the log includes an evaluation."""
    request = log_service_pb2.GetInclusionProofRequest(name=evaluation)
    proof = RemoteLog.of(stubs).stub.GetInclusionProof(request)
    leaf = Leaf(EVALUATION, evaluation, "", proof.leaf_json.encode())
    root_hash = MerkleInclusion(proof.position, proof.checkpoint.tree_size, tuple(proof.hashes)).root(leaf.hash)
    templates = words(language)
    if root_hash != proof.checkpoint.root_hash or leaf.content.get("name") != evaluation:
        print_error(templates["not_there"].format(position=proof.position))
        return _NEGATIVE_RESULT
    text = templates["there"].format(position=proof.position, size=proof.checkpoint.tree_size)
    return CommandResult(f"{proof.leaf_json}\n{text}")


def verify_consistency(since: Path, language: str, stubs: Stubs) -> CommandResult:
    """Verify that the log extends a saved checkpoint."""
    before, source = read_saved_checkpoint(since, "--since").checkpoint, RemoteLog.of(stubs)
    after = read_note(source.checkpoint()).checkpoint
    first, second, templates = before.size, after.size, words(language)
    comparable = before.origin == after.origin and first <= second
    if not comparable or not is_consistent(first, second, (before.root, after.root), source.consistency(first, second)):
        print_error(templates["forked"].format(first=first, second=second))
        return _NEGATIVE_RESULT
    return CommandResult(templates["grew"].format(first=first, second=second))


def mirror_log(folder: Path, language: str, stubs: Stubs) -> CommandResult:
    """Mirror the log to static files."""
    source = RemoteLog.of(stubs)
    try:
        with _reporting_write_errors("FOLDER"):
            size = mirror(folder, source.checkpoint(), source.entries)
    except TrailError as error:
        print_error(in_language(error_message(error), language))
        return _NEGATIVE_RESULT
    return CommandResult(words(language)["mirrored"].format(size=size, folder=folder))


def stamped(authority: str, trust: Path, language: str, stubs: Stubs) -> CommandResult:
    """Submit a time stamp for the newest checkpoint."""
    client, trusted, source = (
        TimeStampAuthority(authority, field="--authority"),
        read_log_trust(trust),
        RemoteLog.of(stubs),
    )
    checkpoint = read_note(source.checkpoint()).checkpoint
    try:
        stamp = client.stamp(checkpoint, trusted)
    except TrailError as error:
        print_error(in_language(error_message(error), language))
        return _NEGATIVE_RESULT
    source.stub.StampCheckpoint(log_service_pb2.StampCheckpointRequest(tree_size=stamp.size, token=stamp.token))
    slots = {"authority": stamp.authority, "size": stamp.size, "time": stamp.time}
    return CommandResult(words(language)["stamped"].format(log=checkpoint.origin, **slots))


def read_saved_checkpoint(path: Path, field: str) -> SignedNote:
    """Read a saved checkpoint, or raise InputError for `field`."""
    try:
        return read_note(read_text_file(path, most=_MAXIMUM_NOTE_BYTES, allowed="C2SP tlog-checkpoint").decode("utf-8"))
    except (OSError, FileRefusedError, UnicodeDecodeError, TrailError) as error:
        raise InputError.of(field, _message("NO_KEPT_CHECKPOINT", problem=error_message(error)), "MALFORMED") from None


@contextmanager
def _reporting_write_errors(field: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError.of(field, _message("UNWRITABLE", problem=error_message(error)), "MALFORMED") from None


def mirror(folder: Path, note_text: str, fetch: Callable[[int, int], list[bytes]]) -> int:
    """Mirror a log into a folder and return the tree size.

    Raises:
        TrailError: If the entries do not match the checkpoint.
    """
    size = read_note(note_text).checkpoint.size
    tiles: dict[tuple[int, int], bytes] = {}

    def read(level: int, number: int) -> bytes:
        return tiles.get((level, number), b"")

    for first in range(0, size, WIDTH):
        width = min(WIDTH, size - first)
        path = folder / tile_path("entries", first // WIDTH, width)
        entries = list(_read_entries(path)) if path.is_file() else _fetch_entries(fetch, first, width)
        tiles.update(tiles_after_append(first, [leaf_hash(entry) for entry in entries], read))
        _write(path, entries_tile(entries))
    if root(TiledNodes(read), size) != read_note(note_text).checkpoint.root:
        raise TrailError(_message("MIRROR_DIFFERS", size=size))
    for (level, number), hashes in tiles.items():
        _write(folder / tile_path(level, number, len(hashes) // HASH_BYTES), hashes)
    _write(folder / "checkpoint", note_text.encode())
    return size


def _fetch_entries(fetch: Callable[[int, int], list[bytes]], first: int, count: int) -> list[bytes]:
    entries: list[bytes] = []
    while len(entries) < count:
        page = fetch(first + len(entries), count - len(entries))
        if not page:
            raise TrailError(_message("ENTRIES_WANTING", position=first + len(entries)))
        entries += page
    return entries


def _read_entries(path: Path) -> Iterator[bytes]:
    content = path.read_bytes()
    while content:
        end = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES])
        yield content[_LENGTH_BYTES:end]
        content = content[end:]


def _write(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content, survive_power_loss=False)
