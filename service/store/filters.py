"""What does a filter over evaluations ask for? A subset of AIP-160, read as comparisons that must all hold."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import words_of
from rules.contracts.outcomes import ConclusionKind, Verdict
from service.instants import is_instant

_MAXIMUM_CHARACTERS = 4_000
_MAXIMUM_COMPARISONS = 20

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<quoted>"(?:[^"\\]|\\["'\\])*"|'(?:[^'\\]|\\["'\\])*')
      | (?P<operator>!=|<=|>=|=|<|>)
      | (?P<word>[A-Za-z0-9_][A-Za-z0-9_./:-]*)
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
class Comparison:
    """One comparison of a field with a literal, both as text; what is absent compares as the empty text."""

    field: str
    sign: str
    value: str

    def on(self, value: Any) -> Any:
        """Compare a value; of a column this gives an expression with the literal as a bound parameter."""
        return _OPERATORS[self.sign](value, self.value)


@dataclass(frozen=True, slots=True)
class _Field:
    read: Callable[[str], str]
    operators: tuple[str, ...] = _EQUALITY


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _instant(text: str) -> str:
    if not is_instant(text):
        raise ValueError(f"'{text[:40]}' is not an instant such as 2026-03-01T00:00:00Z")
    return text


def _date(text: str) -> str:
    try:
        parse_date(text)
    except DateError as error:
        raise ValueError(words_of(error)) from None
    return text


def _one_of(prefix: str, values: type[StrEnum]) -> Callable[[str], str]:
    names = {f"{prefix}_{value.name}": str(value.value) for value in values}

    def read(text: str) -> str:
        if text not in names:
            raise ValueError(f"'{text[:40]}' is not one of {', '.join(names)}")
        return names[text]

    return read


CREATE_TIME = "create_time"
AS_OF_DATE = "record.as_of_date"
SUBJECT = "record.subject"
FIELDS: Mapping[str, _Field] = {
    CREATE_TIME: _Field(_instant, tuple(_OPERATORS)),
    SUBJECT: _Field(str),
    "record.scorecard_version": _Field(str),
    AS_OF_DATE: _Field(_date, tuple(_OPERATORS)),
    "record.conclusion.kind": _Field(_one_of("KIND", ConclusionKind)),
    "record.conclusion.grade": _Field(str),
    "record.conclusion.stage": _Field(str),
    "record.conclusion.verdict": _Field(_one_of("VERDICT", Verdict)),
}


def read_filter(text: str) -> tuple[Comparison, ...]:
    """Read a filter; all comparisons given must hold.

    Raises:
        InputError: the filter cannot be read; the column of the first token that cannot be is named.
    """
    if len(text) > _MAXIMUM_CHARACTERS:
        raise _refused(_MAXIMUM_CHARACTERS + 1, f"the filter has {len(text)} characters; at most {_MAXIMUM_CHARACTERS}")
    tokens = _tokens(text)
    comparisons: list[Comparison] = []
    place = 0
    while place < len(tokens):
        if comparisons:
            joint = tokens[place]
            if (joint.kind, joint.text) != ("word", "AND"):
                raise _refused(joint.column, f"'{joint.text[:40]}' stands where AND or the end is expected")
            place += 1
        if len(comparisons) == _MAXIMUM_COMPARISONS:
            raise _refused(tokens[place - 1].column, f"more than {_MAXIMUM_COMPARISONS} comparisons")
        comparisons.append(_comparison(tokens[place : place + 3], len(text) + 1))
        place += 3
    return tuple(comparisons)


def _comparison(tokens: list[_Token], end: int) -> Comparison:
    def expect(index: int, wanted: str) -> _Token:
        if index >= len(tokens):
            raise _refused(end, f"the filter ends where {wanted} is expected")
        return tokens[index]

    name = expect(0, "a field")
    field = FIELDS.get(name.text) if name.kind == "word" else None
    if field is None:
        raise _refused(name.column, f"'{name.text[:40]}' is no field to filter by; there are {', '.join(FIELDS)}")
    sign = expect(1, "an operator")
    if sign.kind != "operator" or sign.text not in field.operators:
        allowed = ", ".join(field.operators)
        raise _refused(sign.column, f"'{sign.text[:40]}' is no operator for {name.text}; there are {allowed}")
    literal = expect(2, "a literal")
    if literal.kind == "operator":
        raise _refused(literal.column, f"'{literal.text}' stands where a literal is expected")
    try:
        value = field.read(literal.text)
    except ValueError as error:
        raise _refused(literal.column, words_of(error)) from None
    return Comparison(name.text, sign.text, value)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise _refused(
                start + 1,
                f"'{text[start : start + 20]}' cannot be read; write comparisons `field operator literal` joined by "
                "AND, and quote a literal with other characters than letters, digits and _ . / : -",
            )
        kind = str(match.lastgroup)
        found = match[kind]
        value = _ESCAPED.sub(r"\1", found[1:-1]) if kind == "quoted" else found
        tokens.append(_Token(kind, value, match.start(kind) + 1))
        place = match.end()
    return tokens


def _refused(column: int, description: str) -> InputError:
    return InputError((Violation("filter", f"column {column}: {description}", "MALFORMED"),))
