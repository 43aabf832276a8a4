"""Questions about one inventory, each answered by a verifiable evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from rules.contracts import (
    Bounds,
    Figure,
    Outcome,
    Record,
    VersionError,
    Violation,
    all_of,
    error_message,
    format_exact,
    message_factory,
    parse_exact,
)
from rules.model import RecordResult, Scorecard
from rules.trail import OpenAnswer
from service.base.resource_names import CardName
from service.evaluating.evaluators import RecordReader
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import Dossier
from service.input.given_files import has_workbook_suffix
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem
from service.input.workbook import sheet_layout
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.sheets import open_sheets
from service.output.envelopes import exported_content, remarks_on
from service.output.mapping.answers import read_open_answers
from service.output.mapping.requests import write_request
from service.output.terminal.output import RemoteError
from service.schemes.inventory.question_subject import name_in_form, path_in_form, subject_for_question
from service.schemes.inventory.workbook_form import InventoryForm, InventoryQuestion, read_questions
from touchstone.v1 import evaluation_pb2

GRADE = "grade"
"""Id of the undetermined item if only the grade is undetermined."""
POINTS = ("not_met", "findings", "coming")
_EVALUATIONS = "evaluation_service.EvaluationService"
_message = message_factory(__name__)


@dataclass(frozen=True)
class InventoryAnswer:
    """Answer to one question.

    `refused` is the reason if the scorecard cannot answer, for example before its first day. `is_requested` is False
    for optional scorecards without own facts.
    """

    question: InventoryQuestion
    evaluation: evaluation_pb2.Evaluation | None = None
    record: Record | None = None
    card: Scorecard | None = None
    refused: str = ""
    is_requested: bool = True

    @cached_property
    def open(self) -> tuple[OpenAnswer, ...]:
        """Undetermined items and the inputs they wait for.

        Results of other questions are omitted if they wait for no input.
        """
        if self.evaluation is None or self.record is None or self.card is None:
            return ()
        other_results = {result.id for result in self.card.results} - set(self.question.results)
        answers = [
            answer
            for answer in read_open_answers(self.evaluation, self.record)
            if answer.id not in other_results or any((answer.facts, answer.settings, answer.missing))
        ]
        answers += [
            OpenAnswer(rule.id, rule.open_facts)
            for rule in self.record.rules
            if all_of([rule.outcome, rule.in_force]) is Outcome.UNDETERMINED
        ]
        conclusion = self.record.conclusion
        if not answers and conclusion.grades and conclusion.grade is None:
            answers.append(OpenAnswer(GRADE, tuple(fact.id for fact in self.record.open_facts)))
        return tuple(answers)

    @property
    def undetermined(self) -> bool:
        return self.is_requested and (self.record is None or bool(self.open))

    @cached_property
    def points(self) -> Mapping[str, list[str]]:
        """Ids of unmet gates, of raised findings with rules that apply, and of rules that apply later."""
        record = self.record
        if record is None:
            return {kind: [] for kind in POINTS}
        gates = [criterion for criterion in record.criteria if criterion.kind == "gate"]
        unmet = [gate.id for gate in gates if gate.outcome is Outcome.NOT_MET]
        raised = [finding.id for finding in record.findings if finding.outcome is Outcome.MET]
        raised += [rule.id for rule in record.rules if {rule.outcome, rule.in_force} == {Outcome.MET}]
        coming = [rule.id for rule in record.rules if rule.coming and rule.outcome is Outcome.MET]
        return dict(zip(POINTS, (unmet, raised, coming), strict=True))

    def usable(self, result: RecordResult) -> Figure:
        """Return the sum of a figure over records; unbounded without the list."""
        if self.record is None or self.card is None:
            return Figure(exact=Bounds())
        unit = next(quantity.unit for quantity in self.card.quantities if quantity.id == result.name)
        stated = next((fact.used for fact in self.record.facts if fact.declared.id == result.list), None)
        if stated is None or stated.records is None:
            return Figure(unit=unit, exact=Bounds())
        return Figure(unit=unit, exact=_sum_over_records(self.record, result))


def _sum_over_records(record: Record, result: RecordResult) -> Bounds:
    figures = [
        named for of_record in record.record_results if of_record.list == result.list for named in of_record.figures
    ]
    exact = [named.figure.exact for named in figures if named.id == result.id]
    return Bounds(low=_sum_ends([each.low for each in exact]), high=_sum_ends([each.high for each in exact]))


def _sum_ends(ends: list[str | None]) -> str | None:
    stated = [parse_exact(end) for end in ends if end is not None]
    return format_exact(sum(stated, Fraction(0))) if len(stated) == len(ends) else None


@dataclass(frozen=True)
class AnsweredInventory:
    """An inventory with the answer to each question."""

    form: InventoryForm
    read: Dossier
    answers: tuple[InventoryAnswer, ...]
    source: Path

    @cached_property
    def cells(self) -> CellIndex:
        return CellIndex(self.source, self.form)

    @property
    def undetermined(self) -> bool:
        return any(answer.undetermined for answer in self.answers)


class CellIndex:
    """Positions of workbook cells, including empty ones; a dossier has none."""

    def __init__(self, source: Path, form: InventoryForm) -> None:
        self.facts: dict[str, FilePosition] = {}
        self.sheets: dict[str, FilePosition] = {}
        self._rows: dict[tuple[str, str], int] = {}
        self._columns: dict[tuple[str, str], int] = {}
        if has_workbook_suffix(source):
            with open_sheets(source) as sheets:
                self._index_workbook(sheets.by_mark, form)

    def place(self, fact: str, key: str, field: str) -> FilePosition | None:
        sheet = self.sheets.get(fact)
        if sheet is None:
            return self.facts.get(fact)
        return (
            FilePosition(self._rows.get((fact, key), 0), self._columns.get((fact, field), 0), sheet.sheet)
            if key
            else sheet
        )

    def _index_workbook(self, by_mark: Mapping[str, Any], form: InventoryForm) -> None:
        facts = by_mark[sheet_layout.facts_mark(Layout.ONE)]
        value = dict(facts.heads())["value"].column
        for row in facts.rows():
            if "id" in row:
                id, position = str(row["id"].value).strip(), row["id"].position
                self.facts.setdefault(id.partition(".")[0], facts.position(position.line, value))
        keys = {record.id: record.key for record in form.scorecard.records}
        for id, key in keys.items():
            sheet = by_mark[sheet_layout.records_mark(id)]
            self.sheets[id] = sheet.position()
            self._columns |= {(id, name): position.column for name, position in sheet.heads()}
            for row in sheet.rows():
                if key in row:
                    self._rows[id, str(row[key].value).strip()] = row[key].position.line


def answer_questions(  # noqa: PLR0913
    source: Path, read: Dossier, form: InventoryForm, *, stubs: Callable[[str], Any], gazette: Gazette, stores: bool
) -> AnsweredInventory:
    """Evaluate every question of an inventory.

    Raises:
        PlacedError: If scorecards refuse values of the inventory.
    """
    problems: dict[Problem, None] = {}
    answers = []
    stated = {fact.id for fact in read.subject.facts}
    with closing(RecordReader(gazette)) as reader:
        for question in read_questions():
            if not form.is_requested(question.card, stated):
                answers.append(InventoryAnswer(question, is_requested=False))
                continue
            card = form.cards[question.card].card
            if read.subject.as_of < card.first_date.isoformat():
                reason = _message("EDITION_NOT_IN_FORCE", version=f"{card.id}@{card.version}", first=card.first_date)
                answers.append(InventoryAnswer(question, refused=reason))
                continue
            request = write_request(
                subject_for_question(question, form, read.subject),
                scorecard=str(CardName(question.card)),
                request_id=str(uuid4()) if stores else "",
            )
            request.validate_only = not stores
            try:
                evaluation = stubs(_EVALUATIONS).EvaluateSubject(request)
            except RemoteError as error:
                placed = list(_locate_violations(error.violations(), question, form, read))
                if not placed and not isinstance(error.cause, VersionError):
                    raise
                problems.update(dict.fromkeys(placed))
                if isinstance(error.cause, VersionError):
                    answers.append(InventoryAnswer(question, refused=error_message(error.cause)))
                continue
            record = reader.read(exported_content(evaluation)).record
            scorecard = gazette.made_by(record.scorecard_version, record.rule_digest).scorecard
            answers.append(InventoryAnswer(question, evaluation, record, scorecard))
    if problems:
        raise PlacedError(problems)
    return AnsweredInventory(form, read, tuple(answers), source)


def _locate_violations(
    violations: tuple[Violation, ...], question: InventoryQuestion, form: InventoryForm, read: Dossier
) -> Iterator[Problem]:
    for violation in violations:
        if violation.field.startswith(("facts[", "evidence[", "settings[", "subject")):
            field = path_in_form(violation.field, question.card, form)
            yield Problem(read.place_of(field), field, violation.description, violation.reason)


def plausibility_remarks(inventory: AnsweredInventory) -> list[Problem]:
    """Return implausible values with their locations, once for all scorecards."""
    problems: dict[Problem, None] = {}
    for answer in inventory.answers:
        if answer.evaluation is not None and answer.record is not None and answer.card is not None:
            for remark in remarks_on(answer.evaluation, answer.record, answer.card):
                field = path_in_form(remark.field, answer.question.card, inventory.form)
                problems[Problem(inventory.read.place_of(field), field, remark.description, remark.reason.upper())] = (
                    None
                )
    return list(problems)


def cells_of_open_facts(
    answer: OpenAnswer, question: InventoryQuestion, inventory: AnsweredInventory
) -> list[tuple[str, str, str, FilePosition | None]]:
    """Return fact, record key, field and cell of awaited facts, in workbook order."""
    named = dict.fromkeys(name_in_form(fact, question.card, inventory.form) for fact in answer.facts)
    cells = [(*name, inventory.cells.place(*name)) for name in named]
    return sorted(cells, key=lambda cell: (cell[3] or FilePosition(0, 0)).order)
