"""Texts about improvement plans in one language, for pages, reports and commands.

`PlanTexts(scorecard, measures, goal, language).document(result)` returns a `PlanDocument`:

- `sentences`: the goal, the limit of the cost, and the present grade;
- `plans`: a `PlanView` for each plan, best grade last, with its title, its verdict (proved, or the bound) and sections;
- `sections`: excluded grades, unavailable measures and the work of the search, if there are any.

A `PlanSection` has a `key` (a key of `[LANGUAGE.sections]` in `plan_texts.toml`), a title, sentences, and perhaps one
table. All texts are ready to show; names come from the scorecard and from the list of measures. Single texts, such as
`verdict(plan)`, `cost(range)` or `progress(state)`, are methods.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from rules.contracts import NO_GRADE, join_items, parse_plurals, read_toml, typeset
from rules.trail import criterion_title
from service.base.evidence_kinds import kind_word
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import INPUTS
from service.output.report.formatters import CardFormatter
from service.planning.measure_texts import MeasureTexts, cost_text, number_text
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model import Scorecard


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Headings and rows; columns with a position in `numbers` contain amounts."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A part of a document about plans."""

    key: str
    title: str
    sentences: tuple[str, ...] = ()
    table: PlanTable | None = None


@dataclass(frozen=True, slots=True)
class PlanView:
    """The texts of one plan; `kind` and `goal_grade` are the words of the API."""

    kind: str
    goal_grade: str
    title: str
    verdict: str
    is_proved: bool
    sections: tuple[PlanSection, ...]
    condition: str = ""
    """The values that the plan assumes; empty if it assumes none."""


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The texts of a result."""

    sentences: tuple[str, ...]
    plans: tuple[PlanView, ...]
    sections: tuple[PlanSection, ...]


@cache
def texts(language: str) -> dict[str, Any]:
    """Return the texts of `plan_texts.toml` in a language."""
    found: dict[str, Any] = parse_plurals(read_toml(__name__.rpartition(".")[0], "plan_texts.toml")[language])
    return found


def _excluded_key(excluded: plan_pb2.ExcludedGrade) -> str:
    return f"{'proved' if excluded.is_proved else 'unproved'}{'' if excluded.grade else '_gates'}"


class PlanTexts:
    """Writes texts about the plans of one request."""

    def __init__(
        self, scorecard: Scorecard, measures: plan_pb2.MeasureList, goal: plan_pb2.PlanGoal, language: str
    ) -> None:
        self._scorecard, self._measures, self._goal, self._language = scorecard, measures, goal, language
        self._texts = texts(language)
        self._formatter = CardFormatter(scorecard, language)

    def document(self, result: plan_pb2.PlanResult) -> PlanDocument:
        plans = tuple(self.plan(plan, result.grade_now) for plan in result.plans)
        sentences = [*self.goal(), self._grade_now(result)]
        if not plans:
            sentences.append(self._texts["sentences"]["no_plan"])
        sections = (self.excluded(result.excluded), self.unavailable(result.unavailable), self.effort(result.effort))
        return PlanDocument(self._typeset(sentences), plans, tuple(filter(None, sections)))

    def goal(self) -> tuple[str, ...]:
        """Return the goal, the limit of the cost and the years that count."""
        goal, words = self._goal, self._texts["goal"]
        kind = word_of(plan_pb2.PlanGoalKind, goal.kind)
        sentences = [words[kind].format(grade=self.grade(goal.grade), figure=self.figure_name, date=goal.date)]
        if self._has_figure:
            budget = self.amount(goal.budget) if goal.budget else ""
            sentences.append(words["budget"].format(budget=budget) if budget else words["no_budget"])
        sentences.append(words["years"].format(years=self._years))
        return self._typeset(sentences)

    def plan(self, plan: plan_pb2.ImprovementPlan, grade_now: str = "") -> PlanView:
        sections = (
            self.timeline(plan), self._costs(plan), self._moved(plan, grade_now), self._documents(plan),
            self._verify_again(plan), self._assumed(plan), self._unknown(plan),
        )  # fmt: skip
        return PlanView(
            word_of(plan_pb2.PlanKind, plan.kind),
            plan.goal_grade,
            self.title(plan.kind, plan.goal_grade),
            self.verdict(plan),
            plan.is_proved,
            tuple(filter(None, sections)),
            self.condition(plan),
        )

    def title(self, kind: plan_pb2.PlanKind, goal_grade: str) -> str:
        """Return the title of a plan, or of a search for one."""
        goal = self.grade(goal_grade) if goal_grade else self._aim
        return self._one(self._texts["titles"][word_of(plan_pb2.PlanKind, kind)].format(goal=goal))

    def condition(self, plan: plan_pb2.ImprovementPlan) -> str:
        """Return the values that the plan assumes, as a condition; empty if it assumes none."""
        if not plan.assumed_facts:
            return ""
        pairs = (self._texts["sentences"]["fact_value"].format(fact=f, value=v) for f, v in self._assumptions(plan))
        return self._one(self._texts["sentences"]["condition"].format(facts=join_items(pairs, self._language)))

    def _assumptions(self, plan: plan_pb2.ImprovementPlan) -> list[tuple[str, str]]:
        values = {fact.fact_id: fact for fact in plan.end_state.facts}
        return [(self.fact(id), self._fact_value(id, values[id]) if id in values else "") for id in plan.assumed_facts]

    def verdict(self, plan: plan_pb2.ImprovementPlan) -> str:
        """Return whether the plan is proved to be the best one, or the bound."""
        aim = word_of(plan_pb2.PlanKind, plan.kind)
        if plan.kind == plan_pb2.PLAN_KIND_BEST_FIGURE:
            aim = word_of(plan_pb2.PlanGoalKind, self._goal.kind)
        words = self._texts["verdicts"]
        if plan.is_proved:
            return self._one(words[f"proved_{aim}"])
        if not plan.bound:
            return self._one(words["unproved"])
        return self._one(words[f"bound_{aim}"].format(bound=self.measured(plan.kind, plan.bound)))

    def measured(self, kind: plan_pb2.PlanKind, value: str) -> str:
        """Return a bound or the best value of a search: a cost, a date, a number of measures or a figure."""
        if kind == plan_pb2.PLAN_KIND_CHEAPEST:
            return self.amount(value)
        return self.figure(value) if kind == plan_pb2.PLAN_KIND_BEST_FIGURE else value

    def progress(self, state: plan_pb2.PlanProgress) -> str:
        """Return one line about a running search."""
        words = self._texts["progress"]
        parts = [words["line"].format(title=self.title(state.kind, state.goal_grade), rounds=state.rounds)]
        for key in ("best", "bound"):
            if value := getattr(state, key):
                parts.append(words[key].format(**{key: self.measured(state.kind, value)}))
        return self._one(join_items(parts, self._language))

    def cost(self, cost: plan_pb2.CostRange) -> str:
        """Return a cost, as an interval if it is not known exactly."""
        return cost_text(cost, self._measures.currency)

    def amount(self, amount: str) -> str:
        return cost_text(plan_pb2.CostRange(most=amount, least=amount), self._measures.currency)

    def grade(self, grade: str) -> str:
        """Return the name of a grade, or of a stage of a scorecard without grades."""
        if not grade:
            return ""
        return self._formatter.renderer.grade(grade) if self._scorecard.grades else self._formatter.stage(grade)

    def measure(self, id: str) -> str:
        """Return the name of a measure, or its id without one."""
        return self._names.get(id) or id

    def fact(self, id: str) -> str:
        return self._formatter.renderer.name(id)

    def criterion(self, id: str) -> str:
        return criterion_title(self._scorecard, id, self._language)

    @property
    def _aim(self) -> str:
        """The aim of a plan without a grade: a figure, or all gates."""
        return self.figure_name if self._has_figure else str(self._texts["goal"]["every_gate"])

    @property
    def figure_name(self) -> str:
        """The figure of the goal, or the total points."""
        return (
            self._formatter.renderer.name(self._goal.figure)
            if self._goal.figure
            else self._texts["goal"]["total_points"]
        )

    def figure(self, value: str) -> str:
        """Return a value of the figure of the goal, with its unit."""
        if not self._goal.figure:
            return self.points(value)
        quantity = next((each for each in self._scorecard.quantities if each.id == self._goal.figure), None)
        unit = "" if quantity is None else str(getattr(quantity, "unit", ""))
        return self._formatter.renderer.words.write_number(number_text(value), unit)

    def points(self, points: str) -> str:
        if not points:
            return str(self._texts["sentences"]["open"])
        return str(self._texts["sentences"]["points"].format(points=number_text(points)))

    def timeline(self, plan: plan_pb2.ImprovementPlan) -> PlanSection:
        """Return the measures of a plan in their order, with dates and costs."""
        if not plan.measures:
            key = "no_measure_if" if plan.assumed_facts else "no_measure"
            return self._section("timeline", [self._texts["sentences"][key]])
        has_levels = any(chosen.level for chosen in plan.measures)
        level = ("level",) if has_levels else ()
        rows = (
            (
                chosen.start_date, chosen.end_date, self.measure(chosen.measure_id),
                *((self._change_at_level(chosen),) if has_levels else ()),
                self.cost(chosen.cost_once), self.cost(chosen.cost_per_year),
            )
            for chosen in plan.measures
        )  # fmt: skip
        first = 3 + len(level)
        table = self._table(
            ("first_day", "last_day", "measure", *level, "cost_once", "cost_per_year"), rows, (first, first + 1)
        )
        return self._section("timeline", [self._texts["sentences"]["ends"].format(date=plan.end_date)], table)

    def _change_at_level(self, chosen: plan_pb2.ChosenMeasure) -> str:
        measure = next((each for each in self._measures.measures if each.id == chosen.measure_id), None)
        if measure is None or not chosen.level:
            return ""
        changes = MeasureTexts(self._scorecard, self._measures, self._language).changes_at(measure, chosen.level)
        return self._one(self._texts["sentences"]["level"].format(level=number_text(chosen.level), changes=changes))

    def excluded(self, excluded: Iterable[plan_pb2.ExcludedGrade]) -> PlanSection | None:
        """Return the grades that no plan reaches, with the reasons."""
        sentences = [
            sentence for each in excluded for sentence in (self.exclusion(each), *map(self.obstacle, each.obstacles))
        ]
        return self._section("excluded", sentences) if sentences else None

    def exclusion(self, excluded: plan_pb2.ExcludedGrade) -> str:
        """Return that no plan reaches a grade or passes all gates, and whether that is proved."""
        template = self._texts["excluded"][_excluded_key(excluded)]
        return self._one(template.format(grade=self.grade(excluded.grade)))

    def obstacle(self, obstacle: plan_pb2.Obstacle) -> str:
        """Return the reason why a grade cannot be reached."""
        template = self._texts["excluded"][word_of(plan_pb2.ObstacleKind, obstacle.kind)]
        required, reachable = (number_text(each) if each else "" for each in (obstacle.required, obstacle.reachable))
        gate = self.criterion(obstacle.criterion_id)
        return self._one(template.format(gate=gate, required=required, reachable=reachable))

    def unavailable(self, unavailable: Iterable[plan_pb2.UnavailableMeasure]) -> PlanSection | None:
        """Return the measures that no plan can contain, with the reasons."""
        rows = [(self.measure(each.measure_id), self.unavailable_reason(each)) for each in unavailable]
        return self._section("unavailable", (), self._table(("measure", "reason"), rows)) if rows else None

    def unavailable_reason(self, measure: plan_pb2.UnavailableMeasure) -> str:
        """Return why a measure cannot be part of a plan."""
        detail = measure.detail
        if measure.reason == plan_pb2.UNAVAILABLE_REASON_ENDED_PERIOD:
            detail = self.fact(detail)
        elif measure.reason == plan_pb2.UNAVAILABLE_REASON_REQUIRES_UNAVAILABLE:
            detail = self.measure(detail)
        template = self._texts["unavailable"][word_of(plan_pb2.UnavailableReason, measure.reason)]
        return self._one(template.format(detail=detail))

    def effort(self, effort: plan_pb2.SearchEffort) -> PlanSection:
        """Return the work of the search and the scale of points in the solver."""
        sentence = self._texts["sentences"]["effort"].format(
            rounds=effort.rounds, evaluations=effort.evaluations, cuts=effort.cuts, scale=effort.scale or "1"
        )
        return self._section("effort", [sentence])

    def _grade_now(self, result: plan_pb2.PlanResult) -> str:
        if not self._has_grades:
            return ""
        words = self._texts["goal"]
        now = result.grade_now
        return str(words["grade_now"].format(grade=self.grade(now)) if now else words["grade_open"])

    def _costs(self, plan: plan_pb2.ImprovementPlan) -> PlanSection:
        heads, sentences = self._texts["heads"], self._texts["sentences"]
        rows = (
            (heads["cost_once"], self.cost(plan.cost_once)),
            (heads["cost_per_year"], self.cost(plan.cost_per_year)),
            (sentences["total_cost"].format(years=self._years), self.amount(plan.cost or "0")),
        )
        return self._section("costs", (), self._table(("cost", "amount"), rows, (1,)))

    def _moved(self, plan: plan_pb2.ImprovementPlan, grade_now: str) -> PlanSection:
        heads = self._texts["heads"]
        rows = [
            (self.criterion(each.criterion_id), self._outcome(each, "before"), self._outcome(each, "after"))
            for each in plan.moved
        ]
        if self._has_grades:
            rows.append((heads["grade"], self.grade(grade_now) or self._open, self.grade(plan.grade or NO_GRADE)))
        if self._scorecard.sections and (plan.total_before or plan.total_after):
            rows.append((heads["total"], self.points(plan.total_before), self.points(plan.total_after)))
        if self._goal.figure and (plan.figure_before or plan.figure_after):
            before = self.figure(plan.figure_before) if plan.figure_before else self._texts["sentences"]["open"]
            rows.append((self.figure_name, before, self.figure(plan.figure_after or "0")))
        return self._section("moved", (), self._table(("criterion", "before", "after"), rows))

    def _outcome(self, moved: plan_pb2.MovedCriterion, side: str) -> str:
        outcome, points = getattr(moved, f"outcome_{side}"), getattr(moved, f"points_{side}")
        shown = self._texts["outcomes"].get(outcome, outcome)
        if not points:
            return str(shown)
        return self._one(self._texts["sentences"]["outcome_points"].format(outcome=shown, points=self.points(points)))

    def _documents(self, plan: plan_pb2.ImprovementPlan) -> PlanSection | None:
        rows = [
            (self.measure(chosen.measure_id), self.fact(document.fact_id), self._kinds(document.kinds))
            for chosen in plan.measures
            for document in chosen.documents
        ]
        if not rows:
            return None
        table = self._table(("measure", "fact", "document"), rows)
        return self._section("documents", [self._texts["sentences"]["documents"]], table)

    def _kinds(self, kinds: Iterable[str]) -> str:
        return join_items((kind_word(kind, self._language) for kind in kinds), self._language)

    def _verify_again(self, plan: plan_pb2.ImprovementPlan) -> PlanSection | None:
        return self._facts("verify_again", plan.verify_again)

    def _unknown(self, plan: plan_pb2.ImprovementPlan) -> PlanSection | None:
        return self._facts("unknown", plan.unknown_facts)

    def _facts(self, key: str, facts: Iterable[str]) -> PlanSection | None:
        rows = [(self.fact(fact),) for fact in facts]
        return self._section(key, [self._texts["sentences"][key]], self._table(("fact",), rows)) if rows else None

    def _assumed(self, plan: plan_pb2.ImprovementPlan) -> PlanSection | None:
        if not plan.assumed_facts:
            return None
        rows = self._assumptions(plan)
        table = self._table(("fact", "value"), rows)
        return self._section("assumed", [self._texts["sentences"]["assumed"]], table)

    def _fact_value(self, id: str, fact: Any) -> str:
        from rules.contracts import DeclaredFact  # noqa: PLC0415 -- most plans assume nothing

        value = INPUTS.read(DeclaredFact, fact).value
        if value is None or value.records:
            return ""
        return self._formatter.renderer.value(id, value)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {measure.id: measure.name for measure in self._measures.measures}

    @property
    def _has_grades(self) -> bool:
        return bool(self._scorecard.grades or self._scorecard.stage_definitions)

    @property
    def _has_figure(self) -> bool:
        return self._goal.kind in (plan_pb2.PLAN_GOAL_KIND_HIGHEST, plan_pb2.PLAN_GOAL_KIND_LOWEST)

    @property
    def _open(self) -> str:
        return str(self._texts["sentences"]["open"])

    @property
    def _years(self) -> int:
        return self._goal.years or 1

    def _table(self, heads: Iterable[str], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> PlanTable:
        return PlanTable(tuple(self._texts["heads"][head] for head in heads), tuple(rows), numbers)

    def _section(self, key: str, sentences: Iterable[str], table: PlanTable | None = None) -> PlanSection:
        return PlanSection(key, self._texts["sections"][key], self._typeset(sentences), table)

    def _typeset(self, sentences: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._each(sentences))

    def _each(self, sentences: Iterable[str]) -> Iterator[str]:
        return (self._one(sentence) for sentence in sentences if sentence)

    def _one(self, sentence: str) -> str:
        return typeset(str(sentence), self._language)
