"""Certificate facts: complete in every language, days in order."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rules.contracts.errors import InputError
from service.cases.credentials.facts import TranslatedText, check_facts, read_facts
from tests.support.certificates import facts


def wrong(**more: Any) -> list[str]:
    with pytest.raises(InputError) as error:
        check_facts(facts(**more))
    return [violation.field for violation in error.value.violations]


def test_certificate_facts_survive_the_round_trip() -> None:
    certificate_facts = facts()
    assert read_facts(certificate_facts.written()) == certificate_facts
    assert read_facts(certificate_facts.written()).digest == certificate_facts.digest
    assert facts(grade_code="two-star").digest != certificate_facts.digest


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ({"issued": date(2026, 11, 19)}, ["certificate.issued"]),
        ({"valid_from": date(2026, 11, 19)}, ["certificate.valid_from"]),
        ({"valid_until": date(2026, 11, 21)}, ["certificate.valid_until"]),
        ({"scope": TranslatedText(en="Pumps")}, ["certificate.scope.zh"]),
        ({"grade": TranslatedText(zh=" ", en="A")}, ["certificate.grade.zh"]),
        ({"languages": ("en",), "governing": "zh"}, ["certificate.governing"]),
        ({"languages": ("zh", "zh")}, ["certificate.languages"]),
        ({"authorisations": ()}, ["certificate.authorisations"]),
    ],
)
def test_a_fault_is_reported_with_its_field(more: dict[str, Any], fields: list[str]) -> None:
    assert wrong(**more) == fields


def test_the_only_language_of_a_certificate_is_sufficient() -> None:
    check_facts(facts(languages=("en",), governing="en", scope=TranslatedText(en="Pumps")))


@pytest.mark.parametrize(
    "content",
    [b"{", b"[]", facts().written().replace(b"ZCF-2026-0017", b"ZCF 2026"), facts().written()[:-1] + b',"more":1}',
     facts().written().replace(b"Asia/Shanghai", b"Asia/Nowhere")],
)  # fmt: skip
def test_invalid_certificate_facts_are_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_facts(content)


def test_a_certificate_expires_at_the_end_of_its_last_day_in_its_time_zone() -> None:
    assert facts().last_instant == datetime(2027, 11, 21, 23, 59, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert facts(valid_until=None).last_instant is None
