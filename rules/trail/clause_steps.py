"""Clause results in a step: outcome, sentence, and distance to being met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.outcomes import LETTERS, Outcome, all_of
from rules.program.possible import LazyMeasureValues, ask
from rules.trail.reasons import clause_distance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.contracts.canonical import Json
    from rules.engine.infer import InferenceEngine
    from rules.model.expressions import Clause, Condition
    from rules.program.lowering import LoweringNames
    from rules.program.nodes import AtomicTest, Measure
    from rules.program.values import MeasureValue, Values
    from rules.trail.sentences import RuleRenderer


def clause_outcome(atoms: tuple[AtomicTest, ...], known: Mapping[Measure, MeasureValue]) -> Outcome:
    """Say whether a clause holds, of which these are the parts."""
    if len(atoms) == 1:
        return ask(atoms[0], known[atoms[0].measure])
    return all_of([ask(atom, known[atom.measure]) for atom in atoms])


@dataclass(slots=True)
class ClauseEvaluator:
    """Answers and tells clauses about one subject or, `within` a list, about one of its records.

    Each clause is asked once, for the same one stands behind several steps; clauses of the card live as long as it.
    """

    engine: InferenceEngine
    names: LoweringNames
    values: Values
    speakers: Callable[[], Mapping[str, RuleRenderer]]
    within: str | None = None
    _known: LazyMeasureValues = field(init=False)
    _outcomes: dict[int, Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = LazyMeasureValues(self.values)

    def code(self, condition: Condition) -> str:
        """Write the outcome of each clause."""
        return "".join([LETTERS[self._outcome(clause)] for clause in condition])

    def told(self, condition: Condition) -> list[Json]:
        """Tell each clause, with what it lacks if it is not met."""
        return [self._told(clause) for clause in condition]

    def told_row(self, outcome: Outcome, condition: Condition) -> Json:
        """Tell whether a row holds, and each of its clauses."""
        return {"outcome": outcome.value, "clauses": self.told(condition)}

    def _outcome(self, clause: Clause) -> Outcome:
        outcome = self._outcomes.get(id(clause))
        if outcome is None:
            atoms = self.engine.atoms_of(clause, self.names)
            outcome = self._outcomes[id(clause)] = clause_outcome(atoms, self._known)
        return outcome

    def _told(self, clause: Clause) -> Json:
        outcome = self._outcome(clause)
        clause_json: dict[str, Json] = {
            "outcome": outcome.value,
            "sentence": {
                language: speaker.clause(clause, self.within) for language, speaker in self.speakers().items()
            },
        }
        if outcome is not Outcome.MET:
            lacking = clause_distance(clause, self.engine.atoms_of(clause, self.names), self.values)
            if lacking is not None:
                clause_json["distance"] = lacking
        return clause_json
