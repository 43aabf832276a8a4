"""Trust file of a log: keys of logs and witnesses, time stamping authorities, and checks.

The same file may name rule approvers.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

from cryptography.x509 import Certificate, load_der_x509_certificate
from pydantic import BaseModel, ConfigDict, Field

from rules.contracts import InputError, TrailError, message_factory
from service.approval.approval_trust import FIELD, StrictModel, read_trust_json, reporting_trust_faults
from service.approval.signing_keys import key_id
from service.transparency.checkpoints import Checkpoint, Signature, SignedNote, is_name
from service.transparency.log_signatures import cosignature_time, is_signed_by
from service.transparency.time_stamps import stamped_time

_message = message_factory(__name__)

_OID = re.compile(r"[0-2](\.(0|[1-9][0-9]{0,20})){1,30}\Z")


class LogKey(StrictModel):
    """Log key; a retired key is valid up to `last_size` entries."""

    public: str
    last_size: Annotated[int, Field(ge=0)] | None = None
    compromised: bool = False


class WitnessKey(StrictModel):
    """Witness key, valid between two inclusive UTC days."""

    public: str
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class _Log(StrictModel):
    keys: Annotated[list[LogKey], Field(min_length=1)]


class _Witness(StrictModel):
    keys: Annotated[list[WitnessKey], Field(min_length=1)]


class _Authority(StrictModel):
    certificates: Annotated[list[str], Field(min_length=1, max_length=20)]
    policies: list[str] = []


class _LogTrustFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    people: dict[str, Any] = {}
    logs: dict[str, _Log] = {}
    witnesses: dict[str, _Witness] = {}
    witnesses_needed: Annotated[int, Field(ge=0, le=20)] = 0
    time_stamp_authorities: dict[str, _Authority] = {}
    time_stamps_needed: Annotated[int, Field(ge=0, le=20)] = 0


@dataclass(frozen=True, slots=True)
class TrustedAuthority:
    """Time stamping authority; without policies, every policy is accepted."""

    certificates: tuple[Certificate, ...]
    policies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LogTrust:
    """Logs, witnesses and authorities of a trust file."""

    logs: dict[str, _Log]
    witnesses: dict[str, _Witness]
    needed: int
    names_people: bool
    authorities: dict[str, TrustedAuthority] = field(default_factory=dict)
    stamps_needed: int = 0

    def stamped(self, token: bytes, checkpoint: Checkpoint) -> tuple[str, str]:
        doubts = []
        for name in self.authorities:
            try:
                return name, self.stamped_time(name, token, checkpoint)
            except TrailError as error:
                doubts.append(error)
        if len(doubts) == 1:
            raise doubts[0]
        raise TrailError(_message("STAMPED_BY_NOBODY", known=sorted(self.authorities)))

    def stamped_time(self, authority: str, token: bytes, checkpoint: Checkpoint) -> str:
        trusted = self.authorities[authority]
        return stamped_time(token, checkpoint, trusted.certificates, trusted.policies)

    def log_doubt(self, note: SignedNote) -> str | None:
        origin, size = note.checkpoint.origin, note.checkpoint.size
        if all(signature.name != origin for signature in note.signatures):
            return _message("LOG_NOT_SIGNED", log=origin)
        log = self.logs.get(origin)
        if log is None:
            return _message("LOG_UNKNOWN", log=origin, known=sorted(self.logs))
        doubts = [self.key_doubt(key, size) for key in log.keys if is_signed_by(note, key.public)]
        if not doubts:
            return _message("NOT_SIGNED_BY_LOG", log=origin)
        return None if None in doubts else doubts[0]

    def has_key(self, public: str) -> bool:
        """Return whether a public key belongs to a listed log, so that it may sign no log of another name."""
        return any(key.public == public for log in self.logs.values() for key in log.keys)

    def key_named(self, origin: str, name: str) -> LogKey | None:
        log = self.logs.get(origin)
        return next((key for key in log.keys if key_id(key.public) == name), None) if log is not None else None

    def key_doubt(self, key: LogKey, size: int) -> str | None:
        if key.compromised:
            return _message("LOG_KEY_COMPROMISED", key=key_id(key.public))
        if key.last_size is not None and size > key.last_size:
            return _message("LOG_KEY_RETIRED", key=key_id(key.public), last=key.last_size, size=size)
        return None

    def cosigned(self, note: SignedNote) -> dict[str, int]:
        """Return trusted witnesses with their first cosigning time, in seconds since 1970."""
        times: dict[str, int] = {}
        for signature, time in self.cosignatures(note):
            times[signature.name] = min(time, times.get(signature.name, time))
        return times

    def cosignatures(self, note: SignedNote) -> Iterator[tuple[Signature, int]]:
        for signature in note.signatures:
            for key in self.witnesses[signature.name].keys if signature.name in self.witnesses else ():
                time = cosignature_time(note.checkpoint, signature, key.public)
                if time is not None and _is_valid_at(key, time):
                    yield signature, time


def _is_valid_at(key: WitnessKey, seconds: int) -> bool:
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return False
    return not key.compromised and key.first_day <= day and (key.last_day is None or day <= key.last_day)


def read_log_trust(path: Path) -> LogTrust:
    """Read a trust file; raise InputError with the location of every problem."""
    with reporting_trust_faults(path):
        file = _LogTrustFile.model_validate(read_trust_json(path))
    for name, log in file.logs.items():
        _check_keys(f"{FIELD}.logs.{name}", [key.public for key in log.keys])
    for name, witness in file.witnesses.items():
        _check_keys(f"{FIELD}.witnesses.{name}", [key.public for key in witness.keys])
    return LogTrust(
        dict(file.logs),
        dict(file.witnesses),
        file.witnesses_needed,
        bool(file.people),
        {name: _authority(name, authority) for name, authority in file.time_stamp_authorities.items()},
        file.time_stamps_needed,
    )


def _authority(name: str, authority: _Authority) -> TrustedAuthority:
    location = f"{FIELD}.time_stamp_authorities.{name}"
    if not is_name(name):
        raise InputError.of(location, _message("AUTHORITY_NAME"), "MALFORMED")
    if invalid := [policy for policy in authority.policies if not _OID.match(policy)]:
        raise InputError.of(f"{location}.policies", _message("POLICY_FORM", found=invalid[0][:80]), "MALFORMED")
    certificates = []
    for number, text in enumerate(authority.certificates):
        try:
            certificates.append(load_der_x509_certificate(base64.b64decode(text, validate=True)))
        except ValueError:
            message = _message("CERTIFICATE_FORM")
            raise InputError.of(f"{location}.certificates.{number}", message, "MALFORMED") from None
    return TrustedAuthority(tuple(certificates), frozenset(authority.policies))


def _check_keys(field: str, keys: list[str]) -> None:
    for index, public in enumerate(keys):
        try:
            key_id(public)
        except ValueError:
            raise InputError.of(f"{field}.keys.{index}.public", _message("PUBLIC_FORM"), "MALFORMED") from None
