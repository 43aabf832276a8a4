"""Results pages: subjects of a scorecard in a year, lists of results, and a ranking."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from rules.contracts import (
    NEAR,
    InputError,
    RoundingMode,
    TouchstoneError,
    format_exact,
    format_places,
    message_factory,
    parse_exact,
    round_to,
)
from rules.model import STAGE, DefinitionIndex
from service.output.report.formatters import words as report_words
from service.output.report.ladder import percent
from service.workbench.page import Download, Page
from service.workbench.queries import MOST, id_of
from service.workbench.result_charts import grade_starts, score_chart
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import card_titles, criterion_title, title_of, titles
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2 as evaluations, scorecard_service_pb2 as scorecards

if TYPE_CHECKING:
    from rules.model import Scorecard
    from service.workbench.page import PageRequest, Shown
    from touchstone.v1.types_pb2 import Interval

_message = message_factory(__name__)

_SUMMARY, _LIST = "EvaluationService/SummarizeEvaluations", "EvaluationService/ListCountedResults"
_EXPORT, _RANK = "EvaluationService/ExportEvaluations", "EvaluationService/RankSubjects"
_VERSIONS = "ScorecardService/ListScorecardVersions"
_PREVIEW_SIZE, _PAGE_SIZE, _MAX_GATES, _MAX_LOST_POINTS = 6, 50, 8, 8
_DECIMALS = 4
_KEY_SEPARATOR, _LIST_SEPARATOR = "|", ","
_TRACK_PREFIX = "track."
_SCORES = {"open": "SCORE_OPEN", "absent": "SCORE_ABSENT"}
_FORMS = {"csv": ("FORM_CSV", "text/csv; charset=utf-8"), "xlsx": (
    "FORM_WORKBOOK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
), "parquet": ("FORM_PARQUET", "application/vnd.apache.parquet")}  # fmt: skip
Counted = evaluations.CountedConclusion


@dataclass(frozen=True)
class Selection:
    """Scorecard, version, year and track in an address."""

    card: str
    version: str
    year: str
    track: Mapping[str, str]

    @staticmethod
    def of(page_request: PageRequest) -> Selection:
        query = page_request.query
        track = {
            name.removeprefix(_TRACK_PREFIX): value
            for name, value in query.items()
            if name.startswith(_TRACK_PREFIX) and value
        }
        return Selection(query.get("card", ""), query.get("version", ""), query.get("year", ""), track)

    @property
    def selection(self) -> evaluations.ResultSelection:
        name = f"scorecards/{self.card}" if self.card else ""
        if self.card and self.version:
            name = f"{name}/versions/{self.version}"
        return evaluations.ResultSelection(scorecard=name, year=self.year, track=self.track)

    def address(self, page: str = "", **more: str) -> str:
        parameters = {"card": self.card, "version": self.version, "year": self.year}
        parameters |= {f"{_TRACK_PREFIX}{name}": value for name, value in self.track.items()}
        parameters |= more
        return f"/workbench/results{page}?{urlencode({name: value for name, value in parameters.items() if value})}"


@dataclass(frozen=True)
class ResultWords:
    """Words of the results of one scorecard."""

    page_request: PageRequest
    scorecard: Scorecard | None

    @property
    def named(self) -> Mapping[str, str]:
        return {} if self.scorecard is None else titles(self.scorecard, self.page_request.language)

    def criterion(self, id: str) -> str:
        return criterion_title(id, self.named)

    def conclusion(self, conclusion: Counted) -> str:
        kind = _enum_word(evaluation_pb2.Conclusion.Kind.Name(conclusion.kind), "KIND_")
        verdict = _enum_word(evaluation_pb2.Verdict.Name(conclusion.verdict), "VERDICT_") if conclusion.verdict else ""
        if conclusion.grade and kind == "graded":
            return self.named.get(conclusion.grade, conclusion.grade)
        if kind == "scored" and conclusion.stage:
            return self.named.get(conclusion.stage, conclusion.stage)
        if verdict:
            return str(report_words(self.page_request.language)["verdicts"].get(verdict, verdict))
        has_ladder = self.scorecard is None or self.scorecard.ladder is not None
        return self.page_request.word("counted_kind", kind if has_ladder else f"{kind}_ungraded")

    @staticmethod
    def standing(status: evaluation_pb2.ResultStatus) -> str:
        return standing_word(status)

    def stage(self, id: str) -> str:
        return self.named.get(id, id) if id else str(self.page_request.w["results"]["no_stage"])

    def track_part(self, name: str, value: str) -> str:
        if self.scorecard is None:
            return value
        choices = DefinitionIndex(self.scorecard).choices(name)
        return (
            next((title_of(choice.labels, self.page_request.language) for choice in choices if choice.id == value), "")
            or value
        )

    def track_name(self, name: str) -> str:
        if name == STAGE or self.scorecard is None:
            return str(self.page_request.w["results"]["stage"]) if name == STAGE else name
        definition = DefinitionIndex(self.scorecard).definition(name)
        return title_of(getattr(definition, "labels", {}), self.page_request.language) or name


def standing_word(status: evaluation_pb2.ResultStatus) -> str:
    """Return the display text key of a result's state."""
    return _enum_word(evaluation_pb2.ResultStatus.State.Name(status.state), "STATE_")


