"""Names in a feed: roles, channels and target paths (docs/spec/feeds.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from service.base.resource_names import CARD, EDITION_PATTERN, TABLE_PATTERN
from service.gazette.tables import FOLDER as TABLES
from service.gazette.version_files import split_file_name

METADATA, TARGETS, PENDING = "metadata", "targets", "pending"
"""Folders of a feed; pending metadata lacks signatures."""
FEED_FILE = "feed.toml"

NAME_PATTERN = "[a-z][a-z0-9-]{0,31}"
"""Channel or publisher."""
NAME = re.compile(rf"{NAME_PATTERN}\Z")

LOG_ROLE = "log"
LOG_PATHS = ("log/*",)
ENTRIES, CHECKPOINT = "log/entries.jsonl", "log/checkpoint"
RESERVED = frozenset({LOG_ROLE})
"""Names that no channel may have."""

_TABLE = re.compile(rf"{TABLE_PATTERN}\Z")
_EDITION_FILE = re.compile(rf"({EDITION_PATTERN})\.(({TABLE_PATTERN})-[0-9a-f]{{12}}\.(?:json|csv))\Z")


@dataclass(frozen=True, slots=True)
class VersionTarget:
    """A file of a scorecard version in a channel; `suffix` is one of `version_files.SUFFIXES`."""

    channel: str
    card: str
    number: str
    suffix: str

    @property
    def path(self) -> str:
        return f"{self.channel}/{self.card}/{self.number}{self.suffix}"

    @property
    def gazette_path(self) -> str:
        """Location in a gazette folder; a changelog entry is a part of another file there."""
        return f"{self.card}/{self.number}{self.suffix}"


@dataclass(frozen=True, slots=True)
class TableTarget:
    """A file of a table edition in a channel: its manifest (`.json`) or its rows (`.csv`)."""

    channel: str
    table: str
    edition: str
    file: str

    @property
    def path(self) -> str:
        return f"{self.channel}/{TABLES}/{self.table}/{self.edition}.{self.file}"

    @property
    def gazette_path(self) -> str:
        return f"{TABLES}/{self.file}"

    def stored_name(self, digest: str) -> str:
        """Return the name of the file in the folder of targets."""
        return f"{digest}.{self.edition}.{self.file}"


def parse_target(path: str) -> VersionTarget | TableTarget | None:
    """Return the parts of a target path; None for the log and for unknown paths."""
    parts = path.split("/")
    if not NAME.match(parts[0]) or parts[0] in RESERVED:
        return None
    match parts:
        case [channel, card, file] if CARD.match(card) and card != TABLES:
            found_name = split_file_name(file)
            return None if found_name is None else VersionTarget(channel, card, *found_name)
        case [channel, folder, table, file] if folder == TABLES and _TABLE.match(table):
            found = _EDITION_FILE.match(file)
            if found is not None and found[3] == table:
                return TableTarget(channel, table, found[1], found[2])
    return None


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Return whether the id of a scorecard or table matches one of the patterns with `*`."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def role_name(channel: str, publisher: str) -> str:
    """Return the role that signs the targets of a publisher in a channel."""
    return f"{channel}.{publisher}"


def parse_role(role: str) -> tuple[str, str] | None:
    """Return channel and publisher of a role; None for other roles."""
    channel, dot, publisher = role.partition(".")
    return (channel, publisher) if dot and NAME.match(channel) and NAME.match(publisher) else None


def delegated_paths(channel: str, cards: Iterable[str], tables: Iterable[str]) -> list[str]:
    """Return the path patterns that a publisher may sign in a channel; a `*` matches no `/`."""
    return [
        *(f"{channel}/{card}/*" for card in cards),
        *(f"{channel}/{TABLES}/{table}/*" for table in tables),
    ]
