"""OpenAPI document: valid, complete, and consistent with the definition of the calls."""

import json
import re

import jsonschema_rs
import pytest
from jsonschema_rs import meta

from rules.contracts.errors import InputError
from service.base.call_context import with_request_info
from service.base.declarations import calls
from service.base.grpc_status import status_of
from service.base.refusals import Reason, Refusal
from service.http.openapi import openapi
from service.http.routes import Routes
from service.identity.permissions import permissions
from service.serving.registry import SERVICES
from touchstone.client.json_form import as_json

DOCUMENT = openapi(SERVICES)
OPERATIONS = [operation for verbs in DOCUMENT["paths"].values() for operation in verbs.values()]


def test_every_address_is_described_once() -> None:
    described = [(verb.upper(), path) for path, verbs in DOCUMENT["paths"].items() for verb in verbs]
    assert sorted(described) == sorted((route.verb, route.shown) for route in Routes(SERVICES).all)
    ids = [operation["operationId"] for operation in OPERATIONS]
    assert len(set(ids)) == len(ids)


def test_every_reference_has_a_schema_and_every_schema_is_valid() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for kind, those in DOCUMENT["components"].items():
        named = set(re.findall(rf'"#/components/{kind}/([^"]+)"', json.dumps(DOCUMENT)))
        assert named == set(those) or kind == "securitySchemes"
    for schema in schemas.values():
        meta.validate(schema)


def test_every_segment_that_is_chosen_is_described() -> None:
    for path, verbs in DOCUMENT["paths"].items():
        for operation in verbs.values():
            path_parameters = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
            assert path_parameters == set(re.findall(r"\{(\w+)\}", path))


def test_errors_of_a_call_are_documented_under_their_status() -> None:
    responses = DOCUMENT["paths"]["/v1/organizations/{organization}/subjects/{subject}:evaluate"]["post"]["responses"]
    assert responses["409"]["description"] == "ALREADY_EXISTS: The request id was used with another body."
    assert responses["429"]["description"].startswith("RESOURCE_EXHAUSTED, ANSWER_TOO_LARGE: ")
    assert responses["429"]["headers"] == DOCUMENT["components"]["responses"]["TooManyRequests"]["headers"]
    assert responses["503"] == {"$ref": "#/components/responses/Unavailable"}


def test_every_call_documents_its_possible_errors() -> None:
    of_all = {"200", "400", "403", "429", "500", "503", "504", "default"}
    for operation in OPERATIONS:
        wanted = of_all | ({"401"} if operation["security"] else set())
        wanted |= {"408", "413", "415"} if "requestBody" in operation else set()
        assert set(operation["responses"]) >= wanted, operation["operationId"]
        for status, response in operation["responses"].items():
            named = response.get("$ref", "").rpartition("/")[2]
            answer = DOCUMENT["components"]["responses"][named] if named else response
            (content,) = answer["content"].values()
            assert status == "200" or content == {"schema": {"$ref": "#/components/schemas/Status"}}


def test_calls_want_a_bearer_but_for_those_that_everybody_may_make() -> None:
    assert DOCUMENT["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    public = {operation["operationId"] for operation in OPERATIONS if not operation["security"]}
    assert public == {
        path.rpartition("/")[2] for path, one in permissions().items() if one.anybody and path in calls()
    }  # fmt: skip
    assert all(operation["security"] in ([], [{"bearer": []}]) for operation in OPERATIONS)


def test_error_responses_match_their_documented_schema() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    wrong = InputError.of("as_of_date", "is required", "REQUIRED")
    busy = Refusal(Reason.TOO_MANY_CALLS, "too many calls")
    schema = {"$ref": "#/components/schemas/Status", "components": {"schemas": schemas}}
    validator = jsonschema_rs.Draft202012Validator(schema)
    for error in (wrong, busy):
        answer = json.loads(as_json(with_request_info(status_of(error, "zh"))))
        validator.validate(answer)
        kinds = {detail["@type"] for detail in answer["details"]}
        assert kinds <= set(schemas["ErrorDetail"]["discriminator"]["mapping"])
        answer["details"][0]["@type"] = "type.googleapis.com/google.rpc.Help"
        assert not validator.is_valid(answer)
    assert {named["$ref"] for named in schemas["ErrorDetail"]["oneOf"]} == set(
        schemas["ErrorDetail"]["discriminator"]["mapping"].values()
    )
    named = [one["$ref"].rpartition("/")[2] for one in schemas["ErrorDetail"]["oneOf"]]
    assert len(named) == 5
    for name in ("Status", *named, "LocalizedMessage", "BadRequest.FieldViolation"):
        assert schemas[name]["description"]
        assert all("description" in one or "const" in one for one in schemas[name]["properties"].values()), name


def test_each_map_has_a_schema_of_its_own() -> None:
    """Code generators name an inline map after its property, and then define it twice."""
    text = json.dumps(DOCUMENT["paths"])
    assert '"additionalProperties": {' not in text
    for name, schema in DOCUMENT["components"]["schemas"].items():
        assert '"additionalProperties": {' not in json.dumps(schema.get("properties", {})), name


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", {}),
        ("https://body.example/api", {"url": "https://body.example/api"}),
        ("api@body.example", {"email": "api@body.example"}),
    ],
)
def test_the_contact_is_the_operator(address: str, expected: dict[str, str]) -> None:
    operator = {"name": "The operator of this server", **expected}
    assert openapi(SERVICES, address)["info"]["contact"] == operator


@pytest.mark.parametrize("address", ["body.example", "ftp://body.example", "a@b@c", "https://", "a b@c"])
def test_a_contact_that_is_neither_page_nor_mail_address_is_refused(address: str) -> None:
    with pytest.raises(InputError) as refused:
        openapi(SERVICES, address)
    assert refused.value.violations[0].field == "TOUCHSTONE_API_CONTACT"


def test_no_two_enumeration_values_have_the_same_constant() -> None:
    """Go generators define all constants in one package, without the names of the enumerations."""
    named = {name: one for name, one in DOCUMENT["components"]["schemas"].items() if "enum" in one}
    constants = [constant for one in named.values() for constant in one.get("x-enum-varnames", one["enum"])]
    assert len(set(constants)) == len(constants)
    assert named["Conclusion.Kind"]["x-enum-varnames"][1] == "CONCLUSION_" + named["Conclusion.Kind"]["enum"][1]


def test_integers_have_only_the_bounds_of_their_format() -> None:
    assert not re.search(r"-2147483648|-9223372036854775808", json.dumps(DOCUMENT))


def test_request_schemas_are_closed_and_list_required_fields() -> None:
    request = DOCUMENT["components"]["schemas"]["EvaluateSubjectRequest"]
    assert request["additionalProperties"] is False
    assert request["required"] == ["subject", "asOfDate"]
    sources = DOCUMENT["components"]["schemas"]["ScreenClaimsRequest"]["allOf"]
    assert sources == [{"oneOf": [{"required": ["text"]}, {"required": ["file"]}]}]


def test_no_query_parameter_is_a_message() -> None:
    """A query contains only text; earlier evaluations for verification are accepted only in a body."""
    schemas = DOCUMENT["components"]["schemas"]
    for parameter in (
        one for operation in OPERATIONS for one in operation.get("parameters", ()) if one["in"] == "query"
    ):
        schema = parameter["schema"].get("items", parameter["schema"])
        named = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        assert named["type"] in {"string", "boolean", "integer"}, parameter["name"]
    assert "previousEvaluations" in schemas["VerifyEvaluationTrailRequest"]["properties"]
