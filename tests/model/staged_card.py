"""A small sound scorecard with stages and maturity, and the mistakes that the meaning-lint finds in such cards."""

from __future__ import annotations

from fractions import Fraction

from rules.contracts.inputs import DeclaredValue
from rules.model.expressions import STAGE, NumberOperator
from rules.model.maturity import AspectRow, LevelMethod, LevelRow, MaturityLevel, TrendRow
from rules.model.scorecard import (
    Band,
    BandScale,
    CaseValue,
    FactDefinition,
    FactType,
    Indicator,
    Maturity,
    MaturityScale,
    Scorecard,
    Section,
    Stage,
    StageRow,
    Stages,
    Tracks,
)
from tests.model.lint_card import AT_LEAST, BASIS, LESS, SOUND, changed, choice, number


def rating(name: str, multiple: str | None = "5", **parts: object) -> FactDefinition:
    return FactDefinition(
        id=name,
        type=FactType.NUMBER,
        unit="%",
        at_least=Fraction(0),
        at_most=Fraction(100),
        multiple_of=None if multiple is None else Fraction(multiple),
    ).model_copy(update=parts)


def level(name: str, low: str, high: str) -> MaturityLevel:
    return MaturityLevel(id=name, at_least=Fraction(low), at_most=Fraction(high))


def stage(name: str, maximum: str, *sections: str) -> Stage:
    return Stage(id=name, sections=sections, maximum=Fraction(maximum))


RATINGS = tuple(rating(name) for name in ("amount", "trend", "peers", "plans"))
LEVELS = (level("0", "0", "0"), level("1", "5", "45"), level("2", "50", "100"))
D1 = Indicator(
    id="D1",
    section="D",
    maximum=Fraction(50),
    scale=MaturityScale(disclosed="amount", trend="trend", comparison="peers", integration="plans"),
    basis=BASIS,
)
MATURITY = Maturity(
    levels=LEVELS,
    level_rows=(
        LevelRow(reading=LevelMethod.MEAN, when=(choice("reading", "literal"),), basis=BASIS),
        LevelRow(reading=LevelMethod.BAND_MIDDLE, basis=BASIS),
    ),
    aspect_rows=(AspectRow(operator=NumberOperator.AT_LEAST, basis=BASIS),),
    trend_rows=(TrendRow(at_least=Fraction(50), basis=BASIS),),
    rise=Fraction(5),
    needed=2,
    basis=BASIS,
)
HIGH, LOW = number("share", AT_LEAST, "50"), number("share", LESS, "50")
STAGES = Stages(
    stages=(stage("s2", "150", "S", "D"), stage("s1", "100", "S"), stage("s0", "0")),
    rows=(
        StageRow(stage="s2", when=(HIGH, choice("open", "yes")), basis=BASIS),
        StageRow(stage="s1", when=(HIGH, choice("open", "no")), basis=BASIS),
        StageRow(stage="s0", when=(LOW,), basis=BASIS),
    ),
)
STAGED = changed(
    facts=(*SOUND.facts, *RATINGS),
    reference_case=(*SOUND.reference_case, *(CaseValue(fact=one.id, value=DeclaredValue()) for one in RATINGS)),
    sections=(*SOUND.sections, Section(id="D", maximum=Fraction(50))),
    indicators=(*SOUND.indicators, D1),
    maturity=MATURITY,
    stages=STAGES,
    tracks=Tracks(by=("system", STAGE), basis=BASIS),
)


def staged(**parts: object) -> Scorecard:
    return STAGED.model_copy(update=parts)


def with_levels(*levels: MaturityLevel) -> Scorecard:
    return staged(maturity=MATURITY.model_copy(update={"levels": levels}))


def with_maturity(**parts: object) -> Scorecard:
    return staged(maturity=MATURITY.model_copy(update=parts))


def with_stages(*stages: Stage) -> Scorecard:
    return staged(stages=STAGES.model_copy(update={"stages": stages}))


def with_stage_rows(*rows: StageRow) -> Scorecard:
    return staged(stages=STAGES.model_copy(update={"rows": rows}))


def with_amount(**parts: object) -> Scorecard:
    return staged(facts=(*SOUND.facts, RATINGS[0].model_copy(update=parts), *RATINGS[1:]))


def with_stepped_bands(multiple: str) -> Scorecard:
    """Return a card with bands closed at both ends for an indicator that measures a rating."""
    bands = (Band(at_most=Fraction(45), points=Fraction(0)), Band(at_least=Fraction(50), points=Fraction(40)))
    scale = BandScale(measure="amount", unit="%", bands=bands)
    first = SOUND.indicators[0].model_copy(update={"scale": scale})
    facts = (*SOUND.facts, rating("amount", multiple), *RATINGS[1:])
    return staged(indicators=(first, *STAGED.indicators[1:]), facts=facts, maturity=MATURITY)


