"""Repeated judging of claims in use: rule dates, publications for other jurisdictions, and claims that fail."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import orjson
import pytest
from google.protobuf.json_format import MessageToDict

from rules.contracts import InputError
from rules.contracts.messages import Message
from service.base.refusals import Reason, Refusal
from service.gazette.versions import Gazette
from service.schemes.claims.claim_judging import (
    ClaimJudge,
    PublishedRules,
    RuleDays,
    caught_up_seconds,
    next_judging_day,
    notice_days,
    notices_of,
)
from service.schemes.claims.claim_store import ClaimIndex, ClaimInUseRow, ClaimsInUse
from service.serving.transport import NoLimit
from service.store.store import Store
from tests.support.running import ROOT
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

CONTENT = pb2.ClaimInUse(text="Green soap", product="Soap", owner="Brand", jurisdictions=["UK"])


@dataclass
class Listings:
    """Gazette stub that only lists versions."""

    versions: dict[str, dict[str, int]] = field(default_factory=lambda: {"green-claim-uk": {"1": 0}})

    def card_ids(self) -> tuple[str, ...]:
        return tuple(self.versions)

    def listing(self, card: str) -> Mapping[str, int]:
        return self.versions[card]


@dataclass
class Judging:
    """Judge stub that raises the listed failures first and records the requested languages."""

    failures: list[Exception] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def work(self, request: screenings.CheckClaimsRequest, _: Any, *, language: str) -> Any:
        self.asked.append(language)
        if self.failures:
            raise self.failures.pop(0)
        answer = screenings.ClaimAnswer(jurisdiction="UK", standing=screenings.CLAIM_STANDING_FINE)
        return screenings.CheckClaimsResponse(
            jurisdictions=request.jurisdictions, checked_claims=[screenings.CheckedClaim(answers=[answer])]
        )


class NoDays:
    def after(self, *_: Any) -> str:
        return ""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    yield opened
    opened.close()


def judge_of(store: Store, gazette: Listings, judging: Judging) -> ClaimJudge:
    return ClaimJudge(
        ClaimsInUse(store.transactions),
        cast("Gazette", gazette),
        cast("Any", judging),
        NoLimit(),
        NoLimit(),
        cast("RuleDays", NoDays()),
    )


def new_row(**values: Any) -> ClaimInUseRow:
    texts = (
        "content", "quote", "medium", "problem", "expire_date", "next_check_date", "sign_off", "create_time",
        "update_time", "end_time",
    )  # fmt: skip
    known = {"name": "organizations/a/claims/x", "organization": "a", "revision": 1, "standing": 9}
    return ClaimInUseRow(**{**dict.fromkeys(texts, ""), **known, **values})


def saved(store: Store, judge: ClaimJudge, *places: str) -> ClaimInUseRow:
    content = pb2.ClaimInUse()
    content.CopyFrom(CONTENT)
    content.jurisdictions[:] = places
    kept = orjson.dumps(MessageToDict(content)).decode()
    row = new_row(name=f"organizations/a/claims/{'-'.join(places).lower()}", content=kept)
    return ClaimsInUse(store.transactions).save(row, asyncio.run(judge.judged(content, "en")), ClaimIndex(places), 0)


def test_the_next_date_comes_from_rules_of_the_jurisdictions_and_dates_of_the_claim() -> None:
    gazette = Gazette(ROOT / "scorecards")
    published = PublishedRules({card: gazette.listing(card) for card in ("green-claim-eu", "green-claim-us")})
    days = RuleDays(gazette)
    autumn = date(2026, 9, 1)
    assert days.after(date(2026, 9, 26), ["green-claim-eu"], published, {}) == "2026-09-27"
    assert days.after(autumn, ["green-claim-us"], published, {}) == "2026-10-04"
    assert days.after(date(2026, 9, 26), ["green-claim-us", "green-claim-eu"], published, {}) == "2026-09-27"
    assert days.after(autumn, ["green-claim-kr"], published, {}) == "", "it is not published"
    assert days.after(date(9000, 1, 1), ["green-claim-eu"], published, {}) == ""


def test_a_publication_makes_only_claims_of_its_own_jurisdiction_wait(store: Store) -> None:
    gazette, judging = Listings(), Judging()
    judge = judge_of(store, gazette, judging)
    british, american = saved(store, judge, "UK"), saved(store, judge, "US")
    assert not asyncio.run(judge.next_rows("a", 10))
    gazette.versions["green-claim-us"] = {"2": 0}
    (row,) = asyncio.run(judge.next_rows("a", 10))
    assert row.name == american.name
    assert not ClaimsInUse(store.transactions).judged(row, asyncio.run(judge.judged_again(row)))
    assert not asyncio.run(judge.next_rows("a", 10))
    gazette.versions["green-claim-uk"]["1"] = 1  # repealed
    assert [row.name for row in asyncio.run(judge.next_rows("a", 10))] == [british.name]
    asked = judge.waiting(judge.published())
    assert ClaimsInUse(store.transactions).count_waiting("a", asked, 2) == 1


def test_an_error_of_a_claim_is_stored_in_both_languages_and_retried_the_next_day(store: Store) -> None:
    judging = Judging()
    judge = judge_of(store, Listings(), judging)
    row = saved(store, judge, "UK")
    wrong = InputError.of("text", Message("service.schemes.claims", "NOTHING_TO_SCREEN", {}), "EMPTY")
    judging.failures, judging.asked = [wrong, wrong], []
    judged = asyncio.run(judge.judged_again(row))
    problem = orjson.loads(judged.problem)
    assert judging.asked == ["en", "zh"]
    assert "The text is empty." in problem["en"]
    assert "没有可筛查的文字。请输入文字。" in problem["zh"]
    assert judged.due_date > judged.as_of_date


def test_a_claim_that_kills_its_process_twice_is_reported_and_does_not_block_others(store: Store) -> None:
    judging = Judging()
    judge = judge_of(store, Listings(), judging)
    row = saved(store, judge, "UK")
    lost: list[Exception] = [Refusal(Reason.PROCESS_LOST, "lost") for _ in range(4)]
    judging.failures = lost[:1]
    assert not asyncio.run(judge.judged_again(row)).problem
    judging.failures = lost
    assert asyncio.run(judge.judged_again(row)).problem
    judging.failures = [Refusal(Reason.STORE_LOCKED, "locked")]
    with pytest.raises(Refusal):
        asyncio.run(judge.judged_again(row))


@pytest.mark.parametrize("kept", ["", '{"text": 7}'])
def test_an_unreadable_claim_is_noted_and_does_not_block_others(store: Store, kept: str) -> None:
    judge = judge_of(store, Listings(), Judging())
    row = saved(store, judge, "UK")
    row.content, row.judged_rules = kept, "of before"
    judged = asyncio.run(judge.judged_again(row))
    assert "could not be judged" in orjson.loads(judged.problem)["en"]
    assert "无法判断" in orjson.loads(judged.problem)["zh"]
    ClaimsInUse(store.transactions).judged(row, judged)
    assert not asyncio.run(judge.next_rows("a", 10))


def test_each_notice_on_a_document_appears_once_before_and_after_expiry() -> None:
    content = pb2.ClaimInUse(
        documents=[pb2.ClaimDocument(title="Plan", expire_date="2027-03-01"), pb2.ClaimDocument(title="Endless")],
        next_check_date="2027-02-01",
    )
    assert notice_days(content) == ["2026-12-31", "2027-01-30", "2027-02-01", "2027-02-22", "2027-03-02"]
    assert notice_days(pb2.ClaimInUse(documents=[pb2.ClaimDocument(expire_date="0001-01-01")]))[0] == "0001-01-01"
    row = new_row(seen_date="2027-01-30", notice_date="2027-02-01")

    def told(day: str, **values: str) -> list[tuple[str, str]]:
        for name, value in values.items():
            setattr(row, name, value)
        notices = notices_of(row, content, day, None)
        return [(pb2.ClaimNoticeKind.Name(each.kind).rpartition("_")[2], each.date) for each in notices]

    assert told("2027-01-31") == []
    assert told("2027-02-01") == [("CHECK", "2027-02-01")]
    assert told("2027-02-22") == [("EXPIRING", "2027-03-01"), ("CHECK", "2027-02-01")]
    assert told("2027-03-02", seen_date="2027-02-22", notice_date="2027-03-02") == [("EXPIRED", "2027-03-01")]
    assert told("2027-03-02", problem="{}") == [("UNJUDGED", ""), ("EXPIRED", "2027-03-01")]
    assert told("2027-03-02", end_time="2027-03-02T00:00:00Z") == []


def test_a_claim_is_judged_within_a_week_and_the_catch_up_time_is_estimated() -> None:
    row = new_row(judge_time="2026-11-27T10:00:00Z", due_date="2026-12-01")
    assert next_judging_day(row) == "2026-12-01"
    row.due_date = "2027-01-01"
    assert next_judging_day(row) == "2026-12-04"
    assert caught_up_seconds(1_000, 300, 2) == 1_200
    assert caught_up_seconds(1_000, 0, 0) == 1_000
