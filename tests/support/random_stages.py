"""Random scorecards with stages and maturity, from a seed, and subjects with ratings on the allowed grid."""

from fractions import Fraction
from random import Random

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import point_interval, round_down_to_multiple
from rules.engine.inference import InferenceQuestion
from rules.model.definitions import FactDefinition, FactType
from rules.model.expressions import STAGE, ChoiceClause, NumberOperator
from rules.model.maturity import AspectRow, LevelMethod, LevelRow, Maturity, MaturityLevel, MaturityScale, TrendRow
from rules.model.scorecard import Indicator, LadderRow, Scorecard, Section, Stage, StageRow, Stages
from tests.support.random_cards import RandomCard
from tests.support.random_extents import complete, random_question

BASIS = ("own",)
RATINGS = tuple(f"rating_{place}" for place in range(5))
NARROW = (ChoiceClause(name="reading", values=("narrow",)),)


def staged_random_card(seed: int) -> Scorecard:
    """Return a random card with stages, most with a default row, and two indicators rated by maturity."""
    build = RandomCard(seed)
    plain = build.build()
    pick = Random(seed)
    ladder = plain.ladder
    if ladder is not None and pick.random() < 0.5:
        when = (ChoiceClause(name=STAGE, values=tuple(pick.sample(["s3", "s2", "s1"], pick.randint(1, 2)))),)
        first = LadderRow(grade="3", at_least=Fraction(30), requires=when, basis=BASIS)
        ladder = ladder.model_copy(update={"rows": (first, *ladder.rows[1:])})
    if pick.random() < 0.3:
        ladder = None
    sections = (*plain.sections, Section(id="C", maximum=Fraction(30)))
    return plain.model_copy(
        update={
            "facts": (*plain.facts, *(_rating(name, pick) for name in RATINGS)),
            "sections": sections,
            "indicators": (*plain.indicators, *(_matured(f"M{place}", pick) for place in range(2))),
            "maturity": _maturity(build, pick),
            "stages": _stages(build, pick),
            "ladder": ladder,
        }
    )


def _rating(name: str, pick: Random) -> FactDefinition:
    return FactDefinition(
        id=name, type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(100), multiple_of=Fraction(5),
        may_not_apply=pick.random() < 0.2,
    )  # fmt: skip


def _matured(name: str, pick: Random) -> Indicator:
    disclosed, content, trend, comparison, integration = pick.sample(RATINGS, 5)
    scale = MaturityScale(
        disclosed=disclosed, content=content if pick.random() < 0.5 else None, trend=trend, comparison=comparison,
        integration=integration,
    )  # fmt: skip
    return Indicator(id=name, section="C", maximum=Fraction(15), scale=scale, basis=BASIS)


def _maturity(build: RandomCard, pick: Random) -> Maturity:
    spans = ((0, 5), (10, 25), (30, 45), (50, 65), (70, 85), (90, 100))
    trends = (TrendRow(at_least=Fraction(pick.choice([20, 30])), when=build.condition(most=1), basis=BASIS),)
    return Maturity(
        levels=tuple(
            MaturityLevel(id=f"l{place}", at_least=Fraction(low), at_most=Fraction(high))
            for place, (low, high) in enumerate(spans)
        ),
        level_rows=(
            LevelRow(reading=LevelMethod.BAND_MIDDLE, when=NARROW, basis=BASIS),
            LevelRow(reading=LevelMethod.MEAN, basis=BASIS),
        ),
        aspect_rows=(
            AspectRow(operator=NumberOperator.MORE_THAN, when=build.condition(most=1), basis=BASIS),
            AspectRow(operator=NumberOperator.AT_LEAST, basis=BASIS),
        ),
        trend_rows=trends if pick.random() < 0.7 else (),
        rise=Fraction(pick.choice([5, 10])),
        needed=pick.randint(1, 3),
        basis=BASIS,
    )


def _stages(build: RandomCard, pick: Random) -> Stages:
    maxima = {"A": 60, "B": 40, "C": 30}
    stages = (
        Stage(id="s3", sections=("A", "B", "C"), maximum=Fraction(130)),
        Stage(id="s2", sections=tuple(pick.sample("ABC", 2)), maximum=Fraction(0)),
        Stage(id="s1", sections=(), maximum=Fraction(0)),
    )
    whole = tuple(
        stage.model_copy(update={"maximum": Fraction(sum(maxima[name] for name in stage.sections))}) for stage in stages
    )
    last = () if pick.random() < 0.7 else build.condition(most=1)
    rows = [StageRow(stage=name, when=build.condition(most=2), basis=BASIS) for name in ("s3", "s2", "s3")]
    return Stages(stages=whole, rows=(*rows, StageRow(stage="s1", when=last, basis=BASIS)))


def on_grid(scorecard: Scorecard, question: InferenceQuestion) -> InferenceQuestion:
    """Move every known number to the grid of its fact."""
    facts = dict(question.facts)
    for definition in scorecard.facts:
        extent = facts[definition.id]
        value = extent.interval.value if isinstance(extent, NumberExtent) else None
        if value is not None:
            facts[definition.id] = NumberExtent(point_interval(round_down_to_multiple(value, definition.multiple_of)))
    return InferenceQuestion(facts, question.settings, question.as_of, question.supposed_numbers)


def staged_question(scorecard: Scorecard, random: Random, *, unknown: float) -> InferenceQuestion:
    return on_grid(scorecard, random_question(scorecard, random, unknown=unknown))


def staged_completion(scorecard: Scorecard, question: InferenceQuestion, random: Random) -> InferenceQuestion:
    return on_grid(scorecard, complete(scorecard, question, random))
