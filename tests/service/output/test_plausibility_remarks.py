"""Judgements by a person who also rated, and of a day to come, are remarked in every way in; the record stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Rating, Subject, Verification
from rules.trail.evaluation import Evaluator
from service.cli.main import app
from service.gazette.publication import write_version
from service.input.workbook.sheet_layout import Layout
from service.output.plausibility_remarks import RemarkReason, remarks_of
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.workbooks import Filled
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

NOON = "2026-03-02T12:00:00Z"
LATER = (datetime.now(UTC).date() + timedelta(days=3)).isoformat()


def judged_subject(person: str, day: str, *, rater: str = "users/li", fact: str = "status") -> Subject:
    made = Verification(
        judgement=Judgement.CORRECTED, corrected=DeclaredValue(choice="closed"), method="moderation",
        reason="shut in May", person=person, date=day,
    )  # fmt: skip
    accepted = made.model_copy(update={"judgement": Judgement.ACCEPTED, "corrected": None})
    rating = Rating(person=rater, value=DeclaredValue(choice="open"), rationale="as the report says")
    plain = tuple(one for one in small_subject().facts if one.id not in {"status", fact})
    status = DeclaredFact(id="status", ratings=(rating,), verification=made if fact == "status" else None)
    others: tuple[DeclaredFact, ...] = ()
    if fact != "status":
        verified_fact = next(one for one in small_subject().facts if one.id == fact)
        others = (verified_fact.model_copy(update={"verification": accepted}),)
    return small_subject().model_copy(update={"facts": (*plain, status, *others)})


@pytest.mark.parametrize(
    ("person", "rater", "day", "fact", "expected"),
    [
        ("users/chen", "users/li", "2026-03-02", "status", []),
        ("users/li", "users/li", "2026-03-02", "status", [RemarkReason.REVIEWER_IS_ASSESSOR]),
        ("Users/Ｌi ", "users/li", "2026-03-02", "status", [RemarkReason.REVIEWER_IS_ASSESSOR]),
        ("users/li", "users/li", "2026-03-02", "certified", [RemarkReason.REVIEWER_IS_ASSESSOR]),
        ("users/chen", "users/li", "2026-03-03", "status", [RemarkReason.DATE_IN_FUTURE]),
        (
            "users/li",
            "users/li",
            "2099-01-01",
            "status",
            [RemarkReason.REVIEWER_IS_ASSESSOR, RemarkReason.DATE_IN_FUTURE],
        ),
    ],
)
def test_remarks_report_a_reviewer_who_rated_and_a_future_date(
    person: str, rater: str, day: str, fact: str, expected: list[RemarkReason]
) -> None:
    evaluator = Evaluator(small_card(), "0" * 64, "scorecards/small-factory/versions/1.0.0")
    subject = judged_subject(person, day, rater=rater, fact=fact).model_copy(update={"known": NOON})
    record = evaluator.evaluate(subject, bytes(32)).without_steps
    evaluator.close()
    remarks = remarks_of(record, small_card(), instant=NOON)
    assert [one.reason for one in remarks] == expected
    assert all(one.fact == fact and one.field.startswith(f"facts[{fact}].verification.") for one in remarks)
    assert all(one.description.in_language("zh") != one.description for one in remarks)
    evening = remarks_of(record, small_card(), instant="2026-03-02T17:00:00Z")  # the 3rd in Shanghai
    assert (RemarkReason.DATE_IN_FUTURE in [one.reason for one in evening]) is (day > "2026-03-03")


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazette")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("remarks"), gazette) as running:
        yield running


def reasons(evaluation: evaluation_pb2.Evaluation) -> list[tuple[str, str]]:
    return [(evaluation_pb2.Remark.Reason.Name(one.reason), one.field) for one in evaluation.remarks]


def test_the_service_returns_remarks_outside_the_record_now_and_later(server: RunningServer) -> None:
    request = request_for(judged_subject("users/li", LATER))
    answer = server.evaluations.EvaluateSubject(request)
    assert reasons(answer) == [
        ("REASON_REVIEWER_IS_ASSESSOR", "facts[status].verification.person"),
        ("REASON_DATE_IN_FUTURE", "facts[status].verification.date"),
    ]
    assert "remark" not in {key for key in json.loads(answer.record_json) if key != "facts"}
    assert server.evaluations.EvaluateSubject(request) == answer
    assert server.evaluations.GetEvaluation(evaluation_service_pb2.GetEvaluationRequest(name=answer.name)) == answer
    (streamed,) = server.evaluations.StreamEvaluateSubjects(iter([request]))
    assert streamed.evaluation == answer
    sound = server.evaluations.EvaluateSubject(request_for(judged_subject("users/chen", "2026-02-20")))
    assert reasons(sound) == []


def yaml_of(person: str, day: str) -> str:
    return f"""\
subject: organizations/a/subjects/b
facts:
  status:
    ratings:
      - {{person: users/li, value: open, rationale: as the report says}}
    verification:
      judgement: corrected
      value: closed
      method: moderation
      reason: shut in May
      person: {person}
      date: {day}
"""


def workbook_of(path: Path, language: str) -> Path:
    book = Filled(small_card(), Layout.ONE, language)
    book.put_setting("subject", "organizations/a/subjects/b")
    row = book.row("facts-one", "certified")
    for id, content in (("value", "是"), ("judgement", "accepted"), ("method", "visit"), ("person", "users/li"),
                        ("date", date.fromisoformat(LATER))):  # fmt: skip
        book.put("facts-one", row, id, content)
    return book.save(path)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("remote", [False, True])
def test_the_command_prints_remarks_with_their_line_or_cell(
    remote: bool, language: str, gazette: Path, server: RunningServer, tmp_path: Path
) -> None:
    def stderr(path: Path) -> str:
        options = ["--as-of", "2026-03-01", "--gazette", str(gazette), "--language", language]
        options += ["--server", server.address] if remote else []
        result = CliRunner().invoke(app, ["evaluate", CARD, str(path), *options])
        assert result.exit_code == 0, result.stderr
        return result.stderr

    path = tmp_path / "x.yaml"
    path.write_text(yaml_of("users/li", LATER))
    person, later = stderr(path).splitlines()
    words = {"en": ("and also verified this fact", "after today"), "zh": ("又核定了该事实", "晚于今天")}[language]
    assert "x.yaml:11:15" in person
    assert words[0] in person
    assert "x.yaml:12:13" in later
    assert words[1] in later
    path.write_text(yaml_of("users/chen", "2026-02-20"))
    assert stderr(path) == ""
    book = Filled(small_card(), Layout.ONE, language)
    cell = book.facts.cell(book.row("facts-one", "certified"), book.column("facts-one", "date")).coordinate
    line = stderr(workbook_of(tmp_path / f"x-{language}.xlsx", language))
    assert cell in line
    assert words[1] in line


def test_a_batch_counts_remarks(gazette: Path, server: RunningServer, tmp_path: Path) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    (folder / "a.yaml").write_text(yaml_of("users/li", LATER))
    out = tmp_path / "out"
    options = ["--as-of", "2026-03-01", "--gazette", str(gazette), "--server", server.address, "--out", str(out)]
    result = CliRunner().invoke(app, ["batch", "evaluate", CARD, str(folder), *options])
    assert result.exit_code == 0, result.stderr
    assert json.loads((out / "summary.json").read_text())["remarks"] == 2
    assert "Judgements to question" in result.stdout
