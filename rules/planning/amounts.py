"""Exact amounts of measures: decimals with few digits, costs, and the currencies of ISO 4217."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from rules.contracts.messages import message_factory
from rules.contracts.numbers import NumberError, parse_decimal
from rules.contracts.toml_files import package_file

_message = message_factory(__name__)

AMOUNT_DIGITS, AMOUNT_PLACES = 15, 9
COST_PLACES = 6
MAXIMUM_COST = 10**12


@cache
def currencies() -> frozenset[str]:
    """Return the codes of currencies in use (ISO 4217), without codes of funds, metals and tests."""
    text = package_file("rules.planning", "currencies.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def exact_amount(text: str) -> Fraction:
    """Parse a decimal of at most 15 digits before and 9 after the point; it may be negative.

    Raises:
        NumberError: For any other text; the message states the allowed format.
    """
    amount = parse_decimal(text)
    units, _, decimals = text.removeprefix("-").partition(".")
    if len(units) > AMOUNT_DIGITS or len(decimals) > AMOUNT_PLACES:
        raise NumberError(_message("AMOUNT_TOO_LONG", found=text, digits=AMOUNT_DIGITS, places=AMOUNT_PLACES))
    return amount


def exact_cost(text: str) -> Fraction:
    """Parse a cost: a decimal from 0 to 10^12 with at most 6 digits after the point.

    Raises:
        NumberError: For any other text; the message states the allowed format.
    """
    cost = parse_decimal(text)
    if cost < 0 or text.startswith("-"):
        raise NumberError(_message("COST_NEGATIVE", found=text))
    if cost > MAXIMUM_COST or len(text.partition(".")[2]) > COST_PLACES:
        raise NumberError(_message("COST_TOO_LONG", found=text, most=MAXIMUM_COST, places=COST_PLACES))
    return cost
