from .amounts import currencies as currencies, exact_amount as exact_amount, exact_cost as exact_cost
from .assumed_evidence import assume_evidence as assume_evidence
from .catalogue import propose_measures as propose_measures
from .group import (
    MAXIMUM_MEMBERS as MAXIMUM_MEMBERS,
    FailedMember as FailedMember,
    GradeWorth as GradeWorth,
    GroupGoal as GroupGoal,
    GroupGoalKind as GroupGoalKind,
    GroupMember as GroupMember,
    GroupProgress as GroupProgress,
    GroupRequest as GroupRequest,
    GroupResult as GroupResult,
    MemberSearch as MemberSearch,
    PlannedMember as PlannedMember,
    plan_request as plan_request,
)
from .group_budget import Combination as Combination, combine as combine
from .group_search import GroupSearch as GroupSearch, plan_group as plan_group
from .improvement import plan_improvement as plan_improvement
from .integer_program import (
    MAXIMUM as MAXIMUM,
    IntegerProgram as IntegerProgram,
    LinearConstraint as LinearConstraint,
    ProductConstraint as ProductConstraint,
    Solution as Solution,
    SolutionStatus as SolutionStatus,
    Solver as Solver,
)
from .measure_checks import (
    MAXIMUM_MEASURES as MAXIMUM_MEASURES,
    check_measures as check_measures,
    check_request as check_request,
)
from .measures import (
    CostRange as CostRange,
    FactEffect as FactEffect,
    GoalKind as GoalKind,
    LevelRange as LevelRange,
    Measure as Measure,
    MeasureList as MeasureList,
    PlanGoal as PlanGoal,
    PlanRequest as PlanRequest,
)
from .member_curves import CostedWorth as CostedWorth, MemberCurve as MemberCurve, PriceLimit as PriceLimit
from .plans import (
    ChosenMeasure as ChosenMeasure,
    ExcludedGrade as ExcludedGrade,
    ImprovementPlan as ImprovementPlan,
    MovedCriterion as MovedCriterion,
    Obstacle as Obstacle,
    ObstacleKind as ObstacleKind,
    PlanKind as PlanKind,
    PlanProgress as PlanProgress,
    PlanResult as PlanResult,
    RequiredDocument as RequiredDocument,
    SearchEffort as SearchEffort,
    UnavailableMeasure as UnavailableMeasure,
    UnavailableReason as UnavailableReason,
)
