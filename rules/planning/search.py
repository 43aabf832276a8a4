"""Search for improvement plans: proposals of a solver, exact evaluation, cuts, and a proof of the best plan.

Each proposal is evaluated exactly. If it misses the goal, a cut excludes it with all choices that the evaluator proves
to miss it for the same reason. Unknown facts are treated as an opponent: values that defeat a proposal become
a further scenario, which all later proposals must survive. No cut removes a plan that reaches the goal, so a proved
optimum of the solver is the best plan.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.errors import InputError
from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome, Possibility
from rules.engine.completions import CandidateValues
from rules.engine.decide import GradeAnswer, decide
from rules.engine.open_facts import extents_of_unknowns, list_unknowns, with_value
from rules.planning.fact_states import FactStates
from rules.planning.goal_program import BaseProgram, OutsideGoal, decision_levels, grades_of
from rules.planning.integer_program import SolutionStatus
from rules.planning.measures import GoalKind
from rules.planning.options import Option, parse_cost
from rules.planning.plans import PlanKind, PlanProgress
from rules.planning.scenario import Scenario
from rules.trail.question import read_question
from rules.trail.record_figures import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import Subject
    from rules.engine.decide import Decision
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.fact_states import LevelRanges
    from rules.planning.goal_program import GoalProgram
    from rules.planning.integer_program import Solver
    from rules.planning.linear import Objective
    from rules.planning.measures import PlanGoal
    from rules.planning.options import Choice

_MAXIMUM_ROUNDS = 400
_ROUNDS_OF_OPEN_CUT = 4
"""Rounds that an exclusion without proof costs, because a search that needs many of them proves nothing anyway."""
_ROUNDS_OF_SHORTFALL = 12
"""Further rounds that it costs if unknown facts leave a figure open: other choices seldom differ much."""
_MAXIMUM_NEAR_CUTS = 4
_NEAR = Fraction(1, 1000)
"""Difference between a promised and an exact figure that more cuts than the limit no longer correct.

