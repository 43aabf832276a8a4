"""Publication of versions into the gazette: sequential and permanent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from rules.contracts import message_factory
from rules.model import (
    Card,
    PublishedVersion,
    Repeal,
    Scorecard,
    VersionOutline,
    is_in_force_on,
    published_bytes,
    read_published,
)
from service.approval.repeals import read_repeal, repeal_bytes
from service.approval.statements import Statement
from service.base import instants
from service.base.durable_files import replace_file
from service.base.refusals import Reason, Refusal
from service.base.resource_names import VERSION, parse_card, version_key
from service.gazette.received import gazette_lock, write_received, write_replaced
from service.gazette.sidecars import REPEAL, SIDECAR, Sidecar, require_approved, sidecar_bytes, with_repeal
from service.gazette.tables import FOLDER as TABLES
from service.gazette.versions import Gazette, refuse_packaged_gazette
from service.input.given_files import read_published_file

PAGE = "CHANGELOG.md"
_HEADING = re.compile(r" {0,3}#{1,2}(?:\s|\Z)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_CLOCK_TOLERANCE = timedelta(days=1)
_LANGUAGE_MARK = re.compile(r"^<!-- ([a-z]{2}) -->$", re.MULTILINE)
_HEAD = """# Legal impact of the published scorecards

