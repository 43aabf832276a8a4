"""Handlers of the log commands: bundles, checkpoints, proofs, witness, time stamps and mirror.

A mirror is laid out as C2SP tlog-tiles says. Every entry is fetched, and the tree computed from them, so that a
checkpoint is written with what it stands for or not at all. Tiles of entries that are there are not fetched again.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.contracts import (
    InputError,
    TrailError,
    Violation,
    error_message,
    in_language,
    message_factory,
    wording_loader,
)
from rules.trail import MerkleInclusion
from service.approval.signing_keys import read_signing_key
from service.base.durable_files import replace_file
from service.input.given_files import FileRefusedError, read_file
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.output import RemoteError, print_error, write_output
from service.proofs.time_stamp_client import TimeStampAuthority
from service.proofs.witness import ForkError, Witness
from service.transparency.checkpoints import SignedNote, is_name, read_note
from service.transparency.leaves import EVALUATION, Leaf
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

words = wording_loader(__name__)
_say = message_factory(__name__)

_LARGEST = 64 * 1024
_LENGTH_BYTES = 2
_NO = CommandResult("", no=True)
Stubs = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class RemoteLog:
    """The log of a server, by the stub of LogService."""

    stub: Any

    @classmethod
    def of(cls, stubs: Stubs) -> RemoteLog:
        """Reach it."""
        return cls(stubs("log_service.LogService"))

    def checkpoint(self, *, stamped: bool = False) -> str:
        """Give the newest checkpoint, or the newest with a time stamp, as a signed note."""
        note: str = self.stub.GetCheckpoint(log_service_pb2.GetCheckpointRequest(time_stamped=stamped)).note
        return note

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of one size begins that of another."""
        request = log_service_pb2.GetConsistencyProofRequest(first_tree_size=first, second_tree_size=second)
        return tuple(self.stub.GetConsistencyProof(request).hashes)

    def entries(self, first: int, count: int) -> list[bytes]:
        """Give what stands in the tree from a position on, at most so many."""
        request = log_service_pb2.ListLogEntriesRequest(first_position=first, page_size=count)
        return list(self.stub.ListLogEntries(request).entries)

    def hand_over(self, note: str) -> None:
        """Hand a checkpoint over that was cosigned."""
        self.stub.CosignCheckpoint(log_service_pb2.CosignCheckpointRequest(note=note))


