"""Publication log of a feed: one canonical leaf per line, and a signed checkpoint over their Merkle tree.

Publisher and follower compute the same leaves from the same files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import orjson

from rules.contracts import TrailError, canonical_bytes, message_factory
from rules.model import VersionOutline, read_outline
from service.approval.repeals import read_repeal
from service.approval.statements import read_statement
from service.gazette.sidecars import APPROVALS, parse_sidecar, read_approvals
from service.transparency.checkpoints import Checkpoint, SignedNote
from service.transparency.gazette_leaves import publication_leaf, repeal_leaf, statement_leaves
from service.transparency.leaves import FORM, Leaf
from service.transparency.log_signatures import sign
from service.transparency.tree import TiledNodes, root, tiles_after_append

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_message = message_factory(__name__)


def read_entries(content: bytes) -> tuple[Leaf, ...]:
    """Parse the entries of a log, or raise TrailError with the number of an invalid line."""
    if content and not content.endswith(b"\n"):
        raise TrailError(_message("LOG_INCOMPLETE"))
    return tuple(_read_entry(number, line) for number, line in enumerate(content.split(b"\n")[:-1], start=1))


def _read_entry(number: int, line: bytes) -> Leaf:
    try:
        document = orjson.loads(line)
        kind, name = document["kind"], document["name"]
        if document["leaf"] != FORM or not isinstance(kind, str) or not isinstance(name, str):
            raise ValueError(kind)
        if canonical_bytes(document) != line:
            raise ValueError(name)
    except (ValueError, KeyError, TypeError):
        raise TrailError(_message("LOG_ENTRY", number=number)) from None
    return Leaf(kind, name, "", line)


def entries_bytes(leaves: Iterable[Leaf]) -> bytes:
    """Return the file of the entries."""
    return b"".join(leaf.document + b"\n" for leaf in leaves)


def log_checkpoint(origin: str, leaves: Sequence[Leaf]) -> Checkpoint:
    """Return the unsigned checkpoint of a log with these leaves."""
    return Checkpoint(origin, len(leaves), tree_root(leaves))


def tree_root(leaves: Sequence[Leaf]) -> bytes:
    """Return the root of the Merkle tree over the leaves."""
    tiles = tiles_after_append(0, [leaf.hash for leaf in leaves], lambda _level, _number: b"")
    return root(TiledNodes(lambda level, number: tiles[level, number]), len(leaves))


def signed_checkpoint(origin: str, leaves: Sequence[Leaf], key: Ed25519PrivateKey) -> SignedNote:
    """Return the checkpoint of a log, signed as the log `origin`."""
    checkpoint = log_checkpoint(origin, leaves)
    return SignedNote(checkpoint, (sign(checkpoint, key),))


def version_leaves(
    content: bytes, sidecar: bytes, approvals: bytes | None = None, repeal: bytes | None = None
) -> tuple[VersionOutline, tuple[Leaf, ...]]:
    """Return the outline of a version from its files, and its leaves: publication, statements, later leaves.

    Raises:
        TrailError: If a file is invalid.
    """
    stated = parse_sidecar(sidecar)
    outline = read_outline(content, stated.publish_time)
    if outline.content_digest != stated.content_digest:
        raise TrailError(_message("SIDECAR_OF_OTHER", version=outline.name))
    statements = tuple(map(read_statement, stated.statements))
    leaves = publication_leaf(outline, sidecar), *statement_leaves(outline.name, statements)
    return outline, (*leaves, *later_leaves(outline.name, outline.content_digest, approvals, repeal))


def later_leaves(name: str, content_digest: str, approvals: bytes | None, repeal: bytes | None) -> tuple[Leaf, ...]:
    """Return the leaves of files after publication: approvals, statements on the repeal, and the repeal.

    Raises:
        TrailError: If a file is invalid.
    """
    envelopes = () if approvals is None else read_approvals(approvals, content_digest, APPROVALS)
    leaves = tuple(statement_leaves(name, map(read_statement, envelopes)))
    if repeal is None:
        return leaves
    stated, statements = read_repeal(repeal, content_digest)
    return (*leaves, *statement_leaves(name, statements), repeal_leaf(name, stated))
