"""Which rules of durable-rules say the same as the planned rules, and what does each of them decide when it fires?

There are two sets. In the *general* one a measure is two numbers, the codes of its lowest and its highest value, and
each planned rule has engine rules of its own for met, for each way of not met, and for *settled*: everything it asks is
met or does not apply. What is settled but not met does not apply, so that a rule for each way of that is not needed.

In the *exact* one a measure whose codes are equal is a single number. The planned rules that ask it answer the same for
every code of a *run*, so the engine only has to find the run in which the code lies: one firing decides all of them.
Measures whose runs are alike share these rules, and the fact that fired names the measure. That leaves a third of the
firings and a small part of the rules, which matters most: the engine sets up memory for every rule at every evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

from rules.contracts.errors import PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Coding, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.atoms import Measure
    from rules.engine.network import PlannedRule

MAXIMUM_RULES = 4_000
MAXIMUM_FIELDS = 400
MAXIMUM_TERMS = 15
MAXIMUM_SAME_CONDITION = 240
CONDITIONS_PER_FIELD = 40

TICK = "tick"

_ABSENT: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)

Condition = dict[str, object]
Decided = dict[str, Outcome]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a firing decides; `firmly` overrules whatever other firings decide otherwise."""

    otherwise: Decided = field(default_factory=dict)
    firmly: Decided = field(default_factory=dict)


