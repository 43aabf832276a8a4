"""Delivery to a real SMTP server: encryption, refusals, temporary failures, slowness and interruptions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from service.base import instants
from service.events.delivery import remind
from service.mail.mail_settings import MailServer
from service.mail.messages import Composer
from service.mail.smtp_client import Outcome, SmtpClient, UnreachableServerError
from service.store.mail import BOUNCED, CONFIRMED, FAILED, FAILING, SENT, STOPPED, WAITING
from service.store.store import Store
from tests.support.identities import Authority
from tests.support.mailing import (
    Mailbox,
    accepting_password,
    address_of,
    fill,
    mail_server,
    rounds,
    run_all,
    smtp_server,
    tls_context,
)  # fmt: skip

_AT_ONCE = {"deadlines": "at_once"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    opened.write_events(lambda: None)
    fill(opened, 2, 2, modes=lambda _: _AT_ONCE)
    remind(opened.cases, 14)
    yield opened
    opened.close()


def _states(store: Store) -> list[tuple[str, str]]:
    rows = store.mail.messages("example", (WAITING, SENT, FAILED, BOUNCED, STOPPED), before=0, limit=100)
    return [(row.account, row.state) for row in reversed(rows)]


def _send_test(server: MailServer) -> Outcome:
    client = SmtpClient(server, seconds=2.0)
    client.connect()
    try:
        return client.send(Composer(server, b"k" * 32).test("ada@body.example", "1", "en"), "ada@body.example").outcome
    finally:
        client.close()


def test_starttls_and_tls_send_encrypted_with_the_password(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    certified = authority.certified("localhost")
    password = tmp_path / "password"
    password.write_text("secret\n")
    known = {"mail_ca": authority.file, "mail_user": "mailer", "mail_password_file": password}
    context, mailbox = tls_context(certified.certificate, certified.key), Mailbox()
    starttls = {"tls_context": context, "require_starttls": True, "auth_required": True}
    with smtp_server(mailbox, authenticator=accepting_password, **starttls) as port:
        assert _send_test(mail_server(port, mail_security="starttls", **known)) is Outcome.ACCEPTED
    with smtp_server(mailbox, ssl_context=context, auth_require_tls=False, authenticator=accepting_password) as port:
        assert _send_test(mail_server(port, mail_security="tls", **known)) is Outcome.ACCEPTED
    assert mailbox.transports == ["tls", "tls"]


def test_an_untrusted_server_or_wrong_password_stops_before_any_message(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    certified = authority.certified("localhost")
    password = tmp_path / "password"
    password.write_text("wrong")
    context, mailbox = tls_context(certified.certificate, certified.key), Mailbox()
    with smtp_server(mailbox, tls_context=context, authenticator=accepting_password) as port:
        for known in (
            {}, {"mail_ca": authority.file, "mail_user": "mailer", "mail_password_file": password},
        ):  # fmt: skip
            with pytest.raises(UnreachableServerError):
                _send_test(mail_server(port, mail_security="starttls", **known))
    with smtp_server(mailbox) as port, pytest.raises(UnreachableServerError):  # no STARTTLS is no permission to go on
        _send_test(mail_server(port, mail_security="starttls", mail_ca=authority.file))
    assert mailbox.received == []


def test_a_refused_recipient_marks_the_address_and_stops_its_later_messages(store: Store) -> None:
    mailbox = Mailbox(refuse=lambda address: "550 5.1.1 no such user, for 5.7.0.1" if address == address_of(0) else "")
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert _states(store) == [("account/p0", BOUNCED), ("account/p0", STOPPED), *[("account/p1", SENT)] * 2]
    row = store.mail.address("example", "account/p0")
    assert row is not None
    assert (row.state, row.problem) == (FAILING, "550 5.1.1 no such user, for 5.7.0.1")
    assert store.mail.backlog(instants.now()).failing_addresses == 1


@pytest.mark.parametrize("response", ["450 4.2.1 try later", "550 5.7.1 relay access denied"])
def test_a_failure_of_the_server_delays_all_later_messages_of_the_recipient_only(store: Store, response: str) -> None:
    mailbox = Mailbox(refuse=lambda address: response if address == address_of(0) else "")
    with smtp_server(mailbox) as port:
        server = mail_server(port)
        run_all(rounds(store, server))
        assert _states(store) == [*[("account/p0", WAITING)] * 2, *[("account/p1", SENT)] * 2]
        first, second = reversed(store.mail.messages("example", (WAITING,), before=0, limit=10))
        assert (first.attempts, second.attempts) == (1, 0)
        assert store.mail.due(instants.now(), 10) == []
        mailbox.refuse = lambda _: ""
        store.mail.change_message(first, retry_time="")
        run_all(rounds(store, server))
    subjects = [str(message["Subject"]) for message in mailbox.of(address_of(0))]
    assert [subject.partition("finding ")[2][0] for subject in subjects] == ["1", "2"]


def test_a_refused_message_fails_without_blaming_the_address(store: Store) -> None:
    mailbox = Mailbox(refuse_data=lambda _: "554 5.7.1 content refused")
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert {state for _, state in _states(store)} == {FAILED}
    assert len(store.mail.addresses("example", state=CONFIRMED)) == 2


def test_a_disconnection_or_a_slow_server_sends_the_same_message_id_later(store: Store) -> None:
    mailbox = Mailbox(refuse_data=lambda _: "disconnect")
    with smtp_server(mailbox) as port:
        server = mail_server(port)
        with suppress(UnreachableServerError):  # the connection for the second recipient is refused meanwhile
            rounds(store, server, seconds=1.0).run()
        waiting = store.mail.messages("example", (WAITING,), before=0, limit=10)
        assert len(waiting) == 4
        mailbox.refuse_data, mailbox.delay_seconds = (lambda _: ""), 1.5
        for row in waiting:
            store.mail.change_message(row, retry_time="")
        rounds(store, server, seconds=0.5).run()  # too slow: accepted, but the response comes too late
        mailbox.delay_seconds = 0.0
        for row in store.mail.messages("example", (WAITING,), before=0, limit=10):
            store.mail.change_message(row, retry_time="")
        run_all(rounds(store, server))
    assert {state for _, state in _states(store)} == {SENT}
    assert len({message["Message-ID"] for _, message in mailbox.received}) == 4


def test_an_unreachable_server_leaves_the_messages_unchanged(store: Store) -> None:
    with smtp_server(Mailbox()) as port:
        pass
    with pytest.raises(UnreachableServerError):
        rounds(store, mail_server(port)).run()
    assert {row.attempts for row in store.mail.messages("example", (WAITING,), before=0, limit=10)} == {0}


def test_an_address_that_is_removed_while_connecting_receives_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = SmtpClient.connect

    def connect_slowly(client: SmtpClient) -> None:
        connect(client)
        store.mail.remove_address("example", "account/p0")

    monkeypatch.setattr(SmtpClient, "connect", connect_slowly)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert {recipient for recipient, _ in mailbox.received} == {address_of(1)}
    assert _states(store).count(("account/p0", STOPPED)) == 2
