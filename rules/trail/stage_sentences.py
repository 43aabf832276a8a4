"""How do stages and the maturity of an indicator read with their values?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, exactly
from rules.contracts.messages import listed
from rules.contracts.numbers import round_to
from rules.contracts.outcomes import Outcome
from rules.engine.maturity import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.earned import Earned
    from rules.engine.score import SectionScore
    from rules.model.scorecard import Scorecard, StageRow
    from rules.trail.sentences import Speaker


def stage_label(scorecard: Scorecard, stage: str, language: str, nothing: str) -> str:
    """Say the name of a stage; `nothing` stands for being in none."""
    stages = scorecard.stages.stages if scorecard.stages else ()
    return next((one.labels.get(language, one.id) for one in stages if one.id == stage), nothing)


def _label(stage: str, speaker: Speaker) -> str:
    return stage_label(speaker.scorecard, stage, speaker.language, speaker.templates["no_stage"])


def stage_row_sentence(row: StageRow, speaker: Speaker) -> str:
    """Write what a row of the stages asks, with the values of its conditions."""
    conditions = speaker.condition(row.when) or speaker.templates["always"]
    return speaker.templates["stage_row"].format(stage=_label(row.stage, speaker), conditions=conditions)


def stage_sentence(possible: Iterable[str], scores: Mapping[str, SectionScore], speaker: Speaker) -> str:
    """Write which stages are possible and how many points count there at most."""
    names = list(possible)
    maximum = maximum_of(scores[name] for name in names)
    said = listed((_label(name, speaker) for name in names), speaker.language)
    template = speaker.templates["stage" if len(names) == 1 else "stages"]
    return template.format(stage=said, stages=said, maximum=speaker.span(maximum, ""))


def maximum_of(scores: Iterable[SectionScore]) -> Interval:
    """Give the most points that count, over the stages still possible."""
    maxima = [one.maximum for one in scores]
    return Interval(min(maxima), max(maxima))


def _rounded(points: Interval, speaker: Speaker) -> str:
    """Write points as the card rounds them, since those of a maturity rarely end; the step holds them exactly."""
    rounding = speaker.scorecard.card.rounding
    low, high = (round_to(end or Fraction(0), rounding.places, rounding.mode) for end in (points.low, points.high))
    return speaker.span(Interval(low, high), "")


def matured_sentence(earned: Earned, details: Mapping[str, str], speaker: Speaker) -> str:
    """Write the level, how many aspects reach it, and the maturity and points that follow."""
    found, maturity = earned.maturity, speaker.scorecard.maturity
    if found is None or maturity is None:
        raise TypeError(f"indicator {details['id']} has no maturity")
    shown = {"points": _rounded(earned.counted, speaker), "maximum": _rounded(exactly(earned.maximum), speaker)}
    template = "matured_still" if found.rises is Outcome.NOT_MET else "matured"
    return speaker.templates[template].format(
        **{**details, **shown},
        level=speaker.span(found.level, PERCENT),
        reached=speaker.span(Interval(Fraction(found.surely), Fraction(found.possibly)), ""),
        needed=speaker.span(exactly(Fraction(maturity.needed)), ""),
        percent=speaker.span(found.percent, PERCENT),
    )
