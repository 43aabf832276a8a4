"""OData feed of a real server: metadata, pages, options, credentials and refusals."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from service.identity.principals import Role
from tests.support.calling import request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import small_subject

pytestmark = pytest.mark.full
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
COUNT = 12
PARENT = "organizations/example"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("odata")
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"),
    ) as running:
        yield running


@pytest.fixture(scope="module")
def key(server: RunningServer) -> str:
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    writing = new_key_of(url, "example", Role.INTEGRATOR)
    for number in range(COUNT):
        request = request_for(small_subject().model_copy(update={"subject": f"{PARENT}/subjects/factory-{number}"}))
        server.evaluations.EvaluateSubject(request, metadata=bearing(writing))
    return new_key_of(url, "example", Role.ASSESSOR)


@pytest.fixture(scope="module")
def client(server: RunningServer, key: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{server.http}/odata/example", auth=("anybody", key), timeout=60) as client:
        yield client


def document(client: httpx.Client, path: str, **options: str) -> Mapping[str, Any]:
    response = client.get(path, params={f"${name}": value for name, value in options.items()})
    assert response.status_code == 200, response.text
    assert response.headers["odata-version"] == "4.0"
    found: dict[str, Any] = response.json()
    return found


def rows(client: httpx.Client, path: str, **options: str) -> list[Mapping[str, Any]]:
    """Return the rows of all pages."""
    page = document(client, path, **options)
    found = list(page["value"])
    while link := page.get("@odata.nextLink"):
        page = client.get(link).json()
        found += page["value"]
    return found


@pytest.fixture(scope="module")
def properties(client: httpx.Client) -> Mapping[str, Mapping[str, str]]:
    """Return the columns and their types by table."""
    metadata = ElementTree.fromstring(client.get("/$metadata").content)  # noqa: S314 -- our own answer
    kinds = {
        f"touchstone.{kind.get('Name')}": {
            str(each.get("Name")): str(each.get("Type")) for each in kind.iter(f"{EDM}Property")
        }
        for kind in metadata.iter(f"{EDM}EntityType")
    }
    assert all(kind.find(f"{EDM}Key/{EDM}PropertyRef") is not None for kind in metadata.iter(f"{EDM}EntityType"))
    return {str(each.get("Name")): kinds[str(each.get("EntityType"))] for each in metadata.iter(f"{EDM}EntitySet")}


def test_the_service_document_lists_the_tables_of_the_metadata(
    client: httpx.Client, properties: Mapping[str, Mapping[str, str]]
) -> None:
    listed = document(client, "/")
    assert listed["@odata.context"].endswith("/odata/example/$metadata")
    assert {each["name"] for each in listed["value"]} == set(properties)
    assert {"evaluations", "cases", "drafts", "campaigns"} <= set(properties)


def test_each_row_has_the_declared_columns_with_values_of_their_types(
    client: httpx.Client, properties: Mapping[str, Mapping[str, str]]
) -> None:
    kinds: dict[str, Any] = {
        "Edm.Boolean": bool, "Edm.Int32": int, "Edm.Int64": int, "Edm.Decimal": (int, float),
        "Edm.String": str, "Edm.Date": str, "Edm.DateTimeOffset": str,
    }  # fmt: skip
    found = rows(client, "/evaluations")
    assert len(found) == COUNT
    for row in found:
        assert set(row) == set(properties["evaluations"])
        for name, value in row.items():
            assert value is None or isinstance(value, kinds[properties["evaluations"][name]]), name
    assert len({row["name"] for row in found}) == COUNT


def test_scores_are_exact_text_with_a_rounded_number(client: httpx.Client) -> None:
    (row,) = rows(client, "/evaluations", top="1")
    exact, rounded = (Fraction(str(row[f"record_conclusion_score_exact_low{end}"])) for end in ("", "_decimal"))
    assert abs(exact - rounded) <= Fraction(1, 2_000_000)
    assert row["record_as_of_date"] == row["record_as_of_date"][:10]


@pytest.mark.parametrize("top", [1, 5, COUNT, COUNT + 5])
def test_the_first_rows_are_those_of_the_whole_list(client: httpx.Client, top: int) -> None:
    every = [row["name"] for row in rows(client, "/evaluations", select="name")]
    assert [row["name"] for row in rows(client, "/evaluations", select="name", top=str(top))] == every[:top]


def test_pages_continue_with_the_same_options(
    server: RunningServer, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = document(client, "/evaluations", select="name,create_time", orderby="create_time asc", skiptoken="5.")
    assert len(page["value"]) == 5  # the rest of $top; there is no page after it
    assert "@odata.nextLink" not in page
    times = [row["create_time"] for row in page["value"]]
    assert times == sorted(times)
    assert set(page["value"][0]) == {"name", "create_time"}
    assert page["@odata.context"].endswith("#evaluations(name,create_time)")


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        (f"record_subject eq '{PARENT}/subjects/factory-3'", 1),
        (f"(record_subject ne '{PARENT}/subjects/factory-3') and (create_time ge 2020-01-01T00:00:00Z)", COUNT - 1),
        ("record_as_of_date lt 2000-01-01", 0),
        ("record_conclusion_kind eq 'KIND_GRADED' and record_as_of_date ge 2000-01-01", COUNT),
        ("record_subject eq 'it''s \"nobody\"'", 0),
    ],
)
def test_a_filter_of_the_api_is_applied(client: httpx.Client, condition: str, count: int) -> None:
    assert len(rows(client, "/evaluations", filter=condition)) == count


@pytest.mark.parametrize(
    ("path", "options", "target"),
    [
        ("/evaluations", {"$skip": "5"}, "$skip"),
        ("/evaluations", {"$count": "true"}, "$count"),
        ("/evaluations", {"$select": "name,nothing"}, "$select"),
        ("/evaluations", {"$top": "0"}, "$top"),
        ("/evaluations", {"$top": "٣"}, "$top"),
        ("/evaluations", {"$skiptoken": "x.y"}, "$skiptoken"),
        ("/evaluations", {"$format": "xml"}, "$format"),
        ("/evaluations", {"$orderby": "record_subject"}, "$orderby"),
        ("/evaluations", {"$filter": "record_subject eq"}, "$filter"),
        ("/evaluations", {"$filter": "record_subject eq 'a' or record_subject eq 'b'"}, "$filter"),
        ("/evaluations", {"$filter": "(record_subject eq 'a'"}, "$filter"),
        ("/evaluations", {"$filter": "record_subject eq 'a' and"}, "$filter"),
        ("/evaluations", {"$filter": "record_digest eq 'a'"}, "$filter"),
        ("/evaluations", {"$filter": "record_subject eq 'open"}, "$filter"),
        ("/cases", {"$filter": "name eq 'a'"}, "$filter"),
        ("/cases", {"$orderby": "name"}, "$orderby"),
        ("/evaluations", {"unknown": "1"}, "unknown"),
    ],
)
def test_a_wrong_option_is_named(client: httpx.Client, path: str, options: Mapping[str, str], target: str) -> None:
    response = client.get(path, params=options)
    assert response.status_code == 400, response.text
    assert target in [each["target"] for each in response.json()["error"]["details"]]


def test_an_unknown_table_is_refused_with_the_known_ones(client: httpx.Client) -> None:
    for path in ("/nothing", "/evaluations/x", "/evaluations/$count"):
        response = client.get(path)
        assert response.status_code == 404
        assert response.json()["error"]["code"] == "PATH_NOT_FOUND"
    assert "evaluations" in client.get("/nothing").json()["error"]["message"]


def test_only_the_own_organisation_is_read_and_only_with_a_credential(server: RunningServer, key: str) -> None:
    address = f"{server.http}/odata/example/evaluations"
    absent = httpx.get(address)
    assert absent.status_code == 401
    assert absent.headers["www-authenticate"].startswith("Basic ")
    for header in ("Basic !!!", f"Basic {base64.b64encode(b'x:wrong').decode()}", "Bearer wrong"):
        assert httpx.get(address, headers={"authorization": header}).status_code == 401
    assert httpx.get(address, headers={"authorization": f"Bearer {key}"}).status_code == 200
    other = httpx.get(f"{server.http}/odata/other/evaluations", auth=("x", key))
    assert other.status_code == 403
    assert other.json()["error"]["code"] == "OTHER_ORGANIZATION"
    assert httpx.post(address, auth=("x", key)).status_code in {404, 405}


def test_the_first_requests_of_power_query_are_answered(
    client: httpx.Client, properties: Mapping[str, Mapping[str, str]]
) -> None:
    headers = {"odata-version": "4.0", "odata-maxversion": "4.0", "user-agent": "Microsoft.Data.Mashup"}
    accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata.streaming=true"
    root = httpx.URL(str(client.base_url).rstrip("/"))  # without the slash at the end, as people enter it
    assert client.get(root, headers={**headers, "accept": accept}).status_code == 200
    metadata = client.get("/$metadata", headers={**headers, "accept": "application/xml"})
    assert metadata.headers["content-type"].startswith("application/xml")
    for table, columns in properties.items():
        query = f"$select={','.join(columns)}&$top=1000"
        assert len(query) < 7_000, table  # proxies limit the line of a request, nginx to 8 KB
        response = client.get(f"/{table}?{query}", headers={**headers, "accept": accept})
        assert response.status_code in {200, 403}, (table, response.text)
        assert response.headers["odata-version"] == "4.0"
        assert all(set(row) == set(columns) for row in response.json().get("value", ()))


def test_head_is_answered_without_content_and_a_very_long_query_is_refused(client: httpx.Client) -> None:
    head = client.head("/evaluations", params={"$top": "1"})
    assert (head.status_code, head.content) == (200, b"")
    assert client.get("/evaluations?$filter=" + "(" * 20_000).status_code == 400
    assert client.get("/evaluations?$select=" + "name," * 4_000 + "name").status_code == 200
    assert client.get("/evaluations?$filter=" + "x" * 60_000).status_code in {400, 414, 431}


def test_a_table_that_the_role_may_not_read_is_refused(server: RunningServer) -> None:
    author = new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], "example", Role.RULE_AUTHOR)
    response = httpx.get(f"{server.http}/odata/example/accounts", auth=("x", author))
    assert response.status_code == 403


def test_addresses_are_https_behind_a_proxy_on_another_machine(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_WORKBENCH_URL="https://touchstone.example",
    ) as running:
        headers = {"host": "touchstone.example", "x-forwarded-proto": "http"}
        listed = httpx.get(f"{running.http}/odata/example", headers=headers)
        assert listed.json()["@odata.context"] == "https://touchstone.example/odata/example/$metadata"
        assert (
            "https://touchstone.example/v1"
            in httpx.get(f"{running.http}/api", headers={**headers, "accept": "text/html"}).text
        )