MISTAKES: dict[str, tuple[Scorecard, tuple[str, str, str]]] = {
    "stage_sum": (
        with_stages(stage("s2", "140", "S", "D"), *STAGES.stages[1:]),
        ("RL040", "stages.stages[s2].maximum", "stage"),
    ),
    "section_in_no_stage": (
        with_stages(stage("s2", "100", "S"), *STAGES.stages[1:]),
        ("RL040", "sections[D]", "uncounted"),
    ),
    "stage_row_twice": (with_stage_rows(*STAGES.rows, STAGES.rows[0]), ("RL042", "stages.rows[3]", "duplicate")),
    "stage_row_covered": (
        with_stage_rows(STAGES.rows[2], StageRow(stage="s2", basis=BASIS), *STAGES.rows[:2]),
        ("RL042", "stages.rows[2]", "unreachable"),
    ),
    "no_stage_for_some": (with_stage_rows(*STAGES.rows[:2]), ("RL056", "stages.rows[1]", "stage")),
    "stage_on_what_may_not_apply": (
        staged(facts=tuple(one.model_copy(update={"may_not_apply": one.id == "open"}) for one in STAGED.facts)),
        ("RL045", "stages.rows[0].when[1]", "main"),
    ),
    "stage_without_basis": (
        with_stage_rows(STAGES.rows[0].model_copy(update={"basis": ()}), *STAGES.rows[1:]),
        ("RL050", "stages.rows[0]", "none"),
    ),
    "tracks_on_an_unknown_basis": (
        staged(tracks=Tracks(by=("system",), basis=("other",))),
        ("RL050", "tracks.basis", "unknown"),
    ),
    "level_inverted": (
        with_levels(LEVELS[0], level("1", "45", "5"), LEVELS[2]),
        ("RL057", "maturity.levels[1].at_least", "empty"),
    ),
    "levels_touch": (
        with_levels(LEVELS[0], level("1", "5", "50"), LEVELS[2]),
        ("RL057", "maturity.levels[2].at_least", "order"),
    ),
    "levels_begin_late": (with_levels(*LEVELS[1:]), ("RL057", "maturity.levels[1].at_least", "begin")),
    "levels_end_early": (with_levels(*LEVELS[:2]), ("RL057", "maturity.levels[1].at_most", "end")),
    "rating_in_no_level": (
        with_levels(*LEVELS[:2], level("2", "60", "100")),
        ("RL057", "maturity.levels[2].at_least", "rating"),
    ),
    "ratings_without_steps": (with_amount(multiple_of=None), ("RL057", "maturity.levels[1].at_least", "rating")),
    "nothing_rises": (with_maturity(rise=Fraction(0)), ("RL057", "maturity.rise", "percent")),
    "full_from_too_much": (
        with_maturity(trend_rows=(TrendRow(at_least=Fraction(101), basis=BASIS),)),
        ("RL057", "maturity.trend_rows[0].at_least", "percent"),
    ),
    "level_not_for_all": (
        with_maturity(level_rows=MATURITY.level_rows[:1]),
        ("RL056", "maturity.level_rows[0]", "rule"),
    ),
    "aspect_row_twice": (
        with_maturity(aspect_rows=MATURITY.aspect_rows * 2),
        ("RL042", "maturity.aspect_rows[1]", "duplicate"),
    ),
    "maturity_without_scale": (
        staged(indicators=(*SOUND.indicators, D1.model_copy(update={"scale": SOUND.indicators[0].scale}))),
        ("RL051", "maturity", "main"),
    ),
    "multiples_of_nothing": (with_amount(multiple_of=Fraction(0)), ("RL049", "facts[amount].multiple_of", "multiple")),
    "no_multiple_in_the_domain": (
        with_amount(multiple_of=Fraction(7), at_least=Fraction(1), at_most=Fraction(6)),
        ("RL049", "facts[amount].multiple_of", "grid"),
    ),
    "steps_between_multiples": (with_amount(step=Fraction(2)), ("RL049", "facts[amount].step", "step_grid")),
    "band_gap_that_holds_a_multiple": (
        with_stepped_bands("1"),
        ("RL041", "indicators[I1].scale.bands[1].at_least", "gap"),
    ),
}

SPREADING = {
    "level_inverted",
    "maturity_without_scale",  # its facts are then not used either
    "multiples_of_nothing",
    "no_multiple_in_the_domain",
    "band_gap_that_holds_a_multiple",  # the ratings then lie between levels too
    "stage_row_covered",
}
"""Errors that cause further errors."""
