"""Pages of mail in a browser: keyboard only, accessible, not wider than a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from service.identity.principals import Role
from tests.service.output.report.browser import find_browser
from tests.support.browsing import account_of
from tests.support.casework import PARENT, Body
from tests.support.desk import go_to
from tests.support.identities import bearing
from tests.support.mailing import Mailbox, path_in, smtp_server
from tests.support.running import RunningServer
from tests.support.waiting import until
from touchstone.v1 import mail_service_pb2 as pb
from touchstone.v1.mail_service_pb2_grpc import MailServiceStub

pytestmark = pytest.mark.full
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ADDRESS = "boss@body.example"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_notices_are_chosen_confirmed_and_ended_with_the_keyboard(  # noqa: PLR0915 -- one walk through all pages
    language: str, tmp_path: Path, gazette: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    wrong: list[str] = []
    mailbox = Mailbox(refuse=lambda address: "550 5.1.1 no such user" if address.startswith("gone") else "")
    with smtp_server(mailbox) as port:
        settings: dict[str, Any] = {
            "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_MAIL_HOST": "127.0.0.1", "TOUCHSTONE_MAIL_PORT": str(port),
            "TOUCHSTONE_MAIL_SECURITY": "none", "TOUCHSTONE_MAIL_SENDER": "no-reply@body.example",
            "TOUCHSTONE_WORKBENCH_URL": "http://localhost:9",
        }  # fmt: skip
        with RunningServer(tmp_path, gazette, **settings) as running, sync_playwright() as playing:
            body = Body(running)
            body.begin()
            password = account_of(body, "boss", [Role.OPERATOR, Role.REVIEWER])
            stub = MailServiceStub(running.channel)
            key = body.new_key(Role.ASSESSOR)
            gone = pb.SaveMailSettingsRequest(parent=PARENT, mail_address="gone@body.example")
            stub.SaveMailSettings(gone, metadata=bearing(key))
            browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True).new_page()

            def check(state: str) -> None:
                violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
                wrong.extend(f"{state}: {one['id']} {one['nodes'][:1]}" for one in violations["violations"])
                if page.evaluate("document.documentElement.scrollWidth") > 375:
                    wrong.append(f"{state}: wider than a phone")

            def tab_to(selector: str) -> None:
                """Press Tab until an element has the focus."""
                for _ in range(200):
                    if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                        return
                    page.keyboard.press("Tab")
                raise AssertionError(f"The keyboard does not reach {selector}.")

            def send(end: str) -> None:
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                page.wait_for_url(lambda url: url.endswith(end))

            go_to(page, f"{running.http}/workbench/sign-in?language={language}")
            page.focus("#f-name")
            page.keyboard.type("boss")
            page.keyboard.press("Tab")
            page.keyboard.type(password)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "sign-in" not in url)

            go_to(page, f"{running.http}/workbench/mail")
            assert page.locator("footer a[href='/workbench/mail']").count() == 1
            check("empty settings")
            tab_to("#f-mail_address")
            page.keyboard.type("boss@body")
            send("/workbench/mail")
            assert page.locator("#f-mail_address").input_value() == "boss@body"
            check("refused settings")
            tab_to("#f-mail_address")
            page.keyboard.type(_ADDRESS)  # the key Tab selected the text of the field
            tab_to("#f-mode-deadlines")
            page.keyboard.press("Home")
            tab_to("main form button:not([name])")
            send("/workbench/mail?saved=1")
            check("saved settings")
            until(lambda: mailbox.of(_ADDRESS), 20)
            path = path_in(mailbox.of(_ADDRESS)[-1], "/workbench/mail/confirm/")
            go_to(page, running.http + path)
            check("link of the confirmation")
            tab_to("main form button")
            send("?done=1")
            check("confirmed")
            go_to(page, f"{running.http}/workbench/mail")
            assert page.locator("#f-mode-deadlines").input_value() == "at_once"

            go_to(page, f"{running.http}/workbench/mail-queue?state=bounced")
            check("queue with a bounced message")
            tab_to("main td form button")
            send("/workbench/mail-queue")
            check("queue")
            tab_to("#f-mail_address")
            page.keyboard.type(_ADDRESS)
            send("?done=tested")
            check("test message")
            tab_to("#f-mail_account")
            page.keyboard.type("account/unknown")
            send("/workbench/mail-queue")
            check("unknown account")
            page.focus("#f-mail_account")
            page.keyboard.press("Control+A")
            page.keyboard.type("account/boss")
            send("?done=removed")
            check("removed")
            go_to(page, f"{running.http}/workbench/mail")
            assert page.locator("#f-mail_address").input_value() == ""
            go_to(page, f"{running.http}{path[:-4]}abcd")
            check("wrong link")
            browser.close()
    assert not wrong, "\n".join(wrong)
    assert len(mailbox.of(_ADDRESS)) == 2
