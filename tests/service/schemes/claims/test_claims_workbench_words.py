"""Workbench words for every jurisdiction, status, cause and notice of claims."""

import pytest

from rules.claims import JURISDICTIONS
from service.schemes.claims import answer_frame
from service.schemes.claims.pages.views import standing_word
from service.workbench.page import page_words
from touchstone.v1 import claim_service_pb2, screening_service_pb2 as screenings


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_jurisdiction_status_cause_and_notice_has_words(language: str) -> None:
    words = page_words(language)
    assert words["market"].keys() == JURISDICTIONS.keys()
    verdicts = {standing_word(number) for number in screenings.ClaimStanding.values()}
    assert words["claim_standing"].keys() == verdicts
    reported = answer_frame.words(language)["check"]["standings"]
    assert {name: words["claim_standing"][name] for name in verdicts - {"not_judged"}} == {
        name: reported[name] for name in verdicts - {"not_judged"}
    }
    causes = [name for name, number in claim_service_pb2.ClaimJudgementCause.items() if number]
    assert [f"CLAIM_JUDGEMENT_CAUSE_{cause.upper()}" for cause in words["claim_cause"]] == causes
    kinds = [name for name, number in claim_service_pb2.ClaimNoticeKind.items() if number]
    assert [f"CLAIM_NOTICE_KIND_{kind.upper()}" for kind in words["claim_notice"]] == kinds
