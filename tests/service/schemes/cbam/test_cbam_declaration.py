"""CBAM declaration totals, by command and server: threshold, open lines, exempt goods, electricity and costs."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from service.cli.main import app
from tests.support.calling import refused
from tests.support.cbam_declaring import COIL, EXAMPLE, PRECURSORS, declare, document, only_line, written
from tests.support.running import ROOT, RunningServer
from touchstone.v1.cbam_service_pb2 import DeclareGoodsRequest, GoodsFile
from touchstone.v1.cbam_service_pb2_grpc import CbamServiceStub


@pytest.mark.full
def test_the_example_has_forty_codes_of_twelve_countries_with_actual_values_and_is_computed_whole() -> None:
    rows = list(csv.DictReader(EXAMPLE.read_text(encoding="utf-8").splitlines()))
    assert len({row["cn_code"] for row in rows}) >= 40
    assert len({row["country_of_origin"] for row in rows}) >= 12
    assert sum(row["determination"] == "actual" for row in rows) >= 6
    answer = declare(EXAMPLE, "--precursors", str(PRECURSORS))
    assert answer.exit_code == 0
    assert "446.25000     33593.70" in answer.stdout
    assert "1379.06750" in answer.stdout


def test_totals_match_the_lines_and_exclude_undetermined_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"1,{COIL},1000,no,default,0",
        "2,72083900,BR,2026-08-10,1000,no,default,0",
        "3,25231000,CN,2026-05-10,10,no,default,0",
        "4,72083900,DE,2026-05-10,10,no,default,0",
        "5,27160000,UA,2026-05-10,10,no,default,0",
    )
    (year,) = document(path)["years"]
    assert (year["certificatesDue"], year["threshold"]["exceeded"]) == ("892.5", "OUTCOME_MET")
    assert year["costEur"] == "33593.7"
    assert year["certificatesWithoutPrice"] == "446.25"
    low, high = (Fraction("33593.7") + Fraction("446.25") * Fraction(price) for price in ("75.28", "75.36"))
    assert [Fraction(end) for end in year["costRangeEur"]] == [low, high]
    assert year["undeterminedLines"] == ["3", "5"]
    assert declare(path).exit_code == 1


def test_from_2027_certificates_are_computed_but_their_price_must_be_stated(tmp_path: Path) -> None:
    path = written(tmp_path, "1,72083900,BR,2027-02-10,1000,no,default,0", f"2,{COIL},1000,no,default,0")
    first, second = document(path)["years"]
    assert (first["year"], first["costEur"], first["costRangeEur"]) == (2026, "33593.7", [])
    assert (second["year"], second["certificatesDue"], second["costEur"]) == (2027, "642.5", None)
    ends = [Fraction("642.5") * Fraction(price) for price in ("75.28", "75.36")]
    assert [Fraction(end) for end in second["costRangeEur"]] == ends
    line = document(path)["lines"][0]
    assert (line["certificatesDue"], line["costEur"], line["next"]) == ("642.5", None, None)
    assert [missing["factId"] for missing in line["missingForCost"]] == ["price_bought"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("row", "due", "cost", "expected_line", "said_in_chinese"),
    [
        ("72083900,unknown,2026-05-10", None, None,
         "Certificates due: unknown; cost as far as prices are known: unknown.",
         "应缴证书：未知；价格已知部分的成本：未知。"),
        ("72083900,BR,2026-08-10", "44.625", None, "Certificates due: 44.62500 tCO2e; cost as far as prices are known:"
         " unknown.", "应缴证书：44.62500 tCO2e；价格已知部分的成本：未知。"),
        ("72083900,DE,2026-05-10", "0", "0", "Certificates due: 0.00000 tCO2e; cost as far as prices are known: 0.00",
         "应缴证书：0.00000 tCO2e；价格已知部分的成本：0.00 EUR。"),
    ],
)  # fmt: skip
def test_an_unknown_total_is_not_reported_as_zero(
    tmp_path: Path, row: str, due: str | None, cost: str | None, expected_line: str, said_in_chinese: str
) -> None:
    path = written(tmp_path, f"1,{row},100,no,default,0")
    (year,) = document(path)["years"]
    assert (year["certificatesDue"], year["costEur"]) == (due, cost)
    assert expected_line in declare(path).stdout
    assert said_in_chinese in declare(path, "--language", "zh").stdout


@pytest.mark.parametrize("row", ["72083900,DE,2026-05-10,100,no,default,0", f"{COIL},100,yes,default,0"])
def test_goods_that_are_not_concerned_count_for_no_threshold(tmp_path: Path, row: str) -> None:
    answer = document(written(tmp_path, f"1,{row}"))
    assert answer["lines"][0]["standing"] == "STANDING_NOT_APPLICABLE"
    assert answer["years"][0]["threshold"]["massAtMostT"] == "0"


def test_zero_certificates_cost_nothing_at_any_price(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,DE,2026-08-10,1000,no,default,0"))
    assert (line["certificatesDue"], line["costEur"]) == ("0", "0")


@pytest.mark.full
def test_an_undetermined_threshold_returns_both_totals(tmp_path: Path) -> None:
    path = written(
        tmp_path, f"1,{COIL},40,no,default,0", f"2,{COIL},20,,default,0", "3,28041000,BR,2026-05-10,1,no,default,0"
    )
    (year,) = document(path)["years"]
    assert year["threshold"] == {
        "scorecardVersion": year["threshold"]["scorecardVersion"],
        "exceeded": "OUTCOME_UNDETERMINED",
        "massAtLeastT": "40",
        "massAtMostT": "60",
    }
    assert year["certificatesDue"] is None
    assert (year["certificatesIfExceeded"], year["certificatesIfNotExceeded"]) == ("24.790225", "6.940225")
    price = Fraction("33593.7") / Fraction("446.25")
    assert year["costEur"] is None
    assert Fraction(year["costEurIfExceeded"]) == Fraction("24.790225") * price
    assert Fraction(year["costEurIfNotExceeded"]) == Fraction("6.940225") * price
    assert "If it is not: 6.94022 tCO2e; 522.46 EUR." in declare(path).stdout
    assert "undetermined whether it is exceeded" in declare(path).stdout
    assert declare(path).exit_code == 1


def test_a_line_of_unknown_mass_does_not_hide_that_the_others_exceed(tmp_path: Path) -> None:
    (year,) = document(written(tmp_path, f"1,{COIL},51,no,default,0", f"2,{COIL},,no,default,0"))["years"]
    assert (year["threshold"]["exceeded"], year["threshold"]["massAtLeastT"]) == ("OUTCOME_MET", "51")


def test_excluded_or_exempt_goods_owe_no_certificates_in_either_case(tmp_path: Path) -> None:
    path = written(tmp_path, f"1,{COIL},30,,default,0", "2,28041000,BR,2026-05-10,1,,default,0")
    steel, hydrogen = document(path)["lines"]
    assert (steel["standing"], steel["certificatesDue"]) == ("STANDING_EXEMPT", "0")
    assert (hydrogen["standing"], hydrogen["next"]["factId"]) == ("STANDING_SCOPE_OPEN", "carved_out")


def test_electricity_is_never_exempt_and_not_encoded(tmp_path: Path) -> None:
    path = written(tmp_path, "1,27160000,UA,2026-05-10,1,no,default,0", f"2,{COIL},10,no,default,0")
    answer = document(path)
    assert [line["standing"] for line in answer["lines"]] == ["STANDING_GATE_FAILED", "STANDING_EXEMPT"]
    assert answer["lines"][0]["gatesNotMet"] == ["G1"]
    assert "G1 The goods are not electricity, which this scorecard does not cover" in declare(path).stdout


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("mass", "exceeded"), [("50.0004", "OUTCOME_MET"), ("49.9996", "OUTCOME_NOT_MET"), ("50", "OUTCOME_NOT_MET")]
)
def test_the_mass_compared_with_the_threshold_is_exact(tmp_path: Path, mass: str, exceeded: str) -> None:
    path = written(tmp_path, f"1,{COIL},{mass},no,default,0")
    assert document(path)["years"][0]["threshold"]["exceeded"] == exceeded
    assert f": {mass} t net mass count" in declare(path).stdout


def test_the_actual_values_example_evaluates_to_its_expected_figures() -> None:
    """1.4 of the process and 1.45 t of pellets at 0.09 raised by 10 %; scrap counts nothing."""
    path = EXAMPLE.parent / "actual-values.yaml"
    answer = CliRunner().invoke(app, ["evaluate", "cbam-goods", str(path), "--as-of", "2026-05-10"])
    assert "Specific embedded emissions: 1.54355 tCO2e/t" in answer.stdout
    assert "Certificates due: 1379.0675 tCO2e" in answer.stdout


@pytest.mark.full
def test_a_server_declares_as_the_command_does(tmp_path: Path) -> None:
    with RunningServer(tmp_path, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as server:
        for language in ("en", "zh"):
            spoken = ("--precursors", str(PRECURSORS), "--language", language)
            here, there = (declare(EXAMPLE, *spoken, *more) for more in ((), ("--server", server.address)))
            assert (there.exit_code, there.stdout, there.stderr) == (here.exit_code, here.stdout, here.stderr)
            assert document(EXAMPLE, *spoken, "--server", server.address) == document(EXAMPLE, *spoken)
        refusal = refused(
            CbamServiceStub(server.channel).DeclareGoods, DeclareGoodsRequest(goods=GoodsFile(content=b"x"))
        )
        status = httpx.post(f"{server.http}/v1/goods:declare", json={"goods": {"content": "eA=="}}, timeout=60).json()
    assert "A1" in refusal.violations
    assert status["details"][1]["fieldViolations"][0]["field"] == "A1"
