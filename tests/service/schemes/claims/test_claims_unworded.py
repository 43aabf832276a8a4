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


@pytest.mark.parametrize(("text", "code"), [("Meadow", 1), ("Meadow 330", 1), ("2026", 0), ("330 · 5 %", 0)])
def test_a_word_of_no_language_beside_a_picture_is_not_screened_and_a_number_is(text: str, code: int) -> None:
    exit_code, answer = answers(SCORECARDS, text, "EU-DE", *ASKED, "--fact", "imagery=leaf")
    assert (exit_code, verdicts(answer)) == (code, [{"EU-DE": "needs_evidence"}])
    exit_code, output, _ = run(text, "--jurisdiction", "EU-DE", *ASKED)
    assert (exit_code, "nothing of the text could be screened" in output) == (code, bool(code))
    screened = touchstone("claims", "screen", text)
    assert (screened.exit_code, "No candidate claim was found" in screened.output) == (code, True)


def test_where_words_claim_a_picture_is_no_claim_of_its_own() -> None:
    _, answer = answers(SCORECARDS, "Eco-friendly soap.", "EU-DE", *ASKED, "--fact", "imagery=leaf")
    assert [claim["types"] for claim in answer["claims"]] == [["generic"]]


def test_a_quote_of_which_facts_say_what_it_claims_is_judged_beside_what_words_claim(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("claims: [{quote: fresh  FIELDS, facts: {claim_types: [name], specification: none}}]\n")
    text = "Eco-friendly soap.\n\nMade by Fresh\nFields"
    _, answer = answers(SCORECARDS, text, "EU-DE", *ASKED, "--facts", facts)
    assert [claim["types"] for claim in answer["claims"]] == [["generic"], ["name"]]
    facts.write_text("claims: [{quote: fresh fields, facts: {specification: none}}]\n")
    code, _, complaint = run(text, "--jurisdiction", "EU-DE", *ASKED, "--facts", facts)
    assert code != 0, "facts that name no kind of claim are about no claim"
    assert "fresh fields" in complaint


@pytest.mark.parametrize(
    ("language", "words"), [("en", "a claim without words"), ("zh", "非文字声明：因事实称其存在而予以判定")]
)
def test_people_read_that_no_words_claim_it(language: str, words: str) -> None:
    named = ("--name", "Freshfields", "--fact", "claim_types=name")
    _, shown, _ = run("Sold at Freshfields", "--jurisdiction", "UK", *ASKED, *named, "--language", language, "--full")
    assert words in shown
    assert "9–19" not in shown
