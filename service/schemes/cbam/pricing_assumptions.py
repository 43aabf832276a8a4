"""Pricing assumptions of goods, as requested and as stored in a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson, Parse

from rules.contracts import InputError, NumberError, error_message, message_factory, parse_decimal_or_ratio
from service.schemes.cbam.border_comparison import border_measures, years_between
from touchstone.v1 import goods_ledger_service_pb2 as ledger_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from touchstone.v1 import cbam_service_pb2 as pb2

_message = message_factory(__name__)


def assumed_spans(
    assumptions: Sequence[pb2.GoodsAssumption], *, field: str = "assumptions"
) -> dict[str, tuple[Fraction, Fraction]]:
    """Return the lowest and highest assumed figure of each measure group.

    Raises:
        InputError: If a group is unknown or repeated, or a figure is invalid.
    """
    groups = sorted({measure.group for measure in border_measures()})
    assumed: dict[str, tuple[Fraction, Fraction]] = {}
    for index, assumption in enumerate(assumptions):
        group, item_field = assumption.measure_group, f"{field}[{index}]"
        if group not in groups or group in assumed:
            raise InputError.of(
                f"{item_field}.measure_group", _message("NO_GROUP", found=group[:60], known=groups), "WRONG_VALUE"
            )
        low = _number(assumption.low, f"{item_field}.low")
        high = _number(assumption.high, f"{item_field}.high") if assumption.high else low
        if high < low:
            message = _message("ENDS_TURNED", low=assumption.low, high=assumption.high)
            raise InputError.of(f"{item_field}.high", message, "WRONG_VALUE")
        assumed[group] = low, high
    return assumed


def _number(text: str, field: str) -> Fraction:
    try:
        number = parse_decimal_or_ratio(text)
    except NumberError as error:
        raise InputError.of(field, error_message(error), "NOT_A_NUMBER") from None
    if number < 0:
        raise InputError.of(field, _message("NEGATIVE", found=text[:60]), "WRONG_VALUE")
    return number


def text_of_assumptions(pricing: ledger_pb2.PricingAssumptions) -> str:
    """Return the stored form; empty for defaults.

    Raises:
        InputError: If years or assumptions are invalid.
    """
    field = "pricing_assumptions"
    years_between(pricing.first_year, pricing.last_year, within=f"{field}.")
    assumed_spans(pricing.assumptions, field=f"{field}.assumptions")
    return MessageToJson(pricing, indent=None, preserving_proto_field_name=True) if pricing.ByteSize() else ""


def stored_assumptions(text: str) -> ledger_pb2.PricingAssumptions:
    """Parse stored assumptions."""
    return Parse(text or "{}", ledger_pb2.PricingAssumptions())
