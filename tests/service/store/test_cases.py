"""Steps of a case in the store: atomic on both databases, steps and numbers immutable."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rules.contracts import InputError
from service.base.paging import write_token
from service.base.refusals import Reason, Refusal
from service.cases.case_lists import CaseLists
from service.identity.principals import visibility_scope
from service.store.cases import CLIENTS, WaitingFilter, case_digest, normalize_label
from service.store.store import Store
from service.store.tables import CaseDocumentRow, CaseRow, CaseStepRow
from service.transparency.leaves import CASE_DOCUMENT, CASE_STEP
from touchstone.v1 import case_service_pb2 as cases

ROOT = Path(__file__).resolve().parents[3]
NAME = "organizations/a/cases/one"
CASE = CaseRow(
    name=NAME, organization="a", state="submitted", revision=1, client="organizations/a/clients/c",
    subject="organizations/a/subjects/s", profile="p", profile_revision=0, content="{}",
    create_time="2026-03-01T00:00:00Z",
)  # fmt: skip


def step(number: int) -> CaseStepRow:
    return CaseStepRow(
        case_name=NAME, number=number, item="", step="accept", from_state="submitted", to_state="accepted",
        function="application", person="ada", account="api_key/1", principal='{"id": "1"}',
        time="2026-03-01T00:00:00Z", reason="complete", content="{}",
        case_digest="",
    )  # fmt: skip


READING = """
import sys
from contextlib import closing
from service.store.store import Store
with closing(Store(sys.argv[1])) as store, store.cases.read_transaction() as reading:
    print(reading.case(sys.argv[2]).state)
