"""Claims in use in the store: indexed lists, append-only judgements and change notices."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from service.base.refusals import Reason, Refusal
from service.schemes.claims.claim_store import (
    NOT_JUDGED,
    ClaimFilter,
    ClaimIndex,
    ClaimInUseRow,
    ClaimJudgementRow,
    ClaimsInUse,
    Look,
    NewJudgement,
    RuleState,
    Waiting,
    words_of,
)
from service.store.store import Store
from service.store.write_access import with_write_access

PROHIBITED, UNLESS, DOCUMENTED, FINE = 1, 3, 4, 5
JUDGED = NewJudgement(
    "2026-11-27T00:00:00Z", "2026-11-27", RuleState("m", "uk"), "2027-01-01", (), 300, DOCUMENTED, '["UK"]',
    '["1.0.0"]', "[]",
)  # fmt: skip


def row(number: int, organization: str = "a", **values: Any) -> ClaimInUseRow:
    known: dict[str, Any] = {
        "name": f"organizations/{organization}/claims/{number:03}", "organization": organization, "content": "{}",
        "quote": f"claim {number}", "medium": "web", "revision": 1, "standing": NOT_JUDGED, "problem": "",
        "expire_date": "", "next_check_date": "", "sign_off": "", "create_time": "2026-11-27T00:00:00Z",
        "update_time": "2026-11-27T00:00:00Z", "end_time": "",
    }  # fmt: skip
    return ClaimInUseRow(**{**known, **values})


def claims_of(store: Store) -> ClaimsInUse:
    return ClaimsInUse(store.transactions)


def judged(store: Store, name: str, how: NewJudgement) -> ClaimJudgementRow | None:
    """Store a judgement of a claim as it is now."""
    now = claims_of(store).find(name)
    assert now is not None
    return claims_of(store).judged(now, how)


def numbers(rows: object) -> list[int]:
    return [int(each.name[-3:]) for each in rows]  # type: ignore[attr-defined] # rows


def test_claims_are_listed_worst_first_and_filtered_by_the_request(store: Store) -> None:
    claims = claims_of(store)
    for number, (standing, places, expires, said) in enumerate(
        [
            (FINE, ["UK"], "2027-01-01", "Green bottle"),
            (PROHIBITED, ["EU-DE", "UK"], "", "climate-neutral bottle"),
            (DOCUMENTED, ["EU-DE"], "2026-12-01", "再生塑料瓶"),
            (0, ["UK"], "", "cap"),
        ]
    ):
        judged = replace(JUDGED, standing=standing)
        claims.save(row(number, expire_date=expires), judged, ClaimIndex(places, words_of(said)), 0)
    claims.save(row(9, "b"), JUDGED, ClaimIndex(["UK"], words_of("bottle")), 0)
    asked = ClaimFilter("a")
    assert numbers(claims.list(asked, None, 10)) == [1, 2, 0, 3]
    first = claims.list(asked, None, 2)
    assert numbers(claims.list(asked, (str(first[-1].standing), first[-1].name), 10)) == [0, 3]
    assert numbers(claims.list(replace(asked, jurisdiction="UK"), None, 10)) == [1, 0, 3]
    assert numbers(claims.list(replace(asked, standing=DOCUMENTED), None, 10)) == [2]
    assert numbers(claims.list(replace(asked, expiring_before="2027-06-01"), None, 10)) == [2, 0]
    assert numbers(claims.list(replace(asked, words=["bottle"]), None, 10)) == [1, 0]
    assert numbers(claims.list(replace(asked, words=["bott", "green"]), None, 10)) == [0]
    assert numbers(claims.list(replace(asked, words=["塑料"]), None, 10)) == [2]
    assert claims.counts("a") == {FINE: 1, PROHIBITED: 1, DOCUMENTED: 1, NOT_JUDGED: 1}
    assert claims.count_due("a", "expire_date", "2026-12-31") == 1


def test_a_judgement_is_stored_only_if_it_differs_from_the_previous_judgement(store: Store) -> None:
    events: list[None] = []
    store.write_events(lambda: events.append(None))
    saved = claims_of(store).save(row(1), JUDGED, ClaimIndex(["UK"]), 0)
    later = replace(JUDGED, time="2026-11-28T00:00:00Z", as_of_date="2026-11-28")
    assert judged(store, saved.name, later) is None
    assert len(claims_of(store).judgements([saved.name], 10)[saved.name]) == 1
    assert claims_of(store).judged(saved, replace(JUDGED, standing=PROHIBITED)) is None, "judged by somebody meanwhile"
    moved = judged(store, saved.name, replace(later, cards='["1.1.0"]', standing=PROHIBITED, places='["x"]'))
    assert moved is not None
    assert (moved.cause, moved.earlier_standing, moved.standing) == ("rules", DOCUMENTED, PROHIBITED)
    lasting = replace(later, cards='["1.1.0"]', standing=PROHIBITED, places='["x"]')
    assert judged(store, saved.name, replace(lasting, expired='["footprint"]')) is None
    causes = [judgement.cause for judgement in claims_of(store).judgements([saved.name], 10)[saved.name]]
    assert causes == ["document", "rules", "saved"]
    assert [(judgement.cause, quote) for judgement, quote in claims_of(store).moves("a", 10)] == [("rules", "claim 1")]
    assert not claims_of(store).moves("b", 10)
    (event,) = store.outbox.after(0, "a", 10)
    assert (event.type, event.subject) == ("touchstone.claim.standing", saved.name)
    assert events
    with pytest.raises(DBAPIError), with_write_access(store._engine).begin() as connection:
        connection.execute(text("DELETE FROM claim_judgement"))


def waiting(day: str = "2026-11-28", rules: str = "m", swept: str = "2026-11-20T00:00:00Z") -> Waiting:
    return Waiting(day, rules, swept)


def test_claims_due_for_judgement_are_listed_most_urgent_first_without_ended_claims(store: Store) -> None:
    claims = claims_of(store)
    days = ["2027-01-01", "2026-11-28", "2027-01-01", "2026-11-27", "2027-01-01", "2027-01-01"]
    rules = ["m", "m", "a", "z", "m", "z"]
    times = ["2026-11-20", "2026-11-26", "2026-11-25", "2026-11-26", "2026-11-26", "2026-11-24"]
    for number, (due, by, time) in enumerate(zip(days, rules, times, strict=True)):
        given = replace(JUDGED, due_date=due, rules=RuleState(by, "uk"), time=f"{time}T00:00:00Z")
        claims.save(row(number), given, ClaimIndex(["UK"]), 0)
    claims.save(row(9, "b"), replace(JUDGED, due_date="2026-01-01"), ClaimIndex(["UK"]), 0)
    assert numbers(claims.waiting("a", waiting(), 10)) == [3, 1, 2, 5, 0]
    assert numbers(claims.waiting("a", waiting(), 3)) == [3, 1, 2]
    assert claims.count_waiting("a", waiting(), 6) == 5
    assert claims.last_judged("a", "m") == ("2026-11-26T00:00:00Z", 300)
    assert claims.last_judged("a", "new") == ("", 0)
    claims.end(row(3).name, 1, "2026-11-28T00:00:00Z")
    assert numbers(claims.waiting("a", waiting(), 10)) == [1, 2, 5, 0]
    assert claims.organizations() == ["a", "b"]
    claims.keep_rules(claims.waiting("a", waiting(), 10)[1:3], "m")
    assert numbers(claims.waiting("a", waiting(), 10)) == [1, 0]


def test_a_judgement_problem_is_stored_and_the_previous_standing_is_retained(store: Store) -> None:
    saved = claims_of(store).save(row(1), JUDGED, ClaimIndex(["UK"]), 0)
    broken = NewJudgement("2026-11-28T00:00:00Z", "2026-11-28", RuleState("m", "uk"), "2026-11-29", (), problem="{}")
    assert judged(store, saved.name, broken) is None
    kept = claims_of(store).find(saved.name)
    assert kept is not None
    assert (kept.problem, kept.standing, kept.notice_date) == ("{}", DOCUMENTED, "2026-11-28")
    assert not claims_of(store).waiting("a", waiting(), 10)
    assert numbers(claims_of(store).waiting("a", waiting(day="2026-11-29"), 10)) == [1]
    assert judged(store, saved.name, replace(JUDGED, time="2026-11-29T00:00:00Z", as_of_date="2026-11-29")) is None
    kept = claims_of(store).find(saved.name)
    assert kept is not None
    assert (kept.problem, kept.notice_date) == ("", "")


def test_a_single_server_judges_the_claims_of_a_body_at_a_time(url: str, store: Store) -> None:
    if url.startswith("sqlite"):
        with claims_of(store).judging("a") as mine:  # a SQLite file has only one server
            assert mine
        return
    other = Store(url)
    try:
        with ExitStack() as held:
            asked = ((store, "a"), (other, "a"), (other, "b"))
            has = [held.enter_context(claims_of(each).judging(body)) for each, body in asked]
            assert has == [True, False, True]
        with claims_of(other).judging("a") as afterwards:
            assert afterwards
    finally:
        other.close()


def told(store: Store, name: str, day: str) -> bool:
    return name in [each.name for each in claims_of(store).list(ClaimFilter("a", noticed_by=day), None, 10)]


def test_a_worse_standing_is_notified_until_reviewed_or_restored(store: Store) -> None:
    claims, name = claims_of(store), row(1).name
    claims.save(row(1), JUDGED, ClaimIndex(["UK"]), 0)
    assert not told(store, name, "2026-11-30")
    down = replace(JUDGED, time="2026-11-28T00:00:00Z", as_of_date="2026-11-28", standing=UNLESS, expired='["x"]')
    assert judged(store, name, down)
    assert [told(store, name, day) for day in ("2026-11-27", "2026-11-28")] == [False, True]
    deeper = replace(down, time="2026-11-29T00:00:00Z", as_of_date="2026-11-29", standing=PROHIBITED, cards="[2]")
    assert judged(store, name, deeper)
    assert judged(store, name, replace(down, time="2026-11-30T00:00:00Z", as_of_date="2026-11-30"))
    kept = claims.find(name)
    assert kept is not None
    assert (kept.fallen, kept.notice_date) == (2, "2026-11-28"), "it has not come back to where it stood"
    assert claims.count_notices("a", "2026-11-30") == 1
    assert claims.count_notices("a", "2026-11-30", "account/ada") == 0
    back = replace(JUDGED, time="2026-12-01T00:00:00Z", as_of_date="2026-12-01", expired="[]", places="[1]")
    assert judged(store, name, back)
    assert not told(store, name, "2026-12-31")
    assert judged(store, name, replace(down, time="2026-12-02T00:00:00Z", as_of_date="2026-12-02"))
    with pytest.raises(Refusal) as refused:
        claims.look(name, Look(1, 5, "2026-12-02"), lambda _: ())
    assert refused.value.reason is Reason.CLAIM_CHANGED
    claims.look(name, Look(1, 6, "2026-12-02"), lambda _: ("2026-12-01", "2026-12-20", "2027-01-20"))
    assert [told(store, name, day) for day in ("2026-12-19", "2026-12-20")] == [False, True]
    changed = replace(
        down, time="2026-12-20T00:00:00Z", as_of_date="2026-12-20", notice_days=("2026-12-20", "2027-01-20")
    )
    claims.save(row(1), changed, ClaimIndex(["UK"]), 1)
    assert [told(store, name, day) for day in ("2027-01-19", "2027-01-20")] == [False, True]


def test_a_change_of_an_outdated_revision_is_refused_and_a_change_removes_the_sign_off(store: Store) -> None:
    claims = claims_of(store)
    saved = claims.save(row(1), JUDGED, ClaimIndex(["UK"], ["bottle"]), 0)
    claims.look(saved.name, Look(1, 1, "2026-11-27"), lambda _: (), sign=lambda _: "{}")
    signed = claims.find(saved.name)
    assert signed is not None
    assert signed.sign_off == "{}"
    changed = claims.save(row(1), JUDGED, ClaimIndex(["EU-DE"], ["cap"]), 1)
    assert (changed.revision, changed.sign_off) == (2, "")
    assert not claims.list(ClaimFilter("a", jurisdiction="UK"), None, 10)
    assert not claims.list(ClaimFilter("a", words=["bottle"]), None, 10)
    changes: list[Callable[[], object]] = [
        lambda: claims.save(row(1), JUDGED, ClaimIndex(), 1),
        lambda: claims.look(saved.name, Look(1, 0, "2026-11-27"), lambda _: (), sign=lambda _: "{}"),
        lambda: claims.end(saved.name, 1, "x"),
    ]
    for change in changes:
        with pytest.raises(Refusal) as refused:
            change()
        assert refused.value.reason is Reason.CLAIM_CHANGED
    claims.end(saved.name, 2, "2026-11-28T00:00:00Z")
    with pytest.raises(Refusal) as refused:
        claims.save(row(1), JUDGED, ClaimIndex(), 0)
    assert refused.value.reason is Reason.STEP_NOT_ALLOWED
    assert claims.judged(changed, replace(JUDGED, standing=PROHIBITED)) is None
