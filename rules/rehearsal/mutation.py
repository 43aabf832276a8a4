"""Mutation testing of a draft: mutants that its examples detect or miss, and the sentence that each changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.contracts.errors import InputError, PlanError, VersionError
from rules.contracts.extents import is_known
from rules.contracts.outcomes import Outcome
from rules.engine.decide import Decision, decide
from rules.engine.inference_engine import InferenceEngine
from rules.language.card_rows import RowPair, card_rows, cell_changes, pair_changed_rows
from rules.language.language_versions import place_of_rule
from rules.model.digest import rule_digest
from rules.model.expressions import UndeterminedFormula
from rules.model.mutants import MutationKind, all_mutants
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity
from rules.program.abstract_interpretation import evaluate_quantity, evaluate_tests
from rules.rehearsal.example_runner import (
    ReferenceCaseCache,
    changed_question_with_tables,
    expectation_failures,
    is_graded,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.network import Network
    from rules.engine.plan import Plan
    from rules.language.card_rows import CardRow
    from rules.language.compiler import Compilation
    from rules.model.examples import Example
    from rules.model.lookups import TableSource
    from rules.model.mutants import Mutant
    from rules.model.scorecard import Quantity, Scorecard
    from rules.program.nodes import AtomicTest
    from rules.program.value_environment import Values


class OracleEngine(InferenceEngine):
    """Concludes with the oracle alone; what it says is an answer to nobody."""

    def __init__(self, scorecard: Scorecard, tables: TableSource | None, before: OracleEngine | None = None) -> None:
        """Make the plan; what is the same in a card `before` is taken from there."""
        super().__init__(scorecard, tables, oracle_only=True, reuse_plan=None if before is None else before.plan)
        if before is not None:
            self.first_evaluator = (
                before.first_evaluator if self.plan.first_network is before.plan.first_network else self.first_evaluator
            )
            self.second_evaluator = (
                before.second_evaluator
                if self.plan.second_network is before.plan.second_network
                else self.second_evaluator
            )

    def infer(self, question: InferenceQuestion, reference: Inference | None = None) -> Inference:
        """Explore instead."""
        return self.explore(question, reference)

    def confirm(self, explored: Sequence[Inference], agreed: Inference) -> None:
        """Leave it at what was explored."""


@dataclass(frozen=True, slots=True)
class EvaluatedExample:
    """An example, what it asks, and what the card as it is says of it."""

    example: Example
    question: InferenceQuestion
    decision: Decision
    graded: bool

    @property
    def is_settled(self) -> bool:
        """Say whether everything that could be looked into further has one answer."""
        inference = self.decision.inference
        open_ = len(inference.grades) > 1 or len(inference.stages) > 1
        judged = inference.verdict_result is not None and len(inference.verdict_result.possible) > 1
        return not (open_ or judged or self.decision.alternatives)


def evaluate_examples(engine: OracleEngine, examples: Iterable[Example]) -> tuple[list[EvaluatedExample], int]:
    """Evaluate every example under the card as it is; give those that hold, and how many do not."""
    every = list(examples)
    reference, evaluated = ReferenceCaseCache(engine, (example.as_of for example in every)), []
    for example in every:
        graded = is_graded(engine.plan.scorecard, example)
        try:
            question = reference.question_for((placed.item for placed in example.changes), example.as_of)
        except (InputError, VersionError):
            continue
        decision = _decision(engine, question, reference.inference_on(example.as_of), graded=graded)
        if not expectation_failures(engine, example, question, decision):
            evaluated.append(EvaluatedExample(example, question, decision, graded))
    return evaluated, len(every) - len(evaluated)


def _decision(
    engine: OracleEngine, question: InferenceQuestion, reference: Inference | None, *, graded: bool
) -> Decision:
    reference = None if question.supposed_numbers else reference
    if graded:
        return decide(engine, question, beside=reference)
    inference = engine.explore(question, reference)
    return Decision(inference, inference.kind, ())


class PlannedMutant:
    """One mutant, beside the card as it is."""

    def __init__(self, scorecard: Scorecard, before: OracleEngine) -> None:
        """Plan it."""
        self.engine = OracleEngine(scorecard, before.tables, before)
        self._same_inputs = self.engine.plan.scorecard.settings == before.plan.scorecard.settings
        self._reaches = _reach(before.plan, self.engine.plan)
        self._excess_atoms = frozenset(_changed_open_quantities(before.plan, self.engine.plan))
        self._only_graver = bool(_graver(before.plan.scorecard, self.engine.plan.scorecard))
        self._references: dict[date, Inference] = {}

    def is_told_by(self, known: EvaluatedExample) -> bool:
        """Say whether an example that holds under the card as it is fails under this one."""
        conclusion = self.concluded(known)
        return conclusion is not None and bool(expectation_failures(self.engine, known.example, *conclusion))

    def concluded(self, known: EvaluatedExample) -> tuple[InferenceQuestion, Decision] | None:
        """Conclude what an example asks; None if that is the same as under the card as it is."""
        if not self._reaches(known.decision.inference):
            return None
        engine, question = self.engine, known.question
        if not self._same_inputs:
            question = changed_question_with_tables(
                engine, (placed.item for placed in known.example.changes), known.example.as_of
            )
        inference = self._explored(question)
        if known.is_settled and not self._only_graver and _is_same_conclusion(inference, known.decision.inference):
            extents = inference.values.extents
            if all(name not in extents or is_known(extents[name]) for name in self._excess_atoms):
                return None
        if known.graded:
            return question, decide(engine, question, beside=inference if not question.supposed_numbers else None)
        return question, Decision(inference, inference.kind, ())

    def _explored(self, question: InferenceQuestion) -> Inference:
        """Explore a question, beside the first one of its day if that supposed nothing either."""
        if question.supposed_numbers:
            return self.engine.explore(question)
        inference = self.engine.explore(question, self._references.get(question.as_of))
        self._references.setdefault(question.as_of, inference)
        return inference


def _is_same_conclusion(first: Inference, other: Inference) -> bool:
    """Compare all that was concluded, whatever was asked and however the records were counted."""
    alike = replace(first, question=other.question, values=other.values, counted_records=other.counted_records)
    return alike == other and first.values.extents == other.values.extents


def _reach(before: Plan, after: Plan) -> Callable[[Inference], bool]:
    """Make what says of an example whether anything that was changed comes out otherwise for it.

    Where no rule, row of a scale, quantity or finding was changed, but a weight or a verdict, every example may tell.
    """
    first, second = (
        _rules(before.first_network, after.first_network),
        _rules(before.second_network, after.second_network),
    )
    quantities = [quantity for name, quantity in after.quantities.items() if quantity != before.quantities.get(name)]
    rows = {name: slipped_rows for name in before.scales if (slipped_rows := _scale_rows(before, after, name))}
    graver, open_ids = _graver(before.scorecard, after.scorecard), frozenset(_changed_open_quantities(before, after))
    if not (first or second or quantities or rows or graver):
        return lambda _: True

    def reaches(inference: Inference) -> bool:
        values, earned = inference.values, inference.score.indicator_points
        return (
            any(
                _comes_out(name, atoms, values) is not inference.first_pass.get(name, _NO)
                for name, atoms in first.items()
            )
            or any(
                _comes_out(name, atoms, values) is not inference.second_pass.get(name, _NO)
                for name, atoms in second.items()
            )
            or any(not row_numbers.isdisjoint(earned[name].rows) for name, row_numbers in rows.items())
            or any(inference.second_pass.get(f"finding:{name}") is Outcome.MET for name in graver)
            or any(_other_value(quantity, after, values, left=quantity.id in open_ids) for quantity in quantities)
        )

    return reaches


_NO = Outcome.NOT_MET
_OF_ALL = (":applies", ":must")
"""How the names of rules end that hold for everybody once they are gone."""


def _rules(before: Network, after: Network) -> dict[str, tuple[AtomicTest, ...] | None]:
    """Give the rules that are not the same, with their atoms now; none if the rule is gone."""
    old, new = before.atoms_by_rule, after.atoms_by_rule
    return {name: new.get(name) for name in (*old, *new) if old.get(name) != new.get(name)}


def _scale_rows(before: Plan, after: Plan, indicator: str) -> frozenset[int]:
    """Give the numbers of the rows of a scale that are not the same."""
    old, new = before.scales[indicator].pieces, after.scales[indicator].pieces
    return frozenset(row.number for position, row in enumerate(old) if position >= len(new) or new[position] != row)


def _graver(before: Scorecard, after: Scorecard) -> list[str]:
    """Give the findings that are the same but for how grave they are."""
    now = {finding.id: finding for finding in after.findings}
    return [finding.id for finding in before.findings if now[finding.id].severity is not finding.severity]


def _comes_out(name: str, atoms: tuple[AtomicTest, ...] | None, values: Values) -> Outcome:
    if atoms is None:
        return Outcome.MET if name.endswith(_OF_ALL) else _NO
    return evaluate_tests(atoms, values)


def _other_value(quantity: Quantity, plan: Plan, values: Values, *, left: bool) -> bool:
    """Say whether a quantity comes to another value, or is open for another reason; what is computed of records may."""
    if isinstance(quantity, (SumQuantity, TableQuantity)) or quantity.owner is not None:
        return True
    extent = values.extents.get(quantity.id)
    if extent is not None and not is_known(extent) and left:
        return True
    return evaluate_quantity(plan.prepared[quantity.id].node, values) != extent


def _changed_open_quantities(before: Plan, after: Plan) -> Iterator[str]:
    """Name the quantities that are not the same and that the rules leave open in some row, before or after."""
    for name, now in after.quantities.items():
        was = before.quantities.get(name)
        if now != was and (_may_leave(now) or (was is not None and _may_leave(was))):
            yield name


def _may_leave(quantity: Quantity) -> bool:
    return isinstance(quantity, FormulaQuantity) and any(
        isinstance(row.formula, UndeterminedFormula) for row in quantity.rows
    )


_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class SurvivingMutant:
    """A mutant that no example notices: what the sentence says, and what it would say; each in the language asked for.

    `now` is blank where the row is dropped; `location` is where it stands in the file of that language. `name` tells it
    from every other mutant of the card, and `because` is why nobody could notice it, if somebody has argued that.
    """

    name: str
    because: str
    path: str
    kind: MutationKind
    heading: str
    context: str
    was: str
    now: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How many mutants were tried and noticed, and those that were not; what time left is `untried`.

    A mutant that the engine refuses to plan is none that could be published, and is not counted. `failed` examples do
    not hold under the card as it is and notice nothing. `idle` are the names of argued mutants that an example notices,
    or that are none.
    """

    card: str
    version: str
    rule_digest: str
    examples: int
    failed: int
    noticed: int
    survivors: tuple[SurvivingMutant, ...]
    untried: int
    idle: tuple[str, ...] = ()

    @property
    def argued(self) -> int:
        """How many of the survivors somebody has argued."""
        return sum(bool(survivor.because) for survivor in self.survivors)

    @property
    def tried(self) -> int:
        """How many mutants were tried."""
        return self.noticed + len(self.survivors)

    @property
    def percent(self) -> Fraction:
        """How many of a hundred mutants that were tried and not argued are noticed; all of none."""
        counted = self.tried - self.argued
        return _HUNDRED * self.noticed / counted if counted else _HUNDRED


