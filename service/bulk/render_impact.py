"""Renderer of the impact of a draft: terminal text and page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import jinja2

from rules.contracts import ConclusionKind, Verdict, format_exact, parse_date, typeset
from rules.language import Renderer, part_word
from rules.model import Card, PublishedVersion, is_in_force_on
from service.bulk.command_handlers import words
from service.bulk.impact import (
    AnswerMove,
    Direction,
    Impact,
    ImpactOnDays,
    MoveGroup,
    ScoreShift,
    exact_text,
    most_common,
)
from service.bulk.outcome_changes import FINDINGS, RESULTS, OutcomeChange
from service.bulk.replay import LADDER
from service.output.terminal.columns import columns_text

_MAXIMUM_ENTRIES = 4
_COUNT_COLUMN_INDEX = 3


@dataclass(frozen=True, slots=True)
class ImpactSection:
    """A report section; `number` is the index of the numeric column."""

    heading: str
    sums: list[str]
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]
    number: int
    samples: list[str]

    def text(self) -> str:
        lines = [*([self.heading] if self.heading else []), *self.sums]
        if self.rows:
            lines += ["", columns_text(self.heads, self.rows)]
        return "\n".join((*lines, *self.samples))


class ImpactRenderer:
    """Renders an impact with the labels of the draft."""

    def __init__(self, impact: Impact, draft: PublishedVersion, language: str) -> None:
        self._impact, self._language, self._card = impact, language, draft.card
        self._render = Renderer(draft.scorecard, language)
        self._results = {result.id: self._render.localized(result.labels) for result in draft.scorecard.results}
        self._templates: dict[str, Any] = words(language)["impact"]

    def text(self) -> str:
        return "\n".join((self._only_section().text(), "", self._digest))

    def page(self) -> str:
        return _render_impact_page([self._only_section()], self._digest, self._language)

    def _only_section(self) -> ImpactSection:
        impact, templates = self._impact, self._templates
        section = self.section(templates["day"].format(day=impact.as_of) if impact.as_of else "")
        day = parse_date(impact.as_of) if impact.as_of else None
        if day is None:
            lines = [templates["every_day"].format(first=self._card.first_date)]
        else:
            lines = [] if is_in_force_on(self._card, day) else [not_in_effect_text(templates, impact, self._card, day)]
        return replace(section, sums=[*section.sums, *(typeset(line, self._language) for line in lines)])

    def section(self, heading: str = "") -> ImpactSection:
        named = [(self._answers_text(group), group.sample) for group in self._impact.groups]
        named.append((self._templates["shifted_most"], [self._shift_text(shift) for shift in self._impact.shifts.most]))
        samples = [
            self._templates["sample"].format(move=move, names=", ".join(names)) for move, names in named if names
        ]
        return ImpactSection(
            heading, self.sums(), tuple(self._templates["heads"]), self.rows(), _COUNT_COLUMN_INDEX, samples
        )

    @property
    def _digest(self) -> str:
        return str(self._templates["digest"]).format(digest=self._impact.digest)

    def sums(self) -> list[str]:
        impact, templates = self._impact, self._templates
        head = templates["head"].format(
            version=impact.version, asked=impact.source_name, count=impact.evaluations, moved=impact.moved
        )
        counts = [
            templates[direction.value].format(count=count)
            for direction in Direction
            if (count := impact.count(direction))
        ]
        refused = [templates["refused"].format(count=impact.refused)] if impact.refused else []
        return [typeset(line, self._language) for line in (head, *counts, *refused, *self._shifts())]

    def _shifts(self) -> Iterator[str]:
        shifts = self._impact.shifts
        if shifts.spread is not None:
            least, median, greatest = map(_signed, shifts.spread)
            slots = {"count": len(shifts.by), "raised": shifts.raised, "lowered": len(shifts.by) - shifts.raised}
            yield self._templates["shifts"].format(**slots, least=least, median=median, greatest=greatest)
        if shifts.open:
            yield self._templates["shifts_open"].format(count=shifts.open)

    def _shift_text(self, shift: ScoreShift) -> str:
        return f"{shift.subject} {exact_text(shift.before)} → {exact_text(shift.after)} ({_signed(Fraction(shift.by))})"

    def rows(self) -> list[tuple[str, ...]]:
        return [
            (
                self._templates["directions"][group.direction.value],
                self.answer(group.before),
                self.answer(group.after),
                str(group.count),
                self._causes_text(group),
                self._counts_text([(self._render.name(id), count) for id, count in group.waits_for.most_common()]),
            )
            for group in self._impact.groups
        ]

    def _answers_text(self, group: MoveGroup) -> str:
        return f"{self.answer(group.before)} → {self.answer(group.after)}"

    def answer(self, answer: str) -> str:
        if answer in {verdict.value for verdict in Verdict}:
            return self._render.verdict(Verdict(answer))
        if answer in {kind.value for kind in ConclusionKind}:
            return self._render.words.words["conclusions"].write(answer)
        if self._render.scorecard.ladder is None:
            return self._render.stage(answer)
        return str(self._templates["or"]).join(map(self._render.grade, answer.split(";")))

    def _causes_text(self, group: MoveGroup) -> str:
        turned = [(self._change_text(turn), count) for turn, count in most_common(group.turns)]
        turned_ids = {turn.id for turn in group.turns}
        other_criteria = [(id, count) for id, count in group.criteria.most_common() if id not in turned_ids]
        return self._counts_text(
            [*turned, *((part_word(id, self._language) if id == LADDER else id, n) for id, n in other_criteria)]
        )

    def _change_text(self, turn: OutcomeChange) -> str:
        if turn.part == RESULTS:
            return f"{self._results[turn.id]} {self._templates['changes'][turn.after]}"
        was, now = (self._outcome(turn.part, outcome) for outcome in (turn.before, turn.after))
        return f"{turn.id} {was} → {now}"

    def _outcome(self, part: str, outcome: str) -> str:
        if part == FINDINGS:
            return str(self._templates["findings"][outcome])
        return self._render.words.words["outcomes"].write(outcome)

    def _counts_text(self, counts: list[tuple[str, int]]) -> str:
        rest = len(counts) - _MAXIMUM_ENTRIES
        shown = [f"{name} ({count})" for name, count in counts[:_MAXIMUM_ENTRIES]]
        return typeset(", ".join((*shown, f"+{rest}") if rest > 0 else shown), self._language)


class DailyImpactRenderer:
    """Renders an impact on several days."""

    def __init__(self, impact: ImpactOnDays, draft: PublishedVersion, language: str) -> None:
        self._impact, self._language = impact, language
        self._card = draft.scorecard.card
        self._days = [ImpactRenderer(day.impact, draft, language) for day in impact.days]
        self._templates: dict[str, Any] = words(language)["impact"]

    def text(self) -> str:
        return "\n\n".join((*(section.text() for section in self._sections()), self._digest))

    def page(self) -> str:
        return _render_impact_page(self._sections(), self._digest, self._language)

    @property
    def _digest(self) -> str:
        return str(self._templates["digest"]).format(digest=self._impact.digest)

    def _sections(self) -> list[ImpactSection]:
        day_sections = [
            renderer.section(self._templates["day"].format(day=day.as_of))
            for day, renderer in zip(self._impact.days, self._days, strict=True)
        ]
        return [self._comparison_section(), *day_sections]

    def _comparison_section(self) -> ImpactSection:
        impact, templates = self._impact, self._templates
        sums = [
            not_in_effect_text(templates, impact, self._card, day.as_of) for day in impact.days if not day.in_effect
        ]
        sums += [templates["only_on"].format(day=day.as_of, count=impact.only_on(day)) for day in impact.days]
        sums.append(templates["alike"].format(count=impact.alike))
        heads = (*(templates["day"].format(day=day.as_of) for day in impact.days), templates["number"])
        rows = [(*map(self._move_text, course.moves), str(course.count)) for course in impact.courses]
        samples = [
            templates["sample"].format(
                move=templates["then"].join(map(self._move_text, course.moves)), names=", ".join(course.sample)
            )
            for course in impact.courses
            if course.sample
        ]
        return ImpactSection(
            templates["compared"],
            [typeset(line, self._language) for line in sums],
            heads,
            rows,
            len(impact.days),
            samples,
        )

    def _move_text(self, move: AnswerMove) -> str:
        if move.direction is None:
            return str(self._templates["stays"]).format(answer=self._days[0].answer(move.before))
        direction_text = self._templates["directions"][move.direction.value]
        before, after = map(self._days[0].answer, (move.before, move.after))
        return str(self._templates["sample"]).format(move=direction_text, names=f"{before} → {after}")


def not_in_effect_text(templates: dict[str, Any], impact: Impact | ImpactOnDays, card: Card, day: date) -> str:
    """Return a note that the draft is not in force on a date."""
    last = templates["until"].format(last=card.last_date) if card.last_date else ""
    return str(templates["not_in_effect"].format(day=day, version=impact.version, first=card.first_date, last=last))


def _render_impact_page(sections: Sequence[ImpactSection], digest: str, language: str) -> str:
    return _template().render(language=language, said=words(language)["impact"], sections=sections, digest=digest)


def _signed(by: Fraction) -> str:
    return f"+{format_exact(by)}" if by > 0 else format_exact(by)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string((resources.files(__package__) / "impact.html.jinja").read_text(encoding="utf-8"))
