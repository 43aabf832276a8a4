"""CP-SAT: results equal those of an exhaustive search; limits, cancellation, hints and growing programs."""

import importlib
import itertools
import random
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import pytest
from hypothesis import given, strategies as st

from rules.contracts import EvaluationCancelledError
from rules.planning import MAXIMUM, IntegerProgram, LinearConstraint, Solution, SolutionStatus
from service.base.extras import missing_extra_error
from service.planning import solver as solver_module
from service.planning.solver import CpSatSolver, SolverFailureError, SolverLimits

OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN = SolutionStatus
Objective = Mapping[int, int]


def meets(constraint: LinearConstraint, values: Sequence[int]) -> bool:
    if any(values[variable] != int(wanted) for variable, wanted in constraint.when):
        return True
    total = sum(factor * values[variable] for variable, factor in constraint.terms)
    return (constraint.low is None or total >= constraint.low) and (constraint.high is None or total <= constraint.high)


def meets_all(program: IntegerProgram, values: Sequence[int]) -> bool:
    inside = all(low <= value <= high for value, (low, high) in zip(values, program.bounds, strict=True))
    return inside and all(meets(constraint, values) for constraint in program.constraints)


def total(objective: Objective, values: Sequence[int]) -> int:
    return sum(factor * values[variable] for variable, factor in objective.items())


def least(program: IntegerProgram, objective: Objective) -> int | None:
    """Return the least objective by an exhaustive search."""
    every = itertools.product(*(range(low, high + 1) for low, high in program.bounds))
    return min((total(objective, values) for values in every if meets_all(program, values)), default=None)


def minimum(program: IntegerProgram, objective: Objective, solver: CpSatSolver | None = None) -> int | None:
    """Return the least objective by the solver, after a check of its solution."""
    solution = (solver or CpSatSolver()).minimize(program, objective)
    if solution.status is INFEASIBLE:
        assert solution == Solution(INFEASIBLE)
        return None
    assert solution.status is OPTIMAL
    assert meets_all(program, solution.values)
    assert solution.bound == total(objective, solution.values)
    return solution.bound


def test_presolve_refutes_no_tests_of_a_large_sum() -> None:
    """The presolve of OR-Tools 9.15 once refuted this program, although any values of the sum meet it."""
    unit = 858_049_500_000
    weights = (-6, -2, 10, 8, 10, 8, 6, -3, 3, 8, 6, 2, 4, 8, 6, 8, 6)
    program = IntegerProgram()
    terms = {program.literal(): weight * unit for weight in weights}
    terms[program.literal()] = 12 * unit - 245_157
    terms[program.variable(0, 89_382_756_400)] = 352
    terms[program.variable(0, 225_000)] = 156_009_000
    for least in (145_010_365_254_844, 127_849_375_254_844, 110_688_385_254_844):
        reaches = program.literal()
        program.require(terms, least, None, [(reaches, True)])
        program.require(terms, None, least - 1, [(reaches, False)])
    assert minimum(program, {}) == 0


def test_a_solver_is_over_once_the_time_of_all_calls_has_ended() -> None:
    program = IntegerProgram()
    chosen = program.literal()
    solver = CpSatSolver(SolverLimits(seconds=0.05))
    states = [solver.is_over]
    solver.minimize(program, {chosen: 1})
    time.sleep(0.06)
    states.append(solver.is_over)
    assert states == [False, True], "its time starts with the first call"
    assert solver.minimize(program, {chosen: -1}).status is UNKNOWN


SCALES = (1, 7, 10**6, 2**40 - 1)


@st.composite
def constraints(draw: st.DrawFn, literals: int, variables: int) -> LinearConstraint:
    used = draw(st.lists(st.integers(0, variables - 1), max_size=4, unique=True))
    scale = draw(st.sampled_from(SCALES))
    terms = tuple((variable, scale * draw(st.integers(-5, 5))) for variable in used)
    low = draw(st.none() | st.integers(-12, 12).map(lambda number: number * scale + number % 2))
    high = draw(st.none() | st.integers(-12, 12).map(lambda number: number * scale))
    when = draw(st.lists(st.tuples(st.integers(0, literals - 1), st.booleans()), max_size=2))
    return LinearConstraint(terms, low, high, tuple(when))


