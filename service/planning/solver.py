"""The CP-SAT solver of OR-Tools: the only module that imports it. All numbers are whole.

The compiled module is imported directly, because the package around it needs pandas, which takes most of a second to
load. The results do not depend on the speed of the computer, unless the limit of time is reached: one thread searches
with a fixed seed, and its work is limited in deterministic units, of about one second each.
"""

from __future__ import annotations

import math
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model_helper as cp_sat

from rules.contracts import EvaluationCancelledError
from rules.engine import never_stop
from rules.planning import MAXIMUM, Solution, SolutionStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine import ShouldStop
    from rules.planning import IntegerProgram, LinearConstraint, ProductConstraint

    OnBound = Callable[[int | None, int | None], None]

_POLL_SECONDS = 0.05
_CHECK_WORK = 0.5
"""Work of the search that tries to refute a proof, in deterministic units."""
_SHORT_WORK = 0.05
"""Work of the first searches. Some small programs end at once without presolve, and not in a minute with it."""
_FLOAT_ERROR = 2.0**-48
"""Largest relative error of a bound that the solver reports as a floating-point number."""


class SolverFailureError(RuntimeError):
    """The solver refused a valid program, or its values break a constraint. It is an error of the software."""


@dataclass(frozen=True, slots=True)
class SolverLimits:
    """Limits of one solver. They also limit its memory, because it grows with the work."""

    seconds: float = 60
    """Time from the start of the first call, for all calls together."""
    work: float = 30
    """Deterministic units of one call. Equal programs end with equal results."""


