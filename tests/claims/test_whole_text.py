"""Findings across a text: conflicting statements, limits in notes or far from the claim, with both locations."""

import pytest

from rules.claims.prominence import Presentation
from rules.claims.screening.screen import screen
from rules.claims.whole_text import findings_of_text


def claim_texts(text: str) -> set[tuple[str, str, str]]:
    screened = screen(text)
    findings: set[tuple[str, str, str]] = set()
    for finding in findings_of_text(text, screened.candidates, Presentation()):
        assert finding.other is not None
        assert text[finding.claim.start : finding.claim.end] == finding.claim.quote
        assert text[finding.other.start : finding.other.end] == finding.other.quote
        findings.add((finding.code, finding.claim.quote, finding.other.quote))
    return findings


@pytest.mark.parametrize(
    ("text", "claim", "other"),
    [
        (
            "Our bottle is carbon neutral.\n\nMade in Wales.\n\nWe offset the emissions by forest projects.",
            "carbon neutral",
            "offset the emissions",
        ),
        (
            "Our soap is carbon neutral*.\n\nBuy it now.\n\n* by offsetting the emissions with forest projects",
            "carbon neutral",
            "offsetting",
        ),
        (
            "Unsere Seife ist klimaneutral.\n\nGut gemacht.\n\nWir kompensieren die Emissionen durch Waldschutzprojekte.",  # noqa: E501
            "klimaneutral",
            "kompensieren die Emissionen",
        ),
        (
            "Notre savon est neutre en carbone.\n\nIl sent bon.\n\nNous compensons nos émissions par des projets forestiers.",  # noqa: E501
            "neutre en carbone",
            "compensons nos émissions",
        ),
        ("本产品碳中和。\n\n欢迎购买。\n\n我们通过林业项目抵消排放。", "碳中和", "抵消排放"),
    ],
)
def test_neutral_above_and_offsets_below(text: str, claim: str, other: str) -> None:
    assert claim_texts(text) == {("OFFSETS_APART", claim, other)}


def test_a_limit_in_a_note_is_found() -> None:
    text = "Our soap is 100% recycled*.\n\nBuy it.\n\n* bottle only"
    assert claim_texts(text) == {("LIMIT_APART", "100% recycled", "bottle only")}


def test_a_distant_note_is_reported_once_as_distant() -> None:
    text = f"Our soap is 100% recycled*.\n\n{'It smells of roses. ' * 60}\n\n* bottle only"
    assert claim_texts(text) == {("QUALIFIER_FAR", "100% recycled", "bottle only")}


def test_a_list_with_stars_is_no_note() -> None:
    text = f"Our soap is 100% recycled*.\n\n{'It smells of roses. ' * 60}\n\n* bottle only\n* cap excluded"
    assert claim_texts(text) == set()


def test_a_claim_that_is_also_denied_is_found() -> None:
    text = "Our soap is climate neutral. Our soap is not climate neutral."
    assert claim_texts(text) == {("CLAIMED_AND_DENIED", "climate neutral", "climate neutral")}


@pytest.mark.parametrize(
    "text",
    [
        "Our soap is carbon neutral by offsetting the emissions with forest projects.",
        "Our soap is carbon neutral.",
        "Our bottle, cap excluded, is 100% recycled.",
        "Our soap is climate neutral. Our soap is not biodegradable.",
        "Our soap is not green. Eco-friendly soap.",
    ],
)
def test_statements_that_agree_are_no_finding(text: str) -> None:
    assert claim_texts(text) == set()