@st.composite
def programs(draw: st.DrawFn) -> tuple[IntegerProgram, Objective]:
    literals, numbers = draw(st.integers(1, 4)), draw(st.integers(0, 3))
    program = IntegerProgram()
    for _ in range(literals):
        program.literal()
    for _ in range(numbers):
        low = draw(st.integers(-3, 3))
        program.variable(low, low + draw(st.integers(0, 4)))
    program.constraints += draw(st.lists(constraints(literals, literals + numbers), max_size=6))
    scale = draw(st.sampled_from(SCALES))
    factors = draw(st.lists(st.integers(-9, 9), min_size=literals + numbers, max_size=literals + numbers))
    return program, {variable: scale * factor for variable, factor in enumerate(factors)}


@given(programs())
def test_the_least_objective_is_that_of_an_exhaustive_search(drawn: tuple[IntegerProgram, Objective]) -> None:
    program, objective = drawn
    assert minimum(program, objective) == least(program, objective)


@given(programs(), st.data())
def test_a_program_may_grow_between_calls(drawn: tuple[IntegerProgram, Objective], data: st.DataObject) -> None:
    program, objective = drawn
    solver = CpSatSolver()
    for _ in range(3):
        assert minimum(program, objective, solver) == least(program, objective)
        new = program.literal()
        program.require({0: 1, new: data.draw(st.integers(-2, 2))}, 1, None)
        program.constraints.append(data.draw(constraints(1, len(program.bounds))))


def test_a_program_that_changed_is_copied_again() -> None:
    program, solver = IntegerProgram(), CpSatSolver()
    number = program.variable(0, 9)
    program.require({number: 1}, 3, None)
    assert minimum(program, {number: 1}, solver) == 3
    program.constraints[0] = LinearConstraint(((number, 1),), 5, None)
    assert minimum(program, {number: 1}, solver) == 5
    program.bounds[number] = (6, 9)
    assert minimum(program, {number: 1}, solver) == 6
    program.constraints.clear()
    program.bounds[number] = (-4, 9)
    assert minimum(program, {number: 1}, solver) == -4
    assert minimum(IntegerProgram([(8, 9)]), {0: 1}, solver) == 8


def test_only_the_additions_of_a_program_are_copied() -> None:
    program, solver = IntegerProgram(), CpSatSolver()
    number = program.variable(0, 9)
    program.require({number: 1}, 3, None)
    minimum(program, {number: 1}, solver)
    model = solver._model
    program.require({number: 1}, 4, None)
    assert minimum(program, {number: 1}, solver) == 4
    assert solver._model is model
    assert len(model.proto.constraints) == 2


def test_a_constraint_applies_only_if_all_its_literals_are_true() -> None:
    program = IntegerProgram()
    first, second, number = program.literal(), program.literal(), program.variable(0, 9)
    program.require({number: 1}, 7, None, [(first, True), (second, False)])
    for values, expected in (((1, 0), 7), ((1, 1), 0), ((0, 0), 0)):
        fixed = IntegerProgram(list(program.bounds), list(program.constraints))
        fixed.require({first: 1}, values[0], values[0])
        fixed.require({second: 1}, values[1], values[1])
        assert minimum(fixed, {number: 1}) == expected


def test_a_constraint_that_cannot_be_met_excludes_its_condition() -> None:
    program = IntegerProgram()
    literal, number = program.literal(), program.variable(0, 9)
    program.require({number: 1}, 5, 4, [(literal, True)])
    program.require({number: 1}, 10**30, None, [(literal, True)])
    assert minimum(program, {literal: -1}) == 0
    program.require({}, 1, None)
    assert minimum(program, {literal: -1}) is None


def test_a_program_without_an_objective_is_solved_by_any_values() -> None:
    program = IntegerProgram()
    program.require_any([(program.literal(), True), (program.literal(), True)])
    assert minimum(program, {}) == 0
    assert minimum(IntegerProgram(), {}) == 0


def test_large_costs_are_exact() -> None:
    program = IntegerProgram()
    chosen = [program.literal() for _ in range(3)]
    program.require(dict.fromkeys(chosen, 1), 2, None)
    costs = dict(zip(chosen, (2**50 + 1, 2**50 + 2, 2**50 + 4), strict=True))
    bounds: list[int | None] = []
    solution = CpSatSolver().minimize(program, costs, on_bound=lambda _best, bound: bounds.append(bound))
    assert solution.bound == 2**51 + 3
    assert all(bound is None or bound <= 2**51 + 3 for bound in bounds)


