"""Idle facts of a goods line: stated values that do not count, and the answers that disable them.

An answer disables a fact that can change the cost while nothing is known, but not once that answer is known. Such pairs
follow from the rules, are the same for all lines, and are computed once per version.
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
    _FactPlace = tuple["FactName", int]

words = wording_loader(__name__)

_DESCRIPTIVE_FACTS = (CODE, ORIGIN, IMPORTED_ON, MASS, DETERMINATION)
_UNNAMED = DeclaredValue(text="-")


@dataclass(frozen=True, slots=True)
class FactName:
    """Name of a fact, or of a field with its list."""

    list: str
    name: str


@dataclass(frozen=True, slots=True)
class IdleFact:
    """Stated fact that does not count, and the answer that disables it; `record` is a list index."""

    fact: FactName
    switch: FactName
    answer: DeclaredValue
    record: int = 0


@dataclass(frozen=True, slots=True)
class IdleNote:
    """Description of facts that one answer disables."""

    facts: tuple[FactName, ...]
    switch: FactName
    text: str


def idle_notes(
    card: Scorecard, idle: Iterable[IdleFact], facts: Facts, language: str, *, own_list: str = ""
) -> tuple[IdleNote, ...]:
    """Describe idle facts; name records by key, except the only record of `own_list`."""
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
        record_phrase = phrases["of_record"].format(record=record) if record else ""
        text = phrases["idle"].format(
            facts=listed, whose=record_phrase, switch=renderer.name(switch.name, switch.list or None), answer=answer
        )
        notes.append(IdleNote(tuple(names), switch, typeset(text, language)))
    return tuple(notes)


class IdleFactFinder:
    """Finder of idle facts for one result; `columns` maps facts to differing column names."""

    def __init__(
        self, result: str, settings: Mapping[str, str] | None = None, columns: Mapping[str, str] | None = None
    ) -> None:
        self._result, self._settings, self._columns = result, settings, columns or {}
        self._effects: dict[Hashable, _Effect | None] = {}
        self._able: dict[Hashable, frozenset[FactName]] = {}

    def idle(
        self, reckoner: UntracedEvaluator, published: PublishedVersion, as_of: date, facts: Facts
    ) -> tuple[IdleFact, ...]:
        stated = list(_stated(facts))
        figures = [(name, record, _is_amount(value)) for name, record, value in stated if self._counts(name, value)]
        switches = [part for part in stated if part[2].flag is not None or part[2].choice is not None]
        if not figures:
            return ()
        lists = tuple(name for name, value in facts.items() if value.records)
        idle_facts: dict[_FactPlace, IdleFact] = {}
        for switch, of_record, answer in switches:
            effect = self._effect(reckoner, published, as_of, lists, switch, answer)
            if effect is None:
                return ()
            for name, record, is_amount in figures if effect.disabled else ():
                if effect.reaches(switch, of_record, name, record, is_amount=is_amount):
                    idle_facts.setdefault((name, record), IdleFact(name, switch, answer, record))
        return tuple(_without_fields_of_idle_lists(idle_facts, [(name, record) for name, record, _ in figures]))

    def _effect(  # noqa: PLR0913, PLR0917 -- version, tables and one answer
        self, reckoner: UntracedEvaluator, published: PublishedVersion, as_of: date, lists: Sequence[str],
        switch: FactName, answer: DeclaredValue,
    ) -> _Effect | None:  # fmt: skip
        card, key = published.scorecard, (published.content_digest, lists)
        answer_key = (*key, switch, answer.flag, answer.choice)
        if answer_key in self._effects:
            return self._effects[answer_key]
        if key not in self._able:
            unanswered = reckoner.reckon(published, as_of, _facts_with_answer(card, lists), self._settings)
            self._able[key] = self._able_to_count(unanswered)
        answered = reckoner.reckon(published, as_of, _facts_with_answer(card, lists, switch, answer), self._settings)
        effect = None
        if answered.inference.applies is not Outcome.NOT_MET:
            effect = _Effect(self._able[key], self._able[key] - self._able_to_count(answered) - {switch})
        self._effects[answer_key] = effect
        return effect

    def _able_to_count(self, evaluation: UntracedEvaluation) -> frozenset[FactName]:
        trace = evaluation.way
        blockers = (*trace.applies, *trace.gates, *trace.results.get(self._result, ()))
        return frozenset(FactName(blocker.list, blocker.name) for blocker in blockers if blocker.missing is None)

    def _counts(self, fact: FactName, value: DeclaredValue) -> bool:
        described = self._columns.get(fact.name, fact.name) in _DESCRIPTIVE_FACTS
        if described or value.text is not None or value.not_applicable:
            return False
        if value.number is not None:
            return parse_decimal_or_ratio(value.number) != 0
        return value.flag is not False and value.records != ()


@dataclass(frozen=True, slots=True)
class _Effect:
    able: frozenset[FactName]
    disabled: frozenset[FactName]

    def reaches(self, switch: FactName, of_record: int, fact: FactName, record: int, *, is_amount: bool) -> bool:
        """Return whether the answer to `switch` in record `of_record` disables a fact."""
        if switch.list and (switch.list, of_record) != (fact.list, record):
            return False
        parts = {part for part in self.able if part == fact or (part.list and part.list == fact.name)}
        return (is_amount or switch.name == DETERMINATION) and bool(parts) and parts <= self.disabled


def _without_fields_of_idle_lists(
    idle_facts: Mapping[_FactPlace, IdleFact], order: Iterable[_FactPlace]
) -> Iterator[IdleFact]:
    idle_lists = {name.name for name, _ in idle_facts}
    for name, record in order:
        if (name, record) in idle_facts and name.list not in idle_lists:
            yield idle_facts[name, record]


def _stated(facts: Facts) -> Iterator[tuple[FactName, int, DeclaredValue]]:
    for name, value in facts.items():
        yield FactName("", name), 0, value
        for index, record in enumerate(value.records or ()):
            yield from ((FactName(name, field), index, part) for field, part in record.items())


def _is_amount(value: DeclaredValue) -> bool:
    return value.number is not None or value.records is not None


def _facts_with_answer(
    card: Scorecard, lists: Sequence[str], switch: FactName | None = None, answer: DeclaredValue | None = None
) -> dict[str, DeclaredValue]:
    """Return facts with at most one answer; each list has one record, so that its fields can count."""
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
