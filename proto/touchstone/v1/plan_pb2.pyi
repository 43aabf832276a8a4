from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PlanGoalKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PLAN_GOAL_KIND_UNSPECIFIED: _ClassVar[PlanGoalKind]
    PLAN_GOAL_KIND_GRADE: _ClassVar[PlanGoalKind]
    PLAN_GOAL_KIND_EVERY_GRADE: _ClassVar[PlanGoalKind]
    PLAN_GOAL_KIND_HIGHEST: _ClassVar[PlanGoalKind]
    PLAN_GOAL_KIND_LOWEST: _ClassVar[PlanGoalKind]
    PLAN_GOAL_KIND_ALL_GATES: _ClassVar[PlanGoalKind]

class PlanKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PLAN_KIND_UNSPECIFIED: _ClassVar[PlanKind]
    PLAN_KIND_CHEAPEST: _ClassVar[PlanKind]
    PLAN_KIND_FASTEST: _ClassVar[PlanKind]
    PLAN_KIND_FEWEST: _ClassVar[PlanKind]
    PLAN_KIND_BEST_FIGURE: _ClassVar[PlanKind]

class ObstacleKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OBSTACLE_KIND_UNSPECIFIED: _ClassVar[ObstacleKind]
    OBSTACLE_KIND_GATE: _ClassVar[ObstacleKind]
    OBSTACLE_KIND_REQUIREMENT: _ClassVar[ObstacleKind]
    OBSTACLE_KIND_POINTS: _ClassVar[ObstacleKind]
    OBSTACLE_KIND_APPLICABILITY: _ClassVar[ObstacleKind]
    OBSTACLE_KIND_TOGETHER: _ClassVar[ObstacleKind]

class UnavailableReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNAVAILABLE_REASON_UNSPECIFIED: _ClassVar[UnavailableReason]
    UNAVAILABLE_REASON_TOO_LATE: _ClassVar[UnavailableReason]
    UNAVAILABLE_REASON_ENDED_PERIOD: _ClassVar[UnavailableReason]
    UNAVAILABLE_REASON_REQUIRES_UNAVAILABLE: _ClassVar[UnavailableReason]

class GroupGoalKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GROUP_GOAL_KIND_UNSPECIFIED: _ClassVar[GroupGoalKind]
    GROUP_GOAL_KIND_GRADES: _ClassVar[GroupGoalKind]
    GROUP_GOAL_KIND_HIGHEST: _ClassVar[GroupGoalKind]
    GROUP_GOAL_KIND_LOWEST: _ClassVar[GroupGoalKind]
PLAN_GOAL_KIND_UNSPECIFIED: PlanGoalKind
PLAN_GOAL_KIND_GRADE: PlanGoalKind
PLAN_GOAL_KIND_EVERY_GRADE: PlanGoalKind
PLAN_GOAL_KIND_HIGHEST: PlanGoalKind
PLAN_GOAL_KIND_LOWEST: PlanGoalKind
PLAN_GOAL_KIND_ALL_GATES: PlanGoalKind
PLAN_KIND_UNSPECIFIED: PlanKind
PLAN_KIND_CHEAPEST: PlanKind
PLAN_KIND_FASTEST: PlanKind
PLAN_KIND_FEWEST: PlanKind
PLAN_KIND_BEST_FIGURE: PlanKind
OBSTACLE_KIND_UNSPECIFIED: ObstacleKind
OBSTACLE_KIND_GATE: ObstacleKind
OBSTACLE_KIND_REQUIREMENT: ObstacleKind
OBSTACLE_KIND_POINTS: ObstacleKind
OBSTACLE_KIND_APPLICABILITY: ObstacleKind
OBSTACLE_KIND_TOGETHER: ObstacleKind
UNAVAILABLE_REASON_UNSPECIFIED: UnavailableReason
UNAVAILABLE_REASON_TOO_LATE: UnavailableReason
UNAVAILABLE_REASON_ENDED_PERIOD: UnavailableReason
UNAVAILABLE_REASON_REQUIRES_UNAVAILABLE: UnavailableReason
GROUP_GOAL_KIND_UNSPECIFIED: GroupGoalKind
GROUP_GOAL_KIND_GRADES: GroupGoalKind
GROUP_GOAL_KIND_HIGHEST: GroupGoalKind
GROUP_GOAL_KIND_LOWEST: GroupGoalKind

