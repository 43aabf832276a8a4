"""Trust file of a log: keys of logs and witnesses, time stamping authorities, and checks against them.

They are read from the same trust file as the people who approve rules.

A file that names no people is enough here: a buyer who checks a bundle has to know the log and its witnesses alone.
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

from rules.contracts import InputError, TrailError, Violation, message_factory
from service.approval.approval_trust import FIELD, read_trust_json, reporting_trust_faults
from service.approval.signing_keys import key_id
from service.transparency.checkpoints import Checkpoint, Signature, SignedNote, is_name
from service.transparency.log_signatures import cosignature_time, is_signed_by
from service.transparency.time_stamps import stamped_time

_say = message_factory(__name__)

_OID = re.compile(r"[0-2](\.(0|[1-9][0-9]{0,20})){1,30}\Z")


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class LogKey(_StrictModel):
    """A key of a log by its public half; a retired one signs nothing beyond so many entries."""

    public: str
    last_size: Annotated[int, Field(ge=0)] | None = None
    compromised: bool = False


class WitnessKey(_StrictModel):
    """A key of a witness by its public half, and the days (UTC) on which it signs; both ends are inside."""

    public: str
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class _Log(_StrictModel):
    keys: Annotated[list[LogKey], Field(min_length=1)]


class _Witness(_StrictModel):
    keys: Annotated[list[WitnessKey], Field(min_length=1)]


class _Authority(_StrictModel):
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
    """A time stamping authority: the certificates from which its own has to come, and the policies that count.

    Every policy counts if none is named.
    """

    certificates: tuple[Certificate, ...]
    policies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LogTrust:
    """What the file says of logs, witnesses and authorities; `names_people` if it says who approves, too."""

    logs: dict[str, _Log]
    witnesses: dict[str, _Witness]
    needed: int
    names_people: bool
    authorities: dict[str, TrustedAuthority] = field(default_factory=dict)
    stamps_needed: int = 0

    def stamped(self, token: bytes, checkpoint: Checkpoint) -> tuple[str, str]:
        """Give the trusted authority that stamped a checkpoint, and the time.

        Raises:
            TrailError: none did; if there is one alone, why its stamp does not hold.
        """
        doubts = []
        for name in self.authorities:
            try:
                return name, self.stamped_time(name, token, checkpoint)
            except TrailError as error:
                doubts.append(error)
        raise doubts[0] if len(doubts) == 1 else TrailError(_say("STAMPED_BY_NOBODY", known=sorted(self.authorities)))

    def stamped_time(self, authority: str, token: bytes, checkpoint: Checkpoint) -> str:
        """Give the time at which a trusted authority stamped a checkpoint.

        Raises:
            KeyError: it is not trusted.
            TrailError: the token is not one of it over this checkpoint; says why.
        """
        known = self.authorities[authority]
        return stamped_time(token, checkpoint, known.certificates, known.policies)

    def log_doubt(self, note: SignedNote) -> str | None:
        """Say why the log's signature of a checkpoint does not count; None if it does."""
        origin, size = note.checkpoint.origin, note.checkpoint.size
        log = self.logs.get(origin)
        if log is None:
            return _say("LOG_UNKNOWN", log=origin, known=sorted(self.logs))
        doubts = [self.key_doubt(key, size) for key in log.keys if is_signed_by(note, key.public)]
        if not doubts:
            return _say("NOT_SIGNED_BY_LOG", log=origin)
        return None if None in doubts else doubts[0]

    def key_named(self, origin: str, name: str) -> LogKey | None:
        """Find a key of a log by the name of its public half."""
        log = self.logs.get(origin)
        return next((key for key in log.keys if key_id(key.public) == name), None) if log is not None else None

    def key_doubt(self, key: LogKey, size: int) -> str | None:
        """Say why a key counts for nothing at a size of the log; None if it counts."""
        if key.compromised:
            return _say("LOG_KEY_COMPROMISED", key=key_id(key.public))
        if key.last_size is not None and size > key.last_size:
            return _say("LOG_KEY_RETIRED", key=key_id(key.public), last=key.last_size, size=size)
        return None

    def cosigned(self, note: SignedNote) -> dict[str, int]:
        """Give the trusted witnesses that cosigned a checkpoint, each with the second since 1970 at which it did."""
        times: dict[str, int] = {}
        for signature, time in self.cosignatures(note):
            times[signature.name] = min(time, times.get(signature.name, time))
        return times

    def cosignatures(self, note: SignedNote) -> Iterator[tuple[Signature, int]]:
        """Give the lines of a checkpoint that are signatures of trusted witnesses, each with its time."""
        for signature in note.signatures:
            for key in self.witnesses[signature.name].keys if signature.name in self.witnesses else ():
                time = cosignature_time(note.checkpoint, signature, key.public)
                if time is not None and _signs_then(key, time):
                    yield signature, time


def _signs_then(key: WitnessKey, seconds: int) -> bool:
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return False
    return not key.compromised and key.first_day <= day and (key.last_day is None or day <= key.last_day)


def read_log_trust(path: Path) -> LogTrust:
    """Read what a trust file says of logs, witnesses and time stamping authorities.

    Raises:
        InputError: it cannot be read or says something else; every problem is named by its place.
    """
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
    place = f"{FIELD}.time_stamp_authorities.{name}"
    if not is_name(name):
        raise InputError((Violation(place, _say("AUTHORITY_NAME"), "MALFORMED"),))
    if wrong := [policy for policy in authority.policies if not _OID.match(policy)]:
        raise InputError((Violation(f"{place}.policies", _say("POLICY_FORM", found=wrong[0][:80]), "MALFORMED"),))
    certificates = []
    for number, text in enumerate(authority.certificates):
        try:
            certificates.append(load_der_x509_certificate(base64.b64decode(text, validate=True)))
        except ValueError:
            message = _say("CERTIFICATE_FORM")
            raise InputError((Violation(f"{place}.certificates.{number}", message, "MALFORMED"),)) from None
    return TrustedAuthority(tuple(certificates), frozenset(authority.policies))


def _check_keys(field: str, keys: list[str]) -> None:
    for place, public in enumerate(keys):
        try:
            key_id(public)
        except ValueError:
            raise InputError((Violation(f"{field}.keys.{place}.public", _say("PUBLIC_FORM"), "MALFORMED"),)) from None