"""


def take_half(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.assign_number("a", "N-{}", "N-{}".format, NAME, "certificates/1")
        writing.add_step("a", step(2), "accepted")
        raise ZeroDivisionError


@pytest.mark.full(sample=5)
def test_a_step_is_stored_completely_or_not_at_all(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.add_step("a", step(1), "submitted")
    with pytest.raises(ZeroDivisionError):
        take_half(store)
    with store.cases.read_transaction() as reading:
        assert [one.number for one in reading.steps(NAME)] == [1]
        row = reading.case(NAME)
    assert row == CASE
    with store.cases.write_transaction() as writing:
        assert writing.assign_number("a", "N-{}", "N-{}".format, NAME, "certificates/1") == "N-1"
    assert [one.leaf.kind for one in store.log.leaves(0, 10)] == [CASE_STEP]


def test_the_first_read_of_a_new_process_returns_the_state_of_the_case(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    with closing(Store(url)) as store, store.cases.write_transaction() as writing:
        writing.add_case(CASE)
    command = [sys.executable, "-c", READING, url, NAME]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603 -- ours
    assert told.stdout.strip() == "submitted"


@pytest.mark.full(sample=5)
def test_a_revision_is_changed_once(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.change(CASE, revision=2, state="accepted")
        writing.change(CASE.model_copy(update={"revision": 2}), revision=3)
        with pytest.raises(Refusal) as refused:
            writing.change(CASE, revision=2, state="declined")
    assert refused.value.reason is Reason.CASE_CHANGED
    assert "revision 1" in str(refused.value)
    assert "3" in str(refused.value)


@pytest.mark.full(sample=5)
def test_prefetched_data_of_a_case_is_discarded_when_the_case_changes(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.read_ahead([NAME])
        item = writing.add_item(NAME, "findings", "open", {})
        writing.read_ahead([NAME])
        writing.change_item(item, "closed", {})
        changed = writing.item(NAME, f"findings/{item.number}")
        writing.read_ahead([NAME])
        writing.change(CASE, revision=2, state="accepted")
        case = writing.case(NAME)
    assert changed is not None
    assert changed.state == "closed"
    assert case is not None
    assert (case.revision, case.state) == (2, "accepted")


@pytest.mark.full(sample=5)
def test_an_assigned_number_is_skipped_for_every_pattern(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        numbers = [writing.assign_number("a", "A{}", "A{}".format, NAME, f"certificates/{n}") for n in range(11)]
        other = writing.assign_number("a", "A1{}", "A1{}".format, NAME, "certificates/12")
    assert (numbers[-1], other) == ("A11", "A12")
    with store.cases.write_transaction() as writing:
        assert writing.assign_number("a", "A{}", "A{}".format, NAME, "certificates/13") == "A13"
        assert writing.assign_number("b", "A{}", "A{}".format, NAME, "certificates/14") == "A1"


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("change", ["UPDATE case_step SET reason = 'x'", "DELETE FROM certificate_number"])
def test_steps_and_numbers_never_change(store: Store, change: str) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_step("a", step(1), "submitted")
        writing.assign_number("a", "N-{}", "N-{}".format, NAME, "certificates/1")
    with pytest.raises((DBAPIError, Refusal)), store.cases.write_transaction() as writing:
        writing.connection.execute(text(change))


@pytest.mark.full(sample=5)
def test_items_of_all_cases_are_listed_by_kind_and_current_state(store: Store) -> None:
    client = CaseDocumentRow(
        organization="a", kind=CLIENTS, id="c", revision=0, newest=True, label="", document='{"display_name": "Works"}',
        principal="{}", time="2026-03-01T00:00:00Z",
    )  # fmt: skip
    terms = {"over": "2001-01-31", "running": "2901-01-31", "endless": ""}
    with store.cases.write_transaction() as writing:
        writing.save(client)
        for organization, id in (*(("a", id) for id in terms), ("b", "elsewhere")):
            name = f"organizations/{organization}/cases/{id}"
            update = {"name": name, "organization": organization, "profile": "zero-carbon-factory"}
            writing.add_case(CASE.model_copy(update=update))
            writing.add_item(name, "findings", "open", {})
            last = terms.get(id, "")
            writing.add_item(name, "certificates", "valid", {"last_date": last} if last else {})
            writing.set_due(organization, name, "certificates/1", {"expiry": last} if last else {})
        writing.change_item(writing.items("organizations/a/cases/over")[1], "closed", {})

    def listed(kind: str, *states: str) -> list[tuple[str, str]]:
        request, items = cases.ListCaseItemsRequest(parent="organizations/a", kind=kind, states=states, page_size=1), []
        while True:
            page = CaseLists(store).items(request)
            items += [(item.case_name.rpartition("/")[2], item.item.state) for item in page.case_items]
            assert {item.client_display_name for item in page.case_items} <= {"Works"}
            request.page_token = page.next_page_token
            if not request.page_token:
                return items

    valid, expired = [("endless", "valid"), ("running", "valid")], [("over", "expired")]
    assert listed("findings", "open") == [("endless", "open"), ("running", "open")]
    assert listed("findings", "open", "closed") == [("endless", "open"), ("over", "closed"), ("running", "open")]
    assert listed("certificates") == [valid[0], *expired, valid[1]]
    assert listed("certificates", "valid") == valid
    assert listed("certificates", "expired") == expired
    assert listed("certificates", "expired", "valid") == listed("certificates")
    assert not listed("certificates", "suspended")
    assert listed("findings", *["open"] * 50_000) == listed("findings", "open")
    query = ("items", visibility_scope(), "organizations/a", "findings", "", "", "", "False", "False")
    over = "\norganizations/a/cases/over"
    for position in ("", over, f"{over}\n" + "9" * 40):
        foreign = cases.ListCaseItemsRequest(
            parent="organizations/a", kind="findings", page_token=write_token(query, position)
        )
        with pytest.raises(InputError):
            CaseLists(store).items(foreign)


@pytest.mark.full(sample=5)
def test_deadlines_are_listed_by_day_and_page(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.add_item(NAME, "findings", "open", {})
        writing.set_due("a", NAME, "findings/1", {"finding": "2026-05-01"})
        writing.set_due("a", NAME, "", {"evaluation": "2026-04-01", "answer": "2026-05-01"})
        writing.set_due("b", "organizations/b/cases/x", "", {"answer": "2026-01-01"})
    entries, after = [], list[str]()
    with store.cases.read_transaction() as reading:
        while page := reading.due("a", "2026-05-01", after, 1):
            row, state, _ = page[0]
            after = [row.due_date, row.case_name, row.item, row.kind]
            entries.append((row.kind, state))
    assert entries == [("evaluation", "submitted"), ("answer", "submitted"), ("finding", "open")]


def test_the_day_of_a_signature_is_independent_of_the_steps_of_the_case(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE.model_copy(update={"profile": "zero-carbon-factory"}))
        writing.add_item(NAME, "certificates", "valid", {})
        writing.set_due("a", NAME, "certificates/1", {"expiry": "2026-05-01"})
        before = case_digest(writing.connection, NAME)
        writing.set_signature_due("a", NAME, "certificates/1", "2026-04-01")
        writing.set_signature_due("a", NAME, "certificates/1", "2026-04-02")
        assert case_digest(writing.connection, NAME) == before
        writing.set_due("a", NAME, "certificates/1", {"expiry": "2026-06-01"})
        assert case_digest(writing.connection, NAME) != before

    def listed(kind: str) -> list[tuple[str, str]]:
        request = cases.ListDueItemsRequest(parent="organizations/a", last_date="2026-12-31", kind=kind)
        return [(item.kind, item.due_date) for item in CaseLists(store).due(request).due_items]

    assert listed("") == [("signature", "2026-04-02"), ("expiry", "2026-06-01")]
    assert listed("signature") == [("signature", "2026-04-02")]
    with pytest.raises(InputError) as refused:
        listed("signatures")
    assert [violation.field for violation in refused.value.violations] == ["kind"]
    with store.cases.write_transaction() as writing:
        writing.set_signature_due("a", NAME, "certificates/1", "")
    assert listed("") == [("expiry", "2026-06-01")]


@pytest.mark.parametrize("few", [0, 1_000])
def test_waiting_items_are_listed_in_the_same_order_for_small_and_large_sets(
    store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.cases._MAX_SORTED_WAITING", few)
    expected: list[tuple[str, str, str, str]] = []
    with store.cases.write_transaction() as writing:
        for number in range(12):
            organization, name = ("b", f"organizations/b/cases/{number}") if number == 11 else ("a", f"{NAME}-{number}")
            state, client = ("in_review", "planned")[number % 2], f"organizations/{organization}/clients/{number % 3}"
            writing.add_case(
                CASE.model_copy(
                    update={"name": name, "organization": organization, "state": state, "client": client}
                )
            )  # fmt: skip
            for item, (kind, was) in enumerate(
                (("findings", "open"), ("findings", "closed"), ("certificates", "valid"))
            ):
                if number % (item + 2) == 0:
                    writing.add_item(name, kind, was, {})
            days = {"finding": f"2026-05-{number + 1:02}"} if number % 4 == 0 else {}
            writing.set_due(organization, name, "findings/1", days)
            writing.set_due(organization, name, "certificates/1", {"expiry": f"2026-0{1 + number % 9}-01"})
            writing.set_due(organization, name, "", {"surveillance": f"2026-06-{number + 1:02}"})
            writing.set_signature_due(organization, name, "certificates/1", f"2026-05-{number + 1:02}")
            if organization == "b":
                continue
            if number < 9:
                expected.append((f"2026-06-{number + 1:02}", name, "", "surveillance"))
            if state == "in_review":
                expected.append(("9999-12-31", name, "", ""))
            if number % 2 == 0:
                expected.append((days.get("finding", "9999-12-31"), name, "findings/1", "finding" if days else ""))
            if number % 4 == 0 and 1 + number % 9 >= 5:
                expected.append(("9999-12-31", name, "certificates/1", ""))
    states = {"": ["in_review"], "findings": ["open"], "certificates": ["valid"]}
    for client in ("", "organizations/a/clients/1"):
        which = WaitingFilter(states, ["surveillance"], last="2026-06-09", over="2026-05-01", client=client)
        own = [row for row in sorted(expected) if not client or int(row[1].rpartition("-")[2]) % 3 == 1]
        for limit in (1, 3, 100):
            rows, after = list[tuple[str, ...]](), list[str]()
            with store.cases.read_transaction() as reading:
                while page := reading.waiting("a", which, after=after, limit=limit):
                    rows += map(tuple, page)
                    after = list(page[-1])
            assert rows == own


@pytest.mark.full(sample=5)
def test_a_document_is_found_by_its_current_and_former_names(store: Store) -> None:
    for revision, name in enumerate(("Ｗorks  LTD", "某某 工厂")):
        row = CaseDocumentRow(
            organization="a", kind="clients", id="works", revision=revision, newest=True, label="",
            document=json.dumps({"display_name": name}), principal="{}", time="2026-03-01T00:00:00Z",
        )  # fmt: skip
        with store.cases.write_transaction() as writing:
            writing.save(row)
        with pytest.raises(Refusal), store.cases.write_transaction() as writing:
            writing.save(row)
    with store.cases.read_transaction() as reading:
        for name in ("works ltd", "WorksLtd", "某某工厂"):
            (document,) = reading.documents("a", "clients", label=normalize_label(name))
            assert document.revision == 2
    assert [one.leaf.kind for one in store.log.leaves(0, 10)] == [CASE_DOCUMENT] * 2


@pytest.mark.full(sample=5)
def test_a_deadline_is_notified_once_before_once_after_and_again_when_moved(store: Store) -> None:
    def reminded(today: str, soon: str) -> int:
        with store.cases.write_transaction() as writing:
            return writing.remind(today, soon, 1)

    store.write_events(lambda: None)
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.set_due("a", NAME, "", {"answer": "2026-05-01"})
        writing.set_due("a", NAME, "findings/1", {"finding": "2026-05-02", "late": "2026-04-01"})
    assert reminded("2026-04-10", "2026-05-01") == 1
    assert [reminded("2026-04-20", "2026-05-03") for _ in range(3)] == [1, 1, 0]
    assert [reminded("2026-05-02", "2026-05-16") for _ in range(2)] == [1, 0]
    with store.cases.write_transaction() as writing:
        writing.set_due("a", NAME, "", {"answer": "2026-05-10"})
    assert [reminded("2026-05-02", "2026-05-16") for _ in range(2)] == [1, 0]
    reminders = [json.loads(one.data) for one in store.outbox.after(0, "a", 10)]
    assert [(one["kind"], one["stage"]) for one in reminders] == [
        ("late", "overdue"), ("answer", "soon"), ("finding", "soon"), ("answer", "overdue"), ("answer", "soon"),
    ]  # fmt: skip


@pytest.mark.full(sample=5)
def test_events_without_subscribers_are_not_stored(store: Store) -> None:
    with store.cases.write_transaction() as writing:
        writing.add_case(CASE)
        writing.add_step("a", step(1), "submitted")
    assert not store.outbox.after(0, "a", 10)