def hard_program(size: int = 40) -> tuple[IntegerProgram, Objective]:
    """Return a program without a quick proof: several sums divided into equal halves as well as possible."""
    numbers = random.Random(1)
    program = IntegerProgram()
    chosen = [program.literal() for _ in range(size)]
    objective: dict[int, int] = {}
    for _ in range(4):
        weights = {one: numbers.randint(0, 10**4) for one in chosen}
        over, under = program.variable(0, 10**6), program.variable(0, 10**6)
        objective |= {over: 1, under: 1}
        half = sum(weights.values()) // 2
        program.require({**weights, over: -1, under: 1}, half, half)
    return program, objective


def test_at_the_limit_of_work_the_best_values_are_returned_with_a_bound_and_are_always_the_same() -> None:
    program, objective = hard_program()
    first, second = (CpSatSolver(SolverLimits(work=0.1)).minimize(program, objective) for _ in range(2))
    assert first == second
    assert first.status is FEASIBLE
    assert meets_all(program, first.values)
    assert first.bound is not None
    assert 0 <= first.bound < total(objective, first.values)


def test_a_program_that_stalls_with_presolve_is_tried_without_it_before_the_long_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program, objective = hard_program()
    attempts, usual = list[tuple[bool, float]](), CpSatSolver._run

    def recorded(self: CpSatSolver, *arguments: Any, presolves: bool = True, work: float | None = None) -> Any:
        attempts.append((presolves, work or 0))
        return usual(self, *arguments, presolves=presolves, work=work)

    monkeypatch.setattr(CpSatSolver, "_run", recorded)
    bounds: list[int | None] = []
    found = CpSatSolver(SolverLimits(work=0.2)).minimize(
        program, objective, on_bound=lambda _best, bound: bounds.append(bound), confirms=False
    )
    assert attempts == [(True, 0.05), (False, 0.05), (True, 0.2)]
    known = [bound for bound in bounds if bound is not None]
    assert known == sorted(known), "reports never become worse"
    assert found.bound is not None
    assert found.bound >= known[-1], "the best bound of all attempts counts"


def test_the_limit_of_time_is_that_of_all_calls_together() -> None:
    program, objective = hard_program()
    solver = CpSatSolver(SolverLimits(seconds=0.1, work=1000))
    start = time.monotonic()
    first = solver.minimize(program, objective)
    assert time.monotonic() - start < 5
    time.sleep(0.1)  # the solver may end shortly before its limit
    second = solver.minimize(program, objective)
    assert first.status in {FEASIBLE, UNKNOWN}
    assert second == Solution(UNKNOWN, (), 0)


def test_without_time_the_bound_is_that_of_the_variables_and_a_valid_hint_is_returned() -> None:
    program = IntegerProgram()
    first, second = program.variable(-5, 5), program.variable(0, 3)
    program.require({first: 1, second: 1}, 1, None)
    limits = SolverLimits(seconds=0)
    assert CpSatSolver(limits).minimize(program, {first: 2, second: -1}) == Solution(UNKNOWN, (), -13)
    objective = {first: 2, second: -1}
    assert CpSatSolver(limits).minimize(program, objective, (1, 2)) == Solution(FEASIBLE, (1, 2), -13)
    for wrong in ((0, 0), (1, 4), (1,)):
        assert CpSatSolver(limits).minimize(program, objective, wrong).status is UNKNOWN


def test_a_hint_is_the_first_solution() -> None:
    program, objective = hard_program()
    best = CpSatSolver(SolverLimits(work=0.1)).minimize(program, objective)
    found: list[int | None] = []
    again = CpSatSolver(SolverLimits(work=0.02)).minimize(
        program, objective, best.values, lambda value, _bound: found.append(value)
    )
    assert next(value for value in found if value is not None) <= total(objective, best.values)
    assert total(objective, again.values) <= total(objective, best.values)


def test_a_wrong_hint_changes_no_result() -> None:
    program, objective = hard_program(10)
    wrong = CpSatSolver().minimize(program, objective, [-7] * len(program.bounds))
    assert wrong.status is OPTIMAL
    assert wrong.bound == minimum(program, objective)


