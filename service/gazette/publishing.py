"""How does a version come into the gazette? One after the other, and for ever."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.model.published import Published, covers, published_bytes, read_published
from service.base.durable_files import replace_file
from service.base.refusals import Reason, Refusal
from service.gazette.carried import refuse_carried
from service.gazette.sidecars import SIDECAR, Sidecar, sidecar_bytes, trusted
from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rules.model.scorecard import Scorecard
    from service.approval.statements import Statement

_say = speaker(__name__)


def write_version(  # noqa: PLR0913 -- what stands there, and beside it
    folder: Path,
    scorecard: Scorecard,
    sources: Mapping[str, str],
    *,
    publish_time: str,
    statements: Sequence[Statement] = (),
    organization: str = "",
) -> Published:
    """Publish a version for ever; publishing the same content again changes nothing.

    `organization` is the id of that whose own gazette the folder is.

    The sidecar is written last and makes the version visible, so that an interrupted publication leaves none.

    Raises:
        InputError: the gazette came with the installation.
        Refusal: another content was published under this number, or the effect overlaps a version not superseded.
        TrailError: the gazette holds a damaged file, or those who are trusted have not approved this content.
    """
    refuse_carried(folder)
    with alone(folder):
        gazette = Gazette(folder, private=True, organization=organization)
        return _written(gazette, scorecard, sources, publish_time, statements)


def _written(
    gazette: Gazette,
    scorecard: Scorecard,
    sources: Mapping[str, str],
    publish_time: str,
    statements: Sequence[Statement],
) -> Published:
    card = scorecard.card
    content = published_bytes(scorecard, sources)
    published = read_published(content, publish_time)
    existing = gazette.versions(card.id) if card.id in gazette.card_ids() else ()
    superseded = {card.supersedes, *(other.scorecard.card.supersedes for other in existing)}
    for other in existing:
        if other.name == published.name:
            if other.content_digest == published.content_digest:
                return other
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS,
                _say("PUBLISHED_OTHERWISE", version=other.name),
            )
        if other.scorecard.card.version not in superseded and _overlap(other.scorecard, scorecard):
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS,
                _say("EFFECT_OVERLAPS", version=published.name, other=other.name),
            )
    target = gazette.folder / card.id
    target.mkdir(parents=True, exist_ok=True)
    sidecar = target / f"{card.version}{SIDECAR}"
    envelopes = tuple(one.envelope for one in statements)
    trusted(
        published,
        Sidecar(published.content_digest, publish_time, envelopes),
        sidecar,
        gazette.trust,
        gazette.organization,
    )
    replace_file(target / f"{card.version}.json", content)
    replace_file(sidecar, sidecar_bytes(published.content_digest, publish_time, statements))
    return published


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one publication after the other look at the gazette and write into it."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _overlap(one: Scorecard, other: Scorecard) -> bool:
    return covers(one, other.card.first_date) or covers(other, one.card.first_date)
