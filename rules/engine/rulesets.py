"""Rulesets for durable-rules: planned rules over known codes or over code ranges, and their size limits."""

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
"""In all conditions of one rule; the engine refuses 32 expressions."""

TICK = "tick"

Condition = dict[str, object]


def all_of(conditions: list[Condition]) -> Condition:
    """Ask that all of several conditions on one fact hold."""
    return {"$and": conditions}


def any_exclusive(conditions: list[Condition]) -> Condition:
    """Ask that one of several conditions holds of which no two can hold at once."""
    return conditions[0] if len(conditions) == 1 else {"$or": conditions}


def has_field(name: str) -> Condition:
    """Ask that a fact has a field."""
    return {"$ex": {name: 1}}


@dataclass
class RulesetBuilder:
    """The rules of one network in durable-rules, as they are collected.

    Each fires for every fact that fulfils it, and all facts that fire one rule come in one frame.
    """

    _rules: dict[str, dict[str, object]] = field(default_factory=dict)

    def add_rule(self, name: str, conditions: list[Condition]) -> None:
        """Add a rule of some conditions on one fact."""
        self._rules[name] = {"all": [{"t0": all_of(conditions)}], "cap": MAXIMUM_RULES}

    def to_json(self, fields: int) -> str:
        """Add the tick and write everything; `fields` is the number of names under which facts are asserted."""
        self._rules[TICK] = {"all": [{"t0": has_field(TICK)}]}
        if len(self._rules) > MAXIMUM_RULES:
            raise PlanError(
                f"the card needs {len(self._rules)} engine rules; at most {MAXIMUM_RULES} are allowed",
                "rules",
                found=str(len(self._rules)),
                most=str(MAXIMUM_RULES),
            )
        if fields > MAXIMUM_FIELDS:
            raise PlanError(
                f"the card compares {fields} measures; at most {MAXIMUM_FIELDS} are allowed",
                "measures",
                found=str(fields),
                most=str(MAXIMUM_FIELDS),
            )
        return orjson.dumps(self._rules).decode()


def refuse_too_many_terms(rule: str, measures: int) -> None:
    """Refuse a rule that asks too many measures."""
    if measures > MAXIMUM_TERMS:
        raise PlanError(
            f"{rule} has conditions on {measures} measures; at most {MAXIMUM_TERMS} are allowed",
            "terms",
            rule=rule,
            found=str(measures),
            most=str(MAXIMUM_TERMS),
        )


Decided = dict[str, Outcome]

ABSENT = "x"
"""What the names of facts begin with that do not apply in part, and the names of the rules for them."""
_ALWAYS = "always"
_MAX_PREFIXES = 256
_NONE: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)
_Codes = Sequence[int] | Mapping[int, int]
_Limited = tuple[tuple[Run, ...], int]
"""The codes that are wanted of a measure, and its highest one."""


