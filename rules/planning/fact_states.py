"""Values of facts after measures: declared values, possible values, and numbers as linear expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    UnknownOrAbsent,
    known_number,
)
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.intervals import Interval, hull, point_interval
from rules.contracts.numbers import format_exact, parse_decimal
from rules.contracts.units import convert
from rules.engine.read_subject import counting_values
from rules.engine.read_values import Violations, read_scalar, unknown_extent
from rules.model.scorecard import FactType
from rules.planning.assumed_evidence import assume_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.engine.inference_engine import InferenceEngine
    from rules.model.scorecard import FactDefinition
    from rules.planning.measures import FactEffect
    from rules.planning.options import Choice, Option

PLANNED = "planned"
"""Issuer of the documents that a plan assumes."""
_MAXIMUM_OPEN = 6
"""Limit of the freed options of a fact without numbers; with more, every value counts as possible."""
LevelRanges = Mapping[int, tuple[int, int]]
"""The least and the greatest level of options. Level 0 is without the option, and options not listed have level 0."""
_ZERO = Fraction(0)
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class NumberEffects:
    """The effects on a number or day: replaced by option, or added for each unit of the level of an option.

    `present` is the declared value, with or without evidence; None without one. The result is limited to `low` and
    `high`.
    """

    present: Fraction | None
    replaced: Mapping[int, Fraction]
    added: Mapping[int, Fraction]
    low: Fraction | None
    high: Fraction | None

    def value(self, levels: Mapping[int, Fraction]) -> Fraction:
        """Return the number after the options with these levels; at least one of them has an effect."""
        base = next((self.replaced[option] for option in levels if option in self.replaced), self.present)
        number = (base or _ZERO) + sum(
            (self.added[option] * level for option, level in levels.items() if option in self.added), _ZERO
        )
        return self.limited(number)

    def limited(self, number: Fraction) -> Fraction:
        number = number if self.low is None else max(number, self.low)
        return number if self.high is None else min(number, self.high)


@dataclass(frozen=True, slots=True)
class FactState:
    """A fact with the options that change it; `numbers` is None if its values are no numbers.

    `setters` are the options that replace its value; they exclude each other.
    """

    name: str
    options: frozenset[int]
    numbers: NumberEffects | None = None
    setters: tuple[int, ...] = ()
    may_be_absent: bool = False
    extents: dict[Choice, Extent] = field(default_factory=dict, compare=False, repr=False)


class FactStates:
    """The changed facts of all options of one subject, read on the date of the goal."""

    def __init__(self, engine: InferenceEngine, subject: Subject, options: Sequence[Option]) -> None:
        self._engine = engine
        self._subject = subject
        self._options = options
        self._scorecard = engine.plan.scorecard
        self._definitions = {definition.id: definition for definition in self._scorecard.facts}
        self._present = counting_values(self._scorecard, subject)
        self._declared = {fact.id: fact for fact in subject.facts}
        effects: dict[str, dict[int, FactEffect]] = {}
        for number, option in enumerate(options):
            for effect in option.measure.effects:
                effects.setdefault(effect.fact, {})[number] = effect
        self._effects = effects
        states = [self._state(self._definitions[name], by_option) for name, by_option in effects.items()]
        states += [
            FactState(definition.id, frozenset(effects[definition.issued_for]))
            for definition in self._scorecard.facts
            if definition.issued_for in effects
        ]
        self.by_name: dict[str, FactState] = {state.name: state for state in states}

    def changed_facts(self, choice: Choice) -> tuple[str, ...]:
        chosen = {option for option, _ in choice}
        return tuple(
            definition.id
            for definition in self._scorecard.facts
            if not chosen.isdisjoint(self._effects.get(definition.id, ()))
        )

    def extent(self, state: FactState, choice: Choice) -> Extent | None:
        """Return the possible values of a fact after a choice; None if the choice does not change it.

        Raises:
            InputError: If the choice leads to an invalid subject.
        """
        part = tuple(item for item in choice if item[0] in state.options)
        if not part:
            return None
        if part not in state.extents:
            try:
                state.extents[part] = self._read(state, part)
            except InputError:
                # A part of a choice can be invalid alone, such as a record without the record that owns it.
                return self._read(state, choice)
        return state.extents[part]

    def hull(self, state: FactState, ranges: LevelRanges, without: Extent) -> Extent:
        """Return all possible values of a fact after choices within ranges of levels.

        `without` is the value without any option.
        """
        own = {option: ranges[option] for option in sorted(state.options) if ranges.get(option, (0, 0))[1]}
        fixed = tuple((option, least) for option, (least, _) in own.items() if least)
        open_options = [option for option, (least, _) in own.items() if not least]
        if state.numbers is not None and isinstance(without, NumberExtent):
            return NumberExtent(self._number_hull(state.numbers, own, without.interval))
        extents: list[Extent] = [without] if not fixed else []
        if len(open_options) > _MAXIMUM_OPEN:
            return unknown_extent(self._definitions[state.name])
        for count in range(len(open_options) + 1):
            for some in combinations(open_options, count):
                if fixed or some:
                    part = tuple(sorted((*fixed, *((option, 1) for option in some))))
                    if sum(option in state.setters for option, _ in part) < 2:
                        extents.append(self._extent_or_unknown(state, part) or without)
        return hull_of_extents(extents, self._definitions[state.name])

    def _extent_or_unknown(self, state: FactState, part: Choice) -> Extent | None:
        try:
            return self.extent(state, part)
        except InputError:
            return unknown_extent(self._definitions[state.name])

    def _number_hull(self, effects: NumberEffects, ranges: LevelRanges, without: Interval) -> Interval:
        is_touched = any(least for least, _ in ranges.values())
        bases = [effects.replaced[option] for option in ranges if option in effects.replaced]
        if not any(least and option in effects.replaced for option, (least, _) in ranges.items()):
            bases += [] if effects.present is None else [effects.present]
        least = most = _ZERO
        for option, (first, last) in ranges.items():
            amount = effects.added.get(option, _ZERO)
            ends = [amount * self._options[option].level(number) for number in (max(first, 1), last)]
            ends += [] if first else [_ZERO]
            least, most = least + min(ends), most + max(ends)
        values = [] if is_touched else [without]
        values += [
            Interval(effects.limited(base + least), effects.limited(base + most))
            if least != most
            else point_interval(effects.limited(base + least))
            for base in (bases if ranges else [])
        ]
        return reduce(hull, values)

    def subject_after(self, choice: Choice) -> Subject:
        """Return the subject after a choice, with assumed documents for all changed facts."""
        names = self.changed_facts(choice)
        changed = {name: self._changed_fact(name, choice) for name in names}
        facts = tuple(changed.get(fact.id, fact) for fact in self._subject.facts)
        facts += tuple(fact for name, fact in changed.items() if name not in self._declared)
        return assume_documents(
            self._subject.model_copy(update={"facts": facts}), self._scorecard, frozenset(names), PLANNED
        )

    def _read(self, state: FactState, part: Choice) -> Extent:
        if state.numbers is not None:
            return known_number(state.numbers.value(self._levels(part)))
        reading = self._engine.subject_reader.read(self.subject_after(part))
        return reading.verified.extents[state.name]

    def _levels(self, part: Choice) -> dict[int, Fraction]:
        return {option: self._options[option].level(number) for option, number in part}

    def _state(self, definition: FactDefinition, effects: Mapping[int, FactEffect]) -> FactState:
        values = {option: effect.value for option, effect in effects.items() if effect.value is not None}
        may_be_absent = any(value.not_applicable for value in values.values())
        numbers = self._numbers(definition, effects)
        return FactState(definition.id, frozenset(effects), numbers, tuple(values), may_be_absent)

    def _numbers(self, definition: FactDefinition, effects: Mapping[int, FactEffect]) -> NumberEffects | None:
        if definition.type not in (FactType.NUMBER, FactType.DATE):
            return None
        present = self._number(definition, self._present.get(definition.id))
        replaced: dict[int, Fraction] = {}
        added: dict[int, Fraction] = {}
        for option, effect in effects.items():
            if effect.value is not None:
                number = self._number(definition, effect.value)
                if number is None:
                    return None
                replaced[option] = number
            else:
                if present is None:
                    return None
                added[option] = _amount(definition, effect, present)
        low, high = (None, None) if definition.type is FactType.DATE else (definition.at_least, definition.at_most)
        return NumberEffects(present, replaced, added, low, high)

    @staticmethod
    def _number(definition: FactDefinition, value: DeclaredValue | None) -> Fraction | None:
        if value is None or value.kind is None:
            return None
        read = read_scalar(definition, value, definition.id, Violations())
        extent = None if read is None else read[0]
        return extent.interval.value if isinstance(extent, NumberExtent) else None

    def _changed_fact(self, name: str, choice: Choice) -> DeclaredFact:
        definition = self._definitions[name]
        part = tuple(item for item in choice if item[0] in self._effects[name])
        state = self.by_name[name]
        if state.numbers is not None and definition.type is FactType.NUMBER:
            number = format_exact(state.numbers.value(self._levels(part)))
            return DeclaredFact(id=name, value=DeclaredValue(number=number, unit=definition.unit or None))
        effects = [self._effects[name][option] for option, _ in part]
        value = next((effect.value for effect in effects if effect.value is not None), self._present.get(name))
        for effect in effects:
            if effect.added is not None:
                value = _with_added(value or DeclaredValue(), effect.added)
        return DeclaredFact(id=name, value=value)


def _amount(definition: FactDefinition, effect: FactEffect, present: Fraction) -> Fraction:
    if effect.amount is not None:
        return convert(parse_decimal(effect.amount), effect.unit or definition.unit, definition.unit)
    if effect.share is not None:
        return present * parse_decimal(effect.share) / _HUNDRED
    return _ZERO


def _with_added(value: DeclaredValue, added: DeclaredValue) -> DeclaredValue:
    if added.choices is not None:
        choices: Iterable[str] = dict.fromkeys((*(value.choices or ()), *added.choices))
        return DeclaredValue(choices=tuple(choices))
    return DeclaredValue(records=(*(value.records or ()), *(added.records or ())))


def hull_of_extents(extents: Sequence[Extent], definition: FactDefinition) -> Extent:
    """Return all values that any of the extents allows, or more."""
    first, *others = extents
    if all(extent == first for extent in others):
        return first
    if all(isinstance(extent, NumberExtent) for extent in extents):
        return NumberExtent(reduce(hull, (extent.interval for extent in extents if isinstance(extent, NumberExtent))))
    if all(isinstance(extent, ChoiceExtent) and not extent.others for extent in extents):
        possible = (extent.possible for extent in extents if isinstance(extent, ChoiceExtent))
        return ChoiceExtent(frozenset().union(*possible))
    several = [extent for extent in extents if isinstance(extent, ChoicesExtent)]
    if len(several) == len(extents):
        return ChoicesExtent(
            frozenset.intersection(*(extent.surely for extent in several)),
            frozenset().union(*(extent.possibly for extent in several)),
        )
    return (
        UnknownOrAbsent()
        if any(isinstance(extent, NotApplicable) for extent in extents)
        else unknown_extent(definition)
    )
