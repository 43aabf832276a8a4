"""Improvement section of a report: requirements of the next grade, and completions that reach open grades."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rules.contracts import NO_GRADE, ConclusionKind, Outcome, Possibility, join_items, parse_exact
from rules.engine import graded_rows
from rules.model import FactType, OutcomeClause
from rules.trail import Topic, closed_period
from service.output.report.results import clauses, failed_gates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.api import Explanation
    from rules.contracts import GradeResult
    from rules.model import LadderRow
    from service.output.report.formatters import RecordFormatter

Row = dict[str, Any]


def obstacles_to_next_grade(teller: RecordFormatter) -> Row:
    """Say which gates stand in the way and what the rows of the next better grade still ask."""
    failed, undetermined = failed_gates(teller)
    return {
        "failed": [_gate(teller, gate.id, gate.outcome) for gate in failed],
        "undetermined": [_gate(teller, gate.id, gate.outcome) for gate in undetermined],
        "next": next_grade(teller),
        "closed": closed_note(teller),
        "open": list(_open_grades(teller)),
    }


def _gate(teller: RecordFormatter, gate: str, outcome: Outcome) -> Row:
    labels = next((definition.labels for definition in teller.scorecard.gates if definition.id == gate), {})
    return {"id": gate, "name": teller.label(labels), "clauses": list(clauses(teller, f"gates/{gate}", outcome))}


def next_grade(teller: RecordFormatter) -> Row:
    """Say what each row of the next better grade still asks, or note why there is none."""
    grade, ladder = teller.record.conclusion.grade, teller.scorecard.ladder
    if ladder is None:
        return _next(note=teller.words["no_ladder"])
    if grade is None or teller.record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
        return _next()
    better = [choice.id for choice in ladder.grades if choice.id != NO_GRADE]
    if grade in better:
        better = better[: better.index(grade)]
    if not better:
        return _next(note=teller.words["best"])
    aim = _held(teller, better) or better[-1]
    settings = {setting.id for setting in teller.scorecard.settings}
    choices = {fact.id for fact in teller.scorecard.facts if fact.type is FactType.CHOICE}
    asked = [(index, row) for index, row in graded_rows(ladder) if row.grade == aim]
    asked = [(index, row) for index, row in asked if not _fails_on(teller, index, row, settings)]
    asked = [(index, row) for index, row in asked if not _asks_what_does_not_apply(teller, row)] or asked
    # Rows for another kind of subject are no way up for this one, as long as there is a row for its own kind.
    own_kind = [(index, row) for index, row in asked if not _fails_on(teller, index, row, choices)]
    rows = [
        list(_lacking(teller, index, row)) or [str(teller.words["nothing_else"])] for index, row in own_kind or asked
    ]
    return _next(title=teller.words["way"].format(grade=teller.renderer.grade(aim)), rows=rows)


def _held(teller: RecordFormatter, better: Sequence[str]) -> str | None:
    """Give the best grade of which a row holds already, so that a failed gate alone keeps from it."""
    ladder = teller.scorecard.ladder
    rows = graded_rows(ladder) if ladder is not None else ()
    held = {row.grade for index, row in rows if not list(_lacking(teller, index, row))}
    return next((grade for grade in better if grade in held), None)


def closed_note(teller: RecordFormatter) -> str:
    """Say that the claim period has ended, and for which one what the next grade asks then counts; else nothing."""
    used = {fact.declared.id: fact.used for fact in teller.record.facts if fact.used is not None}
    closed = closed_period(teller.scorecard, used, date.fromisoformat(teller.record.as_of_date))
    if closed is None:
        return ""
    return str(
        teller.words["way_closed"].format(
            period=teller.fact(closed.fact),
            first=closed.period.first,
            last=closed.period.last,
            next_first=closed.following.first,
            next_last=closed.following.last,
        )
    )


def _next(*, note: str = "", title: str = "", rows: Sequence[list[str]] = ()) -> Row:
    return {"note": note, "title": title, "rows": rows}


def _clauses(teller: RecordFormatter, index: int) -> list[Row]:
    clause_rows: list[Row] = teller.payloads.get(f"ladder/{index + 1}", {}).get("clauses", [])
    return clause_rows


def _fails_on(teller: RecordFormatter, index: int, row: LadderRow, names: set[str]) -> bool:
    """Say whether a ladder row fails on a choice made under one of these names."""
    return any(
        getattr(clause, "name", "") in names and shown["outcome"] == Outcome.NOT_MET.value
        for clause, shown in zip(row.requires, _clauses(teller, index), strict=False)
    )


def _asks_what_does_not_apply(teller: RecordFormatter, row: LadderRow) -> bool:
    """Say whether a row asks for something that does not apply to this subject, such as a gate of another scheme."""
    idle = {criterion.id for criterion in teller.record.criteria if criterion.outcome is Outcome.NOT_APPLICABLE}
    asked = {
        clause.criterion
        for clause in row.requires
        if isinstance(clause, OutcomeClause) and clause.outcome is Outcome.MET
    }
    return not idle.isdisjoint(asked)


def _lacking(teller: RecordFormatter, index: int, row: LadderRow) -> Iterator[str]:
    score = teller.record.conclusion.score
    if score is not None and score.exact.high is not None:
        high = parse_exact(score.exact.high)
        shown = teller.figure(score)
        if row.more_than is not None and high <= row.more_than:
            yield teller.words["way_more_than"].format(score=shown, bound=teller.points(row.more_than))
        elif row.at_least is not None and high < row.at_least:
            yield teller.words["way_at_least"].format(score=shown, bound=teller.points(row.at_least))
    for clause in _clauses(teller, index):
        if clause["outcome"] != Outcome.MET.value:
            yield teller.said(clause)
    ladder = teller.scorecard.ladder
    for place in ladder.exceptions_to(row) if ladder is not None else ():
        if teller.payloads.get(f"ladder/{place + 1}", {}).get("outcome") != Outcome.NOT_MET.value:
            clause_texts = join_items(map(teller.said, _clauses(teller, place)), teller.language)
            yield teller.words["way_unless"].format(clauses=clause_texts)


def single_change_sentences(explanation: Explanation | None) -> list[str]:
    """Give the sentences about single changes, or that none suffices.

    What stands in the way is told by `obstacles_to_next_grade`.
    """
    statements = explanation.statements if explanation else ()
    return [statement.text for statement in statements if statement.topic is Topic.WAY and statement.criterion is None]


def _open_grades(teller: RecordFormatter) -> Iterator[Row]:
    """Give every grade with how possible it is, unless one is certain; with a completion that reaches it."""
    if teller.record.conclusion.grade is not None:
        return
    for answer in teller.record.conclusion.grades:
        grade = teller.renderer.grade(answer.grade)
        yield {
            "grade": grade,
            "possibility": teller.words["possibility"][answer.possibility.value],
            "meaning": teller.words["possible"][answer.possibility.value],
            "witness_title": teller.words["witness"].format(grade=grade),
            "witness": list(_witness(teller, answer)) if answer.possibility is Possibility.REACHABLE else [],
        }


def _witness(teller: RecordFormatter, answer: GradeResult) -> Iterator[Row]:
    for setting, choice in answer.witness_settings.items():
        yield {"name": teller.renderer.name(setting), "value": teller.renderer.choice(setting, choice), "fields": []}
    for name, value in answer.witness.items():
        fields = [
            [
                f"{teller.renderer.name(field, name)}: {teller.renderer.value(field, field_value, name)}"
                for field, field_value in row.items()
            ]
            for row in value.records or ()
        ]
        yield {"name": teller.fact(name), "value": teller.value(name, value), "fields": fields}
