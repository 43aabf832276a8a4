"""Claims without words in `claims check`: pictures, names and labels declared as facts."""

from pathlib import Path

import pytest

from tests.support.claims.checking_claims import SCORECARDS, answers, run, verdicts
from tests.support.commands import touchstone

ASKED = ("--shown-on", "2026-11-20", "--audience", "consumers")


@pytest.mark.full
def test_a_picture_without_any_sentence_is_judged_by_the_rules() -> None:
    english = (*ASKED, "--text-language", "en")
    fair = ("--fact", "imagery=leaf", "--fact", "overall_presentation_fair=no")
    code, answer = answers(SCORECARDS, "Meadow", "EU-DE", *english, *fair)
    assert [claim["types"] for claim in answer["claims"]] == [["imagery_only"]]
    assert (code, verdicts(answer)) == (1, [{"EU-DE": "misleading"}])
    code, answer = answers(SCORECARDS, "Meadow", "EU-DE", *english, "--fact", "imagery=leaf")
    assert (code, verdicts(answer)) == (0, [{"EU-DE": "needs_evidence"}])


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("text", "code"), [("Meadow", 1), ("Meadow 330", 1), ("2026", 0), ("330 · 5 %", 0)])
def test_an_unknown_word_with_a_picture_is_unscreened_but_a_number_is_not(text: str, code: int) -> None:
    exit_code, answer = answers(SCORECARDS, text, "EU-DE", *ASKED, "--fact", "imagery=leaf")
    assert (exit_code, verdicts(answer)) == (code, [{"EU-DE": "needs_evidence"}])
    exit_code, output, _ = run(text, "--jurisdiction", "EU-DE", *ASKED)
    assert (exit_code, "No verdict: no part of the text could be screened." in output) == (code, bool(code))
    screened = touchstone("claims", "screen", text)
    assert (screened.exit_code, "No candidate claim was found" in screened.output) == (code, True)


def test_a_picture_is_no_separate_claim_if_words_make_a_claim() -> None:
    _, answer = answers(SCORECARDS, "Eco-friendly soap.", "EU-DE", *ASKED, "--fact", "imagery=leaf")
    assert [claim["types"] for claim in answer["claims"]] == [["generic"]]


def test_a_quote_declared_as_a_claim_is_judged_in_addition_to_worded_claims(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("claims: [{quote: fresh  FIELDS, facts: {claim_types: [name], specification: none}}]\n")
    text = "Eco-friendly soap.\n\nMade by Fresh\nFields"
    _, answer = answers(SCORECARDS, text, "EU-DE", *ASKED, "--facts", facts)
    assert [claim["types"] for claim in answer["claims"]] == [["generic"], ["name"]]
    facts.write_text("claims: [{quote: fresh fields, facts: {specification: none}}]\n")
    code, _, complaint = run(text, "--jurisdiction", "EU-DE", *ASKED, "--facts", facts)
    assert code != 0, "facts that name no kind of claim are about no claim"
    assert "fresh fields" in complaint


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "words"), [("en", "a claim without words"), ("zh", "非文字声明：因事实称其存在而予以判定")]
)
def test_the_text_output_marks_a_claim_without_words(language: str, words: str) -> None:
    named = ("--name", "Freshfields", "--fact", "claim_types=name")
    _, shown, _ = run("Sold at Freshfields", "--jurisdiction", "UK", *ASKED, *named, "--language", language, "--full")
    assert words in shown
    assert "9–19" not in shown