class CpSatSolver:
    """Minimize integer programs. If a program only grew since the last call, only its new parts are copied."""

    def __init__(self, limits: SolverLimits | None = None, should_stop: ShouldStop = never_stop) -> None:
        self._limits = limits or SolverLimits()
        self._should_stop = should_stop
        self._deadline: float | None = None
        self._presolves = True
        """Whether the last search had presolve. The next call begins in the same way, because programs are similar."""
        self._model = _Model()

    @property
    def is_over(self) -> bool:
        """Whether the time of all calls together has ended."""
        return self._deadline is not None and time.monotonic() >= self._deadline

    def minimize(
        self,
        program: IntegerProgram,
        objective: Mapping[int, int],
        hint: Sequence[int] = (),
        on_bound: OnBound | None = None,
        *,
        confirms: bool = True,
    ) -> Solution:
        """Return the best values found within the limits. They are never worse than a valid hint.

        Raises:
            EvaluationCancelledError: If the caller ended the search.
            ValueError: If a number is outside the limits of programs, or a variable does not exist.
        """
        now = time.monotonic()
        if self._deadline is None:
            self._deadline = now + self._limits.seconds
        self._model = self._model.grown(program)
        lowest = self._model.set_objective(objective)
        self._model.set_hint(hint)
        if self._should_stop():
            raise EvaluationCancelledError("the caller ended the search")
        response, report = None, None if on_bound is None else _BestReports(on_bound)
        short = min(_SHORT_WORK, self._limits.work)
        first = self._presolves
        for presolves, work in (first, short), (not first, short), (True, self._limits.work):
            if self._is_ended(response) or self.is_over:
                break
            self._presolves = presolves
            response = self._run(self._model.proto, objective, report, presolves=presolves, work=work)
            if confirms and presolves and self._is_refuted(response, objective):
                response = self._run(self._model.proto, objective, report, presolves=False)
            lowest = max(lowest, response.inner_objective_lower_bound or lowest)
            if response.status == cp_sat.FEASIBLE:
                hint = tuple(response.solution)
                self._model.set_hint(hint)
        return self._solution(response, objective, tuple(hint), lowest)

    @staticmethod
    def _is_ended(response: cp_sat.CpSolverResponse | None) -> bool:
        return response is not None and response.status not in {cp_sat.UNKNOWN, cp_sat.FEASIBLE}

    def _is_refuted(self, response: cp_sat.CpSolverResponse, objective: Mapping[int, int]) -> bool:
        """Return whether a second, short search without presolve finds values that refute a proof.

        Presolve is the part of CP-SAT with a known error (see `_parameters`), so no proof depends on it alone.
        """
        if response.status not in {cp_sat.OPTIMAL, cp_sat.INFEASIBLE}:
            return False
        better = cp_sat.CpModelProto()
        better.copy_from(self._model.proto)
        better.clear_objective()
        better.clear_solution_hint()
        if response.status == cp_sat.OPTIMAL:
            if not objective:
                return False
            value = _weighted(tuple(objective.items()), tuple(response.solution))
            limit = better.constraints.add().linear
            limit.vars.extend(list(objective))
            limit.coeffs.extend(list(objective.values()))
            limit.domain.extend([-MAXIMUM, value - 1])
        found = self._run(better, {}, None, presolves=False, work=min(_CHECK_WORK, self._limits.work))
        return found.status in {cp_sat.OPTIMAL, cp_sat.FEASIBLE}

    def _run(
        self,
        model: cp_sat.CpModelProto,
        objective: Mapping[int, int],
        on_bound: OnBound | None,
        *,
        presolves: bool = True,
        work: float | None = None,
    ) -> cp_sat.CpSolverResponse:
        seconds = max(0.0, (self._deadline or 0) - time.monotonic())
        parameters = self._parameters(seconds)
        parameters.cp_model_presolve = presolves
        if work is not None:
            parameters.max_deterministic_time = work
        return _Search(model, objective, parameters).run(self._should_stop, on_bound)

    def _parameters(self, seconds: float) -> cp_sat.SatParameters:
        parameters = cp_sat.SatParameters()
        parameters.num_workers = 1
        parameters.random_seed = 1
        parameters.linearization_level = 2  # the relaxation contains constraints with conditions: far better bounds
        parameters.max_time_in_seconds = seconds
        parameters.max_deterministic_time = self._limits.work
        parameters.catch_sigint_signal = False
        # CP-SAT 9.15 returned a wrong optimum of a small program: its search for constraints that include each other
        # (ProcessAtMostOneAndLinear) drops conditions of large sums. Without that search, the optimum is right.
        parameters.presolve_inclusion_work_limit = 0
        return parameters

    def _solution(
        self, response: cp_sat.CpSolverResponse | None, objective: Mapping[int, int], hint: tuple[int, ...], lowest: int
    ) -> Solution:
        """Return the solution in exact numbers, after a check of all constraints."""
        terms = tuple(objective.items())
        status = cp_sat.CpSolverStatus.UNKNOWN if response is None else response.status
        found = [hint] if self._model.broken_constraint(hint) is None else []
        if status == cp_sat.INFEASIBLE and not found:
            return Solution(SolutionStatus.INFEASIBLE)
        if status == cp_sat.MODEL_INVALID:
            problem = cp_sat.CpSatHelper.validate_model(self._model.proto)
            raise SolverFailureError(f"CP-SAT refuses the program: {problem}")
        # A response without a bound contains zero, which is below no negative objective.
        bound = max(lowest, response.inner_objective_lower_bound or lowest) if response is not None else lowest
        if response is not None and status in {cp_sat.OPTIMAL, cp_sat.FEASIBLE}:
            found.insert(0, tuple(response.solution))
            if (broken := self._model.broken_constraint(found[0])) is not None:
                raise SolverFailureError(f"CP-SAT returned values that break {broken}")
        if not found:
            return Solution(SolutionStatus.UNKNOWN, bound=bound)
        value, values = min(((_weighted(terms, values), values) for values in found), key=itemgetter(0))
        if status == cp_sat.INFEASIBLE or bound > value or (status == cp_sat.OPTIMAL and values is not found[0]):
            raise SolverFailureError(f"CP-SAT returned a proof that values with the objective {value} refute")
        if status == cp_sat.OPTIMAL:
            return Solution(SolutionStatus.OPTIMAL, values, value)
        return Solution(SolutionStatus.FEASIBLE, values, bound)


class _BestReports:
    """Reports the best value and bound of several searches of the same program."""

    def __init__(self, report: OnBound) -> None:
        self._report = report
        self._best: int | None = None
        self._bound: int | None = None

    def __call__(self, best: int | None, bound: int | None) -> None:
        self._best = min((each for each in (self._best, best) if each is not None), default=None)
        self._bound = max((each for each in (self._bound, bound) if each is not None), default=None)
        self._report(self._best, self._bound)


