"""Plausibility remarks on an evaluation, such as doubtful values and future dates.

Remarks depend on the clock, so the record excludes them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import (
    Message,
    UnitError,
    convert,
    format_exact,
    message_factory,
    parse_date,
    parse_decimal_or_ratio,
)
from rules.model import FormulaOperator, FormulaQuantity, NameReference, Operation
from service.base import instants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.contracts import DeclaredValue, Record
    from rules.model import Scorecard


_message = message_factory(__name__)

_PERCENT = "%"
_JUMP_FACTOR = 10
_SHARE_WORDS = ("share", "占比", "份额", "比重")

Doubt = tuple[str, str, "Message"]
"""Request field, fact and description."""


def small_shares(record: Record, scorecard: Scorecard) -> Iterator[Doubt]:
    """Yield shares under 1 %, mostly meant as fractions."""
    for field, fact, value in (*_numbers(record), *_in_records(record, scorecard)):
        if value.unit == _PERCENT and 0 < (number := _number(value)) < 1:
            slots = {"found": format_exact(number), "meant": format_exact(number * 100)}
            yield field, fact, _message("SMALL_SHARE", **slots)


def parts_above_wholes(record: Record, scorecard: Scorecard) -> Iterator[Doubt]:
    """Yield parts that exceed their whole."""
    values = {fact: value for _, fact, value in _numbers(record)}
    for quantity in scorecard.quantities:
        if not isinstance(quantity, FormulaQuantity) or not _is_share(quantity):
            continue
        for row in quantity.rows:
            part, total = _quotient(row.formula)
            if part in values and total in values:
                above, below = values[part], values[total]
                if _in_unit(above, below.unit) > _number(below):
                    slots = {"part": _quantity_text(above), "whole": total, "value": _quantity_text(below)}
                    yield f"facts[{part}]", part, _message("PART_ABOVE_WHOLE", **slots)


def jumps(record: Record, before: Record) -> Iterator[Doubt]:
    """Yield numbers that differ tenfold from an earlier evaluation."""
    earlier = {fact: value for _, fact, value in _numbers(before)}
    for field, fact, value in _numbers(record):
        previous = earlier.get(fact)
        if previous is None or not (old := _number(previous)):
            continue
        new = _in_unit(value, previous.unit)
        if new and not Fraction(1, _JUMP_FACTOR) < new / old < _JUMP_FACTOR:
            slots = {"found": _quantity_text(value), "before": _quantity_text(previous), "day": before.as_of_date}
            yield field, fact, _message("JUMP", **slots)


def _numbers(record: Record) -> Iterator[tuple[str, str, DeclaredValue]]:
    for fact in record.facts:
        if fact.declared.value is not None and fact.declared.value.number is not None:
            yield f"facts[{fact.declared.id}]", fact.declared.id, fact.declared.value


def _in_records(record: Record, scorecard: Scorecard) -> Iterator[tuple[str, str, DeclaredValue]]:
    types = {record_type.id: record_type for record_type in scorecard.records}
    keys = {fact.id: types[fact.record].key for fact in scorecard.facts if fact.record}
    for fact in record.facts:
        id, value = fact.declared.id, fact.declared.value
        for row in () if value is None else value.records or ():
            key = row.get(keys.get(id, ""))
            name = "" if key is None else key.key_text
            numbers = ((field, part) for field, part in row.items() if part.number is not None)
            yield from ((f"facts[{id}].records[{name}].{field}", id, part) for field, part in numbers)


def _number(value: DeclaredValue) -> Fraction:
    return parse_decimal_or_ratio(value.number or "0")


def _in_unit(value: DeclaredValue, unit: str | None) -> Fraction:
    try:
        return convert(_number(value), value.unit or "", unit or "")
    except UnitError:
        return Fraction(0)


def _quantity_text(value: DeclaredValue) -> str:
    return " ".join(part for part in (value.number, value.unit) if part)


def _is_share(quantity: FormulaQuantity) -> bool:
    called = " ".join((quantity.id, *quantity.labels.values())).lower()
    return quantity.list is None and any(word in called for word in _SHARE_WORDS)


def _quotient(formula: object) -> tuple[str, str]:
    match formula:
        case Operation(operator=FormulaOperator.DIVIDE, operands=(NameReference(id=part), NameReference(id=total))):
            return part, total
        case Operation(operator=FormulaOperator.MULTIPLY, operands=operands):
            quotients = [_quotient(operand) for operand in operands]
            return next((quotient for quotient in quotients if quotient[0]), ("", ""))
    return "", ""


class RemarkReason(StrEnum):
    """Reason for a remark.

    ISO/IEC 17065:2012, 7.5.1 requires review by persons who did not evaluate. Value checks are our own.
    """

    REVIEWER_IS_ASSESSOR = "reviewer_is_assessor"
    DATE_IN_FUTURE = "date_in_future"
    SMALL_SHARE = "small_share"
    PART_ABOVE_WHOLE = "part_above_whole"


@dataclass(frozen=True, slots=True)
class Remark:
    """Remark on a request field and fact."""

    reason: RemarkReason
    field: str
    fact: str
    description: Message


def remarks_of(record: Record, scorecard: Scorecard | None, *, instant: str) -> tuple[Remark, ...]:
    """Return remarks on a record as of an instant.

    Without a scorecard, values are not checked and the time zone is UTC.
    """
    if scorecard is None:
        return tuple(_remarks(record, today=instants.day_of(instant, "UTC")))
    small = (Remark(RemarkReason.SMALL_SHARE, *doubt) for doubt in small_shares(record, scorecard))
    parts = (Remark(RemarkReason.PART_ABOVE_WHOLE, *doubt) for doubt in parts_above_wholes(record, scorecard))
    return (*_remarks(record, today=instants.day_of(instant, scorecard.card.time_zone)), *small, *parts)


def _remarks(record: Record, *, today: date) -> Iterator[Remark]:
    raters: dict[str, list[str]] = {}
    for fact in record.facts:
        for rating in fact.declared.ratings:
            raters.setdefault(_normalize_person(rating.person), []).append(fact.declared.id)
    for fact in record.facts:
        id, verification = fact.declared.id, fact.declared.verification
        if verification is None:
            continue
        rated = raters.get(_normalize_person(verification.person), [])
        if rated:
            other = next((rated_id for rated_id in rated if rated_id == id), rated[0])
            code = "REVIEWS_OWN_RATING" if other == id else "REVIEWS_AND_RATES"
            words = _message(code, person=verification.person, fact=id, other=other)
            yield Remark(RemarkReason.REVIEWER_IS_ASSESSOR, f"facts[{id}].verification.person", id, words)
        if parse_date(verification.date) > today:
            words = _message("JUDGED_LATER", fact=id, day=verification.date, today=today.isoformat())
            yield Remark(RemarkReason.DATE_IN_FUTURE, f"facts[{id}].verification.date", id, words)


def _normalize_person(person: str) -> str:
    return "".join(unicodedata.normalize("NFKC", person).casefold().split())
