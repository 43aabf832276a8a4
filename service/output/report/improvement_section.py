"""Improvement section of a report: requirements and inputs for better grades."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rules.contracts import NO_GRADE, ConclusionKind, Outcome, Possibility, join_items, parse_exact
from rules.engine import graded_rows
from rules.model import ChoiceClause, FactType, OutcomeClause
from rules.trail import Topic, closed_period
from service.output.report.results_section import clauses, failed_gates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.api import Explanation
    from rules.contracts import GradeResult
    from rules.model import LadderRow
    from service.output.report.formatters import RecordFormatter

Row = dict[str, Any]


def obstacles_to_next_grade(formatter: RecordFormatter) -> Row:
    """Return the obstacles to a better grade."""
    failed, undetermined = failed_gates(formatter)
    return {
        "failed": [_gate(formatter, gate.id, gate.outcome) for gate in failed],
        "undetermined": [_gate(formatter, gate.id, gate.outcome) for gate in undetermined],
        "next": next_grade(formatter),
        "closed": closed_note(formatter),
        "open": list(_open_grades(formatter)),
    }


def _gate(formatter: RecordFormatter, gate: str, outcome: Outcome) -> Row:
    labels = next((definition.labels for definition in formatter.scorecard.gates if definition.id == gate), {})
    return {"id": gate, "name": formatter.label(labels), "clauses": list(clauses(formatter, f"gates/{gate}", outcome))}


def next_grade(formatter: RecordFormatter) -> Row:
    """Return the missing requirements per row of the next better grade, or a note."""
    grade, ladder = formatter.record.conclusion.grade, formatter.scorecard.ladder
    if ladder is None:
        return _section_row(note=formatter.words["no_ladder"])
    if grade is None or formatter.record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
        return _section_row()
    better = [choice.id for choice in ladder.grades if choice.id != NO_GRADE]
    if grade in better:
        better = better[: better.index(grade)]
    if not better:
        return _section_row(note=formatter.words["best"])
    target = _best_row_grade(formatter, better) or better[-1]
    rows = [
        [*requirements, *_setting_lines(formatter, choices)] or [str(formatter.words["nothing_else"])]
        for requirements, choices in _rows_by_requirements(formatter, target)
    ]
    return _section_row(title=formatter.words["way"].format(grade=formatter.renderer.grade(target)), rows=rows)


def _rows_by_requirements(
    formatter: RecordFormatter, grade: str
) -> Iterator[tuple[tuple[str, ...], list[tuple[ChoiceClause, ...]]]]:
    """Yield each set of requirements of a grade with the choices of open settings under which it applies."""
    grouped: dict[tuple[str, ...], list[tuple[ChoiceClause, ...]]] = {}
    for index, row in _attainable_rows(formatter, grade):
        requirements = tuple(_missing_requirements(formatter, index, row, settings=False))
        grouped.setdefault(requirements, []).append(tuple(_open_choices(formatter, index, row)))
    yield from grouped.items()


def _open_choices(formatter: RecordFormatter, index: int, row: LadderRow) -> Iterator[ChoiceClause]:
    settings = {setting.id for setting in formatter.scorecard.settings}
    for clause, shown in zip(row.requires, _clauses(formatter, index), strict=False):
        if (
            isinstance(clause, ChoiceClause)
            and clause.name in settings
            and shown["outcome"] == Outcome.UNDETERMINED.value
        ):
            yield clause


def _setting_lines(formatter: RecordFormatter, choices: Sequence[tuple[ChoiceClause, ...]]) -> Iterator[str]:
    """Yield a line on the choices of open settings; none if the requirements also apply without a choice."""
    if not all(choices):
        return
    names = {clause.name for required in choices for clause in required}
    if len(names) == 1:
        (name,) = names
        values = dict.fromkeys(value for required in choices for clause in required for value in clause.values)
        settings = _setting_text(formatter, name, tuple(values))
        setting = next(each for each in formatter.scorecard.settings if each.id == name)
        template = "way_every_choice" if len(values) == len(setting.choices) else "way_choice"
        yield str(formatter.words[template].format(settings=settings))
        return
    for required in dict.fromkeys(choices):
        texts = [_setting_text(formatter, clause.name, clause.values) for clause in required]
        yield str(formatter.words["way_choice"].format(settings=join_items(texts, formatter.language)))


def _setting_text(formatter: RecordFormatter, name: str, values: tuple[str, ...]) -> str:
    renderer = formatter.renderer
    words = [renderer.choice(name, value) for value in values]
    return f"{renderer.name(name)} = {formatter.words['way_or'].join(words)}"


def _attainable_rows(formatter: RecordFormatter, grade: str) -> list[tuple[int, LadderRow]]:
    settings = {setting.id for setting in formatter.scorecard.settings}
    choices = {fact.id for fact in formatter.scorecard.facts if fact.type is FactType.CHOICE}
    rows = [(index, row) for index, row in graded_rows(formatter.scorecard.ladder) if row.grade == grade]
    rows = [(index, row) for index, row in rows if not _fails_on_choice(formatter, index, row, settings)]
    rows = [(index, row) for index, row in rows if not _requires_inapplicable_criterion(formatter, row)] or rows
    # Skip rows for another kind of subject, unless no other row remains.
    return [(index, row) for index, row in rows if not _fails_on_choice(formatter, index, row, choices)] or rows


def _best_row_grade(formatter: RecordFormatter, better: Sequence[str]) -> str | None:
    rows = graded_rows(formatter.scorecard.ladder)
    satisfied = {row.grade for index, row in rows if not list(_missing_requirements(formatter, index, row))}
    return next((grade for grade in better if grade in satisfied), None)


def closed_note(formatter: RecordFormatter) -> str:
    """Return a note on an ended claim period and the next one; otherwise empty."""
    used = {fact.declared.id: fact.used for fact in formatter.record.facts if fact.used is not None}
    closed = closed_period(formatter.scorecard, used, date.fromisoformat(formatter.record.as_of_date))
    if closed is None:
        return ""
    return str(
        formatter.words["way_closed"].format(
            period=formatter.fact(closed.fact),
            first=closed.period.first,
            last=closed.period.last,
            next_first=closed.following.first,
            next_last=closed.following.last,
        )
    )


def _section_row(*, note: str = "", title: str = "", rows: Sequence[list[str]] = ()) -> Row:
    return {"note": note, "title": title, "rows": rows}


def _clauses(formatter: RecordFormatter, index: int) -> list[Row]:
    clause_rows: list[Row] = formatter.payloads.get(f"ladder/{index + 1}", {}).get("clauses", [])
    return clause_rows


def _fails_on_choice(formatter: RecordFormatter, index: int, row: LadderRow, names: set[str]) -> bool:
    return any(
        getattr(clause, "name", "") in names and shown["outcome"] == Outcome.NOT_MET.value
        for clause, shown in zip(row.requires, _clauses(formatter, index), strict=False)
    )


def _requires_inapplicable_criterion(formatter: RecordFormatter, row: LadderRow) -> bool:
    inapplicable = {
        criterion.id for criterion in formatter.record.criteria if criterion.outcome is Outcome.NOT_APPLICABLE
    }
    required = {
        clause.criterion
        for clause in row.requires
        if isinstance(clause, OutcomeClause) and clause.outcome is Outcome.MET
    }
    return not inapplicable.isdisjoint(required)


def _missing_requirements(
    formatter: RecordFormatter, index: int, row: LadderRow, *, settings: bool = True
) -> Iterator[str]:
    """Yield the requirements of a row that are not met; without `settings`, choices of open settings are omitted."""
    score = formatter.record.conclusion.score
    if score is not None and score.exact.high is not None:
        high = parse_exact(score.exact.high)
        shown = formatter.figure(score)
        if row.more_than is not None and high <= row.more_than:
            yield formatter.words["way_more_than"].format(score=shown, bound=formatter.points(row.more_than))
        elif row.at_least is not None and high < row.at_least:
            yield formatter.words["way_at_least"].format(score=shown, bound=formatter.points(row.at_least))
    omitted = () if settings else tuple(_open_choices(formatter, index, row))
    for clause, shown_clause in zip(row.requires, _clauses(formatter, index), strict=False):
        if shown_clause["outcome"] != Outcome.MET.value and clause not in omitted:
            yield formatter.readable_sentence(shown_clause)
    ladder = formatter.scorecard.ladder
    for exception_index in ladder.exceptions_to(row) if ladder is not None else ():
        if formatter.payloads.get(f"ladder/{exception_index + 1}", {}).get("outcome") != Outcome.NOT_MET.value:
            clause_texts = join_items(
                map(formatter.readable_sentence, _clauses(formatter, exception_index)), formatter.language
            )
            yield formatter.words["way_unless"].format(clauses=clause_texts)


def single_change_sentences(explanation: Explanation | None) -> list[str]:
    """Return the sentences on improvements by a single change."""
    statements = explanation.statements if explanation else ()
    return [statement.text for statement in statements if statement.topic is Topic.WAY and statement.criterion is None]


def _open_grades(formatter: RecordFormatter) -> Iterator[Row]:
    if formatter.record.conclusion.grade is not None:
        return
    for answer in formatter.record.conclusion.grades:
        grade = formatter.renderer.grade(answer.grade)
        yield {
            "grade": grade,
            "possibility": formatter.words["possibility"][answer.possibility.value],
            "meaning": formatter.words["possible"][answer.possibility.value],
            "witness_title": formatter.words["witness"].format(grade=grade),
            "witness": list(_witness(formatter, answer)) if answer.possibility is Possibility.REACHABLE else [],
        }


def _witness(formatter: RecordFormatter, answer: GradeResult) -> Iterator[Row]:
    for setting, choice in answer.witness_settings.items():
        yield {
            "name": formatter.renderer.name(setting),
            "value": formatter.renderer.choice(setting, choice),
            "fields": [],
        }
    for name, value in answer.witness.items():
        fields = [
            [
                f"{formatter.renderer.name(field, name)}: {formatter.renderer.value(field, field_value, name)}"
                for field, field_value in row.items()
            ]
            for row in value.records or ()
        ]
        yield {"name": formatter.fact(name), "value": formatter.value(name, value), "fields": fields}
