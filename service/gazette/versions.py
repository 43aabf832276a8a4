"""Which versions are published, and which of them is in force? Reads and writes `scorecards/`."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import orjson

from rules.contracts.canonical import canonical_bytes
from rules.contracts.errors import TrailError, VersionError
from rules.contracts.messages import clauses, speaker, words_of
from rules.contracts.suggestions import near
from rules.model.published import Published, covers, in_force, published_bytes, read_published
from service.base.durable_files import replace_file
from service.base.instants import is_instant
from service.base.names import CARD, VERSION, CardName, parse_card, version_key
from service.base.refusals import Reason, Refusal
from service.gazette.carried import refuse_carried
from service.reading.given_files import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from rules.model.scorecard import Scorecard

_say = speaker(__name__)

_SIDECAR = ".sig.json"


class Gazette:
    """The folder of published versions; versions added while the service runs are found, because files never change."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; it is read when asked."""
        self.folder = folder
        self._read: dict[tuple[str, str], Published] = {}
        self._lock = threading.Lock()

    def card_ids(self) -> tuple[str, ...]:
        """List the ids of all scorecards that have a published version, sorted."""
        if not self.folder.is_dir():
            return ()
        folders = (entry for entry in self.folder.iterdir() if entry.is_dir() and CARD.match(entry.name))
        return tuple(sorted(entry.name for entry in folders if any(self._numbers(entry.name))))

    def versions(self, card: str) -> tuple[Published, ...]:
        """List the published versions of a scorecard, lowest number first.

        Raises:
            VersionError: there is no such scorecard; the nearest ids are named.
            TrailError: a file is damaged.
        """
        return tuple(self._version(card, number) for number in self._there(card))

    def newest(self, card: str) -> Published:
        """Give the published version of a scorecard with the highest number; the others are not read.

        Raises:
            VersionError: there is no such scorecard; the nearest ids are named.
            TrailError: its file is damaged.
        """
        return self._version(card, self._there(card)[-1])

    def _there(self, card: str) -> list[str]:
        """List the numbers of the versions of a scorecard, lowest first."""
        numbers = sorted(self._numbers(card), key=version_key)
        if not numbers:
            raise VersionError(_say("NO_SCORECARD", card=card, hint=_nearest(card, self.card_ids())), missing=True)
        return numbers

    def version(self, card: str, number: str) -> Published:
        """Give one published version.

        Raises:
            VersionError: there is none; the existing ones are named.
            TrailError: its file is damaged.
        """
        for published in self.versions(card):
            if published.scorecard.card.version == number:
                return published
        there = sorted(self._numbers(card), key=version_key)
        raise VersionError(_say("NO_VERSION", card=card, version=number, known=there), missing=True)

    def version_named(self, name: str) -> Published:
        """Give one published version by its full name.

        Raises:
            InputError: the name is malformed.
            VersionError: there is no such version.
        """
        card = parse_card(name)
        return self.version(card.card, card.version or "")

    def find(self, name: CardName, *, as_of: date, known: str) -> Published:
        """Give the version in force on a civil date as known by an instant; a version that is named must be the one.

        Raises:
            VersionError: no such scorecard or version, none in force, or another one is in force.
        """
        versions = self.versions(name.card)
        if name.version is None:
            try:
                return in_force(versions, as_of, known)
            except VersionError as error:
                raise VersionError(
                    _say("WITH_EFFECTS", problem=words_of(error), effects=_effects(versions)), missing=False
                ) from None
        named = self.version(name.card, name.version)
        try:
            current = in_force(versions, as_of, known)
        except VersionError as error:
            raise VersionError(
                _say("NOT_IN_FORCE", version=named.name, problem=words_of(error), effects=_effects(versions)),
                missing=False,
            ) from None
        if current is not named:
            raise VersionError(
                _say("OTHER_IN_FORCE", version=named.name, day=as_of, known=known, other=current.name), missing=False
            )
        return named

    def check(self) -> int:
        """Read every version and say how many there are.

        Raises:
            TrailError: a file is damaged.
        """
        return sum(len(self.versions(card)) for card in self.card_ids())

    def _numbers(self, card: str) -> Iterable[str]:
        folder = self.folder / card
        if not CARD.match(card) or not folder.is_dir():
            return []
        names = {entry.name for entry in folder.iterdir()}
        numbers = (name.removesuffix(_SIDECAR) for name in names if name.endswith(_SIDECAR))
        return [number for number in numbers if VERSION.match(number) and f"{number}.json" in names]

    def _version(self, card: str, number: str) -> Published:
        with self._lock:
            if (card, number) not in self._read:
                self._read[card, number] = _load(self.folder / card, card, number)
            return self._read[card, number]


