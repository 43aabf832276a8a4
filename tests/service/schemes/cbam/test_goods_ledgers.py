"""Ledgers of goods and links of suppliers on a server: revisions, sums, isolation, and attacks on a link."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import grpc
import pytest

from rules.contracts import parse_exact
from service.identity.principals import Role
from tests.support.calling import refused
from tests.support.identities import bearing, new_key_of
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers
from touchstone.v1.cbam_service_pb2_grpc import CbamServiceStub
from touchstone.v1.goods_ledger_service_pb2_grpc import GoodsLedgerServiceStub, SupplierServiceStub

pytestmark = pytest.mark.full
EXAMPLE = (ROOT / "examples" / "cbam" / "goods-three-borders.csv").read_bytes()
LEDGER = "organizations/example/goodsLedgers/goods-2026"
ASSUMED = [cbam.GoodsAssumption(measure_group="eu", low="70", high="100")]
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(
        tmp_path_factory.mktemp("ledgers"), ROOT / "scorecards", TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_SUPPLIER_ANSWERS_PER_HOUR="60",
    ) as running:  # fmt: skip
        yield running


@pytest.fixture(scope="module")
def call(server: RunningServer) -> Call:
    """Function that calls a method as an assessor of an organisation, or in another role."""
    keys: dict[tuple[str, Role], str] = {}

    def make(method: str, request: Any, organization: str = "example", role: Role = Role.ASSESSOR) -> Any:
        who = organization, role
        if who not in keys:
            keys[who] = new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], organization, role)
        stub = CbamServiceStub if hasattr(CbamServiceStub(server.channel), method) else GoodsLedgerServiceStub
        return getattr(stub(server.channel), method)(request, metadata=bearing(keys[who]), timeout=60)

    return make


@pytest.fixture(scope="module")
def supplier(server: RunningServer) -> SupplierServiceStub:
    """Supplier service calls without an account."""
    return SupplierServiceStub(server.channel)


def save(call: Call, base: int = 0, content: bytes = EXAMPLE, name: str = LEDGER, **more: Any) -> ledgers.GoodsLedger:
    request = ledgers.SaveGoodsRequest(
        name=name, base_revision=base, display_name="Goods", year=2026,
        goods=cbam.GoodsFile(name="goods.csv", content=content),
    )  # fmt: skip
    saved: ledgers.GoodsLedger = call("SaveGoods", request, **more)
    return saved


@pytest.fixture(scope="module")
def ledger(call: Call) -> ledgers.GoodsLedger:
    return save(call)


def asked(call: Call, **fields: Any) -> ledgers.SupplierRequest:
    request = ledgers.CreateSupplierRequestRequest(
        parent=LEDGER, supplier="Example Smelter", **{"lines": ["2"], "facts": ["own_direct", "opinion"], **fields}
    )
    written: ledgers.SupplierRequest = call("CreateSupplierRequest", request)
    return written


def answering(link: str, line: str = "2", **cells: str) -> ledgers.AnswerSupplierRequestRequest:
    return ledgers.AnswerSupplierRequestRequest(
        link=link, goods_entries=[cbam.GoodsEntry(line=line, cells=cells or {"own_direct": "8.5"})]
    )


def test_lines_are_stored_in_revisions_and_returned_unchanged(call: Call, ledger: ledgers.GoodsLedger) -> None:
    assert (ledger.newest_revision.number, ledger.newest_revision.line_count, ledger.year) == (1, 2, 2026)
    listed = call("ListGoods", ledgers.ListGoodsRequest(parent=LEDGER, revision=1, page_size=1))
    more = ledgers.ListGoodsRequest(parent=LEDGER, revision=1, page_size=1, page_token=listed.next_page_token)
    rows = [*listed.goods_entries, *call("ListGoods", more).goods_entries]
    read = call("ReadGoods", cbam.ReadGoodsRequest(goods=cbam.GoodsFile(content=EXAMPLE)))
    assert rows == list(read.goods_entries)
    files = call("GetGoodsFiles", ledgers.GetGoodsFilesRequest(name=LEDGER, revision=1))
    assert call("ReadGoods", cbam.ReadGoodsRequest(goods=files.goods)) == read
    stale = refused(lambda _: save(call, base=0), None)
    assert (stale.code, stale.reason) == (grpc.StatusCode.ABORTED, "GOODS_CHANGED")
    elsewhere = refused(lambda _: save(call, base=1, content=EXAMPLE.replace(b"2026-05", b"2027-05")), None)
    assert "2026" in elsewhere.violations["goods"]
    wrong = refused(lambda _: save(call, base=1, content=EXAMPLE.replace(b",1000,", b",-1,")), None)
    assert set(wrong.violations) == {"E2"}


def test_the_totals_of_a_ledger_do_not_depend_on_the_batch_size(call: Call, ledger: ledgers.GoodsLedger) -> None:
    wanted = ledgers.PriceGoodsRequest(name=LEDGER, last_year=2027, assumptions=ASSUMED, line_count=1)
    first = call("PriceGoods", wanted)
    assert (first.priced_line_count, first.line_count) == (1, 2)
    priced = call("PriceGoods", wanted)
    assert priced.priced_line_count == 2
    assert call("PriceGoods", wanted) == priced
    whole = cbam.CompareGoodsRequest(goods=cbam.GoodsFile(content=EXAMPLE), last_year=2027, assumptions=ASSUMED)
    compared = call("CompareGoods", whole)
    assert [measure.totals for measure in priced.measures] == [measure.totals for measure in compared.measures]
    assert priced.thresholds == compared.thresholds
    for place, measure in enumerate(compared.measures):
        for year, total in enumerate(measure.totals):
            ends = [line.costs[place].years[year].cost.low for line in compared.compared_goods]
            lows = [parse_exact(end) if end else 0 for end in ends]
            assert parse_exact(total.cost.low) == sum(lows)


def test_stored_assumptions_price_a_ledger_unless_a_call_states_others(call: Call) -> None:
    name = f"{LEDGER}-assumed"
    given = ledgers.PricingAssumptions(first_year=2027, last_year=2028, assumptions=ASSUMED)
    goods = cbam.GoodsFile(name="goods.csv", content=EXAMPLE)
    first = ledgers.SaveGoodsRequest(name=name, display_name="Goods", year=2026, goods=goods, pricing_assumptions=given)
    assert call("SaveGoods", first).pricing_assumptions == given
    listed = call("ListGoodsLedgers", ledgers.ListGoodsLedgersRequest(parent="organizations/example"))
    assert next(one for one in listed.goods_ledgers if one.name == name).pricing_assumptions == given
    priced = call("PriceGoods", ledgers.PriceGoodsRequest(name=name))
    stated = ledgers.PriceGoodsRequest(name=name, first_year=2027, last_year=2028, assumptions=ASSUMED)
    assert priced == call("PriceGoods", stated)
    assert [total.year for total in priced.measures[0].totals] == [2027, 2028]
    assert call("PriceGoods", ledgers.PriceGoodsRequest(name=name, first_year=2029)).measures[0].totals[0].year == 2029

    kept = save(call, base=1, name=name)
    assert kept.pricing_assumptions == given
    other = ledgers.PricingAssumptions(assumptions=[cbam.GoodsAssumption(measure_group="uk", low="50")])
    changed = call("SetPricingAssumptions", ledgers.SetPricingAssumptionsRequest(name=name, pricing_assumptions=other))
    assert (changed.pricing_assumptions, changed.newest_revision.number) == (other, 2)
    assert call("GetGoodsLedger", ledgers.GetGoodsLedgerRequest(name=name)).pricing_assumptions == other
    for field, wrong in {
        "pricing_assumptions.first_year": ledgers.PricingAssumptions(first_year=1999),
        "pricing_assumptions.assumptions[0].low": ledgers.PricingAssumptions(
            assumptions=[cbam.GoodsAssumption(measure_group="eu", low="dear")]
        ),
    }.items():
        request = ledgers.SetPricingAssumptionsRequest(name=name, pricing_assumptions=wrong)
        assert set(refused(partial(call, "SetPricingAssumptions"), request).violations) == {field}
    nowhere = ledgers.SetPricingAssumptionsRequest(name=f"{LEDGER}-nowhere")
    assert refused(partial(call, "SetPricingAssumptions"), nowhere).code is grpc.StatusCode.NOT_FOUND


def test_accepted_figures_count_or_are_named_as_not_counted(call: Call, supplier: SupplierServiceStub) -> None:
    name = f"{LEDGER}-disabled"
    save(call, name=name)

    def answered(by_actual: bool) -> tuple[ledgers.SupplierRequest, Any]:
        created = ledgers.CreateSupplierRequestRequest(parent=name, supplier="S", lines=["2"], facts=["own_direct"])
        request = call("CreateSupplierRequest", created)
        supplier.AnswerSupplierRequest(answering(request.link))
        (waiting, *_) = call("ListSupplierRequests", ledgers.ListSupplierRequestsRequest(parent=name)).supplier_requests
        decision = ledgers.DecideSupplierAnswerRequest(
            name=request.name, number=1, accept=True, declare_actual_values=by_actual
        )
        return waiting, call("DecideSupplierAnswer", decision)

    def idle() -> list[tuple[str, list[str], str]]:
        entries = call("ListGoods", ledgers.ListGoodsRequest(parent=name)).goods_entries
        compared = call("CompareGoods", cbam.CompareGoodsRequest(goods_entries=entries[1:], last_year=2026))
        (line,) = compared.compared_goods
        return [(each.measure_group, list(each.fact_ids), each.disabling_fact_id) for each in line.idle_facts]

    waiting, accepted = answered(by_actual=False)
    assert list(waiting.supplier_answers[0].default_lines) == ["2"]
    assert not accepted.supplier_answers[0].default_lines
    assert ("eu", ["own_direct"], "determination") in idle()
    waiting, _ = answered(by_actual=True)
    assert list(waiting.supplier_answers[0].default_lines) == ["2"]
    _, line = call("ListGoods", ledgers.ListGoodsRequest(parent=name)).goods_entries
    assert (line.cells["determination"], line.cells["own_direct (tCO2e/t)"]) == ("actual", "8.5")
    assert "determination" not in {switch for _, _, switch in idle()}
    newest = call("GetGoodsLedger", ledgers.GetGoodsLedgerRequest(name=name)).newest_revision
    assert "actual values" in newest.note
    waiting, _ = answered(by_actual=True)
    assert not waiting.supplier_answers[0].default_lines


def test_other_organisations_and_clients_cannot_read_a_ledger(call: Call, ledger: ledgers.GoodsLedger) -> None:
    name = f"{asked(call).name}"
    requests = {
        "GetGoodsLedger": ledgers.GetGoodsLedgerRequest(name=LEDGER),
        "ListGoodsLedgers": ledgers.ListGoodsLedgersRequest(parent="organizations/example"),
        "ListGoods": ledgers.ListGoodsRequest(parent=LEDGER),
        "ListGoodsRevisions": ledgers.ListGoodsRevisionsRequest(parent=LEDGER),
        "GetGoodsFiles": ledgers.GetGoodsFilesRequest(name=LEDGER),
        "PriceGoods": ledgers.PriceGoodsRequest(name=LEDGER),
        "SetPricingAssumptions": ledgers.SetPricingAssumptionsRequest(name=LEDGER),
        "SaveGoods": ledgers.SaveGoodsRequest(name=LEDGER, base_revision=1),
        "CreateSupplierRequest": ledgers.CreateSupplierRequestRequest(parent=LEDGER, supplier="a", lines=["1"]),
        "ListSupplierRequests": ledgers.ListSupplierRequestsRequest(parent=LEDGER),
        "WithdrawSupplierRequest": ledgers.WithdrawSupplierRequestRequest(name=name),
        "DecideSupplierAnswer": ledgers.DecideSupplierAnswerRequest(name=name, number=1, accept=True),
    }
    assert set(requests) == {
        method.name for method in ledgers.DESCRIPTOR.services_by_name["GoodsLedgerService"].methods
    }
    for method, request in requests.items():
        for organization, role in (("other", Role.ASSESSOR), ("example", Role.APPLICANT), ("example", Role.OPERATOR)):
            made = partial(call, method, organization=organization, role=role)
            refusal = refused(made, request)
            assert refusal.code is grpc.StatusCode.PERMISSION_DENIED, method
    elsewhere = ledgers.ListGoodsLedgersRequest(parent="organizations/other")
    assert not call("ListGoodsLedgers", elsewhere, organization="other").goods_ledgers


def test_a_supplier_reads_only_its_own_lines_and_answers_until_acceptance(
    call: Call, supplier: SupplierServiceStub, ledger: ledgers.GoodsLedger
) -> None:
    request = asked(call, message="Please tell us <b>your</b> figures.")
    opened = supplier.OpenSupplierRequest(ledgers.OpenSupplierRequestRequest(link=request.link))
    assert [(entry.line, sorted(entry.cells)) for entry in opened.goods_entries] == [
        ("2", ["cn_code", "country_of_origin", "imported_on", "net_mass (t)"])
    ]
    assert [fact.fact_id for fact in opened.supplier_facts] == ["own_direct", "opinion"]
    first = supplier.AnswerSupplierRequest(answering(request.link))
    assert first.supplier_answer.number == 1
    second = answering(request.link, own_direct="8", opinion="positive")
    supplier.AnswerSupplierRequest(second)
    kept = call("ListSupplierRequests", ledgers.ListSupplierRequestsRequest(parent=LEDGER)).supplier_requests[0]
    assert kept.state == ledgers.SupplierRequest.STATE_ANSWERED
    assert not kept.link
    states = ledgers.SupplierAnswer
    assert [(answer.number, answer.state) for answer in kept.supplier_answers] == [
        (2, states.STATE_PROPOSED), (1, states.STATE_REPLACED),
    ]  # fmt: skip

    def decide(number: int, *, accept: bool) -> Any:
        wanted = ledgers.DecideSupplierAnswerRequest(name=request.name, number=number, accept=accept)
        return call("DecideSupplierAnswer", wanted)

    def waiting() -> int:
        listed = call("ListGoodsLedgers", ledgers.ListGoodsLedgersRequest(parent="organizations/example"))
        return next(int(each.waiting_answer_count) for each in listed.goods_ledgers if each.name == LEDGER)

    assert refused(lambda _: decide(1, accept=True), None).reason == "ANSWER_NOT_TAKEN"
    assert waiting() == 1
    decide(2, accept=False)
    assert waiting() == 0
    supplier.AnswerSupplierRequest(answering(request.link))
    before = call("GetGoodsLedger", ledgers.GetGoodsLedgerRequest(name=LEDGER)).newest_revision.number
    accepted = decide(3, accept=True)
    assert (accepted.state, accepted.supplier_answers[0].revision) == (
        ledgers.SupplierRequest.STATE_ACCEPTED, before + 1,
    )  # fmt: skip
    one, two = call("ListGoods", ledgers.ListGoodsRequest(parent=LEDGER)).goods_entries
    assert (one.cells["own_direct (tCO2e/t)"], two.cells["own_direct (tCO2e/t)"]) == ("2.1", "8.5")
    after = refused(supplier.AnswerSupplierRequest, answering(request.link))
    assert (after.code, after.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "ANSWER_NOT_TAKEN")


def test_an_unrequested_or_invalid_answer_is_refused_by_field(
    call: Call, supplier: SupplierServiceStub, ledger: ledgers.GoodsLedger
) -> None:
    link = asked(call).link
    other_line = refused(supplier.AnswerSupplierRequest, answering(link, line="1"))
    assert "goods_entries[0].line" in other_line.violations
    other_fact = refused(supplier.AnswerSupplierRequest, answering(link, **{"net_mass (t)": "1"}))
    assert "goods_entries[0].cells[net_mass (t)]" in other_fact.violations
    for value, field in (("a lot", "own_direct"), ("=1+1", "own_direct"), ("maybe", "opinion")):
        wrong = refused(supplier.AnswerSupplierRequest, answering(link, **{field: value}))
        assert [name.startswith(f"goods_entries[0].cells[{field}") for name in wrong.violations] == [True]
    empty = refused(supplier.AnswerSupplierRequest, answering(link, own_direct=" "))
    assert "goods_entries" in empty.violations


PIG_IRON = {"name": "pig iron", "code": "72011011", "origin": "CN", "consumed": "1.1", "method": "default_value"}


def with_precursors(link: str, *parts: dict[str, str], **cells: str) -> ledgers.AnswerSupplierRequestRequest:
    entry = cbam.GoodsEntry(line="2", cells=cells, precursors=[cbam.GoodsPrecursor(cells=part) for part in parts])
    return ledgers.AnswerSupplierRequestRequest(link=link, goods_entries=[entry])


def test_a_supplier_lists_precursors_or_declares_their_absence(
    call: Call, supplier: SupplierServiceStub, ledger: ledgers.GoodsLedger
) -> None:
    plain = asked(call).link
    wrong = refused(supplier.AnswerSupplierRequest, with_precursors(plain, PIG_IRON))
    assert set(wrong.violations) == {"goods_entries[0].precursors"}
    request = asked(call, facts=["precursors", "own_direct"])
    opened = supplier.OpenSupplierRequest(ledgers.OpenSupplierRequestRequest(link=request.link))
    listed = next(fact for fact in opened.supplier_facts if fact.fact_id == "precursors")
    assert [field.fact_id for field in listed.record_fields][:3] == ["name", "code", "origin"]
    for parts, cells, field in (
        (({**PIG_IRON, "code": "7201"},), {}, "goods_entries[0].precursors[0].cells[code"),
        ((PIG_IRON, {**PIG_IRON, "name": "Pig iron"}), {}, "goods_entries[0].precursors[1].cells[name"),
        (({**PIG_IRON, "price": "1"},), {}, "goods_entries[0].precursors[0].cells[price"),
        (({"code": "72011011"},), {}, "goods_entries[0].precursors[0].cells[name"),
        ((PIG_IRON,), {"precursors": "none"}, "goods_entries[0].precursors[0]"),
        (tuple({**PIG_IRON, "name": str(number)} for number in range(51)), {}, "goods_entries[0].precursors"),
    ):
        refusal = refused(supplier.AnswerSupplierRequest, with_precursors(request.link, *parts, **cells))
        assert [name.startswith(field) for name in refusal.violations] == [True], refusal.violations
    none = supplier.AnswerSupplierRequest(with_precursors(request.link, precursors="none"))
    assert none.supplier_answer.goods_entries[0].cells == {"precursors": "none"}
    answered = supplier.AnswerSupplierRequest(with_precursors(request.link, PIG_IRON, own_direct="8.25"))
    (entry,) = answered.supplier_answer.goods_entries
    assert [part.cells["consumed (t)"] for part in entry.precursors] == ["1.1"]
    decided = ledgers.DecideSupplierAnswerRequest(name=request.name, number=2, accept=True)
    call("DecideSupplierAnswer", decided)
    _, line = call("ListGoods", ledgers.ListGoodsRequest(parent=LEDGER)).goods_entries
    assert line.cells["own_direct (tCO2e/t)"] == "8.25"
    assert [part.cells["code"] for part in line.precursors] == ["72011011"]
    again = asked(call, facts=["precursors"])
    supplier.AnswerSupplierRequest(with_precursors(again.link, precursors="none"))
    call("DecideSupplierAnswer", ledgers.DecideSupplierAnswerRequest(name=again.name, number=1, accept=True))
    _, line = call("ListGoods", ledgers.ListGoodsRequest(parent=LEDGER)).goods_entries
    assert (list(line.precursors), line.cells["precursors"]) == ([], "none")


def test_a_guessed_withdrawn_or_expired_link_opens_nothing(
    call: Call, server: RunningServer, supplier: SupplierServiceStub, ledger: ledgers.GoodsLedger
) -> None:
    withdrawn, expired = asked(call), asked(call)
    call("WithdrawSupplierRequest", ledgers.WithdrawSupplierRequestRequest(name=withdrawn.name))
    path = server.environment["TOUCHSTONE_DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        number = int(expired.name.rpartition("/")[2])
        connection.execute(
            "UPDATE supplier_request SET expire_time = '2026-01-01T00:00:00Z' WHERE number = ?", [number]
        )
        kept = connection.execute("SELECT * FROM supplier_request").fetchall()
    assert withdrawn.link not in repr(kept)
    digest = hashlib.sha256(f"supplier:{withdrawn.link}".encode()).hexdigest()
    answers = set()
    for link in (
        "",
        "a",
        "a" * 10_000,
        "../../1",
        withdrawn.link[:-1],
        digest,
        withdrawn.link,
        expired.link,
        "1' OR '1",
    ):
        opened = refused(supplier.OpenSupplierRequest, ledgers.OpenSupplierRequestRequest(link=link))
        answered = refused(supplier.AnswerSupplierRequest, answering(link))
        answers |= {(opened.code, opened.reason, opened.message), (answered.code, answered.reason, answered.message)}
    assert len(answers) == 1
    assert next(iter(answers))[:2] == (grpc.StatusCode.NOT_FOUND, "SUPPLIER_LINK_NOT_FOUND")


def test_an_address_that_guesses_is_held_up(server: RunningServer, supplier: SupplierServiceStub) -> None:
    asked_often = ledgers.OpenSupplierRequestRequest(link="a" * 43)
    codes = {refused(supplier.OpenSupplierRequest, asked_often).code for _ in range(70)}
    assert grpc.StatusCode.RESOURCE_EXHAUSTED in codes
    assert "a" * 43 not in server.log
