"""Sample dossiers of international systems: the results in their comments, under either reading."""

from fractions import Fraction

import pytest

from service.configuration.folders import CHECKOUT
from tests.support.china_dossiers import conclusion_of, decided

DOSSIERS = CHECKOUT / "examples" / "international"
EXPECTED = {
    "credit-use": (
        "2027-01-31",
        {"conclusion": "gate_failed", "sg_counted": "10000", "sg_tax": "8550000", "co_due": "75000"},
    ),
    "product-footprint-iso14067": (
        "2026-12-01",
        {"conclusion": "scored", "released": "12", "land_counted": "2/25", "PF-03": "met", "PF-13": "not_applicable"},
    ),
    "product-footprint-pact": (
        "2028-12-31",
        {"conclusion": "scored", "excluding": "22/5", "including": "16/5", "primary_share": "375/11", "PA-05": "met"},
    ),
    "re100": ("2027-03-01", {"conclusion": "scored", "fresh_all": "70000", "old_all": "20000", "share": "85"}),
    "scope-2-instruments": ("2026-12-01", {"by_location": "500", "by_market": "364", "rest_all": "600"}),
    "sbti-near-term": (
        "2026-12-01",
        {
            "conclusion": "scored", "s3_share": "60", "least_base": "168/5", "least_2020": "42", "left_base": "66400",
            "left_2020": "58000", "significant_all": "4", "low_carbon": "30000",
        },
    ),
    "sbti-net-zero": (
        "2027-12-31",
        {"conclusion": "scored", "engaged": "450", "advanced": "9000", "leading_money": "3600000", "due": "0"},
    ),
    "us-cca-charge": (
        "2026-12-01",
        {"conclusion": "scored", "rise": "open", "total_charge": "open", "CCA-BILL": "met"},
    ),
    "uk-cbam": ("2026-12-01", {"conclusion": "scored", "indirect_all": "0", "UK-03": "not_applicable"}),
    "sbti-flag": ("2026-12-01", {"conclusion": "scored", "share_of_land": "20", "SB1-21": "met", "SB1-PATH": "met"}),
    "article-6-2-transfer": ("2027-01-01", {"conclusion": "scored", "balance": "1015000", "A62-02": "met"}),
    "article-6-4-activity": ("2026-12-01", {"conclusion": "scored", "A64-21": "met", "A64-22": "met", "A64-23": "met"}),
    "article-6-4-issuance": (
        "2026-12-01",
        {"conclusion": "scored", "credited_all": "174500", "adaptation": "1800", "overall": "720", "received": "33480"},
    ),
    "cdp-climate": ("2026-12-01", {"grade": "b"}),
    "disclosure-cn-exchange": ("2026-06-01", {"CN-03": "met", "CN-04": "met", "CN-05": "met"}),
    "disclosure-csrd-e1": ("2028-06-01", {"DS-01": "met", "DS-03": "met", "DS-04-P": "met", "DS-05": "met"}),
    "disclosure-issb-s2": ("2027-06-01", {"DS-07": "met", "DS-08": "met", "DS-09": "met", "DS-10": "met"}),
    "eu-green-bond": ("2026-12-01", {"conclusion": "scored", "aligned_share": "85", "pocket_share": "15"}),
    "eu-taxonomy-climate": ("2027-03-01", {"conclusion": "scored", "share_aligned": "16", "TX-SUM": "met"}),
}  # fmt: skip


@pytest.mark.parametrize("card", EXPECTED)
def test_the_sample_dossier_yields_the_result_in_its_comment(card: str) -> None:
    as_of, figures = EXPECTED[card]
    decision = decided(card, f"international/{card}.yaml", as_of, {})
    assert {name: conclusion_of(decision, name) for name in figures} == figures


def test_every_sample_dossier_is_tried() -> None:
    assert {path.stem for path in DOSSIERS.glob("*.yaml")} == set(EXPECTED)


def test_an_offer_between_the_two_interpretations_is_insufficient_under_only_one() -> None:
    decision = decided("sbti-near-term", "international/sbti-near-term.yaml", "2026-12-01", {"reduction_12": "34 %"})
    assert conclusion_of(decision, "SB1-11") == "undetermined"
    assert (conclusion_of(decision, "missing_base"), Fraction(conclusion_of(decision, "missing_2020"))) == (
        "0",
        Fraction(8),
    )
