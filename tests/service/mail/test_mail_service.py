"""Settings, links, queue and bounces, by the methods of MailService."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError
from service.base.refusals import Refusal
from service.configuration.settings import Settings
from service.events.delivery import remind
from service.identity.principals import Principal, PrincipalKind, Role, set_principal
from service.mail.bounces import read_bounces
from service.mail.mail_service import MailMethods
from service.mail.mail_settings import check_address, read_mail_server
from service.mail.messages import clean_header
from service.mail.notice_kinds import notice_kinds
from service.mail.signed_links import CONFIRM, UNSUBSCRIBE, Link, read_link_token, write_link_token
from service.mail.smtp_client import Outcome
from service.store.mail import BOUNCED, FAILING, SENT
from service.store.store import Store
from tests.support.mailing import Mailbox, address_of, fill, mail_server, rounds, run_all, smtp_server
from touchstone.v1 import mail_service_pb2 as pb

PARENT = "organizations/example"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    opened.write_events(lambda: None)
    yield opened
    opened.close()


def _methods(store: Store, port: int = 25) -> MailMethods:
    settings = Settings(
        mail_host="localhost", mail_port=port, mail_security="none", mail_sender="no-reply@body.example",
        workbench_url="https://desk.example",
    )  # fmt: skip
    return MailMethods(store, settings)


def _sign_in(name: str, *roles: Role, kind: PrincipalKind = PrincipalKind.ACCOUNT) -> None:
    set_principal(Principal(name, kind, "example", frozenset(roles)))


def _link_of(message: EmailMessage, path: str) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).partition(f"https://desk.example{path}/")[2].split()[0]


def test_an_address_receives_nothing_but_its_link_until_it_is_confirmed(store: Store) -> None:
    fill(store, 1, 1)
    store.mail.remove_address("example", "account/p0")
    _sign_in("p0", Role.APPLICANT)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        methods = _methods(store, port)
        given_rounds = rounds(store, mail_server(port))
        preference = pb.MailPreference(kind="deadlines", mode=pb.MAIL_MODE_AT_ONCE)
        saved = methods.save_settings(
            pb.SaveMailSettingsRequest(parent=PARENT, mail_address="p0@x.example", preferences=[preference]), "en"
        )
        assert saved.state == pb.MAIL_ADDRESS_STATE_UNCONFIRMED
        remind(store.cases, 14)
        run_all(given_rounds)
        assert [str(message["Subject"]) for message in mailbox.of("p0@x.example")] == ["Confirm your mail address"]
        token = _link_of(mailbox.received[0][1], "/workbench/mail/confirm")
        methods.confirm(pb.ConfirmMailAddressRequest(token=token), "en")
        store.outbox.replay("(mail)", 1)
        run_all(given_rounds)
    assert len(mailbox.of("p0@x.example")) == 2
    assert methods.get_settings(pb.GetMailSettingsRequest(parent=PARENT), "en").state == pb.MAIL_ADDRESS_STATE_CONFIRMED
    methods.save_settings(pb.SaveMailSettingsRequest(parent=PARENT, mail_address="other@x.example"), "en")
    with pytest.raises(InputError, match="replaced"):
        methods.confirm(pb.ConfirmMailAddressRequest(token=token), "en")


def test_a_replayed_event_sends_no_second_notice(store: Store) -> None:
    fill(store, 2, 2, modes=lambda _: {"deadlines": "at_once"})
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        given_rounds = rounds(store, mail_server(port))
        run_all(given_rounds)
        store.outbox.replay("(mail)", 1)
        run_all(given_rounds)
    assert len(mailbox.received) == 4


def test_a_client_receives_only_notices_about_own_cases_and_none_after_its_account_ended(store: Store) -> None:
    fill(store, 3, 1, modes=lambda _: {"deadlines": "at_once"})
    store.accounts.end("p2", "2026-03-01T00:00:00Z")
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    for number in range(2):
        (message,) = mailbox.of(address_of(number))
        body = message.get_body(("plain",))
        assert body is not None
        text = body.get_content()
        assert f"case-{number:04}" in text
        assert f"case-{1 - number:04}" not in text
        assert "SECRET-FACT" not in message.as_string()
    assert mailbox.of(address_of(2)) == []


def test_permission_is_checked_again_when_a_digest_is_sent(store: Store) -> None:
    fill(store, 1, 1, modes=lambda _: {"deadlines": "at_once"})
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        given_rounds = rounds(store, mail_server(port))
        before = store.outbox.progress("(mail)")
        assert before is not None
        assert given_rounds._planner.plan_events(before, store.outbox.after(0, None, 10)) == 1
        store.accounts.end("p0", "2026-03-01T00:00:00Z")
        run_all(given_rounds)
    assert mailbox.received == []
    assert store.mail.counts("example") == {"stopped": 1}


def test_all_wrong_settings_are_reported_at_once(store: Store) -> None:
    _sign_in("olu", Role.REVIEWER)
    preferences = [
        pb.MailPreference(kind="deadline", mode=pb.MAIL_MODE_OFF),
        pb.MailPreference(kind="audits", mode=pb.MAIL_MODE_DAILY),
    ]
    request = pb.SaveMailSettingsRequest(
        parent=PARENT, mail_address="a b@x", time_zone="Mars/North", digest_hour=24, preferences=preferences
    )
    with pytest.raises(InputError) as raised:
        _methods(store).save_settings(request, "en")
    fields = [violation.field for violation in raised.value.violations]
    assert fields == ["mail_address", "time_zone", "digest_hour", "preferences[0].kind", "preferences[1].mode"]
    with pytest.raises(InputError, match="not your sign-in identity"):
        _methods(store).get_settings(pb.GetMailSettingsRequest(parent=PARENT, account="account/eva"), "en")
    with pytest.raises(Refusal, match="sends no mail"):
        MailMethods(store, Settings()).get_settings(pb.GetMailSettingsRequest(parent=PARENT), "en")


def test_settings_of_the_server_are_reported_at_once() -> None:
    settings = Settings(
        mail_host="mail.example", mail_security="none", mail_user="u", mail_sender="x\r\nBcc: y@z.example"
    )
    with pytest.raises(InputError) as raised:
        read_mail_server(settings)
    assert {violation.field for violation in raised.value.violations} == {
        "TOUCHSTONE_MAIL_SENDER", "TOUCHSTONE_WORKBENCH_URL", "TOUCHSTONE_MAIL_SECURITY",
        "TOUCHSTONE_MAIL_PASSWORD_FILE",
    }  # fmt: skip
    assert read_mail_server(Settings()) is None


@pytest.mark.parametrize("text", [
    "a@b", "@b.example", "a@", "a b@c.example", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example",
    "A <a@b.example>", "a..b@c.example", "a@-b.example", f"{'a' * 65}@b.example", "a@b.example\x00", '"a b"@c.example',
])  # fmt: skip
def test_malformed_addresses_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        check_address(text, "mail_address")


@pytest.mark.parametrize("text", ["ada@body.example", "a.b+c@x-y.example", "李@例子.测试", "o'neil@body.co.example"])
def test_addresses_with_unicode_are_accepted(text: str) -> None:
    assert check_address(text, "mail_address") == text


@given(st.text())
def test_a_header_stays_on_one_line(text: str) -> None:
    line = clean_header(text)
    assert len(line) <= 160
    mail = EmailMessage()
    mail["Subject"] = line  # raises ValueError for line breaks


@given(st.binary(min_size=1), st.text(max_size=300))
def test_a_changed_token_is_refused(key: bytes, text: str) -> None:
    token = write_link_token(key, Link(UNSUBSCRIBE, "example", "account/a", "daily"))
    assert read_link_token(key, token, UNSUBSCRIBE).account == "account/a"
    for wrong in (text, token[:-2], f"A{token}", f"{token}{text or 'x'}"):
        with pytest.raises(InputError):
            read_link_token(key, wrong, UNSUBSCRIBE)
    with pytest.raises(InputError):
        read_link_token(key, token, CONFIRM)
    old = write_link_token(key, Link(CONFIRM, "example", "account/a", "x", "2020-01-01T00:00:00Z"))
    with pytest.raises(InputError, match="expired"):
        read_link_token(key, old, CONFIRM)


def _notification(message_id: str, status: str = "5.1.1", recipient: str = "") -> bytes:
    return (
        "From: MAILER-DAEMON@body.example\r\nTo: no-reply@body.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n\r\nSorry\r\n--b\r\n'
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 unknown\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        f"Message-ID: {message_id}\r\nSubject: x\r\n\r\n--b--\r\n"
    ).encode()


def test_a_bounce_marks_message_and_address_of_this_recipient_only(store: Store) -> None:
    fill(store, 2, 1, modes=lambda _: {"deadlines": "at_once"})
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
        methods = _methods(store, port)
    message_id = str(mailbox.of(address_of(0))[0]["Message-ID"])
    for content in (
        _notification(message_id, "4.4.1", address_of(0)),
        _notification(message_id, "5.1.1", address_of(1)),
    ):
        assert not methods.report_bounce(pb.ReportMailBounceRequest(content=content), "en").names
    content = _notification(message_id, "5.1.1", address_of(0).upper())
    (name,) = methods.report_bounce(pb.ReportMailBounceRequest(content=content), "en").names
    row, other = (store.mail.address("example", f"account/p{number}") for number in range(2))
    assert row is not None
    assert other is not None
    assert (row.state, row.problem, other.state) == (FAILING, "5.1.1 smtp; 550 unknown", "confirmed")
    assert store.mail.counts("example") == {BOUNCED: 1, SENT: 1}
    _sign_in("op", Role.OPERATOR)
    again = methods.retry(pb.RetryMailMessageRequest(name=name), "en")
    assert again.state == pb.MAIL_MESSAGE_STATE_WAITING
    with pytest.raises(Refusal):
        methods.retry(pb.RetryMailMessageRequest(name=name), "en")
    with pytest.raises(Refusal):
        methods.retry(pb.RetryMailMessageRequest(name=name.replace("example", "other")), "en")
    failing = methods.list_addresses(
        pb.ListMailAddressesRequest(parent=PARENT, state=pb.MAIL_ADDRESS_STATE_FAILING), "en"
    )
    assert [one.account for one in failing.mail_settings] == ["account/p0"]


@given(st.binary(max_size=300))
def test_a_file_that_is_no_notification_is_refused(content: bytes) -> None:
    for hostile in (content, b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n" + content, b""):
        with pytest.raises(InputError):
            read_bounces(hostile)


def test_the_queue_is_listed_in_pages_newest_first(store: Store) -> None:
    fill(store, 5, 1, modes=lambda _: {"deadlines": "at_once"})
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
        _sign_in("op", Role.OPERATOR)
        methods, token, accounts = _methods(store, port), "", list[str]()
        for _ in range(3):
            page = methods.list_messages(pb.ListMailMessagesRequest(parent=PARENT, page_size=2, page_token=token), "en")
            accounts += [message.account for message in page.mail_messages]
            token = page.next_page_token
        assert (token, accounts) == ("", [f"account/p{number}" for number in (4, 3, 2, 1, 0)])
        answer = methods.send_test(pb.SendTestMailRequest(mail_address="ada@body.example"), "zh")
    assert answer.accepted
    assert str(mailbox.of("ada@body.example")[0]["Subject"]) == "测试邮件"
    assert Outcome.ACCEPTED.value == "accepted"


def test_kinds_have_words_in_both_languages_and_known_events() -> None:
    from service.mail.messages import words  # noqa: PLC0415 -- only here
    from service.store import outbox  # noqa: PLC0415 -- only here

    types = {value for name, value in vars(outbox).items() if name.isupper() and str(value).startswith("touchstone.")}
    for kind in notice_kinds().values():
        assert set(kind.events) <= {*types, "calendar"}, kind.name
        for language in ("en", "zh"):
            assert kind.name in words(language)["kind"]
    assert {"touchstone.result.change_expected", "touchstone.fact.source_corrected"} <= types


def test_an_account_receives_a_limited_number_of_links(store: Store) -> None:
    store.outbox.enter("(mail)")
    _sign_in("ada", Role.ASSESSOR, kind=PrincipalKind.TOKEN)
    methods, mailbox = _methods(store), Mailbox()
    with smtp_server(mailbox) as port:
        given_rounds = rounds(store, mail_server(port))
        for number in range(5):
            for address in (f"a{number}@x.example", f"b{number}@x.example"):  # the second save adds no message
                methods.save_settings(pb.SaveMailSettingsRequest(parent=PARENT, mail_address=address), "en")
            run_all(given_rounds)
        with pytest.raises(Refusal, match="5 messages with a link"):
            methods.save_settings(pb.SaveMailSettingsRequest(parent=PARENT, mail_address="c@x.example"), "en")
        _sign_in("ben", Role.ASSESSOR, kind=PrincipalKind.TOKEN)
        methods.save_settings(pb.SaveMailSettingsRequest(parent=PARENT, mail_address="ben@x.example"), "en")
        run_all(given_rounds)
    assert [recipient for recipient, _ in mailbox.received] == [*(f"b{n}@x.example" for n in range(5)), "ben@x.example"]
    assert store.mail.address("example", "token/ada").address == "b4@x.example"  # type: ignore[union-attr]


def test_an_operator_removes_the_address_of_an_account(store: Store) -> None:
    fill(store, 2, 1)
    _sign_in("op", Role.OPERATOR)
    request = pb.RemoveMailAddressRequest(parent=PARENT, account="account/p0")
    _methods(store).remove_address(request, "en")
    assert [row.account for row in store.mail.addresses("example")] == ["account/p1"]
    for other in (request, pb.RemoveMailAddressRequest(parent="organizations/other", account="account/p1")):
        with pytest.raises(Refusal, match="no mail address"):
            _methods(store).remove_address(other, "en")
