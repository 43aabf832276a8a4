"""Published scorecard versions: canonical bytes, digests, repeal, and selection of the version in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

import orjson
from pydantic import ValidationError

from rules.contracts.build_cache import find_cached, source_digest, store_cached
from rules.contracts.canonical import Json, digest, refuse_inexact, unchecked_canonical_bytes
from rules.contracts.dates import add_days
from rules.contracts.error_texts import error_message
from rules.contracts.errors import TrailError, VersionError
from rules.contracts.messages import message_factory
from rules.contracts.toml_files import package_file
from rules.model.definitions import Card
from rules.model.digest import canonical_order, rules_and_text, scorecard_document
from rules.model.scorecard import SCHEMA, Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.model.definitions import TextByLanguage
    from rules.model.tables import Manifest

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Repeal:
    """The end of a version from `first_day` on, recorded at `time` (`YYYY-MM-DDThh:mm:ssZ`)."""

    first_day: date
    time: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionOutline:
    """Header, digests and repeal of a published version; `grades` and `stages` map ids to labels."""

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
        return _resource_name(self.card)


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A published scorecard version with its source files and digests.

    `rule_digest` covers everything that can change an outcome, `text_digest` the texts and sources, `content_digest`
    the file. The file excludes `publish_time` (`YYYY-MM-DDThh:mm:ssZ`, empty for a draft) and `repeal`.
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
        return self.scorecard.card

    @property
    def name(self) -> str:
        return _resource_name(self.card)

    @property
    def outline(self) -> VersionOutline:
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


class _HasCard(Protocol):
    @property
    def card(self) -> Card: ...


_Versioned = TypeVar("_Versioned", bound=_HasCard)


def version_before(card: Card, others: Iterable[_Versioned]) -> _Versioned | None:
    """Return the version of the same scorecard with the next lower number; None for the first version."""
    number = version_number(card)
    lower = [other for other in others if other.card.id == card.id and version_number(other.card) < number]
    return max(lower, key=lambda other: version_number(other.card), default=None)


def last_day_in_force(card: Card, others: Iterable[_Versioned]) -> date | None:
    """Return the last day of a version: its own, or the day before a version that supersedes it; None without an end.

    A superseding version that ends earlier does not count, because this version governs again after it.
    """
    first_days = [
        other.card.first_date
        for other in others
        if other.card.id == card.id
        and other.card.supersedes == card.version
        and is_in_force_on(card, other.card.first_date)
        and other.card.first_date > card.first_date
        and (other.card.last_date is None or (card.last_date is not None and card.last_date <= other.card.last_date))
    ]
    return add_days(min(first_days), -1) if first_days else card.last_date


def version_number(card: Card) -> tuple[int, int, int]:
    """Return the version number as integers, so that versions compare by value."""
    major, minor, patch = map(int, card.version.split("."))
    return major, minor, patch


def _resource_name(card: Card) -> str:
    return f"scorecards/{card.id}/versions/{card.version}"


def published_bytes(scorecard: Scorecard, sources: Mapping[str, str]) -> bytes:
    """Return the canonical published form; equal sources produce equal bytes."""
    document = scorecard_document(scorecard)
    plain: dict[str, Json] = {"schema": SCHEMA, "scorecard": document, "sources": dict(sources)}
    refuse_inexact(plain)  # once: everything serialized below is part of it
    rules, text = rules_and_text(document)
    plain["text_digest"] = digest(unchecked_canonical_bytes({"card": text, "sources": plain["sources"]}))
    plain["rule_digest"] = digest(unchecked_canonical_bytes(rules))
    return unchecked_canonical_bytes(plain)


def read_published(content: bytes, publish_time: str) -> PublishedVersion:
    """Parse a published form and check its digests; content that passed before is not serialized again.

    Raises:
        TrailError: If the form or its schema is invalid, or a digest does not match.
    """
    return replace(_checked_version(content), publish_time=publish_time)


@lru_cache(maxsize=1)  # a command and the service in the same process read the same version
def _checked_version(content: bytes) -> PublishedVersion:
    try:
        plain = orjson.loads(content)
        schema = plain["schema"]
        if schema != SCHEMA:
            raise TrailError(_message("OTHER_SCHEMA", found=schema, known=SCHEMA))
        scorecard = Scorecard.model_validate(plain["scorecard"])
        sources, stated_rule, stated_text = plain["sources"], plain["rule_digest"], plain["text_digest"]
    except (orjson.JSONDecodeError, KeyError, TypeError, ValidationError) as error:
        raise TrailError(_message("NOT_PUBLISHED_FORM", problem=error_message(error))) from error
    content_digest = digest(content)
    version = PublishedVersion(scorecard, sources, stated_rule, stated_text, content_digest, "")
    if _find_outline(content_digest) is None:
        if published_bytes(scorecard, sources) != content:  # contains the recomputed digests
            raise TrailError(_message("DIGESTS_DIFFER"))
        store_cached(_cache_name(content_digest), _cache_digest(content_digest), _outline_bytes(version.outline))
    return version


def read_outline(content: bytes, publish_time: str) -> VersionOutline:
    """Return the outline of a published form; new content is checked as a whole.

    Raises:
        TrailError: As for `read_published`.
    """
    content_digest = digest(content)
    cached_outline = _find_outline(content_digest)
    if cached_outline is None:
        return read_published(content, publish_time).outline
    outline = orjson.loads(cached_outline)
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
    return find_cached(_cache_name(content_digest), _cache_digest(content_digest))


def _cache_name(content_digest: str) -> str:
    return f"version-{content_digest.rpartition(':')[2][:24]}"


def _cache_digest(content_digest: str) -> str:
    return source_digest(str(SCHEMA).encode(), content_digest.encode(), _checker_source())


_CHECKER_MODULES = ("definitions", "digest", "published_version", "scorecard")


@cache
def _checker_source() -> bytes:
    """Return the code of the checks, so that a change of it invalidates cached checks."""
    folder = package_file("rules.model", "")
    return b"".join((folder / f"{name}.py").read_bytes() for name in _CHECKER_MODULES)


def draft_as_published(scorecard: Scorecard, sources: Mapping[str, str]) -> PublishedVersion:
    """Return a draft in its published form, without a publish time."""
    return read_published(published_bytes(scorecard, sources), "")


def is_same_content(first: Scorecard, other: Scorecard) -> bool:
    """Return whether two scorecards are equal, regardless of order and files."""
    return _in_canonical_order(first) == _in_canonical_order(other)


def _in_canonical_order(scorecard: Scorecard) -> Scorecard:
    case = tuple(sorted(scorecard.reference_case, key=lambda value: value.fact))
    return canonical_order(scorecard).model_copy(update={"reference_case": case})


def find_version_in_force(versions: Iterable[AnyVersion], as_of: date, known_time: str) -> AnyVersion:
    """Return the version in force on a civil date, among those published by `known_time`.

    The version that supersedes the others is chosen. If it is repealed, no version that it superseded returns to force.

    Raises:
        VersionError: If no version was in force, or several without one that supersedes the others.
    """
    covering = [
        version for version in versions if version.publish_time <= known_time and is_in_force_on(version.card, as_of)
    ]
    superseded = {version.card.supersedes for version in covering}
    remaining = [version for version in covering if version.card.version not in superseded]
    valid_versions = [version for version in remaining if not is_repealed(version, as_of, known_time)]
    if len(valid_versions) == 1:
        return valid_versions[0]
    if valid_versions:
        names = sorted(version.name for version in valid_versions)
        raise VersionError(_message("SEVERAL_IN_FORCE", day=as_of, names=names), missing=False)
    for version in remaining:
        if version.repeal is not None:
            repealed, first, reason = version.name, version.repeal.first_day, version.repeal.reason
            raise VersionError(
                _message("REPEALED", day=as_of, version=repealed, first=first, reason=reason), missing=False
            )
    raise VersionError(_message("NONE_IN_FORCE", day=as_of, known=known_time), missing=False)


def is_repealed(version: VersionOutline | PublishedVersion, as_of: date, known_time: str) -> bool:
    """Return whether a version is repealed on a civil date, as known at `known_time`."""
    repeal = version.repeal
    return repeal is not None and repeal.time <= known_time and repeal.first_day <= as_of


def is_in_force_on(version: Card | Manifest, as_of: date) -> bool:
    """Return whether a civil date is within the effect of a version or table edition, both ends included."""
    return version.first_date <= as_of and (version.last_date is None or as_of <= version.last_date)