@dataclass
class EngineRules:
    """One set of engine rules.

    `decides` says what the firing of a rule decides, `by_fact` what it does for each fact that can fire it. `fields`
    are the names under which each measure, by its place, is asserted, with the id of the fact.
    """

    exact: bool
    codings: Mapping[Measure, Coding]
    definition: str = ""
    decides: dict[str, Decision] = field(default_factory=dict)
    by_fact: dict[str, dict[str, Decision]] = field(default_factory=dict)
    fields: list[dict[str, str]] = field(default_factory=list)
    _rules: dict[str, dict[str, list[Condition]]] = field(default_factory=dict)
    _place: dict[Measure, int] = field(default_factory=dict)
    _lanes: dict[Measure, dict[tuple[Run, ...], int]] = field(default_factory=dict)
    _shapes: dict[tuple[Run, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._place = {measure: place for place, measure in enumerate(self.codings)}
        self._lanes = {measure: {} for measure in self.codings}
        self.fields = [{} for _ in self.codings]

    def facts(self, place: int, codes: Run) -> str:
        """Write the facts of one measure as JSON, one for each field under which it is asserted."""
        low, high = codes
        if self.exact:
            return ",".join(f'{{"{name}":{low},"sid":"s","id":"{id}"}}' for name, id in self.fields[place].items())
        return ",".join(
            f'{{"{name}":{low},"{_high(name)}":{high},"sid":"s","id":"{id}"}}'
            for name, id in self.fields[place].items()
        )

    def add(self, index: int, rule: PlannedRule) -> None:
        """Add the engine rules of one planned rule: met, each way of not met, settled.

        The exact set leaves to the runs of a measure whatever that measure decides alone.

        Raises:
            PlanError: the rule has too many terms.
        """
        wanted = self._wanted(rule)
        if len(wanted) > MAXIMUM_TERMS:
            raise PlanError(
                f"{rule.id} has conditions on {len(wanted)} measures; at most {MAXIMUM_TERMS} are allowed",
                "terms",
                rule=rule.id,
                found=str(len(wanted)),
                most=str(MAXIMUM_TERMS),
            )
        if self.exact and len(wanted) == 1:
            return
        for place, atom in enumerate(() if self.exact else rule.atoms):
            outside = self.codings[atom.measure].other_runs(self.codings[atom.measure].runs(atom))
            if outside:
                self._put(f"x{index}:{place}", [self._condition(atom.measure, outside)])
                self.decides[f"x{index}:{place}"] = Decision(firmly={rule.id: Outcome.NOT_MET})
        if all(wanted.values()):
            self._put(f"m{index}", self._terms(wanted) or [_present(TICK)])
            self.decides[f"m{index}"] = Decision(firmly={rule.id: Outcome.MET})
        if wanted:
            # With a single term the rule for met would rest on the same condition, of which there may not be too many.
            met = wanted if len(wanted) > 1 else dict.fromkeys(wanted, ())
            self._put(f"s{index}", self._terms({measure: (_ABSENT, *runs) for measure, runs in met.items()}))
            self.decides[f"s{index}"] = Decision(otherwise={rule.id: Outcome.NOT_APPLICABLE})

    def _wanted(self, rule: PlannedRule) -> dict[Measure, tuple[Run, ...]]:
        """Give for each measure that a rule asks the codes with which it can be met."""
        wanted: dict[Measure, tuple[Run, ...]] = {}
        for atom in rule.atoms:
            runs = self.codings[atom.measure].runs(atom)
            wanted[atom.measure] = _both(wanted[atom.measure], runs) if atom.measure in wanted else runs
        return wanted

    def add_runs(self, rules: tuple[PlannedRule, ...]) -> None:
        """Add for every measure the runs of codes for which all that it decides alone is the same."""
        alone: dict[Measure, list[tuple[str, set[int]]]] = {measure: [] for measure in self.codings}
        among: dict[Measure, list[tuple[str, set[int]]]] = {measure: [] for measure in self.codings}
        for rule in rules:
            wanted = self._wanted(rule)
            for measure, runs in wanted.items():
                codes = {code for low, high in runs for code in range(low, high + 1)}
                (alone if len(wanted) == 1 else among)[measure].append((rule.id, codes))
        for measure, coding in self.codings.items():
            found = [(_ABSENT, Decision({rule: Outcome.NOT_APPLICABLE for rule, _ in alone[measure]}))]
            for code in range(coding.top + 1):
                decision = Decision(
                    {rule: Outcome.MET if code in met else Outcome.NOT_MET for rule, met in alone[measure]},
                    {rule: Outcome.NOT_MET for rule, met in among[measure] if code not in met},
                )
                (first, last), before = found[-1]
                if last == code - 1 and code and before == decision:
                    found[-1] = ((first, code), decision)
                else:
                    found.append(((code, code), decision))
            self._add_shape(self._place[measure], found)

    def _add_shape(self, place: int, found: list[tuple[Run, Decision]]) -> None:
        """Assert a measure under the name that all measures with the same runs share, and write their rules once."""
        shape = self._shapes.setdefault(tuple(run for run, _ in found), len(self._shapes))
        for number, (run, decision) in enumerate(found):
            name, lane = f"r{shape}:{number}", number // CONDITIONS_PER_FIELD
            if name not in self._rules:
                self._put(name, [_inside(f"e{shape}_{lane}", f"e{shape}_{lane}", (run,))])
            self.fields[place][f"e{shape}_{lane}"] = f"{place}.{lane}"
            self.by_fact.setdefault(name, {})[f"{place}.{lane}"] = decision

    def finish(self) -> EngineRules:
        """Add the tick and write the definition.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        self._put(TICK, [_present(TICK)])
        if len(self._rules) > MAXIMUM_RULES:
            raise PlanError(
                f"the card needs {len(self._rules)} engine rules; at most {MAXIMUM_RULES} are allowed",
                "rules",
                found=str(len(self._rules)),
                most=str(MAXIMUM_RULES),
            )
        names = {name for names in self.fields for name in names}
        if len(names) > MAXIMUM_FIELDS:
            raise PlanError(
                f"the card compares {len(names)} measures; at most {MAXIMUM_FIELDS} are allowed",
                "measures",
                found=str(len(names)),
                most=str(MAXIMUM_FIELDS),
            )
        self._refuse_repetition()
        self.definition = orjson.dumps(self._rules).decode()
        self._rules = {}
        return self

    def _refuse_repetition(self) -> None:
        single: dict[bytes, int] = {}
        for rule in self._rules.values():
            if len(rule["all"]) == 1:
                key = orjson.dumps(rule)
                single[key] = single.get(key, 0) + 1
        if max(single.values()) > MAXIMUM_SAME_CONDITION:
            raise PlanError(
                f"more than {MAXIMUM_SAME_CONDITION} rules rest on one identical condition alone",
                "same",
                most=str(MAXIMUM_SAME_CONDITION),
            )

    def _put(self, name: str, terms: list[Condition]) -> None:
        self._rules[name] = {"all": [{f"t{place}": term} for place, term in enumerate(terms)]}

    def _terms(self, wanted: Mapping[Measure, tuple[Run, ...]]) -> list[Condition]:
        """Ask of every measure that it lies in its runs: one term for each, since two never bind the same fact."""
        return [self._condition(measure, runs) for measure, runs in wanted.items()]

    def _condition(self, measure: Measure, runs: tuple[Run, ...]) -> Condition:
        """Write "it lies in one of the runs" over the copy of the field that still has room."""
        lanes, place = self._lanes[measure], self._place[measure]
        lane = lanes.setdefault(runs, len(lanes) // CONDITIONS_PER_FIELD)
        name = f"f{place}_{lane}"
        self.fields[place][name] = f"{place}_{lane}"
        return _inside(name, name if self.exact else _high(name), runs)


def general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> EngineRules:
    """Write the engine rules for measures of which only the lowest and highest codes are known.

    Raises:
        PlanError: a limit of the fence is exceeded; the message names it.
    """
    return _written(EngineRules(exact=False, codings=codings), rules).finish()


def exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> EngineRules:
    """Write the engine rules for measures whose code is known.

    Raises:
        PlanError: a limit of the fence is exceeded; the message names it.
    """
    written = _written(EngineRules(exact=True, codings=codings), rules)
    written.add_runs(rules)
    return written.finish()


def _written(written: EngineRules, rules: tuple[PlannedRule, ...]) -> EngineRules:
    for index, rule in enumerate(rules):
        written.add(index, rule)
    return written


def _both(left: tuple[Run, ...], right: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give the codes that lie in both."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in left for other in right)
    return tuple(sorted(pair for pair in pairs if pair[0] <= pair[1]))


def _inside(low: str, high: str, runs: tuple[Run, ...]) -> Condition:
    inside = [_all([{"$gte": {low: first}}, {"$lte": {high: last}}]) for first, last in runs]
    return _all([_present(low), inside[0] if len(inside) == 1 else {"$or": inside}])


def _high(name: str) -> str:
    """Name the field of the highest code beside that of the lowest."""
    return f"h{name[1:]}"


def _all(conditions: list[Condition]) -> Condition:
    return {"$and": conditions}


def _present(name: str) -> Condition:
    return {"$ex": {name: 1}}
