"""Disproof by interval subdivision: unknown facts split at thresholds into boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable, NumberExtent, UnknownOrAbsent
from rules.contracts.intervals import Interval
from rules.engine.read_values import whole_domain
from rules.engine.unknowns import extent_of_unknown, with_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.probe import Probe
    from rules.engine.search_targets import SearchTarget
    from rules.engine.unknowns import UnknownInput

MAXIMUM_BOXES = 4_096


class Disproof:
    """Splits unknowns at the thresholds of the plan; deterministic."""

    def __init__(self, probe: Probe, aim: SearchTarget, leaves: Sequence[UnknownInput]) -> None:
        """Take the unknowns that can matter to the aim, in the order in which they are split."""
        self._probe = probe
        self._aim = aim
        self._leaves = leaves
        self._findings = {finding.id for finding in probe.engine.plan.scorecard.findings}

    def of(self, answers: set[str]) -> set[str]:
        """Split until no box allows some of the answers that are left, and give those.

        Boxes are split with the oracle alone. The boxes of a disproof, which hold every completion between them, are
        then concluded by both evaluators; only what none of these allows is disproved.
        """
        whole = self._probe.inference
        boxes = [(whole.question, whole)]
        ends: list[InferenceQuestion] = []
        remaining: set[str] = set()
        spent = 0
        while boxes and not remaining >= answers:
            if self._probe.is_exhausted:
                return set()
            question, previous = boxes.pop()
            box = self._probe.explore(question, previous)
            spent += 1
            here = answers.intersection(self._aim.of(box)) - remaining
            parts = self._split(box, here) if here and spent + len(boxes) < MAXIMUM_BOXES else []
            boxes += [(part, box) for part in parts]
            if not parts:
                remaining |= here
                ends.append(question)
        disproved = answers - remaining
        for end in ends:
            if not disproved:
                break
            disproved.difference_update(self._aim.of(self._probe.confirm(end)))
        return disproved

    def _split(self, box: Inference, here: set[str]) -> list[InferenceQuestion]:
        """Split the first unknown that something open in this box still rests on; those behind its answers come first.

        What only findings rest on changes no answer.
        """
        open_ = self._probe.engine.open_leaves(box)
        sought = {self._aim.criterion(answer) for answer in here}
        last: list[UnknownInput] = []
        for leaf in self._leaves:
            through = open_.get(leaf.list or leaf.name, ())
            if not sought.isdisjoint(through):
                if parts := self._put(box, leaf):
                    return parts
            elif not self._findings.issuperset(through):
                last.append(leaf)
        return next((parts for leaf in last if (parts := self._put(box, leaf))), [])

    def _put(self, box: Inference, leaf: UnknownInput) -> list[InferenceQuestion]:
        """Put every part of an unknown in its place; none if it cannot be split."""
        parts = self._parts(leaf, extent_of_unknown(box.question, leaf))
        return [with_value(box.question, leaf, part) for part in parts] if len(parts) > 1 else []

    def _parts(self, leaf: UnknownInput, extent: Extent) -> list[Extent]:
        plan = self._probe.engine.plan
        if leaf.is_setting:
            return [ChoiceExtent(frozenset({choice})) for choice in plan.names.domains[leaf.name]]
        if isinstance(extent, UnknownOrAbsent) and leaf.definition is not None:
            return [NotApplicable(), whole_domain(leaf.definition)]
        if isinstance(extent, ChoiceExtent) and not extent.others:
            return [ChoiceExtent(frozenset({choice})) for choice in sorted(extent.possible)]
        if isinstance(extent, NumberExtent):
            interval = extent.interval
            known = plan.compared.thresholds.get(leaf.name, ())
            inside = [end for end in known if interval.contains(end) and end != interval.low]
            if inside:
                middle = inside[len(inside) // 2]
                return [
                    NumberExtent(Interval(interval.low, middle, interval.low_open, True)),
                    NumberExtent(Interval(middle, interval.high, False, interval.high_open)),
                ]
        return []
