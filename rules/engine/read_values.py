"""Declared value reader: type, unit conversion and domain checks of scalars; collector of violations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from rules.contracts.dates import CALENDAR, DateError, parse_date
from rules.contracts.error_texts import error_message
from rules.contracts.errors import Violation
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.intervals import Interval, adjacent_multiples, point_interval
from rules.contracts.messages import Message, message_factory
from rules.contracts.numbers import (
    MAXIMUM_DIGITS,
    NORMAL_DECIMAL,
    NumberError,
    format_exact,
    fraction_of_int,
    fraction_of_ratio,
    parse_decimal_or_ratio,
)
from rules.contracts.suggestions import did_you_mean
from rules.contracts.units import UnitError, convert
from rules.model.scorecard import FactDefinition, FactType
from rules.program.value_environment import Plain

_message = message_factory(__name__)

MAXIMUM_TEXT = 2_000
_MAX_HINTED_VIOLATIONS = 100
_FLAGS = {True: ChoiceExtent(frozenset({"yes"})), False: ChoiceExtent(frozenset({"no"}))}
_NORMAL_NUMBER = re.compile(rf"(?!-0\Z){NORMAL_DECIMAL}\Z")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp"})


@dataclass(slots=True)
class Violations:
    """All violations found in one input, in order."""

    items: list[Violation] = field(default_factory=list)

    @property
    def more_than_shown(self) -> bool:
        """Whether more violations exist than are displayed, so that hints are not worthwhile."""
        return len(self.items) >= _MAX_HINTED_VIOLATIONS

    def add(self, path: str, reason: str, description: str) -> None:
        """Add a violation. `reason` is a stable token; `description` states the allowed values."""
        self.items.append(Violation(path, description, reason))


def unknown_extent(definition: FactDefinition) -> Extent:
    """Return all possible values of an unknown fact, including "not applicable" if allowed."""
    return UnknownOrAbsent() if definition.may_not_apply else whole_domain(definition)


def whole_domain(definition: FactDefinition) -> Extent:
    """Return all values in the domain of a fact."""
    match definition.type:
        case FactType.NUMBER:
            return NumberExtent(Interval(definition.at_least, definition.at_most))
        case FactType.DATE:
            return NumberExtent(CALENDAR)
        case FactType.FLAG:
            return ChoiceExtent(frozenset({"yes", "no"}))
        case FactType.CHOICE:
            return ChoiceExtent(frozenset(choice.id for choice in definition.choices))
        case FactType.TEXT:
            return ChoiceExtent(frozenset(), others=True)
        case FactType.CHOICES:
            return ChoicesExtent(frozenset(), frozenset(choice.id for choice in definition.choices))
        case FactType.PERIOD:
            return PeriodExtent(CALENDAR, CALENDAR)
        case _:
            return RecordsExtent(None)


UsualReader = Callable[[DeclaredValue], tuple[Extent, Plain] | None]
"""A fast reader of usual values. None means that `read_scalar` must read the value."""


def usual_reader(definition: FactDefinition) -> UsualReader:
    """Return a fast reader for usual values in the unit and domain of the fact."""
    match definition.type:
        case FactType.FLAG:
            flags = {flag: (extent, "yes" if flag else "no") for flag, extent in _FLAGS.items()}
            return lambda value: None if value.flag is None or value.unit is not None else flags[value.flag]
        case FactType.CHOICE:
            choices = {choice.id: (ChoiceExtent(frozenset({choice.id})), choice.id) for choice in definition.choices}
            return lambda value: None if value.choice is None or value.unit is not None else choices.get(value.choice)
        case FactType.NUMBER if definition.multiple_of is None:
            return partial(_usual_number, definition)
        case FactType.DATE:
            return _usual_day
        case FactType.TEXT:
            return _usual_text
        case _:
            return lambda _: None


def _usual_day(value: DeclaredValue) -> tuple[Extent, Plain] | None:
    if value.date is None or value.unit is not None:
        return None
    try:
        day = parse_date(value.date).toordinal()
    except DateError:
        return None
    return NumberExtent(point_interval(fraction_of_int(day))), (day, 1)


def _usual_text(value: DeclaredValue) -> tuple[Extent, Plain] | None:
    text = value.text
    if not text or value.unit is not None or len(text) > MAXIMUM_TEXT or not text.isprintable() or text != text.strip():
        return None
    return ChoiceExtent(frozenset({text})), text


def _usual_number(definition: FactDefinition, value: DeclaredValue) -> tuple[Extent, Plain] | None:
    text = value.number
    if (
        text is None
        or value.unit != (definition.unit or None)
        or len(text) > MAXIMUM_DIGITS
        or not _NORMAL_NUMBER.match(text)
    ):
        return None
    units, _, decimals = text.partition(".")
    numerator, denominator = int(units + decimals), 10 ** len(decimals)
    if (low := definition.at_least) is not None and numerator * low.denominator < low.numerator * denominator:
        return None
    if (high := definition.at_most) is not None and numerator * high.denominator > high.numerator * denominator:
        return None
    number = fraction_of_ratio(numerator, denominator) if decimals else fraction_of_int(numerator)
    return NumberExtent(point_interval(number)), (numerator, denominator)


def read_scalar(
    definition: FactDefinition, value: DeclaredValue, path: str, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    """Read a single value: its extent, and its normal form in the unit of the fact.

    An invalid value adds a violation and returns None.
    """
    if value.not_applicable:
        if definition.may_not_apply:
            normal = DeclaredValue(not_applicable=True, evidence=value.evidence) if value.unit else value
            return NotApplicable(), normal
        violations.add(path, "NOT_APPLICABLE_REFUSED", _message("MUST_APPLY"))
        return None
    wanted = definition.type
    if value.kind != wanted:
        violations.add(
            path,
            "WRONG_TYPE",
            _message(
                "WRONG_TYPE",
                wanted=value_kind_word(wanted),
                domain=_domain_words(definition),
                found=value_kind_word(value.kind),
            ),
        )
        return None
    if value.unit is not None and definition.type is not FactType.NUMBER:
        violations.add(
            f"{path}.unit",
            "UNIT_NOT_WANTED",
            _message("NO_UNIT_WANTED", wanted=value_kind_word(wanted), unit=value.unit[:40]),
        )
        return None
    match definition.type:
        case FactType.NUMBER:
            return _number(definition, value, path, violations)
        case FactType.FLAG:
            return _FLAGS[bool(value.flag)], value
        case FactType.CHOICE:
            return _choice(definition, value, path, violations)
        case FactType.CHOICES:
            return _choices(definition, value, path, violations)
        case FactType.DATE:
            day = _day(value.date or "", f"{path}.date", violations)
            return None if day is None else (NumberExtent(point_interval(day)), value)
        case FactType.PERIOD:
            return _period(value, path, violations)
        case _:
            return _text(value, path, violations)


def value_kind_word(kind: str | None) -> Message:
    """Return the word for a kind of value."""
    return _message(f"KIND_{(kind or 'nothing').upper()}")


def _domain_words(definition: FactDefinition) -> str:
    if definition.choices:
        return _message("DOMAIN_CHOICES", known=[choice.id for choice in definition.choices])
    return _message("DOMAIN_UNIT", unit=definition.unit) if definition.unit else ""


def _converted_number(
    definition: FactDefinition, value: DeclaredValue, path: str, violations: Violations
) -> Fraction | None:
    try:
        number = parse_decimal_or_ratio(value.number or "")
    except NumberError as error:
        violations.add(f"{path}.number", "NOT_A_NUMBER", error_message(error))
        return None
    if definition.unit and not value.unit:
        violations.add(f"{path}.unit", "UNIT_MISSING", _message("UNIT_MISSING", unit=definition.unit))
        return None
    try:
        return convert(number, value.unit or "", definition.unit)
    except UnitError as error:
        unit = definition.unit or _message("PLAIN_NUMBERS")
        description = _message("UNIT_OF_FACT", problem=error_message(error), unit=unit)
        violations.add(f"{path}.unit", "UNIT_UNKNOWN", description)
        return None


def _bound_texts(definition: FactDefinition) -> list[str]:
    return [
        _message(code, bound=f"{format_exact(bound)} {definition.unit}".rstrip())
        for code, bound in (("AT_LEAST", definition.at_least), ("AT_MOST", definition.at_most))
        if bound is not None
    ]


def _number(
    definition: FactDefinition, value: DeclaredValue, path: str, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    converted = _converted_number(definition, value, path, violations)
    if converted is None:
        return None
    low, high = definition.at_least, definition.at_most
    if (low is not None and converted < low) or (high is not None and converted > high):
        number_text = f"{value.number} {value.unit or ''}".rstrip()
        description = _message("OUTSIDE_DOMAIN", number=number_text, allowed=_bound_texts(definition))
        violations.add(f"{path}.number", "OUTSIDE_DOMAIN", description)
        return None
    if definition.multiple_of is not None and converted % definition.multiple_of:
        violations.add(
            f"{path}.number", "NOT_A_MULTIPLE", _multiple_message(definition, definition.multiple_of, converted)
        )
        return None
    text, unit = format_exact(converted), definition.unit or None
    if text == value.number and unit == value.unit:
        return NumberExtent(point_interval(converted)), value
    return NumberExtent(point_interval(converted)), DeclaredValue(number=text, unit=unit, evidence=value.evidence)


def _multiple_message(definition: FactDefinition, multiple: Fraction, value: Fraction) -> str:
    domain = Interval(definition.at_least, definition.at_most)

    def with_unit(number: Fraction) -> str:
        return f"{format_exact(number)} {definition.unit}".rstrip()

    near = [with_unit(number) for number in adjacent_multiples(value, multiple) if domain.contains(number)]
    allowed = _message("NEAREST_ALLOWED", near=near) if near else _message("NONE_NEAR")
    return _message("NOT_A_MULTIPLE", found=with_unit(value), multiple=with_unit(multiple), allowed=allowed)


def _choice(
    definition: FactDefinition, value: DeclaredValue, path: str, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    known = [choice.id for choice in definition.choices]
    chosen = value.choice or ""
    if chosen not in known:
        hint = did_you_mean(chosen, known)
        violations.add(
            f"{path}.choice", "UNKNOWN_CHOICE", _message("NOT_ONE_OF", found=chosen[:40], known=known, hint=hint)
        )
        return None
    return ChoiceExtent(frozenset({chosen})), value


def _choices(
    definition: FactDefinition, value: DeclaredValue, path: str, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    known = [choice.id for choice in definition.choices]
    choices = value.choices or ()
    wrong = [chosen for chosen in choices if chosen not in known]
    for chosen in wrong:
        hint = did_you_mean(chosen, known)
        violations.add(
            f"{path}.choices", "UNKNOWN_CHOICE", _message("NOT_ONE_OF", found=chosen[:40], known=known, hint=hint)
        )
    if len(set(choices)) < len(choices):
        violations.add(f"{path}.choices", "REPEATED_CHOICE", _message("CHOICE_TWICE"))
        return None
    ordered = tuple(chosen for chosen in known if chosen in choices)
    if wrong:
        return None
    chosen_set = frozenset(choices)
    normal = value if ordered == choices else DeclaredValue(choices=ordered, evidence=value.evidence)
    return ChoicesExtent(chosen_set, chosen_set), normal


def _day(text: str, path: str, violations: Violations) -> Fraction | None:
    try:
        return fraction_of_int(parse_date(text).toordinal())
    except DateError as error:
        violations.add(path, "NOT_A_DATE", error_message(error))
        return None


def _period(value: DeclaredValue, path: str, violations: Violations) -> tuple[Extent, DeclaredValue] | None:
    period = value.period or PeriodText(first="", last="")
    first = _day(period.first, f"{path}.period.first_date", violations)
    last = _day(period.last, f"{path}.period.last_date", violations)
    if first is None or last is None:
        return None
    if last < first:
        violations.add(
            f"{path}.period", "PERIOD_REVERSED", _message("PERIOD_REVERSED", last=period.last, first=period.first)
        )
        return None
    return PeriodExtent(point_interval(first), point_interval(last)), value


def _text(value: DeclaredValue, path: str, violations: Violations) -> tuple[Extent, DeclaredValue] | None:
    text = value.text or ""
    if not text or len(text) > MAXIMUM_TEXT or has_hidden_characters(text) or text != text.strip():
        violations.add(f"{path}.text", "BAD_TEXT", _message("BAD_TEXT", most=MAXIMUM_TEXT))
        return None
    return ChoiceExtent(frozenset({text})), value


def has_hidden_characters(text: str) -> bool:
    """Return whether a text has control characters or invisible characters."""
    return any(unicodedata.category(character) in _INVISIBLE_CATEGORIES for character in text)


def fold_text(text: str) -> str:
    """Normalize width, case and spacing, so that equal serial numbers compare equal."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
