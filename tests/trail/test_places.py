"""Evidence locations in the record: a separate step, provable and erasable, without effect on the result."""

from __future__ import annotations

from contextlib import closing

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue, EvidencePlace, Locator, Subject
from rules.engine.read_evidence import MAXIMUM_CHARACTERS
from rules.model.published_version import published_bytes
from rules.trail.deserialization import inputs_of
from rules.trail.erasure import ErasureExtent, places_erased, to_erasable_record
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.random_subjects import KEY
from tests.support.recomputing import recompute
from tests.support.small_card import small_card, small_subject
from tests.support.verifying import checked, failed, published, record_of
from tests.trail.explaining import evaluated

QUOTE = "Of 1,200 kWh some 85.50 % came from the roof"


def placed(*places: EvidencePlace, fact: str = "renewable_share", subject: Subject | None = None) -> Subject:
    base_subject = subject or small_subject()
    facts = tuple(one.model_copy(update={"places": places}) if one.id == fact else one for one in base_subject.facts)
    return base_subject.model_copy(update={"facts": facts})


def at_page(page: str = "17", **parts: str) -> EvidencePlace:
    return EvidencePlace(evidence="meter", place=Locator(page=page, quote=QUOTE), **parts)


def of_records() -> Subject:
    amount = DeclaredValue(number="1", unit="tCO2e", evidence=("meter",))
    records = tuple({"serial": DeclaredValue(text=key), "amount": amount} for key in ("B-2", "A-1"))
    return small_subject(credits=DeclaredValue(records=records))


def test_evidence_locations_are_a_separate_step_and_change_no_other_step() -> None:
    with_places, without = record_of(placed(at_page())).written_record, record_of(small_subject()).written_record
    own = b'["places/renewable_share",[{"evidence":"meter","place":{"page":"17","quote":"%b"}}]]' % QUOTE.encode()
    assert [step for step in with_places.steps if step not in without.steps] == [own]
    assert [step for step in with_places.steps if step != own] == list(without.steps)
    assert with_places.steps.index(own) == 1  # behind the evidence, before the facts
    assert inputs_of(with_places) == inputs_of(record_of(placed(at_page())).written_record)
    (fact,) = (one for one in inputs_of(with_places).facts if one.places)
    assert fact.places == (at_page(),)


def test_the_order_of_evidence_locations_has_no_effect() -> None:
    places = [at_page(str(page), record=key, field="amount") for page, key in enumerate(("B-2", "A-1"))]
    records = {record_of(placed(*one, fact="credits", subject=of_records())).content for one in (places, places[::-1])}
    assert len(records) == 1


IN_RECORD = placed(at_page(record="A-1", field="amount"), fact="credits", subject=of_records())


@pytest.mark.parametrize("subject", [placed(at_page()), IN_RECORD])
def test_records_with_evidence_locations_verify_and_are_recomputed_identically(subject: Subject) -> None:
    content = record_of(subject).content
    assert failed(checked(content)) == set()
    version = published_bytes(small_card(), {"card.en.feature": "1.0.0"})
    assert recompute(content, version, None, KEY).faults == []


def test_a_quotation_is_erased_with_its_evidence_and_with_its_fact() -> None:
    record = to_erasable_record(record_of(placed(at_page())).written_record, KEY)
    for extent, facts in (
        (ErasureExtent.EVIDENCE, ()),
        (ErasureExtent.INPUTS, ()),
        (ErasureExtent.FACTS, ("renewable_share",)),
    ):
        erased_record = record.without(places_erased(record, extent, facts, small_card()))
        assert QUOTE.encode() not in erased_record.content
        assert erased_record.head == record.head
    erased_record = record.without(places_erased(record, ErasureExtent.FACTS, ("certified",), small_card()))
    assert QUOTE.encode() in erased_record.content


@pytest.mark.parametrize(
    ("places", "field", "reason"),
    [
        ([EvidencePlace(evidence="other", place=Locator(page="1"))], "[other]", "UNKNOWN_EVIDENCE"),
        ([EvidencePlace(evidence="meter", place=Locator())], "[meter]", "REQUIRED"),
        ([at_page(), at_page("18")], "[meter]", "REPEATED"),
        ([at_page(record="A-1")], "[meter]", "REQUIRED"),
        ([at_page("1" * (MAXIMUM_CHARACTERS["page"] + 1))], "[meter].page", "TOO_LONG"),
        ([EvidencePlace(evidence="meter", place=Locator(quote="q" * 1_001))], "[meter].quote", "TOO_LONG"),
        ([at_page()] * 1_001, "", "TOO_MANY_PLACES"),
    ],
)
def test_an_invalid_evidence_location_is_refused_without_quoting_its_text(
    places: list[EvidencePlace], field: str, reason: str
) -> None:
    with pytest.raises(InputError) as refused:
        record_of(placed(*places))
    (violation,) = refused.value.violations
    assert (violation.field, violation.reason) == (f"facts[renewable_share].places{field}", reason)
    assert QUOTE not in violation.description


def test_an_invalid_evidence_location_in_a_record_is_reported_at_its_field() -> None:
    wrong = EvidencePlace(evidence="other", record="A-1", field="amount", place=Locator(page="1"))
    with pytest.raises(InputError) as refused:
        record_of(placed(wrong, fact="credits", subject=of_records()))
    (violation,) = refused.value.violations
    assert violation.field == "facts[credits].records[A-1].amount.places[other]"


def test_an_evidence_location_for_a_fact_without_evidence_is_refused() -> None:
    with pytest.raises(InputError, match="but the fact cites no evidence"):
        record_of(placed(at_page(), fact="certified"))


@pytest.mark.parametrize(
    ("language", "expected_text"),
    [
        ("en", "Source: meter for Renewable share: page 17, “Of 1,200 kWh some 85.50 % came from the roof”. Basis:"),
        ("zh", "出处：meter 中的可再生能源占比：第 17 页、“Of 1,200 kWh some 85.50 % came from the roof”。依据："),
    ],
)
def test_an_explanation_states_the_evidence_location_of_a_fact(language: str, expected_text: str) -> None:
    version = published()
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        record = evaluated(evaluator, placed(at_page()))
        explanation = explain(evaluator, record, language)
    (statement,) = (one for one in explanation.statements if one.criterion == "I1")
    assert expected_text in statement.text
