"""Results pages: many subjects under one scorecard in one year, the list behind each number, and a ranking."""

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
    Violation,
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

_say = message_factory(__name__)

_SUMMARY, _LIST = "EvaluationService/SummarizeEvaluations", "EvaluationService/ListCountedResults"
_EXPORT, _RANK = "EvaluationService/ExportEvaluations", "EvaluationService/RankSubjects"
_VERSIONS = "ScorecardService/ListScorecardVersions"
_FIRST, _PAGE, _MOST_GATES, _MOST_LOST = 6, 50, 8, 8
_PLACES = 4
_SEPARATOR, _BETWEEN = "|", ","
_TRACK = "track."
_SCORES = {"open": "SCORE_OPEN", "absent": "SCORE_ABSENT"}
_FORMS = {"csv": ("FORM_CSV", "text/csv; charset=utf-8"), "xlsx": (
    "FORM_WORKBOOK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
), "parquet": ("FORM_PARQUET", "application/vnd.apache.parquet")}  # fmt: skip
Counted = evaluations.CountedConclusion


@dataclass(frozen=True)
class _Chosen:
    """What the address chooses: a card, maybe one version and parts of a track, and a year."""

    card: str
    version: str
    year: str
    track: Mapping[str, str]

    @staticmethod
    def of(page_request: PageRequest) -> _Chosen:
        """Read the address."""
        query = page_request.query
        track = {name.removeprefix(_TRACK): value for name, value in query.items() if name.startswith(_TRACK) and value}
        return _Chosen(query.get("card", ""), query.get("version", ""), query.get("year", ""), track)

    @property
    def selection(self) -> evaluations.ResultSelection:
        """The same as the calls take it."""
        name = f"scorecards/{self.card}" if self.card else ""
        if self.card and self.version:
            name = f"{name}/versions/{self.version}"
        return evaluations.ResultSelection(scorecard=name, year=self.year, track=self.track)

    def address(self, page: str = "", **more: str) -> str:
        """Give the address of a page for the same choice; what is empty is left out."""
        asked = {"card": self.card, "version": self.version, "year": self.year}
        asked |= {f"{_TRACK}{name}": value for name, value in self.track.items()}
        asked |= more
        return f"/workbench/results{page}?{urlencode({name: value for name, value in asked.items() if value})}"


@dataclass(frozen=True)
class _Words:
    """What a card names, in the language of the reader; ids where it is not there or not for them."""

    page_request: PageRequest
    scorecard: Scorecard | None

    @property
    def named(self) -> Mapping[str, str]:
        """The titles of grades, stages, gates and indicators, by id."""
        return {} if self.scorecard is None else titles(self.scorecard, self.page_request.language)

    def criterion(self, id: str) -> str:
        """Give a gate or an indicator by number and title."""
        return criterion_title(id, self.named)

    def conclusion(self, conclusion: Counted) -> str:
        """Give the title of a conclusion."""
        kind = _name(evaluation_pb2.Conclusion.Kind.Name(conclusion.kind), "KIND_")
        verdict = _name(evaluation_pb2.Verdict.Name(conclusion.verdict), "VERDICT_") if conclusion.verdict else ""
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
        """Return the name of a state, by which its word is found."""
        return standing_word(status)

    def stage(self, id: str) -> str:
        """Give the title of a stage."""
        return self.named.get(id, id) if id else str(self.page_request.w["results"]["no_stage"])

    def track_part(self, name: str, value: str) -> str:
        """Give the title of a choice of a part of a track."""
        if self.scorecard is None:
            return value
        choices = DefinitionIndex(self.scorecard).choices(name)
        return (
            next((title_of(choice.labels, self.page_request.language) for choice in choices if choice.id == value), "")
            or value
        )

    def track_name(self, name: str) -> str:
        """Give the title of a part of a track."""
        if name == STAGE or self.scorecard is None:
            return str(self.page_request.w["results"]["stage"]) if name == STAGE else name
        definition = DefinitionIndex(self.scorecard).definition(name)
        return title_of(getattr(definition, "labels", {}), self.page_request.language) or name


