"""Portfolio calls: summaries of many results, the lists behind their numbers, and table exports."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import orjson

from rules.contracts import (
    NO_GRADE,
    ConclusionKind,
    InputError,
    Interval,
    Outcome,
    TouchstoneError,
    Verdict,
    format_exact,
    message_factory,
    read_toml,
)
from service.api.ranking import RANKS
from service.api.version_exports import check_language
from service.base.instants import to_timestamp
from service.base.paging import MAXIMUM_SIZE, foreign_token, read_page
from service.base.resource_names import parse_card, parse_organization
from service.configuration.products import table_writers
from service.identity.principals import visibility_scope
from service.output.erasure_notices import add_left_out
from service.output.mapping.answers import set_status
from service.output.mapping.mapper import word_of
from service.output.tables import Column, Table, table_csv, workbook_of
from service.store.outcome_projection import omitted_evaluations
from service.store.portfolio import (
    ListedResult,
    ResultFilter,
    ResultSelection,
    list_results,
    mean_lost,
    median_score,
    read_tallies,
    summarized_years,
)
from service.store.reporting_views import View, rounded_decimal
from service.store.result_status import invalid_results
from service.store.yearly_results import NO_SCORE, NONE, OPEN, Conclusion, Measure, ScorePlace, movement_of
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2 as evaluations, types_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from sqlalchemy import Connection

    from rules.model import Scorecard
    from service.gazette.versions import Gazette
    from service.store.portfolio import ListPosition, SummarizedYear, YearTallies
    from service.store.store import Store

_message = message_factory(__name__)

_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_MAX_SHEET_ROWS = 20_000
"""Larger workbooks take too long to write."""
_CHUNK_BYTES = 256 * 1024
_Listing = evaluations.ListCountedResultsRequest | evaluations.ExportEvaluationsRequest
_Movement = evaluations.ConclusionMovement
_GATE_OUTCOMES = {
    evaluation_pb2.OUTCOME_UNSPECIFIED: Outcome.NOT_MET,
    evaluation_pb2.OUTCOME_NOT_MET: Outcome.NOT_MET,
    evaluation_pb2.OUTCOME_UNDETERMINED: Outcome.UNDETERMINED,
}
_SCORES = {
    evaluations.CountedResultFilter.SCORE_OPEN: OPEN,
    evaluations.CountedResultFilter.SCORE_ABSENT: NONE,
}


@dataclass(frozen=True, slots=True)
class _ConclusionOrder:
    scorecard: Scorecard | None

    def place(self, conclusion: Conclusion) -> tuple[int, int, str]:
        ids: list[str] = []
        if self.scorecard is not None and self.scorecard.ladder is not None:
            ids = [grade.id for grade in self.scorecard.ladder.grades]
        elif self.scorecard is not None and self.scorecard.stages is not None:
            ids = [stage.id for stage in self.scorecard.stages.stages]
        verdicts: list[str] = [verdict.value for verdict in reversed(Verdict)]
        for known, value in ((ids, conclusion.grade or conclusion.stage), (verdicts, conclusion.verdict)):
            if value in known:
                return 0, known.index(value), conclusion.key
        return 1, _KINDS.index(conclusion.kind) if conclusion.kind in _KINDS else len(_KINDS), conclusion.key

    def rank(self, conclusion: Conclusion) -> int | None:
        if conclusion.kind == ConclusionKind.GRADED and conclusion.grade not in {"", NO_GRADE}:
            known, position = self.place(conclusion)[:2]
            return position if known == 0 else None
        if conclusion.kind == ConclusionKind.JUDGED and conclusion.verdict:
            return self.place(conclusion)[1]
        return {
            ConclusionKind.NOT_GRADED.value: _RANK_BELOW_GRADES,
            ConclusionKind.GATE_FAILED.value: _RANK_BELOW_GRADES + 1,
        }.get(conclusion.kind)

    def direction(self, before: Conclusion, after: Conclusion) -> _Movement.Direction:
        if before == after:
            return _Movement.DIRECTION_STAYED
        ranks = self.rank(before), self.rank(after)
        if ranks[0] is None or ranks[1] is None or ranks[0] == ranks[1]:
            return _Movement.DIRECTION_UNSPECIFIED
        return _Movement.DIRECTION_ROSE if ranks[1] < ranks[0] else _Movement.DIRECTION_FELL


_KINDS: list[str] = [
    kind.value
    for kind in (
        ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.JUDGED, ConclusionKind.GRADE_OPEN,
        ConclusionKind.NOT_GRADED, ConclusionKind.GATE_FAILED, ConclusionKind.INCOMPLETE, ConclusionKind.NOT_APPLICABLE,
    )
]  # fmt: skip
_RANK_BELOW_GRADES = 1_000


class Portfolio:
    """Handlers of SummarizeEvaluations, ListCountedResults and ExportEvaluations."""

    def __init__(self, store: Store, gazette: Gazette) -> None:
        self._store = store
        self._gazette = gazette

    def summarize(self, request: evaluations.SummarizeEvaluationsRequest) -> evaluations.SummarizeEvaluationsResponse:
        organization = parse_organization(request.parent, field="parent")
        response = evaluations.SummarizeEvaluationsResponse()
        with self._store.archive() as archive:
            years = summarized_years(archive.connection, organization)
            response.summarized_years.extend(
                evaluations.SummarizedYear(
                    scorecard=f"scorecards/{entry.scorecard}", year=entry.year, result_count=entry.result_count
                )
                for entry in years
            )
            selection = _read_selection(organization, request.selection, years)
            add_left_out(response, omitted_evaluations(archive.connection, organization))
            if selection is None or not _has_results(selection, years):
                return response
            order = _ConclusionOrder(self._scorecard(selection))
            invalid = invalid_results(archive.connection, organization)
            tallies = read_tallies(archive.connection, selection, invalid)
            response.summary.CopyFrom(_summary(archive.connection, tallies, order))
            if _has_results(selection.before, years):
                earlier = read_tallies(archive.connection, selection.before, invalid)
                response.earlier_summary.CopyFrom(_summary(archive.connection, earlier, order))
        response.movements.extend(_movements(tallies, order))
        return response

    def list(self, request: evaluations.ListCountedResultsRequest) -> evaluations.ListCountedResultsResponse:
        listed = evaluations.ListCountedResultsRequest()
        listed.CopyFrom(request)
        listed.ClearField("page_size")
        listed.ClearField("page_token")
        page = read_page(request, "counted", visibility_scope(), listed.SerializeToString(deterministic=True).hex())
        after, result_filter = _read_position(page.after), _read_filter(request.filter)
        response = evaluations.ListCountedResultsResponse()
        with self._store.archive() as archive:
            selection = self._requested_selection(archive.connection, request)
            if selection is None:
                return response
            rows = list_results(archive.connection, selection, result_filter, after=after, limit=page.limit)
        response.counted_results.extend(map(_counted_result, rows[: page.size]))
        response.next_page_token = page.next_token(rows, lambda row: "{} {}".format(*row.position))
        return response

    def export(self, request: evaluations.ExportEvaluationsRequest) -> BytesIO:
        result_filter = _read_filter(request.filter)
        if request.form == evaluations.ExportEvaluationsRequest.FORM_UNSPECIFIED:
            raise InputError.of("form", _message("NO_TABLE_FORM"), "REQUIRED")
        language = request.language_code or "en"
        check_language(language)
        with self._store.archive() as archive:
            selection = self._requested_selection(archive.connection, request)
            rows = () if selection is None else _all_results(archive.connection, selection, result_filter)
            if request.form == evaluations.ExportEvaluationsRequest.FORM_PARQUET:
                return _parquet(rows)
            if request.form == evaluations.ExportEvaluationsRequest.FORM_CSV:
                table = Table(_columns(language), rows)
                return BytesIO(b"\xef\xbb\xbf" + table_csv(table).encode())
            sheet_rows = []
            for row in rows:
                sheet_rows.append(row)
                if len(sheet_rows) > _MAX_SHEET_ROWS:
                    raise InputError.of("form", _message("SHEET_FULL", most=_MAX_SHEET_ROWS), "WRONG_VALUE")
        return BytesIO(workbook_of({_column_titles(language)["sheet"]: Table(_columns(language), sheet_rows)}))

    def _requested_selection(self, connection: Connection, request: _Listing) -> ResultSelection | None:
        organization = parse_organization(request.parent, field="parent")
        if not request.selection.scorecard:
            raise InputError.of("selection.scorecard", _message("SCORECARD_REQUIRED"), "REQUIRED")
        return _read_selection(organization, request.selection, summarized_years(connection, organization))

    def _scorecard(self, selection: ResultSelection) -> Scorecard | None:
        try:
            if selection.version:
                return self._gazette.version_named(selection.version).scorecard
            return self._gazette.newest(selection.scorecard).scorecard
        except TouchstoneError:
            return None


def pieces_of(content: BytesIO) -> Iterator[evaluations.ExportEvaluationsResponse]:
    """Yield a file in chunks."""
    for piece in iter(partial(content.read, _CHUNK_BYTES), b""):
        yield evaluations.ExportEvaluationsResponse(content=piece)


def _read_selection(
    organization: str, requested: evaluations.ResultSelection, years: Sequence[SummarizedYear]
) -> ResultSelection | None:
    if not requested.scorecard:
        if requested.year or requested.track:
            raise InputError.of("selection.scorecard", _message("SCORECARD_REQUIRED"), "REQUIRED")
        return None
    card = parse_card(requested.scorecard, field="selection.scorecard")
    if requested.year and not _YEAR.fullmatch(requested.year):
        raise InputError.of("selection.year", _message("NO_YEAR", found=requested.year[:20]), "MALFORMED")
    year = requested.year or max((entry.year for entry in years if entry.scorecard == card.card), default="")
    if not year:
        return None
    version = requested.scorecard if card.version else ""
    return ResultSelection(organization, card.card, year, version, dict(requested.track))


def _has_results(selection: ResultSelection, years: Iterable[SummarizedYear]) -> bool:
    return any((entry.scorecard, entry.year) == (selection.scorecard, selection.year) for entry in years)


def _read_filter(message: evaluations.CountedResultFilter) -> ResultFilter:
    if message.gate_outcome not in _GATE_OUTCOMES:
        known = tuple(evaluation_pb2.Outcome.Name(outcome) for outcome in list(_GATE_OUTCOMES)[1:])
        outcome_name = evaluation_pb2.Outcome.Name(message.gate_outcome)
        raise InputError.of(
            "filter.gate_outcome", _message("NOT_ONE_OF", found=outcome_name, known=known), "WRONG_VALUE"
        )
    score_bin = _SCORES.get(message.score)
    return ResultFilter(
        conclusions=tuple(map(_read_conclusion, message.conclusions)),
        before=_read_conclusion(message.earlier_conclusion) if message.HasField("earlier_conclusion") else None,
        gate=message.gate_id,
        outcome=_GATE_OUTCOMES[message.gate_outcome].value,
        place=None if score_bin is None else ScorePlace("", False, score_bin),
        invalid=message.not_standing,
        double_use=message.double_use,
    )


def _read_conclusion(message: evaluations.CountedConclusion) -> Conclusion:
    kind = word_of(evaluation_pb2.Conclusion.Kind, message.kind)
    verdict = word_of(evaluation_pb2.Verdict, message.verdict) if message.verdict else ""
    return Conclusion(kind, message.grade, message.stage, verdict)


def _conclusion(conclusion: Conclusion) -> evaluations.CountedConclusion:
    return evaluations.CountedConclusion(
        kind=f"KIND_{conclusion.kind.upper()}",
        grade=conclusion.grade,
        stage=conclusion.stage,
        verdict=f"VERDICT_{conclusion.verdict.upper()}" if conclusion.verdict else None,
    )


def _read_position(text: str) -> ListPosition | None:
    if not text:
        return None
    number, _, name = text.partition(" ")
    try:
        score = int(number)
    except ValueError:
        raise foreign_token() from None
    if abs(score) > -NO_SCORE:
        raise foreign_token()
    return score, name


def _interval(interval: Interval | None) -> types_pb2.Interval | None:
    return None if interval is None else RANKS.write(types_pb2.Interval, interval)


def _summary(connection: Connection, tallies: YearTallies, order: _ConclusionOrder) -> evaluations.YearSummary:
    concluded = {Conclusion.of(key): sums for key, sums in tallies.sums[Measure.CONCLUSION].items()}
    return evaluations.YearSummary(
        year=tallies.selection.year,
        result_count=tallies.result_count,
        not_standing_count=len(tallies.invalid),
        conclusion_counts=[
            evaluations.ConclusionCount(conclusion=_conclusion(key), result_count=concluded[key].number)
            for key in sorted(concluded, key=order.place)
        ],
        gate_counts=_gate_counts(tallies),
        lost_points=_lost_points(tallies),
        score_distributions=list(_distributions(connection, tallies, order.scorecard)),
        track_counts=_track_counts(tallies),
        double_use_result_count=tallies.double_use_results,
    )


def _gate_counts(tallies: YearTallies) -> list[evaluations.GateCount]:
    counts: dict[str, dict[str, int]] = {}
    for key, sums in tallies.sums[Measure.GATE].items():
        gate, _, outcome = key.partition("|")
        counts.setdefault(gate, {})[outcome] = sums.number
    gates = [
        evaluations.GateCount(
            criterion_id=gate,
            not_met_count=outcomes.get(Outcome.NOT_MET, 0),
            undetermined_count=outcomes.get(Outcome.UNDETERMINED, 0),
        )
        for gate, outcomes in counts.items()
    ]
    return sorted(gates, key=lambda gate: (-gate.not_met_count, -gate.undetermined_count, gate.criterion_id))


def _lost_points(tallies: YearTallies) -> list[evaluations.LostPoints]:
    lost = {criterion: (sums.number, *mean_lost(sums)) for criterion, sums in tallies.sums[Measure.POINTS].items()}
    worst_first = sorted(lost, key=lambda criterion: (_loss_sort_key(lost[criterion][1]), criterion))
    return [
        evaluations.LostPoints(
            criterion_id=criterion,
            result_count=lost[criterion][0],
            mean_lost=_interval(lost[criterion][1]),
            mean_maximum=format_exact(lost[criterion][2]),
        )
        for criterion in worst_first
    ]


def _loss_sort_key(interval: Interval) -> tuple[Fraction, Fraction]:
    return -(interval.low or Fraction(0)), -(interval.high or Fraction(0))


def _distributions(
    connection: Connection, tallies: YearTallies, scorecard: Scorecard | None
) -> Iterator[evaluations.ScoreDistribution]:
    stages: dict[str, dict[str, Counter[bool]]] = {}
    for key, sums in tallies.sums[Measure.SCORE].items():
        score_bin = ScorePlace.of(key)
        of_stage = stages.setdefault(score_bin.stage, {})
        of_stage.setdefault(score_bin.place, Counter())[score_bin.fails] += sums.number
    maxima = _maxima(scorecard)
    known = list(maxima)
    for stage in sorted(stages, key=lambda id: (known.index(id) if id in known else len(known), id)):
        open_count, unscored_count = (stages[stage].pop(place, Counter()).total() for place in (OPEN, NONE))
        maximum = maxima.get(stage)
        yield evaluations.ScoreDistribution(
            stage=stage,
            maximum_points=None if maximum is None else format_exact(maximum),
            exact_count=sum(counts.total() for counts in stages[stage].values()),
            open_count=open_count,
            unscored_count=unscored_count,
            median=_interval(median_score(connection, tallies, stage)),
            bins=[
                evaluations.ScoreBin(points=int(place), result_count=counts.total(), gate_failed_count=counts[True])
                for place, counts in sorted(stages[stage].items(), key=lambda entry: int(entry[0]))
            ],
        )


def _maxima(scorecard: Scorecard | None) -> dict[str, Fraction]:
    if scorecard is None:
        return {}
    if scorecard.stages is not None:
        return {stage.id: stage.maximum for stage in scorecard.stages.stages}
    return {"": sum((section.maximum for section in scorecard.sections), Fraction(0))}


def _track_counts(tallies: YearTallies) -> list[evaluations.TrackCount]:
    parts = [(orjson.loads(track), number) for track, number in sorted(tallies.tracks.items()) if number]
    return [evaluations.TrackCount(track=track, result_count=number) for track, number in parts if track]


def _movements(tallies: YearTallies, order: _ConclusionOrder) -> list[_Movement]:
    moved = {movement_of(key): sums.number for key, sums in tallies.sums[Measure.MOVEMENT].items()}
    return [
        _Movement(
            earlier_conclusion=_conclusion(before),
            conclusion=_conclusion(after),
            subject_count=moved[before, after],
            direction=order.direction(before, after),
        )
        for before, after in sorted(moved, key=lambda pair: (order.place(pair[0]), order.place(pair[1])))
    ]


def _counted_result(row: ListedResult) -> evaluations.CountedResult:
    message = evaluations.CountedResult(
        subject=row.subject,
        evaluation=row.evaluation,
        scorecard_version=row.scorecard_version,
        as_of_date=row.as_of_date,
        create_time=to_timestamp(row.create_time),
        conclusion=_conclusion(row.conclusion),
        earlier_conclusion=None if row.before is None else _conclusion(row.before),
        track=row.track,
        score=_interval(row.score),
        not_met_gate_ids=row.not_met,
        undetermined_gate_ids=row.undetermined,
        double_use_count=row.double_uses,
    )
    set_status(message, row.status)
    return message


def _all_results(
    connection: Connection, selection: ResultSelection, result_filter: ResultFilter
) -> Iterator[ListedResult]:
    after: ListPosition | None = None
    while rows := list_results(connection, selection, result_filter, after=after, limit=MAXIMUM_SIZE):
        yield from rows
        after = rows[-1].position


def _column_titles(language: str) -> dict[str, str]:
    titles: dict[str, str] = read_toml(__package__, "portfolio_heads.toml")[language]
    return titles


def _columns(language: str) -> list[Column[ListedResult]]:
    titles = _column_titles(language)
    return [Column(titles[name], cell) for name, cell in _CELLS.items()]


def _part_before(row: ListedResult, *, part: str) -> str:
    return "" if row.before is None else str(getattr(row.before, part))


def _bound_text(score: Interval | None, end: str) -> str:
    value: Fraction | None = None if score is None else getattr(score, end)
    return "" if value is None else format_exact(value)


_CELLS: Mapping[str, Callable[[ListedResult], str]] = {
    "subject": attrgetter("subject"),
    "evaluation": attrgetter("evaluation"),
    "scorecard_version": attrgetter("scorecard_version"),
    "as_of_date": attrgetter("as_of_date"),
    "create_time": attrgetter("create_time"),
    "kind": attrgetter("conclusion.kind"),
    "grade": attrgetter("conclusion.grade"),
    "stage": attrgetter("conclusion.stage"),
    "verdict": attrgetter("conclusion.verdict"),
    "score_low": lambda row: _bound_text(row.score, "low"),
    "score_high": lambda row: _bound_text(row.score, "high"),
    "not_met": lambda row: "; ".join(row.not_met),
    "undetermined": lambda row: "; ".join(row.undetermined),
    "track": lambda row: "; ".join(f"{name}={value}" for name, value in sorted(row.track.items())),
    **{f"earlier_{part}": partial(_part_before, part=part) for part in ("kind", "grade", "stage", "verdict")},
    "status": lambda row: "stands" if row.status is None else row.status.state.name.lower(),
    "double_uses": lambda row: str(row.double_uses),
}

_DECIMAL = "_decimal"
_RESULTS = View(
    "results",
    tuple(column for name in _CELLS for column in ((name, name + _DECIMAL) if name.startswith("score_") else (name,))),
)


def _parquet(rows: Iterable[ListedResult]) -> BytesIO:
    write = table_writers().get("parquet")
    if write is None:
        raise InputError.of("form", _message("NO_PARQUET"), "SOFTWARE_MISSING")
    cells = (tuple(_parquet_cell(row, column) for column in _RESULTS.columns) for row in rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "results.parquet"
        write(path, _RESULTS, cells)
        return BytesIO(path.read_bytes())


def _parquet_cell(row: ListedResult, column: str) -> str | Decimal | None:
    text = _CELLS[column.removesuffix(_DECIMAL)](row) or None
    return rounded_decimal(text) if column.endswith(_DECIMAL) else text
