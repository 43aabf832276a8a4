"""Follower of a feed: checks the newest snapshot and activates it in the gazette.

A snapshot that fails a check changes nothing; the status states the reason.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
from tuf.api.exceptions import DownloadError

from rules.contracts import TouchstoneError, TrailError, canonical_bytes, digest, error_message, message_factory
from service.base import instants, logs
from service.base.durable_files import replace_file
from service.feeds.feed_sources import source_of
from service.feeds.feed_status import FeedStatus, OfferedVersion, OfferState, ReceivedVersion, read_status, write_status
from service.feeds.layout import METADATA
from service.feeds.snapshot_checks import LOG_TARGETS, Examine, SnapshotCheck, first_instants
from service.feeds.snapshot_reader import TIMESTAMP_BYTES, FeedRefusedError, SnapshotReader, refusal_of
from service.gazette.publication import complete_activation
from service.gazette.received import ReceivedSnapshot, activate, gazette_lock, read_received
from service.gazette.versions import Gazette, refuse_packaged_gazette
from service.input.given_files import read_published_file

if TYPE_CHECKING:
    from service.feeds.feed_sources import FeedSource
    from service.feeds.follower_settings import FollowedFeed
    from service.feeds.snapshot_checks import CheckedSnapshot
    from service.feeds.snapshot_reader import FeedSnapshot

_message = message_factory(__name__)

_ACCEPTED, _LOG, _TABLES, _LOCK = "accepted.json", "log.jsonl", "tables", ".lock"
OnCheck = Callable[[FeedStatus, tuple[ReceivedVersion, ...]], None]


@dataclass(frozen=True, slots=True)
class _Accepted:
    """Newest accepted snapshot, to detect that nothing changed since."""

    timestamp: str
    """SHA-256 of the timestamp metadata."""
    tag: str
    root_version: int
    snapshot: int
    expires: str
    selection: str
    """Digest of the configuration and the trust file."""
    offered: Mapping[str, tuple[str, str, bool]]
    """Content digest, first instant in force, and whether this server published it, by version."""
    log_bytes: int = 0
    log_digest: str = ""
    """SHA-256 of the log of the snapshot; the stored log begins with these bytes."""


class Follower:
    """Follower of one feed.

    `examine` runs the examples of a version. `on_activation` is called after new files became visible, also by an
    import in another process. `on_check` receives the status and the new versions after each check.
    With `is_dry`, the gazette and the status stay unchanged, and the result states the versions to activate.
    """

    def __init__(  # noqa: PLR0913 -- each is replaced in tests
        self,
        feed: FollowedFeed,
        gazette: Path,
        state: Path,
        *,
        trust: Path | None,
        examine: Examine,
        source: FeedSource | None = None,
        clock: Callable[[], str] = instants.now,
        on_activation: Callable[[], None] = lambda: None,
        on_check: OnCheck | None = None,
        is_dry: bool = False,
    ) -> None:
        self.feed = feed
        self._folder, self._state, self._trust = gazette, state, trust
        self._examine, self._clock = examine, clock
        self._on_activation, self._on_check = on_activation, on_check
        self._source = source or source_of(feed)
        self._is_dry = is_dry
        self._is_stopping = False
        self._gazette = Gazette(gazette, private=True)
        self._gazette.trust = trust
        self._reader = SnapshotReader(feed, state, self._source)
        self._generation = self._read_generation()
        self.status = read_status(feed, state)
        self.new: tuple[ReceivedVersion, ...] = ()
        """New versions of the last check; in a dry check, those that would be activated."""

    def stop(self) -> None:
        """Abort a check that runs in another thread; its status stays unchanged."""
        self._is_stopping = True
        self._source.cut_off()

    def check(self) -> FeedStatus:
        """Check the feed, activate a new snapshot, and return the status; problems are stated there.

        If another process is checking the feed, its latest status is returned.
        """
        try:
            return self._check()
        except OSError as error:  # the state folder itself is unusable
            self.status = replace(
                self.status,
                last_check_time=self._clock(),
                problem=_message("STATE_UNWRITABLE", problem=error_message(error)),
            )
            logs.warning("feed_refused", feed=self.feed.name, problem=str(self.status.problem))
            if self._on_check is not None:
                self._on_check(self.status, ())
            return self.status

    def _check(self) -> FeedStatus:
        self._state.mkdir(parents=True, exist_ok=True)
        with _single_check(self._state) as is_first:
            if not is_first:
                self.status = read_status(self.feed, self._state)
                return self.status
            now = self._clock()
            before = replace(read_status(self.feed, self._state), is_refused=False)
            self.new = ()
            try:
                status = self._checked(before, now)
            except FeedRefusedError as refusal:
                status = _refused(before, refusal)
            except TouchstoneError as error:
                status = replace(before, problem=_message("CHECK_FAILED", problem=error_message(error)))
            except DownloadError as error:
                status = _refused(before, refusal_of(error, now))
            except OSError as error:
                status = replace(before, problem=_message("STATE_UNWRITABLE", problem=error_message(error)))
            except Exception as error:
                logs.error("feed_check_failed", feed=self.feed.name, error=type(error).__name__)
                status = replace(before, problem=_message("CHECK_FAILED", problem=type(error).__name__))
            finally:
                self._source.close()
            if self._is_stopping and status.problem:
                return before
            self.status = self._finish(status, now)
        generation = self._read_generation()
        if generation != self._generation:
            self._generation = generation
            self._on_activation()
        if self._on_check is not None:
            self._on_check(self.status, self.new)
        return self.status

    def _finish(self, status: FeedStatus, now: str) -> FeedStatus:
        following = instants.plus(now, timedelta(seconds=self.feed.interval_seconds))
        success = status.last_success_time if status.problem else now
        status = replace(status, last_check_time=now, last_success_time=success, next_check_time=following)
        if status.problem:
            logs.warning("feed_refused", feed=self.feed.name, problem=str(status.problem))
        if not self._is_dry:
            with suppress(OSError):  # for example a full disk, which the problem states
                write_status(status, self._state)
        return status

    def _read_generation(self) -> int:
        with suppress(TrailError):  # an invalid state file is the problem of the check
            return read_received(self._folder).generation
        return 0

    def _checked(self, before: FeedStatus, now: str) -> FeedStatus:
        refuse_packaged_gazette(self._folder)
        if not self._is_dry:
            with gazette_lock(self._folder):
                complete_activation(self._folder)
        accepted = self._read_accepted()
        self._require_log(before, accepted)
        if accepted is not None:
            is_unchanged, tag = self._compare(accepted)
            if is_unchanged and accepted.expires <= now:
                raise FeedRefusedError(_message("METADATA_EXPIRED", expires=accepted.expires, now=now))
            if is_unchanged:
                if tag != accepted.tag:
                    self._write_accepted(replace(accepted, tag=tag))
                return self._passed(before, accepted, now)
        snapshot = self._reader.read(now, LOG_TARGETS)
        check = self._new_check(snapshot, accepted, now)
        try:
            checked = check.run(self._examine, self._state / _TABLES, now)
        except FeedRefusedError as refusal:
            offered = tuple(self._offer(check, refusal))
            message = _message("SNAPSHOT_REFUSED", snapshot=snapshot.number, problem=error_message(refusal))
            return replace(before, problem=message, offered=offered, is_refused=True)
        return self._activate(before, snapshot, check, checked, now)

    def _require_log(self, before: FeedStatus, accepted: _Accepted | None) -> None:
        """Raise FeedRefusedError if the log of an accepted snapshot is missing or shorter."""
        path = self._state / _LOG
        is_accepted = before.snapshot > 0 or (self._state / _ACCEPTED).exists()
        size = path.stat().st_size if path.exists() else -1
        if is_accepted and size < (0 if accepted is None else accepted.log_bytes):
            raise self._log_lost()

    def _log_lost(self) -> FeedRefusedError:
        return FeedRefusedError(_message("STORED_LOG_LOST", path=self._state / _LOG, folder=self._state))

    def _stored_log(self, accepted: _Accepted | None) -> bytes:
        path = self._state / _LOG
        logged = path.read_bytes() if path.exists() else b""
        known = "" if accepted is None else accepted.log_digest
        if accepted is not None and known and sha256(logged[: accepted.log_bytes]).hexdigest() != known:
            raise self._log_lost()
        return logged

    def _new_check(self, snapshot: FeedSnapshot, accepted: _Accepted | None, now: str) -> SnapshotCheck:
        received = read_received(self._folder).feeds.get(self.feed.name, ReceivedSnapshot(0))
        return SnapshotCheck(
            self.feed,
            self._folder,
            self._trust,
            snapshot,
            lambda target: self._reader.download(target, now),
            received.items,
            self._stored_log(accepted),
            is_same_selection=self._stored_selection() == self._selection(),
        )

    def _activate(
        self, before: FeedStatus, snapshot: FeedSnapshot, check: SnapshotCheck, checked: CheckedSnapshot, now: str
    ) -> FeedStatus:
        names = {version.name: version for version in checked.versions}
        self.new = tuple(
            ReceivedVersion(item.name, item.digest, item.arrived_time)
            for item in checked.items
            if item.name in names and names[item.name].added >= {".json"}
        )
        accepted = self._accepted_of(snapshot, checked)
        if not self._is_dry:
            with gazette_lock(self._folder):
                complete_activation(self._folder)
                state = read_received(self._folder)
                new = ReceivedSnapshot(snapshot.number, checked.items)
                if state.feeds.get(self.feed.name) != new:
                    self._refuse_existing(checked)
                    check.check_conflicts()
                    following = state.with_activation(
                        self.feed.name, new, tuple(checked.files), checked.entries, checked.replaced
                    )
                    activate(self._folder, following, _FileContents(checked.files))
                    complete_activation(self._folder)
            replace_file(self._state / _LOG, checked.log)
            self._write_accepted(accepted)
            self._reader.remove_downloads()
        return self._passed(before, accepted, now)

    def _refuse_existing(self, checked: CheckedSnapshot) -> None:
        """Refuse if a local publication added or changed a file during the check."""
        existing = [file for file in checked.files if (self._folder / file).exists()]
        changed = [file for file, found in checked.before.items() if self._digest(file) != found]
        if existing or changed:
            raise FeedRefusedError(_message("PUBLISHED_DURING_CHECK", files=[*existing, *changed]))

    def _digest(self, file: str) -> str:
        path = self._folder / file
        return digest(read_published_file(path)) if path.exists() else ""

    # status

    def _passed(self, before: FeedStatus, accepted: _Accepted, now: str) -> FeedStatus:
        offered = tuple(
            OfferedVersion(name, content_digest, _state_of(first, now, is_local=is_local))
            for name, (content_digest, first, is_local) in accepted.offered.items()
        )
        return replace(before, snapshot=accepted.snapshot, expires=accepted.expires, problem="", offered=offered)

    def _offer(self, check: SnapshotCheck, refusal: FeedRefusedError) -> Iterator[OfferedVersion]:
        """Yield the versions of a refused snapshot; those in use before stay in use."""
        before = {each.name: each for each in self.status.offered if each.state is not OfferState.REFUSED}
        for version in check.versions:
            target = version.files.get(".json")
            content_digest = "" if target is None else target.hashes["sha256"]
            problem = refusal.versions.get(version.name, "")
            known = before.get(version.name)
            if known is not None and not problem:
                yield known
            else:
                problem = problem or _message("WITH_REFUSED_SNAPSHOT")
                yield OfferedVersion(version.name, content_digest, OfferState.REFUSED, problem)

    # unchanged feeds

    def _compare(self, accepted: _Accepted) -> tuple[bool, str]:
        """Return whether the feed and the configuration are unchanged, and the tag of the timestamp."""
        if accepted.selection != self._selection():
            return False, ""
        stored = read_received(self._folder).feeds.get(self.feed.name)
        if stored is None or stored.snapshot != accepted.snapshot:
            return False, ""
        content, tag = self._source.read_if_changed(f"{METADATA}/timestamp.json", accepted.tag, most=TIMESTAMP_BYTES)
        if content is not None and sha256(content).hexdigest() != accepted.timestamp:
            return False, tag
        return not self._source.exists(f"{METADATA}/{accepted.root_version + 1}.root.json"), tag

    def _selection(self) -> str:
        feed = self.feed
        files = [path.read_bytes() for path in (feed.root, self._trust) if path is not None]
        parts = [feed.channel, feed.log_key, [*feed.cards], [*feed.tables], [*feed.publishers]]
        return sha256(canonical_bytes([*parts, *(sha256(file).hexdigest() for file in files)])).hexdigest()

    def _accepted_of(self, snapshot: FeedSnapshot, checked: CheckedSnapshot) -> _Accepted:
        received = {item.name for feed in read_received(self._folder).feeds.values() for item in feed.items} | {
            item.name for item in checked.items
        }
        offered = {
            name: (content_digest, first, name not in received)
            for name, (content_digest, first) in first_instants(checked.versions, self._gazette).items()
        }
        return _Accepted(
            snapshot.timestamp_digest,
            "",
            snapshot.root_version,
            snapshot.number,
            snapshot.expires,
            self._selection(),
            offered,
            len(checked.log),
            sha256(checked.log).hexdigest(),
        )

    def _stored_selection(self) -> str:
        accepted = self._read_accepted()
        return self._selection() if accepted is None else accepted.selection

    def _read_accepted(self) -> _Accepted | None:
        try:
            stored = orjson.loads((self._state / _ACCEPTED).read_bytes())
            offered = {name: (each[0], each[1], each[2]) for name, each in stored.pop("offered").items()}
            return _Accepted(**stored, offered=offered)
        except (OSError, ValueError, TypeError, AttributeError, LookupError):
            return None

    def _write_accepted(self, accepted: _Accepted) -> None:
        if not self._is_dry:
            document = {name: getattr(accepted, name) for name in _Accepted.__slots__}
            document["offered"] = {name: list(each) for name, each in accepted.offered.items()}
            replace_file(self._state / _ACCEPTED, canonical_bytes(document))


class _FileContents(Mapping[str, bytes]):
    """Contents of files, read one after the other."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files

    def __getitem__(self, name: str) -> bytes:
        return self._files[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _refused(before: FeedStatus, refusal: FeedRefusedError) -> FeedStatus:
    return replace(before, problem=error_message(refusal), is_refused=True)


def _state_of(first: str, now: str, *, is_local: bool) -> OfferState:
    if is_local:
        return OfferState.LOCAL
    return OfferState.IN_USE if first <= now else OfferState.WAITING


@contextmanager
def _single_check(state: Path) -> Iterator[bool]:
    """Lock the state of a feed; yields False if another process has the lock."""
    lock = os.open(state / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        yield False
    else:
        yield True
    finally:
        os.close(lock)