def standing_word(status: evaluation_pb2.ResultStatus) -> str:
    """Return the name of a state, by which its word is found."""
    return _name(evaluation_pb2.ResultStatus.State.Name(status.state), "STATE_")


def _name(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).lower()


def conclusion_key(conclusion: Counted) -> str:
    """Write a conclusion as addresses have it."""
    kind = _name(evaluation_pb2.Conclusion.Kind.Name(conclusion.kind), "KIND_")
    verdict = _name(evaluation_pb2.Verdict.Name(conclusion.verdict), "VERDICT_") if conclusion.verdict else ""
    return _SEPARATOR.join((kind, conclusion.grade, conclusion.stage, verdict))


def read_conclusion(key: str) -> Counted:
    """Read a conclusion from an address.

    Raises:
        InputError: it is none.
    """
    parts = key.split(_SEPARATOR)
    try:
        kind, grade, stage, verdict = parts
        return Counted(
            kind=f"KIND_{kind.upper()}",
            grade=grade,
            stage=stage,
            verdict=f"VERDICT_{verdict.upper()}" if verdict else None,
        )
    except ValueError:
        raise InputError((Violation("conclusion", _say("NO_CONCLUSION", found=key[:60]), "MALFORMED"),)) from None


def points_text(exact: str) -> str:
    """Write points for people: as they are if they end within four decimals, else marked as near."""
    if not exact:
        return ""
    value = parse_exact(exact)
    near = round_to(value, _PLACES, RoundingMode.HALF_EVEN)
    return format_exact(value) if near == value else f"{NEAR}{format_places(near, _PLACES)}"


def interval_text(interval: Interval) -> str:
    """Write a span of points, as one number only if it is one, or no more than rounding keeps its ends apart."""
    if not interval.low or not interval.high:
        return f"{points_text(interval.low) or '…'} – {points_text(interval.high) or '…'}"
    if parse_exact(interval.high) - parse_exact(interval.low) <= Fraction(1, 10**8):
        return points_text(interval.low)
    return f"{points_text(interval.low)} – {points_text(interval.high)}"


async def _card_of(page_request: PageRequest, chosen: _Chosen) -> tuple[Scorecard | None, list[str]]:
    """Give the version whose words are used, that which is chosen or the newest, and the numbers of all versions."""
    if not page_request.may(_VERSIONS):
        return None, []
    asked = scorecards.ListScorecardVersionsRequest(parent=f"scorecards/{chosen.card}", page_size=MOST)
    try:
        versions = (await page_request.ask(_VERSIONS, asked)).scorecard_versions
        names = [version.name for version in versions]
        name = next((name for name in names if id_of(name) == chosen.version), next(iter(names), ""))
        return (await version_of(page_request, name) if name else None), list(map(id_of, names))
    except TouchstoneError:  # it is not there any more, or not for the reader
        return None, []


