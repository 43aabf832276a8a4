"""Yearly results: conclusions of evaluations by subject and year, and tallies.

Only the last stored evaluation of a subject, scorecard and year counts. Points are integer billionths, rounded
outwards, so sums are exact and of bounded size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import BigInteger, Connection, Index, bindparam, delete, func, insert, select, update
from sqlmodel import Field, SQLModel

from rules.contracts import ConclusionKind, Outcome
from service.base.resource_names import parse_card
from service.store.criterion_outcomes import outcomes_of
from service.store.prepared_statements import PreparedStatement, insert_or_update
from service.store.tables import table_of, trusted_row

if TYPE_CHECKING:
    from rules.contracts import ErasedRecord, WrittenSteps

UNIT = 10**9
"""Billionths per point."""
NO_SCORE = -(2**62)
"""Both bounds of a missing score; sorts first."""
_MAX_UNITS = 2**61
HIGHEST_BIN = 10_000


class YearlyResultRow(SQLModel, table=True):
    """Conclusion of one evaluation for its subject and year, rebuildable from its record.

    `counts` is false if a later result is stored. `before` is the counting conclusion of the previous year, or empty.
    Scores are in billionths.
    """

    __tablename__ = "yearly_result"
    __table_args__ = (
        Index("yearly_result_by_subject", "organization", "scorecard", "year", "subject", "evaluation"),
        Index("yearly_result_by_score", "organization", "scorecard", "year", "counts", "score_low", "subject"),
        Index(
            "yearly_result_by_conclusion", "organization", "scorecard", "year", "counts", "conclusion", "score_low",
            "subject",
        ),
        Index(
            "yearly_result_by_movement", "organization", "scorecard", "year", "counts", "before", "conclusion",
            "score_low", "subject",
        ),
    )  # fmt: skip

    evaluation: str = Field(primary_key=True)
    organization: str
    scorecard: str
    scorecard_version: str
    year: str
    subject: str
    counts: bool
    conclusion: str
    before: str
    track: str
    score_low: int = Field(sa_type=BigInteger)
    score_high: int = Field(sa_type=BigInteger)


class OpenGateRow(SQLModel, table=True):
    """Gate that a counting result fails or leaves undetermined."""

    __tablename__ = "open_gate"

    organization: str = Field(primary_key=True)
    scorecard: str = Field(primary_key=True)
    year: str = Field(primary_key=True)
    gate: str = Field(primary_key=True)
    outcome: str = Field(primary_key=True)
    evaluation: str = Field(primary_key=True)


class ResultTallyRow(SQLModel, table=True):
    """Number and sums, in billionths of points, of counting results with a common key."""

    __tablename__ = "result_tally"

    organization: str = Field(primary_key=True)
    scorecard: str = Field(primary_key=True)
    year: str = Field(primary_key=True)
    measure: str = Field(primary_key=True)
    scorecard_version: str = Field(primary_key=True)
    track: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    number: int
    least: int = Field(sa_type=BigInteger)
    greatest: int = Field(sa_type=BigInteger)
    most: int = Field(sa_type=BigInteger)


RESULTS = table_of(YearlyResultRow)
OPEN_GATES = table_of(OpenGateRow)
TALLIES = table_of(ResultTallyRow)


class Measure(StrEnum):
    """Kinds of tallies."""

    CONCLUSION = "conclusion"
    MOVEMENT = "movement"
    SCORE = "score"
    GATE = "gate"
    POINTS = "points"
    """Minimum and maximum loss of an indicator, and its maximum points."""


@dataclass(frozen=True, slots=True, order=True)
class Conclusion:
    """Conclusion of an evaluation; absent parts are empty."""

    kind: str
    grade: str = ""
    stage: str = ""
    verdict: str = ""

    @property
    def key(self) -> str:
        return "|".join((self.kind, self.grade, self.stage, self.verdict))

    @staticmethod
    def of(key: str) -> Conclusion:
        return Conclusion(*key.split("|"))


_OPEN_OUTCOMES = frozenset((Outcome.NOT_MET.value, Outcome.UNDETERMINED.value))
OPEN, NONE = "open", "none"
_FAILED, _MET = "failed", "met"


@dataclass(frozen=True, slots=True)
class Tally:
    """Contribution of one result to a tally."""

    measure: Measure
    key: str
    least: int = 0
    greatest: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class ScorePlace:
    """Bin of scores; `place` is whole points, `open` or `none`."""

    stage: str
    fails: bool
    place: str

    @property
    def key(self) -> str:
        return "|".join((self.stage, _FAILED if self.fails else _MET, self.place))

    @staticmethod
    def of(key: str) -> ScorePlace:
        stage, gate, place = key.split("|")
        return ScorePlace(stage, gate == _FAILED, place)


@lru_cache(4_096)
def to_units(exact: str | None, *, up: bool = False) -> int | None:
    """Return a number in billionths, or None if it is None or too large."""
    if exact is None:
        return None
    dividend, _, divisor = exact.partition("/")
    integer_part, _, decimals = dividend.partition(".")
    numerator, denominator = int(integer_part + decimals) * UNIT, int(divisor or "1") * 10 ** len(decimals)
    units = -(-numerator // denominator) if up else numerator // denominator
    return units if abs(units) < _MAX_UNITS else None


def from_units(units: int) -> Fraction:
    """Convert billionths to points."""
    return Fraction(units, UNIT)


_PERIOD = b'"period":'


def year_of(record: WrittenSteps) -> str:
    """Return the year of the latest fact period end, else of the as-of date."""
    ends = [
        period["last"]
        for step in record.steps
        if _PERIOD in step  # parse only steps that may have a period
        for period in _periods(*orjson.loads(step))
    ]
    return max(ends, default=record.head.as_of_date)[:4]


def _periods(id: str, *values: Any) -> Iterator[Mapping[str, str]]:
    group, *name = id.split("/")
    for part in values if group == "facts" and len(name) == 1 else ():
        value = part.get("value", part) if isinstance(part, dict) else None
        if isinstance(value, dict) and isinstance(value.get("period"), dict):
            yield value["period"]


def yearly_result(standing: Mapping[str, Any], conclusion: Mapping[str, str], year: str) -> YearlyResultRow:
    """Return the unsaved row of an evaluation, not yet counting."""
    low, high = to_units(standing["score_low"]), to_units(standing["score_high"], up=True)
    if low is None or high is None:
        low = high = NO_SCORE
    concluded = Conclusion(*(conclusion[name] for name in ("kind", "grade", "stage", "verdict")))
    return trusted_row(
        YearlyResultRow,
        {
            "evaluation": standing["evaluation"],
            "organization": standing["organization"],
            "scorecard": parse_card(standing["scorecard_version"]).card,
            "scorecard_version": standing["scorecard_version"],
            "year": year,
            "subject": standing["subject"],
            "counts": False,
            "conclusion": concluded.key,
            "before": "",
            "track": standing["track"],
            "score_low": low,
            "score_high": high,
        },
    )


def result_tallies(row: YearlyResultRow, outcomes: Iterable[Mapping[str, Any]]) -> Iterator[Tally]:
    """Yield the contributions of a result to the tallies."""
    conclusion = Conclusion.of(row.conclusion)
    yield Tally(Measure.CONCLUSION, row.conclusion)
    if row.before:
        yield Tally(Measure.MOVEMENT, _movement_key(row.before, row.conclusion))
    fails = conclusion.kind == ConclusionKind.GATE_FAILED
    yield Tally(Measure.SCORE, ScorePlace(conclusion.stage, fails, _score_place(row.score_low, row.score_high)).key)
    for outcome in outcomes:
        if is_open_gate(outcome):
            yield Tally(Measure.GATE, f"{outcome['criterion']}|{outcome['outcome']}")
        elif outcome["kind"] == "indicator":
            points = (outcome[name] for name in ("criterion", "maximum_points", "points_low", "points_high"))
            if (tally := _lost_points(*points)) is not None:
                yield tally


def _score_place(low: int, high: int) -> str:
    if low == NO_SCORE:
        return NONE
    if high - low > 1:  # infinite decimals differ by one unit after outward rounding
        return OPEN
    return str(min(low // UNIT, HIGHEST_BIN))


def is_open_gate(outcome: Mapping[str, Any]) -> bool:
    """Return whether a gate failed or is undetermined."""
    return outcome["kind"] == "gate" and outcome["outcome"] in _OPEN_OUTCOMES


@lru_cache(16_384)
def _lost_points(
    criterion: str, maximum_points: str | None, points_low: str | None, points_high: str | None
) -> Tally | None:
    most = to_units(maximum_points, up=True)
    if most is None or most <= 0:
        return None
    low, high = to_units(points_low), to_units(points_high, up=True)
    return Tally(
        Measure.POINTS,
        criterion,
        least=0 if high is None else max(most - high, 0),
        greatest=most if low is None else most - low,
        most=most,
    )


def _movement_key(before: str, after: str) -> str:
    return f"{before}>{after}"


def movement_of(key: str) -> tuple[Conclusion, Conclusion]:
    """Return the previous and current conclusion of a movement key."""
    before, _, after = key.partition(">")
    return Conclusion.of(before), Conclusion.of(after)


_INSERT = PreparedStatement(lambda _: insert(RESULTS))
_SET_COUNTS = PreparedStatement(
    lambda _: (
        update(RESULTS)
        .where(RESULTS.c.evaluation == bindparam("its"))
        .values(counts=bindparam("now_counts"), before=bindparam("now_before"))
    )
)
_INSERT_GATES = PreparedStatement(lambda _: insert(OPEN_GATES))
_DELETE_GATES = PreparedStatement(
    lambda _: delete(OPEN_GATES).where(*(column == bindparam(column.name) for column in OPEN_GATES.columns))
)
_SELECT_LATEST = PreparedStatement(
    lambda _: select(func.max(RESULTS.c.evaluation)).where(
        *(RESULTS.c[name] == bindparam(name) for name in ("organization", "scorecard", "year", "subject"))
    )
)
_COLUMNS = tuple(RESULTS.columns.keys())
_SELECT_ROW = PreparedStatement(
    lambda _: select(*RESULTS.columns).where(RESULTS.c.evaluation == bindparam("evaluation"))
)


def _add_to_tallies(dialect: str) -> Any:
    adding = insert_or_update(dialect, TALLIES)
    sums = {name: TALLIES.c[name] + adding.excluded[name] for name in ("number", "least", "greatest", "most")}
    return adding.on_conflict_do_update(index_elements=list(TALLIES.primary_key.columns), set_=sums)


_ADD_TO_TALLIES = PreparedStatement(_add_to_tallies)


class ResultTallies:
    """Transactional update of yearly results, gates and tallies; `write` stores the tallies."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sums: dict[tuple[str, ...], list[int]] = {}
        self._outcomes: dict[str, Sequence[Mapping[str, Any]]] = {}
        """Cached criterion results, by evaluation."""

    def add(self, row: YearlyResultRow, outcomes: Sequence[Mapping[str, Any]] | None = None) -> None:
        if outcomes is not None:
            self._outcomes[row.evaluation] = outcomes
        last = self._latest_result(row, row.year)
        if last is not None and last.evaluation > row.evaluation:
            self._insert(row)
            return
        if last is not None:
            self._count(last, -1)
        before = self._latest_result(row, year_before(row.year))
        conclusion_before = "" if before is None else before.conclusion
        counting = trusted_row(YearlyResultRow, {**_columns(row), "counts": True, "before": conclusion_before})
        self._insert(counting)
        self._count(counting, 1, written=True)
        self._update_next_year(counting, counting.conclusion)

    def remove(self, evaluation: str) -> None:
        """Remove a result; its predecessor counts again."""
        row = self._row(evaluation)
        if row is None:
            return
        if row.counts:
            self._count(row, -1, written=True)
        self._connection.execute(delete(RESULTS).where(RESULTS.c.evaluation == evaluation))
        if not row.counts:
            return
        last = self._latest_result(row, row.year)
        if last is not None:
            before = self._latest_result(row, year_before(row.year))
            last = last.model_copy(update={"before": "" if before is None else before.conclusion})
            self._count(last, 1)
        self._update_next_year(row, "" if last is None else last.conclusion)

    def change(self, evaluation: str, year: str, track: str | None) -> None:
        row = self._row(evaluation)
        if row is None or (row.year, row.track) == (year, track or row.track):
            return
        self.remove(evaluation)
        self.add(row.model_copy(update={"year": year, "track": track or row.track, "counts": False, "before": ""}))

    def write(self) -> None:
        names = TALLIES.primary_key.columns.keys()
        rows = [
            {**dict(zip(names, key, strict=True)), "number": number, "least": least, "greatest": greatest, "most": most}
            for key, (number, least, greatest, most) in sorted(self._sums.items())
            if number or least or greatest or most
        ]
        _ADD_TO_TALLIES.run_each(self._connection, rows)
        self._sums.clear()

    def _update_next_year(self, row: YearlyResultRow, conclusion: str) -> None:
        after = self._latest_result(row, _year_after(row.year))
        if after is None or after.before == conclusion:
            return
        followed = after.model_copy(update={"before": conclusion})
        for sign, counted in ((-1, after), (1, followed)):
            if counted.before:
                self._tally(counted, [Tally(Measure.MOVEMENT, _movement_key(counted.before, counted.conclusion))], sign)
        self._connection.execute(
            update(RESULTS).where(RESULTS.c.evaluation == after.evaluation).values(before=conclusion)
        )

    def _count(self, row: YearlyResultRow, sign: int, *, written: bool = False) -> None:
        outcomes = self._outcomes.get(row.evaluation)
        if outcomes is None:
            outcomes = outcomes_of(self._connection, row.evaluation)
        self._tally(row, result_tallies(row, outcomes), sign)
        gates = [
            {
                "organization": row.organization, "scorecard": row.scorecard, "year": row.year,
                "gate": outcome["criterion"], "outcome": outcome["outcome"], "evaluation": row.evaluation,
            }
            for outcome in outcomes
            if is_open_gate(outcome)
        ]  # fmt: skip
        (_INSERT_GATES if sign > 0 else _DELETE_GATES).run_each(self._connection, gates)
        if not written:
            counted = {"now_counts": sign > 0, "now_before": row.before if sign > 0 else "", "its": row.evaluation}
            _SET_COUNTS.run_each(self._connection, [counted])

    def _tally(self, row: YearlyResultRow, tallies: Iterable[Tally], sign: int) -> None:
        year_key, track_key = (row.organization, row.scorecard, row.year), (row.scorecard_version, row.track)
        for tally in tallies:
            sums = self._sums.setdefault((*year_key, tally.measure._value_, *track_key, tally.key), [0, 0, 0, 0])
            sums[0] += sign
            sums[1] += sign * tally.least
            sums[2] += sign * tally.greatest
            sums[3] += sign * tally.most

    def _latest_result(self, row: YearlyResultRow, year: str) -> YearlyResultRow | None:
        key = {
            "organization": row.organization, "scorecard": row.scorecard, "year": year, "subject": row.subject,
        }  # fmt: skip
        evaluation = _SELECT_LATEST.value(self._connection, key)
        return None if evaluation is None else self._row(evaluation)

    def _row(self, evaluation: str) -> YearlyResultRow | None:
        rows = _SELECT_ROW.rows(self._connection, {"evaluation": evaluation})
        return trusted_row(YearlyResultRow, dict(zip(_COLUMNS, rows[0], strict=True))) if rows else None

    def _insert(self, row: YearlyResultRow) -> None:
        _INSERT.run_each(self._connection, [_columns(row)])


def _columns(row: YearlyResultRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _COLUMNS}


def add_yearly_results(
    connection: Connection, results: Iterable[tuple[YearlyResultRow, Sequence[Mapping[str, Any]]]]
) -> None:
    """Add results of stored outcomes, in storage order."""
    tallies = ResultTallies(connection)
    for row, outcomes in sorted(results, key=lambda result: result[0].evaluation):
        tallies.add(row, outcomes)
    tallies.write()


def remove_yearly_result(connection: Connection, evaluation: str) -> None:
    """Remove a result before its outcomes are deleted."""
    tallies = ResultTallies(connection)
    tallies.remove(evaluation)
    tallies.write()


def change_yearly_result(connection: Connection, evaluation: str, remaining: ErasedRecord, track: str | None) -> None:
    """Update a result after an erasure; a track of None is unchanged."""
    tallies = ResultTallies(connection)
    tallies.change(evaluation, year_of(remaining), track)
    tallies.write()


def year_before(year: str) -> str:
    """Return the previous year in four digits."""
    return f"{int(year) - 1:04}"


def _year_after(year: str) -> str:
    return f"{int(year) + 1:04}"
