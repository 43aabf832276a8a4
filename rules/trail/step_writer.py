"""Step collector of one evaluation: recorded bytes, lazily rendered text, and references between steps."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.contracts.record import RecordedStep
from rules.engine.both_evaluators import Outcomes
from rules.trail.clause_steps import ClauseEvaluator
from rules.trail.sentences import make_rule_renderers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.outcomes import Outcome
    from rules.engine.inference import Inference
    from rules.model.expressions import Condition
    from rules.program.values import Values
    from rules.trail.prepared import CardContext
    from rules.trail.sentences import RuleRenderer

    Tell = Callable[[], Mapping[str, Json]]
    Rest = Callable[[], tuple[str, ...]]


def lazy_rule_renderers(prepared: CardContext, values: Values) -> Callable[[], Mapping[str, RuleRenderer]]:
    """Give whoever says the rules of the card with some values, made when they are first asked for."""
    return cache(lambda: make_rule_renderers(prepared.books, values.extents, values.units))


def letters_of(outcomes: Mapping[str, Outcome]) -> Mapping[str, str]:
    """Give the letters of the clauses of each rule, if they were written when it was concluded."""
    return outcomes.letters if isinstance(outcomes, Outcomes) else {}


def _nothing() -> tuple[str, ...]:
    return ()


class LazyStep(NamedTuple):
    """A step as it is written, and whoever tells it or names what it rests on, if they are asked."""

    id: str
    kind: str
    written: bytes
    tell: Tell
    references: Rest
    parent: str | None

    def told(self, commitment: str) -> RecordedStep:
        """Tell the step under its card."""
        return RecordedStep(
            id=self.id,
            parent=self.parent,
            kind=self.kind,
            references=self.references(),
            found=self.written.decode(),
            payload=unchecked_canonical_bytes(self.tell()).decode(),
            commitment=commitment,
        )


class StepWriter:
    """Collects the steps of one inference in depth-first order; nothing is put into words before it is asked for.

    What would tell them is kept only where they are to be told: hundreds of functions that live as long as a record
    cost more in the search for garbage than in being made.
    """

    def __init__(self, prepared: CardContext, inference: Inference, *, telling: bool) -> None:
        """Begin with no steps; `telling` says that they will be told."""
        self.prepared = prepared
        self.telling = telling
        self.engine = prepared.engine
        self.scorecard = prepared.engine.plan.scorecard
        self.inference = inference
        self.values = inference.values
        self._speakers = lazy_rule_renderers(prepared, self.values)
        self.clauses = ClauseEvaluator(self.engine, self.engine.plan.names, self.values, self._speakers)
        self._letters = {**letters_of(inference.first), **letters_of(inference.second)}
        self.written: list[bytes] = []
        self._entries: list[LazyStep] | None = [] if telling else None

    @property
    def speakers(self) -> Mapping[str, RuleRenderer]:
        """Whoever says the rules of the card with the values of this inference, by language."""
        return self._speakers()

    def entries(self) -> list[LazyStep]:
        """Give the steps to tell, and forget them: they hold the writer, and two that hold each other stay for long."""
        entries, self._entries = self._entries, None
        return entries or []

    def add(  # noqa: PLR0913, PLR0917 - the parts of a step
        self,
        step: str,
        kind: str,
        found: tuple[Json, ...],
        tell: Tell,
        references: Rest = _nothing,
        parent: str | None = None,
    ) -> None:
        """Add a step: what it found, and how that is told."""
        written = unchecked_canonical_bytes((step, *found))
        self.written.append(written)
        if self._entries is not None:
            self._entries.append(LazyStep(step, kind, written, tell, references, parent))

    def on(self, step: str, names: Callable[[], Iterable[str]]) -> Rest:
        """Rest a step on the steps of some names, the same in every record of the card."""
        return lambda: self.prepared.known(step, names)

    def say(self, write: Callable[[RuleRenderer], str]) -> Json:
        """Say a sentence in every language."""
        return {language: write(speaker) for language, speaker in self.speakers.items()}

    def code(self, rule: str, condition: Condition) -> str:
        """Write the outcome of each clause of a condition about the whole subject, of which a rule is made."""
        letters = self._letters.get(rule)
        return self.clauses.code(condition) if letters is None else letters[len(letters) - len(condition) :]

    def told(self, condition: Condition) -> list[Json]:
        """Tell the clauses of a condition about the whole subject."""
        return self.clauses.told(condition)
