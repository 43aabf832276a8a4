"""Messages and contracts become each other without loss, and the same request has the same digest."""

import uuid
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Judgement,
    Locator,
    PeriodText,
    Rating,
    Subject,
    Verification,
)
from rules.contracts.outcomes import ConclusionKind, Outcome, Possibility, UnknownReason
from rules.contracts.record import Conclusion, Record
from rules.model.scorecard import AttestationKind, Certainty, FindingSeverity
from rules.trail.evaluation import Evaluator
from service.output.mapping.answers import ANSWERS, set_status, write_record
from service.output.mapping.requests import INPUTS, read_request, write_request
from service.store.result_states import ResultState, ResultStatus
from tests.support.small_card import CARD, meter, small_card, small_subject
from tests.support.tiers import tries
from touchstone.v1 import evaluation_pb2, fact_pb2, scorecard_pb2, types_pb2

KNOWN = "2026-03-02T01:02:03Z"
words = st.text(max_size=8)
dates = st.sampled_from(["2024-02-29", "2026-01-01", ""])


def values(records: st.SearchStrategy[DeclaredValue] | None = None) -> st.SearchStrategy[DeclaredValue]:
    kinds = [
        st.fixed_dictionaries({}),
        st.fixed_dictionaries({"number": words, "unit": st.none() | words.filter(bool)}),
        st.fixed_dictionaries({"choice": words}),
        st.fixed_dictionaries({"flag": st.booleans()}),
        st.fixed_dictionaries({"date": dates}),
        st.fixed_dictionaries({"period": st.builds(PeriodText, first=dates, last=dates)}),
        st.fixed_dictionaries({"text": words}),
        st.fixed_dictionaries({"choices": st.lists(words, max_size=3).map(tuple)}),
        st.just({"not_applicable": True}),
    ]
    if records is not None:
        rows = st.dictionaries(words, records, max_size=3)
        kinds.append(st.fixed_dictionaries({"records": st.lists(rows, max_size=3).map(tuple)}))
    evidence = st.lists(words, max_size=2).map(tuple)
    return st.builds(lambda kind, named: DeclaredValue(**kind, evidence=named), st.one_of(kinds), evidence)


any_value = values(values(values()))
verifications = st.builds(
    Verification,
    judgement=st.sampled_from(Judgement),
    corrected=st.none() | any_value,
    method=words,
    reason=words,
    person=words,
    date=dates,
)
places = st.builds(Locator, uri=words, page=words, cell=words, quote=words)
ratings = st.builds(Rating, person=words, value=any_value, rationale=words, place=places)
facts = st.builds(
    DeclaredFact,
    id=words.filter(bool),
    value=st.none() | any_value,
    ratings=st.lists(ratings, max_size=2).map(tuple),
    verification=st.none() | verifications,
)
evidence_items = st.builds(
    EvidenceItem,
    id=words.filter(bool),
    kind=words,
    issuer=words.filter(bool),
    digest=words,
    issue_date=st.sampled_from([None, "2026-01-01"]),
    valid_from=st.sampled_from([None, "2026-01-01"]),
    valid_until=st.sampled_from([None, "2026-01-01"]),
    locator=places,
    assurance=st.sampled_from(Assurance),
)


def never(violation: Violation) -> None:
    raise AssertionError(violation)


@given(facts)
def test_facts_survive_the_transfer_as_messages(fact: DeclaredFact) -> None:
    message = fact_pb2.Fact.FromString(INPUTS.write(fact_pb2.Fact, fact).SerializeToString())
    assert INPUTS.read(DeclaredFact, message, "facts", never) == fact


@given(evidence_items)
def test_evidence_survives_the_transfer_as_messages(item: EvidenceItem) -> None:
    message = fact_pb2.EvidenceItem.FromString(INPUTS.write(fact_pb2.EvidenceItem, item).SerializeToString())
    assert INPUTS.read(EvidenceItem, message, "evidence", never) == item