class CostRange(_message.Message):
    __slots__ = ("least", "most")
    LEAST_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    least: str
    most: str
    def __init__(self, least: _Optional[str] = ..., most: _Optional[str] = ...) -> None: ...

class LevelRange(_message.Message):
    __slots__ = ("least", "most", "step", "cost_once", "cost_per_year")
    LEAST_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    COST_ONCE_FIELD_NUMBER: _ClassVar[int]
    COST_PER_YEAR_FIELD_NUMBER: _ClassVar[int]
    least: str
    most: str
    step: str
    cost_once: CostRange
    cost_per_year: CostRange
    def __init__(self, least: _Optional[str] = ..., most: _Optional[str] = ..., step: _Optional[str] = ..., cost_once: _Optional[_Union[CostRange, _Mapping]] = ..., cost_per_year: _Optional[_Union[CostRange, _Mapping]] = ...) -> None: ...

class FactEffect(_message.Message):
    __slots__ = ("fact_id", "value", "amount", "share", "added", "document", "unit")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    SHARE_FIELD_NUMBER: _ClassVar[int]
    ADDED_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    value: _types_pb2.Value
    amount: str
    share: str
    added: _types_pb2.Value
    document: bool
    unit: str
    def __init__(self, fact_id: _Optional[str] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., amount: _Optional[str] = ..., share: _Optional[str] = ..., added: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., document: _Optional[bool] = ..., unit: _Optional[str] = ...) -> None: ...

class Measure(_message.Message):
    __slots__ = ("id", "name", "effects", "cost_once", "cost_per_year", "lead_days", "earliest_date", "requires", "excludes", "group", "range")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EFFECTS_FIELD_NUMBER: _ClassVar[int]
    COST_ONCE_FIELD_NUMBER: _ClassVar[int]
    COST_PER_YEAR_FIELD_NUMBER: _ClassVar[int]
    LEAD_DAYS_FIELD_NUMBER: _ClassVar[int]
    EARLIEST_DATE_FIELD_NUMBER: _ClassVar[int]
    REQUIRES_FIELD_NUMBER: _ClassVar[int]
    EXCLUDES_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    effects: _containers.RepeatedCompositeFieldContainer[FactEffect]
    cost_once: CostRange
    cost_per_year: CostRange
    lead_days: int
    earliest_date: str
    requires: _containers.RepeatedScalarFieldContainer[str]
    excludes: _containers.RepeatedScalarFieldContainer[str]
    group: str
    range: LevelRange
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., effects: _Optional[_Iterable[_Union[FactEffect, _Mapping]]] = ..., cost_once: _Optional[_Union[CostRange, _Mapping]] = ..., cost_per_year: _Optional[_Union[CostRange, _Mapping]] = ..., lead_days: _Optional[int] = ..., earliest_date: _Optional[str] = ..., requires: _Optional[_Iterable[str]] = ..., excludes: _Optional[_Iterable[str]] = ..., group: _Optional[str] = ..., range: _Optional[_Union[LevelRange, _Mapping]] = ...) -> None: ...

class MeasureList(_message.Message):
    __slots__ = ("currency", "measures")
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    currency: str
    measures: _containers.RepeatedCompositeFieldContainer[Measure]
    def __init__(self, currency: _Optional[str] = ..., measures: _Optional[_Iterable[_Union[Measure, _Mapping]]] = ...) -> None: ...

class PlanGoal(_message.Message):
    __slots__ = ("kind", "grade", "figure", "budget", "date", "years")
    KIND_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    FIGURE_FIELD_NUMBER: _ClassVar[int]
    BUDGET_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    YEARS_FIELD_NUMBER: _ClassVar[int]
    kind: PlanGoalKind
    grade: str
    figure: str
    budget: str
    date: str
    years: int
    def __init__(self, kind: _Optional[_Union[PlanGoalKind, str]] = ..., grade: _Optional[str] = ..., figure: _Optional[str] = ..., budget: _Optional[str] = ..., date: _Optional[str] = ..., years: _Optional[int] = ...) -> None: ...

class RequiredDocument(_message.Message):
    __slots__ = ("fact_id", "kinds")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    KINDS_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    kinds: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, fact_id: _Optional[str] = ..., kinds: _Optional[_Iterable[str]] = ...) -> None: ...

