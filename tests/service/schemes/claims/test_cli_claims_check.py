"""`claims check` verdicts: rules, remedies, dates, jurisdictions and open rules in English and Chinese."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.chinese import HAN
from tests.support.claim_cards import write_claim_cards
from tests.support.claims.checking_claims import SCORECARDS, TEXT, answers, run, run_full, verdicts

HERE = Path(__file__).parent
POLISH = "To opakowanie jest z papieru z recyklingu i dlatego lepsze dla wszystkich."


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_claim_cards(tmp_path_factory.mktemp("gazette"))


@pytest.fixture(scope="module")
def asked(gazette: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    """Arguments for two claims and a foreign sentence, in jurisdictions with different and changing law."""
    facts = tmp_path_factory.mktemp("facts") / "facts.yaml"
    facts.write_text(
        "facts: {offsets_used: yes, fresh: yes}\nclaims: [{quote: eco-friendly, facts: {specified: no}}]\n"
    )
    return (
        *(f"{TEXT} {POLISH}", "--jurisdiction", "EU-DE,EU-FI,UK", "--shown-on", "2026-09-01..2027-01-31"),
        *("--facts", facts, "--gazette", gazette),
    )


def test_people_read_verdicts_with_rules_and_remedies(asked: tuple[str | Path, ...]) -> None:
    code, shown, _ = run_full(*asked, "--language", "zh")
    assert shown == (HERE / "claims_check.full.zh.txt").read_text(encoding="utf-8")
    assert code == 1


def test_english_output_matches_the_chinese_line_by_line(asked: tuple[str | Path, ...]) -> None:
    code, shown, _ = run_full(*asked)
    _, chinese, _ = run_full(*asked, "--language", "zh")
    assert [len(line) - len(line.lstrip(" ")) for line in shown.splitlines()] == [
        len(line) - len(line.lstrip(" ")) for line in chinese.splitlines()
    ]
    assert not re.search(HAN, shown)
    text = "“Our soap is carbon neutral. Eco-friendly…”: text, 121 characters; claims: 2"
    source = "(stated in the facts file)"
    assert shown.splitlines()[:4] == [
        f"{text}; shown 2026-09-01 to 2027-01-31; rules as of 2026-11-20",
        "EU-FI: law of the Union only; the law of this member state is not encoded.",
        f"Facts stated for all claims: offsets used = yes {source}; fresh = yes {source}",
        "Assumed, because no fact states otherwise: kind = commercial; audience = b2c",
    ]
    assert (
        """
    2026-09-01 to 2026-09-26: ok
      not yet in force: prohibited under EU-1 rule EU-1 [GB/T 1, 1; confirmed]
    2026-09-27 to 2027-01-31: prohibited
      prohibited under EU-1 rule EU-1 [GB/T 1, 1; confirmed]
        advice: mend EU-1
"""
        in shown
    )
    assert (
        """
  EU-FI, green-claim-eu/versions/1.0.0: rules assessed (1): EU-2
    not in force: EU-1
    not encoded: fines
