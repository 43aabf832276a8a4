"""Tests of forms of messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from rules.contracts import InputError
from service.workbench.message_forms import MessageForm, enum_name, enum_words, reporting_at
from touchstone.v1 import case_service_pb2 as cases, correction_service_pb2 as corrections
from touchstone.v1.scheme_profile_pb2 import SchemeProfileSettings

_FORM = MessageForm(cases.CasePerson, ("person", "display_name", "accounts", "functions"), needed=("display_name",))


class _Sent:
    """A page request with these form values."""

    def __init__(self, **values: Sequence[str]) -> None:
        self.values = values

    def typed(self, name: str, default: str = "") -> str:
        return next(iter(self.values.get(name, ())), default)

    def several(self, name: str) -> list[str]:
        return [line.strip() for value in self.values.get(name, ()) for line in value.splitlines() if line.strip()]


def _sent(**values: Sequence[str]) -> Any:
    return _Sent(**values)


def test_the_descriptor_decides_the_widget_and_the_message_the_values() -> None:
    known = cases.CasePerson(display_name="Ada", accounts=["a", "b"], functions=["review"])
    fields = _FORM.fields(_sent(), known, {"functions": [("review", "Review")]}, but=("person",))
    assert [(field.name, field.kind, field.needed, list(field.values)) for field in fields] == [
        ("display_name", "text", True, ["Ada"]),
        ("accounts", "area", False, ["a", "b"]),
        ("functions", "choices", False, ["review"]),
    ]


def test_a_sent_form_shows_what_was_typed() -> None:
    fields = _FORM.fields(_sent(display_name=[" Ada "], accounts=["a\nb"]), cases.CasePerson(functions=["review"]))
    assert {field.name: list(field.values) for field in fields} == {
        "person": [""], "display_name": [" Ada "], "accounts": ["a", "b"], "functions": [],
    }  # fmt: skip


def test_a_form_is_read_into_a_message() -> None:
    saved = cases.CasePerson(display_name="before", accounts=["old"], interests=["kept"])
    _FORM.read(_sent(display_name=[" Ada "], accounts=["a\nb", "a"]), saved)
    assert saved == cases.CasePerson(display_name="Ada", accounts=["a", "b"], interests=["kept"])


def test_every_malformed_value_is_reported_at_its_field() -> None:
    form = MessageForm(SchemeProfileSettings, ("validity_months", "assessors", "topic"))
    settings = SchemeProfileSettings()
    with pytest.raises(InputError) as refused:
        form.read(_sent(validity_months=["soon"], assessors=["2"], topic=["x"]), settings)
    assert [violation.field for violation in refused.value.violations] == ["validity_months"]
    assert (settings.assessors, settings.topic) == (2, "x")
    content = MessageForm(cases.CaseContent, ("dossier",))
    with pytest.raises(InputError) as refused:
        content.read(_sent(dossier=["{"]), cases.CaseContent())
    assert [violation.field for violation in refused.value.violations] == ["dossier"]


def test_an_enum_is_read_by_the_words_of_its_values() -> None:
    kinds = corrections.SupportKind.DESCRIPTOR
    assert enum_name(kinds, enum_words(kinds)[0]) == kinds.values[1].name
    assert enum_name(kinds, "unknown") == kinds.values[0].name
    read = MessageForm(corrections.CreateCampaignRequest, ("kind",)).read(
        _sent(kind=[enum_words(kinds)[1]]), corrections.CreateCampaignRequest()
    )
    assert read.kind == kinds.values[2].number


def test_violations_are_reported_at_other_fields() -> None:
    with pytest.raises(InputError) as refused, reporting_at(str.upper):
        raise InputError.of("name", "message", "REQUIRED")
    assert [(each.field, each.description) for each in refused.value.violations] == [("NAME", "message")]
