"""One scenario of a subject: a case with all facts known, evaluated after any choice of options."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rules.contracts.errors import InputError
from rules.engine.lazy_extents import with_extents

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from fractions import Fraction

    from rules.contracts.extents import Extent
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.planning.fact_states import FactStates, LevelRanges
    from rules.planning.options import Choice

MAXIMUM_COMBINATIONS = 256
"""Limit of the combinations of a table; each of them costs an evaluation."""
_Value = TypeVar("_Value")


class OptionLevels(NamedTuple):
    """Decision variables: the level number of each option, 0 if it is not chosen, and which options exclude others."""

    variables: tuple[int, ...]
    levels: tuple[int, ...]
    first: tuple[Fraction, ...]
    step: tuple[Fraction, ...]
    conflicts: Mapping[int, frozenset[int]]
    requires: Mapping[int, frozenset[int]]

    def allows(self, options: Collection[int]) -> bool:
        """Return whether none of the options excludes another."""
        return all(self.conflicts.get(option, frozenset()).isdisjoint(options) for option in options)


class Table(NamedTuple, Generic[_Value]):
    """A value of the conclusions for every allowed combination of some options."""

    options: tuple[int, ...]
    values: dict[Choice, _Value]


class Scenario:
    """The rules of one subject with all facts known, as functions of the options."""

    def __init__(
        self, engine: InferenceEngine, states: FactStates, question: InferenceQuestion, decisions: OptionLevels
    ) -> None:
        self._engine = engine
        self._plan = engine.plan
        self._states = states
        self.question = question
        self._decisions = decisions
        self._inferences: dict[Choice, Inference] = {}
        self._base: Inference | None = None
        self._supports: dict[tuple[str, ...], tuple[int, ...]] = {}
        self.evaluations = 0

    @property
    def base(self) -> Inference:
        """The conclusions without any option."""
        if self._base is None:
            self.evaluations += 1
            self._base = self._engine.explore(self.question)
        return self._base

    def question_after(self, choice: Choice) -> InferenceQuestion:
        """Return the question after a choice."""
        facts: dict[str, Extent] = {}
        chosen = {option for option, _ in choice}
        for name, state in self._states.by_name.items():
            if not state.options.isdisjoint(chosen):
                extent = self._states.extent(state, choice)
                if extent is not None:
                    facts[name] = extent
        return replace(self.question, facts=with_extents(self.question.facts, facts)) if facts else self.question

    def inference(self, choice: Choice) -> Inference:
        """Return the conclusions after a choice."""
        if not choice:
            return self.base
        if choice not in self._inferences:
            self.evaluations += 1
            self._inferences[choice] = self._engine.explore(self.question_after(choice), self.base)
        return self._inferences[choice]

    def explore_within(self, ranges: LevelRanges) -> Inference:
        """Return the conclusions possible after any choice within ranges of levels."""
        facts = {
            state.name: self._states.hull(state, ranges, self.question.facts[state.name])
            for state in self._states.by_name.values()
            if not state.options.isdisjoint(ranges)
        }
        self.evaluations += 1
        question = replace(self.question, facts=with_extents(self.question.facts, facts))
        return self._engine.explore(question, self.base)

    def support(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the options that change a fact behind any of the names."""
        key = tuple(names)
        if key not in self._supports:
            options: set[int] = set()
            for name in self._engine.dependencies.of(key):
                if name in self._states.by_name:
                    options |= self._states.by_name[name].options
            self._supports[key] = tuple(sorted(options))
        return self._supports[key]

    def table(self, options: tuple[int, ...], read: Callable[[Inference], _Value]) -> Table[_Value] | None:
        """Return a value of the conclusions for every combination of some options.

        None if there are too many, or if a combination is invalid without further options.
        """
        levels = self._decisions.levels
        if prod(levels[option] + 1 for option in options) > MAXIMUM_COMBINATIONS and (
            sum(1 for _ in zip(self._combinations(options), range(MAXIMUM_COMBINATIONS + 1), strict=False))
            > MAXIMUM_COMBINATIONS
        ):
            return None
        try:
            return Table(options, {choice: read(self.inference(choice)) for choice in self._combinations(options)})
        except InputError:
            return None

    def _combinations(self, options: tuple[int, ...]) -> Iterator[Choice]:
        """Yield the combinations that no exclusion forbids."""

        def extended(position: int, chosen: dict[int, int]) -> Iterator[Choice]:
            if position == len(options):
                yield tuple(chosen.items())
                return
            option = options[position]
            yield from extended(position + 1, chosen)
            if self._decisions.conflicts.get(option, frozenset()).isdisjoint(chosen):
                for number in range(1, self._decisions.levels[option] + 1):
                    yield from extended(position + 1, {**chosen, option: number})

        return extended(0, {})