class ChosenMeasure(_message.Message):
    __slots__ = ("measure_id", "level", "start_date", "end_date", "cost_once", "cost_per_year", "documents")
    MEASURE_ID_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    START_DATE_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    COST_ONCE_FIELD_NUMBER: _ClassVar[int]
    COST_PER_YEAR_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    measure_id: str
    level: str
    start_date: str
    end_date: str
    cost_once: CostRange
    cost_per_year: CostRange
    documents: _containers.RepeatedCompositeFieldContainer[RequiredDocument]
    def __init__(self, measure_id: _Optional[str] = ..., level: _Optional[str] = ..., start_date: _Optional[str] = ..., end_date: _Optional[str] = ..., cost_once: _Optional[_Union[CostRange, _Mapping]] = ..., cost_per_year: _Optional[_Union[CostRange, _Mapping]] = ..., documents: _Optional[_Iterable[_Union[RequiredDocument, _Mapping]]] = ...) -> None: ...

class MovedCriterion(_message.Message):
    __slots__ = ("criterion_id", "outcome_before", "outcome_after", "points_before", "points_after")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_BEFORE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_AFTER_FIELD_NUMBER: _ClassVar[int]
    POINTS_BEFORE_FIELD_NUMBER: _ClassVar[int]
    POINTS_AFTER_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    outcome_before: str
    outcome_after: str
    points_before: str
    points_after: str
    def __init__(self, criterion_id: _Optional[str] = ..., outcome_before: _Optional[str] = ..., outcome_after: _Optional[str] = ..., points_before: _Optional[str] = ..., points_after: _Optional[str] = ...) -> None: ...

class ImprovementPlan(_message.Message):
    __slots__ = ("kind", "goal_grade", "measures", "end_date", "cost_once", "cost_per_year", "cost", "bound", "is_proved", "grade", "total_before", "total_after", "figure_before", "figure_after", "moved", "assumed_facts", "unknown_facts", "verify_again", "end_state", "price")
    KIND_FIELD_NUMBER: _ClassVar[int]
    GOAL_GRADE_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    END_DATE_FIELD_NUMBER: _ClassVar[int]
    COST_ONCE_FIELD_NUMBER: _ClassVar[int]
    COST_PER_YEAR_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    IS_PROVED_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_BEFORE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_AFTER_FIELD_NUMBER: _ClassVar[int]
    FIGURE_BEFORE_FIELD_NUMBER: _ClassVar[int]
    FIGURE_AFTER_FIELD_NUMBER: _ClassVar[int]
    MOVED_FIELD_NUMBER: _ClassVar[int]
    ASSUMED_FACTS_FIELD_NUMBER: _ClassVar[int]
    UNKNOWN_FACTS_FIELD_NUMBER: _ClassVar[int]
    VERIFY_AGAIN_FIELD_NUMBER: _ClassVar[int]
    END_STATE_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    kind: PlanKind
    goal_grade: str
    measures: _containers.RepeatedCompositeFieldContainer[ChosenMeasure]
    end_date: str
    cost_once: CostRange
    cost_per_year: CostRange
    cost: str
    bound: str
    is_proved: bool
    grade: str
    total_before: str
    total_after: str
    figure_before: str
    figure_after: str
    moved: _containers.RepeatedCompositeFieldContainer[MovedCriterion]
    assumed_facts: _containers.RepeatedScalarFieldContainer[str]
    unknown_facts: _containers.RepeatedScalarFieldContainer[str]
    verify_again: _containers.RepeatedScalarFieldContainer[str]
    end_state: _evaluation_service_pb2.EvaluateSubjectRequest
    price: str
    def __init__(self, kind: _Optional[_Union[PlanKind, str]] = ..., goal_grade: _Optional[str] = ..., measures: _Optional[_Iterable[_Union[ChosenMeasure, _Mapping]]] = ..., end_date: _Optional[str] = ..., cost_once: _Optional[_Union[CostRange, _Mapping]] = ..., cost_per_year: _Optional[_Union[CostRange, _Mapping]] = ..., cost: _Optional[str] = ..., bound: _Optional[str] = ..., is_proved: _Optional[bool] = ..., grade: _Optional[str] = ..., total_before: _Optional[str] = ..., total_after: _Optional[str] = ..., figure_before: _Optional[str] = ..., figure_after: _Optional[str] = ..., moved: _Optional[_Iterable[_Union[MovedCriterion, _Mapping]]] = ..., assumed_facts: _Optional[_Iterable[str]] = ..., unknown_facts: _Optional[_Iterable[str]] = ..., verify_again: _Optional[_Iterable[str]] = ..., end_state: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., price: _Optional[str] = ...) -> None: ...

