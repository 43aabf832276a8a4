"""The author's commands: from a draft with gaps to a published version that can be scored."""

import json
import re
import shutil
from pathlib import Path

import pytest
from google.protobuf import json_format

from service.api.version_exports import PublishedVersions
from service.gazette.versions import Gazette
from tests.support.commands import touchstone
from touchstone.v1 import scorecard_service_pb2

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "tests" / "corpus"
REMARK = "    # proposed by touchstone draft edges: confirm, then delete this line\n"
DOSSIER = "subject: organizations/a/subjects/b\nfacts: {share: 85 %, system: certified}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Draft that compiles, with boundaries that no example covers yet."""
    folder = tmp_path / "desk"
    shutil.copytree(CORPUS / "good" / "RL041", folder)
    return folder


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    return tmp_path / "gazette"


@pytest.fixture
def published(desk: Path, gazette: Path) -> Path:
    assert touchstone("draft", "edges", desk, "--write").exit_code == 0
    change(desk, REMARK, "")
    assert touchstone("publish", desk, "--reason", "Notice 7", "--gazette", gazette).exit_code == 0
    return desk


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "card.en.feature"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_draft_with_gaps_is_sound_but_not_publishable(desk: Path, gazette: Path) -> None:
    checked = touchstone("check", desk)
    assert checked.exit_code == 1
    assert "examples: 1, failed: 0; errors: 0, warnings: 8; threshold values without an example: 8" in checked.stdout
    assert "`touchstone draft edges` proposes them" in checked.stdout
    refused = touchstone("publish", desk, "--gazette", gazette)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "card.en.feature:39:22: RL052" in refused.stderr
    assert not gazette.exists()


def test_boundary_examples_are_shown_and_then_written(desk: Path) -> None:
    before = (desk / "card.en.feature").read_text(encoding="utf-8")
    shown = touchstone("draft", "edges", desk)
    assert shown.exit_code == 1
    assert "+      Given share is 49.99 %" in shown.stdout
    assert (desk / "card.en.feature").read_text(encoding="utf-8") == before
    written = touchstone("draft", "edges", desk, "--write")
    assert written.exit_code == 0
    assert "examples added: 3; threshold values left for you: 0" in written.stdout
    assert "Given share is 49.99 %" in (desk / "card.en.feature").read_text(encoding="utf-8")
    assert touchstone("draft", "edges", desk).exit_code == 0
    assert "threshold values without an example: 0\n" in touchstone("check", desk).stdout


def test_the_boundary_command_reports_failing_examples(desk: Path) -> None:
    change(desk, "Then the grade is A", "Then the grade is B")
    result = touchstone("draft", "edges", desk, "--write")
    assert result.exit_code == 1
    assert "1 of the existing examples fail" in result.stdout
    assert json.loads(touchstone("draft", "edges", desk, "--format", "json").stdout)["failedExamples"] == 1
    change(desk, "Then the grade is B", "Then the grade is A")
    assert touchstone("draft", "edges", desk).exit_code == 0


def test_a_proposal_must_be_confirmed_before_it_is_published(desk: Path, gazette: Path) -> None:
    assert "delete the comment line above it" in touchstone("draft", "edges", desk, "--write").stdout
    checked = touchstone("check", desk)
    assert checked.exit_code == 1
    assert "until every proposed example is confirmed" in checked.stdout
    refused = touchstone("publish", desk, "--gazette", gazette)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.count("RL054") == 3
    assert not gazette.exists()


def test_a_check_can_be_read_by_programs(desk: Path) -> None:
    report = json.loads(touchstone("check", desk, "--format", "json").stdout)
    assert (report["examples"], report["failedExamples"], report["publishable"]) == (1, 0, False)
    assert (report["diagnostics"][0]["code"], report["diagnostics"][0]["severity"]) == ("RL052", "SEVERITY_WARNING")
    assert (report["diagnostics"][0]["path"], report["diagnostics"][0]["line"]) == ("card.en.feature", 39)
    assert len(report["edgesWithoutExample"]) == 8
    assert touchstone("check", desk).stdout.endswith(f"rule digest {report['ruleDigest']}\n")
    change(desk, "Then the grade is A", "Then the grade is B")
    failed = touchstone("check", desk, "--format", "json")
    assert failed.exit_code == 1
    assert json.loads(failed.stdout)["ruleDigest"] is None
    assert json.loads(touchstone("check", desk / "nowhere", "--format", "json").stdout)["code"] == 3


