"""Assumed facts in `claims check`: quoted words, withdrawal by option, and their effect on verdicts."""

import json
from pathlib import Path
from typing import Any

import pytest

from service.gazette.publication import write_version
from tests.support.claim_cards import claim_card, includes, write_claim_cards
from tests.support.claims.checking_claims import SCORECARDS, run
from tests.support.engine_card import chosen, flag
from tests.support.verdict_card import rule

TEXT = "这是国家级环保产品，最环保的洗衣液。"
ASKED = ("--jurisdiction", "CN", "--shown-on", "2026-11-20", "--gazette", SCORECARDS)
UNPROVED = ("--fact", "absolute_wording_proved=no")


def claims(*arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    code, shown, complaint = run(TEXT, *ASKED, "--format", "json", *arguments)
    assert not complaint
    return code, json.loads(shown)["checkedClaims"]


def test_absolute_wording_leads_to_the_article_that_prohibits_it() -> None:
    code, checked_claims = claims(*UNPROVED)
    assert code == 1
    for claim in checked_claims:
        assumed = {one["factId"]: [span["quote"] for span in one["spans"]] for one in claim["assumptions"]}
        assert assumed["absolute_wording"] == ["国家级", "最环保"]
        (answer,) = claim["answers"]
        assert answer["verdict"] == "VERDICT_PROHIBITED"
        assert [rule["ruleId"] for rule in answer["decidingRules"]] == ["CN-02"]
        assert answer["assumedFactIds"] == ["absolute_wording"], "a verdict that rests on an assumption says so"


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "option",
    [("--not-assumed", "absolute_wording"), ("--fact", "absolute_wording=unknown"), ("--fact", "absolute_wording=no")],
)
def test_an_assumption_can_be_withdrawn_or_overruled(option: tuple[str, str]) -> None:
    _, checked_claims = claims(*UNPROVED, *option)
    for claim in checked_claims:
        assert "absolute_wording" not in [one["factId"] for one in claim.get("assumptions", ())]
        assert claim["answers"][0]["verdict"] == "VERDICT_NEEDS_EVIDENCE"


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "kind", "fact", "bad", "good", "bare"),
    [
        (
            "Our bottle is carbon neutral without offsets.",
            "neutral_no_offset",
            "offsets_used",
            "yes",
            "no",
            "NEEDS_EVIDENCE",
        ),
        (
            "Our bottle is made of 30 % recycled plastic.",
            "recycled_content",
            "recycled_share_stated",
            "no",
            "yes",
            "OK",
        ),
    ],
)
def test_an_assumption_permits_a_claim_only_if_the_text_itself_states_the_fact(
    tmp_path: Path, text: str, kind: str, fact: str, bad: str, good: str, bare: str
) -> None:
    write_claim_cards(tmp_path)
    conditions = (includes(kind), chosen(fact, bad))
    facts = () if fact == "offsets_used" else (flag(fact),)
    card = claim_card("green-claim-sg", rule("SG-1", "misleading", conditions, first="2005-06-12"), facts=facts)
    write_version(tmp_path, card, {}, publish_time="2021-01-01T00:00:00Z")
    asked = (text, "--jurisdiction", "SG", "--shown-on", "2026-10-01", "--gazette", tmp_path, "--format", "json")
    outputs = [run(*asked, "--fact", "fresh=yes", *more)[1] for more in ((), ("--fact", f"{fact}={good}"))]
    verdicts = [[one["answers"][0]["verdict"] for one in json.loads(shown)["checkedClaims"]] for shown in outputs]
    assert verdicts == [[f"VERDICT_{bare}"], ["VERDICT_OK"]]


def test_a_fact_excluded_from_assumptions_must_exist() -> None:
    code, _, complaint = run(TEXT, *ASKED, "--not-assumed", "absolut_wording")
    assert code == 2
    assert "--not-assumed" in complaint
    assert "absolute_wording" in complaint


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "assumption", "rests"),
    [
        (
            "en",
            "assumed: absolute wording = yes, because of “国家级” (2), “最环保” (10); use --not-assumed",
            "based on facts assumed from the words: absolute_wording",
        ),
        ("zh", "假定：绝对化用语 = 是，依据为“国家级”（2）、“最环保”（10）", "所依据的文字假定：absolute_wording"),
    ],
)
def test_the_text_output_shows_each_assumption_with_its_words(language: str, assumption: str, rests: str) -> None:
    _, shown, _ = run(TEXT, *ASKED, *UNPROVED, "--language", language, "--full")
    assert assumption in shown
    assert rests in shown
