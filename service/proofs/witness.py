"""Witness of a log (C2SP): consistency check, cosignature, and evidence of a fork.

A witness remembers the newest checkpoint that it cosigned, and cosigns a later one if that is proved to continue it,
however long it was away. Of what does not continue it keeps both as evidence, and signs nothing of that log any more
until a person has looked.
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

_say = message_factory(__name__)


class LogSource(Protocol):
    """A log as a witness sees it."""

    def checkpoint(self) -> str:
        """Give the newest checkpoint as a signed note."""

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of one size begins that of another."""

    def hand_over(self, note: str) -> None:
        """Take a checkpoint that was cosigned."""


class ForkError(TouchstoneError):
    """A log shows a history that does not continue the one that was cosigned; where the evidence lies is said."""


@dataclass(frozen=True)
class Witness:
    """Whoever cosigns: its name and key, the folder of what it remembers, and which logs it knows by which keys."""

    name: str
    key: Ed25519PrivateKey
    folder: Path
    trust: LogTrust

    def look(self, log: LogSource, seconds: int) -> SignedNote:
        """Look at a log at a second since 1970, and cosign what it shows; the answer is what was cosigned."""
        note = read_note(log.checkpoint())
        doubt = self.trust.log_doubt(note)
        if doubt is not None:
            raise TrailError(doubt)
        alarm = self._file(note, "alarm")
        if alarm.exists():
            raise ForkError(_say("ALARMED", log=note.checkpoint.origin, path=alarm))
        known = self._last_checkpoint(note)
        if known is not None and not self._continues(log, known, note):
            replace_file(alarm, f"{known.text}\n{note.text}".encode())
            slots = {"known": known.checkpoint.size, "size": note.checkpoint.size}
            raise ForkError(_say("FORKED", log=note.checkpoint.origin, path=alarm, **slots))
        cosigned = note.with_signature(cosign(note.checkpoint, self.name, self.key, seconds))
        replace_file(self._file(note, "checkpoint"), cosigned.text.encode())  # before anybody sees it
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

    def _file(self, note: SignedNote, what: str) -> Path:
        """Give a file of what is remembered of one log."""
        return self.folder / f"{sha256(note.checkpoint.origin.encode()).hexdigest()[:16]}.{what}"
