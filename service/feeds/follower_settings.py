"""Configuration of followed feeds: reads the file named by `TOUCHSTONE_FEEDS`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rules.contracts import InputError, Violation, did_you_mean_or_known, error_message, message_factory
from service.base.resource_names import FEED_PATTERN
from service.base.secure_urls import is_safe
from service.feeds.layout import NAME as CHANNEL
from service.input.given_files import FileRefusedError, read_settings_file, read_text_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.configuration.settings import Settings

_message = message_factory(__name__)

FIELD = "TOUCHSTONE_FEEDS"
STATE_FOLDER = ".feeds"
_MAX_FEEDS = 32
_MAX_PATTERNS = 100
_NAME = re.compile(rf"{FEED_PATTERN}\Z")
_PATTERN = re.compile(r"[a-z0-9*?-]{1,100}\Z")
_INTERVAL = re.compile(r"([1-9][0-9]{0,4}) ?(s|min|h)\Z")
_UNIT_SECONDS = {"s": 1, "min": 60, "h": 3_600}
_INTERVALS = range(10, 7 * 24 * 3_600 + 1)
_DEFAULT_SECONDS = 300
_LOG_KEY = re.compile(r"[A-Za-z0-9+/]{43}=\Z")
_CREDENTIALS = re.compile(r"[\x21-\x39\x3b-\x7e]{1,255}:[\x20-\x7e]{1,1024}\Z")
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{1,4096}=*\Z")
_KEYS = (
    "address", "folder", "root", "channel", "cards", "tables", "publishers", "interval", "proxy", "credentials",
    "log_key",
)  # fmt: skip
_ADDRESSES = ("address", "proxy")


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """Feed that this server follows.

    Either `address` or `folder` is set. Empty `publishers` accept every publisher of the channel. `credentials` is the
    value of the Authorization header as user and password or as a token.
    """

    name: str
    root: Path
    channel: str
    address: str = ""
    folder: Path | None = None
    cards: tuple[str, ...] = ("*",)
    tables: tuple[str, ...] = ("*",)
    publishers: tuple[str, ...] = ()
    interval_seconds: int = _DEFAULT_SECONDS
    proxy: str = ""
    credentials: str = field(default="", repr=False)
    log_key: str = ""

    @property
    def source(self) -> str:
        return self.address or str(self.folder)


def state_folder(settings: Settings, feed: FollowedFeed) -> Path:
    """Return the folder with the state of a feed, in the gazette that receives its versions."""
    return settings.gazette / STATE_FOLDER / feed.name


def read_feeds(path: Path) -> tuple[FollowedFeed, ...]:
    """Read the file of followed feeds, one table for each feed.

    Raises:
        InputError: If the file is invalid, with all problems; errors never contain credentials.
    """
    document = read_settings_file(path, field=FIELD)
    violations: list[Violation] = [
        Violation(f"{FIELD}.{key[:80]}", _message("FOLLOW_TOP_KEY"), "UNKNOWN") for key in document if key != "feeds"
    ]
    tables = document.get("feeds")
    if not isinstance(tables, dict) or not 1 <= len(tables) <= _MAX_FEEDS:
        violations.append(Violation(FIELD, _message("FOLLOW_NONE", path=path, most=_MAX_FEEDS), "REQUIRED"))
        raise InputError(tuple(violations))
    feeds = [_FeedReader(name, table, path.parent, violations).read() for name, table in tables.items()]
    if violations:
        raise InputError(tuple(violations))
    return tuple(feed for feed in feeds if feed is not None)


class _FeedReader:
    """Reader of one feed table; adds its problems to the violations."""

    def __init__(self, name: str, table: Any, folder: Path, violations: list[Violation]) -> None:
        self._name, self._folder, self._violations = name, folder, violations
        self._table = table
        self._location = f"{FIELD}.feeds.{name[:80]}"

    def read(self) -> FollowedFeed | None:
        before = len(self._violations)
        if not _NAME.match(self._name):
            self._violations.append(Violation(self._location, _message("FOLLOW_NAME"), "MALFORMED"))
        if not isinstance(self._table, dict):
            self._violations.append(Violation(self._location, _message("FOLLOW_TABLE"), "MALFORMED"))
            return None
        for key in self._table:
            if key not in _KEYS:
                self._report(key[:80], "UNKNOWN", "FOLLOW_KEY", hint=did_you_mean_or_known(key, list(_KEYS)))
        if ("address" in self._table) == ("folder" in self._table):
            self._report("address", "REQUIRED", "FOLLOW_SOURCE")
        address = self._text("address", _is_feed_address, "FOLLOW_ADDRESS")
        folder = self._text("folder", bool, "FOLLOW_FOLDER")
        if "root" not in self._table:
            self._report("root", "REQUIRED", "FOLLOW_ROOT")
        if "channel" not in self._table:
            self._report("channel", "REQUIRED", "FOLLOW_CHANNEL", found="-")
        root = self._text("root", bool, "FOLLOW_ROOT")
        if root and not (self._folder / root).is_file():
            self._report("root", "MALFORMED", "FOLLOW_ROOT_MISSING", path=self._folder / root)
        feed = FollowedFeed(
            self._name,
            self._folder / root,
            self._text("channel", CHANNEL.match, "FOLLOW_CHANNEL"),
            address,
            self._folder / folder if folder else None,
            self._patterns("cards") or ("*",),
            self._patterns("tables") or ("*",),
            self._patterns("publishers"),
            self._interval(),
            self._text("proxy", _is_proxy, "FOLLOW_PROXY"),
            self._credentials(),
            self._text("log_key", _LOG_KEY.match, "FOLLOW_LOG_KEY"),
        )
        return feed if len(self._violations) == before else None

    def _report(self, key: str, reason: str, code: str, **slots: object) -> None:
        self._violations.append(Violation(f"{self._location}.{key}", _message(code, **slots), reason))

    def _text(self, key: str, is_valid: Callable[[str], object], code: str) -> str:
        value = self._table.get(key, "")
        if key in self._table and (not isinstance(value, str) or not value or not is_valid(value)):
            found = _without_secrets(str(value)) if key in _ADDRESSES else str(value)
            self._report(key, "WRONG_VALUE", code, found=found[:80])
            return ""
        return str(value)

    def _patterns(self, key: str) -> tuple[str, ...]:
        value = self._table.get(key, [])
        if key not in self._table:
            return ()
        if not isinstance(value, list) or not 1 <= len(value) <= _MAX_PATTERNS:
            self._report(key, "WRONG_VALUE", "FOLLOW_PATTERNS", found=str(value)[:80])
            return ()
        for number, text in enumerate(value):
            if not isinstance(text, str) or not _PATTERN.match(text):
                self._report(f"{key}[{number}]", "WRONG_VALUE", "FOLLOW_PATTERNS", found=str(text)[:80])
        return tuple(map(str, value))

    def _interval(self) -> int:
        if "interval" not in self._table:
            return _DEFAULT_SECONDS
        found = _INTERVAL.match(str(self._table["interval"]))
        seconds = int(found[1]) * _UNIT_SECONDS[found[2]] if found else 0
        if seconds not in _INTERVALS:
            self._report("interval", "WRONG_VALUE", "FOLLOW_INTERVAL", found=str(self._table["interval"])[:80])
        return seconds

    def _credentials(self) -> str:
        name = self._text("credentials", bool, "FOLLOW_CREDENTIALS")
        if not name:
            return ""
        path = self._folder / name
        try:
            text = read_text_file(path, most=8_192, allowed="PEM").decode("ascii").strip()
        except FileNotFoundError:  # the value may be the credentials themselves
            self._report("credentials", "NOT_FOUND", "FOLLOW_CREDENTIALS_MISSING")
            return ""
        except (OSError, ValueError, FileRefusedError) as error:
            self._report("credentials", "MALFORMED", "FOLLOW_UNREADABLE", path=path, problem=error_message(error))
            return ""
        if not _CREDENTIALS.match(text) and not _TOKEN.match(text):
            self._report("credentials", "MALFORMED", "FOLLOW_CREDENTIALS_FORM", path=path)
        return text


def _without_secrets(address: str) -> str:
    """Return an address without user, password and query."""
    start, _, rest = address.partition("?")[0].rpartition("@")
    return f"{start.partition('//')[0]}//…@{rest}" if start else rest


def _is_feed_address(address: str) -> bool:
    return _is_plain_url(address) and is_safe(address)


def _is_proxy(address: str) -> bool:
    return _is_plain_url(address) and urlsplit(address).scheme == "http" and urlsplit(address).path in {"", "/"}


def _is_plain_url(address: str) -> bool:
    try:
        parts = urlsplit(address)
        has_port = parts.port != 0
    except ValueError:
        return False
    is_plain = not (parts.username or parts.password or parts.query or parts.fragment)
    return has_port and is_plain and bool(parts.hostname) and address.isascii() and address.isprintable()