def _enum_word(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).lower()


def _conclusion_key(conclusion: Counted) -> str:
    kind = _enum_word(evaluation_pb2.Conclusion.Kind.Name(conclusion.kind), "KIND_")
    verdict = _enum_word(evaluation_pb2.Verdict.Name(conclusion.verdict), "VERDICT_") if conclusion.verdict else ""
    return _KEY_SEPARATOR.join((kind, conclusion.grade, conclusion.stage, verdict))


def read_conclusion(key: str) -> Counted:
    """Parse a conclusion from the address; raise InputError if it is malformed."""
    parts = key.split(_KEY_SEPARATOR)
    try:
        kind, grade, stage, verdict = parts
        return Counted(
            kind=f"KIND_{kind.upper()}",
            grade=grade,
            stage=stage,
            verdict=f"VERDICT_{verdict.upper()}" if verdict else None,
        )
    except ValueError:
        raise InputError.of("conclusion", _message("NO_CONCLUSION", found=key[:60]), "MALFORMED") from None


def points_text(exact: str) -> str:
    """Return points as text: exact up to four decimals, otherwise marked as approximate."""
    if not exact:
        return ""
    value = parse_exact(exact)
    near = round_to(value, _DECIMALS, RoundingMode.HALF_EVEN)
    return format_exact(value) if near == value else f"{NEAR}{format_places(near, _DECIMALS)}"


def interval_text(interval: Interval) -> str:
    """Return a points interval as text; a width of at most 1e-8 counts as one number."""
    if not interval.low or not interval.high:
        return f"{points_text(interval.low) or '…'} – {points_text(interval.high) or '…'}"
    if parse_exact(interval.high) - parse_exact(interval.low) <= Fraction(1, 10**8):
        return points_text(interval.low)
    return f"{points_text(interval.low)} – {points_text(interval.high)}"


async def _load_scorecard(page_request: PageRequest, chosen: Selection) -> tuple[Scorecard | None, list[str]]:
    if not page_request.may(_VERSIONS):
        return None, []
    request = scorecards.ListScorecardVersionsRequest(parent=f"scorecards/{chosen.card}", page_size=MOST)
    try:
        versions = (await page_request.ask(_VERSIONS, request)).scorecard_versions
        names = [version.name for version in versions]
        name = next((name for name in names if id_of(name) == chosen.version), next(iter(names), ""))
        return (await version_of(page_request, name) if name else None), list(map(id_of, names))
    except TouchstoneError:  # deleted, or not readable for the user
        return None, []


async def _load(page_request: PageRequest) -> Shown:
    chosen = Selection.of(page_request)
    request = evaluations.SummarizeEvaluationsRequest(parent=page_request.parent, selection=chosen.selection)
    answer = await page_request.ask(_SUMMARY, request)
    if not chosen.card and answer.summarized_years:
        largest = max(answer.summarized_years, key=lambda entry: (entry.result_count, entry.year))
        chosen = Selection(id_of(largest.scorecard), "", largest.year, {})
        request.selection.CopyFrom(chosen.selection)
        answer = await page_request.ask(_SUMMARY, request)
    cards = await card_titles(page_request, sorted({entry.scorecard for entry in answer.summarized_years}))
    if not chosen.card:
        return {"chosen": chosen, "cards": cards, "summary": None}
    year = answer.summary.year or chosen.year
    chosen = Selection(chosen.card, chosen.version, year, chosen.track)
    scorecard, versions = await _load_scorecard(page_request, chosen)
    words = ResultWords(page_request, scorecard)
    shown: Shown = {
        "chosen": chosen, "cards": cards, "answer": answer, "words": words, "versions": versions, "id_of": id_of,
        "years": [entry.year for entry in answer.summarized_years if id_of(entry.scorecard) == chosen.card],
        "tracks": _track_choices(answer.summary, scorecard, chosen),
        "summary": answer.summary if answer.HasField("summary") else None,
        "earlier": answer.earlier_summary if answer.HasField("earlier_summary") else None,
        "points_text": points_text, "interval_text": interval_text,
        "key": _conclusion_key, "share": share, "span": span,
    }  # fmt: skip
    if shown["summary"] is None:
        return shown
    return shown | await _load_year(page_request, chosen, scorecard, answer)


