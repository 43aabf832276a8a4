"""How do lookups in reference tables, and quantities of single records, stand in the trail?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NumberExtent
from rules.engine.compute import WHOLE
from rules.model.verdicts import DateLookup
from rules.trail.figures import bounds_json, days_json
from rules.trail.rule_sentences import quantity_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.extents import Extent
    from rules.engine.lookups import Consulted
    from rules.engine.values import Values
    from rules.model.scorecard import Quantity
    from rules.model.table_lookup import Tried
    from rules.trail.sentences import Speaker
    from rules.trail.step_writer import StepWriter


def quantity_json(
    writer: StepWriter, quantity: Quantity, values: Values, speakers: Mapping[str, Speaker], key: str = WHOLE
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
    if isinstance(extent, NumberExtent):
        if isinstance(quantity, DateLookup):
            return {"value": days_json(extent.interval)}
        return {"value": bounds_json(extent.interval), "unit": quantity.unit}
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return {"words": sorted(extent.possible)}
    return {}


def _lookup_json(consulted: Consulted) -> Json:
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


def _tried_json(step: Tried) -> Json:
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
