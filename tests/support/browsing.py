"""A person who uses the pages of a server as a browser without scripts does: links, forms, cookies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from weakref import finalize

import httpx
from lxml import html

from service.accounts.local_accounts import new_account
from service.identity.principals import Role
from service.store.accounts import open_accounts
from tests.support.casework import PARENT, PEOPLE, Body
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from playwright.sync_api import Expect


def patient_expect() -> Expect:
    """Return `expect` with a long timeout, because browsers start slowly on a busy machine."""
    from playwright.sync_api import expect  # noqa: PLC0415 -- slow to load

    expect.set_options(timeout=120_000)
    return expect


class Browser:
    """A browser with cookies. It is closed when no longer referenced, also after a failed test."""

    def __init__(self, address: str, language: str = "en") -> None:
        self.http = httpx.Client(base_url=address, headers={"accept-language": language}, timeout=60)
        finalize(self, self.http.close)

    def get(self, path: str, status: int = 200) -> html.HtmlElement:
        """Open a page."""
        answer = self.http.get(path, follow_redirects=True)
        assert answer.status_code == status, answer.text
        return html.fromstring(answer.text)

    def sign_in(self, name: str, password: str, status: int = 303) -> httpx.Response:
        """Sign in by a local account."""
        return self.send("/workbench/sign-in", status, name=name, password=password)

    def send(self, path: str, status: int = 303, **typed: str | list[str]) -> httpx.Response:
        """Open the page of a form, fill it in, and send it."""
        fields = {**self.fields(path), **typed}
        answer = self.http.post(path, data=fields)
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return answer

    def fields(self, path: str) -> Mapping[str, str | list[str]]:
        """Return the field values that the last form of a page would send."""
        form = self.get(path).xpath("//main//form[@method='post']")[-1]
        values: dict[str, str | list[str]] = {}
        for name, value in form.form_values():
            before = values.get(name)
            values[name] = value if before is None else [*([before] if isinstance(before, str) else before), value]
        return values


def account_of(body: Body, name: str, roles: Iterable[Role], organization: str = "example") -> str:
    return new_account_at(body.server, name, roles, organization)


def new_account_at(server: RunningServer, name: str, roles: Iterable[Role], organization: str = "example") -> str:
    """Create an account on a server and return its password."""
    with open_accounts(server.environment["TOUCHSTONE_DATABASE_URL"]) as accounts:
        return new_account(accounts, name, organization, roles)


def people_of(body: Body) -> dict[str, str]:
    """Create a local account for every person of a body; return the passwords by name."""
    known = body.call("ada", "ListCasePersons")(cases.ListCasePersonsRequest(parent=PARENT)).case_persons
    for case_person in known:
        case_person.accounts.append(f"account/{case_person.person}")
        body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=case_person))
    return {name: account_of(body, name, roles) for name, (roles, _) in PEOPLE.items()}
