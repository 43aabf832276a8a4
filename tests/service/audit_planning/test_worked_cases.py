"""More than 200 worked cases of samples and audit time: the service, a second computation, and the recorded numbers."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from service.audit_planning.audit_rules import Audit
from service.audit_planning.audit_time import compute_time
from service.audit_planning.site_sampling import draw, random_size, sample_size, whole_size
from tests.service.audit_planning.plain_computation import (
    plain_days,
    plain_draw,
    plain_quarter,
    plain_size,
    plain_whole_size,
)


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


_SAMPLES, _TIMES = _rows("worked_samples.csv"), _rows("worked_times.csv")


def test_there_are_more_than_two_hundred_cases() -> None:
    assert len(_SAMPLES) + len(_TIMES) >= 200
    assert sum(bool(row["source"]) for row in (*_SAMPLES, *_TIMES)) >= 5


@pytest.mark.parametrize("row", _SAMPLES, ids=lambda row: f"{row['method']}-{row['audit']}-{row['sites']}")
def test_sample_size(row: dict[str, str]) -> None:
    audit, sites, least = Audit(row["audit"]), int(row["sites"]), int(row["least"])
    if row["method"] == "sample":
        assert sample_size(audit, sites) == least == plain_size(audit, sites)
        assert random_size(least) == int(row["random"]) == plain_quarter(least)
    else:
        assert whole_size(audit, sites) == least == plain_whole_size(audit, sites)


@pytest.mark.parametrize("row", _TIMES, ids=range(len(_TIMES)))
def test_audit_time(row: dict[str, str]) -> None:
    personnel = [part.split(":") for part in row["personnel"].split(";")]
    first, integration = int(row["percent"]), int(row["integration"])
    plain = plain_days(
        row["complexity"] or "qms", row["audit"], [(int(count), hours, counted) for count, hours, counted in personnel],
        (first, integration),
    )  # fmt: skip
    result = compute_time(row["table"], Audit(row["audit"]), _plan(row, personnel, first, integration), "audit_time")
    assert result["computed_days"] == row["days"] == f"{plain.normalize():f}"


def _plan(row: dict[str, str], personnel: list[list[str]], first: int, integration: int) -> dict[str, Any]:
    changes = [("system", max(first, -30)), ("central_processes", min(0, first + 30)), ("integration", integration)]
    return {
        "sites": [
            {
                "site": "works",
                "complexity": row["complexity"],
                "personnel": [
                    {"persons": int(count), "hours_share": hours, "counted_share": counted, "reason": "as counted"}
                    for count, hours, counted in personnel
                ],
                "adjustments": [
                    {"kind": kind, "percent": percent, "reason": "as recorded"} for kind, percent in changes if percent
                ],
            }
        ],
        "planned_days": "40",
        "on_site_days": "40",
    }


@pytest.mark.parametrize("seed", ["", "ab" * 32, "0"])
@pytest.mark.parametrize("count", [0, 1, 4, 12])
def test_draw_repeated_with_another_program(seed: str, count: int) -> None:
    sites = [f"site-{number}" for number in range(12)]
    assert draw(seed, reversed(sites), count) == plain_draw(seed, sites, count)
