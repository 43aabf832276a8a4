"""Checks of measures and goals: all violations at once with their paths, bounds, and lists of any content."""

from __future__ import annotations

import time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue, Subject
from rules.contracts.messages import in_language
from rules.model.definitions import BelongsTo
from rules.model.scorecard import FactDefinition, FactType, RecordType
from rules.planning.measure_checks import check_measures, check_request
from rules.planning.measures import (
    CostRange,
    FactEffect,
    GoalKind,
    LevelRange,
    Measure,
    MeasureList,
    PlanGoal,
    PlanRequest,
)
from tests.support.small_card import small_card, small_subject

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

CARD = small_card()
GOAL = PlanGoal(grade="gold", date="2027-12-31")
SHARE = FactEffect(fact="renewable_share", amount="5")
CLOSED = FactEffect(fact="status", value=DeclaredValue(choice="closed"))


def measure(id: str = "a", *effects: FactEffect, **fields: Any) -> Measure:
    return Measure(id=id, effects=effects or (SHARE,), **fields)


def refused(
    *measures: Measure,
    subject: Subject | None = None,
    goal: PlanGoal = GOAL,
    currency: str = "CNY",
    today: str = "2026-03-01",
    card: Scorecard = CARD,
) -> dict[str, str]:
    """Return the reasons by path; empty if nothing is refused."""
    request = PlanRequest(
        subject=subject or small_subject(),
        measures=MeasureList(currency=currency, measures=measures),
        goal=goal,
        today=today,
    )
    try:
        check_request(card, request)
    except InputError as error:
        for violation in error.violations:
            assert in_language(violation.description, "zh") != violation.description
        return {violation.field: violation.reason for violation in error.violations}
    return {}


def records(*serials: str, **fields: DeclaredValue) -> DeclaredValue:
    return DeclaredValue(records=tuple({"serial": DeclaredValue(text=serial), **fields} for serial in serials))


def test_a_good_list_is_accepted() -> None:
    good = (
        measure("solar", SHARE, cost_once=CostRange(least="100.5", most="1000000000000"), lead_days=90),
        measure("wind", FactEffect(fact="renewable_share", share="-10.5"), requires=("solar",), group="power"),
        measure("power", range=LevelRange(most="30", step="0.5"), earliest_date="2026-05-01", group="power"),
        measure("close", CLOSED, excludes=("wind",)),
        measure("proof", FactEffect(fact="renewable_share", document=True)),
        measure("lower", FactEffect(fact="energy_used", amount="-100", unit="kWh")),
        measure("themes", FactEffect(fact="themes", added=DeclaredValue(choices=("water",)))),
        measure(
            "credits", FactEffect(fact="credits", added=records("B-1", amount=DeclaredValue(number="2", unit="t")))
        ),
    )
    found = refused(*good)
    assert found == {"measures[7].effects[0].added.records[B-1].amount.unit": "UNIT_UNKNOWN"}
    assert refused(*good[:7]) == {}
    assert refused(Measure(id="study", effects=()), measure("b", requires=("study",))) == {}


