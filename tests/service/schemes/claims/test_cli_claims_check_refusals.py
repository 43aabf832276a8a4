"""Refusals of `claims check`: wrong facts, options, dates and files, all at once and by language."""

from pathlib import Path

import pytest

from tests.support.claim_cards import write_claim_cards
from tests.support.claims.checking_claims import SCORECARDS, TEXT, run

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_claim_cards(tmp_path_factory.mktemp("gazette"))


@pytest.mark.parametrize(
    ("facts", "expected_message"),
    [
        (
            "facts:\n  offsets_used: no\n  offsets.credits: [{registry: A}]\n",
            ":2:3: offsets_used and offsets.credits: Another fact states that no offsets are used",
        ),
        (
            "facts:\n  offset_used: no\n",
            ":2:3: offset_used: 'offset_used' is not a fact about a claim. Correct the name, or remove the fact. "
            "Did you mean",
        ),
        ("facts:\n  subject: product\n", ". Facts with this word: subject_"),
        ("facts:\n  certificate_label: valid\n", ". Facts with this word: label_certificate"),
        ("facts:\n  colour: green\n", "or remove the fact. The answer of the check lists the facts that would decide"),
        (
            "facts:\n  display: 2026\n",
            ":2:3: display: This fact is the time when the claim is shown, which must not be entered as a fact. "
            "Use --shown-on for this time.",
        ),
        (
            "facts:\n  kind: private\n",
            "'private' is not allowed. Enter one of commercial, mandatory_report",
        ),
        ("facts:\n  offsets_used: yes\n  offsets.credits: []\n", "but the list of carbon credits is empty"),
        (
            "facts:\n  claim_types: genric\n",
            ":2:16: claim_types: 'genric' is not allowed. Enter a list such as [generic]",
        ),
        (
            "facts:\n  audience: {value: everyone}\n",
            ":2:21: audience: 'everyone' is not allowed. Enter one of b2c, b2b",
        ),
        (
            "facts:\n  country: DE\n  offsets_used: perhaps\n",
            ":3:17: offsets_used: 'perhaps' is not allowed. Enter yes or no.",
        ),
        (
            "facts:\n  lca.boundary: [cradle]\n",
            ":2:18: lca.boundary: 'cradle' is not allowed. Enter one of gate_to_gate",
        ),
        ("claims:\n  - quote: green\n    facts: {}\n", ":2:5: quote: No claim was found in “green”"),
        ("claims:\n  - facts: {}\n", ":2:5: quote: The quote of the claim is missing"),
        ("fact: {}\n", ":1:1: fact: 'fact' is not a key of this mapping. Use facts, claims."),
        ("facts: {a: 1\n", "The text is not valid YAML:"),
    ],
)
def test_wrong_facts_are_refused_with_their_location(
    gazette: Path, tmp_path: Path, facts: str, expected_message: str
) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(facts)
    code, shown, complaint = run("Eco-friendly soap.", "--jurisdiction", "UK", "--gazette", gazette, "--facts", path)
    assert (code, shown) == (2, "")
    assert expected_message in complaint


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
    ("language", "expected_messages"),
    [
        (
            "en",
            [
                "touchstone: --jurisdiction: 'NZ' is not a known jurisdiction. Choose from EU, EU-AT",
                "touchstone: --shown-on: The date 2026-02-30 does not exist in the calendar.",
                "touchstone: --audience: 'all' is not allowed. Enter one of b2c, b2b",
                "touchstone: --fact offsets_used: 'maybe' is not allowed. Enter yes or no.",
                ":2:3: offset_used: 'offset_used' is not a fact about a claim. Correct the name, or remove the fact. "
                "Did you mean 'offsets_used'?",
                ":3:13: audience: 'everyone' is not allowed. Enter one of b2c, b2b",
                ":4:16: claim_types: 'genric' is not allowed. Enter a list such as [generic]",
                ":6:5: quote: No claim was found in “green”. Quote one of the claims found: “Eco-friendly”.",
                ":7:19: kind: 'private' is not allowed. Enter one of commercial",
                ":8:5: quote: The quote of the claim is missing. Enter words of the claim, exactly as in the text.",
            ],
        ),
        (
            "zh",
            [
                "touchstone: --jurisdiction：“NZ”不是已知法域。可用的有：EU、EU-AT、EU-BE",
                "touchstone: --shown-on：历法中没有 2026-02-30 这一天。请填写实际存在的日期。",
                "touchstone: --audience：“all”不合要求。请填写下列之一：b2c、b2b。",
                "touchstone: --fact offsets_used：“maybe”不合要求。请填写“yes”或“no”。",
                ":2:3: offset_used：“offset_used”不是关于声明的事实。请更正名称，或删去该事实。是否指“offsets_used”？",
                ":3:13: audience：“everyone”不合要求。请填写下列之一：b2c、b2b。",
                ":4:16: claim_types：“genric”不合要求。请填写列表，例如 [generic]",
                ":6:5: quote：在“green”中未发现声明。请引用已发现的声明之一：“Eco-friendly”。",
                ":7:19: kind：“private”不合要求。请填写下列之一：commercial",
                ":8:5: quote：缺少声明的引文。请填写文中声明的原话。",
            ],
        ),
    ],
)
def test_all_errors_are_reported_at_once_in_the_requested_language(
    gazette: Path, tmp_path: Path, language: str, expected_messages: list[str]
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text(MISTAKES)
    code, shown, complaint = run(
        "Eco-friendly soap.",
        *("--jurisdiction", "UK,NZ", "--shown-on", "2026-02-30", "--audience", "all", "--fact", "offsets_used=maybe"),
        *("--facts", facts, "--gazette", gazette, "--language", language),
    )
    lines = complaint.splitlines()
    assert (code, shown, len(lines)) == (2, "", len(expected_messages))
    assert [line for line, words in zip(lines, expected_messages, strict=True) if words not in line] == []
    assert not any("facts[" in line for line in lines), "paths inside the program are nobody's words"


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("page.html", "--jurisdiction", "UK"), "TEXT|FILE：未找到文件“page.html”"),
        ((HERE.parent, "--jurisdiction", "UK"), "中没有可读取的文件"),
        ((" ", "--jurisdiction", "UK"), "TEXT|FILE：没有可检查的文字"),
        ((TEXT,), "--jurisdiction：命令需要此值，但没有给出。请在命令中写明该值。"),
        ((TEXT, "--jurisdiction", "UK", "--facts", "nowhere.yaml"), "--facts：“nowhere.yaml”不存在"),
        (
            (TEXT, "--jurisdiction", "UK", "--as-of", "2026"),
            "--as-of：“2026”不是日期。请使用 YYYY-MM-DD 形式，例如 2027-01-31。",
        ),
        ((TEXT, "--jurisdiction", "UK", "--fact", "green"), "--fact：“green”不是带值的事实"),
        ((TEXT, "--jurisdiction", "UK", "--text-language", "pl"), "没有语言“pl”的词表。请使用 en、de、fr、zh、nl"),
        (
            (TEXT, "--jurisdiction", "CN"),
            "green-claim-cn：已发布的评分卡中没有“green-claim-cn”。请管理员发布该评分卡。",
        ),
    ],
)
def test_refusals_are_in_chinese(gazette: Path, arguments: tuple[str | Path, ...], expected_message: str) -> None:
    code, shown, complaint = run(*arguments, "--gazette", gazette, "--language", "zh")
    assert (code, shown) == (2, "")
    assert expected_message in complaint


