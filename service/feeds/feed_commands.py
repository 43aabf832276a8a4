"""Handlers of the commands that publish a feed: `feed init`, `build`, `sign`, `promote`, `renew`, `refresh`, `show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, error_message, in_language, join_items, message_factory, wording_loader
from service.approval.signing_keys import public_half, read_signing_key
from service.base import instants
from service.base.instants import instant_of
from service.base.resource_names import CardName
from service.feeds.feed_file import (
    FeedFile,
    OnlineRole,
    Publisher,
    SigningRole,
    check_feed_file,
    check_name,
    read_feed_file,
)
from service.feeds.layout import ENTRIES, FEED_FILE, LOG_ROLE, METADATA
from service.input.given_files import FileRefusedError, read_text_file
from service.output.terminal.columns import listing_text
from service.output.terminal.command_declarations import CommandResult

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from service.feeds.refreshing import Refreshed
    from service.feeds.repository import Repository, StagedRole
    from service.feeds.staging import Built

_message = message_factory(__name__)
_words = wording_loader(__name__)

_MAX_CHECKPOINT_BYTES = 64 * 1024


def init(  # noqa: PLR0913, PLR0917 -- one parameter per option
    folder: Path,
    name: str,
    channel: Sequence[str],
    publisher: str,
    card: Sequence[str],
    table: Sequence[str],
    threshold: int,
    key: Sequence[Path],
    online_key: Path,
    language: str,
) -> CommandResult:
    """Create a feed."""
    from service.feeds.publishing import create_feed  # noqa: PLC0415 -- optional dependency

    offline, online = _keys(key), read_signing_key(online_key)
    feed = (
        _existing_feed(folder, name)
        if (folder / FEED_FILE).exists()
        else _new_feed(name, channel, publisher, card, table, threshold, offline, online)
    )
    staged = create_feed(folder, feed, (*offline, online))
    spoken = _words(language)
    root = folder / METADATA / "1.root.json"
    head = spoken["created"].format(name=feed.name, folder=folder, channels=join_items(feed.channels, language))
    digest, log_key = sha256(root.read_bytes()).hexdigest(), public_half(online)
    sent = spoken["for_followers"].format(root=root, digest=digest, log_key=log_key)
    document = {"name": feed.name, "rootDigest": digest, "logKey": log_key, "roles": _role_documents(staged)}
    return CommandResult("\n".join([head, *_role_lines(folder, staged, language), sent]), document=document)


def build(gazette: Path, out: Path, channel: str, key: Sequence[Path], language: str) -> CommandResult:
    """Publish a gazette in a channel."""
    from service.feeds.gazette_files import table_store  # noqa: PLC0415 -- optional dependency
    from service.feeds.publishing import build_feed  # noqa: PLC0415 -- optional dependency
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- slow to load

    if not gazette.is_dir():
        raise InputError.of("GAZETTE", _message("NO_GAZETTE", path=gazette), "NOT_FOUND")
    if not Gazette(gazette, private=True).card_ids() and not table_store(gazette).editions():
        raise InputError.of("GAZETTE", _message("EMPTY_GAZETTE", path=gazette), "NOT_FOUND")
    return _built(out, build_feed(gazette, out, channel, _keys(key)), language)


def promote(  # noqa: PLR0913, PLR0917 -- one parameter per option
    folder: Path, card: str, version: str, to: str, key: Sequence[Path], language: str
) -> CommandResult:
    """Publish a version in another channel."""
    from service.feeds.promotion import promote_version  # noqa: PLC0415 -- optional dependency

    return _built(folder, promote_version(folder, CardName(card, version), to, _keys(key)), language)


def sign(folder: Path, role: str, key: Sequence[Path], language: str) -> CommandResult:
    """Add signatures to pending metadata."""
    from service.feeds.publishing import sign_role  # noqa: PLC0415 -- optional dependency

    return _staged(folder, sign_role(folder, role, _keys(key)), language)


def renew(folder: Path, key: Sequence[Path], language: str) -> CommandResult:
    """Sign metadata with a new expiry and the keys of the feed file."""
    from service.feeds.publishing import renew_feed  # noqa: PLC0415 -- optional dependency

    return _staged(folder, renew_feed(folder, _keys(key)), language)


def refresh(folder: Path, key: Path, cosigned: Path | None, language: str) -> CommandResult:
    """Publish complete metadata with the online key."""
    from service.feeds.refreshing import refresh_feed  # noqa: PLC0415 -- optional dependency

    note = "" if cosigned is None else _checkpoint_text(cosigned)
    refreshed = refresh_feed(folder, read_signing_key(key), cosigned=note)
    return CommandResult(
        "\n".join(_refreshed_lines(refreshed, language)), document=_refreshed_document(refreshed, language)
    )


def show(folder: Path, language: str) -> CommandResult:
    """Show the roles of a feed; the answer is negative if a role has expired."""
    from service.feeds.feed_log import read_entries  # noqa: PLC0415 -- optional dependency
    from service.feeds.repository import Repository  # noqa: PLC0415 -- optional dependency

    repository = Repository(folder)
    entries = repository.target_at(LOG_ROLE, ENTRIES)
    count = 0 if entries is None else len(read_entries(repository.target(entries)))
    roles = list(_shown_roles(repository, language))
    snapshot = repository.snapshot()
    spoken = _words(language)
    number = 0 if snapshot is None else snapshot.signed.version
    head = spoken["feed"].format(name=repository.feed.name, snapshot=number, entries=count)
    rows = [
        (
            role["role"],
            str(role["version"]),
            role["expireTime"],
            str(role["signatures"]),
            "-" if role["files"] is None else str(role["files"]),
            spoken["states"][role["state"]].format(missing=role["missing"]),
        )
        for role in roles
    ]
    document = {"name": repository.feed.name, "snapshot": number, "logEntries": count, "roles": roles}
    is_expired = any(role["state"] == "expired" for role in roles)
    lines = [head, "", listing_text(spoken, rows)]
    for role in roles:
        if role["pendingFiles"]:
            lines += ["", spoken["changes"].format(role=role["role"]), *(f"  {path}" for path in role["pendingFiles"])]
        if role["problem"]:
            lines += ["", spoken["held_back"].format(role=role["role"], problem=role["problem"])]
    return CommandResult("\n".join(lines), no=is_expired, document=document)


def _shown_roles(repository: Repository, language: str) -> Iterator[dict[str, Any]]:
    from service.feeds.refreshing import roles_held_back  # noqa: PLC0415 -- optional dependency

    problems = {held.role: in_language(held.problem, language) for held in roles_held_back(repository)}
    snapshot, now = repository.snapshot(), instants.now()
    in_snapshot = {} if snapshot is None else snapshot.signed.meta
    for role in repository.roles():
        state = repository.state(role)
        if state is None:
            continue
        expires = instant_of(state.expires)
        entry = in_snapshot.get(f"{role}.json")
        if not state.is_complete:
            shown = "pending"
        elif expires <= now:
            shown = "expired"
        elif role in problems:
            shown = "held_back"
        elif repository.is_listed(role) and (entry is None or entry.version != state.version):
            shown = "waiting"
        else:
            shown = "visible"
        yield {
            "role": role,
            "version": state.version,
            "expireTime": expires,
            "signatures": state.signatures,
            "missing": state.missing,
            "files": repository.target_count(role),
            "pendingFiles": list(repository.pending_changes(role)),
            "state": shown,
            "problem": problems.get(role, ""),
        }


def _existing_feed(folder: Path, name: str) -> FeedFile:
    feed = read_feed_file(folder)
    if name and name != feed.name:
        raise InputError.of("--name", _message("OTHER_FEED_NAME", found=name[:80], name=feed.name), "WRONG_VALUE")
    return feed


def _new_feed(  # noqa: PLR0913, PLR0917 -- parts of a feed file
    name: str,
    channels: Sequence[str],
    publisher: str,
    cards: Sequence[str],
    tables: Sequence[str],
    threshold: int,
    offline: Sequence[Ed25519PrivateKey],
    online: Ed25519PrivateKey,
) -> FeedFile:
    for channel in channels:
        check_name(channel, "--channel")
    check_name(publisher, "--publisher")
    if not name:
        raise InputError.of("--name", _message("FEED_NAME_NEEDED"), "REQUIRED")
    keys = [public_half(key) for key in offline]
    role = SigningRole.model_construct(keys=keys, threshold=threshold)
    feed = FeedFile.model_construct(
        name=name,
        channels=list(channels) or ["production"],
        root=role,
        targets=role,
        online=OnlineRole.model_construct(keys=[public_half(online)]),
        publishers={
            publisher: Publisher.model_construct(
                keys=keys,
                threshold=threshold,
                channels=list(channels) or ["production"],
                cards=list(cards) or ["*"],
                tables=list(tables) or ["*"],
            )
        },
    )
    return check_feed_file(feed.model_dump())


def _keys(paths: Sequence[Path]) -> list[Ed25519PrivateKey]:
    return [read_signing_key(path) for path in paths]


def _checkpoint_text(path: Path) -> str:
    try:
        return read_text_file(path, most=_MAX_CHECKPOINT_BYTES, allowed="C2SP tlog-checkpoint").decode()
    except (OSError, ValueError, FileRefusedError) as error:
        message = _message("CHECKPOINT_UNREADABLE", path=path, problem=error_message(error))
        raise InputError.of("--cosigned", message, "MALFORMED") from None


def _built(folder: Path, built: Built, language: str) -> CommandResult:
    spoken = _words(language)
    lines = list(_role_lines(folder, built.staged, language))
    lines.append(spoken["added"].format(count=len(built.added)) if built.added else spoken["unchanged"])
    if built.unassigned:
        lines.append(spoken["unassigned"].format(names=join_items(built.unassigned, language)))
    if built.refreshed is not None:
        lines += _refreshed_lines(built.refreshed, language)
    elif any(role.is_complete for role in built.staged):
        lines.append(spoken["not_refreshed"].format(folder=folder))
    for role in built.expiring:
        lines.append(spoken["expiring"].format(role=role.role, expires=instant_of(role.expires), folder=folder))
    document = {
        "roles": _role_documents(built.staged),
        "added": list(built.added),
        "unassigned": list(built.unassigned),
        "expiring": _role_documents(built.expiring),
        "refreshed": None if built.refreshed is None else _refreshed_document(built.refreshed, language),
    }
    return CommandResult("\n".join(lines), document=document)


def _staged(folder: Path, staged: Sequence[StagedRole], language: str) -> CommandResult:
    lines = list(_role_lines(folder, staged, language))
    if not any(role.role == LOG_ROLE for role in staged) and any(role.is_complete for role in staged):
        lines.append(_words(language)["not_refreshed"].format(folder=folder))
    return CommandResult("\n".join(lines), document={"roles": _role_documents(staged)})


def _role_lines(folder: Path, staged: Sequence[StagedRole], language: str) -> Iterator[str]:
    spoken = _words(language)
    for role in staged:
        text = spoken["complete" if role.is_complete else "incomplete"]
        yield text.format(
            role=role.role,
            version=role.version,
            missing=role.missing,
            folder=folder,
            expires=instant_of(role.expires),
        )


def _role_documents(staged: Sequence[StagedRole]) -> list[dict[str, Any]]:
    return [
        {
            "role": role.role,
            "version": role.version,
            "missing": role.missing,
            "expireTime": instant_of(role.expires),
        }
        for role in staged
    ]


def _refreshed_lines(refreshed: Refreshed, language: str) -> Iterator[str]:
    spoken = _words(language)
    yield spoken["visible"].format(snapshot=refreshed.snapshot, entries=refreshed.entries)
    for held in refreshed.held_back:
        yield spoken["held_back"].format(role=held.role, problem=in_language(held.problem, language))


def _refreshed_document(refreshed: Refreshed, language: str) -> dict[str, Any]:
    return {
        "snapshot": refreshed.snapshot,
        "logEntries": refreshed.entries,
        "heldBack": [
            {"role": held.role, "problem": in_language(held.problem, language)} for held in refreshed.held_back
        ],
    }