EFFECTS: list[tuple[FactEffect, dict[str, str]]] = [
    (FactEffect(fact="renewable_shar", amount="1"), {"fact": "UNKNOWN_FACT"}),
    (FactEffect(fact="status"), {"": "REQUIRED"}),
    (FactEffect(fact="renewable_share", amount="1", share="2"), {"": "NOT_WANTED"}),
    (FactEffect(fact="status", amount="1"), {"amount": "WRONG_TYPE"}),
    (FactEffect(fact="certified", share="1"), {"share": "WRONG_TYPE"}),
    (FactEffect(fact="energy_used", amount="1e3"), {"amount": "NOT_A_NUMBER"}),
    (FactEffect(fact="energy_used", amount="1" * 16), {"amount": "NOT_A_NUMBER"}),
    (FactEffect(fact="energy_used", share="0.1234567891"), {"share": "NOT_A_NUMBER"}),
    (FactEffect(fact="energy_used", amount="1", unit="tCO2e"), {"unit": "UNIT_UNKNOWN"}),
    (FactEffect(fact="energy_used", share="1", unit="kWh"), {"unit": "NOT_WANTED"}),
    (FactEffect(fact="certified", added=DeclaredValue(choices=("x",))), {"added": "WRONG_TYPE"}),
    (FactEffect(fact="themes", added=DeclaredValue(choices=("air",))), {"added.choices": "UNKNOWN_CHOICE"}),
    (FactEffect(fact="status", value=DeclaredValue(choice="opn")), {"value.choice": "UNKNOWN_CHOICE"}),
    (FactEffect(fact="status", value=DeclaredValue(flag=True)), {"value": "WRONG_TYPE"}),
    (FactEffect(fact="energy_used", value=DeclaredValue(number="1")), {"value.unit": "UNIT_MISSING"}),
    (FactEffect(fact="energy_used", value=DeclaredValue(number="-1", unit="MWh")), {"value.number": "OUTSIDE_DOMAIN"}),
    (FactEffect(fact="status", value=DeclaredValue(choice="open", evidence=("x",))), {"value.evidence": "NOT_WANTED"}),
    (FactEffect(fact="status", document=True), {"document": "NOT_WANTED"}),
    (FactEffect(fact="credits", value=DeclaredValue(flag=True)), {"value": "WRONG_TYPE"}),
    (FactEffect(fact="credits", added=records("A-1")), {"added.records[A-1].serial": "DUPLICATE"}),
    (FactEffect(fact="credits", added=records("")), {"added.records[0]": "KEY_MISSING"}),
]


@pytest.mark.parametrize(("effect", "expected"), EFFECTS)
def test_an_effect_must_fit_its_fact(effect: FactEffect, expected: dict[str, str]) -> None:
    found = (
        refused(measure("a", CLOSED), measure("b", SHARE.model_copy(), effect))
        if effect.fact != "renewable_share"
        else (refused(measure("a", CLOSED), measure("b", CLOSED, effect)))
    )
    assert found == {
        f"measures[1].effects[1]{'.' if place else ''}{place}": reason for place, reason in expected.items()
    }


def test_a_change_needs_a_present_number() -> None:
    without = small_subject(energy_used=None, renewable_share=None)
    changes = (
        measure("a", FactEffect(fact="energy_used", share="-5")),
        measure("b", FactEffect(fact="renewable_share", document=True)),
        measure("c", FactEffect(fact="energy_used", value=DeclaredValue(number="5", unit="MWh"))),
    )
    assert refused(*changes, subject=without) == {
        "measures[0].effects[0].share": "NO_VALUE",
        "measures[1].effects[0].document": "NOT_WANTED",
    }
    check_measures(CARD, MeasureList(currency="CNY", measures=changes))


def test_a_fact_is_named_once_in_a_measure() -> None:
    assert refused(measure("a", SHARE, SHARE)) == {"measures[0].effects[1].fact": "REPEATED_FACT"}


def _whole_card() -> Scorecard:
    facts = tuple(
        fact.model_copy(update={"multiple_of": Fraction(1)}) if fact.id == "serious_violations" else fact
        for fact in CARD.facts
    )
    return CARD.model_copy(update={"facts": facts})


