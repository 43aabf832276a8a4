"""Compilation of planned rules for durable-rules over code ranges, where not every measure is known.

A measure is two numbers, the codes of its lowest and its highest value. What a planned rule asks is one fact with both
numbers of each measure, so that the engine concludes it without joining facts. It is met if every measure surely lies
inside, and not met if one surely lies outside. There is a rule for *settled*, too: every measure lies surely inside or
does not apply. What is settled but not met does not apply, so that a rule for each way of that is not needed.

Rules that ask alike share the rules of the engine, as in `exact_rules`. A rule that asks more than one rule of the
engine may say is asked in parts, each one fact; their outcomes are joined as those of its clauses are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Run, wanted_runs
from rules.engine.definition import (
    CONDITIONS_PER_FIELD,
    MAXIMUM_COMPARISONS,
    Condition,
    RulesetBuilder,
    all_of,
    any_exclusive,
    has_field,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.engine.codes import Coding
    from rules.engine.network import PlannedRule
    from rules.program.nodes import AtomicTest, Measure

_RUNS_AT_ONCE = MAXIMUM_COMPARISONS // 2
"""In one condition: each run takes two comparisons at most."""


@dataclass(frozen=True, slots=True)
class FiringDecision:
    """What the firing of a rule decides: `firmly`, or as long as nothing else is decided `otherwise`."""

    outcome: Outcome
    firmly: bool = True


@dataclass(frozen=True, slots=True)
class FactTemplate:
    """A fact of the engine: what is asked together of some measures, by their places, under names of its own."""

    places: tuple[int, ...]
    fields: tuple[str, ...]

    def begun(self, runs: Mapping[int, Run]) -> str:
        """Write the fact as JSON up to its id, with the codes of measures by their places."""
        asked = zip(self.fields, self.places, strict=True)
        written = "".join(f'"{name}":{runs[place][0]},"{_high(name)}":{runs[place][1]},' for name, place in asked)
        return f'{{{written}"sid":"s","id":"'


@dataclass(frozen=True, slots=True)
class _MeasureRuns:
    """The codes that are asked of one measure: those inside, those of which one run decides that it is outside."""

    inside: tuple[Run, ...]
    outside: tuple[Run, ...]
    top: int


@dataclass
class GeneralRules:
    """The rules for measures of which only the lowest and highest codes are known.

    `parts_of` says by its id which of the `parts` a planned rule is; `decides` what the firing of a rule decides.
    """

    codings: Mapping[Measure, Coding]
    parts: list[FactTemplate] = field(default_factory=list)
    parts_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    decides: dict[str, FiringDecision] = field(default_factory=dict)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[_MeasureRuns, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._place = {measure: place for place, measure in enumerate(self.codings)}

    def add(self, rule: PlannedRule) -> None:
        """Add the engine rules of one planned rule, in as few parts as can be."""
        asked: list[AtomicTest] = []
        first = len(self.parts)
        for atom in rule.atoms:
            if asked and not _fits(self._limits([*asked, atom])):
                self._add_part(asked)
                asked = []
            asked.append(atom)
        if asked:
            self._add_part(asked)
        self.parts_of[rule.id] = tuple(range(first, len(self.parts)))

    def written(self) -> str:
        """Write the definition."""
        return self._definition.written(len(self._shapes))

    def _limits(self, atoms: Sequence[AtomicTest]) -> dict[Measure, _MeasureRuns]:
        outside: dict[Measure, set[Run]] = {}
        for atom in atoms:
            coding = self.codings[atom.measure]
            outside.setdefault(atom.measure, set()).update(coding.other_runs(coding.runs(atom)))
        return {
            measure: _MeasureRuns(runs, _widest(outside[measure]), self.codings[measure].top)
            for measure, runs in wanted_runs(atoms, self.codings).items()
        }

    def _add_part(self, atoms: Sequence[AtomicTest]) -> None:
        limits = self._limits(atoms)
        asked = tuple(limits.values())
        is_new = asked not in self._shapes
        shape = self._shapes.setdefault(asked, len(self._shapes))
        fields = tuple(f"g{shape}_{place}" for place in range(len(asked)))
        self.parts.append(FactTemplate(tuple(self._place[measure] for measure in limits), fields))
        if is_new:
            for number, (decision, conditions) in enumerate(_ways(fields, asked)):
                name = f"g{shape}:{number}"
                self._definition.put(name, [has_field(fields[0]), *conditions])
                self.decides[name] = decision


def write_general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> GeneralRules:
    """Write the engine rules for measures of which only the lowest and highest codes are known."""
    written = GeneralRules(codings)
    for rule in rules:
        written.add(rule)
    return written


def _fits(limits: Mapping[Measure, _MeasureRuns]) -> bool:
    """Say whether one fact can ask all of this."""
    ways = list(_ways(tuple("_" * len(limits)), tuple(limits.values())))
    runs = sum(len(limit.inside) + (len(limits) > 1) for limit in limits.values())
    return len(ways) <= CONDITIONS_PER_FIELD and 2 * runs <= MAXIMUM_COMPARISONS


def _ways(
    fields: tuple[str, ...], limits: tuple[_MeasureRuns, ...]
) -> Iterator[tuple[FiringDecision, list[Condition]]]:
    """Give every way in which what is asked comes to an outcome.

    Of one measure the runs inside may be many: they are shared out then. That several are asked with many is not
    allowed by `_fits`.
    """
    named = list(zip(fields, limits, strict=True))
    for name, limit in named:
        for runs in _batches(limit.outside):
            yield FiringDecision(Outcome.NOT_MET), [_inside(name, runs, limit.top)]
    if len(named) == 1:
        for runs in _batches(limits[0].inside):
            yield FiringDecision(Outcome.MET), [_inside(fields[0], runs, limits[0].top)]
    elif all(one.inside for one in limits):
        yield FiringDecision(Outcome.MET), [_inside(name, one.inside, one.top) for name, one in named]
    # With a single measure the rules for met say what is inside.
    settled = [_settled(name, one.inside if len(named) > 1 else (), one.top) for name, one in named]
    yield FiringDecision(Outcome.NOT_APPLICABLE, firmly=False), settled


def _batches(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    return (runs[first : first + _RUNS_AT_ONCE] for first in range(0, len(runs), _RUNS_AT_ONCE))


def _widest(runs: set[Run]) -> tuple[Run, ...]:
    """Leave out the runs that lie inside another."""
    widest: list[Run] = []
    for low, high in sorted(runs, key=lambda run: (run[0], -run[1])):
        if not widest or high > widest[-1][1]:
            widest.append((low, high))
    return tuple(widest)


def _inside(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    """Ask that a measure surely lies in one of some runs, and applies."""
    return any_exclusive([_within(name, run, top) for run in runs])


def _settled(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    """Ask that a measure surely does not apply, or surely lies in one of some runs."""
    return any_exclusive([{"$lte": {_high(name): NOT_APPLICABLE_CODE}}, *(_within(name, run, top) for run in runs)])


def _within(name: str, run: Run, top: int) -> Condition:
    first, last = run
    beyond: Condition = {"$gte": {name: first}}
    return beyond if last == top else all_of([beyond, {"$lte": {_high(name): last}}])


def _high(name: str) -> str:
    """Name the field of the highest code beside that of the lowest."""
    return f"h{name[1:]}"
