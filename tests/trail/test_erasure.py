"""Erasure of facts and evidence in a record: derived values removed, remaining steps still verifiable."""

from __future__ import annotations

from functools import cache

import pytest

from rules.contracts.erased_records import ErasedRecord, read_erased, read_record
from rules.contracts.errors import ErasedError, TrailError
from rules.contracts.inputs import DeclaredFact, DeclaredValue
from rules.contracts.record_bytes import read_complete_record
from rules.trail.deserialization import inputs_of, read_conclusion, summary_of
from rules.trail.erasure import ErasureExtent, evidence_to_keep, places_erased, to_erasable_record
from tests.support.random_subjects import KEY
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries
from tests.support.verifying import FAILED, NOT_CHECKED, PASSED, checked, failed, record_of, recorded


@cache
def whole() -> ErasedRecord:
    return to_erasable_record(recorded().written_record, KEY)


def erased(extent: ErasureExtent, *facts: str) -> ErasedRecord:
    return whole().without(places_erased(whole(), extent, facts, small_card()))


def gone(record: ErasedRecord) -> set[str]:
    return set(recorded().written_record.results_by_step) - set(record.results_by_step)


@pytest.mark.parametrize(
    ("facts", "steps"),
    [
        (("certified",), {"facts/certified"}),
        (("renewable_share",), {"facts/renewable_share", "evidence/meter"}),
        (("credits",), {"facts/credits", "facts/credits/A-1", "facts/credits/A-2", "quantities/offset"}),
        (("unheard_of",), set()),
    ],
)
def test_erasing_a_fact_also_erases_its_evidence_and_derived_values(facts: tuple[str, ...], steps: set[str]) -> None:
    assert gone(erased(ErasureExtent.FACTS, *facts)) == steps


def test_without_the_card_every_quantity_and_record_is_erased_with_a_fact() -> None:
    places = places_erased(whole(), ErasureExtent.FACTS, ("certified",))
    assert gone(whole().without(places)) == {
        "facts/certified", "facts/credits/A-1", "facts/credits/A-2", "quantities/offset"
    }  # fmt: skip


def test_evidence_of_another_fact_is_retained() -> None:
    value = DeclaredValue(number="3", unit="MWh", evidence=("meter",))
    subject = small_subject()
    facts = tuple(one for one in subject.facts if one.id != "energy_used")
    subject = subject.model_copy(update={"facts": (*facts, DeclaredFact(id="energy_used", value=value))})
    record = to_erasable_record(record_of(subject).written_record, KEY)
    assert evidence_to_keep(record, ("renewable_share",)) == ("meter",)
    erased_record = record.without(places_erased(record, ErasureExtent.FACTS, ("renewable_share",), small_card()))
    assert "evidence/meter" in erased_record.results_by_step
    assert "facts/renewable_share" not in erased_record.results_by_step


def test_evidence_or_all_inputs_go_and_the_result_stays() -> None:
    assert gone(erased(ErasureExtent.EVIDENCE)) == {"evidence/meter"}
    inputs = erased(ErasureExtent.INPUTS)
    assert all(step.startswith(("evidence/", "facts/", "quantities/")) for step in gone(inputs))
    assert not any(step.startswith(("evidence/", "facts/", "quantities/")) for step in inputs.results_by_step)
    assert read_conclusion(inputs) == read_conclusion(recorded().written_record)
    assert erased(ErasureExtent.EVALUATION).steps == ()


@pytest.mark.parametrize("extent", list(ErasureExtent))
def test_an_erased_record_verifies_against_the_original_digest(extent: ErasureExtent) -> None:
    erased_record = erased(extent, "credits")
    assert read_erased(erased_record.content) == read_record(erased_record.content) == erased_record
    checks = checked(erased_record.content, stated=recorded().digest, key=b"")
    assert [check.result for check in checks] == [PASSED] * 6 + [NOT_CHECKED]
    assert f"{erased_record.erased_count} of the 24 steps of the record were erased" in checks[0].message
    assert "their contents no longer exist" in checks[1].message
    assert "cannot be recomputed" in checks[6].message


def test_erased_content_and_the_key_are_absent_from_the_bytes() -> None:
    erased_record = erased(ErasureExtent.FACTS, "credits")
    assert KEY not in erased_record.content
    for word in (b"A-1", b"0.10", b"certificate of"):
        assert word in recorded().content
        assert word not in erased_record.content


def test_erasing_more_later_is_as_erasing_all_at_once() -> None:
    first = erased(ErasureExtent.FACTS, "certified")
    both = first.without(places_erased(first, ErasureExtent.FACTS, ("status",), small_card()))
    assert both == erased(ErasureExtent.FACTS, "certified", "status")


def test_any_flipped_bit_of_an_erased_record_is_detected() -> None:
    erased_content, missed = erased(ErasureExtent.FACTS, "credits").content, []
    for turn in range(0, 60, 60 // tries(60)):
        content, place = bytearray(erased_content), len(erased_content) * turn // 60
        content[place] ^= 1 << turn % 8
        if not failed(checked(bytes(content), stated=recorded().digest, key=b"", versions=())) & {1, 2, 3}:
            missed.append(f"bit {turn % 8} of byte {place}")
    assert not missed, ", ".join(missed)


def test_a_step_removed_with_its_commitment_is_detected() -> None:
    erased_record = erased(ErasureExtent.FACTS, "credits")
    fewer = ErasedRecord(
        erased_record.head,
        erased_record.steps[1:],
        erased_record.positions[1:],
        erased_record.salts[1:],
        erased_record.commitments[1:],
    )
    moved = ErasedRecord(
        fewer.head, fewer.steps, tuple(one - 1 for one in fewer.positions), fewer.salts, fewer.commitments
    )
    checks = checked(moved.content, stated=recorded().digest, key=b"")
    assert checks[2].result is FAILED


def test_reading_erased_inputs_is_refused() -> None:
    erased_record = erased(ErasureExtent.EVIDENCE)
    with pytest.raises(ErasedError, match="Parts of this record were erased"):
        read_complete_record(erased_record.content)
    with pytest.raises(ErasedError, match="were erased"):
        inputs_of(erased_record)
    assert {fact.declared.id for fact in summary_of(erased_record).facts} >= {"certified", "credits"}
    assert summary_of(erased_record).evidence == ()


@pytest.mark.parametrize(
    ("change", "expected_message"),
    [
        ((b'"salts":"', b'"salts":"AAAA'), "salts: Base64"),
        ((b'"commitments":"', b'"commitments":"AAAA'), "commitments: Base64"),
        ((b'"steps":[', b'"steps":[null,'), "commitments: Base64"),
        ((b'"steps":', b'"steps":7,"x":'), "missing or additional parts"),
        ((b"null", b"[]"), "an array of its id"),
    ],
)
def test_a_malformed_erased_record_is_refused(change: tuple[bytes, bytes], expected_message: str) -> None:
    with pytest.raises(TrailError, match=expected_message):
        read_erased(erased(ErasureExtent.FACTS, "credits").content.replace(*change, 1))