def test_a_change_keeps_the_multiples_of_a_fact() -> None:
    def found(**fields: Any) -> dict[str, str]:
        levels = fields.pop("range", None)
        effect = FactEffect(fact="serious_violations", **fields)
        subject = small_subject(serious_violations=DeclaredValue(number="3", unit="time"))
        return refused(measure("a", effect, range=levels), card=_whole_card(), subject=subject)

    assert found(amount="2") == {}
    assert found(amount="0.5") == {"measures[0].effects[0].amount": "NOT_A_MULTIPLE"}
    assert found(amount="0.5", range=LevelRange(most="4", step="2")) == {}
    assert found(amount="0.5", range=LevelRange(least="1", most="5", step="2")) != {}
    assert found(share="-100") == {}
    assert found(share="50") == {"measures[0].effects[0].share": "NOT_A_MULTIPLE"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"cost_once": CostRange(least="2", most="1")}, {"cost_once.most": "RANGE_REVERSED"}),
        ({"cost_once": CostRange(most="-1")}, {"cost_once.most": "NOT_A_NUMBER"}),
        ({"cost_once": CostRange(most="-0")}, {"cost_once.most": "NOT_A_NUMBER"}),
        ({"cost_per_year": CostRange(most="1000000000001")}, {"cost_per_year.most": "NOT_A_NUMBER"}),
        ({"cost_per_year": CostRange(most="0.1234567")}, {"cost_per_year.most": "NOT_A_NUMBER"}),
        ({"lead_days": -1}, {"lead_days": "OUTSIDE_DOMAIN"}),
        ({"lead_days": 36_501}, {"lead_days": "OUTSIDE_DOMAIN"}),
        ({"earliest_date": "2026-02-30"}, {"earliest_date": "NOT_A_DATE"}),
        ({"id": "Solar"}, {"id": "NOT_AN_ID"}),
        ({"id": ""}, {"id": "NOT_AN_ID"}),
        ({"group": "a b"}, {"group": "NOT_AN_ID"}),
        ({"name": "x" * 201}, {"name": "BAD_TEXT"}),
        ({"name": "a\u202eb"}, {"name": "BAD_TEXT"}),
        ({"effects": ()}, {"effects": "REQUIRED"}),
        ({"range": LevelRange(most="x")}, {"range.most": "NOT_A_NUMBER"}),
        ({"range": LevelRange(least="-1", most="1")}, {"range.least": "OUTSIDE_DOMAIN"}),
        ({"range": LevelRange(least="2", most="1")}, {"range.most": "RANGE_REVERSED"}),
        ({"range": LevelRange(most="1", step="0")}, {"range.step": "OUTSIDE_DOMAIN"}),
        ({"range": LevelRange(most="1", step="0.3")}, {"range.step": "NOT_A_MULTIPLE"}),
        ({"range": LevelRange(most="10000")}, {"range.step": "TOO_MANY"}),
        ({"range": LevelRange(most="1", cost_once=CostRange(most="x"))}, {"range.cost_once.most": "NOT_A_NUMBER"}),
        (
            {"range": LevelRange(most="1"), "effects": (FactEffect(fact="renewable_share", document=True),)},
            {"range": "NOT_WANTED"},
        ),
        ({"requires": ("b",)}, {"requires[0]": "UNKNOWN_MEASURE"}),
        ({"requires": ("a",)}, {"requires[0]": "CONTRADICTION"}),
        ({"excludes": ("a",)}, {"excludes[0]": "CONTRADICTION"}),
    ],
)  # fmt: skip
def test_a_measure_has_valid_fields(fields: dict[str, Any], expected: dict[str, str]) -> None:
    assert refused(Measure(**{"id": "a", "effects": (SHARE,), **fields})) == {
        f"measures[0].{place}": reason for place, reason in expected.items()
    }


def test_measures_must_not_contradict_each_other() -> None:
    assert refused(measure("a", requires=("b",), excludes=("b",)), measure("b")) == {
        "measures[0].requires": "CONTRADICTION"
    }
    assert refused(measure("a", requires=("b", "c")), measure("b", group="g"), measure("c", group="g")) == {
        "measures[0].requires": "CONTRADICTION"
    }
    chain = (
        measure("a", CLOSED, requires=("b",)), measure("b", requires=("c",)), measure("c", requires=("d",)),
        measure("d", CLOSED), measure("e", requires=("a",)),
    )  # fmt: skip
    assert refused(*chain) == {"measures[0].requires": "CONTRADICTION"}
    assert refused(measure("a"), measure("a")) == {"measures[1].id": "REPEATED_MEASURE"}


def test_a_circle_is_named_in_order() -> None:
    circle = (measure("a", requires=("b",)), measure("b", requires=("c",)), measure("c", requires=("a",)))
    with pytest.raises(InputError, match="a → b → c → a"):
        check_measures(CARD, MeasureList(currency="CNY", measures=(*circle, measure("d", requires=("a",)))))
    two = (*circle, measure("d", requires=("e",)), measure("e", requires=("d",)))
    assert refused(*two) == {"measures[0].requires": "CIRCLE", "measures[3].requires": "CIRCLE"}


