"""Which facts are about claims of one kind, and what holds of them where no such claim is made?

A comparison that is unfair says nothing of the recyclable cup beside it. So facts about all claims of a text bear on
those of their kind alone, if the text has one; and where a claim compares nothing, it compares nothing unfairly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CARBON = frozenset(
    {
        "neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon", "removal", "contribution",
        "quantified_pcf", "comparative", "avoided_handprint",
    }
)  # fmt: skip
"""Claim types that offsets can be about."""
_PROPERTIES = frozenset(
    {
        "recycled_content", "recyclable", "degradable", "compostable", "renewable_material", "free_of", "durability",
        "repairability", "energy_efficiency",
    }
)  # fmt: skip
"""Claim types about one property of a thing, which no credit and no payment can be about."""
_COMPARING = frozenset({"comparative", "quantified_pcf", "energy_efficiency"})
_DEGRADING = frozenset({"degradable", "compostable"})
KINDS: Mapping[str, frozenset[str]] = {
    "comparison_like_with_like": _COMPARING,
    "comparison_fair": _COMPARING,
    "comparison_data_current": _COMPARING,
    "source_reduction_amount_stated": frozenset({"comparative"}),
    "free_of_true": frozenset({"free_of", "absolute"}),
    "seal_basis_stated": frozenset({"label"}),
    "seal_connection_disclosed": frozenset({"label"}),
    "label_independent_monitor": frozenset({"label"}),
    "label_certificate": frozenset({"label"}),
    "future_detailed_plan": frozenset({"future"}),
    "future_measurable_targets": frozenset({"future"}),
    "renewable_source_matched": frozenset({"renewable_energy"}),
    "renewable_source_and_share_stated": frozenset({"renewable_energy"}),
    "energy_instrument_cancelled": frozenset({"renewable_energy"}),
    "recycling_limits_disclosed": frozenset({"recyclable"}),
    "recycled_share_stated": frozenset({"recycled_content"}),
    "composts_timely": _DEGRADING,
    "compost_facilities_disclosed": _DEGRADING,
    "degrades_within_year": _DEGRADING,
    "durability_proven": frozenset({"durability"}),
    "repair_possible": frozenset({"repairability"}),
    "handprint_baseline_justified": frozenset({"avoided_handprint"}),
}
"""Facts that say of a kind of claim what is in order about it, with the claim types of that kind."""
_IN_ORDER = {"label_certificate": ("valid",)}
"""What is in order where that is no flag."""
_COMPENSATION = (
    "offsets_used", "flight_neutralised_by_payment", "sustainable_fuel_unqualified", "calculator_without_method",
)  # fmt: skip
"""Facts on credits and payments: about any claim but those of a property."""


def about_others(facts: Iterable[str], kinds: Iterable[str], around: frozenset[str]) -> frozenset[str]:
    """Name the facts about all claims that are not about one of these kinds; `around` are those of all claims."""
    own = frozenset(kinds)
    return frozenset(fact for fact in facts if _is_about_others(fact, own, around))


def _is_about_others(fact: str, own: frozenset[str], others: frozenset[str]) -> bool:
    if fact in _COMPENSATION:
        return bool(own) and own <= _PROPERTIES
    return fact in KINDS and not own & KINDS[fact] and bool(others & KINDS[fact])


def in_order(kinds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give what is in order because a claim of these kinds is none of another."""
    own = frozenset(kinds)
    return {fact: _IN_ORDER.get(fact, ("true",)) for fact, about in KINDS.items() if own and not own & about}
