"""Samples that any caller can check: incomplete and hostile records are refused with their field."""

from __future__ import annotations

from typing import Any

import pytest
from google.protobuf.json_format import ParseDict

from rules.contracts import InputError
from service.audit_planning.audit_rules import Audit, audit_rules
from service.audit_planning.recorded_samples import read_recorded_samples
from service.audit_planning.site_sampling import SampleBasis, compute_sample
from service.cases.audit_planning_service import check_site_sample
from touchstone.v1 import audit_planning_service_pb2 as planning

_SITES = ("head-office", "hall-1", "hall-2", "hall-3")


def _recorded() -> dict[str, Any]:
    conditions = [
        {"condition": id, "met": True, "reason": "seen"}
        for group in ("conditions", "sampling_conditions")
        for id in audit_rules()[group]
    ]
    plan: dict[str, Any] = {"central_function": "head-office", "conditions": conditions}
    selected = [{"site": site, "criterion": "size", "reason": "large"} for site in _SITES[1:]]
    sample = compute_sample(SampleBasis(Audit.INITIAL, _SITES, "ab" * 32), {**plan, "selected": selected}, "sampling")
    return {**sample, "sites": [*_SITES]}


def _differences(sample: dict[str, Any]) -> list[str]:
    request = ParseDict({"sampling": sample}, planning.CheckSiteSampleRequest())
    return [*check_site_sample(request).differences]


def test_a_recorded_sample_is_confirmed() -> None:
    assert _differences(_recorded()) == []
    assert _differences({**_recorded(), "seed_step": -5}) == []


@pytest.mark.parametrize("missing", ["rule", "audit", "central_function", "seed", "population"])
def test_an_incomplete_record_is_refused(missing: str) -> None:
    incomplete = {name: value for name, value in _recorded().items() if name != missing}
    with pytest.raises(InputError) as refused:
        _differences(incomplete)
    assert {violation.field for violation in refused.value.violations} == {"sampling"}


@pytest.mark.parametrize(("changed", "field"), [
    ({"population": [*_SITES, "hall-1"]}, "sampling.population"),
    ({"population": [f"s{number}" for number in range(1_001)]}, "sampling"),
    ({"central_function": "hall-9"}, "sampling.central_function"),
    ({"adjustments": [{"factor": "risk", "change": 2**31 - 1, "reason": "large"}]}, "sampling.adjustments[0].change"),
])  # fmt: skip
def test_a_hostile_record_is_refused_at_its_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refused:
        _differences({**_recorded(), **changed})
    assert field in {violation.field for violation in refused.value.violations}


@pytest.mark.parametrize("document", [[], {}, 5, None, {"plans": 5}, {"plans": []}, {"rule": "iaf_md_1", "lot": 1}])
def test_a_document_without_samples_is_refused(document: Any) -> None:
    with pytest.raises(InputError, match="FILE"):
        read_recorded_samples(document, "FILE")


def test_samples_of_a_programme_are_read() -> None:
    plans = [{"sampling": _recorded()}, {"computedTime": {"table": "qms"}}, {"sampling": {"rule": "all"}}]
    assert len(read_recorded_samples({"plans": plans}, "FILE")) == 1
