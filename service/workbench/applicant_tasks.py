"""Tasks of an applicant in a case: facts, findings and questions, each with its state, and what comes first."""

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

_LAST_DAY, _MANY_DAYS = "9999-12-31", 1_000_000


class TaskState(StrEnum):
    """How far a task is."""

    TO_DO = "to_do"
    IN_PROGRESS = "in_progress"
    REPLACE = "replace"
    """Something was given that does not count, or was sent back."""
    LATER = "later"
    """It cannot start yet."""
    WITH_BODY = "with_body"
    """It waits for the certification body."""
    DONE = "done"


_OPEN_STATES = (TaskState.REPLACE, TaskState.IN_PROGRESS, TaskState.TO_DO)
"""The states in which the applicant acts; what was begun comes first."""
_FINDING_ENDED = frozenset({"closed", "dropped"})
_FINDING_STEPS = ("answer", "show")
"""The steps of a finding that are the client's."""


@dataclass(frozen=True, slots=True)
class FactTask:
    """A fact that is asked for."""

    prompt: FactPrompt
    section: str
    state: TaskState
    shortcomings: Sequence[dossiers.EvidenceShortcoming]
    """Why documents that were given do not count."""
    is_unproved: bool
    """Whether a document is asked for and none counts."""
    asked_by: Sequence[AskingCriterion]

    @property
    def is_open(self) -> bool:
        """Say whether the applicant is to do something."""
        return self.state in _OPEN_STATES


@dataclass(frozen=True, slots=True)
class FindingTask:
    """A finding: what it says, and what the client may do about it."""

    item: str
    content: cases.CaseContent
    state: TaskState
    step: str
    """`answer` or `show`; empty while it waits for somebody else, or has ended."""
    days_left: int | None
    """Until it is to be closed; None if it has ended, or no day is set."""

    @property
    def number(self) -> str:
        """Its number in the case."""
        return self.item.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class QuestionTask:
    """What the body asks about the application."""

    statement: str
    state: TaskState
    due_date: str
    days_left: int | None
    """None once it is answered."""


@dataclass(frozen=True)
class ApplicantTasks:
    """All that is asked of an applicant in a case."""

    facts: Sequence[FactTask]
    findings: Sequence[FindingTask]
    questions: Sequence[QuestionTask]
    facts_days_left: int | None = None
    """Until the evaluation is to end; None if no day is set."""

    @cached_property
    def open_facts(self) -> Sequence[FactTask]:
        """Those for which the applicant is to do something, in the order of the card."""
        return [task for task in self.facts if task.is_open]

    @cached_property
    def open_sections(self) -> Mapping[str, Sequence[FactTask]]:
        """Those of each section of the card."""
        return _by_section(self.open_facts)

    @cached_property
    def later_facts(self) -> Sequence[FactTask]:
        """Those that nobody can declare now."""
        return [task for task in self.facts if task.state is TaskState.LATER]

    @cached_property
    def sent_sections(self) -> Mapping[str, Sequence[FactTask]]:
        """Facts that are declared, with documents that count where such are asked for, by section."""
        return _by_section(task for task in self.facts if task.state is TaskState.DONE)

    @cached_property
    def sent_count(self) -> int:
        """How many those are."""
        return sum(map(len, self.sent_sections.values()))

    @cached_property
    def open_findings(self) -> Sequence[FindingTask]:
        """Findings that wait for the applicant."""
        return [task for task in self.findings if task.step]

    @cached_property
    def open_question(self) -> QuestionTask | None:
        """The question that waits for an answer."""
        return next((task for task in self.questions if task.state in _OPEN_STATES), None)

    @cached_property
    def open_count(self) -> int:
        """How many things wait for the applicant."""
        return len(self.open_facts) + len(self.open_findings) + (self.open_question is not None)

    @cached_property
    def next_fact(self) -> FactTask | None:
        """The fact that comes first: one to be mended before one that was begun, and that before the others."""
        return min(self.open_facts, key=lambda task: _OPEN_STATES.index(task.state), default=None)

    @cached_property
    def next_kind(self) -> str:
        """Say what comes first: `question`, else `finding` or `fact` by the day; empty if nothing waits."""
        if self.open_question is not None:
            return "question"
        days: dict[str, int | None] = {}
        if self.open_findings:
            days["finding"] = self.open_findings[0].days_left
        if self.open_facts:
            days["fact"] = self.facts_days_left
        return min(days, key=lambda kind: _MANY_DAYS if (left := days[kind]) is None else left, default="")

    def fact_after(self, fact_id: str) -> str:
        """Name the open fact that comes next after one, in the order of the card; empty if no other is open."""
        ids = [task.prompt.id for task in self.facts]
        here = ids.index(fact_id) if fact_id in ids else -1
        following = [task.prompt.id for task in (*self.facts[here + 1 :], *self.facts[: max(here, 0)]) if task.is_open]
        return following[0] if following else ""

    def neighbours(self, fact_id: str) -> tuple[str, str]:
        """Name the facts before and after one, whether they are open or not; empty at the ends."""
        ids = [task.prompt.id for task in self.facts]
        if fact_id not in ids:
            return "", ""
        here = ids.index(fact_id)
        return ids[here - 1] if here else "", ids[here + 1] if here + 1 < len(ids) else ""


