"""Which rules of durable-rules say the same as the planned rules where every measure is known?

A known measure is a single number, its code. The planned rules that ask nothing else answer the same for every code of
a *run*, so the engine only has to find the run in which the code lies: one firing decides all of them. A rule that asks
several measures is one fact with a field for each, so that the engine concludes it without joining facts: it is met, or
it fails at the first measure that fails, or it does not apply from the first measure that does not.

Facts whose runs are alike share their rules, and the fact that fired says what is decided. That leaves a small part of
the rules, which matters most: the engine sets up memory for every rule at every evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Run, join_runs, wanted_runs
from rules.engine.definition import CONDITIONS_PER_FIELD, Condition, Definition, all_of, one_of, present

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine.atoms import Measure
    from rules.engine.codes import Coding
    from rules.engine.network import PlannedRule

MAXIMUM_COMPARISONS = 24
"""In all conditions of one rule; the engine refuses 32 expressions."""

Decided = dict[str, Outcome]

_ALWAYS = "always"
_KEPT = 256
_ABSENT: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)
_Limited = tuple[tuple[Run, ...], int]
"""The codes that are wanted of a measure, and its highest one."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A fact of the engine: the measures, by their places, whose codes stand in its fields."""

    places: tuple[int, ...]
    fields: tuple[str, ...]
    _begun: dict[tuple[int, ...], str] = field(default_factory=dict, compare=False)

    def begun(self, codes: tuple[int, ...]) -> str:
        """Write the fact as JSON, up to its id."""
        text = self._begun.get(codes)
        if text is None:
            given = zip(self.fields, codes, strict=True) if self.places else ((name, 1) for name in self.fields)
            named = "".join(f'"{name}":{code},' for name, code in given)
            text = f'{{{named}"sid":"s","id":"'
            if len(self._begun) < _KEPT:
                self._begun[codes] = text
        return text


class AssertedAlone:
    """A fact as it is written where one subject is asked alone, so that it stands under its own place as id."""

    def __init__(self, fact: Asserted, number: int) -> None:
        """Take the fact at this place."""
        self._fact, self._number = fact, number
        self._taken: Callable[[Sequence[int]], int | tuple[int, ...]] = (
            itemgetter(*fact.places) if fact.places else lambda _: ()
        )
        self._kept: dict[int | tuple[int, ...], str] = {}

    def written(self, codes: Sequence[int]) -> str:
        """Write it for the codes of all measures."""
        taken = self._taken(codes)
        text = self._kept.get(taken)
        if text is None:
            text = f'{self._fact.begun((taken,) if isinstance(taken, int) else taken)}{self._number}"}}'
            if len(self._kept) < _KEPT:
                self._kept[taken] = text
        return text


