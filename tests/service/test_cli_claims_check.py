"""Does `claims check` lead from a sentence to a verdict with its rule, in both languages, and refuse what is wrong?"""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from service.cli.main import app
from tests.support.claim_cards import write_claim_cards

HERE = Path(__file__).parent
SCORECARDS = HERE.parents[1] / "scorecards"
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


def test_open_rules_that_ask_about_the_claim_come_first_and_the_others_are_counted(gazette: Path) -> None:
    asked = ("Our soap is carbon neutral.", "--jurisdiction", "EU-DE", "--gazette", gazette)
    _, shown, _ = run(*asked)
    assert "open: prohibited under EU-1 rule EU-1" in shown
    assert "it holds if the claim is meant as neutral by offsets" in shown
    assert "open: 1 more, which ask nothing about this kind of claim" in shown
    assert "P-1 rule" not in shown
    _, answer = answers(gazette, *asked[:1], "EU-DE")
    (part,) = answer["claims"][0]["answers"][0]["parts"]
    assert [(each["rule"], each["asks_about_claim"]) for each in part["open_rules"]] == [("EU-1", True), ("P-1", False)]
    by_offsets, old = part["open_rules"]
    assert (by_offsets["holds_only_as"], by_offsets["holds_if"]) == (["neutral_offset"], [])
    assert (old["holds_only_as"], old["holds_if"]) == ([], [{"words": ["fresh is no"], "facts": ["fresh"]}])


def test_the_fact_that_decides_whether_a_card_applies_is_asked_first() -> None:
    _, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU-SE")
    first, second, *_ = answer["claims"][0]["answers"][0]["open_facts"]
    assert (first["fact"], first["asks_about_claim"]) == ("audience", True)
    assert second["fact"] == "specification"
    _, shown, _ = run("A compostable cup.", "--jurisdiction", "EU-SE", "--gazette", SCORECARDS)
    (line,) = (line for line in shown.splitlines() if "facts that would decide" in line)
    assert line.count("(") == 6, "some are named even if no rule asks about this kind of claim"


def test_if_no_open_rule_asks_about_the_claim_those_of_every_claim_are_shown(gazette: Path) -> None:
    _, shown, _ = run("A degradable soap.", "--jurisdiction", "UK", "--gazette", gazette)
    assert "no open rule asks about this kind of claim; of every claim it is asked:" in shown
    assert "it holds if fresh is no" in shown


def test_the_line_of_the_others_names_those_that_ask_of_every_claim() -> None:
    _, shown, _ = run("Made with renewable energy.", "--jurisdiction", "UK", "--gazette", SCORECARDS)
    (folded,) = (line for line in shown.splitlines() if "which ask nothing about this kind of claim" in line)
    assert "of every claim ask UK-01, UK-02, UK-03" in folded


def test_what_several_cards_say_alike_is_said_once() -> None:
    asked = ("--jurisdiction", "EU-DE", "--shown-on", "2026-11-20", "--gazette", SCORECARDS)
    _, shown, _ = run("Our soap is carbon neutral.", *asked)
    assert shown.count("do not equate temporary storage with fossil emissions") == 1
    assert "OFF-05-DE Temporary storage for a claim of neutrality, OFF-05 Storage too short for neutrality" in shown


def test_advice_of_a_rule_for_several_kinds_speaks_of_the_kind_found() -> None:
    _, shown, _ = run("Our eco-friendly soap.", "--jurisdiction", "DE", "--gazette", SCORECARDS)
    assert "for this kind of claim (own reading): name the aspect, its value" in shown
    _, shown, _ = run("Our soap is carbon neutral.", "--jurisdiction", "EU-DE", "--gazette", SCORECARDS)
    forbidden = shown[shown.index("EU-4c ") :].split("\n")[2]
    assert "delete it" in forbidden, "no wording mends what is forbidden in itself"


