"""Unknown ids in every form and page of the workbench: status 404 or 403 instead of a server error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from lxml import html

from service.identity.principals import Role
from service.workbench.page import Page, workbench_pages
from service.workbench.sessions import form_token
from tests.support.browsing import Browser, account_of
from tests.support.casework import Body
from tests.support.running import RunningServer

pytestmark = pytest.mark.full
DIGITS = "9" * 4_400
"""More than Python converts to a number."""
NUMBERED = ("revision", "base_revision", "opened", "line", "after_line", "year", "first_year", "assessors", "page")
"""Fields of forms and addresses that take a whole number."""
UNKNOWN = ("UNKNOWN", "0", "%E4%B8%AD", "x" * 3_000)
NAMING = [page for page in workbench_pages() if "{" in page.address]
FORMS = [page for page in NAMING if page.submit is not None or page.is_preview]
PART = re.compile(r"\{(\w+)(?::path)?\}")


@pytest.fixture(scope="module")
def browsers(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[dict[str, Browser]]:
    """Browsers of a user with every role of a body and of a client's office, with one known case."""
    with RunningServer(
        tmp_path_factory.mktemp("unknown"), gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    ) as running:
        body = Body(running)
        body.begin()
        body.apply("known")
        known = {}
        for name, roles in (("root", set(Role) - {Role.APPLICANT}), ("bureau", {Role.INTEGRATOR})):
            known[name] = Browser(running.http)
            known[name].sign_in(name, account_of(body, name, roles))
        yield known


def unknown(page: Page) -> list[str]:
    within = [{"case": "known"}] if "{case}" in page.address and page.address.count("{") > 1 else []
    return [address(page, known, id) for known, id in product(({}, *within), UNKNOWN)]


def address(page: Page, known: dict[str, str], id: str) -> str:
    return PART.sub(lambda part: known.get(part[1], id), page.address)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("who", ["root", "bureau"])
@pytest.mark.parametrize("page", FORMS, ids=[page.address for page in FORMS])
def test_a_form_with_an_unknown_id_is_not_found(browsers: dict[str, Browser], page: Page, who: str) -> None:
    http = browsers[who].http
    token = form_token(next(value for name, value in http.cookies.items() if "session" in name))
    filled = dict.fromkeys((*PART.findall(page.address), "reason"), "x"), dict.fromkeys(NUMBERED, DIGITS)
    for path, typed in product(unknown(page), ({}, *filled)):
        files = {"file": ("a.yaml", b"a: 1")} if page.takes_file else None
        answer = http.post(path, data={"form_token": token, **typed}, files=files)
        assert answer.status_code in ({404} if who == "root" else {403, 404}), f"{path[:80]}: {answer.text}"
        assert html.fromstring(answer.text).xpath("//main//h1")


@pytest.mark.parametrize("page", NAMING, ids=[page.address for page in NAMING])
def test_a_page_with_an_unknown_id_is_not_found(browsers: dict[str, Browser], page: Page) -> None:
    for path in unknown(page):
        assert browsers["root"].get(path, 404).xpath("//main//h1")


def test_numbers_of_4400_digits_in_addresses_are_no_server_error(browsers: dict[str, Browser]) -> None:
    for page in workbench_pages():
        path = PART.sub(lambda part: "known" if part[1] == "case" else DIGITS, page.address)
        query = "&".join(f"{name}={DIGITS}" for name in ("page", "place", "revision", "from", "to", "year"))
        assert browsers["root"].http.get(f"{path}?{query}").status_code < 500, page.address
