"""Portfolio queries: the tallies of one scorecard and year, medians, and the results behind each number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from rules.contracts import Interval, Outcome, parse_exact
from service.store.criterion_outcomes import outcomes_of
from service.store.of_subject import double_uses_by_evaluation
from service.store.result_status import ResultStatus, invalid_results
from service.store.serial_use import DOUBLE_USE
from service.store.tables import HAS_ARCHIVE_FINDINGS, EvaluationRow, StandingRow
from service.store.yearly_results import (
    HIGHEST_BIN,
    NO_SCORE,
    NONE,
    OPEN,
    OPEN_GATES,
    RESULTS,
    TALLIES,
    UNIT,
    Conclusion,
    Measure,
    ScorePlace,
    Tally,
    YearlyResultRow,
    from_units,
    is_open_gate,
    result_tallies,
)

if TYPE_CHECKING:
    ListPosition = tuple[int, str]
    """Where a list goes on: the score of the last result and its subject, or nothing and its evaluation."""

_STANDINGS = StandingRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # likewise
_OF_RESULT = _EVALUATIONS.c.name == RESULTS.c.evaluation
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ResultSelection:
    """Results of an organisation under one scorecard for one year, maybe under one version and of a part of a track."""

    organization: str
    scorecard: str
    year: str
    version: str = ""
    track: Mapping[str, str] = field(default_factory=dict)

    @property
    def before(self) -> ResultSelection:
        """Give the same of the year before."""
        return replace(self, year=f"{int(self.year) - 1:04}")

    @property
    def whole_year_before(self) -> ResultSelection:
        """Give all of the year before: whoever moved may have been of another version or track then."""
        return replace(self.before, version="", track={})

    def holds(self, version: str, track: str) -> bool:
        """Say whether results of a version and a track belong to it."""
        if self.version and version != self.version:
            return False
        return not self.track or self.track.items() <= orjson.loads(track).items()

    def conditions(self, table: Any) -> list[ColumnElement[bool]]:
        """Give the conditions that name the year in a table."""
        return [table.c[name] == getattr(self, name) for name in ("organization", "scorecard", "year")]


class Sums(NamedTuple):
    """What results that have something in common come to, in billionths of points where these are summed."""

    number: int = 0
    least: int = 0
    greatest: int = 0
    most: int = 0

    def plus(self, other: Sums, sign: int = 1) -> Sums:
        """Give the sum with others, or the difference."""
        return Sums(*(mine + sign * theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class YearTallies:
    """The tallies of a selection without results that do not stand, which are told apart."""

    selection: ResultSelection
    sums: Mapping[Measure, Mapping[str, Sums]]
    tracks: Mapping[str, int]
    """Of all tracks of the year, as canonical JSON, how many results each has, those that do not stand included."""
    invalid: Mapping[str, ResultStatus]
    """The results of the selection that do not stand."""
    double_use_results: int
    """For how many of the results that stand the archive found double use."""

    @property
    def result_count(self) -> int:
        """How many results stand."""
        return sum(sums.number for sums in self.sums[Measure.CONCLUSION].values())


@dataclass(frozen=True, slots=True)
class SummarizedYear:
    """A year under a scorecard for which there are results, and how many."""

    scorecard: str
    year: str
    result_count: int


def summarized_years(connection: Connection, organization: str) -> list[SummarizedYear]:
    """List the scorecards and years that an organisation has results of, the newest year of each first."""
    counted = (
        select(TALLIES.c.scorecard, TALLIES.c.year, func.sum(TALLIES.c.number))
        .where(TALLIES.c.organization == organization, TALLIES.c.measure == Measure.CONCLUSION.value)
        .group_by(TALLIES.c.scorecard, TALLIES.c.year)
    )
    years = [SummarizedYear(card, year, int(count)) for card, year, count in connection.execute(counted) if count]
    years.sort(key=lambda entry: entry.year, reverse=True)
    return sorted(years, key=lambda entry: entry.scorecard)


def read_tallies(
    connection: Connection, selection: ResultSelection, everywhere: Mapping[str, ResultStatus]
) -> YearTallies:
    """Read the tallies of a selection; `everywhere` are all results of the organisation that do not stand."""
    sums: dict[Measure, dict[str, Sums]] = {measure: {} for measure in Measure}
    tracks: Counter[str] = Counter()
    columns = (
        TALLIES.c.measure, TALLIES.c.scorecard_version, TALLIES.c.track, TALLIES.c.key, TALLIES.c.number,
        TALLIES.c.least, TALLIES.c.greatest, TALLIES.c.most,
    )  # fmt: skip
    held: dict[tuple[str, str], bool] = {}
    asked = select(*columns).where(*selection.conditions(TALLIES), TALLIES.c.number != 0)
    for measure, version, track, key, *values in connection.execute(asked):
        if measure == Measure.CONCLUSION and (not selection.version or version == selection.version):
            tracks[track] += values[0]
        if (version, track) not in held:
            held[version, track] = selection.holds(version, track)
        if held[version, track]:
            of_measure = sums[Measure(measure)]
            of_measure[key] = of_measure.get(key, Sums()).plus(Sums(*values))
    invalid = {row.evaluation for row in _counting(connection, selection, everywhere)}
    counts = select(RESULTS).where(_OF_RESULT, *_conditions(connection, selection, invalid)).exists()
    doubled = _with_double_use(selection.organization).where(counts).with_only_columns(func.count())
    for row, tally in _of_invalid(connection, selection, everywhere):
        if selection.holds(row.scorecard_version, row.track):
            of_measure = sums[tally.measure]
            added = Sums(1, tally.least, tally.greatest, tally.most)
            of_measure[tally.key] = of_measure.get(tally.key, Sums()).plus(added, -1)
    return YearTallies(
        selection,
        {measure: {key: entry for key, entry in by_key.items() if entry.number} for measure, by_key in sums.items()},
        tracks,
        {name: everywhere[name] for name in sorted(invalid)},
        connection.execute(doubled).scalar_one(),
    )


def _of_invalid(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> Iterator[tuple[YearlyResultRow, Tally]]:
    """Give what results that do not stand have added to tallies, and movements from results that do not stand."""
    rows = list(_counting(connection, selection, invalid))
    for row in rows:
        for tally in result_tallies(row, outcomes_of(connection, row.evaluation)):
            yield row, tally
    dropped = {row.subject for row in rows}
    subjects = [
        row.subject for row in _counting(connection, selection.whole_year_before, invalid) if row.subject not in dropped
    ]
    for row in _of_subjects(connection, selection, subjects):
        yield from ((row, tally) for tally in result_tallies(row, ()) if tally.measure is Measure.MOVEMENT)


def _counting(connection: Connection, selection: ResultSelection, names: Collection[str]) -> Iterator[YearlyResultRow]:
    """Give those of some results that count for a selection."""
    for some in _in_parts(sorted(names)):
        asked = select(RESULTS).where(RESULTS.c.evaluation.in_(some), *selection.conditions(RESULTS), RESULTS.c.counts)
        for row in map(_row, connection.execute(asked)):
            if selection.holds(row.scorecard_version, row.track):
                yield row


def _of_subjects(
    connection: Connection, selection: ResultSelection, subjects: Sequence[str]
) -> Iterator[YearlyResultRow]:
    for some in _in_parts(subjects):
        asked = select(RESULTS).where(*selection.conditions(RESULTS), RESULTS.c.subject.in_(some), RESULTS.c.counts)
        yield from map(_row, connection.execute(asked))


def _in_parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))


def _row(columns: Any) -> YearlyResultRow:
    return YearlyResultRow.model_validate(dict(columns._mapping))


def median_score(connection: Connection, tallies: YearTallies, stage: str) -> Interval | None:
    """Give the median of the scores of a stage that are one number; None if there are none.

    Tallies say in which point it lies, so that only the results there are read. Its ends are the same, but where a
    score has no end in decimals: they are a billionth apart then.
    """
    points: Counter[int] = Counter()
    for key, sums in tallies.sums[Measure.SCORE].items():
        place = ScorePlace.of(key)
        if place.stage == stage and place.place not in {OPEN, NONE}:
            points[int(place.place)] += sums.number
    count = points.total()
    if not count:
        return None
    middle = [_nth_score(connection, tallies, stage, points, nth) for nth in ((count - 1) // 2, count // 2)]
    low, high = (from_units(sum(ends)) / 2 for ends in zip(*middle, strict=True))
    return Interval(low, high)


def _nth_score(
    connection: Connection, tallies: YearTallies, stage: str, points: Mapping[int, int], nth: int
) -> tuple[int, int]:
    point = next(iter(points))
    for point in sorted(points):
        if nth < points[point]:
            break
        nth -= points[point]
    selection = tallies.selection
    concluded = [key for key in tallies.sums[Measure.CONCLUSION] if Conclusion.of(key).stage == stage]
    asked = (
        select(RESULTS.c.score_low, RESULTS.c.score_high)
        .where(
            *_conditions(connection, selection, tallies.invalid),
            RESULTS.c.conclusion.in_(concluded),
            RESULTS.c.score_low >= point * UNIT,
            RESULTS.c.score_low < (-NO_SCORE if point == HIGHEST_BIN else (point + 1) * UNIT),
            RESULTS.c.score_high <= RESULTS.c.score_low + 1,
        )
        .order_by(RESULTS.c.score_low)
        .offset(nth)
        .limit(1)
    )
    low, high = connection.execute(asked).one()
    return low, high


def _conditions(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> list[ColumnElement[bool]]:
    """Give the conditions for results that count for a selection, and stand."""
    conditions = [*selection.conditions(RESULTS), RESULTS.c.counts]
    if selection.version:
        conditions.append(RESULTS.c.scorecard_version == selection.version)
    if selection.track:
        tracks = select(TALLIES.c.track).where(
            *selection.conditions(TALLIES), TALLIES.c.measure == Measure.CONCLUSION.value
        ).distinct()  # fmt: skip
        fitting = [track for track in connection.execute(tracks).scalars() if selection.holds(selection.version, track)]
        conditions.append(RESULTS.c.track.in_(fitting))
    if invalid:
        conditions.append(RESULTS.c.evaluation.not_in(sorted(invalid)))
    return conditions


def _with_double_use(organization: str) -> Select[tuple[str]]:
    """Select the evaluations for which the archive found double use, through the index of those with findings."""
    its = (_EVALUATIONS.c.organization == organization, HAS_ARCHIVE_FINDINGS)
    return select(_EVALUATIONS.c.name).where(*its, _EVALUATIONS.c.archive_findings.contains(DOUBLE_USE))


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """Which results of a selection are listed: all that stand, if nothing is said."""

    conclusions: Sequence[Conclusion] = ()
    before: Conclusion | None = None
    gate: str = ""
    outcome: str = ""
    place: ScorePlace | None = None
    """Of which only `open` and `none` are asked for."""
    invalid: bool = False
    """Those that do not stand, in place of the others."""
    double_use: bool = False
    """Only those for which the archive found double use."""


@dataclass(frozen=True, slots=True)
class ListedResult:
    """A result as it is listed."""

    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    create_time: str
    conclusion: Conclusion
    before: Conclusion | None
    track: Mapping[str, str]
    score: Interval | None
    not_met: Sequence[str]
    undetermined: Sequence[str]
    """The gates."""
    status: ResultStatus | None
    double_uses: int
    """How many the archive found when it was stored."""
    position: ListPosition


def list_results(
    connection: Connection,
    selection: ResultSelection,
    asked: ResultFilter,
    *,
    after: ListPosition | None,
    limit: int,
) -> list[ListedResult]:
    """List results of a selection, at most so many: the highest score first, of one gate those stored last first."""
    everywhere = invalid_results(connection, selection.organization)
    invalid = {row.evaluation for row in _counting(connection, selection, everywhere)}
    if asked.invalid and not invalid:
        return []
    conditions = _conditions(connection, selection, () if asked.invalid else invalid)
    if asked.invalid:
        conditions.append(RESULTS.c.evaluation.in_(sorted(invalid)))
    if asked.conclusions:
        conditions.append(RESULTS.c.conclusion.in_([conclusion.key for conclusion in asked.conclusions]))
    if asked.before is not None:
        conditions.append(RESULTS.c.before == asked.before.key)
        conditions += _unless_before_is_invalid(connection, selection, everywhere)
    if asked.double_use:
        conditions.append(RESULTS.c.evaluation.in_(_with_double_use(selection.organization)))
    if asked.place is not None:
        conditions.append(_at_place(asked.place))
    conditions.append(select(_EVALUATIONS.c.name).where(_OF_RESULT).exists())  # else `data audit` reports the row
    page = _of_gate(selection, asked, after) if asked.gate else _by_score(after)
    rows = list(map(_row, connection.execute(page.where(*conditions).limit(limit))))
    return _listed(connection, rows, everywhere, by_gate=bool(asked.gate))


def _unless_before_is_invalid(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> list[ColumnElement[bool]]:
    subjects = [row.subject for row in _counting(connection, selection.whole_year_before, invalid)]
    return [RESULTS.c.subject.not_in(subjects)] if subjects else []


def _at_place(place: ScorePlace) -> ColumnElement[bool]:
    is_absent: ColumnElement[bool] = RESULTS.c.score_low == NO_SCORE
    is_open: ColumnElement[bool] = RESULTS.c.score_high > RESULTS.c.score_low + 1
    return is_absent if place.place == NONE else is_open


def _by_score(after: ListPosition | None) -> Select[Any]:
    rows = select(RESULTS).order_by(RESULTS.c.score_low.desc(), RESULTS.c.subject)
    if after is None:
        return rows
    score, subject = after
    same = and_(RESULTS.c.score_low == score, RESULTS.c.subject > subject)
    return rows.where(RESULTS.c.score_low <= score, or_(RESULTS.c.score_low < score, same))


def _of_gate(selection: ResultSelection, asked: ResultFilter, after: ListPosition | None) -> Select[Any]:
    rows = (
        select(RESULTS)
        .select_from(OPEN_GATES.join(RESULTS, RESULTS.c.evaluation == OPEN_GATES.c.evaluation))
        .where(
            *selection.conditions(OPEN_GATES), OPEN_GATES.c.gate == asked.gate, OPEN_GATES.c.outcome == asked.outcome
        )
        .order_by(OPEN_GATES.c.evaluation.desc())
    )
    return rows if after is None else rows.where(OPEN_GATES.c.evaluation < after[1])


def _listed(
    connection: Connection, rows: Sequence[YearlyResultRow], statuses: Mapping[str, ResultStatus], *, by_gate: bool
) -> list[ListedResult]:
    names = [row.evaluation for row in rows]
    outcomes = {name: outcomes_of(connection, name) for name in names}
    scores, times, doubles = {}, {}, dict[str, int]()
    for some in _in_parts(names):
        for standing in connection.execute(select(_STANDINGS).where(_STANDINGS.c.evaluation.in_(some))):
            scores[standing.evaluation] = _score_of(standing)
        stored = select(_EVALUATIONS.c.name, _EVALUATIONS.c.as_of_date, _EVALUATIONS.c.create_time)
        for name, as_of_date, create_time in connection.execute(stored.where(_EVALUATIONS.c.name.in_(some))):
            times[name] = as_of_date, create_time
        doubles |= double_uses_by_evaluation(connection, tuple(some))
    return [
        ListedResult(
            row.evaluation,
            row.subject,
            row.scorecard_version,
            *times[row.evaluation],
            Conclusion.of(row.conclusion),
            Conclusion.of(row.before) if row.before else None,
            orjson.loads(row.track),
            scores.get(row.evaluation),
            _gates(outcomes[row.evaluation], Outcome.NOT_MET),
            _gates(outcomes[row.evaluation], Outcome.UNDETERMINED),
            statuses.get(row.evaluation),
            doubles.get(row.evaluation, 0),
            (0, row.evaluation) if by_gate else (row.score_low, row.subject),
        )
        for row in rows
    ]


def _gates(outcomes: Iterable[Mapping[str, Any]], outcome: Outcome) -> list[str]:
    return [entry["criterion"] for entry in outcomes if is_open_gate(entry) and entry["outcome"] == outcome]


def _score_of(standing: Any) -> Interval | None:
    low, high = (
        None if end is None else parse_exact(end) for end in (standing.score_low, standing.score_high)
    )  # fmt: skip
    if low is None and high is None:
        return None
    return Interval(low, high, standing.score_low_open, standing.score_high_open)


def mean_lost(sums: Sums) -> tuple[Interval, Fraction]:
    """Give the mean of points that an indicator lost, an interval while some are open, and the mean it is lost from."""
    return (
        Interval(from_units(sums.least) / sums.number, from_units(sums.greatest) / sums.number),
        from_units(sums.most) / sums.number,
    )