def rules_of(claim: dict[str, Any], key: str) -> set[str]:
    return {rule["rule"] for part in claim["answers"][0]["parts"] for rule in part[key]}


def test_the_union_without_a_member_state_is_its_own_law_alone() -> None:
    asked = ("--audience", "b2c", "--fact", "specification=none", "--fact", "reep_basis=no_basis")
    code, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU,EU-DE", *asked)
    assert (code, verdicts(answer)) == (1, [{"EU": "prohibited", "EU-DE": "prohibited"}])
    cards = [[card["card"] for card in place["scorecards"]] for place in answer["coverage"]]
    assert cards == [
        ["green-claim-eu", "green-claim-practice"],
        ["green-claim-eu", "green-claim-de", "green-claim-practice"],
    ]


def test_what_rests_on_credits_says_nothing_of_a_property() -> None:
    text = "Our flights are carbon neutral. Our cups are recyclable."
    asked = ("--audience", "b2c", "--fact", "offsets_used=yes", "--fact", "credits_retired_for_beneficiary=no")
    _, answer = answers(SCORECARDS, text, "UK", *asked)
    neutral, recyclable = (rules_of(claim, "holding_rules") for claim in answer["claims"])
    assert "OFF-01" in neutral
    assert "OFF-01" not in recyclable


def test_what_is_said_of_the_one_claim_counts_even_so(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("claims: [{quote: recyclable, facts: {offsets_used: yes, credits_retired_for_beneficiary: no}}]")
    _, answer = answers(SCORECARDS, "Our cups are recyclable.", "UK", "--audience", "b2c", "--facts", facts)
    assert "OFF-01" in rules_of(answer["claims"][0], "holding_rules")


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Bottle of recycled plastic.", set()), ("Bottle of recycled ocean plastic.", {"REC-03", "REC-03-AU"})],
)
def test_ocean_plastic_is_asked_about_only_where_the_text_speaks_of_the_sea(text: str, asked: set[str]) -> None:
    _, answer = answers(SCORECARDS, text, "AU")
    assert rules_of(answer["claims"][0], "open_rules") & {"REC-03", "REC-03-AU"} == asked


@pytest.mark.parametrize(("text", "open_"), [("We are carbon neutral.", True), ("A carbon neutral company.", False)])
def test_who_speaks_is_no_proof_of_what_is_spoken_of(text: str, open_: bool) -> None:
    _, answer = answers(SCORECARDS, text, "EU-DE", "--audience", "b2c", "--fact", "offsets_used=yes")
    assert ("EU-4c" in rules_of(answer["claims"][0], "open_rules")) is open_


