"""Which rules of durable-rules say the same as the planned rules, and what does each of them decide when it fires?

There are two sets. In the *general* one a measure is two numbers, the codes of its lowest and its highest value, and
each planned rule has engine rules of its own for met, for each way of not met, and for each way of not applicable. In
the *exact* one a measure whose codes are equal is a single number; all planned rules that ask nothing else are decided
together, by one engine rule for each run of codes with the same answers, so that one firing answers them all. That is
a third of the firings, and an evaluation without unknowns never needs the general set.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

from rules.contracts.errors import PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Coding, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


@dataclass
class EngineRules:
    """One set of engine rules, with what each decides, and the copies of each measure's field that they read.

    `failing` holds the engine rules that decide "not met": they overrule all others.
    """

    exact: bool
    codings: Mapping[Measure, Coding]
    definition: str = ""
    decides: dict[str, Decided] = field(default_factory=dict)
    failing: dict[str, Decided] = field(default_factory=dict)
    _rules: dict[str, dict[str, list[Condition]]] = field(default_factory=dict)
    _index: dict[Measure, int] = field(default_factory=dict)
    _lanes: dict[Measure, dict[tuple[Run, ...], int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._index = {measure: index for index, measure in enumerate(self.codings)}
        self._lanes = {measure: {} for measure in self.codings}

    def lanes(self) -> list[tuple[int, ...]]:
        """List the copies of each measure's field that are read, in the order of the measures."""
        return [tuple(sorted(set(used.values()))) for used in self._lanes.values()]

    def facts(self, index: int, lanes: Iterable[int], codes: Run) -> str:
        """Write the facts of one measure as JSON, one for each copy; its place among the measures names the fields."""
        low, high = codes
        if self.exact:
            return ",".join(f'{{"f{index}_{lane}":{low},"sid":"s","id":"{index}_{lane}"}}' for lane in lanes)
        return ",".join(
            f'{{"f{index}_{lane}":{low},"h{index}_{lane}":{high},"sid":"s","id":"{index}_{lane}"}}' for lane in lanes
        )

    def add_general(self, index: int, rule: PlannedRule) -> None:
        """Add the engine rules of one planned rule: met, each way of not met, each way of not applicable.

        Raises:
            PlanError: the rule has too many terms.
        """
        wanted: dict[Measure, tuple[Run, ...]] = {}
        for place, atom in enumerate(rule.atoms):
            runs = self.codings[atom.measure].runs(atom)
            wanted[atom.measure] = _both(wanted[atom.measure], runs) if atom.measure in wanted else runs
            outside = self.codings[atom.measure].other_runs(runs)
            if outside:
                name = f"x{index}:{place}"
                self._put(name, [self._condition(atom.measure, outside)])
                self.failing[name] = {rule.id: Outcome.NOT_MET}
        if len(wanted) > MAXIMUM_TERMS:
            raise PlanError(
                f"{rule.id} has conditions on {len(wanted)} measures; at most {MAXIMUM_TERMS} are allowed",
                "terms",
                rule=rule.id,
                found=str(len(wanted)),
                most=str(MAXIMUM_TERMS),
            )
        if all(wanted.values()):
            self._put(f"m{index}", self._terms(wanted) or [_present(TICK)])
            self.decides[f"m{index}"] = {rule.id: Outcome.MET}
        settled = {measure: (_ABSENT, *runs) for measure, runs in wanted.items()}
        for place, measure in enumerate(wanted):
            self._put(f"n{index}:{place}", self._terms({**settled, measure: (_ABSENT,)}))
            self.decides[f"n{index}:{place}"] = {rule.id: Outcome.NOT_APPLICABLE}

    def add_classes(self, measure: Measure, rules: Iterable[PlannedRule]) -> None:
        """Add one engine rule for each run of codes for which all these rules, asking one measure, answer the same."""
        coding = self.codings[measure]
        met: dict[str, set[int]] = {}
        for rule in rules:
            inside = set(range(coding.top + 1))
            for atom in rule.atoms:
                inside &= {code for low, high in coding.runs(atom) for code in range(low, high + 1)}
            met[rule.id] = inside
        classes: list[tuple[Run, Decided]] = [(_ABSENT, dict.fromkeys(met, Outcome.NOT_APPLICABLE))]
        for code in range(coding.top + 1):
            answers = {rule: Outcome.MET if code in inside else Outcome.NOT_MET for rule, inside in met.items()}
            if classes[-1][1] == answers:
                classes[-1] = ((classes[-1][0][0], code), answers)
            else:
                classes.append(((code, code), answers))
        for place, (run, answers) in enumerate(classes):
            name = f"c{self._index[measure]}:{place}"
            self._put(name, [self._condition(measure, (run,))])
            self.decides[name] = answers

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
        fields = sum(map(len, self.lanes()))
        if fields > MAXIMUM_FIELDS:
            raise PlanError(
                f"the card compares {fields} measures; at most {MAXIMUM_FIELDS} are allowed",
                "measures",
                found=str(fields),
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
        lanes = self._lanes[measure]
        lane = lanes.setdefault(runs, len(lanes) // CONDITIONS_PER_FIELD)
        low = f"f{self._index[measure]}_{lane}"
        high = low if self.exact else f"h{self._index[measure]}_{lane}"
        inside = [_all([{"$gte": {low: first}}, {"$lte": {high: last}}]) for first, last in runs]
        return _all([_present(low), inside[0] if len(inside) == 1 else {"$or": inside}])


def general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> EngineRules:
    """Write the engine rules for measures of which only the lowest and highest codes are known.

    Raises:
        PlanError: a limit of the fence is exceeded; the message names it.
    """
    written = EngineRules(exact=False, codings=codings)
    for index, rule in enumerate(rules):
        written.add_general(index, rule)
    return written.finish()


def exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> EngineRules:
    """Write the engine rules for measures whose code is known.

    Raises:
        PlanError: a limit of the fence is exceeded; the message names it.
    """
    written = EngineRules(exact=True, codings=codings)
    alone: dict[Measure, list[PlannedRule]] = {}
    for index, rule in enumerate(rules):
        measures = {atom.measure for atom in rule.atoms}
        if len(measures) == 1:
            alone.setdefault(rule.atoms[0].measure, []).append(rule)
        else:
            written.add_general(index, rule)
    for measure, asking in alone.items():
        written.add_classes(measure, asking)
    return written.finish()


def _both(left: tuple[Run, ...], right: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give the codes that lie in both."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in left for other in right)
    return tuple(sorted(pair for pair in pairs if pair[0] <= pair[1]))


def _all(conditions: list[Condition]) -> Condition:
    return {"$and": conditions}


def _present(name: str) -> Condition:
    return {"$ex": {name: 1}}