def _by_section(tasks: Iterable[FactTask]) -> Mapping[str, Sequence[FactTask]]:
    sections: dict[str, list[FactTask]] = defaultdict(list)
    for task in tasks:
        sections[task.section].append(task)
    return sections


def days_left(day: str, as_of_date: str) -> int | None:
    """Say how many days are left until a civil day; negative once it has passed, None if there is none."""
    return (parse_date(day) - parse_date(as_of_date)).days if day else None


def fact_tasks(
    dossier: dossiers.CaseDossier,
    evidence: dossiers.ListCaseEvidenceResponse,
    prompts: Mapping[str, FactPrompt],
    asked_by: Mapping[str, Sequence[AskingCriterion]],
    *,
    may_declare: bool,
) -> list[FactTask]:
    """Say of each fact that somebody may state how far it is."""
    declared = {fact.fact_id for fact in dossier.content.facts if fact.HasField("value")}
    unproved = {fact_id for wanted in evidence.wanted for fact_id in wanted.fact_ids}
    short: dict[str, list[dossiers.EvidenceShortcoming]] = defaultdict(list)
    for document in evidence.documents:
        for shortcoming in document.shortcomings:
            short[shortcoming.fact_id].append(shortcoming)
    tasks = []
    for row in dossier.facts:
        id, prompt = row.fact_id, prompts[row.fact_id]
        if prompt.can_be_stated:
            state = _fact_state(
                is_declared=id in declared, is_unproved=id in unproved, falls_short=id in short, may_declare=may_declare
            )
            shortcomings = short[id] if id in unproved else ()
            tasks.append(FactTask(prompt, row.section, state, shortcomings, id in unproved, asked_by.get(id, ())))
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
    """Say of each finding what the client may do about it, the most urgent first."""
    returned = {step.item for step in case.steps if step.step == "return"}
    tasks = []
    for item in case.items:
        if not item.item.startswith("findings/"):
            continue
        step = next((step for step in _FINDING_STEPS if (item.item, step) in mine), "")
        left = None if item.state in _FINDING_ENDED else days_left(item.content.due_date, case.as_of_date)
        state = _finding_state(item, step, is_returned=item.item in returned)
        tasks.append(FindingTask(item.item, item.content, state, step, left))
    return sorted(tasks, key=lambda task: (not task.step, task.content.due_date or _LAST_DAY))


def _finding_state(item: cases.CaseItem, step: str, *, is_returned: bool) -> TaskState:
    if item.state in _FINDING_ENDED:
        return TaskState.DONE
    if not step:
        return TaskState.LATER if item.state in {"open", "planned"} else TaskState.WITH_BODY
    return TaskState.REPLACE if step == "answer" and is_returned else TaskState.TO_DO


def question_tasks(case: cases.Case, mine: Collection[tuple[str, str]]) -> list[QuestionTask]:
    """Give what the body asked about the application, the last first, which alone may wait for an answer."""
    asked = [step for step in reversed(case.steps) if step.step == "ask" and not step.item]
    tasks = []
    for place, step in enumerate(asked):
        waits = place == 0 and case.state == "waiting"
        state = TaskState.DONE if not waits else TaskState.TO_DO if ("", "answer") in mine else TaskState.LATER
        left = days_left(step.content.due_date, case.as_of_date) if waits else None
        tasks.append(QuestionTask(step.content.statement, state, step.content.due_date, left))
    return tasks