def test_progress_only_improves_and_is_true() -> None:
    program, objective = hard_program(12)
    reports: list[tuple[int | None, int | None]] = []
    solution = CpSatSolver().minimize(program, objective, on_bound=lambda *report: reports.append(report))
    assert solution.status is OPTIMAL
    assert reports
    values = [value for value, _ in reports if value is not None]
    bounds = [bound for _, bound in reports if bound is not None]
    assert values == sorted(values, reverse=True)
    assert bounds == sorted(bounds)
    assert solution.bound is not None
    assert values[-1] >= solution.bound >= bounds[-1]


def test_the_caller_can_end_a_search() -> None:
    program, objective = hard_program()
    start = time.monotonic()
    solver = CpSatSolver(SolverLimits(work=1000), lambda: time.monotonic() - start > 0.1)
    with pytest.raises(EvaluationCancelledError):
        solver.minimize(program, objective)
    assert time.monotonic() - start < 5
    with pytest.raises(EvaluationCancelledError):
        solver.minimize(program, objective)


def test_an_error_of_the_receiver_of_progress_ends_the_search() -> None:
    program, objective = hard_program()

    def fail(_best: int | None, _bound: int | None) -> None:
        raise ConnectionResetError

    start = time.monotonic()
    with pytest.raises(ConnectionResetError):
        CpSatSolver(SolverLimits(work=1000)).minimize(program, objective, on_bound=fail)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("bounds", "terms", "when", "problem"),
    [
        ([(0, MAXIMUM + 1)], {}, [], "variable 0: from 0 to"),
        ([(-MAXIMUM - 1, 0)], {}, [], "variable 0: from -"),
        ([(3, 2)], {}, [], "variable 0: from 3 to 2"),
        ([(0, 2)], {0: MAXIMUM}, [], "constraint 0: the sum can reach"),
        ([(0, MAXIMUM), (0, 1)], {0: 1, 1: -1}, [], "constraint 0: the sum can reach"),
        ([(0, 0)], {0: MAXIMUM + 1}, [], "constraint 0: the sum can reach"),
        ([(0, 1)], {1: 1}, [], "constraint 0: variable 1 does not exist"),
        ([(0, 1)], {-1: 1}, [], "constraint 0: variable -1 does not exist"),
        ([(0, 1)], {0: 1}, [(1, True)], "constraint 0: variable 1 does not exist"),
        ([(0, 2)], {0: 1}, [(0, True)], "variable 0 of the condition is not from 0 to 1"),
    ],
)
def test_a_program_outside_the_limits_is_refused(
    bounds: list[tuple[int, int]], terms: dict[int, int], when: list[tuple[int, bool]], problem: str
) -> None:
    program = IntegerProgram(bounds)
    program.require(terms, 0, None, when)
    solver = CpSatSolver()
    for _ in range(2):
        with pytest.raises(ValueError, match=problem):
            solver.minimize(program, {})
    assert minimum(IntegerProgram([(2, 3)]), {0: 1}, solver) == 2


def test_an_objective_and_a_hint_outside_the_program_are_refused() -> None:
    program = IntegerProgram([(0, 1)])
    with pytest.raises(ValueError, match="objective: variable 1 does not exist"):
        CpSatSolver().minimize(program, {1: 1})
    with pytest.raises(ValueError, match="objective: the sum can reach"):
        CpSatSolver().minimize(program, {0: MAXIMUM + 1})
    with pytest.raises(ValueError, match="hint: 2 values for 1 variables"):
        CpSatSolver().minimize(program, {0: 1}, (0, 1))


def test_an_invalid_model_is_an_error_and_not_infeasible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver_module, "_reference", {(0, True): 99}.get)
    program = IntegerProgram([(0, 1), (0, 5)])
    program.require({1: 1}, 3, None, [(0, True)])
    with pytest.raises(SolverFailureError, match="refuses the program: "):
        CpSatSolver().minimize(program, {1: 1})


@pytest.mark.parametrize("lowest", [3, 6])
def test_a_proof_that_a_valid_hint_refutes_is_an_error(monkeypatch: pytest.MonkeyPatch, lowest: int) -> None:
    monkeypatch.setattr(solver_module, "_reference", lambda literal: literal[0])
    program = IntegerProgram([(1, 1), (0, 5)])
    program.require({1: 1}, lowest, None, [(0, False)])
    with pytest.raises(SolverFailureError, match=r"proof that .* refute"):
        CpSatSolver().minimize(program, {0: 1, 1: 1}, (1, 0))


