"""Output columns of a card in bulk runs: schema with decimal places, and values from an exact decision."""

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
    from rules.engine.decide import Decision
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.model.scorecard import Indicator
    from rules.program.nodes import Scored

APPROXIMATE_PLACES = 6
"""How many decimal places a number has that need not end."""
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
    """One column of the answer: one of some `words`, a number of so many decimal `places` and `digits`, or a text.

    A number is exact, or `rounded` half to even because it need not end as a decimal.
    """

    name: str
    words: tuple[str, ...] = ()
    places: int | None = None
    digits: int = 38
    rounded: bool = False

    @property
    def of_criteria(self) -> bool:
        """Whether it is about single criteria."""
        return bool(self.criterion) or self.name == OPEN_POINT_BOUNDS_COLUMN

    @property
    def criterion(self) -> str:
        """The gate, indicator, finding or rule that it is about; none if it is about the whole."""
        return self.name.partition(".")[2]


CellValue = str | Fraction | None


def output_columns(engine: InferenceEngine) -> tuple[OutputColumn, ...]:
    """List the cells of a card, in order; gates, points, findings and rules are named by their ids."""
    card = engine.plan.scorecard
    columns = [OutputColumn(CONCLUSION_COLUMN, CONCLUSION_KIND_VALUES)]
    if card.indicators:
        places = _places_of_score(engine.plan)
        most = sum((indicator.maximum for indicator in card.indicators), Fraction(0))
        columns += [_number(name, places, most) for name in (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN)]
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
        columns.append(_number(f"points.{indicator.id}", places, most))
    if card.indicators:
        columns.append(OutputColumn(OPEN_POINT_BOUNDS_COLUMN))
    columns += [OutputColumn(f"findings.{finding.id}", OUTCOME_VALUES) for finding in card.findings]
    if card.verdicts is not None:
        columns += [OutputColumn(f"rules.{rule.id}", OUTCOME_VALUES) for rule in card.verdicts.rules]
    return tuple(columns)


def output_values(engine: InferenceEngine, decision: Decision) -> dict[str, CellValue]:
    """Give what stands in each cell after a decision of the core."""
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
    indicators, open_ = {indicator.id: indicator for indicator in card.indicators}, []
    for name, earned in inference.score.earned.items():
        there = earned.applies is not Outcome.NOT_MET
        cell_values[f"points.{name}"] = earned.points.low if there else None
        if there and earned.points.value is None and earned.points.high is not None:
            places = _places(indicators[name], engine.plan.scales[name])
            open_.append(f"{name}={_fixed(earned.points.high, APPROXIMATE_PLACES if places is None else places)}")
    if card.indicators:
        cell_values[OPEN_POINT_BOUNDS_COLUMN] = ";".join(open_) or None
    cell_values |= {
        f"findings.{finding.id}": inference.second_pass[f"finding:{finding.id}"].value for finding in card.findings
    }
    answers = inference.verdict_result.rules if inference.verdict_result is not None else ()
    return cell_values | {f"rules.{answer.rule}": answer.holds.value for answer in answers}


def _fixed(number: Fraction, places: int) -> str:
    """Write a number with exactly so many decimal places."""
    whole = round_to(number, places, RoundingMode.HALF_EVEN) * 10**places
    digits = f"{abs(whole.numerator):0{places + 1}}"
    sign = "-" if whole < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _number(name: str, places: int | None, most: Fraction) -> OutputColumn:
    """Give a cell for numbers up to the greatest, in as few digits as files keep in 32 or 64 bits if that is enough."""
    shown = APPROXIMATE_PLACES if places is None else places
    digits = next((digits for digits in (9, 18) if most * 10**shown < 10**digits), 38)
    return OutputColumn(name, places=shown, digits=digits, rounded=places is None)


def _places_of_score(plan: Plan) -> int | None:
    """Give the decimal places that every total has; None if some end nowhere or depend on what is declared."""
    card, scales = plan.scorecard, plan.scales
    rescaled = card.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE
    moves = any(indicator.applies or _may_be_absent(plan, indicator) for indicator in card.indicators)
    weights = {section.id: Fraction(0) for section in card.sections}
    for indicator in card.indicators:
        weights[indicator.section] += indicator.maximum
    whole = all(weights[section.id] == section.maximum for section in card.sections)
    if rescaled and (moves or not whole):
        return None
    indicator_places = [_places(indicator, scales[indicator.id]) for indicator in card.indicators]
    return (
        None
        if None in indicator_places
        else max((places for places in indicator_places if places is not None), default=0)
    )


def _may_be_absent(plan: Plan, indicator: Indicator) -> bool:
    """Say whether what an indicator measures may not apply; a quantity is taken to rest on everything."""
    reads = set(indicator.scale.reads)
    facts = {fact.id: fact.may_not_apply for fact in plan.scorecard.facts}
    if isinstance(plan.scales[indicator.id], PointsByCount):
        return False
    return any(facts.get(name, any(facts.values())) for name in reads)


def _places(indicator: Indicator, scale: Scored) -> int | None:
    """Give the decimal places of all points that an indicator can earn."""
    points = _fixed_points(scale)
    places = [decimal_places(number) for number in (*points, indicator.maximum)]
    return max((count for count in places if count is not None), default=0) if points and None not in places else None


def _fixed_points(scale: Scored) -> list[Fraction]:
    """List the points of a scale that gives no others but their sums; none of any other scale."""
    if isinstance(scale, PointsByCount):
        return [scale.each]
    points = [constant_points(piece) for piece in scale.pieces if piece.number != NO_MATCH]
    fixed = [point for point in points if point is not None]
    return fixed if len(fixed) == len(points) else []


def decimal_places(number: Fraction) -> int | None:
    """Give how many decimal places a number has; None if it ends nowhere."""
    rest, places = number.denominator, 0
    while rest > 1:
        if rest % 2 and rest % 5:
            return None
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    return places