class AssertedFact:
    """A fact of the engine: the measures, by their places, whose codes stand in its fields."""

    def __init__(self, places: tuple[int, ...], fields: tuple[str, ...], absent: tuple[str, ...] = ()) -> None:
        """Say which code stands in which field; one without places says no more than that it is there.

        `absent` are the fields instead where a measure does not apply, if those are others.
        """
        self.measure_indexes, self.fields, self._absent = places, fields, absent
        self._select_codes: Callable[[_Codes], int | tuple[int, ...]] = itemgetter(*places) if places else lambda _: 1
        self._json_prefixes: dict[int | tuple[int, ...], str] = {}

    def json_prefix(self, codes: _Codes) -> str:
        """Write the fact as JSON up to its id, with the codes of measures by their places."""
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
    """The rules for measures whose code is known.

    `decisions` says for the name of a rule and the place among `facts` of one that fired it what that decides.
    `deferred_rules` are the planned rules too long to be concluded here.
    """

    codings: Mapping[Measure, Coding]
    facts: list[AssertedFact] = field(default_factory=list)
    decisions: dict[str, dict[int, Decided]] = field(default_factory=dict)
    deferred_rules: set[str] = field(default_factory=set)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _absent: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[object, ...], int] = field(default_factory=dict)

    def to_json(self) -> str:
        """Write the definition."""
        return self._definition.to_json(self._fields)

    def written_absent(self) -> str:
        """Write the definition of what is asked where a measure does not apply that is asked with others."""
        return self._absent.to_json(self._fields)

    @property
    def _fields(self) -> int:
        return len({name for fact in self.facts for name in fact.fields})

    def add_unconditional(self, rules: list[str]) -> None:
        """Add the rules that ask nothing, and so are met."""
        self._definition.add_rule(_ALWAYS, [has_field(_ALWAYS)])
        self.decisions[_ALWAYS] = {len(self.facts): dict.fromkeys(rules, Outcome.MET)}
        self.facts.append(AssertedFact((), (_ALWAYS,)))

    def add_alone(self, position: int, alone: list[tuple[str, set[int]]]) -> None:
        """Add what one measure decides by itself: rules, with the codes for which each is met."""
        coding = list(self.codings.values())[position]
        run_decisions: list[tuple[Run, Decided]] = [
            (_NONE, dict.fromkeys((rule for rule, _ in alone), Outcome.NOT_APPLICABLE))
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
                self._definition.add_rule(name, [has_field(run_field), _between(run_field, run)])
            self.decisions.setdefault(name, {})[len(self.facts) - 1] = decided

    def add_together(self, rule: str, wanted: Mapping[int, _Limited]) -> None:
        """Add a rule that asks several measures, by their places."""
        limited = tuple(wanted.values())
        shape = self._shapes.get(limited, len(self._shapes))
        applying, absent = _fields("j", shape, limited), _fields(ABSENT, shape, limited)
        ways = list(_exclusive_ways(absent, limited))
        if max(comparisons for _, _, comparisons in ways) > MAXIMUM_COMPARISONS:
            self.deferred_rules.add(rule)
            return
        _, is_new = self._shape(limited)
        self.facts.append(AssertedFact(tuple(wanted), applying, absent))
        rule_groups = (
            ("j", applying, _applying_ways(applying, limited), self._definition),
            (ABSENT, absent, ways, self._absent),
        )
        for letter, fields, field_ways, definition in rule_groups:
            for number, (outcome, conditions, _) in enumerate(field_ways):
                name = f"{letter}{shape}:{number}"
                if is_new:
                    definition.add_rule(name, [has_field(fields[0]), *conditions])
                self.decisions.setdefault(name, {})[len(self.facts) - 1] = {rule: outcome}

    def _shape(self, key: tuple[object, ...]) -> tuple[int, bool]:
        is_new = key not in self._shapes
        return self._shapes.setdefault(key, len(self._shapes)), is_new


def write_exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> ExactRules:
    """Write the engine rules for measures whose code is known."""
    written = ExactRules(codings)
    places = {measure: position for position, measure in enumerate(codings)}
    alone: list[list[tuple[str, set[int]]]] = [[] for _ in codings]
    if unconditional := [rule.id for rule in rules if not rule.atoms]:
        written.add_unconditional(unconditional)
    for rule in rules:
        wanted = wanted_runs(rule.atoms, codings)
        if len(wanted) == 1:
            [(measure, runs)] = wanted.items()
            alone[places[measure]].append((rule.id, _codes(runs)))
        elif wanted:
            limited = {places[measure]: (runs, codings[measure].top) for measure, runs in wanted.items()}
            written.add_together(rule.id, limited)
    for position, decided in enumerate(alone):
        if decided:
            written.add_alone(position, decided)
    return written


def _fields(letter: str, shape: int, limited: tuple[_Limited, ...]) -> tuple[str, ...]:
    return tuple(f"{letter}{shape}_{position}" for position in range(len(limited)))


_OutcomeWay = tuple[Outcome, list[Condition], int]
"""An outcome, the conditions under which it is one, and the number of comparisons in them."""


def _exclusive_ways(fields: tuple[str, ...], limited: tuple[_Limited, ...]) -> list[_OutcomeWay]:
    """Give every way in which a rule comes to an outcome; no two of them can hold at once."""
    met = [_inside(name, _codes(runs), top) for name, (runs, top) in zip(fields, limited, strict=True)]
    perhaps = [
        _inside(name, _codes(runs) | {NOT_APPLICABLE_CODE}, top)
        for name, (runs, top) in zip(fields, limited, strict=True)
    ]
    ways = [_build_way(Outcome.MET, met)]
    for position, (name, (runs, top)) in enumerate(zip(fields, limited, strict=True)):
        absent = _inside(name, {NOT_APPLICABLE_CODE}, top)
        ways.append(_build_way(Outcome.NOT_APPLICABLE, [*met[:position], absent, *perhaps[position + 1 :]]))
        failing = _inside(name, set(range(top + 1)) - _codes(runs), top)
        ways.append(_build_way(Outcome.NOT_MET, [*perhaps[:position], failing]))
    return [way for way in ways if way is not None]


def _applying_ways(fields: tuple[str, ...], limited: tuple[_Limited, ...]) -> list[_OutcomeWay]:
    """Give every way in which a rule comes to an outcome whose measures all apply; no two of them can hold at once."""
    named = list(zip(fields, limited, strict=True))
    met = [_inside(name, _codes(runs), top, bottom=0) for name, (runs, top) in named]
    failing = [_inside(name, set(range(top + 1)) - _codes(runs), top, bottom=0) for name, (runs, top) in named]
    ways = [_build_way(Outcome.MET, met)]
    ways += [_build_way(Outcome.NOT_MET, [*met[:position], fails]) for position, fails in enumerate(failing)]
    return [way for way in ways if way is not None]


_RunCondition = tuple[Condition, int] | None
"""A condition with the number of its comparisons; nothing if it never holds."""


def _build_way(outcome: Outcome, conditions: list[_RunCondition]) -> _OutcomeWay | None:
    able = [entry for entry in conditions if entry is not None]
    if len(able) < len(conditions):
        return None
    return outcome, [condition for condition, _ in able], sum(count for _, count in able)


def _inside(name: str, codes: set[int], top: int, bottom: int = NOT_APPLICABLE_CODE) -> _RunCondition:
    """Ask that a code is one of these, with as few comparisons as that takes where none is below the bottom."""
    runs = join_runs(sorted(codes))
    if not runs:
        return None
    conditions = [_between(name, (first, last), top, bottom) for first, last in runs]
    count = sum(len(clauses) if isinstance(clauses := condition.get("$and"), list) else 1 for condition in conditions)
    return any_exclusive(conditions), count


def _between(name: str, run: Run, top: int | None = None, bottom: int | None = None) -> Condition:
    first, last = run
    if first == last:
        return {name: first}
    if last == top:
        return {"$gte": {name: first}}
    if first == bottom:
        return {"$lte": {name: last}}
    return all_of([{"$gte": {name: first}}, {"$lte": {name: last}}])


def _codes(runs: tuple[Run, ...]) -> set[int]:
    return {code for low, high in runs for code in range(low, high + 1)}


_RUNS_AT_ONCE = MAXIMUM_COMPARISONS // 2
"""In one condition: each run takes two comparisons at most."""


@dataclass(frozen=True, slots=True)
class FiringDecision:
    """What the firing of a rule decides: `is_definite`, or as long as nothing else is decided `otherwise`."""

    outcome: Outcome
    is_definite: bool = True


@dataclass(frozen=True, slots=True)
class FactTemplate:
    """A fact of the engine: what is asked together of some measures, by their places, under names of its own."""

    measure_indexes: tuple[int, ...]
    fields: tuple[str, ...]

    def json_prefix(self, codes: Sequence[int | Run] | Mapping[int, int | Run]) -> str:
        """Write the fact as JSON up to its id, with the codes of measures by their places."""
        written = ""
        for name, index in zip(self.fields, self.measure_indexes, strict=True):
            code = codes[index]
            low, high = code if isinstance(code, tuple) else (code, code)
            written += f'"{name}":{low},"{_high(name)}":{high},'
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

    `parts_of` says by its id which of the `parts` a planned rule is; `decisions` what the firing of a rule decides.
    """

    codings: Mapping[Measure, Coding]
    parts: list[FactTemplate] = field(default_factory=list)
    parts_of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    decisions: dict[str, FiringDecision] = field(default_factory=dict)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[_MeasureRuns, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._place = {measure: position for position, measure in enumerate(self.codings)}

    def add(self, rule: PlannedRule) -> None:
        """Add the engine rules of one planned rule, in as few parts as can be."""
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
        """Write the definition."""
        return self._definition.to_json(len(self._shapes))

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
        limited = tuple(limits.values())
        is_new = limited not in self._shapes
        shape = self._shapes.setdefault(limited, len(self._shapes))
        fields = tuple(f"g{shape}_{position}" for position in range(len(limited)))
        self.parts.append(FactTemplate(tuple(self._place[measure] for measure in limits), fields))
        if is_new:
            for number, (decision, conditions) in enumerate(_general_ways(fields, limited)):
                name = f"g{shape}:{number}"
                self._definition.add_rule(name, [has_field(fields[0]), *conditions])
                self.decisions[name] = decision


def write_general_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> GeneralRules:
    """Write the engine rules for measures of which only the lowest and highest codes are known."""
    written = GeneralRules(codings)
    for rule in rules:
        written.add(rule)
    return written


def _fits(limits: Mapping[Measure, _MeasureRuns]) -> bool:
    """Say whether one fact can ask all of this."""
    ways = list(_general_ways(tuple("_" * len(limits)), tuple(limits.values())))
    runs = sum(len(limit.inside) + (len(limits) > 1) for limit in limits.values())
    return len(ways) <= CONDITIONS_PER_FIELD and 2 * runs <= MAXIMUM_COMPARISONS


def _general_ways(
    fields: tuple[str, ...], limits: tuple[_MeasureRuns, ...]
) -> Iterator[tuple[FiringDecision, list[Condition]]]:
    """Give every way in which what is asked comes to an outcome.

    Of one measure the runs inside may be many: they are shared out then. That several are asked with many is not
    allowed by `_fits`.
    """
    named = list(zip(fields, limits, strict=True))
    for name, limit in named:
        for runs in _batches(limit.outside):
            yield FiringDecision(Outcome.NOT_MET), [_any_run_of(name, runs, limit.top)]
    if len(named) == 1:
        for runs in _batches(limits[0].inside):
            yield FiringDecision(Outcome.MET), [_any_run_of(fields[0], runs, limits[0].top)]
    elif all(one.inside for one in limits):
        yield FiringDecision(Outcome.MET), [_any_run_of(name, one.inside, one.top) for name, one in named]
    # With a single measure the rules for met say what is inside.
    settled = [_settled(name, one.inside if len(named) > 1 else (), one.top) for name, one in named]
    yield FiringDecision(Outcome.NOT_APPLICABLE, is_definite=False), settled


def _batches(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    return (runs[first : first + _RUNS_AT_ONCE] for first in range(0, len(runs), _RUNS_AT_ONCE))


def _widest(runs: set[Run]) -> tuple[Run, ...]:
    """Leave out the runs that lie inside another."""
    widest: list[Run] = []
    for low, high in sorted(runs, key=lambda run: (run[0], -run[1])):
        if not widest or high > widest[-1][1]:
            widest.append((low, high))
    return tuple(widest)


def _any_run_of(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    """Ask that a measure surely lies in one of some runs, and applies."""
    return any_exclusive([_range_condition(name, run, top) for run in runs])


def _settled(name: str, runs: tuple[Run, ...], top: int) -> Condition:
    """Ask that a measure surely does not apply, or surely lies in one of some runs."""
    return any_exclusive(
        [{"$lte": {_high(name): NOT_APPLICABLE_CODE}}, *(_range_condition(name, run, top) for run in runs)]
    )


def _range_condition(name: str, run: Run, top: int) -> Condition:
    first, last = run
    beyond: Condition = {"$gte": {name: first}}
    return beyond if last == top else all_of([beyond, {"$lte": {_high(name): last}}])


def _high(name: str) -> str:
    """Name the field of the highest code beside that of the lowest."""
    return f"h{name[1:]}"
