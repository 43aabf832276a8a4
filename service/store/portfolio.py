"""Portfolio queries: tallies of a scorecard and year, medians, and the results behind each number."""

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
from service.store.months import STORED_FINDINGS
from service.store.of_subject import double_uses_by_evaluation
from service.store.result_states import ResultStatus
from service.store.result_status import invalid_results
from service.store.serial_use import DOUBLE_USE
from service.store.tables import LISTED_ROWS, STANDINGS
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

_IS_LISTED = LISTED_ROWS.c.evaluation == RESULTS.c.evaluation
_BATCH_SIZE = 500


@dataclass(frozen=True, slots=True)
class ResultSelection:
    """Results of one scorecard and year, optionally of one version and part of a track."""

    organization: str
    scorecard: str
    year: str
    version: str = ""
    track: Mapping[str, str] = field(default_factory=dict)

    @property
    def before(self) -> ResultSelection:
        return replace(self, year=f"{int(self.year) - 1:04}")

    @property
    def whole_year_before(self) -> ResultSelection:
        return replace(self.before, version="", track={})

    def holds(self, version: str, track: str) -> bool:
        if self.version and version != self.version:
            return False
        return not self.track or self.track.items() <= orjson.loads(track).items()

    def conditions(self, table: Any) -> list[ColumnElement[bool]]:
        return [table.c[name] == getattr(self, name) for name in ("organization", "scorecard", "year")]


