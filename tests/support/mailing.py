"""A real SMTP server that records messages and can refuse them, and a store with people and due items."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from sqlalchemy import insert

from rules.contracts.dates import add_days
from service.base import instants
from service.cases.case_names import PROFILES
from service.configuration.settings import Settings
from service.gazette.versions import Gazette
from service.mail.mail_delivery import MAIL_ENDPOINT, MailRounds
from service.mail.mail_settings import MailServer, read_mail_server
from service.mail.messages import Composer
from service.mail.planning import Planner
from service.mail.sending import MailSender
from service.mail.smtp_client import SmtpClient
from service.store.cases import CLIENTS, PERSONS, lookup_labels
from service.store.mail import CONFIRMED
from service.store.store import Store
from service.store.tables import (
    ACCOUNT_ROWS,
    CASE_DOCUMENTS,
    CASE_DUE_ITEMS,
    CASE_ITEMS,
    CASE_LABELS,
    CASE_STEPS,
    CASES,
    MAIL_ADDRESSES,
)
from service.store.write_access import with_write_access
from tests.support.browsing import Browser
from tests.support.casework import PROFILE
from tests.support.running import ROOT
from tests.support.small_card import CARD
from tests.support.waiting import until

ORGANIZATION = "example"
TIME = "2026-03-01T00:00:00Z"


@dataclass
class Mailbox:
    """Handler of the SMTP server: records accepted messages, and answers as `refuse` decides."""

    received: list[tuple[str, EmailMessage]] = field(default_factory=list)
    refuse: Callable[[str], str] = lambda _: ""
    """Return the response to a recipient; empty accepts."""
    refuse_data: Callable[[str], str] = lambda _: ""
    delay_seconds: float = 0.0
    transports: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 -- a name of aiosmtpd
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if response := self.refuse(address):
            return response
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        (recipient,) = envelope.rcpt_tos
        if self.delay_seconds:
            await asyncio.sleep(self.delay_seconds)
        if response := self.refuse_data(recipient):
            if response == "disconnect":
                assert isinstance(server.transport, asyncio.WriteTransport)
                server.transport.abort()
                return "421 closing"
            return response
        message = message_from_bytes(envelope.content, _class=EmailMessage, policy=default)
        assert isinstance(message, EmailMessage)
        assert server.transport is not None
        is_encrypted = server.transport.get_extra_info("sslcontext") is not None
        self.transports.append("tls" if is_encrypted else "plain")
        self.received.append((recipient, message))
        return "250 OK"

    def of(self, recipient: str) -> list[EmailMessage]:
        return [message for address, message in self.received if address == recipient]


class _AnyPortController(Controller):
    """Controller that listens on a free port."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def smtp_server(mailbox: Mailbox, **options: Any) -> Iterator[int]:
    """Run the server and yield its port."""
    controller = _AnyPortController(mailbox, hostname="127.0.0.1", port=0, enable_SMTPUTF8=True, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def accepting_password(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, auth: Any) -> AuthResult:
    return AuthResult(success=(auth.login, auth.password) == (b"mailer", b"secret"))


def mail_server(port: int, **settings: Any) -> MailServer:
    """Return the settings of a server on this machine."""
    values: dict[str, Any] = {
        "mail_host": "localhost", "mail_port": port, "mail_security": "none",
        "mail_sender": "Touchstone 标尺 <no-reply@body.example>", "workbench_url": "https://desk.example",
    }  # fmt: skip
    server = read_mail_server(Settings(**{**values, **settings}))
    assert server is not None
    return server


def rounds(
    store: Store, server: MailServer, gazette: Gazette | None = None, *, seconds: float = 5.0, retention_days: int = 365
) -> MailRounds:
    """Return the rounds of planning and sending of a store."""
    sender = MailSender(store, Composer(server, store.mail.link_key()), SmtpClient(server, seconds=seconds))
    planner = Planner(store, gazette or Gazette(ROOT / "scorecards"), retention_days=retention_days)
    return MailRounds(store, planner, sender, reminder_days=14, retention_days=retention_days)


def run_all(given: MailRounds) -> None:
    while given.run():
        pass


def fill(store: Store, clients: int, findings: int, *, modes: Callable[[int], dict[str, str]] = lambda _: {}) -> None:
    """Store clients, each with a person with a confirmed address, and a case with open findings that are due."""
    prefix, due = f"organizations/{ORGANIZATION}", add_days(instants.today("Etc/UTC"), 7).isoformat()
    documents: list[dict[str, Any]] = []
    tables: dict[Any, list[dict[str, Any]]] = {
        table: [] for table in (ACCOUNT_ROWS, CASES, CASE_ITEMS, CASE_DUE_ITEMS, CASE_STEPS, MAIL_ADDRESSES)
    }

    def document(kind: str, id: str, content: dict[str, Any]) -> None:
        documents.append(
            {
                "organization": ORGANIZATION, "kind": kind, "id": id, "revision": 1, "newest": True, "label": "",
                "document": json.dumps(content), "principal": "{}", "time": TIME,
            }
        )  # fmt: skip

    document(PROFILES, "small", {"content": PROFILE, "approved": True, "profile": "small"})
    for number in range(clients):
        client, case = f"client-{number:04}", f"{prefix}/cases/case-{number:04}"
        document(CLIENTS, client, {"client": client, "display_name": f"Works {number}", "sites": []})
        document(
            PERSONS, f"person-{number:04}",
            {"person": "p", "display_name": "P", "client": client, "accounts": [f"account/p{number}"]},
        )  # fmt: skip
        tables[ACCOUNT_ROWS].append(
            {
                "name": f"p{number}", "password_hash": "-", "organization": ORGANIZATION, "roles": '["applicant"]',
                "create_time": TIME, "first_until": None, "end_time": None,
            }
        )  # fmt: skip
        tables[MAIL_ADDRESSES].append(
            {
                "organization": ORGANIZATION, "account": f"account/p{number}", "address": address_of(number),
                "state": CONFIRMED, "language": "zh" if number % 2 else "en",
                "zone": ("Asia/Shanghai", "Europe/Berlin", "Etc/UTC")[number % 3], "digest_hour": 7,
                "modes": json.dumps(modes(number)), "roles": "[]", "problem": "", "change_time": TIME,
            }
        )  # fmt: skip
        tables[CASES].append(
            {
                "name": case, "organization": ORGANIZATION, "state": "evaluated", "revision": 1,
                "client": f"{prefix}/clients/{client}", "subject": f"{prefix}/subjects/{client}", "profile": "small",
                "profile_revision": 1, "content": json.dumps({"scorecard": f"scorecards/{CARD}", "scope": "s"}),
                "create_time": TIME,
            }
        )  # fmt: skip
        tables[CASE_STEPS].append(
            {
                "case_name": case, "number": 1, "item": "", "step": "conclude", "from_state": "evaluating",
                "to_state": "evaluated", "function": "evaluation", "person": "ada", "account": "account/ada",
                "principal": "{}", "time": TIME, "reason": "r", "content": "{}", "case_digest": "",
            }
        )  # fmt: skip
        for item in range(1, findings + 1):
            tables[CASE_ITEMS].append(
                {
                    "case_name": case, "kind": "findings", "number": item, "state": "open",
                    "content": json.dumps({"severity": "major", "statement": "SECRET-FACT", "raised_by": 0}),
                }
            )  # fmt: skip
            tables[CASE_DUE_ITEMS].append(
                {
                    "case_name": case, "item": f"findings/{item}", "kind": "finding", "organization": ORGANIZATION,
                    "due_date": due,
                }
            )  # fmt: skip
    labels = [
        {"organization": ORGANIZATION, "kind": kind, "label": label, "id": row["id"]}
        for row in documents for kind, label in sorted(set(lookup_labels(row["kind"], json.loads(row["document"]))))
    ]  # fmt: skip
    with with_write_access(store._engine).begin() as connection:
        connection.execute(insert(CASE_DOCUMENTS), documents)
        connection.execute(insert(CASE_LABELS), labels)
        for table, rows in tables.items():
            if rows:
                connection.execute(insert(table), rows)
    store.outbox.enter(MAIL_ENDPOINT)


def text_of(message: EmailMessage) -> str:
    """Return the plain text of a message."""
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def path_in(message: EmailMessage, prefix: str) -> str:
    """Return the path of the first link that begins with a prefix."""
    return prefix + text_of(message).partition(prefix)[2].split()[0]


def confirm(http: str, mailbox: Mailbox, address: str) -> None:
    """Wait for the link that an address receives, and press the button of its page without a session."""
    until(lambda: mailbox.of(address), 20)
    anonymous, path = Browser(http), path_in(mailbox.of(address)[-1], "/workbench/mail/confirm/")
    assert "Confirm" in anonymous.get(path).text_content()
    anonymous.send(path)


def address_of(number: int) -> str:
    return f"p{number}@client-{number}.example"


def tls_context(certificate: Any, key: Any) -> ssl.SSLContext:
    """Return the TLS context of a server."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context