def test_the_known_time_is_added_after_the_digest() -> None:
    request = read_request(write_request(small_subject(), scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4())))
    assert request.known is None
    assert request.subject_at(KNOWN).known == KNOWN


def recorded(subject: Subject) -> Record:
    evaluator = Evaluator(small_card(), "0" * 64, f"scorecards/{CARD}/versions/1.0.0")
    try:
        return evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), bytes(32)).record
    finally:
        evaluator.close()


def test_a_record_is_written_completely() -> None:
    judged = Verification(
        judgement=Judgement.CORRECTED, corrected=DeclaredValue(number="50", unit="%"), method="visit",
        reason="counted twice", person="users/li", date="2026-02-01",
    )  # fmt: skip
    subject = small_subject(status=None, serious_violations=DeclaredValue(number="1", unit="time"))
    share = subject.facts[0].model_copy(update={"verification": judged})
    subject = subject.model_copy(update={"facts": (share, *subject.facts[1:]), "settings": {}})
    record = recorded(subject)
    message = write_record(record, small_card())
    assert message.known_time.ToJsonString() == KNOWN
    assert message.conclusion.kind == evaluation_pb2.Conclusion.KIND_GATE_FAILED
    assert message.declared_conclusion.score.exact.low == "60"
    assert [dict(item.settings) for item in message.setting_alternatives] == [
        alternative.settings for alternative in record.setting_alternatives
    ]
    assert len(message.setting_alternatives) == 2
    kinds = {
        result.criterion_id: evaluation_pb2.CriterionResult.Kind.Name(result.kind)
        for result in message.criterion_results
    }
    assert kinds == {"G1": "KIND_GATE", "I1": "KIND_INDICATOR", "I2": "KIND_INDICATOR"}
    (finding,) = message.findings
    assert (finding.finding_id, finding.close_within) == ("G1.PENALTY", "P90D")
    assert finding.severity == evaluation_pb2.Finding.SEVERITY_MAJOR
    assert message.results[0].figure.exact.low == "7.1"
    assert message.results[0].figure.rounded.low == "7.1"
    assert {fact.fact.fact_id for fact in message.facts} == {fact.id for fact in small_card().facts}
    seen = {fact.fact.fact_id: fact for fact in message.facts}
    assert seen["renewable_share"].used_value.number == "50"
    assert seen["renewable_share"].fact.verification.reason == "counted twice"
    assert seen["status"].unknown_reason == fact_pb2.UNKNOWN_REASON_NOT_GIVEN
    assert seen["energy_used"].used_value.number == "1.2"
    assert seen["energy_used"].fact.value.unit == "kWh"
    assert [basis.basis_id for basis in message.bases] == ["law"]
    assert message.standing.certainty == types_pb2.CERTAINTY_SECONDARY
    codes = [reason.code for reason in message.reasons]
    assert codes == [reason.code for reason in record.reasons]


def test_a_record_without_its_scorecard_lacks_only_content_of_the_scorecard() -> None:
    record = recorded(small_subject())
    whole, alone = write_record(record, small_card()), write_record(record, None)
    del whole.bases[:]
    del whole.standing.not_assessed[:]
    assert alone == whole


@pytest.mark.parametrize("changes", [{}, {"status": None}, {"serious_violations": None, "renewable_share": None}])
def test_a_conclusion_is_read_back_except_for_its_witnesses(changes: dict[str, DeclaredValue | None]) -> None:
    conclusion = recorded(small_subject(**changes)).conclusion
    bare = tuple(grade.model_copy(update={"witness": {}, "witness_settings": {}}) for grade in conclusion.grades)
    message = ANSWERS.write(evaluation_pb2.Conclusion, conclusion)
    assert ANSWERS.read(Conclusion, message) == conclusion.model_copy(update={"grades": bare})


