"""Reports of staged cards: stages, points and ratings in plain text, on the page and over the wire."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.contracts.inputs import Judgement, Verification
from rules.contracts.outcomes import ConclusionKind
from rules.contracts.record import Conclusion, Record
from rules.trail.evaluation import Evaluator
from service.output.mapping.answers import ANSWERS, write_record, write_summary
from service.output.report.html_report import EvaluationReport
from service.output.report.render_text import render
from tests.support.rated_subject import by, percentage, rated_fact, rated_subject
from tests.support.staged_card import staged_card
from touchstone.v1 import evaluation_pb2, fact_pb2

KEY = bytes(range(32))
CARD = staged_card()


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    made = Evaluator(CARD, "digest", "scorecards/card/versions/1.0.0")
    yield made
    made.close()


@pytest.fixture(scope="module")
def open_record(evaluator: Evaluator) -> Record:
    """Leave the stage and one rating open."""
    differing = rated_fact("c2_disclosed", by("users/li", 30), by("users/wang", 45))
    return evaluator.evaluate(rated_subject(40, differing, known=(1, 1, 1, 1, 2)), KEY).record


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ("Scored", "Possible stages: stage s3 (reachable), stage s2 (reachable)", "of 52.00 … 100.00 points",
                "c2_disclosed: the ratings differ and are not yet moderated; undetermined because of it: C2",
                "quantified: not provided; undetermined because of it: the stage")),
        ("zh", ("已计分", "可能的阶段：s3（可达）、s2（可达）", "（满分 52.00 … 100.00 分）",
                "c2_disclosed：各评审员评分不一致，尚未复议；使 C2 待定",
                "quantified：未提供；使阶段待定")),
    ],
)  # fmt: skip
def test_the_plain_text_shows_stage_and_points(open_record: Record, language: str, wanted: tuple[str, ...]) -> None:
    text = render(open_record, CARD, language)
    for words in wanted:
        assert words in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_stage_points_and_ratings(evaluator: Evaluator, open_record: Record, language: str) -> None:
    page = EvaluationReport(open_record, CARD, language, record_digest="0" * 64, appendix=True).page()
    assert 'class="stage"' in page
    assert {"en": "users/li: 30\u00a0%", "zh": "users/li：30%"}[language] in page
    moderated = Verification(
        judgement=Judgement.CORRECTED, corrected=percentage(35), method="moderation", reason="the table counts",
        person="users/chen", date="2026-02-01",
    )  # fmt: skip
    settled = rated_fact("c2_disclosed", by("users/li", 30), by("users/wang", 45), verification=moderated)
    record = evaluator.evaluate(rated_subject(40, settled), KEY).record
    rated = {"en": "users/li 30\u00a0%, users/wang 45\u00a0%", "zh": "users/li 30%、users/wang 45%"}
    assert rated[language] in EvaluationReport(record, CARD, language, record_digest="0" * 64).page()


def test_a_subject_in_a_stage_without_points_has_a_page(evaluator: Evaluator) -> None:
    record = evaluator.evaluate(rated_subject(40, known=(0, 0, 0, 0, 0)), KEY).record
    assert "Score: 0.00 of 0.00 points" in render(record, CARD, "en")
    assert "Stage: stage s0" in EvaluationReport(record, CARD, "en", record_digest="0" * 64).page()


def test_the_wire_carries_stages_ratings_and_track(evaluator: Evaluator, open_record: Record) -> None:
    message = write_record(open_record, CARD)
    assert message.conclusion.kind == evaluation_pb2.Conclusion.KIND_SCORED
    assert [one.stage for one in message.conclusion.stages] == ["s3", "s2", "s1", "s0"]
    assert message.conclusion.stages[0].witness[0].value.flag
    rated = next(one for one in message.facts if one.fact.fact_id == "c2_disclosed")
    assert rated.unknown_reason == fact_pb2.UNKNOWN_REASON_RATINGS_DIFFER
    assert [one.person for one in rated.fact.ratings] == ["users/li", "users/wang"]
    sure = evaluator.evaluate(rated_subject(40, known=(1, 1, 0, 0, 0)), KEY).record
    basic = write_summary(sure, sure.conclusion, sure.standing, sure.track, CARD)
    assert dict(basic.track) == {"industry": "glass", "stage": "s1"}
    again = ANSWERS.read(Conclusion, ANSWERS.write(evaluation_pb2.Conclusion, sure.conclusion))
    assert again.kind is ConclusionKind.SCORED
    assert (again.stage, again.stages) == ("s1", sure.conclusion.stages)
