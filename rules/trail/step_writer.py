"""Step collector of one evaluation: recorded bytes, lazily rendered text, clause outcomes, references."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
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

    RenderPayload = Callable[[], Mapping[str, Json]]
    Rest = Callable[[], tuple[str, ...]]


class RecordedClause(BaseModel):
    """Clause as stored in a recorded step."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    sentence: dict[str, str]
    distance: Figure | None = None


class RecordedCountPart(BaseModel):
    """Part of a count as stored in a recorded step."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    clauses: tuple[RecordedClause, ...]


class RecordedQuantity(BaseModel):
    """Quantity as stored in a recorded step."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str]


class RecordedSum(BaseModel):
    """Sum over a list as stored in the step of one record: the rows that may count the record."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    rows: tuple[RecordedCountPart, ...] = ()


class StepPayload(BaseModel):
    """Payload of a step about a criterion, a section, a ladder row or a record of a list."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str] = {}
    outcome: Outcome | None = None
    clauses: tuple[RecordedClause, ...] = ()
    applies: tuple[RecordedClause, ...] = ()
    must: tuple[RecordedClause, ...] = ()
    parts: tuple[RecordedCountPart, ...] = ()

    quantities: dict[str, RecordedQuantity] = {}
    sums: dict[str, RecordedSum] = {}

    @property
    def every_clause(self) -> tuple[RecordedClause, ...]:
        return (*self.applies, *self.must, *(clause for part in self.parts for clause in part.clauses), *self.clauses)


def clause_outcome(atoms: tuple[AtomicTest, ...], known: Mapping[Measure, MeasureValue]) -> Outcome:
    """Return the outcome of a clause made of these atomic tests."""
    if len(atoms) == 1:
        return ask(atoms[0], known[atoms[0].measure])
    return all_of([ask(atom, known[atom.measure]) for atom in atoms])


@dataclass(slots=True)
class ClauseEvaluator:
    """Evaluates and renders clauses about the subject or about one record of the list `within`.

    Outcomes are cached by object id; clauses live as long as their scorecard.
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
        return "".join([LETTERS[self._outcome(clause)] for clause in condition])

    def render(self, condition: Condition) -> list[Json]:
        return [self._render_clause(clause) for clause in condition]

    def render_row(self, outcome: Outcome, condition: Condition) -> Json:
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
            distance = clause_distance(clause, self.engine.atoms_of(clause, self.names), self.values)
            if distance is not None:
                clause_json["distance"] = distance
        return clause_json


def lazy_rule_renderers(prepared: CardContext, values: Values) -> Callable[[], Mapping[str, RuleRenderer]]:
    """Return a function that creates the rule renderers by language once, on its first call."""
    return cache(lambda: make_rule_renderers(prepared.books, values.extents, values.units))


def _no_references() -> tuple[str, ...]:
    return ()


class LazyStep(NamedTuple):
    """Recorded step that renders its payload and lists its references on demand."""

    id: str
    kind: str
    written_bytes: bytes
    render_payload: RenderPayload
    references: Rest
    parent: str | None

    def to_recorded_step(self, commitment: str) -> RecordedStep:
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
    """Collects the steps of one inference in depth-first order.

    Rendering functions are stored only with `renders_text`, because they slow down garbage collection.
    """

    def __init__(self, prepared: CardContext, inference: Inference, *, renders_text: bool) -> None:
        self.prepared = prepared
        self.renders_text = renders_text
        self.engine = prepared.engine
        self.scorecard = prepared.engine.plan.scorecard
        self.inference = inference
        self.values = inference.values
        self._renderers = lazy_rule_renderers(prepared, self.values)
        self.clauses = ClauseEvaluator(self.engine, self.engine.plan.names, self.values, self._renderers)
        self.written_steps: list[bytes] = []
        self._entries: list[LazyStep] | None = [] if renders_text else None

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {**letters_of(self.inference.first_pass), **letters_of(self.inference.second_pass)}

    @property
    def renderers(self) -> Mapping[str, RuleRenderer]:
        return self._renderers()

    def entries(self) -> list[LazyStep]:
        """Return the steps to render and remove them here, which breaks a reference cycle."""
        entries, self._entries = self._entries, None
        return entries or []

    def add(  # noqa: PLR0913, PLR0917 -- the parts of a step
        self,
        step: str,
        kind: str,
        content: tuple[Any, ...],
        render: RenderPayload,
        references: Rest = _no_references,
        parent: str | None = None,
    ) -> None:
        written = unchecked_canonical_bytes((step, *content_parts(content)))
        self.written_steps.append(written)
        if self._entries is not None:
            self._entries.append(LazyStep(step, kind, written, render, references, parent))

    def references_to(self, step: str, names: Callable[[], Iterable[str]]) -> Rest:
        return lambda: self.prepared.step_references(step, names)

    def in_every_language(self, write: Callable[[RuleRenderer], str]) -> Json:
        return {language: write(renderer) for language, renderer in self.renderers.items()}

    def code(self, rule: str, condition: Condition) -> str:
        """Return one outcome letter per clause; the condition must be the last part of the rule."""
        letters = self._letters.get(rule)
        return self.clauses.code(condition) if letters is None else letters[len(letters) - len(condition) :]

    def render_clauses(self, condition: Condition) -> list[Json]:
        return self.clauses.render(condition)
