"""Published form of a version in the gazette: bytes, digests, repeal, and choice of the version in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import orjson
from pydantic import ValidationError

from rules.contracts.build_cache import find_cached, source_digest, store_cached
from rules.contracts.canonical import Json, digest, refuse_inexact, unchecked_canonical_bytes
from rules.contracts.errors import TrailError, VersionError
from rules.contracts.messages import message_factory
from rules.contracts.toml_files import package_file
from rules.model.definitions import Card
from rules.model.digest import canonical_order, rules_and_text, scorecard_document
from rules.model.scorecard import SCHEMA, Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Repeal:
    """A version governs no more from `first_day` on, as known since `time` (`YYYY-MM-DDThh:mm:ssZ`), and why."""

    first_day: date
    time: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One published version: the scorecard, the source files it was compiled from, and its digests.

    `rule_digest` covers everything that can change an outcome, `text_digest` the words for people and the sources with
    their examples, `content_digest` the whole file. `publish_time` (`YYYY-MM-DDThh:mm:ssZ`) stands beside the file; a
    draft has none. `repeal` stands beside it too, once there is one.
    """

    scorecard: Scorecard
    sources: Mapping[str, str]
    rule_digest: str
    text_digest: str
    content_digest: str
    publish_time: str
    repeal: Repeal | None = None

    @property
    def name(self) -> str:
        """The resource name, `scorecards/{scorecard}/versions/{version}`."""
        card = self.scorecard.card
        return f"scorecards/{card.id}/versions/{card.version}"


def published_bytes(scorecard: Scorecard, sources: Mapping[str, str]) -> bytes:
    """Write the published form: canonical, self-contained, the same bytes for the same sources."""
    written = scorecard_document(scorecard)
    plain: dict[str, Json] = {"schema": SCHEMA, "scorecard": written, "sources": dict(sources)}
    refuse_inexact(plain)  # once, for all that is written below is part of it
    rules, text = rules_and_text(written)
    plain["text_digest"] = digest(unchecked_canonical_bytes({"card": text, "sources": plain["sources"]}))
    plain["rule_digest"] = digest(unchecked_canonical_bytes(rules))
    return unchecked_canonical_bytes(plain)


def read_published(content: bytes, publish_time: str) -> PublishedVersion:
    """Read a published form and check its digests; what was found right once is not written again to compare it.

    Raises:
        TrailError: it is not a published form of a known schema, or a digest does not fit its content.
    """
    try:
        plain = orjson.loads(content)
        schema = plain["schema"]
        if schema != SCHEMA:
            raise TrailError(_say("OTHER_SCHEMA", found=schema, known=SCHEMA))
        scorecard = Scorecard.model_validate(plain["scorecard"])
        sources, stated_rule, stated_text = plain["sources"], plain["rule_digest"], plain["text_digest"]
    except (orjson.JSONDecodeError, KeyError, TypeError, ValidationError) as error:
        raise TrailError(_say("NOT_PUBLISHED_FORM", problem=str(error)[:200])) from error
    content_digest = digest(content)
    if published_outline(content_digest, publish_time) is None:
        if published_bytes(scorecard, sources) != content:  # which hold the digests, computed anew
            raise TrailError(_say("DIGESTS_DIFFER"))
        store_cached(_shelved(content_digest), _as_checked(content_digest), orjson.dumps(plain["scorecard"]["card"]))
    return PublishedVersion(scorecard, sources, stated_rule, stated_text, content_digest, publish_time)


def published_outline(content_digest: str, publish_time: str) -> PublishedVersion | None:
    """Give what a version with this digest says of itself, but not its rules; nothing unless it was found right once.

    So far it says enough to choose the one in force of several.
    """
    kept = find_cached(_shelved(content_digest), _as_checked(content_digest))
    if kept is None:
        return None
    card = _parse_card(kept)
    return PublishedVersion(
        Scorecard.model_construct(card=card, bases=(), facts=()), {}, "", "", content_digest, publish_time
    )


@lru_cache(maxsize=256)
def _parse_card(kept: bytes) -> Card:
    return Card.model_validate(orjson.loads(kept))


def _shelved(content_digest: str) -> str:
    return f"version-{content_digest.rpartition(':')[2][:24]}"


def _as_checked(content_digest: str) -> str:
    return source_digest(str(SCHEMA).encode(), content_digest.encode(), _code())


@cache
def _code() -> bytes:
    """Give what checks such files, so that nothing passes that was checked otherwise."""
    folder = package_file("rules.model", "")
    return b"".join((folder / f"{name}.py").read_bytes() for name in ("digest", "published_version", "scorecard"))


def draft_as_published(scorecard: Scorecard, sources: Mapping[str, str]) -> PublishedVersion:
    """Give a draft as it would be published; it has no publish time."""
    return read_published(published_bytes(scorecard, sources), "")


def is_same_content(first: Scorecard, other: Scorecard) -> bool:
    """Say whether two scorecards are the same to the last word, in whatever order and files they are written."""
    return _in_order(first) == _in_order(other)


def _in_order(scorecard: Scorecard) -> Scorecard:
    case = tuple(sorted(scorecard.reference_case, key=lambda value: value.fact))
    return canonical_order(scorecard).model_copy(update={"reference_case": case})


def find_version_in_force(versions: Iterable[PublishedVersion], as_of: date, known_time: str) -> PublishedVersion:
    """Choose the version whose effect covers the civil date, as published by the known instant.

    Of overlapping versions the one that supersedes the others governs. One that is repealed leaves a gap: what it
    superseded does not come back.

    Raises:
        VersionError: no version was in force, or several without one that supersedes the others.
    """
    covering = [
        version
        for version in versions
        if version.publish_time <= known_time and is_in_force_on(version.scorecard, as_of)
    ]
    superseded = {version.scorecard.card.supersedes for version in covering}
    remaining = [version for version in covering if version.scorecard.card.version not in superseded]
    alive = [version for version in remaining if not is_repealed(version, as_of, known_time)]
    if len(alive) == 1:
        return alive[0]
    if alive:
        names = sorted(version.name for version in alive)
        raise VersionError(_say("SEVERAL_IN_FORCE", day=as_of, names=names), missing=False)
    for version in remaining:
        if version.repeal is not None:
            gone, first, reason = version.name, version.repeal.first_day, version.repeal.reason
            raise VersionError(_say("REPEALED", day=as_of, version=gone, first=first, reason=reason), missing=False)
    raise VersionError(_say("NONE_IN_FORCE", day=as_of, known=known_time), missing=False)


def is_repealed(version: PublishedVersion, as_of: date, known_time: str) -> bool:
    """Say whether a version governs no more on a civil date, as known by an instant."""
    repeal = version.repeal
    return repeal is not None and repeal.time <= known_time and repeal.first_day <= as_of


def is_in_force_on(scorecard: Scorecard, as_of: date) -> bool:
    """Say whether the civil date lies inside the effect of the version; both ends are inside."""
    card = scorecard.card
    return card.first_date <= as_of and (card.last_date is None or as_of <= card.last_date)
