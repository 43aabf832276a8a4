"""Benchmark of cases: lists, counts, searches, work and due dates among 100,000 cases and among few, by turns.

Every case has a client of its own, a finding that is due, a certificate, and a dossier with one piece of evidence. Of a
thousand certificates one is withdrawn, one has a rare grade and a rare country; of twenty cases one is in review, of a
hundred findings one is major. Twenty people are registered. On SQLite, or on PostgreSQL.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text

from benchmarks.timing import in_turn, percentile
from service.api.address_limits import AddressRateLimiter
from service.cases.case_lists import CaseLists
from service.cases.case_names import document_row
from service.cases.case_search import CaseFinder
from service.cases.case_service import Clients
from service.cases.case_work import CaseWork
from service.cases.case_workflow import CaseWorkflow
from service.cases.certificate_files import CertificateFiles
from service.cases.register_service import Register
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL, set_principal
from service.store.cases import CLIENTS, DOSSIERS, PERSONS, lookup_labels, normalize_label, register_entries
from service.store.database import open_database, parse_database_url
from service.store.store import Store
from service.store.tables import (
    CaseDocumentRow,
    CaseDueRow,
    CaseItemRow,
    CaseLabelRow,
    CaseRow,
    CaseStepRow,
    CertificateNumberRow,
    RegisterEntryRow,
)
from service.store.write_access import with_write_access
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from sqlmodel import SQLModel

PARENT = "organizations/example"
_FEW = 1_000
_AT_ONCE = 5_000
_TIME = "2026-03-01T00:00:00Z"
_RARE = 1_000
_IN_REVIEW = 20
_GRAVE = 100
_PEOPLE = 20
_FIRST = date(2026, 3, 1)
_DAYS = 1_000
"""Number of days over which due dates are spread."""
_WAIT_MILLISECONDS = 60_000
_TABLES: tuple[type[SQLModel], ...] = (
    CaseRow, CaseItemRow, CaseDueRow, CaseStepRow, CertificateNumberRow, RegisterEntryRow, CaseDocumentRow,
    CaseLabelRow,
)  # fmt: skip


def rows_of(number: int, organization: str = "example") -> Iterator[SQLModel]:
    """Return all rows of a case and its client."""
    id, rare, parent = f"{number:06}", number % _RARE == 0, f"organizations/{organization}"
    name, client = f"{parent}/cases/case-{id}", {"display_name": f"Works {id} Ltd", "registered_id": f"9111{id}"}
    state = "in_review" if number % _IN_REVIEW == 0 else "certified"
    case = CaseRow(
        name=name, organization=organization, state=state, revision=1, client=f"{parent}/clients/client-{id}",
        subject=f"{parent}/subjects/{id}", profile="zero-carbon-factory", profile_revision=0, content="{}",
        create_time=_TIME,
    )  # fmt: skip
    certified = {
        "number": f"ZCF-2026-{id}", "holder": client["display_name"], "result": "silver" if rare else "gold",
        "region_code": "DE" if rare else "CN", "first_date": "2026-03-01", "last_date": "2099-02-28",
    }  # fmt: skip
    certificate = CaseItemRow(
        case_name=name, kind="certificates", number=1, state="withdrawn" if rare else "valid",
        content=json.dumps(certified),
    )  # fmt: skip
    yield case
    yield certificate
    found = {"severity": "major" if number % _GRAVE == 0 else "minor", "statement": f"Meter {id} has no seal.",
             "requirement": "A1"}  # fmt: skip
    finding = json.dumps(found, separators=(",", ":"))
    yield CaseItemRow(case_name=name, kind="findings", number=1, state="open", content=finding)
    evidence = {
        "evidence_id": f"ledger-{id}", "kind": "meter-ledger", "issuer": "Grid company",
        "content_digest": hashlib.sha256(id.encode()).hexdigest(),
    }  # fmt: skip
    dossier = {"content": {"evidence": [evidence]}, "person": "ada", "step": 1}
    yield CaseDocumentRow(
        organization=organization, kind=DOSSIERS, id=f"case-{id}", revision=1, newest=True, label="",
        document=json.dumps(dossier), principal="{}", time=_TIME,
    )  # fmt: skip
    for kind, label in sorted(set(lookup_labels(DOSSIERS, dossier))):
        yield CaseLabelRow(organization=organization, kind=kind, label=label, id=f"case-{id}")
    day = (_FIRST + timedelta(number % _DAYS)).isoformat()
    yield CaseDueRow(case_name=name, item="findings/1", kind="finding", organization=organization, due_date=day)
    yield CaseStepRow(
        case_name=name, number=1, item="", step="apply", from_state="", to_state=state, function="client",
        person="ada", account="local/ada", principal="{}", time=_TIME, reason="r", content="{}", case_digest="",
    )  # fmt: skip
    yield CertificateNumberRow(
        organization=organization, number=certified["number"], case_name=name, item="certificates/1"
    )
    yield from register_entries(case, certificate)
    yield CaseDocumentRow(
        organization=organization, kind=CLIENTS, id=f"client-{id}", revision=1, newest=True, label="",
        document=json.dumps(client), principal="{}", time=_TIME,
    )  # fmt: skip
    for kind, label in lookup_labels(CLIENTS, client):
        yield CaseLabelRow(organization=organization, kind=kind, label=label, id=f"client-{id}")


def _people(organization: str) -> Iterator[CaseDocumentRow]:
    """Return the registered persons, all competent for every function."""
    functions = ["application", "evaluation", "review", "decision", "appeal"]
    for number in range(_PEOPLE):
        name = f"Person {number}"
        yield CaseDocumentRow(
            organization=organization, kind=PERSONS, id=f"person-{number}", revision=1, newest=True,
            label=normalize_label(name), document=json.dumps({"display_name": name, "functions": functions}),
            principal="{}", time=_TIME,
        )  # fmt: skip


def fill(url: str, many: int, organization: str = "example") -> None:
    """Store `many` cases."""
    with ExitStack() as held:
        engine = open_database(parse_database_url(url), _WAIT_MILLISECONDS, held)
        with with_write_access(engine).begin() as connection:
            connection.execute(insert(CaseDocumentRow), [row.model_dump() for row in _people(organization)])
        for first in range(0, many, _AT_ONCE):
            rows: dict[type[SQLModel], list[dict[str, Any]]] = {table: [] for table in _TABLES}
            for number in range(first, min(first + _AT_ONCE, many)):
                for row in rows_of(number, organization):
                    rows[type(row)].append(row.model_dump())
            with with_write_access(engine).begin() as connection:
                for table, several in rows.items():
                    connection.execute(insert(table), several)
        with with_write_access(engine).begin() as connection:
            connection.execute(text("ANALYZE"))


def asked(store: Store, many: int) -> dict[str, Callable[[], Any]]:
    """Return the queries by title; each query returns the number of results."""
    files = CaseWorkflow(store, Gazette(PUBLISHED), CertificateFiles(None, None, str.encode, document_row))
    lists, clients, finder = CaseLists(store), Clients(store), CaseFinder(store)
    work = CaseWork(store, Gazette(PUBLISHED))
    unlimited = AddressRateLimiter(0, "told of {} in {} s".format)
    opened = frozenset(("example",))
    register = Register(store, Gazette(PUBLISHED), None, opened, unlimited, unlimited, unlimited, files)
    middle, day = f"{many // 2 // _RARE * _RARE + 1:06}", (_FIRST + timedelta(_DAYS // 2)).isoformat()

    def listed(**fields: Any) -> Callable[[], Any]:
        return partial(_list, lists, fields, 1)

    def searched(search: str, **fields: Any) -> Callable[[], Any]:
        request = cases.SearchRegisterRequest(parent=PARENT, search=search, **fields)
        return lambda: len(register.search(request).register_entries)

    def due(last: str) -> Callable[[], Any]:
        request = cases.ListDueItemsRequest(parent=PARENT, last_date=last, page_size=50)
        return lambda: len(lists.due(request).due_items)

    def items(kind: str, *states: str, **narrowed: Any) -> Callable[[], Any]:
        request = cases.ListCaseItemsRequest(parent=PARENT, kind=kind, states=states, **narrowed)
        return lambda: len(lists.items(request).case_items)

    def waiting(**fields: Any) -> Callable[[], Any]:
        request = cases.ListMyWorkRequest(parent=PARENT, **fields)
        return lambda: len(work.list_work(request, "en").work_items)

    def looked_for(letters: str) -> Callable[[], Any]:
        request = cases.SearchRequest(parent=PARENT, search=letters, most_of_kind=1)
        return lambda: len(finder.search(request).search_results)

    counting = cases.CountCasesRequest(parent=PARENT)

    return {
        "list: the first 50": listed(),
        "list: the third page of 50": partial(_list, lists, {}, 3),
        "list: 50 in review": listed(state="in_review"),
        "list: none in a state": listed(state="declined"),
        "list: those of a client": listed(client_id=f"client-{middle}"),
        "one case": lambda: len(files.get(cases.GetCaseRequest(name=f"{PARENT}/cases/case-{middle}"), "en").items),
        "search: what all numbers begin with": searched("ZCF-2026"),
        "search: a whole number": searched(f"ZCF-2026-{middle}"),
        "search: a holder": searched(f"works {middle}"),
        "search: a state of one in a thousand": searched("works", state="withdrawn", page_size=1),
        "search: a grade of one in a thousand": searched("works", result="silver", page_size=1),
        "search: a country of nobody": searched("works", region_code="FR"),
        "clients: one by name": lambda: len(
            clients.list_clients(cases.ListClientsRequest(parent=PARENT, search=f"WORKS {middle}, Ltd")).case_clients
        ),
        "due: the first 50": due("2099-01-01"),
        "due: 50 up to a day": due(day),
        "due: nothing yet": due("2026-02-28"),
        "findings: the first 50 that are open": items("findings", "open"),
        "certificates: the first 50": items("certificates"),
        "certificates: 50 that are valid": items("certificates", "valid"),
        "certificates: those that are expired": items("certificates", "expired"),
        "findings: the first 50 by day": items("findings", "open", order_by="due_date"),
        "findings: one major of a hundred": items("findings", "open", severities=["major"], page_size=1),
        "certificates: the first 50 by day": items("certificates", order_by="due_date"),
        "certificates: none that runs out soon": items("certificates", last_date="2026-12-31"),
        "counts": lambda: len(lists.counts(counting).case_counts),
        "work: the first 50": waiting(),
        "work: 50 with who may": waiting(with_others=True),
        "find: a client by the middle of its name": looked_for(f"ks {middle}"),
        "find: a case by its id": looked_for(f"case-{middle}"),
        "find: a digest": looked_for(hashlib.sha256(middle.encode()).hexdigest()[:12]),
        "find: what a finding says": looked_for(f"eter {middle} has"),
        "find: nothing": looked_for("none such"),
    }


def _asked(ask: Callable[[], Any], _: int) -> object:
    return ask()


def _list(lists: CaseLists, fields: dict[str, Any], pages: int) -> int:
    request = cases.ListCasesRequest(parent=PARENT, page_size=50, **fields)
    count = 0
    for _ in range(pages):
        answer = lists.cases(request)
        count, request.page_token = count + len(answer.cases), answer.next_page_token
    return count


@contextmanager
def stores(kind: str) -> Iterator[Callable[[], str]]:
    """Yield a function that returns the address of a new empty store."""
    with ExitStack() as held:
        if kind == "sqlite":
            folder = held.enter_context(tempfile.TemporaryDirectory())
            numbers = iter(range(10))
            yield lambda: f"sqlite:///{Path(folder)}/store-{next(numbers)}.sqlite3"
        else:
            from tests.support.postgres import new_database, running_server  # noqa: PLC0415 -- only for this one

            server = held.enter_context(contextmanager(running_server)())
            yield lambda: new_database(server)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="cases of the full store (100,000)")
    parser.add_argument("--rounds", type=int, default=100, help="calls of each kind (100)")
    parser.add_argument(
        "--store", choices=("sqlite", "postgresql"), default="sqlite", help="on which database (sqlite)"
    )
    options = parser.parse_args()
    set_principal(LOCAL)
    with stores(options.store) as new, ExitStack() as held:
        opened = []
        for many in (options.cases, _FEW):
            url = new()
            Store(url).close()
            fill(url, many)
            store = Store(url)
            held.callback(store.close)
            opened.append(asked(store, many))
        full, few = opened
        for what, ask in full.items():
            if (count := ask()) != few[what]():
                raise SystemExit(f"{what}: found otherwise among more: {count}")
            measured = in_turn(partial(_asked, ask), partial(_asked, few[what]), rounds=options.rounds)
            middle = [percentile(times, 0.5) * 1e3 for times in (measured.ours, measured.theirs)]
            print(
                f"{what}: {middle[0]:.2f} ms among {options.cases:,}, {middle[1]:.2f} among {_FEW:,}; "
                f"{1 / measured.ratio:.2f} times",
                flush=True,
            )


if __name__ == "__main__":
    main()
