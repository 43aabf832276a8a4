"""Unused facts and precedents in `claims check`: reasons and counts in JSON, short text and marked page."""

import json
from pathlib import Path

import pytest

from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.documents.document import Document
from service.schemes.claims.marked_documents import marked_report
from service.schemes.claims.render_short import short_text
from tests.support.claims.checking_claims import SCORECARDS, response, run
from touchstone.v1.screening_service_pb2 import CheckClaimsResponse, UnusedFactReason

TEXT = "Our cups are recyclable. Our flights are carbon neutral. Our bottle is eco-friendly."
OFFSETS = ("--fact", "offsets_used=yes")


def checked(*arguments: str | Path, place: str = "UK") -> CheckClaimsResponse:
    asked = ("--jurisdiction", place, "--format", "json", "--gazette", SCORECARDS)
    return response(json.loads(run(TEXT, *asked, *arguments)[1]))


def unused(check_response: CheckClaimsResponse) -> dict[str, dict[str, str]]:
    return {
        claim.candidate_claim.span.quote: {
            one.fact_id: UnusedFactReason.Name(one.reason).removeprefix("UNUSED_FACT_REASON_")
            for one in claim.unused_facts
        }
        for claim in check_response.checked_claims
    }


def test_an_unused_fact_is_listed_for_claims_of_other_types() -> None:
    unused_facts = unused(checked(*OFFSETS))
    assert unused_facts == {"recyclable": {"offsets_used": "OTHER_KINDS"}, "carbon neutral": {}, "eco-friendly": {}}


def test_a_fact_on_one_claim_overrides_the_general_fact_which_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(
        "facts: {specification: none}\nclaims:\n  - {quote: eco-friendly, facts: {specification: same_medium}}\n"
    )
    unused_facts = unused(checked("--facts", file))
    assert unused_facts == {"recyclable": {}, "carbon neutral": {}, "eco-friendly": {"specification": "SAID_OF_CLAIM"}}


def test_a_fact_unknown_to_every_card_is_listed_for_every_claim() -> None:
    fact = ("--fact", "mark_forged=yes")
    assert all(reasons == {"mark_forged": "NO_RULE"} for reasons in unused(checked(*fact)).values())
    assert not any(unused(checked(*fact, place="UK,CN")).values())


def test_a_fact_equal_to_the_default_assumption_is_not_listed_as_unused() -> None:
    assert not any(unused(checked("--audience", "consumers")).values())
    assert all(reasons == {"audience": "NO_RULE"} for reasons in unused(checked("--audience", "businesses")).values())


def test_decided_cases_of_the_same_type_are_listed_per_claim_and_market() -> None:
    precedents = {
        claim.candidate_claim.span.quote: claim.answers[0].precedents for claim in checked(place="EU-DE").checked_claims
    }
    neutral = precedents["carbon neutral"]
    assert neutral.decided_there
    assert neutral.condemned_count == neutral.case_count > 10
    assert neutral.latest_forum.startswith("LG Frankfurt")
    assert precedents["recyclable"].claim_types == ["recyclable"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_short_text_and_marked_page_show_unused_facts_and_precedents(language: str) -> None:
    check_response = checked(*OFFSETS, "--language", language)
    again = CheckedText("text", check_response, Document("text", TEXT), language)
    unused_words = {"en": "it concerns claims of other kinds", "zh": "它关系到其他种类的声明"}[language]
    fared = {"en": "How similar claims were decided:", "zh": "此类声明的结局"}[language]
    short, page = short_text(again), marked_report("html", again).decode()
    assert (short.count(unused_words), page.count(unused_words)) == (
        1,
        2,
    )  # once in the summary of the page and once at the claim
    assert (short.count(fared), page.count(fared)) == (1, 2)