def mutate(  # noqa: PLR0913 -- what is tried, in which words, and how far
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    tables: TableSource | None = None,
    argued: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    progress: Callable[[int, int], None] | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> MutationReport:
    """Make every mutant of a compiled folder, one at a time, and try its examples on each.

    `argued` says by language, for names of mutants, why nobody could notice them. `progress` is told how many of how
    many mutants were tried; where `go_on` says no, the rest is left untried.

    Raises:
        PlanError: the card itself cannot be concluded.
    """
    renderer = MutantRenderer(scorecard, language, compilation.locations.get(language, {}))
    trying = MutationTrials(compilation, scorecard, tables)
    every = trying.every
    names = mutant_names(every)
    noticed, survivors, done = 0, [], 0
    for slip in every:
        if not go_on():
            break
        done += 1
        outcome = trying.notices(slip)
        noticed += outcome is True
        if outcome is False:
            name = names[done - 1]
            survivors.append(
                replace(renderer.survivor(slip), name=name, because=argued.get(name, {}).get(language, ""))
            )
        if progress is not None:
            progress(done, len(every))
    card = scorecard.card
    return MutationReport(
        card.id,
        card.version,
        rule_digest(scorecard),
        len(compilation.examples),
        trying.failed,
        noticed,
        tuple(survivors),
        len(every) - done,
        tuple(sorted(argued.keys() - {survivor.name for survivor in survivors})) if done == len(every) else (),
    )


def mutant_names(every: Iterable[Mutant]) -> tuple[str, ...]:
    """Name each mutant by its path and kind; of several with the same, those behind the first get a number."""
    met: Counter[str] = Counter()
    names = []
    for slip in every:
        name = f"{slip.path} {slip.kind}"
        met[name] += 1
        names.append(name if met[name] == 1 else f"{name} {met[name]}")
    return tuple(names)


class MutationTrials:
    """Tries examples on mutants, those near the change first; `failed` of them do not hold and try nothing.

    Raises:
        PlanError: the card itself cannot be concluded.
    """

    def __init__(self, compilation: Compilation, scorecard: Scorecard, tables: TableSource | None) -> None:
        """Conclude every example under the card as it is."""
        self.engine, self._locations = OracleEngine(scorecard, tables), compilation.locations
        known, self.failed = evaluate_examples(self.engine, compilation.examples)
        self.card_location = Location(next(iter(compilation.locations.values()))["card.id"].path, 1, 1)
        self.every = list(all_mutants(self.engine.plan.scorecard))
        self._known: dict[str, list[EvaluatedExample]] = {}
        self._ordered: dict[tuple[tuple[str, int], ...], Sequence[EvaluatedExample]] = {}
        for evaluated in known:
            self._known.setdefault(evaluated.example.location.path, []).append(evaluated)

    def slipped(self, slip: Mutant) -> PlannedMutant | None:
        """Make a mutant ready to conclude; None if there can be no such card."""
        try:
            return PlannedMutant(slip.scorecard, self.engine)
        except PlanError:
            return None

    def notices(self, slip: Mutant) -> bool | None:
        """Say whether an example notices a mutant; None if there can be no such card."""
        slipped = self.slipped(slip)
        return None if slipped is None else any(slipped.is_told_by(known) for known in self.nearest(slip.path))

    def nearest(self, path: str) -> Sequence[EvaluatedExample]:
        """Give the examples, those first that stand near what a path names."""
        places = (place_of_rule(locations, path) for locations in self._locations.values())
        lines = tuple((location.path, location.line) for location in places if location is not None)
        if lines not in self._ordered:
            self._ordered[lines] = self._nearest_first(lines)
        return self._ordered[lines]

    def _nearest_first(self, places: tuple[tuple[str, int], ...]) -> Sequence[EvaluatedExample]:
        """Put those before all others that stand near the places, each in its file."""
        near: list[EvaluatedExample] = []
        files = dict(self._known)
        for path, line in places:
            near += sorted(files.pop(path, ()), key=lambda evaluated: abs(evaluated.example.location.line - line))
        return [*near, *(evaluated for own in files.values() for evaluated in own)]


class MutantRenderer:
    """Says what a mutant changes, in one language."""

    def __init__(self, scorecard: Scorecard, language: str, locations: Mapping[str, Location]) -> None:
        self._scorecard, self._language, self._locations = scorecard, language, locations

    @cached_property
    def _rows(self) -> tuple[CardRow, ...]:
        return card_rows(self._scorecard, self._language)

    def survivor(self, slip: Mutant) -> SurvivingMutant:
        """Say what a mutant changes, as the first sentence that reads otherwise."""
        location = place_of_rule(self._locations, slip.path)
        gone = next((row for row in self._rows if row.path == slip.path), None)
        if slip.kind is MutationKind.DROPPED and gone is not None and gone.path != gone.owner:
            (change, *_) = cell_changes(RowPair(gone, None))
            return SurvivingMutant("", "", slip.path, slip.kind, change.heading, "", change.was, "", location)
        pairs = pair_changed_rows(self._rows, card_rows(slip.scorecard, self._language))
        for change in (change for pair in pairs for change in cell_changes(pair)):
            return SurvivingMutant(
                "", "", slip.path, slip.kind, change.heading, change.context, change.was, change.now, location
            )
        return SurvivingMutant("", "", slip.path, slip.kind, "", "", "", "", location)