class Obstacle(_message.Message):
    __slots__ = ("kind", "criterion_id", "required", "reachable")
    KIND_FIELD_NUMBER: _ClassVar[int]
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    REACHABLE_FIELD_NUMBER: _ClassVar[int]
    kind: ObstacleKind
    criterion_id: str
    required: str
    reachable: str
    def __init__(self, kind: _Optional[_Union[ObstacleKind, str]] = ..., criterion_id: _Optional[str] = ..., required: _Optional[str] = ..., reachable: _Optional[str] = ...) -> None: ...

class ExcludedGrade(_message.Message):
    __slots__ = ("grade", "is_proved", "obstacles")
    GRADE_FIELD_NUMBER: _ClassVar[int]
    IS_PROVED_FIELD_NUMBER: _ClassVar[int]
    OBSTACLES_FIELD_NUMBER: _ClassVar[int]
    grade: str
    is_proved: bool
    obstacles: _containers.RepeatedCompositeFieldContainer[Obstacle]
    def __init__(self, grade: _Optional[str] = ..., is_proved: _Optional[bool] = ..., obstacles: _Optional[_Iterable[_Union[Obstacle, _Mapping]]] = ...) -> None: ...

class UnavailableMeasure(_message.Message):
    __slots__ = ("measure_id", "reason", "detail")
    MEASURE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    measure_id: str
    reason: UnavailableReason
    detail: str
    def __init__(self, measure_id: _Optional[str] = ..., reason: _Optional[_Union[UnavailableReason, str]] = ..., detail: _Optional[str] = ...) -> None: ...

class SearchEffort(_message.Message):
    __slots__ = ("evaluations", "rounds", "cuts", "scale")
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    CUTS_FIELD_NUMBER: _ClassVar[int]
    SCALE_FIELD_NUMBER: _ClassVar[int]
    evaluations: int
    rounds: int
    cuts: int
    scale: str
    def __init__(self, evaluations: _Optional[int] = ..., rounds: _Optional[int] = ..., cuts: _Optional[int] = ..., scale: _Optional[str] = ...) -> None: ...

class PlanResult(_message.Message):
    __slots__ = ("grade_now", "plans", "excluded", "unavailable", "effort", "scorecard_version", "today")
    GRADE_NOW_FIELD_NUMBER: _ClassVar[int]
    PLANS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_FIELD_NUMBER: _ClassVar[int]
    UNAVAILABLE_FIELD_NUMBER: _ClassVar[int]
    EFFORT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    TODAY_FIELD_NUMBER: _ClassVar[int]
    grade_now: str
    plans: _containers.RepeatedCompositeFieldContainer[ImprovementPlan]
    excluded: _containers.RepeatedCompositeFieldContainer[ExcludedGrade]
    unavailable: _containers.RepeatedCompositeFieldContainer[UnavailableMeasure]
    effort: SearchEffort
    scorecard_version: str
    today: str
    def __init__(self, grade_now: _Optional[str] = ..., plans: _Optional[_Iterable[_Union[ImprovementPlan, _Mapping]]] = ..., excluded: _Optional[_Iterable[_Union[ExcludedGrade, _Mapping]]] = ..., unavailable: _Optional[_Iterable[_Union[UnavailableMeasure, _Mapping]]] = ..., effort: _Optional[_Union[SearchEffort, _Mapping]] = ..., scorecard_version: _Optional[str] = ..., today: _Optional[str] = ...) -> None: ...

class PlanProgress(_message.Message):
    __slots__ = ("kind", "goal_grade", "rounds", "best", "bound")
    KIND_FIELD_NUMBER: _ClassVar[int]
    GOAL_GRADE_FIELD_NUMBER: _ClassVar[int]
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    BEST_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    kind: PlanKind
    goal_grade: str
    rounds: int
    best: str
    bound: str
    def __init__(self, kind: _Optional[_Union[PlanKind, str]] = ..., goal_grade: _Optional[str] = ..., rounds: _Optional[int] = ..., best: _Optional[str] = ..., bound: _Optional[str] = ...) -> None: ...

