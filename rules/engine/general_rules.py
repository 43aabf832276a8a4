"""Which rules of durable-rules say the same as the planned rules where not everything is known?

A measure is two numbers, the codes of its lowest and its highest value. Each planned rule has engine rules of its own
for met, for each way of not met, and for *settled*: everything it asks is met or does not apply. What is settled but
not met does not apply, so that a rule for each way of that is not needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.errors import PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Run, wanted_runs
from rules.engine.definition import (
    CONDITIONS_PER_FIELD,
    MAXIMUM_TERMS,
    TICK,
    Condition,
    Definition,
    all_of,
    one_of,
    present,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.codes import Coding
    from rules.engine.network import PlannedRule
    from rules.program.nodes import Measure

_ABSENT: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the firing of a rule decides: `firmly`, or as long as nothing else is decided `otherwise`."""

    rule: str
    outcome: Outcome
    firmly: bool = True


@dataclass
class GeneralRules:
    """The rules for measures of which only the lowest and highest codes are known.

    `decides` says what the firing of a rule decides. `fields` are the names under which each measure, by its place, is
    asserted, with the id of the fact.
    """

    codings: Mapping[Measure, Coding]
    decides: dict[str, Decision] = field(default_factory=dict)
    fields: list[dict[str, str]] = field(default_factory=list)
    _definition: Definition = field(default_factory=Definition)
    _place: dict[Measure, int] = field(default_factory=dict)
    _lanes: dict[Measure, dict[tuple[Run, ...], int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._place = {measure: place for place, measure in enumerate(self.codings)}
        self._lanes = {measure: {} for measure in self.codings}
        self.fields = [{} for _ in self.codings]

    def facts(self, place: int, codes: Run) -> str:
        """Write the facts of one measure as JSON, one for each field under which it is asserted."""
        low, high = codes
        return ",".join(
            f'{{"{name}":{low},"{_high(name)}":{high},"sid":"s","id":"{id}"}}'
            for name, id in self.fields[place].items()
        )

    def add(self, index: int, rule: PlannedRule) -> None:
        """Add the engine rules of one planned rule: met, each way of not met, settled.

        Raises:
            PlanError: the rule has too many terms.
        """
        wanted = wanted_runs(rule, self.codings)
        if len(wanted) > MAXIMUM_TERMS:
            raise PlanError(
                f"{rule.id} has conditions on {len(wanted)} measures; at most {MAXIMUM_TERMS} are allowed",
                "terms",
                rule=rule.id,
                found=str(len(wanted)),
                most=str(MAXIMUM_TERMS),
            )
        for place, atom in enumerate(rule.atoms):
            outside = self.codings[atom.measure].other_runs(self.codings[atom.measure].runs(atom))
            if outside:
                condition = [self._condition(atom.measure, outside)]
                self._put(f"x{index}:{place}", condition, Decision(rule.id, Outcome.NOT_MET))
        if all(wanted.values()):
            self._put(f"m{index}", self._terms(wanted) or [present(TICK)], Decision(rule.id, Outcome.MET))
        if wanted:
            # With a single term the rule for met would rest on the same condition, of which there may not be too many.
            met = wanted if len(wanted) > 1 else dict.fromkeys(wanted, ())
            settled = self._terms({measure: (_ABSENT, *runs) for measure, runs in met.items()})
            self._put(f"s{index}", settled, Decision(rule.id, Outcome.NOT_APPLICABLE, firmly=False))

    def written(self) -> str:
        """Write the definition.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        return self._definition.written(sum(map(len, self.fields)))

    def _put(self, name: str, terms: list[Condition], decision: Decision) -> None:
        self._definition.put(name, terms)
        self.decides[name] = decision

    def _terms(self, wanted: Mapping[Measure, tuple[Run, ...]]) -> list[Condition]:
        """Ask of every measure that it lies in its runs: one term for each, since two never bind the same fact."""
        return [self._condition(measure, runs) for measure, runs in wanted.items()]

    def _condition(self, measure: Measure, runs: tuple[Run, ...]) -> Condition:
        """Write "it lies in one of the runs" over the copy of the field that still has room."""
        lanes, place = self._lanes[measure], self._place[measure]
        lane = lanes.setdefault(runs, len(lanes) // CONDITIONS_PER_FIELD)
        name = f"f{place}_{lane}"
        self.fields[place][name] = f"{place}_{lane}"
        inside = [all_of([{"$gte": {name: first}}, {"$lte": {_high(name): last}}]) for first, last in runs]
        return all_of([present(name), one_of(inside)])


def general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> GeneralRules:
    """Write the engine rules for measures of which only the lowest and highest codes are known.

    Raises:
        PlanError: a rule has too many terms.
    """
    written = GeneralRules(codings)
    for index, rule in enumerate(rules):
        written.add(index, rule)
    return written


def _high(name: str) -> str:
    """Name the field of the highest code beside that of the lowest."""
    return f"h{name[1:]}"
