"""Rulesets for durable-rules and their size limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

import orjson

from rules.contracts.errors import PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.threshold_codes import NOT_APPLICABLE_CODE, Run, join_runs, wanted_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rules.engine.network import PlannedRule
    from rules.engine.threshold_codes import Coding
    from rules.program.nodes import AtomicTest, Measure


MAXIMUM_RULES = 4_000
MAXIMUM_FIELDS = 400
MAXIMUM_TERMS = 15
CONDITIONS_PER_FIELD = 40
MAXIMUM_COMPARISONS = 24
"""The limit for all conditions of one rule; durable-rules refuses 32 expressions."""

TICK = "tick"

Condition = dict[str, object]


def all_of(conditions: list[Condition]) -> Condition:
    """Require that all conditions on one fact are true."""
    return {"$and": conditions}


def _any_exclusive(conditions: list[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else {"$or": conditions}


def _has_field(name: str) -> Condition:
    return {"$ex": {name: 1}}


@dataclass
class RulesetBuilder:
    """The durable-rules ruleset of one network.

    All facts that fire the same rule arrive in one frame.
    """

    _rules: dict[str, dict[str, object]] = field(default_factory=dict)

    def add_rule(self, name: str, conditions: list[Condition]) -> None:
        self._rules[name] = {"all": [{"t0": all_of(conditions)}], "cap": MAXIMUM_RULES}

    def to_json(self, fields: int) -> str:
        self._rules[TICK] = {"all": [{"t0": _has_field(TICK)}]}
        if len(self._rules) > MAXIMUM_RULES:
            raise PlanError(
                f"The scorecard needs {len(self._rules)} engine rules; at most {MAXIMUM_RULES} are allowed.",
                "rules",
                found=str(len(self._rules)),
                most=str(MAXIMUM_RULES),
            )
        if fields > MAXIMUM_FIELDS:
            raise PlanError(
                f"The scorecard compares {fields} measures; at most {MAXIMUM_FIELDS} are allowed.",
                "measures",
                found=str(fields),
                most=str(MAXIMUM_FIELDS),
            )
        return orjson.dumps(self._rules).decode()


def refuse_too_many_terms(rule: str, measures: int) -> None:
    """Raise PlanError if a rule has too many measures."""
    if measures > MAXIMUM_TERMS:
        raise PlanError(
            f"{rule} has conditions on {measures} measures; at most {MAXIMUM_TERMS} are allowed.",
            "terms",
            rule=rule,
            found=str(measures),
            most=str(MAXIMUM_TERMS),
        )


Decided = dict[str, Outcome]

ABSENT = "x"
"""Prefix of fields and rules for facts with a measure that is not applicable."""
_ALWAYS = "always"
_MAX_PREFIXES = 256
_NOT_APPLICABLE_RUN: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)
_Codes = Sequence[int] | Mapping[int, int]
_RunsAndTop = tuple[tuple[Run, ...], int]


class AssertedFact:
    """A fact in durable-rules, with the codes of some measures in its fields.

    Without measures, its only field has the code 1. `absent` are the fields used if a measure is not applicable.
    """

    def __init__(self, places: tuple[int, ...], fields: tuple[str, ...], absent: tuple[str, ...] = ()) -> None:
        self.measure_indexes, self.fields, self._absent = places, fields, absent
        self._select_codes: Callable[[_Codes], int | tuple[int, ...]] = itemgetter(*places) if places else lambda _: 1
        self._json_prefixes: dict[int | tuple[int, ...], str] = {}

    def json_prefix(self, codes: _Codes) -> str:
        fact_codes = self._select_codes(codes)
        text = self._json_prefixes.get(fact_codes)
        if text is None:
            numbers = fact_codes if isinstance(fact_codes, tuple) else (fact_codes,)
            fields = self._absent if self._absent and NOT_APPLICABLE_CODE in numbers else self.fields
            field_codes = zip(fields, numbers, strict=True)
            named = "".join(f'"{name}":{code},' for name, code in field_codes)
            text = f'{{{named}"sid":"s","id":"'
            if len(self._json_prefixes) < _MAX_PREFIXES:
                self._json_prefixes[fact_codes] = text
        return text


@dataclass
class ExactRules:
    """The rules for measures with a known code.

    `decisions` maps an engine rule and the index of a fact to outcomes. `deferred_rules` need too many comparisons.
    """

    codings: Mapping[Measure, Coding]
    facts: list[AssertedFact] = field(default_factory=list)
    decisions: dict[str, dict[int, Decided]] = field(default_factory=dict)
    deferred_rules: set[str] = field(default_factory=set)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _absent: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[object, ...], int] = field(default_factory=dict)

    def to_json(self) -> str:
        return self._definition.to_json(self._fields)

    def written_absent(self) -> str:
        return self._absent.to_json(self._fields)

    @property
    def _fields(self) -> int:
        return len({name for fact in self.facts for name in fact.fields})

    def add_unconditional(self, rules: list[str]) -> None:
        self._definition.add_rule(_ALWAYS, [_has_field(_ALWAYS)])
        self.decisions[_ALWAYS] = {len(self.facts): dict.fromkeys(rules, Outcome.MET)}
        self.facts.append(AssertedFact((), (_ALWAYS,)))

    def add_alone(self, position: int, alone: list[tuple[str, set[int]]]) -> None:
        coding = list(self.codings.values())[position]
        run_decisions: list[tuple[Run, Decided]] = [
            (_NOT_APPLICABLE_RUN, dict.fromkeys((rule for rule, _ in alone), Outcome.NOT_APPLICABLE))
        ]
        for code in range(coding.top + 1):
            decided = {rule: Outcome.MET if code in met else Outcome.NOT_MET for rule, met in alone}
            (first, last), before = run_decisions[-1]
            if last == code - 1 and code and before == decided:
                run_decisions[-1] = ((first, code), decided)
            else:
                run_decisions.append(((code, code), decided))
        runs = tuple(run for run, _ in run_decisions)
        shape, is_new = self._shape(runs)
        for number, (run, decided) in enumerate(run_decisions):
            name, run_field = f"r{shape}:{number}", f"e{shape}_{number // CONDITIONS_PER_FIELD}"
            if number % CONDITIONS_PER_FIELD == 0:
                self.facts.append(AssertedFact((position,), (run_field,)))
            if is_new:
                self._definition.add_rule(name, [_has_field(run_field), _exact_run_condition(run_field, run)])
            self.decisions.setdefault(name, {})[len(self.facts) - 1] = decided

    def add_together(self, rule: str, wanted: Mapping[int, _RunsAndTop]) -> None:
        limited = tuple(wanted.values())
        shape = self._shapes.get(limited, len(self._shapes))
        applying, absent = _fields("j", shape, limited), _fields(ABSENT, shape, limited)
        absent_cases = list(_exclusive_cases(absent, limited))
        if max(comparisons for _, _, comparisons in absent_cases) > MAXIMUM_COMPARISONS:
            self.deferred_rules.add(rule)
            return
        _, is_new = self._shape(limited)
        self.facts.append(AssertedFact(tuple(wanted), applying, absent))
        rule_groups = (
            ("j", applying, _applicable_cases(applying, limited), self._definition),
            (ABSENT, absent, absent_cases, self._absent),
        )
        for letter, fields, cases, definition in rule_groups:
            for number, (outcome, conditions, _) in enumerate(cases):
                name = f"{letter}{shape}:{number}"
                if is_new:
                    definition.add_rule(name, [_has_field(fields[0]), *conditions])
                self.decisions.setdefault(name, {})[len(self.facts) - 1] = {rule: outcome}

    def _shape(self, key: tuple[object, ...]) -> tuple[int, bool]:
        is_new = key not in self._shapes
        return self._shapes.setdefault(key, len(self._shapes)), is_new


def write_exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> ExactRules:
    """Return the engine rules for measures with a known code."""
    exact_rules = ExactRules(codings)
    positions = {measure: position for position, measure in enumerate(codings)}
    single_measure_rules: list[list[tuple[str, set[int]]]] = [[] for _ in codings]
    if unconditional := [rule.id for rule in rules if not rule.atoms]:
        exact_rules.add_unconditional(unconditional)
    for rule in rules:
        wanted = wanted_runs(rule.atoms, codings)
        if len(wanted) == 1:
            [(measure, runs)] = wanted.items()
            single_measure_rules[positions[measure]].append((rule.id, _codes_in_runs(runs)))
        elif wanted:
            limited = {positions[measure]: (runs, codings[measure].top) for measure, runs in wanted.items()}
            exact_rules.add_together(rule.id, limited)
    for position, decided in enumerate(single_measure_rules):
        if decided:
            exact_rules.add_alone(position, decided)
    return exact_rules


def _fields(letter: str, shape: int, limited: tuple[_RunsAndTop, ...]) -> tuple[str, ...]:
    return tuple(f"{letter}{shape}_{position}" for position in range(len(limited)))


_OutcomeCase = tuple[Outcome, list[Condition], int]


def _exclusive_cases(fields: tuple[str, ...], limited: tuple[_RunsAndTop, ...]) -> list[_OutcomeCase]:
    met = [_codes_condition(name, _codes_in_runs(runs), top) for name, (runs, top) in zip(fields, limited, strict=True)]
    not_failing = [
        _codes_condition(name, _codes_in_runs(runs) | {NOT_APPLICABLE_CODE}, top)
        for name, (runs, top) in zip(fields, limited, strict=True)
    ]
    cases = [_build_case(Outcome.MET, met)]
    for position, (name, (runs, top)) in enumerate(zip(fields, limited, strict=True)):
        absent = _codes_condition(name, {NOT_APPLICABLE_CODE}, top)
        cases.append(_build_case(Outcome.NOT_APPLICABLE, [*met[:position], absent, *not_failing[position + 1 :]]))
        failing = _codes_condition(name, set(range(top + 1)) - _codes_in_runs(runs), top)
        cases.append(_build_case(Outcome.NOT_MET, [*not_failing[:position], failing]))
    return [outcome_case for outcome_case in cases if outcome_case is not None]


def _applicable_cases(fields: tuple[str, ...], limited: tuple[_RunsAndTop, ...]) -> list[_OutcomeCase]:
    named = list(zip(fields, limited, strict=True))
    met = [_codes_condition(name, _codes_in_runs(runs), top, bottom=0) for name, (runs, top) in named]
    failing = [
        _codes_condition(name, set(range(top + 1)) - _codes_in_runs(runs), top, bottom=0) for name, (runs, top) in named
    ]
    cases = [_build_case(Outcome.MET, met)]
    cases += [_build_case(Outcome.NOT_MET, [*met[:position], fails]) for position, fails in enumerate(failing)]
    return [outcome_case for outcome_case in cases if outcome_case is not None]


_CountedCondition = tuple[Condition, int] | None


def _build_case(outcome: Outcome, conditions: list[_CountedCondition]) -> _OutcomeCase | None:
    possible = [entry for entry in conditions if entry is not None]
    if len(possible) < len(conditions):
        return None
    return outcome, [condition for condition, _ in possible], sum(count for _, count in possible)


def _codes_condition(name: str, codes: set[int], top: int, bottom: int = NOT_APPLICABLE_CODE) -> _CountedCondition:
    runs = join_runs(sorted(codes))
    if not runs:
        return None
    conditions = [_exact_run_condition(name, (first, last), top, bottom) for first, last in runs]
    count = sum(len(clauses) if isinstance(clauses := condition.get("$and"), list) else 1 for condition in conditions)
    return _any_exclusive(conditions), count


def _exact_run_condition(name: str, run: Run, top: int | None = None, bottom: int | None = None) -> Condition:
    first, last = run
    if first == last:
        return {name: first}
    if last == top:
        return {"$gte": {name: first}}
    if first == bottom:
        return {"$lte": {name: last}}
    return all_of([{"$gte": {name: first}}, {"$lte": {name: last}}])


def _codes_in_runs(runs: tuple[Run, ...]) -> set[int]:
    return {code for low, high in runs for code in range(low, high + 1)}


_RUNS_PER_CONDITION = MAXIMUM_COMPARISONS // 2


@dataclass(frozen=True, slots=True)
class FiringDecision:
    """The outcome that a firing rule decides; a definite one overrides others for the same fact."""

    outcome: Outcome
    is_definite: bool = True


@dataclass(frozen=True, slots=True)
class FactTemplate:
    """A fact with the lowest and highest code of some measures."""

    measure_indexes: tuple[int, ...]
    fields: tuple[str, ...]

    def json_prefix(self, codes: Sequence[int | Run] | Mapping[int, int | Run]) -> str:
        written = ""
        for name, index in zip(self.fields, self.measure_indexes, strict=True):
            code = codes[index]
            low, high = code if isinstance(code, tuple) else (code, code)
            written += f'"{name}":{low},"{_high_field(name)}":{high},'
        return f'{{{written}"sid":"s","id":"'


@dataclass(frozen=True, slots=True)
class _MeasureRuns:
    inside: tuple[Run, ...]
    outside: tuple[Run, ...]
    top: int


@dataclass
class GeneralRules:
    """The rules for measures known only as a range of codes.

    `parts_of` maps a planned rule to indexes in `parts`, `decisions` an engine rule to its outcome.
    """

    codings: Mapping[Measure, Coding]
    parts: list[FactTemplate] = field(default_factory=list)
    parts_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    decisions: dict[str, FiringDecision] = field(default_factory=dict)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[_MeasureRuns, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._positions = {measure: position for position, measure in enumerate(self.codings)}

    def add(self, rule: PlannedRule) -> None:
        part: list[AtomicTest] = []
        first = len(self.parts)
        for atom in rule.atoms:
            if part and not _fits(self._limits([*part, atom])):
                self._add_part(part)
                part = []
            part.append(atom)
        if part:
            self._add_part(part)
        self.parts_of[rule.id] = tuple(range(first, len(self.parts)))

    def to_json(self) -> str:
        return self._definition.to_json(len(self._shapes))

    def _limits(self, atoms: Sequence[AtomicTest]) -> dict[Measure, _MeasureRuns]:
        outside: dict[Measure, set[Run]] = {}
        for atom in atoms:
            coding = self.codings[atom.measure]
            outside.setdefault(atom.measure, set()).update(coding.other_runs(coding.runs(atom)))
        return {
            measure: _MeasureRuns(runs, _maximal_runs(outside[measure]), self.codings[measure].top)
            for measure, runs in wanted_runs(atoms, self.codings).items()
        }

    def _add_part(self, atoms: Sequence[AtomicTest]) -> None:
        limits = self._limits(atoms)
        limited = tuple(limits.values())
        is_new = limited not in self._shapes
        shape = self._shapes.setdefault(limited, len(self._shapes))
        fields = tuple(f"g{shape}_{position}" for position in range(len(limited)))
        self.parts.append(FactTemplate(tuple(self._positions[measure] for measure in limits), fields))
        if is_new:
            for number, (decision, conditions) in enumerate(_general_cases(fields, limited)):
                name = f"g{shape}:{number}"
                self._definition.add_rule(name, [_has_field(fields[0]), *conditions])
                self.decisions[name] = decision


def write_general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> GeneralRules:
    """Return the engine rules for measures known only as a range of codes."""
    general_rules = GeneralRules(codings)
    for rule in rules:
        general_rules.add(rule)
    return general_rules


def _fits(limits: Mapping[Measure, _MeasureRuns]) -> bool:
    cases = list(_general_cases(tuple("_" * len(limits)), tuple(limits.values())))
    runs = sum(len(limit.inside) + (len(limits) > 1) for limit in limits.values())
    return len(cases) <= CONDITIONS_PER_FIELD and 2 * runs <= MAXIMUM_COMPARISONS


def _general_cases(
    fields: tuple[str, ...], limits: tuple[_MeasureRuns, ...]
) -> Iterator[tuple[FiringDecision, list[Condition]]]:
    """Yield each outcome with its conditions.

    The many runs of a single measure are divided over several rules; `_fits` prevents this for several measures.
    """
    named = list(zip(fields, limits, strict=True))
    for name, limit in named:
        for runs in _batches(limit.outside):
            yield FiringDecision(Outcome.NOT_MET), [_any_run_condition(name, runs, limit.top)]
    if len(named) == 1:
        for runs in _batches(limits[0].inside):
            yield FiringDecision(Outcome.MET), [_any_run_condition(fields[0], runs, limits[0].top)]
    elif all(measure_runs.inside for measure_runs in limits):
        yield (
            FiringDecision(Outcome.MET),
            [_any_run_condition(name, measure_runs.inside, measure_runs.top) for name, measure_runs in named],
        )
    # For one measure, the MET rules already cover the inside runs.
    settled = [
        _settled_condition(name, measure_runs.inside if len(named) > 1 else (), measure_runs.top)
        for name, measure_runs in named
    ]
    yield FiringDecision(Outcome.NOT_APPLICABLE, is_definite=False), settled


def _batches(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    return (runs[first : first + _RUNS_PER_CONDITION] for first in range(0, len(runs), _RUNS_PER_CONDITION))


def _maximal_runs(runs: set[Run]) -> tuple[Run, ...]:
    widest: list[Run] = []
    for low, high in sorted(runs, key=lambda run: (run[0], -run[1])):
        if not widest or high > widest[-1][1]:
            widest.append((low, high))
    return tuple(widest)


def _any_run_condition(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    return _any_exclusive([_range_condition(name, run, top) for run in runs])


def _settled_condition(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    return _any_exclusive(
        [{"$lte": {_high_field(name): NOT_APPLICABLE_CODE}}, *(_range_condition(name, run, top) for run in runs)]
    )


def _range_condition(name: str, run: Run, top: int) -> Condition:
    first, last = run
    beyond: Condition = {"$gte": {name: first}}
    return beyond if last == top else all_of([beyond, {"$lte": {_high_field(name): last}}])


def _high_field(name: str) -> str:
    return f"h{name[1:]}"
