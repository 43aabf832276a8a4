"""Drawings of the report: grade ladder and bars, their positions, proportions, words and escaping."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import ConclusionKind, Possibility, Verdict
from rules.contracts.record import Bounds, Conclusion, Figure, GradeResult, StageResult
from rules.language.compiler import compile_folder
from rules.model.scorecard import Scorecard
from service.configuration.folders import CHECKOUT
from service.output.report.charts import bar
from service.output.report.formatters import CardFormatter
from service.output.report.ladder import Ladder, grade_starts, ladder_of, percentage
from tests.language.folders import read_folder
from tests.service.output.report.pages import LANGUAGES, read
from tests.support.small_card import small_card

CERTAIN, REACHABLE, NOT_EXCLUDED, EXCLUDED = (
    Possibility.CERTAIN,
    Possibility.REACHABLE,
    Possibility.NOT_EXCLUDED,
    Possibility.EXCLUDED,
)
STATES = st.sampled_from(list(Possibility))


@pytest.fixture(scope="module")
def factory() -> Scorecard:
    card = compile_folder(read_folder(CHECKOUT / "features" / "zero-carbon-factory")).scorecard
    assert card is not None
    return card


def graded(low: Fraction | int, high: Fraction | int, **how: Possibility) -> Conclusion:
    """Return a conclusion on the stars of a factory from states such as `s3=CERTAIN`; the other grades are excluded."""
    grades = tuple(
        GradeResult(grade=grade, possibility=how.get(f"s{grade}", EXCLUDED)) for grade in ("6", "5", "4", "3", "none")
    )
    score = Figure(unit="point", exact=Bounds(low=format_exact(Fraction(low)), high=format_exact(Fraction(high))))
    return Conclusion(kind=ConclusionKind.GRADED, grades=grades, score=score)


def drawn(card: Scorecard, conclusion: Conclusion, language: str = "en") -> Ladder:
    return ladder_of(CardFormatter(card, language), conclusion)


@given(
    numbers=st.tuples(st.fractions(0, 100), st.fractions(0, 100)).map(sorted),
    states=st.tuples(*[STATES] * 5),
    points=st.lists(st.fractions(-10, 110), min_size=2).map(sorted),
)
def test_points_are_drawn_in_order_within_the_band_of_their_grade(
    factory: Scorecard, numbers: list[Fraction], states: tuple[Possibility, ...], points: list[Fraction]
) -> None:
    names = ("s6", "s5", "s4", "s3", "snone")
    low, high = numbers
    ladder = drawn(factory, graded(low, high, **dict(zip(names, states, strict=True))))
    places = [ladder.position(value) for value in points]
    assert places == sorted(places)
    assert all(0 <= place <= ladder.axis_end for place in places)
    for value in numbers:
        band = [rung for rung in ladder.rungs if rung.start is not None and rung.start <= value][-1]
        assert band.left <= ladder.position(value) <= band.left + band.width
    assert [rung.id for rung in ladder.rungs] == ["none", "3", "4", "5", "6"]
    assert [rung.possibility for rung in ladder.rungs] == list(reversed(states))
    assert all(rung.left + rung.width == after.left for rung, after in pairwise(ladder.rungs))
    assert ladder.rungs[-1].left + ladder.rungs[-1].width == 1
    for rung in ladder.rungs:
        assert f"{rung.title}: {rung.possibility.value.replace('_', ' ')}." in ladder.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_grade_is_drawn_once_per_form_in_the_style_of_its_state(factory: Scorecard, language: str) -> None:
    conclusion = graded(72, 92, s6=EXCLUDED, s5=NOT_EXCLUDED, s4=REACHABLE, s3=CERTAIN, snone=EXCLUDED)
    ladder = drawn(factory, conclusion, language)
    whole = read(ladder.svg())
    for rung in ladder.rungs:
        for form, count in (("full", rung.stars), ("brief", min(rung.stars, 1))):
            heads = [
                one for one in whole.all("svg", "text")
                if form in one.attributes.get("class", "").split()
                and one.attributes.get("x") == percentage(rung.middle)
            ]  # fmt: skip
            looks = [star.attributes for head in heads for star in head.all("path")]
            assert len(looks) == count
            assert {look["class"] for look in looks} <= {f"star s-{rung.possibility.value}"}
            fill = "url(#hatch-fine)" if rung.possibility is REACHABLE else None
            assert {look.get("fill") for look in looks} <= {fill}
            states = [one.text() for one in heads if "state" in one.attributes["class"]]
            assert states == ([ladder.state(rung)] if form == "full" or rung.is_stated_in_brief else [])
    cells = read(ladder.mini())
    assert cells.all("svg")[0].attributes["aria-hidden"] == "true"
    assert len(cells.all("line")) == sum(rung.possibility is EXCLUDED for rung in ladder.rungs)
    assert [one.attributes["class"] for one in cells.all("rect") if "class" in one.attributes].count("certain") == 1
    assert len(read(ladder.strip()).all("svg")) > len(ladder.rungs)


def test_close_bounds_share_one_label_and_labels_stay_inside_the_drawing(factory: Scorecard) -> None:
    near, far = drawn(factory, graded(Fraction("74.1"), Fraction("74.2"))), drawn(factory, graded(60, 100))
    assert [end.text for end in near.ends()] == ["74.10 – 74.20"]
    assert [(end.text, end.anchor) for end in far.ends()] == [("60.00", "middle"), ("100.00", "middle")]
    assert [end.anchor for end in drawn(factory, graded(0, 0)).ends()] == ["start"]
    assert far.top_look() == "open"
    assert drawn(factory, graded(100, 100)).top_look() == "certain"
    assert near.top_look() == "lost"
    assert near.is_broken


@given(st.tuples(st.fractions(0, 100), st.fractions(0, 100)).map(sorted))
def test_earned_open_and_lost_points_add_up_as_displayed(factory: Scorecard, numbers: list[Fraction]) -> None:
    told = drawn(factory, graded(*numbers)).parts
    assert sum(Fraction(part.split()[0]) for part in told.split(", ")) == 100


@pytest.mark.parametrize(
    ("how", "language", "told"),
    [
        ({"s3": CERTAIN}, "en", "Three stars, certain"),
        ({"s4": REACHABLE, "s3": REACHABLE}, "en", "Within reach: three stars, four stars"),
        ({"s4": REACHABLE, "s5": NOT_EXCLUDED}, "en", "Within reach: four stars; not excluded: five stars"),
        ({"s3": REACHABLE, "snone": REACHABLE}, "en", "Within reach: three stars; it may also end without a grade"),
        ({"s3": REACHABLE, "snone": REACHABLE}, "zh", "可达：三星；也可能没有等级"),
        ({"snone": CERTAIN}, "zh", "无星，确定"),
    ],
)
def test_the_sentence_describes_the_states_of_the_grades(
    factory: Scorecard, how: dict[str, Possibility], language: str, told: str
) -> None:
    assert drawn(factory, graded(60, 80, **how), language).what == told


def test_the_ladder_has_no_bands_if_the_points_earn_no_grade(factory: Scorecard) -> None:
    failed = graded(74, 74, snone=CERTAIN).model_copy(update={"kind": ConclusionKind.GATE_FAILED})
    ladder = drawn(factory, failed)
    assert not ladder.has_bands
    assert [tick.text for tick in ladder.ticks()] == ["0", "100"]
    assert "The points result in no grade" in ladder.title
    assert len({rung.width for rung in ladder.rungs}) == 1


def test_ladders_of_stages_points_and_verdicts_have_no_bands() -> None:
    card = small_card()
    assert grade_starts(card, ["gold", "silver", "none"]) == [Fraction(0), Fraction(50), Fraction(80)]
    assert grade_starts(card.model_copy(update={"ladder": None}), ["gold", "none"]) is None
    points = Figure(unit="point", exact=Bounds(low="0", high="10"))
    stages = tuple(
        StageResult(stage=stage, possibility=how, maximum_points="100")
        for stage, how in (("high", REACHABLE), ("none", NOT_EXCLUDED))
    )
    staged = drawn(card, Conclusion(kind=ConclusionKind.SCORED, stages=stages, score=points))
    assert not staged.has_bands
    assert [(rung.left, rung.width) for rung in staged.rungs] == [(0, Fraction(1, 2)), (Fraction(1, 2), Fraction(1, 2))]
    assert "10.00" in read(staged.svg()).text()
    alone = drawn(card, Conclusion(kind=ConclusionKind.SCORED, score=points))
    assert alone.what == "Scored"
    assert not alone.mini()
    assert read(alone.svg()).all("rect")
    judged = drawn(
        card, Conclusion(kind=ConclusionKind.JUDGED, verdict=Verdict.MISLEADING, verdicts=(Verdict.MISLEADING,))
    )
    assert judged.what.startswith("Verdict: ")
    assert not judged.svg()
    assert not judged.strip()


def test_long_titles_are_set_in_two_lines_and_escaped() -> None:
    card = small_card()
    assert card.ladder is not None
    gold = card.ladder.grades[0].model_copy(
        update={"labels": {"en": "<b>target of 2030 by all the indicators known</b>"}}
    )
    card = card.model_copy(
        update={"ladder": card.ladder.model_copy(update={"grades": (gold, *card.ladder.grades[1:])})}
    )
    grades = tuple(GradeResult(grade=id, possibility=EXCLUDED) for id in ("gold", "silver", "none"))
    ladder = drawn(card, Conclusion(kind=ConclusionKind.GRADED, grades=grades))
    assert ladder.has_two_lines
    assert len(ladder.rungs[-1].lines()) == 2
    assert ladder.rungs[-1].lines(brief=True)[0].endswith("…")
    assert "<b>" not in ladder.svg()
    assert gold.labels["en"] in ladder.title


def widths(svg: str) -> dict[str, int]:
    return {box.attributes["class"]: int(box.attributes["width"]) for box in read(svg).all("rect")}


def test_a_bar_has_solid_hatched_and_empty_parts() -> None:
    drawn = bar(low=Fraction(5), high=Fraction(10), maximum=Fraction(20), title="A")
    assert widths(drawn) == {"lost": 600, "open": 150, "certain": 150}


def test_a_bar_without_points_is_empty() -> None:
    assert widths(bar(low=Fraction(0), high=Fraction(0), maximum=Fraction(0), title="A")) == {"lost": 600}


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_the_parts_of_a_bar_never_exceed_its_width(bound: Fraction, other: Fraction) -> None:
    parts = widths(bar(low=min(bound, other), high=max(bound, other), maximum=Fraction(100), title="A"))
    assert parts.get("certain", 0) + parts.get("open", 0) <= parts["lost"] == 600


def test_titles_are_escaped() -> None:
    drawn = bar(low=Fraction(0), high=Fraction(1), maximum=Fraction(1), title="<script>&")
    assert "<title>&lt;script&gt;&amp;</title>" in drawn
