"""Detection of double uses of a value, regardless of the other uses by the same subject."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import Engine, create_engine, insert
from sqlmodel import SQLModel

from rules.model.scorecard import AttestationKind, FindingSeverity
from rules.trail.evaluation import Evaluator
from service.store.serial_use import Usage, key_is_serial, usages_of
from service.store.store import Store
from service.store.tables import EvaluationUsesRow, IndexedUsesRow, UseBlockRow, UseHolderRow, UseIndexRow
from service.store.use_index import RecentUses, index_uses, pack_uses, store_uses
from service.store.write_access import with_write_access
from tests.service.store.test_result_dependencies import ROW
from tests.support.small_card import small_card, small_subject

USES = st.tuples(st.sampled_from("ab"), st.sampled_from("pq"), st.sampled_from(["", "2023", "2024", "2025"]))
"""Organisation, subject and period of one use of the same value."""


INDEXED = st.booleans()
"""Whether the index is written before the use."""


def stored(engine: Engine, recent: RecentUses, number: int, use: tuple[str, str, str], *usages: Usage) -> str:
    """Store the next use, in a transaction of its own."""
    organization, subject, _ = use
    name = f"organizations/{organization}/evaluations/{number:02}"
    row = ROW.model_copy(update={"name": name, "organization": organization, "subject": subject})
    with with_write_access(engine).begin() as connection:
        uses = pack_uses(usages)
        recent.bring_up_to_date(connection, [uses.digests])
        return store_uses(connection, recent, row, uses)


@given(st.lists(st.tuples(USES, INDEXED), max_size=12), st.booleans())
def test_another_subject_or_another_known_period_is_a_double_use(
    uses: list[tuple[tuple[str, str, str], bool]], restarted: bool
) -> None:
    database = create_engine("sqlite://")
    tables = (EvaluationUsesRow, IndexedUsesRow, UseBlockRow, UseHolderRow, UseIndexRow)
    SQLModel.metadata.create_all(database, [SQLModel.metadata.tables[str(row.__tablename__)] for row in tables])
    with database.begin() as connection:
        connection.execute(insert(IndexedUsesRow), {"number": 0})
    recent = RecentUses()
    for number, (use, indexed) in enumerate(uses):
        organization, subject, period = use
        if indexed:
            index_uses(database)
        if restarted:
            recent = RecentUses()
        usage = Usage("ab" * 32, "evidence", period, "place", FindingSeverity.MAJOR)
        found = json.loads(stored(database, recent, number, use, usage))
        findings = {one["id"]: [name.rpartition("/")[2] for name in one["evaluations"]] for one in found}
        before = [(place, use) for place, (use, _) in enumerate(uses[:number])][::-1]
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
def test_names_of_own_record_lines_are_not_register_serials(
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
    usages = usages_of(evaluated, changed)
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
def test_a_key_is_a_register_serial_only_if_its_id_or_label_is_a_serial(
    id: str, labels: dict[str, str], counts: bool
) -> None:
    (definition,) = small_card().records
    key, *others = definition.fields
    called = key.model_copy(update={"id": id, "labels": labels})
    named = definition.model_copy(update={"key": id, "unique": (), "fields": (called, *others)})
    assert key_is_serial(named) is counts
    assert not key_is_serial(named.model_copy(update={"unique": ("certificate",)}))


@pytest.mark.full(sample=5)
def test_uses_of_other_organisations_are_listed_newest_first(store: Store) -> None:
    evaluations: list[str] = []
    recent = RecentUses()
    for number, organization in enumerate("zbya"):
        usage = Usage("ab" * 32, "register", "2025", "place", FindingSeverity.MAJOR)
        shared = replace(usage, value_digest="cd" * 32, severity=FindingSeverity.OBSERVATION)
        subject = f"organizations/{organization}/subjects/s"
        findings = json.loads(stored(store._engine, recent, number, (organization, subject, ""), usage, shared))
        evaluations = [evaluation.rpartition("/")[2] for one in findings for evaluation in one["evaluations"]]
        assert {one["id"] for one in findings} <= {"ARCHIVE.OTHER_ORGANIZATION"}
    assert evaluations == ["02", "01", "00"]
