"""Why is an indicator less than fully mature, and how far is it to the next level or to being raised?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import exactly
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.maturity import PERCENT
from rules.model.maturity import MaturityAspect, MaturityScale
from rules.trail.figures import figure_json

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.maturity import Matured
    from rules.model.maturity import Maturity
    from rules.model.scorecard import Indicator

PlainReason = dict[str, "Json"]
"""A `Reason` as it stands in the record."""


def maturity_reasons(
    engine: InferenceEngine, indicator: Indicator, inference: Inference, lost: Json
) -> list[PlainReason]:
    """Give the reasons of an indicator whose ratings are known.

    `LEVEL` has the distance to the next level; `ASPECTS`, given if too few aspects reach the level, how far the rating
    of the nearest aspect that must still reach it lies below.
    """
    maturity, found = engine.plan.scorecard.maturity, inference.score.earned[indicator.id].maturity
    if maturity is None or found is None or not isinstance(indicator.scale, MaturityScale):
        return []
    level = found.level.value or Fraction(0)
    numbers = [place for place, one in enumerate(maturity.levels, start=1) if one.at_least <= level]
    band = numbers[-1] if numbers else 0
    upwards = maturity.levels[band] if band < len(maturity.levels) else None
    scale = indicator.scale
    found_reason: PlainReason = {"code": f"{indicator.id}.LEVEL", "criterion": indicator.id, "points_lost": lost}
    if band:
        found_reason["band"] = band
    if len(scale.level) == 1:
        found_reason["measured"] = scale.level[0]
    if upwards is not None:
        found_reason |= {"next_band": band + 1, "distance": figure_json(exactly(upwards.at_least - level), PERCENT)}
    if found.surely >= maturity.needed or found.rises is Outcome.NOT_MET:
        return [found_reason]
    wanting: PlainReason = {"code": f"{indicator.id}.ASPECTS", "criterion": indicator.id, "points_lost": lost}
    nearest = _nearest(engine, inference, scale, found, maturity)
    if nearest is not None:
        name, distance = nearest
        wanting |= {"measured": name, "distance": figure_json(exactly(distance), PERCENT)}
    return [found_reason, wanting]


def _nearest(
    engine: InferenceEngine, inference: Inference, scale: MaturityScale, found: Matured, maturity: Maturity
) -> tuple[str, Fraction] | None:
    """Give the aspect that must still reach the level and lacks least, if one alone is wanting; else the last."""
    names = dict(zip((MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION), scale.others,
                     strict=True))  # fmt: skip
    level = found.level.value or Fraction(0)
    lacking: list[tuple[Fraction, int, str]] = []
    for place, (aspect, name) in enumerate(names.items()):
        extent = inference.values.extents[name]
        if found.aspects[aspect] is Outcome.NOT_MET and isinstance(extent, NumberExtent):
            rating = extent.interval.value or Fraction(0)
            percent = convert(rating, engine.plan.names.units[name], PERCENT)
            lacking.append((level - percent, place, name))
    wanted = maturity.needed - found.surely
    if wanted > len(lacking):
        return None
    distance, _, name = sorted(lacking)[wanted - 1]
    return name, distance
