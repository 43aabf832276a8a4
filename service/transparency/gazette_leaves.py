"""Log leaves of a gazette: versions, repeals, signed statements, reference tables and log keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.contracts import digest
from rules.model import PublishedVersion, VersionOutline
from service.base.resource_names import parse_card
from service.gazette.sidecars import SIDECAR
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file
from service.transparency.leaves import LOG_KEY, PUBLICATION, REPEAL, STATEMENT, TABLE, Leaf, leaf_without_subject


def leaves_of(gazette: Gazette) -> Iterator[Leaf]:
    """Write the leaf of everything that is published, in the order of names; the same in every server.

    Raises:
        TrailError: the gazette is damaged.
    """
    for table, edition, manifest in TableStore(gazette.folder / FOLDER).digests():
        yield leaf_without_subject(TABLE, table_name(table, edition), {"digest": manifest})
    for card in gazette.card_ids():
        for version in gazette.outlines(card):
            yield publication_leaf(version, sidecar_of(gazette, version))
            yield from _statements(gazette, version)
            yield from _repeal(version)


def leaves_of_card(gazette: Gazette, card: str, owner: str = "") -> Iterator[Leaf]:
    """Write the leaves of the versions of a card and of their repeals, of its owner's own gazette if it has one.

    Raises:
        TrailError: the gazette is damaged.
    """
    for version in gazette.outlines(card):
        yield publication_leaf(version, sidecar_of(gazette, version), owner)
        yield from _repeal(version, owner)


def sidecar_of(gazette: Gazette, version: VersionOutline | PublishedVersion) -> bytes:
    """Give the bytes of what was published beside a version for all; they never change."""
    card = parse_card(version.name)
    return read_published_file(gazette.folder / card.card / f"{card.version}{SIDECAR}")


def publication_leaf(version: VersionOutline | PublishedVersion, sidecar: bytes, owner: str = "") -> Leaf:
    """Write the leaf of a version with what was published beside it.

    Where it stands in a gazette of its owner's own, it is found apart from what others publish under that name.
    """
    content = {
        "publish_time": version.publish_time,
        "content_digest": version.content_digest,
        "rule_digest": version.rule_digest,
        "text_digest": version.text_digest,
        "sidecar_digest": digest(sidecar),
    }
    return _owned(leaf_without_subject(PUBLICATION, version.name, content), owner)


def _owned(leaf: Leaf, owner: str) -> Leaf:
    return replace(leaf, name=f"{owner}/{leaf.name}") if owner else leaf


def table_name(table: str, edition: str) -> str:
    """Name an edition of a table, as its leaf does."""
    return f"tables/{table}/editions/{edition}"


def key_leaf(public: str, name: str) -> Leaf:
    """Write the leaf of a key with which the log signs from here on."""
    return leaf_without_subject(LOG_KEY, name, {"public": public})


def _statements(gazette: Gazette, version: VersionOutline) -> Iterator[Leaf]:
    for statement in gazette.statements(version):
        content = {
            "act": statement.act.value,
            "person": statement.predicate.person,
            "time": statement.predicate.time,
            "content_digest": statement.content_digest,
            "digest": statement.digest,
        }
        yield leaf_without_subject(STATEMENT, f"{version.name}/statements/{statement.digest}", content)


def _repeal(version: VersionOutline, owner: str = "") -> Iterator[Leaf]:
    if (ended := version.repeal) is not None:
        content = {"first_date": ended.first_day.isoformat(), "time": ended.time, "reason": ended.reason}
        yield _owned(leaf_without_subject(REPEAL, version.name, content), owner)
