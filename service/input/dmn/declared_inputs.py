"""Inputs of a DMN file as facts: possible values, and a value for the reference case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.input.dmn.dmn_model import ValueKind
from service.input.dmn.feature_lines import Source, number_text
from service.input.dmn.rule_order import FLAG_DOMAIN, ValueDomain
from service.input.dmn.unary_tests import (
    Interval,
    NotPlainError,
    ValueSet,
    kind_of_test,
    read_literal,
    read_test,
    split_list,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class InputFact:
    """A fact that represents an input; `choices` are the ids of its words."""

    name: str
    fact: str
    kind: ValueKind
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""


def value_domain(name: str, kind: ValueKind, allowed: Sequence[str]) -> tuple[ValueDomain, tuple[str, ...]]:
    """Return the possible values of an input, and its words in order.

    Raises:
        InputError: If the allowed values are not plain, or differ between tables.
    """
    if kind is ValueKind.FLAG:
        return FLAG_DOMAIN, ()
    if not allowed:
        return ValueDomain(is_text=kind is ValueKind.TEXT), ()
    try:
        tests = [read_test(text, kind) for text in allowed]
        words = tuple(str(read_literal(part)) for part in split_list(allowed[0])) if kind is ValueKind.TEXT else ()
    except NotPlainError:
        raise InputError.of(name, _message("ALLOWED", name=name[:80], found=allowed[0][:120]), "MALFORMED") from None
    if any((test.intervals, set(test.words)) != (tests[0].intervals, set(tests[0].words)) for test in tests):
        raise InputError.of(name, _message("ALLOWED_DIFFERS", name=name[:80], found=allowed), "CONFLICT")
    if kind is ValueKind.TEXT:
        return ValueDomain(words=frozenset(words), is_text=True), words
    limits = tests[0].intervals
    ends = limits[0] if len(limits) == 1 else Interval()
    is_closed = (ends.low is None or ends.with_low) and (ends.high is None or ends.with_high)
    if len(limits) != 1 or not is_closed or kind is ValueKind.DATE:
        raise InputError.of(name, _message("ALLOWED", name=name[:80], found=allowed[0][:120]), "UNSUPPORTED")
    return ValueDomain(limits=ends), ()


def sample_value(fact: InputFact, source: Source, test: ValueSet) -> str:
    """Return a value of the reference case that satisfies a test."""
    if fact.kind is ValueKind.FLAG:
        return "yes"
    if fact.kind is ValueKind.TEXT:
        named = [word for word in (fact.choices or test.words) if test.admits(word)]
        word = named[0] if named else next(iter(fact.choices), "text")
        return fact.choices.get(word, word)
    interval = test.intervals[0] if test.intervals else source.domain.limits
    if fact.kind is ValueKind.DATE:
        return str(_day_inside(interval))
    return number_text(_number_inside(interval, source.domain.limits), fact.unit)


def kind_or_none(cell: str) -> ValueKind | None:
    """Return the kind of the literals in a cell; None if it has none."""
    try:
        return kind_of_test(cell)
    except NotPlainError:
        return None


def _day_inside(interval: Interval) -> date:
    if isinstance(interval.low, date) and interval.low < date.max:
        return interval.low if interval.with_low else interval.low + timedelta(days=1)
    if isinstance(interval.high, date) and interval.high > date.min:
        return interval.high if interval.with_high else interval.high - timedelta(days=1)
    return date(2026, 1, 1)


def _number_inside(interval: Interval, limits: Interval) -> Fraction:
    low = interval.low if interval.low is not None else limits.low
    high = interval.high if interval.high is not None else limits.high
    if isinstance(low, Fraction) and isinstance(high, Fraction):
        return low if low == high else (low + high) / 2
    if isinstance(low, Fraction):
        return low if interval.with_low else low + 1
    if isinstance(high, Fraction):
        return high if interval.with_high else high - 1
    return Fraction(0)
