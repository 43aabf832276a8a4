"""A small search for plans that needs no solver, and requests for it.

The plan takes every measure and sets its values. The measure `endless` searches until nothing waits for it; `wrong` is
refused like a wrong fact.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from rules.contracts import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, InputError, Violation
from rules.planning import (
    ChosenMeasure,
    CostRange,
    ExcludedGrade,
    FactEffect,
    GoalKind,
    ImprovementPlan,
    Measure,
    MeasureList,
    Obstacle,
    ObstacleKind,
    PlanKind,
    PlanProgress,
    PlanRequest,
    PlanResult,
    RequiredDocument,
    SearchEffort,
)
from tests.support.calling import request_for
from tests.support.small_card import small_subject
from touchstone.v1 import plan_pb2, plan_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.contracts import Subject
    from rules.engine import InferenceEngine, ShouldStop

TODAY, GOAL_DATE = "2026-11-30", "2027-11-30"


class FakePlanning:
    """A search without a solver."""

    def search(
        self,
        engine: InferenceEngine,
        request: PlanRequest,
        solver: Any,  # noqa: ARG002 -- none is needed
        on_progress: Callable[[PlanProgress], None] | None = None,
    ) -> PlanResult:
        report = on_progress or (lambda _: None)
        rounds, grade = 1, request.goal.grade
        ids = [measure.id for measure in request.measures.measures]
        if "wrong" in ids:
            place = f"measures[{ids.index('wrong')}].effects[0].fact"
            raise InputError(
                (
                    Violation(place, "no such fact", "UNKNOWN_FACT"),
                    Violation("facts[status].value", "no such choice", "WRONG_VALUE"),
                )
            )
        report(PlanProgress(kind=PlanKind.CHEAPEST, goal_grade=grade, rounds=rounds, best="900", bound="100"))
        while "endless" in ids:
            engine.cancellation.go_on()
            rounds += 1
            report(PlanProgress(kind=PlanKind.CHEAPEST, goal_grade=grade, rounds=rounds))
            time.sleep(0.02)
        excluded = ExcludedGrade(
            grade="gold", is_proved=True, obstacles=(Obstacle(kind=ObstacleKind.GATE, criterion="G1"),)
        )
        effort = SearchEffort(evaluations=2, rounds=rounds, cuts=0, scale="100")
        if request.goal.kind is GoalKind.EVERY_GRADE:
            return PlanResult(grade_now="silver", excluded=(excluded,), effort=effort)
        return PlanResult(grade_now="silver", plans=(_plan(request),), effort=effort)

    def solver(self, seconds: float, should_stop: ShouldStop) -> Any:
        return seconds, should_stop

    def propose(  # the same measure for each subject
        self,
        engine: InferenceEngine,  # noqa: ARG002 -- nothing is computed
        subject: Subject,  # noqa: ARG002
        *,
        currency: str,
        language: str,
    ) -> MeasureList:
        share = FactEffect(fact="renewable_share", value=DeclaredValue(number="80", unit="%"))
        name = {"en": "More renewable energy", "zh": "更多可再生能源"}[language]
        return MeasureList(currency=currency, measures=(Measure(id="renewable-share", name=name, effects=(share,)),))


def _plan(request: PlanRequest) -> ImprovementPlan:
    replaced = {
        effect.fact: effect.value
        for measure in request.measures.measures
        for effect in measure.effects
        if effect.value is not None
    }
    planned = EvidenceItem(
        id="planned", kind="meter-reading", issuer="planned", digest="0" * 64, issue_date=request.goal.date,
        assurance=Assurance.LIMITED,
    )  # fmt: skip
    facts = tuple(
        DeclaredFact(id=id, value=value.model_copy(update={"evidence": ("planned",)})) for id, value in replaced.items()
    )
    kept = tuple(fact for fact in request.subject.facts if fact.id not in replaced)
    end_state = request.subject.model_copy(
        update={
            "as_of": request.goal.date,
            "facts": (*kept, *facts),
            "evidence": (*request.subject.evidence, planned),
        }
    )
    chosen = tuple(
        ChosenMeasure(
            measure=measure.id, start_date=request.today, end_date=request.goal.date, cost_once=measure.cost_once,
            cost_per_year=measure.cost_per_year,
            documents=(RequiredDocument(fact=measure.effects[0].fact, kinds=("meter-reading",)),),
        )
        for measure in request.measures.measures
    )  # fmt: skip
    cost = request.measures.measures[0].cost_once
    return ImprovementPlan(
        kind=PlanKind.CHEAPEST,
        goal_grade=request.goal.grade,
        measures=chosen,
        end_date=request.goal.date,
        cost_once=cost,
        cost_per_year=CostRange(),
        cost=cost.most,
        bound=cost.most,
        is_proved=True,
        grade=request.goal.grade,
        total_before="70",
        total_after="100",
        end_state=end_state,
    )


def measure(id: str = "solar", **fields: Any) -> plan_pb2.Measure:
    """Return a measure that raises the renewable share."""
    effect = {"fact_id": "renewable_share", "value": {"number": "85", "unit": "%"}}
    named = {"name": "Solar roof", "effects": [effect], "cost_once": {"least": "900"}, **fields}
    return plan_pb2.Measure(id=id, **named)


def measures(*listed: plan_pb2.Measure) -> plan_pb2.MeasureList:
    """Return a list of measures; one by default."""
    return plan_pb2.MeasureList(currency="CNY", measures=listed or (measure(),))


def goal(**fields: Any) -> plan_pb2.PlanGoal:
    """Return the goal gold."""
    return plan_pb2.PlanGoal(**{"kind": "PLAN_GOAL_KIND_GRADE", "grade": "gold", "date": GOAL_DATE, **fields})


def poor_subject() -> Subject:
    """Return a subject of the small card that is graded silver."""
    return small_subject(renewable_share=DeclaredValue(number="45", unit="%", evidence=("meter",)))


def plan_request(*listed: plan_pb2.Measure, **fields: Any) -> plan_service_pb2.PlanImprovementRequest:
    """Return a valid request for a plan of a subject that is not stored."""
    named = {"measures": measures(*listed), "goal": goal(), "today": TODAY, **fields}
    if "evaluation" not in named and "request" not in named:
        named["request"] = request_for(poor_subject(), request_id="")
        named["request"].ClearField("request_id")
    return plan_service_pb2.PlanImprovementRequest(**named)
