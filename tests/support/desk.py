"""A certification body in a browser: its people, each with a browser of their own, who do everything by pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.configuration.folders import CHECKOUT
from service.identity.principals import Role
from service.workbench.page import page_words
from tests.service.output.report.browser import find_browser
from tests.support.browsing import new_account_at
from tests.support.running import RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PICTURES = CHECKOUT / "docs/pictures"
"""Folder of page screenshots, which are renewed if WORKBENCH_PICTURES is set."""
ROLES = {
    "olu": (Role.OPERATOR,), "author": (Role.RULE_AUTHOR,), "approver": (Role.RULE_APPROVER,),
    "office": (Role.INTEGRATOR,), "ada": (Role.ASSESSOR,), "ben": (Role.ASSESSOR,), "rui": (Role.REVIEWER,),
    "dan": (Role.DECIDER, Role.REVIEWER), "eva": (Role.DECIDER,), "lin": (Role.APPLICANT,),
}  # fmt: skip
_AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def go_to(page: Page, address: str) -> None:
    """Open an address. Try again if a busy browser, still finishing the page before, cancels the first attempt."""
    from playwright.sync_api import Error  # noqa: PLC0415 -- slow to load

    try:
        page.goto(address)
    except Error as cancelled:
        if "ERR_ABORTED" not in cancelled.message:
            raise
        page.wait_for_load_state()
        page.goto(address)


def turned(page: Page, by: Locator | str) -> None:
    """Click a link or button and wait for the page that it opens.

    The click is sent to the element, not to a point: an answer that arrives in between may move the element.
    """
    element = page.locator(by) if isinstance(by, str) else by
    element.click(trial=True)  # visible, enabled and not covered
    with page.expect_navigation():
        element.evaluate("element => element.click()")


class Person:
    """A signed-in person who navigates only by links and buttons of the pages."""

    def __init__(self, page: Page, at: str, name: str, language: str) -> None:
        self.page, self.name = page, name
        self._at, self.language = at, language
        self.words: dict[str, Any] = page_words(language)

    def signs_in(self, password: str) -> None:
        """Sign in by a local account."""
        go_to(self.page, f"{self._at}/workbench/sign-in?language={self.language}")
        self.page.fill("#f-name", self.name)
        self.page.fill("#f-password", password)
        self.presses(self.words["sign_in"])
        assert "sign-in" not in self.page.url

    def goes_to(self, nav: str) -> None:
        """Follow the navigation; a link in a menu is reached by opening its group."""
        top = self.page.locator("header nav")
        link = self.page.locator("a").filter(has_text=re.compile(f"^{re.escape(self.words['nav'][nav])}$"))
        menu = top.locator("details:not([open])").filter(has=link)
        if menu.count():
            menu.locator("summary").click()
        turned(self.page, top.locator(link))

    def follows(self, name: str, *, exact: bool = True) -> None:
        """Follow the first link of the page with such a text."""
        turned(self.page, self.page.get_by_role("main").get_by_role("link", name=name, exact=exact).first)

    def turns_to(self, name: str) -> None:
        """Open a page of the case by the bar of the case."""
        turned(self.page, self.page.locator(".casebar").get_by_role("link", name=name, exact=True))

    def fills_in(self, **typed: str | Sequence[str] | Path) -> None:
        """Fill in fields: text is typed, several are boxes to check, and a path is a file."""
        for name, value in typed.items():
            if isinstance(value, os.PathLike):
                self.page.set_input_files(f"#f-{name}", value)
            elif not isinstance(value, str):
                self.page.locator(f"input[name={name}]:checked").evaluate_all("all => all.forEach(one => one.click())")
                for option in value:
                    self.page.check(f"input[name={name}][value='{option}']")
            elif self.page.locator(f"input[type=radio][name={name}]").count():
                self.page.check(f"input[name={name}][value='{value}']")
            else:
                self.page.fill(f"#f-{name}", value)

    def presses(self, name: str) -> None:
        """Send the form; the page after it has no problem."""
        turned(self.page, self.page.get_by_role("main").get_by_role("button", name=name, exact=True))
        wrong = self.page.locator("main .errors")
        assert wrong.count() == 0, f"{self.name} at {self.page.url}: {wrong.first.inner_text()}"

    def opens(self, case: str, item: str = "") -> None:
        """Open a case by its own bar, or from elsewhere by the list of cases; then a thing in it by the bar."""
        if f"/cases/{case}/" in f"{self.page.url.partition('?')[0]}/":
            self.turns_to(self.words["overview"])
        else:
            self.goes_to("cases")
            self.follows(case, exact=False)
        if item:
            kind, _, number = item.partition("/")
            self.turns_to(f"{self.words['item'][kind]} {number}")

    def takes(self, step: str, case: str, item: str = "", **typed: str | Sequence[str]) -> None:
        """Perform a step by its link on the page of the case or of an item."""
        self.opens(case, item)
        self.follows(self.words["step"][step])
        self.fills_in(**typed)
        self.presses(self.words["step"][step])

    def gives(self, file: Path, step: str, case: str, item: str = "", *, reason: str) -> None:
        """Upload a file of facts."""
        self.opens(case, item)
        self.follows(self.words["step"][step])
        self.fills_in(file=file, reason=reason)
        self.presses(self.words["take_file"])

    def evaluates(self, case: str, day: str) -> str:
        """Evaluate the dossier and return the text of the resulting page."""
        self.opens(case)
        self.turns_to(self.words["score"])
        self.fills_in(as_of_date=day)
        self.presses(self.words["evaluate"])
        return self.reads()

    def concludes(self, case: str, item: str = "", *, reason: str, **particulars: str) -> str:
        """Print the report, conclude with its digest, and return the digest."""
        self.opens(case)
        self.turns_to(self.words["report"])
        self.fills_in(**particulars)
        self.presses(self.words["show"])
        digest = self.page.locator("main .notice.ok .digest").inner_text()
        self.opens(case, item)
        self.follows(self.words["step"]["conclude"])
        newest = self.page.locator("input[name=evaluation]").first.get_attribute("value") or ""
        self.fills_in(evaluation=newest, report_digest=digest, reason=reason)
        self.presses(self.words["step"]["conclude"])
        return digest

    def signs(self, step: str, case: str, **typed: str | Sequence[str]) -> None:
        """Perform a step that leads to a statement, check the statement, and sign it with a passkey."""
        self.opens(case)
        self.follows(self.words["step"][step])
        self.fills_in(**typed)
        self.presses(self.words["to_statement"])
        assert str(typed["reason"]) in self.reads()
        self.pictures("decision")
        sign = self.words["sign"].format(step=self.words["step"][step])
        turned(self.page, self.page.get_by_role("main").get_by_role("button", name=sign, exact=True))
        self.page.wait_for_url(f"**/cases/{case}")

    def types_over(self, row: str, old: str, new: str) -> None:
        """Go to a line of a draft's file as it was opened by its address, and type over some words of it."""
        lines = self.page.input_value("#f-source_files").split("\n")
        (number,) = (number for number, line in enumerate(lines, 1) if row in line)
        self.page.evaluate("number => { location.hash = ''; location.hash = `#L${number}`; }", number)
        self.page.locator(".cm-activeLineGutter", has_text=str(number)).wait_for()
        text = self.page.locator(".cm-activeLine").inner_text()
        self.page.keyboard.press("End")
        for _ in range(len(text) - text.index(old) - len(old)):
            self.page.keyboard.press("ArrowLeft")
        for _ in old:
            self.page.keyboard.press("Backspace")
        self.page.keyboard.type(new)

    def signs_draft(self, step: str) -> None:
        """Go to the statement of a step of a draft, and sign it by passkey."""
        said = self.words["draft_sign_step"][step]
        if step == "submit":
            self.fills_in(reason="Notice 7: for all subjects")
        self.presses(said)
        sign = self.words["sign"].format(step=said)
        turned(self.page, self.page.get_by_role("main").get_by_role("button", name=sign))
        assert self.page.url.endswith("/approve"), self.reads()

    def makes_a_passkey(self) -> str:
        """Create a passkey and return its enrolment text for the operator."""
        go_to(self.page, f"{self._at}/workbench/passkey")
        turned(self.page, "main form button:not([aria-hidden])")
        return self.page.input_value("#f-enrolment")

    def reads(self) -> str:
        """Read the page."""
        return self.page.inner_text("main")

    def stands(self, case: str, state: str, item: str = "") -> None:
        """Check the state of a case or an item."""
        self.opens(case, item)
        text = self.page.locator("main .tag, main .status" if item else ".casebar .tag").first.inner_text()
        assert text == self.words["state"][state], text

    def pictures(self, name: str, *, width: int = 1280, height: int = 800, media: str = "screen") -> None:
        take_picture(self.page, name, self.language, width=width, height=height, media=media)


