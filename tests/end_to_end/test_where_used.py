"""Queries for uses: by RPC, by the command in both languages, and over HTTP."""

from __future__ import annotations

import json
import re
from functools import partial

import httpx
import pytest

from rules.contracts.inputs import DeclaredValue, Judgement, Verification
from service.base.software import software_versions
from tests.support.calling import refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, DIGEST, small_subject
from tests.support.waiting import until
from touchstone.v1 import correction_service_pb2, correction_service_pb2_grpc

PARENT = "organizations/where"
VERSION = f"scorecards/{CARD}/versions/1.0.0"


@pytest.fixture(scope="module")
def stored(door: RunningServer) -> list[str]:
    """Store three factories with different amounts of energy, the last with a corrected fact."""
    names = []
    for number, energy in enumerate(("1200", "1300.5", "1250")):
        subject = small_subject(energy_used=DeclaredValue(number=energy, unit="kWh"))
        facts = subject.facts
        if number == 2:
            corrected = DeclaredValue(number="1", unit="MWh")
            judged = Verification(
                judgement=Judgement.CORRECTED, corrected=corrected, method="visit", reason="meter", person="Li  Wei",
                date="2026-02-20",
            )  # fmt: skip
            facts = tuple(
                fact.model_copy(update={"verification": judged}) if fact.id == "energy_used" else fact for fact in facts
            )
        subject = subject.model_copy(update={"subject": f"{PARENT}/subjects/f{number}", "facts": facts})
        names.append(door.evaluations.EvaluateSubject(request_for(subject)).name)
    return names


def uses(server: RunningServer, kind: str, value: str, **asked: str | int) -> list[str]:
    stub = correction_service_pb2_grpc.CorrectionServiceStub(server.channel)
    request = correction_service_pb2.ListUsesRequest(
        parent=PARENT,
        kind=f"SUPPORT_KIND_{kind}",
        value=value,
        **asked,  # type: ignore[arg-type] # fields of either kind
    )
    answer = stub.ListUses(request)
    evaluations = [one.evaluation for one in answer.uses]
    if answer.next_page_token:
        evaluations += uses(server, kind, value, **{**asked, "page_token": answer.next_page_token})
    return evaluations


@pytest.mark.parametrize("page_size", [1, 50])
@pytest.mark.parametrize(
    ("kind", "value", "numbers"),
    [
        ("VERIFIER", "li wei", (2,)),
        ("ISSUER", "GRID COMPANY", (2, 1, 0)),
        ("VERIFIER", "Grid company", (2, 1, 0)),
        ("ISSUER", "LI WEI", (2,)),
        ("NAME", "certificate of a-1", (2, 1, 0)),
        ("NAME", "Grid", ()),
        ("DOCUMENT", DIGEST.upper(), (2, 1, 0)),
        ("IDENTIFIER", "Certificate of A-1", (2, 1, 0)),
        ("BASIS", f"{CARD}/law", (2, 1, 0)),
        ("SETTING", f"{CARD}/reading=cascade", (2, 1, 0)),
        ("SETTING", f"{CARD}/reading=literal", ()),
        ("VERSION", VERSION, (2, 1, 0)),
        ("VERSION", f"{CARD}@2.0.0", ()),
        ("SOFTWARE", f"pydantic={software_versions()['pydantic']}", (2, 1, 0)),
        ("FACT", f"{CARD}/status=closed", (2, 1, 0)),
        ("FACT", f"{CARD}/certified=true", (2, 1, 0)),
        ("FACT", f"{CARD}/remark=not_applicable", (2, 1, 0)),
        ("FACT", f"{CARD}/energy_used=1.2", (0,)),
        ("FACT", f"{CARD}/credits.amount=7", (0, 1, 2)),
    ],
)
def test_each_kind_of_support_finds_its_results(
    door: RunningServer, stored: list[str], kind: str, value: str, numbers: tuple[int, ...], page_size: int
) -> None:
    assert uses(door, kind, value, page_size=page_size) == [stored[number] for number in numbers]


@pytest.mark.parametrize(
    ("fact", "low", "high", "numbers"),
    [
        ("energy_used", "", "", (2, 0, 1)),
        ("energy_used", "1.2", "", (0, 1)),
        ("energy_used", "1.200000000000000000000000000000001", "1.3005", (1,)),
        ("energy_used", "", "6/5", (2, 0)),
        ("audited_on", "2026-02-01", "2026-02-01", (0, 1, 2)),
        ("audited_on", "2026-02-02", "", ()),
        ("report_year.last", "", "2025-12-31", (0, 1, 2)),
    ],
)
def test_numbers_and_dates_are_found_within_exact_bounds(
    door: RunningServer, stored: list[str], fact: str, low: str, high: str, numbers: tuple[int, ...]
) -> None:
    asked = {"at_least": low, "at_most": high}
    assert uses(door, "FACT", f"{CARD}/{fact}", **asked) == [stored[number] for number in numbers]


