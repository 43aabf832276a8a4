"""Mail on a real server: notices of case steps, invitations, pages and links without sign-in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of, people_of
from tests.support.calling import refused
from tests.support.casework import AGREEMENT, PARENT, Body
from tests.support.identities import bearing
from tests.support.mailing import Mailbox, confirm, smtp_server
from tests.support.running import RunningServer
from tests.support.waiting import until
from touchstone.v1 import mail_service_pb2 as pb, mail_service_pb2_grpc

pytestmark = pytest.mark.full
_KINDS = ("deadlines", "findings", "approvals", "work")


@pytest.fixture(scope="module")
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path, mailbox: Mailbox) -> Iterator[Body]:
    with smtp_server(mailbox) as port:
        settings: dict[str, Any] = {
            "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_MAIL_HOST": "127.0.0.1", "TOUCHSTONE_MAIL_PORT": str(port),
            "TOUCHSTONE_MAIL_SECURITY": "none", "TOUCHSTONE_MAIL_SENDER": "Touchstone <no-reply@body.example>",
            "TOUCHSTONE_WORKBENCH_URL": "http://localhost:9",
            "TOUCHSTONE_METRICS_ADDRESS": "",
        }  # fmt: skip
        with RunningServer(tmp_path_factory.mktemp("mail"), gazette, **settings) as running:
            opened = Body(running)
            opened.begin()
            yield opened


@pytest.fixture(scope="module")
def browsers(body: Body, mailbox: Mailbox) -> Mapping[str, Browser]:
    """The browsers of people with confirmed addresses."""
    passwords = people_of(body)
    body.keys["cli"] = body.new_key(Role.APPLICANT)
    body.register("cli", client="works")
    person = body.person("cli")
    person.accounts.append("account/cli")
    body.save(person)
    passwords["cli"] = account_of(body, "cli", [Role.APPLICANT])
    opened = {}
    for name in ("ada", "ben", "rui", "dan", "cli"):
        browser = opened[name] = Browser(body.server.http)
        browser.sign_in(name, passwords[name])
        address = f"{name}@body.example"
        modes: dict[str, Any] = {f"mode-{kind}": "at_once" for kind in _KINDS}
        browser.send("/workbench/mail", mail_address=address, digest_hour="7", time_zone="Asia/Shanghai",
                     language_code="zh" if name == "ben" else "en", **modes)  # fmt: skip
        confirm(body.server.http, mailbox, address)
    return opened


def _titles(mailbox: Mailbox, name: str) -> list[str]:
    return [str(message["Subject"]) for message in mailbox.of(f"{name}@body.example")][1:]


def test_each_step_reaches_only_those_who_have_work_and_plans_invite(
    body: Body, browsers: Mapping[str, Browser], mailbox: Mailbox
) -> None:
    case = "posted"
    body.apply(case)
    until(lambda: len(_titles(mailbox, "rui")) == 1 and len(_titles(mailbox, "dan")) == 1, 20)
    assert "posted" in _titles(mailbox, "rui")[0]
    assert _titles(mailbox, "ada") == _titles(mailbox, "cli") == []
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    until(lambda: any(message.is_multipart() and _calendar(message) for message in mailbox.of("cli@body.example")), 20)
    calendar = next(filter(None, map(_calendar, mailbox.of("cli@body.example"))))
    for line in ("METHOD:REQUEST", "SEQUENCE:4", "DTSTART;VALUE=DATE:20990131", "STATUS:CONFIRMED"):
        assert line in calendar, calendar
    assert "ada@body.example" not in calendar
    body.step("ada", case, "start")
    body.step("ben", case, "raise", severity="minor", requirement="metering", statement="SECRET-STATEMENT")
    until(lambda: any("Findings to answer" in title for title in _titles(mailbox, "cli")), 20)
    body.step("office", case, "withdraw_application")
    until(lambda: any("METHOD:CANCEL" in _calendar(message) for message in mailbox.of("cli@body.example")), 20)
    cancelled = next(text for text in map(_calendar, mailbox.of("cli@body.example")) if "METHOD:CANCEL" in text)
    uid = next(line for line in calendar.splitlines() if line.startswith("UID:"))
    assert uid in cancelled
    assert all("SECRET-STATEMENT" not in message.as_string() for _, message in mailbox.received)
    assert "body.example" not in body.server.log
    assert any("待您" in title or "审核邀请" in title for title in _titles(mailbox, "ben"))


def _calendar(message: EmailMessage) -> str:
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            return str(part.get_content())
    return ""


def test_one_click_unsubscribes_without_session_and_get_changes_nothing(
    body: Body, browsers: Mapping[str, Browser], mailbox: Mailbox
) -> None:
    body.apply("clicked")
    until(lambda: any("clicked" in title for title in _titles(mailbox, "rui")), 20)
    message = mailbox.of("rui@body.example")[-1]
    link = str(message["List-Unsubscribe"]).strip("<>").removeprefix("http://localhost:9")
    assert str(message["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    anonymous = Browser(body.server.http)
    assert "Stop these notices" in anonymous.get(link).text_content()
    assert _mode(body, "rui", "work") == pb.MAIL_MODE_AT_ONCE
    posted = httpx.post(
        f"{body.server.http}{link}", files={"List-Unsubscribe": (None, "One-Click")},
        headers={"origin": "https://mail.example", "sec-fetch-site": "cross-site"},
    )  # fmt: skip
    assert posted.status_code == 200, posted.text[:300]
    assert "not sent to you any more" in posted.text
    assert _mode(body, "rui", "work") == pb.MAIL_MODE_OFF
    assert httpx.post(f"{body.server.http}{link[:-3]}abc").status_code == 404
    count = len(mailbox.of("rui@body.example"))
    body.apply("unheard")
    until(lambda: any("unheard" in title for title in _titles(mailbox, "dan")), 20)
    assert len(mailbox.of("rui@body.example")) == count


def _mode(body: Body, name: str, kind: str) -> int:
    browser_settings = mail_service_pb2_grpc.MailServiceStub(body.server.channel).ListMailAddresses(
        pb.ListMailAddressesRequest(parent=PARENT), metadata=bearing(body.keys["operator"])
    )
    (settings,) = (one for one in browser_settings.mail_settings if one.account == f"account/{name}")
    return int(next(preference.mode for preference in settings.preferences if preference.kind == kind))


def test_the_queue_is_for_operators(body: Body, browsers: Mapping[str, Browser], mailbox: Mailbox) -> None:
    stub = mail_service_pb2_grpc.MailServiceStub(body.server.channel)
    denied = refused(
        lambda request: stub.ListMailMessages(request, metadata=bearing(body.keys["ada"])),
        pb.ListMailMessagesRequest(parent=PARENT),
    )
    assert "operator" in denied.message
    operator = Browser(body.server.http)
    operator.sign_in("boss", account_of(body, "boss", [Role.OPERATOR]))
    page = operator.get("/workbench/mail-queue")
    assert "account/cli" in page.text_content()
    operator.send("/workbench/mail-queue", mail_address="boss@body.example")
    assert str(mailbox.of("boss@body.example")[0]["Subject"]) == "Test message"
    browsers["ada"].get("/workbench/mail-queue", status=403)
