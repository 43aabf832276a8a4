"""Published scorecard versions, and those in force on a day: reads `scorecards/`."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from contextvars import copy_context
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import (
    InputError,
    TouchstoneError,
    TrailError,
    VersionError,
    close_matches,
    error_message,
    join_messages,
    message_factory,
)
from rules.model import PublishedVersion, Scorecard, VersionOutline, find_version_in_force, read_outline, read_published
from service.base import instants
from service.base.call_context import current_organization, set_current_organization
from service.base.resource_names import CARD, ORGANIZATION, VERSION, CardName, parse_card, version_key
from service.configuration.folders import CARRIED
from service.gazette.folder_changes import change_time, is_settled
from service.gazette.received import ReceivedGate
from service.gazette.sidecars import (
    APPROVALS,
    REPEAL,
    SIDECAR,
    read_sidecar,
    require_approved,
    version_statements,
    with_approvals,
    with_repeal,
)
from service.input.given_files import read_published_file

if TYPE_CHECKING:
    from rules.contracts import RecordHead
    from rules.model import AnyVersion
    from service.approval.statements import Statement
    from service.configuration.settings import Settings


class CardResolver:
    """Cached lookup of the scorecards of records, in public and organization gazettes."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._cards: dict[tuple[str, str, str], Scorecard] = {}

    def __call__(self, organization: str, head: RecordHead) -> Scorecard | None:
        key = organization, head.scorecard_version, head.rule_digest
        card = self._cards.get(key) or copy_context().run(self._made_by, *key)
        if card is not None:  # a missing version may be published later
            self._cards[key] = card
        return card

    def _made_by(self, organization: str, version: str, rule_digest: str) -> Scorecard | None:
        set_current_organization(organization)
        try:
            made = self._gazette.made_by(version, rule_digest)
        except TouchstoneError:
            return None
        return made.scorecard if made.rule_digest == rule_digest else None


def unsigned_versions(folder: Path) -> tuple[VersionOutline, ...]:
    """Return the outlines of versions without statements, ignoring the trust file.

    Raises:
        TrailError: If a file is invalid.
    """
    gazette = Gazette(folder, private=True)
    gazette.trust = None
    outlines = (outline for card in gazette.card_ids() for outline in gazette.outlines(card))
    return tuple(outline for outline in outlines if not gazette.statements(outline))


_message = message_factory(__name__)


def refuse_packaged_gazette(folder: Path) -> None:
    """Raise InputError for the installed gazette, because the next installation would discard additions."""
    if folder.resolve().is_relative_to(CARRIED.resolve()):
        raise InputError.of("gazette", _message("CARRIED", folder=CARRIED), "READ_ONLY")


_GAZETTE_VARIABLES = frozenset({"TOUCHSTONE_PRIVATE_GAZETTES", "TOUCHSTONE_TRUST"})


class _FoundVersion(NamedTuple):
    """A version in force while the folders have these change times, as known at any time from `unchanged_since`."""

    times: tuple[tuple[Path, int], ...]
    unchanged_since: str
    version: PublishedVersion


def _last_change(outline: VersionOutline) -> str:
    """Return the later of the publication and the repeal."""
    return outline.publish_time if outline.repeal is None else max(outline.publish_time, outline.repeal.time)


_MAX_FOUND = 1_024


