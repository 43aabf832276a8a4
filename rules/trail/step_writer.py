"""Step collector of one evaluation: recorded bytes, lazily rendered text, clause results, references between steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.contracts.outcomes import LETTERS, Outcome, all_of
from rules.contracts.record import Figure, RecordedStep
from rules.contracts.step_contents import content_parts
from rules.engine.both_evaluators import letters_of
from rules.program.abstract_interpretation import LazyMeasureValues, ask
from rules.trail.reason_codes import clause_distance
from rules.trail.sentences import make_rule_renderers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.contracts.canonical import Json
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Clause, Condition
    from rules.program.lowering import LoweringNames
    from rules.program.nodes import AtomicTest, Measure
    from rules.program.value_environment import MeasureValue, Values
    from rules.trail.card_context import CardContext
    from rules.trail.sentences import RuleRenderer

    Tell = Callable[[], Mapping[str, Json]]
    Rest = Callable[[], tuple[str, ...]]


class RecordedClause(BaseModel):
    """One clause as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    sentence: dict[str, str]
    distance: Figure | None = None


class RecordedCountPart(BaseModel):
    """One part of a count as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    clauses: tuple[RecordedClause, ...]


class RecordedQuantity(BaseModel):
    """A quantity as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str]


class StepPayload(BaseModel):
    """What a step recorded of a criterion, section or row of the ladder."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str] = {}
    """Of a record of a list: none."""
    outcome: Outcome | None = None
    clauses: tuple[RecordedClause, ...] = ()
    applies: tuple[RecordedClause, ...] = ()
    must: tuple[RecordedClause, ...] = ()
    parts: tuple[RecordedCountPart, ...] = ()

    quantities: dict[str, RecordedQuantity] = {}
    """Of a record of a list: its quantities."""

    @property
    def every_clause(self) -> tuple[RecordedClause, ...]:
        """The clauses that decide: when an indicator applies, its must-condition, its parts; or those of a rule."""
        return (*self.applies, *self.must, *(clause for part in self.parts for clause in part.clauses), *self.clauses)


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
    renderers: Callable[[], Mapping[str, RuleRenderer]]
    within: str | None = None
    _lazy_values: LazyMeasureValues = field(init=False)
    _outcomes: dict[int, Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lazy_values = LazyMeasureValues(self.values)

    def code(self, condition: Condition) -> str:
        """Write the outcome of each clause."""
        return "".join([LETTERS[self._outcome(clause)] for clause in condition])

    def render(self, condition: Condition) -> list[Json]:
        """Tell each clause, with what it lacks if it is not met."""
        return [self._render_clause(clause) for clause in condition]

    def render_row(self, outcome: Outcome, condition: Condition) -> Json:
        """Tell whether a row holds, and each of its clauses."""
        return {"outcome": outcome.value, "clauses": self.render(condition)}

    def _outcome(self, clause: Clause) -> Outcome:
        outcome = self._outcomes.get(id(clause))
        if outcome is None:
            atoms = self.engine.atoms_of(clause, self.names)
            outcome = self._outcomes[id(clause)] = clause_outcome(atoms, self._lazy_values)
        return outcome

    def _render_clause(self, clause: Clause) -> Json:
        outcome = self._outcome(clause)
        clause_json: dict[str, Json] = {
            "outcome": outcome.value,
            "sentence": {
                language: renderer.clause(clause, self.within) for language, renderer in self.renderers().items()
            },
        }
        if outcome is not Outcome.MET:
            lacking = clause_distance(clause, self.engine.atoms_of(clause, self.names), self.values)
            if lacking is not None:
                clause_json["distance"] = lacking
        return clause_json


def lazy_rule_renderers(prepared: CardContext, values: Values) -> Callable[[], Mapping[str, RuleRenderer]]:
    """Give whoever says the rules of the card with some values, made when they are first asked for."""
    return cache(lambda: make_rule_renderers(prepared.books, values.extents, values.units))


def _nothing() -> tuple[str, ...]:
    return ()


class LazyStep(NamedTuple):
    """A step as it is written, and whoever tells it or names what it rests on, if they are asked."""

    id: str
    kind: str
    written_bytes: bytes
    render_payload: Tell
    references: Rest
    parent: str | None

    def to_recorded_step(self, commitment: str) -> RecordedStep:
        """Tell the step under its card."""
        return RecordedStep(
            id=self.id,
            parent=self.parent,
            kind=self.kind,
            references=self.references(),
            found=self.written_bytes.decode(),
            payload=unchecked_canonical_bytes(self.render_payload()).decode(),
            commitment=commitment,
        )


class StepWriter:
    """Collects the steps of one inference in depth-first order; nothing is put into words before it is asked for.

    What would tell them is kept only where they are to be told: hundreds of functions that live as long as a record
    cost more in the search for garbage than in being made.
    """

    def __init__(self, prepared: CardContext, inference: Inference, *, renders_text: bool) -> None:
        """Begin with no steps; `renders_text` says that they will be told."""
        self.prepared = prepared
        self.renders_text = renders_text
        self.engine = prepared.engine
        self.scorecard = prepared.engine.plan.scorecard
        self.inference = inference
        self.values = inference.values
        self._renderers = lazy_rule_renderers(prepared, self.values)
        self.clauses = ClauseEvaluator(self.engine, self.engine.plan.names, self.values, self._renderers)
        self._letters = {**letters_of(inference.first_pass), **letters_of(inference.second_pass)}
        self.written_steps: list[bytes] = []
        self._entries: list[LazyStep] | None = [] if renders_text else None

    @property
    def renderers(self) -> Mapping[str, RuleRenderer]:
        """Whoever says the rules of the card with the values of this inference, by language."""
        return self._renderers()

    def entries(self) -> list[LazyStep]:
        """Give the steps to tell, and forget them: they hold the writer, and two that hold each other stay for long."""
        entries, self._entries = self._entries, None
        return entries or []

    def add(  # noqa: PLR0913, PLR0917 - the parts of a step
        self,
        step: str,
        kind: str,
        content: tuple[Any, ...],
        tell: Tell,
        references: Rest = _nothing,
        parent: str | None = None,
    ) -> None:
        """Add a step: what stands in the record (`rules.contracts.step_contents`), and how that is told."""
        written = unchecked_canonical_bytes((step, *content_parts(content)))
        self.written_steps.append(written)
        if self._entries is not None:
            self._entries.append(LazyStep(step, kind, written, tell, references, parent))

    def references_to(self, step: str, names: Callable[[], Iterable[str]]) -> Rest:
        """Rest a step on the steps of some names, the same in every record of the card."""
        return lambda: self.prepared.step_references(step, names)

    def in_every_language(self, write: Callable[[RuleRenderer], str]) -> Json:
        """Say a sentence in every language."""
        return {language: write(renderer) for language, renderer in self.renderers.items()}

    def code(self, rule: str, condition: Condition) -> str:
        """Write the outcome of each clause of a condition about the whole subject, of which a rule is made."""
        letters = self._letters.get(rule)
        return self.clauses.code(condition) if letters is None else letters[len(letters) - len(condition) :]

    def render_clauses(self, condition: Condition) -> list[Json]:
        """Tell the clauses of a condition about the whole subject."""
        return self.clauses.render(condition)
