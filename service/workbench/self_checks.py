"""Self-check by a visitor; the form carries the answers and the server stores none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, message_factory
from service.workbench.page import read_message
from service.workbench.pages.dossier import FactPrompt, prompts_of
from service.workbench.titles import title_of
from touchstone.v1 import evaluation_pb2, fact_pb2, self_check_service_pb2
from touchstone.v1.types_pb2 import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rules.model import Scorecard

_message = message_factory(__name__)

SETTING = "setting:"
_FINAL_CONCLUSIONS = (evaluation_pb2.Conclusion.KIND_NOT_APPLICABLE, evaluation_pb2.Conclusion.KIND_GATE_FAILED)


@dataclass(frozen=True, slots=True)
class PromptedQuestion:
    """Question with its form prompt."""

    question: self_check_service_pb2.Question
    prompt: FactPrompt

    @property
    def id(self) -> str:
        return self.prompt.id


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """Number of questions and answers in a section."""

    title: str
    count: int
    answered: int
    first: str

    @property
    def is_done(self) -> bool:
        return self.answered == self.count


@dataclass(frozen=True)
class SelfCheck:
    """Questions and answers of a self-check."""

    card: Scorecard
    questions: Sequence[PromptedQuestion]
    answers: self_check_service_pb2.TryScorecardRequest
    notes: Sequence[str] = ()
    """Values of an answer file read differently than written, and hidden parts that were read."""

    @cached_property
    def by_id(self) -> Mapping[str, PromptedQuestion]:
        return {question.id: question for question in self.questions}

    @cached_property
    def answer_values(self) -> Mapping[str, Value]:
        settings = {f"{SETTING}{id}": Value(choice=choice) for id, choice in self.answers.settings.items()}
        return {**{fact.fact_id: fact.value for fact in self.answers.facts}, **settings}

    @cached_property
    def sections(self) -> Sequence[SectionProgress]:
        by_title: dict[str, list[PromptedQuestion]] = {}
        for question in self.questions:
            by_title.setdefault(question.question.section, []).append(question)
        return [
            SectionProgress(
                title,
                len(section_questions),
                sum(question.id in self.answer_values for question in section_questions),
                section_questions[0].id,
            )
            for title, section_questions in by_title.items()
        ]

    def of_section(self, title: str) -> Sequence[PromptedQuestion]:
        return [question for question in self.questions if question.question.section == title]

    def place(self, id: str) -> int:
        return [question.id for question in self.of_section(self.by_id[id].question.section)].index(id) + 1

    def key(self, id: str) -> str:
        record = next((fact.record for fact in self.card.facts if fact.id == id), None)
        return next((kind.key for kind in self.card.records if kind.id == record), "")

    def before(self, id: str) -> str:
        ids = list(self.by_id)
        return ids[max(ids.index(id) - 1, 0)]

    def movable(self, record: evaluation_pb2.EvaluationRecord) -> frozenset[str]:
        """Return the questions that can still change the result.

        A failed gate or inapplicable scorecard is final. Findings change no result. Every answer can change computed
        figures. Otherwise a setting counts only while a fact does.
        """
        if record.conclusion.kind in _FINAL_CONCLUSIONS:
            return frozenset()
        card = self.card
        if card.ladder is None and card.stages is None and card.verdicts is None:
            return frozenset(self.by_id)
        findings = {finding.id for finding in card.findings}
        facts = {
            fact.fact_id.partition("[")[0] for fact in record.open_facts if not findings.issuperset(fact.criterion_ids)
        }
        return frozenset(id for id in self.by_id if id in facts or (facts and id.startswith(SETTING)))

    def after(self, id: str, movable: Collection[str]) -> str:
        ids = list(self.by_id)
        return next(
            (later for later in ids[ids.index(id) + 1 :] if self._is_unanswered_and_movable(later, movable)), ""
        )

    def first_wanted(self, movable: Collection[str]) -> str:
        return next((id for id in self.by_id if self._is_unanswered_and_movable(id, movable)), "")

    def _is_unanswered_and_movable(self, id: str, movable: Collection[str]) -> bool:
        return id not in self.answer_values and id in movable

    def with_answer(self, id: str, value: Value | None) -> SelfCheck:
        answers = self_check_service_pb2.TryScorecardRequest(scorecard=self.answers.scorecard)
        answers.settings.update(self.answers.settings)
        if id.startswith(SETTING):
            answers.settings.pop(id.removeprefix(SETTING), None)
            if value is not None:
                answers.settings[id.removeprefix(SETTING)] = value.choice
        values = {fact.fact_id: fact.value for fact in self.answers.facts}
        if not id.startswith(SETTING):
            values.pop(id, None)
            if value is not None:
                values[id] = value
        answers.facts.extend(
            fact_pb2.Fact(fact_id=fact_id, value=stored_value) for fact_id, stored_value in values.items()
        )
        return replace(self, answers=answers)

    @property
    def written(self) -> str:
        return MessageToJson(self.answers, indent=None, preserving_proto_field_name=True)


def read_answers(text: str, scorecard: str) -> self_check_service_pb2.TryScorecardRequest:
    """Parse the answers in a form; raise InputError if invalid or of another scorecard."""
    answers = self_check_service_pb2.TryScorecardRequest(scorecard=scorecard)
    if not text:
        return answers
    try:
        read_message(text, answers)
    except ValueError:
        raise InputError.of("", _message("ANSWERS_UNREADABLE"), "MALFORMED") from None
    if answers.scorecard != scorecard or answers.language_code:
        raise InputError.of("", _message("ANSWERS_UNREADABLE"), "WRONG_VALUE")
    return answers


def questions_with_prompts(
    questions: Sequence[self_check_service_pb2.Question], card: Scorecard, language: str
) -> Sequence[PromptedQuestion]:
    """Return the questions with their form prompts."""
    prompts = dict(prompts_of(card, language))
    for setting in card.settings:
        choices = [(choice.id, title_of(choice.labels, language) or choice.id) for choice in setting.choices]
        id = f"{SETTING}{setting.id}"
        prompts[id] = FactPrompt(id, title_of(setting.labels, language) or setting.id, "choice", "", choices, ())
    return [
        PromptedQuestion(question, prompts[question.fact_id or f"{SETTING}{question.setting_id}"])
        for question in questions
    ]
