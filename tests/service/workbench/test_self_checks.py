"""Self-check: which question comes next, and answers that travel with the form."""

from __future__ import annotations

import pytest

from rules.contracts.errors import InputError
from service.api.questionnaires import questionnaire
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.workbench.self_checks import SelfCheck, asked_questions, read_answers
from touchstone.v1.types_pb2 import Value

GAZETTE = Gazette(PUBLISHED)


def begun(card: str) -> SelfCheck:
    version = GAZETTE.newest(card)
    questions = questionnaire(version, "en").questions
    asked = asked_questions(questions, version.scorecard, "en")
    return SelfCheck(version.scorecard, asked, read_answers("", f"scorecards/{card}"))


def test_what_can_no_longer_move_a_grade_is_passed_over_and_what_a_figure_needs_is_asked() -> None:
    graded, figures = begun("zero-carbon-factory"), begun("uk-cbam")
    ids = list(graded.by_id)
    assert graded.after(ids[0], {ids[3], ids[5]}) == ids[3]
    assert graded.with_answer(ids[3], Value(flag=True)).after(ids[0], {ids[3], ids[5]}) == ids[5]
    assert graded.after(ids[5], {ids[3], ids[5]}) == "setting:reading"
    assert not graded.after(ids[0], ())
    assert graded.before(ids[0]) == ids[0]
    assert graded.before(ids[4]) == ids[3]
    every = list(figures.by_id)
    assert [figures.after(id, ()) for id in every[:-1]] == every[1:]
    assert not figures.after(every[-1], every)


def test_answers_come_back_as_they_went_along() -> None:
    check = begun("zero-carbon-factory")
    answered = check.with_answer("scope_1", Value(number="5", unit="tCO2e")).with_answer(
        "setting:reading", Value(choice="literal")
    )
    back = read_answers(answered.written, "scorecards/zero-carbon-factory")
    assert back == answered.answers
    assert set(answered.given) == {"scope_1", "setting:reading"}
    assert answered.with_answer("scope_1", None).with_answer("setting:reading", None).written == check.written
    done = [section.title for section in answered.sections if section.is_done]
    assert done == ["How the rules are read"]
    with pytest.raises(InputError):
        read_answers(answered.written, "scorecards/uk-cbam")
