"""Filters over evaluations: a subset of AIP-160, comparisons that must all hold."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rules.contracts import (
    ConclusionKind,
    DateError,
    InputError,
    Verdict,
    Violation,
    error_message,
    message_factory,
    parse_date,
)
from service.base.instants import is_instant

_say = message_factory(__name__)
_MAXIMUM_CHARACTERS = 4_000
_MAXIMUM_COMPARISONS = 20

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<quoted>"(?:[^"\\]|\\["'\\])*"|'(?:[^'\\]|\\["'\\])*')
      | (?P<operator>!=|<=|>=|=|<|>)
      | (?P<word>\w[\w./:-]*)
    )""",
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(.)")

_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_EQUALITY = ("=", "!=")


@dataclass(frozen=True, slots=True)
class FilterComparison:
    """One comparison of a field with a literal, both as text; what is absent compares as the empty text."""

    field: str
    sign: str
    value: str
    named: tuple[tuple[str, str], ...] = ()
    """Scorecard versions, each with the id that the literal names in it."""

    def on(self, value: Any) -> Any:
        """Compare a value; of a column this gives an expression with the literal as a bound parameter."""
        return _OPERATORS[self.sign](value, self.value)


@dataclass(frozen=True, slots=True)
class _FilterField:
    read: Callable[[str], str]
    operators: tuple[str, ...] = _EQUALITY


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _instant(text: str) -> str:
    if not is_instant(text):
        raise ValueError(_say("NO_INSTANT", found=text[:40]))
    return text


def _date(text: str) -> str:
    try:
        parse_date(text)
    except DateError as error:
        raise ValueError(error_message(error)) from None
    return text


def _one_of(prefix: str, values: type[StrEnum]) -> Callable[[str], str]:
    names = {f"{prefix}_{value.name}": str(value.value) for value in values}

    def read(text: str) -> str:
        if text not in names:
            raise ValueError(_say("NOT_ONE_OF", found=text[:40], known=tuple(names)))
        return names[text]

    return read


CREATE_TIME = "create_time"
AS_OF_DATE = "record.as_of_date"
SUBJECT = "record.subject"
GRADE = "record.conclusion.grade"
STAGE = "record.conclusion.stage"
VERSION = "record.scorecard_version"
FIELDS: Mapping[str, _FilterField] = {
    CREATE_TIME: _FilterField(_instant, tuple(_OPERATORS)),
    SUBJECT: _FilterField(str),
    VERSION: _FilterField(str),
    AS_OF_DATE: _FilterField(_date, tuple(_OPERATORS)),
    "record.conclusion.kind": _FilterField(_one_of("KIND", ConclusionKind)),
    GRADE: _FilterField(str),
    STAGE: _FilterField(str),
    "record.conclusion.verdict": _FilterField(_one_of("VERDICT", Verdict)),
}


def read_filter(text: str) -> tuple[FilterComparison, ...]:
    """Read a filter; all comparisons given must hold."""
    if len(text) > _MAXIMUM_CHARACTERS:
        raise _refused(_MAXIMUM_CHARACTERS + 1, _say("FILTER_LENGTH", count=len(text), most=_MAXIMUM_CHARACTERS))
    tokens = _tokens(text)
    comparisons: list[FilterComparison] = []
    place = 0
    while place < len(tokens):
        if comparisons:
            joint = tokens[place]
            if (joint.kind, joint.text) != ("word", "AND"):
                raise _refused(joint.column, _say("NO_JOINT", found=joint.text[:40]))
            place += 1
        if len(comparisons) == _MAXIMUM_COMPARISONS:
            raise _refused(tokens[place - 1].column, _say("TOO_MANY_COMPARISONS", most=_MAXIMUM_COMPARISONS))
        comparisons.append(_comparison(tokens[place : place + 3], len(text) + 1))
        place += 3
    return tuple(comparisons)


def _comparison(tokens: list[_Token], end: int) -> FilterComparison:
    def expect(index: int, wanted: str) -> _Token:
        if index >= len(tokens):
            raise _refused(end, _say("FILTER_ENDS", expected=wanted))
        return tokens[index]

    name = expect(0, _say("WANTED_FIELD"))
    field = FIELDS.get(name.text) if name.kind == "word" else None
    if field is None:
        raise _refused(name.column, _say("NO_FIELD", found=name.text[:40], known=tuple(FIELDS)))
    sign = expect(1, _say("WANTED_OPERATOR"))
    if sign.kind != "operator" or sign.text not in field.operators:
        message = _say("NO_OPERATOR", found=sign.text[:40], field=name.text, known=field.operators)
        raise _refused(sign.column, message)
    literal = expect(2, _say("WANTED_LITERAL"))
    if literal.kind == "operator":
        raise _refused(literal.column, _say("STANDS_WHERE", found=literal.text, expected=_say("WANTED_LITERAL")))
    try:
        value = field.read(literal.text)
    except ValueError as error:
        raise _refused(literal.column, error_message(error)) from None
    return FilterComparison(name.text, sign.text, value)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise _refused(start + 1, _say("FILTER_UNREADABLE", found=text[start : start + 20]))
        kind = str(match.lastgroup)
        matched = match[kind]
        value = _ESCAPED.sub(r"\1", matched[1:-1]) if kind == "quoted" else matched
        tokens.append(_Token(kind, value, match.start(kind) + 1))
        place = match.end()
    return tokens


def _refused(column: int, description: str) -> InputError:
    return InputError((Violation("filter", _say("AT_COLUMN", column=column, problem=description), "MALFORMED"),))
