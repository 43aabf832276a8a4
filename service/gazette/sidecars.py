"""Sidecars of a published version: digest, publish time, statements and repeal.

With a trust file, versions that lack approvals or signatures are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from rules.contracts import TrailError, canonical_bytes, error_message, message_factory
from service.base.instants import is_instant
from service.base.resource_names import parse_card
from service.input.given_files import read_published_file

if TYPE_CHECKING:
    from rules.model import AnyVersion, PublishedVersion, VersionOutline
    from service.approval.statements import Statement

_message = message_factory(__name__)

SIDECAR = ".sig.json"
REPEAL = ".repeal.json"
APPROVALS = ".approvals.json"
"""Approvals signed after the publication, because the log contains the digest of the sidecar."""


class Sidecar(NamedTuple):
    """Digest and publish time of a version, with the envelopes of its statements."""

    content_digest: str
    publish_time: str
    statements: tuple[Any, ...] = ()


def sidecar_bytes(content_digest: str, publish_time: str, statements: Sequence[Statement]) -> bytes:
    """Serialize a sidecar, without a list if there are no statements."""
    stated: dict[str, Any] = {"content_digest": content_digest, "publish_time": publish_time}
    if statements:
        stated["statements"] = [statement.envelope for statement in statements]
    return canonical_bytes(stated)


def read_sidecar(folder: Path, number: str) -> Sidecar:
    """Read and validate the sidecar of a version."""
    path = folder / f"{number}{SIDECAR}"
    return parse_sidecar(read_published_file(path), path)


def parse_sidecar(content: bytes, path: Path | str = SIDECAR) -> Sidecar:
    """Validate a sidecar, or raise TrailError with its path."""
    try:
        stated = orjson.loads(content)
        digest, time, statements = stated["content_digest"], stated["publish_time"], tuple(stated.get("statements", ()))
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise TrailError(_message("SIDECAR_INCOMPLETE", path=path)) from error
    if not isinstance(time, str) or not is_instant(time):
        raise TrailError(_message("SIDECAR_TIME", path=path, found=str(time)[:40]))
    return Sidecar(digest, time, statements)


def approvals_bytes(content_digest: str, statements: Sequence[Statement]) -> bytes:
    """Serialize the approvals that were signed after the publication."""
    return canonical_bytes(
        {"content_digest": content_digest, "statements": [statement.envelope for statement in statements]}
    )


def with_approvals(sidecar: Sidecar, content: bytes | None, path: Path | str) -> Sidecar:
    """Return a sidecar with the approvals in the file `path`, or raise TrailError; None if there is no such file."""
    if content is None:
        return sidecar
    later = read_approvals(content, sidecar.content_digest, path)
    return sidecar._replace(statements=(*sidecar.statements, *later))


def merged_approvals(content_digest: str, content: bytes, added: bytes, path: Path | str) -> bytes:
    """Return a file with the approvals of two files, each once; `content` itself if it has all of them.

    Raises:
        TrailError: If a file is invalid or about other content.
    """
    from service.approval.statements import read_statement  # noqa: PLC0415 -- slow to load

    first, second = (
        tuple(map(read_statement, read_approvals(each, content_digest, path))) for each in (content, added)
    )
    known = {statement.digest for statement in first}
    new = tuple(statement for statement in second if statement.digest not in known)
    return approvals_bytes(content_digest, (*first, *new)) if new else content


def read_approvals(content: bytes, content_digest: str, path: Path | str) -> tuple[Any, ...]:
    """Read the envelopes of later approvals, or raise TrailError if the file is invalid or about other content."""
    try:
        stated = orjson.loads(content)
        digest, statements = stated["content_digest"], tuple(stated["statements"])
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise TrailError(_message("APPROVALS_FORM", path=path)) from error
    if digest != content_digest:
        raise TrailError(_message("APPROVALS_OF_OTHER", path=path, stated=str(digest)[:80], found=content_digest))
    return statements


def version_statements(
    folder: Path, number: str, approvals: bytes | None, repeal: bytes | None
) -> tuple[Statement, ...]:
    """Return the statements on a version and its repeal, unchecked."""
    sidecar = with_approvals(read_sidecar(folder, number), approvals, folder / f"{number}{APPROVALS}")
    if not sidecar.statements and repeal is None:
        return ()
    from service.approval.repeals import read_repeal  # noqa: PLC0415 -- slow to load
    from service.approval.statements import read_statement  # noqa: PLC0415 -- slow to load

    stated = tuple(map(read_statement, sidecar.statements))
    if repeal is None:
        return stated
    return *stated, *read_repeal(repeal, sidecar.content_digest)[1]


def require_approved(
    version: VersionOutline | PublishedVersion,
    sidecar: Sidecar,
    path: Path | str,
    configured: Path | None,
    organization: str,
) -> None:
    """Raise TrailError if a version lacks approvals that the trust file `configured` requires."""
    if configured is None:
        return  # as in `read_rule_trust`, without loading it
    from service.approval.approval_trust import read_rule_trust  # noqa: PLC0415 -- slow to load
    from service.approval.review_status import check_approved  # noqa: PLC0415 -- slow to load
    from service.approval.statements import read_statement  # noqa: PLC0415 -- slow to load

    trust = read_rule_trust(configured)
    if trust is None:
        return
    try:
        check_approved(version, tuple(map(read_statement, sidecar.statements)), trust, organization)
    except TrailError as error:
        raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from None


def with_repeal(
    version: AnyVersion, content: bytes, path: Path | str, configured: Path | None, organization: str
) -> AnyVersion:
    """Return the version with the repeal in `content`, or unchanged if signatures are missing."""
    from service.approval.approval_trust import read_rule_trust  # noqa: PLC0415 -- slow to load
    from service.approval.repeals import missing_repeal_signers, read_repeal  # noqa: PLC0415 -- slow to load

    try:
        repeal, statements = read_repeal(content, version.content_digest)
        trust = read_rule_trust(configured)
        if trust is not None:
            needed = trust.approvals_needed(parse_card(version.name).card, organization).count
            if missing_repeal_signers(repeal, statements, version.content_digest, needed, trust):
                return version
    except TrailError as error:
        raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from None
    return replace(version, repeal=repeal)
