"""Short output of `claims check`: one screen with the worst verdict, its certainty, days and exit code."""

import json
from pathlib import Path

import pytest

from tests.support.claim_cards import write_claim_cards
from tests.support.claims.checking_claims import SCORECARDS, run

MARKETS = ("--jurisdiction", "EU-DE,UK,US", "--gazette", SCORECARDS)
SIX = (
    "Our bottle is carbon neutral. Eco-friendly soap. Made of 80% recycled plastic. The cup is compostable. "
    "We will be net zero by 2040. Our packaging is recyclable."
)


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_claim_cards(tmp_path_factory.mktemp("gazette"))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("text", "claims", "lines"), [("Our bottle is carbon neutral", 1, 26), (SIX, 6, 45), ("我们的产品低碳环保", 1, 26)]
)
def test_an_answer_fits_on_a_screen(text: str, claims: int, lines: int, language: str) -> None:
    _, shown, _ = run(text, *MARKETS, "--audience", "consumers", "--language", language)
    assert len(shown.splitlines()) <= lines
    rows = [line for line in shown.splitlines() if any(f" {place} " in line for place in ("EU-DE", "UK", "US"))]
    assert len(rows) >= 3 * claims


def test_a_line_shows_the_worst_verdict_and_its_certainty(gazette: Path) -> None:
    asked = ("--jurisdiction", "EU-DE,UK", "--shown-on", "2026-10-01", "--gazette", gazette)
    code, shown, _ = run("Our soap is carbon neutral. Eco-friendly soap. Our soap is not green.", *asked)
    table = [" ".join(line.split()) for line in shown.split("\n\n")[1].splitlines()]
    assert table == [
        "position claim market verdict rule that decides",
        "28 Eco-friendly EU-DE misleading EU-2 (confirmed)",
        "UK misleading UK-1 (confirmed)",
        "12 carbon neutral EU-DE allowed only if shown right here "
        "EU-1 (confirmed): show that no carbon credits (offsets) are used",
        "UK document it without proof: P-1 (confirmed)",
        "63 green not a claim the text denies it",
    ]
    assert code == 1
    assert "Prohibited or misleading in at least one market: 1 of 2 claims (exit code 1)" in shown


def test_claims_to_document_are_counted_although_the_exit_code_is_zero(gazette: Path) -> None:
    code, shown, _ = run("Our soap is carbon neutral.", "--jurisdiction", "EU-DE,UK", "--gazette", gazette)
    assert code == 0
    assert "To be shown or documented: 1 of 1 claim; none is prohibited or misleading (exit code 0)" in shown


def test_a_verdict_for_part_of_the_period_shows_its_dates(gazette: Path) -> None:
    asked = ("--shown-on", "2026-09-01..2026-10-31", "--fact", "offsets_used=yes", "--gazette", gazette)
    _, shown, _ = run("Our soap is carbon neutral.", "--jurisdiction", "EU-DE", *asked)
    assert "prohibited (2026-09-27 to 2026-10-31)" in shown


def test_missing_rules_and_inapplicable_cards_are_reported(gazette: Path) -> None:
    asked = ("Eco-friendly soap.", "--jurisdiction", "UK", "--gazette", gazette)
    assert "no rule in force on these days" in run(*asked, "--shown-on", "1990-05-01")[1]
    assert "no scorecard applies" in run(*asked, "--kind", "mandatory_report")[1]


