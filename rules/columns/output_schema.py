"""Output columns of a scorecard in bulk runs: schema, and values from an exact decision."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import RoundingMode, round_to
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.model.scorecard import NotApplicablePolicy
from rules.program.nodes import NO_MATCH, PointsByCount
from rules.program.scales import constant_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.engine.decide import Decision
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.engine.score import Score
    from rules.model.scorecard import Indicator
    from rules.program.nodes import Scored

APPROXIMATE_PLACES = 6
CONCLUSION_COLUMN = "conclusion"
SCORE_LOW_COLUMN = "score_low"
SCORE_HIGH_COLUMN = "score_high"
OPEN_POINT_BOUNDS_COLUMN = "points_at_most"
GRADE_COLUMN = "grade"
POSSIBLE_GRADES_COLUMN = "possible_grades"
STAGE_COLUMN = "stage"
VERDICT_COLUMN = "verdict"
OUTCOME_VALUES = tuple(outcome.value for outcome in Outcome)
CONCLUSION_KIND_VALUES = tuple(kind.value for kind in ConclusionKind)
VERDICT_VALUES = tuple(verdict.value for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """An output column: one of `words`, a number with `places` and `digits`, or a text.

    A number is exact, or `rounded` half to even if it may be an infinite decimal.
    """

    name: str
    words: tuple[str, ...] = ()
    places: int | None = None
    digits: int = 38
    rounded: bool = False

    @property
    def of_criteria(self) -> bool:
        return bool(self.criterion) or self.name == OPEN_POINT_BOUNDS_COLUMN

    @property
    def criterion(self) -> str:
        return self.name.partition(".")[2]


CellValue = str | Fraction | None


def output_columns(engine: InferenceEngine) -> tuple[OutputColumn, ...]:
    """Return the output columns of a scorecard, in order."""
    card = engine.plan.scorecard
    columns = [OutputColumn(CONCLUSION_COLUMN, CONCLUSION_KIND_VALUES)]
    if card.indicators:
        places = _places_of_score(engine.plan)
        most = sum((indicator.maximum for indicator in card.indicators), Fraction(0))
        columns += [_number_column(name, places, most) for name in (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN)]
    if card.ladder is not None:
        columns += [OutputColumn(GRADE_COLUMN, engine.every_grade), OutputColumn(POSSIBLE_GRADES_COLUMN)]
    if card.stages is not None:
        columns.append(OutputColumn(STAGE_COLUMN, engine.every_stage))
    if card.verdicts is not None:
        columns.append(OutputColumn(VERDICT_COLUMN, VERDICT_VALUES))
    columns += [OutputColumn(f"gates.{gate.id}", OUTCOME_VALUES) for gate in card.gates]
    for indicator in card.indicators:
        scale = engine.plan.scales[indicator.id]
        places, most = _places(indicator, scale), max([indicator.maximum, *_fixed_points(scale)])
        columns.append(_number_column(f"points.{indicator.id}", places, most))
    if card.indicators:
        columns.append(OutputColumn(OPEN_POINT_BOUNDS_COLUMN))
    columns += [OutputColumn(f"findings.{finding.id}", OUTCOME_VALUES) for finding in card.findings]
    if card.verdicts is not None:
        columns += [OutputColumn(f"rules.{rule.id}", OUTCOME_VALUES) for rule in card.verdicts.rules]
    return tuple(columns)


def output_values(engine: InferenceEngine, decision: Decision) -> dict[str, CellValue]:
    """Return the value of each output cell for a core decision."""
    card, inference = engine.plan.scorecard, decision.inference
    cell_values: dict[str, CellValue] = {CONCLUSION_COLUMN: decision.kind.value}
    if card.indicators:
        cell_values |= {SCORE_LOW_COLUMN: inference.total.low, SCORE_HIGH_COLUMN: inference.total.high}
    if card.ladder is not None:
        cell_values |= {GRADE_COLUMN: decision.grade, POSSIBLE_GRADES_COLUMN: ";".join(decision.possible)}
    if card.stages is not None:
        cell_values[STAGE_COLUMN] = decision.stage
    if card.verdicts is not None:
        judged = decision.verdict_result
        cell_values[VERDICT_COLUMN] = judged.verdict.value if judged is not None else None
    cell_values |= {f"gates.{name}": outcome.value for name, outcome in inference.gates.items()}
    for name, earned in inference.score.earned.items():
        cell_values[f"points.{name}"] = earned.points.low if earned.applies is not Outcome.NOT_MET else None
    if card.indicators:
        cell_values[OPEN_POINT_BOUNDS_COLUMN] = ";".join(_open_point_bounds(engine, inference.score)) or None
    cell_values |= {
        f"findings.{finding.id}": inference.second_pass[f"finding:{finding.id}"].value for finding in card.findings
    }
    answers = inference.verdict_result.rules if inference.verdict_result is not None else ()
    return cell_values | {f"rules.{answer.rule}": answer.holds.value for answer in answers}


def _open_point_bounds(engine: InferenceEngine, score: Score) -> Iterator[str]:
    for indicator in engine.plan.scorecard.indicators:
        earned = score.earned[indicator.id]
        high = earned.points.high
        if earned.applies is not Outcome.NOT_MET and earned.points.value is None and high is not None:
            places = _places(indicator, engine.plan.scales[indicator.id])
            yield f"{indicator.id}={_fixed_decimal(high, APPROXIMATE_PLACES if places is None else places)}"


def _fixed_decimal(number: Fraction, places: int) -> str:
    scaled = round_to(number, places, RoundingMode.HALF_EVEN) * 10**places
    digits = f"{abs(scaled.numerator):0{places + 1}}"
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _number_column(name: str, places: int | None, most: Fraction) -> OutputColumn:
    """Return a column with 9, 18 or 38 digits; files store the first two in 32 and 64 bits."""
    shown = APPROXIMATE_PLACES if places is None else places
    digits = next((digits for digits in (9, 18) if most * 10**shown < 10**digits), 38)
    return OutputColumn(name, places=shown, digits=digits, rounded=places is None)


def _places_of_score(plan: Plan) -> int | None:
    card, scales = plan.scorecard, plan.scales
    rescaled = card.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE
    can_be_dropped = any(indicator.applies or _may_be_absent(plan, indicator) for indicator in card.indicators)
    weights = {section.id: Fraction(0) for section in card.sections}
    for indicator in card.indicators:
        weights[indicator.section] += indicator.maximum
    weights_match = all(weights[section.id] == section.maximum for section in card.sections)
    if rescaled and (can_be_dropped or not weights_match):
        return None
    indicator_places = [_places(indicator, scales[indicator.id]) for indicator in card.indicators]
    return (
        None
        if None in indicator_places
        else max((places for places in indicator_places if places is not None), default=0)
    )


def _may_be_absent(plan: Plan, indicator: Indicator) -> bool:
    reads = set(indicator.scale.reads)
    facts = {fact.id: fact.may_not_apply for fact in plan.scorecard.facts}
    if isinstance(plan.scales[indicator.id], PointsByCount):
        return False
    return any(facts.get(name, any(facts.values())) for name in reads)


def _places(indicator: Indicator, scale: Scored) -> int | None:
    points = _fixed_points(scale)
    places = [decimal_places(number) for number in (*points, indicator.maximum)]
    return max((count for count in places if count is not None), default=0) if points and None not in places else None


def _fixed_points(scale: Scored) -> list[Fraction]:
    if isinstance(scale, PointsByCount):
        return [scale.each]
    points = [constant_points(piece) for piece in scale.pieces if piece.number != NO_MATCH]
    fixed = [point for point in points if point is not None]
    return fixed if len(fixed) == len(points) else []


def decimal_places(number: Fraction) -> int | None:
    """Return the number of decimal places; None for an infinite decimal."""
    rest, places = number.denominator, 0
    while rest > 1:
        if rest % 2 and rest % 5:
            return None
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    return places
