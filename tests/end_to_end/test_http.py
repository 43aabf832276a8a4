"""JSON over HTTP: the same answers as over gRPC, and errors that name the invalid fields."""

import json
import socket
import uuid
from collections.abc import Iterator
from datetime import date
from http.client import HTTPResponse
from typing import Any

import httpx
import pytest
from google.protobuf import json_format

from service.base.instants import now
from service.base.resource_names import CardName
from service.gazette.versions import Gazette
from service.input.workbook.input_file import read_subject_file
from service.output.mapping.requests import write_request
from tests.support.calling import request_for
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import CARD, small_subject
from touchstone.client.json_form import as_json
from touchstone.v1.evaluation_pb2 import EvaluationRecord

PUBLISHED = Gazette(ROOT / "scorecards")
DOSSIERS = [
    ("zero-carbon-factory", "worked-factory.yaml", "2026-11-20"),
    ("zero-carbon-factory", "astronergy-yancheng.yaml", "2026-11-20"),
    ("zero-carbon-factory", "trina-yancheng.yaml", "2026-11-20"),
    ("eu-battery", "eu-battery-ev.yaml", "2027-04-01"),
    ("cbam-installation", "cbam/installation.yaml", "2027-03-01"),
    ("cbam-transitional", "cbam/quarterly-report.yaml", "2026-11-20"),
]
SMALL = f"/v1/scorecards/{CARD}"
SUBJECT = "/v1/organizations/example/subjects/factory-7"


@pytest.fixture
def client(door: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=door.http, timeout=60) as client:
        yield client


