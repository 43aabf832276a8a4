"""FEEL unary tests of the plain kind: literals, lists, comparisons, intervals, a dash, and `not(…)` of these.

Each test becomes a set of values: intervals of numbers or days, or words that are included or excluded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, format_exact
from service.input.dmn.dmn_model import ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Literal = Fraction | date | str | bool | None
Point = Fraction | date

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{1,30})?|\.[0-9]{1,30})")
_STRING = re.compile(r'"(?:[^"\\\n]|\\["\\nrt/\']|\\u[0-9A-Fa-f]{4})*"')
_DATE = re.compile(r'(?:date\(\s*"(?P<called>[^"]*)"\s*\)|@"(?P<marked>[^"]*)")')
_COMPARISON = re.compile(r"(<=|>=|!=|<|>|=)\s*(.+)", re.DOTALL)
_INTERVAL = re.compile(r"([\[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([\[\])])", re.DOTALL)
_NOT = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_MAX_LENGTH = 2_000
_MAX_PARTS = 200


class NotPlainError(TouchstoneError):
    """A cell that is not a plain literal or test."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends; an end that is None is open without limit."""

    low: Point | None = None
    high: Point | None = None
    with_low: bool = False
    with_high: bool = False

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        if isinstance(self.low, date) and isinstance(self.high, date) and not (self.with_low or self.with_high):
            return (self.high - self.low).days <= 1  # no day is between two successive days
        return self.low > self.high or (self.low == self.high and not (self.with_low and self.with_high))  # type: ignore[operator]

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def intersects(self, other: Interval) -> bool:
        if not (self._begins_within(other) and other._begins_within(self)):
            return False
        has_days = isinstance(self.low or self.high, date) and isinstance(other.low or other.high, date)
        return not has_days or not _intersection(self, other).is_empty

    def _begins_within(self, other: Interval) -> bool:
        if self.low is None or other.high is None or self.low < other.high:  # type: ignore[operator]
            return True
        return self.low == other.high and self.with_low and other.with_high


@dataclass(frozen=True, slots=True)
class ValueSet:
    """The values that satisfy a cell: every value, intervals in ascending order, or words."""

    every: bool = False
    intervals: tuple[Interval, ...] = ()
    words: tuple[str, ...] = ()
    """Words in their written order."""
    excluded: bool = False
    """Whether `words` are the words that do not satisfy the cell."""

    def intersects(self, other: ValueSet, allowed: frozenset[str] | None = None) -> bool:
        if self.every or other.every:
            return True
        if self.intervals or other.intervals:
            return any(mine.intersects(theirs) for mine in self.intervals for theirs in other.intervals)
        if allowed is not None:
            return any(self.admits(word) and other.admits(word) for word in allowed)
        if self.excluded and other.excluded:
            return True
        if self.excluded:
            return any(map(self.admits, other.words))
        return any(map(other.admits, self.words))

    def admits(self, word: str) -> bool:
        return self.every or (word in self.words) is not self.excluded


EVERY = ValueSet(every=True)
FLAGS = {True: "yes", False: "no"}


def read_literal(text: str) -> Literal:
    """Read a string, number, boolean, date or null.

    Raises:
        NotPlainError: For any other text.
    """
    text = text.strip()
    if text in ("true", "false"):
        return text == "true"
    if text == "null":
        return None
    if _NUMBER.fullmatch(text):
        return Fraction(text)
    if _STRING.fullmatch(text):
        return _joined_surrogates(_ESCAPE.sub(_unescape, text[1:-1]))
    if match := _DATE.fullmatch(text):
        return _day(match["called"] or match["marked"] or "")
    raise NotPlainError(text)


def feel_text(value: Literal) -> str:
    """Write a literal, the inverse of `read_literal`."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Fraction():
            return format_exact(value)
        case date():
            return f'date("{value}")'
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code.startswith("u") else _ESCAPED.get(code, code)


def _joined_surrogates(text: str) -> str:
    """Return the characters that pairs of escapes encode in UTF-16."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise NotPlainError(text.encode("ascii", "backslashreplace").decode()) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotPlainError(text) from None


def read_test(text: str, kind: ValueKind | None) -> ValueSet:
    """Read an input cell for values of this kind, or of the kind that its literals have.

    Raises:
        NotPlainError: If it is not plain, or its literals have another kind.
    """
    text = text.strip()
    if text in ("-", ""):
        return EVERY
    if len(text) > _MAX_LENGTH:
        raise NotPlainError(text[:80])
    if (match := _NOT.fullmatch(text)) is not None:
        return _complement(_read_list(match[1], kind))
    return _read_list(text, kind)


def literal_kind(value: Literal) -> ValueKind | None:
    """Return the kind of a literal; None for null."""
    match value:
        case bool():
            return ValueKind.FLAG
        case Fraction():
            return ValueKind.NUMBER
        case date():
            return ValueKind.DATE
        case str():
            return ValueKind.TEXT
    return None


def kind_of_test(text: str) -> ValueKind | None:
    """Return the kind of the literals in a cell; None without a literal."""
    inner = match[1] if (match := _NOT.fullmatch(text.strip())) is not None else text
    for part in split_list(inner):
        for piece in _literal_texts(part):
            try:
                return literal_kind(read_literal(piece))
            except NotPlainError:
                continue
    return None