def test_values_that_break_a_constraint_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    # The program of the solver lacks the negation of the condition.
    monkeypatch.setattr(solver_module, "_reference", lambda literal: literal[0])
    program = IntegerProgram([(0, 0), (0, 5)])
    program.require({1: 1}, 3, None, [(0, False)])
    with pytest.raises(SolverFailureError, match="break constraint 0"):
        CpSatSolver().minimize(program, {1: 1})


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools", None)
    monkeypatch.delitem(sys.modules, "ortools.sat.python", raising=False)
    monkeypatch.delitem(sys.modules, "service.planning.solver")
    with pytest.raises(ModuleNotFoundError) as missing:
        importlib.import_module("service.planning.solver")
    error = missing_extra_error(missing.value)
    assert error is not None
    assert "touchstone-scorecards[plan]" in str(error)


def test_a_process_that_plans_does_not_load_pandas() -> None:
    code = "import sys, service.planning.solver; print(*sys.modules)"
    loaded = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    assert not {"pandas", "numpy"} & set(loaded.stdout.split())


class TestWrongOptimum:
    """A program with an optimum that CP-SAT 9.15 misses with its search for constraints that include others."""

    PROGRAM = IntegerProgram(
        bounds=[(1, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (8330321275773, 70368744177664)],
        constraints=[
            LinearConstraint(*parts)
            for parts in [
                (((1, 1),), 0, 0, ((3, True),)),
                (((2, 1),), 0, 0, ((3, True),)),
                (((3, 1), (1, 1), (2, 1)), 1, None, ()),
                (((1, 1),), 0, 0, ((4, True),)),
                (((2, 1),), 1, 1, ((4, True),)),
                (((4, 1), (1, 1), (2, -1)), 0, None, ()),
                (((4, 1),), 0, 0, ((5, True),)),
                (((1, 1),), 0, 0, ((5, True),)),
                (((5, 1), (4, 1), (1, 1)), 1, None, ()),
                (((1, 1),), 1, 1, ((6, True),)),
                (((2, 1),), 0, 0, ((6, True),)),
                (((6, 1), (1, -1), (2, 1)), 0, None, ()),
                (((1, 1),), 1, 1, ((7, True),)),
                (((6, 1),), 0, 0, ((7, True),)),
                (((7, 1), (1, -1), (6, 1)), 0, None, ()),
                (
                    ((8, 39), (7, 11380977330941), (1, 1225410744026726), (5, 424528081410278)),
                    1986202332523059,
                    None,
                    ((5, False),),
                ),
                (
                    ((8, 38), (7, 11380977330940), (1, 1225410744026725), (5, 424528081410277)),
                    None,
                    1977872011247362,
                    ((5, False),),
                ),
                (
                    ((8, 34), (7, 13631930026186), (1, 1467774957296068), (5, 508492103239926)),
                    2375280356042648,
                    None,
                    ((5, True),),
                ),
                (
                    ((8, 33), (7, 13631930026185), (1, 1467774957296067), (5, 508492103239925)),
                    None,
                    2366950034766941,
                    ((5, True),),
                ),
            ]
        ],
    )
    OBJECTIVE: ClassVar = {8: -1}
    BEST = -56316907015970

    def test_the_optimum_is_right(self) -> None:
        assert CpSatSolver().minimize(self.PROGRAM, self.OBJECTIVE, confirms=False).bound == self.BEST

    def test_a_second_search_refutes_a_wrong_proof(self, monkeypatch: pytest.MonkeyPatch) -> None:
        usual = CpSatSolver._parameters

        def with_the_error(solver: CpSatSolver, seconds: float) -> Any:
            parameters = usual(solver, seconds)
            parameters.presolve_inclusion_work_limit = 100_000_000
            return parameters

        monkeypatch.setattr(CpSatSolver, "_parameters", with_the_error)
        assert CpSatSolver().minimize(self.PROGRAM, self.OBJECTIVE, confirms=False).bound != self.BEST
        assert CpSatSolver().minimize(self.PROGRAM, self.OBJECTIVE).bound == self.BEST
