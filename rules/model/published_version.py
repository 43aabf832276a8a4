"""Published form of a version in the gazette: bytes, digests, outline, repeal, and choice of the version in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

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

    from rules.model.definitions import TextByLanguage

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Repeal:
    """A version governs no more from `first_day` on, as known since `time` (`YYYY-MM-DDThh:mm:ssZ`), and why."""

    first_day: date
    time: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionOutline:
    """What is known of a published version without its rules: the head of its card, its digests, and its repeal.

    `grades` and `stages` are what it calls them, by their ids. The rest is as in `PublishedVersion`.
    """

    card: Card
    rule_digest: str
    text_digest: str
    content_digest: str
    publish_time: str
    grades: Mapping[str, TextByLanguage]
    stages: Mapping[str, TextByLanguage]
    repeal: Repeal | None = None

    @property
    def name(self) -> str:
        """The resource name, `scorecards/{scorecard}/versions/{version}`."""
        return _resource_name(self.card)


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
    def card(self) -> Card:
        """The head of the card."""
        return self.scorecard.card

    @property
    def name(self) -> str:
        """The resource name, `scorecards/{scorecard}/versions/{version}`."""
        return _resource_name(self.card)

    @property
    def outline(self) -> VersionOutline:
        """The version without its rules."""
        ladder, stages = self.scorecard.ladder, self.scorecard.stages
        return VersionOutline(
            self.card,
            self.rule_digest,
            self.text_digest,
            self.content_digest,
            self.publish_time,
            {} if ladder is None else {grade.id: grade.labels for grade in ladder.grades},
            {} if stages is None else {stage.id: stage.labels for stage in stages.stages},
            self.repeal,
        )


AnyVersion = TypeVar("AnyVersion", VersionOutline, PublishedVersion)
"""A version as a whole or in outline, for what is alike for both."""


class _HasCard(Protocol):
    @property
    def card(self) -> Card: ...


_Versioned = TypeVar("_Versioned", bound=_HasCard)


def version_before(card: Card, others: Iterable[_Versioned]) -> _Versioned | None:
    """Return the version of the same scorecard with the next lower number; None for the first version."""
    number = version_number(card)
    lower = [other for other in others if other.card.id == card.id and version_number(other.card) < number]
    return max(lower, key=lambda other: version_number(other.card), default=None)


def version_number(card: Card) -> tuple[int, int, int]:
    """Return the number of a version as three integers, which are ordered by value."""
    major, minor, patch = map(int, card.version.split("."))
    return major, minor, patch


def _resource_name(card: Card) -> str:
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
    return replace(_checked_version(content), publish_time=publish_time)


@lru_cache(maxsize=1)  # a command reads the version that the service which it calls in its own process reads again
def _checked_version(content: bytes) -> PublishedVersion:
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
    version = PublishedVersion(scorecard, sources, stated_rule, stated_text, content_digest, "")
    if _find_outline(content_digest) is None:
        if published_bytes(scorecard, sources) != content:  # which hold the digests, computed anew
            raise TrailError(_say("DIGESTS_DIFFER"))
        store_cached(_shelved(content_digest), _as_checked(content_digest), _outline_bytes(version.outline))
    return version


def read_outline(content: bytes, publish_time: str) -> VersionOutline:
    """Read what a published form says of itself; one that was never found right is read as a whole and checked.

    Raises:
        TrailError: as for `read_published`.
    """
    content_digest = digest(content)
    kept = _find_outline(content_digest)
    if kept is None:
        return read_published(content, publish_time).outline
    outline = orjson.loads(kept)
    return VersionOutline(
        Card.model_validate(outline["card"]),
        outline["rule_digest"],
        outline["text_digest"],
        content_digest,
        publish_time,
        outline["grades"],
        outline["stages"],
    )


def _outline_bytes(outline: VersionOutline) -> bytes:
    """Write what the content says; the publish time and a repeal stand beside it."""
    return orjson.dumps(
        {
            "card": outline.card.model_dump(mode="json"),
            "rule_digest": outline.rule_digest,
            "text_digest": outline.text_digest,
            "grades": outline.grades,
            "stages": outline.stages,
        }
    )


def _find_outline(content_digest: str) -> bytes | None:
    return find_cached(_shelved(content_digest), _as_checked(content_digest))


def _shelved(content_digest: str) -> str:
    return f"version-{content_digest.rpartition(':')[2][:24]}"


def _as_checked(content_digest: str) -> str:
    return source_digest(str(SCHEMA).encode(), content_digest.encode(), _code())


_CHECKED_BY = ("definitions", "digest", "published_version", "scorecard")


@cache
def _code() -> bytes:
    """Give what checks such files, so that nothing passes that was checked otherwise."""
    folder = package_file("rules.model", "")
    return b"".join((folder / f"{name}.py").read_bytes() for name in _CHECKED_BY)


def draft_as_published(scorecard: Scorecard, sources: Mapping[str, str]) -> PublishedVersion:
    """Give a draft as it would be published; it has no publish time."""
    return read_published(published_bytes(scorecard, sources), "")


def is_same_content(first: Scorecard, other: Scorecard) -> bool:
    """Say whether two scorecards are the same to the last word, in whatever order and files they are written."""
    return _in_order(first) == _in_order(other)


def _in_order(scorecard: Scorecard) -> Scorecard:
    case = tuple(sorted(scorecard.reference_case, key=lambda value: value.fact))
    return canonical_order(scorecard).model_copy(update={"reference_case": case})


def find_version_in_force(versions: Iterable[AnyVersion], as_of: date, known_time: str) -> AnyVersion:
    """Choose the version whose effect covers the civil date, as published by the known instant.

    Of overlapping versions the one that supersedes the others governs. One that is repealed leaves a gap: what it
    superseded does not come back.

    Raises:
        VersionError: no version was in force, or several without one that supersedes the others.
    """
    covering = [
        version for version in versions if version.publish_time <= known_time and is_in_force_on(version.card, as_of)
    ]
    superseded = {version.card.supersedes for version in covering}
    remaining = [version for version in covering if version.card.version not in superseded]
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


def is_repealed(version: VersionOutline | PublishedVersion, as_of: date, known_time: str) -> bool:
    """Say whether a version governs no more on a civil date, as known by an instant."""
    repeal = version.repeal
    return repeal is not None and repeal.time <= known_time and repeal.first_day <= as_of


def is_in_force_on(card: Card, as_of: date) -> bool:
    """Say whether the civil date lies inside the effect of the version; both ends are inside."""
    return card.first_date <= as_of and (card.last_date is None or as_of <= card.last_date)
