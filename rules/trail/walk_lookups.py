"""Quantity data in trail steps: values, and each place tried by a table lookup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent
from rules.engine.compute import WHOLE
from rules.model.named_conditions import NamedCondition
from rules.trail.codes import day_code, number_code
from rules.trail.figures import bounds_json, days_json
from rules.trail.rule_sentences import quantity_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.extents import Extent
    from rules.engine.lookups import LookupResult
    from rules.model.scorecard import Quantity
    from rules.model.table_lookup import LookupStep
    from rules.program.values import Values
    from rules.trail.sentences import RuleRenderer
    from rules.trail.step_writer import StepWriter


def quantity_step_values(writer: StepWriter, quantity: Quantity, values: Values, key: str = WHOLE) -> tuple[Json, ...]:
    """Give what is known of a quantity of the whole subject, or of one record, and what tables answered."""
    extent = values.extents[quantity.id]
    consulted = writer.inference.lookups.get(quantity.id, {}).get(key)
    return (_code(extent, quantity), *(() if consulted is None else (_lookup_found(consulted),)))


def _code(extent: Extent, quantity: Quantity) -> Json:
    if isinstance(extent, NumberExtent):
        return (day_code if quantity.gives_day else number_code)(extent.interval)
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return sorted(extent.possible)
    return "not_applicable" if isinstance(extent, NotApplicable) else "unknown"


def _lookup_found(consulted: LookupResult) -> Json:
    """Give every place that was tried, then why none gives a value, and which keys are open."""
    lookup_json: dict[str, Json] = {"tried": [_tried_found(attempt) for attempt in consulted.tried]}
    if consulted.reason is not None:
        lookup_json |= {"missing": [consulted.reason.value, consulted.table, dict(consulted.keys)]}
    if consulted.detail:
        lookup_json["detail"] = consulted.detail
    if consulted.open_keys:
        lookup_json["open_keys"] = consulted.open_keys
    return lookup_json


def _tried_found(step: LookupStep) -> Json:
    row: tuple[Json, ...] = () if step.row is None else (step.row,)
    detail = (step.detail,) if step.detail else ()
    return step.table, dict(step.keys), step.finding.value, step.certainty.value, *row, *detail


def quantity_json(
    writer: StepWriter, quantity: Quantity, values: Values, speakers: Mapping[str, RuleRenderer], key: str = WHOLE
) -> dict[str, Json]:
    """Write a quantity of the whole subject, or of one record, with its sentence, value and the places looked in."""
    engine, inference = writer.engine, writer.inference
    payload: dict[str, Json] = {
        "sentence": {
            language: quantity_sentence(quantity, engine, inference, speaker, values=values, key=key)
            for language, speaker in speakers.items()
        }
    }
    payload |= _value_json(values.extents[quantity.id], quantity)
    consulted = inference.lookups.get(quantity.id, {}).get(key)
    if consulted is not None:
        payload["lookup"] = _lookup_json(consulted)
    return payload


def _value_json(extent: Extent, quantity: Quantity) -> dict[str, Json]:
    if isinstance(extent, NumberExtent) and not isinstance(quantity, NamedCondition):
        if quantity.gives_day:
            return {"value": days_json(extent.interval)}
        return {"value": bounds_json(extent.interval), "unit": quantity.unit}
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return {"words": sorted(extent.possible)}
    return {}


def _lookup_json(consulted: LookupResult) -> Json:
    """Write every place that was tried, and how the search ended."""
    payload: dict[str, Json] = {"tried": [_tried_json(step) for step in consulted.tried]}
    if consulted.certainty is not None:
        payload["certainty"] = consulted.certainty.value
    if consulted.reason is not None:
        payload |= {"missing": consulted.reason.value, "table": consulted.table, "keys": dict(consulted.keys)}
    if consulted.detail:
        payload["detail"] = consulted.detail
    if consulted.open_keys:
        payload["open_keys"] = list(consulted.open_keys)
    return payload


def _tried_json(step: LookupStep) -> Json:
    payload: dict[str, Json] = {
        "table": step.table,
        "keys": dict(step.keys),
        "finding": step.finding.value,
        "certainty": step.certainty.value,
    }
    if step.row is not None:
        payload["row"] = list(step.row)
    if step.detail:
        payload["detail"] = step.detail
    return payload
