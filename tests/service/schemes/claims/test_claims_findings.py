"""Findings across a text in `claims check`: both locations quoted, as text in two languages and as JSON."""

import json

import pytest

from tests.support.claims.checking_claims import SCORECARDS, run

ASKED = ("--jurisdiction", "UK", "--shown-on", "2026-11-20", "--gazette", SCORECARDS)
TEXT = "Our bottle is carbon neutral.\n\nMade in Wales.\n\nWe offset the emissions by forest projects."


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "expected_finding"),
    [
        (
            "en",
            "“carbon neutral” (14) is claimed without mentioning offsets, but “offset the emissions” (50) mentions"
            " them. Write both next to each other.",
        ),
        (
            "zh",
            "全文：“carbon neutral”（14）未提及抵消，而“offset the emissions”（50）说明使用抵消；请将两者并列写明。",
        ),
    ],
)
def test_the_text_output_quotes_both_locations(language: str, expected_finding: str) -> None:
    _, shown, _ = run(TEXT, *ASKED, "--language", language, "--full")
    assert expected_finding in shown


def test_the_json_output_quotes_both_locations() -> None:
    _, shown, _ = run(TEXT, *ASKED, "--format", "json")
    (finding,) = json.loads(shown)["findings"]
    assert finding["code"] == "OFFSETS_APART"
    assert [finding[key]["quote"] for key in ("claim", "other")] == ["carbon neutral", "offset the emissions"]