def take_picture(
    page: Page, name: str, language: str, *, width: int = 1280, height: int = 800, media: str = "screen"
) -> None:
    """Save a screenshot of a page for the documentation if WORKBENCH_PICTURES is set."""
    if not os.environ.get("WORKBENCH_PICTURES"):
        return
    from PIL import Image  # noqa: PLC0415 -- only then

    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print" if media == "print" else "screen", color_scheme="light")
    path = PICTURES / f"workbench-{name}{'' if language == 'en' else '.zh'}.png"
    page.screenshot(path=path, full_page=media == "print")
    page.emulate_media(media="screen", color_scheme="null")
    if size is not None:
        page.set_viewport_size(size)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)


def machine_of(browser: Browser) -> Page:
    """Return a page in a separate browser context with a virtual authenticator."""
    page = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 800}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": _AUTHENTICATOR})
    return page


class Desk:
    """An empty body on a server, and who signs in there."""

    def __init__(self, running: RunningServer, browser: Browser, language: str) -> None:
        self._running, self._browser, self._language = running, browser, language
        self._at = running.http.replace("127.0.0.1", "localhost")  # an address of numbers has no passkeys
        self._people: dict[str, Person] = {}

    def outsider(self) -> Person:
        """Return an anonymous person at the register."""
        person = Person(machine_of(self._browser), self._at, "", self._language)
        go_to(person.page, f"{self._at}/register?language={self._language}")
        return person

    def __getitem__(self, name: str) -> Person:
        """Return a person, who signs in at the first access."""
        if name not in self._people:
            person = Person(machine_of(self._browser), self._at, name, self._language)
            person.signs_in(new_account_at(self._running, name, ROLES[name]))
            self._people[name] = person
        return self._people[name]


@contextmanager
def empty_desk(folder: Path, gazette: Path, language: str) -> Iterator[Desk]:
    """Begin a server without anything in it, and a browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    executable = find_browser()
    server = RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_PUBLIC_REGISTERS="example",
    )  # fmt: skip
    with server as running, sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield Desk(running, browser, language)
        browser.close()
