"""Measures on the page of a plan: each one is the same after the page, and every part of it can be edited there."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from google.protobuf.json_format import MessageToJson
from hypothesis import given, settings, strategies as st
from lxml import html

from rules.contracts import LANGUAGES, InputError
from service.workbench import measure_rows
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.measure_rows import clear_absent_costs
from service.workbench.page import Download, PageRequest, find_page, page_words
from service.workbench.pages import plan as plan_page
from service.workbench.pages.plan import PlanDoor
from service.workbench.rendering import PageRenderer
from service.workbench.titles import BodyTitles
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2, types_pb2

RENDERER = PageRenderer((), BodyTitles(None))


class PlanPage:
    """The page of a plan in a browser without scripts, with the measures of a file."""

    def __init__(self, *measures: plan_pb2.Measure, language: str = "en") -> None:
        self.language, self.measures = language, measures
        self.written: list[plan_pb2.Measure] = []
        self.values: dict[str, list[str]] = {}
        self.errors: dict[str, str] = {}
        self.do("upload")

    async def _read(self, _content: bytes) -> plan_pb2.MeasureList:
        return plan_pb2.MeasureList(currency="CNY", measures=self.measures)

    async def _write(self, measures: plan_pb2.MeasureList, _kind: str) -> Download:
        self.written = list(measures.measures)
        return Download("", "", b"")

    def do(self, action: str, typed: Mapping[str, str | Sequence[str]] | None = None) -> PlanPage:
        """Change fields of the form, and choose a button."""
        return asyncio.run(self._do(action, typed or {}))

    async def _do(self, action: str, typed: Mapping[str, str | Sequence[str]]) -> PlanPage:
        async def unused(*_: Any) -> Any:
            raise AssertionError

        page, path = find_page(f"/try/{CARD}/plan")
        tasks = BackgroundTasks()
        request = PageRequest(
            page, self.language, path, "/", {}, None, "token", unused, unused, unused, unused, unused, tasks, unused
        )  # fmt: skip
        changed = {name: [text] if isinstance(text, str) else text for name, text in typed.items()}
        request.values, request.answers_form = {**self.values, **changed, "do": [action]}, True
        request.file = b"measures"
        door = PlanDoor("/here", "layout.html.jinja", small_card(), (), unused, unused, self._read, self._write, b"")
        try:
            shown = await plan_page._load(request, door)
        except InputError as error:
            request.note_problems(error)
            shown = await plan_page._load(request, door)
        tasks.close()
        self.errors = dict(request.errors)
        if not isinstance(shown, Download):
            self._take(html.fromstring(bytes(RENDERER.page(request, shown).body)))
        return self

    def _take(self, page: html.HtmlElement) -> None:
        self.page = page
        self.values = {}
        for name, value in page.xpath("//form[@id='plan']")[0].form_values():
            self.values.setdefault(name, []).append(value.replace("\r\n", "\n"))

    def saved(self) -> list[plan_pb2.Measure]:
        self.do("yaml")
        assert not self.errors
        return self.written

    def shows(self, field: str) -> bool:
        """Return whether an error is next to its field."""
        (text,) = self.page.xpath(f"//*[@id='e-{field}']")
        return self.errors[field] in text.text_content() and bool(self.page.xpath(f"//*[@id='f-{field}']"))


def value(**kind: Any) -> types_pb2.Value:
    return types_pb2.Value(**kind)


def effect(fact: str, **kind: Any) -> plan_pb2.FactEffect:
    return plan_pb2.FactEffect(fact_id=fact, **kind)


CREDIT = {"records": {"values": [{"fields": {"serial": {"text": "A – 1"}, "amount": {"number": "5", "unit": "t"}}}]}}
_EFFECTS = [
    effect("renewable_share", value=value(number="80", unit="%")), effect("renewable_share", value=value(number="1/3")),
    effect("renewable_share", share="-5"), effect("energy_used", amount="-5.5", unit="kWh"),
    effect("energy_used", amount="+7", unit="MWh"), effect("energy_used", amount="1,000"),
    effect("certified", value=value(flag=False)), effect("certified", document=True),
    effect("status", value=value(choice="closed")), effect("audited_on", value=value(date="2027-01-01")),
    effect("themes", value=value(choices={"values": ["waste", "water"]})), effect("themes", value=value(choices={})),
    effect("themes", added=value(choices={"values": ["waste"]})), effect("remark", value=value(text="“a” – <b>&" * 25)),
    effect("remark", value=value(not_applicable=True)), effect("credits", added=value(**CREDIT)),
    effect("credits", value=value(**CREDIT)), effect("credits", document=True), effect("of_another_card", share="3"),
    effect("report_year", value=value(period={"first_date": "2026-01-01", "last_date": "2026-12-31"})),
]  # fmt: skip
_NUMBERS = st.sampled_from(["", "0", "7", "12000.50", "1000000"])
_COSTS = st.none() | st.builds(plan_pb2.CostRange, least=_NUMBERS, most=_NUMBERS)
_LEVELS = st.builds(
    plan_pb2.LevelRange, least=_NUMBERS, most=st.sampled_from(["3", "30.5"]), step=_NUMBERS, cost_once=_COSTS,
    cost_per_year=_COSTS,
)  # fmt: skip


@st.composite
def lists_of_measures(draw: st.DrawFn) -> list[plan_pb2.Measure]:
    ids = [f"m{number}" for number in range(draw(st.integers(1, 4)))]
    names = st.lists(st.sampled_from(ids), unique=True)
    measure = st.builds(
        plan_pb2.Measure, name=st.sampled_from(["", "Solar", "Two  spaces", "太阳能"]),
        effects=st.lists(st.sampled_from(_EFFECTS), max_size=4), cost_once=_COSTS, cost_per_year=_COSTS,
        lead_days=st.integers(0, 500), earliest_date=st.sampled_from(["", "2027-02-03"]), requires=names,
        excludes=names, group=st.sampled_from(["", "heat"]), range=st.none() | _LEVELS,
    )  # fmt: skip
    listed = [draw(measure) for _ in ids]
    for each, id in zip(listed, ids, strict=True):
        each.id = id
    return listed


@settings(max_examples=60)
@given(listed=lists_of_measures(), language=st.sampled_from(LANGUAGES))
def test_a_list_is_the_same_after_the_page(listed: list[plan_pb2.Measure], language: str) -> None:
    clear_absent_costs(listed)  # as the page does, so that no measure is free by mistake
    page = PlanPage(*listed, language=language)
    assert page.saved() == listed
    for number in range(len(listed)):
        page.do(f"open:{number}")
    page.do("keep")
    assert page.saved() == listed
    assert page.do("close").saved() == listed


def solar(**fields: Any) -> plan_pb2.Measure:
    return plan_pb2.Measure(
        id="solar", name="Solar", effects=[effect("renewable_share", amount="1")],
        cost_once=plan_pb2.CostRange(least="5", most="5"), **fields,
    )  # fmt: skip


def wind(**fields: Any) -> plan_pb2.Measure:
    measure = solar(**fields)
    measure.id, measure.name = "wind", "Wind"
    return measure


def test_every_part_of_a_measure_can_be_added_and_removed() -> None:
    page = PlanPage(solar(), wind())
    page.do("open:0").do("add_effect:0", {"add_effect-0": "energy_used", "once-0": "7"})
    page.do("add_effect:0", {"how-0-1": "share", "change-0-1": "-4", "add_effect-0": "certified"})
    page.do(
        "open:1",
        {
            "how-0-2": "value", "change-0-2": "true", "level_least-0": "10", "level_most-0": "30", "level_step-0": "5",
            "level_once-0": "8,000 – 9000", "level_yearly-0": "12", "requires-0": ["wind"], "measure_group-0": "roof",
        },
    )  # fmt: skip
    page.do("remove_effect:1-0", {"excludes-1": ["solar"]})
    levels = plan_pb2.LevelRange(
        least="10", most="30", step="5", cost_once={"least": "8000", "most": "9000"},
        cost_per_year={"least": "12", "most": "12"},
    )  # fmt: skip
    first, second = solar(requires=["wind"], group="roof", range=levels), wind(excludes=["solar"])
    first.effects.extend([effect("energy_used", share="-4"), effect("certified", value=value(flag=True))])
    first.cost_once.CopyFrom(plan_pb2.CostRange(least="7", most="7"))
    second.ClearField("effects")
    assert page.saved() == [first, second]
    page.do("open:0").do("remove_effect:0-1")
    blank = dict.fromkeys(("level_least-0", "level_most-0", "level_step-0", "level_once-0", "level_yearly-0"), "")
    page.do("close", {**blank, "requires-0": [], "measure_group-0": ""})
    for name in ("requires", "range", "group"):
        first.ClearField(name)
    del first.effects[1]
    assert page.saved() == [first, second]


@pytest.mark.parametrize(
    ("fact", "how", "typed", "expected"),
    [
        ("renewable_share", "value", "80", {"value": {"number": "80", "unit": "%"}}),
        ("energy_used", "amount", "-1,500 kWh", {"amount": "-1500", "unit": "kWh"}),
        ("energy_used", "share", "+3", {"share": "3"}),
        ("certified", "document", "true", {"document": True}),
        ("themes", "added", ["water", "waste"], {"added": {"choices": {"values": ["water", "waste"]}}}),
        ("remark", "not_applicable", "", {"value": {"not_applicable": True}}),
        (
            "report_year", "value", "2026-01-01 至 2026-12-31",
            {"value": {"period": {"first_date": "2026-01-01", "last_date": "2026-12-31"}}},
        ),
    ],
)  # fmt: skip
def test_each_kind_of_effect_can_be_typed(fact: str, how: str, typed: Any, expected: dict[str, Any]) -> None:
    page = PlanPage(plan_pb2.Measure(id="a", effects=[effect("status", document=True)])).do("open:0")
    page.do("add_effect:0", {"add_effect-0": fact}).do("remove_effect:0-0")
    (measure,) = page.do("keep", {"how-0-0": how, "change-0-0": typed}).saved()
    assert list(measure.effects) == [effect(fact, **expected)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_row_describes_its_range_and_relations(language: str) -> None:
    levels = plan_pb2.LevelRange(most="30", cost_per_year=plan_pb2.CostRange(least="12000", most="12000"))
    page = PlanPage(solar(range=levels, excludes=["wind"]), wind(), language=language)
    page.do("keep", {"measure_name-1": "Windmill"})
    (first, _) = page.page.xpath("//table//td[1][@data-label]")
    assert "12,000" in first.text_content()
    assert "Windmill" in first.text_content()
    assert not page.page.xpath("//*[@name='level_most-0']")
    page.do("open:0")
    assert [label.text_content() for label in page.page.xpath("//label[starts-with(@for, 'c-excludes')]")] == [
        "Windmill wind"
    ]
    assert page.values["level_yearly-0"] == ["12000"]
    words = page_words(language)
    for field in ("requires", "excludes", "level_least", "level_most", "level_step", "level_once", "level_yearly"):
        assert words["field"][field] in page.page.text_content()


def test_what_was_typed_remains_and_errors_are_at_their_fields() -> None:
    page = PlanPage(solar(), wind(), solar()).do("open:1")
    page.do("yaml", {"level_most-1": "some", "level_once-1": "cheap", "once-0": "x", "requires-1": ["solar"]})
    assert page.shows("level_once-1")
    assert page.shows("once-0")
    assert page.values["level_once-1"] == ["cheap"]
    assert (page.values["level_most-1"], page.values["requires-1"]) == (["some"], ["solar"])
    page.do("open:0")  # the range is malformed and no longer visible
    page.do("yaml", {"once-0": "5"})
    assert page.shows("level_once-1")
    assert page.values["open"] == ["1"]
    assert page.values["level_once-1"] == ["cheap"]
    page.do("yaml", {"level_most-1": "", "level_once-1": "5"})
    assert page.shows("level_most-1")
    page.do("add_effect:1")
    assert page.shows("add_effect-1")
    page.do("add", {"add_fact": "credits"})
    assert page.shows("add_fact")


def test_a_removed_measure_can_be_removed_from_the_relations_too() -> None:
    page = PlanPage(solar(), wind(requires=["solar"])).do("open:1").do("remove:0")
    assert (page.values["open"], page.values["requires-0"]) == (["0"], ["solar"])
    assert page.do("keep", {"requires-0": []}).saved() == [wind()]


def test_a_new_measure_is_not_required_by_mistake() -> None:
    page = PlanPage(wind(requires=["own-1"]))  # of a measure that was removed
    page.do("add", {"add_fact": "status"}).do("open:0")
    assert page.page.xpath("//input[@name='requires-0']/@value") == ["own-2", "own-1"]


@pytest.mark.parametrize(
    "measure",
    [
        plan_pb2.Measure(effects=[effect("status", document=True)] * 51),
        plan_pb2.Measure(requires=["a"] * 501),
        plan_pb2.Measure(excludes=["a"] * 501),
    ],
)
def test_a_form_with_too_many_parts_is_refused(measure: plan_pb2.Measure) -> None:
    page = PlanPage(solar())
    page.do("keep", {"measure-0": MessageToJson(measure)})
    assert list(page.errors) == [""]


def test_all_measures_have_a_limited_number_of_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure_rows, "MAX_EFFECTS", 2)
    page = PlanPage(solar(), wind()).do("open:1")
    page.do("add_effect:1", {"add_effect-1": "status"})
    assert page.shows("add_effect-1")
    page.do("add", {"add_fact": "status"})
    assert page.shows("add_fact")
    page.measures = (solar(), wind(), solar())
    assert page.do("upload").shows("file")
    assert "measure-1" in page.values
    page.do("keep", {"measure-2": page.values["measure-0"]})
    assert list(page.errors) == [""]