def plain(message: Any, *without: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(as_json(message))
    return {name: value for name, value in document.items() if name not in without}


def refusal(response: httpx.Response) -> tuple[str, dict[str, str]]:
    assert response.headers["content-type"] == "application/json"
    details = {detail["@type"].rpartition(".")[2]: detail for detail in response.json()["details"]}
    wrong = details.get("BadRequest", {}).get("fieldViolations", ())
    return details["ErrorInfo"]["reason"], {one["field"]: one["description"] for one in wrong}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("published")
    with RunningServer(folder, PUBLISHED.folder, TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as running:
        yield running


@pytest.mark.full
@pytest.mark.parametrize(("card", "name", "as_of"), DOSSIERS, ids=[name for _, name, _ in DOSSIERS])
def test_each_example_is_evaluated_by_http_as_by_grpc(
    published: RunningServer, card: str, name: str, as_of: str
) -> None:
    rules = PUBLISHED.find(CardName(card, None), as_of=date.fromisoformat(as_of), known=now())
    dossier = read_subject_file(ROOT / "examples" / name, rules.scorecard, as_of=as_of, settings={})
    request = write_request(dossier.subject, scorecard=f"scorecards/{card}", request_id=str(uuid.uuid4()))
    request.ClearField("known_time")
    body = plain(request, "subject")
    by_http = httpx.post(f"{published.http}/v1/{request.subject}:evaluate", json=body, timeout=60)
    assert by_http.status_code == 200, by_http.text
    assert by_http.json() == plain(published.evaluations.EvaluateSubject(request))  # same request id
    request.request_id = str(uuid.uuid4())
    again = published.evaluations.EvaluateSubject(request)
    record = EvaluationRecord()
    json_format.ParseDict(by_http.json()["record"], record)
    assert record.conclusion == again.record.conclusion


def test_an_evaluation_is_stored_and_read_again_through_both_doors(door: RunningServer, client: httpx.Client) -> None:
    request = request_for(small_subject())
    by_http = client.post(f"/v1/{request.subject}:evaluate", json=plain(request, "subject"))
    assert by_http.status_code == 200
    by_grpc = door.evaluations.EvaluateSubject(request)
    assert by_http.json() == plain(by_grpc)
    assert client.get(f"/v1/{by_grpc.name}").json() == plain(by_grpc)
    shown = client.get(f"/v1/{by_grpc.name}", params={"view": "EVALUATION_VIEW_BASIC"}).json()
    assert shown["name"] == by_grpc.name
    assert "recordJson" not in shown


@pytest.mark.full
def test_every_call_is_answered(door: RunningServer, client: httpx.Client) -> None:
    name = door.evaluations.EvaluateSubject(request_for(small_subject())).name
    version = f"{SMALL}/versions/1.0.0"
    for path, asked in {
        "/v1/scorecards": {"pageSize": "1"},
        SMALL: {},
        version: {},
        f"{SMALL}/versions": {"asOfDate": "2026-03-01", "knownTime": "2026-11-20T08:00:00Z"},
        f"{version}/inputSchema": {},
        f"{version}:export": {"form": "FORM_PUBLISHED"},
        f"{SMALL}/versions/2.0.0:diff": {"baseName": version.removeprefix("/v1/"), "languageCode": "en"},
        f"/v1/{name}": {},
        f"/v1/{name}:explain": {"languageCode": "zh"},
        f"/v1/{name}:verifyTrail": {},
        f"/v1/{name}/trailSteps": {"pageSize": "3"},
        "/v1/organizations/green-body/evaluations": {"filter": 'record.as_of_date >= "2026-01-01"'},
    }.items():
        answer = client.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        assert answer.json(), path
        assert answer.headers["touchstone-call"] in door.log
    for path, body in {
        f"/v1/{name}:simulate": {"facts": [{"factId": "energy_used", "value": {"number": "1", "unit": "kWh"}}]},
        "/v1/evaluations:simulate": {"evaluation": name},
        "/v1/evaluations:verifyTrail": {"evaluation": client.get(f"/v1/{name}").json()},
        "/v1/claims:screen": {"text": "Our bottle is climate neutral."},
    }.items():
        answer = client.post(path, json=body)
        assert answer.status_code == 200, answer.text
        assert answer.json(), path


def test_malformed_json_is_refused_with_line_and_column(client: httpx.Client) -> None:
    content = b'{"scorecard": "x",\n "asOfDate": }'
    answer = client.post(f"{SUBJECT}:evaluate", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    reason, wrong = refusal(answer)
    assert reason == "INVALID_FIELDS"
    assert wrong["body"].startswith("line 2, column 14: ")


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"NaN", b"[" * 100_000, b"1" * 5_000, b"[]", b"null", b'{"a":1,"a":1}']
)
def test_bodies_that_are_not_json_objects_are_refused(client: httpx.Client, content: bytes) -> None:
    answer = client.post(f"{SUBJECT}:evaluate", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert list(refusal(answer)[1]) == ["body"]


def test_all_invalid_fields_are_named_at_once(client: httpx.Client) -> None:
    body = {
        "scorecar": "scorecards/x",
        "subject": "organizations/example/subjects/factory-7",
        "knownTime": "yesterday",
        "settings": [],
        "facts": [{"factId": "a", "value": {"number": 5, "choice": "b"}}, "c"],
    }
    answer = client.post(f"{SUBJECT}:evaluate", json=body)
    assert answer.status_code == 400
    assert list(refusal(answer)[1]) == ["subject"]  # path fields are checked before the body
    del body["subject"]
    wrong = refusal(client.post(f"{SUBJECT}:evaluate", json=body))[1]
    assert wrong["scorecar"] == (
        "EvaluateSubjectRequest does not have this field. Correct the name of the field. Did you mean 'scorecard'?"
    )
    assert list(wrong) == [
        "scorecar", "knownTime", "settings", "facts[0].value.number", "facts[0].value.choice", "facts[1]",
    ]  # fmt: skip


def test_fields_are_named_in_the_spelling_of_the_caller(client: httpx.Client) -> None:
    """Check both layers: HTTP refuses a malformed message before the gRPC call, and gRPC refuses invalid values."""
    request = plain(request_for(small_subject()), "subject")
    request["facts"][1]["value"]["unit"] = "t"
    request["evidence"] = [{"evidenceId": "meter", "kind": "meter-reading", "issuer": "a", "contentDigest": "x"}]
    as_defined = json.loads(
        json.dumps(request).replace("asOfDate", "as_of_date").replace("contentDigest", "content_digest")
    )
    for body, names in ((request, ("contentDigest", "asOfDate")), (as_defined, ("content_digest", "as_of_date"))):
        answer = client.post(f"{SUBJECT}:evaluate", json=body)
        assert f"evidence[0].{names[0]}" in refusal(answer)[1], answer.text
        assert "facts[1].value.unit" in refusal(answer)[1]
        assert f"The first is {next(iter(refusal(answer)[1]))}: " in answer.json()["message"]
        early = client.post(f"{SUBJECT}:evaluate", json={**body, names[1]: 5, "evidence": [{names[0]: 5}]})
        assert list(refusal(early)[1]) == [names[1], f"evidence[0].{names[0]}"]


def test_refusals_of_the_grpc_port_retain_their_details(client: httpx.Client) -> None:
    answer = client.post(f"{SUBJECT}:evaluate", json={}, headers={"accept-language": "zh-CN"})
    assert answer.status_code == 400
    wrong = refusal(answer)[1]
    assert list(wrong) == ["scorecard", "asOfDate", "requestId"]
    (localized,) = [one for one in answer.json()["details"] if one["@type"].endswith("LocalizedMessage")]
    assert localized["locale"] == "zh-CN"
    missing = client.get("/v1/scorecards/nothing-of-this-name")
    assert missing.status_code == 404
    assert refusal(missing)[0] == "SCORECARD_VERSION_NOT_FOUND"


def test_a_query_is_read_as_strictly_as_a_body(client: httpx.Client) -> None:
    answer = client.get("/v1/scorecards?pageSiz=1&pageToken=a&pageToken=b")
    assert answer.status_code == 400
    assert list(refusal(answer)[1]) == ["pageToken"]
    assert list(refusal(client.get("/v1/scorecards?pageSiz=1&pageSize=x"))[1]) == ["pageSiz", "pageSize"]
    assert list(refusal(client.get("/v1/scorecards?pageSize"))[1]) == ["query"]
    assert list(refusal(client.get("/v1/scorecards?filter=%ff"))[1]) == ["query"]
    assert list(refusal(client.get(f"{SMALL}?name=scorecards/other"))[1]) == ["name"]
    assert list(refusal(client.post(f"{SUBJECT}:evaluate?requestId=1", json={}))[1]) == ["requestId"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/", "/v2/scorecards", "/v1/scorecards/", "/v1/scorecards//versions", "/v1/scorecards/a/b",
        "/v1/scorecards/a%2Fversions%2F1.0.0", "/v1/scorecards/%ff",
        "/v1/scorecards/../scorecards", "/v1/scorecards/%2e%2e/versions/1.0.0/x",
        "/v1/scorecards/a:b:c", "//v1/scorecards", "/v1/scorecards;x", "/" + "a" * 20_000,
    ],
)  # fmt: skip
def test_hostile_paths_are_not_found(door: RunningServer, path: str) -> None:
    status, content = raw(door, f"GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".encode())
    assert status == 404
    assert json.loads(content)["details"][0]["reason"] == "PATH_NOT_FOUND"


@pytest.mark.parametrize("name", ["..", "%2e%2e", "a%20b", "%E8%AF%84", "a" * 3_000, "%00", "'%20or%201=1"])
def test_hostile_names_are_refused_by_the_port(door: RunningServer, name: str) -> None:
    request = f"GET /v1/scorecards/{name} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
    status, content = raw(door, request.encode())
    assert status == 400
    assert json.loads(content)["details"][1]["fieldViolations"][0]["field"] == "name"


def test_an_unknown_path_is_reported_in_both_languages(client: httpx.Client) -> None:
    answer = client.get("/v1/nothing", headers={"accept-language": "zh"})
    assert answer.status_code == 404
    assert "The path /v1/nothing was not found" in answer.json()["message"]
    assert "没有路径" in answer.json()["details"][1]["message"]


def test_head_options_and_unsupported_methods_are_answered(client: httpx.Client) -> None:
    head, get = client.head("/v1/scorecards"), client.get("/v1/scorecards")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]
    options = client.options(f"{SUBJECT}:evaluate")
    assert (options.status_code, options.headers["allow"]) == (204, "OPTIONS, POST")
    assert "access-control-allow-origin" not in options.headers
    assert client.options("/v1/nothing").status_code == 404
    for method in ("POST", "DELETE", "PATCH", "TRACE"):
        refused = client.request(method, SMALL)
        assert refused.status_code == 405
        assert refused.headers["allow"] == "GET, HEAD, OPTIONS"
        assert refusal(refused)[0] == "METHOD_NOT_ALLOWED"


