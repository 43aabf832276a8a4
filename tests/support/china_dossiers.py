"""Test helpers for Chinese sample dossiers: evaluation with changed facts, and results by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import yaml

from rules.contracts.extents import NumberExtent
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.model.scorecard import Scorecard
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.support.cbam_cards import SHELF

KNOWN = "2026-11-22"


class _Plain(yaml.SafeLoader):
    """Reads days, numbers and flags as they are written."""


_Plain.yaml_implicit_resolvers = {}


@cache
def _scorecard(card: str) -> Scorecard:
    return Gazette(CHECKOUT / "scorecards").newest(card).scorecard


def sample(dossier: str) -> dict[str, Any]:
    """Read a sample dossier as it is written."""
    read: dict[str, Any] = yaml.load((CHECKOUT / "examples" / dossier).read_text(encoding="utf-8"), _Plain)  # noqa: S506
    return read


def decided(card: str, dossier: str, as_of: str, facts: Mapping[str, Any]) -> Decision:
    """Evaluate a sample dossier with changed facts and with all evidence issued on the as-of date.

    Raises:
        PlacedError, InputError: The dossier is refused.
    """
    scorecard = _scorecard(card)
    changed = sample(dossier)
    for item in (changed.get("evidence") or {}).values():
        item["issue_date"] = as_of
    for name, value in facts.items():
        there = changed["facts"].get(name)
        if isinstance(there, dict) and "value" in there:
            kept = {"evidence": there["evidence"]} if "evidence" in there else {}
            absent = isinstance(value, dict) and "not_applicable" in value
            changed["facts"][name] = {**kept, **(deepcopy(value) if absent else {"value": deepcopy(value)})}
        else:
            changed["facts"][name] = deepcopy(value)
    text = json.dumps(changed).encode()
    subject = read_dossier(text, scorecard, as_of=as_of, settings={}).subject
    reading = read_subject(scorecard, subject.model_copy(update={"known": f"{KNOWN}T00:00:00Z"}))
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        tables = engine.tables_at(reading.as_of, date.fromisoformat(KNOWN))
        return decide(
            engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)
        )


def conclusion_of(decision: Decision, name: str) -> str:
    """Return the result with this name.

    A number or "open", the outcome of a gate or finding, the kind of conclusion, the grades still possible, or the
    total.
    """
    if name == "conclusion":
        return decision.kind.value
    if name == "grade":
        return " ".join(decision.possible)
    inference = decision.inference
    if name == "total":
        return str(inference.total.value)
    if name in inference.gates:
        return inference.gates[name].value
    if f"finding:{name}" in inference.second_pass:
        return inference.second_pass[f"finding:{name}"].value
    if name in inference.score.earned:
        earned = inference.score.earned[name]
        return "not_applicable" if earned.applies.value == "not_met" else str(earned.awarded.value)
    extent = inference.values.extents[name]
    interval = extent.interval if isinstance(extent, NumberExtent) else None
    return "open" if interval is None or interval.low is None or interval.low != interval.high else str(interval.low)
