"""Claims in use in the store: lists by index, judgements that only grow, and changes that are told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from service.base.refusals import Reason, Refusal
from service.store.claims_in_use import NOT_JUDGED, ClaimFilter, ClaimInUseRow, NewJudgement, words_of
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.store.store import Store

PROHIBITED, DOCUMENTED, FINE = 1, 4, 5
JUDGED = NewJudgement("2026-11-27T00:00:00Z", "2026-11-27", "2026-11-27 a", DOCUMENTED, '["UK"]', '["1.0.0"]', "[]")


def row(number: int, organization: str = "a", **values: Any) -> ClaimInUseRow:
    known: dict[str, Any] = {
        "name": f"organizations/{organization}/claims/{number:03}", "organization": organization, "content": "{}",
        "quote": f"claim {number}", "medium": "web", "revision": 1, "standing": NOT_JUDGED, "judged_state": "",
        "problem": "", "expire_date": "", "next_check_date": "", "sign_off": "", "create_time": "2026-11-27T00:00:00Z",
        "update_time": "2026-11-27T00:00:00Z", "end_time": "",
    }  # fmt: skip
    return ClaimInUseRow(**{**known, **values})


def numbers(rows: object) -> list[int]:
    return [int(each.name[-3:]) for each in rows]  # type: ignore[attr-defined] # rows


def test_claims_are_listed_worst_first_and_by_what_is_asked(store: Store) -> None:
    claims = store.claims
    for number, (standing, places, expires, said) in enumerate(
        [
            (FINE, ["UK"], "2027-01-01", "Green bottle"),
            (PROHIBITED, ["EU-DE", "UK"], "", "climate-neutral bottle"),
            (DOCUMENTED, ["EU-DE"], "2026-12-01", "再生塑料瓶"),
            (0, ["UK"], "", "cap"),
        ]
    ):
        judged = replace(JUDGED, standing=standing)
        claims.save(row(number, expire_date=expires), judged, places, words_of(said), 0)
    claims.save(row(9, "b"), JUDGED, ["UK"], words_of("bottle"), 0)
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


def test_a_judgement_stays_only_if_something_of_it_is_otherwise(store: Store) -> None:
    events: list[None] = []
    store.write_events(lambda: events.append(None))
    saved = store.claims.save(row(1), JUDGED, ["UK"], [], 0)
    assert store.claims.judged(saved, replace(JUDGED, state="2026-11-28 a", as_of_date="2026-11-28")) is None
    assert len(store.claims.judgements([saved.name], 10)[saved.name]) == 1
    moved = store.claims.judged(saved, replace(JUDGED, cards='["1.1.0"]', standing=PROHIBITED, places='["x"]'))
    assert moved is not None
    assert (moved.cause, moved.earlier_standing, moved.standing) == ("rules", DOCUMENTED, PROHIBITED)
    lasting = replace(JUDGED, cards='["1.1.0"]', standing=PROHIBITED, places='["x"]')
    assert store.claims.judged(saved, replace(lasting, expired='["footprint"]')) is None
    causes = [judgement.cause for judgement in store.claims.judgements([saved.name], 10)[saved.name]]
    assert causes == ["document", "rules", "saved"]
    assert [(judgement.cause, quote) for judgement, quote in store.claims.moves("a", 10)] == [("rules", "claim 1")]
    assert not store.claims.moves("b", 10)
    (event,) = store.outbox.after(0, "a", 10)
    assert (event.type, event.subject) == ("touchstone.claim.standing", saved.name)
    assert events
    with pytest.raises(DBAPIError), with_write_access(store._engine).begin() as connection:
        connection.execute(text("DELETE FROM claim_judgement"))


def test_what_was_not_judged_in_a_state_is_found_and_no_ended_claim(store: Store) -> None:
    claims = store.claims
    saved = [claims.save(row(number), JUDGED, ["UK"], [], 0) for number in range(3)]
    claims.end(saved[0].name, 1, "2026-11-28T00:00:00Z")
    assert not claims.stale("a", JUDGED.state, 10)
    assert numbers(claims.stale("a", "2026-11-28 a", 1)) == [1]
    assert claims.count_stale("a", "2026-11-28 a") == 2
    broken = replace(JUDGED, state="2026-11-28 a", problem="no version")
    assert claims.judged(saved[1], broken) is None
    kept = claims.find(saved[1].name)
    assert kept is not None
    assert (kept.problem, kept.standing, claims.count_stale("a", "2026-11-28 a")) == ("no version", DOCUMENTED, 1)


def test_a_change_is_refused_to_whoever_read_an_earlier_revision_and_takes_the_signature_away(store: Store) -> None:
    claims = store.claims
    saved = claims.save(row(1), JUDGED, ["UK"], ["bottle"], 0)
    assert claims.sign_off(saved.name, 1, "{}", lambda _: None).sign_off == "{}"
    changed = claims.save(row(1), JUDGED, ["EU-DE"], ["cap"], 1)
    assert (changed.revision, changed.sign_off) == (2, "")
    assert not claims.list(ClaimFilter("a", jurisdiction="UK"), None, 10)
    assert not claims.list(ClaimFilter("a", words=["bottle"]), None, 10)
    changes: list[Callable[[], object]] = [
        lambda: claims.save(row(1), JUDGED, [], [], 1),
        lambda: claims.sign_off(saved.name, 1, "{}", lambda _: None),
        lambda: claims.end(saved.name, 1, "x"),
    ]
    for change in changes:
        with pytest.raises(Refusal) as refused:
            change()
        assert refused.value.reason is Reason.CLAIM_CHANGED
    claims.end(saved.name, 2, "2026-11-28T00:00:00Z")
    with pytest.raises(Refusal) as refused:
        claims.save(row(1), JUDGED, [], [], 0)
    assert refused.value.reason is Reason.STEP_NOT_ALLOWED
    assert claims.judged(changed, replace(JUDGED, standing=PROHIBITED)) is None
