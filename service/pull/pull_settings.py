"""Configuration of scheduled pulls: reads the file named by `TOUCHSTONE_PULLS`."""

from __future__ import annotations

import re
import ssl
import tomllib
from dataclasses import dataclass, field
from datetime import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from rules.contracts import (
    InputError,
    Violation,
    canonical_bytes,
    did_you_mean_or_known,
    error_message,
    message_factory,
)
from service.base.extras import require_extra
from service.base.resource_names import ID_PATTERN
from service.base.secure_urls import is_safe
from service.input.given_files import FileRefusedError, read_text_file
from service.pull.schedule import Schedule, read_interval, read_zone

if TYPE_CHECKING:
    from collections.abc import Callable

_message = message_factory(__name__)

FIELD = "TOUCHSTONE_PULLS"
MOST_BYTES = 20_000_000
"""Limit of the readers of spreadsheets and dossier files."""
_MAX_FILE_BYTES = 1024 * 1024
_MAX_SECRET_BYTES = 16 * 1024
_MAX_PULLS = 100
_SECONDS = range(1, 601)
_DEFAULT_SECONDS = 60
_KEYS = (
    "url", "organization", "case", "item", "batch", "subject", "mapping", "interval", "time_of_day", "time_zone",
    "secret_file", "ca_file", "host_key", "maximum_bytes", "maximum_seconds",
)  # fmt: skip
_EXTRAS = {"sftp": "pull", "s3": "s3"}
_SCHEMES = ("https", "http", *_EXTRAS)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
_ID = re.compile(rf"{ID_PATTERN}\Z")
_ITEM = re.compile(r"surveillances/[1-9][0-9]{0,5}\Z")
_SUBJECT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}\Z")
_TIME_OF_DAY = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_HOST_KEY = re.compile(r"(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/]{32,1400}={0,3}\Z")
_USER = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
_CREDENTIALS = re.compile(r"[\x21-\x39\x3b-\x7e]{1,255}:[\x20-\x7e]{1,1024}\Z")
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{1,4096}=*\Z")


