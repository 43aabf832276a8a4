"""Certificate state: shown by every call, command and page that shows the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import PARENT, PROFILE, Body
from tests.support.commands import answered
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
CASE = "works-1"
STEPS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("suspend", {"due_date": "2099-01-31", "public_reason": "The meter is missing."}, "suspended"),
    ("reinstate", {}, "valid"),
    ("withdraw", {"public_reason": "The meter never came."}, "withdrawn"),
)
WORDS = {
    "en": {
        "valid": ("Certificate valid", "You are certified.", "No task is waiting for you now."),
        "suspended": ("Certificate suspended", "Your certificate is suspended.", ""),
        "withdrawn": ("Certificate withdrawn", "Your certificate was withdrawn.", ""),
    },
    "zh": {
        "valid": ("证书有效", "您已获证。", "目前没有等您处理的事项。"),
        "suspended": ("证书已暂停", "您的证书已暂停。", ""),
        "withdrawn": ("证书已撤销", "您的证书已被撤销。", ""),
    },
}
"""Status label, sentence for the applicant, and sentence shown only for a valid certificate."""


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with RunningServer(
        tmp_path_factory.mktemp("states"), gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    ) as running:
        body = Body(running)
        body.begin(PROFILE)
        yield body


def states_told(body: Body) -> set[str]:
    """Return the distinct certificate states that the calls return for the case."""
    listed = body.call("ada", "ListCases")(cases.ListCasesRequest(parent=PARENT)).cases
    found = body.call("ada", "Search")(cases.SearchRequest(parent=PARENT, search=CASE)).search_results
    told = [body.get(CASE), *listed, *(result for result in found if result.kind == result.KIND_CASE)]
    assert len(told) == 3
    assert {case.state for case in told} == {"certified"}
    return {case.certificate_state for case in told}


def test_the_certificate_state_is_shown_wherever_its_case_is_shown(body: Body, tmp_path: Path) -> None:
    passwords = {"rui": people_of(body)["rui"], "lin": account_of(body, "lin", [Role.APPLICANT])}
    body.call("operator", "SaveCasePerson")(
        cases.SaveCasePersonRequest(
            parent=PARENT,
            case_person=cases.CasePerson(person="lin", display_name="Lin", accounts=["account/lin"], client="works"),
        )
    )
    browsers = {}
    for language in WORDS:
        for person, password in passwords.items():
            browser = browsers[person, language] = Browser(body.server.http, language)
            browser.sign_in(person, password)
    body.to_certificate(CASE)
    pages_show(browsers, "valid", "")
    for step, content, state in STEPS:
        body.step("eva", CASE, step, "certificates/1", **content)
        assert states_told(body) == {state}
        pages_show(browsers, state, "" if state == "valid" else body.get(CASE).as_of_date)
    (tmp_path / "key").write_text(body.keys["ada"])
    for command in (("show", f"{PARENT}/cases/{CASE}"), ("list", PARENT)):
        text = answered("case", *command, "--server", body.server.address, "--token-file", tmp_path / "key")
        assert "certified" in text
        assert "withdrawn" in text


def pages_show(browsers: dict[tuple[str, str], Browser], state: str, since: str) -> None:
    for (person, language), browser in browsers.items():
        word, sentence, waits = WORDS[language][state]
        others = {others for other, others in WORDS[language].items() if other != state}
        paths: tuple[str, ...]
        if person == "lin":
            paths, shown = ("/workbench", f"/workbench/apply/{CASE}"), {sentence}
        else:
            paths, shown = (
                f"/workbench/cases/{CASE}", "/workbench/cases", "/workbench/clients/works",
                f"/workbench/search?q={CASE}",
            ), {word}  # fmt: skip
        for path in paths:
            text = browser.get(path).xpath("string(//body)")
            assert all(each in text for each in shown), (path, language)
            for other_word, other_sentence, _ in others:
                assert other_word not in text, (path, language)
                assert other_sentence not in text, (path, language)
            if path.startswith("/workbench/apply/"):
                nothing = WORDS[language]["valid"][2]
                assert (nothing in text) == bool(waits), (path, language)
                assert since in text, (path, language)  # the day of the scheme, as in the register
