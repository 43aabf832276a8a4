"""GoodsLedgers: revisions on top of the newest alone, sums, answers decided once, and lists at constant cost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rules.contracts import digest
from service.base.refusals import Reason, Refusal
from service.schemes.cbam.goods_ledgers import LedgerMethods
from service.schemes.cbam.ledger_store import (
    ACCEPTED,
    DECLINED,
    PROPOSED,
    GoodsLedgerRow,
    GoodsLedgers,
    GoodsPricingRow,
    GoodsRevisionRow,
    SupplierAnswerRow,
    SupplierRequestRow,
)
from service.store.store import Store
from tests.support.listing_work import PARENT, TIME, CountedStore
from touchstone.v1 import goods_ledger_service_pb2

NAME, NOW, LATER = "organizations/example/goodsLedgers/goods", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"
CONTENT = b"line,cn_code\n1,72083900\n"


def ledger(newest: int) -> GoodsLedgerRow:
    return GoodsLedgerRow(
        name=NAME, organization="example", display_name="Goods", year=2026, create_time=NOW, newest=newest
    )


def revision(number: int, content: bytes = CONTENT) -> GoodsRevisionRow:
    return GoodsRevisionRow(
        ledger=NAME, number=number, organization="example", content_digest=digest(content), line_count=1, note="",
        principal="ada", create_time=NOW,
    )  # fmt: skip


def asked(digest_of_link: str = "ab") -> SupplierRequestRow:
    return SupplierRequestRow(
        ledger=NAME, number=0, organization="example", link_digest=digest_of_link, supplier="Smelter", message="",
        lines="[]", facts="[]", principal="ada", create_time=NOW, expire_time=LATER,
    )  # fmt: skip


def answer(state: str = PROPOSED, number: int = 0) -> SupplierAnswerRow:
    return SupplierAnswerRow(
        ledger=NAME, request=1, number=number, cells="{}", respondent="", remark="", state=state, create_time=NOW
    )


def test_revisions_are_saved_only_on_the_newest_revision_and_read_back(store: Store) -> None:
    kept = GoodsLedgers(store.transactions)
    kept.save(ledger(1), revision(1), CONTENT, base=0)
    kept.save(ledger(2), revision(2), CONTENT, base=1)
    for base in (0, 1):
        with pytest.raises(Refusal) as refused:
            kept.save(ledger(base + 1), revision(base + 1, b"other"), b"other", base=base)
        assert refused.value.reason is Reason.GOODS_CHANGED
    assert [row.number for row in kept.revisions(NAME, before=9, limit=9)] == [2, 1]
    assert kept.content(revision(2)) == CONTENT
    assert [row.newest for row in kept.list("example", after="", limit=9)] == [2]
    assert not kept.list("other", after="", limit=9)


def test_the_sums_of_the_faster_writer_are_retained(store: Store) -> None:
    kept = GoodsLedgers(store.transactions)
    first = GoodsPricingRow(ledger=NAME, revision=1, question="q", priced=20, sums=b"first")
    assert kept.keep_pricing(first, before=0) == first
    assert kept.keep_pricing(first.model_copy(update={"sums": b"slow"}), before=0).sums == b"first"
    more = first.model_copy(update={"priced": 40, "sums": b"more"})
    assert kept.keep_pricing(more, before=20) == more
    assert kept.keep_pricing(more.model_copy(update={"sums": b"slow"}), before=20).sums == b"more"


def test_an_answer_is_decided_once_and_replaced_by_a_later_answer(store: Store) -> None:
    kept = GoodsLedgers(store.transactions)
    kept.save(ledger(1), revision(1), CONTENT, base=0)
    request = kept.add_request(asked())
    assert kept.add_request(asked("cd")).number == 2
    kept.add_answer(request, answer(), now=NOW)
    with pytest.raises(Refusal):
        kept.add_answer(request, answer(), now=NOW)  # another answer was stored after the request was read
    again = kept.request_of_link("ab")
    assert again is not None
    kept.add_answer(again, answer(), now=NOW)
    assert [row.state for row in kept.answers(NAME, [1])] == [PROPOSED, "replaced"]
    assert not kept.decline(answer(DECLINED, number=1))
    kept.save(ledger(2), revision(2), CONTENT, base=1, answer=answer(ACCEPTED, number=2))
    assert not kept.decline(answer(DECLINED, number=2))
    with pytest.raises(Refusal):  # no part of a revision is stored with a decided answer
        kept.save(ledger(3), revision(3), CONTENT, base=2, answer=answer(ACCEPTED, number=2))
    assert kept.revision(NAME, 3) is None


def test_a_withdrawn_or_expired_link_accepts_no_answer(store: Store) -> None:
    kept = GoodsLedgers(store.transactions)
    request = kept.add_request(asked())
    with pytest.raises(Refusal):
        kept.add_answer(request, answer(), now=LATER)
    kept.withdraw(request, NOW)
    with pytest.raises(Refusal):
        kept.add_answer(request, answer(), now=NOW)
    assert not kept.answers(NAME, [1])


def test_pricing_assumptions_of_a_ledger_survive_a_new_revision(store: Store) -> None:
    kept = GoodsLedgers(store.transactions)
    kept.save(ledger(1), revision(1), CONTENT, base=0)
    kept.assume(NAME, '{"first_year":2027}')
    kept.save(ledger(2), revision(2), CONTENT, base=1)
    found = kept.find(NAME)
    assert found is not None
    assert (found.newest, found.pricing) == (2, '{"first_year":2027}')


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
