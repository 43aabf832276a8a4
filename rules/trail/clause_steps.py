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
    from rules.engine.atoms import Atom, Names
    from rules.engine.infer import InferenceEngine
    from rules.engine.values import Values
    from rules.model.expressions import Clause, Condition
    from rules.trail.forms import Form, Forms, Told


@dataclass(frozen=True, slots=True)
class _Ready:
    """A clause as it was lowered, and what follows its distance for each outcome."""

    clause: Clause
    atoms: tuple[Atom, ...]
    forms: dict[Outcome, Form]


def clause_outcome(atoms: tuple[Atom, ...], values: Values) -> Outcome:
    """Say whether a clause holds, of which these are the parts."""
    first = atoms[0]
    return ask(first, measure_value(first.measure, values)) if len(atoms) == 1 else holds(atoms, values)


class ClauseForms:
    """The clauses about the whole subject or, `within` a list, about its records; prepared when they are first said."""

    def __init__(self, engine: InferenceEngine, forms: Forms, names: Names, within: str | None = None) -> None:
        """Prepare nothing yet."""
        self._engine = engine
        self._forms = forms
        self._names = names
        self._within = within
        self._ready: dict[int, _Ready] = {}

    def ready(self, clause: Clause) -> _Ready:
        """Give a clause prepared; clauses of the scorecard live as long as it."""
        found = self._ready.get(id(clause))
        if found is None:
            sentence = self._forms.clause(clause, self._within)
            forms = {one: sentence.around(f'"outcome":"{one}","sentence":', "}") for one in Outcome}
            atoms = self._engine.atoms_of(clause, self._names)
            found = self._ready[id(clause)] = _Ready(clause, atoms, forms)
        return found


@dataclass(frozen=True, slots=True)
class ClauseSteps:
    """Writes clauses as JSON text, for the values of one subject or record."""

    forms: ClauseForms
    told: Told
    values: Values
    _written: dict[int, str] = field(default_factory=dict)

    def written(self, condition: Condition) -> str:
        """Write the clauses of a condition; each once, for the same one stands behind several steps."""
        written = self._written
        found: list[str] = []
        for clause in condition:
            text = written.get(id(clause))
            if text is None:
                text = written[id(clause)] = self._clause(self.forms.ready(clause))
            found.append(text)
        return f"[{','.join(found)}]"

    def _clause(self, ready: _Ready) -> str:
        atoms, values = ready.atoms, self.values
        outcome = clause_outcome(atoms, values)
        said = ready.forms[outcome].fill(self.told)
        lacking = None if outcome is Outcome.MET else clause_distance(ready.clause, atoms, values)
        return f"{{{said}" if lacking is None else f'{{"distance":{written_bytes(lacking).decode()},{said}'