def test_a_date_before_the_cards_is_refused_with_an_alternative(gazette: Path) -> None:
    code, _, complaint = run(TEXT, "--jurisdiction", "EU-DE", "--gazette", SCORECARDS, "--as-of", "2026-09-01")
    assert code == 2
    assert "green-claim-eu: no version is in force on 2026-09-01. Versions: 1.0.0 applies from 2026-11-20" in complaint
    assert "when the claim was shown, use --shown-on." in complaint


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        ((TEXT,), "--jurisdiction: The command requires this value, but it is missing. Add the value to the command."),
        (
            (TEXT, "--jurisdiction", ""),
            "--jurisdiction: At least one jurisdiction (legal area) is required, because each has its own rules",
        ),
        ((TEXT, "--jurisdiction", "UK,NZ"), "--jurisdiction: 'NZ' is not a known jurisdiction. Choose from EU, EU-AT"),
        ((" \n", "--jurisdiction", "UK"), "The text is empty."),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-30"), "--shown-on: The date 2026-02-30 does not exist"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-02..2026-02-01"), "2026-02-01 is before 2026-02-02"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "2026-02-02.."), "--shown-on: The last day is missing"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", "..2026-02-02"), "--shown-on: The first day is missing"),
        ((TEXT, "--jurisdiction", "UK", "--shown-on", ".."), "--shown-on: The last day is missing"),
        (
            (TEXT, "--jurisdiction", "UK", "--audience", "all"),
            "--audience: 'all' is not allowed. Enter one of b2c, b2b",
        ),
        (
            (TEXT, "--jurisdiction", "CN"),
            "green-claim-cn: the scorecard 'green-claim-cn' was not found among the published scorecards.",
        ),
    ],
)
def test_wrong_options_are_refused(gazette: Path, arguments: tuple[str, ...], expected_message: str) -> None:
    code, shown, complaint = run(*arguments, "--gazette", gazette)
    assert (code, shown) == (2, "")
    assert expected_message in complaint


def test_a_binary_file_is_refused(gazette: Path, tmp_path: Path) -> None:
    path = tmp_path / "label.bin"
    path.write_bytes(bytes(range(256)) * 8)
    code, _, complaint = run(path, "--jurisdiction", "UK", "--gazette", gazette)
    assert code == 2
    assert "binary" in complaint
