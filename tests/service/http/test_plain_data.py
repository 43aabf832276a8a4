"""JSON documents read as messages: as strict as protobuf, with more detailed errors."""

import json
from contextlib import suppress
from typing import Any, cast

import pytest
from google.protobuf import json_format
from google.protobuf.descriptor import Descriptor
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.http.transcoding import count_values, query_document, read_message
from service.input.tree.strict_json import read_json
from tests.support.calling import request_for
from tests.support.small_card import small_subject
from touchstone.client.json_form import as_json
from touchstone.v1.evaluation_pb2 import Evaluation
from touchstone.v1.evaluation_service_pb2 import (
    EvaluateSubjectRequest,
    ListEvaluationsRequest,
    SimulateEvaluationRequest,
    VerifyEvaluationTrailRequest,
)
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest


def wrong(plain: Any, message: Any) -> dict[str, str]:
    with pytest.raises(InputError) as refused:
        read_message(plain, message, whole="body")
    assert all(in_language(one.description, "zh") != one.description for one in refused.value.violations)
    return {one.field: one.description for one in refused.value.violations}


def test_a_written_message_is_read_back_unchanged() -> None:
    request = request_for(small_subject())
    read = EvaluateSubjectRequest()
    read_message(json.loads(as_json(request)), read, whole="body")
    assert read == request


@pytest.mark.parametrize("number", ["1e400", "-1E+400", "1.50", "1e-7", "0.1000"])
def test_a_number_is_reported_as_the_caller_wrote_it(number: str) -> None:
    violations = wrong(read_json(f'{{"pageSize": {number}}}'.encode()), ListEvaluationsRequest())
    assert f"{number} is" in violations["pageSize"]


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        ({"scorecard": 1}, "scorecard"),
        ({"scorecard": "\ud800"}, "scorecard"),
        ({"scorecard": ["x"]}, "scorecard"),
        ({"knownTime": "2026-11-20"}, "knownTime"),
        ({"known_time": 5}, "known_time"),
        ({"settings": {"a": 1}}, "settings[a]"),
        ({"settings": {"a": None}}, "settings[a]"),
        ({"settings": {"\ud800": "x"}}, "settings[\ud800]"),
        ({"facts": [None]}, "facts[0]"),
        ({"facts": [{"value": {"flag": "true"}}]}, "facts[0].value.flag"),
        ({"facts": [{"value": {"number": "1", "text": "1"}}]}, "facts[0].value.text"),
        ({"facts": [{"value": {"records": {"values": [{"fields": {"a": {"nmber": "1"}}}]}}}]},
         "facts[0].value.records.values[0].fields[a].nmber"),
        ([], "body"),
        ("x", "body"),
        (None, "body"),
    ],
)  # fmt: skip
def test_each_invalid_field_is_named(plain: Any, field: str) -> None:
    assert list(wrong(plain, EvaluateSubjectRequest())) == [field]


@pytest.mark.parametrize("value", [1.5, "1.0", "x", True, 2**31, "9" * 5_000, "", "01"])
def test_a_value_that_is_not_an_integer_is_refused(value: object) -> None:
    assert list(wrong({"pageSize": value}, ListEvaluationsRequest())) == ["pageSize"]


@pytest.mark.parametrize("value", ["KIND_NOTHING", 99, 1, True, ["x"]])
def test_an_unknown_enumeration_value_is_refused(value: object) -> None:
    assert list(wrong({"view": value}, ListEvaluationsRequest())) == ["view"]


@pytest.mark.parametrize("value", ["a", "a===", "ä", 5, "ab cd"])
def test_invalid_base64_is_refused(value: object) -> None:
    assert list(wrong({"file": value}, ScreenClaimsRequest())) == ["file"]


def test_two_alternatives_in_one_request_are_refused() -> None:
    assert "evaluation" in wrong({"evaluation": "x", "request": {}}, SimulateEvaluationRequest())["request"]


def test_both_spellings_of_one_field_are_refused() -> None:
    assert list(wrong({"page_size": 1, "pageSize": 1}, ListEvaluationsRequest())) == ["pageSize"]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(["1", "AA==", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([field.json_name for field in Evaluation.DESCRIPTOR.fields]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@pytest.mark.full
@given(ANYTHING)
def test_every_accepted_document_is_accepted_by_protobuf(plain: Any) -> None:
    with suppress(InputError):
        read_message(plain, Evaluation(), whole="body")
        json_format.ParseDict(plain, Evaluation())


def test_at_most_100_problems_are_reported() -> None:
    assert len(wrong({f"x{number}": 1 for number in range(1_000)}, Evaluation())) == 100


@pytest.mark.parametrize(("plain", "count"), [(1, 1), ([], 1), ({"a": [1, {"b": 2}]}, 5), ([0] * 50, 11)])
def test_values_are_counted_up_to_a_limit(plain: Any, count: int) -> None:
    assert count_values(plain, most=10) == count


def test_a_query_becomes_a_document() -> None:
    kind = cast("Descriptor", ListEvaluationsRequest.DESCRIPTOR)
    assert query_document({"pageSize": ["5"], "filter": [""], "x": ["1"]}, kind) == {
        "pageSize": "5",
        "filter": "",
        "x": "1",
    }
    with pytest.raises(InputError):
        query_document({"filter": ["a", "b"]}, kind)
    screening = cast("Descriptor", ScreenClaimsRequest.DESCRIPTOR)
    document = query_document({"languageCodes": ["en", "de"], "unweighed": ["true"]}, screening)
    assert document == {"languageCodes": ["en", "de"], "unweighed": True}


@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ({"previousEvaluations": ["{}", "{}"]}, VerifyEvaluationTrailRequest),
        ({"previous_evaluations": [""]}, VerifyEvaluationTrailRequest),
        ({"evaluation": ["{}"]}, VerifyEvaluationTrailRequest),
        ({"settings": ["{}"]}, EvaluateSubjectRequest),
    ],
)
def test_a_message_in_a_query_is_refused(parameters: dict[str, list[str]], kind: Any) -> None:
    with pytest.raises(InputError) as refused:
        query_document(parameters, kind.DESCRIPTOR)
    (violation,) = refused.value.violations
    assert violation.field == next(iter(parameters))
    assert (
        in_language(violation.description, "en")
        == "This field is not allowed in the query. Send it in the request body."
    )


def test_a_query_may_contain_an_instant() -> None:
    kind = cast("Descriptor", EvaluateSubjectRequest.DESCRIPTOR)
    assert query_document({"knownTime": ["2026-11-20T00:00:00Z"]}, kind) == {"knownTime": "2026-11-20T00:00:00Z"}