async def _load(page_request: PageRequest) -> Shown:
    chosen = _Chosen.of(page_request)
    asked = evaluations.SummarizeEvaluationsRequest(parent=page_request.parent, selection=chosen.selection)
    answer = await page_request.ask(_SUMMARY, asked)
    if not chosen.card and answer.summarized_years:
        largest = max(answer.summarized_years, key=lambda entry: (entry.result_count, entry.year))
        chosen = _Chosen(id_of(largest.scorecard), "", largest.year, {})
        asked.selection.CopyFrom(chosen.selection)
        answer = await page_request.ask(_SUMMARY, asked)
    cards = await card_titles(page_request, sorted({entry.scorecard for entry in answer.summarized_years}))
    if not chosen.card:
        return {"chosen": chosen, "cards": cards, "summary": None}
    year = answer.summary.year or chosen.year
    chosen = _Chosen(chosen.card, chosen.version, year, chosen.track)
    scorecard, versions = await _card_of(page_request, chosen)
    words = _Words(page_request, scorecard)
    shown: Shown = {
        "chosen": chosen, "cards": cards, "answer": answer, "words": words, "versions": versions, "id_of": id_of,
        "years": [entry.year for entry in answer.summarized_years if id_of(entry.scorecard) == chosen.card],
        "tracks": _track_choices(answer.summary, scorecard, chosen),
        "summary": answer.summary if answer.HasField("summary") else None,
        "earlier": answer.earlier_summary if answer.HasField("earlier_summary") else None,
        "points_text": points_text, "interval_text": interval_text, "key": conclusion_key, "share": share, "span": span,
    }  # fmt: skip
    if shown["summary"] is None:
        return shown
    listed = evaluations.ListCountedResultsRequest(
        parent=page_request.parent, selection=chosen.selection, page_size=_FIRST
    )
    first, ranking = await asyncio.gather(page_request.ask(_LIST, listed), _ranking(page_request, chosen, scorecard))
    starts = [] if scorecard is None else grade_starts(scorecard)
    distributions = answer.summary.score_distributions
    rows = _conclusions(answer, scorecard)
    return shown | {
        "conclusions": rows,
        "charts": [chart for part in distributions if (chart := score_chart(part, starts)) is not None],
        "distributions": distributions,
        "figures": _figures(answer, scorecard),
        "gates": answer.summary.gate_counts[:_MOST_GATES],
        "lost": [entry for entry in answer.summary.lost_points if entry.mean_lost.high != "0"][:_MOST_LOST],
        "matrix": _matrix(answer.movements),
        "direction_class": direction_class,
        "most": max((row.count for row in rows), default=0),
        "most_earlier": max((row.earlier for row in rows), default=0),
        "maximum": _most_points(scorecard, chosen),
        "results": first.counted_results,
        "ranking": ranking,
        "has_ladder": scorecard is not None and scorecard.ladder is not None,
        "has_stages": scorecard is not None and scorecard.stages is not None,
    }


def _track_choices(
    summary: evaluations.YearSummary, scorecard: Scorecard | None, chosen: _Chosen
) -> Mapping[str, Sequence[str]]:
    """Give the parts of tracks in their order, each with the values that results have."""
    names = scorecard.tracks.by if scorecard is not None and scorecard.tracks is not None else ()
    values = {name: {entry.track[name] for entry in summary.track_counts if name in entry.track} for name in names}
    return {name: sorted(values[name] | ({chosen.track[name]} if name in chosen.track else set())) for name in names}


@dataclass(frozen=True)
class _ConclusionRow:
    """A conclusion with how many results have it, in the year and the one before."""

    conclusion: Counted
    count: int
    earlier: int


def _conclusions(
    answer: evaluations.SummarizeEvaluationsResponse, scorecard: Scorecard | None
) -> Sequence[_ConclusionRow]:
    """Give all grades or stages of the card, and what else was concluded in either year."""
    counts, earlier = (
        {conclusion_key(entry.conclusion): entry for entry in year.conclusion_counts}
        for year in (answer.summary, answer.earlier_summary)
    )
    known: list[Counted] = []
    if scorecard is not None and scorecard.ladder is not None:
        known = [Counted(kind="KIND_GRADED", grade=grade.id) for grade in scorecard.ladder.grades]
    elif scorecard is not None and scorecard.stages is not None:
        known = [Counted(kind="KIND_SCORED", stage=stage.id) for stage in scorecard.stages.stages]
    conclusions = {conclusion_key(entry): entry for entry in known}
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
    """The figures on top, of the year and of the one before; nothing where a card has no such thing."""

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
        return (now, before), _BETWEEN.join(conclusion_key(entry.conclusion) for entry in years[0])

    graded, graded_keys = of_kind(kinds.KIND_GRADED)
    failing, failing_keys = of_kind(kinds.KIND_GATE_FAILED)
    has_ladder = scorecard is not None and scorecard.ladder is not None
    return _Figures(
        graded if has_ladder else None, graded_keys, failing, failing_keys,
        _median(answer.summary), _median(answer.earlier_summary),
    )  # fmt: skip


