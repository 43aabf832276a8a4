"""Messages of measures, goals and plans, and their models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts import DeclaredFact, InputError, Violation, attempt, did_you_mean, message_factory
from rules.planning import (
    MAXIMUM_MEASURES,
    ChosenMeasure,
    CostRange,
    ExcludedGrade,
    FactEffect,
    ImprovementPlan,
    LevelRange,
    Measure,
    MeasureList,
    MovedCriterion,
    Obstacle,
    PlanGoal,
    PlanProgress,
    PlanResult,
    RequiredDocument,
    SearchEffort,
    UnavailableMeasure,
    currencies,
)
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, Path, Report, UnmappedField, path_text
from service.output.mapping.requests import INPUTS, read_date, write_request
from touchstone.v1 import evaluation_service_pb2, plan_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import Subject

_message = message_factory(__name__)

MAXIMUM_EFFECTS = 50
CURRENCY = "CNY"
"""Currency of proposed measures, unless the caller chooses another one."""
_SERVED = UnmappedField("the service knows it")


def _read_document(message: plan_pb2.FactEffect, path: Path, report: Report) -> bool:
    if not message.document:
        report(Violation(path_text((path, ".document")), _message("DOCUMENT_FALSE"), "WRONG_VALUE"))
    return True


PLANS = Mapper(
    MessageMapping(plan_pb2.CostRange, CostRange),
    MessageMapping(plan_pb2.LevelRange, LevelRange),
    MessageMapping(plan_pb2.FactEffect, FactEffect, {"document": ConvertedField(of="document", read=_read_document)}),
    MessageMapping(plan_pb2.Measure, Measure),
    MessageMapping(plan_pb2.MeasureList, MeasureList),
    MessageMapping(plan_pb2.PlanGoal, PlanGoal),
    MessageMapping(plan_pb2.RequiredDocument, RequiredDocument),
    MessageMapping(plan_pb2.ChosenMeasure, ChosenMeasure),
    MessageMapping(plan_pb2.MovedCriterion, MovedCriterion),
    MessageMapping(plan_pb2.ImprovementPlan, ImprovementPlan, {"end_state": _SERVED}, frozenset({"end_state"})),
    MessageMapping(plan_pb2.Obstacle, Obstacle),
    MessageMapping(plan_pb2.ExcludedGrade, ExcludedGrade),
    MessageMapping(plan_pb2.UnavailableMeasure, UnavailableMeasure),
    MessageMapping(plan_pb2.SearchEffort, SearchEffort),
    MessageMapping(plan_pb2.PlanResult, PlanResult, {"scorecard_version": _SERVED, "today": _SERVED}),
    MessageMapping(plan_pb2.PlanProgress, PlanProgress),
    base=INPUTS,
)


def check_goal(goal: plan_pb2.PlanGoal, violations: list[Violation]) -> None:
    """Report a goal that cannot be read."""
    if goal.kind not in plan_pb2.PlanGoalKind.values()[1:]:
        known = plan_pb2.PlanGoalKind.keys()[1:]
        violations.append(Violation("goal.kind", _message("GOAL_KIND", known=known), "REQUIRED"))
    attempt(violations, read_date, goal.date, "goal.date")


def check_currency(currency: str, violations: list[Violation], field: str = "currency") -> None:
    """Report an unknown currency."""
    if currency not in currencies():
        text = _message("NO_CURRENCY", found=currency[:40], hint=did_you_mean(currency[:10].upper(), currencies()))
        violations.append(Violation(field, text, "UNKNOWN_CURRENCY"))


def check_size(measures: plan_pb2.MeasureList, violations: list[Violation], *, most: int = MAXIMUM_MEASURES) -> None:
    """Report a list that is too long to be read."""
    count = len(measures.measures)
    if count > most:
        violations.append(Violation("measures.measures", _message("MEASURES", count=count, most=most), "TOO_MANY"))
        return
    for position, measure in enumerate(measures.measures):
        if len(measure.effects) > MAXIMUM_EFFECTS:
            text = _message("EFFECTS", count=len(measure.effects), most=MAXIMUM_EFFECTS)
            violations.append(Violation(f"measures.measures[{position}].effects", text, "TOO_MANY"))
        for name in ("requires", "excludes"):
            if (named := len(getattr(measure, name))) > MAXIMUM_MEASURES:
                text = _message("MEASURES", count=named, most=MAXIMUM_MEASURES)
                violations.append(Violation(f"measures.measures[{position}].{name}", text, "TOO_MANY"))


def read_measure_list(message: plan_pb2.MeasureList, violations: list[Violation]) -> MeasureList:
    """Read a list of measures; append violations."""
    complete = plan_pb2.MeasureList()
    complete.CopyFrom(message)
    for cost in _costs(complete.measures):
        cost.most = cost.most or cost.least
    return PLANS.read(MeasureList, complete, "measures", violations.append)


def _costs(measures: Sequence[plan_pb2.Measure]) -> Iterator[plan_pb2.CostRange]:
    for measure in measures:
        for owner in (measure, measure.range) if measure.HasField("range") else (measure,):
            for name in ("cost_once", "cost_per_year"):
                if owner.HasField(name):
                    yield getattr(owner, name)


def write_measure_list(measures: MeasureList) -> plan_pb2.MeasureList:
    """Return the message of a list of measures."""
    return PLANS.write(plan_pb2.MeasureList, measures)


def write_progress(progress: PlanProgress) -> plan_pb2.PlanProgress:
    """Return the message of the state of a search."""
    return PLANS.write(plan_pb2.PlanProgress, progress)


def write_result(result: PlanResult, *, scorecard: str, version: str, today: str) -> plan_pb2.PlanResult:
    """Return the message of a result; end states can be evaluated under `scorecard`."""
    message = PLANS.write(plan_pb2.PlanResult, result)
    message.scorecard_version, message.today = version, today
    for plan, written in zip(result.plans, message.plans, strict=True):
        written.end_state.CopyFrom(write_end_state(plan.end_state, scorecard))
    return message


def declared_facts(subject: Subject) -> tuple[DeclaredFact, ...]:
    """Return the facts without the values that the service finds in earlier evaluations."""
    declared = (fact.model_copy(update={"previous": None}) for fact in subject.facts)
    return tuple(fact for fact in declared if fact != DeclaredFact(id=fact.id))


def write_end_state(subject: Subject, scorecard: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Return a request for an evaluation that is not stored, without the facts that the service finds itself."""
    stated = subject.model_copy(update={"facts": declared_facts(subject), "known": ""})
    request = write_request(stated, scorecard=scorecard, request_id="")
    request.validate_only = True
    return request


_EFFECT_FACT = re.compile(r"(effects\[\d+\])\.fact\b")
_LIST_FIELDS = ("measures[", "currency")
_OWN_FIELDS = ("measures", "goal", "today", "installation")


def request_error(error: InputError, *, baseline: str = "") -> InputError:
    """Return the violations of a search with the field names of the API; those of the subject are in `baseline`."""
    return InputError(
        tuple(
            Violation(_request_field(item.field, baseline), item.description, item.reason) for item in error.violations
        )
    )


def _request_field(field: str, baseline: str) -> str:
    if field.startswith("measures.measures"):
        return field
    if field.startswith(_LIST_FIELDS) or field == "measures":
        return _EFFECT_FACT.sub(r"\1.fact_id", f"measures.{field}")
    if field.partition(".")[0] in _OWN_FIELDS or not baseline:
        return field
    return f"{baseline}.{field}"
