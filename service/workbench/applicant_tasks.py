"""Applicant tasks in a case: facts, findings and questions, their states and their order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts import parse_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from service.output.asking_criteria import AskingCriterion
    from service.workbench.pages.dossier import FactPrompt
    from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases

_LAST_DAY, _NO_DEADLINE_DAYS = "9999-12-31", 1_000_000


class TaskState(StrEnum):
    """States of a task."""

    TO_DO = "to_do"
    IN_PROGRESS = "in_progress"
    REPLACE = "replace"
    LATER = "later"
    WITH_BODY = "with_body"
    DONE = "done"


_OPEN_STATES = (TaskState.REPLACE, TaskState.IN_PROGRESS, TaskState.TO_DO)
_FINDING_ENDED = frozenset({"closed", "dropped"})
_CLIENT_STEPS = ("answer", "show")


@dataclass(frozen=True, slots=True)
class FactTask:
    """Requested fact."""

    prompt: FactPrompt
    section: str
    state: TaskState
    shortcomings: Sequence[dossiers.EvidenceShortcoming]
    is_unproved: bool
    criteria: Sequence[AskingCriterion]

    @property
    def is_open(self) -> bool:
        return self.state in _OPEN_STATES


@dataclass(frozen=True, slots=True)
class FindingTask:
    """Finding and its next step."""

    item: str
    content: cases.CaseContent
    state: TaskState
    step: str
    """`answer` or `show`; empty without an allowed step."""
    days_left: int | None
    """None once ended or without a deadline."""

    @property
    def number(self) -> str:
        return self.item.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class QuestionTask:
    """Question of the certification body."""

    statement: str
    state: TaskState
    due_date: str
    days_left: int | None


@dataclass(frozen=True)
class ApplicantTasks:
    """All tasks of an applicant in a case."""

    facts: Sequence[FactTask]
    findings: Sequence[FindingTask]
    questions: Sequence[QuestionTask]
    facts_days_left: int | None = None
    """None without a deadline."""

    @cached_property
    def open_facts(self) -> Sequence[FactTask]:
        return [task for task in self.facts if task.is_open]

    @cached_property
    def open_sections(self) -> Mapping[str, Sequence[FactTask]]:
        return _by_section(self.open_facts)

    @cached_property
    def later_facts(self) -> Sequence[FactTask]:
        return [task for task in self.facts if task.state is TaskState.LATER]

    @cached_property
    def sent_sections(self) -> Mapping[str, Sequence[FactTask]]:
        return _by_section(task for task in self.facts if task.state is TaskState.DONE)

    @cached_property
    def sent_count(self) -> int:
        return sum(map(len, self.sent_sections.values()))

    @cached_property
    def open_findings(self) -> Sequence[FindingTask]:
        return [task for task in self.findings if task.step]

    @cached_property
    def open_question(self) -> QuestionTask | None:
        return next((task for task in self.questions if task.state in _OPEN_STATES), None)

    @cached_property
    def open_count(self) -> int:
        return len(self.open_facts) + len(self.open_findings) + (self.open_question is not None)

    @cached_property
    def next_fact(self) -> FactTask | None:
        return min(self.open_facts, key=lambda task: _OPEN_STATES.index(task.state), default=None)

    @cached_property
    def next_kind(self) -> str:
        if self.open_question is not None:
            return "question"
        days: dict[str, int | None] = {}
        if self.open_findings:
            days["finding"] = self.open_findings[0].days_left
        if self.open_facts:
            days["fact"] = self.facts_days_left
        return min(
            days, key=lambda kind: _NO_DEADLINE_DAYS if (remaining := days[kind]) is None else remaining, default=""
        )

    def fact_after(self, fact_id: str) -> str:
        ids = [task.prompt.id for task in self.facts]
        index = ids.index(fact_id) if fact_id in ids else -1
        following = [
            task.prompt.id for task in (*self.facts[index + 1 :], *self.facts[: max(index, 0)]) if task.is_open
        ]
        return following[0] if following else ""

    def neighbours(self, fact_id: str) -> tuple[str, str]:
        ids = [task.prompt.id for task in self.facts]
        if fact_id not in ids:
            return "", ""
        index = ids.index(fact_id)
        return ids[index - 1] if index else "", ids[index + 1] if index + 1 < len(ids) else ""


def _by_section(tasks: Iterable[FactTask]) -> Mapping[str, Sequence[FactTask]]:
    sections: dict[str, list[FactTask]] = defaultdict(list)
    for task in tasks:
        sections[task.section].append(task)
    return sections


def days_left(day: str, as_of_date: str) -> int | None:
    """Return the days until a date, negative if past, None without a date."""
    return (parse_date(day) - parse_date(as_of_date)).days if day else None


def fact_tasks(
    dossier: dossiers.CaseDossier,
    evidence: dossiers.ListCaseEvidenceResponse,
    prompts: Mapping[str, FactPrompt],
    criteria_by_fact: Mapping[str, Sequence[AskingCriterion]],
    *,
    may_declare: bool,
) -> list[FactTask]:
    """Return the task of each fact that can be declared."""
    declared = {fact.fact_id for fact in dossier.content.facts if fact.HasField("value")}
    unproved = {fact_id for wanted in evidence.wanted for fact_id in wanted.fact_ids}
    all_shortcomings: dict[str, list[dossiers.EvidenceShortcoming]] = defaultdict(list)
    for document in evidence.documents:
        for shortcoming in document.shortcomings:
            all_shortcomings[shortcoming.fact_id].append(shortcoming)
    tasks = []
    for row in dossier.facts:
        id, prompt = row.fact_id, prompts[row.fact_id]
        if prompt.can_be_stated:
            state = _fact_state(
                is_declared=id in declared,
                is_unproved=id in unproved,
                falls_short=id in all_shortcomings,
                may_declare=may_declare,
            )
            shortcomings = all_shortcomings[id] if id in unproved else ()
            tasks.append(
                FactTask(prompt, row.section, state, shortcomings, id in unproved, criteria_by_fact.get(id, ()))
            )
    return tasks


def _fact_state(*, is_declared: bool, is_unproved: bool, falls_short: bool, may_declare: bool) -> TaskState:
    if is_declared and not is_unproved:
        return TaskState.DONE
    if not may_declare:
        return TaskState.LATER
    if not is_declared:
        return TaskState.TO_DO
    return TaskState.REPLACE if falls_short else TaskState.IN_PROGRESS


def finding_tasks(case: cases.Case, mine: Collection[tuple[str, str]]) -> list[FindingTask]:
    """Return the tasks of findings, most urgent first."""
    returned = {step.item for step in case.steps if step.step == "return"}
    tasks = []
    for item in case.items:
        if not item.item.startswith("findings/"):
            continue
        step = next((step for step in _CLIENT_STEPS if (item.item, step) in mine), "")
        remaining = None if item.state in _FINDING_ENDED else days_left(item.content.due_date, case.as_of_date)
        state = _finding_state(item, step, is_returned=item.item in returned)
        tasks.append(FindingTask(item.item, item.content, state, step, remaining))
    return sorted(tasks, key=lambda task: (not task.step, task.content.due_date or _LAST_DAY))


def _finding_state(item: cases.CaseItem, step: str, *, is_returned: bool) -> TaskState:
    if item.state in _FINDING_ENDED:
        return TaskState.DONE
    if not step:
        return TaskState.LATER if item.state in {"open", "planned"} else TaskState.WITH_BODY
    return TaskState.REPLACE if step == "answer" and is_returned else TaskState.TO_DO


def question_tasks(case: cases.Case, mine: Collection[tuple[str, str]]) -> list[QuestionTask]:
    """Return the questions, newest first; only the newest can be open."""
    questions = [step for step in reversed(case.steps) if step.step == "ask" and not step.item]
    tasks = []
    for index, step in enumerate(questions):
        waits = index == 0 and case.state == "waiting"
        state = TaskState.DONE if not waits else TaskState.TO_DO if ("", "answer") in mine else TaskState.LATER
        remaining = days_left(step.content.due_date, case.as_of_date) if waits else None
        tasks.append(QuestionTask(step.content.statement, state, step.content.due_date, remaining))
    return tasks
