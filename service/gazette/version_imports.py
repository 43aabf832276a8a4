"""Versions from another environment: added to a gazette with unchanged bytes, and approvals added after publication."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import TrailError, error_message, message_factory
from service.approval.repeals import read_repeal
from service.approval.statements import Act, Statement, read_statement
from service.base.durable_files import replace_file
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_card
from service.gazette.publication import add_entry, find_same_version, publish_time_problem
from service.gazette.received import gazette_lock
from service.gazette.sidecars import (
    APPROVALS,
    REPEAL,
    SIDECAR,
    Sidecar,
    approvals_bytes,
    merged_approvals,
    read_approvals,
    require_approved,
    with_repeal,
)
from service.gazette.version_files import CONTENT, VersionFiles
from service.gazette.versions import Gazette, refuse_packaged_gazette
from service.input.given_files import read_published_file

if TYPE_CHECKING:
    from rules.model import PublishedVersion

_message = message_factory(__name__)


def later_approvals(files: VersionFiles, sidecar: Sidecar) -> tuple[Statement, ...]:
    """Return the approvals in the files that were signed after the publication, or raise TrailError."""
    content = files.get(APPROVALS)
    path = Path(f"{files.number}{APPROVALS}")
    envelopes = read_approvals(content, sidecar.content_digest, path) if content else ()
    return tuple(map(read_statement, envelopes))


def write_imported(
    gazette: Gazette, files: VersionFiles, approvals: Sequence[Statement], entry: str
) -> PublishedVersion:
    """Add a version from another environment, and return it; the same bytes again add only new signatures.

    Published form and sidecar are written unchanged, and the other `approvals` to a separate file. The sidecar is last
    and makes the version visible, so an interruption adds nothing.

    Raises:
        InputError: If a file does not belong to the version, or the gazette is that of the installation.
        Refusal: If the number has other content, effective periods overlap, or another repeal exists.
        TrailError: If an approval is missing.
    """
    refuse_packaged_gazette(gazette.folder)
    version, sidecar = files.read()
    with gazette_lock(gazette.folder):
        current = Gazette(gazette.folder, private=True, organization=gazette.organization)
        current.trust = gazette.trust
        if find_same_version(current, version) is None:
            _write_new(current, version, files, sidecar, approvals)
        else:
            _write_approvals(current, version, approvals)
        _write_repeal(current, version, files.get(REPEAL))
        if entry.strip():
            add_entry(gazette.folder, f"{version.card.id} {version.card.version}", entry)
    return current.version_named(version.name)


def _write_new(
    gazette: Gazette, version: PublishedVersion, files: VersionFiles, sidecar: Sidecar, approvals: Sequence[Statement]
) -> None:
    if (problem := publish_time_problem(version)) is not None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, problem)
    signed = tuple(map(read_statement, sidecar.statements))
    known = {statement.digest for statement in signed}
    added = tuple(statement for statement in approvals if statement.digest not in known)
    envelopes = tuple(statement.envelope for statement in (*signed, *added))
    target = gazette.folder / version.card.id
    path = target / f"{version.card.version}{SIDECAR}"
    require_approved(version, sidecar._replace(statements=envelopes), path, gazette.trust, gazette.organization)
    target.mkdir(parents=True, exist_ok=True)
    replace_file(target / f"{version.card.version}{CONTENT}", files.content)
    later = target / f"{version.card.version}{APPROVALS}"
    if added:
        replace_file(later, approvals_bytes(sidecar.content_digest, added))
    else:
        later.unlink(missing_ok=True)  # left by an interrupted import
    replace_file(path, files.get(SIDECAR))


def write_approval(gazette: Gazette, version: PublishedVersion, approval: Statement) -> None:
    """Add an approval to a published version.

    Raises:
        InputError: If the gazette is that of the installation.
        Refusal: If this person has already approved the version.
    """
    refuse_packaged_gazette(gazette.folder)
    with gazette_lock(gazette.folder):
        for statement in gazette.statements(version):
            if (statement.act, statement.predicate.person) == (Act.APPROVAL, approval.predicate.person):
                person = approval.predicate.person
                raise Refusal(
                    Reason.STEP_NOT_ALLOWED, _message("NO_MORE_APPROVALS", person=person, version=version.name)
                )
        _write_approvals(gazette, version, (approval,))


def _write_approvals(gazette: Gazette, version: PublishedVersion, approvals: Sequence[Statement]) -> None:
    known = {statement.digest for statement in gazette.statements(version)}
    new = tuple(statement for statement in approvals if statement.digest not in known)
    if not new:
        return
    card = parse_card(version.name)
    path = gazette.folder / card.card / f"{card.version}{APPROVALS}"
    added, digest = approvals_bytes(version.content_digest, new), version.content_digest
    replace_file(path, merged_approvals(digest, read_published_file(path), added, path) if path.exists() else added)


def check_repeal(gazette: Gazette, version: PublishedVersion, content: bytes) -> bytes:
    """Return the content to write for a repeal from another environment; empty if there is nothing to write.

    Raises:
        Refusal: If another repeal exists, or a signature does not count here.
    """
    path = gazette.folder / version.card.id / f"{version.card.version}{REPEAL}"
    if not content or (path.exists() and read_published_file(path) == content):
        return b""
    try:
        repeal, statements = read_repeal(content, version.content_digest)
        with_repeal(version, content, Path(path.name), gazette.trust, gazette.organization)
        if not path.exists():
            return content
        begun, earlier = read_repeal(read_published_file(path), version.content_digest)
    except TrailError as error:
        raise Refusal(Reason.STEP_NOT_ALLOWED, error_message(error)) from None
    new, old = ({statement.digest for statement in signed} for signed in (statements, earlier))
    if (begun.first_day, begun.reason) != (repeal.first_day, repeal.reason) or not (new <= old or old <= new):
        message = _message("REPEAL_DIFFERS", version=version.name, first=begun.first_day, reason=begun.reason)
        raise Refusal(Reason.STEP_NOT_ALLOWED, message)
    return content if old < new else b""


def _write_repeal(gazette: Gazette, version: PublishedVersion, content: bytes) -> None:
    if added := check_repeal(gazette, version, content):
        replace_file(gazette.folder / version.card.id / f"{version.card.version}{REPEAL}", added)
