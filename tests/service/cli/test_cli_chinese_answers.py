"""Chinese output of many commands: answers, refusals and remarks, with Chinese punctuation."""

import json
import re
from pathlib import Path

import pytest

from tests.support.chinese import HAN, english, half_width
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[3]
WORKED = ROOT / "examples" / "worked-factory.yaml"
DAY = ("--as-of", "2026-11-20")


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("evaluated") / "result.json"
    assert touchstone("evaluate", "zero-carbon-factory", WORKED, *DAY, "--format", "json", "--out", path).exit_code == 0
    return str(path)


ANSWERS: tuple[tuple[object, ...], ...] = (
    ("evaluate", "zero-carbon-factory", WORKED, *DAY),
    ("verify", "{evaluated}"),
    ("explain", "{evaluated}"),
    ("simulate", "{evaluated}", "--without", "waste_use_share"),
    ("card", "list"),
    ("card", "show", "zero-carbon-factory"),
    ("card", "diff", "csr-three-stage@1.0.0", "csr-three-stage"),
    ("card", "diff", "cbam-goods", "cbam-goods"),
    ("draft", "mutate", "cdr-eligibility"),
    ("cbam", "quarterly-report", ROOT / "tests" / "service" / "schemes" / "cbam" / "quarterly_report.xml"),
    ("table", "list"),
    ("table", "check"),
    ("table", "show", "cbam-retained-share"),
    ("table", "diff", "cbam-default-values@2026-02-04", "cbam-default-values@2026-08-06", "--limit", "2"),
    ("table", "lookup", "cbam-default-values", "total", "country=BR", "cn_code=72031000"),
    ("draft", "weights", ROOT / "features" / "csr-three-stage" / "judgements" / "reconstruction.csv"),
)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("arguments", ANSWERS, ids=lambda arguments: " ".join(map(str, arguments[:2])))
def test_answers_are_in_chinese(arguments: tuple[object, ...], evaluated: str) -> None:
    command = [str(argument).replace("{evaluated}", evaluated) for argument in arguments]
    answered = touchstone(*command, "--language", "zh")
    assert answered.exit_code in {0, 1}, answered.output
    assert re.search(HAN, answered.stdout)
    wrong = half_width(answered.output)
    assert not wrong, wrong


def test_a_corrupted_evaluation_is_refused_in_chinese(evaluated: str, tmp_path: Path) -> None:
    document = json.loads(Path(evaluated).read_text(encoding="utf-8"))
    document["recordDigest"] = "0" * 64
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(document), encoding="utf-8")
    for command in ("verify", "explain", "report"):
        result = touchstone(command, damaged, "--language", "zh")
        assert result.exit_code == 1
        assert "该记录不成立。" in result.output
        assert not english(result.output)
        assert not half_width(result.output)


def test_the_unknown_applicability_of_a_gate_is_explained_before_its_failure(tmp_path: Path) -> None:
    dossier, result = tmp_path / "subject.yaml", tmp_path / "result.json"
    evidence = f"{{kind: public-report, issuer: x, digest: {'a' * 64}, issue_date: 2026-01-01}}"
    dossier.write_text(
        "subject: organizations/a/subjects/b\n"
        "facts:\n  carbon_disclosure: {value: qualitative, evidence: [r]}\n"
        f"evidence:\n  r: {evidence}\n",
        encoding="utf-8",
    )
    touchstone("evaluate", "csr-three-stage", dossier, *DAY, "--format", "json", "--out", result)
    output = touchstone("explain", result, "--criterion", "G1").stdout
    assert (
        "undetermined. Whether it applies is undetermined: reported emissions is more than 0 tCO2e. "
        "If it applies, this is not satisfied: carbon disclosure is qualitative, required: quantified."
    ) in output


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "count_sentence", "heading"),
    [
        ("en", "0 of 12 conditions hold and 12 are unknown, which earns 0 to 24 of 24 points", "Findings"),
        ("zh", "12 项中成立 0 项、未知 12 项，得 0 至 24 分（满分 24 分）", "发现"),
    ],
)
def test_a_count_states_unknown_parts_and_observations_are_not_called_nonconformities(
    language: str, count_sentence: str, heading: str
) -> None:
    result = touchstone(
        "evaluate", "eu-battery", ROOT / "examples" / "eu-battery-ev.yaml", *DAY, "--full", "--language", language
    )
    assert count_sentence in result.stdout
    assert heading in result.stdout.splitlines()


@pytest.mark.full
def test_fractions_are_printed_as_decimals_and_recorded_exactly(evaluated: str) -> None:
    assert '"4/3"' in Path(evaluated).read_text(encoding="utf-8")
    for command in (("evaluate", "zero-carbon-factory", WORKED, *DAY, "--full"), ("explain", evaluated)):
        output = touchstone(*command, "--language", "zh").stdout
        assert "得 ≈1.3333 分（满分 2 分）" in output
        assert "4/3" not in output


@pytest.mark.parametrize(
    ("arguments", "head", "english_head"),
    [
        (
            ("dossier passport", "battery/passports/lmt-catenax.json", "--subject"),
            "# 读自 lmt-catenax.json：Catena-X 电池护照 6.1.0。",
            "# Read from",
        ),
        (
            ("cbam quarterly-report", "cbam/quarterly_report.xml", "--dossier"),
            "报告。报告不含下列事实，请为每项货物填写：net_mass、complex、",
            "# These facts are from",
        ),
    ],
    ids=["passport", "quarterly-report"],
)
def test_remarks_in_a_dossier_are_in_chinese(arguments: tuple[str, ...], head: str, english_head: str) -> None:
    name, file, option = arguments
    command = (*name.split(), ROOT / "tests" / "service" / "schemes" / file, option, "organizations/a/subjects/b")
    result = touchstone(*command, "--language", "zh")
    assert result.exit_code in {0, 1}, result.output
    assert head in result.stdout.splitlines()[0]
    assert not english(result.stderr), result.stderr
    assert not half_width(result.stderr)
    assert touchstone(*command).stdout.startswith(english_head)
