"""To which endpoints are events sent, and how are they signed? Read from the operator's file."""

from __future__ import annotations

import base64
import binascii
import re
import ssl
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.base.addresses import is_safe
from service.base.names import parse_organization
from service.reading.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

_say = speaker(__name__)

_FIELD = "TOUCHSTONE_EVENTS"
_LARGEST = 1024 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
_KNOWN = frozenset({"url", "secret_file", "organization", "attempts", "first_delay_milliseconds", "ca_file"})
_PREFIX = "whsec_"
_SECRET_BYTES = range(24, 65)
"""What Standard Webhooks allows."""
_MOST_ENDPOINTS = 32
_ATTEMPTS = range(1, 101)
_DELAYS = range(1, 3_600_001)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where events are sent: those of one organisation, named by its id, or all.

    An event is tried so many times, with a delay that begins with so many milliseconds and doubles. Each of the secrets
    signs, so that one can be replaced. Its certificate must come from an authority of `ca_file`, if that is given, or
    else from one that this machine trusts.
    """

    name: str
    url: str
    secrets: tuple[bytes, ...] = field(repr=False)
    organization: str | None = None
    attempts: int = 16
    first_delay_milliseconds: int = 1_000
    ca_file: Path | None = None


def read_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """Read the file: a table for each endpoint, with `url`, `secret_file` and what else an Endpoint has.

    Raises:
        InputError: it, or the file of a secret, cannot be read or says something else; every problem is named.
    """
    try:
        tables = tomllib.loads(read_file(path, most=_LARGEST).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        said = _say("FILE_UNREADABLE", path=path, problem=words_of(error))
        raise InputError((Violation(_FIELD, said, "MALFORMED"),)) from None
    violations: list[Violation] = []
    if not 1 <= len(tables) <= _MOST_ENDPOINTS:
        violations.append(Violation(_FIELD, _say("NO_ENDPOINTS", path=path, most=_MOST_ENDPOINTS), "REQUIRED"))
    found = [_endpoint(name, table, path.parent, violations) for name, table in tables.items()]
    if violations:
        raise InputError(tuple(violations))
    return tuple(one for one in found if one is not None)


def _endpoint(name: str, table: Any, folder: Path, violations: list[Violation]) -> Endpoint | None:
    place = f"{_FIELD}[{name[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _KNOWN or not _NAME.match(name):
        violations.append(Violation(place, _say("ENDPOINT_TABLE", known=sorted(_KNOWN)), "MALFORMED"))
        return None
    before = len(violations)
    url = table.get("url")
    if not isinstance(url, str) or not _is_endpoint(url):
        violations.append(Violation(f"{place}.url", _say("URL_FORM"), "UNSAFE"))
    organization = None
    if "organization" in table:
        try:
            organization = parse_organization(str(table["organization"]), field=f"{place}.organization")
        except InputError as error:
            violations.extend(error.violations)
    numbers = {}
    for key, allowed in (("attempts", _ATTEMPTS), ("first_delay_milliseconds", _DELAYS)):
        if key in table and (type(table[key]) is not int or table[key] not in allowed):
            said = _say("NUMBER_FORM", least=allowed[0], most=allowed[-1])
            violations.append(Violation(f"{place}.{key}", said, "WRONG_VALUE"))
        elif key in table:
            numbers[key] = table[key]
    secrets = _secrets(table.get("secret_file"), folder, f"{place}.secret_file", violations)
    ca_file = _authorities(table["ca_file"], folder, f"{place}.ca_file", violations) if "ca_file" in table else None
    if len(violations) > before:
        return None
    return Endpoint(name, str(url), tuple(secrets), organization, **numbers, ca_file=ca_file)


def _is_endpoint(url: str) -> bool:
    """Say whether what is sent there reaches nobody else; a password would stand in lists of endpoints."""
    try:
        parts = urlsplit(url)
        return is_safe(url) and parts.port != 0 and parts.username is None and not parts.fragment and url.isascii()
    except ValueError:
        return False


def _authorities(given: Any, folder: Path, place: str, violations: list[Violation]) -> Path | None:
    """Give the file of authorities, if it can be used."""
    try:
        path: Path = folder / given
        ssl.create_default_context(cafile=path)
    except (OSError, TypeError) as error:  # of TLS, too
        said = _say("AUTHORITIES_UNUSABLE", path=str(given)[:200], problem=words_of(error))
        violations.append(Violation(place, said, "MALFORMED"))
        return None
    return path


def _secrets(given: Any, folder: Path, place: str, violations: list[Violation]) -> Sequence[bytes]:
    """Read the secrets, one on each line; what stands in the file is never repeated."""
    if not isinstance(given, str) or not given:
        violations.append(Violation(place, _say("SECRET_NEEDED"), "REQUIRED"))
        return ()
    path = folder / given
    try:
        lines = path.read_text(encoding="ascii").split()
    except OSError as error:
        violations.append(Violation(place, _say("FILE_UNREADABLE", path=path, problem=words_of(error)), "MALFORMED"))
        return ()
    except ValueError:
        lines = []
    secrets = [_secret(line) for line in lines]
    if not secrets or not all(len(secret) in _SECRET_BYTES for secret in secrets):
        violations.append(Violation(place, _say("SECRET_FORM", path=path), "MALFORMED"))
    return secrets


def _secret(line: str) -> bytes:
    try:
        return base64.b64decode(line.removeprefix(_PREFIX), validate=True) if line.startswith(_PREFIX) else b""
    except binascii.Error:
        return b""