class Sums(NamedTuple):
    """Number of results and their sums, with points in billionths."""

    number: int = 0
    least: int = 0
    greatest: int = 0
    most: int = 0

    def plus(self, other: Sums, sign: int = 1) -> Sums:
        return Sums(*(mine + sign * theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class YearTallies:
    """Tallies of valid results; invalid results are listed separately."""

    selection: ResultSelection
    sums: Mapping[Measure, Mapping[str, Sums]]
    tracks: Mapping[str, int]
    """Number of results per track (canonical JSON), including invalid ones."""
    invalid: Mapping[str, ResultStatus]
    double_use_results: int

    @property
    def result_count(self) -> int:
        return sum(sums.number for sums in self.sums[Measure.CONCLUSION].values())


@dataclass(frozen=True, slots=True)
class SummarizedYear:
    """A year with results under a scorecard, and their number."""

    scorecard: str
    year: str
    result_count: int


def summarized_years(connection: Connection, organization: str) -> list[SummarizedYear]:
    """List the scorecards and years with results, newest year first."""
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
    """Return the tallies of a selection; `invalid_results` has those of the organization."""
    sums: dict[Measure, dict[str, Sums]] = {measure: {} for measure in Measure}
    tracks: Counter[str] = Counter()
    columns = (
        TALLIES.c.measure, TALLIES.c.scorecard_version, TALLIES.c.track, TALLIES.c.key, TALLIES.c.number,
        TALLIES.c.least, TALLIES.c.greatest, TALLIES.c.most,
    )  # fmt: skip
    matches: dict[tuple[str, str], bool] = {}
    query = select(*columns).where(*selection.conditions(TALLIES), TALLIES.c.number != 0)
    for measure, version, track, key, *values in connection.execute(query):
        if measure == Measure.CONCLUSION and (not selection.version or version == selection.version):
            tracks[track] += values[0]
        if (version, track) not in matches:
            matches[version, track] = selection.holds(version, track)
        if matches[version, track]:
            of_measure = sums[Measure(measure)]
            of_measure[key] = of_measure.get(key, Sums()).plus(Sums(*values))
    invalid = {row.evaluation for row in _counted_results(connection, selection, everywhere)}
    counts = (
        select(RESULTS)
        .where(
            STORED_FINDINGS.c.name == RESULTS.c.evaluation, *_valid_result_conditions(connection, selection, invalid)
        )
        .exists()
    )
    doubled = _with_double_use(selection.organization).where(counts).with_only_columns(func.count())
    for row, tally in _invalid_contributions(connection, selection, everywhere):
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


def _invalid_contributions(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> Iterator[tuple[YearlyResultRow, Tally]]:
    rows = list(_counted_results(connection, selection, invalid))
    for row in rows:
        for tally in result_tallies(row, outcomes_of(connection, row.evaluation)):
            yield row, tally
    dropped = {row.subject for row in rows}
    subjects = [
        row.subject
        for row in _counted_results(connection, selection.whole_year_before, invalid)
        if row.subject not in dropped
    ]
    for row in _results_of_subjects(connection, selection, subjects):
        yield from ((row, tally) for tally in result_tallies(row, ()) if tally.measure is Measure.MOVEMENT)


def _counted_results(
    connection: Connection, selection: ResultSelection, names: Collection[str]
) -> Iterator[YearlyResultRow]:
    for some in _batches(sorted(names)):
        query = select(RESULTS).where(RESULTS.c.evaluation.in_(some), *selection.conditions(RESULTS), RESULTS.c.counts)
        for row in map(_row, connection.execute(query)):
            if selection.holds(row.scorecard_version, row.track):
                yield row


def _results_of_subjects(
    connection: Connection, selection: ResultSelection, subjects: Sequence[str]
) -> Iterator[YearlyResultRow]:
    for some in _batches(subjects):
        query = select(RESULTS).where(*selection.conditions(RESULTS), RESULTS.c.subject.in_(some), RESULTS.c.counts)
        yield from map(_row, connection.execute(query))


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _BATCH_SIZE] for start in range(0, len(names), _BATCH_SIZE))


def _row(columns: Any) -> YearlyResultRow:
    return YearlyResultRow.model_validate(dict(columns._mapping))


def median_score(connection: Connection, tallies: YearTallies, stage: str) -> Interval | None:
    """Return the median of a stage's single-number scores; None if there are none.

    The bounds differ by a billionth for scores without a finite decimal form.
    """
    points: Counter[int] = Counter()
    for key, sums in tallies.sums[Measure.SCORE].items():
        score_bin = ScorePlace.of(key)
        if score_bin.stage == stage and score_bin.place not in {OPEN, NONE}:
            points[int(score_bin.place)] += sums.number
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
    query = (
        select(RESULTS.c.score_low, RESULTS.c.score_high)
        .where(
            *_valid_result_conditions(connection, selection, tallies.invalid),
            RESULTS.c.conclusion.in_(concluded),
            RESULTS.c.score_low >= point * UNIT,
            RESULTS.c.score_low < (-NO_SCORE if point == HIGHEST_BIN else (point + 1) * UNIT),
            RESULTS.c.score_high <= RESULTS.c.score_low + 1,
        )
        .order_by(RESULTS.c.score_low)
        .offset(nth)
        .limit(1)
    )
    low, high = connection.execute(query).one()
    return low, high


def _valid_result_conditions(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> list[ColumnElement[bool]]:
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
    conditions = (
        STORED_FINDINGS.c.organization == organization,
        STORED_FINDINGS.c.archive_findings.contains(DOUBLE_USE),
    )
    return select(STORED_FINDINGS.c.name).where(*conditions)


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """Filter of results; by default, all valid ones."""

    conclusions: Sequence[Conclusion] = ()
    before: Conclusion | None = None
    gate: str = ""
    outcome: str = ""
    place: ScorePlace | None = None
    """Only `place` OPEN or NONE is supported."""
    invalid: bool = False
    double_use: bool = False


@dataclass(frozen=True, slots=True)
class ListedResult:
    """Row of a result list."""

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
    status: ResultStatus | None
    double_uses: int
    position: ListPosition


def list_results(
    connection: Connection,
    selection: ResultSelection,
    result_filter: ResultFilter,
    *,
    after: ListPosition | None,
    limit: int,
) -> list[ListedResult]:
    """List results, highest score first or, with a gate, latest stored first."""
    everywhere = invalid_results(connection, selection.organization)
    invalid = {row.evaluation for row in _counted_results(connection, selection, everywhere)}
    if result_filter.invalid and not invalid:
        return []
    conditions = _valid_result_conditions(connection, selection, () if result_filter.invalid else invalid)
    if result_filter.invalid:
        conditions.append(RESULTS.c.evaluation.in_(sorted(invalid)))
    if result_filter.conclusions:
        conditions.append(RESULTS.c.conclusion.in_([conclusion.key for conclusion in result_filter.conclusions]))
    if result_filter.before is not None:
        conditions.append(RESULTS.c.before == result_filter.before.key)
        conditions += _exclude_invalid_previous(connection, selection, everywhere)
    if result_filter.double_use:
        conditions.append(RESULTS.c.evaluation.in_(_with_double_use(selection.organization)))
    if result_filter.place is not None:
        conditions.append(_score_condition(result_filter.place))
    conditions.append(select(LISTED_ROWS.c.evaluation).where(_IS_LISTED).exists())  # `data audit` reports orphans
    page = _by_gate(selection, result_filter, after) if result_filter.gate else _by_score(after)
    rows = list(map(_row, connection.execute(page.where(*conditions).limit(limit))))
    return _load_listed(connection, rows, everywhere, by_gate=bool(result_filter.gate))


def _exclude_invalid_previous(
    connection: Connection, selection: ResultSelection, invalid: Collection[str]
) -> list[ColumnElement[bool]]:
    subjects = [row.subject for row in _counted_results(connection, selection.whole_year_before, invalid)]
    return [RESULTS.c.subject.not_in(subjects)] if subjects else []


def _score_condition(score_bin: ScorePlace) -> ColumnElement[bool]:
    is_absent: ColumnElement[bool] = RESULTS.c.score_low == NO_SCORE
    is_open: ColumnElement[bool] = RESULTS.c.score_high > RESULTS.c.score_low + 1
    return is_absent if score_bin.place == NONE else is_open


def _by_score(after: ListPosition | None) -> Select[Any]:
    rows = select(RESULTS).order_by(RESULTS.c.score_low.desc(), RESULTS.c.subject)
    if after is None:
        return rows
    score, subject = after
    same = and_(RESULTS.c.score_low == score, RESULTS.c.subject > subject)
    return rows.where(RESULTS.c.score_low <= score, or_(RESULTS.c.score_low < score, same))


def _by_gate(selection: ResultSelection, result_filter: ResultFilter, after: ListPosition | None) -> Select[Any]:
    rows = (
        select(RESULTS)
        .select_from(OPEN_GATES.join(RESULTS, RESULTS.c.evaluation == OPEN_GATES.c.evaluation))
        .where(
            *selection.conditions(OPEN_GATES),
            OPEN_GATES.c.gate == result_filter.gate,
            OPEN_GATES.c.outcome == result_filter.outcome,
        )
        .order_by(OPEN_GATES.c.evaluation.desc())
    )
    return rows if after is None else rows.where(OPEN_GATES.c.evaluation < after[1])


def _load_listed(
    connection: Connection, rows: Sequence[YearlyResultRow], statuses: Mapping[str, ResultStatus], *, by_gate: bool
) -> list[ListedResult]:
    names = [row.evaluation for row in rows]
    outcomes = {name: outcomes_of(connection, name) for name in names}
    scores, times, doubles = {}, {}, dict[str, int]()
    for some in _batches(names):
        for score_row in connection.execute(select(STANDINGS).where(STANDINGS.c.evaluation.in_(some))):
            scores[score_row.evaluation] = _score_of(score_row)
        listed = select(LISTED_ROWS.c.evaluation, LISTED_ROWS.c.as_of_date, LISTED_ROWS.c.create_time)
        for name, as_of_date, create_time in connection.execute(listed.where(LISTED_ROWS.c.evaluation.in_(some))):
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


def _score_of(score_row: Any) -> Interval | None:
    low, high = (
        None if end is None else parse_exact(end) for end in (score_row.score_low, score_row.score_high)
    )  # fmt: skip
    if low is None and high is None:
        return None
    return Interval(low, high, score_row.score_low_open, score_row.score_high_open)


def mean_lost(sums: Sums) -> tuple[Interval, Fraction]:
    """Return the mean points lost, and the mean maximum points."""
    return (
        Interval(from_units(sums.least) / sums.number, from_units(sums.greatest) / sums.number),
        from_units(sums.most) / sums.number,
    )
