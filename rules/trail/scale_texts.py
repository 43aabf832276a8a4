"""Record texts by kind of scale: sentence, step contents, reasons for lost points and next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rules.model.scales import LineScale
from rules.trail.maturity import MaturityScaleText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.record import Reason
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.scale_details import EarnedPoints
    from rules.model.scorecard import Indicator
    from rules.trail.maturity import PlainReason
    from rules.trail.sentences import RuleRenderer


class ScaleText(Protocol):
    """What is told of an indicator by its kind of scale."""

    def sentence(
        self, indicator: Indicator, earned: EarnedPoints, details: Mapping[str, str], speaker: RuleRenderer
    ) -> str:
        """Write what was measured and earned; `details` are the id, the name and the points."""

    def found(self, earned: EarnedPoints) -> Mapping[str, Json]:
        """Give what the step found beside rows and parts."""

    def members(self, earned: EarnedPoints) -> Mapping[str, Json]:
        """Give what the step says beside rows and parts."""

    def reasons(
        self, engine: InferenceEngine, indicator: Indicator, inference: Inference, lost: Json
    ) -> list[PlainReason]:
        """Say why points were lost where everything is known and no row was reached."""

    def next_step(self, indicator: Indicator, reason: Reason) -> str:
        """Name what a distance leads to: the next `band`, `level` or `corner` of a line, or `full` points."""


class RowScaleText:
    """What is told of a scale whose rows hold one measure."""

    def __init__(self, step: str) -> None:
        """Take what a distance leads to."""
        self._step = step

    def sentence(
        self, indicator: Indicator, earned: EarnedPoints, details: Mapping[str, str], speaker: RuleRenderer
    ) -> str:
        """Write what was measured, and the points that it earned."""
        del earned
        (measure,) = indicator.scale.reads
        return speaker.templates["scored"].format(**details, measure=speaker.name(measure))

    def found(self, earned: EarnedPoints) -> Mapping[str, Json]:
        """Add nothing."""
        del earned
        return {}

    def members(self, earned: EarnedPoints) -> Mapping[str, Json]:
        """Add nothing."""
        del earned
        return {}

    def reasons(
        self, engine: InferenceEngine, indicator: Indicator, inference: Inference, lost: Json
    ) -> list[PlainReason]:
        """Name the part that is wanting, for nothing else is known."""
        del engine, inference
        return [{"code": f"{indicator.id}.PART", "criterion": indicator.id, "points_lost": lost}]

    def next_step(self, indicator: Indicator, reason: Reason) -> str:
        """Name the next corner of a line, unless nothing gives more points; else what every distance leads to."""
        scale = indicator.scale
        if not isinstance(scale, LineScale):
            return self._step
        corner = scale.corners[min(max(reason.next_band - 2, 0), len(scale.corners) - 1)]
        return "full" if corner.points == max(other.points for other in scale.corners) else self._step


class CountScaleText(RowScaleText):
    """What is told of a count."""

    def sentence(
        self, indicator: Indicator, earned: EarnedPoints, details: Mapping[str, str], speaker: RuleRenderer
    ) -> str:
        """Write how many parts surely hold, and of how many it is not known."""
        surely, possibly = earned.parts or (0, 0)
        unknown = speaker.templates["parts_open"].format(count=possibly - surely) if possibly > surely else ""
        parts = len(indicator.scale.conditions)
        return speaker.templates["counted"].format(**details, holding=str(surely), open=unknown, parts=parts)


SCALE_TEXTS: Mapping[str, ScaleText] = {
    "bands": RowScaleText("band"),
    "choices": RowScaleText("band"),
    "line": RowScaleText("corner"),
    "share": RowScaleText("full"),
    "count": CountScaleText("band"),
    "maturity": MaturityScaleText(),
}
"""What is told, by kind of scale."""