"""
        in shown
    )
    assert code == 1


@pytest.mark.parametrize(
    ("language", "table", "lines"),
    [
        (
            "en",
            [
                "position  claim           market  verdict                                rule that decides",
                "12        carbon neutral  EU-DE   prohibited (2026-09-27 to 2027-01-31)  EU-1 (confirmed)",
                "                          EU-FI   fine as it stands                      no rule against it",
            ],
            ["offsets used = yes; fresh = yes; Assumed, ", "Write instead (", "Not screened", "(exit code 1). --full"],
        ),
        (
            "zh",
            [
                "位置  声明            市场   判定                              决定规则",
                "12    carbon neutral  EU-DE  禁止（2026-09-27 至 2027-01-31）  EU-1（已核实）",
                "                      EU-FI  可按原文使用                      没有规则反对",
            ],
            ["使用抵消 = 是；fresh = 是；因未另行说明而假定：", "可改为（", "未筛查", "（退出码 1）。--full"],
        ),
    ],
)
def test_the_short_answer_shows_its_table_between_inputs_and_open_points(
    asked: tuple[str | Path, ...], language: str, table: list[str], lines: list[str]
) -> None:
    code, shown, _ = run(*asked, "--language", language)
    assert shown.splitlines()[4:7] == table
    places = [shown.find(line) for line in lines]
    assert -1 not in places
    assert places == sorted(places)
    assert code == 1


def test_several_claims_are_summarised_in_one_line_each_before_their_details(gazette: Path) -> None:
    asked = ("--jurisdiction", "EU-DE,UK", "--shown-on", "2026-10-01", "--gazette", gazette)
    _, shown, _ = run_full("Our soap is carbon neutral. Our soap is not green. Eco-friendly soap.", *asked)
    table = shown.split("\n\n")[1].splitlines()
    assert [line.split()[0] for line in table] == ["position", "12", "51"], "what is denied has no verdict"
    assert table[1] == "12        carbon neutral  allowed only if shown right here: EU-DE; document it: UK"
    _, shown, _ = run_full("Our soap is carbon neutral.", *asked)
    assert "position  claim" not in shown


def test_time_is_split_at_the_day_of_the_country(gazette: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts: {offsets_used: yes, fresh: yes}\n")
    code, answer = answers(
        gazette, "Our soap is carbon neutral.", "EU-DE,EU-FI", "--shown-on", "2026-09-01..2026-10-31", "--facts", facts
    )
    assert (code, verdicts(answer)) == (1, [{"EU-DE": "prohibited", "EU-FI": "ok"}])
    germany, finland = answer["claims"][0]["answers"]
    assert [(part["first_date"], part["last_date"], part["verdict"]) for part in germany["parts"]] == [
        ("2026-09-01", "2026-09-26", "ok"),
        ("2026-09-27", "2026-10-31", "prohibited"),
    ]
    assert [rule["rule"] for rule in germany["parts"][0]["coming_rules"]] == ["EU-1"]
    assert germany["deciding_rules"][0]["remedy"] == "mend EU-1"
    assert len(finland["parts"]) == 1
    assert not finland["parts"][0]["coming_rules"], "a law that is never adopted does not come"


def test_an_unstated_fact_leaves_several_verdicts_possible(gazette: Path) -> None:
    code, answer = answers(gazette, "Our soap is carbon neutral.", "EU-DE", "--shown-on", "2026-10-01")
    (claim,) = answer["claims"]
    assert code == 0
    assert claim["readings"] == [["neutral_offset"], ["neutral_no_offset"]]
    assert claim["answers"][0]["verdict"] == "needs_evidence"
    assert claim["answers"][0]["possible_verdicts"] == ["prohibited", "needs_evidence", "ok"]
    assert "fresh" in [fact["fact"] for fact in claim["answers"][0]["open_facts"]]


def test_open_rules_on_the_claim_come_first_and_the_others_are_counted(gazette: Path) -> None:
    asked = ("Our soap is carbon neutral.", "--jurisdiction", "EU-DE", "--gazette", gazette)
    _, shown, _ = run_full(*asked)
    assert "undetermined: prohibited under EU-1 rule EU-1" in shown
    assert "applies if the claim is meant as neutral by offsets" in shown
    assert "undetermined: 1 more rule, not specific to this kind of claim; these concern every claim: P-1" in shown
    assert "P-1 rule" not in shown
    _, answer = answers(gazette, *asked[:1], "EU-DE")
    (part,) = answer["claims"][0]["answers"][0]["parts"]
    assert [(each["rule"], each["asks_about_claim"]) for each in part["open_rules"]] == [("EU-1", True), ("P-1", False)]
    by_offsets, old = part["open_rules"]
    assert (by_offsets["holds_only_as"], by_offsets["holds_if"]) == (["neutral_offset"], [])
    assert (old["holds_only_as"], old["holds_if"]) == ([], [{"words": ["fresh is no"], "facts": ["fresh"]}])


@pytest.mark.full
def test_the_fact_that_decides_whether_a_card_applies_is_listed_first() -> None:
    _, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU-FI", "--not-assumed", "audience")
    first, second, *_ = answer["claims"][0]["answers"][0]["open_facts"]
    assert (first["fact"], first["asks_about_claim"]) == ("audience", True)
    assert second["fact"] == "specification"
    _, shown, _ = run_full("A compostable cup.", "--jurisdiction", "EU-FI", "--gazette", SCORECARDS)
    (line,) = (line for line in shown.splitlines() if "facts that would decide" in line)
    assert line.count("(") == 7, "some are named even if no rule asks about this kind of claim"


def test_general_open_rules_are_shown_if_no_open_rule_concerns_the_claim_type(gazette: Path) -> None:
    _, shown, _ = run_full("A degradable soap.", "--jurisdiction", "UK", "--gazette", gazette)
    assert "no undetermined rule is specific to this kind of claim; these rules concern every claim:" in shown
    assert "applies if fresh is no" in shown


def test_the_summary_line_names_the_open_rules_that_concern_every_claim() -> None:
    _, shown, _ = run_full("Made with renewable energy.", "--jurisdiction", "UK", "--gazette", SCORECARDS)
    (folded,) = (line for line in shown.splitlines() if "not specific to this kind of claim" in line)
    assert "these concern every claim: UK-01, UK-02, UK-03" in folded


def test_identical_rules_and_remedies_of_several_cards_are_shown_once() -> None:
    asked = ("--jurisdiction", "EU-DE", "--shown-on", "2026-11-20", "--gazette", SCORECARDS)
    _, shown, _ = run_full("Our soap is carbon neutral.", *asked)
    assert shown.count("do not equate temporary storage with fossil emissions") == 1
    assert (
        "OFF-05-DE Temporary storage used to support a neutrality claim, "
        "OFF-05 Storage period too short for a neutrality claim" in shown
    )


def test_advice_of_a_rule_for_several_types_concerns_the_type_found() -> None:
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "DE", "--gazette", SCORECARDS)
    assert "for this kind of claim (own interpretation): state the aspect, its value" in shown
    _, shown, _ = run_full("Our soap is carbon neutral.", "--jurisdiction", "EU-DE", "--gazette", SCORECARDS)
    forbidden = shown[shown.index("under EU-4c ") :].split("\n")[2]
    assert "delete the claim" in forbidden, "no wording mends what is forbidden in itself"


def rules_of(claim: dict[str, Any], key: str) -> set[str]:
    return {rule["rule"] for part in claim["answers"][0]["parts"] for rule in part[key]}


def test_the_union_without_a_member_state_has_only_its_own_law() -> None:
    asked = ("--audience", "b2c", "--fact", "specification=none", "--fact", "reep_basis=no_basis")
    code, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU,EU-DE", *asked)
    assert (code, verdicts(answer)) == (1, [{"EU": "prohibited", "EU-DE": "prohibited"}])
    cards = [(one.jurisdiction, one.scorecard_version.split("/")[1]) for one in answer["coverage"]]
    assert cards == [
        *(("EU", card) for card in ("green-claim-eu", "green-claim-practice")),
        *(("EU-DE", card) for card in ("green-claim-eu", "green-claim-de", "green-claim-practice")),
    ]


def test_facts_on_credits_do_not_affect_claims_on_a_property() -> None:
    text = "Our flights are carbon neutral. Our cups are recyclable."
    asked = ("--audience", "b2c", "--fact", "offsets_used=yes", "--fact", "credits_retired_for_beneficiary=no")
    _, answer = answers(SCORECARDS, text, "UK", *asked)
    neutral, recyclable = (rules_of(claim, "holding_rules") for claim in answer["claims"])
    assert "OFF-01" in neutral
    assert "OFF-01" not in recyclable


def test_facts_on_credits_affect_a_property_claim_if_stated_for_that_claim(tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("claims: [{quote: recyclable, facts: {offsets_used: yes, credits_retired_for_beneficiary: no}}]")
    _, answer = answers(SCORECARDS, "Our cups are recyclable.", "UK", "--audience", "b2c", "--facts", facts)
    assert "OFF-01" in rules_of(answer["claims"][0], "holding_rules")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bottle of recycled plastic.", set()),
        ("Bottle of recycled ocean plastic.", {"REC-03", "REC-03-AU"}),
        ("Environmentally friendly socks.", set()),
        ("Environmentally friendly socks of bamboo.", {"FIB-01"}),
    ],
)
def test_material_specific_rules_are_open_only_if_the_text_names_the_material(text: str, asked: set[str]) -> None:
    _, answer = answers(SCORECARDS, text, "AU")
    assert rules_of(answer["claims"][0], "open_rules") & {"REC-03", "REC-03-AU", "FIB-01"} == asked


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("text", "open_"), [("We are carbon neutral.", True), ("A carbon neutral company.", False)])
def test_a_first_person_speaker_does_not_settle_the_subject_of_the_claim(text: str, open_: bool) -> None:
    _, answer = answers(SCORECARDS, text, "EU-DE", "--audience", "b2c", "--fact", "offsets_used=yes")
    assert ("EU-4c" in rules_of(answer["claims"][0], "open_rules")) is open_


def test_sentence_weighing_can_be_switched_off() -> None:
    text = "Our steelworks paid taxes, and its filters cut mercury, dust and soot by half for people and nature around."
    for option, claims in (("--weighed", 1), ("--unweighed", 0)):
        candidates = answers(SCORECARDS, text, "UK", "--hearing", "cautious", option)[1]["claims"]
        sure = [each for each in candidates if each["confidence"] != "SCREENING_CONFIDENCE_LOW" and each["types"]]
        assert len(sure) == claims


def test_a_date_before_any_rule_has_no_verdict(gazette: Path) -> None:
    code, answer = answers(gazette, "Eco-friendly soap.", "UK", "--shown-on", "1990-05-01")
    assert (code, verdicts(answer)) == (0, [{"UK": None}])
    _, shown, _ = run_full(
        "Eco-friendly soap.", "--jurisdiction", "UK", "--shown-on", "1990-05-01", "--gazette", gazette
    )
    assert "no verdict: no rule is in force on these days" in shown


def test_a_mandatory_report_is_out_of_scope(gazette: Path) -> None:
    code, answer = answers(gazette, "Eco-friendly soap.", "UK", "--kind", "mandatory_report")
    assert (code, verdicts(answer)) == (0, [{"UK": "out_of_scope"}])
    assert all(card.out_of_scope for card in answer["coverage"])


def test_assessed_and_inactive_rules_are_listed(gazette: Path) -> None:
    _, answer = answers(gazette, "Eco-friendly soap.", "UK", "--shown-on", "2027-01-01")
    law, practice = answer["coverage"]
    assert (law.assessed_rule_ids, law.resting_rule_ids, law.not_encoded) == ([], ["UK-1"], ["fines"])
    assert practice.assessed_rule_ids == ["P-1"]


def test_a_denied_claim_is_not_judged(gazette: Path) -> None:
    _, answer = answers(gazette, "Our soap is not climate neutral.", "UK")
    assert [(claim["negated"], claim["answers"]) for claim in answer["claims"]] == [(True, [])]


def test_a_language_without_lexicon_is_never_without_claims(gazette: Path) -> None:
    code, answer = answers(gazette, POLISH, "UK")
    assert (code, answer["claims"], answer["fully_screened"]) == (1, [], False)
    _, shown, _ = run_full(POLISH, "--jurisdiction", "UK", "--gazette", gazette)
    assert "No verdict: no part of the text could be screened." in shown
    assert "Not screened" in shown


def test_a_text_that_contradicts_a_fact_is_reported(gazette: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts: {offsets_used: no}\n")
    text = "Our soap is climate neutral through offsetting."
    _, answer = answers(gazette, text, "UK", "--facts", facts)
    assert {each["code"] for claim in answer["claims"] for each in claim["contradictions"]} >= {"OFFSETS_DENIED"}


@pytest.mark.full
@pytest.mark.parametrize(
    ("word", "id"), [("consumers", "b2c"), ("b2c", "b2c"), ("businesses", "b2b"), ("消费者", "b2c"), ("企业", "b2b")]
)
def test_consumers_and_businesses_are_accepted_as_audiences(tmp_path: Path, word: str, id: str) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(f"facts: {{audience: {word}}}\n", encoding="utf-8")
    for asked in (("--audience", word), ("--fact", f"audience={word}"), ("--facts", facts)):
        code, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU-DE", *asked)
        assert (code, answer["given"]) == (1, {"audience": [id]})


def test_an_option_sets_a_fact_for_all_claims(gazette: Path) -> None:
    _, answer = answers(gazette, TEXT, "EU-DE", "--fact", "specified=no", "--level", "product")
    assert verdicts(answer)[1] == {"EU-DE": "misleading"}
    assert answer["given"] == {"specified": ["false"], "subject_level": ["product"]}


def test_facts_shown_on_the_page_apply_unless_an_option_overrides_them(gazette: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html><body><h1>Eco-friendly soap</h1><button>Add to cart</button></body></html>")
    _, shown, _ = run_full(page, "--jurisdiction", "EU-DE", "--gazette", gazette)
    assert "audience consumers (“Add to cart”, in the text, confidence medium)" in shown
    assert "Assumed" not in shown, "a page that sells is commercial, which need not be assumed"
    _, answer = answers(gazette, str(page), "EU-DE", "--kind", "mandatory_report")
    assert verdicts(answer) == [{"EU-DE": "out_of_scope"}]
    assert [fact["path"] for fact in answer["shown_by_page"]] == ["kind", "audience"]


def test_a_rule_date_by_own_interpretation_is_marked_only_in_the_country_concerned() -> None:
    """Germany transposed the Directive, France had not: its day there is a reading of ours."""
    facts = ("--fact", "audience=b2c", "--fact", "offsets_used=yes")
    _, answer = answers(
        SCORECARDS, "This bottle is climate neutral.", "EU-DE,EU-FR", "--shown-on", "2026-10-10", *facts
    )
    rule_lists = [
        [rule for part in each["parts"] for rule in (*part["holding_rules"], *part["open_rules"])]
        for each in answer["claims"][0]["answers"]
    ]
    certainties = [{rule["certainty"] for rule in rules if rule["rule"] == "EU-4c"} for rules in rule_lists]
    assert certainties == [{"secondary"}, {"own_reading"}]


def test_an_unsubstantiated_generic_claim_is_prohibited_by_union_law() -> None:
    """A claim that is not substantiated has no recognised excellence that could be shown, even if no fact states it."""
    facts = ("--audience", "consumers", "--fact", "specification=none", "--shown-on", "2026-10-01")
    code, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU-FI", *facts, "--fact", "substantiated=no")
    assert (code, verdicts(answer)) == (1, [{"EU-FI": "prohibited"}])
    assert "EU-4a-12" in rules_of(answer["claims"][0], "holding_rules")
    code, answer = answers(SCORECARDS, "Our eco-friendly soap.", "EU-FI", *facts)
    assert (code, verdicts(answer)) == (1, [{"EU-FI": "needs_evidence"}]), "it may still be shown, but is not"


@pytest.mark.full
def test_law_comes_before_practice_and_verdicts_from_practice_alone_are_marked() -> None:
    asked = ("--shown-on", "2026-10-01", "--gazette", SCORECARDS, "--fact", "substantiated=no")
    alone = "based on standards and practice alone: on the known facts, no"
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "DE", *asked)
    assert alone not in shown
    assert shown.index("under DE-05") < shown.index("under SUB-01")
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "CN", *asked, "--fact", "truthful=yes")
    assert alone not in shown, "open rules of the law could give a worse verdict"
    boundary = ("--fact", "evidence_boundary_covers_claim=no")
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "SG", *asked[:4], *boundary)
    assert alone in shown
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "SG", *asked[:4], *boundary, "--language", "zh")
    assert "仅依标准和惯例：" in shown


def test_a_rule_shared_by_law_and_practice_cites_the_law() -> None:
    asked = ("--shown-on", "2026-10-01", "--gazette", SCORECARDS, "--fact", "evidence_boundary_covers_claim=no")
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "UK", *asked)
    (line,) = (
        line for line in shown.splitlines() if "LCA-01-UK" in line and line.strip().startswith("misleading under")
    )
    assert "LCA-01-UK, LCA-01 Claim goes beyond the boundary of the evidence" in line
    assert "[Advertising Standards Authority, ruling of 2026-05-13; Digital Markets" in line
    assert line.endswith("; CAP Code, 3.7 and 11.3; secondary]")
    _, shown, _ = run_full("Our eco-friendly soap.", "--jurisdiction", "CN", *asked)
    (line,) = (line for line in shown.splitlines() if line.strip().startswith("misleading under LCA-01"))
    assert "persuasive only; 中华人民共和国广告法, Article 28; own interpretation]" in line, (
        "it is judged under the law of the place"
    )
    assert "Advertising Standards" not in line
