"""A double use comes first wherever a person or a program reads of an evaluation; documents used again are folded."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf import json_format

from tests.service.output.report.pages import read
from tests.support.commands import answered, touchstone
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

CARD = "zero-carbon-factory"
WORKED = (ROOT / "examples" / "worked-factory.yaml").read_text(encoding="utf-8")
OWN = "organizations/example/subjects/worked-factory"
TITLES = {"en": "DOUBLE USE FOUND IN THE ARCHIVE: ", "zh": "存档发现重复使用："}
BESIDE = {
    "en": "met by the submitted facts, but the archive found double use",
    "zh": "按所给事实满足，但存档发现重复使用",
}
ARCHIVE = evaluation_service_pb2.Statement.TOPIC_ARCHIVE
MAJOR = evaluation_pb2.Finding.SEVERITY_MAJOR


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("told"), ROOT / "scorecards") as running:
        yield running


def dossier(folder: Path, subject: str) -> Path:
    assert OWN in WORKED
    path = folder / f"{subject}.yaml"
    path.write_text(WORKED.replace(OWN, f"organizations/example/subjects/{subject}"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def second(server: RunningServer, tmp_path_factory: pytest.TempPathFactory) -> evaluation_pb2.Evaluation:
    """Evaluate one factory, then another that claims the same credits and certificates on the same documents."""
    folder, output = tmp_path_factory.mktemp("dossiers"), ""
    for subject in ("first", "second"):
        output = answered(
            "evaluate", CARD, dossier(folder, subject), "--as-of", "2026-03-01", "--server", server.address,
            "--set", "reading=cascade", "--format", "json",
        )  # fmt: skip
    return json_format.Parse(output, evaluation_pb2.Evaluation())


@pytest.fixture(scope="module")
def kept(second: evaluation_pb2.Evaluation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "second.json"
    path.write_text(json_format.MessageToJson(second), encoding="utf-8")
    return path


def majors(evaluation: evaluation_pb2.Evaluation) -> list[str]:
    return [one.place for one in evaluation.archive_findings if one.severity == MAJOR]


@pytest.mark.full
def test_double_use_comes_first_in_the_envelope(second: evaluation_pb2.Evaluation) -> None:
    severities = [one.severity for one in second.archive_findings]
    assert severities == sorted(severities, reverse=True)
    assert 0 < len(majors(second)) < len(severities) / 2
    assert all(place.startswith("facts[") for place in majors(second))
    assert not second.record_json.count("ARCHIVE.")


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_of_an_evaluation_starts_with_double_use(
    server: RunningServer, second: evaluation_pb2.Evaluation, tmp_path: Path, language: str
) -> None:
    text = answered(
        "evaluate", CARD, dossier(tmp_path, f"third-{language}"), "--as-of", "2026-03-01", "--server", server.address,
        "--set", "reading=cascade", "--language", language, "--full",
    )  # fmt: skip
    title, grade = text.index(TITLES[language]), text.index({"en": "Grade: three stars", "zh": "等级：三星"}[language])
    assert title < grade
    count = len(majors(second))
    section = text[title:grade]
    assert section.count("\n  ! ") == count
    assert f"{TITLES[language]}{count}" in section
    assert "second" in section
    (gate,) = (line for line in text.splitlines() if "G8" in line and line.strip().startswith("✓"))
    assert BESIDE[language] in gate
    assert "ARCHIVE." not in text
    shared = {"en": "Also used in earlier evaluations", "zh": "此前的评价也使用过"}[language]
    assert text.count(shared) == 1
    assert text.index(shared) > grade


@pytest.mark.full
@pytest.mark.parametrize(("language", "is_stored"), [("en", True), ("zh", False)])
def test_explanations_start_with_double_use(
    server: RunningServer, second: evaluation_pb2.Evaluation, kept: Path, language: str, is_stored: bool
) -> None:
    target = (second.name, "--server", server.address) if is_stored else (kept,)
    answer = json_format.Parse(
        answered("explain", *target, "--language", language, "--format", "json"),
        evaluation_service_pb2.ExplainEvaluationResponse(),
    )
    statements = [one for one in answer.statements if one.topic == ARCHIVE]
    assert list(answer.statements[: len(statements)]) == statements
    assert len(statements) == len(majors(second)) + 1
    assert [one.criterion_id for one in statements] == [""] * len(majors(second)) + ["G8"]
    assert {fact for one in statements for fact in one.fact_ids} <= {"credits", "green_power"}
    assert "first" in statements[0].text
    text = answered("explain", *target, "--language", language)
    heading = {"en": "Double use found in the archive", "zh": "存档发现重复使用"}[language]
    assert text.startswith(heading)
    gate = answered("explain", *target, "--language", language, "--criterion", "G8")
    assert gate.startswith(heading)
    assert statements[-1].text in gate
    tried = answered("simulate", *target, "--language", language, "--without", "waste_use_share")
    assert tried.startswith(f"{TITLES[language]}{len(majors(second))}")
    document = json.loads(answered("simulate", *target, "--without", "waste_use_share", "--format", "json"))
    assert next(iter(document)) == "archiveFindings"
    places = [one["place"] for one in document["archiveFindings"] if one["severity"] == "SEVERITY_MAJOR"]
    assert places == majors(second)


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_starts_with_double_use_and_folds_the_other_findings(
    second: evaluation_pb2.Evaluation, kept: Path, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "page.html"
    answered("report", kept, "--language", language, "--out", out)
    root = read(out.read_text(encoding="utf-8"))
    first, *_ = root.all("section")
    assert first.attributes["class"] == "double-use"
    assert first.all("h2")[0].text().startswith(TITLES[language].strip())
    assert len(first.all("li")) == len(majors(second))
    (row,) = (row for row in root.all("tr") if row.all("th") and row.all("th")[0].text().startswith("G8 "))
    assert "✓" in row.text()
    assert BESIDE[language] in row.text()
    shared = {"en": "Also used in earlier evaluations", "zh": "此前的评价也使用过"}[language]
    (folded,) = (one for one in root.all("details") if one.all("summary")[0].text().startswith(shared))
    assert "open" not in folded.attributes
    assert len(folded.all("li")) == len(second.archive_findings) - len(majors(second))


def test_outputs_without_double_use_do_not_mention_it(server: RunningServer, tmp_path: Path) -> None:
    text = answered("evaluate", CARD, dossier(tmp_path, "alone"), "--as-of", "2026-03-01", "--full")
    assert TITLES["en"] not in text
    assert "Also used" not in text
    assert BESIDE["en"] not in text


@pytest.mark.full
def test_lists_and_verification_report_double_use_first(
    server: RunningServer, second: evaluation_pb2.Evaluation, kept: Path, tmp_path: Path
) -> None:
    listed = answered("evaluation", "list", "organizations/example", "--server", server.address).splitlines()
    count = len(majors(second))
    assert listed[0].startswith(TITLES["en"])
    assert f"second as of 2026-03-01 ({count})" in listed[0]
    (line,) = (one for one in listed[1:] if second.name in one)
    assert f"double use: {count}  also used earlier: {len(second.archive_findings) - count}" in line
    chinese = answered("evaluation", "list", "organizations/example", "--server", server.address, "--language", "zh")
    assert chinese.startswith(TITLES["zh"])

    assert answered("verify", kept).startswith(TITLES["en"])
    assert "Only the check of the envelope covers it" in answered("verify", kept)
    silent = evaluation_pb2.Evaluation()
    silent.CopyFrom(second)
    del silent.archive_findings[:]
    stripped = tmp_path / "stripped.json"
    stripped.write_text(json_format.MessageToJson(silent), encoding="utf-8")
    assert TITLES["en"] not in answered("verify", stripped)
    result = touchstone("verify", stripped, "--server", server.address, "--language", "zh")
    assert result.exit_code == 1  # the log noted them
    assert TITLES["zh"] in result.stdout
    assert "信封" in result.stdout
    request = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=second.name)
    assert list(server.evaluations.VerifyEvaluationTrail(request).archive_findings) == list(second.archive_findings)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_where_used_queries_and_campaigns_report_double_use(
    server: RunningServer, second: evaluation_pb2.Evaluation, language: str
) -> None:
    count, at = len(majors(second)), ("--server", server.address)
    rests = ("organizations/example", "version", second.record.scorecard_version)
    used = answered("correction", "find", *rests, *at, "--language", language)
    assert {"en": "double use count", "zh": "重复使用数"}[language] in used
    assert second.name.rpartition("/")[2] in used
    document = json.loads(answered("correction", "find", *rests, *at, "--format", "json"))
    assert {one["evaluation"]: one.get("doubleUseCount", 0) for one in document["uses"]}[second.name] == count
    answered("correction", "begin", rests[0], language, *rests[1:], "--reason", "repealed", *at)
    listed = answered("correction", "items", f"organizations/example/campaigns/{language}", *at, "--format", "json")
    assert count in [item.get("doubleUseCount") for item in json.loads(listed)["items"]]


def test_proof_bundles_and_applied_results_report_double_use_first(
    server: RunningServer, second: evaluation_pb2.Evaluation, tmp_path: Path
) -> None:
    path, trust = tmp_path / "bundle.json", tmp_path / "trust.json"
    trust.write_text('{"logs": {}, "witnesses": {}}', encoding="utf-8")
    answered("proof", "bundle", second.name, "--server", server.address, "-o", path)
    for language, title in TITLES.items():
        checked = touchstone("verify", "bundle", path, "--trust", trust, "--language", language)
        assert checked.stdout.startswith(f"{title}{len(majors(second))}"), checked.stderr
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    subject = "organizations/example/subjects/second"
    applied = answered(
        "evaluation", "applied", subject, "--on", "2026-03-01", "--known", "2026-03-01", "--database-url", url
    )
    assert applied.startswith(f"{TITLES['en']}{CARD}")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_summary_of_a_batch_starts_with_double_use(server: RunningServer, tmp_path: Path, language: str) -> None:
    folder, out = tmp_path / "batch", tmp_path / "results"
    folder.mkdir()
    for number in range(3):
        dossier(folder, f"batch-{language}-{number}")
    arguments = ("--as-of", "2026-03-01", "--set", "reading=cascade", "--server", server.address, "--out", out)
    text = answered("batch", "evaluate", CARD, folder, *arguments, "--language", language)
    assert text.splitlines()[1].startswith(TITLES[language])
    assert f"batch-{language}-2" in text.splitlines()[1]
    again = answered("batch", "evaluate", CARD, folder, *arguments, "--resume", "--language", language)
    assert again.splitlines()[1] == text.splitlines()[1]
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["doubleUses"]["subjects"] >= 2
    assert len(summary["doubleUses"]["named"]) == summary["doubleUses"]["subjects"]
