"""The OpenAPI document: right in form, whole, and no more than what calls say of themselves."""

import json
import re

from jsonschema_rs import meta

from service.http.openapi import openapi
from service.http.routes import Routes
from service.services import SERVICES

DOCUMENT = openapi(SERVICES)
OPERATIONS = [operation for verbs in DOCUMENT["paths"].values() for operation in verbs.values()]


def test_every_address_is_described_once() -> None:
    described = [(verb.upper(), path) for path, verbs in DOCUMENT["paths"].items() for verb in verbs]
    assert sorted(described) == sorted((route.verb, route.shown) for route in Routes(SERVICES).all)
    ids = [operation["operationId"] for operation in OPERATIONS]
    assert len(set(ids)) == len(ids)


def test_every_reference_leads_to_a_schema_and_every_schema_is_one() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DOCUMENT)))
    assert named == set(schemas)
    for schema in schemas.values():
        meta.validate(schema)


def test_every_segment_that_is_chosen_is_described() -> None:
    for path, verbs in DOCUMENT["paths"].items():
        for operation in verbs.values():
            given = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
            assert given == set(re.findall(r"\{(\w+)\}", path))


def test_errors_that_a_call_names_stand_under_their_status() -> None:
    responses = DOCUMENT["paths"]["/v1/organizations/{organization}/subjects/{subject}:evaluate"]["post"]["responses"]
    assert set(responses) == {"200", "400", "404", "409", "429", "500", "default"}
    assert responses["409"]["description"] == "ALREADY_EXISTS: the request id was used with another body."
    assert all("default" in operation["responses"] for operation in OPERATIONS)


def test_what_callers_send_is_closed_and_says_what_is_required() -> None:
    request = DOCUMENT["components"]["schemas"]["EvaluateSubjectRequest"]
    assert request["additionalProperties"] is False
    assert request["required"] == ["subject", "asOfDate"]
    sources = DOCUMENT["components"]["schemas"]["ScreenClaimsRequest"]["allOf"]
    assert sources == [{"oneOf": [{"required": ["text"]}, {"required": ["file"]}]}]


def test_no_query_holds_a_message() -> None:
    """A server takes text there: of the earlier evaluations to verify by only the call with a body tells."""
    schemas = DOCUMENT["components"]["schemas"]
    for one in (one for operation in OPERATIONS for one in operation.get("parameters", ()) if one["in"] == "query"):
        schema = one["schema"].get("items", one["schema"])
        named = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        assert named["type"] in {"string", "boolean", "integer"}, one["name"]
    assert "previousEvaluations" in schemas["VerifyEvaluationTrailRequest"]["properties"]