def assert_check_refuses(draft: Path, gazette: Path, code: str) -> None:
    checked = touchstone("check", draft, "--gazette", gazette)
    assert checked.exit_code == 1
    assert f": {code}: " in checked.stdout
    assert "errors: 1, " in checked.stdout
    assert (
        json.loads(touchstone("check", draft, "--gazette", gazette, "--format", "json").stdout)["publishable"] is False
    )
    assert f": {code}: " not in touchstone("check", draft).stdout


def test_many_equal_warnings_are_counted_in_the_text_and_listed_in_json(published: Path) -> None:
    change(published, "| effective from | 2026-01-01 ", "| effective from | 2090-01-01 ")
    path = published / "card.en.feature"
    scenario = "\n    Scenario: again {}\n      When evaluated as of 2026-03-01\n      Then the grade is A\n"
    path.write_text(path.read_text(encoding="utf-8") + "".join(map(scenario.format, range(4))), encoding="utf-8")
    text = touchstone("check", published).stdout
    early = [
        each
        for each in json.loads(touchstone("check", published, "--format", "json").stdout)["diagnostics"]
        if each["code"] == "RL037"
    ]
    assert len(early) > 5
    assert text.count(": RL037: ") == 3
    assert f"… and {len(early) - 3} more warnings RL037 with the same hint (in all {len(early)}, in 1 file): " in text
    assert "Write 2090-01-01 or a later date. --format json lists them all." in text
    assert f"warnings: {len(early)}" in text


def test_a_version_is_published_once_and_for_ever(published: Path, gazette: Path) -> None:
    again = touchstone("publish", published, "--gazette", gazette)
    assert again.exit_code == 0
    first = (gazette / "smallest" / "1.0.0.json").read_bytes()
    change(published, "Guide 1-2026", "Guide 1-2027")
    refused = touchstone("publish", published, "--gazette", gazette)
    assert refused.exit_code == 2
    assert "RL061" in refused.stderr
    assert_check_refuses(published, gazette, "RL061")
    assert (gazette / "smallest" / "1.0.0.json").read_bytes() == first
    change(published, "| 1.0.0 ", "| 1.1.0 ")
    overlapping = touchstone("publish", published, "--gazette", gazette)
    assert overlapping.exit_code == 2
    assert "RL060" in overlapping.stderr
    assert_check_refuses(published, gazette, "RL060")
    change(published, "| 1.1.0                 |", "| 1.1.0                 |\n      | supersedes | 1.0.0 |")
    assert touchstone("publish", published, "--reason", "Notice 7", "--gazette", gazette).exit_code == 0
    assert touchstone("check", published, "--gazette", gazette).exit_code == 0
    listed = touchstone("card", "show", "smallest", "--gazette", gazette).stdout
    assert listed.index("1.1.0") < listed.index("1.0.0")