async def _load_year(
    page_request: PageRequest,
    chosen: Selection,
    scorecard: Scorecard | None,
    answer: evaluations.SummarizeEvaluationsResponse,
) -> Shown:
    listed = evaluations.ListCountedResultsRequest(
        parent=page_request.parent, selection=chosen.selection, page_size=_PREVIEW_SIZE
    )
    first, ranking = await asyncio.gather(page_request.ask(_LIST, listed), _ranking(page_request, chosen, scorecard))
    starts = [] if scorecard is None else grade_starts(scorecard)
    distributions = answer.summary.score_distributions
    rows = _conclusions(answer, scorecard)
    return {
        "conclusions": rows,
        "charts": [chart for part in distributions if (chart := score_chart(part, starts)) is not None],
        "distributions": distributions,
        "figures": _figures(answer, scorecard),
        "gates": answer.summary.gate_counts[:_MAX_GATES],
        "lost": [entry for entry in answer.summary.lost_points if entry.mean_lost.high != "0"][:_MAX_LOST_POINTS],
        "matrix": _matrix(answer.movements),
        "direction_class": direction_class,
        "most": max((row.count for row in rows), default=0),
        "most_earlier": max((row.earlier for row in rows), default=0),
        "maximum": _maximum_points(scorecard, chosen),
        "results": first.counted_results,
        "ranking": ranking,
        "has_ladder": scorecard is not None and scorecard.ladder is not None,
        "has_stages": scorecard is not None and scorecard.stages is not None,
    }


def _track_choices(
    summary: evaluations.YearSummary, scorecard: Scorecard | None, chosen: Selection
) -> Mapping[str, Sequence[str]]:
    names = scorecard.tracks.by if scorecard is not None and scorecard.tracks is not None else ()
    values = {name: {entry.track[name] for entry in summary.track_counts if name in entry.track} for name in names}
    return {name: sorted(values[name] | ({chosen.track[name]} if name in chosen.track else set())) for name in names}


@dataclass(frozen=True)
class _ConclusionRow:
    conclusion: Counted
    count: int
    earlier: int


def _conclusions(
    answer: evaluations.SummarizeEvaluationsResponse, scorecard: Scorecard | None
) -> Sequence[_ConclusionRow]:
    counts, earlier = (
        {_conclusion_key(entry.conclusion): entry for entry in year.conclusion_counts}
        for year in (answer.summary, answer.earlier_summary)
    )
    known: list[Counted] = []
    if scorecard is not None and scorecard.ladder is not None:
        known = [Counted(kind="KIND_GRADED", grade=grade.id) for grade in scorecard.ladder.grades]
    elif scorecard is not None and scorecard.stages is not None:
        known = [Counted(kind="KIND_SCORED", stage=stage.id) for stage in scorecard.stages.stages]
    conclusions = {_conclusion_key(entry): entry for entry in known}
    conclusions |= {key: entry.conclusion for key, entry in (*counts.items(), *earlier.items())}
    return [
        _ConclusionRow(
            conclusion,
            counts[key].result_count if key in counts else 0,
            earlier[key].result_count if key in earlier else 0,
        )
        for key, conclusion in conclusions.items()
    ]


@dataclass(frozen=True)
class _Figures:
    graded: tuple[int, int] | None
    graded_keys: str
    failing: tuple[int, int]
    failing_keys: str
    median: str
    earlier_median: str


