"""Names, integers and instants are read strictly, because they become parts of paths and keys."""

from __future__ import annotations

import ast
import time
import uuid
from datetime import timedelta

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from service.base import instants
from service.base.resource_names import (
    CardName,
    check_evaluation_name,
    name_milliseconds,
    new_evaluation_name,
    organization_of,
    parse_card,
    parse_request_id,
    version_key,
)
from service.base.whole_numbers import MOST_COUNT, parse_whole_number
from tests.support.running import ROOT


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


_DIGIT_CHECKS = {"isdecimal", "isdigit", "isnumeric"}
_PARSER = ROOT / "service" / "base" / "whole_numbers.py"


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), (str(MOST_COUNT), MOST_COUNT), ("12", 12)])
def test_a_number_within_the_bounds_is_read(text: str, number: int) -> None:
    assert parse_whole_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1.0", "1e3", " 1", "²", "①", "١", "一", "0x1", str(MOST_COUNT + 1), "9" * 4_400]
)
def test_any_other_text_is_not_a_number(text: str) -> None:
    assert parse_whole_number(text) is None


def test_bounds_are_inclusive() -> None:
    assert [parse_whole_number(text, least=1, most=3) for text in "01234"] == [None, 1, 2, 3, None]


def test_no_other_function_checks_digits_and_converts_them() -> None:
    """`isdecimal()` and then `int()` fails for 4,400 digits, and `isdigit()` for a superscript two."""
    found = []
    for path in (ROOT / "service").rglob("*.py"):
        if path == _PARSER or not _DIGIT_CHECKS & set(path.read_text(encoding="utf-8").replace("(", ".").split(".")):
            continue
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                calls = [call.func for call in ast.walk(function) if isinstance(call, ast.Call)]
                checks = any(isinstance(call, ast.Attribute) and call.attr in _DIGIT_CHECKS for call in calls)
                if checks and any(isinstance(call, ast.Name) and call.id == "int" for call in calls):
                    found.append(f"{path.relative_to(ROOT)}:{function.lineno} {function.name}")
    assert found == []


HOUR = 3_600_000
AT = instants.milliseconds_of("2026-11-22T12:00:00Z")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    shown = [AT]
    monkeypatch.setattr(instants, "_time_floor", 0)
    monkeypatch.setattr(time, "time_ns", lambda: shown[0] * 1_000_000)
    return shown


def test_time_stops_until_the_clock_catches_up(clock: list[int]) -> None:
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T12:00:00Z", 0)
    instants.set_floor(AT)
    clock[0] -= 3 * HOUR
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T12:00:00Z", 10_800)
    assert instants.system_now() == "2026-11-22T09:00:00Z"
    assert instants.now_plus(timedelta(hours=1)) == "2026-11-22T13:00:00Z"
    clock[0] -= 40 * 24 * HOUR
    assert instants.today("Asia/Shanghai").isoformat() == "2026-11-22"
    clock[0] = AT + HOUR
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T13:00:00Z", 0)
    instants.set_floor(AT)
    assert instants.now() == "2026-11-22T13:00:00Z"


def test_evaluation_names_stay_in_order_while_time_stops(clock: list[int]) -> None:
    names = []
    for _ in range(20):
        names.append(new_evaluation_name("a"))
        instants.set_floor(name_milliseconds(names[-1]))
        clock[0] -= HOUR
    assert names == sorted(names)
    assert [name_milliseconds(name) for name in names] == list(range(AT, AT + 20))
