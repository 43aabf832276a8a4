"""Checks of a snapshot before its activation: log, approvals, names and digests, conflicts, examples, downgrade.

The first check that fails refuses the whole snapshot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import Label, TrailError, digest, error_message, join_messages, message_factory
from rules.model import VersionOutline, edition_problems, read_manifest, read_table
from service.approval.repeals import read_repeal
from service.base import instants
from service.base.resource_names import CardName
from service.feeds.feed_log import read_entries, tree_root, version_leaves
from service.feeds.layout import CHECKPOINT, ENTRIES, TableTarget, VersionTarget, matches, parse_target
from service.feeds.snapshot_reader import FeedRefusedError
from service.gazette.publication import is_single_entry, overlap_problem, publish_time_problem
from service.gazette.received import ChangelogEntry, ReceivedItem
from service.gazette.sidecars import (
    APPROVALS,
    REPEAL,
    SIDECAR,
    merged_approvals,
    parse_sidecar,
    require_approved,
    with_approvals,
    with_repeal,
)
from service.gazette.tables import FOLDER, TableStore
from service.gazette.version_files import CHANGES, CONTENT
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file
from service.transparency.checkpoints import read_note
from service.transparency.gazette_leaves import table_leaf
from service.transparency.leaves import PUBLICATION, Leaf
from service.transparency.log_signatures import is_signed_by
from service.transparency.log_trust import read_log_trust
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from tuf.api.metadata import TargetFile

    from rules.model import Manifest
    from service.feeds.follower_settings import FollowedFeed
    from service.feeds.snapshot_reader import FeedSnapshot

_message = message_factory(__name__)

LOG_TARGETS = (ENTRIES, CHECKPOINT)
_MAX_LISTED = 10
_REPEAL_PART = "/repeal"
"""End of the name of a received repeal, after the name of its version."""

Examine = Callable[[work_pb2.CheckReceivedVersion], work_pb2.CheckedReceivedVersion]
"""Compiles a version and runs its examples in a worker."""


@dataclass(slots=True)
class SnapshotVersion:
    """Version of a snapshot with its target files, by suffix.

    `added` are the files that the gazette lacks, `replaced` the new content of those that gain signatures, `before` the
    digests of their earlier content.
    """

    card: str
    number: str
    files: dict[str, TargetFile] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    replaced: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    outline: VersionOutline | None = None

    @property
    def name(self) -> str:
        return str(CardName(self.card, self.number))

    def location(self, suffix: str) -> str:
        return f"{self.card}/{self.number}{suffix}"

    def source(self, suffix: str) -> str:
        """Return the path of a file in the feed; its location in the gazette if the feed does not contain it."""
        target = self.files.get(suffix)
        return self.location(suffix) if target is None else target.path


@dataclass(slots=True)
class SnapshotEdition:
    """Edition of a reference table in a snapshot, with its target files by file name."""

    table: str
    edition: str
    files: dict[str, TargetFile] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return f"tables/{self.table}/editions/{self.edition}"


@dataclass(frozen=True, slots=True)
class CheckedSnapshot:
    """Snapshot that passed all checks, and the changes that its activation makes."""

    versions: tuple[SnapshotVersion, ...]
    items: tuple[ReceivedItem, ...]
    files: Mapping[str, Path]
    """New files, by location in the gazette."""
    replaced: Mapping[str, str]
    before: Mapping[str, str]
    """Digests of the files to replace, as the checks have read them."""
    entries: tuple[ChangelogEntry, ...]
    log: bytes


class SnapshotCheck:
    """Checks of one snapshot against a gazette; each step raises FeedRefusedError."""

    def __init__(  # noqa: PLR0913, PLR0917 -- the inputs of all checks
        self,
        feed: FollowedFeed,
        gazette: Path,
        trust: Path | None,
        snapshot: FeedSnapshot,
        fetch: Callable[[TargetFile], Path],
        received: Sequence[ReceivedItem],
        logged: bytes,
        *,
        is_same_selection: bool = True,
    ) -> None:
        self._feed, self._folder, self._trust = feed, gazette, trust
        self._snapshot, self._fetch = snapshot, fetch
        self._received = {item.name: item for item in received}
        self._logged = logged
        self._is_same_selection = is_same_selection
        self._manifests: list[Manifest] = []
        self._gazette = Gazette(gazette, private=True)
        self._gazette.trust = trust
        self.versions, self.editions = self._group()

    def run(self, examine: Examine, tables_folder: Path, now: str) -> CheckedSnapshot:
        """Run all checks, and return the changes that the activation makes."""
        self._find_added()
        log = self._check_log()
        self._check_approvals()
        self._check_tables(tables_folder)
        self._check_overlaps()
        self._check_examples(examine, tables_folder)
        self._check_downgrade()
        return CheckedSnapshot(
            tuple(self.versions),
            tuple(self._items(now)),
            self._new_files(),
            {
                version.location(suffix): content.decode()
                for version in self.versions
                for suffix, content in version.replaced.items()
            },
            {version.location(suffix): found for version in self.versions for suffix, found in version.before.items()},
            tuple(self._entries()),
            log,
        )

    def check_conflicts(self) -> None:
        """Repeat the comparison with the gazette, which others may have changed since; the caller holds its lock."""
        self._check_editions()
        self._check_overlaps()

    # files

    def _group(self) -> tuple[list[SnapshotVersion], list[SnapshotEdition]]:
        versions: dict[tuple[str, str], SnapshotVersion] = {}
        editions: dict[tuple[str, str], SnapshotEdition] = {}
        for path, target in sorted(self._snapshot.targets.items()):
            parsed = parse_target(path)
            if isinstance(parsed, VersionTarget) and matches(parsed.card, self._feed.cards):
                key = parsed.card, parsed.number
                versions.setdefault(key, SnapshotVersion(*key)).files[parsed.suffix] = target
            elif isinstance(parsed, TableTarget) and matches(parsed.table, self._feed.tables):
                key = parsed.table, parsed.edition
                editions.setdefault(key, SnapshotEdition(*key)).files[parsed.file] = target
        return list(versions.values()), list(editions.values())

    def _find_added(self) -> None:
        """Compare all files with the gazette, and download those that it lacks."""
        problems: dict[str, str] = {}
        for version in self.versions:
            if not {CONTENT, SIDECAR} <= version.files.keys():
                problems[version.name] = _message("VERSION_INCOMPLETE", version=version.name)
                continue
            for suffix, target in version.files.items():
                if suffix != CHANGES and self._is_added(version, suffix, target, problems):
                    version.added.add(suffix)
                    self._fetch(target)
            if CONTENT in version.added and CHANGES in version.files:
                self._fetch(version.files[CHANGES])
        for edition in self.editions:
            for file, target in edition.files.items():
                path = self._folder / FOLDER / file
                if not path.exists():
                    edition.added.add(file)
                    self._fetch(target)
                elif not _is_same(path, target):
                    problems[edition.name] = self._conflict(edition.name)
        _refuse_if(problems)

    def _is_added(self, version: SnapshotVersion, suffix: str, target: TargetFile, problems: dict[str, str]) -> bool:
        path = self._folder / version.location(suffix)
        if not path.exists():
            return True
        if _is_same(path, target):
            return False
        earlier = read_published_file(path)
        try:
            content = self._with_signatures(version, suffix, earlier, target)
        except TrailError as error:
            problems[version.name] = _message("FILE_INVALID", name=version.name, problem=error_message(error))
        else:
            if content is None:
                problems[version.name] = self._conflict(version.name)
            elif content != earlier:
                version.replaced[suffix], version.before[suffix] = content, digest(earlier)
        return False

    def _with_signatures(
        self, version: SnapshotVersion, suffix: str, earlier: bytes, target: TargetFile
    ) -> bytes | None:
        """Return a local file with the signatures that the snapshot adds; None if the files conflict."""
        content_digest = version.files[CONTENT].hashes["sha256"]
        if suffix == APPROVALS:
            offered = self._fetch(target).read_bytes()
            return merged_approvals(content_digest, earlier, offered, version.location(suffix))
        if suffix == REPEAL:
            return _with_more_signatures(content_digest, earlier, self._fetch(target).read_bytes())
        return None

    def _conflict(self, name: str) -> str:
        return _message("RECEIVED_OTHERWISE" if name in self._received else "LOCAL_OTHERWISE", name=name)

    def _content(self, version: SnapshotVersion, suffix: str) -> bytes:
        """Return a file as the gazette has it after the activation."""
        if suffix in version.replaced:
            return version.replaced[suffix]
        if suffix in version.added or suffix == CHANGES:
            return self._fetch(version.files[suffix]).read_bytes()
        return read_published_file(self._folder / version.location(suffix))

    def _content_after(self, version: SnapshotVersion, suffix: str) -> bytes | None:
        """Return a later file as the gazette has it after the activation; None if it has no such file."""
        has_file = suffix in version.files or (self._folder / version.location(suffix)).exists()
        return self._content(version, suffix) if has_file else None

    def _new_files(self) -> dict[str, Path]:
        files = {}
        for version in self.versions:
            for suffix in version.added:
                files[version.location(suffix)] = self._fetch(version.files[suffix])
        for edition in self.editions:
            for file in edition.added:
                files[f"{FOLDER}/{file}"] = self._fetch(edition.files[file])
        return files

    def _is_checked(self, version: SnapshotVersion) -> bool:
        """Return whether an earlier check with this configuration did not accept all files of a version."""
        if not self._is_same_selection or version.name not in self._received:
            return True
        return bool(version.added or version.replaced)

    # log

    def _check_log(self) -> bytes:
        """Check that the log extends the earlier one, is signed, and has the leaves of all new files."""
        missing = [path for path in LOG_TARGETS if path not in self._snapshot.targets]
        if missing:
            raise FeedRefusedError(_message("LOG_MISSING", paths=missing))
        content, note_bytes = (self._fetch(self._snapshot.targets[path]).read_bytes() for path in LOG_TARGETS)
        try:
            leaves, earlier = read_entries(content), read_entries(self._logged)
            self._check_checkpoint(note_bytes, leaves)
        except (TrailError, UnicodeDecodeError) as error:
            raise FeedRefusedError(_message("LOG_INVALID", problem=error_message(error))) from None
        if len(leaves) < len(earlier) or tree_root(leaves[: len(earlier)]) != tree_root(earlier):
            raise FeedRefusedError(_message("LOG_REWRITTEN", size=len(earlier)))
        self._check_leaves(leaves)
        return content

    def _check_checkpoint(self, content: bytes, leaves: Sequence[Leaf]) -> None:
        note = read_note(content.decode())
        checkpoint = note.checkpoint
        if (checkpoint.size, checkpoint.root) != (len(leaves), tree_root(leaves)):
            raise FeedRefusedError(_message("CHECKPOINT_DIFFERS", stated=checkpoint.size, found=len(leaves)))
        trust = None if self._trust is None else read_log_trust(self._trust)
        if trust is not None and (checkpoint.origin in trust.logs or trust.has_key(self._feed.log_key)):
            doubt = trust.log_doubt(note)
            if doubt is None and len(witnesses := trust.cosigned(note)) < trust.needed:
                doubt = _message("WITNESSES_MISSING", needed=trust.needed, found=sorted(witnesses))
            if doubt is not None:
                raise FeedRefusedError(_message("LOG_INVALID", problem=doubt))
        elif not self._feed.log_key:
            raise FeedRefusedError(_message("LOG_KEY_UNKNOWN", log=checkpoint.origin, feed=self._feed.name))
        elif not is_signed_by(note, self._feed.log_key):
            raise FeedRefusedError(_message("LOG_SIGNED_BY_OTHER", log=checkpoint.origin))

    def _check_leaves(self, leaves: Sequence[Leaf]) -> None:
        logged = {leaf.digest for leaf in leaves}
        published: dict[str, set[str]] = defaultdict(set)
        for leaf in leaves:
            if leaf.kind == PUBLICATION:
                published[leaf.name].add(leaf.digest)
        problems: dict[str, str] = {}
        for version in filter(self._is_checked, self.versions):
            try:
                needed = self._leaves_of(version)
            except TrailError as error:
                problems[version.name] = _message("FILE_INVALID", name=version.name, problem=error_message(error))
                continue
            assert version.outline is not None  # noqa: S101 -- set by `_leaves_of`
            if CONTENT in version.added and (problem := publish_time_problem(version.outline)) is not None:
                problems[version.name] = problem
            elif any(leaf.digest not in logged for leaf in needed):
                problems[version.name] = _message("NOT_IN_LOG", name=version.name)
            elif len(published[version.name]) > 1:
                problems[version.name] = _message("LOGGED_TWICE", name=version.name)
        for edition in self.editions:
            for file in edition.files:
                leaf = table_leaf(edition.table, edition.edition, edition.files[file].hashes["sha256"])
                if file.endswith(".json") and leaf.digest not in logged:
                    problems[edition.name] = _message("NOT_IN_LOG", name=edition.name)
        _refuse_if(problems)

    def _leaves_of(self, version: SnapshotVersion) -> tuple[Leaf, ...]:
        targets = (version.files.get(suffix) for suffix in (APPROVALS, REPEAL))  # without the signatures of this server
        approvals, repeal = (None if target is None else self._fetch(target).read_bytes() for target in targets)
        content, sidecar = self._content(version, CONTENT), self._content(version, SIDECAR)
        outline, leaves = version_leaves(content, sidecar, approvals, repeal)
        if outline.name != version.name:
            raise TrailError(_message("OTHER_VERSION", found=outline.name))
        version.outline = outline
        return leaves

    # approvals, tables, conflicts

    def _check_approvals(self) -> None:
        problems: dict[str, str] = {}
        for version in filter(self._is_checked, self.versions):
            assert version.outline is not None  # noqa: S101 -- set by the check of the log
            try:
                sidecar = parse_sidecar(self._content(version, SIDECAR))
                approvals = self._content_after(version, APPROVALS)
                sidecar = with_approvals(sidecar, approvals, version.source(APPROVALS))
                require_approved(version.outline, sidecar, version.source(SIDECAR), self._trust, "")
                if REPEAL in version.files:
                    repeal = self._content(version, REPEAL)
                    with_repeal(version.outline, repeal, version.source(REPEAL), self._trust, "")
            except TrailError as error:
                problems[version.name] = _message("NOT_APPROVED", name=version.name, problem=error_message(error))
        _refuse_if(problems)

    def _check_tables(self, folder: Path) -> None:
        """Check the new editions, and copy them to a folder for the examples."""
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.iterdir():
            leftover.unlink()
        problems: dict[str, str] = {}
        for edition in (edition for edition in self.editions if edition.added):
            try:
                self._manifests.append(self._checked_edition(edition, folder))
            except TrailError as error:
                problems[edition.name] = _message("FILE_INVALID", name=edition.name, problem=error_message(error))
        _refuse_if(problems)
        self._check_editions()

    def _check_editions(self) -> None:
        if not self._manifests:
            return
        found = edition_problems([*TableStore(self._folder / FOLDER).editions(), *self._manifests])
        if found:
            raise FeedRefusedError(join_messages(found))

    def _checked_edition(self, edition: SnapshotEdition, folder: Path) -> Manifest:
        files = {file: self._edition_content(edition, file) for file in edition.files}
        manifests = [content for file, content in files.items() if file.endswith(".json")]
        rows = [content for file, content in files.items() if file.endswith(".csv")]
        if len(manifests) != 1 or len(rows) != 1:
            raise TrailError(_message("EDITION_INCOMPLETE"))
        manifest = read_manifest(manifests[0])
        read_table(manifests[0], rows[0])
        if (manifest.name, manifest.edition) != (edition.table, edition.edition):
            raise TrailError(_message("OTHER_VERSION", found=f"tables/{manifest.name}/editions/{manifest.edition}"))
        for file, content in files.items():
            if not file.endswith(f"-{sha256(content).hexdigest()[:12]}{Path(file).suffix}"):
                raise TrailError(_message("FILE_NAME_DIFFERS", file=file))
            (folder / file).write_bytes(content)
        return manifest

    def _edition_content(self, edition: SnapshotEdition, file: str) -> bytes:
        if file in edition.added:
            return self._fetch(edition.files[file]).read_bytes()
        return read_published_file(self._folder / FOLDER / file)

    def _check_overlaps(self) -> None:
        problems: dict[str, str] = {}
        added: dict[str, list[VersionOutline]] = defaultdict(list)
        for version in self.versions:
            if CONTENT in version.added and version.outline is not None:
                added[version.card].append(version.outline)
        for card, new in added.items():
            known = self._gazette.outlines(card) if card in self._gazette.card_ids() else ()
            every = {outline.name: outline for outline in (*known, *new)}
            for outline in new:
                others = [other for other in every.values() if other.name != outline.name]
                if (problem := overlap_problem(outline, others)) is not None:
                    problems[outline.name] = problem
        _refuse_if(problems)

    # examples

    def _check_examples(self, examine: Examine, tables_folder: Path) -> None:
        problems: dict[str, str] = {}
        for version in self.versions:
            if CONTENT not in version.added:
                continue
            content = self._content(version, CONTENT)
            result = examine(work_pb2.CheckReceivedVersion(content=content, tables_folder=str(tables_folder)))
            if result.problems:
                found = Label({"en": "\n".join(result.problems), "zh": "\n".join(result.chinese_problems)})
                problems[version.name] = _message("EXAMPLES_FAIL", name=version.name, problem=found)
        _refuse_if(problems)

    # downgrade

    def _check_downgrade(self) -> None:
        digests = dict(self._offered_digests())
        gone = [name for name in self._received if name not in digests and self._is_followed(name)]
        if gone and self._is_same_selection:
            raise FeedRefusedError(_message("WITHDRAWN_FROM_FEED", names=gone[:_MAX_LISTED]))
        changed = [
            name
            for name, item in self._received.items()
            if name in digests and digests[name] != item.digest and not name.endswith((APPROVALS_PART, REPEAL_PART))
        ]
        if changed:
            raise FeedRefusedError(_message("RECEIVED_OTHERWISE", name=changed[0]))

    def _is_followed(self, name: str) -> bool:
        kind, id, *_ = name.split("/")
        return matches(id, self._feed.tables if kind == FOLDER else self._feed.cards)

    def _offered_digests(self) -> Iterable[tuple[str, str]]:
        for version in self.versions:
            yield version.name, version.files[CONTENT].hashes["sha256"]
            for suffix, part in _PARTS.items():
                if suffix in version.files:
                    yield f"{version.name}{part}", version.files[suffix].hashes["sha256"]
        for edition in self.editions:
            for file, target in edition.files.items():
                if file.endswith(".json"):
                    yield edition.name, target.hashes["sha256"]

    # result

    def _items(self, now: str) -> Iterable[ReceivedItem]:
        """Yield the content of the feed that this server did not publish itself."""
        new = {version.name for version in self.versions if CONTENT in version.added}
        new |= {
            f"{version.name}{part}"
            for version in self.versions
            for suffix, part in _PARTS.items()
            if suffix in version.added or suffix in version.replaced
        }
        new |= {edition.name for edition in self.editions if edition.added}
        for name, content_digest in self._offered_digests():
            known = self._received.get(name)
            if known is not None:
                yield ReceivedItem(name, content_digest, known.arrived_time, known.snapshot)
            elif name in new:
                yield ReceivedItem(name, content_digest, now, self._snapshot.number)
        yield from (item for item in self._received.values() if not self._is_followed(item.name))

    def _entries(self) -> Iterable[ChangelogEntry]:
        """Yield the changelog entries of new versions, in order of publication."""
        new = [version for version in self.versions if CONTENT in version.added and version.outline is not None]
        for version in sorted(new, key=lambda each: (each.outline.publish_time if each.outline else "", each.name)):
            if CHANGES in version.files:
                body = self._content(version, CHANGES).decode("utf-8", "replace")
                if not is_single_entry(body):
                    raise FeedRefusedError(_message("CHANGES_WITH_HEADING", name=version.name))
                yield ChangelogEntry(f"{version.card} {version.number}", body.strip())


APPROVALS_PART, REPEAL_PART = "/approvals", "/repeal"
"""Ends of the names of received files that gain signatures, after the name of their version."""
_PARTS = {APPROVALS: APPROVALS_PART, REPEAL: REPEAL_PART}


def _with_more_signatures(content_digest: str, earlier: bytes, offered: bytes) -> bytes | None:
    """Return the repeal with all signatures of both; None if they are different repeals, or each has others."""
    before, signed = read_repeal(earlier, content_digest)
    after, more = read_repeal(offered, content_digest)
    if (before.first_day, before.reason) != (after.first_day, after.reason):
        return None
    here, there = ({each.digest for each in statements} for statements in (signed, more))
    if there <= here:
        return earlier
    return offered if here < there else None


def first_instants(versions: Iterable[SnapshotVersion], gazette: Gazette) -> dict[str, tuple[str, str]]:
    """Return content digest of each version, and the first instant when it is published and in force, by name."""
    result = {}
    for version in versions:
        outline = version.outline
        if outline is None:
            known = gazette.outlines(version.card)
            outline = next(each for each in known if each.name == version.name)
        first = instants.first_instant_of(outline.card.first_date, outline.card.time_zone)
        result[version.name] = outline.content_digest, max(first, outline.publish_time)
    return result


def _refuse_if(problems: Mapping[str, str]) -> None:
    if problems:
        raise FeedRefusedError(join_messages(list(problems.values())[:_MAX_LISTED]), problems)


def _is_same(path: Path, target: TargetFile) -> bool:
    content = read_published_file(path)
    return len(content) == target.length and sha256(content).hexdigest() == target.hashes["sha256"]
