"""Feed file `feed.toml`: name, channels, publishers, public keys and validity periods of a feed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import InputError, Violation, message_factory
from service.approval.signing_keys import key_id
from service.base.durable_files import replace_file
from service.base.refusals import invalid_model
from service.feeds.layout import FEED_FILE, NAME, NAME_PATTERN, RESERVED, TableTarget, VersionTarget, matches, role_name
from service.input.given_files import read_settings_file
from service.transparency.checkpoints import is_name

_message = message_factory(__name__)

FIELD = FEED_FILE
_MAX_NAMES = 100

_Name = Annotated[str, Field(pattern=rf"^{NAME_PATTERN}$")]
_Pattern = Annotated[str, Field(pattern=r"^[a-z0-9*-]{1,100}$")]
_Days = Annotated[int, Field(ge=1, le=3650)]
_Threshold = Annotated[int, Field(ge=1, le=20)]
_Keys = Annotated[list[str], Field(min_length=1, max_length=20)]


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class ValidDays(_StrictModel):
    """Days from the signature of metadata to its expiry; the log is valid as long as the snapshot."""

    root: _Days = 365
    targets: _Days = 365
    publishers: _Days = 180
    snapshot: _Days = 7
    timestamp: _Days = 1


class SigningRole(_StrictModel):
    """Public keys of a role, and the number of them that must sign."""

    keys: _Keys
    threshold: _Threshold = 1


class OnlineRole(_StrictModel):
    """Public keys that sign snapshot, timestamp and log; one signature is sufficient."""

    keys: _Keys


class Publisher(SigningRole):
    """Scorecards and tables, as patterns with `*`, that a publisher may sign in some channels."""

    channels: Annotated[list[_Name], Field(min_length=1, max_length=_MAX_NAMES)]
    cards: Annotated[list[_Pattern], Field(max_length=_MAX_NAMES)] = []
    tables: Annotated[list[_Pattern], Field(max_length=_MAX_NAMES)] = []

    def may_sign_card(self, card: str) -> bool:
        return matches(card, self.cards)

    def may_sign_table(self, table: str) -> bool:
        return matches(table, self.tables)

    def may_sign(self, target: VersionTarget | TableTarget) -> bool:
        if isinstance(target, VersionTarget):
            return self.may_sign_card(target.card)
        return self.may_sign_table(target.table)


class FeedFile(_StrictModel):
    """Content of `feed.toml`; publishers are in order of precedence."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    channels: Annotated[list[_Name], Field(min_length=1, max_length=_MAX_NAMES)]
    root: SigningRole
    targets: SigningRole
    online: OnlineRole
    publishers: Annotated[dict[_Name, Publisher], Field(min_length=1, max_length=_MAX_NAMES)]
    valid_days: ValidDays = ValidDays()

    def publishers_of(self, channel: str) -> Iterator[tuple[str, Publisher]]:
        """Yield the publishers of a channel with their roles, in order of precedence."""
        for name, publisher in self.publishers.items():
            if channel in publisher.channels:
                yield role_name(channel, name), publisher

    def roles(self) -> Iterator[tuple[str, str, Publisher]]:
        """Yield role, channel and publisher of each delegation, in order of precedence."""
        for channel in self.channels:
            for role, publisher in self.publishers_of(channel):
                yield role, channel, publisher

    def check_channel(self, channel: str, field: str) -> None:
        """Raise InputError if the feed has no such channel."""
        if channel not in self.channels:
            raise InputError.of(field, _message("NO_CHANNEL", found=channel[:80], known=self.channels), "NOT_FOUND")


def read_feed_file(folder: Path) -> FeedFile:
    """Read the feed file of a folder; raise InputError with the location of every problem."""
    path = folder / FEED_FILE
    if not path.exists():
        raise InputError.of(FIELD, _message("NO_FEED", path=path), "NOT_FOUND")
    return check_feed_file(read_settings_file(path, field=FIELD))


def check_feed_file(content: object) -> FeedFile:
    """Return the feed file with this content; raise InputError with the location of every problem."""
    try:
        feed = FeedFile.model_validate(content)
    except ValidationError as error:
        raise invalid_model(error, FIELD, _message, "FEED_FILE_FORM") from None
    violations = [*_name_problems(feed), *_key_problems(feed)]
    if violations:
        raise InputError(tuple(violations))
    return feed


def write_feed_file(folder: Path, feed: FeedFile) -> None:
    """Write the feed file of a new feed."""
    lines = [f"name = {_quoted(feed.name)}", f"channels = {_quoted(feed.channels)}"]
    lines += _table("valid_days", feed.valid_days)
    lines += _table("root", feed.root)
    lines += _table("targets", feed.targets)
    lines += _table("online", feed.online)
    for name, publisher in feed.publishers.items():
        lines += _table(f"publishers.{name}", publisher)
    replace_file(folder / FEED_FILE, ("\n".join(lines) + "\n").encode())


def _table(name: str, model: BaseModel) -> list[str]:
    return ["", f"[{name}]", *(f"{key} = {_quoted(value)}" for key, value in model.model_dump().items())]


def _quoted(value: object) -> str:
    """Return numbers, texts and lists of texts as TOML, which writes them as JSON does."""
    return json.dumps(value)


def _name_problems(feed: FeedFile) -> Iterator[Violation]:
    if not is_name(feed.name):
        yield Violation(f"{FIELD}.name", _message("FEED_NAME", found=feed.name[:80]), "MALFORMED")
    for channel in sorted(RESERVED.intersection(feed.channels)):
        yield Violation(f"{FIELD}.channels", _message("CHANNEL_RESERVED", found=channel), "WRONG_VALUE")
    for name, publisher in feed.publishers.items():
        field = f"{FIELD}.publishers.{name}"
        for channel in publisher.channels:
            if channel not in feed.channels:
                message = _message("NO_CHANNEL", found=channel, known=feed.channels)
                yield Violation(f"{field}.channels", message, "NOT_FOUND")
        if not publisher.cards and not publisher.tables:
            yield Violation(f"{field}.cards", _message("NOTHING_TO_PUBLISH"), "REQUIRED")


def _key_problems(feed: FeedFile) -> Iterator[Violation]:
    online = set(feed.online.keys)
    yield from _malformed_keys("online", feed.online.keys)
    offline: dict[str, SigningRole] = {"root": feed.root, "targets": feed.targets}
    for name, role in offline.items():
        for index, key in enumerate(role.keys):
            if key in online:
                yield Violation(f"{FIELD}.{name}.keys.{index}", _message("ONLINE_KEY_OFFLINE"), "UNSAFE")
    for name, role in {**offline, **{f"publishers.{name}": each for name, each in feed.publishers.items()}}.items():
        yield from _malformed_keys(name, role.keys)
        if role.threshold > (count := len(set(role.keys))):
            message = _message("THRESHOLD_TOO_HIGH", found=role.threshold, most=count)
            yield Violation(f"{FIELD}.{name}.threshold", message, "TOO_LARGE")


def _malformed_keys(role: str, keys: Sequence[str]) -> Iterator[Violation]:
    for index, key in enumerate(keys):
        try:
            key_id(key)
        except ValueError:
            yield Violation(f"{FIELD}.{role}.keys.{index}", _message("PUBLIC_KEY_FORM"), "MALFORMED")


def check_name(name: str, field: str) -> None:
    """Raise InputError unless a channel or publisher may have this name."""
    if not NAME.match(name):
        raise InputError.of(field, _message("NAME_FORM", found=name[:80]), "MALFORMED")
