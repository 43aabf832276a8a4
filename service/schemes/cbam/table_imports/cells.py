"""What does a cell of the Commission's workbooks say?

It is a reader of its own: here a comma is a decimal comma, and a dash or N/A is a figure's meaning, not its absence.
"""

from __future__ import annotations

import re

from rules.contracts.messages import speaker, words_of
from rules.contracts.numbers import NumberError, format_exact, parse_decimal
from rules.model.table_cells import EVERY, LOOK_FURTHER, OUT_OF_SCOPE, UNKNOWN

_say = speaker(__name__)

_DASHES = {"-", "–", "—", "−", "_"}
_NOT_APPLICABLE = {"n/a", "n.a.", "na"}
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?\Z")
_ROUTE = re.compile(r"\(?([A-HJ-L])\)?")
_MARKED = re.compile(r"(?:\(?[A-HJ-L]\)?(?:\s*[/,]?\s*\(?[A-HJ-L]\)?)*)\Z")
_INDICATOR = re.compile(r"((?:\(?[A-HJ-L]\)?)?)\s*((?:\(?[12]\)?)?)\Z")

HEADING = "see below"
"""What a heading line says instead of a value: its subheadings have them."""


class CellError(ValueError):
    """A cell says something that has no meaning there."""


def number_cell(text: str) -> str:
    """Read a cell of figures as the table writes it: a number, `-`, `N/A` or blank; a comma is a decimal comma.

    Raises:
        CellError: it says anything else.
    """
    if text == "":
        return UNKNOWN
    if text in _DASHES:
        return LOOK_FURTHER
    if text.casefold() in _NOT_APPLICABLE:
        return OUT_OF_SCOPE
    if not _NUMBER.match(text):
        raise CellError(_say("NO_FIGURE", found=text[:40]))
    try:
        number = parse_decimal(text.replace(",", "."))
    except NumberError as error:
        raise CellError(words_of(error)) from None
    if number < 0:
        raise CellError(_say("NEGATIVE", found=text))
    return format_exact(number)


def code_cell(text: str) -> str:
    """Read a CN code with or without spaces.

    Raises:
        CellError: it has not 4, 6, 8 or 10 digits.
    """
    digits = re.sub(r"[\s\u00a0]", "", text)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in {4, 6, 8, 10}:
        raise CellError(_say("NO_CODE", found=text[:40]))
    return digits


def route_cell(text: str) -> str:
    """Read the letters of one or several production routes, `(C)` or `(C)/(F)`; none is `*`, a dash stays one.

    Raises:
        CellError: there is anything else.
    """
    if text == "":
        return EVERY
    if text in _DASHES:
        return LOOK_FURTHER
    if not _MARKED.match(text):
        raise CellError(_say("NO_ROUTE", found=text[:40]))
    return "/".join(dict.fromkeys(_ROUTE.findall(text)))


def indicator_cell(text: str) -> tuple[str, str]:
    """Read the indicator of a benchmark as route and production years: `(C)`, `(1)`, `(F)(2)` or nothing.

    `(1)` are the production years 2026 and 2027, `(2)` 2028 to 2030; without marker a benchmark holds for all five.

    Raises:
        CellError: there is anything else.
    """
    found = _INDICATOR.match(text)
    if found is None:
        raise CellError(_say("NO_INDICATOR", found=text[:40]))
    route, marker = found[1].strip("()") or EVERY, found[2].strip("()")
    return route, {"": "2026-2030", "1": "2026-2027", "2": "2028-2030"}[marker]