def write_bundle(answer: log_service_pb2.ProofBundle, out: Path, language: str) -> str:
    """Write a proof bundle, and say what was decided of its result."""
    content = answer.content
    with _writing("--out"):
        replace_file(out, content)
    if b'"decisions":' in content or b'"cases":' in content:
        print_error(words(language)["bundled_decided"].format(path=out))
    return str(words(language)["bundled"]).format(path=out, size=-(-len(content) // 1000))


def witness(  # noqa: PLR0913, PLR0917 -- one for each option
    name: str, key: Path, trust: Path, folder: Path, every: int, once: bool, language: str, stubs: Stubs
) -> CommandResult:
    """Cosign what continues, until told to stop; a server that cannot be reached is tried again."""
    if not is_name(name):
        raise InputError((Violation("--name", _say("WITNESS_NAME"), "MALFORMED"),))
    with _writing("--folder"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    watching = Witness(name, read_signing_key(key), folder, read_log_trust(trust))
    log, stopping = RemoteLog.of(stubs), threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        if not sys.stdout.isatty():
            signal.signal(signal.SIGHUP, signal.SIG_IGN)  # of whoever rotates logs
    while not stopping.is_set():
        try:
            note = watching.look(log, int(time.time()))
        except ForkError as error:
            print_error(in_language(error_message(error), language))
            return _NO
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
    """Show a checkpoint as a signed note."""
    return answer.note.rstrip("\n")


def verify_inclusion(evaluation: str, language: str, stubs: Stubs) -> CommandResult:
    """Check here that an evaluation stands in the log."""
    request = log_service_pb2.GetInclusionProofRequest(name=evaluation)
    proof = RemoteLog.of(stubs).stub.GetInclusionProof(request)
    leaf = Leaf(EVALUATION, evaluation, "", proof.leaf_json.encode())
    root_hash = MerkleInclusion(proof.position, proof.checkpoint.tree_size, tuple(proof.hashes)).root(leaf.hash)
    spoken = words(language)
    if root_hash != proof.checkpoint.root_hash or leaf.said.get("name") != evaluation:
        print_error(spoken["not_there"].format(position=proof.position))
        return _NO
    text = spoken["there"].format(position=proof.position, size=proof.checkpoint.tree_size)
    return CommandResult(f"{proof.leaf_json}\n{text}")


def verify_consistency(since: Path, language: str, stubs: Stubs) -> CommandResult:
    """Check here that the log only grew."""
    before, source = read_saved_checkpoint(since, "--since").checkpoint, RemoteLog.of(stubs)
    after = read_note(source.checkpoint()).checkpoint
    first, second, spoken = before.size, after.size, words(language)
    holds = before.origin == after.origin and first <= second
    if not holds or not is_consistent(first, second, (before.root, after.root), source.consistency(first, second)):
        print_error(spoken["forked"].format(first=first, second=second))
        return _NO
    return CommandResult(spoken["grew"].format(first=first, second=second))


def mirror_log(folder: Path, language: str, stubs: Stubs) -> CommandResult:
    """Write the log as static files."""
    source = RemoteLog.of(stubs)
    try:
        with _writing("FOLDER"):
            size = mirror(folder, source.checkpoint(), source.entries)
    except TrailError as error:
        print_error(in_language(error_message(error), language))
        return _NO
    return CommandResult(words(language)["mirrored"].format(size=size, folder=folder))


def stamped(authority: str, trust: Path, language: str, stubs: Stubs) -> CommandResult:
    """Have the newest checkpoint stamped, and hand the stamp over."""
    asked, trusted, source = (
        TimeStampAuthority(authority, field="--authority"),
        read_log_trust(trust),
        RemoteLog.of(stubs),
    )
    checkpoint = read_note(source.checkpoint()).checkpoint
    try:
        stamp = asked.stamp(checkpoint, trusted)
    except TrailError as error:
        print_error(in_language(error_message(error), language))
        return _NO
    source.stub.StampCheckpoint(log_service_pb2.StampCheckpointRequest(tree_size=stamp.size, token=stamp.token))
    slots = {"authority": stamp.authority, "size": stamp.size, "time": stamp.time}
    return CommandResult(words(language)["stamped"].format(log=checkpoint.origin, **slots))


def read_saved_checkpoint(path: Path, field: str) -> SignedNote:
    """Read a checkpoint that somebody kept in a file."""
    try:
        return read_note(read_file(path, most=_LARGEST).decode("utf-8"))
    except (OSError, FileRefusedError, UnicodeDecodeError, TrailError) as error:
        message = _say("NO_KEPT_CHECKPOINT", problem=error_message(error))
        raise InputError((Violation(field, message, "MALFORMED"),)) from None


@contextmanager
def _writing(field: str) -> Iterator[None]:
    """Name the field whose file or folder cannot be written."""
    try:
        yield
    except OSError as error:
        message = _say("UNWRITABLE", problem=error_message(error))
        raise InputError((Violation(field, message, "MALFORMED"),)) from None


def mirror(folder: Path, note_text: str, fetch: Callable[[int, int], list[bytes]]) -> int:
    """Write all that a checkpoint stands for into a folder; `fetch` gives so many entries from a position on."""
    size = read_note(note_text).checkpoint.size
    tiles: dict[tuple[int, int], bytes] = {}

    def read(level: int, number: int) -> bytes:
        return tiles.get((level, number), b"")

    for first in range(0, size, WIDTH):
        width = min(WIDTH, size - first)
        path = folder / tile_path("entries", first // WIDTH, width)
        entries = list(_read_entries(path)) if path.is_file() else _fetched(fetch, first, width)
        tiles.update(tiles_after_append(first, [leaf_hash(entry) for entry in entries], read))
        _write(path, entries_tile(entries))
    if root(TiledNodes(read), size) != read_note(note_text).checkpoint.root:
        raise TrailError(_say("MIRROR_DIFFERS", size=size))
    for (level, number), hashes in tiles.items():
        _write(folder / tile_path(level, number, len(hashes) // HASH_BYTES), hashes)
    _write(folder / "checkpoint", note_text.encode())
    return size


def _fetched(fetch: Callable[[int, int], list[bytes]], first: int, count: int) -> list[bytes]:
    entries: list[bytes] = []
    while len(entries) < count:
        page = fetch(first + len(entries), count - len(entries))
        if not page:
            raise TrailError(_say("ENTRIES_WANTING", position=first + len(entries)))
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
