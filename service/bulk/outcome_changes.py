"""Changed gates, findings and results between two conclusions, with the direction of each change.

Of a card that gives no grade, stage or verdict these are the answer.
"""

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
"""The column of what a record says of gates, findings and results."""
GATES, FINDINGS, RESULTS = "gates", "findings", "results"
_LEVELS = {
    GATES: {Outcome.NOT_MET: -1, Outcome.UNDETERMINED: 0, Outcome.MET: 1, Outcome.NOT_APPLICABLE: 1},
    FINDINGS: {Outcome.MET: -1, Outcome.UNDETERMINED: 0, Outcome.NOT_MET: 1, Outcome.NOT_APPLICABLE: 1},
}
_UNTOLD = {GATES: Outcome.MET, FINDINGS: Outcome.NOT_MET}
"""What a gate or finding that only one of the versions has is to a subject under the other."""


class ResultChange(StrEnum):
    """How a result moves: its number, or whether it is known."""

    RISES = "rises"
    FALLS = "falls"
    OPEN = "open"
    KNOWN = "known"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class OutcomeChange:
    """A gate or finding with its outcomes before and after, or a result with how it moves, by its id."""

    part: str
    id: str
    before: str
    after: str

    @property
    def step(self) -> int | None:
        """Say 1 of what is better for the subject, -1 of what is worse, 0 of what is open now; None of all else."""
        if self.part == RESULTS:
            return 0 if self.after == ResultChange.OPEN else None
        was, now = (_LEVELS[self.part][Outcome(side)] for side in (self.before, self.after))
        return now if was or not now else None


def answers_by_criteria(card: Scorecard) -> bool:
    """Say whether a card answers by its gates, findings and results: it gives no grade, stage or verdict."""
    return card.ladder is None and card.stages is None and card.verdicts is None


def comparable_results(card: Scorecard) -> tuple[Result, ...]:
    """List the results that rest on a quantity; what is no number is not compared."""
    quantities = {quantity.id for quantity in card.quantities}
    return tuple(result for result in card.results if result.name in quantities)


def result_cells(card: Scorecard) -> tuple[OutputColumn, ...]:
    """Give the cell of each result that is compared."""
    return tuple(OutputColumn(f"{RESULTS}.{result.id}") for result in comparable_results(card))


def known_results(card: Scorecard, inference: Inference) -> dict[str, str | None]:
    """Give what is known of each result that is compared, as it stands in records."""
    extents = inference.values.extents
    return {
        f"{RESULTS}.{result.id}": number_code(extent.interval) if isinstance(extent, NumberExtent) else None
        for result in comparable_results(card)
        for extent in (extents[result.name],)
    }


def recorded_outcomes(card: Scorecard, written: WrittenSteps) -> str:
    """Write what a record says of gates, findings and the results of a card, each under the name of its cell."""
    outcomes: dict[str, str] = {}
    for step, values in written.results_by_step.items():
        part, _, id = step.partition("/")
        if part in _LEVELS:
            outcomes[f"{part}.{id}"] = values[0]
    for result in comparable_results(card):
        content = written.quantity(result.name)
        if content is not None and isinstance(content.value, str):
            outcomes[f"{RESULTS}.{result.id}"] = content.value
    return json.dumps(outcomes, sort_keys=True)


def changed_outcomes(before: str | None, after: Mapping[str, Any]) -> tuple[OutcomeChange, ...]:
    """List what comes out otherwise: what a record told before, and the cells after; nothing where none was told."""
    return () if before is None else tuple(_turns(json.loads(before), after))


def _turns(before: Mapping[str, str], after: Mapping[str, Any]) -> Iterator[OutcomeChange]:
    for name in dict.fromkeys((*after, *before)):
        part, _, id = name.partition(".")
        if part in _LEVELS:
            was, now = (str(side.get(name) or _UNTOLD[part]) for side in (before, after))
            if _LEVELS[part][Outcome(was)] != _LEVELS[part][Outcome(now)]:
                yield OutcomeChange(part, id, was, now)
        elif part == RESULTS and name in before and before[name] != after.get(name):
            yield OutcomeChange(part, id, "", _change(before[name], after.get(name)))


def _change(before: str, after: str | None) -> ResultChange:
    was, now = (None if code is None or code[:1] in ("[", "(") else parse_exact(code) for code in (before, after))
    if was is None or now is None:
        return ResultChange.OPEN if was is not None else ResultChange.KNOWN if now is not None else ResultChange.OTHER
    return ResultChange.RISES if now > was else ResultChange.FALLS
