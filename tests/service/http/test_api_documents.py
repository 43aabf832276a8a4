"""The page of the API: every call in both languages, and nothing from anywhere else."""

import base64
import hashlib
import re

import pytest
from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
from lxml import html

from rules.contracts.messages import LANGUAGES
from service.base.declarations import proto_services, summary
from service.http.api_documents import content_security_policy, render
from service.http.openapi import openapi
from service.http.routes import Routes
from service.serving.registry import SERVICES

DESCRIPTION = openapi(SERVICES)
HERE = "http://localhost:8080"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_every_call_and_how_to_try_it(language: str) -> None:
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


def test_it_takes_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = render(DESCRIPTION, "en", root=HERE)
    assert not re.search(r"<script|javascript:|@import|url\(|\son\w+=", page)
    assert {one.get("href").partition("?")[0] for one in html.fromstring(page).iter("a")} == {"/", "/openapi.json"}
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in content_security_policy()


def test_an_address_is_text_on_it() -> None:
    assert "<b>" not in render(DESCRIPTION, "zh", root="http://<b>")
