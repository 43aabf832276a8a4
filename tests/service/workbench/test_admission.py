"""Workbench HTTP security: HSTS and `__Host-` cookies, refused methods, session expiry and passwords."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine, update

from rules.contracts import package_file
from service.accounts.local_accounts import new_account
from service.base import instants
from service.identity.principals import Principal, PrincipalKind, Role
from service.store.accounts import Accounts, open_accounts
from service.store.store import Store
from service.store.tables import SessionRow
from service.workbench import page_endpoint
from service.workbench.application import Workbench
from service.workbench.page import LIVE
from service.workbench.sessions import ABSOLUTE, IDLE, Sessions
from service.workbench.static_files import PLACE, static_address

STYLE = static_address("workbench.css")
RUI = Principal("rui", PrincipalKind.TOKEN, "example", frozenset({Role.REVIEWER}))


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    Store(url).close()
    return url


@pytest.fixture
def accounts(url: str) -> Iterator[Accounts]:
    with open_accounts(url) as accounts:
        yield accounts


def asked(accounts: Accounts, *, secure: bool, method: str, path: str, **more: Any) -> httpx.Response:
    """Send a request to a workbench without a backend."""

    async def go() -> httpx.Response:
        workbench = Workbench(None, {}, accounts, "", None, secure=secure)  # type: ignore[arg-type] # no calls are made

        transport = httpx.ASGITransport(app=workbench)
        async with httpx.AsyncClient(transport=transport, base_url="https://touchstone.example") as browser:
            answer = await browser.request(method, path, **more)
        workbench.close()
        return answer

    return asyncio.run(go())


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("path", ["/workbench/sign-in?language=zh", STYLE, "/workbench/none-such"])
def test_over_https_cookies_are_of_this_host_and_https_stays(accounts: Accounts, path: str) -> None:
    answer = asked(accounts, secure=True, method="GET", path=path)
    assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    cookies = answer.headers.get_list("set-cookie")
    assert len(cookies) == (2 if "language" in path else 0)
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert {"Path=/", "Secure", "HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
    assert "strict-transport-security" not in asked(accounts, secure=False, method="GET", path=path).headers


def test_styles_and_scripts_are_cached_permanently_under_the_digest_of_their_content(accounts: Accounts) -> None:
    place, _, _ = STYLE.rpartition("/")
    for name in ("workbench.css", LIVE, "grid_cells.js"):
        assert static_address(name) == f"{place}/{name}"  # modules import each other by these names
        answer = asked(accounts, secure=False, method="GET", path=static_address(name))
        assert answer.content == package_file("service.workbench", name).read_bytes()
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
    sign_in = asked(accounts, secure=False, method="GET", path="/workbench/sign-in")
    assert STYLE in sign_in.text
    assert sign_in.headers["cache-control"] == "no-store"
    for gone in (
        "/workbench/workbench.css",
        f"{PLACE}/workbench.css",
        f"{place[:-1]}/workbench.css",
        f"{place}/page.py",
        f"{place}/../page.py",
        place,
    ):
        answer = asked(accounts, secure=False, method="GET", path=gone)
        assert (answer.status_code, "<h1>" in answer.text) == (404, True), gone
    assert asked(accounts, secure=False, method="GET", path="/workbench/workbench.css").status_code == 404
    assert asked(accounts, secure=False, method="POST", path=STYLE).status_code == 405


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "OPTIONS"])
def test_unsupported_methods_are_refused(accounts: Accounts, method: str) -> None:
    answer = asked(accounts, secure=True, method=method, path="/workbench/sign-in", headers={"x-secret": "mirrored"})
    assert answer.status_code == 405
    assert "mirrored" not in answer.text


def test_a_session_ends_without_use_and_in_any_case(accounts: Accounts, url: str) -> None:
    sessions, engine = Sessions(accounts), create_engine(url)

    def after(**columns: timedelta) -> bool:
        token = sessions.begin(RUI).token
        with engine.begin() as connection:
            ago = {name: instants.now_plus(-one) for name, one in columns.items()}
            connection.execute(update(SessionRow).values(ago))
        return sessions.find(token) is not None

    second = timedelta(seconds=5)
    assert after(use_time=IDLE - second)
    assert not after(use_time=IDLE + second)
    assert after(create_time=ABSOLUTE - second)
    assert not after(create_time=ABSOLUTE + second)
    engine.dispose()


@pytest.mark.full
def test_a_password_has_128_random_bits(accounts: Accounts) -> None:
    passwords = {new_account(accounts, f"one-{number}", "example", [Role.REVIEWER]) for number in range(3)}
    assert len(passwords) == 3
    assert all(len(one) >= 22 for one in passwords)


def test_a_page_without_a_free_slot_states_when_to_try_again(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_endpoint, "_MAX_PAGES", 0)
    answer = asked(accounts, secure=True, method="GET", path="/workbench/sign-in")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