def test_programs_get_every_question_and_proposal() -> None:
    _, shown, _ = run("Our bottle is carbon neutral", *MARKETS, "--audience", "consumers", "--format", "json")
    answer = json.loads(shown)
    first, *others = answer["questions"]
    assert (first["id"], first["claims"], len(others) > 3) == ("offsets_used", [0], True)
    assert first["options"][0]["faults"] == [{"verdict": "VERDICT_PROHIBITED", "jurisdictions": ["EU-DE"]}]
    assert [(each["claim"], each["text"][:11]) for each in answer["rewritings"]] == [(0, "Our bottle:")]


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "folded", "verdict", "none"),
    [
        ("en", "1 more statement may be a claim,", "(misleading: UK)", "No statement"),
        ("zh", "另有 1 处可能是声明", "（误导：UK）", "文中没有可确定为声明之处"),
    ],
)
def test_a_doubtful_claim_is_folded_and_never_counted(language: str, folded: str, verdict: str, none: str) -> None:
    others, cups = "Competitors say their soap is green.", "Our cups are recyclable."
    market = ("--jurisdiction", "UK", "--as-of", "2026-11-20", "--audience", "consumers", "--gazette", SCORECARDS)
    asked = (*market, "--fact", "specification=none", "--language", language)
    for full in ((), ("--full",)):
        code, shown, _ = run(f"{others} {cups}", *asked, "--fact", "substantiated=yes", *full)
        assert (code, folded in shown, f"“{others}”" in shown, "green →" in shown) == (0, True, False, False)
        _, shown, _ = run(f"{others} {cups}", *asked, *full, "--doubtful")
        assert (folded in shown, f"“{others}”{verdict}" in shown.replace("” (", "”(")) == (False, True)
    code, shown, _ = run(others, *asked)
    assert (code, none in shown, folded in shown, "specification:" in shown) == (0, True, True, False)
    report = json.loads(run(others, *asked, "--format", "json")[1])
    assert report["checkedClaims"][0]["candidateClaim"]["confidence"] == "SCREENING_CONFIDENCE_LOW"
    assert (report["condemnedCount"], report["questions"], report["rewritings"]) == (0, [], [])


def test_a_carbon_reduction_is_not_misleading_by_its_wording_alone() -> None:
    """16 CFR 260.17 is about source reduction of material."""
    asked = ("--jurisdiction", "US", "--as-of", "2026-11-20", "--audience", "consumers", "--gazette", SCORECARDS)
    formal = "formal verdict of the scorecards: "
    assert f"{formal}needs evidence (possible: misleading, " in run("30% less CO2", *asked, "--full")[1]
    assert f"{formal}misleading" in run("30% less plastic", *asked, "--full")[1]


def test_a_fact_without_effect_on_a_claim_is_reported_with_that_claim(gazette: Path) -> None:
    text = "Our soap is carbon neutral. Made of 80% recycled plastic."
    asked = ("--jurisdiction", "EU-DE", "--shown-on", "2026-10-01", "--gazette", gazette)
    _, shown, _ = run(text, *asked, "--fact", "offsets_used=no")
    aside = [line for line in shown.splitlines() if "has no effect on" in line]
    assert len(aside) == 1
    assert "recycled" in aside[0]
    assert "carbon neutral" not in aside[0]


@pytest.mark.parametrize(
    ("jurisdiction", "expected"),
    [
        ("EU", "the law of all other member states is not encoded"),
        ("DE", "The law of the Union applies in addition: use EU-DE."),
        ("EU-FI", "the law of this member state is not encoded"),
        ("EU-DE", ""),
        ("UK", ""),
    ],
)
def test_an_answer_states_the_law_that_a_jurisdiction_leaves_out(
    gazette: Path, jurisdiction: str, expected: str
) -> None:
    _, shown, _ = run("Eco-friendly soap.", "--jurisdiction", jurisdiction, "--gazette", gazette)
    assert [line.startswith(f"{jurisdiction}: ") for line in shown.splitlines()[1:2]] == [bool(expected)]
    assert expected in shown


def test_facts_about_a_claim_are_reported_with_their_source(gazette: Path, tmp_path: Path) -> None:
    facts, page = tmp_path / "facts.yaml", tmp_path / "page.html"
    facts.write_text("claims: [{quote: eco-friendly, facts: {specified: no}}]\n", encoding="utf-8")
    text = "Eco-friendly soap. A green cup."
    asked = (text, "--jurisdiction", "UK", "--gazette", gazette, "--facts", facts, "--fact", "fresh=yes")
    answer = json.loads(run(*asked, "--format", "json")[1])
    stated = [
        [(fact["factId"], fact["values"], fact["source"]) for fact in claim.get("statedFacts", [])]
        for claim in answer["checkedClaims"]
    ]
    assert stated == [[("specified", ["false"], "STATED_FACT_SOURCE_FILE")], []]
    assert [(fact["factId"], fact["source"]) for fact in answer["givenFacts"]] == [
        ("fresh", "STATED_FACT_SOURCE_OPTION")
    ]
    _, _, notes = run(*asked, "--out", page)
    assert notes == f"Written to {page}.\n"
    report = page.read_text(encoding="utf-8")
    assert report.count("Facts stated for this claim: specified = ") == 1
    assert report.count("(stated in the facts file)") == 1
    assert report.count("(stated by option)") == 1
