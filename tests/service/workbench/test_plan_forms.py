"""Form of a plan: rows are measures and back without loss, costs as typed, problems at the field of their row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError, Violation
from service.planning.measure_texts import MeasureTexts
from service.workbench.page import page_words
from service.workbench.pages.dossier import prompts_of
from service.workbench.plan_forms import (
    FIELDS,
    MeasureRow,
    PlanForm,
    at_form_field,
    clear_absent_costs,
    goal_choices,
    measure_list,
    new_row,
    next_goal,
    read_goal,
    rows_of,
)
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2, types_pb2

CARD = small_card()
PROMPTS = prompts_of(CARD, "en")
TEXTS = MeasureTexts(CARD, plan_pb2.MeasureList(), "en")
WORDS = page_words("en")["plans"]


def form(*rows: MeasureRow, **fields: str) -> PlanForm:
    typed = {"goal": "grade:gold", "budget": "", "date": "2027-06-30", "years": "1", "currency": "CNY", **fields}
    return PlanForm(rows, **typed)


def row(fact: str = "renewable_share", number: int = 0, **typed: Any) -> MeasureRow:
    made = replace(new_row([], fact, PROMPTS, TEXTS), number=number)
    lists = {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
    return replace(made, typed={**made.typed, **lists})


_VALUES = {
    "renewable_share": types_pb2.Value(number="80", unit="%"), "certified": types_pb2.Value(flag=False),
    "status": types_pb2.Value(choice="closed"), "audited_on": types_pb2.Value(date="2027-01-01"),
    "themes": types_pb2.Value(choices={"values": ["waste", "water"]}), "remark": types_pb2.Value(text="a – b"),
}  # fmt: skip
_COSTS = st.one_of(
    st.integers(0, 10**9).map(lambda cost: plan_pb2.CostRange(least=str(cost), most=str(cost))),
    st.integers(0, 10**6).map(lambda cost: plan_pb2.CostRange(least=str(cost), most=f"{cost + 1}.5")),
)


@st.composite
def measures(draw: st.DrawFn) -> plan_pb2.Measure:
    fact = draw(st.sampled_from(sorted(_VALUES)))
    effect = plan_pb2.FactEffect(fact_id=fact, value=_VALUES[fact])
    kind = draw(st.sampled_from(["value", "document", "number", "added", "two", "range"]))
    if kind == "document":
        effect = plan_pb2.FactEffect(fact_id=fact, document=True)
    elif kind in ("number", "range"):
        effect = plan_pb2.FactEffect(fact_id="energy_used", amount="-5.5", unit=draw(st.sampled_from(["", "kWh"])))
    elif kind == "added":
        effect = plan_pb2.FactEffect(fact_id="themes", added=_VALUES["themes"])
    measure = plan_pb2.Measure(
        id="m", name="A measure", effects=[effect], lead_days=draw(st.integers(0, 500)), cost_once=draw(_COSTS),
        cost_per_year=draw(_COSTS), group=draw(st.sampled_from(["", "g"])), requires=["other"],
    )  # fmt: skip
    if kind == "two":
        measure.effects.add(fact_id="certified", value=_VALUES["certified"])
    if kind == "range":
        measure.range.CopyFrom(plan_pb2.LevelRange(most="3", cost_once=plan_pb2.CostRange(least="7", most="7")))
    return measure


def costs(measure: plan_pb2.Measure) -> list[tuple[str, str]]:
    return [(cost.least or "0", cost.most or cost.least or "0") for cost in (measure.cost_once, measure.cost_per_year)]


@given(measure=measures())
def test_a_measure_is_the_same_after_the_form(measure: plan_pb2.Measure) -> None:
    (read,) = measure_list(form(*rows_of([measure], PROMPTS, TEXTS)), with_all=True).measures
    assert costs(read) == costs(measure)
    for each in (read, measure):
        each.ClearField("cost_once")
        each.ClearField("cost_per_year")
    assert read == measure


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("5000", "5000", "5000"), ("12,000.50", "12000.50", "12000.50"), ("100,000 – 120000", "100000", "120000"),
        ("8000-12000", "8000", "12000"), ("8000~12000", "8000", "12000"), ("8000至12000", "8000", "12000"),
        ("8000 to 12000", "8000", "12000"), ("8000 … 12000", "8000", "12000"), ("-5", "-5", "-5"),
        ("0", "0", "0"),
    ],
)  # fmt: skip
def test_costs_are_amounts_and_ranges(typed: str, least: str, most: str) -> None:
    (read,) = measure_list(form(row(how="share", change="5", once=typed))).measures
    assert (read.cost_once.least, read.cost_once.most) == (least, most)


def test_only_measures_with_a_cost_count_and_exclusions_of_others_are_removed() -> None:
    free = plan_pb2.Measure(id="free", effects=[plan_pb2.FactEffect(fact_id="certified", document=True)])
    other = plan_pb2.Measure(id="other", effects=free.effects, excludes=["free"])
    other.cost_once.CopyFrom(plan_pb2.CostRange(least="5", most="5"))
    free.cost_once.CopyFrom(plan_pb2.CostRange(least="0", most="0.00"))
    assert clear_absent_costs([free, other]) == 1
    (read,) = measure_list(form(*rows_of([free, other], PROMPTS, TEXTS))).measures
    assert (read.id, list(read.excludes)) == ("other", [])
    assert len(measure_list(form(*rows_of([free, other], PROMPTS, TEXTS)), with_all=True).measures) == 2
    with pytest.raises(InputError) as raised:
        measure_list(form(*rows_of([free], PROMPTS, TEXTS)))
    assert [violation.field for violation in raised.value.violations] == ["measures"]


def test_all_problems_of_all_rows_are_reported() -> None:
    first = row(once="cheap", yearly="1 – x", lead_days="soon")
    rows = first, row("status", 1, once="1", how="value"), row(number=2, once="1", how="x")
    with pytest.raises(InputError) as raised:
        measure_list(form(*rows))
    fields = [violation.field for violation in raised.value.violations]
    assert fields == ["lead_days-0", "once-0", "yearly-0", "how-0", "change-1", "how-2"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("measures.measures[0].effects[0].amount", "change-1"), ("measures[0].cost_once.least", "once-1"),
        ("measures.measures[0].cost_per_year", "yearly-1"), ("measures[0].lead_days", "lead_days-1"),
        ("measures[0].requires[0]", "measure_name-1"), ("measures[0].group", "measure_group-1"),
        ("measures.currency", "currency"), ("goal.date", "goal_date"), ("goal.grade", "goal"),
        ("measures[9].id", ""), ("facts[status].value", ""), ("lead_days-0", "lead_days-0"), ("", ""),
    ],
)  # fmt: skip
def test_a_problem_is_shown_at_its_field(path: str, field: str) -> None:
    rows = row(), row("status", 1, once="5", measure_name="Close it")  # the first has no cost, so that it is not sent
    shown = at_form_field(Violation(path, "Wrong.", "X"), form(*rows), str, WORDS["in_row"])
    assert shown.field == field
    name, _, number = field.rpartition("-")
    if name in FIELDS and number == "1":
        assert shown.description == "Row 2 (Close it): Wrong."
    elif not field and path:
        assert path in shown.description


def test_goals_are_grades_points_and_figures() -> None:
    choices = dict(goal_choices(CARD, "en", WORDS))
    assert list(choices) == [
        "grade:gold", "grade:silver", "every", "highest:", "highest:offset", "lowest:offset",
    ]  # fmt: skip
    for goal in choices:
        read = read_goal(form(goal=goal), list(choices))
        assert read.kind in plan_pb2.PlanGoalKind.values()[1:]
    assert [next_goal(CARD, grade) for grade in ("none", "silver", "gold", "", "x")] == [
        "grade:silver", "grade:gold", "every", "every", "every",
    ]  # fmt: skip


def test_a_card_without_grades_has_the_goal_of_all_gates() -> None:
    card = CARD.model_copy(update={"ladder": None})
    choices = dict(goal_choices(card, "en", WORDS))
    assert next(iter(choices)) == "gates"
    assert next_goal(card, "") in choices
    assert read_goal(form(goal="gates"), list(choices)).kind == plan_pb2.PLAN_GOAL_KIND_ALL_GATES


def test_all_problems_of_the_goal_are_reported() -> None:
    with pytest.raises(InputError) as raised:
        read_goal(form(goal="x", years="51", date="", budget="5"), ["every"])
    assert [violation.field for violation in raised.value.violations] == ["goal", "years", "goal_date", "budget"]
