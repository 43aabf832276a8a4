"""Integer codes for durable-rules: the rank of a value among its thresholds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from math import lcm
from typing import TYPE_CHECKING, Any

from rules.contracts.errors import PlanError
from rules.contracts.intervals import Interval
from rules.model.expressions import GOVERNING_FIRST, GOVERNING_LAST
from rules.program.lowering import day_comparison
from rules.program.nodes import ANSWERS, AtomicTest, CriterionOutcome, Measure, NamedNumber, PeriodBoundary, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from fractions import Fraction

    from rules.engine.network import Network
    from rules.model.expressions import DateExpression
    from rules.model.scorecard import Scorecard
    from rules.program.value_environment import MeasureValue, Ratio


@dataclass(frozen=True, slots=True)
class ComparisonThresholds:
    """The thresholds of each name in ascending order, and the comparisons between days."""

    thresholds: dict[str, tuple[Fraction, ...]]
    days: tuple[tuple[str, DateExpression], ...]


def collect_thresholds(
    scorecard: Scorecard, networks: Iterable[Network], other_tests: Iterable[AtomicTest]
) -> ComparisonThresholds:
    """Return the thresholds of all rules and named conditions.

    The days that select verdict rules become thresholds of the governing fact.
    """
    atoms = [*(atom for network in networks for rule in network.rules for atom in rule.atoms), *other_tests]
    thresholds = _thresholds(atoms)
    if scorecard.verdicts is not None:
        governed_by = scorecard.verdicts.governed_by
        days = {day for name in (GOVERNING_FIRST, GOVERNING_LAST, governed_by) for day in thresholds.get(name, ())}
        thresholds[governed_by] = tuple(sorted(days))
    with_days = (day_comparison(measure) for measure in dict.fromkeys(atom.measure for atom in atoms))
    return ComparisonThresholds(thresholds, tuple(dict.fromkeys(day for day in with_days if day is not None)))


def _thresholds(atoms: Iterable[AtomicTest]) -> dict[str, tuple[Fraction, ...]]:
    by_name: dict[str, set[Fraction]] = {}
    for atom in atoms:
        if isinstance(atom.measure, (NamedNumber, PeriodBoundary)):
            by_name.setdefault(atom.measure.name, set()).update(atom.ends)
    return {name: tuple(sorted(ends)) for name, ends in by_name.items()}


NOT_APPLICABLE_CODE = -1
"""Both codes of a measure that does not apply; no run contains it."""

Run = tuple[int, int]
"""Consecutive codes, first and last included."""


@dataclass(frozen=True, slots=True)
class Coding:
    """The codes of one measure: thresholds of a number, or the values of a choice.

    `scaled` are the thresholds times `unit`: whole numbers compare faster than fractions. `code` returns the code of a
    plain value.
    """

    thresholds: tuple[Fraction, ...] = ()
    values: tuple[str, ...] = ()
    unit: int = field(init=False, compare=False)
    scaled: tuple[int, ...] = field(init=False, compare=False)
    by_word: dict[str, int] = field(init=False, compare=False, repr=False)
    code: Callable[[Any], int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        unit = lcm(*(threshold.denominator for threshold in self.thresholds))
        object.__setattr__(self, "unit", unit)
        object.__setattr__(self, "scaled", tuple(int(threshold * unit) for threshold in self.thresholds))
        object.__setattr__(self, "by_word", {word: position for position, word in enumerate(self.values)})
        codes: dict[str | None, int] = {None: NOT_APPLICABLE_CODE}
        codes.update(self.by_word)
        object.__setattr__(self, "code", codes.__getitem__ if self.values else _code_function(self.scaled, unit))

    @property
    def top(self) -> int:
        return len(self.values) - 1 if self.values else 2 * len(self.thresholds)

    def encode(self, value: MeasureValue) -> Run:
        if type(value) is Interval:
            if value.low is value.high and value.low is not None:
                code = self._code_of(value.low, 0)
                return code, code
            low = 0 if value.low is None else self._code_of(value.low, 1 if value.low_open else 0)
            high = self.top if value.high is None else self._code_of(value.high, -1 if value.high_open else 0)
            return low, high
        if value is None:
            return NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE
        if not isinstance(value, frozenset):
            return NOT_APPLICABLE_CODE, self.top
        codes = [self.by_word[name] for name in value]
        return min(codes), max(codes)

    def _code_of(self, number: Fraction, side: int) -> int:
        numerator, denominator = number.as_integer_ratio()
        quotient, rest = divmod(numerator * self.unit, denominator)
        if rest:
            return 2 * bisect_right(self.scaled, quotient)
        index = bisect_left(self.scaled, quotient)
        equal = index < len(self.scaled) and self.scaled[index] == quotient
        return 2 * index + 1 + side if equal else 2 * index

    def runs(self, atom: AtomicTest) -> tuple[Run, ...]:
        if isinstance(atom.allowed, frozenset):
            return join_runs(sorted(self.values.index(name) for name in atom.allowed))
        return tuple(self.encode(span) for span in atom.allowed)

    def other_runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        inside = {code for low, high in runs for code in range(low, high + 1)}
        return join_runs([code for code in range(self.top + 1) if code not in inside])


def _code_function(scaled: tuple[int, ...], unit: int) -> Callable[[Ratio | None], int]:
    """Return the function from plain numbers to codes; one threshold needs only one multiplication each."""
    only = scaled[0] if len(scaled) == 1 else None

    def code(ratio: Ratio | None) -> int:
        above, below = ratio or (None, None)
        if above is None or below is None:
            return NOT_APPLICABLE_CODE
        if only is not None:
            number, threshold = above * unit, only * below
            return 2 if number > threshold else 0 if number < threshold else 1
        quotient, rest = divmod(above * unit, below)
        index = bisect_right(scaled, quotient)
        return 2 * index - 1 if not rest and index and scaled[index - 1] == quotient else 2 * index

    return code


def join_runs(codes: list[int]) -> tuple[Run, ...]:
    """Join ascending codes to runs."""
    runs: list[Run] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return tuple(runs)


def wanted_runs(atoms: Iterable[AtomicTest], codings: Mapping[Measure, Coding]) -> dict[Measure, tuple[Run, ...]]:
    """Return for each tested measure the codes that satisfy all its tests."""
    wanted: dict[Measure, tuple[Run, ...]] = {}
    for atom in atoms:
        runs = codings[atom.measure].runs(atom)
        wanted[atom.measure] = _intersection(wanted[atom.measure], runs) if atom.measure in wanted else runs
    return wanted


def _intersection(left: tuple[Run, ...], right: tuple[Run, ...]) -> tuple[Run, ...]:
    pairs = ((max(run[0], other[0]), min(run[1], other[1])) for run in left for other in right)
    return tuple(sorted(pair for pair in pairs if pair[0] <= pair[1]))


def codings(atoms: Iterable[AtomicTest]) -> dict[Measure, Coding]:
    """Return the coding of every measure, in order of first appearance."""
    by_measure: dict[Measure, set[Fraction]] = {}
    for atom in atoms:
        by_measure.setdefault(atom.measure, set()).update(atom.ends)
    return {measure: _coding(measure, bounds) for measure, bounds in by_measure.items()}


def _coding(measure: Measure, bounds: set[Fraction]) -> Coding:
    if isinstance(measure, Word):
        return Coding(values=measure.domain)
    if isinstance(measure, CriterionOutcome):
        return Coding(values=ANSWERS)
    if len(bounds) > 10_000:
        raise PlanError(
            f"One measure is compared with {len(bounds)} different numbers; at most 10,000 are allowed.",
            "numbers",
            found=str(len(bounds)),
            most="10,000",
        )
    return Coding(thresholds=tuple(sorted(bounds)))
