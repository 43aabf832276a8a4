"""Question ranking for claim checks: open facts ordered by their effect on the verdicts of all markets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.claims import (
    CLAIM_TYPES,
    OFFSETS_USED,
    CardAnswer,
    CardRules,
    FactValues,
    SupposedValues,
    WhatIfVerdicts,
    evaluate_supposed,
    facts_of_open_conditions,
    is_possible_type,
)
from rules.contracts import Outcome, Period, Verdict, all_of, read_toml
from rules.engine import reported_verdict
from rules.model import Condition, FactDefinition, FactType, names_in_condition
from service.schemes.claims.one_claim import FAULTS, SUBJECT, CheckedClaim, JurisdictionResult

if TYPE_CHECKING:
    from service.schemes.claims.claim_check import ClaimCheckResult

_ASIDE = "circumstances"
"""Facts that are asked together unless a rule asks for them because of the claim found."""
_WEIGHTS = {Verdict.PROHIBITED: 3, Verdict.MISLEADING: 2}
_CHANGED, _SETTLED = 2, 4
"""What another verdict, and a settled one, count beside the verdicts ruled out."""
_FLAG = ("yes", "no")
_Rank = tuple[bool, int, float, int]
_Lead = tuple[int, int]
_HIGHEST_PRIORITY: _Lead = (-1, 0)
"""What a claim is about, where that alone decides."""
_LOWEST_PRIORITY: _Lead = (1_000, 0)
"""What the law does not decide on first."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact that is asked together with others: its words, and its value if all is in order."""

    fact: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and where it makes a claim prohibited or misleading."""

    value: str
    words: str
    faults: dict[Verdict, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for people: about one fact, with its options unless it is a number, date or text, or several items.

    `claims` are the numbers of the claims it is about, and `jurisdictions` where an answer can change something. On
    one with `scope` it rests whether a card applies; one `of_all` asks what any claim must have, and is answered for
    all of them at once.
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
    """One claim, or several of which the same is known, in one jurisdiction, as long as its verdict is open."""

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
        """Leave out the readings that an answer on offsets closes."""
        value = supposed.get(OFFSETS_USED)
        if not isinstance(value, tuple) or len(self.readings) < 2:
            return list(self.answer.asked)
        offset_facts = {OFFSETS_USED: ("true",) if value == ("yes",) else ("false",)}
        kept = [
            asked
            for asked, read in zip(self.answer.asked, self.readings, strict=True)
            if is_possible_type(read.get(CLAIM_TYPES, ("",))[-1], offset_facts)
        ]
        return kept or list(self.answer.asked)


class QuestionRanker:
    """Finds, for checked claims, which facts are worth asking for, in the order in which they decide."""

    def __init__(self, judged: ClaimCheckResult, language: str, *, only: int | None = None) -> None:
        """Ask about these claims, or the one with this number, in this language."""
        self._language = language
        cards = judged.cards
        self._supposing = WhatIfVerdicts(
            {id: CardRules(card.verdicts, card.scorecard.applies) for id, card in cards.items()}
        )
        self._definitions: dict[str, FactDefinition] = {}
        for card in reversed(cards.values()):
            self._definitions |= {fact.id: fact for fact in card.scorecard.facts}
        self._scopes = {id: names_in_condition(card.scorecard.applies) for id, card in cards.items()}
        self._state_by_place: dict[tuple[int, str], _OpenClaimGroup] = {}
        self._states = self._gathered(judged.claims, only)

    def deciding_facts(self, claim: int, jurisdiction: str) -> frozenset[str]:
        """Name the open facts that decide about a claim in one place.

        Left out is what its text has no word of, and what matters only if something that every claim needs is missing,
        unless nothing else is open.
        """
        state = self._state_by_place.get((claim, jurisdiction))
        if state is None:
            return frozenset()
        return frozenset(state.facts) - state.absent - state.waiting or frozenset(state.facts)

    def _gathered(self, claims: Sequence[CheckedClaim], only: int | None) -> list[_OpenClaimGroup]:
        groups: dict[tuple[object, ...], _OpenClaimGroup] = {}
        for number, claim in enumerate(claims):
            for answer in claim.answers if only in (None, number) else ():
                key = (
                    answer.jurisdiction.id,
                    *(id(card_answer) for reading in answer.asked for card_answer in reading),
                )
                if len(answer.wide) > 1 and key not in groups:
                    groups[key] = self._state(claim, answer)
                if key in groups:
                    groups[key].claims.append(number)
                    self._state_by_place[number, answer.jurisdiction.id] = groups[key]
        return list(groups.values())

    def _state(self, claim: CheckedClaim, answer: JurisdictionResult) -> _OpenClaimGroup:
        """Gather what open rules that can still change the verdict ask for; of each fact, whether of this claim."""
        facts: dict[str, bool] = {}
        closing: defaultdict[str, int] = defaultdict(int)
        rows: set[Condition] = set()
        grave: set[str] = set()
        for card_answer in (one for reading in answer.asked for one in reading):
            for name in self._scopes[card_answer.card]:
                if name in card_answer.open_facts:
                    facts[name] = True
            for rule in card_answer.rules:
                asks = card_answer.asks.get(rule.rule)
                if asks is None or rule.holds is not Outcome.UNDETERMINED or rule.verdict not in answer.wide:
                    continue
                rows.update(asks.rows)
                if rule.verdict in FAULTS:
                    grave.update(facts_of_open_conditions(asks))
                for name in facts_of_open_conditions(asks):
                    facts[name] = facts.get(name, False) or asks.about_claim
                    closing[name] += 1
        settled = {*answer.jurisdiction.facts, CLAIM_TYPES}
        known = {name: about for name, about in facts.items() if name in self._definitions and name not in settled}
        judged = tuple(part.part for part in answer.parts if part.verdict is not None)
        assumed = frozenset(each.fact for each in claim.assumptions)
        leads = tuple(tuple(_words()["lead"].get(kind, ())) for kind in claim.kinds)
        return _OpenClaimGroup(
            answer=answer,
            readings=claim.readings,
            claims=[],
            judged=judged,
            facts=known,
            closing=dict(closing),
            assumed=assumed,
            waiting=_waiting(rows),
            grave=frozenset(grave),
            leads=leads,
            absent=_left_aside(rows, claim.absent),
        )

    def questions(self, most: int | None = None, without: Collection[str] = ()) -> tuple[Question, ...]:
        """Give the questions that decide most, first those on which it rests whether a card applies at all.

        Then comes what a claim is about, where that alone decides; then what the law decides on first for the kinds of
        the claims, in the order declared for each, and at one place what concerns more claims first; then what open
        rules ask because of the claim found: what one answer can make prohibited before what it can make misleading,
        and by how much the answers change verdicts; then what is asked of every claim, and what matters only if that is
        not in order. What was assumed from the words comes before what rests on it, and what the text has no word of
        comes last.
        `without` names questions, or facts, that are not to be asked (again).
        """
        single, together = self._sorted_out(frozenset(without))
        asked = [id for id in together if id in _words()["early"] and any(map(self._is_about, together[id]))]
        early: list[tuple[_Rank, int, str, list[str]]] = [
            (self._rank(fact), number, fact, []) for number, fact in enumerate(single) if self._is_about(fact)
        ]
        for id in asked:
            early.append((min(map(self._rank, together[id])), len(early), id, together[id]))
        entries = [(id, facts) for _, _, id, facts in sorted(early, key=lambda entry: entry[:2])]
        entries += [(id, facts) for id, facts in together.items() if id not in asked]
        late = [fact for fact in single if not self._is_about(fact)]
        entries += [
            (fact, []) for fact in sorted(late, key=lambda fact: (not self._is_assumed(fact), self._rank(fact)))
        ]
        entries.sort(key=lambda entry: self._lead(entry[0], entry[1] or [entry[0]]))
        return tuple(self._bundle(id, facts) if facts else self._single_question(id) for id, facts in entries[:most])

    def _lead(self, id: str, facts: Collection[str]) -> tuple[bool, _Lead]:
        """Say where a question stands in what the law decides on first, and before others by how many claims."""
        scope = any(fact in names for names in self._scopes.values() for fact in facts)
        if id == SUBJECT and self._decides_alone(id):
            return not scope, _HIGHEST_PRIORITY
        places = [
            (lead.index(id), len(state.claims))
            for state in self._states
            for lead in state.leads
            if id in lead and not state.grave.isdisjoint(facts) and not state.facts.keys().isdisjoint(facts)
        ]
        place = min((place for place, _ in places), default=None)
        if place is None:
            return not scope, _LOWEST_PRIORITY
        return not scope, (place, -sum(count for at, count in places if at == place))

    def _decides_alone(self, fact: str) -> bool:
        """Say whether an answer about a fact makes a claim prohibited or misleading, whatever else is so."""
        return any(
            reported_verdict(after) in FAULTS
            for state in self._asking(fact)
            for value in self._values(fact)
            if (after := self.possible(state, {fact: value}))
        )

    def _sorted_out(self, without: frozenset[str]) -> tuple[list[str], dict[str, list[str]]]:
        facts = dict.fromkeys(name for state in self._states for name in state.facts if name not in without)
        single: list[str] = []
        together: dict[str, list[str]] = {}
        for fact in facts:
            id = _home(fact)
            if id is None or id in without or (id == _ASIDE and self._is_about(fact)):
                single.append(fact)
            else:
                together.setdefault(id, []).append(fact)
        return single, {id: together[id] for id in _words()["order"] if id in together}

    def _is_about(self, fact: str) -> bool:
        return any(
            state.facts.get(fact, False) and fact not in state.waiting and fact not in state.absent
            for state in self._states
        )

    def _is_assumed(self, fact: str) -> bool:
        return any(fact in state.assumed for state in self._asking(fact))

    def _rank(self, fact: str) -> _Rank:
        """Say how much the answers change: what one of them can forbid, verdicts ruled out, and last rules closed."""
        values = self._values(fact)
        worst = min(
            reported_verdict(self.possible(state, {fact: value}) or state.answer.wide).rank
            for state in self._asking(fact)
            for value in values
        )
        change = sum(self._change(state, {fact: value}) for state in self._asking(fact) for value in values)
        closing = sum(state.closing.get(fact, 0) * len(state.claims) for state in self._states)
        scope = any(fact in names for names in self._scopes.values())
        return not scope, worst, -change / len(values), -closing

    def _asking(self, fact: str) -> Iterator[_OpenClaimGroup]:
        return (state for state in self._states if fact in state.facts)

    def _told_of(self, facts: set[str]) -> list[_OpenClaimGroup]:
        """Give what a question is told to be about: not what leaves the facts aside, unless all does."""
        asking = [state for state in self._states if not state.facts.keys().isdisjoint(facts)]
        return [group for group in asking if not (group.facts.keys() & facts) <= group.absent] or asking

    def _change(self, state: _OpenClaimGroup, supposed: SupposedValues) -> int:
        """Weigh what an answer changes: a worse verdict ruled out counts for more, and so does a settled one."""
        before, after = state.answer.wide, self.possible(state, supposed)
        ruled_out = sum(_WEIGHTS.get(verdict, 1) for verdict in before if verdict not in after)
        changed = bool(after) and reported_verdict(after) is not reported_verdict(before)
        return (ruled_out + _CHANGED * changed + _SETTLED * (len(after) == 1)) * len(state.claims)

    def possible(self, state: _OpenClaimGroup, supposed: SupposedValues) -> tuple[Verdict, ...]:
        """Give the verdicts possible after answers, which ranking, weighing and telling ask alike."""
        put = tuple(supposed.items())
        if put not in state.after:
            state.after[put] = self._supposing.possible(state.readings_left(supposed), state.judged, supposed)
        return state.after[put]

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
        definition, states = self._definitions[fact], self._told_of({fact})
        options: tuple[Option, ...] = ()
        if definition.type in (FactType.FLAG, FactType.CHOICE, FactType.CHOICES):
            values = [value for value in self._values(fact) if isinstance(value, tuple)]
            options = tuple(self._option(definition, value, states) for value in values)
        asked = _words()["one"].get(fact, {}).get(self._language)
        label = definition.labels.get(self._language) or fact
        mark = "？" if self._language == "zh" else "?"
        several, unit = definition.type is FactType.CHOICES, definition.unit or ""
        scope = any(fact in names for names in self._scopes.values())
        return Question(
            fact,
            asked or f"{label}{mark}",
            *_claims_and_jurisdictions(states),
            options=options,
            several=several,
            unit=unit,
            scope=scope,
            of_all=scope,
        )

    def _option(self, definition: FactDefinition, value: tuple[str, ...], states: Iterable[_OpenClaimGroup]) -> Option:
        spoken = _words()["answers"]
        labels = {choice.id: choice.labels.get(self._language) or choice.id for choice in definition.choices}
        id = value[0] if value else "none"
        words = spoken[id][self._language] if id in spoken and id not in labels else labels.get(id, id)
        faults: dict[Verdict, dict[str, None]] = {}
        for state in states:
            after = self.possible(state, {definition.id: value})
            if after and reported_verdict(after) in FAULTS and reported_verdict(after) is not state.answer.verdict:
                faults.setdefault(reported_verdict(after), {})[state.answer.jurisdiction.id] = None
        return Option(id, words, {verdict: tuple(faults[verdict]) for verdict in Verdict if verdict in faults})

    def _bundle(self, id: str, facts: Collection[str]) -> Question:
        written = next(each for each in _words()["together"] if each["id"] == id)
        items = tuple(
            Item(fact, item[self._language], item["value"]) for fact, item in written["items"].items() if fact in facts
        )
        states = self._told_of(set(facts))
        return Question(
            id,
            written[self._language],
            *_claims_and_jurisdictions(states),
            items=items,
            of_all=id not in _words()["early"],
        )


def _claims_and_jurisdictions(states: Sequence[_OpenClaimGroup]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    claims = sorted({number for state in states for number in state.claims})
    return tuple(claims), tuple(dict.fromkeys(state.answer.jurisdiction.id for state in states))


def _waiting(rows: Iterable[Condition]) -> frozenset[str]:
    """Give the facts that matter only if something that is asked of every claim is not in order, as what excuses it."""
    names = [frozenset(names_in_condition(row)) for row in rows]
    late = {id for id in _words()["order"] if id not in _words()["early"] and id != _ASIDE}
    alone = (name for row in names for name in row if not any(_home(other) in late for other in row - {name}))
    return frozenset[str]().union(*names) - frozenset(alone)


def _left_aside(rows: Iterable[Condition], absent: SupposedValues) -> frozenset[str]:
    """Give the facts that the text leaves aside, and those that matter only with what it leaves aside."""
    judged = [(names_in_condition(row), all_of([evaluate_supposed(clause, absent) for clause in row])) for row in rows]
    apart = {name for names, holds in judged if holds is Outcome.NOT_MET for name in names}
    return frozenset(absent) | apart.difference(*(names for names, holds in judged if holds is not Outcome.NOT_MET))


def _home(fact: str) -> str | None:
    return next((str(each["id"]) for each in _words()["together"] if fact in each["items"]), None)


@cache
def _words() -> dict[str, Any]:
    written = read_toml("service.schemes.claims", "questions.toml")
    groups = written["together"]
    early = {each["id"] for each in groups if each.get("early")}
    return {**written, "order": [each["id"] for each in groups], "early": early}
