"""Names are read strictly, because they become parts of paths and keys."""

import time
import uuid

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from service.base import instants
from service.base.resource_names import (
    CardName,
    check_evaluation_name,
    new_evaluation_name,
    organization_of,
    parse_card,
    parse_request_id,
    version_key,
)


@pytest.mark.parametrize(
    "name",
    [
        "", "organizations/a", "organizations/a/subjects/", "organizations//subjects/b", "organizations/A/subjects/b",
        "organizations/a/subjects/b/c", "organizations/a/subjects/b\n", " organizations/a/subjects/b",
        "organizations/a/subjects/../b", f"organizations/a/subjects/{'b' * 64}", "organizations/a/subjects/é",
        "organizations/a/subjects/１",
    ],
)  # fmt: skip
def test_malformed_subjects_are_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"organizations/.organization./subjects/.subject."):
        organization_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "", "scorecards", "scorecards/", "scorecards/..", "scorecards/a/versions", "scorecards/a/versions/1",
        "scorecards/a/versions/1.0", "scorecards/a/versions/01.0.0", "scorecards/a/versions/1.0.0-rc1",
        "scorecards/a/versions/1.0.0\n", "scorecards/a/b", "scorecards/A", "scorecards/-a", "cards/a",
        f"scorecards/a/versions/{'9' * 10}.0.0",
    ],
)  # fmt: skip
def test_malformed_scorecards_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="scorecard: "):
        parse_card(name)


@pytest.mark.parametrize("name", [CardName("a"), CardName("zero-carbon-factory", "10.0.2")])
def test_scorecard_names_survive_the_round_trip(name: CardName) -> None:
    assert parse_card(str(name)) == name


def test_versions_are_ordered_by_value() -> None:
    assert sorted(["10.0.0", "9.1.0", "9.0.10", "9.0.9"], key=version_key) == ["9.0.9", "9.0.10", "9.1.0", "10.0.0"]


def test_letter_case_does_not_change_a_request_id() -> None:
    assert parse_request_id("123E4567-E89B-42D3-A456-426614174000") == "123e4567-e89b-42d3-a456-426614174000"


@pytest.mark.parametrize(
    "text", ["", "1", "{23e4567-e89b-42d3-a456-426614174000}", "123e4567e89b42d3a456426614174000", "g" * 36]
)
def test_malformed_request_ids_are_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"request_id: .*a UUID such as"):
        parse_request_id(text)


def test_evaluation_names_are_unique_and_follow_time() -> None:
    names = [new_evaluation_name("a") for _ in range(1_000)]
    assert len(set(names)) == 1_000
    for name in names:
        check_evaluation_name(name)
        number = uuid.UUID(name[-36:])
        assert (number.version, number.variant) == (7, uuid.RFC_4122)
        assert abs((number.int >> 80) - time.time() * 1000) < 60_000
    milliseconds = [name[-36:][:13] for name in names]
    assert milliseconds == sorted(milliseconds)


@given(st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")))
def test_instants_survive_the_timestamp_round_trip(text: str) -> None:
    assert instants.is_instant(text)
    assert instants.from_timestamp(instants.to_timestamp(text), field="known_time") == text


@pytest.mark.parametrize(
    "text", ["", "2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T24:00:00Z"]
)
def test_an_invalid_instant_is_recognised(text: str) -> None:
    assert not instants.is_instant(text)


@pytest.mark.parametrize(
    "message", [Timestamp(seconds=1, nanos=1), Timestamp(seconds=10**15), Timestamp(seconds=-(10**15))]
)
def test_timestamps_outside_the_calendar_are_refused(message: Timestamp) -> None:
    with pytest.raises(InputError, match="known_time"):
        instants.from_past_timestamp(message, field="known_time")


def test_the_present_is_not_the_future() -> None:
    assert instants.from_past_timestamp(instants.to_timestamp(instants.now()), field="known_time") <= instants.now()