def test_sentences_can_be_left_unweighed() -> None:
    text = "Our steelworks paid taxes, and its filters cut mercury, dust and soot by half for people and nature around."
    assert answers(SCORECARDS, text, "UK")[1]["claims"]
    assert not answers(SCORECARDS, text, "UK", "--unweighed")[1]["claims"]


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
            ":2:3: offsets_used and offsets.credits: offsets are said not to be used",
        ),
        ("facts:\n  offset_used: no\n", ":2:3: offset_used: 'offset_used' is not a fact about a claim; did you mean"),
        ("facts:\n  display: 2026\n", ":2:3: display: say with --shown-on when the claim is shown"),
        ("facts:\n  kind: private\n", "'private' is not one of commercial, mandatory_report"),
        ("facts:\n  offsets_used: yes\n  offsets.credits: []\n", "but the list of credits is empty"),
        ("facts:\n  claim_types: genric\n", ":2:16: claim_types: 'genric' is not a list such as [generic] of generic"),
        ("facts:\n  audience: {value: everyone}\n", ":2:21: audience: 'everyone' is not one of b2c, b2b"),
        ("facts:\n  country: DE\n  offsets_used: perhaps\n", ":3:17: offsets_used: 'perhaps' is not yes or no"),
        ("facts:\n  lca.boundary: [cradle]\n", ":2:18: lca.boundary: 'cradle' is not one of gate_to_gate"),
        ("claims:\n  - quote: green\n    facts: {}\n", ":2:5: quote: no claim was found in “green”"),
        ("claims:\n  - facts: {}\n", ":2:5: quote: is required"),
        ("fact: {}\n", ":1:1: fact: 'fact' is not a key here; there are facts, claims"),
        ("facts: {a: 1\n", "this is not YAML"),
    ],
)
def test_wrong_facts_are_refused_with_their_place(gazette: Path, tmp_path: Path, facts: str, said: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(facts)
    code, shown, complaint = run("Eco-friendly soap.", "--jurisdiction", "UK", "--gazette", gazette, "--facts", path)
    assert (code, shown) == (2, "")
    assert said in complaint


MISTAKES = """\
facts:
  offset_used: no
  audience: everyone
  claim_types: genric
claims:
  - quote: green
    facts: {kind: private}
  - facts: {}
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "touchstone: --jurisdiction: 'NZ' is not a jurisdiction; known are EU, EU-AT",
                "touchstone: --shown-on: there is no day 2026-02-30 in the calendar",
                "touchstone: --audience: 'all' is not one of b2c, b2b",
                "touchstone: --fact offsets_used: 'maybe' is not yes or no",
                ":2:3: offset_used: 'offset_used' is not a fact about a claim; did you mean 'offsets_used'?",
                ":3:13: audience: 'everyone' is not one of b2c, b2b",
                ":4:16: claim_types: 'genric' is not a list such as [generic]",
                ":6:5: quote: no claim was found in “green”; claims found: “Eco-friendly”",
                ":7:19: kind: 'private' is not one of commercial",
                ":8:5: quote: is required: words of the claim as in the text",
            ],
        ),
        (
            "zh",
            [
                "touchstone: --jurisdiction：没有法域“NZ”；可用的有：EU、EU-AT、EU-BE",
                "touchstone: --shown-on：历法中没有 2026-02-30 这一天",
                "touchstone: --audience：“all”不合要求；应为下列之一：b2c、b2b",
                "touchstone: --fact offsets_used：“maybe”不合要求；应为“yes”或“no”",
                ":2:3: offset_used：“offset_used”不是关于声明的事实；是否指“offsets_used”？",
                ":3:13: audience：“everyone”不合要求；应为下列之一：b2c、b2b",
                ":4:16: claim_types：“genric”不合要求；应为列表，例如 [generic]",
                ":6:5: quote：在“green”中未发现声明；已发现的声明：“Eco-friendly”",
                ":7:19: kind：“private”不合要求；应为下列之一：commercial",
                ":8:5: quote：必须给出：文中声明的原话",
            ],
        ),
    ],
)
def test_everything_wrong_is_told_at_once_in_the_language_asked_for(
    gazette: Path, tmp_path: Path, language: str, said: list[str]
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(MISTAKES)
    code, shown, complaint = run(
        "Eco-friendly soap.",
        *("--jurisdiction", "UK,NZ", "--shown-on", "2026-02-30", "--audience", "all", "--fact", "offsets_used=maybe"),
        *("--facts", facts, "--gazette", gazette, "--language", language),
    )
    lines = complaint.splitlines()
    assert (code, shown, len(lines)) == (2, "", len(said))
    assert [line for line, words in zip(lines, said, strict=True) if words not in line] == []
    assert not any("facts[" in line for line in lines), "paths inside the program are nobody's words"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("page.html", "--jurisdiction", "UK"), "TEXT|FILE：没有文件“page.html”"),
        ((HERE, "--jurisdiction", "UK"), "是文件夹；请指明其中的文件"),
        ((" ", "--jurisdiction", "UK"), "TEXT|FILE：没有可检查的文字"),
        ((TEXT,), "--jurisdiction：必须给出，因为各法域规则不同"),
        ((TEXT, "--jurisdiction", "UK", "--facts", "nowhere.yaml"), "--facts：没有文件“nowhere.yaml”"),
        ((TEXT, "--jurisdiction", "UK", "--as-of", "2026"), "--as-of：“2026”不是日期；请写成 YYYY-MM-DD"),
        ((TEXT, "--jurisdiction", "UK", "--fact", "green"), "--fact：“green”未写明事实"),
        (
            (TEXT, "--jurisdiction", "UK", "--text-language", "nl"),
            "没有“nl”的词表；有：en、de、fr、zh",
        ),
        ((TEXT, "--jurisdiction", "CN"), "green-claim-cn：没有评分卡“green-claim-cn”"),
    ],
)
def test_refusals_are_told_in_chinese(gazette: Path, arguments: tuple[str | Path, ...], said: str) -> None:
    code, shown, complaint = run(*arguments, "--gazette", gazette, "--language", "zh")
    assert (code, shown) == (2, "")
    assert said in complaint


def test_a_fact_about_all_claims_is_given_by_an_option(gazette: Path) -> None:
    _, answer = answers(gazette, TEXT, "EU-DE", "--fact", "specified=no", "--level", "product")
    assert verdicts(answer)[1] == {"EU-DE": "misleading"}
    assert answer["given"] == {"specified": ["false"], "subject_level": ["product"]}


def test_what_the_page_shows_is_taken_unless_something_else_is_said(gazette: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html><body><h1>Eco-friendly soap</h1><button>Add to cart</button></body></html>")
    _, shown, _ = run(page, "--jurisdiction", "EU-DE", "--gazette", gazette)
    assert "audience b2c (“Add to cart”, in the text, confidence medium)" in shown
    assert "Assumed" not in shown, "a page that sells is commercial, which need not be assumed"
    _, answer = answers(gazette, str(page), "EU-DE", "--kind", "mandatory_report")
    assert verdicts(answer) == [{"EU-DE": "out_of_scope"}]
    assert [fact["path"] for fact in answer["shown_by_page"]] == ["kind", "audience"]


def test_a_day_before_the_cards_says_what_to_ask_instead(gazette: Path) -> None:
    code, _, complaint = run(TEXT, "--jurisdiction", "EU-DE", "--gazette", SCORECARDS, "--as-of", "2026-09-01")
    assert code == 2
    assert "green-claim-eu: no version is in force on 2026-09-01; 1.0.0 is superseded by 1.1.0" in complaint
    assert "give --shown-on instead" in complaint


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (TEXT,),
            "--jurisdiction: is required, because each jurisdiction has its own rules; known are EU, EU-AT, EU-BE",
        ),
        ((TEXT, "--jurisdiction", "UK,NZ"), "--jurisdiction: 'NZ' is not a jurisdiction; known are EU, EU-AT"),
        ((" \n", "--jurisdiction", "UK"), "there is no text to check"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-30"), "--shown-on: there is no day 2026-02-30"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-02..2026-02-01"), "2026-02-01 is before 2026-02-02"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-02.."), "--shown-on: the last day is missing"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "..2026-02-02"), "--shown-on: the first day is missing"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", ".."), "--shown-on: the last day is missing"),
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


def test_a_rule_whose_day_is_an_own_reading_in_a_country_is_told_as_one_there() -> None:
    """Germany transposed the Directive, France had not: its day there is a reading of ours."""
    facts = ("--fact", "audience=b2c", "--fact", "offsets_used=yes")
    _, answer = answers(
        SCORECARDS, "This bottle is climate neutral.", "EU-DE,EU-FR", "--shown-on", "2026-10-10", *facts
    )
    told = [
        [rule for part in each["parts"] for rule in (*part["holding_rules"], *part["open_rules"])]
        for each in answer["claims"][0]["answers"]
    ]
    certainties = [{rule["certainty"] for rule in rules if rule["rule"] == "EU-4c"} for rules in told]
    assert certainties == [{"secondary"}, {"own_reading"}]
