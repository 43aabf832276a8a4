"""Evaluations are found by stage and verdict too, from the moment they are stored, by callers and by the command."""

from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.model.scorecard import Scorecard
from service.cli.main import app
from service.gazette.publication import write_version
from tests.support.calling import refused, request_for
from tests.support.engine_card import chosen
from tests.support.rated_subject import rated_subject
from tests.support.running import RunningServer
from tests.support.staged_card import staged_card
from tests.support.verdict_card import rule, verdict_card
from touchstone.v1 import evaluation_service_pb2

ORGANIZATION = "organizations/a"
List = evaluation_service_pb2.ListEvaluationsRequest


def named(plain: Scorecard, id: str) -> Scorecard:
    return plain.model_copy(update={"card": plain.card.model_copy(update={"id": id})})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    gazette = tmp_path_factory.mktemp("gazette")
    judged = verdict_card(
        rule("EU-1", "prohibited", (chosen("a", "yes"),)), rule("EU-2", "misleading", (chosen("b", "yes"),))
    )
    for card in (named(staged_card(), "staged"), named(judged, "judged")):
        write_version(gazette, card, {}, publish_time="2025-01-01T00:00:00Z")
    with RunningServer(tmp_path_factory.mktemp("server"), gazette) as running:
        yield running


@pytest.fixture(scope="module")
def stored(server: RunningServer) -> list[str]:
    """Store two stages and a stage that is open, then three verdicts, one of them for want of evidence."""
    left_out = 2
    aware = ((1, 1, 1, 1, 0), (1, 1, 0, 0, 0), (1, 1, left_out, 1, 0))
    asked = [("staged", rated_subject(50, known=known)) for known in aware]
    flags = ({"a": True, "b": True}, {"a": False, "b": False}, {"b": False})
    for flag_values in flags:
        facts = tuple(DeclaredFact(id=id, value=DeclaredValue(flag=value)) for id, value in flag_values.items())
        asked.append(("judged", Subject(subject="", as_of="2026-03-01", known="", facts=facts)))
    names = []
    for number, (card, subject) in enumerate(asked):
        about = subject.model_copy(update={"subject": f"{ORGANIZATION}/subjects/s{number}", "known": ""})
        request = request_for(about, scorecard=f"scorecards/{card}")
        names.append(server.evaluations.EvaluateSubject(request).name)
    return names


def listed_indices(server: RunningServer, stored: list[str], text: str, **fields: Any) -> list[int]:
    answer = server.evaluations.ListEvaluations(List(parent=ORGANIZATION, filter=text, **fields))
    return [stored.index(evaluation.name) for evaluation in answer.evaluations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("record.conclusion.stage = s2", [0]),
        ("record.conclusion.stage = s1", [1]),
        ('record.conclusion.stage = "" AND record.conclusion.kind = KIND_SCORED', [2]),
        ('record.conclusion.stage != ""', [0, 1]),
        ("record.conclusion.verdict = VERDICT_PROHIBITED", [3]),
        ("record.conclusion.verdict = VERDICT_OK", [4]),
        ("record.conclusion.verdict = VERDICT_NEEDS_EVIDENCE", [5]),
        ("record.conclusion.verdict != VERDICT_PROHIBITED AND record.conclusion.kind = KIND_JUDGED", [4, 5]),
        ("record.conclusion.verdict = VERDICT_MISLEADING", []),
        ("record.conclusion.stage = s2 AND record.conclusion.verdict = VERDICT_OK", []),
    ],
)
def test_stages_and_verdicts_choose(server: RunningServer, stored: list[str], text: str, expected: list[int]) -> None:
    assert listed_indices(server, stored, text, order_by="create_time") == expected
    assert listed_indices(server, stored, text, order_by="record.as_of_date desc") == expected[::-1]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("record.conclusion.verdict = prohibited", 29, "VERDICT_PROHIBITED, VERDICT_MISLEADING"),
        ("record.conclusion.verdict = VERDICT_UNSPECIFIED", 29, "is not allowed. Use one of"),
        ("record.conclusion.stage > s1", 25, "'>' is not an operator for record.conclusion.stage. Use one of =, !=."),
        ("stage = s1", 1, "record.conclusion.stage, record.conclusion.verdict"),
        ("record.conclusion.stage = s1 OR 1 = 1", 30, "after a complete comparison. Write AND between comparisons"),
        (
            "record.conclusion.stage = 's1' UNION SELECT record_key",
            32,
            "after a complete comparison. Write AND between comparisons",
        ),
    ],
)
def test_invalid_filters_name_the_column_and_the_allowed_values(
    server: RunningServer, text: str, column: int, words: str
) -> None:
    answer = refused(server.evaluations.ListEvaluations, List(parent=ORGANIZATION, filter=text))
    assert answer.violations["filter"].startswith(f"Column {column}: ")
    assert words in answer.violations["filter"]


def test_a_page_token_of_one_verdict_is_refused_for_another(server: RunningServer, stored: list[str]) -> None:
    ask = List(parent=ORGANIZATION, filter="record.conclusion.verdict != VERDICT_OK", page_size=1)
    ask.page_token = server.evaluations.ListEvaluations(ask).next_page_token
    assert len(server.evaluations.ListEvaluations(ask).evaluations) == 1
    ask.filter = "record.conclusion.verdict = VERDICT_OK"
    assert set(refused(server.evaluations.ListEvaluations, ask).violations) == {"page_token"}


def test_the_command_filters_and_shows_stages_and_verdicts(server: RunningServer, stored: list[str]) -> None:
    def lines(chosen_by: str) -> list[str]:
        arguments = ["evaluation", "list", ORGANIZATION, "--server", server.address, "--filter", chosen_by]
        answer = CliRunner().invoke(app, arguments)
        assert (answer.exit_code, answer.stderr) == (0, "")
        return [" ".join(line.split()[1::4]) for line in answer.stdout.splitlines()[1:]]  # below the heads

    assert lines("record.conclusion.verdict != VERDICT_OK AND record.conclusion.kind = KIND_JUDGED") == [
        f"{stored[5]} VERDICT_NEEDS_EVIDENCE",
        f"{stored[3]} VERDICT_PROHIBITED",
    ]
    assert lines("record.conclusion.stage = s1") == [f"{stored[1]} s1"]
