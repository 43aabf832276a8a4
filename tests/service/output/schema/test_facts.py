"""Schema of a fact: forms, units, choices and bounds in both languages."""

from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from rules.contracts.numbers import parse_exact
from rules.model.published_version import draft_as_published
from rules.model.scorecard import Choice, FactDefinition, FactType
from service.output.schema.dossiers import dossier_schema
from tests.support.engine_card import card
from tests.support.small_card import small_card
from tests.support.surplus import surplus

SUBJECT = "organizations/green-body/subjects/factory-7"
SHARE = FactDefinition(
    id="share",
    labels={"en": "share", "zh": "占比"},
    type=FactType.NUMBER,
    unit="%",
    at_least=parse_exact("0.1"),
    at_most=parse_exact("100"),
)
COUNT = FactDefinition(id="count", type=FactType.NUMBER, at_least=parse_exact("1"), multiple_of=parse_exact("1"))
LEVEL = FactDefinition(
    id="level", type=FactType.CHOICE, choices=(Choice(id="1", labels={"en": "one"}), Choice(id="two"))
)
SCHEMA = dossier_schema(draft_as_published(card(SHARE, COUNT, LEVEL), {}))
FACTS = SCHEMA["properties"]["facts"]["anyOf"][0]["properties"]


def is_valid(fact: str, value: Any) -> bool:
    return Draft202012Validator(SCHEMA).is_valid({"subject": SUBJECT, "facts": {fact: value}})


@pytest.mark.parametrize(
    ("fact", "accepted_value", "refused"),
    [
        ("share", "80 %", "80"),
        ("share", "0.8 1", "0.8 kWh"),
        ("share", {"value": 80, "unit": "%"}, {"value": 80}),
        ("share", {"value": 0.1, "unit": "%"}, {"value": 0.09, "unit": "%"}),
        ("share", {"value": 1000, "unit": "‰"}, {"value": 1000, "unit": "%"}),
        ("share", {"value": "1/3", "unit": "%"}, {"value": "1e3", "unit": "%"}),
        ("count", 3, 0),
        ("count", 3, 3.5),
        ("count", "3", "three"),
        ("level", 1, 2),
        ("level", "two", "three"),
        ("level", None, True),
        ("level", {"value": "1", "evidence": "a"}, {"value": "1", "evidense": "a"}),
        ("level", {"not_applicable": False}, {"not_applicable": True}),
    ],
)
def test_the_schema_accepts_valid_values_and_refuses_invalid_values(
    fact: str, accepted_value: Any, refused: Any
) -> None:
    assert (is_valid(fact, accepted_value), is_valid(fact, refused)) == (True, False)


def test_the_schema_of_a_fact_has_its_title_and_exact_bounds() -> None:
    assert FACTS["share"]["title"] == "share"
    assert FACTS["share"]["x-titles"] == {"en": "share", "zh": "占比"}
    exact = {key: FACTS["share"][key] for key in ("x-type", "x-unit", "x-at-least", "x-at-most")}
    assert exact == {"x-type": "number", "x-unit": "%", "x-at-least": "0.1", "x-at-most": "100"}
    assert FACTS["count"]["x-multiple-of"] == "1"
    units = [each["enum"] for name, each in SCHEMA["$defs"].items() if name.startswith("unit_")]
    assert ["%", "‰", "1"] in units


def test_the_schema_describes_lists_settings_and_evidence() -> None:
    schema = dossier_schema(draft_as_published(small_card(), {}))
    properties, shared = schema["properties"], schema["$defs"]
    (setting,) = properties["settings"]["anyOf"][0]["properties"].values()
    assert "cascade" in [choice["const"] for choice in setting["oneOf"]]
    (listed,) = (each for name, each in shared.items() if name.startswith("list_of_"))
    assert listed["items"]["required"] == [listed["items"]["x-key"]]
    kinds = shared["evidence_item"]["properties"]["kind"]["oneOf"]
    assert {"const": "meter-reading", "title": "meter reading"}.items() <= kinds[-1].items()


def test_a_fact_from_an_earlier_evaluation_accepts_no_value_and_names_its_source() -> None:
    schema = dossier_schema(surplus())
    validator = Draft202012Validator(schema)
    facts = schema["properties"]["facts"]["anyOf"][0]["properties"]
    expected = {"part": "quantity", "quantity": "overdrawn", "year_of": "year", "may_be_stated": False}
    assert facts["short"]["x-previous"] == expected
    assert facts["audited"]["x-previous"] == {"card": "carbon-audit", "part": "grade", "may_be_stated": True}
    for declared, valid in (({"brought": "3 tCO2e"}, True), ({"short": None}, True), ({"short": False}, False)):
        assert validator.is_valid({"subject": SUBJECT, "facts": declared}) is valid
