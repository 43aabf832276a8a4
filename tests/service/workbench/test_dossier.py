"""Fact form of the workbench: initial values, units, and the form field of each validation error."""

import pytest

from service.workbench.pages.dossier import FactPrompt, _form_field, form_value
from touchstone.v1 import types_pb2

USED = FactPrompt("used", "Used", "number", "t", (), ())


@pytest.mark.parametrize(
    ("unit", "begun"), [("t", "12"), ("kt", "12 kt"), ("Mt", "12 Mt"), ("tCO2e", "12 tCO2e"), ("", "12")]
)
def test_a_number_retains_a_unit_other_than_the_unit_of_the_card(unit: str, begun: str) -> None:
    assert form_value(types_pb2.Value(number="12", unit=unit), USED) == begun


def test_a_fact_that_does_not_apply_begins_as_neither_yes_nor_no() -> None:
    flag = FactPrompt("used", "Used", "flag", "", (), ())
    assert not form_value(types_pb2.Value(not_applicable=True), flag)
    assert form_value(types_pb2.Value(flag=False), flag) == "false"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content.dossier.facts[used].value.number", "value"),
        ("content.dossier.facts[used].value", "value"),
        ("facts[used]", "value"),
        ("content.dossier.facts[used].value.evidence_ids[0]", "rests"),
        ("content.dossier.facts[used].verification.corrected_value.number", "corrected"),
        ("content.dossier.facts[used].verification.method", "method"),
        ("reason", "reason"),
        ("content.dossier.facts[other].value", "content.dossier.facts[other].value"),
    ],
)
def test_a_problem_is_shown_at_its_form_field(path: str, name: str) -> None:
    assert _form_field(path, USED) == name
