"""Ranking calls: ranks of the subjects of one organisation under one scorecard version."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rules.contracts import (
    BY_LADDER,
    ConclusionKind,
    InputError,
    Interval,
    Violation,
    format_exact,
    message_factory,
)
from rules.model import STAGE, DefinitionIndex
from rules.ranking import IndicatorMean, Quartiles, TrackEntry, indicators_weakest_first, quartiles, rank
from service.base.paging import read_page, read_page_size
from service.base.refusals import Reason, Refusal
from service.base.resource_names import malformed, parse_card, parse_organization
from service.identity.principals import visibility_scope
from service.output.erasure_notices import add_left_out
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping
from touchstone.v1 import evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from rules.model import PublishedVersion, Scorecard
    from service.gazette.versions import Gazette
    from service.store.of_subject import LatestResult, LatestResults
    from service.store.store import Store

_message = message_factory(__name__)

_SCORED = frozenset({ConclusionKind.SCORED, *BY_LADDER})
_MAX_SHOWN_TRACKS = 4
_MAX_SHOWN_UNRANKED = 1_000

_Request = evaluation_service_pb2.RankSubjectsRequest
_Response = evaluation_service_pb2.RankSubjectsResponse


def _exact(number: Fraction | None) -> str:
    return "" if number is None else format_exact(number)


RANKS = Mapper(
    MessageMapping(
        types_pb2.Interval, Interval, {"low": ConvertedField("low", _exact), "high": ConvertedField("high", _exact)}
    ),
    MessageMapping(
        evaluation_service_pb2.ScoreQuartiles,
        Quartiles,
        {name: ConvertedField(name, _exact) for name in ("least", "lower", "median", "upper", "greatest")},
    ),
    MessageMapping(evaluation_service_pb2.IndicatorMean, IndicatorMean, {"mean_share": "mean"}),
    base=ANSWERS,
)


class Rankings:
    """Handler of RankSubjects."""

    def __init__(self, store: Store, gazette: Gazette) -> None:
        self._store = store
        self._gazette = gazette

    def rank_subjects(self, request: _Request) -> _Response:
        organization = parse_organization(request.parent, field="parent")
        read_page_size(request.page_size)
        version = self._version(request.scorecard_version)
        names = _track_names(version)
        chosen = dict(request.track)
        _check_track(version.scorecard, names, chosen)
        read = self._store.standings(organization, version.name)
        track = chosen or _only_track(read.standings, names)
        page = read_page(
            request,
            "ranking",
            visibility_scope(),
            request.parent,
            version.name,
            *(f"{name}={value}" for name, value in sorted(track.items())),
        )
        response = _Response(track=track)
        results_by_evaluation = {result.evaluation: result for result in read.standings}
        entries = self._sort(read, names, track, response, first_page=page.start == 0)
        ranking = rank(entries)
        shown, response.next_page_token = page.part_of(ranking)
        for ranked in shown:
            result = results_by_evaluation[ranked.entry.evaluation]
            response.ranked_subjects.append(
                RANKS.write(
                    evaluation_service_pb2.RankedSubject,
                    subject=ranked.entry.subject,
                    evaluation=ranked.entry.evaluation,
                    best_rank=ranked.best,
                    worst_rank=ranked.worst,
                    score=ranked.entry.score,
                    double_use_count=result.double_uses,
                    status=result.status,
                )
            )
        response.ranked_count = len(ranking)
        _summarize(entries, response)
        add_left_out(response, read.left_out)
        return response

    def _version(self, name: str) -> PublishedVersion:
        card = parse_card(name, field="scorecard_version")
        if card.version is None:
            raise InputError((malformed("scorecard_version", name, _message("ONE_VERSION")),))
        return self._gazette.version_named(name)

    def _sort(
        self,
        read: LatestResults,
        names: Sequence[str],
        track: Mapping[str, str],
        response: _Response,
        *,
        first_page: bool,
    ) -> list[TrackEntry]:
        entries: list[TrackEntry] = []
        for result in read.standings:
            if any(result.track.get(name, value) != value for name, value in track.items()):
                response.other_tracks_count += 1
                continue
            missing = [name for name in names if name not in result.track]
            is_valid = result.status is None or result.status.stands
            if is_valid and not missing and result.kind in _SCORED:
                shares = read.shares.get(result.evaluation, {})
                entries.append(TrackEntry(result.subject, result.evaluation, result.score, shares))
            elif first_page and len(response.unranked_subjects) < _MAX_SHOWN_UNRANKED:
                response.unranked_subjects.append(
                    RANKS.write(
                        evaluation_service_pb2.UnrankedSubject,
                        subject=result.subject,
                        evaluation=result.evaluation,
                        cause=_cause(is_valid=is_valid, missing=missing),
                        missing=missing,
                        double_use_count=result.double_uses,
                        status=result.status,
                    )
                )
        return entries


def _cause(*, is_valid: bool, missing: Sequence[str]) -> str:
    if not is_valid:
        return "NOT_STANDING"
    return "TRACK_UNKNOWN" if missing else "NOT_SCORED"


def _track_names(version: PublishedVersion) -> tuple[str, ...]:
    if version.scorecard.tracks is None:
        raise Refusal(
            Reason.TRACKS_NOT_DECLARED,
            _message("NO_TRACKS", version=version.name),
        )
    return version.scorecard.tracks.by


def _check_track(scorecard: Scorecard, names: Sequence[str], chosen: Mapping[str, str]) -> None:
    violations: list[Violation] = []
    definitions = DefinitionIndex(scorecard)
    stages = tuple(stage.id for stage in scorecard.stage_definitions)
    for name, value in sorted(chosen.items()):
        allowed = stages if name == STAGE else tuple(choice.id for choice in definitions.choices(name))
        if name not in names:
            description = _message("NO_TRACK_PART", known=names)
            violations.append(Violation(f"track[{name[:40]}]", description, "UNKNOWN"))
        elif allowed and value not in allowed:
            violations.append(
                Violation(f"track[{name}]", _message("NOT_ONE_OF", found=value[:40], known=allowed), "WRONG_VALUE")
            )
    if chosen:
        violations += [
            Violation(f"track[{name}]", _message("TRACK_PART_REQUIRED"), "REQUIRED")
            for name in names
            if name not in chosen
        ]
    if violations:
        raise InputError(tuple(violations))


def _only_track(standings: Sequence[LatestResult], names: Sequence[str]) -> dict[str, str]:
    tracks = Counter(
        tuple(result.track[name] for name in names)
        for result in standings
        if all(name in result.track for name in names)
    )
    if len(tracks) == 1:
        (values,) = tracks
        return dict(zip(names, values, strict=True))
    if not tracks:
        raise Refusal(
            Reason.TRACKS_DIFFER,
            _message("NO_TRACK_YET", names=names),
        )
    shown = [
        _message(
            "TRACK_OF",
            track=" / ".join(f"{name}={value}" for name, value in zip(names, values, strict=True)),
            count=count,
        )
        for values, count in sorted(tracks.items(), key=lambda item: (-item[1], item[0]))
    ]
    more = _message("MORE_TRACKS", count=len(shown) - _MAX_SHOWN_TRACKS) if len(shown) > _MAX_SHOWN_TRACKS else ""
    raise Refusal(
        Reason.TRACKS_DIFFER,
        _message("SEVERAL_TRACKS", count=len(tracks), tracks=shown[:_MAX_SHOWN_TRACKS], more=more),
    )


def _summarize(entries: Sequence[TrackEntry], response: _Response) -> None:
    score_quartiles = quartiles(entries)
    if score_quartiles is not None:
        response.quartiles.CopyFrom(RANKS.write(evaluation_service_pb2.ScoreQuartiles, score_quartiles))
    response.indicator_means.extend(
        RANKS.write(evaluation_service_pb2.IndicatorMean, indicator) for indicator in indicators_weakest_first(entries)
    )
