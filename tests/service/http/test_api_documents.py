"""The page of the API: every call in both languages, and nothing from anywhere else."""

import base64
import hashlib
import re

import pytest
from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
from lxml import html
from starlette.requests import Request

from rules.contracts.messages import LANGUAGES
from service.base.declarations import proto_services, summary
from service.http.api_documents import Documents, content_security_policy, render
from service.http.openapi import openapi
from service.http.routes import Routes
from service.serving.registry import SERVICES

DESCRIPTION = openapi(SERVICES)
HERE = "http://localhost:8080"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_call_with_an_example(language: str) -> None:
    page = html.fromstring(render(DESCRIPTION, language, root=HERE))
    shown = {(one.findtext(".//span"), one.findtext(".//code")) for one in page.iter("summary")}
    assert shown == {(route.verb, route.shown) for route in Routes(SERVICES).all}
    text = page.text_content()
    for service in (proto_services()[name] for name in SERVICES):
        each: list[MethodDescriptor | ServiceDescriptor] = [service, *service.methods]
        for declared in each:
            assert summary(declared, language)
            assert summary(declared, language) in text, declared.full_name
    lines = [one.text_content() for one in page.iter("pre")]
    assert len(lines) == len(shown)
    assert all(line.startswith(f"curl -s '{HERE}/v1/") for line in lines)


def test_the_page_loads_nothing_external_and_runs_no_script() -> None:
    page = render(DESCRIPTION, "en", root=HERE)
    assert not re.search(r"<script|javascript:|@import|url\(|\son\w+=", page)
    assert {one.get("href").partition("?")[0] for one in html.fromstring(page).iter("a")} == {"/api", "/openapi.json"}
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in content_security_policy()


def test_the_server_address_is_escaped_on_the_page() -> None:
    assert "<b>" not in render(DESCRIPTION, "zh", root="http://<b>")


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def answer(
    path: str, accept: str, *, has_pages: bool = True, asks_identity: bool = False, query: str = ""
) -> tuple[str, str]:
    """Return the media type and the text of a document."""
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "server": ("localhost", 8080), "path": path,
        "query_string": query.encode(), "headers": [(b"accept", accept.encode()), (b"host", b"localhost:8080")],
    }  # fmt: skip
    documents = Documents(SERVICES, has_pages=has_pages, asks_identity=asks_identity)
    response = documents.find(path, Request(scope))
    assert response is not None
    assert "accept" in response.headers["vary"]
    return response.headers["content-type"].partition(";")[0], bytes(response.body).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_people_to_workbench_and_register(language: str) -> None:
    kind, text = answer("/", BROWSER, query=f"language={language}")
    assert kind == "text/html"
    links = {one.get("href").partition("?")[0] for one in html.fromstring(text).iter("a")}
    assert links == {"/", "/workbench", "/register", "/api"}
    assert "curl" not in text


@pytest.mark.parametrize("asks_identity", [False, True])
def test_commands_send_a_token_exactly_if_the_server_requires_it(asks_identity: bool) -> None:
    _, text = answer("/api", BROWSER, asks_identity=asks_identity)
    page = html.fromstring(text)
    lines = [one.text_content() for one in page.iter("pre")]
    header = ' -H "authorization: Bearer $TOUCHSTONE_TOKEN"'
    assert lines
    assert all((header in line) == asks_identity for line in lines)
    assert ("This server requires a credential" in page.text_content()) == asks_identity


@pytest.mark.parametrize("accept", ["*/*", "", "application/json"])
def test_the_first_page_returns_the_openapi_document_to_programs(accept: str) -> None:
    kind, text = answer("/", accept)
    assert (kind, text) == ("application/json", answer("/openapi.json", accept)[1])


def test_the_api_page_has_its_own_address() -> None:
    for path, has_pages in (("/api", True), ("/", False)):
        kind, text = answer(path, BROWSER, has_pages=has_pages)
        assert kind == "text/html"
        assert "curl -s" in html.fromstring(text).text_content()
