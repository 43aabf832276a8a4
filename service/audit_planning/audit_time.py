"""Audit time in person-days in the manner of IAF MD 5, in exact fractions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from rules.contracts import InputError, Violation, message_factory
from service.audit_planning.audit_rules import Audit, AuditTimeTable, audit_time_tables

_message = message_factory(__name__)

_SHARES = {Audit.INITIAL: Fraction(1), Audit.SURVEILLANCE: Fraction(1, 3), Audit.RECERTIFICATION: Fraction(2, 3)}
_LEAST_PERCENT = {"system": -30, "central_processes": -20, "integration": -20}
_MAX_INCREASE, _MAX_PERSONS, _MAX_DAYS = 200, 1_000_000, 10_000
_LEAST_SHARE, _ON_SITE = Fraction(1, 2), Fraction(4, 5)
_HALF = Fraction(1, 2)
Content = Mapping[str, Any]


def half_days(days: Fraction) -> Fraction:
    """Return the nearest multiple of half a day, up from the middle, at least half a day."""
    return max(_HALF, Fraction(math.floor(days * 2 + _HALF), 2))


def decimal_text(value: Fraction) -> str:
    """Return a multiple of half a day as a decimal number."""
    return str(Decimal(value.numerator) / Decimal(value.denominator))


def effective_personnel(personnel: Sequence[Content]) -> int:
    """Return the effective number of personnel, rounded up to a whole person."""
    counted = (
        Fraction(row["persons"]) * Fraction(row.get("hours_share", "1")) * Fraction(row.get("counted_share", "1"))
        for row in personnel
    )
    return max(1, math.ceil(sum(counted)))


def compute_time(table: str, audit: Audit, plan: Content, field: str) -> dict[str, Any]:
    """Return the audit time of the sites of a plan: an AuditTimeResult as a document.

    Raises:
        InputError: If a field is invalid or a limit is exceeded. All violations are listed.
    """
    known = audit_time_tables()[table]
    if violations := tuple(_plan_violations(known, plan, field)):
        raise InputError(violations)
    sites = [_site_time(known, audit, row) for row in plan["sites"]]
    computed = sum((Fraction(row["days"]) for row in sites), Fraction(0))
    planned, on_site = Fraction(plan["planned_days"]), Fraction(plan["on_site_days"])
    least_on_site = computed * _ON_SITE
    return {
        "table": table,
        "audit": str(audit),
        "sites": sites,
        "computed_days": decimal_text(computed),
        "least_on_site_days": decimal_text(least_on_site),
        "planned_days": decimal_text(planned),
        "on_site_days": decimal_text(on_site),
        "too_short": planned < computed or on_site < least_on_site,
        **({"deviation_reason": plan["deviation_reason"]} if plan.get("deviation_reason") else {}),
    }


def _site_time(table: AuditTimeTable, audit: Audit, row: Content) -> dict[str, Any]:
    personnel = effective_personnel(row["personnel"])
    is_stated = personnel > table.largest
    base = Fraction(row["table_days"]) if is_stated else table.days(personnel, row.get("complexity", ""))
    adjusted = _adjusted(base, row)
    return {
        "site": row["site"],
        "effective_personnel": personnel,
        "table_days": decimal_text(base),
        "adjusted_days": str(adjusted),
        "days": decimal_text(half_days(adjusted * _SHARES[audit])),
    }


def _percent(row: Content, *kinds: str) -> int:
    return sum(change["percent"] for change in row.get("adjustments", ()) if change["kind"] in kinds)


def _adjusted(base: Fraction, row: Content) -> Fraction:
    first = base * (100 + _percent(row, "system", "central_processes")) / 100
    return first * (100 + _percent(row, "integration")) / 100


def _plan_violations(table: AuditTimeTable, plan: Content, field: str) -> Iterator[Violation]:
    if not plan.get("sites"):
        yield Violation(f"{field}.sites", _message("TIME_SITES_NEEDED"), "REQUIRED")
    names = [row.get("site", "") for row in plan.get("sites", ())]
    if len(set(names)) < len(names):
        yield Violation(f"{field}.sites", _message("SITE_TWICE"), "WRONG_VALUE")
    for name in ("planned_days", "on_site_days"):
        yield from _day_violations(plan.get(name, ""), f"{field}.{name}")
    planned, on_site = (_decimal(plan.get(name, "")) for name in ("planned_days", "on_site_days"))
    if planned is not None and on_site is not None and on_site > planned:
        yield Violation(f"{field}.on_site_days", _message("MORE_ON_SITE", most=plan["planned_days"]), "WRONG_VALUE")
    for index, row in enumerate(plan.get("sites", ())):
        place = f"{field}.sites[{index}]"
        wrong = [
            *_personnel_violations(row, place),
            *_adjustment_violations(row, place),
            *_complexity_violations(table, row, place),
        ]
        yield from wrong or _table_violations(table, row, place)


def _day_violations(text: str, field: str) -> Iterator[Violation]:
    number = _decimal(text)
    if number is None or not 0 < number <= _MAX_DAYS or (number * 2).denominator != 1:
        message = _message("NO_HALF_DAYS", found=text[:80], most=_MAX_DAYS)
        yield Violation(field, message, "WRONG_VALUE" if text else "REQUIRED")


def _decimal(text: str) -> Fraction | None:
    if not text.isascii() or len(text) > 12 or not text.replace(".", "", 1).isdigit():
        return None
    try:
        return Fraction(Decimal(text))
    except InvalidOperation:
        return None


def _personnel_violations(row: Content, field: str) -> Iterator[Violation]:
    if not row.get("personnel"):
        yield Violation(f"{field}.personnel", _message("PERSONNEL_NEEDED"), "REQUIRED")
    for index, group in enumerate(row.get("personnel", ())):
        place = f"{field}.personnel[{index}]"
        if not 1 <= group.get("persons", 0) <= _MAX_PERSONS:
            yield Violation(f"{place}.persons", _message("NO_PERSONS", most=_MAX_PERSONS), "WRONG_VALUE")
        for name in ("hours_share", "counted_share"):
            text = group.get(name, "1")
            share = _decimal(text)
            if share is None or not 0 < share <= 1:
                yield Violation(f"{place}.{name}", _message("NO_SHARE", found=text[:80]), "WRONG_VALUE")
            elif share < 1 and not str(group.get("reason", "")).strip():
                yield Violation(f"{place}.reason", _message("REASON_NEEDED"), "REQUIRED")


def _adjustment_violations(row: Content, field: str) -> Iterator[Violation]:
    for index, change in enumerate(row.get("adjustments", ())):
        place = f"{field}.adjustments[{index}]"
        if change.get("kind") not in _LEAST_PERCENT:
            message = _message("NO_ADJUSTMENT", found=str(change.get("kind", ""))[:80], known=[*_LEAST_PERCENT])
            yield Violation(f"{place}.kind", message, "WRONG_VALUE")
        if not 1 <= abs(change.get("percent", 0)) <= _MAX_INCREASE:
            yield Violation(f"{place}.percent", _message("NO_PERCENT", most=_MAX_INCREASE), "WRONG_VALUE")
        if not str(change.get("reason", "")).strip():
            yield Violation(f"{place}.reason", _message("REASON_NEEDED"), "REQUIRED")


def _complexity_violations(table: AuditTimeTable, row: Content, field: str) -> Iterator[Violation]:
    complexity = row.get("complexity", "")
    if complexity not in table.levels:
        known = [level for level in table.levels if level]
        message = _message("NO_COMPLEXITY", found=complexity[:80], table=table.label, known=known)
        yield Violation(f"{field}.complexity", message, "WRONG_VALUE" if complexity else "REQUIRED")


def _table_violations(table: AuditTimeTable, row: Content, field: str) -> Iterator[Violation]:
    for kind, least in _LEAST_PERCENT.items():
        if (percent := _percent(row, kind)) < least:
            message = _message("REDUCED_TOO_MUCH", kind=kind, found=-percent, most=-least)
            yield Violation(f"{field}.adjustments", message, "WRONG_VALUE")
    if _adjusted(Fraction(1), row) < _LEAST_SHARE:
        yield Violation(f"{field}.adjustments", _message("MORE_THAN_HALF"), "WRONG_VALUE")
    personnel, stated = effective_personnel(row["personnel"]), row.get("table_days", "")
    if personnel > table.largest:
        yield from _day_violations(stated, f"{field}.table_days")
        if not str(row.get("table_days_reason", "")).strip():
            message = _message("ABOVE_THE_TABLE", found=personnel, most=table.largest)
            yield Violation(f"{field}.table_days_reason", message, "REQUIRED")
    elif stated:
        yield Violation(f"{field}.table_days", _message("IN_THE_TABLE", most=table.largest), "WRONG_VALUE")
