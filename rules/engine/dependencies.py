"""Dependency graph of a scorecard: facts and settings behind each quantity, criterion, ladder row and finding."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.engine.verdicts import names_in_rule
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE, names_in_condition
from rules.model.name_usage import facts_and_quantities_in
from rules.model.symbol_table import DefinitionIndex, decode_section_total, section_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.scorecard import Indicator, Scorecard


_DECISIVE_CONDITIONS = ""
"""The criterion key for the ladder rows and the applicability condition."""


class Dependencies:
    """The facts and settings behind each name of a scorecard."""

    def __init__(self, scorecard: Scorecard) -> None:
        self._reads = _read_directly(scorecard)
        conditions = [scorecard.applies, *(row.requires for row in scorecard.ladder_rows)]
        self._decisive = [name for condition in conditions for name in names_in_condition(condition)]
        self._inputs_by_name: dict[str, tuple[str, ...]] = {}
        self._readers: dict[str, list[str]] = {}
        for reader, read in self._reads.items():
            for name in read:
                self._readers.setdefault(name, []).append(reader)

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(leaf for name in names for leaf in self._leaf_inputs(name)))

    def readers(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(reader for name in names for reader in self._readers.get(name, ()))

    def meet_in_points_alone(self, changed: Iterable[str], others: Iterable[str]) -> bool:
        """Return whether only sums of points depend on both groups of facts.

        False if a changed fact affects applicability or a grade requirement other than points.
        """
        by_input = self._criteria_by_input
        criteria = set().union(*(by_input.get(fact, ()) for fact in changed))
        return _DECISIVE_CONDITIONS not in criteria and all(
            criteria.isdisjoint(by_input.get(fact, ())) for fact in others
        )

    @cached_property
    def _criteria_by_input(self) -> dict[str, set[str]]:
        by_input: dict[str, set[str]] = {}
        for criterion, read in {**self._reads, _DECISIVE_CONDITIONS: self._decisive}.items():
            if not _is_sum_of_points(criterion):
                for fact in self.of(name for name in read if not _is_sum_of_points(name)):
                    by_input.setdefault(fact, set()).add(criterion)
        return by_input

    def names_behind(self, names: Iterable[str]) -> frozenset[str]:
        reached: dict[str, None] = dict.fromkeys(names)
        waiting = list(reached)
        while waiting:
            new = [name for name in self._reads.get(waiting.pop(), ()) if name not in reached]
            reached |= dict.fromkeys(new)
            waiting += new
        return frozenset(reached)

    def _leaf_inputs(self, name: str) -> tuple[str, ...]:
        if name not in self._reads:
            return (name,)
        if name not in self._inputs_by_name:
            self._inputs_by_name[name] = self.of(self._reads[name])
        return self._inputs_by_name[name]


def _read_directly(scorecard: Scorecard) -> dict[str, tuple[str, ...]]:
    names = DefinitionIndex(scorecard)
    reads = {quantity.id: facts_and_quantities_in(names, quantity) for quantity in scorecard.quantities}
    for gate in scorecard.gates:
        reads[gate.id] = (*names_in_condition(gate.applies), *names_in_condition(gate.requires))
    for indicator in scorecard.indicators:
        reads[indicator.id] = names_of_indicator(indicator)
        if (shared := scorecard.rules_of(indicator.scale)) is not None:
            named = (name for placed in shared.conditions() for name in names_in_condition(placed.condition))
            reads[indicator.id] = (*reads[indicator.id], *named)
    staged = (STAGE,) if scorecard.stages is not None else ()
    for name in section_names(scorecard):
        sections = decode_section_total(name)
        members = (indicator.id for indicator in scorecard.indicators if indicator.section in sections)
        reads[name] = (*members, *staged)
    reads[TOTAL_SCORE] = (*(indicator.id for indicator in scorecard.indicators), *staged)
    if scorecard.stages is not None:
        reads[STAGE] = tuple(name for row in scorecard.stage_rows for name in names_in_condition(row.when))
    reads[AS_OF] = ()
    if scorecard.verdicts is not None:
        reads |= {rule.id: names_in_rule(scorecard.verdicts, rule) for rule in scorecard.verdict_rules}
    return reads


def _is_sum_of_points(name: str) -> bool:
    return name == TOTAL_SCORE or bool(decode_section_total(name))


def names_of_indicator(indicator: Indicator) -> tuple[str, ...]:
    """List the names that an indicator reads."""
    conditions = (*names_in_condition(indicator.applies), *names_in_condition(indicator.must))
    return tuple(dict.fromkeys((*conditions, *indicator.scale.reads)))
