"""Lists of claims in use: the same number of SQL statements regardless of length."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from service.schemes.claims.claim_store import ClaimInUseRow, ClaimJudgementRow, ClaimsInUse
from service.schemes.claims.claims_in_use import ClaimRegister
from tests.service.schemes.claims.test_claim_judging import Judging, Listings, judge_of
from tests.support.listing_work import DAY, PARENT, TIME, CountedStore
from touchstone.v1 import claim_service_pb2


@pytest.mark.parametrize("with_notices", [False, True])
def test_a_longer_list_of_claims_needs_no_more_statements(tmp_path: Path, with_notices: bool) -> None:
    counted = CountedStore(tmp_path)
    with closing(counted.store):
        claims = ClaimsInUse(counted.store.transactions)
        register = ClaimRegister(claims, judge_of(counted.store, Listings(), Judging()), None, False)  # type: ignore[arg-type] # no call enters

        def add(number: int) -> None:
            name = f"{PARENT}/claims/{number:04}"
            empty = dict.fromkeys(
                ("quote", "medium", "problem", "expire_date", "next_check_date", "sign_off", "end_time"), ""
            )
            times = dict.fromkeys(("create_time", "update_time", "judge_time"), TIME)
            judged = {"cause": "saved", "revision": 1, "standing": 9, "earlier_standing": 0, "moved": 0}
            none = dict.fromkeys(("places", "cards", "expired"), "[]")
            counted.add(ClaimInUseRow, [
                {"name": name, "organization": "a", "content": "{}", "revision": 1, "standing": 9, "fallen": 2,
                 "notice_date": DAY, **empty, **times},
            ])  # fmt: skip
            counted.add(ClaimJudgementRow, [
                {"claim": name, "number": each, "organization": "a", "time": TIME, "as_of_date": DAY, **judged, **none}
                for each in (1, 2, 3)
            ])  # fmt: skip

        def listed() -> int:
            request = claim_service_pb2.ListClaimsRequest(parent=PARENT, page_size=1_000, with_notices=with_notices)
            answer = register._list_page(request, "en")
            assert {judgement.number for claim in answer.claims for judgement in claim.judgements} == {3}
            assert all(claim.notices for claim in answer.claims) is with_notices
            return len(answer.claims)

        counted.check(add, listed)
