"""Does `claims check` lead from a sentence to a verdict with its rule, in both languages, and refuse what is wrong?"""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from service.cli.main import app
from tests.support.claim_cards import write_claim_cards

HERE = Path(__file__).parent
TEXT = "Our soap is carbon neutral. Eco-friendly soap."
DUTCH = "Dit product is helemaal duurzaam en goed voor het milieu en onze kinderen."


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_claim_cards(tmp_path_factory.mktemp("gazette"))


def run(*arguments: str | Path) -> tuple[int, str, str]:
    asked = ["claims", "check", "--as-of", "2026-11-20", *map(str, arguments)]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.stdout, result.stderr


def answers(gazette: Path, text: str, jurisdictions: str, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    code, shown, complaint = run(
        text, "--jurisdiction", jurisdictions, "--gazette", gazette, "--format", "json", *arguments
    )
    assert not complaint
    return code, json.loads(shown)


def verdicts(answer: dict[str, Any]) -> list[dict[str, str | None]]:
    """Give the verdict of each claim by jurisdiction."""
    return [{each["jurisdiction"]: each["verdict"] for each in claim["answers"]} for claim in answer["claims"]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_people_read_verdicts_with_rules_and_remedies(
    gazette: Path, tmp_path: Path, language: str, request: pytest.FixtureRequest
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(
        "facts: {offsets_used: yes, fresh: yes}\nclaims: [{quote: eco-friendly, facts: {specified: no}}]\n"
    )
    code, shown, _ = run(
        f"{TEXT} {DUTCH}",
        *("--jurisdiction", "EU-DE,EU-SE,UK", "--shown-on", "2026-09-01..2027-01-31", "--facts", facts),
        *("--gazette", gazette, "--language", language),
    )
    golden = HERE / f"claims_check.{language}.txt"
    assert shown == golden.read_text(encoding="utf-8")
    assert code == 1


def test_time_is_split_at_the_day_of_the_country(gazette: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts: {offsets_used: yes, fresh: yes}\n")
    code, answer = answers(
        gazette, "Our soap is carbon neutral.", "EU-DE,EU-SE", "--shown-on", "2026-09-01..2026-10-31", "--facts", facts
    )
    assert (code, verdicts(answer)) == (1, [{"EU-DE": "prohibited", "EU-SE": "ok"}])
    germany, sweden = answer["claims"][0]["answers"]
    assert [(part["first_date"], part["last_date"], part["verdict"]) for part in germany["parts"]] == [
        ("2026-09-01", "2026-09-26", "ok"),
        ("2026-09-27", "2026-10-31", "prohibited"),
    ]
    assert [rule["rule"] for rule in germany["parts"][0]["coming_rules"]] == ["EU-1"]
    assert germany["deciding_rules"][0]["remedy"] == "mend EU-1"
    assert len(sweden["parts"]) == 1
    assert not sweden["parts"][0]["coming_rules"], "a law that is never adopted does not come"
    assert answer["claims"][0]["differences"] == [
        {"verdict": "prohibited", "jurisdictions": {"EU-DE": ["EU-1"]}},
        {"verdict": "ok", "jurisdictions": {"EU-SE": []}},
    ]


def test_what_is_not_given_stays_open(gazette: Path) -> None:
    code, answer = answers(gazette, "Our soap is carbon neutral.", "EU-DE", "--shown-on", "2026-10-01")
    (claim,) = answer["claims"]
    assert code == 0
    assert claim["readings"] == [["neutral_offset"], ["neutral_no_offset"]]
    assert claim["answers"][0]["verdict"] == "needs_evidence"
    assert claim["answers"][0]["possible_verdicts"] == ["prohibited", "needs_evidence", "ok"]
    assert "fresh" in [fact["fact"] for fact in claim["answers"][0]["open_facts"]]


def test_a_date_before_any_rule_gives_no_verdict(gazette: Path) -> None:
    code, answer = answers(gazette, "Eco-friendly soap.", "UK", "--shown-on", "1990-05-01")
    assert (code, verdicts(answer)) == (0, [{"UK": None}])
    _, shown, _ = run("Eco-friendly soap.", "--jurisdiction", "UK", "--shown-on", "1990-05-01", "--gazette", gazette)
    assert "no verdict: no rule is in force on these days" in shown


def test_what_is_no_commercial_communication_is_out_of_scope(gazette: Path) -> None:
    code, answer = answers(gazette, "Eco-friendly soap.", "UK", "--kind", "mandatory_report")
    assert (code, verdicts(answer)) == (0, [{"UK": "out_of_scope"}])
    assert all(card["out_of_scope"] for card in answer["coverage"][0]["scorecards"])


def test_what_was_assessed_is_listed(gazette: Path) -> None:
    _, answer = answers(gazette, "Eco-friendly soap.", "UK", "--shown-on", "2027-01-01")
    law, practice = answer["coverage"][0]["scorecards"]
    assert (law["assessed"], law["not_in_force"], law["not_encoded"]) == ([], ["UK-1"], ["fines"])
    assert practice["assessed"] == ["P-1"]


def test_what_is_denied_is_not_judged(gazette: Path) -> None:
    _, answer = answers(gazette, "Our soap is not climate neutral.", "UK")
    assert [(claim["negated"], claim["answers"]) for claim in answer["claims"]] == [(True, [])]


def test_a_language_without_lexicon_is_never_without_claims(gazette: Path) -> None:
    code, answer = answers(gazette, DUTCH, "UK")
    assert (code, answer["claims"], answer["fully_screened"]) == (0, [], False)
    _, shown, _ = run(DUTCH, "--jurisdiction", "UK", "--gazette", gazette)
    assert "That is not to say that it makes no claims." in shown
    assert "Not screened" in shown


def test_a_text_that_contradicts_a_fact_is_told(gazette: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts: {offsets_used: no}\n")
    text = "Our soap is climate neutral through offsetting."
    _, answer = answers(gazette, text, "UK", "--facts", facts)
    assert {each["code"] for claim in answer["claims"] for each in claim["contradictions"]} >= {"OFFSETS_DENIED"}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            "facts:\n  offsets_used: no\n  offsets.credits: [{registry: A}]\n",
            ":2:3: offsets_used and offsets_credits: offsets are said not to be used",
        ),
        ("facts:\n  offset_used: no\n", ":2:3: offset_used: 'offset_used' is not a fact about a claim; did you mean"),
        ("facts:\n  display: 2026\n", ":2:3: display: say with --shown-on when the claim is shown"),
        ("facts:\n  kind: private\n", "'private' is not one of commercial, mandatory_report"),
        ("facts:\n  claim_types: generic\n", ":2:16: facts.claim_types: a list is wanted"),
        ("claims:\n  - quote: green\n    facts: {}\n", ":2:5: claims: no claim was found in “green”"),
        ("claims:\n  - facts: {}\n", ":2:5: claims[0].quote: is required"),
        ("fact: {}\n", ":1:1: fact: 'fact' is not a key of a file of facts; did you mean 'facts'?"),
    ],
)
def test_wrong_facts_are_refused_with_their_place(gazette: Path, tmp_path: Path, facts: str, said: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(facts)
    code, shown, complaint = run("Eco-friendly soap.", "--jurisdiction", "UK", "--gazette", gazette, "--facts", path)
    assert (code, shown) == (2, "")
    assert said in complaint


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((TEXT,), "--jurisdiction: is required, because each jurisdiction has its own rules; known are EU-AT, EU-BE"),
        ((TEXT, "--jurisdiction", "UK,NZ"), "--jurisdiction: 'NZ' is not a jurisdiction; known are EU-AT"),
        ((" \n", "--jurisdiction", "UK"), "there is no text to check"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-30"), "--shown-on: there is no day 2026-02-30"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-02..2026-02-01"), "2026-02-01 is before 2026-02-02"),
        ((TEXT, "--jurisdiction", "UK", "--audience", "all"), "--audience: 'all' is not one of b2c, b2b"),
        ((TEXT, "--jurisdiction", "CN"), "green-claim-cn: there is no scorecard 'green-claim-cn'"),
    ],
)
def test_wrong_options_are_refused(gazette: Path, arguments: tuple[str, ...], said: str) -> None:
    code, shown, complaint = run(*arguments, "--gazette", gazette)
    assert (code, shown) == (2, "")
    assert said in complaint


def test_a_binary_file_is_refused(gazette: Path, tmp_path: Path) -> None:
    path = tmp_path / "label.bin"
    path.write_bytes(bytes(range(256)) * 8)
    code, _, complaint = run(path, "--jurisdiction", "UK", "--gazette", gazette)
    assert code == 2
    assert "binary" in complaint
