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
    from service.store.dependents import Use, UseTotals
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


def write_totals(totals: UseTotals) -> correction_service_pb2.UseTotals:
    """Write all uses together, the most frequent conclusions first."""
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
    """Write how many results concluded and would conclude the same, the most frequent first."""
    return [
        correction_service_pb2.CampaignOutcomeCount(
            scorecard_version=version,
            before=_message(_concluded(before)),
            after_scorecard_version=after_version,
            after=_message(_concluded(after)) if after else None,
            state=f"STATE_{state.upper()}",
            result_count=count,
        )
        for (version, before, after_version, after, state), count in sorted(
            counts.items(), key=lambda entry: (-entry[1], entry[0])
        )
    ]


def _message(conclusion: Mapping[str, str]) -> evaluation_pb2.Conclusion:
    return CORRECTIONS.write(evaluation_pb2.Conclusion, conclusion)
