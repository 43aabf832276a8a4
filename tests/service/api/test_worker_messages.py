"""Messages of evaluation workers: property tests of the round trip of requests, rows and subjects."""

from hypothesis import given, strategies as st

from rules.contracts.inputs import Subject
from service.api.evaluation_worker_specs import TRIED
from service.api.worker_messages import PIPE, UnstoredEvaluation, to_evaluate_message
from service.identity.principals import Principal, PrincipalKind
from service.store.stored_records import StoredRecord
from service.store.tables import EvaluationRow
from service.store.use_index import EvaluationUses
from tests.service.output.test_mapping import evidence_items, facts
from tests.support.calling import request_for
from tests.support.small_card import small_subject
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_service_pb2

texts = st.text(max_size=4)
columns = dict.fromkeys(EvaluationRow.model_fields, texts) | dict.fromkeys(
    ("record", "record_key"), st.binary(max_size=4)
)
lists = st.sampled_from(["[]", '["a"]'])
others = {"grade": st.none() | texts, "archive_findings": lists, "erasures": lists}
rows = st.builds(EvaluationRow, **columns | others)
usages = st.builds(EvaluationUses, texts, *[st.binary(max_size=4)] * 3)
made = st.builds(
    UnstoredEvaluation,
    row=rows,
    usages=usages,
    stage=st.none() | texts,
    verdict=st.none() | texts,
    answer=st.binary(max_size=4),
    seconds=st.floats(0, 9),
)


@given(made)
def test_an_evaluation_survives_the_round_trip(evaluation: UnstoredEvaluation) -> None:
    content = PIPE.write(work_pb2.Evaluated, evaluation).SerializeToString()
    again = PIPE.read(UnstoredEvaluation, work_pb2.Evaluated.FromString(content))
    assert again.row.model_dump() == evaluation.row.model_dump()
    assert (again.usages, again.stage, again.verdict) == (evaluation.usages, evaluation.stage, evaluation.verdict)
    assert (again.answer, again.seconds) == (evaluation.answer, evaluation.seconds)


def test_a_request_message_contains_the_caller_and_the_earlier_evaluations() -> None:
    caller, earlier = Principal("key/1", PrincipalKind.API_KEY, "green-body"), [StoredRecord("one", b"\x00", b"")]
    request = request_for(small_subject())
    asked = work_pb2.Evaluate.FromString(to_evaluate_message(request, caller, earlier).SerializeToString())
    assert evaluation_service_pb2.EvaluateSubjectRequest.FromString(asked.request) == request
    assert PIPE.read(Principal, asked.caller) == caller
    assert [PIPE.read(StoredRecord, one) for one in asked.earlier] == earlier


@given(st.lists(facts, max_size=2).map(tuple), st.lists(evidence_items, max_size=2).map(tuple))
def test_a_simulated_subject_survives_the_round_trip(subject_facts: tuple, items: tuple) -> None:  # type: ignore[type-arg]
    subject = small_subject().model_copy(update={"facts": subject_facts, "evidence": items})
    assert TRIED.read(Subject, TRIED.write(work_pb2.Subject, subject)) == subject
