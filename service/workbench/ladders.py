"""Ladders of the pages: what is drawn of an evaluation, each rung in words, and what is missing and moves it."""

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
"""A sign, `yes`, `no`, `maybe` or `na`, and the words beside it."""
Payload = dict[str, Any]
"""What a step of a trail says."""

_SIGNS = {Outcome.MET.value: "yes", Outcome.NOT_MET.value: "no", Outcome.UNDETERMINED.value: "maybe"}
_BEST_FIRST = (Outcome.MET.value, Outcome.UNDETERMINED.value, Outcome.NOT_MET.value)
_FRACTION = re.compile(r"(?<![\w/.-])-?\d+/\d+(?![\w/])")
_OPEN_OUTCOME = evaluation_pb2.OUTCOME_UNDETERMINED
_FAILED_OUTCOME = evaluation_pb2.OUTCOME_NOT_MET


def read_conclusion(message: evaluation_pb2.Conclusion) -> Conclusion:
    """Read a conclusion; the completions that reach a grade are left out."""
    bare = evaluation_pb2.Conclusion()
    bare.CopyFrom(message)
    for answer in (*bare.grades, *bare.stages):
        answer.ClearField("witness")
        answer.ClearField("witness_settings")
    return ANSWERS.read(Conclusion, bare)


def record_ladder(card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str) -> Ladder:
    """Give what is drawn of a record, under the version of the card that it was made by."""
    return ladder_of(
        CardFormatter(card, language),
        read_conclusion(record.conclusion),
        gate_titles(card, record, language, _OPEN_OUTCOME),
    )


async def load_ladder(page_request: PageRequest, name: str) -> Ladder | None:
    """Give what is drawn of a stored evaluation; None if whoever has signed in may not see it, or it cannot be told."""
    if not name or not page_request.may("EvaluationService/GetEvaluation"):
        return None
    asked = evaluation_service_pb2.GetEvaluationRequest(name=name, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    try:
        evaluation = await page_request.ask("EvaluationService/GetEvaluation", asked)
        card = await version_of(page_request, evaluation.record.scorecard_version)
    except TouchstoneError:
        return None
    return record_ladder(card, evaluation.record, page_request.language)


def certain_ladder(card: Scorecard, grade: str, language: str) -> Ladder | None:
    """Give what is drawn of a grade that is sure, where no more is known; None if the card has no such grade."""
    known = [choice.id for choice in card.ladder.grades if choice.id != NO_GRADE] if card.ladder is not None else []
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
    """Name the gates that came out so, as far as the record says it."""
    came_out_so = {result.criterion_id for result in record.criterion_results if result.outcome == outcome}
    known = titles(card, language)
    return [criterion_title(gate.id, known) for gate in card.gates if gate.id in came_out_so]


@dataclass(frozen=True, slots=True)
class RungInWords:
    """What a rung asks, and what was found of it."""

    rung: Rung
    points: Mark
    asked: Sequence[Mark]


def rungs_in_words(
    ladder: Ladder,
    record: evaluation_pb2.EvaluationRecord,
    steps: Mapping[str, Payload],
    w: Mapping[str, Any],
) -> list[RungInWords]:
    """Say of each grade, from the top, which points and what else it asks; `steps` are those of the ladder."""
    card, language = ladder.formatter.scorecard, ladder.formatter.language
    failed = [
        ("no", w["gate_not_met"].format(gate=gate)) for gate in gate_titles(card, record, language, _FAILED_OUTCOME)
    ]
    return [
        RungInWords(rung, ("na", w["no_points"]), [_how_without(ladder, rung, w)])
        if rung.id == NO_GRADE
        else _rung_in_words(ladder, rung, steps, failed, w)
        for rung in reversed(ladder.rungs)
    ]


def _how_without(ladder: Ladder, rung: Rung, w: Mapping[str, Any]) -> Mark:
    """Say when there is no grade."""
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
        (place, row)
        for place, row in enumerate(card_ladder.rows if card_ladder is not None else ())
        if row.grade == rung.id and not row.exception
    ]
    if not rows:
        return RungInWords(rung, ("na", w["no_points"]), failed)
    place, row = _closest_row(ladder.formatter.scorecard, rows, steps)
    asked = [*failed, *_clause_marks(ladder, row, steps.get(_step_id(place), {}))]
    for exception in card_ladder.exceptions_to(row) if card_ladder is not None else ():
        excepted = steps.get(_step_id(exception), {})
        if excepted.get("outcome") in (Outcome.MET.value, Outcome.UNDETERMINED.value):
            clauses = join_items((text for _, text in _clause_marks(ladder, None, excepted)), ladder.formatter.language)
            sign = "no" if excepted["outcome"] == Outcome.MET.value else "maybe"
            asked.append((sign, w["unless"].format(clauses=clauses)))
    return RungInWords(rung, _points_mark(ladder, row, w), asked)


