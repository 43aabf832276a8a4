"""Changed gates, findings and results between two conclusions, with directions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rules.columns import OutputColumn
from rules.contracts import NumberExtent, Outcome, WrittenSteps, parse_exact
from rules.engine import Inference
from rules.model import Result, Scorecard
from rules.trail import number_code

CRITERIA = "criteria"
GATES, FINDINGS, RESULTS = "gates", "findings", "results"
_LEVELS = {
    GATES: {Outcome.NOT_MET: -1, Outcome.UNDETERMINED: 0, Outcome.MET: 1, Outcome.NOT_APPLICABLE: 1},
    FINDINGS: {Outcome.MET: -1, Outcome.UNDETERMINED: 0, Outcome.NOT_MET: 1, Outcome.NOT_APPLICABLE: 1},
}
_ASSUMED_OUTCOMES = {GATES: Outcome.MET, FINDINGS: Outcome.NOT_MET}
"""The outcome under a version that lacks the gate or finding."""


class ResultChange(StrEnum):
    """Change of a result's number, or of whether it is known."""

    RISES = "rises"
    FALLS = "falls"
    OPEN = "open"
    KNOWN = "known"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class OutcomeChange:
    """A changed gate or finding; for a result, `after` is a `ResultChange`."""

    part: str
    id: str
    before: str
    after: str

    @property
    def step(self) -> int | None:
        """1 if better, -1 if worse, 0 if now undetermined, otherwise None."""
        if self.part == RESULTS:
            return 0 if self.after == ResultChange.OPEN else None
        was, now = (_LEVELS[self.part][Outcome(side)] for side in (self.before, self.after))
        return now if was or not now else None


def answers_by_criteria(card: Scorecard) -> bool:
    """Return whether a scorecard has no grades, stages or verdicts."""
    return card.ladder is None and card.stages is None and card.verdicts is None


def _comparable_results(card: Scorecard) -> tuple[Result, ...]:
    quantities = {quantity.id for quantity in card.quantities}
    return tuple(result for result in card.results if result.name in quantities)


def result_cells(card: Scorecard) -> tuple[OutputColumn, ...]:
    """Return an output column for each comparable result."""
    return tuple(OutputColumn(f"{RESULTS}.{result.id}") for result in _comparable_results(card))


def known_results(card: Scorecard, inference: Inference) -> dict[str, str | None]:
    """Return the comparable results in the notation of records."""
    extents = inference.values.extents
    return {
        f"{RESULTS}.{result.id}": number_code(extent.interval) if isinstance(extent, NumberExtent) else None
        for result in _comparable_results(card)
        for extent in (extents[result.name],)
    }


def recorded_outcomes(card: Scorecard, written: WrittenSteps) -> str:
    """Return recorded outcomes as JSON, keyed by column."""
    outcomes: dict[str, str] = {}
    for step, values in written.results_by_step.items():
        part, _, id = step.partition("/")
        if part in _LEVELS:
            outcomes[f"{part}.{id}"] = values[0]
    for result in _comparable_results(card):
        content = written.quantity(result.name)
        if content is not None and isinstance(content.value, str):
            outcomes[f"{RESULTS}.{result.id}"] = content.value
    return json.dumps(outcomes, sort_keys=True)


def changed_outcomes(before: str | None, after: Mapping[str, Any]) -> tuple[OutcomeChange, ...]:
    """Return the changes from recorded outcomes (JSON) to cells."""
    return () if before is None else tuple(_iterate_changes(json.loads(before), after))


def _iterate_changes(before: Mapping[str, str], after: Mapping[str, Any]) -> Iterator[OutcomeChange]:
    for name in dict.fromkeys((*after, *before)):
        part, _, id = name.partition(".")
        if part in _LEVELS:
            was, now = (str(side.get(name) or _ASSUMED_OUTCOMES[part]) for side in (before, after))
            if _LEVELS[part][Outcome(was)] != _LEVELS[part][Outcome(now)]:
                yield OutcomeChange(part, id, was, now)
        elif part == RESULTS and name in before and before[name] != after.get(name):
            yield OutcomeChange(part, id, "", _result_change(before[name], after.get(name)))


def _result_change(before: str, after: str | None) -> ResultChange:
    was, now = (None if code is None or code[:1] in ("[", "(") else parse_exact(code) for code in (before, after))
    if was is None or now is None:
        return ResultChange.OPEN if was is not None else ResultChange.KNOWN if now is not None else ResultChange.OTHER
    return ResultChange.RISES if now > was else ResultChange.FALLS
