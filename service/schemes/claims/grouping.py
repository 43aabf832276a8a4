"""Which rules say the same of a claim, so that it is said once, with all their articles?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.claims.jurisdictions import PRACTICE
from rules.model.definitions import Certainty, weakest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.schemes.claims.answer import ToldCondition, ToldOpen, ToldRule


def grouped(told: Iterable[ToldOpen]) -> tuple[tuple[ToldOpen, ...], ...]:
    """Group rules with the same verdict and the same advice, or without advice the same name; in their order."""
    groups: dict[tuple[str, ...], list[ToldOpen]] = {}
    for one in told:
        rule = one.rule
        groups.setdefault((rule.verdict, *rule.advice, rule.remedy or rule.name), []).append(one)
    return tuple(map(tuple, groups.values()))


def names(rules: Sequence[ToldRule], comma: str) -> str:
    """Write the ids of rules, those of one name together before it."""
    by_name: dict[str, list[str]] = {}
    for rule in rules:
        by_name.setdefault(rule.name, []).append(rule.rule)
    return comma.join(f"{comma.join(ids)} {name}".rstrip() for name, ids in by_name.items())


def outranking(rules: Sequence[ToldRule]) -> Sequence[ToldRule]:
    """Give the rules on which it rests that several hold: those of law, of practice only if there are no others."""
    return [rule for rule in rules if rule.card != PRACTICE] or rules


def weakest(rules: Iterable[ToldRule]) -> str:
    """Give the weakest certainty of the bases of several rules."""
    return weakest_of(Certainty(rule.certainty) for rule in rules).value


def conditions(group: Iterable[ToldOpen]) -> tuple[ToldCondition, ...]:
    """Give what would make a rule of the group hold, each condition once."""
    return tuple(dict.fromkeys(one for told in group for one in told.holds_if))
