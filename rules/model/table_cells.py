"""What may stand in a cell of a reference table, and what does it mean?"""

from __future__ import annotations

import re

from rules.contracts.messages import speaker, words_of
from rules.contracts.numbers import NumberError, format_exact, parse_decimal
from rules.model.definitions import Certainty
from rules.model.tables import KeyColumn, KeyType, ValueColumn, ValueType

_say = speaker(__name__)

LOOK_FURTHER = "-"
OUT_OF_SCOPE = "N/A"
EVERY = "*"
UNKNOWN = ""

_CODE = re.compile(r"[A-Za-z0-9_]+([/+.-][A-Za-z0-9_]+)*\Z")
_YEARS = re.compile(r"([12][0-9]{3})(?:(-)([12][0-9]{3})?)?\Z")
_FORMS = {
    KeyType.CN_CODE: (re.compile(r"[0-9]{4}([0-9]{2}){0,3}\Z"), _say("A_CN_CODE")),
    KeyType.COUNTRY: (
        re.compile(r"[A-Z]{2}\Z|[a-z][a-z_]*\Z"),
        _say("A_COUNTRY"),
    ),
    KeyType.YEARS: (_YEARS, _say("A_YEAR_SPAN")),
    KeyType.QUARTER: (re.compile(r"[12][0-9]{3}-Q[1-4]\Z"), _say("A_QUARTER")),
    KeyType.CODE: (_CODE, _say("A_WORD")),
}


def key_problem(column: KeyColumn, text: str) -> str | None:
    """Say what is wrong with a cell of a key column; None if nothing is."""
    if text == EVERY and column.every:
        return None
    form, allowed = _FORMS[column.type]
    if not text:
        return _say("BLANK_KEY_OR_EVERY" if column.every else "BLANK_KEY", allowed=allowed)
    if not form.match(text) or text == OUT_OF_SCOPE:
        return _say("NOT_ALLOWED", found=text[:40], allowed=allowed)
    if column.type is KeyType.YEARS:
        first, last = year_span(text)
        if last is not None and last < first:
            return _say("SPAN_ENDS_EARLY", found=text)
    if column.one_of and text not in column.one_of:
        return _say("NOT_ONE_OF", found=text[:40], known=column.one_of)
    return None


def value_problem(column: ValueColumn, text: str) -> str | None:
    """Say what is wrong with a cell of a value column; None if nothing is."""
    special = {LOOK_FURTHER: column.look_further, OUT_OF_SCOPE: column.out_of_scope, UNKNOWN: column.unknown}
    if text in special:
        return None if special[text] else _special_refused(column, text)
    if column.type is ValueType.NUMBER:
        try:
            parse_decimal(text)
        except NumberError as error:
            return words_of(error)
        return None
    if text == EVERY and column.every:
        return None
    if column.type is ValueType.CERTAINTY:
        words = [certainty.value for certainty in Certainty]
        return None if text in words else _say("NOT_ONE_OF", found=text[:40], known=words)
    if not _CODE.match(text):
        return _say("NOT_ALLOWED", found=text[:40], allowed=_say("A_WORD"))
    if column.one_of and text not in column.one_of:
        return _say("NOT_ONE_OF", found=text[:40], known=column.one_of)
    return None


def _special_refused(column: ValueColumn, text: str) -> str:
    if text == UNKNOWN:
        return _say("BLANK_VALUE", column=column.id)
    return _say("NEVER_FURTHER" if text == LOOK_FURTHER else "NEVER_OUT_OF_SCOPE", found=text, column=column.id)


def normal_form(column: ValueColumn, text: str) -> str:
    """Write a valid cell in its one canonical form: `1.290` as `1.29`, everything else as it is."""
    if column.type is not ValueType.NUMBER or text in {LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN}:
        return text
    return format_exact(parse_decimal(text))


def year_span(text: str) -> tuple[int, int | None]:
    """Read a valid cell of years as first and last year; without end the last is None."""
    found = _YEARS.match(text)
    if found is None:
        raise ValueError(f"'{text}' is not a span of years")
    first = int(found[1])
    if found[2] is None:
        return first, first
    return first, int(found[3]) if found[3] else None


def spans_meet(one: str, other: str) -> bool:
    """Say whether two cells of years share a year; `*` gives way to every span, so it meets none."""
    if EVERY in (one, other):
        return False
    (first, last), (start, end) = year_span(one), year_span(other)
    return (end is None or first <= end) and (last is None or start <= last)
