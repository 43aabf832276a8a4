"""Commands `explain` and `simulate`: from a file or a server, and only for verified evaluations."""

import json
import shlex
from pathlib import Path

import pytest
from google.protobuf import json_format

from service.configuration.folders import PUBLISHED
from service.gazette.publication import write_version
from service.output.mapping.requests import INPUTS
from tests.support.calling import request_for
from tests.support.commands import answered, touchstone
from tests.support.filled_workbooks import filled
from tests.support.running import RunningServer
from tests.support.small_card import CARD, DIGEST, small_card, small_subject
from touchstone.v1 import evaluation_service_pb2, fact_pb2

DOSSIER = f"""subject: organizations/green-body/subjects/factory-7
settings: {{reading: cascade}}
facts:
  renewable_share: {{value: 50 %, evidence: [meter]}}
  serious_violations: 0 time
  energy_used: 1200 kWh
  status: closed
  credits: []
evidence:
  meter: {{kind: meter-reading, issuer: Grid company, digest: "{DIGEST}", issue_date: 2026-01-15,
          assurance: reasonable}}
"""


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    first = small_card(last="2026-12-31")
    write_version(folder, first, {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="1.1.0", first="2027-01-01", gold=65)
    write_version(folder, second, {}, publish_time="2026-01-01T00:00:00Z")
    return folder


@pytest.fixture
def kept(tmp_path: Path, gazette: Path) -> Path:
    dossier, path = tmp_path / "dossier.yaml", tmp_path / "result.json"
    dossier.write_text(DOSSIER, encoding="utf-8")
    result = touchstone(
        "evaluate", CARD, dossier, "--as-of", "2026-03-01", "--format", "json", "--out", path, "--gazette", gazette
    )
    assert result.exit_code == 0, result.stderr
    return path


@pytest.fixture(autouse=True)
def _published_here(gazette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(gazette))


def test_an_explanation_is_grouped_by_topic_with_the_basis_of_each_sentence(kept: Path) -> None:
    result = touchstone("explain", kept)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings == [
        "Reasons for the conclusion", "How the figures were computed", "Points lost", "Possible improvements",
        "Basis of the result",
        "Adopted, not yet in force",
        "To try with simulate",
    ]  # fmt: skip
    loss = lines.index("Points lost")
    assert lines[loss + 1] == (
        "  I1 Renewable energy: Renewable share (50 %) earns 30 of 60 points: 30.00 points lost. "
        "30 percentage points to the next band. Reason: I1.BAND_2."
    )
    assert lines[loss + 2] == "      GB/T 1, 5.1 (secondary); evidence meter"
    way = lines.index("Possible improvements")
    assert lines[way + 1 : way + 3] == [
        "  If only Renewable share changed from 50 % to 80 %: Gold, verified by a new evaluation.",
        "      evidence meter",
    ]
    assert lines[-1] == "  --fact 'renewable_share=80 %' → gold (now 50 %)"


def test_the_option_suggested_by_explain_is_accepted_by_simulate(kept: Path) -> None:
    last_line = touchstone("explain", kept).stdout.splitlines()[-1]
    option, assignment, *_ = shlex.split(last_line)
    tried = touchstone("simulate", kept, option, assignment)
    assert tried.stdout == (
        "Changes: Renewable share = 80 %\n"
        "\n"
        "Before (1.0.0): Graded\n"
        "  Grade: silver\n"
        "  Score: 70.00 of 100.00 points\n"
        "After (1.0.0): Graded\n"
        "  Grade: Gold\n"
        "  Score: 100.00 of 100.00 points\n"
        "\n"
        "Differences\n"
        "  I1 Renewable energy: 30.00 of 60.00 points (NOT MET) → 60.00 of 60.00 points (met)\n"
        "\n"
        "Nothing was stored.\n"
    )


def test_programs_and_chinese_readers_get_the_same_explanation(kept: Path) -> None:
    answers = {
        language: json_format.Parse(
            touchstone("explain", kept, "--language", language, "--format", "json").stdout,
            evaluation_service_pb2.ExplainEvaluationResponse(),
        )
        for language in ("en", "zh")
    }
    bare = {
        language: [
            (one.topic, one.criterion_id, list(one.fact_ids), list(one.evidence_ids), list(one.bases))
            for one in answer.statements
        ]
        for language, answer in answers.items()
    }
    assert bare["en"] == bare["zh"]
    assert answers["en"].ways_up == answers["zh"].ways_up
    chinese = touchstone("explain", kept, "--language", "zh").stdout
    assert "\n失分\n  I1 可再生能源：" in chinese
    assert "\n      GB/T 1，5.1（转引）；证据 meter\n" in chinese
    for statement in answers["zh"].statements:
        assert statement.text.split("依据：")[0] in chinese


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "basis", "same"), [("en", "replaces Table B.1", "on the same basis"), ("zh", "代替表 B.1", "依据同上")]
)
def test_a_basis_shared_by_consecutive_sentences_is_printed_once(
    tmp_path: Path, language: str, basis: str, same: str
) -> None:
    made = tmp_path / "made.json"
    asked = ("zero-carbon-factory", "examples/worked-factory.yaml", "--as-of", "2026-11-20", "--gazette", PUBLISHED)
    assert touchstone("evaluate", *asked, "--set", "reading=cascade", "--format", "json", "--out", made).exit_code == 0
    explanation = touchstone("explain", made, "--language", language, "--gazette", PUBLISHED).stdout
    lost = explanation.split("\nPoints lost\n" if language == "en" else "\n失分\n")[1].split("\n\n")[0].splitlines()
    assert (lost[1].count(basis), "\n".join(lost).count(basis)) == (1, 1)
    assert all(line.startswith(f"      {same}") for line in lost[3::2])