Quotients are approximated, so a plan can promise a little more than it reaches. The bound stays valid.
"""
_MAXIMUM_SCENARIOS = 40
_MAXIMUM_PART_OPTIONS = 24
"""Limit of the options that change one indicator, for cuts that limit its points."""
_MAXIMUM_CLIMBING = 1000
"""Limit of the evaluations that improve a plan for a figure that unknown facts leave open."""
_MAXIMUM_PRUNING = 2000
"""Limit of the evaluations that remove measures from a plan without proof, after the time of the solver."""


class Wanted(NamedTuple):
    """The aim of one search: a kind of plan, and the grade to reach, or the price of money for a figure."""

    kind: PlanKind
    grade: str = ""
    price: Fraction = Fraction(0)


class Proposal(NamedTuple):
    """A confirmed choice with the decision about its end state; `bound` is in the unit of the first objective."""

    choice: Choice
    decision: Decision
    bound: Fraction | None
    is_proved: bool
    values: tuple[int, ...]
    minimized: int


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
        today: str,
        solver: Solver,
        on_progress: Callable[[PlanProgress], None] | None = None,
    ) -> None:
        self.engine = engine
        self.question = question
        self.options = options
        self._goal, self._today = goal, today
        self._solver = solver
        self._on_progress = on_progress
        self.states = FactStates(engine, subject, options)
        self._decisions = decision_levels(options, self.states)
        self._scenarios: list[Scenario] = []
        self._cuts: dict[str, list[OutsideGoal]] = {}
        self._limited: set[tuple[int, str, tuple[tuple[int, tuple[int, int]], ...]]] = set()
        self._program: BaseProgram | None = None
        self.rounds = self.cuts = self._rounds_left = 0
        self._bound: Fraction | None = None
        """The proved bound of the first objective so far."""
        self._best_choice: Choice = ()
        self._best_worth: tuple[Fraction, Fraction] | None = None
        self._excluded: dict[tuple[str, Fraction], list[OutsideGoal]] = {}
        """Choices excluded without a proof, by grade and price."""
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
        self._rounds_left = _MAXIMUM_ROUNDS
        self._best_choice, self._best_worth, self._bound = (), None, None
        result: Proposal | Nothing | None = None
        while result is None:
            if self._solver.is_over:
                result = Nothing(is_proved=False)
            else:
                program = self.program.for_goal(*wanted, [*self._cuts.get(wanted.grade, ()), *self._unproved(wanted)])
                result = self._with_all_objectives(wanted, program, ())
        if (isinstance(result, Nothing) and not result.is_proved) or self._is_exceeded(wanted, result):
            return self._without_proof(wanted) or result
        return result

    def _is_exceeded(self, wanted: Wanted, found: Proposal | Nothing) -> bool:
        """Return whether a choice excluded before has a better certain figure than the result of a search."""
        if wanted.kind is not PlanKind.BEST_FIGURE or isinstance(found, Nothing) or self._best_worth is None:
            return False
        certain = self._signed_figure(found.decision.inference)[0]
        return certain is not None and certain - wanted.price * self._cost(found.choice) < self._best_worth[0]

    def _without_proof(self, wanted: Wanted) -> Proposal | None:
        """Return a plan after a search that ended too early; None if none is known."""
        if wanted.kind is PlanKind.CHEAPEST:
            return self._pruned(wanted)
        if wanted.kind is not PlanKind.BEST_FIGURE:
            return None
        if self.has_unknowns:
            self._climb(wanted)
        decision = decide(self.engine, self.question_after(self._best_choice))
        has_figure = self.certain_figure(decision.inference) is not None
        return Proposal(self._best_choice, decision, self._bound, False, (), 0) if has_figure else None

    def _pruned(self, wanted: Wanted) -> Proposal | None:
        """Return a plan without proof: all compatible measures, less those that the goal does not need."""
        chosen: dict[int, int] = {}
        for option, levels in enumerate(self._decisions.levels):
            if self._decisions.conflicts.get(option, frozenset()).isdisjoint(chosen):
                chosen[option] = levels
        for option in [option for option in chosen if not self._decisions.requires[option] <= chosen.keys()]:
            del chosen[option]
        if not self._holds(wanted, chosen):
            return None
        most = self.evaluations + _MAXIMUM_PRUNING
        for option in sorted(chosen, key=lambda option: -self.options[option].highest_cost(chosen[option], 1)):
            if self.evaluations > most:
                break
            if not any(option in self._decisions.requires[other] for other in chosen):
                fewer = {other: level for other, level in chosen.items() if other != option}
                if self._holds(wanted, fewer):
                    chosen = fewer
                    continue
            failing, passing = 0, chosen[option]
            while passing - failing > 1:
                middle = (failing + passing) // 2
                failing, passing = (
                    (failing, middle) if self._holds(wanted, {**chosen, option: middle}) else (middle, passing)
                )
            chosen[option] = passing
        choice = tuple(sorted(chosen.items()))
        decision = decide(self.engine, self.question_after(choice))
        return Proposal(choice, decision, self._bound, False, (), 0) if self._is_confirmed(wanted, decision) else None

    def _holds(self, wanted: Wanted, chosen: Mapping[int, int]) -> bool:
        self.engine.cancellation.go_on()
        choice = tuple(sorted(chosen.items()))
        try:
            return all(self._reaches(wanted, scenario.inference(choice)) for scenario in self._scenarios)
        except InputError:
            return False

    def _with_all_objectives(
        self, wanted: Wanted, program: GoalProgram, hint: Sequence[int]
    ) -> Proposal | Nothing | None:
        """Minimize one objective after the other; None if a new scenario requires another program."""
        found: Proposal | None = None
        for position, objective in enumerate(program.objectives):
            proposal = self._with_objective(wanted, program, objective, hint)
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
        self, wanted: Wanted, program: GoalProgram, objective: Objective, hint: Sequence[int]
    ) -> Proposal | Nothing | None:
        is_first = objective is program.objectives[0]
        report = self._progress_of(wanted, objective) if is_first and not wanted.price else None
        while self._rounds_left > 0:
            self.engine.cancellation.go_on()
            self.rounds += 1
            self._rounds_left -= 1
            solution = self._solver.minimize(program.program, objective.terms, hint, report, confirms=is_first)
            if is_first and solution.bound is not None and not self._unproved(wanted):
                bound = objective.value(solution.bound)
                self._bound = bound if self._bound is None else max(bound, self._bound)
            if solution.status in (SolutionStatus.INFEASIBLE, SolutionStatus.UNKNOWN):
                return Nothing(solution.status is SolutionStatus.INFEASIBLE and not self._unproved(wanted))
            hint = solution.values
            choice = self._choice(solution.values)
            decision = self._confirmed(wanted, program, choice, solution.values)
            if self._program is None:
                return None
            if decision is None:
                continue
            is_exact = not self._unproved(wanted)
            is_proved = solution.status is SolutionStatus.OPTIMAL and is_exact and not objective.slack
            minimized = objective.sum_of(solution.values)
            return Proposal(choice, decision, self._bound, is_proved, solution.values, minimized)
        return Nothing(is_proved=False)

    def shown(self, kind: PlanKind, number: Fraction) -> str:
        """Return the value of a first objective as readers see it: a cost, date, number of measures or figure."""
        if kind is PlanKind.FASTEST:
            return max(day_text(number), self._today) if number > 0 else self._today
        return format_exact(-number if kind is PlanKind.BEST_FIGURE and self._goal.kind is GoalKind.HIGHEST else number)

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
                    best=None if best is None else self.shown(wanted.kind, objective.value(best)),
                    bound=None if bound is None else self.shown(wanted.kind, objective.value(bound)),
                )
            )

        report(None, None)
        return report

    def _choice(self, values: Sequence[int]) -> Choice:
        levels = ((option, values[variable]) for option, variable in enumerate(self._decisions.variables))
        return tuple((option, level) for option, level in levels if level)

    # Exact evaluation of a proposal.

    def _confirmed(
        self, wanted: Wanted, program: GoalProgram, choice: Choice, values: Sequence[int]
    ) -> Decision | None:
        """Return the decision about a choice that reaches the goal; None after a cut or a new scenario."""
        try:
            question = self.question_after(choice)
            if self._is_cut(wanted, program, choice, values):
                return None
        except InputError:  # the measures contradict each other
            self._add_cut(wanted, program, self._only(choice))
            return None
        if self._is_defeated(wanted, question, program, values):
            return None
        decision = decide(self.engine, question)
        falls_short = self._falls_short(program, values, decision)
        if not falls_short and self._is_confirmed(wanted, decision):
            return decision
        if self._program is not None:
            self._exclude(wanted, program, choice)
            self._rounds_left -= _ROUNDS_OF_SHORTFALL if falls_short else 0
        return None

    def wanted_grades(self, grade: str) -> frozenset[str]:
        """Return a grade and all better ones."""
        grades = grades_of(self.engine)
        return frozenset(grades[: grades.index(grade) + 1])

    def _reaches(self, wanted: Wanted, inference: Inference) -> bool | None:
        """Return whether conclusions certainly reach the goal, or certainly miss it; None if neither is certain."""
        passes = {*inference.passes.values(), inference.applies}
        refused = self.engine.refused(inference.score)
        possible = inference.grades or inference.stages
        grades = self.wanted_grades(wanted.grade) if wanted.grade else frozenset(possible)
        if Outcome.NOT_MET in passes or refused is Outcome.MET or (wanted.grade and grades.isdisjoint(possible)):
            return False
        is_certain = passes <= {Outcome.MET} and refused is Outcome.NOT_MET and grades.issuperset(possible)
        return True if is_certain else None

    def _is_cut(self, wanted: Wanted, program: GoalProgram, choice: Choice, values: Sequence[int]) -> bool:
        """Return whether a scenario defeats a choice, or its cost exceeds the budget, after adding a cut.

        Raises:
            InputError: If the choice leads to an invalid subject.
        """
        if self._goal.budget is not None and self._cost(choice) > parse_cost(self._goal.budget):
            self._add_cut(wanted, program, self._only(choice))  # the program rounds very large costs
            return True
        for scenario in self._scenarios:
            inference = scenario.inference(choice)
            if wanted.kind is PlanKind.BEST_FIGURE:
                if self._is_figure_cut(wanted, program, scenario, choice, values):
                    return True
                continue
            reaches = self._reaches(wanted, inference)
            if reaches is False:
                misses = self._outside(scenario, choice, lambda freed: self._reaches(wanted, freed) is False)
                self._add_cut(wanted, program, misses)
            elif reaches is None:
                self._exclude(wanted, program, choice, self._behind_open_gate(scenario, inference))
            if not reaches:
                return True
        return False

    def _is_figure_cut(
        self, wanted: Wanted, program: GoalProgram, scenario: Scenario, choice: Choice, values: Sequence[int]
    ) -> bool:
        limit, promised = self._signed_figure(scenario.inference(choice))[0], program.promised_figure(values)
        if limit is None:  # a plan must have a certain figure
            self._add_cut(wanted, program, self._only(choice))
            return True
        if promised is None:
            return False
        self._remember(wanted, choice)
        if promised - limit < max(program.figure_unit, _NEAR if program.cuts > _MAXIMUM_NEAR_CUTS else 0):
            return False
        if not self._is_part_cut(wanted, program, scenario, choice, values):
            outside = self._outside(scenario, choice, self._misses_figure(limit))
            self._add_cut(wanted, program, outside._replace(limit=limit))
        return True

    def _remember(self, wanted: Wanted, choice: Choice) -> None:
        """Remember a choice if its certain figure, less the price of its cost, is the best so far."""
        certain, cost = self._signed_figure(self.engine.explore(self.question_after(choice)))[0], self._cost(choice)
        if certain is not None:
            worth = certain - wanted.price * cost, -cost
            if self._best_worth is None or worth > self._best_worth:
                self._best_choice, self._best_worth = choice, worth

    def _climb(self, wanted: Wanted) -> None:
        """Change single levels of the best choice as long as its certain figure becomes better, and time is left."""
        changes = [(one, level) for one, most in enumerate(self._decisions.levels) for level in sorted({0, 1, most})]
        left, start = _MAXIMUM_CLIMBING, None
        while start != self._best_choice:
            start = self._best_choice
            for option, level in changes:
                self.engine.cancellation.go_on()
                chosen = {**dict(self._best_choice), option: level}
                choice = tuple(sorted((other, number) for other, number in chosen.items() if number))
                if not left or self._solver.is_over:
                    return
                if self._is_possible(choice):
                    left -= 1
                    self._remember(wanted, choice)

    def _is_possible(self, choice: Choice) -> bool:
        """Return whether a choice observes all relations and the budget, and leads to a valid subject."""
        options = dict(choice).keys()
        if not self._decisions.allows(options) or any(not self._decisions.requires[one] <= options for one in options):
            return False
        if self._goal.budget is not None and self._cost(choice) > parse_cost(self._goal.budget):
            return False
        try:
            self.question_after(choice)
        except InputError:
            return False
        return True

    def _is_part_cut(
        self, wanted: Wanted, program: GoalProgram, scenario: Scenario, choice: Choice, values: Sequence[int]
    ) -> bool:
        """Return whether an indicator earns less than promised, after limiting its points around a choice."""
        number = self._scenarios.index(scenario)
        earned = scenario.inference(choice).score.indicator_points
        excess = {
            indicator: promised - most
            for indicator, promised in program.promised_points(number, values)
            if (most := earned[indicator].points.high) is not None
        }
        indicator = max(excess, key=excess.__getitem__, default="")
        options = scenario.support((indicator,)) if indicator else ()
        if not indicator or excess[indicator] < _NEAR or len(options) > _MAXIMUM_PART_OPTIONS:
            return False
        cuts = self.cuts
        for ranges in ranges_around(dict(choice), {option: self._decisions.levels[option] for option in options}):
            key = number, indicator, tuple(ranges.items())
            if not self._decisions.allows({option for option, (least, _) in ranges.items() if least}):
                continue
            limit = scenario.explore_within(ranges).score.indicator_points[indicator].points.high
            if limit is not None and key not in self._limited:
                self._limited.add(key)
                self._add_cut(wanted, program, OutsideGoal(ranges, limit, (number, indicator)))
        return self.cuts > cuts

    def _misses_figure(self, limit: Fraction) -> Callable[[Inference], bool]:
        def misses(inference: Inference) -> bool:
            highest = self._signed_figure(inference)[1]
            return highest is not None and highest <= limit

        return misses

    def certain_figure(self, inference: Inference) -> Fraction | None:
        """Return the least figure for the goal of the highest one, and conversely; None if it is not known."""
        certain = self._signed_figure(inference)[0]
        return certain if certain is None or self._goal.kind is GoalKind.HIGHEST else -certain

    def _add_cut(self, wanted: Wanted, program: GoalProgram, outside: OutsideGoal) -> None:
        self.cuts += 1
        self._cuts.setdefault(wanted.grade, []).append(outside)
        program.add_cut(outside)

    def _exclude(
        self, wanted: Wanted, program: GoalProgram, choice: Choice, fixed: frozenset[int] | None = None
    ) -> None:
        """Exclude all choices with the same levels of some options, of all by default, without a proof."""
        self._rounds_left -= _ROUNDS_OF_OPEN_CUT
        ranges = self._only(choice).ranges
        if fixed is not None:
            ranges = {option: ranges[option] for option in fixed}
        self.cuts += 1
        self._excluded.setdefault((wanted.grade, wanted.price), []).append(OutsideGoal(ranges))
        program.add_cut(OutsideGoal(ranges))

    def _unproved(self, wanted: Wanted) -> Sequence[OutsideGoal]:
        """Return the choices excluded without a proof; with any of them, nothing more can be proved."""
        return self._excluded.get((wanted.grade, wanted.price), ())

    @staticmethod
    def _behind_open_gate(scenario: Scenario, inference: Inference) -> frozenset[int] | None:
        """Return the options that decide an undetermined gate; None without such a gate."""
        gates = [gate for gate, outcome in inference.passes.items() if outcome is Outcome.UNDETERMINED]
        return min((frozenset(scenario.support((gate,))) for gate in gates), key=len, default=None)

    def _only(self, choice: Choice) -> OutsideGoal:
        chosen = dict(choice)
        levels = (chosen.get(option, 0) for option in range(len(self.options)))
        return OutsideGoal({option: (level, level) for option, level in enumerate(levels)})

    def _cost(self, choice: Choice) -> Fraction:
        costs = (self.options[option].highest_cost(level, self._goal.years) for option, level in choice)
        return sum(costs, Fraction(0))

    def _outside(self, scenario: Scenario, choice: Choice, misses: Callable[[Inference], bool]) -> OutsideGoal:
        """Free as many options as possible, so that all their levels miss the goal."""
        ranges = dict(self._only(choice).ranges)
        waiting = [list(ranges)]
        while waiting:
            block = waiting.pop()
            freed = {option: (0, self._decisions.levels[option]) for option in block}
            if misses(scenario.explore_within({**ranges, **freed})):
                ranges.update(freed)
            elif len(block) > 1:
                middle = len(block) // 2
                waiting += [block[middle:], block[:middle]]
        return OutsideGoal(ranges)

    def question_after(self, choice: Choice) -> InferenceQuestion:
        """Return the question about the end state, read as an ordinary dossier."""
        _, question = read_question(self.engine, self.states.subject_after(choice), self.question.tables)
        return question

    def _is_defeated(
        self, wanted: Wanted, question: InferenceQuestion, program: GoalProgram, values: Sequence[int]
    ) -> bool:
        """Return whether the worst candidates of the unknown facts defeat an end state, after adding their scenario."""
        if not self.has_unknowns or len(self._scenarios) >= _MAXIMUM_SCENARIOS:
            return False
        leaves = list_unknowns(self.engine.plan.scorecard, question)
        if not leaves or self._withstands(wanted, program, self.engine.explore(question), values):
            return False
        worst = self._worst_completion(question, {})
        if self._withstands(wanted, program, self.engine.explore(worst), values) is not False:
            return False
        facts = [leaf for leaf in leaves if not leaf.is_setting]
        extents = dict(zip((leaf.id for leaf in facts), extents_of_unknowns(worst, facts), strict=True))
        self._add_scenario(replace(self.question, settings=worst.settings), extents)
        return True

    def _withstands(
        self, wanted: Wanted, program: GoalProgram, inference: Inference, values: Sequence[int]
    ) -> bool | None:
        """Return whether conclusions reach the goal, or the promised figure; None if neither is certain."""
        if wanted.kind is not PlanKind.BEST_FIGURE:
            return self._reaches(wanted, inference)
        promised = program.promised_figure(values)
        if promised is None:
            return True
        lowest, highest = self._signed_figure(inference)
        if lowest is not None and lowest >= promised - _NEAR:
            return True
        return False if highest is not None and highest < promised - _NEAR else None

    def _falls_short(self, program: GoalProgram, values: Sequence[int], decision: Decision) -> bool:
        """Return whether the certain figure is less than promised, because unknown facts leave it open."""
        certain, promised = self._signed_figure(decision.inference)[0], program.promised_figure(values)
        return certain is not None and promised is not None and promised - certain > max(program.figure_unit, _NEAR)

    def _signed_figure(self, inference: Inference) -> tuple[Fraction | None, Fraction | None]:
        """Return the lowest and highest figure as the search maximizes it: negated for the lowest value.

        A figure that lacks one of the two limits is not known.
        """
        name = self._goal.figure
        extent = inference.values.extents[name] if name else NumberExtent(inference.total)
        interval = extent.interval if isinstance(extent, NumberExtent) else Interval(None, None)
        if interval.low is None or interval.high is None:
            return None, None
        if self._goal.kind is GoalKind.HIGHEST:
            return interval.low, interval.high
        return -interval.high, -interval.low

    def _is_confirmed(self, wanted: Wanted, decision: Decision) -> bool:
        """Return whether the ordinary evaluator certainly reaches the goal; a witness against it becomes a scenario."""
        if wanted.kind is PlanKind.BEST_FIGURE:
            return self.certain_figure(decision.inference) is not None
        if not wanted.grade:
            return self._reaches(wanted, decision.inference) is True
        grades = self.wanted_grades(wanted.grade)
        stages = (GradeAnswer(*answer) for answer in decision.stages)
        answers = [answer for answer in decision.grades or stages if answer.possibility is not Possibility.EXCLUDED]
        if answers and grades.issuperset(answer.grade for answer in answers):
            return bool(decision.grades) or self._reaches(Wanted(wanted.kind), decision.inference) is True
        witnesses = [answer.witness for answer in answers if answer.grade not in grades and answer.witness is not None]
        if witnesses and len(self._scenarios) < _MAXIMUM_SCENARIOS:
            settings = {**self.question.settings, **witnesses[-1].settings}
            self._add_scenario(replace(self.question, settings=settings), witnesses[-1].facts)
        return False

    # Scenarios.

    def _setting_combinations(self) -> list[dict[str, str]]:
        unset = [item for item in self.engine.plan.scorecard.settings if self.question.settings.get(item.id) is None]
        every = product(*([choice.id for choice in setting.choices] for setting in unset))
        return [dict(zip((setting.id for setting in unset), choices, strict=True)) for choices in every]

    def _add_scenario(self, question: InferenceQuestion, values: Mapping[str, Extent]) -> None:
        completed = self._worst_completion(question, values)
        self._scenarios.append(Scenario(self.engine, self.states, completed, self._decisions))
        self._program = None

    def _worst_completion(self, question: InferenceQuestion, values: Mapping[str, Extent]) -> InferenceQuestion:
        """Complete unknown inputs with the given values, and the others one by one with the worst candidate."""
        candidates = CandidateValues(self.engine.plan, question.as_of)
        now = self.engine.explore(question)
        while leaves := list_unknowns(self.engine.plan.scorecard, question):
            for leaf in leaves:
                extent = values.get(leaf.id)
                extents = candidates.of(leaf, now.values) if extent is None else [extent]
                explored = [self.engine.explore(with_value(question, leaf, extent), now) for extent in extents]
                now = min(explored, key=self._merit)
                question = now.question
        return question

    def _merit(self, inference: Inference) -> tuple[Fraction | int, ...]:
        """Return how good conclusions are: by the figure of the goal, or by gates, grades and the least total."""
        if self._goal.kind in (GoalKind.HIGHEST, GoalKind.LOWEST):
            return (self._signed_figure(inference)[0] or Fraction(0),)
        passes = list(inference.passes.values())
        total = inference.total.low or Fraction(0)
        return passes.count(Outcome.MET) - passes.count(Outcome.NOT_MET), -len(inference.grades), total


def ranges_around(chosen: Mapping[int, int], levels: Mapping[int, int]) -> Iterator[LevelRanges]:
    """Yield ranges of levels that contain each choice of some options once, narrower the closer to one choice."""
    ranges = {option: (0, most) for option, most in levels.items()}
    while open_options := [option for option, (least, most) in ranges.items() if least < most]:
        option = max(open_options, key=lambda option: (not ranges[option][0], ranges[option][1] - ranges[option][0]))
        (least, most), level = ranges[option], chosen.get(option, 0)
        middle = (least + most) // 2 if least else 0
        halves = (least, middle), (middle + 1, most)
        yield {**ranges, option: halves[level <= middle]}
        ranges[option] = halves[level > middle]
    yield ranges
