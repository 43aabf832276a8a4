"""Record texts by kind of scale, including maturity: sentence, step content and lost points."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.messages import join_items
from rules.contracts.numbers import round_to
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.maturity import MaturityResult
from rules.model.forms import PERCENT
from rules.model.maturity import MaturityScale
from rules.model.scales import SCALE_KINDS
from rules.trail.record_figures import bounds_json, figure_json, number_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.engine.earned_points import EarnedPoints
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.maturity import Maturity
    from rules.model.scorecard import Indicator
    from rules.trail.sentences import RuleRenderer


PlainReason = dict[str, "Json"]


class ScaleText:
    """Record texts of an indicator; this default is for scales with rows."""

    def sentence(
        self, indicator: Indicator, _earned: EarnedPoints, details: Mapping[str, str], renderer: RuleRenderer
    ) -> str:
        measured = join_items(map(renderer.name, indicator.scale.reads), renderer.language)
        return renderer.templates["scored"].format(**details, measure=measured)

    def step_details(self, _earned: EarnedPoints) -> Mapping[str, Json]:
        """Return the committed step content in addition to rows and parts."""
        return {}

    def members(self, _earned: EarnedPoints) -> Mapping[str, Json]:
        """Return the explanatory JSON of the step in addition to rows and parts."""
        return {}

    def reasons(
        self, _engine: InferenceEngine, indicator: Indicator, _inference: Inference, lost: Json
    ) -> list[PlainReason]:
        return [{"code": f"{indicator.id}.PART", "criterion": indicator.id, "points_lost": lost}]


class MaturityScaleText(ScaleText):
    """Record texts of an indicator with a maturity scale."""

    def sentence(
        self, indicator: Indicator, earned: EarnedPoints, details: Mapping[str, str], renderer: RuleRenderer
    ) -> str:
        maturity_result, maturity = earned.detail, renderer.scorecard.maturity
        if not isinstance(maturity_result, MaturityResult) or maturity is None:
            raise TypeError(f"indicator {indicator.id} has no maturity")
        shown = {
            "points": _rounded(earned.awarded, renderer),
            "maximum": _rounded(point_interval(earned.maximum), renderer),
        }
        template = "matured_still" if maturity_result.rises is Outcome.NOT_MET else "matured"
        return renderer.templates[template].format(
            **{**details, **shown},
            level=renderer.span(maturity_result.level, PERCENT),
            reached=renderer.span(Interval(Fraction(maturity_result.surely), Fraction(maturity_result.possibly)), ""),
            needed=renderer.span(point_interval(Fraction(maturity.needed)), ""),
            percent=renderer.span(maturity_result.percent, PERCENT),
        )

    def step_details(self, earned: EarnedPoints) -> dict[str, Json]:
        maturity_result = earned.detail
        if not isinstance(maturity_result, MaturityResult):
            return {}
        aspects: Json = {aspect.value: outcome.value for aspect, outcome in maturity_result.aspects.items()}
        numbers = (
            number_code(maturity_result.level),
            number_code(maturity_result.trend),
            number_code(maturity_result.percent),
        )
        return {"maturity": [*numbers, maturity_result.rises.value, aspects]}

    def members(self, earned: EarnedPoints) -> dict[str, Json]:
        maturity_result = earned.detail
        if not isinstance(maturity_result, MaturityResult):
            return {}
        matured: Json = {
            "level": bounds_json(maturity_result.level),
            "trend": bounds_json(maturity_result.trend),
            "aspects": {aspect.value: outcome.value for aspect, outcome in maturity_result.aspects.items()},
            "rises": maturity_result.rises.value,
            "percent": bounds_json(maturity_result.percent),
        }
        return {"maturity": matured}

    def reasons(
        self, engine: InferenceEngine, indicator: Indicator, inference: Inference, lost: Json
    ) -> list[PlainReason]:
        maturity, maturity_result = engine.plan.scorecard.maturity, inference.score.earned[indicator.id].detail
        if (
            maturity is None
            or not isinstance(maturity_result, MaturityResult)
            or not isinstance(indicator.scale, MaturityScale)
        ):
            return []
        level = maturity_result.level.value or Fraction(0)
        numbers = [
            position
            for position, maturity_level in enumerate(maturity.levels, start=1)
            if maturity_level.at_least <= level
        ]
        band = numbers[-1] if numbers else 0
        next_level = maturity.levels[band] if band < len(maturity.levels) else None
        scale = indicator.scale
        level_reason: PlainReason = {"code": f"{indicator.id}.LEVEL", "criterion": indicator.id, "points_lost": lost}
        if band:
            level_reason["band"] = band
        if len(scale.level) == 1:
            level_reason["measured"] = scale.level[0]
        if next_level is not None:
            level_reason |= {
                "next_band": band + 1,
                "distance": figure_json(point_interval(next_level.at_least - level), PERCENT),
            }
        if maturity_result.surely >= maturity.needed or maturity_result.rises is Outcome.NOT_MET:
            return [level_reason]
        aspects_reason: PlainReason = {
            "code": f"{indicator.id}.ASPECTS",
            "criterion": indicator.id,
            "points_lost": lost,
        }
        nearest = _nearest_aspect(engine, inference, scale, maturity_result, maturity)
        if nearest is not None:
            name, distance = nearest
            aspects_reason |= {"measured": name, "distance": figure_json(point_interval(distance), PERCENT)}
        return [level_reason, aspects_reason]


def _rounded(points: Interval, renderer: RuleRenderer) -> str:
    """Write rounded points, because maturity points are often long; the step stores them exactly."""
    rounding = renderer.scorecard.card.rounding
    low, high = (round_to(end or Fraction(0), rounding.places, rounding.mode) for end in (points.low, points.high))
    return renderer.span(Interval(low, high), "")


def _nearest_aspect(
    engine: InferenceEngine,
    inference: Inference,
    scale: MaturityScale,
    maturity_result: MaturityResult,
    maturity: Maturity,
) -> tuple[str, Fraction] | None:
    """Return the farthest of the nearest aspects still needed, and its distance; None if too few remain."""
    level = maturity_result.level.value or Fraction(0)
    lacking: list[tuple[Fraction, int, str]] = []
    for position, (aspect, name) in enumerate(scale.others.items()):
        extent = inference.values.extents[name]
        if maturity_result.aspects[aspect] is Outcome.NOT_MET and isinstance(extent, NumberExtent):
            rating = extent.interval.value or Fraction(0)
            percent = convert(rating, engine.plan.names.units[name], PERCENT)
            lacking.append((level - percent, position, name))
    needed = maturity.needed - maturity_result.surely
    if needed > len(lacking):
        return None
    distance, _, name = sorted(lacking)[needed - 1]
    return name, distance


class CountScaleText(ScaleText):
    """Record texts of an indicator that counts satisfied conditions."""

    def sentence(
        self, indicator: Indicator, earned: EarnedPoints, details: Mapping[str, str], renderer: RuleRenderer
    ) -> str:
        surely, possibly = earned.parts or (0, 0)
        unknown = renderer.templates["parts_open"].format(count=possibly - surely) if possibly > surely else ""
        parts = len(indicator.scale.conditions)
        return renderer.templates["counted"].format(**details, holding=str(surely), open=unknown, parts=parts)


SCALE_TEXTS: Mapping[str, ScaleText] = {
    **dict.fromkeys(SCALE_KINDS, ScaleText()),
    "count": CountScaleText(),
    "maturity": MaturityScaleText(),
}
