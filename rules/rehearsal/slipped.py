"""Which examples can tell a card from the same card with a slip in it, and does one of them?

A card with a slip is nobody's, so that what it gives is concluded by the oracle alone. An example that reaches nothing
that slipped cannot tell, and is not tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError
from rules.contracts.extents import is_known
from rules.contracts.outcomes import Outcome, all_of
from rules.engine.decide import Decision, decide
from rules.engine.infer import InferenceEngine
from rules.engine.oracle import ask
from rules.engine.quantities import evaluate_quantity
from rules.engine.values import measure_value
from rules.model.expressions import Undetermined
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity, list_of
from rules.rehearsal.reference import Reference
from rules.rehearsal.run import asked, failures, is_graded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from rules.engine.atoms import Atom
    from rules.engine.inference import Inference, Question
    from rules.engine.network import Network
    from rules.engine.plan import Plan
    from rules.engine.values import Values
    from rules.model.examples import Example
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Quantity, Scorecard

_COMPARED = ("first", "second", "gates", "passes", "applies", "score", "total", "grades", "kind", "stages", "judged")


class OracleEngine(InferenceEngine):
    """Concludes with the oracle alone; what it says is an answer to nobody."""

    def __init__(self, scorecard: Scorecard, tables: TableSource | None, before: OracleEngine | None = None) -> None:
        """Make the plan; what is the same in a card `before` is taken from there.

        Raises:
            PlanError: the card cannot be concluded.
        """
        super().__init__(scorecard, tables, explores_only=True, like=None if before is None else before.plan)
        if before is not None:
            self.first = before.first if self.plan.first is before.plan.first else self.first
            self.second = before.second if self.plan.second is before.plan.second else self.second

    def infer(self, question: Question, beside: Inference | None = None) -> Inference:
        """Explore instead."""
        return self.explore(question, beside)


@dataclass(frozen=True, slots=True)
class Known:
    """An example, what it asks, and what the card as it is says of it."""

    example: Example
    question: Question
    decision: Decision
    graded: bool

    @property
    def is_settled(self) -> bool:
        """Say whether everything that could be looked into further has one answer."""
        inference = self.decision.inference
        open_ = len(inference.grades) > 1 or len(inference.stages) > 1
        judged = inference.judged is not None and len(inference.judged.possible) > 1
        return not (open_ or judged or self.decision.alternatives)


def known_of(engine: OracleEngine, examples: Iterable[Example]) -> tuple[list[Known], int]:
    """Evaluate every example under the card as it is; give those that hold, and how many do not."""
    every = list(examples)
    reference, found = Reference(engine, (example.as_of for example in every)), []
    for example in every:
        graded = is_graded(engine.plan.scorecard, example)
        try:
            question = reference.asked((placed.item for placed in example.changes), example.as_of)
        except (InputError, VersionError):
            continue
        decision = _decision(engine, question, reference.on(example.as_of), graded=graded)
        if not failures(engine, example, question, decision):
            found.append(Known(example, question, decision, graded))
    return found, len(every) - len(found)


def _decision(engine: OracleEngine, question: Question, beside: Inference | None, *, graded: bool) -> Decision:
    beside = None if question.supposed else beside
    if graded:
        return decide(engine, question, beside=beside)
    inference = engine.explore(question, beside)
    return Decision(inference, inference.kind, ())


class Slipped:
    """One card with a slip, beside the card as it is."""

    def __init__(self, scorecard: Scorecard, before: OracleEngine) -> None:
        """Plan it.

        Raises:
            PlanError: it cannot be concluded.
        """
        self.engine = OracleEngine(scorecard, before.tables, before)
        self._same_inputs = self.engine.plan.scorecard.settings == before.plan.scorecard.settings
        self._reaches = _reach(before.plan, self.engine.plan)
        self._left = frozenset(_left(before.plan, self.engine.plan))
        self._only_graver = bool(_graver(before.plan.scorecard, self.engine.plan.scorecard))
        self._references: dict[date, Inference] = {}

    def is_told_by(self, known: Known) -> bool:
        """Say whether an example that holds under the card as it is fails under this one."""
        found = self.concluded(known)
        return found is not None and bool(failures(self.engine, known.example, *found))

    def concluded(self, known: Known) -> tuple[Question, Decision] | None:
        """Conclude what an example asks; None if that is the same as under the card as it is."""
        if not self._reaches(known.decision.inference):
            return None
        engine, question = self.engine, known.question
        if not self._same_inputs:
            question = asked(engine, (placed.item for placed in known.example.changes), known.example.as_of)
        inference = self._explored(question)
        if known.is_settled and not self._only_graver and _same(inference, known.decision.inference):
            extents = inference.values.extents
            if all(name not in extents or is_known(extents[name]) for name in self._left):
                return None
        if known.graded:
            return question, decide(engine, question, beside=inference if not question.supposed else None)
        return question, Decision(inference, inference.kind, ())

    def _explored(self, question: Question) -> Inference:
        """Explore a question, beside the first one of its day if that supposed nothing either."""
        if question.supposed:
            return self.engine.explore(question)
        inference = self.engine.explore(question, self._references.get(question.as_of))
        self._references.setdefault(question.as_of, inference)
        return inference


def _same(one: Inference, other: Inference) -> bool:
    return (
        all(getattr(one, name) == getattr(other, name) for name in _COMPARED)
        and one.values.extents == other.values.extents
        and one.lookups == other.lookups
    )


def _reach(before: Plan, after: Plan) -> Callable[[Inference], bool]:
    """Make what says of an example whether anything that slipped comes out otherwise for it.

    Where no rule, row of a scale, quantity or finding slipped, but a weight or a verdict, every example may tell.
    """
    first, second = _rules(before.first, after.first), _rules(before.second, after.second)
    quantities = [one for name, one in after.quantities.items() if one != before.quantities.get(name)]
    rows = {name: found for name in before.rows if (found := _scale_rows(before, after, name))}
    graver, left = _graver(before.scorecard, after.scorecard), frozenset(_left(before, after))
    if not (first or second or quantities or rows or graver):
        return lambda _: True

    def reaches(inference: Inference) -> bool:
        values, given = inference.values, inference.score.given
        return (
            any(_comes_out(name, atoms, values) is not inference.first.get(name, _NO) for name, atoms in first.items())
            or any(
                _comes_out(name, atoms, values) is not inference.second.get(name, _NO) for name, atoms in second.items()
            )
            or any(not found.isdisjoint(given[name].rows) for name, found in rows.items())
            or any(inference.second.get(f"finding:{name}") is Outcome.MET for name in graver)
            or any(_other_value(one, after, values, left=one.id in left) for one in quantities)
        )

    return reaches


_NO = Outcome.NOT_MET
_OF_ALL = (":applies", ":must")
"""How the names of rules end that hold for everybody once they are gone."""


def _rules(before: Network, after: Network) -> dict[str, tuple[Atom, ...] | None]:
    """Give the rules that are not the same, with their atoms now; none if the rule is gone."""
    old, new = before.asked, after.asked
    return {name: new.get(name) for name in (*old, *new) if old.get(name) != new.get(name)}


def _scale_rows(before: Plan, after: Plan, indicator: str) -> frozenset[int]:
    """Give the numbers of the rows of a scale that are not the same."""
    old, new = before.rows[indicator], after.rows[indicator]
    return frozenset(row.number for place, row in enumerate(old) if place >= len(new) or new[place] != row)


def _graver(before: Scorecard, after: Scorecard) -> list[str]:
    """Give the findings that are the same but for how grave they are."""
    now = {one.id: one for one in after.findings}
    return [one.id for one in before.findings if now[one.id].severity is not one.severity]


def _comes_out(name: str, atoms: tuple[Atom, ...] | None, values: Values) -> Outcome:
    if atoms is None:
        return Outcome.MET if name.endswith(_OF_ALL) else _NO
    return all_of([ask(atom, measure_value(atom.measure, values)) for atom in atoms])


def _other_value(quantity: Quantity, plan: Plan, values: Values, *, left: bool) -> bool:
    """Say whether a quantity comes to another value, or is open for another reason; what is computed of records may."""
    if isinstance(quantity, (SumQuantity, TableQuantity)) or list_of(quantity) is not None:
        return True
    extent = values.extents.get(quantity.id)
    if extent is not None and not is_known(extent) and left:
        return True
    return evaluate_quantity(quantity, values, plan.prepared[quantity.id]) != extent


def _left(before: Plan, after: Plan) -> Iterator[str]:
    """Name the quantities that are not the same and that the rules leave open in some row, before or after."""
    for name, now in after.quantities.items():
        was = before.quantities.get(name)
        if now != was and (_may_leave(now) or (was is not None and _may_leave(was))):
            yield name


def _may_leave(quantity: Quantity) -> bool:
    return isinstance(quantity, FormulaQuantity) and any(isinstance(row.formula, Undetermined) for row in quantity.rows)