class GradeWorth(_message.Message):
    __slots__ = ("grade", "worth")
    GRADE_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    grade: str
    worth: str
    def __init__(self, grade: _Optional[str] = ..., worth: _Optional[str] = ...) -> None: ...

class GroupGoal(_message.Message):
    __slots__ = ("kind", "figure", "worths", "budget", "date", "years")
    KIND_FIELD_NUMBER: _ClassVar[int]
    FIGURE_FIELD_NUMBER: _ClassVar[int]
    WORTHS_FIELD_NUMBER: _ClassVar[int]
    BUDGET_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    YEARS_FIELD_NUMBER: _ClassVar[int]
    kind: GroupGoalKind
    figure: str
    worths: _containers.RepeatedCompositeFieldContainer[GradeWorth]
    budget: str
    date: str
    years: int
    def __init__(self, kind: _Optional[_Union[GroupGoalKind, str]] = ..., figure: _Optional[str] = ..., worths: _Optional[_Iterable[_Union[GradeWorth, _Mapping]]] = ..., budget: _Optional[str] = ..., date: _Optional[str] = ..., years: _Optional[int] = ...) -> None: ...

class PlannedMember(_message.Message):
    __slots__ = ("member_id", "plan", "cost", "worth_before", "worth", "is_proved")
    MEMBER_ID_FIELD_NUMBER: _ClassVar[int]
    PLAN_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    WORTH_BEFORE_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    IS_PROVED_FIELD_NUMBER: _ClassVar[int]
    member_id: str
    plan: ImprovementPlan
    cost: str
    worth_before: str
    worth: str
    is_proved: bool
    def __init__(self, member_id: _Optional[str] = ..., plan: _Optional[_Union[ImprovementPlan, _Mapping]] = ..., cost: _Optional[str] = ..., worth_before: _Optional[str] = ..., worth: _Optional[str] = ..., is_proved: _Optional[bool] = ...) -> None: ...

class FailedMember(_message.Message):
    __slots__ = ("member_id", "error")
    MEMBER_ID_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    member_id: str
    error: _types_pb2.ItemError
    def __init__(self, member_id: _Optional[str] = ..., error: _Optional[_Union[_types_pb2.ItemError, _Mapping]] = ...) -> None: ...

class GroupResult(_message.Message):
    __slots__ = ("members", "failed", "cost", "worth_before", "worth", "bound", "gap", "is_proved", "price", "money_scale", "worth_scale", "searches")
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    WORTH_BEFORE_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    GAP_FIELD_NUMBER: _ClassVar[int]
    IS_PROVED_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    MONEY_SCALE_FIELD_NUMBER: _ClassVar[int]
    WORTH_SCALE_FIELD_NUMBER: _ClassVar[int]
    SEARCHES_FIELD_NUMBER: _ClassVar[int]
    members: _containers.RepeatedCompositeFieldContainer[PlannedMember]
    failed: _containers.RepeatedCompositeFieldContainer[FailedMember]
    cost: str
    worth_before: str
    worth: str
    bound: str
    gap: str
    is_proved: bool
    price: str
    money_scale: str
    worth_scale: str
    searches: int
    def __init__(self, members: _Optional[_Iterable[_Union[PlannedMember, _Mapping]]] = ..., failed: _Optional[_Iterable[_Union[FailedMember, _Mapping]]] = ..., cost: _Optional[str] = ..., worth_before: _Optional[str] = ..., worth: _Optional[str] = ..., bound: _Optional[str] = ..., gap: _Optional[str] = ..., is_proved: _Optional[bool] = ..., price: _Optional[str] = ..., money_scale: _Optional[str] = ..., worth_scale: _Optional[str] = ..., searches: _Optional[int] = ...) -> None: ...

class GroupProgress(_message.Message):
    __slots__ = ("members", "finished", "failed", "searches", "worth", "bound", "gap")
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    FINISHED_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    SEARCHES_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    GAP_FIELD_NUMBER: _ClassVar[int]
    members: int
    finished: int
    failed: int
    searches: int
    worth: str
    bound: str
    gap: str
    def __init__(self, members: _Optional[int] = ..., finished: _Optional[int] = ..., failed: _Optional[int] = ..., searches: _Optional[int] = ..., worth: _Optional[str] = ..., bound: _Optional[str] = ..., gap: _Optional[str] = ...) -> None: ...
