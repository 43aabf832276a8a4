"""Number of SQL statements for lists of case items and campaigns, which does not grow with their length."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from service.cases import case_lists
from service.cases.case_lists import CaseLists
from service.corrections.correction_service import CorrectionCampaigns
from service.store.tables import CampaignRow, CaseItemRow, CaseRow
from tests.support.listing_work import PARENT, TIME, CountedStore
from touchstone.v1 import case_service_pb2, correction_service_pb2


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