@pytest.mark.parametrize(
    ("asked", "field", "expected_message"),
    [
        ({}, "kind", "one of: verifier, issuer"),
        ({"kind": 3, "value": "abc"}, "value", "64 hexadecimal digits"),
        ({"kind": 2, "value": " "}, "value", "Name one issuer"),
        ({"kind": 2, "value": "x", "at_least": "1"}, "at_least", "only for values of the kind fact"),
        ({"kind": 8, "value": f"{CARD}/nothing"}, "value", "Use one of the known bases: law"),
        ({"kind": 13, "value": f"{CARD}/nothing"}, "value", "Use one of the known facts: audited_on"),
        ({"kind": 13, "value": f"{CARD}/credits.nothing"}, "value", "list.field"),
        ({"kind": 13, "value": f"{CARD}/status"}, "value", "status=true"),
        ({"kind": 13, "value": f"{CARD}/energy_used=1", "at_most": "2"}, "value", "Remove the value or the bounds"),
        ({"kind": 13, "value": f"{CARD}/energy_used", "unit": "kWh"}, "unit", "Use MWh"),
        ({"kind": 13, "value": f"{CARD}/energy_used", "at_most": "1e3"}, "at_most", "1e3"),
        ({"kind": 13, "value": f"{CARD}/audited_on", "at_most": "1.5"}, "at_most", "1.5"),
        (
            {"kind": 11, "value": VERSION, "page_token": "xyz"},
            "page_token",
            "Leave it empty to start from the first page",
        ),
    ],
)
def test_an_invalid_query_is_refused_by_its_field(
    door: RunningServer, asked: dict[str, str | int], field: str, expected_message: str
) -> None:
    stub = correction_service_pb2_grpc.CorrectionServiceStub(door.channel)
    request = correction_service_pb2.ListUsesRequest(parent=PARENT, **asked)  # type: ignore[arg-type] # mixed types
    assert expected_message in refused(stub.ListUses, request).violations[field]


def test_the_command_lists_uses_in_both_languages(door: RunningServer, stored: list[str]) -> None:
    asked = ("correction", "find", PARENT, "issuer", "Grid company", "--server", door.address, "--page-size", 1)
    english, chinese = answered(*asked), answered(*asked, "--language", "zh")
    assert stored[2] in english
    assert "grade gold" in english
    assert "--page-token" in english
    assert "等级 gold" in chinese
    document = json.loads(answered(*asked, "--format", "json"))
    assert document["uses"][0]["conclusion"] == {"kind": "KIND_GRADED", "grade": "gold"}
    nothing = answered("correction", "find", PARENT, "issuer", "Nobody", "--server", door.address, "--language", "zh")
    assert nothing.startswith("已查找数: 3")
    wrong = touchstone("correction", "find", PARENT, "colour", "red", "--server", door.address)
    assert wrong.exit_code == 2
    assert "identifier" in wrong.stderr


def test_totals_count_each_result_once_whatever_the_page(door: RunningServer, stored: list[str]) -> None:
    stub = correction_service_pb2_grpc.CorrectionServiceStub(door.channel)
    for kind, value in (("ISSUER", "Grid Company"), ("FACT", f"{CARD}/credits.amount")):
        request = correction_service_pb2.ListUsesRequest(
            parent=PARENT, kind=f"SUPPORT_KIND_{kind}", value=value, page_size=1, with_totals=True
        )
        is_projected = partial(lambda asked: len(stub.ListUses(asked).totals.conclusion_counts) == 1, request)
        until(is_projected)
        totals = stub.ListUses(request).totals
        assert (totals.result_count, totals.subject_count) == (len(stored), len(stored))
        assert [counted.result_count for counted in totals.conclusion_counts] == [len(stored)]
    asked = (
        "correction", "find", PARENT, "issuer", "Grid Company", "--with-totals", "--page-size", 1,
        "--server", door.address,
    )  # fmt: skip
    every_use = stub.ListUses(
        correction_service_pb2.ListUsesRequest(parent=PARENT, kind="SUPPORT_KIND_ISSUER", value="Grid Company")
    )
    doubled = sum(use.double_use_count > 0 for use in every_use.uses)  # tests before this one may use the certificates
    assert doubled >= 2
    assert re.search(
        rf"result count: +3\n +subject count: +3\n +double use result count: +{doubled}\n", answered(*asked)
    )
    assert re.search(r"结果数: +3\n +主体数: +3\n", answered(*asked, "--language", "zh"))


def test_uses_are_found_over_http(door: RunningServer, stored: list[str]) -> None:
    query = {"kind": "SUPPORT_KIND_FACT", "value": f"{CARD}/energy_used", "atLeast": "1.25"}
    answer = httpx.get(f"{door.http}/v1/{PARENT}/uses", params=query, timeout=60)
    assert answer.status_code == 200, answer.text
    assert [one["evaluation"] for one in answer.json()["uses"]] == [stored[1]]


def test_a_name_is_found_in_every_role_and_similar_names_are_reported(door: RunningServer, stored: list[str]) -> None:
    stub = correction_service_pb2_grpc.CorrectionServiceStub(door.channel)

    def asked(kind: str, value: str) -> correction_service_pb2.ListUsesResponse:
        answer: correction_service_pb2.ListUsesResponse = stub.ListUses(
            correction_service_pb2.ListUsesRequest(parent=PARENT, kind=f"SUPPORT_KIND_{kind}", value=value)
        )
        return answer

    response = asked("VERIFIER", "grid company")
    assert [one.evaluation for one in response.uses] == stored[::-1]
    assert {tuple(one.kinds) for one in response.uses} == {(correction_service_pb2.SUPPORT_KIND_ISSUER,)}
    for part in ("Grid", "Grid company Ltd.", "Gird company"):
        (near,) = asked("VERIFIER", part).near_names
        assert (near.name, near.kind, near.count) == ("Grid company", correction_service_pb2.SUPPORT_KIND_ISSUER, 3)
    assert not asked("IDENTIFIER", "Grid").looked_through_count
    output = answered("correction", "find", PARENT, "verifier", "Grid", "--server", door.address)
    assert re.search(r"Grid company +issuer +3", output)
    chinese = answered("correction", "find", PARENT, "name", "无此人", "--server", door.address, "--language", "zh")
    assert chinese.startswith("已查找数: 3")
