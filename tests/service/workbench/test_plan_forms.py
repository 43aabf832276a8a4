"""Form of a plan: rows are measures and back without loss, costs as typed, problems at the field of their row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.contracts import InputError, Violation
from service.workbench.measure_rows import COLUMNS, MeasureRow, clear_absent_costs, edited_rows, rows_of
from service.workbench.page import page_words
from service.workbench.pages.dossier import prompts_of
from service.workbench.plan_forms import FIELDS, PlanForm, at_form_field, measure_list
from service.workbench.plan_goals import goal_choices, next_goal, read_goal
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

CARD = small_card()
PROMPTS = prompts_of(CARD, "en")
WORDS = page_words("en")["plans"]


def form(*rows: MeasureRow, **fields: str) -> PlanForm:
    typed = {"goal": "grade:gold", "budget": "", "date": "2027-06-30", "years": "1", "currency": "CNY", **fields}
    return PlanForm(rows, **typed)


def row(fact: str = "renewable_share", number: int = 0, how: str = "", change: str = "", **typed: str) -> MeasureRow:
    (made,) = edited_rows([], "add", fact, PROMPTS)
    effects = [replace(made.effects[0], how=how, change=[change])]
    columns = {name: [value] for name, value in typed.items()}
    assert columns.keys() <= set(COLUMNS)
    return replace(made, number=number, typed={**made.typed, **columns}, effects=effects)


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
    (read,) = measure_list(form(*rows_of([free, other], PROMPTS))).measures
    assert (read.id, list(read.excludes)) == ("other", [])
    assert len(measure_list(form(*rows_of([free, other], PROMPTS)), with_all=True).measures) == 2
    with pytest.raises(InputError) as raised:
        measure_list(form(*rows_of([free], PROMPTS)))
    assert [violation.field for violation in raised.value.violations] == ["measures"]


def test_all_problems_of_all_rows_are_reported() -> None:
    first = row(once="cheap", yearly="1 – x", lead_days="soon")
    rows = first, row("status", 1, once="1", how="value"), row(number=2, once="1", how="x")
    with pytest.raises(InputError) as raised:
        measure_list(form(*rows))
    fields = [violation.field for violation in raised.value.violations]
    assert fields == ["lead_days-0", "once-0", "yearly-0", "how-0-0", "change-1-0", "how-2-0"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("measures.measures[0].effects[0].amount", "change-1-0"), ("measures[0].effects", "add_effect-1"),
        ("measures[0].cost_once.least", "once-1"), ("measures.measures[0].cost_per_year", "yearly-1"),
        ("measures[0].lead_days", "lead_days-1"), ("measures[0].requires[0]", "requires-1"),
        ("measures[0].excludes", "excludes-1"), ("measures[0].group", "measure_group-1"),
        ("measures[0].range", "level_most-1"), ("measures[0].range.least", "level_least-1"),
        ("measures[0].range.cost_per_year.most", "level_yearly-1"), ("measures[0].id", "measure_name-1"),
        ("measures[0].effects[9].fact_id", "add_effect-1"), ("change-1-0", "change-1-0"), ("requires-1", "requires-1"),
        ("measures.currency", "currency"), ("goal.date", "goal_date"), ("goal.grade", "goal"),
        ("measures[9].id", ""), ("facts[status].value", ""), ("lead_days-0", "lead_days-0"), ("", ""),
    ],
)  # fmt: skip
def test_a_problem_is_shown_at_its_field(path: str, field: str) -> None:
    rows = row(), row("status", 1, once="5", measure_name="Close it")  # the first has no cost, so that it is not sent
    shown = at_form_field(Violation(path, "Wrong.", "X"), form(*rows), str, WORDS["in_row"])
    assert shown.field == field
    name, _, place = field.partition("-")
    if name in FIELDS and place[0] == "1":
        assert shown.description == "Row 2 (Close it): Wrong."
    elif not field and path:
        assert path in shown.description


def test_a_file_has_all_rows_so_that_its_problems_are_counted_with_them() -> None:
    rows = form(row(), row("status", 1, once="5"))
    shown = [
        at_form_field(Violation("measures[1].lead_days", "Wrong.", "X"), rows, str, WORDS["in_row"], with_all=with_all)
        for with_all in (True, False)
    ]
    assert [violation.field for violation in shown] == ["lead_days-1", ""]


def test_a_required_measure_needs_a_cost_too() -> None:
    first = replace(row("status", once="5", how="value", change="closed"), number=1)
    first.base.requires.append("own-2")
    second = row(number=0, measure_name="Solar")
    second.base.id = "own-2"
    with pytest.raises(InputError) as raised:
        measure_list(form(second, first))
    (violation,) = raised.value.violations
    assert violation.field == "requires-1"
    assert "'Solar'" in violation.description


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
