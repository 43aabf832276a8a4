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
    """The input of an inference.

    Unset settings are None. `stages` and `verdicts`, if set, are the answers that are not disproved. `tables` uses the
    table ids of the scorecard.
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
    """All conclusions from one question.

    A gate that does not apply passes, so `passes` can be met while `gates` is undetermined. The record key in `lookups`
    is empty for the subject.
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
        return self.question.tables

    def operands_of_sum(
        self, quantity: SumQuantity, scope: RecordScope, key: str
    ) -> list[tuple[ListRecord, Mapping[str, Outcome]]]:
        records, perhaps = self.record_groups.of_sum(quantity, scope, self.values.extents[quantity.list], key)
        counted = counted_rows(self.counted_records[quantity.list], perhaps)
        return [(record, counted[record.key]) for record in records]


def is_known(inference: Inference) -> bool:
    """Return whether all measures and the total score are known."""
    parts = (inference.first_pass, inference.second_pass)
    known = all(isinstance(part, Outcomes) and part.is_known for part in parts)
    return known and inference.total.value is not None