def test_requests_from_pages_of_other_sites_are_refused(client: httpx.Client) -> None:
    answer = client.post(f"{SUBJECT}:evaluate", content=b"{}", headers={"content-type": "text/plain"})
    assert (answer.status_code, refusal(answer)[0]) == (415, "UNSUPPORTED_MEDIA_TYPE")
    answer = client.get("/v1/scorecards", headers={"host": "rebound.example:8080"})
    assert (answer.status_code, refusal(answer)[0]) == (403, "FOREIGN_HOST")
    assert client.get("/v1/scorecards", headers={"host": "[::1]:8080"}).status_code == 200


def test_an_oversized_body_is_refused_before_it_is_read(door: RunningServer, client: httpx.Client) -> None:
    head = f"POST {SUBJECT}:evaluate HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    status, content = raw(door, f"{head}content-length: 600001\r\n\r\n".encode())
    assert (status, json.loads(content)["details"][0]["reason"]) == (413, "MESSAGE_TOO_LARGE")
    parts = (b" " * 10_000 for _ in range(61))  # of unknown length
    answer = client.post(f"{SUBJECT}:evaluate", content=parts, headers={"content-type": "application/json"})
    assert answer.status_code == 413
    text = "x" * 310_000
    assert client.post("/v1/claims:screen", json={"text": text}).status_code == 413  # the port's own limit


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("part", [b"[]", b"{}", b'{"x":1}', b"null"])
def test_a_body_of_very_many_values_is_refused_at_once(client: httpx.Client, part: bytes) -> None:
    content = b'{"facts":[' + b",".join([part] * (500_000 // (len(part) + 1))) + b"]}"
    answer = client.post(
        f"{SUBJECT}:evaluate", content=content, headers={"content-type": "application/json"}, timeout=10
    )
    assert answer.status_code in (400, 413)
    assert len(refusal(answer)[1]) <= 100


def test_a_deadline_is_passed_on(client: httpx.Client) -> None:
    body = {"text": "Our bottle is climate neutral. " * 300, "jurisdictions": ["EU"]}
    answer = client.post("/v1/claims:check", json=body, headers={"grpc-timeout": "5m"})
    assert answer.status_code == 504
    assert refusal(answer)[0] == "TOOK_TOO_LONG"
    assert list(refusal(client.get("/v1/scorecards", headers={"grpc-timeout": "soon"}))[1]) == ["grpc-timeout"]
    assert client.get("/v1/scorecards", headers={"grpc-timeout": "10S"}).status_code == 200


def test_a_header_that_grpc_cannot_carry_is_refused(door: RunningServer) -> None:
    head = b"GET /v1/scorecards HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nauthorization: Bearer \xe9\r\n\r\n"
    status, content = raw(door, head)
    assert status == 400
    assert json.loads(content)["details"][1]["fieldViolations"][0]["field"] == "authorization"


def raw(door: RunningServer, request: bytes) -> tuple[int, bytes]:
    """Send raw bytes and return the status and body of the response, without waiting for the connection to close."""
    host, _, port = door.http.removeprefix("http://").rpartition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(request)
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.read()
