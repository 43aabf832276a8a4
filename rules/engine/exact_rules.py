"""Compilation of planned rules for durable-rules where every measure has one known code.

A known measure is a single number, its code. The planned rules that ask nothing else answer the same for every code of
a *run*, so the engine only has to find the run in which the code lies: one firing decides all of them. A rule that asks
several measures is one fact with a field for each, so that the engine concludes it without joining facts: it is met, or
it fails at the first measure that fails, or it does not apply from the first measure that does not. Where every one of
them applies, as mostly, that takes half of these rules, so the others are a set of their own, asked where one does not.

Facts whose runs are alike share their rules, and the fact that fired says what is decided. That leaves a small part of
the rules, which matters most: the engine sets up memory for every rule at every evaluation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Run, join_runs, wanted_runs
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
    from collections.abc import Callable

    from rules.engine.codes import Coding
    from rules.engine.network import PlannedRule
    from rules.program.nodes import Measure

Decided = dict[str, Outcome]

ABSENT = "x"
"""What the names of facts begin with that do not apply in part, and the names of the rules for them."""
_ALWAYS = "always"
_KEPT = 256
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
        self.places, self.fields, self._absent = places, fields, absent
        self._taken: Callable[[_Codes], int | tuple[int, ...]] = itemgetter(*places) if places else lambda _: 1
        self._begun: dict[int | tuple[int, ...], str] = {}

    def begun(self, codes: _Codes) -> str:
        """Write the fact as JSON up to its id, with the codes of measures by their places."""
        fact_codes = self._taken(codes)
        text = self._begun.get(fact_codes)
        if text is None:
            numbers = fact_codes if isinstance(fact_codes, tuple) else (fact_codes,)
            fields = self._absent if self._absent and NOT_APPLICABLE_CODE in numbers else self.fields
            field_codes = zip(fields, numbers, strict=True)
            named = "".join(f'"{name}":{code},' for name, code in field_codes)
            text = f'{{{named}"sid":"s","id":"'
            if len(self._begun) < _KEPT:
                self._begun[fact_codes] = text
        return text


@dataclass
class ExactRules:
    """The rules for measures whose code is known.

    `decides` says for the name of a rule and the place among `facts` of one that fired it what that decides. `left` are
    the planned rules too long to be concluded here.
    """

    codings: Mapping[Measure, Coding]
    facts: list[AssertedFact] = field(default_factory=list)
    decides: dict[str, dict[int, Decided]] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    _definition: RulesetBuilder = field(default_factory=RulesetBuilder)
    _absent: RulesetBuilder = field(default_factory=RulesetBuilder)
    _shapes: dict[tuple[object, ...], int] = field(default_factory=dict)

    def written(self) -> str:
        """Write the definition."""
        return self._definition.written(self._fields)

    def written_absent(self) -> str:
        """Write the definition of what is asked where a measure does not apply that is asked with others."""
        return self._absent.written(self._fields)

    @property
    def _fields(self) -> int:
        return len({name for fact in self.facts for name in fact.fields})

    def add_unconditional(self, rules: list[str]) -> None:
        """Add the rules that ask nothing, and so are met."""
        self._definition.put(_ALWAYS, [has_field(_ALWAYS)])
        self.decides[_ALWAYS] = {len(self.facts): dict.fromkeys(rules, Outcome.MET)}
        self.facts.append(AssertedFact((), (_ALWAYS,)))

    def add_alone(self, place: int, alone: list[tuple[str, set[int]]]) -> None:
        """Add what one measure decides by itself: rules, with the codes for which each is met."""
        coding = list(self.codings.values())[place]
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
            name, lane = f"r{shape}:{number}", f"e{shape}_{number // CONDITIONS_PER_FIELD}"
            if number % CONDITIONS_PER_FIELD == 0:
                self.facts.append(AssertedFact((place,), (lane,)))
            if is_new:
                self._definition.put(name, [has_field(lane), _between(lane, run)])
            self.decides.setdefault(name, {})[len(self.facts) - 1] = decided

    def add_together(self, rule: str, wanted: Mapping[int, _Limited]) -> None:
        """Add a rule that asks several measures, by their places."""
        limited = tuple(wanted.values())
        shape = self._shapes.get(limited, len(self._shapes))
        applying, absent = _fields("j", shape, limited), _fields(ABSENT, shape, limited)
        ways = list(_ways(absent, limited))
        if max(comparisons for _, _, comparisons in ways) > MAXIMUM_COMPARISONS:
            self.left.add(rule)
            return
        _, is_new = self._shape(limited)
        self.facts.append(AssertedFact(tuple(wanted), applying, absent))
        asked = (
            ("j", applying, _applying_ways(applying, limited), self._definition),
            (ABSENT, absent, ways, self._absent),
        )
        for letter, fields, field_ways, definition in asked:
            for number, (outcome, conditions, _) in enumerate(field_ways):
                name = f"{letter}{shape}:{number}"
                if is_new:
                    definition.put(name, [has_field(fields[0]), *conditions])
                self.decides.setdefault(name, {})[len(self.facts) - 1] = {rule: outcome}

    def _shape(self, key: tuple[object, ...]) -> tuple[int, bool]:
        is_new = key not in self._shapes
        return self._shapes.setdefault(key, len(self._shapes)), is_new


def write_exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> ExactRules:
    """Write the engine rules for measures whose code is known."""
    written = ExactRules(codings)
    places = {measure: place for place, measure in enumerate(codings)}
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
    for place, decided in enumerate(alone):
        if decided:
            written.add_alone(place, decided)
    return written


def _fields(letter: str, shape: int, limited: tuple[_Limited, ...]) -> tuple[str, ...]:
    return tuple(f"{letter}{shape}_{place}" for place in range(len(limited)))


_Way = tuple[Outcome, list[Condition], int]
"""An outcome, the conditions under which it is one, and the number of comparisons in them."""


def _ways(fields: tuple[str, ...], limited: tuple[_Limited, ...]) -> list[_Way]:
    """Give every way in which a rule comes to an outcome; no two of them can hold at once."""
    met = [_inside(name, _codes(runs), top) for name, (runs, top) in zip(fields, limited, strict=True)]
    perhaps = [
        _inside(name, _codes(runs) | {NOT_APPLICABLE_CODE}, top)
        for name, (runs, top) in zip(fields, limited, strict=True)
    ]
    ways = [_way(Outcome.MET, met)]
    for place, (name, (runs, top)) in enumerate(zip(fields, limited, strict=True)):
        absent = _inside(name, {NOT_APPLICABLE_CODE}, top)
        ways.append(_way(Outcome.NOT_APPLICABLE, [*met[:place], absent, *perhaps[place + 1 :]]))
        failing = _inside(name, set(range(top + 1)) - _codes(runs), top)
        ways.append(_way(Outcome.NOT_MET, [*perhaps[:place], failing]))
    return [way for way in ways if way is not None]


def _applying_ways(fields: tuple[str, ...], limited: tuple[_Limited, ...]) -> list[_Way]:
    """Give every way in which a rule comes to an outcome whose measures all apply; no two of them can hold at once."""
    named = list(zip(fields, limited, strict=True))
    met = [_inside(name, _codes(runs), top, bottom=0) for name, (runs, top) in named]
    failing = [_inside(name, set(range(top + 1)) - _codes(runs), top, bottom=0) for name, (runs, top) in named]
    ways = [_way(Outcome.MET, met)]
    ways += [_way(Outcome.NOT_MET, [*met[:place], fails]) for place, fails in enumerate(failing)]
    return [way for way in ways if way is not None]


_Asked = tuple[Condition, int] | None
"""A condition with the number of its comparisons; nothing if it never holds."""


def _way(outcome: Outcome, asked: list[_Asked]) -> _Way | None:
    able = [entry for entry in asked if entry is not None]
    if len(able) < len(asked):
        return None
    return outcome, [condition for condition, _ in able], sum(count for _, count in able)


def _inside(name: str, codes: set[int], top: int, bottom: int = NOT_APPLICABLE_CODE) -> _Asked:
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