@dataclass
class ExactRules:
    """The rules for measures whose code is known.

    `facts` are asserted under their place among them as id; `decides` says for the name of a rule and the place of the
    fact that fired it what that decides. `left` are the rules too long to be concluded here.
    """

    codings: Mapping[Measure, Coding]
    facts: list[Asserted] = field(default_factory=list)
    decides: dict[str, dict[int, Decided]] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    _definition: Definition = field(default_factory=lambda: Definition(joined=True))
    _shapes: dict[tuple[object, ...], int] = field(default_factory=dict)

    def written(self) -> str:
        """Write the definition.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        return self._definition.written(len({name for fact in self.facts for name in fact.fields}))

    def add_unconditional(self, rules: list[str]) -> None:
        """Add the rules that ask nothing, and so are met."""
        self._definition.put(_ALWAYS, [present(_ALWAYS)])
        self.decides[_ALWAYS] = {len(self.facts): dict.fromkeys(rules, Outcome.MET)}
        self.facts.append(Asserted((), (_ALWAYS,)))

    def add_alone(self, place: int, alone: list[tuple[str, set[int]]]) -> None:
        """Add what one measure decides by itself: rules, with the codes for which each is met."""
        coding = list(self.codings.values())[place]
        found: list[tuple[Run, Decided]] = [
            (_ABSENT, dict.fromkeys((rule for rule, _ in alone), Outcome.NOT_APPLICABLE))
        ]
        for code in range(coding.top + 1):
            decided = {rule: Outcome.MET if code in met else Outcome.NOT_MET for rule, met in alone}
            (first, last), before = found[-1]
            if last == code - 1 and code and before == decided:
                found[-1] = ((first, code), decided)
            else:
                found.append(((code, code), decided))
        runs = tuple(run for run, _ in found)
        shape, is_new = self._shape(runs)
        for number, (run, decided) in enumerate(found):
            name, lane = f"r{shape}:{number}", f"e{shape}_{number // CONDITIONS_PER_FIELD}"
            if number % CONDITIONS_PER_FIELD == 0:
                self.facts.append(Asserted((place,), (lane,)))
            if is_new:
                self._definition.put(name, [all_of([present(lane), _between(lane, run)])])
            self.decides.setdefault(name, {})[len(self.facts) - 1] = decided

    def add_together(self, rule: str, wanted: Mapping[int, _Limited]) -> None:
        """Add a rule that asks several measures, by their places."""
        limited = tuple(wanted.values())
        shape = self._shapes.get(limited, len(self._shapes))
        fields = tuple(f"j{shape}_{place}" for place in range(len(limited)))
        ways = list(_ways(fields, limited))
        if max(comparisons for _, _, comparisons in ways) > MAXIMUM_COMPARISONS:
            self.left.add(rule)
            return
        _, is_new = self._shape(limited)
        self.facts.append(Asserted(tuple(wanted), fields))
        for number, (outcome, conditions, _) in enumerate(ways):
            name = f"j{shape}:{number}"
            if is_new:
                self._definition.put(name, [all_of([present(fields[0]), *conditions])])
            self.decides.setdefault(name, {})[len(self.facts) - 1] = {rule: outcome}

    def _shape(self, key: tuple[object, ...]) -> tuple[int, bool]:
        is_new = key not in self._shapes
        return self._shapes.setdefault(key, len(self._shapes)), is_new


def exact_rules(rules: tuple[PlannedRule, ...], codings: Mapping[Measure, Coding]) -> ExactRules:
    """Write the engine rules for measures whose code is known."""
    written = ExactRules(codings)
    places = {measure: place for place, measure in enumerate(codings)}
    alone: list[list[tuple[str, set[int]]]] = [[] for _ in codings]
    if unconditional := [rule.id for rule in rules if not rule.atoms]:
        written.add_unconditional(unconditional)
    for rule in rules:
        wanted = wanted_runs(rule, codings)
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


_Way = tuple[Outcome, list[Condition], int]
"""An outcome, the conditions under which it is one, and the number of comparisons in them."""


def _ways(fields: tuple[str, ...], limited: tuple[_Limited, ...]) -> list[_Way]:
    """Give every way in which a rule comes to an outcome; no two of them can hold at once."""
    met = [_inside(name, _codes(runs), top) for name, (runs, top) in zip(fields, limited, strict=True)]
    perhaps = [
        _inside(name, _codes(runs) | {NOT_APPLICABLE_CODE}, top)
        for name, (runs, top) in zip(fields, limited, strict=True)
    ]
    found = [_way(Outcome.MET, met)]
    for place, (name, (runs, top)) in enumerate(zip(fields, limited, strict=True)):
        absent = _inside(name, {NOT_APPLICABLE_CODE}, top)
        found.append(_way(Outcome.NOT_APPLICABLE, [*met[:place], absent, *perhaps[place + 1 :]]))
        failing = _inside(name, set(range(top + 1)) - _codes(runs), top)
        found.append(_way(Outcome.NOT_MET, [*perhaps[:place], failing]))
    return [way for way in found if way is not None]


_Asked = tuple[Condition, int] | None
"""A condition with the number of its comparisons; nothing if it never holds."""


def _way(outcome: Outcome, asked: list[_Asked]) -> _Way | None:
    able = [one for one in asked if one is not None]
    if len(able) < len(asked):
        return None
    return outcome, [condition for condition, _ in able], sum(count for _, count in able)


def _inside(name: str, codes: set[int], top: int) -> _Asked:
    """Ask that a code is one of these, with as few comparisons as that takes."""
    runs = join_runs(sorted(codes))
    if not runs:
        return None
    conditions = [_between(name, (first, last), top) for first, last in runs]
    count = sum(len(found) if isinstance(found := one.get("$and"), list) else 1 for one in conditions)
    return one_of(conditions), count


def _between(name: str, run: Run, top: int | None = None) -> Condition:
    first, last = run
    if first == last:
        return {name: first}
    if last == top:
        return {"$gte": {name: first}}
    return all_of([{"$gte": {name: first}}, {"$lte": {name: last}}])


def _codes(runs: tuple[Run, ...]) -> set[int]:
    return {code for low, high in runs for code in range(low, high + 1)}
