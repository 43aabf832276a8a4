"""Mapping of correction campaigns, their results and where-used answers to protobuf messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson

from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField
from touchstone.v1 import correction_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from service.store.dependents import Use
    from service.store.tables import CampaignRow

DISPOSITIONS: Mapping[int, str] = {
    number: name.removeprefix("DISPOSITION_").lower()
    for name, number in correction_service_pb2.Disposition.items()
    if number
}
"""What may be decided, as it is named in the API by number and in words."""


def _concluded(conclusion: str) -> Any:
    return orjson.loads(conclusion) if conclusion else None


def _conclusion(use: Use) -> Mapping[str, str]:
    return {"kind": use.kind, "grade": use.grade, "stage": use.stage, "verdict": use.verdict}


CORRECTIONS = Mapper(
    MessageMapping(evaluation_pb2.Conclusion, dict),
    MessageMapping(
        correction_service_pb2.Use,
        "service.store.dependents:Use",
        {"conclusion": ConvertedField(write=_conclusion), "double_use_count": "double_uses", "kinds": "roles"},
    ),
    MessageMapping(correction_service_pb2.NearName, "service.store.dependents:NearName", {"kind": "role"}),
    MessageMapping(
        correction_service_pb2.Campaign,
        "service.store.tables:CampaignRow",
        {
            "principal": ConvertedField("principal", orjson.loads),
            **dict.fromkeys(
                (
                    "affected_count",
                    "pending_count",
                    "same_count",
                    "changed_count",
                    "failed_count",
                    "disposition_counts",
                ),
                UnmappedField("they are counted: write_campaign"),
            ),
        },
    ),
    MessageMapping(
        correction_service_pb2.CampaignItem,
        "service.store.tables:CampaignItemRow",
        {
            "before": ConvertedField("before", _concluded),
            "after": ConvertedField("after", _concluded),
            "after_scorecard_version": "after_version",
            "criterion_ids": ConvertedField("criteria", orjson.loads),
            "disposition_reason": "reason",
            "double_use_count": "double_uses",
        },
    ),
    base=ANSWERS,
)
"""Maps campaigns and uses; of a conclusion they keep its kind, grade, stage and verdict alone."""


def write_campaign(row: CampaignRow, progress: Mapping[tuple[str, str], int]) -> correction_service_pb2.Campaign:
    """Write a campaign and how many of its results are in which state and disposition."""
    states, decided = Counter[str](), Counter[str]()
    for (state, disposition), count in progress.items():
        states[state] += count
        decided[disposition] += count
    return CORRECTIONS.write(
        correction_service_pb2.Campaign,
        row,
        affected_count=states.total(),
        pending_count=states["pending"],
        same_count=states["same"],
        changed_count=states["changed"],
        failed_count=states["failed"],
        disposition_counts=[
            CORRECTIONS.write(correction_service_pb2.DispositionCount, disposition=name, count=decided[name])
            for name in DISPOSITIONS.values()
            if decided[name]
        ],
    )
