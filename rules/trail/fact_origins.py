"""Facts from earlier evaluations: source sentences, and findings where the declared value differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Subject
from rules.contracts.messages import in_language, message_factory
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.contracts.record import Finding
from rules.engine.read_subject import counting_values
from rules.engine.read_values import Violations, read_scalar
from rules.language.render import previous_evaluation, previous_part
from rules.model.definitions import year_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.record import EvaluatedFact, Record
    from rules.language.render import Renderer
    from rules.model.definitions import PreviousSource
    from rules.model.scorecard import FactDefinition, Scorecard

_message = message_factory(__name__)

_DIGEST_PREFIX_LENGTH = 12
STATED_OTHERWISE = ".STATED_OTHERWISE"
"""Suffix of the finding id, after the fact id."""
_GAP_MESSAGE_KEYS = {
    UnknownReason.PREVIOUS_OPEN: "PREVIOUS_OPEN",
    UnknownReason.PREVIOUS_REPEALED: "PREVIOUS_REPEALED",
    UnknownReason.PREVIOUS_ERASED: "PREVIOUS_ERASED",
}


def _facts_contradicting_previous(
    scorecard: Scorecard, subject: Subject
) -> Iterator[tuple[FactDefinition, DeclaredValue]]:
    if all(fact.previous is None for fact in subject.facts):
        return
    stated = counting_values(scorecard, subject)
    previous_values = {fact.id: fact.previous for fact in subject.facts if fact.previous is not None}
    for definition in scorecard.facts:
        previous, value = previous_values.get(definition.id), stated.get(definition.id)
        if previous is None or previous.value is None or value is None or value.kind is None:
            continue
        stated_scalar, other = (read_scalar(definition, each, "", Violations()) for each in (value, previous.value))
        if stated_scalar is None or other is None or stated_scalar[0] != other[0]:
            yield definition, value


def difference_findings(scorecard: Scorecard, subject: Subject) -> tuple[Finding, ...]:
    """Return a minor nonconformity for each fact that contradicts its earlier evaluation."""
    return tuple(
        Finding(
            id=f"{definition.id}{STATED_OTHERWISE}",
            severity="minor",
            outcome=Outcome.MET,
            bases=() if definition.previous is None else definition.previous.basis,
        )
        for definition, _ in _facts_contradicting_previous(scorecard, subject)
    )


class FactOriginText:
    """Sentences on the earlier evaluations that supplied facts of one record."""

    def __init__(self, record: Record, renderer: Renderer) -> None:
        self._renderer, self._language = renderer, renderer.language
        self._scorecard, self._record = renderer.scorecard, record
        self._facts = {fact.declared.id: fact for fact in record.facts}
        self._sources = {fact.id: fact.previous for fact in self._scorecard.facts if fact.previous is not None}

    def origin_sentences(self) -> Sequence[tuple[str, str]]:
        return [
            (id, self._origin_sentence(id, source, self._facts[id]))
            for id, source in self._sources.items()
            if id in self._facts and self._facts[id].declared.previous is not None and self._facts[id].unknown is None
        ]

    def difference(self, finding: str) -> str:
        name, _, rest = finding.partition(".")
        if f".{rest}" != STATED_OTHERWISE or name not in self._sources:
            return ""
        record, declared = self._record, tuple(fact.declared for fact in self._record.facts)
        subject = Subject(subject=record.subject, as_of=record.as_of_date, known=record.known_time, facts=declared)
        stated = counting_values(self._scorecard, subject)[name]
        used = self._facts[name].used
        render = self._renderer
        previous_text = "" if used is None else render.value(name, used)
        return self._fill(
            "STATED_OTHERWISE", name=render.name(name), stated=render.value(name, stated), given=previous_text
        )

    def waits(self, name: str) -> str:
        fact, source = self._facts.get(name), self._sources.get(name)
        if fact is None or source is None or fact.unknown is None:
            return ""
        if fact.unknown in _GAP_MESSAGE_KEYS and fact.declared.previous is not None:
            previous = fact.declared.previous
            evaluation_label = previous.evaluation or previous.record_digest[:_DIGEST_PREFIX_LENGTH]
            return self._fill(_GAP_MESSAGE_KEYS[fact.unknown], evaluation=evaluation_label, **self._slots(source))
        if fact.unknown is not UnknownReason.PREVIOUS_MISSING:
            return ""
        return self._fill("PREVIOUS_WANTED", **self._slots(source))

    def _origin_sentence(self, id: str, source: PreviousSource, fact: EvaluatedFact) -> str:
        previous = fact.declared.previous
        if previous is None:
            return ""
        text = self._fill(
            "TAKEN_FROM",
            name=self._renderer.name(id),
            value="" if fact.used is None else self._renderer.value(id, fact.used),
            named=previous.evaluation or self._fill("UNNAMED"),
            version=previous.scorecard_version.removeprefix("scorecards/").replace("/versions/", " "),
            day=previous.as_of_date,
            digest=previous.record_digest,
            **self._slots(source),
        )
        return text if previous.candidates == 1 else text + self._fill("LAST_OF", count=previous.candidates)

    def _slots(self, source: PreviousSource) -> dict[str, str]:
        evaluation_text = previous_evaluation(source, self._renderer)
        year = self._year(source)
        return {
            "part": previous_part(source, self._renderer),
            "meant": f"{evaluation_text} ({year})" if year else evaluation_text,
            "card": source.card or self._scorecard.card.id,
        }

    def _year(self, source: PreviousSource) -> str:
        fact = self._facts.get(source.year_of or "")
        earlier = None if fact is None or fact.used is None else year_before(fact.used)
        if earlier is None:
            return ""
        return earlier.choice or ("" if earlier.period is None else earlier.period.first[:4])

    def _fill(self, code: str, **slots: object) -> str:
        return in_language(_message(code, **slots), self._language)
