"""Charts of plans: bars are in the order of their dates and costs, and inside the width."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from service.planning.plan_texts import PlanTexts
from service.workbench.plan_charts import cost_chart, timeline_chart
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

TODAY = date(2026, 11, 30)
TEXTS = PlanTexts(small_card(), plan_pb2.MeasureList(currency="CNY"), plan_pb2.PlanGoal(date="2027-06-30"), "en")


@given(
    measures=st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 900)), min_size=1, max_size=9),
    goal=st.integers(0, 3_000),
)
def test_measures_are_bars_inside_the_time_to_the_goal(measures: list[tuple[int, int]], goal: int) -> None:
    days = [(TODAY + timedelta(first), TODAY + timedelta(first + length)) for first, length in measures]
    plan = plan_pb2.ImprovementPlan(
        measures=[
            plan_pb2.ChosenMeasure(measure_id=f"m{number}", start_date=str(start), end_date=str(end))
            for number, (start, end) in enumerate(days)
        ]
    )
    chart = timeline_chart(plan, str(TODAY), str(TODAY + timedelta(goal)), TEXTS)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == [f"m{number}" for number in range(len(days))]
    for bar, (start, _) in zip(chart.bars, days, strict=True):
        assert float(bar.width) > 0
        assert 0 <= float(bar.x) <= float(bar.x) + float(bar.width) <= 100.6
        assert (float(bar.x) == 0) == ((start - TODAY).days == 0) or float(bar.x) < 0.05
    assert 1 <= len(chart.ticks) <= 6
    assert timeline_chart(plan_pb2.ImprovementPlan(), str(TODAY), str(TODAY), TEXTS) is None


def test_the_cost_of_a_grade_is_certain_up_to_its_least() -> None:
    plans = [
        plan_pb2.ImprovementPlan(goal_grade=grade, cost=cost, cost_once=plan_pb2.CostRange(least=least, most=cost))
        for grade, cost, least in (("silver", "50", "50"), ("gold", "200", "100"))
    ]
    excluded = [plan_pb2.ExcludedGrade(grade="best")]
    chart = cost_chart(plan_pb2.PlanResult(plans=plans, excluded=excluded), 1, TEXTS)
    assert chart is not None
    assert [(bar.label, bar.width, bar.open_width) for bar in chart.bars] == [
        ("silver", "25.00", "0.00"), ("Gold", "50.00", "50.00"), ("best", "", ""),
    ]  # fmt: skip
    free = cost_chart(plan_pb2.PlanResult(plans=[plan_pb2.ImprovementPlan(goal_grade="gold")]), 1, TEXTS)
    assert free is not None
    assert free.bars[0].width == "0.00"
    assert cost_chart(plan_pb2.PlanResult(), 1, TEXTS) is None
