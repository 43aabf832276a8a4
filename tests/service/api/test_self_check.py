"""Self-check: answers count as proved, incremental answers match the whole dossier, questions are complete."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from rules.api import LazyRecord
from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, Subject
from rules.engine import never_stop
from rules.model import PublishedVersion, published_bytes
from rules.planning import assume_evidence
from service.api.address_limits import AddressRateLimiter
from service.api.evaluation_worker_specs import build_simulate_request
from service.api.questionnaires import question_count, questionnaire
from service.api.self_check_process import SelfCheckWorker
from service.api.trying_process import UnstoredEvaluationWorker
from service.base.refusals import Reason, Refusal
from service.base.resource_names import UNNAMED_SUBJECT
from service.cases.dossier_file_process import read_dossier_file
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.dossier.dossier_writer import write_dossier
from service.input.workbook.input_file import read_subject_content
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from service.output.mapping.requests import read_request, write_request
from service.output.schema.dossiers import schema_text
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import (
    case_dossier_service_pb2,
    evaluation_pb2,
    evaluation_service_pb2,
    fact_pb2,
    self_check_service_pb2,
)

GAZETTE = Gazette(PUBLISHED)
EXAMPLES = {"zero-carbon-factory": "worked-factory", "eu-battery": "eu-battery-ev"}
Asked = self_check_service_pb2.TryScorecardRequest


@cache
def worker() -> SelfCheckWorker:
    return SelfCheckWorker(GAZETTE, lasting=False)


def example(card: str) -> tuple[PublishedVersion, Subject]:
    """Return an example without evidence, because a self-check accepts none."""
    version = GAZETTE.newest(card)
    content = (CHECKOUT / "examples" / f"{EXAMPLES[card]}.yaml").read_bytes()
    read = read_subject_content(content, version.scorecard, as_of="2027-03-01").subject
    facts = tuple(DeclaredFact(id=fact.id, value=fact.value) for fact in read.facts if fact.value is not None)
    return version, Subject(subject=UNNAMED_SUBJECT, as_of="", known="", settings=read.settings, facts=facts)


def bare_request(subject: Subject, card: str) -> Asked:
    """Write answers without evidence."""
    written = write_request(subject, scorecard=f"scorecards/{card}", request_id="")
    for fact in written.facts:
        for value in (fact.value, *(part for one in fact.value.records.values for part in one.fields.values())):
            value.ClearField("evidence_ids")
    return Asked(scorecard=written.scorecard, settings=written.settings, facts=written.facts)


@pytest.mark.parametrize("card", EXAMPLES)
def test_incremental_answers_have_the_same_conclusion_as_the_whole_dossier(card: str) -> None:
    version, subject = example(card)
    whole, asked = bare_request(subject, card), Asked(scorecard=f"scorecards/{card}")
    asked.settings.update(whole.settings)
    facts = list(whole.facts)
    Random(card).shuffle(facts)
    open_counts = []
    for place, fact in enumerate(facts):
        asked.facts.append(fact)
        if place % 12 == 0:  # each of the others is a proper part of the next
            open_counts.append(len(worker().try_scorecard(asked, never_stop).record.open_facts))
    record = worker().try_scorecard(asked, never_stop).record
    assert open_counts[0] > len(record.open_facts)
    placed = {"as_of": record.as_of_date, "known": record.known_time.ToJsonString()}
    dossier = assume_evidence(subject.model_copy(update=placed), version.scorecard)
    simulated = UnstoredEvaluationWorker(GAZETTE, lasting=False).simulate(
        build_simulate_request(
            evaluation="", record=b"", subject=dossier, version=version, changed=dossier, changed_version=version
        ),
        never_stop,
    )
    assert record.conclusion == simulated.difference.after
    reasons = {fact.unknown_reason for fact in record.facts if fact.HasField("unknown_reason")}
    assert reasons <= {fact_pb2.UNKNOWN_REASON_NOT_GIVEN}


def test_the_explanation_and_the_unproved_conclusion_are_returned_only_on_request() -> None:
    _, subject = example("zero-carbon-factory")
    asked = bare_request(subject, "zero-carbon-factory")
    bare = worker().try_scorecard(asked, never_stop)
    assert not bare.HasField("explanation")
    assert not bare.HasField("unproved_conclusion")
    asked.language_code = "zh"
    told = worker().try_scorecard(asked, never_stop)
    assert told.record.conclusion == bare.record.conclusion
    assert told.explanation.statements[0].text
    assert told.unproved_conclusion.grades != told.record.conclusion.grades
    certain = evaluation_pb2.GradeResult.POSSIBILITY_CERTAIN
    assert not any(grade.possibility == certain for grade in told.unproved_conclusion.grades)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", GAZETTE.card_ids())
def test_every_card_has_a_self_check_with_each_question_once(card: str) -> None:
    version = GAZETTE.newest(card)
    written = {language: questionnaire(version, language) for language in ("en", "zh")}
    for language, asked in written.items():
        names = [question.fact_id or f"setting:{question.setting_id}" for question in asked.questions]
        assert len(names) == len(set(names)) == question_count(version.scorecard)
        assert all(question.text and question.section for question in asked.questions)
        assert any("\u4e00" <= sign <= "\u9fff" for sign in asked.questions[0].text) == (language == "zh")
    assert written["en"].json_schema == schema_text(version)
    answers = [[c.criterion_id for c in question.criteria] for question in written["en"].questions]
    assert answers == [[c.criterion_id for c in question.criteria] for question in written["zh"].questions]


def test_only_values_are_accepted() -> None:
    asked = Asked(scorecard="scorecards/zero-carbon-factory")
    asked.facts.add(fact_id="scope_1").value.number = "1"
    asked.facts[0].value.evidence_ids.append("paper")
    asked.facts.add(fact_id="scope_2").verification.method = "visit"
    with pytest.raises(InputError) as refused:
        worker().try_scorecard(asked, never_stop)
    assert [violation.field for violation in refused.value.violations] == ["facts[scope_1]", "facts[scope_2]"]
    many = Asked(scorecard="scorecards/zero-carbon-factory")
    for _ in range(1_001):
        many.facts.add(fact_id="credits").value.records.values.add()
    with pytest.raises(InputError, match="at most 1000"):
        worker().try_scorecard(many, never_stop)


def test_a_file_is_read_as_answers_and_its_dossier_matches_the_later_case() -> None:
    version, _ = example("zero-carbon-factory")
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    asked = self_check_service_pb2.ReadAnswersRequest(scorecard="scorecards/zero-carbon-factory", content=content)
    answers = worker().read_answers(asked, never_stop)
    tried = Asked(scorecard=asked.scorecard, settings=answers.settings, facts=answers.facts)
    assert len(tried.facts) > 50
    assert worker().try_scorecard(tried, never_stop).record.conclusion.grade == "3"
    unnamed = read_request(
        evaluation_service_pb2.EvaluateSubjectRequest(
            subject=UNNAMED_SUBJECT, scorecard=asked.scorecard, as_of_date="2026-03-01", facts=answers.facts
        ),
        is_stored=False,
    ).subject
    for file in (write_dossier(unnamed).encode(), write_prefilled_workbook(version.scorecard, unnamed, language="zh")):
        handed_in = work_pb2.ReadDossierFile(
            content=file, published=published_bytes(version.scorecard, version.sources).decode(), step="declare",
            dossier=case_dossier_service_pb2.CaseDossier(
                subject="organizations/example/subjects/works", scorecard=asked.scorecard
            ),
            as_of_date="2026-03-01", language_code="en",
        )  # fmt: skip
        read = read_dossier_file(handed_in)
        assert not read.problems
        declared = {fact.fact_id: fact.value.WhichOneof("kind") for fact in read.content.facts}
        assert declared == {fact.fact_id: fact.value.WhichOneof("kind") for fact in answers.facts}


def test_an_unreadable_file_is_refused_with_its_line() -> None:
    asked = self_check_service_pb2.ReadAnswersRequest(
        scorecard="scorecards/eu-battery", content=b"subject: a\nfacts:\n  no_such_fact: yes\n"
    )
    with pytest.raises(InputError, match="line 3"):
        worker().read_answers(asked, never_stop)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Hidden rows are read like all others:"), ("zh", "隐藏的行照常读取")]
)
def test_hidden_rows_of_a_file_are_named(language: str, said: str) -> None:
    version, subject = example("eu-battery")
    book = load_workbook(BytesIO(write_prefilled_workbook(version.scorecard, subject, language=language)))
    for row in range(4, 9):
        book.worksheets[1].row_dimensions[row].hidden = True
    content = BytesIO()
    book.save(content)
    asked = self_check_service_pb2.ReadAnswersRequest(
        scorecard="scorecards/eu-battery", content=content.getvalue(), language_code=language
    )
    (note,) = worker().read_answers(asked, never_stop).notes
    assert said in note
    assert book.worksheets[1].title in note


def test_an_address_is_answered_so_often_in_an_hour() -> None:
    clock = [0.0]
    limiter = AddressRateLimiter(10, "{} in {} s".format, lambda: clock[0])
    limiter.note("a", 10)
    with pytest.raises(Refusal) as refused:
        limiter.check("a")
    assert refused.value.reason is Reason.QUOTA_EXHAUSTED
    assert refused.value.retry_seconds == 361
    limiter.check("b")
    clock[0] = 361
    limiter.check("a")


def test_ipv6_networks_of_one_site_share_four_times_the_limit() -> None:
    limiter = AddressRateLimiter(10, "{} in {} s".format, lambda: 0.0)
    for network in range(4):
        limiter.check(f"2001:db8:0:{network}::/64")
        limiter.note(f"2001:db8:0:{network}::/64", 10)
    with pytest.raises(Refusal, match="40 in"):
        limiter.check("2001:db8:0:4::/64")
    limiter.check("2001:db8:0:100::/64")


def test_the_empty_self_check_is_computed_once_and_answers_are_not_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    own = SelfCheckWorker(GAZETTE, lasting=False)
    begun: list[str] = []
    evaluate = Evaluators.evaluate

    def counted(self: Evaluators, published: PublishedVersion, *rest: Any) -> LazyRecord:
        begun.append(published.name)
        return evaluate(self, published, *rest)

    monkeypatch.setattr(Evaluators, "evaluate", counted)
    asked = Asked(scorecard="scorecards/eu-battery")
    first, again = (own.try_scorecard(asked, never_stop) for _ in range(2))
    assert (first, len(begun)) == (again, 1)
    _, subject = example("eu-battery")
    answered = bare_request(subject, "eu-battery")
    for _ in range(2):
        own.try_scorecard(answered, never_stop)
    assert len(begun) == 3
