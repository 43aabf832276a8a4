"""Grade ladders on pages: requirements of each grade, and missing facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    NO_GRADE,
    Conclusion,
    ConclusionKind,
    GradeResult,
    Outcome,
    Possibility,
    TouchstoneError,
    format_for_display,
    join_items,
    parse_exact,
)
from rules.model import FactType
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import word_of
from service.output.report.formatters import CardFormatter, words as report_words
from service.output.report.ladder import Ladder, Rung, ladder_of
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import criterion_title, title_of, titles
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2

if TYPE_CHECKING:
    from rules.model import LadderRow, Scorecard
    from service.workbench.page import PageRequest
    from touchstone.v1.types_pb2 import Interval

Mark = tuple[str, str]
"""Sign (`yes`, `no`, `maybe` or `na`) and text."""
Payload = dict[str, Any]

_SIGNS = {Outcome.MET.value: "yes", Outcome.NOT_MET.value: "no", Outcome.UNDETERMINED.value: "maybe"}
_BEST_FIRST = (Outcome.MET.value, Outcome.UNDETERMINED.value, Outcome.NOT_MET.value)
_FRACTION = re.compile(r"(?<![\w/.-])-?\d+/\d+(?![\w/])")
_OPEN_OUTCOME = evaluation_pb2.OUTCOME_UNDETERMINED
_FAILED_OUTCOME = evaluation_pb2.OUTCOME_NOT_MET


def read_conclusion(message: evaluation_pb2.Conclusion) -> Conclusion:
    """Convert a conclusion message without its `witness` and `witness_settings` fields."""
    bare = evaluation_pb2.Conclusion()
    bare.CopyFrom(message)
    for answer in (*bare.grades, *bare.stages):
        answer.ClearField("witness")
        answer.ClearField("witness_settings")
    return ANSWERS.read(Conclusion, bare)


def record_ladder(card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str) -> Ladder:
    """Return the ladder of a record under its scorecard version."""
    return ladder_of(
        CardFormatter(card, language),
        read_conclusion(record.conclusion),
        gate_titles(card, record, language, _OPEN_OUTCOME),
    )


async def load_ladder(page_request: PageRequest, name: str) -> Ladder | None:
    """Load the ladder of an evaluation; None if not accessible or not available."""
    if not name or not page_request.may("EvaluationService/GetEvaluation"):
        return None
    request = evaluation_service_pb2.GetEvaluationRequest(name=name, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    try:
        evaluation = await page_request.ask("EvaluationService/GetEvaluation", request)
        card = await version_of(page_request, evaluation.record.scorecard_version)
    except TouchstoneError:
        return None
    return record_ladder(card, evaluation.record, page_request.language)


def certain_ladder(card: Scorecard, grade: str, language: str) -> Ladder | None:
    """Return a ladder with `grade` as the certain grade, or None if it is unknown."""
    known = [choice.id for choice in card.grades if choice.id != NO_GRADE]
    if grade not in (*known, NO_GRADE) or not known:
        return None
    grades = tuple(
        GradeResult(grade=id, possibility=Possibility.CERTAIN if id == grade else Possibility.EXCLUDED)
        for id in (*known, NO_GRADE)
    )
    formatter = CardFormatter(card, language)
    return ladder_of(formatter, Conclusion(kind=ConclusionKind.GRADED, grade=grade, grades=grades))


def gate_titles(
    card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str, outcome: evaluation_pb2.Outcome
) -> list[str]:
    """Return the titles of gates with this outcome."""
    matching_ids = {result.criterion_id for result in record.criterion_results if result.outcome == outcome}
    known = titles(card, language)
    return [criterion_title(gate.id, known) for gate in card.gates if gate.id in matching_ids]


@dataclass(frozen=True, slots=True)
class RungInWords:
    """Requirements of a grade and their outcomes."""

    rung: Rung
    points: Mark
    requirements: Sequence[Mark]


def rungs_in_words(
    ladder: Ladder,
    record: evaluation_pb2.EvaluationRecord,
    steps: Mapping[str, Payload],
    w: Mapping[str, Any],
) -> list[RungInWords]:
    """Return the requirements of all grades, highest first."""
    card, language = ladder.formatter.scorecard, ladder.formatter.language
    failed = [
        ("no", w["gate_not_met"].format(gate=gate)) for gate in gate_titles(card, record, language, _FAILED_OUTCOME)
    ]
    return [
        RungInWords(rung, ("na", w["no_points"]), [_no_grade_mark(ladder, rung, w)])
        if rung.id == NO_GRADE
        else _rung_in_words(ladder, rung, steps, failed, w)
        for rung in reversed(ladder.rungs)
    ]


def _no_grade_mark(ladder: Ladder, rung: Rung, w: Mapping[str, Any]) -> Mark:
    if rung.possibility is Possibility.EXCLUDED:
        return "na", w["a_grade_is_sure"]
    if ladder.open_gates:
        return "maybe", w["until_met"].format(gates=join_items(ladder.open_gates, ladder.formatter.language))
    return ("yes" if rung.possibility is Possibility.CERTAIN else "maybe"), w["no_grade_above"]


def _rung_in_words(
    ladder: Ladder, rung: Rung, steps: Mapping[str, Payload], failed: Sequence[Mark], w: Mapping[str, Any]
) -> RungInWords:
    card_ladder = ladder.formatter.scorecard.ladder
    rows = [
        (index, row)
        for index, row in enumerate(card_ladder.rows if card_ladder is not None else ())
        if row.grade == rung.id and not row.exception
    ]
    if not rows:
        return RungInWords(rung, ("na", w["no_points"]), failed)
    index, row = _closest_row(ladder.formatter.scorecard, rows, steps)
    requirements = [*failed, *_clause_marks(ladder, row, steps.get(_step_id(index), {}))]
    for exception in card_ladder.exceptions_to(row) if card_ladder is not None else ():
        excepted = steps.get(_step_id(exception), {})
        if excepted.get("outcome") in (Outcome.MET.value, Outcome.UNDETERMINED.value):
            clauses = join_items((text for _, text in _clause_marks(ladder, None, excepted)), ladder.formatter.language)
            sign = "no" if excepted["outcome"] == Outcome.MET.value else "maybe"
            requirements.append((sign, w["unless"].format(clauses=clauses)))
    return RungInWords(rung, _points_mark(ladder, row, w), requirements)


def _closest_row(
    card: Scorecard, rows: Sequence[tuple[int, LadderRow]], steps: Mapping[str, Payload]
) -> tuple[int, LadderRow]:
    chosen = _chosen_names(card)

    def is_for_others(index: int, row: LadderRow) -> bool:
        clauses = steps.get(_step_id(index), {}).get("clauses", ())
        return any(
            getattr(clause, "name", "") in chosen and result["outcome"] == Outcome.NOT_MET.value
            for clause, result in zip(row.requires, clauses, strict=False)
        )

    own = [(index, row) for index, row in rows if not is_for_others(index, row)] or rows

    def distance(index_and_row: tuple[int, LadderRow]) -> tuple[int, int]:
        outcome = steps.get(_step_id(index_and_row[0]), {}).get("outcome")
        return (_BEST_FIRST.index(outcome) if outcome in _BEST_FIRST else len(_BEST_FIRST)), index_and_row[0]

    return min(own, key=distance)


def _chosen_names(card: Scorecard) -> set[str]:
    """Return settings and choice facts, which select kinds of subjects or interpretations."""
    return {setting.id for setting in card.settings} | {fact.id for fact in card.facts if fact.type is FactType.CHOICE}


def _step_id(index: int) -> str:
    return f"ladder/{index + 1}"


def _clause_marks(ladder: Ladder, row: LadderRow | None, payload: Payload) -> Iterator[Mark]:
    chosen = _chosen_names(ladder.formatter.scorecard) if row is not None else set()
    clauses = payload.get("clauses", ())
    names = [getattr(clause, "name", "") for clause in row.requires] if row is not None else [""] * len(clauses)
    for name, clause in zip(names, clauses, strict=False):
        if name in chosen and clause["outcome"] == Outcome.MET.value:
            continue
        text = clause.get("sentence", {}).get(ladder.formatter.language, "")
        if text:
            yield _SIGNS.get(clause["outcome"], "na"), _FRACTION.sub(lambda matched: _decimal(ladder, matched[0]), text)


def _decimal(ladder: Ladder, fraction: str) -> str:
    return format_for_display(parse_exact(fraction), ladder.formatter.scorecard.card.rounding.places)


def _points_mark(ladder: Ladder, row: LadderRow, w: Mapping[str, Any]) -> Mark:
    bound = row.more_than if row.more_than is not None else row.at_least
    score = ladder.score
    if bound is None or score is None:
        return "na", w["no_points"]
    is_over = row.more_than is not None

    def reaches(points: Fraction) -> bool:
        return points > bound if is_over else points >= bound

    written = ladder.formatter.points
    requirement = w["more_than" if is_over else "at_least"].format(points=_without_trailing_zeros(written(bound)))
    low, high = written(score.low), written(score.high)
    if reaches(score.low):
        return "yes", w["points_reached"].format(asked=requirement, low=low)
    if not reaches(score.high):
        return "no", w["points_missed"].format(asked=requirement, high=high)
    need, missing = (written(parse_exact(end) - parse_exact(low)) for end in (written(bound), high))
    template = w["points_open_over" if is_over else "points_open"]
    return "maybe", template.format(asked=requirement, need=need, left=missing)


def _without_trailing_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class MissingFact:
    """Unknown fact that can change the conclusion."""

    id: str
    title: str
    part: str
    """Record and field, if the fact is a list."""
    reason: str
    gates: Sequence[str]
    points: Fraction
    """Total point range of the undetermined criteria."""
    criteria: Sequence[str]


def missing_facts(card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str) -> list[MissingFact]:
    """Return missing facts, first for gates, then by affected points."""
    spans = {result.criterion_id: _point_range(result.points) for result in record.criterion_results}
    gates = {gate.id for gate in card.gates}
    known, labels = titles(card, language), {fact.id: fact.labels for fact in card.facts}
    unknown = report_words(language)["unknown"]
    missing = []
    for fact in record.open_facts:
        name, bracket, rest = fact.fact_id.partition("[")
        criteria = [criterion_title(criterion, known) for criterion in fact.criterion_ids if criterion in known]
        reason = word_of(fact_pb2.UnknownReason, fact.unknown_reason)
        missing.append(
            MissingFact(
                name, title_of(labels.get(name, {}), language) or name, bracket + rest, unknown[reason],
                [criterion for criterion in fact.criterion_ids if criterion in gates],
                sum((spans.get(criterion, Fraction(0)) for criterion in fact.criterion_ids), Fraction(0)),
                criteria,
            )
        )  # fmt: skip
    return sorted(missing, key=lambda fact: (not fact.gates, -fact.points))


def _point_range(points: Interval) -> Fraction:
    return parse_exact(points.high) - parse_exact(points.low) if points.low and points.high else Fraction(0)


def payloads(steps: Sequence[evaluation_pb2.TrailStep]) -> dict[str, Payload]:
    """Return the payloads of ladder rows by step id."""
    return {step.step_id: orjson.loads(step.payload_json) for step in steps if step.kind == "ladder_row"}
