"""Log leaves of a gazette: versions, repeals, statements, tables and log keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import digest
from rules.model import PublishedVersion, VersionOutline
from service.base.resource_names import parse_card
from service.gazette.sidecars import APPROVALS, SIDECAR
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file
from service.transparency.leaves import LOG_KEY, PUBLICATION, REPEAL, STATEMENT, TABLE, Leaf, leaf_without_subject

if TYPE_CHECKING:
    from rules.model import Repeal
    from service.approval.statements import Statement


def leaves_of(gazette: Gazette) -> Iterator[Leaf]:
    """Yield all leaves in name order, or raise TrailError for a corrupt gazette."""
    for table, edition, manifest in TableStore(gazette.folder / FOLDER).digests():
        yield table_leaf(table, edition, manifest)
    for card in gazette.card_ids():
        for version in gazette.outlines(card):
            yield publication_leaf(version, sidecar_of(gazette, version))
            yield from statement_leaves(version.name, gazette.statements(version))
            yield from _repeal_leaves(version)


def leaves_of_card(gazette: Gazette, card: str, owner: str = "") -> Iterator[Leaf]:
    """Yield the version and repeal leaves of a scorecard.

    Raises:
        TrailError: If the gazette is invalid.
    """
    for version in gazette.outlines(card):
        yield publication_leaf(version, sidecar_of(gazette, version), owner)
        yield from _repeal_leaves(version, owner)


def sidecar_of(gazette: Gazette, version: VersionOutline | PublishedVersion) -> bytes:
    """Return the immutable public sidecar of a version."""
    card = parse_card(version.name)
    return read_published_file(gazette.folder / card.card / f"{card.version}{SIDECAR}")


def approvals_of(gazette: Gazette, version: VersionOutline | PublishedVersion) -> bytes | None:
    """Return the file of approvals signed after the publication of a public version; None if there are none."""
    card = parse_card(version.name)
    return gazette.file_in_folder(card.card, str(card.version), APPROVALS)


def publication_leaf(version: VersionOutline | PublishedVersion, sidecar: bytes, owner: str = "") -> Leaf:
    """Return the leaf of a version; a non-empty `owner` prefixes its name."""
    content = {
        "publish_time": version.publish_time,
        "content_digest": version.content_digest,
        "rule_digest": version.rule_digest,
        "text_digest": version.text_digest,
        "sidecar_digest": digest(sidecar),
    }
    return _with_owner(leaf_without_subject(PUBLICATION, version.name, content), owner)


def owned_name(name: str, owner: str) -> str:
    """Return the leaf name of a version or repeal; `owner` is the organization of its gazette, or empty."""
    return f"{owner}/{name}" if owner else name


def _with_owner(leaf: Leaf, owner: str) -> Leaf:
    return replace(leaf, name=owned_name(leaf.name, owner))


def table_leaf(table: str, edition: str, manifest_digest: str) -> Leaf:
    """Return the leaf of a table edition."""
    return leaf_without_subject(TABLE, f"tables/{table}/editions/{edition}", {"digest": manifest_digest})


def key_leaf(public: str, name: str) -> Leaf:
    """Return the leaf of the log's next signing key."""
    return leaf_without_subject(LOG_KEY, name, {"public": public})


def statement_leaves(name: str, statements: Iterable[Statement]) -> Iterator[Leaf]:
    """Yield the leaves of statements on the version `name`."""
    for statement in statements:
        content = {
            "act": statement.act.value,
            "person": statement.predicate.person,
            "time": statement.predicate.time,
            "content_digest": statement.content_digest,
            "digest": statement.digest,
        }
        yield leaf_without_subject(STATEMENT, f"{name}/statements/{statement.digest}", content)


def repeal_leaf(name: str, repeal: Repeal) -> Leaf:
    """Return the leaf of the repeal of the version `name`."""
    content = {"first_date": repeal.first_day.isoformat(), "time": repeal.time, "reason": repeal.reason}
    return leaf_without_subject(REPEAL, name, content)


def _repeal_leaves(version: VersionOutline, owner: str = "") -> Iterator[Leaf]:
    if version.repeal is not None:
        yield _with_owner(repeal_leaf(version.name, version.repeal), owner)