def test_a_single_criterion_can_be_explained(kept: Path) -> None:
    explanation = touchstone("explain", kept, "--criterion", "I1").stdout
    assert "I1 Renewable energy" in explanation
    assert "G1" not in explanation
    assert touchstone("explain", kept, "--criterion", "G1.PENALTY").stdout.startswith("No statement about G1.PENALTY")
    wrong = touchstone("explain", kept, "--criterion", "G9")
    assert wrong.exit_code == 2
    assert "--criterion: The scorecard version has no criterion 'G9'." in wrong.stderr


@pytest.mark.full
@pytest.mark.parametrize(
    ("criterion", "expected_message"),
    [
        ("A7", "Its criteria are A7-CLASS, A7-DECLARATION"),
        ("fairness", "Leave the criterion empty to explain all criteria with their ids."),
    ],
)
def test_an_unknown_criterion_of_a_large_card_is_refused_with_a_next_step(
    tmp_path: Path, criterion: str, expected_message: str
) -> None:
    root, result = Path(__file__).parents[3], tmp_path / "result.json"
    published = ("--gazette", root / "scorecards")
    asked = ("--as-of", "2027-04-01", "--format", "json", "--out", result)
    made = touchstone("evaluate", "eu-battery", root / "examples/eu-battery-ev.yaml", *asked, *published)
    assert made.exit_code == 0, made.stderr
    wrong = touchstone("explain", result, "--criterion", criterion, *published)
    assert (wrong.exit_code, expected_message in wrong.stderr) == (2, True)


@pytest.mark.parametrize(
    ("command", "consequence"),
    [("explain", "Therefore, it is not explained."), ("simulate", "Therefore, nothing was computed.")],
)
def test_an_unverified_evaluation_is_neither_explained_nor_simulated(
    kept: Path, command: str, consequence: str
) -> None:
    kept.write_text(kept.read_text(encoding="utf-8").replace("2026-03-01", "2026-03-02"), encoding="utf-8")
    refused = touchstone(command, kept)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "1. record digest FAILED" in refused.stderr
    assert consequence in refused.stderr
    checks = json.loads(touchstone(command, kept, "--format", "json").stdout)
    assert checks["result"] == "RESULT_FAILED"
    kept.write_text("[]", encoding="utf-8")
    assert touchstone(command, kept).exit_code == 2