def test_a_draft_and_its_published_version_get_the_same_grade(published: Path, gazette: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(DOSSIER)
    common = (dossier, "--as-of", "2026-03-01", "--gazette", gazette, "--full")
    draft, version = touchstone("evaluate", published, *common), touchstone("evaluate", "smallest", *common)
    assert (draft.exit_code, version.exit_code) == (0, 0)
    # The trail digest differs because each evaluation uses a new random salt.
    draft_lines, version_lines = (
        [line for line in result.stdout.splitlines() if "trail digest" not in line.lower()]
        for result in (draft, version)
    )
    assert len(draft_lines) > 5
    assert draft_lines == version_lines


def test_a_failing_example_is_an_error(desk: Path) -> None:
    change(desk, "Then the grade is A", "Then the grade is B")
    checked = touchstone("check", desk)
    assert checked.exit_code == 1
    assert re.search(r"^card\.en\.feature:53:\d+: RL072", checked.stdout, re.MULTILINE)
    assert "examples: 1, failed: 1" in checked.stdout


def test_errors_are_diagnostics_with_a_location(gazette: Path) -> None:
    broken = CORPUS / "bad" / "RL041"
    checked = touchstone("check", broken)
    assert checked.exit_code == 1
    assert "card.en.feature:41:11: RL041" in checked.stdout
    for command in (
        ("draft", "edges", broken),
        ("publish", broken, "--gazette", gazette),
        ("card", "export", broken, "--language", "en"),
    ):
        result = touchstone(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "card.en.feature:41:11: RL041" in result.stderr


def test_the_summary_of_a_check_is_in_the_language_of_the_files_with_errors(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "tests" / "language" / "whole_card", folder)
    assert touchstone("check", folder).stdout.splitlines()[-1].startswith("rule digest ")
    assert touchstone("check", folder, "--language", "zh").stdout.splitlines()[-1].startswith("规则摘要 ")
    rules = folder / "rules.zh.feature"
    rules.write_text(rules.read_text(encoding="utf-8").replace("不低于 ", ">= "), encoding="utf-8")
    output = touchstone("check", folder).stdout
    assert output.splitlines()[-1] == "草案尚不能发布。"
    assert "The draft" not in output
    rules = folder / "rules.en.feature"
    rules.write_text(rules.read_text(encoding="utf-8").replace("at least ", ">= "), encoding="utf-8")
    assert "草案尚不能发布。" in touchstone("check", folder).stdout
    assert touchstone("check", folder).stdout.splitlines()[-1] == "The draft cannot be published."


def test_the_files_of_one_language_can_be_checked_alone(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "tests" / "language" / "whole_card", folder)
    (folder / "card.zh.feature").write_text("功能", encoding="utf-8")
    assert touchstone("check", folder).exit_code == 1
    assert touchstone("check", folder, "--language", "en").exit_code == 1, "the language of the answer chooses no files"
    alone = touchstone("check", folder, "--files", "en", "--language", "zh")
    assert (alone.exit_code, alone.stdout.splitlines()[-1][:9]) == (1, "只检查了英文文件；"), (
        "threshold values have no example"
    )
    assert not json.loads(touchstone("check", folder, "--files", "en", "--format", "json").stdout)["publishable"]
    (folder / "card.zh.feature").unlink()
    (folder / "rules.zh.feature").unlink()
    for command in (("check",), ("draft", "edges")):
        refused = touchstone(*command, folder, "--files", "zh", "--language", "zh").stderr
        assert "--files" in refused
        assert "该文件夹没有“zh”文件。请选择其中的语言：en" in refused
    assert touchstone("draft", "edges", folder, "--language", "zh").exit_code != 2
    assert "Only the" not in touchstone("check", folder, "--files", "en").stdout


@pytest.mark.parametrize("language", ["en", "zh"])
def test_differences_between_the_languages_are_reported_in_either_language(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "tests" / "corpus" / "bad" / "RL073", folder)
    assert "RL073" in touchstone("check", folder, "--language", language).stdout


def test_an_exported_version_compiles_to_the_same_digest(published: Path, gazette: Path, tmp_path: Path) -> None:
    exported = tmp_path / "exported"
    written = touchstone(
        "card", "export", "smallest@1.0.0", "--language", "en", "--out", exported, "--gazette", gazette
    )
    assert "1 file written" in written.stdout
    digests = [touchstone("check", folder).stdout.splitlines()[-1] for folder in (published, exported)]
    assert digests[0].startswith("rule digest ")
    assert digests[0] == digests[1]
    shown = touchstone("card", "export", published, "--language", "zh")
    assert "# ---- card.zh.feature\n# language: zh-CN" in shown.stdout


def test_json_exports_of_a_version_and_of_its_folder_are_equal(published: Path, gazette: Path, tmp_path: Path) -> None:
    answers = []
    for card in ("smallest@1.0.0", published):
        output = touchstone("card", "export", card, "--language", "en", "--format", "json", "--gazette", gazette).stdout
        answers.append(json_format.Parse(output, scorecard_service_pb2.ExportScorecardVersionResponse()))
    assert answers[0] == answers[1]
    request = scorecard_service_pb2.ExportScorecardVersionRequest(
        name="scorecards/smallest/versions/1.0.0",
        form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_FEATURE,
        language_code="en",
    )
    assert answers[0] == PublishedVersions(Gazette(gazette)).export(request)
    out = tmp_path / "out"
    both = touchstone(
        "card", "export", "smallest", "--language", "en", "--format", "json", "--out", out, "--gazette", gazette
    )
    assert json_format.Parse(both.stdout, scorecard_service_pb2.ExportScorecardVersionResponse()) == answers[0]
    assert {file.path: file.content for file in answers[0].source_files} == {
        path.name: path.read_text(encoding="utf-8") for path in out.iterdir()
    }
    absent = touchstone("card", "export", "nothing", "--language", "en", "--format", "json", "--gazette", gazette)
    assert (absent.exit_code, '"code"' in absent.stdout) == (2, True)


def test_version_folder_and_service_return_the_same_schema(published: Path, gazette: Path, tmp_path: Path) -> None:
    out = tmp_path / "smallest.schema.json"
    assert touchstone("dossier", "schema", "smallest@1.0.0", "--out", out, "--gazette", gazette).exit_code == 0
    text = out.read_text(encoding="utf-8")
    drafted = touchstone("dossier", "schema", published, "--gazette", gazette)
    assert (drafted.stdout, "DRAFT" in drafted.stderr) == (text, True)
    request = scorecard_service_pb2.GetInputSchemaRequest(name="scorecards/smallest/versions/1.0.0/inputSchema")
    assert PublishedVersions(Gazette(gazette)).input_schema(request).json_schema == text
    assert set(json.loads(text)["properties"]["facts"]["anyOf"][0]["properties"]) == {"share", "system"}
    assert touchstone("dossier", "schema", "nothing", "--gazette", gazette).exit_code == 2


def test_the_plan_of_a_version_and_of_its_folder_is_shown_with_its_source(published: Path, gazette: Path) -> None:
    text = touchstone("card", "plan", "smallest", "--gazette", gazette).stdout
    assert text.startswith("scorecards/smallest/versions/1.0.0\n")
    assert "first pass" in text
    assert "第一轮" in touchstone("card", "plan", "smallest", "--language", "zh", "--gazette", gazette).stdout
    source = touchstone("card", "plan", "smallest@1.0.0", "--source", "--gazette", gazette).stdout
    assert source == touchstone("card", "plan", published, "--source", "--gazette", gazette).stdout
    compile(source, "plan", "exec")
    plan = json.loads(touchstone("card", "plan", "smallest", "--format", "json", "--gazette", gazette).stdout)
    assert [network["name"] for network in plan["networks"]][-2:] == ["first pass", "second pass"]
    assert all(network["source"] in source for network in plan["networks"])


@pytest.mark.parametrize("command", [("check",), ("draft", "edges"), ("publish",)])
@pytest.mark.parametrize(
    ("folder", "words"),
    [("nowhere", "is not a folder"), (".", "contains no .feature files"), ("round", "is not a folder")],
)
def test_a_folder_without_sources_is_refused(command: tuple[str, ...], folder: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    result = touchstone(*command, tmp_path / folder)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_file_that_is_no_text_is_refused(desk: Path) -> None:
    (desk / "other.en.feature").write_bytes(b"\xff\xfe")
    result = touchstone("check", desk)
    assert result.exit_code == 2
    assert "is not UTF-8" in result.stderr


def test_a_boundary_without_proposed_example_is_reported_in_the_words_of_the_rule(tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    for path in (ROOT / "features" / "cbam-electricity").glob("*.feature"):
        text = re.sub(r"\n {4}(Scenario|场景)[\s\S]*?(?=\n {2}(?:Rule|规则)|\Z)", "", path.read_text(encoding="utf-8"))
        (folder / path.name).write_text(f"{text.rstrip()}\n", encoding="utf-8")
    output = touchstone("draft", "edges", folder, "--write", "--language", "zh").stdout
    place, sentence = next(line.split("：", 1) for line in output.splitlines() if "仅“国家组 为 third”不成立" in line)
    assert "在基准案例上作简单改动无法得出，请自行举例" in sentence
    assert "[" not in output
    name, line, column = place.split(":")
    words = (folder / name).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert words[int(column) - 1 :].startswith("国家组 为 third")


@pytest.mark.parametrize(("encoding", "line"), [("gb18030", 2), ("utf-16", 1)])
def test_all_files_that_are_not_utf8_are_reported_together_each_in_its_language(
    desk: Path, encoding: str, line: int
) -> None:
    words = (desk / "card.en.feature").read_text(encoding="utf-8")
    (desk / "card.en.feature").write_bytes(words.encode("utf-16"))
    chinese = "# language: zh-CN\n功能: 一张用于自评的小评分卡, 评价可再生电力的占比\n"
    (desk / "card.zh.feature").write_bytes(chinese.encode(encoding))
    result = touchstone("check", desk)
    assert result.exit_code == 2
    english, other = result.stderr.splitlines()
    assert "card.en.feature: line 1: The text is not UTF-8, but probably UTF-16" in english
    assert f"card.zh.feature: 第 {line} 行：文字不是 UTF-8，很可能是" in other
