"""A card with three stages of five, ten and sixteen indicators, each rated by maturity and weighted in fractions."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rules.contracts.extents import Extent, NumberExtent
from rules.contracts.intervals import point_interval
from rules.model.definitions import Choice, FactDefinition, FactType
from rules.model.expressions import NumberOperator
from rules.model.maturity import AspectRow, LevelMethod, LevelRow, Maturity, MaturityLevel, MaturityScale, TrendRow
from rules.model.scorecard import Indicator, LadderRow, Scorecard, Section, Setting, Stage, StageRow, Stages, Tracks
from tests.support.engine_card import LAW, card, chosen, flag, indicator, is_

AWARENESS = ("environment_aware", "environment_disclosed", "carbon_aware", "carbon_disclosed", "quantified")
BLOCKS = {"first": (16, (5, 8, 3, 2, 0)), "second": (36, (14, 12, 10, 7, 1)), "third": (48, (15, 11, 13, 9, 4, 6))}
"""Points of each section, and the ranks that distribute the points to its indicators."""
STAGES = {"s3": ("first", "second", "third"), "s2": ("first", "second"), "s1": ("first",), "s0": ()}
SPANS = ((0, 5), (10, 25), (30, 45), (50, 65), (70, 85), (90, 100))
ASPECTS = ("disclosed", "trend", "comparison", "integration")


def rating(name: str) -> FactDefinition:
    """Define a rating in percent on a grid of five."""
    return FactDefinition(
        id=name, type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(100), multiple_of=Fraction(5)
    )


def maturity() -> Maturity:
    """Return the maturity rules: each ambiguous clause is a setting, and a trend is complete from 30 %."""
    return Maturity(
        levels=tuple(
            MaturityLevel(id=f"l{place}", at_least=Fraction(low), at_most=Fraction(high))
            for place, (low, high) in enumerate(SPANS, start=1)
        ),
        level_rows=(
            LevelRow(reading=LevelMethod.BAND_MIDDLE, when=(chosen("level_reading", "middle"),), basis=LAW),
            LevelRow(reading=LevelMethod.MEAN, basis=LAW),
        ),
        aspect_rows=(
            AspectRow(operator=NumberOperator.MORE_THAN, when=(chosen("reach", "more"),), basis=LAW),
            AspectRow(operator=NumberOperator.AT_LEAST, basis=LAW),
        ),
        trend_rows=(TrendRow(at_least=Fraction(30), when=(chosen("trend_reading", "text"),), basis=LAW),),
        rise=Fraction(5),
        needed=2,
        basis=LAW,
    )


def settings() -> tuple[Setting, ...]:
    readings = {"level_reading": ("mean", "middle"), "reach": ("least", "more"), "trend_reading": ("text", "rated")}
    return tuple(
        Setting(id=name, choices=tuple(Choice(id=value) for value in values), default=values[0])
        for name, values in readings.items()
    )


def stages() -> Stages:
    """Return the stages; without awareness and disclosure, no indicator counts."""
    maxima = {"s3": 100, "s2": 52, "s1": 16, "s0": 0}
    rows = (
        StageRow(stage="s3", when=(chosen("quantified", "yes"),), basis=LAW),
        StageRow(stage="s2", when=(chosen("carbon_aware", "yes"), chosen("carbon_disclosed", "yes")), basis=LAW),
        StageRow(
            stage="s1", when=(chosen("environment_aware", "yes"), chosen("environment_disclosed", "yes")), basis=LAW
        ),
        StageRow(stage="s0", basis=LAW),
    )
    return Stages(
        stages=tuple(
            Stage(id=name, sections=sections, maximum=Fraction(maxima[name]), labels={"en": f"stage {name}"})
            for name, sections in STAGES.items()
        ),
        rows=rows,
    )


def indicators() -> tuple[Indicator, ...]:
    """Return sixteen indicators with fractional maximum points that add up to the points of their sections."""
    entries: list[Indicator] = []
    for section, (points, ranks) in BLOCKS.items():
        whole = sum((Fraction(2 * rank + 1, 2) for rank in ranks), Fraction(0))
        for rank in ranks:
            name = f"C{len(entries) + 1}"
            scale = MaturityScale(
                disclosed=f"{name.lower()}_disclosed", trend=f"{name.lower()}_trend",
                comparison=f"{name.lower()}_comparison", integration=f"{name.lower()}_integration",
            )  # fmt: skip
            maximum = points * Fraction(2 * rank + 1, 2) / whole
            entries.append(indicator(name, maximum, scale, section=section))
    return tuple(entries)


def staged_card(*, rows: tuple[LadderRow, ...] = (), **changes: object) -> Scorecard:
    """Return the staged card, with the given scorecard fields changed."""
    scored = indicators()
    names = [f"{one.id.lower()}_{aspect}" for one in scored for aspect in ASPECTS]
    plain = card(
        *(flag(name) for name in AWARENESS),
        FactDefinition(id="industry", type=FactType.TEXT),
        *(rating(name) for name in names),
        indicators=scored,
        sections=tuple(Section(id=name, maximum=Fraction(points)) for name, (points, _) in BLOCKS.items()),
        settings=settings(),
        rows=rows,
    )
    return plain.model_copy(
        update={
            "maturity": maturity(),
            "stages": stages(),
            "tracks": Tracks(by=("industry", "stage"), basis=LAW),
            **changes,
        }
    )


def awareness(*values: int) -> dict[str, Extent]:
    return {name: is_(bool(value)) for name, value in zip(AWARENESS, values, strict=True)}


def rated(levels: Sequence[int], **aspects: int) -> dict[str, Extent]:
    """Rate the indicators: the level of each, and the same ratings of its aspects, as high as the level otherwise."""
    ratings: dict[str, Extent] = {}
    for place, level in enumerate(levels, start=1):
        for aspect in ASPECTS:
            ratings[f"c{place}_{aspect}"] = percent(aspects.get(aspect, level) if aspect != "disclosed" else level)
    return ratings


def percent(value: int) -> Extent:
    return NumberExtent(point_interval(Fraction(value)))


def everything(value: int, **changes: Extent) -> Mapping[str, Extent]:
    """Return facts in the third stage with the same rating everywhere, except for the changes."""
    return {**awareness(1, 1, 1, 1, 1), "industry": is_("glass"), **rated([value] * 16), **changes}