One entry per version, newest first: when it is in force, which rules changed, which outcomes can change, and which
parts are our own interpretation. Each entry is in the languages of its scorecard.
"""


def join_languages(texts: Mapping[str, str]) -> str:
    """Return the text of an entry in several languages, each after the first below a comment with its name."""
    first, *others = texts.items()
    return "\n\n".join((first[1], *(f"<!-- {language} -->\n\n{text}" for language, text in others)))


def add_entry(folder: Path, title: str, body: str) -> Path | None:
    """Insert the newest changelog entry; return None if the title exists."""
    if find_entry(folder, title) is not None:
        return None
    path = folder / PAGE
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    before, mark, rest = text.partition("\n## ")
    entry = f"\n## {title}\n\n{body.rstrip()}\n"
    replace_file(path, f"{before}{entry}{mark}{rest}".encode())
    return path


def is_single_entry(body: str) -> bool:
    """Return whether the text of an entry has no heading of another entry, and no control characters."""
    return _CONTROL.search(body) is None and not any(_HEADING.match(line) for line in body.strip().split("\n"))


def complete_activation(folder: Path) -> None:
    """Add the changelog entries and the replaced files of the newest activation; the caller holds the lock.

    Repeating it after an interruption changes nothing.
    """
    state = write_replaced(folder)
    if not state.entries:
        return
    for entry in state.entries:
        add_entry(folder, entry.title, entry.body)
    write_received(folder, replace(state, entries=()))


def find_entry(folder: Path, title: str) -> str | None:
    """Return a changelog entry without its heading, None if absent."""
    return entries_by_title(folder).get(title)


def entries_by_title(folder: Path) -> dict[str, str]:
    """Return all changelog entries without their headings, by title; the first of equal titles counts."""
    path = folder / PAGE
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    entries = (entry.partition("\n") for entry in reversed(text.split("\n## ")[1:]))
    return {title.strip(): body.strip() for title, _, body in entries}


def entries_between(folder: Path, card: str, before: str, after: str, *, language: str) -> tuple[str, ...]:
    """Return the changelog entries of a scorecard after `before`, up to `after`, in a language if available."""
    path = folder / PAGE
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    entries = []
    for entry in text.split("\n## ")[1:]:
        name, _, version = entry.partition("\n")[0].strip().partition(" ")
        if name == card and VERSION.match(version) and version_key(before) < version_key(version) <= version_key(after):
            entries.append(_text_in_language(entry.strip(), language))
    return tuple(entries)


def _text_in_language(entry: str, language: str) -> str:
    """Return an entry with its text in a language; an entry in one language is returned as it is."""
    heading, _, body = entry.partition("\n")
    first, *others = _LANGUAGE_MARK.split(body)
    texts = dict(zip(others[::2], others[1::2], strict=True))
    return f"{heading}\n\n{texts.get(language, first).strip()}"


_message = message_factory(__name__)


def write_repeal(
    folder: Path,
    version: PublishedVersion,
    repeal: Repeal,
    statements: Sequence[Statement] = (),
    *,
    organization: str = "",
) -> PublishedVersion:
    """Repeal a published version, and return its current state.

    New statements are added to earlier ones. The repeal takes effect once enough trusted people have signed.
    `organization` owns the gazette; empty means public.

    Raises:
        Refusal: If already repealed, begun with another day or reason, or already signed by a person.
        TrailError: If a file or signer is invalid.
    """
    refuse_packaged_gazette(folder)
    card = parse_card(version.name)
    path = folder / card.card / f"{card.version}{REPEAL}"
    with gazette_lock(folder):
        gazette = Gazette(folder, private=True, organization=organization)
        current = gazette.version_named(version.name)
        if current.repeal is not None:
            first, reason = current.repeal.first_day, current.repeal.reason
            raise Refusal(
                Reason.STEP_NOT_ALLOWED, _message("REPEALED_ALREADY", version=version.name, first=first, reason=reason)
            )
        if path.exists():
            begun, earlier = read_repeal(read_published_file(path), version.content_digest)
            if (begun.first_day, begun.reason) != (repeal.first_day, repeal.reason):
                raise Refusal(
                    Reason.STEP_NOT_ALLOWED, _message("REPEAL_BEGUN", first=begun.first_day, reason=begun.reason)
                )
            signed = {previous.predicate.person for previous in earlier}
            for statement in statements:
                if statement.predicate.person in signed:
                    raise Refusal(Reason.STEP_NOT_ALLOWED, _message("REPEAL_SIGNED", person=statement.predicate.person))
            statements = (*earlier, *statements)
        content = repeal_bytes(version.content_digest, repeal, statements)
        with_repeal(version, content, path, gazette.trust, organization)
        replace_file(path, content)
        return Gazette(folder, private=True, organization=organization).version_named(version.name)


def write_version(  # noqa: PLR0913
    folder: Path,
    scorecard: Scorecard,
    sources: Mapping[str, str],
    *,
    publish_time: str,
    statements: Sequence[Statement] = (),
    organization: str = "",
) -> PublishedVersion:
    """Publish a version permanently; publishing the same content again changes nothing.

    The sidecar is written last and makes the version visible, so an interruption publishes nothing. `organization` owns
    the gazette; empty means public.

    Raises:
        Refusal: If the number has other content, or effective periods overlap.
        TrailError: If a file is invalid, or approval is missing.
    """
    refuse_packaged_gazette(folder)
    with gazette_lock(folder):
        gazette = Gazette(folder, private=True, organization=organization)
        return _publish_version(gazette, scorecard, sources, publish_time, statements)


def _publish_version(
    gazette: Gazette,
    scorecard: Scorecard,
    sources: Mapping[str, str],
    publish_time: str,
    statements: Sequence[Statement],
) -> PublishedVersion:
    card = scorecard.card
    content = published_bytes(scorecard, sources)
    published = read_published(content, publish_time)
    present = find_same_version(gazette, published)
    if present is not None:
        return present
    target = gazette.folder / card.id
    target.mkdir(parents=True, exist_ok=True)
    sidecar = target / f"{card.version}{SIDECAR}"
    envelopes = tuple(statement.envelope for statement in statements)
    require_approved(
        published,
        Sidecar(published.content_digest, publish_time, envelopes),
        sidecar,
        gazette.trust,
        gazette.organization,
    )
    replace_file(target / f"{card.version}.json", content)
    replace_file(sidecar, sidecar_bytes(published.content_digest, publish_time, statements))
    return published


def publish_time_problem(version: VersionOutline | PublishedVersion) -> str | None:
    """Return the problem of a version from elsewhere if its publication is more than a day ahead of this clock."""
    latest = instants.now_plus(_CLOCK_TOLERANCE)
    if version.publish_time <= latest:
        return None
    return _message("PUBLISHED_IN_FUTURE", version=version.name, time=version.publish_time)


def overlap_problem(
    version: VersionOutline | PublishedVersion, others: Sequence[VersionOutline | PublishedVersion]
) -> str | None:
    """Return the problem of a version if its effective period overlaps with that of another."""
    superseded = {version.card.supersedes, *(other.card.supersedes for other in others)}
    if version.card.version in superseded:
        return None
    for other in others:
        if other.card.version not in superseded and _overlap(other.card, version.card):
            return _message("EFFECT_OVERLAPS", version=version.name, other=other.name)
    return None


def find_same_version(gazette: Gazette, version: PublishedVersion) -> PublishedVersion | None:
    """Return the version if the gazette contains it, and None if it can be added.

    Raises:
        Refusal: If the number has other content, effective periods overlap, or the id is that of a folder of tables.
    """
    card = version.card
    if card.id == TABLES:
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("ID_OF_TABLES", id=card.id))
    existing = gazette.outlines(card.id) if card.id in gazette.card_ids() else ()
    for other in existing:
        if other.name == version.name:
            if other.content_digest == version.content_digest:
                return gazette.version_named(other.name)
            raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("PUBLISHED_OTHERWISE", version=other.name))
    problem = overlap_problem(version, existing)
    if problem is not None:
        raise Refusal(Reason.SOURCE_HAS_ERRORS, problem)
    return None


def _overlap(card: Card, other: Card) -> bool:
    return is_in_force_on(card, other.first_date) or is_in_force_on(other, card.first_date)