def simulated(kept: Path, *options: object) -> evaluation_service_pb2.EvaluationDifference:
    result = touchstone("simulate", kept, *options, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json_format.Parse(result.stdout, evaluation_service_pb2.SimulateEvaluationResponse()).difference


def test_a_fact_can_be_changed_or_made_unknown(kept: Path) -> None:
    worse = simulated(kept, "--fact", "renewable_share=30 %", "--fact", "status=open")
    assert [one.criterion_id for one in worse.criterion_differences] == ["I1", "I2"]
    assert worse.after.score.exact.high == "0"
    unknown = simulated(kept, "--without", "status")
    assert (unknown.after.score.exact.low, unknown.after.score.exact.high) == ("30", "70")
    absent = touchstone("simulate", kept, "--fact", "renewable_share={value: 80 %, evidence: [absent]}")
    assert (absent.exit_code, "'absent'" in absent.stderr) == (2, True)
    listed = simulated(kept, "--fact", "credits=[{serial: A-1, certificate: c, amount: 1 tCO2e}]")
    assert not listed.criterion_differences


def test_raised_and_removed_findings_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(PUBLISHED))
    root, dossier = Path(__file__).parents[3], tmp_path / "factory.yaml"
    worked = (root / "examples/worked-factory.yaml").read_text(encoding="utf-8")
    assert "claimed_reduction: {value: 1200 tCO2e" in worked
    results = []
    for reduction in ("1200", "1000"):
        changed = f"claimed_reduction: {{value: {reduction} tCO2e"
        dossier.write_text(worked.replace("claimed_reduction: {value: 1200 tCO2e", changed), encoding="utf-8")
        results.append(tmp_path / f"{reduction}.json")
        options = ("--as-of", "2026-06-30", "--format", "json", "--out", results[-1])
        answered("evaluate", "zero-carbon-factory", dossier, *options)
    balanced, unbalanced = results
    raised = touchstone("simulate", balanced, "--fact", "claimed_reduction=1000 tCO2e").stdout
    assert "observation E5.UNBALANCED Base-year emissions" in raised
    assert ": not raised → raised\n" in raised
    assert (
        ": raised → not raised\n" in touchstone("simulate", unbalanced, "--fact", "claimed_reduction=1200 tCO2e").stdout
    )
    unknown = touchstone("simulate", balanced, "--without", "absolute_fall", "--language", "zh").stdout
    assert "：未开具 → 待定" in unknown
    same = touchstone("simulate", balanced, "--fact", "supplier_actions=[policy, asked]").stdout
    assert "No criterion, finding or figure changes." in same


def test_a_changed_fact_without_new_evidence_retains_its_evidence(kept: Path) -> None:
    assert simulated(kept, "--fact", "renewable_share=80 %").after.grade == "gold"


def test_settings_and_versions_can_be_changed(kept: Path) -> None:
    assert simulated(kept, "--set", "reading=literal").after.grade == "none"
    assert simulated(kept, "--version", f"{CARD}@1.1.0").after.grade == "gold"
    output = touchstone("simulate", kept, "--version", f"{CARD}@1.1.0", "--language", "zh").stdout
    assert output.splitlines()[3:5] == ["之后（1.1.0）：已评级", "  等级：金"]
    assert "没有准则、发现或数值发生变化。" in output


def test_a_correction_is_read_from_a_file_and_its_errors_are_located(kept: Path, tmp_path: Path) -> None:
    fragment = tmp_path / "correction.yaml"
    fragment.write_text(
        "facts:\n"
        "  renewable_share: {value: 50 %, evidence: [meter],\n"
        "    verification: {judgement: corrected, value: 80 %, method: visit, reason: read twice,\n"
        "                   person: users/auditor, date: 2026-02-01}}\n"
        "settings: {reading: literal}\n",
        encoding="utf-8",
    )
    assert simulated(kept, "--facts", fragment).after.grade == "gold"
    fragment.write_text("facts:\n  energy_used: 1200 kW\n", encoding="utf-8")
    wrong = touchstone("simulate", kept, "--facts", fragment)
    assert wrong.exit_code == 2
    assert f"{fragment}:2:16: facts.energy_used.unit" in wrong.stderr
    both = touchstone("simulate", kept, "--facts", fragment, "--fact", "serious_violations=1 kWh")
    assert "touchstone: facts.serious_violations.unit" in both.stderr
    fragment.write_text("subject: x\n", encoding="utf-8")
    assert f"{fragment}:1:1: subject: 'subject' is not a key of" in touchstone(
        "simulate", kept, "--facts", fragment
    ).stderr  # fmt: skip


