"""Mapping of corrections to protobuf messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson

from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField
from touchstone.v1 import correction_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from service.store.dependents import Use, UseTotals
    from service.store.tables import CampaignRow

DISPOSITIONS: Mapping[int, str] = {
    number: name.removeprefix("DISPOSITION_").lower()
    for name, number in correction_service_pb2.Disposition.items()
    if number
}


def _parse_conclusion(conclusion: str) -> Any:
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
                    "outcome_counts",
                ),
                UnmappedField("they are counted: write_campaign"),
            ),
        },
    ),
    MessageMapping(
        correction_service_pb2.CampaignItem,
        "service.store.tables:CampaignItemRow",
        {
            "before": ConvertedField("before", _parse_conclusion),
            "after": ConvertedField("after", _parse_conclusion),
            "after_scorecard_version": "after_version",
            "criterion_ids": ConvertedField("criteria", orjson.loads),
            "disposition_reason": "reason",
            "double_use_count": "double_uses",
        },
    ),
    base=ANSWERS,
)
"""Mapper of campaigns and uses; conclusions keep only kind, grade, stage and verdict."""


def write_campaign(row: CampaignRow, progress: Mapping[tuple[str, str], int]) -> correction_service_pb2.Campaign:
    """Return a campaign message with counts by state and disposition."""
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


def write_totals(totals: UseTotals) -> correction_service_pb2.UseTotals:
    """Return the totals, most frequent conclusions first."""
    conclusions = sorted(totals.conclusions.items(), key=lambda entry: (-entry[1], entry[0]))
    return correction_service_pb2.UseTotals(
        result_count=totals.results,
        subject_count=totals.subjects,
        double_use_result_count=totals.double_use_results,
        not_standing_count=totals.invalid,
        certificate_count=totals.certificates,
        open_case_count=totals.open_cases,
        conclusion_counts=[
            correction_service_pb2.UseConclusionCount(
                scorecard_version=version,
                conclusion=_message({"kind": kind, "grade": grade, "stage": stage, "verdict": verdict}),
                result_count=count,
            )
            for (version, kind, grade, stage, verdict), count in conclusions
        ],
    )


def outcome_counts(
    counts: Mapping[tuple[str, str, str, str, str], int],
) -> list[correction_service_pb2.CampaignOutcomeCount]:
    """Count results by earlier and new conclusion, most frequent first."""
    return [
        correction_service_pb2.CampaignOutcomeCount(
            scorecard_version=version,
            before=_message(_parse_conclusion(before)),
            after_scorecard_version=after_version,
            after=_message(_parse_conclusion(after)) if after else None,
            state=f"STATE_{state.upper()}",
            result_count=count,
        )
        for (version, before, after_version, after, state), count in sorted(
            counts.items(), key=lambda entry: (-entry[1], entry[0])
        )
    ]


def _message(conclusion: Mapping[str, str]) -> evaluation_pb2.Conclusion:
    return CORRECTIONS.write(evaluation_pb2.Conclusion, conclusion)
