"""Question ranking for claim checks: the facts that most likely decide, each in a question of its own, then the others.

The likelihood comes from counts of decided claims (`deciding.toml`), the priorities of the law (`lead` in
`questions.toml`) and the verdicts that an answer can cause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
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

LEADING_QUESTIONS = 3
"""Number of questions about one matter each, before bundles of facts."""
_CIRCUMSTANCES = "circumstances"
_FAULT_ALONE, _FAULT_WITH_OTHERS, _NO_FAULT = Fraction(1), Fraction(3, 10), Fraction(1, 20)
"""Factors for answers that make a claim forbidden alone, only with other answers, or never."""
_ABSENT = Fraction(1, 5)
_LEAD_COUNTS = (6, 4, 3)
_GENERAL_CLAIMS = 4
"""Weight of the counts for all kinds, as a number of claims of the kind."""
ALL_KINDS = "all"
_ABSOLUTE_WORDING, _YES = "absolute_wording", ("yes",)
_WEIGHTS = {Verdict.PROHIBITED: 3, Verdict.MISLEADING: 2}
_CHANGE_WEIGHT, _SETTLED_WEIGHT = 2, 4
_FLAG = ("yes", "no")
_Rank = tuple[bool, int, float, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in a group question, with its satisfactory value."""

    fact: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer option: jurisdictions by the prohibited or misleading verdict caused, and the rules that it rules out.

    `sets` are the facts that the answer states; empty if it is the value of the fact in question.
    """

    value: str
    words: str
    faults: dict[Verdict, tuple[str, ...]] = field(default_factory=dict)
    sets: tuple[Item, ...] = ()
    excluded_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one fact or matter, or about several `items`.

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

    def stated_items(self) -> Iterator[Item]:
        """Yield the facts that an answer can state, other than the fact in question."""
        yield from self.items
        for option in self.options:
            yield from option.sets


@dataclass(frozen=True, slots=True)
class DecidingCounts:
    """Numbers of decided claims by kind, in total (`claims`) and by the fact or matter that decided (`facts`)."""

    claims: Mapping[str, int]
    facts: Mapping[str, Mapping[str, int]]

    def share(self, id: str, kinds: Collection[str]) -> Fraction:
        """Return the share of claims of one of these kinds that a fact or matter decides, the highest of the kinds."""
        counts = self.facts.get(id, {})
        general = Fraction(counts.get(ALL_KINDS, 0), max(self.claims.get(ALL_KINDS, 0), 1))
        shares = [general]
        for kind in kinds:
            lead = _lead_counts(kind)
            decided = counts.get(kind, 0) + lead.get(id, 0) + _GENERAL_CLAIMS * general
            shares.append(decided / (self.claims.get(kind, 0) + sum(lead.values()) + _GENERAL_CLAIMS))
        return max(shares[1:] or shares)

    def without(self, kinds: Collection[str], deciding: Collection[str]) -> DecidingCounts:
        """Return the counts without one claim of these kinds."""
        left_out = {ALL_KINDS, *kinds}
        claims = {kind: count - (kind in left_out) for kind, count in self.claims.items()}
        facts = {
            id: {kind: count - (id in deciding and kind in left_out) for kind, count in counts.items()}
            for id, counts in self.facts.items()
        }
        return DecidingCounts(claims, facts)


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
    kinds: tuple[str, ...]
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

    def __init__(
        self, judged: ClaimCheckResult, language: str, *, only: int | None = None, counts: DecidingCounts | None = None
    ) -> None:
        self._language, self._counts = language, counts or read_deciding_counts()
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
            for answer in claim.answers if only in (None, number) and not claim.is_doubtful else ():
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
        askable = self._definitions.keys() - {*answer.jurisdiction.facts, *((CLAIM_TYPES,) if claim.kinds else ())}
        if not claim.kinds:
            askable &= {*_question_texts()["any_kind"]["facts"]}
        assumed = frozenset(each.fact for each in claim.assumptions)
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
            kinds=kinds_for_ranking(claim),
            absent=_absent_facts(rows, claim.absent),
        )

    def questions(
        self, most: int | None = None, without: Collection[str] = (), leading: int = LEADING_QUESTIONS
    ) -> tuple[Question, ...]:
        """Return at most `most` questions, without the ids or facts in `without`.

        The first `leading` questions are about one fact or matter each, in the order of their priority. Then follow
        other facts about the claims by severity, bundles of facts, and other facts with assumptions first.
        """
        facts = dict.fromkeys(name for state in self._groups for name in state.facts if name not in without)
        matters = {id: matter for id, matter in self._matters(facts).items() if id not in without}
        first = self._leading_ids(facts, matters)[:leading]
        leading_facts = {fact for id in first for fact in matters.get(id, (id,))}
        bundles: dict[str, list[str]] = {}
        single: list[str] = []
        for fact in (fact for fact in facts if fact not in leading_facts):
            id = _group_id(fact)
            if id is None or id in without:
                single.append(fact)
            else:
                bundles.setdefault(id, []).append(fact)
        late = sorted(single, key=lambda fact: (not self._is_about(fact), not self._is_assumed(fact), self._rank(fact)))
        about = sum(map(self._is_about, late))
        questions = (
            *(self._matter_question(id, matters[id]) if id in matters else self._single_question(id) for id in first),
            *map(self._single_question, late[:about]),
            *(self._bundle(id, bundles[id]) for id in self._ordered(bundles)),
            *map(self._single_question, late[about:]),
        )
        return questions[:most]

    def _ordered(self, bundles: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the ids of bundles in their order. Bundles that the circumstances may exclude are last."""
        order = [id for id in _question_texts()["order"] if id in bundles]
        return sorted(order, key=lambda id: id != _CIRCUMSTANCES and all(map(self._is_absent, bundles[id])))

    def _is_absent(self, fact: str) -> bool:
        return all(fact in state.absent for state in self._groups_with_fact(fact))

    def _matters(self, facts: Collection[str]) -> dict[str, list[str]]:
        """Return the unknown facts of each matter with several of them."""
        open_facts = {
            id: [fact for fact in _matter_facts(matter) if fact in facts]
            for id, matter in _question_texts()["matters_by_id"].items()
        }
        return {id: facts for id, facts in open_facts.items() if len(facts) > 1}

    def _leading_ids(self, facts: Collection[str], matters: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the ids of all facts and matters, the most decisive first."""
        in_matters = {fact for each in matters.values() for fact in each}
        entries = {**{fact: (fact,) for fact in facts if fact not in in_matters}, **matters}
        return sorted(entries, key=lambda id: self._priority(id, entries[id]), reverse=True)

    def _priority(self, id: str, facts: Sequence[str]) -> tuple[bool, bool, Fraction]:
        scope = any(fact in names for names in self._scopes.values() for fact in facts)
        first = id in (CLAIM_TYPES, OFFSETS_USED) and self._chooses_reading(id)
        first = first or (id == SUBJECT and self._decides_alone(id))
        likelihood = sum(
            len(state.claims)
            * self._counts.share(id, state.kinds)
            * max(self._effect(state, fact) for fact in facts if fact in state.facts)
            for state in self._groups
            if not state.facts.keys().isdisjoint(facts)
        )
        return scope, first, Fraction(likelihood)

    def _chooses_reading(self, fact: str) -> bool:
        """Return whether the kind of a claim depends on this fact."""
        states = list(self._groups_with_fact(fact))
        return any(not state.kinds or (len(state.readings) > 1 and fact in state.grave) for state in states)

    def _effect(self, state: _OpenClaimGroup, fact: str) -> Fraction:
        if fact not in state.grave:
            return _NO_FAULT
        ends = (self.possible(state, {fact: value}) for value in self._values(fact))
        alone = any(after and reported_verdict(after) in FAULTS for after in ends)
        return (_FAULT_ALONE if alone else _FAULT_WITH_OTHERS) * (_ABSENT if fact in state.absent else 1)

    def _decides_alone(self, fact: str) -> bool:
        return any(
            reported_verdict(after) in FAULTS
            for state in self._groups_with_fact(fact)
            for value in self._values(fact)
            if (after := self.possible(state, {fact: value}))
        )

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
        several, unit = definition.type is FactType.CHOICES, definition.unit or ""
        scope = any(fact in names for names in self._scopes.values())
        return Question(
            fact,
            question_words(definition, self._language),
            *_claims_and_jurisdictions(states),
            options=options,
            several=several,
            unit=unit,
            scope=scope,
            of_all=scope,
        )

    def _matter_question(self, id: str, facts: Sequence[str]) -> Question:
        matter, states = _question_texts()["matters_by_id"][id], self._mentioned_groups(set(facts))
        options = []
        for answer in matter["answers"]:
            sets = tuple(Item(fact, "", value) for fact, value in answer["facts"].items() if fact in facts)
            if sets:
                supposed: SupposedValues = {item.fact: (item.value,) for item in sets}
                effects = self._faults(supposed, states), self._excluded_rules(supposed, states)
                options.append(Option(answer["id"], answer[self._language], effects[0], sets, effects[1]))
        return Question(id, matter[self._language], *_claims_and_jurisdictions(states), options=tuple(options))

    def _option(self, definition: FactDefinition, value: tuple[str, ...], states: Sequence[_OpenClaimGroup]) -> Option:
        answer_texts = _question_texts()["answers"]
        labels = {choice.id: choice.labels.get(self._language) or choice.id for choice in definition.choices}
        id = value[0] if value else "none"
        words = answer_texts[id][self._language] if id in answer_texts and id not in labels else labels.get(id, id)
        supposed: SupposedValues = {definition.id: value}
        return Option(id, words, self._faults(supposed, states), excluded_rules=self._excluded_rules(supposed, states))

    def _faults(self, supposed: SupposedValues, states: Iterable[_OpenClaimGroup]) -> dict[Verdict, tuple[str, ...]]:
        faults: dict[Verdict, dict[str, None]] = {}
        for state in states:
            after = self.possible(state, supposed)
            if after and reported_verdict(after) in FAULTS and reported_verdict(after) is not state.answer.verdict:
                faults.setdefault(reported_verdict(after), {})[state.answer.jurisdiction.id] = None
        return {verdict: tuple(faults[verdict]) for verdict in Verdict if verdict in faults}

    def _excluded_rules(self, supposed: SupposedValues, states: Iterable[_OpenClaimGroup]) -> tuple[str, ...]:
        """Return the ids of open rules that cannot apply any more after an answer, worst verdict first."""
        excluded: dict[str, Verdict] = {}
        for state in states:
            for card_answer in (item for reading in state.answer.card_answers for item in reading):
                for rule in card_answer.rules:
                    asks = card_answer.asks.get(rule.rule)
                    if asks is None or rule.holds is not Outcome.UNDETERMINED or rule.verdict not in state.answer.wide:
                        continue
                    rows = (all_of([evaluate_supposed(clause, supposed) for clause in row]) for row in asks.rows)
                    if all(row is Outcome.NOT_MET for row in rows):
                        excluded[rule.rule] = rule.verdict
        return tuple(sorted(excluded, key=lambda rule: excluded[rule].rank))

    def _bundle(self, id: str, facts: Collection[str]) -> Question:
        written = next(each for each in _question_texts()["together"] if each["id"] == id)
        items = tuple(
            Item(fact, self._item_words(fact, item), item["value"])
            for fact, item in written["items"].items()
            if fact in facts
        )
        states = self._mentioned_groups(set(facts))
        return Question(
            id,
            written[self._language],
            *_claims_and_jurisdictions(states),
            items=items,
            of_all=id not in _question_texts()["early"],
        )

    def _item_words(self, fact: str, item: Mapping[str, str]) -> str:
        if self._language in item:
            return item[self._language]
        definition, value = self._definitions[fact], item["value"]
        answers = {id: texts[self._language] for id, texts in _question_texts()["answers"].items()}
        labels = {choice.id: choice.labels.get(self._language, choice.id) for choice in definition.choices}
        space = "" if self._language == "zh" else " "
        return f"{question_words(definition, self._language)}{space}{(answers | labels)[value]}"


def question_words(definition: FactDefinition, language: str) -> str:
    """Return the question about one fact, a full sentence."""
    wording = _question_texts()["one"].get(definition.id, {}).get(language)
    if wording:
        return str(wording)
    other = _question_texts()["other"]["flag" if definition.type is FactType.FLAG else "value"]
    return str(other[language]).format(label=definition.labels.get(language) or definition.id)


def kinds_for_ranking(claim: CheckedClaim) -> tuple[str, ...]:
    """Return the kinds of a claim, and `absolute` for any superlative."""
    superlative = bool(claim.kinds) and claim.absent.get(_ABSOLUTE_WORDING, _YES) == _YES
    return tuple(dict.fromkeys((*claim.kinds, *(("absolute",) if superlative else ()))))


def deciding_ids(facts: Collection[str]) -> frozenset[str]:
    """Return the ids of these facts and of the matters with one of them."""
    matters = _question_texts()["matters_by_id"]
    return frozenset(facts) | {
        id for id, matter in matters.items() if not _matter_facts(matter).keys().isdisjoint(facts)
    }


@cache
def read_deciding_counts() -> DecidingCounts:
    """Return the counts of `deciding.toml`."""
    counts = read_toml("service.schemes.claims", "deciding.toml")
    return DecidingCounts(counts["claims"], counts["facts"])


def _matter_facts(matter: Mapping[str, Any]) -> dict[str, None]:
    return {fact: None for answer in matter["answers"] for fact in answer["facts"]}


@cache
def _lead_counts(kind: str) -> dict[str, int]:
    return dict(zip(_question_texts()["lead"].get(kind, ()), _LEAD_COUNTS, strict=False))


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
    matters = {each["id"]: each for each in written["matters"]}
    return {**written, "order": [each["id"] for each in groups], "early": early, "matters_by_id": matters}
