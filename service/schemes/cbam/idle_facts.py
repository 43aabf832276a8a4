"""Idle facts of a goods line: stated values that do not count, and the stated answer that disables each.

They follow from the rules. An answer disables a fact that can change the cost of a line while nothing is known, and
cannot change it once that answer alone is known. Such pairs are the same for all lines and are computed once a version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import DeclaredValue, Outcome, parse_decimal_or_ratio, typeset, wording_loader
from rules.language import Renderer
from service.schemes.cbam.goods import CODE, DETERMINATION, IMPORTED_ON, MASS, ORIGIN

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.model import PublishedVersion, Scorecard
    from service.schemes.cbam.card_evaluation import UntracedEvaluation, UntracedEvaluator

    Facts = Mapping[str, DeclaredValue]

words = wording_loader(__name__)

_DESCRIBING = (CODE, ORIGIN, IMPORTED_ON, MASS, DETERMINATION)
"""The facts that describe a line; they are never reported as idle."""
_UNNAMED = DeclaredValue(text="-")


@dataclass(frozen=True, slots=True)
class FactName:
    """A fact, or a field of the records of a list."""

    list: str
    name: str


@dataclass(frozen=True, slots=True)
class IdleFact:
    """A stated fact that does not count, the answer that disables it, and of a record its place in the list."""

    fact: FactName
    switch: FactName
    answer: DeclaredValue
    record: int = 0


@dataclass(frozen=True, slots=True)
class IdleNote:
    """The facts of a line, or of one record, that one answer disables, in words."""

    facts: tuple[FactName, ...]
    switch: FactName
    text: str


def idle_notes(
    card: Scorecard, idle: Iterable[IdleFact], facts: Facts, language: str, *, own_list: str = ""
) -> tuple[IdleNote, ...]:
    """Describe idle facts; a record is named by its key unless the line itself is the only record of `own_list`."""
    renderer, phrases = Renderer(card, language), words(language)
    keys = {fact.id: record.key for fact in card.facts for record in card.records if record.id == fact.record}
    together: dict[tuple[FactName, str, str], list[FactName]] = {}
    for each in idle:
        list_name, key = each.fact.list, keys.get(each.fact.list)
        record = "" if key is None or list_name == own_list else (facts[list_name].records or ())[each.record][key].text
        answer = renderer.value(each.switch.name, each.answer, each.switch.list or None)
        together.setdefault((each.switch, answer, record or ""), []).append(each.fact)
    notes = []
    for (switch, answer, record), names in together.items():
        listed = renderer.listed(renderer.name(name.name, name.list or None) for name in names)
        whose = phrases["of_record"].format(record=record) if record else ""
        text = phrases["idle"].format(
            facts=listed, whose=whose, switch=renderer.name(switch.name, switch.list or None), answer=answer
        )
        notes.append(IdleNote(tuple(names), switch, typeset(text, language)))
    return tuple(notes)


class IdleFactFinder:
    """Finds the idle facts of lines for one result of a card."""

    def __init__(
        self, result: str, settings: Mapping[str, str] | None = None, columns: Mapping[str, str] | None = None
    ) -> None:
        """Observe one result under these settings; `columns` names the columns of facts that are named otherwise."""
        self._result, self._settings, self._columns = result, settings, columns or {}
        self._effects: dict[Hashable, _Effect | None] = {}
        self._able: dict[Hashable, frozenset[FactName]] = {}

    def idle(
        self, reckoner: UntracedEvaluator, published: PublishedVersion, as_of: date, facts: Facts
    ) -> tuple[IdleFact, ...]:
        """Return the idle facts of a line; none if the card does not apply to it."""
        stated = list(_stated(facts))
        figures = [(name, record, _is_amount(value)) for name, record, value in stated if self._counts(name, value)]
        if not figures:
            return ()
        lists = tuple(name for name, value in facts.items() if value.records)
        found: dict[tuple[FactName, int], IdleFact] = {}
        for switch, of_record, answer in stated:
            if answer.flag is None and answer.choice is None:
                continue
            key = published.content_digest, lists, switch, answer.flag, answer.choice
            if key not in self._effects:
                self._effects[key] = self._effect(reckoner, published, as_of, lists, switch, answer)
            effect = self._effects[key]
            if effect is None:
                return ()
            for name, record, is_amount in figures if effect.disabled else ():
                reaches = not switch.list or (switch.list, of_record) == (name.list, record)
                if reaches and (is_amount or switch.name == DETERMINATION) and effect.disables(name):
                    found.setdefault((name, record), IdleFact(name, switch, answer, record))
        whole_lists = {name.name for name, _ in found}
        return tuple(
            found[name, record]
            for name, record, _ in figures
            if (name, record) in found and name.list not in whole_lists
        )

    def _effect(  # noqa: PLR0913, PLR0917 -- a version with its tables, and one answer
        self, reckoner: UntracedEvaluator, published: PublishedVersion, as_of: date, lists: Sequence[str],
        switch: FactName, answer: DeclaredValue,
    ) -> _Effect | None:  # fmt: skip
        """Return what one answer disables; None if the card does not apply to any line with that answer."""
        card, key = published.scorecard, (published.content_digest, lists)
        if key not in self._able:
            unanswered = reckoner.reckon(published, as_of, _answering(card, lists), self._settings)
            self._able[key] = self._able_to_count(unanswered)
        answered = reckoner.reckon(published, as_of, _answering(card, lists, switch, answer), self._settings)
        if answered.inference.applies is Outcome.NOT_MET:
            return None
        return _Effect(self._able[key], self._able[key] - self._able_to_count(answered) - {switch})

    def _able_to_count(self, evaluation: UntracedEvaluation) -> frozenset[FactName]:
        """Return the unknown facts that can still change the result."""
        way = evaluation.way
        blockers = (*way.applies, *way.gates, *way.results.get(self._result, ()))
        return frozenset(FactName(blocker.list, blocker.name) for blocker in blockers if blocker.missing is None)

    def _counts(self, fact: FactName, value: DeclaredValue) -> bool:
        """Return whether a value should count: texts only describe, and zero, no and none change nothing."""
        described = self._columns.get(fact.name, fact.name) in _DESCRIBING
        if described or value.text is not None or value.not_applicable:
            return False
        if value.number is not None:
            return parse_decimal_or_ratio(value.number) != 0
        return value.flag is not False and value.records != ()


@dataclass(frozen=True, slots=True)
class _Effect:
    """What one answer does: the facts that can change the result without it, and those of them that cannot with it."""

    able: frozenset[FactName]
    disabled: frozenset[FactName]

    def disables(self, fact: FactName) -> bool:
        """Return whether a fact, or every field of a list, is disabled."""
        parts = {part for part in self.able if part == fact or (part.list and part.list == fact.name)}
        return bool(parts) and parts <= self.disabled


def _stated(facts: Facts) -> Iterator[tuple[FactName, int, DeclaredValue]]:
    """Yield each stated fact, and each field of each record with the place of the record."""
    for name, value in facts.items():
        yield FactName("", name), 0, value
        for place, record in enumerate(value.records or ()):
            yield from ((FactName(name, field), place, part) for field, part in record.items())


def _is_amount(value: DeclaredValue) -> bool:
    return value.number is not None or value.records is not None


def _answering(
    card: Scorecard, lists: Sequence[str], switch: FactName | None = None, answer: DeclaredValue | None = None
) -> dict[str, DeclaredValue]:
    """Return facts of which nothing is known but one answer; each list has one record, so that its fields can count."""
    facts = {}
    for definition in card.facts:
        if definition.id in lists:
            record_type = next(record for record in card.records if record.id == definition.record)
            record = {record_type.key: _UNNAMED}
            if switch is not None and answer is not None and switch.list == definition.id:
                record[switch.name] = answer
            facts[definition.id] = DeclaredValue(records=(record,))
    if switch is not None and answer is not None and not switch.list:
        facts[switch.name] = answer
    return facts
