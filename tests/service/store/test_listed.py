"""Filtered listing of evaluations, case items and campaigns: equality with Python, paging, and constant cost."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import insert

from rules.contracts.errors import InputError
from service.cases import case_lists
from service.cases.case_lists import CaseLists
from service.corrections.correction_service import CorrectionCampaigns
from service.store.listing_query import FIELDS, ListingQuery, read_listing
from service.store.outcome_projection import add_listing_entries, new_listing_entry
from service.store.store import Store
from service.store.tables import CampaignRow, CaseItemRow, CaseRow, EvaluationRow, EvaluationUsesRow
from service.store.write_access import with_write_access
from tests.support.listing_work import PARENT, TIME, CountedStore
from tests.support.stored import evaluation_row, written_steps
from tests.support.tiers import tries
from touchstone.v1 import case_service_pb2, correction_service_pb2

VERSION = "scorecards/c/versions"
_NO_USES = {"holder": 1, "digests": b"", "places": b""}
KINDS = {"KIND_GRADED": "graded", "KIND_JUDGED": "judged", "KIND_GATE_FAILED": "gate_failed"}
VERDICTS = {"VERDICT_OK": "ok", "VERDICT_PROHIBITED": "prohibited", "VERDICT_MISLEADING": "misleading"}
LITERALS = {
    "create_time": [f"2026-03-0{day}T0{hour}:00:00Z" for day in range(1, 5) for hour in range(2)],
    "record.as_of_date": [f"2026-02-0{day}" for day in range(1, 7)],
    "record.subject": [f"organizations/a/subjects/{name}" for name in "xyz"],
    "record.scorecard_version": [f"{VERSION}/1.0.0", f"{VERSION}/1.1.0", f"{VERSION}/9.0.0"],
    "record.conclusion.kind": list(KINDS),
    "record.conclusion.grade": ["gold", "silver", "none", ""],
    "record.conclusion.stage": ["s1", "s2", ""],
    "record.conclusion.verdict": list(VERDICTS),
}
ORDERS = ("create_time", "create_time desc", "record.as_of_date", "record.as_of_date desc")
Row = dict[str, str]


def row(number: int, values: Row, organization: str = "a") -> EvaluationRow:
    conclusion = {name.rpartition(".")[2]: text for name, text in values.items() if ".conclusion." in name and text}
    record = written_steps(
        subject=values["record.subject"],
        scorecard_version=values["record.scorecard_version"],
        as_of_date=values["record.as_of_date"],
        conclusion=conclusion,
    )
    return evaluation_row(
        f"{number:06}",
        record,
        organization=organization,
        kind=values["record.conclusion.kind"],
        grade=values["record.conclusion.grade"] or None,
        create_time=values["create_time"],
    )


def write(store: Store, rows: list[tuple[EvaluationRow, Row]]) -> None:
    with with_write_access(store._engine).begin() as connection:
        connection.execute(insert(EvaluationRow), [one.model_dump() for one, _ in rows])
        numbered = [{"number": at, "evaluation": one.name, **_NO_USES} for at, (one, _) in enumerate(rows, start=1)]
        connection.execute(insert(EvaluationUsesRow), numbered)
        for evaluation, values in rows:
            stage, verdict = values["record.conclusion.stage"], values["record.conclusion.verdict"]
            add_listing_entries(connection, [new_listing_entry(evaluation, stage=stage, verdict=verdict)])


@pytest.fixture(scope="module")
def archive(new_url: Callable[[], str]) -> Iterator[tuple[Store, dict[str, Row]]]:
    """Yield a store with two organisations, and the values of one organisation's evaluations by name."""
    store = Store(new_url())
    rows = []
    for number in range(max(tries(240), 80)):
        values = {
            field: literals[hashlib.sha256(f"{number} {field}".encode()).digest()[0] % len(literals)]
            for field, literals in LITERALS.items()
        }
        values["record.conclusion.kind"] = KINDS[values["record.conclusion.kind"]]
        judged = values["record.conclusion.kind"] == "judged"
        values["record.conclusion.verdict"] = VERDICTS[values["record.conclusion.verdict"]] if judged else ""
        rows.append((row(number, values, "ab"[number % 5 == 0]), values))
    write(store, rows)
    yield store, {one.name: values for one, values in rows if one.organization == "a"}
    store.close()


SIGNS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, literal: value == literal,
    "!=": lambda value, literal: value != literal,
    "<": lambda value, literal: value < literal,
    "<=": lambda value, literal: value <= literal,
    ">": lambda value, literal: value > literal,
    ">=": lambda value, literal: value >= literal,
}


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[str, str, str]:
    field = draw(st.sampled_from(sorted(LITERALS)))
    sign = draw(st.sampled_from(FIELDS[field].operators))
    return field, sign, draw(st.sampled_from(LITERALS[field]))


