"""Checks of a snapshot before its activation: log, approvals, names and digests, conflicts, examples, downgrade.

The first check that fails refuses the whole snapshot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import Label, TrailError, error_message, join_messages, message_factory
from rules.model import VersionOutline, edition_problems, read_manifest, read_table
from service.approval.repeals import read_repeal
from service.base import instants
from service.base.resource_names import CardName
from service.feeds.feed_log import read_entries, tree_root, version_leaves
from service.feeds.layout import CHANGES, CHECKPOINT, ENTRIES, VERSION_FILE, TableTarget, VersionTarget, parse_target
from service.feeds.snapshot_reader import FeedRefusedError
from service.gazette.publication import is_single_entry, overlap_problem, publish_time_problem
from service.gazette.received import ChangelogEntry, ReceivedItem
from service.gazette.sidecars import REPEAL, SIDECAR, parse_sidecar, require_approved, with_repeal
from service.gazette.tables import FOLDER, TableStore
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

Examine = Callable[[work_pb2.CheckReceivedVersion], work_pb2.CheckedReceivedVersion]
"""Compiles a version and runs its examples in a worker."""


@dataclass(slots=True)
class OfferedCard:
    """Version of a snapshot with its target files, by suffix.

    `added` are the files that the gazette lacks. For `outdated` files, the gazette has more signatures.
    """

    card: str
    number: str
    files: dict[str, TargetFile] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    outdated: set[str] = field(default_factory=set)
    outline: VersionOutline | None = None

    @property
    def name(self) -> str:
        return str(CardName(self.card, self.number))

    def location(self, suffix: str) -> str:
        return f"{self.card}/{self.number}{suffix}"


@dataclass(slots=True)
class OfferedEdition:
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

    versions: tuple[OfferedCard, ...]
    items: tuple[ReceivedItem, ...]
    files: Mapping[str, Path]
    """New files, by location in the gazette."""
    replaced: Mapping[str, str]
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
                version.location(suffix): self._content(version, suffix).decode()
                for version in self.versions
                for suffix in version.replaced
            },
            tuple(self._entries()),
            log,
        )

    def check_conflicts(self) -> None:
        """Repeat the comparison with the gazette, which others may have changed since; the caller holds its lock."""
        self._check_editions()
        self._check_overlaps()

    # files

    def _group(self) -> tuple[list[OfferedCard], list[OfferedEdition]]:
        versions: dict[tuple[str, str], OfferedCard] = {}
        editions: dict[tuple[str, str], OfferedEdition] = {}
        for path, target in sorted(self._snapshot.targets.items()):
            parsed = parse_target(path)
            if isinstance(parsed, VersionTarget) and _matches(parsed.card, self._feed.cards):
                key = parsed.card, parsed.number
                versions.setdefault(key, OfferedCard(*key)).files[parsed.suffix] = target
            elif isinstance(parsed, TableTarget) and _matches(parsed.table, self._feed.tables):
                key = parsed.table, parsed.edition
                editions.setdefault(key, OfferedEdition(*key)).files[parsed.file] = target
        return list(versions.values()), list(editions.values())

    def _find_added(self) -> None:
        """Compare all files with the gazette, and download those that it lacks."""
        problems: dict[str, str] = {}
        for version in self.versions:
            if not {VERSION_FILE, SIDECAR} <= version.files.keys():
                problems[version.name] = _message("VERSION_INCOMPLETE", version=version.name)
                continue
            for suffix, target in version.files.items():
                if suffix != CHANGES and self._is_added(version, suffix, target, problems):
                    version.added.add(suffix)
                    self._fetch(target)
            if VERSION_FILE in version.added and CHANGES in version.files:
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

    def _is_added(self, version: OfferedCard, suffix: str, target: TargetFile, problems: dict[str, str]) -> bool:
        path = self._folder / version.location(suffix)
        if not path.exists():
            return True
        if not _is_same(path, target):
            signed = self._repeal_signatures(version, path, target) if suffix == REPEAL else None
            if signed is not None and signed[0] < signed[1]:
                version.replaced.add(suffix)
            elif signed is not None and signed[1] < signed[0]:
                version.outdated.add(suffix)
            else:
                problems[version.name] = self._conflict(version.name)
        return False

    def _conflict(self, name: str) -> str:
        return _message("RECEIVED_OTHERWISE" if name in self._received else "LOCAL_OTHERWISE", name=name)

    def _repeal_signatures(
        self, version: OfferedCard, path: Path, target: TargetFile
    ) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return the signatures of a repeal in the gazette and in the feed; None if they are different repeals."""
        digest = version.files[VERSION_FILE].hashes["sha256"]
        try:
            before, signed = read_repeal(read_published_file(path), digest)
            after, offered = read_repeal(self._fetch(target).read_bytes(), digest)
        except TrailError:
            return None
        if (before.first_day, before.reason) != (after.first_day, after.reason):
            return None
        return frozenset(each.digest for each in signed), frozenset(each.digest for each in offered)

    def _content(self, version: OfferedCard, suffix: str) -> bytes:
        if suffix in version.added | version.replaced | version.outdated or suffix == CHANGES:
            return self._fetch(version.files[suffix]).read_bytes()
        return read_published_file(self._folder / version.location(suffix))

    def _new_files(self) -> dict[str, Path]:
        files = {}
        for version in self.versions:
            for suffix in version.added:
                files[version.location(suffix)] = self._fetch(version.files[suffix])
        for edition in self.editions:
            for file in edition.added:
                files[f"{FOLDER}/{file}"] = self._fetch(edition.files[file])
        return files

    def _is_checked(self, version: OfferedCard) -> bool:
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
        same = len(leaves) >= len(earlier) and tree_root(leaves[: len(earlier)]) == tree_root(earlier)
        if not same:
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
            if VERSION_FILE in version.added and (problem := publish_time_problem(version.outline)) is not None:
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

    def _leaves_of(self, version: OfferedCard) -> tuple[Leaf, ...]:
        repeal = self._content(version, REPEAL) if REPEAL in version.files else None
        outline, leaves = version_leaves(self._content(version, VERSION_FILE), self._content(version, SIDECAR), repeal)
        if outline.name != version.name:
            raise TrailError(_message("OTHER_VERSION", found=outline.name))
        version.outline = outline
        return leaves

    # approvals, tables, conflicts

    def _check_approvals(self) -> None:
        problems: dict[str, str] = {}
        for version in filter(self._is_checked, self.versions):
            assert version.outline is not None  # noqa: S101 -- set by the check of the log
            location = self._folder / version.location(SIDECAR)
            try:
                sidecar = parse_sidecar(self._content(version, SIDECAR))
                require_approved(version.outline, sidecar, location, self._trust, "")
                if REPEAL in version.files:
                    with_repeal(version.outline, self._content(version, REPEAL), location, self._trust, "")
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

    def _checked_edition(self, edition: OfferedEdition, folder: Path) -> Manifest:
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

    def _edition_content(self, edition: OfferedEdition, file: str) -> bytes:
        if file in edition.added:
            return self._fetch(edition.files[file]).read_bytes()
        return read_published_file(self._folder / FOLDER / file)

    def _check_overlaps(self) -> None:
        problems: dict[str, str] = {}
        added: dict[str, list[VersionOutline]] = defaultdict(list)
        for version in self.versions:
            if VERSION_FILE in version.added and version.outline is not None:
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
            if VERSION_FILE not in version.added:
                continue
            content = self._content(version, VERSION_FILE)
            result = examine(work_pb2.CheckReceivedVersion(content=content, tables_folder=str(tables_folder)))
            if result.problems:
                found = Label({"en": "\n".join(result.problems), "zh": "\n".join(result.chinese_problems)})
                problems[version.name] = _message("EXAMPLES_FAIL", name=version.name, problem=found)
        _refuse_if(problems)

    # downgrade

    def _check_downgrade(self) -> None:
        offered = {name for name, _ in self._offered_digests()}
        gone = [name for name in self._received if name not in offered and self._is_followed(name)]
        if gone and self._is_same_selection:
            raise FeedRefusedError(_message("WITHDRAWN_FROM_FEED", names=gone[:_MAX_LISTED]))
        digests = dict(self._offered_digests())
        changed = [
            name
            for name, item in self._received.items()
            if name in digests and digests[name] != item.digest and not name.endswith(REPEAL_PART)
        ]
        if changed:
            raise FeedRefusedError(_message("RECEIVED_OTHERWISE", name=changed[0]))

    def _is_followed(self, name: str) -> bool:
        kind, id, *_ = name.split("/")
        return _matches(id, self._feed.tables if kind == FOLDER else self._feed.cards)

    def _offered_digests(self) -> Iterable[tuple[str, str]]:
        for version in self.versions:
            yield version.name, version.files[VERSION_FILE].hashes["sha256"]
            if REPEAL in version.files:
                yield f"{version.name}{REPEAL_PART}", version.files[REPEAL].hashes["sha256"]
        for edition in self.editions:
            for file, target in edition.files.items():
                if file.endswith(".json"):
                    yield edition.name, target.hashes["sha256"]

    # result

    def _items(self, now: str) -> Iterable[ReceivedItem]:
        """Yield the content of the feed that this server did not publish itself."""
        new = {version.name for version in self.versions if VERSION_FILE in version.added}
        new |= {f"{version.name}{REPEAL_PART}" for version in self.versions if REPEAL in version.added}
        new |= {edition.name for edition in self.editions if edition.added}
        for name, digest in self._offered_digests():
            known = self._received.get(name)
            if known is not None:
                yield ReceivedItem(name, digest, known.arrived_time)
            elif name in new:
                yield ReceivedItem(name, digest, now)
        yield from (item for item in self._received.values() if not self._is_followed(item.name))

    def _entries(self) -> Iterable[ChangelogEntry]:
        """Yield the changelog entries of new versions, in order of publication."""
        new = [version for version in self.versions if VERSION_FILE in version.added and version.outline is not None]
        for version in sorted(new, key=lambda each: (each.outline.publish_time if each.outline else "", each.name)):
            if CHANGES in version.files:
                body = self._content(version, CHANGES).decode("utf-8", "replace")
                if not is_single_entry(body):
                    raise FeedRefusedError(_message("CHANGES_WITH_HEADING", name=version.name))
                yield ChangelogEntry(f"{version.card} {version.number}", body.strip())


REPEAL_PART = "/repeal"
"""End of the name of a received repeal, after the name of its version."""


def first_instants(versions: Iterable[OfferedCard], gazette: Gazette) -> dict[str, tuple[str, str]]:
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


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
