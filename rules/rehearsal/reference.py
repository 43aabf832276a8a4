"""What do several examples share with the reference case of their day?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError
from rules.engine.inference import Question
from rules.engine.read_subject import read_subject
from rules.rehearsal.run import Case, apply_change, asked, case_subject, reference_case

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.examples import Change


class Reference:
    """The reference case, read and concluded once for each day that several examples share.

    What an example leaves as it is was read already, and concluded by both evaluators, and is not done again.
    """

    def __init__(self, engine: InferenceEngine, days: Iterable[date]) -> None:
        """Begin without any; `days` are those of the examples."""
        self._engine = engine
        self._card = engine.plan.scorecard
        self._shared = {day for day, count in Counter(days).items() if count > 1}
        self._read: dict[date, tuple[Case, Question] | None] = {}
        self._concluded: dict[date, Inference | None] = {}
        fields = {record.id: {field.id for field in record.fields} for record in self._card.records}
        self._needs = {fact.id: {fact.id} | fields.get(fact.record or "", set()) for fact in self._card.facts}
        owned = {record.belongs_to.list for record in self._card.records if record.belongs_to is not None}
        owners = {record.id for record in self._card.records if record.belongs_to is not None}
        self._joined = {fact.id for fact in self._card.facts if fact.id in owned or fact.record in owners}

    def on(self, day: date) -> Inference | None:
        """Give the reference case of a day; None if it cannot be evaluated or is of no use to others."""
        if day not in self._concluded:
            before = self._before(day)
            self._concluded[day] = None if before is None else self._engine.infer(before[1])
        return self._concluded[day]

    def asked(self, changes: Iterable[Change], day: date) -> Question:
        """Read the reference case with some changes: only the facts that they change.

        Raises:
            InputError: a change gives a value that the facts do not allow.
            VersionError: an edition of a reference table that the card names is not there.
        """
        before, every = self._before(day), list(changes)
        if before is not None:
            try:
                return self._changed(*before, every, day)
            except InputError:
                pass  # What is wrong is told of the whole case.
        return asked(self._engine, every, day)

    def _before(self, day: date) -> tuple[Case, Question] | None:
        if day not in self._shared:
            return None
        if day not in self._read:
            try:
                self._read[day] = reference_case(self._card, day), asked(self._engine, (), day)
            except (InputError, VersionError):
                self._read[day] = None
        return self._read[day]

    def _changed(self, before: Case, question: Question, changes: list[Change], day: date) -> Question:
        case = replace(
            before, facts=dict(before.facts), evidence=dict(before.evidence), settings={}, stated={}, supposed={}
        )
        for change in changes:
            apply_change(change, case)
        touched = {
            name for name, value in case.facts.items() if value is not before.facts.get(name)
        } | case.stated.keys()
        other = {name for name, item in before.evidence.items() if case.evidence.get(name) is not item}
        touched |= {name for name, needed in self._needs.items() if needed & other}
        if touched & self._joined:
            touched |= self._joined
        needed = {name for fact in touched for name in self._needs.get(fact, ())}
        some = self._card.model_copy(update={"facts": tuple(fact for fact in self._card.facts if fact.id in touched)})
        case.evidence = {name: item for name, item in case.evidence.items() if name in needed}
        reading = read_subject(some, case_subject(some, case, day))
        facts = {**question.facts, **reading.verified.extents}
        return replace(question, facts=facts, settings=reading.settings, supposed=case.supposed)