def test_witnesses_are_facts() -> None:
    record = recorded(small_subject(renewable_share=None))
    grades = {item.grade: item for item in write_record(record, None).conclusion.grades}
    assert grades["gold"].possibility == evaluation_pb2.GradeResult.POSSIBILITY_REACHABLE
    (witness,) = grades["gold"].witness
    assert witness.fact_id == "renewable_share"
    assert witness.value.unit == "%"


@pytest.mark.parametrize(
    ("members", "enumeration", "prefix"),
    [
        (ConclusionKind, evaluation_pb2.Conclusion.Kind, "KIND_"),
        (Outcome, evaluation_pb2.Outcome, "OUTCOME_"),
        (Possibility, evaluation_pb2.GradeResult.Possibility, "POSSIBILITY_"),
        (FindingSeverity, evaluation_pb2.Finding.Severity, "SEVERITY_"),
        (UnknownReason, fact_pb2.UnknownReason, "UNKNOWN_REASON_"),
        (Certainty, types_pb2.Certainty, "CERTAINTY_"),
        (Judgement, fact_pb2.Verification.Judgement, "JUDGEMENT_"),
        (AttestationKind, scorecard_pb2.ScorecardVersion.AttestationKind, "ATTESTATION_KIND_"),
    ],
)
def test_every_enumeration_value_of_the_core_exists_in_the_api(
    members: object, enumeration: object, prefix: str
) -> None:
    values = {f"{prefix}{member.name}" for member in members}  # type: ignore[attr-defined] # enumerations of two kinds
    assert set(enumeration.keys()) == values | {f"{prefix}UNSPECIFIED"}  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    evaluator = Evaluator(small_card(), "0" * 64, f"scorecards/{CARD}/versions/1.0.0")
    yield evaluator
    evaluator.close()


FIELDS = ("serial", "certificate", "amount", "retired_on", "other")
PLAUSIBLE = st.sampled_from(
    [
        DeclaredValue(number="50", unit="%", evidence=("meter",)),
        DeclaredValue(number="-1.5", unit="kWh"),
        DeclaredValue(number="7"),
        DeclaredValue(choice="open"),
        DeclaredValue(flag=True),
        DeclaredValue(date="2026-01-01"),
        DeclaredValue(text="A-1"),
        DeclaredValue(choices=("water",)),
        DeclaredValue(not_applicable=True),
        DeclaredValue(),
    ]
)
rows = st.lists(st.dictionaries(st.sampled_from(FIELDS), PLAUSIBLE | values(), max_size=4), max_size=3).map(tuple)
lists = st.builds(lambda records: DeclaredValue(records=records), rows)
odd_facts = st.builds(
    DeclaredFact,
    id=st.sampled_from([fact.id for fact in small_card().facts]),
    value=st.none() | PLAUSIBLE | any_value | lists,
    verification=st.none() | verifications,
)


@settings(max_examples=tries(200))
@given(st.lists(odd_facts, max_size=10, unique_by=lambda fact: fact.id), st.lists(evidence_items, max_size=2))
def test_whatever_is_declared_is_evaluated_or_refused(
    evaluator: Evaluator, facts: list[DeclaredFact], evidence: list[EvidenceItem]
) -> None:
    subject = small_subject().model_copy(
        update={"facts": tuple(facts), "evidence": (meter(), *evidence), "known": KNOWN}
    )
    request = read_request(write_request(subject, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4())))
    violations: tuple[Violation, ...] = ()
    try:
        recorded = evaluator.evaluate(request.subject_at(KNOWN), bytes(32))
        assert write_record(recorded.record, small_card()).trail_digest
    except InputError as error:
        violations = error.violations
    assert all(violation.field and violation.description for violation in violations)


@pytest.mark.parametrize("state", ResultState)
def test_each_status_of_a_result_is_written(state: ResultState) -> None:
    answer = evaluation_pb2.Evaluation()
    set_status(answer, ResultStatus(state, "organizations/example/campaigns/lost", "lost", "2026-01-01T00:00:00Z"))
    assert (int(answer.status.state), answer.status.reason) == (int(state), "lost")
