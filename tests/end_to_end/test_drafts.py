"""Draft simulation over a socket, in both languages: changes, diagnostics, and no stored data."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import grpc
import pytest

from service.gazette.drafts import MAXIMUM_BYTES, MAXIMUM_FILES, PROGRAM
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.terminal.draft_folder import read_sources
from tests.support.calling import Refused, refused, request_for
from tests.support.commands import touchstone
from tests.support.running import ROOT, RunningServer
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2
from touchstone.v1.scorecard_pb2 import SourceFile

CARD = "zero-carbon-factory"
FOLDER = ROOT / "features" / CARD
DOSSIER = ROOT / "examples" / "worked-factory.yaml"
AS_OF = "2026-11-20"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), ROOT / "scorecards") as running:
        yield running


@pytest.fixture(scope="module")
def request_of_factory() -> evaluation_service_pb2.EvaluateSubjectRequest:
    scorecard = Gazette(ROOT / "scorecards").versions(CARD)[-1].scorecard
    subject = read_dossier(DOSSIER.read_bytes(), scorecard, as_of=AS_OF, settings={}).subject
    return request_for(subject, scorecard=f"scorecards/{CARD}")


@pytest.fixture(scope="module")
def stored(
    server: RunningServer, request_of_factory: evaluation_service_pb2.EvaluateSubjectRequest
) -> evaluation_pb2.Evaluation:
    answer: evaluation_pb2.Evaluation = server.evaluations.EvaluateSubject(request_of_factory)
    return answer


def sources(**changes: tuple[str, str]) -> dict[str, str]:
    files = read_sources(FOLDER)
    for language, (old, new) in changes.items():
        path = f"stars.{language}.feature"
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return files


STRICTER = {"en": ("| 3     | 70 ", "| 3     | 75 "), "zh": ("| 3    | 70 ", "| 3    | 75 ")}


def draft_of(files: Mapping[str, str], language: str = "") -> evaluation_service_pb2.ScorecardDraft:
    return evaluation_service_pb2.ScorecardDraft(
        source_files=[SourceFile(path=path, content=text) for path, text in files.items()], language_code=language
    )


def simulated(
    server: RunningServer, evaluation: str, draft: evaluation_service_pb2.ScorecardDraft
) -> evaluation_service_pb2.EvaluationDifference:
    request = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=evaluation, scorecard_draft=draft)
    answer: evaluation_service_pb2.EvaluationDifference = server.evaluations.SimulateEvaluation(request).difference
    return answer


def refused_draft(server: RunningServer, evaluation: str, draft: evaluation_service_pb2.ScorecardDraft) -> Refused:
    request = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=evaluation, scorecard_draft=draft)
    answer = refused(server.evaluations.SimulateEvaluation, request)
    assert (answer.code, answer.reason) == (grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELDS")
    return answer


@pytest.mark.full
@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")])
def test_a_stricter_draft_removes_the_grade_and_nothing_is_stored(
    server: RunningServer, stored: evaluation_pb2.Evaluation, languages: tuple[str, ...]
) -> None:
    files = sources(**{language: STRICTER[language] for language in languages})
    draft = draft_of({path: text for path, text in files.items() if path.split(".")[1] in languages})
    parent = evaluation_service_pb2.ListEvaluationsRequest(parent=stored.name.partition("/evaluations/")[0])
    before = server.evaluations.ListEvaluations(parent)
    difference = simulated(server, stored.name, draft)
    assert (difference.before.grade, difference.after.grade) == ("3", "none")
    assert list(difference.criterion_differences) == []
    assert server.evaluations.ListEvaluations(parent) == before


@pytest.mark.full
def test_a_draft_can_be_tried_on_a_subject_that_is_not_stored(
    server: RunningServer, request_of_factory: evaluation_service_pb2.EvaluateSubjectRequest
) -> None:
    request = evaluation_service_pb2.SimulateEvaluationRequest(
        request=request_of_factory, scorecard_draft=draft_of(sources(**STRICTER))
    )
    difference = server.evaluations.SimulateEvaluation(request).difference
    assert (difference.before.grade, difference.after.grade) == ("3", "none")


@pytest.mark.full
@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("", {"en": "Unknown name", "zh": "未知名称"}),
        ("en", {"en": "Unknown name", "zh": "Unknown name"}),
        ("zh", {"en": "未知名称", "zh": "未知名称"}),
    ],
)
def test_every_diagnostic_is_a_violation_in_the_requested_language(
    server: RunningServer, stored: evaluation_pb2.Evaluation, spoken: str, words: dict[str, str]
) -> None:
    files = sources(
        en=("offset ratio is at least 80 %", "offset rate is at least 80 %"),
        zh=("抵消比例 不低于 80", "抵消率 不低于 80"),
    )
    answer = refused_draft(server, stored.name, draft_of(files, spoken))
    for language in ("en", "zh"):
        path = f"stars.{language}.feature"
        violations = {field: text for field, text in answer.violations.items() if path in field}
        assert violations
        for field, text in violations.items():
            place = field.removeprefix(f"scorecard_draft.source_files[{path}]:")
            assert all(part.isdigit() for part in place.split(":"))
            assert text.startswith(f"{path}:{place}: RL011: ")
            assert words[language] in text


def test_malformed_drafts_are_refused_before_compilation(
    server: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    wrong = {
        "scorecard_draft.source_files": draft_of({}),
        "scorecard_draft.language_code": draft_of({"a.en.feature": ""}, "fr"),
        "scorecard_draft.source_files[0].path": draft_of({"../card.en.feature": ""}),
    }
    for field, draft in wrong.items():
        assert list(refused_draft(server, stored.name, draft).violations) == [field]
    many = draft_of({f"f{number}.en.feature": "" for number in range(MAXIMUM_FILES + 1)})
    assert "65 files. Reduce them to at most 64" in refused_draft(server, stored.name, many).message
    large = draft_of({"a.en.feature": "#" * (MAXIMUM_BYTES + 1)})
    assert "Reduce it to at most 1000000" in refused_draft(server, stored.name, large).message
    twice = draft_of({"a.en.feature": ""})
    twice.source_files.append(twice.source_files[0])
    assert "is listed twice" in refused_draft(server, stored.name, twice).message
    both = evaluation_service_pb2.SimulateEvaluationRequest(
        evaluation=stored.name,
        scorecard_version=f"scorecards/{CARD}/versions/1.0.0",
        scorecard_draft=draft_of({"a.en.feature": ""}),
    )
    assert list(refused(server.evaluations.SimulateEvaluation, both).violations) == ["scorecard_version"]


def test_a_draft_of_another_scorecard_is_refused(server: RunningServer, stored: evaluation_pb2.Evaluation) -> None:
    files = {
        path: text.replace(f"scorecard {CARD}", "scorecard other-card").replace(f"| {CARD} ", "| other-card ")
        for path, text in sources().items()
        if ".en." in path
    }
    message = refused_draft(server, stored.name, draft_of(files)).message
    assert f"The draft belongs to the scorecard 'other-card'. Use a draft of '{CARD}'" in message


def test_other_calls_are_answered_while_a_draft_compiles(
    server: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    cell = "| reading of the grade table is cascade " * 20 + "|\n"
    slow = draft_of({"stars.en.feature": "# language: en\n" + cell * 1_000})
    request = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=stored.name, scorecard_draft=slow)
    compiling = server.evaluations.SimulateEvaluation.future(request)
    name = evaluation_service_pb2.GetEvaluationRequest(name=stored.name)
    answered = 0
    while not compiling.done():
        server.evaluations.GetEvaluation(name, timeout=5)
        answered += 1
    assert answered > 1
    assert compiling.code() is grpc.StatusCode.INVALID_ARGUMENT


@pytest.mark.full
def test_a_cancelled_call_stops_the_compilation_of_its_draft(
    server: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    cell = "| reading of the grade table is cascade " * 20 + "|\n"
    slow = draft_of({"stars.en.feature": "# language: en\n" + cell * 1_100})
    request = evaluation_service_pb2.SimulateEvaluationRequest(evaluation=stored.name, scorecard_draft=slow)
    leaving = server.evaluations.SimulateEvaluation.future(request)
    until(lambda: server.running(PROGRAM.module))
    leaving.cancel()
    until(lambda: not server.running(PROGRAM.module))
    assert simulated(server, stored.name, draft_of(sources())).after.grade == "3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draft = tmp_path / "draft"
    draft.mkdir()
    for path, text in sources(zh=STRICTER["zh"]).items():
        (draft / path).write_text(text, encoding="utf-8")
    return draft


@pytest.mark.full
def test_the_command_simulates_a_draft_identically_with_and_without_a_server(
    server: RunningServer, stored: evaluation_pb2.Evaluation, folder: Path
) -> None:
    options = ("--draft", folder, "--files", "zh", "--language", "zh")
    there = touchstone("simulate", stored.name, "--server", server.address, *options)
    assert (there.exit_code, there.stderr) == (0, "")
    lines = there.stdout.splitlines()
    assert [line for line in lines if line[:2] in ("之前", "之后")] == [
        "之前（1.0.0）：已评级",
        "之后（1.0.0 的草案）：未评级",
    ]
    dossier = ("simulate", DOSSIER, "--as-of", AS_OF, *options)
    assert touchstone(*dossier).stdout == there.stdout
    assert touchstone(*dossier, "--server", server.address).stdout == there.stdout


@pytest.mark.full
def test_the_command_reports_errors_in_the_draft_and_the_dossier(folder: Path, tmp_path: Path) -> None:
    twins = touchstone("simulate", DOSSIER, "--as-of", AS_OF, "--draft", folder)
    assert twins.exit_code == 2
    assert "RL070" in twins.stderr
    assert "^" in twins.stderr
    alone = touchstone("simulate", DOSSIER, "--as-of", AS_OF)
    assert "Add --draft FOLDER or --version CARD@x.y.z" in alone.stderr
    broken = tmp_path / "broken.yaml"
    broken.write_text(DOSSIER.read_text(encoding="utf-8").replace("facts:\n", "facts:\n  colour: red\n", 1), "utf-8")
    wrong = touchstone("simulate", broken, "--as-of", AS_OF, "--draft", folder, "--files", "zh", "--language", "zh")
    assert wrong.exit_code == 2
    assert f"{broken}:" in wrong.stderr
    assert "colour" in wrong.stderr
    both = touchstone("simulate", DOSSIER, "--as-of", AS_OF, "--draft", folder, "--version", f"{CARD}@1.0.0")
    assert "--version and --draft cannot be combined" in both.stderr
