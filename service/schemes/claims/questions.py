"""Question ranking for claim checks: undetermined facts ordered by their effect on verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.claims import (
    CLAIM_TYPES,
    OFFSETS_USED,
    CardAnswer,
    CardRules,
    FactValues,
    OpenConditions,
    SupposedValues,
    WhatIfVerdicts,
    evaluate_supposed,
    facts_of_open_conditions,
    is_possible_type,
)
from rules.contracts import Outcome, Period, Verdict, all_of, read_toml
from rules.engine import reported_verdict
from rules.model import Condition, FactDefinition, FactType, names_in_condition
from service.schemes.claims.one_claim import FAULTS, SUBJECT, CheckedClaim, JurisdictionResult, judged_periods

if TYPE_CHECKING:
    from service.schemes.claims.claim_check import ClaimCheckResult

_CIRCUMSTANCES = "circumstances"
"""Group of facts with one question, unless a rule concerns the claim itself."""
_WEIGHTS = {Verdict.PROHIBITED: 3, Verdict.MISLEADING: 2}
_CHANGE_WEIGHT, _SETTLED_WEIGHT = 2, 4
_FLAG = ("yes", "no")
_Rank = tuple[bool, int, float, int]
_Lead = tuple[int, int]
_HIGHEST_PRIORITY: _Lead = (-1, 0)
_LOWEST_PRIORITY: _Lead = (1_000, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in a group question, with its satisfactory value."""

    fact: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer option, with jurisdictions by prohibited or misleading verdict."""

    value: str
    words: str
    faults: dict[Verdict, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one fact, or about several `items`.

    Numbers, dates and texts have no options. An answer matters in `jurisdictions`. `scope` decides whether a scorecard
    applies. `of_all` covers every claim with one answer.
    """

    id: str
    words: str
    claims: tuple[int, ...]
    jurisdictions: tuple[str, ...]
    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    several: bool = False
    unit: str = ""
    scope: bool = False
    of_all: bool = False


@dataclass(slots=True)
class _OpenClaimGroup:
    answer: JurisdictionResult
    readings: tuple[FactValues, ...]
    claims: list[int]
    judged: tuple[Period, ...]
    facts: dict[str, bool]
    closing: dict[str, int]
    assumed: frozenset[str]
    waiting: frozenset[str]
    grave: frozenset[str]
    leads: tuple[tuple[str, ...], ...]
    absent: frozenset[str]
    after: dict[tuple[tuple[str, object], ...], tuple[Verdict, ...]] = field(default_factory=dict)

    def readings_left(self, supposed: SupposedValues) -> list[tuple[CardAnswer, ...]]:
        value = supposed.get(OFFSETS_USED)
        if not isinstance(value, tuple) or len(self.readings) < 2:
            return list(self.answer.card_answers)
        offset_facts = {OFFSETS_USED: ("true",) if value == ("yes",) else ("false",)}
        remaining = [
            answers
            for answers, read in zip(self.answer.card_answers, self.readings, strict=True)
            if is_possible_type(read.get(CLAIM_TYPES, ("",))[-1], offset_facts)
        ]
        return remaining or list(self.answer.card_answers)


def _open_rules(card_answer: CardAnswer, possible: Collection[Verdict]) -> Iterator[tuple[Verdict, OpenConditions]]:
    for rule in card_answer.rules:
        asks = card_answer.asks.get(rule.rule)
        if asks is not None and rule.holds is Outcome.UNDETERMINED and rule.verdict in possible:
            yield rule.verdict, asks


