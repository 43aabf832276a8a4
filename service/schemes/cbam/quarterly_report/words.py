"""What may stand in a part of a quarterly report that holds a single value?"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from datetime import date, datetime

from rules.contracts.messages import speaker
from service.reading.tree.problems import quoted

_say = speaker(__name__)

_TEXT = re.compile(r"an?(\.\.)?([0-9]+)\Z")
_WHOLE = re.compile(r"n(\.\.)?([0-9]+)\Z")
_DECIMAL = re.compile(r"dec([0-9]+)-([0-9]+)\Z")
_WRITTEN_WHOLE = re.compile(r"[+-]?[0-9]+\Z")
_WRITTEN_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\Z")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SPACE = re.compile(r"[ \t\n\r]+")
_GREATEST_INTEGER = 2**31
_SHOWN = 40


def word_problem(kind: str, text: str) -> str | None:
    """Say what is wrong with a value of a kind, such as `an..70`; None if nothing is.

    Raises:
        ValueError: there is no such kind; the statement of the schema is wrong, not the report.
    """
    if found := _TEXT.match(kind):
        return _text_problem(text, int(found[2]), upto=found[1] is not None)
    value = _SPACE.sub(" ", text).strip(" ")
    shown = quoted(value[:_SHOWN]) if value else _say("NOTHING")
    if found := _WHOLE.match(kind):
        return _whole_problem(value, shown, int(found[2]), upto=found[1] is not None)
    if found := _DECIMAL.match(kind):
        return _decimal_problem(value, shown, int(found[1]), int(found[2]))
    match kind:
        case "decimal":
            return None if _WRITTEN_DECIMAL.match(value) else _say("NOT_A_DECIMAL", found=shown)
        case "boolean":
            return None if value in {"true", "false", "1", "0"} else _say("NEITHER_TRUE_NOR_FALSE", found=shown)
        case "date":
            return None if _is_date(value) else _say("NO_SUCH_DATE", found=shown)
        case "instant":
            return None if _is_instant(value) else _say("NO_SUCH_INSTANT", found=shown)
        case "base64":
            return None if _is_base64(value) else _say("NOT_BASE64", found=shown)
        case _:
            raise ValueError(f"there is no kind of value '{kind}'")


def _text_problem(text: str, length: int, *, upto: bool) -> str | None:
    shown = quoted(f"{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}")
    if upto and not 1 <= len(text) <= length:
        return _say("LENGTH", found=shown, count=len(text), most=length)
    if not upto and len(text) != length:
        return _say("EXACT_LENGTH", found=shown, count=len(text), most=length)
    return None


def _whole_problem(value: str, shown: str, digits: int, *, upto: bool) -> str | None:
    if not _WRITTEN_WHOLE.match(value):
        return _say("NOT_WHOLE", found=shown)
    if upto:
        if not value.isdigit() or len(value) > digits:
            return _say("DIGITS_WITHOUT_SIGN", found=shown, most=digits)
        return None
    significant = value.lstrip("+-").lstrip("0")
    if len(significant) > digits:
        return _say("TOO_MANY_DIGITS", found=shown, count=len(significant), most=digits)
    return None if -_GREATEST_INTEGER <= int(value) < _GREATEST_INTEGER else _say("TOO_GREAT", found=shown)


def _decimal_problem(value: str, shown: str, total: int, places: int) -> str | None:
    if not _WRITTEN_DECIMAL.match(value):
        return _say("NOT_A_DECIMAL", found=shown)
    whole, _, fraction = value.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    if len(fraction) > places:
        return _say("TOO_MANY_DECIMALS", found=shown, count=len(fraction), most=places)
    if len(whole) + len(fraction) > total:
        return _say("TOO_MANY_DIGITS", found=shown, count=len(whole) + len(fraction), most=total)
    return None


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_instant(value: str) -> bool:
    if not _INSTANT.match(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_base64(value: str) -> bool:
    try:
        b64decode(value.replace(" ", ""), validate=True)
    except (Base64Error, ValueError):
        return False
    return True
