"""Wording of rules and facts for claim answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.claims import (
    CLAIM_TYPES,
    PRACTICE,
    CitationQuery,
    ComposedVerdict,
    FactValues,
    Jurisdiction,
    OpenConditions,
    RuleName,
    additional_citations,
    days_of_change,
    facts_of_open_conditions,
)
from rules.contracts import Period, Verdict, format_citation, join_items, read_toml, typeset
from rules.engine import names_in_rule
from rules.language import Renderer
from rules.model import (
    Condition,
    DateLookup,
    FactType,
    IncludesClause,
    Scorecard,
    VerdictRule,
    lowest_certainty,
    names_in_condition,
)
from service.schemes.claims.one_claim import CheckedClaim, JurisdictionResult
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.schemes.claims.claim_cards import ClaimCard


_EXPLANATION_FACT = "specification"


@dataclass(frozen=True, slots=True)
class LocalizedRule:
    """Rule in one language.

    `advice` is specific to the claim types found, if the rule covers more types.
    """

    card: str
    rule: str
    name: str
    verdict: Verdict
    severity: str
    bases: tuple[str, ...]
    certainty: str
    remedy: str
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalizedCondition:
    """Undetermined conditions that together make a rule apply."""

    words: tuple[str, ...]
    facts: tuple[str, ...]


def types_of(readings: Iterable[FactValues]) -> tuple[str, ...]:
    """Return the distinct claim types of all readings."""
    return tuple(dict.fromkeys(kind for read in readings for kind in read.get(CLAIM_TYPES, ())))


class ClaimTypeFamily(NamedTuple):
    """Claim types with the same advice, and the advice by language."""

    types: tuple[str, ...]
    words: dict[str, str]


@cache
def claim_type_families() -> tuple[ClaimTypeFamily, ...]:
    """Return all families in `advice.toml`."""
    written = read_toml("service.schemes.claims", "advice.toml")["family"]
    return tuple(ClaimTypeFamily(tuple(each.pop("types")), each) for each in written)


def families_to_advise(rule: VerdictRule, claim_types: Iterable[str]) -> tuple[ClaimTypeFamily, ...]:
    """Return the families to advise; empty if they are all families of the rule, as its own advice suffices.

    Only rows that read the explanation fact count, because wording can satisfy them.
    """
    types, rule_types = frozenset(claim_types), set[str]()
    explained_types = set[str]()
    for row in rule.rows:
        kinds = {kind for clause in row.when if clause.kind == "includes" for kind in _types(clause)}
        rule_types |= kinds
        if any(_EXPLANATION_FACT in clause.reads for clause in row.when):
            explained_types |= kinds & types
    families = tuple(family for family in claim_type_families() if explained_types.intersection(family.types))
    rule_families = tuple(family for family in claim_type_families() if rule_types.intersection(family.types))
    return families if len(families) < len(rule_families) else ()


def _types(clause: IncludesClause) -> tuple[str, ...]:
    return clause.values if clause.name == CLAIM_TYPES else ()


class RuleLocalizer:
    """Localizer of rules, conditions and facts for one language."""

    def __init__(self, cards: Mapping[str, ClaimCard], language: str, shown: Period | None = None) -> None:
        self._cards, self._language = cards, language
        self._jurisdiction_facts: Mapping[str, str] = {}
        self._jurisdiction_id, self._shown = "", shown
        self._renderers: dict[str, Renderer] = {}
        self._by_jurisdiction: dict[str, RuleLocalizer] = {}
        self._rules: dict[tuple[RuleName, tuple[str, ...]], LocalizedRule] = {}
        self._conditions: dict[tuple[str, Condition], LocalizedCondition] = {}

    def at(self, jurisdiction: Jurisdiction) -> RuleLocalizer:
        localizer = self._by_jurisdiction.get(jurisdiction.id)
        if localizer is None:
            localizer = self._by_jurisdiction[jurisdiction.id] = RuleLocalizer(self._cards, self._language, self._shown)
            localizer._jurisdiction_facts, localizer._jurisdiction_id = jurisdiction.facts, jurisdiction.id
            localizer._renderers, localizer._conditions = self._renderers, self._conditions
        return localizer

    def rule(self, name: RuleName, types: tuple[str, ...] = ()) -> LocalizedRule:
        if (name, types) not in self._rules:
            self._rules[name, types] = self._rule(name, types)
        return self._rules[name, types]

    def _rule(self, name: RuleName, types: tuple[str, ...]) -> LocalizedRule:
        card = self._cards[name.card]
        rule = card.rules[name.rule]
        bases = {basis.id: basis for basis in card.scorecard.bases}
        cited_bases = [bases[basis] for basis in dict.fromkeys((*rule.basis, *self._day_bases(card.scorecard, rule)))]
        clauses, additional = tuple(basis.place for basis in cited_bases), list[str]()
        if self._shown is not None:
            query = CitationQuery(name.card, name.rule, clauses, self._jurisdiction_id, self._shown)
            additional += additional_citations(query, self._language)
        weakest = lowest_certainty(basis.certainty for basis in cited_bases)
        return LocalizedRule(
            card=name.card,
            rule=name.rule,
            name=self._localized_text(rule.labels),
            verdict=rule.verdict,
            severity=rule.severity.value,
            bases=(
                *(format_citation(basis.instrument, basis.place, self._language) for basis in cited_bases),
                *additional,
            ),
            certainty=weakest.value,
            remedy=self._localized_text(rule.remedy),
            advice=tuple(family.words[self._language] for family in families_to_advise(rule, types)),
        )

    def _day_bases(self, scorecard: Scorecard, rule: VerdictRule) -> Iterator[str]:
        named = {day.name for day in (rule.first, rule.last) if day is not None}
        for quantity in scorecard.quantities:
            if (
                isinstance(quantity, DateLookup)
                and quantity.id in named
                and self._jurisdiction_facts.keys() >= set(quantity.by)
            ):
                keys = tuple(self._jurisdiction_facts[name] for name in quantity.by)
                rows = (row.basis for row in quantity.rows if row.keys == keys)
                yield from next(rows, quantity.otherwise_basis)

    def rules(self, names: Iterable[RuleName], types: tuple[str, ...] = ()) -> tuple[LocalizedRule, ...]:
        """Order by law before practice, dependence on the claim type, and severity."""
        return tuple(self.rule(name, types) for name in sorted(names, key=self._order))

    def open_rule_names(self, part: ComposedVerdict) -> list[RuleName]:
        """Order by relevance, law before practice, and severity.

        Most relevant are rules about the claim, then requirements for every claim.
        """
        return sorted(part.open, key=lambda name: self._order_of_open(name, part.asks[name]))

    def conditions(self, card: str, asks: OpenConditions) -> list[LocalizedCondition]:
        return [self._condition(card, row) for row in asks.rows if row]

    def _order_of_open(self, name: RuleName, asks: OpenConditions) -> tuple[bool, bool, bool, int]:
        rank = self._cards[name.card].rules[name.rule].verdict.rank
        about = asks.about_claim
        return not about, not (about or asks.of_every_claim), name.card == PRACTICE, rank

    def _condition(self, card: str, condition: Condition) -> LocalizedCondition:
        if (card, condition) not in self._conditions:
            self._conditions[card, condition] = self._localized_condition(card, condition)
        return self._conditions[card, condition]

    def _localized_condition(self, card: str, condition: Condition) -> LocalizedCondition:
        renderer = self._renderers.setdefault(card, Renderer(self._cards[card].scorecard, self._language))
        read = dict.fromkeys(name for clause in condition for name in clause.reads)
        words = tuple(typeset(renderer.clause(clause), self._language) for clause in condition)
        return LocalizedCondition(words, tuple(read))

    def first_day(self, names: Iterable[RuleName], shown: Period) -> str:
        cards: dict[str, set[str]] = {}
        for name in names:
            cards.setdefault(name.card, set()).add(name.rule)
        days = [
            day
            for card, rules in cards.items()
            for day in days_of_change(self._cards[card].scorecard, self._jurisdiction_facts, {}, rules)
            if day > shown.last
        ]
        return min(days).isoformat() if days else ""

    def to_show(self, fact: str) -> str:
        own = read_toml("service.schemes.claims", "questions.toml")["to_show"].get(fact)
        return own[self._language] if own is not None else self._label(fact)

    def _label(self, fact: str) -> str:
        for card in self._cards.values():
            for definition in card.scorecard.facts:
                if definition.id == fact:
                    return definition.labels.get(self._language) or fact
        return fact

    def knows(self, fact: str) -> bool:
        return any(fact in card.fact_ids for card in self._cards.values())

    def stated(self, name: str, values: Sequence[str]) -> str:
        for id, card in self._cards.items():
            fact = next((fact for fact in card.scorecard.facts if fact.id == name), None)
            if fact is not None:
                words = self._renderers.setdefault(id, Renderer(card.scorecard, self._language))
                answers = {"true": "yes", "false": "no"} if fact.type is FactType.FLAG else {}
                chosen = join_items((words.choice(name, answers.get(value, value)) for value in values), self._language)
                return f"{words.name(name)} = {chosen}"
        return f"{name} = {join_items(values, self._language)}"

    def _localized_text(self, words: Mapping[str, str]) -> str:
        return typeset(words.get(self._language, ""), self._language)

    def _order(self, name: RuleName) -> tuple[bool, bool, int]:
        return (
            name.card == PRACTICE,
            CLAIM_TYPES not in self._reads(name),
            self._cards[name.card].rules[name.rule].verdict.rank,
        )

    def _reads(self, name: RuleName) -> tuple[str, ...]:
        card = self._cards[name.card]
        return names_in_rule(card.verdicts, card.rules[name.rule])

    def open_facts(self, answered: JurisdictionResult) -> list[pb2.ClaimOpenFact]:
        if len(answered.possible) < 2:
            return []
        undetermined = dict.fromkeys(fact for part in answered.parts for fact in part.open_facts)
        conditions_by_rule = {name: conditions for part in answered.parts for name, conditions in part.asks.items()}
        order = sorted(conditions_by_rule, key=lambda name: self._order_of_open(name, conditions_by_rule[name]))
        scopes = (self._cards[card].scorecard.applies for card in answered.jurisdiction.cards)
        scope = tuple(name for applies in scopes for name in names_in_condition(applies))
        ids, relevant = dict.fromkeys(scope), {*scope}
        for name in order:
            facts = [*facts_of_open_conditions(conditions_by_rule[name])]
            ids |= dict.fromkeys(facts)
            relevant |= {*facts} if conditions_by_rule[name].about_claim else set()
        labels = self._fact_labels(answered.jurisdiction)
        return [
            pb2.ClaimOpenFact(fact_id=id, label=labels.get(id, id), asks_about_claim=id in relevant)
            for id in ids | undetermined
            if id in undetermined
        ]

    def _fact_labels(self, jurisdiction: Jurisdiction) -> dict[str, str]:
        facts = (fact for card in reversed(jurisdiction.cards) for fact in self._cards[card].scorecard.facts)
        return {fact.id: fact.labels.get(self._language) or fact.id for fact in facts}

    def coverage(self, jurisdiction: str, claims: Sequence[CheckedClaim]) -> list[pb2.ClaimCoverage]:
        answers = [answer for claim in claims for answer in claim.answers if answer.jurisdiction.id == jurisdiction]
        parts = [part for answer in answers for part in answer.parts]
        cards = answers[0].jurisdiction.cards if answers else ()
        return [self._card_coverage(jurisdiction, id, parts) for id in cards]

    def _card_coverage(self, jurisdiction: str, id: str, parts: Sequence[ComposedVerdict]) -> pb2.ClaimCoverage:
        card = self._cards[id]
        assessed = {name for part in parts for name in part.assessed}
        not_in_force = {name for part in parts for name in part.not_in_force} - assessed
        return pb2.ClaimCoverage(
            jurisdiction=jurisdiction,
            scorecard_version=card.published.name,
            assessed_rule_ids=[rule for rule in card.rules if RuleName(id, rule) in assessed],
            resting_rule_ids=[rule for rule in card.rules if RuleName(id, rule) in not_in_force],
            out_of_scope=all(id in part.out_of_scope for part in parts),
            not_encoded=[
                self._localized_text(words) or next(iter(words.values()), "")
                for words in card.scorecard.card.not_assessed
            ],
        )
