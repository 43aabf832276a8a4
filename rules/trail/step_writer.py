"""Of what is each step of one evaluation made: what it found, and how that is told?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.canonical import written_bytes
from rules.contracts.record import Step
from rules.trail.clause_steps import Clauses
from rules.trail.sentences import make_speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.contracts.canonical import Json
    from rules.engine.inference import Inference
    from rules.model.expressions import Condition
    from rules.trail.prepared import Prepared
    from rules.trail.sentences import Speaker

    Tell = Callable[[], Mapping[str, Json]]
    Rest = Callable[[], tuple[str, ...]]


def _nothing() -> tuple[str, ...]:
    return ()


class Entry(NamedTuple):
    """A step: what it found, which is written, and whoever tells it or names what it rests on, if they are asked."""

    id: str
    kind: str
    found: tuple[Json, ...]
    tell: Tell
    references: Rest
    parent: str | None

    def written(self) -> bytes:
        """Write the array that stands in the record."""
        return written_bytes((self.id, *self.found))

    def told(self, commitment: str) -> Step:
        """Tell the step under its card."""
        return Step(
            id=self.id,
            parent=self.parent,
            kind=self.kind,
            references=self.references(),
            found=self.written().decode(),
            payload=written_bytes(self.tell()).decode(),
            commitment=commitment,
        )


class StepWriter:
    """Collects the steps of one inference in depth-first order; nothing is put into words before it is asked for."""

    def __init__(self, prepared: Prepared, inference: Inference) -> None:
        """Begin with no steps."""
        self.prepared = prepared
        self.engine = prepared.engine
        self.scorecard = prepared.engine.plan.scorecard
        self.inference = inference
        self.values = inference.values
        self.clauses = Clauses(self.engine, self.engine.plan.names, self.values, lambda: self.speakers)
        self.entries: list[Entry] = []

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Whoever says the rules of the card with the values of this inference, by language."""
        return make_speakers(self.prepared.books, self.values.extents, self.values.units)

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
        self.entries.append(Entry(step, kind, found, tell, references, parent))

    def on(self, step: str, names: Callable[[], Iterable[str]]) -> Rest:
        """Rest a step on the steps of some names, the same in every record of the card."""
        return lambda: self.prepared.known(step, names)

    def say(self, write: Callable[[Speaker], str]) -> Json:
        """Say a sentence in every language."""
        return {language: write(speaker) for language, speaker in self.speakers.items()}

    def code(self, condition: Condition) -> str:
        """Write the outcome of each clause of a condition about the whole subject."""
        return self.clauses.code(condition)

    def told(self, condition: Condition) -> list[Json]:
        """Tell the clauses of a condition about the whole subject."""
        return self.clauses.told(condition)
