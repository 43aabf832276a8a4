"""Witness of a log (C2SP): cosignatures, and evidence of a fork.

A witness cosigns only checkpoints that extend its last one. After a fork it signs no checkpoint of that log until its
alarm file is removed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts import TouchstoneError, TrailError, message_factory
from service.base.durable_files import replace_file
from service.transparency.checkpoints import SignedNote, read_note
from service.transparency.log_signatures import cosign
from service.transparency.tree import is_consistent

if TYPE_CHECKING:
    from service.transparency.log_trust import LogTrust

_message = message_factory(__name__)


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
