"""Handler of `evaluation rank`: ranking as text, CSV or workbook."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    InputError,
    RoundingMode,
    format_exact,
    format_places,
    in_language,
    join_items,
    message_factory,
    parse_exact,
    round_to,
    typeset,
    wording_loader,
)
from rules.model import STAGE, DefinitionIndex
from service.base.resource_names import parse_card_reference
from service.gazette.versions import Gazette
from service.output.result_status import answer_with_status, is_in_effect, status_message
from service.output.tables import Column, Table, table_csv, workbook_of
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.evaluation_lines import tells_left_out
from service.output.terminal.given_options import resolve_version
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rules.model import PublishedVersion
    from touchstone.v1 import types_pb2

_words = wording_loader(__name__)
_message = message_factory(__name__)

_BAR_WIDTH = 40
_MAX_WEAKEST = 6
_TIMEOUT_SECONDS = 60
_PAGE_SIZE = 1_000


def rank(  # noqa: PLR0913, PLR0917 -- one per option
    card: str,
    organization: str,
    track: Sequence[str],
    format: str,
    out: Path | None,
    gazette: Path,
    language: str,
    stubs: Callable[[str], Any],
) -> CommandResult:
    """Request a ranking and write it in the requested format."""
    if format == "xlsx" and out is None:
        raise InputError.of("--out", _message("WORKBOOK_NEEDS_OUT"), "REQUIRED")
    version = resolve_version(parse_card_reference(card), Gazette(gazette))
    request = evaluation_service_pb2.RankSubjectsRequest(
        parent=organization, scorecard_version=version.name, track=_track(track), page_size=_PAGE_SIZE
    )
    answer = _all_pages(request, stubs("evaluation_service.EvaluationService").RankSubjects)
    is_cut = tells_left_out(answer, language)
    if format == "xlsx" and out is not None:
        _write_ranking(answer, out)
        return CommandResult("", is_cut)
    text = ranking_csv(answer) if format == "csv" else ranking_text(answer, version, language)
    return CommandResult(text, is_cut, answer)


def _all_pages(
    request: evaluation_service_pb2.RankSubjectsRequest,
    rank_page: Callable[..., evaluation_service_pb2.RankSubjectsResponse],
) -> evaluation_service_pb2.RankSubjectsResponse:
    answer = rank_page(request, timeout=_TIMEOUT_SECONDS)
    while answer.next_page_token:
        request.page_token = answer.next_page_token
        page = rank_page(request, timeout=_TIMEOUT_SECONDS)
        answer.ranked_subjects.extend(page.ranked_subjects)
        answer.next_page_token = page.next_page_token
    return answer


def _track(parts: Sequence[str]) -> dict[str, str]:
    track: dict[str, str] = {}
    for part in parts:
        name, sign, value = part.partition("=")
        if not sign or not name or not value or name in track:
            problem = _message("GIVEN_TWICE") if name in track else _message("TRACK_FORM")
            raise InputError.of("--track", _message("PART_PROBLEM", part=part[:80], problem=problem), "MALFORMED")
        track[name] = value
    return track


def _write_ranking(answer: evaluation_service_pb2.RankSubjectsResponse, out: Path) -> None:
    means: tuple[Column[evaluation_service_pb2.IndicatorMean], ...] = (
        Column("criterion", lambda mean: mean.criterion_id),
        Column("mean_share_low", lambda mean: mean.mean_share.low),
        Column("mean_share_high", lambda mean: mean.mean_share.high),
        Column("count", lambda mean: mean.count),
    )
    out.write_bytes(workbook_of({"Ranks": _ranking_table(answer), "Indicators": Table(means, answer.indicator_means)}))


def ranking_text(answer: evaluation_service_pb2.RankSubjectsResponse, version: PublishedVersion, language: str) -> str:
    """Render ranks, quartiles, weakest indicators and unranked subjects."""
    return "\n".join(_RankingRenderer(answer, version, language).lines())


class _RankingRenderer:
    def __init__(
        self, answer: evaluation_service_pb2.RankSubjectsResponse, version: PublishedVersion, language: str
    ) -> None:
        self._answer = answer
        self._card = version.scorecard
        self._names = DefinitionIndex(version.scorecard)
        self._language = language
        self._words = _words(language)

    def lines(self) -> Iterator[str]:
        card, texts = self._card.card, self._words
        track = ", ".join(f"{self._label(name)} {self._value(name)}" for name in self._track_names())
        title = card.titles.get(self._language, card.id)
        yield texts["title"].format(title=title, version=card.version, track=track)
        yield from self._double_use_lines()
        yield ""
        yield from self._rank_lines()
        yield from self._quartiles()
        yield from self._weakest()
        yield from self._unranked_lines()

    def _track_names(self) -> tuple[str, ...]:
        return self._card.tracks.by if self._card.tracks else ()

    def _label(self, name: str) -> str:
        if name == STAGE:
            return str(self._words["stage"])
        definition = self._names.definition(name)
        return definition.labels.get(self._language, name) if definition else name

    def _value(self, name: str) -> str:
        value = self._answer.track[name]
        stages = self._card.stage_definitions
        choices = stages if name == STAGE else self._names.choices(name)
        return next((item.labels.get(self._language, value) for item in choices if item.id == value), value)

    def _double_use_lines(self) -> Iterator[str]:
        answer = self._answer
        subjects = [self._subject(entry) for entry in answer.ranked_subjects if entry.double_use_count]
        subjects += [self._subject(entry) for entry in answer.unranked_subjects if entry.double_use_count]
        if subjects:
            yield typeset(self._words["double"].format(subjects=join_items(subjects, self._language)), self._language)

    def _subject(self, entry: evaluation_service_pb2.RankedSubject | evaluation_service_pb2.UnrankedSubject) -> str:
        name = entry.subject.rpartition("/")[2]
        if is_in_effect(entry.status):
            name = answer_with_status(name, entry.status, self._language)
        if not entry.double_use_count:
            return name
        return str(self._words["marked"].format(subject=name, count=entry.double_use_count))

    def _rank_lines(self) -> Iterator[str]:
        ranked = self._answer.ranked_subjects
        if not ranked:
            yield self._words["none"]
            return
        most = max((_bound(ranked_subject.score.high) for ranked_subject in ranked), default=Fraction(0)) or Fraction(1)
        rows = [
            (
                _span(str(subject.best_rank), str(subject.worst_rank)),
                self._subject(subject),
                self._points(subject.score),
                _bar(subject.score, most),
            )
            for subject in ranked
        ]
        head = (*(self._words[name] for name in ("place", "subject", "points")), "")
        yield columns_text(head, rows)

    def _points(self, score: types_pb2.Interval) -> str:
        return _span(*(self._rounded(text) if text else "…" for text in (score.low, score.high)))

    def _rounded(self, text: str) -> str:
        rounding = self._card.card.rounding
        return format_places(round_to(parse_exact(text), rounding.places, rounding.mode), rounding.places)

    def _quartiles(self) -> Iterator[str]:
        if self._answer.HasField("quartiles"):
            quartiles = self._answer.quartiles
            names = ("least", "lower", "median", "upper", "greatest")
            values = {name: self._rounded(getattr(quartiles, name)) for name in names}
            yield ""
            yield self._words["quartiles"].format(count=quartiles.count, **values)

    def _weakest(self) -> Iterator[str]:
        if not self._answer.indicator_means:
            return
        yield ""
        yield self._words["weakest"]
        labels = {indicator.id: indicator.labels.get(self._language, "") for indicator in self._card.indicators}
        for indicator_mean in self._answer.indicator_means[:_MAX_WEAKEST]:
            share = _span(_percent(indicator_mean.mean_share.low), _percent(indicator_mean.mean_share.high))
            label = f"{indicator_mean.criterion_id} {labels.get(indicator_mean.criterion_id, '')}".rstrip()
            yield f"  {self._words['indicator'].format(label=label, share=share, count=indicator_mean.count)}"

    def _unranked_lines(self) -> Iterator[str]:
        if self._answer.unranked_subjects:
            yield ""
            yield self._words["unranked"]
        for unranked_subject in self._answer.unranked_subjects:
            subject = self._subject(unranked_subject)
            if not is_in_effect(unranked_subject.status):
                why = in_language(status_message(unranked_subject.status) or "", self._language)
                yield typeset(f"  {self._words['not_standing'].format(subject=subject, why=why)}", self._language)
                continue
            key = "missing" if unranked_subject.missing else "not_scored"
            missing = ", ".join(self._label(name) for name in unranked_subject.missing)
            yield f"  {self._words[key].format(subject=subject, missing=missing)}"
        if self._answer.other_tracks_count:
            yield ""
            yield self._words["others"].format(count=self._answer.other_tracks_count)


def ranking_csv(answer: evaluation_service_pb2.RankSubjectsResponse) -> str:
    """Render one CSV row per ranked subject with exact numbers."""
    return table_csv(_ranking_table(answer), line_end="\n")


def _ranking_table(
    answer: evaluation_service_pb2.RankSubjectsResponse,
) -> Table[evaluation_service_pb2.RankedSubject]:
    columns: list[Column[evaluation_service_pb2.RankedSubject]] = [
        Column("best_rank", lambda ranked: ranked.best_rank, 10),
        Column("worst_rank", lambda ranked: ranked.worst_rank, 11),
        Column("subject", lambda ranked: ranked.subject, 48),
        Column("score_low", lambda ranked: ranked.score.low, 22),
        Column("score_high", lambda ranked: ranked.score.high, 22),
        Column("evaluation", lambda ranked: ranked.evaluation, 64),
    ]
    columns += [_constant_column(name, answer.track[name]) for name in sorted(answer.track)]
    if any(ranked.double_use_count for ranked in answer.ranked_subjects):
        columns.append(Column("double_use_count", lambda ranked: ranked.double_use_count))
    return Table(columns, answer.ranked_subjects)


def _constant_column(head: str, cell: str) -> Column[evaluation_service_pb2.RankedSubject]:
    return Column(head, lambda _: cell)


def _span(*ends: str) -> str:
    return "–".join(dict.fromkeys(ends))


def _bound(text: str) -> Fraction:
    return parse_exact(text) if text else Fraction(0)


def _bar(score: types_pb2.Interval, most: Fraction) -> str:
    certain_length = _length(_bound(score.low), most)
    return "█" * certain_length + "▒" * (_length(_bound(score.high), most) - certain_length)


def _length(points: Fraction, most: Fraction) -> int:
    return int(round_to(max(points, Fraction(0)) / most * _BAR_WIDTH, 0, RoundingMode.HALF_UP))


def _percent(text: str) -> str:
    share = round_to(_bound(text) * 100, 1, RoundingMode.HALF_UP)
    return f"{format_exact(share)} %"
