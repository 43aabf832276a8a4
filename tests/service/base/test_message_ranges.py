"""Range check of messages: unknown enumeration numbers and invalid times, in every field of every request."""

import pytest
from google.protobuf.descriptor import Descriptor
from google.protobuf.message_factory import GetMessageClass

from rules.contracts.errors import InputError
from service.base.declarations import calls
from service.base.message_ranges import check_ranges
from tests.support.ranged_numbers import TIMESTAMP, WRONG_NUMBERS, WRONG_SECONDS, kind_of, ways, with_number
from tests.support.work import calls_made
from touchstone.v1 import case_service_pb2 as cases, evaluation_pb2, evaluation_service_pb2

_OF_OTHERS = {TIMESTAMP, "google.protobuf.Any"}
_REQUESTS = {one.input_type.full_name: one.input_type for one in calls().values()}


@pytest.mark.parametrize("kind", _REQUESTS.values(), ids=_REQUESTS)
def test_every_field_of_every_request_is_checked(kind: Descriptor) -> None:
    check_ranges(GetMessageClass(kind)())
    for way in ways(kind):
        enum = way[-1].enum_type
        for number in WRONG_SECONDS if enum is None else WRONG_NUMBERS:
            message, place = with_number(kind, way, number)
            with pytest.raises(InputError) as refused:
                check_ranges(message)
            assert [one.field for one in refused.value.violations] == [place]
            assert f"{number}" in refused.value.violations[0].description
        for number in (0, 253_402_300_799) if enum is None else [one.number for one in enum.values]:
            check_ranges(with_number(kind, way, number)[0])


def test_requests_contain_no_other_message_types_with_number_ranges() -> None:
    seen: set[Descriptor] = set()
    waiting = list(_REQUESTS.values())
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            waiting += [inner for field in kind.fields if (inner := kind_of(field)) is not None]
    assert {one.full_name for one in seen if not one.full_name.startswith("touchstone.v1.")} <= _OF_OTHERS


def test_the_message_states_the_invalid_number_and_the_allowed_values() -> None:
    request = cases.GetCertificateFileRequest(name="x", kind=99)  # type: ignore[arg-type]
    with pytest.raises(InputError) as refused:
        check_ranges(request)
    description = refused.value.violations[0].description
    assert "99 is not a value of Kind. Use one of KIND_UNSPECIFIED (0)" in description
    evaluation = evaluation_pb2.Evaluation()
    evaluation.create_time.nanos = -1
    with pytest.raises(InputError) as refused:
        check_ranges(evaluation_service_pb2.GetReportRequest(evaluation=evaluation))
    (wrong,) = refused.value.violations
    assert wrong.field == "evaluation.create_time.nanos"
    assert wrong.description == "-1 is out of range. Use a number from 0 to 999,999,999."


def test_at_most_100_wrong_numbers_are_reported() -> None:
    request = evaluation_service_pb2.EvaluateSubjectRequest()
    for _ in range(1_000):
        request.facts.add().verification.judgement = 77  # type: ignore[assignment]
    with pytest.raises(InputError) as refused:
        check_ranges(request)
    assert len(refused.value.violations) == 100


def test_fields_without_checked_numbers_are_not_traversed() -> None:
    def walked(count: int) -> int:
        request = evaluation_service_pb2.EvaluateSubjectRequest()
        request.facts.add().value.text = "x"
        request.settings.update({f"s{number}": "y" for number in range(count)})
        return calls_made(lambda: check_ranges(request))

    walked(1)
    assert walked(2_000) == walked(2)