class _Model:
    """Copy of a program for the solver."""

    def __init__(self) -> None:
        self.proto = cp_sat.CpModelProto()
        self._program: IntegerProgram | None = None
        self._bounds: list[tuple[int, int]] = []
        self._constraints: list[LinearConstraint] = []
        self._products: list[ProductConstraint] = []

    def grown(self, program: IntegerProgram) -> _Model:
        """Return the model of a program: this one with the additions, or a new one if anything else changed."""
        bounds, constraints, products = self._bounds, self._constraints, self._products
        same = (
            self._program is program
            and program.bounds[: len(bounds)] == bounds
            and program.constraints[: len(constraints)] == constraints
            and program.products[: len(products)] == products
        )
        model = self if same else _Model()
        model._program = None  # an error leaves no half of a program
        for low, high in program.bounds[len(model._bounds) :]:
            model._add_variable(low, high)
        for constraint in program.constraints[len(model._constraints) :]:
            model._add_constraint(constraint)
        for product in program.products[len(model._products) :]:
            model._add_product(product)
        model._program = program
        return model

    def _add_variable(self, low: int, high: int) -> None:
        if not -MAXIMUM <= low <= high <= MAXIMUM:
            raise ValueError(f"variable {len(self._bounds)}: from {low} to {high} is outside {-MAXIMUM} to {MAXIMUM}")
        self.proto.variables.add().domain.extend([low, high])
        self._bounds.append((low, high))

    def _add_constraint(self, constraint: LinearConstraint) -> None:
        place = f"constraint {len(self._constraints)}"
        lowest, highest = self._range(constraint.terms, place)
        for variable, _ in constraint.when:
            if not 0 <= self._bound(variable, place)[0] <= self._bounds[variable][1] <= 1:
                raise ValueError(f"{place}: variable {variable} of the condition is not from 0 to 1")
        low = lowest if constraint.low is None else max(constraint.low, lowest)
        high = highest if constraint.high is None else min(constraint.high, highest)
        if low > lowest or high < highest:
            added = self.proto.constraints.add()
            added.enforcement_literal.extend([_reference(literal) for literal in constraint.when])
            if low > high:
                added.bool_or.literals.clear()  # never true
            else:
                added.linear.vars.extend([variable for variable, _ in constraint.terms])
                added.linear.coeffs.extend([coefficient for _, coefficient in constraint.terms])
                added.linear.domain.extend([low, high])
        self._constraints.append(constraint)

    def _add_product(self, product: ProductConstraint) -> None:
        place = f"product {len(self._products)}"
        for variable in product:
            self._bound(variable, place)
        added = self.proto.constraints.add().int_prod
        added.target.vars.extend([product.result])
        added.target.coeffs.extend([1])
        for variable in (product.left, product.right):
            factor = added.exprs.add()
            factor.vars.extend([variable])
            factor.coeffs.extend([1])
        self._products.append(product)

    def set_objective(self, objective: Mapping[int, int]) -> int:
        """Set the sum to minimize, and return its lowest possible value by the bounds of the variables."""
        lowest, _ = self._range(tuple(objective.items()), "objective")
        self.proto.clear_objective()
        if objective:
            self.proto.objective.vars.extend(list(objective))
            self.proto.objective.coeffs.extend(list(objective.values()))
        return lowest

    def set_hint(self, hint: Sequence[int]) -> None:
        """Set the values of the first variables to try first."""
        if len(hint) > len(self._bounds):
            raise ValueError(f"hint: {len(hint)} values for {len(self._bounds)} variables")
        self.proto.clear_solution_hint()
        if hint:
            self.proto.solution_hint.vars.extend(list(range(len(hint))))
            limited = [min(max(value, low), high) for value, (low, high) in zip(hint, self._bounds, strict=False)]
            self.proto.solution_hint.values.extend(limited)

    def broken_constraint(self, values: Sequence[int]) -> str | None:
        """Return the first bound or constraint that values break."""
        if len(values) != len(self._bounds):
            return f"the number of variables, {len(self._bounds)}"
        for number, (value, (low, high)) in enumerate(zip(values, self._bounds, strict=True)):
            if not low <= value <= high:
                return f"the bounds of variable {number}"
        for number, constraint in enumerate(self._constraints):
            if all(bool(values[variable]) == wanted for variable, wanted in constraint.when):
                total = _weighted(constraint.terms, values)
                if not (constraint.low is None or constraint.low <= total) or not (
                    constraint.high is None or total <= constraint.high
                ):
                    return f"constraint {number}"
        for number, product in enumerate(self._products):
            if values[product.result] != values[product.left] * values[product.right]:
                return f"product {number}"
        return None

    def _bound(self, variable: int, place: str) -> tuple[int, int]:
        if not 0 <= variable < len(self._bounds):
            raise ValueError(f"{place}: variable {variable} does not exist")
        return self._bounds[variable]

    def _range(self, terms: Sequence[tuple[int, int]], place: str) -> tuple[int, int]:
        """Return the lowest and the highest value of a sum."""
        lowest = highest = greatest = 0
        for variable, coefficient in terms:
            ends = [coefficient * bound for bound in self._bound(variable, place)]
            lowest += min(ends)
            highest += max(ends)
            greatest += max(abs(coefficient), abs(ends[0]), abs(ends[1]))
        if greatest > MAXIMUM:
            raise ValueError(f"{place}: the sum can reach {greatest}, more than {MAXIMUM}")
        return lowest, highest


