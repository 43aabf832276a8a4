"""Ledger lists: the same number of SQL statements regardless of length."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from service.schemes.cbam.goods_ledgers import LedgerMethods
from service.schemes.cbam.ledger_store import GoodsLedgerRow, GoodsLedgers, GoodsRevisionRow
from tests.support.listing_work import PARENT, TIME, CountedStore
from touchstone.v1 import goods_ledger_service_pb2


def test_a_longer_list_of_ledgers_needs_no_more_statements(tmp_path: Path) -> None:
    counted = CountedStore(tmp_path)
    with closing(counted.store):
        methods: Any = SimpleNamespace(store=GoodsLedgers(counted.store.transactions))

        def add(number: int) -> None:
            name = f"{PARENT}/goodsLedgers/{number:04}"
            of_ledger = {"organization": "a", "create_time": TIME}
            counted.add(GoodsLedgerRow, [{"name": name, "display_name": "", "year": 2026, "newest": 2, **of_ledger}])
            revision = {
                "ledger": name,
                "content_digest": "",
                "line_count": 1,
                "note": "",
                "principal": "{}",
                **of_ledger,
            }
            counted.add(GoodsRevisionRow, [{**revision, "number": each} for each in (1, 2)])

        def listed() -> int:
            request = goods_ledger_service_pb2.ListGoodsLedgersRequest(parent=PARENT, page_size=1_000)
            return len(LedgerMethods._list(methods, request).goods_ledgers)

        counted.check(add, listed)
