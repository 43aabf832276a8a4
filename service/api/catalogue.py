"""Gazette queries: scorecards and versions by name, page by page, or the version in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, VersionError, message_factory
from rules.model import find_version_in_force
from service.base import instants
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.resource_names import CardName, malformed, parse_card, parse_version
from service.gazette.version_origins import VersionOrigins
from service.output.mapping.requests import read_date
from service.output.mapping.scorecards import write_scorecard, write_version
from service.transparency.gazette_leaves import owned_name
from service.transparency.leaves import PUBLICATION
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from rules.model import PublishedVersion, VersionOutline
    from service.gazette.versions import Gazette
    from service.store.store import Store

    _Paged = scorecard_service_pb2.ListScorecardsRequest | scorecard_service_pb2.ListScorecardVersionsRequest

_message = message_factory(__name__)


class Catalogue:
    """Read methods of ScorecardService."""

    def __init__(self, gazette: Gazette, known_times: KnownTimes | None = None) -> None:
        self._gazette = gazette
        self._known_times = known_times or KnownTimes(None)
        self._origins = VersionOrigins(gazette.folder)

    def scorecard(self, request: scorecard_service_pb2.GetScorecardRequest) -> scorecard_pb2.Scorecard:
        return self._scorecard(_scorecard_name(request.name, "name"))

    def scorecards(
        self, request: scorecard_service_pb2.ListScorecardsRequest
    ) -> scorecard_service_pb2.ListScorecardsResponse:
        cards, day = self._gazette.card_ids(), _requested_day(request)
        query = ("scorecards", request.gazette, request.as_of_date, str(request.known_time.seconds))
        page, token = _page(cards, request, query=query)
        listed = [
            self._scorecard(card, day)
            for card in page
            if day is None or any(outline.publish_time <= day.known for outline in self._gazette.outlines(card))
        ]
        return scorecard_service_pb2.ListScorecardsResponse(scorecards=listed, next_page_token=token)

    def version(self, request: scorecard_service_pb2.GetScorecardVersionRequest) -> scorecard_pb2.ScorecardVersion:
        version = self._gazette.version(*parse_version(request.name, field="name"))
        (message,) = self._version_messages([version])
        return message

    def versions(
        self, request: scorecard_service_pb2.ListScorecardVersionsRequest
    ) -> scorecard_service_pb2.ListScorecardVersionsResponse:
        card = _scorecard_name(request.parent, "parent")
        names = [outline.name for outline in self._select_versions(request, self._gazette.outlines(card))]
        query = ("versions", request.gazette, request.parent, request.as_of_date, str(request.known_time.seconds))
        page, token = _page(names, request, query=query)
        return scorecard_service_pb2.ListScorecardVersionsResponse(
            scorecard_versions=self._version_messages([self._gazette.version_named(name) for name in page]),
            next_page_token=token,
        )

    def _select_versions(
        self, request: scorecard_service_pb2.ListScorecardVersionsRequest, outlines: Sequence[VersionOutline]
    ) -> Sequence[VersionOutline]:
        day = _requested_day(request)
        if day is None:
            return tuple(reversed(outlines))
        try:
            return (find_version_in_force(outlines, day.as_of, day.known),)
        except VersionError:
            return ()

    def _scorecard(self, card: str, day: _RequestedDay | None = None) -> scorecard_pb2.Scorecard:
        if day is None:
            zone = self._gazette.outlines(card)[-1].card.time_zone
            day = _RequestedDay(instants.today(zone), instants.now())
        try:
            current = self._gazette.find(CardName(card), as_of=day.as_of, known=day.known)
        except VersionError:
            current = None
        return write_scorecard(current, current or self._gazette.newest(card), gazette=self._gazette.owner(card))

    def _version_messages(self, versions: Sequence[PublishedVersion]) -> list[scorecard_pb2.ScorecardVersion]:
        owners = [self._gazette.owner(version.scorecard.card.id) for version in versions]
        leaves = [owned_name(version.name, owner) for version, owner in zip(versions, owners, strict=True)]
        times, origins = self._known_times.of(leaves), self._origins.by_name()
        return [
            write_version(
                version,
                self._gazette.statements(version),
                gazette=owner,
                known_time=times.get(leaf),
                origin=None if owner else origins.get(version.name),
            )
            for version, owner, leaf in zip(versions, owners, leaves, strict=True)
        ]


class KnownTimes:
    """Times when the log of a store recorded published versions; they never change."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._times: dict[str, str] = {}

    def of(self, leaves: Sequence[str]) -> Mapping[str, str]:
        """Return the time of each recorded leaf, by name."""
        if self._store is None:
            return {}
        missing = [leaf for leaf in leaves if leaf not in self._times]
        if missing:
            self._times |= self._store.log.recorded_times(PUBLICATION, missing)
        return self._times


@dataclass(frozen=True, slots=True)
class _RequestedDay:
    as_of: date
    known: str


def _requested_day(request: _Paged) -> _RequestedDay | None:
    has_known_time = request.HasField("known_time")
    if not request.as_of_date:
        if has_known_time:
            raise InputError.of("known_time", _message("KNOWN_TIME_ALONE"), "WRONG_VALUE")
        return None
    as_of = read_date(request.as_of_date, "as_of_date")
    known = instants.from_past_timestamp(request.known_time, field="known_time") if has_known_time else instants.now()
    return _RequestedDay(as_of, known)


def _scorecard_name(text: str, field: str) -> str:
    name = parse_card(text, field=field)
    if name.version is not None:
        raise InputError((malformed(field, text, f"a name of the form {CardName('{scorecard}')}"),))
    return name.card


def _page(names: Sequence[str], request: _Paged, *, query: tuple[str, ...]) -> tuple[Sequence[str], str]:
    size = read_page_size(request.page_size)
    last = read_token(request.page_token, query)
    if last and last not in names:
        raise foreign_token()
    start = names.index(last) + 1 if last else 0
    page = names[start : start + size]
    return page, write_token(query, page[-1]) if start + size < len(names) else ""