def _closest_row(
    card: Scorecard, rows: Sequence[tuple[int, LadderRow]], steps: Mapping[str, Payload]
) -> tuple[int, LadderRow]:
    """Give the row of a grade that holds or is the nearest to it, of those for subjects of this kind."""
    chosen = _chosen_names(card)

    def is_for_others(place: int, row: LadderRow) -> bool:
        clauses = steps.get(_step_id(place), {}).get("clauses", ())
        return any(
            getattr(clause, "name", "") in chosen and told["outcome"] == Outcome.NOT_MET.value
            for clause, told in zip(row.requires, clauses, strict=False)
        )

    own = [(place, row) for place, row in rows if not is_for_others(place, row)] or rows

    def distance(place_and_row: tuple[int, LadderRow]) -> tuple[int, int]:
        outcome = steps.get(_step_id(place_and_row[0]), {}).get("outcome")
        return (_BEST_FIRST.index(outcome) if outcome in _BEST_FIRST else len(_BEST_FIRST)), place_and_row[0]

    return min(own, key=distance)


def _chosen_names(card: Scorecard) -> set[str]:
    """Name what says of which kind a subject is, or how the card is read: choices among facts, and settings."""
    return {setting.id for setting in card.settings} | {fact.id for fact in card.facts if fact.type is FactType.CHOICE}


def _step_id(place: int) -> str:
    return f"ladder/{place + 1}"


def _clause_marks(ladder: Ladder, row: LadderRow | None, payload: Payload) -> Iterator[Mark]:
    """Give what a row asks besides points; not that the subject is of its kind."""
    chosen = _chosen_names(ladder.formatter.scorecard) if row is not None else set()
    clauses = payload.get("clauses", ())
    names = [getattr(clause, "name", "") for clause in row.requires] if row is not None else [""] * len(clauses)
    for name, clause in zip(names, clauses, strict=False):
        if name in chosen and clause["outcome"] == Outcome.MET.value:
            continue
        text = clause.get("sentence", {}).get(ladder.formatter.language, "")
        if text:
            yield _SIGNS.get(clause["outcome"], "na"), _FRACTION.sub(lambda found: _decimal(ladder, found[0]), text)


def _decimal(ladder: Ladder, fraction: str) -> str:
    return format_for_display(parse_exact(fraction), ladder.formatter.scorecard.card.rounding.places)


def _points_mark(ladder: Ladder, row: LadderRow, w: Mapping[str, Any]) -> Mark:
    """Say which points a row asks, and how the score stands to them."""
    bound = row.more_than if row.more_than is not None else row.at_least
    score = ladder.score
    if bound is None or score is None:
        return "na", w["no_points"]
    is_over = row.more_than is not None

    def reaches(points: Fraction) -> bool:
        return points > bound if is_over else points >= bound

    written = ladder.formatter.points
    asked = w["more_than" if is_over else "at_least"].format(points=_short(written(bound)))
    low, high = written(score.low), written(score.high)
    if reaches(score.low):
        return "yes", w["points_reached"].format(asked=asked, low=low)
    if not reaches(score.high):
        return "no", w["points_missed"].format(asked=asked, high=high)
    need, left = (written(parse_exact(end) - parse_exact(low)) for end in (written(bound), high))
    template = w["points_open_over" if is_over else "points_open"]
    return "maybe", template.format(asked=asked, need=need, left=left)


def _short(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that is not known and could still change the conclusion."""

    id: str
    title: str
    part: str
    """Which field of which record of it, if it is a list."""
    reason: str
    gates: Sequence[str]
    """The ids of gates that it leaves undetermined."""
    points: Fraction
    """How many points the criteria that it leaves open span."""
    criteria: Sequence[str]
    """The titles of all that it leaves open."""


def missing_facts(card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str) -> list[MissingFact]:
    """Give the facts that are missing, those of gates first, then by how many points they leave open."""
    spans = {result.criterion_id: _span(result.points) for result in record.criterion_results}
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


def _span(points: Interval) -> Fraction:
    """Give how far the points of a criterion are open."""
    return parse_exact(points.high) - parse_exact(points.low) if points.low and points.high else Fraction(0)


def payloads(steps: Sequence[evaluation_pb2.TrailStep]) -> dict[str, Payload]:
    """Give what the rows of a ladder said, by the ids of their steps."""
    return {step.step_id: orjson.loads(step.payload_json) for step in steps if step.kind == "ladder_row"}
