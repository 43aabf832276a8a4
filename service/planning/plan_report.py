"""Report of improvement plans: headed sections with sentences and tables in one language, for pages and files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rules.contracts import join_sentences, parse_exact, read_toml, typeset
from service.output.mapping.mapper import word_of
from service.planning.measure_texts import MeasureTexts, words
from service.planning.plan_texts import PlanTable, PlanTexts
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.model import Scorecard
    from service.planning.plan_texts import PlanDocument, PlanView


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Section with a heading of level 2 or 3; `plan` is the index of the plan that begins here."""

    id: str
    title: str
    level: int = 2
    sentences: Sequence[str] = ()
    table: PlanTable | None = None
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class PlanReport:
    """All sections of a report."""

    title: str
    language: str
    sections: Sequence[ReportSection]


def plan_report(
    result: plan_pb2.PlanResult,
    measures: plan_pb2.MeasureList,
    goal: plan_pb2.PlanGoal,
    card: Scorecard,
    language: str,
) -> PlanReport:
    """Return the report of a result."""
    return _ReportWriter(result, measures, goal, card, language).report()


def comparisons(
    result: plan_pb2.PlanResult,
    measures: plan_pb2.MeasureList,
    goal: plan_pb2.PlanGoal,
    card: Scorecard,
    language: str,
) -> list[ReportSection]:
    """Return only the tables that compare plans: the cost by grade, and the alternatives of each goal."""
    return list(_ReportWriter(result, measures, goal, card, language).comparisons())


def considered_measures(measures: plan_pb2.MeasureList, card: Scorecard, language: str) -> ReportSection:
    """Return only the table of all measures."""
    return _ReportWriter(plan_pb2.PlanResult(), measures, plan_pb2.PlanGoal(), card, language).considered()