def _literal_texts(part: str) -> Iterator[str]:
    if (match := _INTERVAL.fullmatch(part)) or (match := _COMPARISON.fullmatch(part)):
        yield match[2]
    else:
        yield part


def split_list(text: str) -> list[str]:
    """Split a list at the commas outside of strings and brackets."""
    parts, start, depth, position = [], 0, 0, 0
    while position < len(text):
        character = text[position]
        if character == '"':
            string = _STRING.match(text, position)
            if string is None:
                raise NotPlainError(text[:80])
            position = string.end()
            continue
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(text[start:position].strip())
            start = position + 1
        position += 1
    return [*parts, text[start:].strip()]


def _read_list(text: str, kind: ValueKind | None) -> ValueSet:
    parts = split_list(text)
    if len(parts) > _MAX_PARTS:
        raise NotPlainError(text[:80])
    tests = [_read_part(part, kind) for part in parts]
    if any(test.intervals for test in tests):
        if not all(test.intervals for test in tests):
            raise NotPlainError(text)
        return ValueSet(intervals=_merged([interval for test in tests for interval in test.intervals]))
    if any(test.excluded for test in tests):
        if len(tests) > 1:
            raise NotPlainError(text)
        return tests[0]
    return ValueSet(words=tuple(dict.fromkeys(word for test in tests for word in test.words)))


def _read_part(text: str, kind: ValueKind | None) -> ValueSet:
    if (match := _INTERVAL.fullmatch(text)) is not None:
        low, high = _point(match[2], kind), _point(match[3], kind)
        if type(low) is not type(high):
            raise NotPlainError(text)
        interval = Interval(low, high, match[1] == "[", match[4] == "]")
        if interval.is_empty:
            raise NotPlainError(text)
        return ValueSet(intervals=(interval,))
    if (match := _COMPARISON.fullmatch(text)) is not None:
        return _compared(match[1], match[2], kind)
    return _equal(read_literal(text), kind, text)


def _equal(value: Literal, kind: ValueKind | None, text: str) -> ValueSet:
    found = literal_kind(value)
    if found is None or (kind is not None and found is not kind):
        raise NotPlainError(text)
    if isinstance(value, bool):
        return ValueSet(words=(FLAGS[value],))
    if isinstance(value, str):
        return ValueSet(words=(value,))
    if value is None:
        raise NotPlainError(text)
    return ValueSet(intervals=(Interval(value, value, with_low=True, with_high=True),))


def _compared(operator: str, text: str, kind: ValueKind | None) -> ValueSet:
    if operator in ("=", "!="):
        equal = _equal(read_literal(text), kind, text)
        return equal if operator == "=" else _complement(equal)
    value = _point(text, kind)
    closed = operator.endswith("=")
    if operator.startswith("<"):
        return ValueSet(intervals=(Interval(high=value, with_high=closed),))
    return ValueSet(intervals=(Interval(low=value, with_low=closed),))


def _point(text: str, kind: ValueKind | None) -> Point:
    value = read_literal(text)
    if isinstance(value, bool) or not isinstance(value, Fraction | date):
        raise NotPlainError(text)
    if kind is not None and literal_kind(value) is not kind:
        raise NotPlainError(text)
    return value


def _complement(values: ValueSet) -> ValueSet:
    if values.every:
        raise NotPlainError("not(-)")
    if not values.intervals:
        return ValueSet(words=values.words, excluded=not values.excluded)
    first, last = values.intervals[0], values.intervals[-1]
    rest = [] if first.low is None else [Interval(high=first.low, with_high=not first.with_low)]
    rest += [
        Interval(left.high, right.low, not left.with_high, not right.with_low)
        for left, right in pairwise(values.intervals)
    ]
    rest += [] if last.high is None else [Interval(low=last.high, with_low=not last.with_high)]
    if not rest:
        raise NotPlainError("not(…)")
    return ValueSet(intervals=tuple(rest))


def _merged(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    ordered = sorted(intervals, key=lambda each: (each.low is not None, each.low or 0, not each.with_low))
    merged: list[Interval] = []
    for interval in ordered:
        if merged and _touches(merged[-1], interval):
            merged[-1] = _joined(merged[-1], interval)
        else:
            merged.append(interval)
    return tuple(merged)


def _touches(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None or left.high > right.low:  # type: ignore[operator]
        return True
    return left.high == right.low and (left.with_high or right.with_low)


def _joined(left: Interval, right: Interval) -> Interval:
    if left.high is None or right.high is None:
        return Interval(left.low, None, left.with_low)
    if left.high == right.high:
        return Interval(left.low, left.high, left.with_low, left.with_high or right.with_high)
    end = left if left.high > right.high else right  # type: ignore[operator]
    return Interval(left.low, end.high, left.with_low, end.with_high)


def _intersection(left: Interval, right: Interval) -> Interval:
    low, with_low = left.low, left.with_low
    if low is None or (right.low is not None and right.low > low):  # type: ignore[operator]
        low, with_low = right.low, right.with_low
    elif right.low == low:
        with_low = with_low and right.with_low
    high, with_high = left.high, left.with_high
    if high is None or (right.high is not None and right.high < high):  # type: ignore[operator]
        high, with_high = right.high, right.with_high
    elif right.high == high:
        with_high = with_high and right.with_high
    return Interval(low, high, with_low, with_high)
