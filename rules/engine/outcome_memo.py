"""Memo keyed by the outcomes of rules: size limit and key function."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MAX_MEMO_ENTRIES = 1_024
"""The maximum size of each memo."""

Answer = TypeVar("Answer")


def outcome_key(rules: Iterable[str]) -> Callable[[Mapping[str, Answer]], tuple[Answer, ...]]:
    """Return a function that selects the outcomes of these rules as a memo key."""
    rule_ids = tuple(rules)
    if len(rule_ids) < 2:
        return lambda answers: tuple([answers[rule] for rule in rule_ids])
    take: Callable[[Mapping[str, Answer]], tuple[Answer, ...]] = itemgetter(*rule_ids)
    return take