class Gazette:
    """Folder of published scorecard versions; files never change, so only added versions must be detected.

    An organization may have its own gazette. During its calls, a scorecard there replaces all public versions of it.
    `private` or `organization` ignores such gazettes. Methods raise TrailError for an invalid file, VersionError for a
    missing version.
    """

    def __init__(self, folder: Path, *, private: bool = False, organization: str = "") -> None:
        self.folder, self.organization = folder, organization
        self._is_private = private or bool(organization)
        self._own: dict[str, Gazette] = {}
        self.gate = ReceivedGate(folder)
        self._outlines: dict[tuple[str, str, bool], VersionOutline] = {}
        """By scorecard, number, and whether a repeal is visible."""
        self._listed: dict[str, tuple[int, list[str]]] = {}
        self._cached_outlines: dict[str, tuple[tuple[tuple[Path, int], ...], tuple[VersionOutline, ...]]] = {}
        """By scorecard: change times of its folders, and its versions."""
        self._read: dict[tuple[str, str, bool], PublishedVersion] = {}
        self._found: dict[tuple[CardName, date], _FoundVersion] = {}
        """By scorecard and civil date: the version in force."""
        self._lock = threading.Lock()

    def of_current_organization(self) -> Gazette:
        return self.of("" if self._is_private else current_organization())

    def of(self, organization: str) -> Gazette:
        folders = self._folders if organization else None
        if folders is None or not ORGANIZATION.match(organization) or not (folders / organization).is_dir():
            return self
        return self._own.setdefault(organization, Gazette(folders / organization, organization=organization))

    def own_gazettes(self) -> tuple[Gazette, ...]:
        folders = self._folders
        subfolders = () if folders is None else sorted(each for each in folders.iterdir() if each.is_dir())
        return tuple(Gazette(each, organization=each.name) for each in subfolders)

    @cached_property
    def _folders(self) -> Path | None:
        settings = None if self._is_private else _settings()
        return None if settings is None else settings.private_gazettes

    @cached_property
    def trust(self) -> Path | None:
        settings = _settings()
        return None if settings is None else settings.trust

    def owner(self, card: str) -> str:
        return "" if self._holding(card) is self else f"organizations/{current_organization()}"

    def owner_of(self, name: str, rule_digest: str) -> str:
        if self.of_current_organization() is self:
            return ""
        made_in = self._made_in(name, rule_digest) or self._holding(parse_card(name).card)
        return "" if made_in is self else f"organizations/{current_organization()}"

    def holds(self, version: PublishedVersion) -> bool:
        return any(outline.content_digest == version.content_digest for outline in self._all_outlines(version.card.id))

    def folder_of(self, card: str) -> Path:
        return self._holding(card).folder

    def card_ids(self) -> tuple[str, ...]:
        own = self.of_current_organization()
        return self._card_ids() if own is self else tuple(sorted({*own.card_ids(), *self._card_ids()}))

    def _holding(self, card: str) -> Gazette:
        own = self.of_current_organization()
        return own if own is not self and any(own._numbers(card)) else self

    def _card_ids(self) -> tuple[str, ...]:
        if not self.folder.is_dir():
            return ()
        folders = (entry for entry in self.folder.iterdir() if entry.is_dir() and CARD.match(entry.name))
        return tuple(sorted(entry.name for entry in folders if any(self._numbers(entry.name))))

    def versions(self, card: str) -> tuple[PublishedVersion, ...]:
        self._version_numbers(card)
        return self._holding(card)._all_versions(card)

    def _all_versions(self, card: str) -> tuple[PublishedVersion, ...]:
        return tuple(self._version(card, number) for number in sorted(self._numbers(card), key=version_key))

    def outlines(self, card: str) -> tuple[VersionOutline, ...]:
        times = self.change_times(card)
        cached = self._cached_outlines.get(card)
        if cached is not None and cached[0] == times:
            return cached[1]
        self._version_numbers(card)
        outlines = self._holding(card)._all_outlines(card)
        if times is not None:
            self._cached_outlines[card] = times, outlines
        return outlines

    def _all_outlines(self, card: str) -> tuple[VersionOutline, ...]:
        return tuple(self._outline(card, number) for number in sorted(self._numbers(card), key=version_key))

    def listing(self, card: str) -> Mapping[str, int]:
        holding = self._holding(card)
        repeals = {number: holding._visible_file(card, number, REPEAL) for number in holding._numbers(card)}
        return {number: 0 if path is None else path.stat().st_mtime_ns for number, path in repeals.items()}

    def newest(self, card: str) -> PublishedVersion:
        return self._holding(card)._version(card, self._version_numbers(card)[-1])

    def _version_numbers(self, card: str) -> list[str]:
        numbers = sorted(self._holding(card)._numbers(card), key=version_key)
        if not numbers:
            raise VersionError(_message("NO_SCORECARD", card=card, hint=_nearest(card, self.card_ids())), missing=True)
        return numbers

    def version(self, card: str, number: str) -> PublishedVersion:
        known = self._version_numbers(card)
        if number not in known:
            raise VersionError(_message("NO_VERSION", card=card, version=number, known=known), missing=True)
        return self._holding(card)._version(card, number)

    def version_named(self, name: str) -> PublishedVersion:
        card = parse_card(name)
        return self.version(card.card, card.version or "")

    def made_by(self, name: str, rule_digest: str) -> PublishedVersion:
        made_in = self._made_in(name, rule_digest)
        if made_in is None:
            return self.version_named(name)
        card = parse_card(name)
        return made_in._version(card.card, card.version or "")

    def versions_in_same_gazette(self, name: str, rule_digest: str) -> tuple[PublishedVersion, ...]:
        """Return all versions of the scorecard, from the gazette that has this version with these rules."""
        card, made_in = parse_card(name).card, self._made_in(name, rule_digest)
        return self.versions(card) if made_in is None else made_in._all_versions(card)

    def _made_in(self, name: str, rule_digest: str) -> Gazette | None:
        card = parse_card(name).card
        for holding in (self._holding(card), self):
            outlines = holding._all_outlines(card)
            if any((outline.name, outline.rule_digest) == (name, rule_digest) for outline in outlines):
                return holding
        return None

    def statements(self, version: VersionOutline | PublishedVersion) -> tuple[Statement, ...]:
        card = parse_card(version.name)
        return self._holding(card.card)._all_statements(card.card, str(card.version))

    def statements_on(self, name: str, content_digest: str) -> tuple[Statement, ...] | None:
        folder, number = self._folder_and_number(name)
        if number not in self._holding(folder.name)._numbers(folder.name):
            return None
        if read_sidecar(folder, number).content_digest != content_digest:
            return None
        return self._holding(folder.name)._all_statements(folder.name, number)

    def _all_statements(self, card: str, number: str) -> tuple[Statement, ...]:
        approvals, repeal = (self.file_in_folder(card, number, suffix) for suffix in (APPROVALS, REPEAL))
        return version_statements(self.folder / card, number, approvals, repeal)

    def has_repeal(self, name: str) -> bool:
        folder, number = self._folder_and_number(name)
        return self._holding(folder.name)._visible_file(folder.name, number, REPEAL) is not None

    def file_content(self, name: str, suffix: str) -> bytes | None:
        """Return a file of a version that the current call may see; None if the version has no such file."""
        folder, number = self._folder_and_number(name)
        return self._holding(folder.name).file_in_folder(folder.name, number, suffix)

    def has_file(self, card: str, number: str, suffix: str) -> bool:
        return self._holding(card)._visible_file(card, number, suffix) is not None

    def _visible_file(self, card: str, number: str, suffix: str) -> Path | None:
        path = self.folder / card / f"{number}{suffix}"
        return path if path.exists() and f"{card}/{path.name}" not in self.gate.hidden() else None

    def file_in_folder(self, card: str, number: str, suffix: str) -> bytes | None:
        """Return a file of a version in this folder, for any current organization."""
        path = self._visible_file(card, number, suffix)
        return None if path is None else self.gate.replacement(f"{card}/{path.name}") or read_published_file(path)

    def _folder_and_number(self, name: str) -> tuple[Path, str]:
        card = parse_card(name)
        return self._holding(card.card).folder / card.card, str(card.version)

    def in_force(self) -> Iterator[VersionOutline]:
        """Yield the versions in force today, by the time zone of each scorecard."""
        for card in self.card_ids():
            outlines = self.outlines(card)
            with suppress(VersionError):
                yield find_version_in_force(outlines, instants.today(outlines[-1].card.time_zone), instants.now())

    def find(self, name: CardName, *, as_of: date, known: str) -> PublishedVersion:
        times = self.change_times(name.card)
        found = self._found.get((name, as_of))
        if found is not None and found.times == times and found.unchanged_since <= known:
            return found.version
        version = self._find(name, as_of, known)
        unchanged_since = max(map(_last_change, self.outlines(name.card)))
        if times is not None and unchanged_since <= known:
            if len(self._found) >= _MAX_FOUND:
                self._found.clear()
            self._found[name, as_of] = _FoundVersion(times, unchanged_since, version)
        return version

    def _find(self, name: CardName, as_of: date, known: str) -> PublishedVersion:
        outlines = self.outlines(name.card)
        named = None if name.version is None else self.version(name.card, name.version)
        try:
            current = find_version_in_force(outlines, as_of, known)
        except VersionError as error:
            slots = {"problem": error_message(error), "effects": _effects(outlines)}
            message = (
                _message("WITH_EFFECTS", **slots)
                if named is None
                else _message("NOT_IN_FORCE", version=named.name, **slots)
            )
            raise VersionError(message, missing=False) from None
        if named is not None and named.name != current.name:
            raise VersionError(
                _message("OTHER_IN_FORCE", version=named.name, day=as_of, known=known, other=current.name),
                missing=False,
            )
        return self._holding(name.card)._version(name.card, current.card.version)

    def check(self) -> int:
        count = sum(len(self.outlines(card)) for card in self.card_ids())
        return count + sum(own.check() for own in self.own_gazettes())

    def change_times(self, card: str) -> tuple[tuple[Path, int], ...] | None:
        """Return the change times of the scorecard's folders; None if missing or too recent to rely on.

        Equal times mean equal versions and repeals for the current organization.
        """
        if not CARD.match(card):
            return None
        own = self.of_current_organization()
        gazettes = (self,) if own is self else (own, self)
        folders = [gazette.folder / card for gazette in gazettes]
        times = [change_time(folder) for folder in folders]
        if max(times) < 0 or not is_settled(max(times)) or any(each.gate.hidden_in(card) for each in gazettes):
            return None
        return tuple(zip(folders, times, strict=True))

    def _numbers(self, card: str) -> Sequence[str]:
        existing = self._existing_numbers(card)
        hidden = self.gate.hidden_in(card) if existing else ()  # in this order, see `hidden`
        return [number for number in existing if f"{number}{SIDECAR}" not in hidden] if hidden else existing

    def _existing_numbers(self, card: str) -> Sequence[str]:
        folder = self.folder / card
        changed = change_time(folder) if CARD.match(card) else -1
        listed = self._listed.get(card)
        if listed is not None and listed[0] == changed:
            return listed[1]
        if changed < 0 or not folder.is_dir():
            return []
        names = {entry.name for entry in folder.iterdir()}
        numbers = (name.removesuffix(SIDECAR) for name in names if name.endswith(SIDECAR))
        existing = [number for number in numbers if VERSION.match(number) and f"{number}.json" in names]
        if is_settled(changed):
            self._listed[card] = changed, existing
        return existing

    def _outline(self, card: str, number: str) -> VersionOutline:
        with self._lock:
            return self._cached(self._outlines, card, number, read_outline)

    def _version(self, card: str, number: str) -> PublishedVersion:
        with self._lock:
            return self._cached(self._read, card, number, read_published)

    def _cached(
        self,
        versions: dict[tuple[str, str, bool], AnyVersion],
        card: str,
        number: str,
        read: Callable[[bytes, str], AnyVersion],
    ) -> AnyVersion:
        repeal = self._visible_file(card, number, REPEAL)
        cached = versions.get((card, number, repeal is not None))
        if cached is not None and (repeal is None or cached.repeal is not None):
            return cached
        version = versions.get((card, number, False)) or self._load(card, number, read)
        versions[card, number, False] = version
        if repeal is not None:
            content = self.file_in_folder(card, number, REPEAL) or b""
            version = with_repeal(version, content, repeal, self.trust, self.organization)
            versions[card, number, True] = version
        return version

    def _load(self, card: str, number: str, read: Callable[[bytes, str], AnyVersion]) -> AnyVersion:
        folder = self.folder / card
        path, sidecar = folder / f"{number}.json", read_sidecar(folder, number)
        try:
            published = read(read_published_file(path), sidecar.publish_time)
        except TrailError as error:
            raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from error
        if published.content_digest != sidecar.content_digest:
            actual, stated = published.content_digest, sidecar.content_digest
            raise TrailError(_message("OTHER_CONTENT", path=path, found=actual, stated=stated))
        if published.name != str(CardName(card, number)):
            raise TrailError(_message("WRONG_PLACE", path=path, version=published.name))
        if self.trust is not None:
            approvals = self.file_in_folder(card, number, APPROVALS)
            signed = with_approvals(sidecar, approvals, folder / f"{number}{APPROVALS}")
            require_approved(published, signed, folder / f"{number}{SIDECAR}", self.trust, self.organization)
        return published


def _settings() -> Settings | None:
    if _GAZETTE_VARIABLES.isdisjoint(map(str.upper, os.environ)):
        return None
    from service.configuration.settings import Settings  # noqa: PLC0415 -- slow to load, and seldom needed

    return Settings()


def _nearest(wanted: str, known: tuple[str, ...]) -> str:
    likely = close_matches(wanted, known, limit=2)
    if likely:
        return _message("PERHAPS_CARDS", cards=likely)
    return _message("THERE_ARE", known=known) if known else _message("GAZETTE_EMPTY")


def _effects(versions: Sequence[VersionOutline]) -> str:
    by = {version.card.supersedes: version.card.version for version in versions}

    def effect(version: VersionOutline) -> str:
        card = version.card
        last = _message("UNTIL", day=card.last_date) if card.last_date else _message("WITHOUT_END")
        text = _message(
            "GOVERNS", version=card.version, first=card.first_date, last=last, published=version.publish_time
        )
        return _message("SUPERSEDED_BY", told=text, version=by[card.version]) if card.version in by else text

    message = join_messages(map(effect, versions))
    clock = instants.system_now()
    if all(version.publish_time <= clock for version in versions):
        return message
    return _message("CLOCK_BEFORE", told=message, clock=clock)
