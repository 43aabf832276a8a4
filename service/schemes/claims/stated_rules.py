"""How is each rule stated once in a response, however many claims refer to it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.schemes.claims.answer import ToldCondition, ToldOpen, ToldRule


@dataclass(slots=True)
class _Stated:
    """Where a rule has these words, and on which conditions claims wait; both in the order in which they were told."""

    places: dict[str, None] = field(default_factory=dict)
    conditions: dict[ToldCondition, int] = field(default_factory=dict)


class StatedRules:
    """The rules to which the answers of one response refer."""

    def __init__(self) -> None:
        """Begin without any."""
        self._rules: dict[ToldRule, _Stated] = {}

    def refer(self, told: Iterable[ToldRule], place: str) -> Iterator[pb2.ClaimRuleReference]:
        """Refer to rules in an answer for a jurisdiction, with the advice that only this claim is given."""
        for rule in told:
            self._stated(rule, place)
            yield _reference(rule)

    def refer_open(self, told: Iterable[ToldOpen], place: str) -> Iterator[pb2.OpenClaimRule]:
        """Refer to open rules in an answer for a jurisdiction, and to the conditions that this claim waits for."""
        for one in told:
            conditions = self._stated(one.rule, place).conditions
            yield pb2.OpenClaimRule(
                rule=_reference(one.rule),
                asks_about_claim=one.asks_about_claim,
                only_as_claim_types=one.only_as,
                asks_of_every_claim=one.asks_of_every_claim,
                condition_indexes=[conditions.setdefault(each, len(conditions)) for each in one.holds_if],
            )

    def written(self) -> Iterator[pb2.ClaimRule]:
        """Write every rule that was referred to so far."""
        for rule, stated in self._rules.items():
            yield pb2.ClaimRule(
                scorecard=rule.card,
                rule_id=rule.rule,
                name=rule.name,
                verdict=f"VERDICT_{rule.verdict.name}",
                severity=f"SEVERITY_{rule.severity.upper()}",
                bases=rule.bases,
                certainty=f"CERTAINTY_{rule.certainty.upper()}",
                remedy=rule.remedy,
                jurisdictions=stated.places,
                conditions=[pb2.ClaimCondition(clauses=one.words, names=one.facts) for one in stated.conditions],
            )

    def _stated(self, rule: ToldRule, place: str) -> _Stated:
        stated = self._rules.setdefault(replace(rule, advice=()), _Stated())
        stated.places[place] = None
        return stated


def _reference(rule: ToldRule) -> pb2.ClaimRuleReference:
    return pb2.ClaimRuleReference(scorecard=rule.card, rule_id=rule.rule, advice=rule.advice)
