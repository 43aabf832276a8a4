"""Ladder of a conclusion: possibility of each grade or stage over the score interval, as SVG and as text.

Positions are exact shares of the width until drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from rules.contracts import NO_GRADE, ConclusionKind, Possibility, join_items, parse_exact, typeset
from rules.model import Scorecard
from service.base.whole_numbers import parse_whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts import Conclusion
    from service.output.report.formatters import CardFormatter

_BAND_WIDTH, _TOP_BAND_WIDTH = 11, 6
_MIN_END_DISTANCE = Fraction(14, 100)
_END_MARGIN = Fraction(7, 100)
_MIN_STATE_WIDTH, _MIN_STATE_WIDTH_BRIEF = Fraction(12, 100), Fraction(20, 100)
_FULL_PIXELS, _BRIEF_PIXELS = 576, 300
_LATIN_PIXELS, _CHINESE_PIXELS = Fraction(66, 10), Fraction(125, 10)
_MAX_TITLE_LINES = 2
_MAX_STARS = 10
_MINI_WIDTH = 84
_KINDS_WITHOUT_GRADE = frozenset({ConclusionKind.GATE_FAILED, ConclusionKind.NOT_APPLICABLE})


class Rung(NamedTuple):
    """A grade or stage; `stars` is 0 for text, `start` None without point intervals."""

    id: str
    title: str
    possibility: Possibility
    stars: int
    left: Fraction
    width: Fraction
    start: Fraction | None = None

    @property
    def middle(self) -> Fraction:
        return self.left + self.width / 2

    @property
    def is_stated(self) -> bool:
        return self.width >= _MIN_STATE_WIDTH

    @property
    def is_stated_in_brief(self) -> bool:
        return self.width >= _MIN_STATE_WIDTH_BRIEF

    def lines(self, *, brief: bool = False) -> list[str]:
        return _fit_lines(
            self.title, self.width * (_BRIEF_PIXELS if brief else _FULL_PIXELS), 1 if brief else _MAX_TITLE_LINES
        )


class ScoreSpan(NamedTuple):
    """Certain, possible and maximum points; `counts` if they affect a grade."""

    low: Fraction
    high: Fraction
    maximum: Fraction
    counts: bool = True


class Tick(NamedTuple):
    """A labelled mark of the axis."""

    at: Fraction
    text: str
    anchor: str
    is_line: bool = True


@dataclass(frozen=True)
class Ladder:
    """Drawing of a conclusion; `rungs` start with the lowest."""

    formatter: CardFormatter
    conclusion: Conclusion
    rungs: tuple[Rung, ...]
    score: ScoreSpan | None
    open_gates: tuple[str, ...] = ()

    @property
    def has_bands(self) -> bool:
        return self.score is not None and bool(self.rungs) and self.rungs[0].start is not None

    @property
    def top(self) -> Rung | None:
        """The best rung if it requires full points, drawn after the axis; otherwise None."""
        best = self.rungs[-1] if self.has_bands else None
        return best if best is not None and self.score is not None and best.start == self.score.maximum else None

    @property
    def axis_end(self) -> Fraction:
        return Fraction(1) if self.top is None else self.top.left

    @property
    def is_broken(self) -> bool:
        first, *others = [last - first for first, last in pairwise(self._stops)]
        return bool(others) and first > max(others)

    @property
    def _stops(self) -> list[Fraction]:
        """Points between which the axis is linear."""
        assert self.score is not None  # noqa: S101 -- an axis requires a score
        starts = [rung.start for rung in self.rungs if rung.start is not None] if self.has_bands else []
        return list(dict.fromkeys([Fraction(0), *starts, self.score.maximum]))

    def position(self, points: Fraction) -> Fraction:
        stops = self._stops
        bound = min(max(points, stops[0]), stops[-1])
        positions = [self.axis_end * part / (len(stops) - 1) for part in range(len(stops))]
        for (first, last), (left, right) in zip(pairwise(stops), pairwise(positions), strict=True):
            if bound <= last:
                return left + (right - left) * (bound - first) / (last - first)
        return positions[-1]

    def top_look(self) -> str:
        assert self.score is not None  # noqa: S101 -- an axis requires a score
        if self.score.low >= self.score.maximum:
            return "certain"
        return "open" if self.score.high >= self.score.maximum else "lost"

    def ticks(self) -> Iterator[Tick]:
        stops = self._stops
        for points in stops:
            at = self.position(points)
            anchor = "start" if not points else "end" if at == 1 else "middle"
            yield Tick(at, self._short_points(points), anchor, is_line=0 < at < 1)

    def ends(self) -> list[Tick]:
        if self.score is None:
            return []
        low, high = self.position(self.score.low), self.position(self.score.high)
        if low == high or high - low < _MIN_END_DISTANCE:
            return [self._end_tick((low + high) / 2, self.range)]
        return [
            self._end_tick(at, self.formatter.points(points))
            for at, points in ((low, self.score.low), (high, self.score.high))
        ]

    def _end_tick(self, at: Fraction, text: str) -> Tick:
        return Tick(at, text, "start" if at < _END_MARGIN else "end" if at > 1 - _END_MARGIN else "middle")

    def _short_points(self, points: Fraction) -> str:
        text = self.formatter.points(points)
        return text.rstrip("0").rstrip(".") if "." in text else text

    # Text form.

    @property
    def words(self) -> dict[str, Any]:
        words: dict[str, Any] = self.formatter.words["ladder"]
        return words

    def short_title(self, rung: Rung) -> str:
        if rung.stars:
            return f"{rung.stars}★"
        return str(self.words["none"]) if rung.id == NO_GRADE else rung.lines(brief=True)[0]

    def state(self, rung: Rung) -> str:
        return str(self.formatter.words["possibility"][rung.possibility.value])

    @property
    def range(self) -> str:
        if self.score is None:
            return ""
        ends = (self.formatter.points(self.score.low), self.formatter.points(self.score.high))
        return " – ".join(dict.fromkeys(ends))

    @property
    def of(self) -> str:
        return (
            "" if self.score is None else str(self.words["of"].format(maximum=self._short_points(self.score.maximum)))
        )

    @property
    def parts(self) -> str:
        """Earned, undetermined and lost points, rounded so that they add up."""
        if self.score is None:
            return ""
        low, high, maximum = (
            parse_exact(self.formatter.points(points))
            for points in (self.score.low, self.score.high, self.score.maximum)
        )
        named = (("earned", low), ("open", high - low), ("lost", maximum - high))
        texts = [self.words[name].format(points=self.formatter.points(points)) for name, points in named if points]
        return join_items(texts, self.formatter.language)

    @property
    def what(self) -> str:
        if not self.rungs or self.conclusion.kind in _KINDS_WITHOUT_GRADE:
            return self.formatter.verdict_line(self.conclusion) or self.formatter.kind_of(self.conclusion)
        texts = []
        for possibility in (Possibility.CERTAIN, Possibility.REACHABLE, Possibility.NOT_EXCLUDED):
            titles = [
                rung.title
                for rung in self.rungs
                if rung.possibility is possibility and not (rung.id == NO_GRADE and self.may_end_without)
            ]
            if titles:
                rungs = join_items(titles, self.formatter.language)
                texts.append(self.words[possibility.value].format(rungs=rungs))
        if self.may_end_without:
            gates = join_items(self.open_gates, self.formatter.language)
            texts.append(self.words["without_while" if gates else "without"].format(gates=gates))
        text = typeset(str(self.words["also"]).join(texts), self.formatter.language)
        return text[:1].upper() + text[1:]

    @property
    def may_end_without(self) -> bool:
        return any(
            rung.id == NO_GRADE and rung.possibility in (Possibility.REACHABLE, Possibility.NOT_EXCLUDED)
            for rung in self.rungs
        )

    @property
    def title(self) -> str:
        texts = []
        if self.score is not None:
            ends = (self.formatter.points(self.score.low), self.formatter.points(self.score.high))
            score = str(self.words["to"]).join(dict.fromkeys(ends))
            texts.append(self.words["score"].format(score=score, maximum=self._short_points(self.score.maximum)))
            if not self.score.counts:
                texts.append(self.words["counts_not"])
        texts += [self.words["rung"].format(rung=rung.title, state=self.state(rung)) for rung in reversed(self.rungs)]
        return typeset(str(self.words["sentence_gap"]).join(texts), self.formatter.language)

    # Drawings.

    def svg(self) -> Markup:
        return self._draw("full")

    def strip(self, before: Ladder | None = None) -> Markup:
        """Return the flat drawing; dashed marks show the previous score."""
        return self._draw("strip", before)

    def mini(self) -> Markup:
        return self._draw("mini") if self.rungs else Markup("")

    def _draw(self, form: str, before: Ladder | None = None) -> Markup:
        if not self.rungs and self.score is None:
            return Markup("")
        previous_ends = () if before is None or before.score is None else (before.score.low, before.score.high)
        marks = [] if self.score is None else [self.position(points) for points in dict.fromkeys(previous_ends)]
        drawn = getattr(_template(), form)(self, marks)
        assert isinstance(drawn, Markup)  # noqa: S101 -- the template escapes its output
        return drawn

    @property
    def has_two_lines(self) -> bool:
        return any(len(rung.lines()) > 1 for rung in self.rungs if not rung.stars)

    def mini_cells(self) -> list[tuple[Possibility, int, int]]:
        boundaries = [index * _MINI_WIDTH // len(self.rungs) for index in range(len(self.rungs) + 1)]
        return [
            (rung.possibility, left + 1, right - left - 2)
            for rung, (left, right) in zip(self.rungs, pairwise(boundaries), strict=True)
        ]


def stars_of(grade: str) -> int | None:
    """Return the stars of a grade; None unless it is a small number."""
    return parse_whole_number(grade, most=_MAX_STARS)


def ladder_of(formatter: CardFormatter, conclusion: Conclusion, open_gates: Iterable[str] = ()) -> Ladder:
    """Return the ladder; `open_gates` are titles of undetermined gates."""
    score = _score(formatter, conclusion)
    graded = [answer.grade for answer in conclusion.grades if answer.grade != NO_GRADE]
    are_stars = bool(graded) and all(stars_of(grade) is not None for grade in graded)
    answers = list(_answers(formatter, conclusion, "no_star" if are_stars else "no_grade"))[::-1]
    starts = _starts(formatter, conclusion, score)
    widths = [_BAND_WIDTH] * len(answers)
    if starts is not None and score is not None and starts[-1] == score.maximum:
        widths[-1] = _TOP_BAND_WIDTH
    rungs = []
    for index, (id, title, possibility) in enumerate(answers):
        rungs.append(
            Rung(
                id, title, possibility,
                stars=stars_of(id) or 0 if are_stars and id != NO_GRADE else 0,
                left=Fraction(sum(widths[:index]), sum(widths)),
                width=Fraction(widths[index], sum(widths)),
                start=None if starts is None else starts[index],
            )
        )  # fmt: skip
    return Ladder(formatter, conclusion, tuple(rungs), score, tuple(open_gates))


def _answers(formatter: CardFormatter, conclusion: Conclusion, without: str) -> Iterator[tuple[str, str, Possibility]]:
    for answer in conclusion.grades:
        is_none = answer.grade == NO_GRADE
        title = str(formatter.words["ladder"][without]) if is_none else formatter.renderer.grade(answer.grade)
        yield answer.grade, title, answer.possibility
    for stage in () if conclusion.grades else conclusion.stages:
        yield stage.stage, formatter.stage(stage.stage), stage.possibility


def _starts(formatter: CardFormatter, conclusion: Conclusion, score: ScoreSpan | None) -> list[Fraction] | None:
    if not conclusion.grades or score is None or not score.counts:
        return None
    starts = grade_starts(formatter.scorecard, [answer.grade for answer in conclusion.grades])
    return None if starts is not None and starts[-1] > score.maximum else starts


def _score(formatter: CardFormatter, conclusion: Conclusion) -> ScoreSpan | None:
    maximum = formatter.maximum(conclusion)
    if conclusion.score is None or maximum <= 0:
        return None
    low, high = conclusion.score.exact.low, conclusion.score.exact.high
    least, most = parse_exact(low or "0"), maximum if high is None else parse_exact(high)
    if not 0 <= least <= most <= maximum:
        return None
    return ScoreSpan(least, most, maximum, counts=conclusion.kind not in _KINDS_WITHOUT_GRADE)


def grade_starts(card: Scorecard, grades: Sequence[str]) -> list[Fraction] | None:
    """Return the minimum points of each grade, lowest first; None unless they increase from 0.

    `grades` begin with the highest.
    """
    rows = card.ladder_rows
    starts: list[Fraction] = []
    for grade in reversed(grades):
        bounds = [
            row.more_than if row.more_than is not None else row.at_least
            for row in rows
            if row.grade == grade and not row.exception
        ]
        known = [Fraction(0) if bound is None else bound for bound in bounds]
        starts.append(min(known, default=Fraction(0)))
    is_divided = len(starts) > 1 and starts[0] == 0 and all(first < last for first, last in pairwise(starts))
    return starts if is_divided else None


def percent(share: Fraction) -> str:
    """Return a share in percent with two decimals, without sign."""
    hundredths = round(share * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def percentage(share: Fraction) -> str:
    """Return a share as a percentage with two decimals."""
    return f"{percent(share)}%"


def _fit_lines(text: str, pixels: Fraction, lines: int) -> list[str]:
    parts = text.split(" ") if text.isascii() or " " in text else list(text)
    space = " " if len(parts) > 1 and (text.isascii() or " " in text) else ""
    fitted = [""]
    for part in parts:
        longer = f"{fitted[-1]}{space if fitted[-1] else ''}{part}"
        if not fitted[-1] or _pixels(longer) <= pixels:
            fitted[-1] = longer
        elif len(fitted) < lines:
            fitted.append(part)
        else:
            fitted[-1] = f"{longer}…"
            break
    return [_truncate(line, pixels) for line in fitted]


def _truncate(line: str, pixels: Fraction) -> str:
    if _pixels(line) <= pixels:
        return line
    shortened = line.removesuffix("…")
    while len(shortened) > 1 and _pixels(f"{shortened}…") > pixels:
        shortened = shortened[:-1]
    return f"{shortened.rstrip()}…"


def _pixels(text: str) -> Fraction:
    return sum((_CHINESE_PIXELS if ord(character) > 0x2E7F else _LATIN_PIXELS for character in text), Fraction(0))


@cache
def _template() -> Any:
    import jinja2  # noqa: PLC0415 -- not needed for the text form

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    environment.filters["percentage"] = percentage
    source = resources.files("service.output.report").joinpath("ladder.html.jinja").read_text(encoding="utf-8")
    return environment.from_string(source).module
