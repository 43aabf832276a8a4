"""Criteria that read a fact, with titles and points."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import format_for_display
from rules.model import DefinitionIndex, names_behind, names_in_condition
from service.input.cells import label_in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from rules.model import Scorecard, TextByLanguage

_MAX_CRITERIA = 2
"""Facts read by more criteria concern the whole scorecard."""
_POINTS_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class AskingCriterion:
    """Gate or indicator that reads a fact; gates have no points."""

    title: str
    points: str = ""
    criterion_id: str = ""


def asking_criteria(card: Scorecard, language: str) -> Mapping[str, Sequence[AskingCriterion]]:
    """Return the criteria of each fact, gates first; widely read facts are omitted."""
    names = DefinitionIndex(card)
    criteria: dict[str, list[AskingCriterion]] = defaultdict(list)

    def add(reads: Iterable[str], id: str, labels: TextByLanguage, maximum: Fraction | None = None) -> None:
        points = "" if maximum is None else format_for_display(maximum, _POINTS_DECIMALS)
        title = f"{id} {label_in_language(labels, language, '')}".rstrip()
        for name in names_behind(names, reads):
            criteria[name].append(AskingCriterion(title, points, id))

    for gate in card.gates:
        add(names_in_condition(gate.requires), gate.id, gate.labels)
    for indicator in card.indicators:
        reads = (*names_in_condition(indicator.must), *indicator.scale.reads)
        add(reads, indicator.id, indicator.labels, indicator.maximum)
    return {name: asking for name, asking in criteria.items() if len(asking) <= _MAX_CRITERIA}
