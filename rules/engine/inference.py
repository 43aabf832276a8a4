"""Question and inference: input and result models of the inference engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.engine.both_evaluators import Outcomes
from rules.engine.read_records import RecordGroups, counted_rows

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from rules.contracts.extents import Extent, ListRecord
    from rules.contracts.intervals import Interval
    from rules.contracts.outcomes import ConclusionKind, Outcome
    from rules.engine.lookups import LookupResult
    from rules.engine.plan import RecordScope
    from rules.engine.score import Score
    from rules.engine.verdicts import VerdictResult
    from rules.model.scorecard import SumQuantity
    from rules.model.tables import Table
    from rules.program.value_environment import Values


@dataclass(frozen=True, slots=True)
class InferenceQuestion:
    """What is known: an extent for each fact, a choice or None for each setting, the as-of date, suppositions.

    `stages` and `verdicts`, if given, are the only ones left because all others were disproved. `tables` are the
    reference tables by their ids in the card.
    """

    facts: Mapping[str, Extent]
    settings: Mapping[str, str | None]
    as_of: date
    supposed_numbers: Mapping[str, Fraction]
    stages: tuple[str, ...] | None = None
    verdicts: tuple[str, ...] | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inference:
    """Everything that was concluded from one question, as it was concluded.

    `gates` holds the outcome of each gate, `passes` whether it lets the subject through: a gate that is met or does not
    apply does, so that it can pass for sure while its outcome is still open. `grades` and `stages` are those still
    possible, `verdict_result` what the rules amount to that give a verdict. `lookups` says by quantity and by key of a
    record, empty for the whole subject, what tables answered.
    """

    question: InferenceQuestion
    values: Values
    counted_records: dict[str, dict[str, dict[str, Outcome]]]
    first_pass: dict[str, Outcome]
    second_pass: dict[str, Outcome]
    gates: dict[str, Outcome]
    passes: dict[str, Outcome]
    applies: Outcome
    score: Score
    total: Interval
    grades: tuple[str, ...]
    kind: ConclusionKind
    stages: tuple[str, ...] = ()
    verdict_result: VerdictResult | None = None
    lookups: Mapping[str, Mapping[str, LookupResult]] = field(default_factory=dict)
    record_groups: RecordGroups = field(default_factory=RecordGroups, compare=False, repr=False)

    @property
    def tables(self) -> Mapping[str, Table]:
        """The reference tables that were looked in."""
        return self.question.tables

    def operands_of_sum(
        self, quantity: SumQuantity, scope: RecordScope, key: str
    ) -> list[tuple[ListRecord, Mapping[str, Outcome]]]:
        """Give the records over which a sum goes, of one record if it has a key, and how the rows of sums came out."""
        records, perhaps = self.record_groups.of_sum(quantity, scope, self.values.extents[quantity.list], key)
        counted = counted_rows(self.counted_records[quantity.list], perhaps)
        return [(record, counted[record.key]) for record in records]


def is_known(inference: Inference) -> bool:
    """Say whether nothing was left open: every rule was concluded from what is known, and so is the score."""
    parts = (inference.first_pass, inference.second_pass)
    known = all(isinstance(part, Outcomes) and part.is_known for part in parts)
    return known and inference.total.value is not None