def _figures(answer: evaluations.SummarizeEvaluationsResponse, scorecard: Scorecard | None) -> _Figures:
    kinds = evaluation_pb2.Conclusion

    def of_kind(kind: evaluation_pb2.Conclusion.Kind) -> tuple[tuple[int, int], str]:
        years = [
            [entry for entry in year.conclusion_counts if entry.conclusion.kind == kind]
            for year in (answer.summary, answer.earlier_summary)
        ]
        now, before = (sum(entry.result_count for entry in entries) for entries in years)
        return (now, before), _LIST_SEPARATOR.join(_conclusion_key(entry.conclusion) for entry in years[0])

    graded, graded_keys = of_kind(kinds.KIND_GRADED)
    failing, failing_keys = of_kind(kinds.KIND_GATE_FAILED)
    has_ladder = scorecard is not None and scorecard.ladder is not None
    return _Figures(
        graded if has_ladder else None, graded_keys, failing, failing_keys,
        _median(answer.summary), _median(answer.earlier_summary),
    )  # fmt: skip


def _median(year: evaluations.YearSummary) -> str:
    """Return the median; empty with stages, as their scores are not comparable."""
    distributions = year.score_distributions if len(year.score_distributions) == 1 else ()
    return next(
        (interval_text(part.median) for part in distributions if part.HasField("median") and not part.stage), ""
    )


@dataclass(frozen=True)
class _Matrix:
    """Movements between two years; keys of `cells` are earlier and later conclusion."""

    rows: Sequence[Counted]
    columns: Sequence[Counted]
    cells: Mapping[tuple[str, str], evaluations.ConclusionMovement]
    count: int
    rose: int
    fell: int
    stayed: int


def _matrix(movements: Sequence[evaluations.ConclusionMovement]) -> _Matrix | None:
    if not movements:
        return None
    cells = {
        (_conclusion_key(entry.earlier_conclusion), _conclusion_key(entry.conclusion)): entry for entry in movements
    }
    rows = {before: entry.earlier_conclusion for (before, _), entry in cells.items()}
    columns = {after: entry.conclusion for row in rows for (before, after), entry in cells.items() if before == row}
    ordered = [key for key in rows if key in columns] + [key for key in columns if key not in rows]
    kind = evaluations.ConclusionMovement
    rose, fell, stayed = (
        sum(entry.subject_count for entry in movements if entry.direction == direction)
        for direction in (kind.DIRECTION_ROSE, kind.DIRECTION_FELL, kind.DIRECTION_STAYED)
    )
    count = sum(entry.subject_count for entry in movements)
    return _Matrix(list(rows.values()), [columns[key] for key in ordered], cells, count, rose, fell, stayed)


def direction_class(movement: evaluations.ConclusionMovement | None) -> str:
    """Return the CSS class of a matrix cell."""
    if movement is None:
        return "nil"
    kind = evaluations.ConclusionMovement
    return {kind.DIRECTION_ROSE: "better", kind.DIRECTION_FELL: "worse", kind.DIRECTION_STAYED: "same"}.get(
        movement.direction, ""
    )


def share(part: int, whole: int) -> str:
    """Return a part as a percentage of the whole, for drawing."""
    return percent(Fraction(part, whole)) if whole else "0.00"


def span(low: str, high: str, whole: str) -> tuple[str, str]:
    """Return certain and undetermined points as percentages of the whole, for drawing."""
    most = parse_exact(whole)
    least = parse_exact(low) if low else Fraction(0)
    greatest = parse_exact(high) if high else most
    return (percent(least / most), percent((greatest - least) / most)) if most > 0 else ("0.00", "0.00")


async def _ranking(
    page_request: PageRequest, chosen: Selection, scorecard: Scorecard | None, token: str = "", size: int = 8
) -> Shown | None:
    if scorecard is None or scorecard.tracks is None or not page_request.may(_RANK):
        return None
    version = chosen.version or scorecard.card.version
    lacking = [name for name in scorecard.tracks.by if name not in chosen.track]
    if lacking:
        return {"lacking": lacking, "version": version, "part": None}
    request = evaluations.RankSubjectsRequest(
        parent=page_request.parent, scorecard_version=f"scorecards/{chosen.card}/versions/{version}",
        track=chosen.track, page_size=size, page_token=token,
    )  # fmt: skip
    return {"lacking": [], "version": version, "part": await page_request.ask_part(_RANK, request)}