class _ReportWriter:
    def __init__(
        self,
        result: plan_pb2.PlanResult,
        measures: plan_pb2.MeasureList,
        goal: plan_pb2.PlanGoal,
        card: Scorecard,
        language: str,
    ) -> None:
        self._result, self._measures, self._goal = result, measures, goal
        self._card, self._language, self._words = card, language, words(language)
        self._texts = PlanTexts(card, measures, goal, language)
        self._of_measures = MeasureTexts(card, measures, language)

    def report(self) -> PlanReport:
        document = self._texts.document(self._result)
        title = f"{self._words['title']} – {self._card_title}"
        return PlanReport(typeset(title, self._language), self._language, list(self._sections(document)))

    @property
    def _card_title(self) -> str:
        titles = self._card.card.titles
        return titles.get(self._language) or self._card.card.id

    def _text(self, key: str, **slots: object) -> str:
        return typeset(str(self._words[key].format(**slots)), self._language)

    def _sections(self, document: PlanDocument) -> Iterator[ReportSection]:
        yield self._summary(document)
        if self._goal.kind == plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE:
            yield self._curve()
        views = list(zip(self._result.plans, document.plans, strict=True))
        for _, group in groupby(enumerate(views), lambda item: item[1][0].goal_grade):
            same_goal = list(group)
            if len(same_goal) > 1:
                yield self._alternatives([plan for _, (plan, _) in same_goal])
            for position, (index, (plan, view)) in enumerate(same_goal):
                yield from self._plan(index, plan, view, [each for _, each in same_goal[:position]])
        for section in document.sections[:-1]:
            yield ReportSection(section.key, section.title, 2, section.sentences, section.table)
        yield self.considered()
        effort = document.sections[-1]
        yield ReportSection(effort.key, effort.title, 2, effort.sentences, effort.table)

    def comparisons(self) -> Iterator[ReportSection]:
        if self._goal.kind == plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE and self._result.plans:
            yield self._curve()
        for _, group in groupby(self._result.plans, lambda plan: plan.goal_grade):
            if len(plans := list(group)) > 1:
                yield self._alternatives(plans)

    def _summary(self, document: PlanDocument) -> ReportSection:
        headlines = [
            self._headline(plan, view)
            for plan, view in zip(self._result.plans, document.plans, strict=True)
            if plan.kind in (plan_pb2.PLAN_KIND_CHEAPEST, plan_pb2.PLAN_KIND_BEST_FIGURE)
        ]
        headlines += map(self._texts.exclusion, self._result.excluded)
        basis = self._text("basis", card=self._card_title, version=self._card.card.version)
        sentences = [*headlines, *document.sentences, basis, self._text("computed")]
        return ReportSection("result", _section_title("result", self._language), 2, sentences)

    def _headline(self, plan: plan_pb2.ImprovementPlan, view: PlanView) -> str:
        if not plan.measures:
            result = self._text("nothing_needed")
        else:
            slots = {"cost": self._texts.amount(plan.cost), "date": plan.end_date, "count": len(plan.measures)}
            result = self._text("costs", **slots)
        if plan.figure_after and not plan.goal_grade:
            result = f"{self._texts.figure(plan.figure_after)}; {result}"
        headline = self._text("headline", title=view.title, result=result, verdict=view.verdict)
        return join_sentences(filter(None, (headline, self._texts.condition(plan))))

    def _curve(self) -> ReportSection:
        rows = [
            (
                self._texts.grade(plan.goal_grade), self._texts.amount(plan.cost), plan.end_date,
                str(len(plan.measures)), self._texts.verdict(plan),
            )
            for plan in self._result.plans
        ]  # fmt: skip
        rows += [
            (
                self._texts.grade(excluded.grade), self._text("not_reachable" if excluded.is_proved else "not_found"),
                "–", "–", " ".join(map(self._texts.obstacle, excluded.obstacles)),
            )
            for excluded in self._result.excluded
        ]  # fmt: skip
        table = self._table(("grade", "cost", "ends", "count", "proof"), rows, (1, 3))
        return ReportSection("curve", self._text("curve"), 2, [self._text("curve_help")], table)

    def _alternatives(self, plans: Sequence[plan_pb2.ImprovementPlan]) -> ReportSection:
        chosen = [{measure.measure_id for measure in plan.measures} for plan in plans]
        shared = set.intersection(*chosen)
        only_here = [self._words["separator"].join(self._names(plan, shared)) or "–" for plan in plans]
        texts = self._texts
        rows: list[tuple[str, ...]] = [
            (self._text("highest"), *(texts.amount(plan.cost) for plan in plans)),
            (self._text("once"), *(texts.cost(plan.cost_once) for plan in plans)),
            (self._text("per_year"), *(texts.cost(plan.cost_per_year) for plan in plans)),
            (self._text("ends"), *(plan.end_date for plan in plans)),
            (self._text("count"), *(str(len(plan.measures)) for plan in plans)),
            (self._text("points"), *(texts.points(plan.total_after) for plan in plans)),
            (self._text("proof"), *map(texts.verdict, plans)),
            (self._text("only_here"), *only_here),
        ]
        heads = (self._text("property"), *(self._words["kinds"][word_of(plan_pb2.PlanKind, p.kind)] for p in plans))
        table = PlanTable(heads, tuple(rows))
        title = self._text("alternatives")
        if plans[0].goal_grade:
            title = typeset(f"{title} – {texts.grade(plans[0].goal_grade)}", self._language)
        return ReportSection("alternatives", title, 2, [self._text("alternatives_help")], table)

    def _names(self, plan: plan_pb2.ImprovementPlan, shared: set[str]) -> Iterator[str]:
        return (self._texts.measure(each.measure_id) for each in plan.measures if each.measure_id not in shared)

    def _plan(
        self,
        index: int,
        plan: plan_pb2.ImprovementPlan,
        view: PlanView,
        earlier: Iterable[tuple[plan_pb2.ImprovementPlan, PlanView]],
    ) -> Iterator[ReportSection]:
        id = f"plan-{index + 1}"
        sentences = [*filter(None, (view.condition,)), view.verdict]
        same = next((title.title for other, title in earlier if _choices(other) == _choices(plan)), "")
        if same and plan.measures:
            sentences.append(self._text("same", plan=same))
            yield ReportSection(id, view.title, 2, sentences)
            return
        if any(_is_range(cost) for cost in (plan.cost_once, plan.cost_per_year)):
            sentences.append(self._text("ranges"))
        yield ReportSection(id, view.title, 2, sentences, plan=index)
        for section in view.sections:
            yield ReportSection(f"{id}-{section.key}", section.title, 3, section.sentences, section.table)

    def considered(self) -> ReportSection:
        rows = [
            (
                measure.name or measure.id, self._of_measures.changes(measure), self._texts.cost(measure.cost_once),
                self._texts.cost(measure.cost_per_year), self._text("days", count=measure.lead_days),
                measure.earliest_date or "–", self._of_measures.conditions(measure) or "–",
            )
            for measure in self._measures.measures
        ]  # fmt: skip
        heads = ("measure", "change", "once", "per_year", "lead", "earliest", "conditions")
        return ReportSection("considered", self._text("considered"), 2, (), self._table(heads, rows, (2, 3, 4)))

    def _table(self, heads: Iterable[str], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> PlanTable:
        return PlanTable(tuple(self._text(head) for head in heads), tuple(rows), numbers)


def _section_title(key: str, language: str) -> str:
    titles: dict[str, str] = read_toml("service.planning", "plan_texts.toml")[language]["sections"]
    return titles[key]


def _choices(plan: plan_pb2.ImprovementPlan) -> list[tuple[str, str]]:
    return [(chosen.measure_id, chosen.level) for chosen in plan.measures]


def _is_range(cost: plan_pb2.CostRange) -> bool:
    return bool(cost.most) and parse_exact(cost.least or "0") != parse_exact(cost.most)