def _load(folder: Path, card: str, number: str) -> Published:
    path = folder / f"{number}.json"
    try:
        sidecar = orjson.loads(read_stored(folder / f"{number}{_SIDECAR}"))
        stated, publish_time = sidecar["content_digest"], sidecar["publish_time"]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise TrailError(_say("SIDECAR_INCOMPLETE", path=folder / number, suffix=_SIDECAR)) from error
    if not isinstance(publish_time, str) or not is_instant(publish_time):
        raise TrailError(f"{folder / number}{_SIDECAR}: '{publish_time}' is not an instant YYYY-MM-DDThh:mm:ssZ")
    try:
        published = read_published(read_stored(path), publish_time)
    except TrailError as error:
        raise TrailError(_say("IN_FILE", path=path, problem=words_of(error))) from error
    if published.content_digest != stated:
        raise TrailError(_say("OTHER_CONTENT", path=path, found=published.content_digest, stated=stated))
    if published.name != str(CardName(card, number)):
        raise TrailError(_say("WRONG_PLACE", path=path, version=published.name))
    return published


def write_version(
    folder: Path, scorecard: Scorecard, sources: Mapping[str, str], *, publish_time: str, regenerate: bool = False
) -> Published:
    """Publish a version for ever; publishing the same content again changes nothing.

    The sidecar is written last and makes the version visible, so that an interrupted publication leaves none.
    `regenerate` replaces another content of the same version, which is right only while nothing rests on it.

    Raises:
        InputError: the gazette came with the installation.
        Refusal: another content was published under this number, or the effect overlaps a version not superseded.
        TrailError: the gazette holds a damaged file.
    """
    refuse_carried(folder)
    card = scorecard.card
    content = published_bytes(scorecard, sources)
    published = read_published(content, publish_time)
    gazette = Gazette(folder)
    existing = gazette.versions(card.id) if card.id in gazette.card_ids() else ()
    superseded = {card.supersedes, *(other.scorecard.card.supersedes for other in existing)}
    for other in existing:
        if other.name == published.name:
            if other.content_digest == published.content_digest:
                return other
            if regenerate:
                continue
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS,
                _say("PUBLISHED_OTHERWISE", version=other.name),
            )
        if other.scorecard.card.version not in superseded and _overlap(other.scorecard, scorecard):
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS,
                _say("EFFECT_OVERLAPS", version=published.name, other=other.name),
            )
    target = folder / card.id
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{card.version}{_SIDECAR}").unlink(missing_ok=True)
    sidecar = canonical_bytes({"content_digest": published.content_digest, "publish_time": publish_time})
    replace_file(target / f"{card.version}.json", content)
    replace_file(target / f"{card.version}{_SIDECAR}", sidecar)
    return published


def _overlap(one: Scorecard, other: Scorecard) -> bool:
    return covers(one, other.card.first_date) or covers(other, one.card.first_date)


def _nearest(found: str, known: tuple[str, ...]) -> str:
    likely = near(found, known, limit=2)
    if likely:
        return _say("PERHAPS_CARDS", cards=likely)
    return _say("THERE_ARE", known=known) if known else _say("GAZETTE_EMPTY")


def _effects(versions: Sequence[Published]) -> str:
    by = {version.scorecard.card.supersedes: version.scorecard.card.version for version in versions}

    def effect(version: Published) -> str:
        card = version.scorecard.card
        last = _say("UNTIL", day=card.last_date) if card.last_date else _say("WITHOUT_END")
        told = _say("GOVERNS", version=card.version, first=card.first_date, last=last, published=version.publish_time)
        return _say("SUPERSEDED_BY", told=told, version=by[card.version]) if card.version in by else told

    return clauses(map(effect, versions))