@pytest.mark.parametrize(
    ("options", "expected_message"),
    [
        (("--fact", "renewable_shar=1"), "--fact: 'renewable_shar' is not a fact of"),
        (("--fact", "status"), "--fact: 'status' does not have the form id=value"),
        (("--fact", "status="), "to remove a value, use --without"),
        (("--fact", "certified=perhaps"), "--fact certified: 'perhaps' is not one of yes, no"),
        (("--fact", "themes=[water"), "--fact themes: The text is not valid YAML"),
        (("--without", "colour"), "--without: 'colour' is not a fact of"),
        (("--without", "status", "--fact", "status=open"), "facts.status: This id occurs more than once"),
        (("--set", "reading"), "--set: 'reading' does not have the form setting=choice"),
        (("--set", "reading=aloud"), "settings.reading"),
        (
            ("--version", "other@1.0.0"),
            f"does not name a version of the scorecard '{CARD}'. Write the version in the form {CARD}@x.y.z",
        ),
        (("--version", CARD), "--version"),
        (("--version", f"{CARD}@9.0.0"), "9.0.0"),
    ],
)
def test_wrong_options_are_refused_with_the_allowed_values(
    kept: Path, options: tuple[str, ...], expected_message: str
) -> None:
    refused = touchstone("simulate", kept, *options)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert expected_message in refused.stderr


@pytest.mark.full
def test_a_server_answers_as_this_process_does(tmp_path: Path, gazette: Path) -> None:
    path = tmp_path / "stored.json"
    with RunningServer(tmp_path, gazette) as server:
        stored = server.evaluations.EvaluateSubject(request_for(small_subject()))
        path.write_text(json_format.MessageToJson(stored), encoding="utf-8")
        there = ("--server", server.address)
        for options in (("--language", "zh"), ("--format", "json"), ("--criterion", "I1")):
            assert (
                touchstone("explain", stored.name, *there, *options).stdout
                == touchstone("explain", path, *options).stdout
            )
        for changes in (
            ("--fact", "renewable_share=50 %", "--without", "status"),
            ("--set", "reading=literal", "--format", "json"),
            ("--version", f"{CARD}@1.1.0", "--fact", "status=open"),
        ):
            answer = touchstone("simulate", stored.name, *there, *changes)
            assert answer.exit_code == 0, answer.stderr
            assert answer.stdout == touchstone("simulate", path, *changes).stdout
        assert "criterion" in touchstone("explain", stored.name, *there, "--criterion", "G9").stderr
        fragment = tmp_path / "fragment.yaml"
        fragment.write_text("facts:\n  energy_used: 1200 kW\n", encoding="utf-8")
        wrong = touchstone("simulate", stored.name, *there, "--facts", fragment)
        assert (wrong.exit_code, f"{fragment}:2:16: facts.energy_used" in wrong.stderr) == (2, True)
        assert touchstone("explain", stored.name[:-4] + "0000", *there).exit_code == 2
    gone = touchstone("explain", stored.name, *there)
    assert (gone.exit_code, "No server responds at" in gone.stderr) == (3, True)


def test_a_workbook_is_started_from_as_a_dossier_is(tmp_path: Path) -> None:
    path = filled().save(tmp_path / "filled.xlsx")
    options = ("--as-of", "2026-03-01", "--version", f"{CARD}@1.1.0", "--fact", "renewable_share=30 %")
    tried = touchstone("simulate", path, *options, "--format", "json")
    assert (tried.exit_code, tried.stderr) == (0, "")
    difference = json.loads(tried.stdout)["difference"]
    assert (difference["before"]["grade"], difference["after"]["grade"]) == ("gold", "none")


def test_facts_without_a_value_stay_unknown_in_messages_to_a_server() -> None:
    subject = small_subject()
    bare = subject.facts[0].model_copy(update={"value": None})
    assert not INPUTS.write(fact_pb2.Fact, bare).HasField("value")