class QuestionRanker:
    """Ranking of questions about claims."""

    def __init__(self, judged: ClaimCheckResult, language: str, *, only: int | None = None) -> None:
        self._language = language
        cards = judged.cards
        self._what_if = WhatIfVerdicts(
            {id: CardRules(card.verdicts, card.scorecard.applies) for id, card in cards.items()}
        )
        self._definitions: dict[str, FactDefinition] = {}
        for card in reversed(cards.values()):
            self._definitions |= {fact.id: fact for fact in card.scorecard.facts}
        self._scopes = {id: names_in_condition(card.scorecard.applies) for id, card in cards.items()}
        self._group_by_jurisdiction: dict[tuple[int, str], _OpenClaimGroup] = {}
        self._groups = self._gather_groups(judged.claims, only)

    def deciding_facts(self, claim: int, jurisdiction: str) -> frozenset[str]:
        """Omit facts absent from the text and conditional facts, unless no others remain."""
        state = self._group_by_jurisdiction.get((claim, jurisdiction))
        if state is None:
            return frozenset()
        return frozenset(state.facts) - state.absent - state.waiting or frozenset(state.facts)

    def _gather_groups(self, claims: Sequence[CheckedClaim], only: int | None) -> list[_OpenClaimGroup]:
        groups: dict[tuple[object, ...], _OpenClaimGroup] = {}
        for number, claim in enumerate(claims):
            for answer in claim.answers if only in (None, number) else ():
                key = (
                    answer.jurisdiction.id,
                    *(id(card_answer) for reading in answer.card_answers for card_answer in reading),
                )
                if len(answer.wide) > 1 and key not in groups:
                    groups[key] = self._build_group(claim, answer)
                if key in groups:
                    groups[key].claims.append(number)
                    self._group_by_jurisdiction[number, answer.jurisdiction.id] = groups[key]
        return list(groups.values())

    def _build_group(self, claim: CheckedClaim, answer: JurisdictionResult) -> _OpenClaimGroup:
        facts: dict[str, bool] = {}
        closing: defaultdict[str, int] = defaultdict(int)
        rows: set[Condition] = set()
        grave: set[str] = set()
        for card_answer in (item for reading in answer.card_answers for item in reading):
            scope = self._scopes[card_answer.card]
            facts |= dict.fromkeys((name for name in scope if name in card_answer.open_facts), True)
            for verdict, asks in _open_rules(card_answer, answer.wide):
                rows.update(asks.rows)
                for name in facts_of_open_conditions(asks):
                    grave |= {name} if verdict in FAULTS else set()
                    facts[name] = facts.get(name, False) or asks.about_claim
                    closing[name] += 1
        askable = self._definitions.keys() - {*answer.jurisdiction.facts, CLAIM_TYPES}
        assumed = frozenset(each.fact for each in claim.assumptions)
        leads = tuple(tuple(_question_texts()["lead"].get(kind, ())) for kind in claim.kinds)
        return _OpenClaimGroup(
            answer=answer,
            readings=claim.readings,
            claims=[],
            judged=judged_periods(answer.parts),
            facts={name: about for name, about in facts.items() if name in askable},
            closing=dict(closing),
            assumed=assumed,
            waiting=_conditional_facts(rows),
            grave=frozenset(grave),
            leads=leads,
            absent=_absent_facts(rows, claim.absent),
        )

    def questions(self, most: int | None = None, without: Collection[str] = ()) -> tuple[Question, ...]:
        """Return at most `most` questions, without the ids or facts in `without`.

        Order: applicability of a scorecard, decisive subject, legal priority; then claim-specific facts by severity and
        effect, general requirements, and other facts with assumptions first.
        """
        single, together = self._partition_facts(frozenset(without))
        early = self._early_ids(single, together)
        late = sorted(
            (fact for fact in single if fact not in early),
            key=lambda fact: (not self._is_assumed(fact), self._rank(fact)),
        )
        entries: list[tuple[str, list[str]]] = [
            *((id, together.get(id, [])) for id in early),
            *((id, facts) for id, facts in together.items() if id not in early),
            *((fact, []) for fact in late),
        ]
        entries.sort(key=lambda entry: self._legal_priority(entry[0], entry[1] or [entry[0]]))
        return tuple(self._bundle(id, facts) if facts else self._single_question(id) for id, facts in entries[:most])

    def _early_ids(self, single: Sequence[str], together: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the ids of questions on claims themselves, by severity and effect."""
        numbers = {fact: number for number, fact in enumerate(single) if self._is_about(fact)}
        early: dict[str, Sequence[str]] = {fact: [fact] for fact in numbers}
        for id, facts in together.items():
            if id in _question_texts()["early"] and any(map(self._is_about, facts)):
                numbers[id], early[id] = len(early), facts
        return sorted(early, key=lambda id: (min(map(self._rank, early[id])), numbers[id]))

    def _legal_priority(self, id: str, facts: Collection[str]) -> tuple[bool, _Lead]:
        scope = any(fact in names for names in self._scopes.values() for fact in facts)
        if id == SUBJECT and self._decides_alone(id):
            return not scope, _HIGHEST_PRIORITY
        positions = [
            (lead.index(id), len(state.claims))
            for state in self._groups
            for lead in state.leads
            if id in lead and not state.grave.isdisjoint(facts) and not state.facts.keys().isdisjoint(facts)
        ]
        position = min((position for position, _ in positions), default=None)
        if position is None:
            return not scope, _LOWEST_PRIORITY
        return not scope, (position, -sum(count for at, count in positions if at == position))

    def _decides_alone(self, fact: str) -> bool:
        return any(
            reported_verdict(after) in FAULTS
            for state in self._groups_with_fact(fact)
            for value in self._values(fact)
            if (after := self.possible(state, {fact: value}))
        )

    def _partition_facts(self, without: frozenset[str]) -> tuple[list[str], dict[str, list[str]]]:
        facts = dict.fromkeys(name for state in self._groups for name in state.facts if name not in without)
        single: list[str] = []
        together: dict[str, list[str]] = {}
        for fact in facts:
            id = _group_id(fact)
            if id is None or id in without or (id == _CIRCUMSTANCES and self._is_about(fact)):
                single.append(fact)
            else:
                together.setdefault(id, []).append(fact)
        return single, {id: together[id] for id in _question_texts()["order"] if id in together}

    def _is_about(self, fact: str) -> bool:
        return any(
            state.facts.get(fact, False) and fact not in state.waiting and fact not in state.absent
            for state in self._groups
        )

    def _is_assumed(self, fact: str) -> bool:
        return any(fact in state.assumed for state in self._groups_with_fact(fact))

    def _rank(self, fact: str) -> _Rank:
        values = self._values(fact)
        worst = min(
            reported_verdict(self.possible(state, {fact: value}) or state.answer.wide).rank
            for state in self._groups_with_fact(fact)
            for value in values
        )
        change = sum(self._change(state, {fact: value}) for state in self._groups_with_fact(fact) for value in values)
        closing = sum(state.closing.get(fact, 0) * len(state.claims) for state in self._groups)
        scope = any(fact in names for names in self._scopes.values())
        return not scope, worst, -change / len(values), -closing

    def _groups_with_fact(self, fact: str) -> Iterator[_OpenClaimGroup]:
        return (state for state in self._groups if fact in state.facts)

    def _mentioned_groups(self, facts: set[str]) -> list[_OpenClaimGroup]:
        asking = [state for state in self._groups if not state.facts.keys().isdisjoint(facts)]
        return [group for group in asking if not (group.facts.keys() & facts) <= group.absent] or asking

    def _change(self, state: _OpenClaimGroup, supposed: SupposedValues) -> int:
        before, after = state.answer.wide, self.possible(state, supposed)
        ruled_out = sum(_WEIGHTS.get(verdict, 1) for verdict in before if verdict not in after)
        changed = bool(after) and reported_verdict(after) is not reported_verdict(before)
        return (ruled_out + _CHANGE_WEIGHT * changed + _SETTLED_WEIGHT * (len(after) == 1)) * len(state.claims)

    def possible(self, state: _OpenClaimGroup, supposed: SupposedValues) -> tuple[Verdict, ...]:
        key = tuple(supposed.items())
        if key not in state.after:
            state.after[key] = self._what_if.possible(state.readings_left(supposed), state.judged, supposed)
        return state.after[key]

    def _values(self, fact: str) -> list[tuple[str, ...] | Outcome]:
        definition = self._definitions[fact]
        match definition.type:
            case FactType.FLAG:
                return [(value,) for value in _FLAG]
            case FactType.CHOICE:
                return [(choice.id,) for choice in definition.choices]
            case FactType.CHOICES:
                return [(), *((choice.id,) for choice in definition.choices)]
            case _:
                return [Outcome.MET, Outcome.NOT_MET]

    def _single_question(self, fact: str) -> Question:
        definition, states = self._definitions[fact], self._mentioned_groups({fact})
        options: tuple[Option, ...] = ()
        if definition.type in (FactType.FLAG, FactType.CHOICE, FactType.CHOICES):
            values = [value for value in self._values(fact) if isinstance(value, tuple)]
            options = tuple(self._option(definition, value, states) for value in values)
        wording = _question_texts()["one"].get(fact, {}).get(self._language)
        label = definition.labels.get(self._language) or fact
        mark = "？" if self._language == "zh" else "?"
        several, unit = definition.type is FactType.CHOICES, definition.unit or ""
        scope = any(fact in names for names in self._scopes.values())
        return Question(
            fact,
            wording or f"{label}{mark}",
            *_claims_and_jurisdictions(states),
            options=options,
            several=several,
            unit=unit,
            scope=scope,
            of_all=scope,
        )

    def _option(self, definition: FactDefinition, value: tuple[str, ...], states: Iterable[_OpenClaimGroup]) -> Option:
        answer_texts = _question_texts()["answers"]
        labels = {choice.id: choice.labels.get(self._language) or choice.id for choice in definition.choices}
        id = value[0] if value else "none"
        words = answer_texts[id][self._language] if id in answer_texts and id not in labels else labels.get(id, id)
        faults: dict[Verdict, dict[str, None]] = {}
        for state in states:
            after = self.possible(state, {definition.id: value})
            if after and reported_verdict(after) in FAULTS and reported_verdict(after) is not state.answer.verdict:
                faults.setdefault(reported_verdict(after), {})[state.answer.jurisdiction.id] = None
        return Option(id, words, {verdict: tuple(faults[verdict]) for verdict in Verdict if verdict in faults})

    def _bundle(self, id: str, facts: Collection[str]) -> Question:
        written = next(each for each in _question_texts()["together"] if each["id"] == id)
        items = tuple(
            Item(fact, item[self._language], item["value"]) for fact, item in written["items"].items() if fact in facts
        )
        states = self._mentioned_groups(set(facts))
        return Question(
            id,
            written[self._language],
            *_claims_and_jurisdictions(states),
            items=items,
            of_all=id not in _question_texts()["early"],
        )


def _claims_and_jurisdictions(states: Sequence[_OpenClaimGroup]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    claims = sorted({number for state in states for number in state.claims})
    return tuple(claims), tuple(dict.fromkeys(state.answer.jurisdiction.id for state in states))


def _conditional_facts(rows: Iterable[Condition]) -> frozenset[str]:
    """Return facts that matter only if a general requirement is not satisfied, such as excuses."""
    names = [frozenset(names_in_condition(row)) for row in rows]
    late = {id for id in _question_texts()["order"] if id not in _question_texts()["early"] and id != _CIRCUMSTANCES}
    alone = (name for row in names for name in row if not any(_group_id(other) in late for other in row - {name}))
    return frozenset[str]().union(*names) - frozenset(alone)


def _absent_facts(rows: Iterable[Condition], absent: SupposedValues) -> frozenset[str]:
    judged = [(names_in_condition(row), all_of([evaluate_supposed(clause, absent) for clause in row])) for row in rows]
    apart = {name for names, holds in judged if holds is Outcome.NOT_MET for name in names}
    return frozenset(absent) | apart.difference(*(names for names, holds in judged if holds is not Outcome.NOT_MET))


def _group_id(fact: str) -> str | None:
    return next((str(each["id"]) for each in _question_texts()["together"] if fact in each["items"]), None)


@cache
def _question_texts() -> dict[str, Any]:
    written = read_toml("service.schemes.claims", "questions.toml")
    groups = written["together"]
    early = {each["id"] for each in groups if each.get("early")}
    return {**written, "order": [each["id"] for each in groups], "early": early}