class _Search:
    """One run of the solver in its own thread, so that the caller can end it."""

    def __init__(
        self, model: cp_sat.CpModelProto, objective: Mapping[int, int], parameters: cp_sat.SatParameters
    ) -> None:
        self._model = model
        self._objective = objective
        self._wrapper = cp_sat.SolveWrapper()
        self._wrapper.set_parameters(parameters)
        self._best: int | None = None
        self._bound: int | None = None
        self._changed = threading.Event()

    def run(self, should_stop: ShouldStop, on_bound: OnBound | None) -> cp_sat.CpSolverResponse:
        reported: tuple[int | None, int | None] = (None, None)
        with ThreadPoolExecutor(1, "solver") as pool:
            response = pool.submit(self._solve)
            response.add_done_callback(lambda _: self._changed.set())
            try:
                while not response.done():
                    self._changed.wait(_POLL_SECONDS)
                    self._changed.clear()
                    if should_stop():
                        raise EvaluationCancelledError("the caller ended the search")
                    if on_bound is not None and (now := (self._best, self._bound)) != reported:
                        reported = now
                        on_bound(*reported)
            except BaseException:
                self._wrapper.stop_search()
                raise
            return response.result()

    def _solve(self) -> cp_sat.CpSolverResponse:
        callback = _OnSolution(self._found)
        self._wrapper.add_best_bound_callback(self._proved)
        self._wrapper.add_solution_callback(callback)
        try:
            response: cp_sat.CpSolverResponse = self._wrapper.solve(self._model)
        finally:
            self._wrapper.clear_solution_callback(callback)
        return response

    def _found(self, callback: cp_sat.SolutionCallback) -> None:
        best = sum(factor * callback.SolutionIntegerValue(variable) for variable, factor in self._objective.items())
        if self._best is None or best < self._best:
            self._best = best
            self._changed.set()

    def _proved(self, number: float) -> None:
        if not math.isfinite(number):
            return
        bound = math.ceil(number - abs(number) * _FLOAT_ERROR)
        if self._bound is None or bound > self._bound:
            self._bound = bound
            self._changed.set()


class _OnSolution(cp_sat.SolutionCallback):
    def __init__(self, found: Callable[[cp_sat.SolutionCallback], None]) -> None:
        super().__init__()
        self._found = found

    def OnSolutionCallback(self) -> None:
        self._found(self)


def _reference(literal: tuple[int, bool]) -> int:
    variable, value = literal
    return variable if value else -variable - 1


def _weighted(terms: Sequence[tuple[int, int]], values: Sequence[int]) -> int:
    return sum(coefficient * values[variable] for variable, coefficient in terms)