def test_records_are_added_once_unless_measures_exclude_each_other() -> None:
    added = FactEffect(fact="credits", added=records("B-1"))
    assert refused(measure("a", added), measure("b", added)) == {
        "measures[1].effects[0].added.records[B-1].serial": "DUPLICATE"
    }
    assert refused(measure("a", added), measure("b", added, excludes=("a",))) == {}


def test_records_need_an_owner_in_the_dossier_or_in_a_measure() -> None:
    used = RecordType(
        id="use",
        key="number",
        fields=(FactDefinition(id="number", type=FactType.TEXT), FactDefinition(id="credit", type=FactType.TEXT)),
        belongs_to=BelongsTo(list="credits", field="credit"),
    )
    uses = FactDefinition(id="uses", type=FactType.RECORDS, record="use")
    card = CARD.model_copy(update={"records": (*CARD.records, used), "facts": (*CARD.facts, uses)})

    def of(owner: str) -> FactEffect:
        fields = {"number": DeclaredValue(text=f"of {owner}"), "credit": DeclaredValue(text=owner)}
        return FactEffect(fact="uses", value=DeclaredValue(records=(fields,)))

    owner = FactEffect(fact="credits", added=records("B-1"))
    assert refused(measure("a", of("A-1")), measure("b", of("B-1")), measure("c", owner), card=card) == {}
    assert refused(measure("a", of("B-1")), card=card) == {
        "measures[0].effects[0].value.records[of B-1].credit": "UNKNOWN_RECORD"
    }


def test_facts_of_earlier_evaluations_and_issue_days_cannot_change() -> None:
    changes: dict[str, dict[str, Any]] = {"audited_on": {"issued_for": "renewable_share"}}
    facts = tuple(fact.model_copy(update=changes.get(fact.id, {})) for fact in CARD.facts)
    effect = FactEffect(fact="audited_on", value=DeclaredValue(date="2027-01-01"))
    card = CARD.model_copy(update={"facts": facts})
    assert refused(measure("a", effect), card=card, subject=small_subject(audited_on=None)) == {
        "measures[0].effects[0].fact": "NOT_WANTED"
    }


@pytest.mark.parametrize("currency", ["", "RMB", "cny", "XXX", "¥" * 1000])
def test_costs_have_a_currency(currency: str) -> None:
    assert list(refused(measure(), currency=currency)) == ["currency"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"grade": ""}, {"grade": "REQUIRED"}),
        ({"grade": "none"}, {"grade": "UNKNOWN_GRADE"}),
        ({"grade": "gould"}, {"grade": "UNKNOWN_GRADE"}),
        ({"budget": "5"}, {"budget": "NOT_WANTED"}),
        ({"figure": "offset"}, {"figure": "NOT_WANTED"}),
        ({"kind": GoalKind.EVERY_GRADE}, {"grade": "NOT_WANTED"}),
        ({"kind": GoalKind.HIGHEST}, {"grade": "NOT_WANTED"}),
        ({"kind": GoalKind.HIGHEST, "grade": "", "figure": "ofset"}, {"figure": "UNKNOWN_QUANTITY"}),
        ({"kind": GoalKind.LOWEST, "grade": "", "figure": "offset", "budget": "0"}, {}),
        ({"kind": GoalKind.LOWEST, "grade": "", "budget": "-1"}, {"budget": "NOT_A_NUMBER"}),
        ({"date": "2026-02-28"}, {"date": "OUTSIDE_DOMAIN"}),
        ({"date": "2076-03-02"}, {"date": "OUTSIDE_DOMAIN"}),
        ({"date": "2076-03-01"}, {}),
        ({"date": "soon"}, {"date": "NOT_A_DATE"}),
        ({"years": 0}, {"years": "OUTSIDE_DOMAIN"}),
        ({"years": 51}, {"years": "OUTSIDE_DOMAIN"}),
    ],
)
def test_a_goal_fits_the_scorecard(fields: dict[str, Any], expected: dict[str, str]) -> None:
    found = refused(measure(), goal=GOAL.model_copy(update=fields))
    assert found == {f"goal.{field}": reason for field, reason in expected.items()}


