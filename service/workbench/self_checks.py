"""Self-check of a stranger: the questions in their order, the answers so far, and which question comes next.

The answers travel with the form, as the JSON of the request that tries them; nothing of them is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, Violation, message_factory
from service.workbench.page import read_message
from service.workbench.pages.dossier import FactPrompt, prompts_of
from service.workbench.titles import title_of
from touchstone.v1 import evaluation_pb2, fact_pb2, self_check_service_pb2
from touchstone.v1.types_pb2 import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rules.model import Scorecard

_say = message_factory(__name__)

SETTING = "setting:"
"""Begins the id of a question about how the rules are read."""
_FINAL = (evaluation_pb2.Conclusion.KIND_NOT_APPLICABLE, evaluation_pb2.Conclusion.KIND_GATE_FAILED)
"""The conclusions that no further answer changes."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, and how it is answered in a form."""

    question: self_check_service_pb2.Question
    prompt: FactPrompt

    @property
    def id(self) -> str:
        """What names it: its fact, or its setting."""
        return self.prompt.id


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far a section is: how many questions it asks, and how many are answered."""

    title: str
    count: int
    answered: int
    first: str
    """Its first question."""

    @property
    def is_done(self) -> bool:
        """Say whether all of it is answered."""
        return self.answered == self.count


@dataclass(frozen=True)
class SelfCheck:
    """Questions and answers."""

    card: Scorecard
    questions: Sequence[AskedQuestion]
    answers: self_check_service_pb2.TryScorecardRequest
    notes: Sequence[str] = ()
    """What was read otherwise than it stands in a file of answers, and hidden parts that were read."""

    @cached_property
    def by_id(self) -> Mapping[str, AskedQuestion]:
        """The questions by what names them."""
        return {asked.id: asked for asked in self.questions}

    @cached_property
    def given(self) -> Mapping[str, Value]:
        """The answers by the question that each is for."""
        settings = {f"{SETTING}{id}": Value(choice=choice) for id, choice in self.answers.settings.items()}
        return {**{fact.fact_id: fact.value for fact in self.answers.facts}, **settings}

    @cached_property
    def sections(self) -> Sequence[SectionProgress]:
        """The sections in their order."""
        by_title: dict[str, list[AskedQuestion]] = {}
        for asked in self.questions:
            by_title.setdefault(asked.question.section, []).append(asked)
        return [
            SectionProgress(title, len(of_it), sum(asked.id in self.given for asked in of_it), of_it[0].id)
            for title, of_it in by_title.items()
        ]

    def of_section(self, title: str) -> Sequence[AskedQuestion]:
        """Give the questions of a section."""
        return [asked for asked in self.questions if asked.question.section == title]

    def place(self, id: str) -> int:
        """Say which question of its section one is, from 1."""
        return [asked.id for asked in self.of_section(self.by_id[id].question.section)].index(id) + 1

    def key(self, id: str) -> str:
        """Name the field that tells the records of a list apart; empty if the question is about no list."""
        record = next((fact.record for fact in self.card.facts if fact.id == id), None)
        return next((kind.key for kind in self.card.records if kind.id == record), "")

    def before(self, id: str) -> str:
        """Name the question before one; that itself if it is the first."""
        ids = list(self.by_id)
        return ids[max(ids.index(id) - 1, 0)]

    def movable(self, record: evaluation_pb2.EvaluationRecord) -> frozenset[str]:
        """Return the questions whose answers can still change the result of a record.

        A result without grade because a gate is not met, or because the card does not apply, is final whatever else is
        answered. Findings change no result. Of a card that computes figures every answer may change one; of the others
        a setting may while any fact can.
        """
        if record.conclusion.kind in _FINAL:
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
        """Name the next question that is not answered and can change the result; empty if none is left."""
        ids = list(self.by_id)
        return next((later for later in ids[ids.index(id) + 1 :] if self._is_wanted(later, movable)), "")

    def first_wanted(self, movable: Collection[str]) -> str:
        """Name the first question that is not answered and can change the result; empty if there is none."""
        return next((id for id in self.by_id if self._is_wanted(id, movable)), "")

    def _is_wanted(self, id: str, movable: Collection[str]) -> bool:
        return id not in self.given and id in movable

    def with_answer(self, id: str, value: Value | None) -> SelfCheck:
        """Give the self-check with another answer to a question, or with none."""
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
        answers.facts.extend(fact_pb2.Fact(fact_id=fact_id, value=kept) for fact_id, kept in values.items())
        return replace(self, answers=answers)

    @property
    def written(self) -> str:
        """The answers as a form carries them."""
        return MessageToJson(self.answers, indent=None, preserving_proto_field_name=True)


def read_answers(text: str, scorecard: str) -> self_check_service_pb2.TryScorecardRequest:
    """Read the answers that a form carried.

    Raises:
        InputError: they are none of this scorecard.
    """
    answers = self_check_service_pb2.TryScorecardRequest(scorecard=scorecard)
    if not text:
        return answers
    try:
        read_message(text, answers)
    except ValueError:
        raise InputError((Violation("", _say("ANSWERS_UNREADABLE"), "MALFORMED"),)) from None
    if answers.scorecard != scorecard or answers.language_code:
        raise InputError((Violation("", _say("ANSWERS_UNREADABLE"), "WRONG_VALUE"),))
    return answers


def asked_questions(
    questions: Sequence[self_check_service_pb2.Question], card: Scorecard, language: str
) -> Sequence[AskedQuestion]:
    """Give questions with how each is answered."""
    prompts = dict(prompts_of(card, language))
    for setting in card.settings:
        choices = [(choice.id, title_of(choice.labels, language) or choice.id) for choice in setting.choices]
        id = f"{SETTING}{setting.id}"
        prompts[id] = FactPrompt(id, title_of(setting.labels, language) or setting.id, "choice", "", choices, ())
    return [
        AskedQuestion(question, prompts[question.fact_id or f"{SETTING}{question.setting_id}"])
        for question in questions
    ]