def _median(year: evaluations.YearSummary) -> str:
    """Give the median of a card without stages: scores of different stages are not compared."""
    only = year.score_distributions if len(year.score_distributions) == 1 else ()
    return next((interval_text(part.median) for part in only if part.HasField("median") and not part.stage), "")


@dataclass(frozen=True)
class _Matrix:
    """Movements between two years: conclusions, the best first, and how many moved from each to each."""

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
    rows = {conclusion_key(entry.earlier_conclusion): entry.earlier_conclusion for entry in movements}
    columns: dict[str, Counted] = {}
    for row in rows:
        columns |= {
            conclusion_key(entry.conclusion): entry.conclusion
            for entry in movements
            if conclusion_key(entry.earlier_conclusion) == row
        }
    ordered = [key for key in rows if key in columns] + [key for key in columns if key not in rows]
    cells = {(conclusion_key(entry.earlier_conclusion), conclusion_key(entry.conclusion)): entry for entry in movements}
    kind = evaluations.ConclusionMovement
    rose, fell, stayed = (
        sum(entry.subject_count for entry in movements if entry.direction == direction)
        for direction in (kind.DIRECTION_ROSE, kind.DIRECTION_FELL, kind.DIRECTION_STAYED)
    )
    count = sum(entry.subject_count for entry in movements)
    return _Matrix(list(rows.values()), [columns[key] for key in ordered], cells, count, rose, fell, stayed)


def direction_class(movement: evaluations.ConclusionMovement | None) -> str:
    """Give the class of a cell of the matrix."""
    if movement is None:
        return "nil"
    kind = evaluations.ConclusionMovement
    return {kind.DIRECTION_ROSE: "better", kind.DIRECTION_FELL: "worse", kind.DIRECTION_STAYED: "same"}.get(
        movement.direction, ""
    )


def share(part: int, whole: int) -> str:
    """Give a part of a whole as a percentage of the width."""
    return percent(Fraction(part, whole)) if whole else "0.00"


def span(low: str, high: str, whole: str) -> tuple[str, str]:
    """Give exact points out of a whole as two percentages of the width: what is certain, and what is open above it."""
    most = parse_exact(whole)
    least = parse_exact(low) if low else Fraction(0)
    greatest = parse_exact(high) if high else most
    return (percent(least / most), percent((greatest - least) / most)) if most > 0 else ("0.00", "0.00")


async def _ranking(
    page_request: PageRequest, chosen: _Chosen, scorecard: Scorecard | None, token: str = "", size: int = 8
) -> Shown | None:
    """Rank the track that is chosen whole; None of a card without tracks, or who may not rank."""
    if scorecard is None or scorecard.tracks is None or not page_request.may(_RANK):
        return None
    version = chosen.version or scorecard.card.version
    lacking = [name for name in scorecard.tracks.by if name not in chosen.track]
    if lacking:
        return {"lacking": lacking, "version": version, "part": None}
    asked = evaluations.RankSubjectsRequest(
        parent=page_request.parent, scorecard_version=f"scorecards/{chosen.card}/versions/{version}",
        track=chosen.track, page_size=size, page_token=token,
    )  # fmt: skip
    return {"lacking": [], "version": version, "part": await page_request.ask_part(_RANK, asked)}


def _filter(page_request: PageRequest) -> evaluations.CountedResultFilter:
    """Read from the address which results are asked for."""
    query = page_request.query
    outcome = "OUTCOME_UNDETERMINED" if query.get("outcome") == "undetermined" else "OUTCOME_NOT_MET"
    return evaluations.CountedResultFilter(
        conclusions=[read_conclusion(key) for key in query.get("conclusion", "").split(_BETWEEN) if key],
        earlier_conclusion=read_conclusion(query["before"]) if query.get("before") else None,
        gate_id=query.get("gate", ""),
        gate_outcome=outcome if query.get("gate") else None,
        score=_SCORES.get(query.get("score", "")),
        not_standing=query.get("standing") == "no",
        double_use=query.get("double_use") == "yes",
    )


