"""Mail about documents, results and facts, from real events on a server with mail and without webhooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from email.message import EmailMessage

import pytest

from service.base import instants
from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.browsing import Browser, account_of, people_of
from tests.support.calling import request_for
from tests.support.casework import AGREEMENT, PARENT, SUBJECT, Body
from tests.support.identities import bearing
from tests.support.mailing import Mailbox, confirm, smtp_server, text_of
from tests.support.reusing import CORRECTED, LESS, accept, opened, verified_case, verify
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import meter, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1 import outlook_service_pb2 as outlook
from touchstone.v1.audit_plan_pb2 import TechnicalCompetence
from touchstone.v1.outlook_service_pb2_grpc import OutlookServiceStub

pytestmark = pytest.mark.full
_TODAY = date.fromisoformat(instants.now()[:10])
_NEXT, _SOON = (_TODAY + timedelta(days=days) for days in (60, 7))
_KINDS = ("results", "facts", "documents", "competences")


@pytest.fixture(scope="module")
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> Iterator[RunningServer]:
    """A server with a later version that lowers a result."""
    folder = tmp_path_factory.mktemp("mail-events")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="2.0.0", first=_NEXT.isoformat(), supersedes="1.0.0", gold=101)
    write_version(folder / "gazette", later, {}, publish_time="2026-02-01T00:00:00Z")
    with smtp_server(mailbox) as port:
        settings = {
            "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0",
            "TOUCHSTONE_MAIL_HOST": "127.0.0.1", "TOUCHSTONE_MAIL_PORT": str(port),
            "TOUCHSTONE_MAIL_SECURITY": "none", "TOUCHSTONE_MAIL_SENDER": "no-reply@body.example",
            "TOUCHSTONE_WORKBENCH_URL": "http://localhost:9",
        }  # fmt: skip
        with RunningServer(folder, folder / "gazette", tree=ROOT, **settings) as running:
            yield running


@pytest.fixture(scope="module")
def body(server: RunningServer, mailbox: Mailbox) -> Body:
    """A body with confirmed addresses of its people and of a person of the client."""
    opened_body = Body(server)
    opened_body.begin()
    passwords = people_of(opened_body)
    opened_body.keys["cli"] = opened_body.new_key(Role.APPLICANT)
    opened_body.register("cli", client="works")
    person = opened_body.person("cli")
    person.accounts.append("account/cli")
    opened_body.save(person)
    passwords["cli"] = account_of(opened_body, "cli", [Role.APPLICANT])
    modes = {f"mode-{kind}": "at_once" for kind in _KINDS}
    for name in ("ada", "dan", "cli"):
        browser = Browser(server.http)
        browser.sign_in(name, passwords[name])
        language = "zh" if name == "dan" else "en"
        address = f"{name}@body.example"
        browser.send("/workbench/mail", mail_address=address, language_code=language, **modes)  # type: ignore[arg-type]
        confirm(server.http, mailbox, address)
    return opened_body


def _titled(mailbox: Mailbox, name: str, title: str) -> list[EmailMessage]:
    return [message for message in mailbox.of(f"{name}@body.example") if str(message["Subject"]).startswith(title)]


def _texts(mailbox: Mailbox, title: str, names: tuple[str, ...]) -> Mapping[str, str]:
    """Return the text of the only message with a title to each person."""
    until(lambda: all(_titled(mailbox, name, title) for name in names), 30)
    found = {name: _titled(mailbox, name, title) for name in names}
    assert {name: len(messages) for name, messages in found.items()} == dict.fromkeys(names, 1)
    return {name: text_of(messages[0]) for name, messages in found.items()}


def test_a_result_that_would_change_is_announced_to_client_team_and_deciders(body: Body, mailbox: Mailbox) -> None:
    body.to_certificate("certified")
    body.evaluate(f"{PARENT}/subjects/loose")
    stub, key = OutlookServiceStub(body.server.channel), bearing(body.keys["operator"])
    for _ in range(2):
        stub.RunOutlook(outlook.RunOutlookRequest(parent=PARENT), metadata=key)
    title = "Results that would change: Case certified"
    texts = _texts(mailbox, title, ("ada", "cli"))
    assert f"Case certified: the result would change on {_NEXT}" in texts["ada"]
    assert "http://localhost:9/workbench/outlook/" in texts["ada"]
    assert "http://localhost:9/workbench/apply/certified\n" in texts["cli"]
    until(lambda: len(_titled(mailbox, "dan", "将会改变的结果")) == 2, 30)
    loose = next(text for text in map(text_of, _titled(mailbox, "dan", "将会改变的结果")) if "loose" in text)
    assert f"对象 loose：结果将于 {_NEXT} 改变" in loose
    assert not [text for text in map(text_of, mailbox.of("cli@body.example")) if "loose" in text]
    assert "gold" not in "".join(texts.values()).lower()


def test_the_source_of_a_reused_fact_that_changes_is_announced_to_the_team(body: Body, mailbox: Mailbox) -> None:
    verified_case(body, "source", "renewable_share")
    opened(body, "reusing", "source")
    body.step("rui", "reusing", "accept")
    body.step("office", "reusing", "agree", agreement_digest=AGREEMENT)
    body.step("rui", "reusing", "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", "reusing", "start")
    accept(body, "reusing", "renewable_share")
    verify(body, "source", "renewable_share", CORRECTED, corrected_value=LESS, reason="hall 1 was left out")
    title = "Reused facts with a changed source: Case reusing"
    texts = _texts(mailbox, title, ("ada", "cli"))
    assert "http://localhost:9/workbench/cases/reusing\n" in texts["ada"]
    assert "83.5" not in texts["ada"] + texts["cli"]
    assert not _titled(mailbox, "dan", "来源已变化的所采用事实")


def test_the_end_of_a_competence_is_announced_to_the_person(body: Body, mailbox: Mailbox) -> None:
    person = body.person("ada")
    person.competences.append(
        TechnicalCompetence(
            function="evaluation", area="casting", first_date="2026-01-01", last_date=_SOON.isoformat(), evidence="HR-7"
        )
    )
    body.save(person)
    _restart(body)
    texts = _texts(mailbox, "Competences that end: Person ada", ("ada",))
    assert f"Person ada, evaluation/casting: end of the competence due {_SOON}" in texts["ada"]
    assert "http://localhost:9/workbench/people/ada\n" in texts["ada"]
    assert not _titled(mailbox, "cli", "Competences")


def test_a_document_that_expires_is_announced_once_however_often_its_subject_is_evaluated(
    body: Body, mailbox: Mailbox
) -> None:
    """The documents are searched at the start of the server and then some times a day."""
    body.apply("expiring", team=[])
    for _ in range(2):
        evidence = meter().model_copy(update={"valid_until": _SOON.isoformat()})
        declared = small_subject().model_copy(update={"subject": SUBJECT, "evidence": (evidence,)})
        body.server.evaluations.EvaluateSubject(request_for(declared), metadata=bearing(body.keys["ada"]))
        _restart(body)
        texts = _texts(mailbox, "Documents that expire", ("cli",))
        assert f"a document for small-factory expires on {_SOON}" in texts["cli"]


def _restart(body: Body) -> None:
    """Start the server of a body again, on the same store."""
    body.server.__exit__(None, None, None)
    body.server.address = ""
    body.server.__enter__()