@dataclass(frozen=True, slots=True)
class PullSource:
    """File that this server fetches by a schedule.

    Either `case` or `batch` is set: a case id, or the scorecard of the evaluations. `item` is a surveillance of the
    case. Without `mapping`, the file is a dossier file. `secret` is user and password or a token for HTTPS, and a
    password or private key for SFTP.
    """

    name: str
    url: str
    organization: str
    schedule: Schedule
    case: str = ""
    item: str = ""
    batch: str = ""
    subject: str = ""
    mapping: str = ""
    host_key: str = ""
    ca_file: Path | None = None
    secret: str = field(default="", repr=False)
    maximum_bytes: int = MOST_BYTES
    maximum_seconds: int = _DEFAULT_SECONDS

    @property
    def parent(self) -> str:
        return f"organizations/{self.organization}"

    @property
    def resource(self) -> str:
        return f"{self.parent}/pulls/{self.name}"

    @property
    def mapping_name(self) -> str:
        return f"{self.parent}/mappings/{self.mapping}" if self.mapping else ""

    @property
    def scheme(self) -> str:
        return urlsplit(self.url).scheme

    @property
    def shown_url(self) -> str:
        """The URL without user, password and query."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    @property
    def file_name(self) -> str:
        return unquote(urlsplit(self.url).path).rpartition("/")[2]

    @property
    def target(self) -> str:
        """The case, its surveillance, or the scorecard of a batch."""
        case = "/".join(filter(None, (f"{self.parent}/cases/{self.case}", self.item)))
        return case if self.case else f"scorecards/{self.batch}"

    @property
    def selection(self) -> str:
        """A digest of the location and target; after a change, the file is taken again."""
        parts = [self.url, self.target, self.subject, self.mapping]
        return sha256(canonical_bytes(parts)).hexdigest()


def read_pulls(path: Path) -> tuple[PullSource, ...]:
    """Read the file of scheduled pulls, one table for each.

    Raises:
        InputError: If the file is invalid or a package is missing, with all problems; errors never contain secrets.
    """
    try:
        document = tomllib.loads(read_text_file(path, most=_MAX_FILE_BYTES, allowed="TOML").decode())
    except (OSError, ValueError, FileRefusedError) as error:
        message = _message("PULL_UNREADABLE", path=path, problem=error_message(error))
        raise InputError.of(FIELD, message, "MALFORMED") from None
    violations: list[Violation] = [
        Violation(f"{FIELD}.{key[:80]}", _message("PULL_TOP_KEY"), "UNKNOWN") for key in document if key != "pulls"
    ]
    tables = document.get("pulls")
    if not isinstance(tables, dict) or not 1 <= len(tables) <= _MAX_PULLS:
        violations.append(Violation(FIELD, _message("PULL_NONE", path=path, most=_MAX_PULLS), "REQUIRED"))
        raise InputError(tuple(violations))
    sources = [_SourceReader(name, table, path.parent, violations).read() for name, table in tables.items()]
    if violations:
        raise InputError(tuple(violations))
    read = tuple(source for source in sources if source is not None)
    for scheme in sorted({source.scheme for source in read} & _EXTRAS.keys()):
        require_extra(_EXTRAS[scheme])
    return read


class _SourceReader:
    """Reader of one table; adds its problems to the violations."""

    def __init__(self, name: str, table: Any, folder: Path, violations: list[Violation]) -> None:
        self._name, self._table, self._folder, self._violations = name, table, folder, violations
        self._location = f"{FIELD}.pulls.{name[:80]}"

    def read(self) -> PullSource | None:
        before = len(self._violations)
        if not _NAME.match(self._name):
            self._violations.append(Violation(self._location, _message("PULL_NAME"), "MALFORMED"))
        if not isinstance(self._table, dict):
            self._violations.append(Violation(self._location, _message("PULL_TABLE"), "MALFORMED"))
            return None
        for key in self._table:
            if key not in _KEYS:
                self._report(key[:80], "UNKNOWN", "PULL_KEY", hint=did_you_mean_or_known(key, list(_KEYS)))
        self._check_required()
        url = self._text("url", _is_source_url, "PULL_URL", is_secret=True)
        scheme = urlsplit(url).scheme if url else ""
        source = PullSource(
            self._name,
            url,
            self._text("organization", _ID.match, "PULL_ID"),
            self._schedule(),
            case=self._text("case", _ID.match, "PULL_ID"),
            item=self._text("item", _ITEM.match, "PULL_ITEM"),
            batch=self._text("batch", _ID.match, "PULL_ID"),
            subject=self._text("subject", _SUBJECT.match, "PULL_ID"),
            mapping=self._text("mapping", _NAME.match, "PULL_ID"),
            host_key=self._text("host_key", _HOST_KEY.match, "PULL_HOST_KEY"),
            ca_file=self._authorities(scheme),
            secret=self._secret(scheme),
            maximum_bytes=self._number("maximum_bytes", range(1, MOST_BYTES + 1), MOST_BYTES),
            maximum_seconds=self._number("maximum_seconds", _SECONDS, _DEFAULT_SECONDS),
        )
        if url:
            self._check_scheme(scheme)
        return source if len(self._violations) == before else None

    def _check_required(self) -> None:
        for key in ("url", "organization"):
            if key not in self._table:
                self._report(key, "REQUIRED", "PULL_REQUIRED")
        if ("case" in self._table) == ("batch" in self._table):
            self._report("case", "REQUIRED", "PULL_TARGET")
        if "item" in self._table and "case" not in self._table:
            self._report("item", "NOT_WANTED", "PULL_ONLY_CASE")
        if "subject" in self._table and "batch" not in self._table:
            self._report("subject", "NOT_WANTED", "PULL_ONLY_BATCH")
        if "batch" in self._table and not {"mapping", "subject"} & self._table.keys():
            self._report("subject", "REQUIRED", "PULL_SUBJECT")

    def _check_scheme(self, scheme: str) -> None:
        if scheme == "sftp":
            for key, code in (("host_key", "PULL_HOST_KEY"), ("secret_file", "PULL_SECRET_NEEDED")):
                if key not in self._table:
                    self._report(key, "REQUIRED", code, found="-")
        allowed = {"https": "ca_file secret_file", "http": "secret_file", "sftp": "host_key secret_file"}
        for key in ("host_key", "ca_file", "secret_file"):
            if key in self._table and key not in allowed.get(scheme, "").split():
                self._report(key, "NOT_WANTED", "PULL_OTHER_SCHEME", scheme=scheme)

    def _report(self, key: str, reason: str, code: str, **slots: object) -> None:
        self._violations.append(Violation(f"{self._location}.{key}", _message(code, **slots), reason))

    def _text(self, key: str, is_valid: Callable[[str], object], code: str, *, is_secret: bool = False) -> str:
        value = self._table.get(key, "")
        if key in self._table and (not isinstance(value, str) or not value or not is_valid(value)):
            self._report(key, "WRONG_VALUE", code, found="…" if is_secret else str(value)[:80])
            return ""
        return str(value)

    def _number(self, key: str, allowed: range, default: int) -> int:
        value = self._table.get(key, default)
        if type(value) is not int or value not in allowed:
            self._report(key, "WRONG_VALUE", "PULL_NUMBER", least=allowed[0], most=allowed[-1])
            return default
        return value

    def _schedule(self) -> Schedule:
        if ("interval" in self._table) == ("time_of_day" in self._table):
            self._report("interval", "REQUIRED", "PULL_SCHEDULE")
        if "time_zone" in self._table and "time_of_day" not in self._table:
            self._report("time_zone", "NOT_WANTED", "PULL_ZONE_ALONE")
        interval = self._text("interval", read_interval, "PULL_INTERVAL")
        at = _TIME_OF_DAY.match(self._text("time_of_day", _TIME_OF_DAY.match, "PULL_TIME_OF_DAY"))
        zone = self._text("time_zone", read_zone, "PULL_TIME_ZONE") or "Etc/UTC"
        return Schedule(read_interval(interval) or 0, time(int(at[1]), int(at[2])) if at else None, zone)

    def _authorities(self, scheme: str) -> Path | None:
        name = self._text("ca_file", bool, "PULL_FILE")
        if not name or scheme != "https":
            return None
        path = self._folder / name
        try:
            ssl.create_default_context(cafile=path)
        except OSError as error:  # includes TLS errors
            self._report("ca_file", "MALFORMED", "PULL_UNREADABLE", path=path, problem=error_message(error))
        return path

    def _secret(self, scheme: str) -> str:
        name = self._text("secret_file", bool, "PULL_FILE", is_secret=True)
        if not name:
            return ""
        try:
            text = read_text_file(self._folder / name, most=_MAX_SECRET_BYTES, allowed="PEM").decode("ascii").strip()
        except FileNotFoundError:  # the value may be the secret itself
            self._report("secret_file", "NOT_FOUND", "PULL_SECRET_MISSING")
            return ""
        except (OSError, ValueError, FileRefusedError):
            self._report("secret_file", "MALFORMED", "PULL_SECRET_FORM")
            return ""
        is_valid = bool(text) if scheme == "sftp" else _CREDENTIALS.match(text) or _TOKEN.match(text)
        if not is_valid:
            self._report("secret_file", "MALFORMED", "PULL_SECRET_FORM")
        return text


def _is_source_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        if not (url.isascii() and url.isprintable() and " " not in url) or parts.port == 0:
            return False
    except ValueError:
        return False
    has_file = bool(parts.hostname) and len(parts.path) > 1 and not parts.path.endswith("/")
    if not has_file or parts.fragment or parts.password or parts.scheme not in _SCHEMES:
        return False
    if parts.scheme == "sftp":
        return bool(_USER.match(parts.username or "")) and not parts.query
    if parts.scheme == "s3":
        return not (parts.username or parts.query or parts.port)
    return not parts.username and is_safe(url)