def paged(store: Store, listing: ListingQuery, limit: int) -> list[str]:
    names: list[str] = []
    after = None
    while rows := store.list(listing, after=after, limit=limit):
        assert len(rows) <= limit
        assert names[-1:] != [rows[0].name], "a page begins with what ended the one before, and so does each to come"
        names.extend(one.name for one in rows)
        after = listing.position(rows[-1])
    return names


@pytest.mark.full
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=tries(150))
@given(st.lists(comparisons(), max_size=4), st.sampled_from(ORDERS), st.sampled_from([1, 7, 50, 1_000]))
def test_a_listing_equals_the_result_of_a_filter_in_python(
    archive: tuple[Store, dict[str, Row]], asked: list[tuple[str, str, str]], order: str, limit: int
) -> None:
    store, known = archive
    text = " AND ".join(f'{field} {sign} "{literal}"' for field, sign, literal in asked)
    words = {**KINDS, **VERDICTS}
    fitting = [
        name
        for name, values in known.items()
        if all(SIGNS[sign](values[field], words.get(literal, literal)) for field, sign, literal in asked)
    ]
    field = order.partition(" ")[0]
    fitting.sort(key=lambda name: (known[name][field], known[name]["create_time"], name), reverse=order != field)
    assert paged(store, read_listing("a", filter_text=text, order_by=order), limit) == fitting


def test_every_documented_field_is_tried_here() -> None:
    assert set(LITERALS) == set(FIELDS)


MANY_DAYS = 20


def grown(folder: Path, many: int) -> Store:
    """Return an archive with increasing dates, the rare values oldest and all other values spread evenly."""
    store = Store(f"sqlite:///{folder}/store-{many}.sqlite3")
    rows = []
    for number in range(many):
        second = number * 10_000 // many
        values = {
            "create_time": f"2026-03-01T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z",
            "record.as_of_date": f"2026-02-{number * MANY_DAYS // many + 1:02}",
            "record.subject": f"organizations/a/subjects/{number}",
            "record.scorecard_version": f"{VERSION}/1.{number % 2}.0",
            "record.conclusion.kind": "graded",
            "record.conclusion.grade": "rare" if number < 3 else ("gold", "silver")[number % 3 == 0],
            "record.conclusion.stage": "rare" if number < 3 else "s1",
            "record.conclusion.verdict": "prohibited" if number < 3 else "ok",
        }
        rows.append((row(number, values), values))
    write(store, rows)
    return store


@pytest.fixture(scope="module")
def small_and_large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("grown")
    stores = grown(folder, 1_000), grown(folder, 10_000)
    yield stores
    for store in stores:
        store.close()


def steps(store: Store, listing: ListingQuery, after: tuple[str, ...] | None) -> int:
    """Count the instructions of the database for one page of five."""
    with store._engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        count = 0

        def step() -> int:
            nonlocal count
            count += 1
            return 0

        raw.set_progress_handler(step, 1)
        connection.execute(listing.select(after, 5)).all()
        raw.set_progress_handler(None, 1)
    return count


TEXTS = (
    "",
    "record.conclusion.grade = nobody",
    "record.conclusion.grade = rare",
    "record.conclusion.grade != gold",
    "record.conclusion.grade = gold AND record.scorecard_version = scorecards/c/versions/1.1.0",
    "record.conclusion.kind = KIND_GATE_FAILED",
    "record.conclusion.kind != KIND_GRADED",
    "record.conclusion.stage = rare",
    "record.conclusion.stage != s1",
    "record.conclusion.verdict = VERDICT_PROHIBITED",
    "record.conclusion.verdict != VERDICT_OK",
    "record.scorecard_version = scorecards/c/versions/1.0.0",
    "record.scorecard_version != scorecards/c/versions/1.0.0",
    "record.subject = organizations/a/subjects/17",
    "record.subject != organizations/a/subjects/17",
    "record.subject = organizations/a/subjects/17 AND record.as_of_date >= 2026-02-01",
    "record.as_of_date = 2026-02-01",
    "record.as_of_date != 2026-02-20",
    "record.as_of_date >= 2026-02-19",
    "record.as_of_date < 2026-02-03",
    "record.as_of_date > 2027-01-01",
    "record.as_of_date > 2020-01-01 AND record.as_of_date > 2026-02-19",
    "create_time >= 2026-03-01T02:30:00Z",
    "create_time < 2026-03-01T00:10:00Z",
    "create_time < 2020-01-01T00:00:00Z",
    "create_time != 2026-03-01T00:00:10Z",
    "record.conclusion.grade = rare AND record.as_of_date < 2026-02-20",
    "record.as_of_date < 2026-02-03 AND create_time < 2020-01-01T00:00:00Z",
)


