"""Do the sample dossiers of international systems give what their comments say, in either reading?"""

from fractions import Fraction

import pytest

from service.folders import CHECKOUT
from tests.support.china_dossiers import decided, told

DOSSIERS = CHECKOUT / "examples" / "international"
EXPECTED = {
    "sbti-near-term": (
        "2026-12-01",
        {
            "conclusion": "scored",
            "s3_share": "60",
            "least_base": "168/5",
            "least_2020": "42",
            "left_base": "66400",
            "left_2020": "58000",
            "significant_all": "4",
            "low_carbon": "30000",
        },
    ),
    "sbti-net-zero": (
        "2027-12-31",
        {"conclusion": "scored", "engaged": "450", "advanced": "9000", "leading_money": "3600000", "due": "0"},
    ),
    "uk-cbam": ("2026-12-01", {"conclusion": "scored", "indirect_all": "0", "UK-03": "not_applicable"}),
    "sbti-flag": ("2026-12-01", {"conclusion": "scored", "share_of_land": "20", "SB1-21": "met", "SB1-PATH": "met"}),
}


@pytest.mark.parametrize("card", EXPECTED)
def test_the_sample_dossier_gives_what_its_comment_says(card: str) -> None:
    as_of, figures = EXPECTED[card]
    decision = decided(card, f"international/{card}.yaml", as_of, {})
    assert {name: told(decision, name) for name in figures} == figures


def test_every_sample_dossier_is_tried() -> None:
    assert {path.stem for path in DOSSIERS.glob("*.yaml")} == set(EXPECTED)


def test_an_offer_between_the_readings_is_short_in_one_only() -> None:
    decision = decided("sbti-near-term", "international/sbti-near-term.yaml", "2026-12-01", {"reduction_12": "34 %"})
    assert told(decision, "SB1-11") == "undetermined"
    assert (told(decision, "missing_base"), Fraction(told(decision, "missing_2020"))) == ("0", Fraction(8))
