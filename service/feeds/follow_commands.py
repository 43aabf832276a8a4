"""Handlers of the commands of followers: `feed check` and `feed import`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, in_language, message_factory, wording_loader
from service.configuration.settings import Settings
from service.feeds.follower_settings import FIELD, STATE_FOLDER, read_feeds
from service.gazette.versions import refuse_packaged_gazette
from service.output.terminal.command_declarations import CommandResult

if TYPE_CHECKING:
    from service.feeds.feed_status import ReceivedVersion
    from service.feeds.follower import Follower
    from service.feeds.follower_settings import FollowedFeed
    from touchstone.internal.v1 import work_pb2

_message = message_factory(__name__)
_words = wording_loader(__name__)


def check(feeds: Path | None, feed: str, gazette: Path, language: str) -> CommandResult:
    """Check the followed feeds without a change."""
    chosen = _chosen(feeds, feed)
    followers = [_dry_check(each, gazette) for each in chosen]
    return _result(followers, language)


def import_archive(file: Path, feeds: Path | None, feed: str, gazette: Path, language: str) -> CommandResult:
    """Activate the feed in a tar archive."""
    chosen = _chosen(feeds, feed)
    if len(chosen) > 1:
        known = [each.name for each in chosen]
        raise InputError.of("--feed", _message("FEED_NOT_NAMED", found="", known=known), "REQUIRED")
    refuse_packaged_gazette(gazette)
    from service.feeds.feed_import import extracted_feed  # noqa: PLC0415 -- optional dependency
    from service.feeds.feed_sources import FolderSource  # noqa: PLC0415 -- optional dependency

    state = gazette / STATE_FOLDER / chosen[0].name
    with extracted_feed(file, state) as folder:
        follower = _follower(chosen[0], gazette, state, source=FolderSource(folder))
        follower.check()
    return _result([follower], language)


def _chosen(path: Path | None, name: str) -> Sequence[FollowedFeed]:
    if path is None:
        raise InputError.of(FIELD, _message("FEEDS_NOT_SET"), "REQUIRED")
    feeds = read_feeds(path)
    chosen = [feed for feed in feeds if name in {"", feed.name}]
    if not chosen:
        known = [feed.name for feed in feeds]
        raise InputError.of("--feed", _message("FEED_NOT_NAMED", found=name[:80], known=known), "NOT_FOUND")
    return chosen


def _dry_check(feed: FollowedFeed, gazette: Path) -> Follower:
    """Check a feed with a copy of its state, which a server may change meanwhile."""
    with tempfile.TemporaryDirectory(prefix="feed-check-") as folder:
        state = Path(folder) / feed.name
        with suppress(FileNotFoundError):
            shutil.copytree(gazette / STATE_FOLDER / feed.name, state, symlinks=True)
        follower = _follower(feed, gazette, state, is_dry=True)
        follower.check()
    return follower


def _follower(feed: FollowedFeed, gazette: Path, state: Path, **options: Any) -> Follower:
    from service.feeds.follower import Follower  # noqa: PLC0415 -- optional dependency
    from service.feeds.receiving_process import check_version  # noqa: PLC0415 -- slow to load

    def examine(job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
        return check_version(gazette, job)

    return Follower(feed, gazette, state, trust=Settings().trust, examine=examine, **options)


def _result(followers: Iterable[Follower], language: str) -> CommandResult:
    spoken, lines, documents, is_refused = _words(language), list[str](), list[dict[str, Any]](), False
    for follower in followers:
        status = follower.status
        is_refused = is_refused or bool(status.problem)
        if status.problem:
            problem = in_language(status.problem, language)
            lines.append(spoken["refused"].format(feed=status.name, problem=problem))
        else:
            count = len(follower.new)
            lines.append(
                spoken["passed"].format(feed=status.name, snapshot=status.snapshot, expires=status.expires, count=count)
            )
        lines += [f"  {version.name}" for version in follower.new]
        documents.append(
            {
                "name": status.name,
                "source": status.source,
                "channel": status.channel,
                "snapshot": status.snapshot,
                "expireTime": status.expires or None,
                "problem": in_language(status.problem, language) or None,
                "newVersions": [_document(version) for version in follower.new],
            }
        )
    return CommandResult("\n".join(lines), no=is_refused, document={"feeds": documents})


def _document(version: ReceivedVersion) -> dict[str, str]:
    return {"scorecardVersion": version.name, "contentDigest": version.content_digest}
