"""What does a step record of each clause of a condition: its outcome, its sentence, and how far it is from holding?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.canonical import written_bytes
from rules.contracts.outcomes import Outcome
from rules.engine.oracle import ask
from rules.engine.quantities import holds
from rules.engine.values import measure_value
from rules.trail.reasons import clause_distance

if TYPE_CHECKING:
    from rules.engine.atoms import Names
    from rules.engine.infer import InferenceEngine
    from rules.engine.values import Values
    from rules.model.expressions import Clause, Condition
    from rules.trail.forms import Forms, Told


@dataclass(frozen=True, slots=True)
class ClauseSteps:
    """Writes clauses as JSON text, for the values of the whole subject or, `within` a list, of one of its records."""

    engine: InferenceEngine
    forms: Forms
    told: Told
    values: Values
    names: Names
    within: str | None = None
    _written: dict[int, str] = field(default_factory=dict)

    def written(self, condition: Condition) -> str:
        """Write the clauses of a condition; each once, for the same one stands behind several steps."""
        written = self._written
        found: list[str] = []
        for clause in condition:
            text = written.get(id(clause))
            if text is None:
                text = written[id(clause)] = self._clause(clause)
            found.append(text)
        return f"[{','.join(found)}]"

    def _clause(self, clause: Clause) -> str:
        atoms = self.engine.atoms_of(clause, self.names)
        if len(atoms) == 1:
            outcome = ask(atoms[0], measure_value(atoms[0].measure, self.values))
        else:
            outcome = holds(atoms, self.values)
        sentence = self.forms.clause(clause, self.within).fill(self.told)
        lacking = None if outcome is Outcome.MET else clause_distance(clause, atoms, self.values)
        distance = "" if lacking is None else f'"distance":{written_bytes(lacking).decode()},'
        return f'{{{distance}"outcome":"{outcome}","sentence":{sentence}}}'
