"""What is to be told of checked claims, whichever form it is written in: rules with their words, and what was asked?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.claims.readings import CLAIM_TYPES
from rules.contracts.outcomes import Verdict
from rules.engine.verdicts import names_in_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.claims.composition import Composed, RuleName
    from service.claims.cards import ClaimCard
    from service.claims.checking import Answered, CheckedClaim

FAULTS = frozenset({Verdict.PROHIBITED, Verdict.MISLEADING})
"""Verdicts for which the answer to `may it be said` is no."""


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule in words of one language; bases are written as instrument and clause."""

    card: str
    rule: str
    name: str
    verdict: Verdict
    severity: str
    bases: tuple[str, ...]
    certainty: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ToldFact:
    """An unknown fact that could still change a verdict, in words of one language."""

    fact: str
    label: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was asked of one card in one jurisdiction, over all claims, and what it does not encode."""

    card: str
    version: str
    assessed: tuple[str, ...]
    not_in_force: tuple[str, ...]
    out_of_scope: bool
    not_encoded: tuple[str, ...]


class Teller:
    """Gives what is to be told the words of one language."""

    def __init__(self, cards: Mapping[str, ClaimCard], language: str) -> None:
        """Use the words of these cards."""
        self._cards, self._language = cards, language

    def rule(self, name: RuleName) -> ToldRule:
        """Give a rule with its basis and remedy."""
        card = self._cards[name.card]
        rule = card.rules[name.rule]
        bases = {basis.id: basis for basis in card.scorecard.bases}
        cited = [bases[basis] for basis in rule.basis]
        weakest = max((basis.certainty for basis in cited), key=lambda certainty: certainty.rank)
        return ToldRule(
            card=name.card,
            rule=name.rule,
            name=rule.labels.get(self._language, ""),
            verdict=rule.verdict,
            severity=rule.severity.value,
            bases=tuple(f"{basis.instrument}, {basis.clause}" for basis in cited),
            certainty=weakest.value,
            remedy=rule.remedy.get(self._language, ""),
        )

    def rules(self, names: Iterable[RuleName]) -> tuple[ToldRule, ...]:
        """Give several rules: those that ask what kind of claim it is before others, then the worst first."""
        return tuple(self.rule(name) for name in sorted(names, key=self._order))

    def _order(self, name: RuleName) -> tuple[bool, int]:
        return CLAIM_TYPES not in self._reads(name), self._cards[name.card].rules[name.rule].verdict.rank

    def _order_of_all(self, name: RuleName) -> tuple[tuple[bool, int], RuleName]:
        return self._order(name), name

    def _reads(self, name: RuleName) -> tuple[str, ...]:
        card = self._cards[name.card]
        return names_in_rule(card.verdicts, card.rules[name.rule])

    def open_facts(self, answered: Answered) -> tuple[ToldFact, ...]:
        """Name the unknown facts that could still change a verdict of the whole time, each once.

        Those that the open rules read come first, in the order in which these rules are told.
        """
        if len(answered.possible) < 2:
            return ()
        still = dict.fromkeys(fact for part in answered.parts for fact in part.open_facts)
        rules = {name for part in answered.parts for name in part.open}
        read = (fact for name in sorted(rules, key=self._order_of_all) for fact in self._reads(name) if fact in still)
        ids = dict.fromkeys((*read, *still))
        labels: dict[str, str] = {}
        for card in reversed(answered.jurisdiction.cards):
            for fact in self._cards[card].scorecard.facts:
                labels[fact.id] = fact.labels.get(self._language) or fact.id
        return tuple(ToldFact(fact, labels.get(fact, fact)) for fact in ids)

    def coverage(self, jurisdiction: str, claims: Sequence[CheckedClaim]) -> tuple[Coverage, ...]:
        """Say of each card of a jurisdiction which rules were asked, over all claims, and which were not."""
        answers = [answer for claim in claims for answer in claim.answers if answer.jurisdiction.id == jurisdiction]
        parts = [part for answer in answers for part in answer.parts]
        found = []
        for id in answers[0].jurisdiction.cards if answers else ():
            card = self._cards[id]
            assessed = {name.rule for part in parts for name in part.assessed if name.card == id}
            resting = {name.rule for part in parts for name in part.not_in_force if name.card == id} - assessed
            found.append(
                Coverage(
                    card=id,
                    version=card.published.name,
                    assessed=tuple(rule for rule in card.rules if rule in assessed),
                    not_in_force=tuple(rule for rule in card.rules if rule in resting),
                    out_of_scope=all(id in part.out_of_scope for part in parts),
                    not_encoded=tuple(
                        words.get(self._language, next(iter(words.values()), ""))
                        for words in card.scorecard.card.not_assessed
                    ),
                )
            )
        return tuple(found)


def merged(parts: Sequence[Composed]) -> tuple[tuple[Composed, ...], ...]:
    """Group parts that follow each other and say the same."""
    groups: list[list[Composed]] = []
    for part in parts:
        if groups and _said(groups[-1][-1]) == _said(part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(map(tuple, groups))


def _said(part: Composed) -> tuple[object, ...]:
    return (
        part.verdict,
        part.possible,
        part.deciding,
        part.holding,
        part.open,
        part.coming,
        part.silent,
        part.out_of_scope,
    )


def differences(answers: Sequence[Answered]) -> dict[Verdict | None, dict[str, tuple[RuleName, ...]]]:
    """Say, if jurisdictions differ, for each verdict where it is given and which rules decide there; worst first."""
    verdicts = {answer.verdict for answer in answers}
    if len(verdicts) < 2:
        return {}
    order = [verdict for verdict in (*Verdict, None) if verdict in verdicts]
    return {
        verdict: {answer.jurisdiction.id: deciding(answer) for answer in answers if answer.verdict is verdict}
        for verdict in order
    }


def deciding(answer: Answered) -> tuple[RuleName, ...]:
    """Name the rules that decide the verdict of the whole time, from the parts that give it."""
    return tuple(
        dict.fromkeys(name for part in answer.parts if part.verdict is answer.verdict for name in part.deciding)
    )


def has_fault(claims: Iterable[CheckedClaim]) -> bool:
    """Say whether any claim is prohibited or misleading anywhere."""
    return any(answer.verdict in FAULTS for claim in claims for answer in claim.answers)