async def _load_list(page_request: PageRequest) -> Shown:
    chosen, asked_filter = _Chosen.of(page_request), _filter(page_request)
    asked = evaluations.ListCountedResultsRequest(
        parent=page_request.parent, selection=chosen.selection, filter=asked_filter, page_size=_PAGE,
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    (scorecard, _), listed, cards = await asyncio.gather(
        _card_of(page_request, chosen),
        page_request.ask(_LIST, asked),
        card_titles(page_request, [f"scorecards/{chosen.card}"]),
    )
    words = _Words(page_request, scorecard)
    query = {
        name: value for name, value in page_request.query.items() if name not in {"page_token", "language", "form"}
    }
    return {
        "chosen": chosen, "words": words, "results": listed.counted_results, "token": listed.next_page_token,
        "title": cards[chosen.card].title if chosen.card in cards else chosen.card, "asked": asked_filter,
        "downloads": {form: f"/workbench/results/table?{urlencode({**query, 'form': form})}" for form in _FORMS},
        "id_of": id_of, "interval_text": interval_text, "key": conclusion_key,
    }  # fmt: skip


async def _load_table(page_request: PageRequest) -> Download:
    chosen = _Chosen.of(page_request)
    known = page_request.query.get("form", "")
    form, media_type = _FORMS.get(known, ("FORM_UNSPECIFIED", ""))
    asked = evaluations.ExportEvaluationsRequest(
        parent=page_request.parent, selection=chosen.selection, filter=_filter(page_request), form=form,
        language_code=page_request.language,
    )  # fmt: skip
    content = await page_request.receive(_EXPORT, asked)
    name = "-".join(filter(None, (chosen.card, chosen.version, chosen.year)))
    return Download(f"{name}.{known}", media_type, content)


async def _load_ranking(page_request: PageRequest) -> Shown:
    chosen = _Chosen.of(page_request)
    scorecard, _ = await _card_of(page_request, chosen)
    ranking = await _ranking(page_request, chosen, scorecard, page_request.query.get("page_token", ""), _PAGE)
    cards = await card_titles(page_request, [f"scorecards/{chosen.card}"])
    return {
        "chosen": chosen, "ranking": ranking, "words": _Words(page_request, scorecard), "id_of": id_of,
        "title": cards[chosen.card].title, "interval_text": interval_text, "points_text": points_text,
        "maximum": _most_points(scorecard, chosen), "span": span, "percent_text": percent_text, "cause_of": cause_of,
    }  # fmt: skip


def cause_of(entry: evaluations.UnrankedSubject) -> str:
    """Give the name of why somebody is not ranked, by which its words are found."""
    return _name(evaluations.UnrankedSubject.Cause.Name(entry.cause), "CAUSE_")


def percent_text(interval: Interval) -> str:
    """Write a share for people, or a span of shares."""
    low, high = (points_text(format_exact(parse_exact(end) * 100)) for end in (interval.low, interval.high))
    return f"{low} %" if low == high else f"{low} – {high} %"


def _most_points(scorecard: Scorecard | None, chosen: _Chosen) -> str:
    """Give the most points that can be had in the track that is chosen."""
    if scorecard is None:
        return "100"
    stages = scorecard.stages.stages if scorecard.stages is not None else ()
    of_stage = [stage.maximum for stage in stages if stage.id == chosen.track.get(STAGE)]
    return format_exact(of_stage[0] if of_stage else sum((part.maximum for part in scorecard.sections), Fraction(0)))


PAGES = (
    Page("/workbench/results", "results.html.jinja", _SUMMARY, _load, nav="results"),
    Page("/workbench/results/list", "results_list.html.jinja", _LIST, _load_list),
    Page("/workbench/results/ranking", "results_ranking.html.jinja", _RANK, _load_ranking),
    Page("/workbench/results/table", "", _EXPORT, _load_table),
)