def test_a_card_without_grades_has_only_figures_as_goals() -> None:
    plain = CARD.model_copy(update={"ladder": None, "indicators": (), "sections": ()})
    assert refused(measure("a", CLOSED), card=plain) == {"goal.kind": "NOT_WANTED"}
    highest = PlanGoal(kind=GoalKind.HIGHEST, date="2027-01-01")
    assert refused(measure("a", CLOSED), card=plain, goal=highest) == {"goal.figure": "REQUIRED"}
    assert refused(measure("a", CLOSED), card=plain, goal=highest.model_copy(update={"figure": "offset"})) == {}


def test_violations_of_every_part_are_found_at_once() -> None:
    subject = small_subject(status=DeclaredValue(choice="x"))
    found = refused(measure("A", lead_days=-1), goal=PlanGoal(date="x"), today="y", currency="", subject=subject)
    assert set(found) == {
        "facts[status].value.choice", "today", "goal.grade", "goal.date", "currency", "measures[0].id",
        "measures[0].lead_days",
    }  # fmt: skip


def test_lists_are_bounded() -> None:
    start = time.process_time()
    assert refused(*[measure()] * 1_000_000) == {"measures": "TOO_MANY"}
    names = [f"m{number}" for number in range(500)]
    everything = [
        measure(name, *[SHARE] * 50, requires=tuple(names[:number]), excludes=tuple(names[number:]))
        for number, name in enumerate(names)
    ]
    assert refused(*everything)
    assert time.process_time() - start < 10
    assert "measures[0].effects" in refused(measure("a", *[SHARE] * 51))
    set_status = [measure(f"s{number}", CLOSED) for number in range(13)]
    assert refused(*set_status) == {"measures[12].effects[0].fact": "TOO_MANY"}


TEXTS = st.sampled_from(
    ["", "a", "b", "1", "-1", "0.5", "1e9", "9" * 40, "renewable_share", "status", "=1", "\x00", "好"]
)
COSTS = st.builds(CostRange, least=TEXTS, most=TEXTS)
RECORDS = st.lists(st.dictionaries(TEXTS, st.builds(DeclaredValue, text=TEXTS)), max_size=2).map(tuple)
VALUES = st.one_of(
    st.builds(DeclaredValue, number=TEXTS, unit=st.none() | TEXTS),
    st.builds(DeclaredValue, choice=TEXTS),
    st.builds(DeclaredValue, choices=st.lists(TEXTS, max_size=3).map(tuple)),
    st.builds(DeclaredValue, records=RECORDS),
    st.just(DeclaredValue()),
)  # fmt: skip
FACTS = st.sampled_from([fact.id for fact in CARD.facts]) | TEXTS
MEASURES = st.builds(
    Measure,
    id=TEXTS,
    name=TEXTS,
    effects=st.lists(
        st.builds(
            FactEffect, fact=FACTS, value=st.none() | VALUES, amount=st.none() | TEXTS, unit=st.none() | TEXTS,
            share=st.none() | TEXTS, added=st.none() | VALUES, document=st.none() | st.just(value=True),
        ),
        max_size=3,
    ).map(tuple),
    cost_once=COSTS,
    cost_per_year=COSTS,
    lead_days=st.integers(-5, 40_000),
    earliest_date=st.none() | TEXTS,
    requires=st.lists(TEXTS, max_size=3).map(tuple),
    excludes=st.lists(TEXTS, max_size=3).map(tuple),
    group=TEXTS,
    range=st.none() | st.builds(LevelRange, least=TEXTS, most=TEXTS, step=TEXTS, cost_once=COSTS),
)  # fmt: skip


@given(st.lists(MEASURES, max_size=4), TEXTS)
def test_any_list_is_accepted_or_refused_with_paths(measures: list[Measure], currency: str) -> None:
    found = refused(*measures, currency=currency)
    assert all(path == "currency" or path.startswith("measures[") for path in found)