def _filter(page_request: PageRequest) -> evaluations.CountedResultFilter:
    query = page_request.query
    outcome = "OUTCOME_UNDETERMINED" if query.get("outcome") == "undetermined" else "OUTCOME_NOT_MET"
    return evaluations.CountedResultFilter(
        conclusions=[read_conclusion(key) for key in query.get("conclusion", "").split(_LIST_SEPARATOR) if key],
        earlier_conclusion=read_conclusion(query["before"]) if query.get("before") else None,
        gate_id=query.get("gate", ""),
        gate_outcome=outcome if query.get("gate") else None,
        score=_SCORES.get(query.get("score", "")),
        not_standing=query.get("standing") == "no",
        double_use=query.get("double_use") == "yes",
    )


async def _load_list(page_request: PageRequest) -> Shown:
    chosen, result_filter = Selection.of(page_request), _filter(page_request)
    request = evaluations.ListCountedResultsRequest(
        parent=page_request.parent, selection=chosen.selection, filter=result_filter, page_size=_PAGE_SIZE,
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    (scorecard, _), listed, cards = await asyncio.gather(
        _load_scorecard(page_request, chosen),
        page_request.ask(_LIST, request),
        card_titles(page_request, [f"scorecards/{chosen.card}"]),
    )
    words = ResultWords(page_request, scorecard)
    query = {
        name: value for name, value in page_request.query.items() if name not in {"page_token", "language", "form"}
    }
    return {
        "chosen": chosen, "words": words, "results": listed.counted_results, "token": listed.next_page_token,
        "title": cards[chosen.card].title if chosen.card in cards else chosen.card, "asked": result_filter,
        "downloads": {form: f"/workbench/results/table?{urlencode({**query, 'form': form})}" for form in _FORMS},
        "id_of": id_of, "interval_text": interval_text, "key": _conclusion_key,
    }  # fmt: skip


async def _load_table(page_request: PageRequest) -> Download:
    chosen = Selection.of(page_request)
    extension = page_request.query.get("form", "")
    form, media_type = _FORMS.get(extension, ("FORM_UNSPECIFIED", ""))
    request = evaluations.ExportEvaluationsRequest(
        parent=page_request.parent, selection=chosen.selection, filter=_filter(page_request), form=form,
        language_code=page_request.language,
    )  # fmt: skip
    content = await page_request.receive(_EXPORT, request)
    name = "-".join(filter(None, (chosen.card, chosen.version, chosen.year)))
    return Download(f"{name}.{extension}", media_type, content)


async def _load_ranking(page_request: PageRequest) -> Shown:
    chosen = Selection.of(page_request)
    scorecard, _ = await _load_scorecard(page_request, chosen)
    ranking = await _ranking(page_request, chosen, scorecard, page_request.query.get("page_token", ""), _PAGE_SIZE)
    cards = await card_titles(page_request, [f"scorecards/{chosen.card}"])
    return {
        "chosen": chosen, "ranking": ranking, "words": ResultWords(page_request, scorecard), "id_of": id_of,
        "title": cards[chosen.card].title, "interval_text": interval_text, "points_text": points_text,
        "maximum": _maximum_points(scorecard, chosen), "span": span, "percent_text": percent_text, "cause_of": cause_of,
    }  # fmt: skip


def cause_of(entry: evaluations.UnrankedSubject) -> str:
    """Return the display text key for the cause of a missing rank."""
    return _enum_word(evaluations.UnrankedSubject.Cause.Name(entry.cause), "CAUSE_")


def percent_text(interval: Interval) -> str:
    """Return an interval of fractions as percent text."""
    low, high = (points_text(format_exact(parse_exact(end) * 100)) for end in (interval.low, interval.high))
    return f"{low} %" if low == high else f"{low} – {high} %"


def _maximum_points(scorecard: Scorecard | None, chosen: Selection) -> str:
    if scorecard is None:
        return "100"
    stages = scorecard.stage_definitions
    of_stage = [stage.maximum for stage in stages if stage.id == chosen.track.get(STAGE)]
    return format_exact(of_stage[0] if of_stage else sum((part.maximum for part in scorecard.sections), Fraction(0)))


PAGES = (
    Page("/workbench/results", "results.html.jinja", _SUMMARY, _load, nav="results", nav_group="results"),
    Page("/workbench/results/list", "results_list.html.jinja", _LIST, _load_list),
    Page("/workbench/results/ranking", "results_ranking.html.jinja", _RANK, _load_ranking),
    Page("/workbench/results/table", "", _EXPORT, _load_table),
)
