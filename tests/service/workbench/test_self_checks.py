"""Self-check: which question comes next, and answers that travel with the form."""

from __future__ import annotations

import pytest

from rules.contracts.errors import InputError
from service.api.questionnaires import questionnaire
from service.api.self_check_process import SelfCheckWorker
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.workbench.self_checks import SelfCheck, questions_with_prompts, read_answers
from touchstone.v1 import evaluation_pb2, fact_pb2
from touchstone.v1.types_pb2 import Value

_Kind = evaluation_pb2.Conclusion

GAZETTE = Gazette(PUBLISHED)


def begun(card: str) -> SelfCheck:
    version = GAZETTE.newest(card)
    questions = questionnaire(version, "en").questions
    asked = questions_with_prompts(questions, version.scorecard, "en")
    return SelfCheck(version.scorecard, asked, read_answers("", f"scorecards/{card}"))


def concluded(kind: evaluation_pb2.Conclusion.Kind, **criterion_of_fact: str) -> evaluation_pb2.EvaluationRecord:
    """Return a record that concludes so, with each open fact and the criterion that it is open through."""
    return evaluation_pb2.EvaluationRecord(
        conclusion=evaluation_pb2.Conclusion(kind=kind),
        open_facts=[fact_pb2.OpenFact(fact_id=fact, criterion_ids=[id]) for fact, id in criterion_of_fact.items()],
    )


def test_facts_without_effect_on_the_grade_are_skipped_and_facts_for_figures_are_requested() -> None:
    graded, figures = begun("zero-carbon-factory"), begun("uk-cbam")
    ids = list(graded.by_id)
    movable = graded.movable(concluded(_Kind.KIND_INCOMPLETE, **{ids[3]: "G1", ids[5]: "G2"}))
    assert movable == {ids[3], ids[5], "setting:reading"}
    assert graded.after(ids[0], movable) == ids[3]
    assert graded.with_answer(ids[3], Value(flag=True)).after(ids[0], movable) == ids[5]
    assert graded.after(ids[5], movable) == "setting:reading"
    assert not graded.after(ids[0], ())
    assert graded.before(ids[0]) == ids[0]
    assert graded.before(ids[4]) == ids[3]
    every = list(figures.by_id)
    all_of_them = figures.movable(concluded(_Kind.KIND_SCORED))
    assert [figures.after(id, all_of_them) for id in every[:-1]] == every[1:]
    assert not figures.after(every[-1], all_of_them)


@pytest.mark.parametrize("kind", [_Kind.KIND_GATE_FAILED, _Kind.KIND_NOT_APPLICABLE])
@pytest.mark.parametrize("card", ["zero-carbon-factory", "cbam-goods"])
def test_a_final_result_ends_the_questions(card: str, kind: evaluation_pb2.Conclusion.Kind) -> None:
    check = begun(card)
    gate = check.card.gates[-1].id
    record = concluded(kind, **dict.fromkeys(list(check.by_id)[:3], gate))
    assert not check.first_wanted(check.movable(record))
    assert check.first_wanted(check.movable(concluded(_Kind.KIND_INCOMPLETE, **{next(iter(check.by_id)): gate})))


def test_a_fact_that_affects_only_a_finding_is_not_requested() -> None:
    check = begun("zero-carbon-factory")
    fact, finding = next(iter(check.by_id)), check.card.findings[0].id
    assert not check.movable(concluded(_Kind.KIND_NOT_GRADED, **{fact: finding}))
    assert check.movable(concluded(_Kind.KIND_GRADE_OPEN, **{fact: finding, "scope_1": "C1"})) == {
        "scope_1", "setting:reading",
    }  # fmt: skip


def test_answers_are_read_back_as_written() -> None:
    check = begun("zero-carbon-factory")
    answered = check.with_answer("scope_1", Value(number="5", unit="tCO2e")).with_answer(
        "setting:reading", Value(choice="literal")
    )
    back = read_answers(answered.written, "scorecards/zero-carbon-factory")
    assert back == answered.answers
    assert set(answered.answer_values) == {"scope_1", "setting:reading"}
    assert answered.with_answer("scope_1", None).with_answer("setting:reading", None).written == check.written
    done = [section.title for section in answered.sections if section.is_done]
    assert done == ["Interpretation of the rules"]
    with pytest.raises(InputError):
        read_answers(answered.written, "scorecards/uk-cbam")


@pytest.mark.full
@pytest.mark.parametrize("card", ["zero-carbon-factory", "cbam-goods"])
def test_a_final_result_under_published_rules_leaves_no_question(card: str) -> None:
    check, worker, final = begun(card), SelfCheckWorker(GAZETTE, lasting=False), 0
    for asked in check.questions:
        for answer in (False, True) if asked.prompt.kind == "flag" else ():
            tried = check.with_answer(asked.id, Value(flag=answer))
            record = worker.try_scorecard(tried.answers, lambda: False).record
            if record.conclusion.kind in (_Kind.KIND_GATE_FAILED, _Kind.KIND_NOT_APPLICABLE):
                assert record.open_facts
                assert not tried.first_wanted(tried.movable(record))
                final += 1
    assert final