@pytest.mark.full
@pytest.mark.parametrize("order", ORDERS)
def test_every_filter_costs_the_same_in_an_archive_ten_times_as_large(
    small_and_large: tuple[Store, Store], order: str
) -> None:
    dearer = []
    for text in TEXTS:
        listing = read_listing("a", filter_text=text, order_by=order)
        small, large = (steps(store, listing, None) for store in small_and_large)
        if large > 1.1 * small + 100:
            dearer.append(f"{text!r}: {small} steps, then {large}")
        if "as_of_date" in order and ("create_time" in text or "as_of_date !=" in text):
            continue  # earlier rows within the day of the page boundary are skipped in the index
        counts = []
        for store, deep in zip(small_and_large, (40, 400), strict=True):
            rows = store.list(listing, after=None, limit=deep)
            counts.append(steps(store, listing, listing.position(rows[-1])) if rows else 0)
        if counts[1] > 1.1 * counts[0] + 100:
            dearer.append(f"{text!r} deep inside: {counts[0]} steps, then {counts[1]}")
    assert not dearer, "\n".join(dearer)


def test_a_page_position_belongs_to_its_order() -> None:
    by_date = read_listing("a", filter_text="", order_by="record.as_of_date")
    assert by_date.read_position('["2026-02-01", "t", "n"]') == ("2026-02-01", "t", "n")
    for text in ('["t", "n"]', '["t", "n", 1]', '{"a": 1}', "7", "nonsense", r'["\ud800", "t", "n"]'):
        with pytest.raises(InputError, match="The page token belongs to another query"):
            by_date.read_position(text)


def listed(connection: Any) -> set[tuple[str, ...]]:
    query = """
    SELECT listed.evaluation, listed.organization, subject, create_time, as_of_date, scorecard_version, kind, grade,
           stage, verdict FROM listed JOIN conclusion ON conclusion.id = listed.conclusion
    """
    return set(connection.execute(query))


@pytest.mark.full(sample=5)
def test_listing_rows_are_rebuilt_from_the_records(tmp_path: Path, archive: tuple[Store, dict[str, Row]]) -> None:
    _, known = archive
    path = tmp_path / "store.sqlite3"
    store = Store(f"sqlite:///{path}")
    write(store, [(row(number, values), values) for number, values in enumerate(known.values())])
    other = sqlite3.connect(path, isolation_level=None)
    before = listed(other)
    assert len(before) == len(known)
    other.execute("UPDATE listed SET conclusion = (SELECT min(id) FROM conclusion), subject = 'organizations/a/x'")
    other.execute("DELETE FROM listed WHERE evaluation LIKE '%7'")
    assert listed(other) != before
    store.rebuild_outcomes()
    assert listed(other) == before
    store.rebuild_outcomes()
    assert listed(other) == before
    other.close()
    store.close()


def test_a_longer_list_of_case_items_takes_no_more_statements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_lists, "cached_profiles", lambda _: lambda _: SimpleNamespace(time_zone="Etc/UTC"))
    counted = CountedStore(tmp_path)
    with closing(counted.store):

        def add(number: int) -> None:
            case = f"{PARENT}/cases/{number:04}"
            counted.add(CaseRow, [
                {"name": case, "organization": "a", "state": "granted", "revision": 1, "client": f"{PARENT}/clients/c",
                 "subject": f"{PARENT}/subjects/s", "profile": "p", "profile_revision": 1, "content": "{}",
                 "create_time": TIME},
            ])  # fmt: skip
            counted.add(CaseItemRow, [
                {"case_name": case, "kind": "findings", "number": 1, "state": "open", "content": "{}"},
            ])  # fmt: skip

        def listed() -> int:
            request = case_service_pb2.ListCaseItemsRequest(parent=PARENT, kind="findings", page_size=1_000)
            return len(CaseLists(counted.store).items(request).case_items)

        counted.check(add, listed)


def test_a_longer_list_of_campaigns_takes_no_more_statements(tmp_path: Path) -> None:
    counted = CountedStore(tmp_path)
    with closing(counted.store):
        texts = dict.fromkeys(("value", "at_least", "at_most", "unit", "reason"), "")

        def add(number: int) -> None:
            row = {"name": f"{PARENT}/campaigns/{number:04}", "organization": "a", "kind": "version", "principal": "{}"}
            counted.add(CampaignRow, [{**row, **texts, "create_time": TIME, "affected": 0}])

        def listed() -> int:
            request = correction_service_pb2.ListCampaignsRequest(parent=PARENT, page_size=1_000)
            return len(CorrectionCampaigns(counted.store, None).campaigns(request).campaigns)  # type: ignore[arg-type] # not read

        counted.check(add, listed)
