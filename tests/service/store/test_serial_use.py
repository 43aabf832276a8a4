"""A double use is found whatever else the same subject used the value for, and nothing else is one."""

import json
import uuid
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from rules.model.scorecard import AttestationKind, FindingSeverity
from rules.trail.evaluation import Evaluator
from service.store.serial_use import Usage, key_is_serial, store_usages, usages_of
from service.store.store import Store
from service.store.tables import UsageRow
from service.store.write_access import with_write_access
from tests.support.small_card import small_card, small_subject

USES = st.tuples(st.sampled_from("ab"), st.sampled_from("pq"), st.sampled_from(["", "2023", "2024", "2025"]))
"""Organisation, subject and period of one use of the same value."""


@given(st.lists(USES, max_size=8))
def test_another_subject_or_another_known_period_is_a_double_use(uses: list[tuple[str, str, str]]) -> None:
    database = create_engine("sqlite://")
    SQLModel.metadata.create_all(database, tables=[UsageRow.__table__])  # type: ignore[attr-defined]
    with database.begin() as connection:
        for number, (organization, subject, period) in enumerate(uses):
            usage = Usage(
                f"{number:02}", "digest", organization, "evidence", subject, period, "place", FindingSeverity.MAJOR
            )
            findings = {one["id"]: one["evaluations"] for one in json.loads(store_usages(connection, [usage]))}
            before = list(enumerate(uses[:number]))[::-1]
            others = [f"{place:02}" for place, use in before if use[0] == organization and use[1] != subject]
            periods = [
                f"{place:02}"
                for place, use in before
                if use[:2] == (organization, subject) and period and use[2] not in (period, "")
            ]
            elsewhere = [f"{place:02}" for place, use in before if use[0] != organization]
            expected = {
                "ARCHIVE.OTHER_SUBJECT": others,
                "ARCHIVE.OTHER_PERIOD": periods,
                "ARCHIVE.OTHER_ORGANIZATION": elsewhere,
            }
            assert findings == {name: evaluations for name, evaluations in expected.items() if evaluations}
    database.dispose()


@pytest.mark.parametrize(
    ("attestation", "evidence", "unique", "expected"),
    [
        ("self_assessment", (), (), {"serial": "observation"}),
        ("self_assessment", (), ("certificate",), {"serial": "observation", "certificate": "major"}),
        ("self_assessment", ("registry-extract",), (), {"serial": "major"}),
        ("certificate", (), (), {"serial": "major"}),
        ("certificate", (), ("certificate",), {"serial": "observation", "certificate": "major"}),
    ],
)
def test_names_that_a_subject_gives_its_own_lines_are_no_serials_of_a_register(
    attestation: str, evidence: tuple[str, ...], unique: tuple[str, ...], expected: dict[str, str]
) -> None:
    card = small_card()
    subject = small_subject().model_copy(update={"known": "2026-03-01T00:00:00Z"})
    evaluator = Evaluator(card, "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    evaluated = evaluator.evaluate(subject, bytes(32)).evaluation
    evaluator.close()
    changed = card.model_copy(
        update={
            "card": card.card.model_copy(update={"attestation": AttestationKind(attestation)}),
            "records": tuple(one.model_copy(update={"unique": unique}) for one in card.records),
            "facts": tuple(
                one.model_copy(update={"evidence": evidence}) if one.id == "credits" else one for one in card.facts
            ),
        }
    )
    usages = usages_of(evaluated, changed, evaluation="e", organization="o")
    serials = {one.place.rpartition(".")[2]: one.severity.value for one in usages if one.place.startswith("facts[")}
    assert serials == expected


@pytest.mark.parametrize(
    ("id", "labels", "counts"),
    [
        ("unit", {"en": "cooling unit", "zh": "冷机编号"}, False),
        ("line", {"en": "line", "zh": "行"}, False),
        ("credit", {"en": "serial of the credit", "zh": "减排量"}, True),
        ("credit", {"en": "credit", "zh": "减排量序列号"}, True),
        ("certificate_number", {}, True),
    ],
)
def test_a_key_is_a_number_of_a_register_only_if_the_card_calls_it_so(
    id: str, labels: dict[str, str], counts: bool
) -> None:
    (definition,) = small_card().records
    key, *others = definition.fields
    called = key.model_copy(update={"id": id, "labels": labels})
    named = definition.model_copy(update={"key": id, "unique": (), "fields": (called, *others)})
    assert key_is_serial(named) is counts
    assert not key_is_serial(named.model_copy(update={"unique": ("certificate",)}))


def test_of_other_organisations_the_newest_come_first_whoever_they_are(store: Store) -> None:
    names = [f"organizations/{whose}/evaluations/{uuid.UUID(int=number)}" for number, whose in enumerate("zbya")]
    evaluations: list[str] = []
    with with_write_access(store._engine).begin() as connection:
        for name in names:
            organization = name.split("/")[1]
            subject = f"organizations/{organization}/subjects/s"
            usage = Usage(name, "digest", organization, "register", subject, "2025", "place", FindingSeverity.MAJOR)
            shared = replace(usage, value_digest="document", severity=FindingSeverity.OBSERVATION)
            findings = json.loads(store_usages(connection, [usage, shared]))
            evaluations = [evaluation for one in findings for evaluation in one["evaluations"]]
            assert {one["id"] for one in findings} <= {"ARCHIVE.OTHER_ORGANIZATION"}
    assert evaluations == names[2::-1]
