"""Planning of notices, and the work that is repeated some times a day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import func, insert, select, update

from service.base import instants
from service.cases import step_effects, workflow_steps
from service.cases.case_lists import DUE_KINDS
from service.events.delivery import remind
from service.mail.messages import words
from service.mail.notice_kinds import notice_kinds
from service.mail.planning import Planner, next_digest_time
from service.mail.smtp_client import UnreachableServerError
from service.store.cases import COMPETENCE, SIGNATURE
from service.store.mail import MailStore
from service.store.outbox import VERSION_PUBLISHED, publication_event
from service.store.store import Store
from service.store.tables import (
    ACCOUNT_ROWS,
    CASE_DOCUMENTS,
    CASE_DUE_ITEMS,
    MAIL_ADDRESSES,
    MAIL_MESSAGES,
    MAIL_NOTICES,
    PullStateRow,
)
from service.store.write_access import with_write_access
from tests.support.mailing import Mailbox, address_of, fill, mail_server, rounds, run_all, smtp_server, text_of

_AT_ONCE = {"deadlines": "at_once"}
_ASSESSOR = '["assessor"]'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    opened.write_events(lambda: None)
    yield opened
    opened.close()


def _change(store: Store, *statements: Any) -> None:
    with with_write_access(store._engine).begin() as connection:
        for statement in statements:
            connection.execute(statement)


def _rows(store: Store, table: Any) -> list[dict[str, Any]]:
    with store._engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(select(table))]


def _count(store: Store, table: Any) -> int:
    return len(_rows(store, table))


def test_the_end_of_a_competence_reaches_the_person_and_operators_only(store: Store) -> None:
    fill(store, 3, 0, modes=lambda _: {"competences": "at_once"})
    day = instants.today("Etc/UTC").isoformat()
    _change(
        store,
        update(ACCOUNT_ROWS).values(roles=_ASSESSOR),
        update(ACCOUNT_ROWS).where(ACCOUNT_ROWS.c.name == "p1").values(roles='["operator"]'),
        insert(CASE_DUE_ITEMS).values(
            case_name="organizations/example/casePersons/person-0000", item="evaluation/casting", kind=COMPETENCE,
            organization="example", due_date=day,
        ),
    )  # fmt: skip
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert Counter(recipient for recipient, _ in mailbox.received) == {address_of(0): 1, address_of(1): 1}
    text = text_of(mailbox.of(address_of(0))[0])
    assert "Person person-0000, evaluation/casting: end of the competence due" in text
    assert "/workbench/people/person-0000" in text
    assert "人员 person-0000" in text_of(mailbox.of(address_of(1))[0])


def test_a_signature_to_renew_is_announced_to_those_who_may_renew_it(store: Store) -> None:
    fill(store, 4, 0, modes=lambda _: {"deadlines": "at_once"})
    day = instants.today("Etc/UTC").isoformat()
    for number, role in enumerate(("reviewer", "decider", "assessor", "operator")):
        _change(store, update(ACCOUNT_ROWS).where(ACCOUNT_ROWS.c.name == f"p{number}").values(roles=f'["{role}"]'))
    case_name = "organizations/example/cases/case-0003"
    with store.cases.write_transaction() as writing:
        writing.add_item(case_name, "certificates", "valid", {})
        writing.set_signature_due("example", case_name, "certificates/1", day)
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert Counter(recipient for recipient, _ in mailbox.received) == {address_of(0): 1, address_of(1): 1}
    text = text_of(mailbox.of(address_of(0))[0])
    assert f"certificate 1: renewal of the PDF signature due {day}" in text
    assert "/certificates/1" in text


def test_old_messages_are_deleted_and_their_events_not_announced_again(store: Store) -> None:
    fill(store, 2, 2, modes=lambda _: _AT_ONCE)
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
        assert (_count(store, MAIL_MESSAGES), _count(store, MAIL_NOTICES)) == (4, 4)
        run_all(rounds(store, mail_server(port)))
        assert _count(store, MAIL_MESSAGES) == 4
        later = instants.plus(instants.now(), timedelta(days=1))
        assert store.mail.delete_old(later) == 4
        assert (_count(store, MAIL_MESSAGES), _count(store, MAIL_NOTICES)) == (0, 0)
        store.outbox.replay("(mail)", 1)
        run_all(rounds(store, mail_server(port), retention_days=-1))
    assert len(mailbox.received) == 4


def test_waiting_messages_are_never_deleted(store: Store) -> None:
    fill(store, 1, 1)
    remind(store.cases, 14)
    with smtp_server(Mailbox()) as port:
        run_all(rounds(store, mail_server(port)))
        run_all(rounds(store, mail_server(port), retention_days=-100))
    assert store.mail.counts("example") == {"waiting": 1}
    assert _count(store, MAIL_NOTICES) == 1


def test_the_addresses_of_ended_accounts_are_deleted(store: Store) -> None:
    fill(store, 3, 1)
    remind(store.cases, 14)
    _change(store, update(MAIL_ADDRESSES).where(MAIL_ADDRESSES.c.account == "account/p2").values(account="token/x"))
    with smtp_server(Mailbox()) as port:
        store.accounts.end("p1", "2026-03-01T00:00:00Z")
        rounds(store, mail_server(port)).run()
    assert [row.account for row in store.mail.addresses("example")] == ["account/p0", "token/x"]


def test_an_unreadable_result_blocks_the_documents_of_its_organisation_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, 2, 1, modes=lambda _: _AT_ONCE)
    remind(store.cases, 14)
    tried = []

    def fail(_: Planner, organization: str, _days: int) -> int:
        tried.append(organization)
        raise ValueError(organization)

    monkeypatch.setattr(Planner, "plan_documents", fail)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        given_rounds = rounds(store, mail_server(port))
        run_all(given_rounds)
        run_all(given_rounds)
    assert tried == ["example"]
    assert len(mailbox.received) == 2


def test_many_events_for_many_people_read_each_digest_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, 20, 0)
    _change(store, update(ACCOUNT_ROWS).values(roles=_ASSESSOR))
    names = [f"scorecards/small-factory/versions/{number}.0.0" for number in range(50)]
    store.outbox.add_new(
        [publication_event(VERSION_PUBLISHED, name, instants.now(), {"scorecardVersion": name}) for name in names]
    )
    reads = Counter[str]()
    is_waiting = MailStore.is_waiting

    def counted(self: MailStore, id: str) -> bool:
        reads[id] += 1
        return is_waiting(self, id)

    monkeypatch.setattr(MailStore, "is_waiting", counted)
    with smtp_server(Mailbox()) as port:
        run_all(rounds(store, mail_server(port)))
    assert _count(store, MAIL_NOTICES) == 20 * 50
    assert _count(store, MAIL_MESSAGES) == len(reads) == 20
    assert max(reads.values()) == 1


def test_a_planned_message_is_sent_after_the_person_confirmed_another_account(store: Store) -> None:
    fill(store, 1, 1, modes=lambda _: _AT_ONCE)
    remind(store.cases, 14)
    with pytest.raises(UnreachableServerError):
        rounds(store, mail_server(9)).run()
    ((address,), (account,)) = store.mail.addresses("example"), _rows(store, ACCOUNT_ROWS)
    document = CASE_DOCUMENTS.c.document
    _change(
        store,
        insert(ACCOUNT_ROWS).values(**{**account, "name": "a0"}),
        insert(MAIL_ADDRESSES).values(address.model_copy(update={"account": "account/a0"}).model_dump()),
        update(CASE_DOCUMENTS).values(document=func.replace(document, "account/p0", 'account/a0", "account/p0')),
    )
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert len(mailbox.received) == 1


def test_a_pull_with_a_problem_reaches_those_who_may_solve_it(store: Store) -> None:
    fill(store, 3, 0, modes=lambda _: {"pulls": "at_once"})
    _change(
        store,
        update(ACCOUNT_ROWS).values(roles=_ASSESSOR),
        update(ACCOUNT_ROWS).where(ACCOUNT_ROWS.c.name == "p1").values(roles='["integrator"]'),
    )
    name = "organizations/example/pulls/meters"
    state = PullStateRow(name=name, organization="example", selection="", problem='{"en": "secret", "zh": "秘密"}')
    store.pulls.save(state, reason="UNREACHABLE", known_next_time="")
    store.pulls.save(state, reason="UNREACHABLE", known_next_time="")  # announced once
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    ((address, message),) = mailbox.received
    assert address == address_of(1)
    assert f"- {name}：" in text_of(message)
    assert "/workbench/pulls" in text_of(message)
    assert "secret" not in text_of(message)


def test_a_malformed_event_is_skipped_and_later_ones_are_announced(store: Store) -> None:
    fill(store, 1, 1, modes=lambda _: _AT_ONCE)
    broken = {"id": "broken", "type": "touchstone.case.due", "organization": "example", "time": instants.now()}
    with store.transactions.writing([{**broken, "subject": "x", "data": json.dumps({"case": ""})}]):
        pass
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        run_all(rounds(store, mail_server(port)))
    assert len(mailbox.received) == 1


def test_an_unknown_zone_or_role_of_one_person_stops_no_other_notice(store: Store) -> None:
    fill(store, 3, 1)
    _change(
        store,
        update(MAIL_ADDRESSES).where(MAIL_ADDRESSES.c.account == "account/p0").values(zone="Mars/North"),
        update(ACCOUNT_ROWS).where(ACCOUNT_ROWS.c.name == "p1").values(roles='["applicant", "abolished"]'),
    )
    remind(store.cases, 14)
    with smtp_server(Mailbox()) as port:
        given_rounds = rounds(store, mail_server(port))
        run_all(given_rounds)
        assert store.mail.counts("example") == {"waiting": 3}
        _change(store, update(MAIL_MESSAGES).values(due_time=instants.now()))
        run_all(given_rounds)
    assert store.mail.counts("example") == {"sent": 3}


def test_a_large_digest_lists_a_thousand_notices_and_the_number_of_others(store: Store) -> None:
    fill(store, 1, 1_003)
    remind(store.cases, 14)
    mailbox = Mailbox()
    with smtp_server(mailbox) as port:
        given_rounds = rounds(store, mail_server(port))
        run_all(given_rounds)
        _change(store, update(MAIL_MESSAGES).values(due_time=instants.now()))
        run_all(given_rounds)
    (message,) = mailbox.of(address_of(0))
    assert str(message["Subject"]).startswith("1003 notices on ")
    assert text_of(message).count("/workbench/apply/") == 1_000
    assert "3 more notices: open the pages of the server" in text_of(message)


def test_every_item_and_due_date_has_words_and_a_kind() -> None:
    due_kinds = {kind for row in notice_kinds().values() for kind in row.due_kinds}
    of_certificates = {"expiry", "surveillance", "suspension_end"}
    of_items = {*step_effects._CASE_DUE.values(), *step_effects._APPEAL_DUE.values(), "finding", COMPETENCE, SIGNATURE}
    assert due_kinds == of_certificates | of_items == {*DUE_KINDS}
    for language in ("en", "zh"):
        w = words(language)
        assert w["due"].keys() == due_kinds
        assert w["item"].keys() == set(workflow_steps.ITEMS.values())


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["Europe/Berlin", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"]),
    st.integers(0, 23),
)
def test_the_next_digest_is_at_most_a_day_and_a_changed_hour_later(after: Any, zone: str, hour: int) -> None:
    instant = f"{after:%Y-%m-%dT%H:%M:%SZ}"
    following = next_digest_time(instant, zone, hour)
    assert following > instant
    assert instants.time_of(following) - instants.time_of(instant) <= timedelta(hours=26)
