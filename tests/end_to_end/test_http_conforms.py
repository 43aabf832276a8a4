"""OpenAPI conformance by fuzzing: valid, invalid and mutated requests against a running server.

`HTTP_CALLS` sets the number of calls per operation and kind, for a longer run.
"""

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, reject, settings, strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.errors import InvalidSchema
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from service.http.openapi import openapi
from service.serving.registry import SERVICES
from tests.support.calling import request_for
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from tests.support.tiers import tries
from touchstone.client.json_form import as_json

CALLS = int(os.environ.get("HTTP_CALLS", max(tries(8), 4)))
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
DESCRIBED = schemathesis.openapi.from_dict(openapi(SERVICES))
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)
REQUEST: dict[str, Any] = json.loads(as_json(request_for(small_subject())))
FACTS = {"facts": REQUEST["facts"][:2], "evidence": REQUEST["evidence"], "settings": REQUEST["settings"]}
BODIES: dict[str, dict[str, Any]] = {
    "EvaluateSubject": {name: value for name, value in REQUEST.items() if name != "subject"},
    "SimulateEvaluation": {**FACTS, "scorecardVersion": f"scorecards/{CARD}/versions/2.0.0"},
    "SimulateEvaluation2": {**FACTS, "request": REQUEST},
    "RankSubjects": {"scorecardVersion": f"scorecards/{CARD}/versions/1.0.0", "pageSize": 3},
    "VerifyEvaluationTrail2": {"evaluation": {"name": "organizations/a/evaluations/b", "recordJson": "{}"}},
    "ScreenClaims": {"text": "Our bottle is climate neutral.", "languageCodes": ["en"], "traderNames": ["Green"]},
    "CheckClaims": {
        "text": "Our bottle is climate neutral.", "jurisdictions": ["EU"], "asOfDate": "2026-11-20",
        "languageCode": "zh",
    },
}  # fmt: skip
"""A right body of each operation that takes one, which is then changed."""
WITHOUT_INPUT = ("GetAuditRules",)
"""Methods without any field, so no request is invalid."""
STREAMS = ("StreamEvaluateSubjects", "ExportEvaluations")
OPERATIONS: dict[str, Any] = {
    found.ok().definition.raw["operationId"]: found.ok()
    for found in DESCRIBED.get_all_operations()
    if isinstance(found, Ok)
}


@schemathesis.serializer("application/x-ndjson")
def lines(_: Any, value: Any) -> bytes:
    return str(value).encode(errors="replace")


@pytest.fixture(scope="module")
def known(door: RunningServer) -> dict[str, str]:
    """Return the names of stored resources that calls can find."""
    evaluation = door.evaluations.EvaluateSubject(request_for(small_subject()))
    _, organization, _, id = evaluation.name.split("/")
    return {"organization": organization, "evaluation": id, "scorecard": CARD, "version": "1.0.0", "subject": "a"}


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("id", OPERATIONS)
def test_valid_requests_are_answered_as_documented(
    door: RunningServer, known: dict[str, str], session: requests.Session, id: str
) -> None:
    call_many(door, session, known, OPERATIONS[id].as_strategy(generation_mode=GenerationMode.POSITIVE))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("id", [id for id in OPERATIONS if id not in BODIES and id not in (*STREAMS, *WITHOUT_INPUT)])
def test_invalid_requests_are_answered_as_documented(
    door: RunningServer, known: dict[str, str], session: requests.Session, id: str
) -> None:
    call_many(door, session, known, possible(OPERATIONS[id].as_strategy(generation_mode=GenerationMode.NEGATIVE)))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("id", BODIES)
def test_mutated_bodies_are_answered_as_documented(
    door: RunningServer, known: dict[str, str], session: requests.Session, id: str
) -> None:
    operation, body = OPERATIONS[id], BODIES[id]
    names = {one.name: known[one.name] for one in operation.path_parameters}
    cases = changed(body).map(
        lambda body: operation.Case(path_parameters=dict(names), body=body, media_type="application/json")
    )
    call_many(door, session, known, cases)


@st.composite
def possible(draw: st.DrawFn, cases: st.SearchStrategy[Any]) -> Any:
    """Discard a case if the library finds that no value is possible."""
    try:
        return draw(cases)
    except InvalidSchema:
        reject()


def call_many(
    door: RunningServer, session: requests.Session, known: dict[str, str], cases: st.SearchStrategy[Any]
) -> None:
    """Make calls, half of them on stored resources, and check each answer against the OpenAPI document."""

    @settings(max_examples=CALLS, suppress_health_check=list(HealthCheck), deadline=None, database=None)
    @given(case=cases, is_there=st.booleans())
    def call(case: Any, is_there: bool) -> None:
        if is_there:
            case.path_parameters.update({name: known[name] for name in case.path_parameters if name in known})
        case.call_and_validate(base_url=door.http, session=session, checks=CHECKS, timeout=60)

    call()


@st.composite
def changed(draw: st.DrawFn, body: dict[str, Any]) -> Any:
    """Return a body with one to three values changed, duplicated or removed."""
    body = deepcopy(body)
    for _ in range(draw(st.integers(1, 3))):
        positions = list(places(body))
        if not positions:
            break
        holder, key = draw(st.sampled_from(positions))
        match draw(st.sampled_from(("replace", "add", "remove"))):
            case "replace":
                holder[key] = draw(ANYTHING)
            case "add":
                holder.update({draw(st.text(max_size=20)): holder[key]}) if isinstance(key, str) else holder.append(0)
            case _:
                del holder[key]
    return body


def places(part: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each position in a document as its container and key."""
    for key in part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ():
        yield part, key
        yield from places(part[key])
