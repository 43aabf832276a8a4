"""Withdrawn results: marked as withdrawn in every list, explanation, proof, ranking, report and export."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import json_format

from rules.model.scorecard import Tracks
from service.approval.signing_keys import public_half, read_signing_key, write_new_key
from service.batch.batch_results import Tally, evaluation_outcome
from service.gazette.publication import write_version
from service.proofs.start_check import log_alterations
from tests.support.calling import refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.decided import decide
from tests.support.logged import Logged, alter
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import LAW, meter, small_card, small_subject
from tests.support.surplus import surplus, year
from touchstone.v1 import evaluation_service_pb2

PARENT, CAMPAIGN = "organizations/example", "organizations/example/campaigns/lost"
ORIGIN, DAY = "example.org/log", "2026-03-01"
REASON = "no accredited report is left"
DECISIONS = {
    "first": ("withdrawn", "STATE_WITHDRAWN"),
    "second": ("changed", "STATE_CORRECTED"),
    "third": ("to-be-asked", "STATE_IN_QUESTION"),
    "fourth": ("stands", "STATE_STANDS"),
}
"""Decision on each factory and the resulting state; the fifth factory has no decision."""
GONE = ("first", "second")


@dataclass(frozen=True)
class Stored:
    server: RunningServer
    folder: Path
    names: dict[str, str]

    def run(self, *arguments: object, language: str = "en") -> tuple[int, str, str]:
        own = ("--server", self.server.address, "--gazette", self.folder / "gazette", "--language", language)
        result = touchstone(*arguments, *own)
        return result.exit_code, result.stdout, result.stderr

    def output_of(self, *arguments: object, language: str = "en") -> str:
        code, output, wrong = self.run(*arguments, language=language)
        assert code == 0, wrong
        return output

    def document(self, *arguments: object) -> Any:
        return json.loads(answered(*arguments, "--server", self.server.address, "--format", "json"))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stored]:
    folder = tmp_path_factory.mktemp("withdrawn")
    card = small_card().model_copy(update={"tracks": Tracks(by=("status",), basis=LAW)})
    write_version(folder / "gazette", card, {}, publish_time="2025-01-01T00:00:00Z")
    write_new_key(folder / "log.pem")
    key = public_half(read_signing_key(folder / "log.pem"))
    (folder / "trust.json").write_text(json.dumps({"logs": {ORIGIN: {"keys": [{"public": key}]}}}), encoding="utf-8")
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_LOG_KEY=str(folder / "log.pem"), TOUCHSTONE_LOG_ORIGIN=ORIGIN
    ) as server:
        names = {}
        for subject in (*DECISIONS, "fifth"):
            declared_subject = small_subject().model_copy(update={"subject": f"{PARENT}/subjects/{subject}"})
            names[subject] = server.evaluations.EvaluateSubject(request_for(declared_subject)).name
        at = ("--server", server.address)
        answered("correction", "begin", PARENT, "lost", "issuer", meter().issuer, "--reason", "lost its rights", *at)
        answered("correction", "run", CAMPAIGN, *at)
        for subject, (decision, _) in DECISIONS.items():
            person = ("--person", "Li Wei", "--reason", REASON)
            answered("correction", "decide", CAMPAIGN, names[subject], decision, *person, *at)
        yield Stored(server, folder, names)


def states(listed: list[dict[str, Any]], key: str) -> dict[str, str]:
    return {one[key].rpartition("/")[2]: one["status"]["state"] for one in listed if "status" in one}


EXPECTED = {subject: state for subject, (_, state) in DECISIONS.items()}


def test_lists_show_the_decision(stored: Stored) -> None:
    text = stored.output_of("evaluation", "list", PARENT).splitlines()
    line = {subject: next(one for one in text if name in one) for subject, name in stored.names.items()}
    assert "withdrawn on" in line["first"]
    assert "was: " in line["first"]
    assert "corrected on" in line["second"]
    assert "in question since" in line["third"]
    assert not any(word in line[one] for one in ("fourth", "fifth") for word in ("withdrawn", "question", "was:"))
    assert "已撤销，原为：" in stored.output_of("evaluation", "list", PARENT, language="zh")
    evaluations = stored.document("evaluation", "list", PARENT)["evaluations"]
    assert states([{**one, "subject": one["record"]["subject"]} for one in evaluations], "subject") == EXPECTED
    used = stored.document("correction", "find", PARENT, "issuer", meter().issuer)["uses"]
    assert states(used, "subject") == EXPECTED
    told = answered("correction", "find", PARENT, "issuer", meter().issuer, "--server", stored.server.address)
    assert told.count("state withdrawn") == 1


def test_the_decision_comes_first_in_explanations_and_simulations(stored: Stored) -> None:
    for command in ("explain", "simulate"):
        extra = ("--without", "serious_violations") if command == "simulate" else ()
        for subject in GONE:
            code, output, wrong = stored.run(command, stored.names[subject], *extra)
            assert code == 0, wrong
            assert output.lstrip().startswith(("WITHDRAWN on", "CORRECTED on")), output[:200]
            assert REASON in output.lstrip().splitlines()[0]
        assert "WITHDRAWN" not in stored.output_of(command, stored.names["fifth"], *extra)


def test_verification_of_a_withdrawn_result_fails(stored: Stored) -> None:
    for subject, expected in zip((*DECISIONS, "fifth"), (1, 1, 0, 0, 0), strict=True):
        code, output, _ = stored.run("verify", stored.names[subject])
        assert code == expected, output
    assert stored.run("verify", stored.names["first"], language="zh")[1].startswith("已撤销：")
    exported = stored.server.evaluations.GetEvaluation(
        evaluation_service_pb2.GetEvaluationRequest(name=stored.names["first"])
    )
    kept = stored.folder / "first.json"
    kept.write_text(json_format.MessageToJson(exported), encoding="utf-8")
    alone = touchstone("verify", kept, "--gazette", stored.folder / "gazette")
    assert (alone.exit_code, alone.stdout[:12]) == (1, "WITHDRAWN on")
    exported.ClearField("status")
    kept.write_text(json_format.MessageToJson(exported), encoding="utf-8")
    assert touchstone("verify", kept, "--gazette", stored.folder / "gazette").exit_code == 0
    assert stored.run("verify", kept)[0] == 1


def test_applied_results_show_the_state_known_then_and_now(stored: Stored) -> None:
    subject = f"{PARENT}/subjects/first"
    card = stored.document("evaluation", "applied", subject, "--on", DAY)["cards"][0]
    assert card["now"]["status"]["state"] == "STATE_WITHDRAWN"
    assert "status" not in card["then"]
    text = stored.output_of("evaluation", "applied", subject, "--on", DAY)
    assert "Known now" in text
    (now,) = (one for one in text.splitlines() if one.strip().startswith("Known now"))
    assert "withdrawn on" in now
    assert "was withdrawn at" in text
    assert REASON in text
    assert (
        "status"
        not in stored.document("evaluation", "applied", f"{PARENT}/subjects/fifth", "--on", DAY)["cards"][0]["now"]
    )


def test_withdrawn_results_are_not_ranked(stored: Stored) -> None:
    version = "small-factory@1.0.0"
    answer = stored.document("evaluation", "rank", version, PARENT, "--gazette", stored.folder / "gazette")
    ranked = {one["subject"].rpartition("/")[2] for one in answer["rankedSubjects"]}
    assert ranked == {"third", "fourth", "fifth"}
    causes = {one["subject"].rpartition("/")[2]: one["cause"] for one in answer["unrankedSubjects"]}
    assert causes == dict.fromkeys(GONE, "CAUSE_NOT_STANDING")
    text = stored.output_of("evaluation", "rank", version, PARENT)
    assert "first: WITHDRAWN on" in text
    assert "third, in question since" in text


@pytest.mark.full
def test_a_report_on_a_withdrawn_result_is_refused(stored: Stored) -> None:
    particulars = ("--number", "1", "--body", "b", "--legal-name", "n", "--site", "s")
    issued = (*particulars, "--issued", "2026-11-23")
    code, _, wrong = stored.run("report", stored.names["first"], *issued)
    assert code == 2
    assert "--issued" in wrong
    assert "WITHDRAWN" in wrong
    request = evaluation_service_pb2.GetReportRequest(name=stored.names["second"], language_code="zh")
    page = stored.server.evaluations.GetReport(request).content.decode()
    assert "本结果不再有效" in page
    for name in ("number", "body", "legal_name", "site"):
        setattr(request.particulars, name, "x")
    request.particulars.issue_date = "2026-11-23"
    refusal = refused(stored.server.evaluations.GetReport, request)
    assert "CORRECTED" in refusal.violations["particulars.issue_date"]
    draft = stored.output_of("report", stored.names["first"])
    assert "WITHDRAWN on" in draft
    assert "THIS RESULT IS NOT VALID" in draft
    assert "本结果不再有效" in stored.output_of("report", stored.names["first"], language="zh")
    assert "THIS RESULT IS NOT VALID" not in stored.output_of("report", stored.names["fifth"], *issued)
    exported = stored.server.evaluations.GetEvaluation(
        evaluation_service_pb2.GetEvaluationRequest(name=stored.names["fifth"])
    )
    kept = stored.folder / "fifth.json"
    kept.write_text(json_format.MessageToJson(exported), encoding="utf-8")
    alone = touchstone("report", kept, *issued, "--gazette", stored.folder / "gazette")
    assert (alone.exit_code, "cannot show a later withdrawal of the result" in alone.stderr) == (0, True)


@pytest.mark.full
def test_a_proof_bundle_contains_the_decision(stored: Stored) -> None:
    trust, output = stored.folder / "trust.json", ""
    for subject, expected in zip((*DECISIONS, "fifth"), (1, 1, 0, 0, 0), strict=True):
        path = stored.folder / f"{subject}.bundle.json"
        answered("proof", "bundle", stored.names[subject], "--server", stored.server.address, "--out", path)
        result = touchstone("verify", "bundle", path, "--trust", trust)
        output = result.stdout
        assert result.exit_code == expected, output
        alone = subprocess.run(  # noqa: S603 -- our own file
            [sys.executable, ROOT / "examples" / "verifier" / "verify_bundle.py", path, trust],
            capture_output=True,
            text=True,
            check=False,
        )
        assert alone.returncode == expected, alone.stdout
    (line,) = (one for one in output.splitlines() if one.startswith("13."))
    assert "no decision" in line


def test_exports_contain_the_decision(stored: Stored) -> None:
    url = stored.server.environment["TOUCHSTONE_DATABASE_URL"]
    for what in ("evaluations", "standings"):
        path = stored.folder / f"{what}.csv"
        answered("evaluation", "export", PARENT, "--what", what, "--out", path, "--database-url", url)
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = {row["subject"].rpartition("/")[2]: row["status"] for row in csv.DictReader(opened)}
        assert rows == {
            "first": "withdrawn", "second": "corrected", "third": "in_question", "fourth": "stands", "fifth": "stands",
        }  # fmt: skip
    page = stored.output_of("report", stored.names["first"], "--as", "oscal")
    assert '"status"' in page
    assert "WITHDRAWN on" in page


def test_evidence_of_withdrawn_results_is_not_in_the_calendar(stored: Stored) -> None:
    entries = answered(
        "card", "calendar", "--archive", PARENT, "--server", stored.server.address, "--from", DAY, "--format", "json",
    )  # fmt: skip
    assert stored.names["fifth"].rpartition("/")[2] in entries
    assert not any(stored.names[subject].rpartition("/")[2] in entries for subject in GONE)


def test_a_repeated_request_returns_the_decision(stored: Stored, tmp_path: Path) -> None:
    exported = stored.server.evaluations.GetEvaluation(
        evaluation_service_pb2.GetEvaluationRequest(name=stored.names["first"])
    )
    declared_subject = small_subject().model_copy(update={"subject": f"{PARENT}/subjects/first"})
    again = stored.server.evaluations.EvaluateSubject(request_for(declared_subject, request_id=exported.request_id))
    assert again.name == stored.names["first"]
    assert again.status.state == again.status.STATE_WITHDRAWN
    tally = Tally()
    tally.add(evaluation_outcome("first", again, 0))
    assert (tally.evaluated, tally.gone_named) == (0, [f"{PARENT}/subjects/first"])


def test_a_deleted_decision_is_reported_at_the_next_start(tmp_path: Path) -> None:
    logged = Logged(tmp_path)
    try:
        row = logged.evaluate()
        decide(logged.store, "organizations/a/campaigns/one", row.name, "withdrawn")
        assert log_alterations(logged.store) == 0
        with sqlite3.connect(tmp_path / "store.sqlite3") as connection:
            alter(connection, "DELETE FROM disposition")
        assert log_alterations(logged.store) == 1
    finally:
        logged.close()


@pytest.mark.full
def test_later_evaluations_use_no_facts_of_a_withdrawn_result(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, version = tmp_path_factory.mktemp("later"), surplus()
    write_version(folder / "gazette", version.scorecard, version.sources, publish_time=version.publish_time)
    with RunningServer(folder, folder / "gazette") as server:

        def brought(number: int) -> tuple[str, str]:
            subject = year(number).model_copy(update={"known": "", "subject": f"{PARENT}/subjects/plant"})
            made = server.evaluations.EvaluateSubject(request_for(subject, scorecard="scorecards/surplus-account"))
            facts = {one.fact.fact_id: one.fact for one in made.record.facts}
            return made.name, facts["brought"].previous.evaluation

        before, _ = brought(2023)
        assert brought(2024)[1] == before
        at = ("--server", server.address)
        answered("correction", "begin", PARENT, "one", "version", "surplus-account@1.0.0", "--reason", "wrong", *at)
        answered("correction", "run", f"{PARENT}/campaigns/one", *at)
        decided = ("withdrawn", "--person", "Li Wei", "--reason", REASON)
        answered("correction", "decide", f"{PARENT}/campaigns/one", before, *decided, *at)
        assert not brought(2024)[1]
