"""Valid requests about goods that cross borders: reading, comparing, ledgers, and links of suppliers."""

from __future__ import annotations

import uuid
from typing import Any

from tests.support.running import ROOT, RunningServer
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers
from touchstone.v1.goods_ledger_service_pb2_grpc import GoodsLedgerServiceStub, SupplierServiceStub

_GOODS = cbam.GoodsFile(content=(ROOT / "examples" / "cbam" / "goods-three-borders.csv").read_bytes())
_CELLS = {
    "cn_code": "72083900", "country_of_origin": "BR", "imported_on": "2026-05-10", "net_mass (t)": "1000",
    "determination": "default",
}  # fmt: skip


def of_goods(server: RunningServer, parent: str) -> dict[str, list[Any]]:
    """Return valid requests for a goods ledger and a request to its supplier."""
    stub, name = GoodsLedgerServiceStub(server.channel), f"{parent}/goodsLedgers/good-{uuid.uuid4().hex[:8]}"
    asked = ledgers.CreateSupplierRequestRequest(
        parent=name, supplier="Example Smelter", lines=["2"], facts=["own_direct"], days=90
    )
    answer = [cbam.GoodsEntry(line="2", cells={"own_direct": "8.5"})]
    stub.SaveGoods(ledgers.SaveGoodsRequest(name=name, display_name="Goods", year=2026, goods=_GOODS))
    first = stub.CreateSupplierRequest(asked)
    answered = ledgers.AnswerSupplierRequestRequest(link=first.link, goods_entries=answer)
    SupplierServiceStub(server.channel).AnswerSupplierRequest(answered)
    second = stub.CreateSupplierRequest(asked)
    return {
        "ReadGoods": [cbam.ReadGoodsRequest(goods=_GOODS)],
        "CompareGoods": [
            cbam.CompareGoodsRequest(goods=_GOODS, first_year=2027, last_year=2027, page_size=1),
            cbam.CompareGoodsRequest(goods_entries=[cbam.GoodsEntry(line="1", cells=_CELLS)], last_year=2026),
        ],
        "GetGoodsTemplate": [cbam.GetGoodsTemplateRequest(language_code="zh")],
        "SetPricingAssumptions": [ledgers.SetPricingAssumptionsRequest(name=name)],
        "SaveGoods": [ledgers.SaveGoodsRequest(name=name, base_revision=1, goods=_GOODS, note="again")],
        "GetGoodsLedger": [ledgers.GetGoodsLedgerRequest(name=name)],
        "ListGoodsLedgers": [ledgers.ListGoodsLedgersRequest(parent=parent)],
        "ListGoodsRevisions": [ledgers.ListGoodsRevisionsRequest(parent=name)],
        "ListGoods": [ledgers.ListGoodsRequest(parent=name, revision=1)],
        "GetGoodsFiles": [ledgers.GetGoodsFilesRequest(name=name)],
        "PriceGoods": [ledgers.PriceGoodsRequest(name=name, last_year=2026, line_count=1)],
        "CreateSupplierRequest": [asked],
        "ListSupplierRequests": [ledgers.ListSupplierRequestsRequest(parent=name)],
        "WithdrawSupplierRequest": [ledgers.WithdrawSupplierRequestRequest(name=second.name)],
        "DecideSupplierAnswer": [ledgers.DecideSupplierAnswerRequest(name=first.name, number=1)],
        "OpenSupplierRequest": [ledgers.OpenSupplierRequestRequest(link=first.link)],
        "AnswerSupplierRequest": [answered],
    }
