"""Ladder of a conclusion: how possible each grade or stage is, over the score interval, as one SVG and in words.

Every page and the printed report draw it from here. All positions are exact shares of the width; only the last step
writes them as percentages.
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

_BAND, _TOP = 11, 6
"""How wide a band is beside one that is a single value, the full points."""
_GAP = Fraction(14, 100)
"""Ends of a score that are nearer are written as one text."""
_EDGE = Fraction(7, 100)
"""A text nearer to an end of the drawing is set from there inwards."""
_STATED, _STATED_BRIEF = Fraction(12, 100), Fraction(20, 100)
"""From which width on a band has room for the word of its state, in the full and in the brief form."""
_FULL_PIXELS, _BRIEF_PIXELS = 576, 300
"""How wide the full and the brief form are at least."""
_LATIN, _WIDE = Fraction(66, 10), Fraction(125, 10)
"""How wide a letter is in pixels, and a Chinese character."""
_LINES = 2
_MOST_STARS = 10
_MINI_WIDTH = 84
_NO_GRADE_CAN_BE_HAD = frozenset({ConclusionKind.GATE_FAILED, ConclusionKind.NOT_APPLICABLE})


class Rung(NamedTuple):
    """One grade or stage, and the band in which it is drawn."""

    id: str
    title: str
    possibility: Possibility
    stars: int
    """How many stars it is drawn as; 0 if it is drawn as words."""
    left: Fraction
    """Where its band begins, as a share of the whole width."""
    width: Fraction
    start: Fraction | None = None
    """From how many points on; None if the rungs are no spans of points."""

    @property
    def middle(self) -> Fraction:
        """The middle of its band."""
        return self.left + self.width / 2

    @property
    def is_stated(self) -> bool:
        """Whether the full form has room for the word of its state."""
        return self.width >= _STATED

    @property
    def is_stated_in_brief(self) -> bool:
        """Whether the brief form has."""
        return self.width >= _STATED_BRIEF

    def lines(self, *, brief: bool = False) -> list[str]:
        """Give its title in lines that fit into its band."""
        return _fitted(self.title, self.width * (_BRIEF_PIXELS if brief else _FULL_PIXELS), 1 if brief else _LINES)


class ScoreSpan(NamedTuple):
    """Points: certain at least, possible at most, and all that can be had; whether they count for a grade."""

    low: Fraction
    high: Fraction
    maximum: Fraction
    counts: bool = True


class Tick(NamedTuple):
    """A mark of the axis: where, its text, and to which side of it that is set."""

    at: Fraction
    text: str
    anchor: str
    is_line: bool = True


@dataclass(frozen=True)
class Ladder:
    """What is drawn of one conclusion."""

    formatter: CardFormatter
    conclusion: Conclusion
    rungs: tuple[Rung, ...]
    """From the lowest, which is drawn at the left."""
    score: ScoreSpan | None
    open_gates: tuple[str, ...] = ()
    """The titles of gates that are undetermined."""

    @property
    def has_bands(self) -> bool:
        """Whether each rung is a span of points, so that the axis is divided by them."""
        return self.score is not None and bool(self.rungs) and self.rungs[0].start is not None

    @property
    def top(self) -> Rung | None:
        """The best rung if it asks for full points, and so has a band of its own behind the axis."""
        best = self.rungs[-1] if self.has_bands else None
        return best if best is not None and self.score is not None and best.start == self.score.maximum else None

    @property
    def axis_end(self) -> Fraction:
        """Where the axis ends, as a share of the whole width."""
        return Fraction(1) if self.top is None else self.top.left

    @property
    def is_broken(self) -> bool:
        """Whether the axis has a break: its first band holds more points than any other in the same width."""
        first, *others = [last - first for first, last in pairwise(self._stops)]
        return bool(others) and first > max(others)

    @property
    def _stops(self) -> list[Fraction]:
        """Give the points between which the axis is even."""
        assert self.score is not None  # noqa: S101 -- there is no axis without a score
        starts = [rung.start for rung in self.rungs if rung.start is not None] if self.has_bands else []
        return list(dict.fromkeys([Fraction(0), *starts, self.score.maximum]))

    def position(self, points: Fraction) -> Fraction:
        """Give where points stand on the axis, as a share of the whole width; points beyond stand at its end."""
        stops = self._stops
        bound = min(max(points, stops[0]), stops[-1])
        places = [self.axis_end * part / (len(stops) - 1) for part in range(len(stops))]
        for (first, last), (left, right) in zip(pairwise(stops), pairwise(places), strict=True):
            if bound <= last:
                return left + (right - left) * (bound - first) / (last - first)
        return places[-1]

    def top_look(self) -> str:
        """Say how the band of full points is drawn: `certain`, `open` or `lost`."""
        assert self.score is not None  # noqa: S101 -- there is no axis without a score
        if self.score.low >= self.score.maximum:
            return "certain"
        return "open" if self.score.high >= self.score.maximum else "lost"

    def ticks(self) -> Iterator[Tick]:
        """Give the marks of the axis: its ends, and where rungs begin."""
        stops = self._stops
        for points in stops:
            at = self.position(points)
            anchor = "start" if not points else "end" if at == 1 else "middle"
            yield Tick(at, self._short(points), anchor, is_line=0 < at < 1)

    def ends(self) -> list[Tick]:
        """Give the ends of the score, each with its text; of ends that are near each other one text."""
        if self.score is None:
            return []
        low, high = self.position(self.score.low), self.position(self.score.high)
        if low == high or high - low < _GAP:
            return [self._end((low + high) / 2, self.range)]
        return [
            self._end(at, self.formatter.points(points))
            for at, points in ((low, self.score.low), (high, self.score.high))
        ]

    def _end(self, at: Fraction, text: str) -> Tick:
        return Tick(at, text, "start" if at < _EDGE else "end" if at > 1 - _EDGE else "middle")

    def _short(self, points: Fraction) -> str:
        text = self.formatter.points(points)
        return text.rstrip("0").rstrip(".") if "." in text else text

    # What is told of it in words.

    @property
    def words(self) -> dict[str, Any]:
        """The words of ladders in the language."""
        words: dict[str, Any] = self.formatter.words["ladder"]
        return words

    def short_title(self, rung: Rung) -> str:
        """Give the title of a rung beside a mark of its state."""
        if rung.stars:
            return f"{rung.stars}★"
        return str(self.words["none"]) if rung.id == NO_GRADE else rung.lines(brief=True)[0]

    def state(self, rung: Rung) -> str:
        """Give the word for how possible a rung is."""
        return str(self.formatter.words["possibility"][rung.possibility.value])

    @property
    def range(self) -> str:
        """The score, as one number or two."""
        if self.score is None:
            return ""
        ends = (self.formatter.points(self.score.low), self.formatter.points(self.score.high))
        return " – ".join(dict.fromkeys(ends))

    @property
    def of(self) -> str:
        """Of how many points the score is."""
        return "" if self.score is None else str(self.words["of"].format(maximum=self._short(self.score.maximum)))

    @property
    def parts(self) -> str:
        """How many points are earned, open and lost; their sum is what can be had, also as they are rounded."""
        if self.score is None:
            return ""
        low, high, whole = (
            parse_exact(self.formatter.points(points))
            for points in (self.score.low, self.score.high, self.score.maximum)
        )
        named = (("earned", low), ("open", high - low), ("lost", whole - high))
        told = [self.words[name].format(points=self.formatter.points(points)) for name, points in named if points]
        return join_items(told, self.formatter.language)

    @property
    def what(self) -> str:
        """What is concluded, in one sentence."""
        if not self.rungs or self.conclusion.kind in _NO_GRADE_CAN_BE_HAD:
            return self.formatter.verdict_line(self.conclusion) or self.formatter.kind_of(self.conclusion)
        told = []
        for possibility in (Possibility.CERTAIN, Possibility.REACHABLE, Possibility.NOT_EXCLUDED):
            titles = [
                rung.title
                for rung in self.rungs
                if rung.possibility is possibility and not (rung.id == NO_GRADE and self.may_end_without)
            ]
            if titles:
                rungs = join_items(titles, self.formatter.language)
                told.append(self.words[possibility.value].format(rungs=rungs))
        if self.may_end_without:
            gates = join_items(self.open_gates, self.formatter.language)
            told.append(self.words["without_while" if gates else "without"].format(gates=gates))
        text = typeset(str(self.words["also"]).join(told), self.formatter.language)
        return text[:1].upper() + text[1:]

    @property
    def may_end_without(self) -> bool:
        """Whether it may come out that there is no grade, though others are possible."""
        return any(
            rung.id == NO_GRADE and rung.possibility in (Possibility.REACHABLE, Possibility.NOT_EXCLUDED)
            for rung in self.rungs
        )

    @property
    def title(self) -> str:
        """The whole in words, for whoever does not see it."""
        told = []
        if self.score is not None:
            ends = (self.formatter.points(self.score.low), self.formatter.points(self.score.high))
            score = str(self.words["to"]).join(dict.fromkeys(ends))
            told.append(self.words["score"].format(score=score, maximum=self._short(self.score.maximum)))
            if not self.score.counts:
                told.append(self.words["counts_not"])
        told += [self.words["rung"].format(rung=rung.title, state=self.state(rung)) for rung in reversed(self.rungs)]
        return typeset(str(self.words["sentence_gap"]).join(told), self.formatter.language)

    # The drawings.

    def svg(self) -> Markup:
        """Draw it; nothing if there is neither a rung nor a score."""
        return self._drawn("full")

    def strip(self, before: Ladder | None = None) -> Markup:
        """Draw it flat, for above a table; with dashed marks where the score of the state before ended."""
        return self._drawn("strip", before)

    def mini(self) -> Markup:
        """Draw one cell for each rung, for lists, where words stand beside it."""
        return self._drawn("mini") if self.rungs else Markup("")

    def _drawn(self, form: str, before: Ladder | None = None) -> Markup:
        if not self.rungs and self.score is None:
            return Markup("")
        was = () if before is None or before.score is None else (before.score.low, before.score.high)
        marks = [] if self.score is None else [self.position(points) for points in dict.fromkeys(was)]
        drawn = getattr(_template(), form)(self, marks)
        assert isinstance(drawn, Markup)  # noqa: S101 -- the template escapes by itself
        return drawn

    @property
    def has_two_lines(self) -> bool:
        """Whether a title takes two lines."""
        return any(len(rung.lines()) > 1 for rung in self.rungs if not rung.stars)

    def mini_cells(self) -> list[tuple[Possibility, int, int]]:
        """Give the cells of the drawing for lists: how possible, where it begins, how wide it is."""
        edges = [place * _MINI_WIDTH // len(self.rungs) for place in range(len(self.rungs) + 1)]
        return [
            (rung.possibility, left + 1, right - left - 2)
            for rung, (left, right) in zip(self.rungs, pairwise(edges), strict=True)
        ]


def stars_of(grade: str) -> int | None:
    """Return the number of stars that a grade stands for; None for a grade that is no small number."""
    return parse_whole_number(grade, most=_MOST_STARS)


def ladder_of(formatter: CardFormatter, conclusion: Conclusion, open_gates: Iterable[str] = ()) -> Ladder:
    """Give what is drawn of a conclusion; `open_gates` are the titles of the gates that are undetermined."""
    score = _score(formatter, conclusion)
    graded = [answer.grade for answer in conclusion.grades if answer.grade != NO_GRADE]
    are_stars = bool(graded) and all(stars_of(grade) is not None for grade in graded)
    starts = None
    if conclusion.grades:
        without = str(formatter.words["ladder"]["no_star" if are_stars else "no_grade"])
        answers = [
            (
                answer.grade,
                without if answer.grade == NO_GRADE else formatter.renderer.grade(answer.grade),
                answer.possibility,
            )
            for answer in conclusion.grades
        ]
        if score is not None and score.counts:
            starts = grade_starts(formatter.scorecard, [answer.grade for answer in conclusion.grades])
    else:
        answers = [(answer.stage, formatter.stage(answer.stage), answer.possibility) for answer in conclusion.stages]
    answers.reverse()
    if score is not None and starts is not None and starts[-1] > score.maximum:
        starts = None
    has_top = score is not None and starts is not None and starts[-1] == score.maximum
    widths = [_BAND] * len(answers)
    if has_top:
        widths[-1] = _TOP
    rungs = []
    for place, (id, title, possibility) in enumerate(answers):
        rungs.append(
            Rung(
                id, title, possibility,
                stars=stars_of(id) or 0 if are_stars and id != NO_GRADE else 0,
                left=Fraction(sum(widths[:place]), sum(widths)),
                width=Fraction(widths[place], sum(widths)),
                start=None if starts is None else starts[place],
            )
        )  # fmt: skip
    return Ladder(formatter, conclusion, tuple(rungs), score, tuple(open_gates))


def _score(formatter: CardFormatter, conclusion: Conclusion) -> ScoreSpan | None:
    """Give the score, unless no points can be had or it lies where none can be drawn."""
    maximum = formatter.maximum(conclusion)
    if conclusion.score is None or maximum <= 0:
        return None
    low, high = conclusion.score.exact.low, conclusion.score.exact.high
    least, most = parse_exact(low or "0"), maximum if high is None else parse_exact(high)
    if not 0 <= least <= most <= maximum:
        return None
    return ScoreSpan(least, most, maximum, counts=conclusion.kind not in _NO_GRADE_CAN_BE_HAD)


def grade_starts(card: Scorecard, grades: Sequence[str]) -> list[Fraction] | None:
    """Give from how many points on each grade can be had, the lowest first; None unless each asks for more points.

    `grades` are named from the top. That there is no grade begins at 0.
    """
    rows = card.ladder.rows if card.ladder is not None else ()
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
    """Write a share in percent with two decimals, as drawings take it, without the sign."""
    hundredths = round(share * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def percentage(share: Fraction) -> str:
    """Write a share as a percentage with two decimals, as drawings take it."""
    return f"{percent(share)}%"


def _fitted(text: str, pixels: Fraction, lines: int) -> list[str]:
    """Give a text in lines of at most so many pixels; what is left over ends in an ellipsis."""
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
    return [_cut(line, pixels) for line in fitted]


def _cut(line: str, pixels: Fraction) -> str:
    if _pixels(line) <= pixels:
        return line
    kept = line.removesuffix("…")
    while len(kept) > 1 and _pixels(f"{kept}…") > pixels:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _pixels(text: str) -> Fraction:
    return sum((_WIDE if ord(sign) > 0x2E7F else _LATIN for sign in text), Fraction(0))


@cache
def _template() -> Any:
    """Give the macros that draw."""
    import jinja2  # noqa: PLC0415 -- what is told as text needs none

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    environment.filters["percentage"] = percentage
    source = resources.files("service.output.report").joinpath("ladder.html.jinja").read_text(encoding="utf-8")
    return environment.from_string(source).module
