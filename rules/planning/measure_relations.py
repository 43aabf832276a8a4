"""Relations between measures: requirements, exclusions and groups, with their contradictions.

Two measures exclude each other if one excludes the other, if they are of one group, or if both set the same fact.
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from rules.contracts.messages import message_factory
from rules.contracts.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.messages import Message
    from rules.engine.read_values import Violations
    from rules.planning.measures import Measure

_message = message_factory(__name__)

_ITSELF = {"requires": "REQUIRES_ITSELF", "excludes": "EXCLUDES_ITSELF"}
_MAXIMUM_CIRCLES = 10
_MAXIMUM_HINTS = 100


def facts_set_by(measure: Measure) -> frozenset[str]:
    """Return the facts that a measure replaces by a value."""
    return frozenset(effect.fact for effect in measure.effects if effect.value is not None)


class Exclusions:
    """The measures that cannot be taken together, as bits of their positions."""

    def __init__(self, measures: tuple[Measure, ...]) -> None:
        self.measures = measures
        self.positions = {measure.id: position for position, measure in enumerate(measures)}
        self._set_facts = [facts_set_by(measure) for measure in measures]
        alike: dict[tuple[str, str], int] = {}
        for position, measure in enumerate(measures):
            for key in _exclusive_keys(measure, self._set_facts[position]):
                alike[key] = alike.get(key, 0) | 1 << position
        self.excluded = [0] * len(measures)
        for position, measure in enumerate(measures):
            for key in _exclusive_keys(measure, self._set_facts[position]):
                self.excluded[position] |= alike[key] & ~(1 << position)
            for name in measure.excludes:
                other = self.positions.get(name, position)
                if other != position:
                    self.excluded[position] |= 1 << other
                    self.excluded[other] |= 1 << position

    def pair_in(self, together: int) -> tuple[int, int] | None:
        """Return the first two measures of a set that exclude each other."""
        for position in _positions_in(together):
            conflicts = self.excluded[position] & together
            if conflicts:
                return position, next(_positions_in(conflicts))
        return None

    def reason(self, one: int, other: int) -> Message:
        """Return why two measures exclude each other."""
        first, second = self.measures[one], self.measures[other]
        if first.group and first.group == second.group:
            return _message("BY_GROUP", group=first.group[:80])
        facts = self._set_facts[one] & self._set_facts[other]
        return _message("BY_FACT", fact=min(facts)[:80]) if facts else _message("BY_EXCLUSION")


def _exclusive_keys(measure: Measure, set_facts: frozenset[str]) -> Iterator[tuple[str, str]]:
    if measure.group:
        yield "group", measure.group
    for fact in set_facts:
        yield "fact", fact


def _positions_in(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def check_relations(measures: tuple[Measure, ...], violations: Violations) -> None:
    """Add violations for unknown names, circles of requirements and measures that contradict themselves."""
    exclusions = Exclusions(measures)
    known = exclusions.positions
    for position, measure in enumerate(measures):
        for field in ("requires", "excludes"):
            _check_names(measure, field, known, f"measures[{position}].{field}", violations)
    required = {
        measure.id: tuple(name for name in dict.fromkeys(measure.requires) if name in known and name != measure.id)
        for measure in measures
    }
    if not _check_circles(required, known, violations):
        _check_contradictions(required, exclusions, violations)


def _check_names(measure: Measure, field: str, known: Mapping[str, int], path: str, violations: Violations) -> None:
    seen: set[str] = set()
    for position, name in enumerate(getattr(measure, field)):
        place = f"{path}[{position}]"
        if name in seen:
            violations.add(place, "REPEATED", _message("NAMED_TWICE", measure=name[:80]))
        elif name == measure.id:
            violations.add(place, "CONTRADICTION", _message(_ITSELF[field]))
        elif name not in known:
            hint = "" if len(violations.items) > _MAXIMUM_HINTS else did_you_mean(name[:80], known)
            violations.add(place, "UNKNOWN_MEASURE", _message("NO_SUCH_MEASURE", found=name[:80], hint=hint))
        seen.add(name)


def _check_circles(
    required: Mapping[str, tuple[str, ...]], positions: Mapping[str, int], violations: Violations
) -> bool:
    """Add a violation for each circle, at most ten, and return whether there is one."""
    remaining = dict(required)
    for _ in range(_MAXIMUM_CIRCLES):
        try:
            TopologicalSorter(remaining).prepare()
        except CycleError as error:
            *circle, _ = reversed(error.args[1])
            start = circle.index(min(circle, key=positions.__getitem__))
            ordered = [*circle[start:], *circle[:start]]
            path = f"measures[{positions[ordered[0]]}].requires"
            violations.add(path, "CIRCLE", _message("CIRCLE", circle=" → ".join((*ordered, ordered[0]))))
            remaining = {
                name: tuple(other for other in others if other not in circle)
                for name, others in remaining.items()
                if name not in circle
            }
        else:
            return len(remaining) < len(required)
    return True


def _check_contradictions(
    required: Mapping[str, tuple[str, ...]], exclusions: Exclusions, violations: Violations
) -> None:
    """Add a violation for each measure that cannot be taken with all that it requires, unless a required one has it."""
    positions = exclusions.positions
    needed: dict[str, int] = {}
    contradictory: set[str] = set()
    for name in TopologicalSorter(required).static_order():
        together = 1 << positions[name]
        for other in required[name]:
            together |= needed[other]
        needed[name] = together
        pair = exclusions.pair_in(together)
        if pair is None:
            continue
        contradictory.add(name)
        if contradictory.isdisjoint(required[name]):
            one, other = (exclusions.measures[position].id for position in pair)
            message = _message(
                "CONTRADICTION", measure=name[:80], one=one[:80], other=other[:80], reason=exclusions.reason(*pair)
            )
            violations.add(f"measures[{positions[name]}].requires", "CONTRADICTION", message)
