"""Search for improvement plans: proposals of a solver, exact evaluation, cuts, and a proof of the best plan.

Each proposal is evaluated exactly. If it misses the goal, a cut excludes it with all choices that the evaluator proves
to miss it for the same reason. Unknown facts are treated as an opponent: values that defeat a proposal become
a further scenario, which all later proposals must survive. No cut removes a plan that reaches the goal, so a proved
optimum of the solver is the best plan.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import NumberExtent
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import NO_GRADE, Possibility
from rules.engine.completions import CandidateValues
from rules.engine.decide import decide
from rules.engine.open_facts import list_unknowns, with_value
from rules.planning.fact_states import FactStates
from rules.planning.goal_program import BaseProgram, Objective, OutsideGoal, decision_levels
from rules.planning.integer_program import SolutionStatus
from rules.planning.measures import GoalKind
from rules.planning.options import Option
from rules.planning.plans import PlanKind, PlanProgress
from rules.planning.scenario import Scenario
from rules.trail.question import read_question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import Subject
    from rules.engine.decide import Decision
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.goal_program import GoalProgram
    from rules.planning.integer_program import Solver
    from rules.planning.measures import PlanGoal
    from rules.planning.options import Choice, Option

_MAXIMUM_ROUNDS = 400
_MAXIMUM_SCENARIOS = 12


class Wanted(NamedTuple):
    """The aim of one search: a kind of plan, and the grade to reach; no grade for a figure."""

    kind: PlanKind
    grade: str = ""


class Proposal(NamedTuple):
    """A confirmed choice with the decision about its end state; `bound` is in the unit of the first objective."""

    choice: Choice
    decision: Decision
    bound: Fraction | None
    is_proved: bool
    values: tuple[int, ...]
    minimized: int


class _Defeat(StrEnum):
    NEW_SCENARIO = "new_scenario"
    EXCLUDED = "excluded"


class Nothing(NamedTuple):
    """No plan was found; `is_proved` if none exists."""

    is_proved: bool


class PlanSearch:
    """All searches with the same options of one subject, with scenarios and cuts in common."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        engine: InferenceEngine,
        subject: Subject,
        question: InferenceQuestion,
        options: Sequence[Option],
        goal: PlanGoal,
        solver: Solver,
        on_progress: Callable[[PlanProgress], None] | None = None,
    ) -> None:
        self.engine = engine
        self.question = question
        self.options = options
        self._goal = goal
        self._solver = solver
        self._on_progress = on_progress
        self.states = FactStates(engine, subject, options)
        self._decisions = decision_levels(options, self.states)
        self._scenarios: list[Scenario] = []
        self._cuts: dict[str, list[OutsideGoal]] = {}
        self._program: BaseProgram | None = None
        self.rounds = self.cuts = 0
        self.is_inexact = False
        self.has_unknowns = bool(list_unknowns(engine.plan.scorecard, question))
        for settings in self._setting_combinations():
            self._add_scenario(replace(question, settings={**question.settings, **settings}), {})

    @property
    def evaluations(self) -> int:
        return sum(scenario.evaluations for scenario in self._scenarios) + self.rounds

    @property
    def program(self) -> BaseProgram:
        """The program of all scenarios so far."""
        if self._program is None:
            self._program = BaseProgram(
                self.engine, self._scenarios, self.states, self._decisions, self.options, self._goal
            )
        return self._program

    def find(self, wanted: Wanted) -> Proposal | Nothing:
        """Search for the best plan of a kind.

        Raises:
            EvaluationCancelledError: If the caller ended the search.
        """
        begun = self.rounds
        self.is_inexact = False
        hint: Sequence[int] = ()
        while True:
            program = self.program.for_goal(wanted.kind, wanted.grade, self._cuts.get(wanted.grade, ()))
            result = self._with_all_objectives(wanted, program, begun, hint)
            if result is not None:
                return result

    def _with_all_objectives(
        self, wanted: Wanted, program: GoalProgram, begun: int, hint: Sequence[int]
    ) -> Proposal | Nothing | None:
        """Minimize one objective after the other; None if a new scenario requires another program."""
        found: Proposal | None = None
        for position, objective in enumerate(program.objectives):
            proposal = self._with_objective(wanted, program, objective, begun, hint)
            if proposal is None or isinstance(proposal, Nothing):
                return found if found is not None and proposal is not None else proposal
            if position == 0:
                found = proposal
            elif found is not None:
                found = found._replace(choice=proposal.choice, decision=proposal.decision)
            if not proposal.is_proved:
                return found
            program.require_at_most(objective, proposal.minimized)
            hint = proposal.values
        return found

    def _with_objective(
        self, wanted: Wanted, program: GoalProgram, objective: Objective, begun: int, hint: Sequence[int]
    ) -> Proposal | Nothing | None:
        while True:
            self.engine.cancellation.go_on()
            if self.rounds - begun > _MAXIMUM_ROUNDS:
                return Nothing(is_proved=False)
            self.rounds += 1
            solution = self._solver.minimize(
                program.program, objective.terms, hint, self._progress_of(wanted, objective)
            )
            if solution.status is SolutionStatus.INFEASIBLE:
                return Nothing(is_proved=not self.is_inexact)
            if solution.status is SolutionStatus.UNKNOWN:
                return Nothing(is_proved=False)
            hint = solution.values
            choice = self._choice(solution.values)
            if self._is_cut(wanted, program, choice, solution.values):
                continue
            decision = self._decide(choice)
            answer = self._defeated(wanted, program, choice, decision)
            if answer is _Defeat.NEW_SCENARIO:
                return None
            if answer is _Defeat.EXCLUDED:
                continue
            bound = None if solution.bound is None or self.is_inexact else objective.value(solution.bound)
            is_proved = solution.status is SolutionStatus.OPTIMAL and not self.is_inexact
            return Proposal(choice, decision, bound, is_proved, solution.values, objective.sum_of(solution.values))

    def _progress_of(self, wanted: Wanted, objective: Objective) -> Callable[[int | None, int | None], None] | None:
        on_progress = self._on_progress
        if on_progress is None:
            return None

        def report(best: int | None, bound: int | None) -> None:
            on_progress(
                PlanProgress(
                    kind=wanted.kind,
                    goal_grade=wanted.grade,
                    rounds=self.rounds,
                    best=None if best is None else format_exact(objective.value(best)),
                    bound=None if bound is None else format_exact(objective.value(bound)),
                )
            )

        report(None, None)
        return report

    def _choice(self, values: Sequence[int]) -> Choice:
        levels = ((option, values[variable]) for option, variable in enumerate(self._decisions.variables))
        return tuple((option, level) for option, level in levels if level)

    # Exact evaluation of a proposal.

    def wanted_grades(self, grade: str) -> frozenset[str]:
        """Return a grade and all better ones."""
        grades = [grade for grade in self.engine.every_grade if grade != NO_GRADE]
        return frozenset(grades[: grades.index(grade) + 1])

    def _is_cut(self, wanted: Wanted, program: GoalProgram, choice: Choice, values: Sequence[int]) -> bool:
        """Return whether a scenario defeats a choice, after adding a cut."""
        for scenario in self._scenarios:
            inference = scenario.inference(choice)
            if wanted.grade:
                grades = self.wanted_grades(wanted.grade)
                if grades.issuperset(inference.grades):
                    continue
                misses = _misses_grades(grades)
                if not misses(inference):
                    self._exclude(wanted, program, choice)
                    return True
                self._add_cut(wanted, program, self._outside(scenario, choice, misses))
                return True
            reached = self.figure(inference)
            promised = program.promised_figure(values)
            if reached is None or promised is None:
                continue
            limit = reached[0] if self._goal.kind is GoalKind.HIGHEST else -reached[1]
            if limit < promised:
                outside = self._outside(scenario, choice, self._misses_figure(limit))
                self._add_cut(wanted, program, outside._replace(figure=limit))
                return True
        return False

    def _misses_figure(self, limit: Fraction) -> Callable[[Inference], bool]:
        def misses(inference: Inference) -> bool:
            reached = self.figure(inference)
            return reached is not None and (
                reached[1] <= limit if self._goal.kind is GoalKind.HIGHEST else -reached[0] <= limit
            )

        return misses

    def figure(self, inference: Inference) -> tuple[Fraction, Fraction] | None:
        """Return the lowest and highest value of the figure of the goal; None if it has no limits."""
        name = self._goal.figure
        extent = inference.values.extents[name] if name else NumberExtent(inference.total)
        if not isinstance(extent, NumberExtent) or extent.interval.low is None or extent.interval.high is None:
            return None
        return extent.interval.low, extent.interval.high

    def _add_cut(self, wanted: Wanted, program: GoalProgram, outside: OutsideGoal) -> None:
        self.cuts += 1
        self._cuts.setdefault(wanted.grade, []).append(outside)
        program.add_cut(outside)

    def _exclude(self, wanted: Wanted, program: GoalProgram, choice: Choice) -> None:
        """Exclude one choice without a proof that it misses the goal."""
        self.is_inexact = True
        everything = frozenset(range(len(self.options)))
        self._add_cut(wanted, program, OutsideGoal(dict(choice), everything))

    def _outside(self, scenario: Scenario, choice: Choice, misses: Callable[[Inference], bool]) -> OutsideGoal:
        """Free as many options as possible, so that all their levels miss the goal."""
        freed: frozenset[int] = frozenset()
        waiting = [list(range(len(self.options)))]
        while waiting:
            block = waiting.pop()
            tried = freed.union(block)
            kept = tuple(item for item in choice if item[0] not in tried)
            if misses(scenario.explore_freed(kept, tried)):
                freed = tried
            elif len(block) > 1:
                middle = len(block) // 2
                waiting += [block[middle:], block[:middle]]
        fixed = frozenset(range(len(self.options))) - freed
        return OutsideGoal({option: level for option, level in choice if option in fixed}, fixed)

    def _decide(self, choice: Choice) -> Decision:
        """Conclude the end state with the ordinary evaluator: both evaluators, and a search over unknown facts."""
        return decide(self.engine, self.question_after(choice))

    def question_after(self, choice: Choice) -> InferenceQuestion:
        """Return the question about the end state, read as an ordinary dossier."""
        _, question = read_question(self.engine, self.states.subject_after(choice), self.question.tables)
        return question

    def _defeated(self, wanted: Wanted, program: GoalProgram, choice: Choice, decision: Decision) -> _Defeat | None:
        """Return how an unknown fact or the evaluator defeats a choice that all scenarios accept."""
        if not wanted.grade:
            return None
        grades = self.wanted_grades(wanted.grade)
        answers = [answer for answer in decision.grades if answer.possibility is not Possibility.EXCLUDED]
        if decision.grades and grades.issuperset(answer.grade for answer in answers):
            return None
        witnesses = [answer.witness for answer in answers if answer.grade not in grades and answer.witness is not None]
        if witnesses and len(self._scenarios) < _MAXIMUM_SCENARIOS:
            witness = witnesses[-1]
            settings = {**self.question.settings, **witness.settings}
            self._add_scenario(replace(self.question, settings=settings), witness.facts)
            self._program = None
            return _Defeat.NEW_SCENARIO
        self._exclude(wanted, program, choice)
        return _Defeat.EXCLUDED

    # Scenarios.

    def _setting_combinations(self) -> list[dict[str, str]]:
        unset = [item for item in self.engine.plan.scorecard.settings if self.question.settings.get(item.id) is None]
        every = product(*([choice.id for choice in setting.choices] for setting in unset))
        return [dict(zip((setting.id for setting in unset), choices, strict=True)) for choices in every]

    def _add_scenario(self, question: InferenceQuestion, values: dict[str, Extent]) -> None:
        """Add a scenario: the values of a witness, and the last candidate of every other unknown fact."""
        scorecard = self.engine.plan.scorecard
        while leaves := list_unknowns(scorecard, question):
            inference = self.engine.explore(question)
            candidates = CandidateValues(self.engine.plan, question.as_of)
            for leaf in leaves:
                extent = values.get(leaf.id) or candidates.of(leaf, inference.values)[-1]
                question = with_value(question, leaf, extent)
        self._scenarios.append(Scenario(self.engine, self.states, question, self._decisions))


def _misses_grades(grades: frozenset[str]) -> Callable[[Inference], bool]:
    return lambda inference: grades.isdisjoint(inference.grades)
