"""Calendar entries of the gazette: begin, end and supersession of versions and editions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rules.model.published_version import PublishedVersion, Repeal, draft_as_published
from service.calendar.entries import CalendarSpan, Entry, edition_entries, version_entries
from tests.support.claim_cards import claim_card, includes
from tests.support.small_table import small_manifest
from tests.support.verdict_card import rule

CARD = claim_card("green-claim-uk", rule("A", "misleading", (includes("generic"),)))
EARLY = "2020-12-31T23:30:00Z"


def version(
    number: str, first: str, last: str | None = None, *, after: str | None = None, time: str = EARLY
) -> PublishedVersion:
    """Publish a version; its card counts days in Shanghai."""
    about = {
        "version": number,
        "first_date": date.fromisoformat(first),
        "last_date": last and date.fromisoformat(last),
        "supersedes": after,
        "time_zone": "Asia/Shanghai",
    }
    made = draft_as_published(CARD.model_copy(update={"card": CARD.card.model_copy(update=about)}), {})
    return replace(made, publish_time=time)


def entry_keys(entries: Iterable[Entry]) -> set[tuple[str, str, str]]:
    return {(one.day.isoformat(), one.kind.value, one.slots["name"].partition("@")[2]) for one in entries}


def test_a_version_begins_and_ends_on_its_stated_days() -> None:
    entries = entry_keys(
        version_entries([version("1.0.0", "2021-01-01", "2022-12-31"), version("2.0.0", "2023-06-01")])
    )
    assert entries == {
        ("2021-01-01", "version_begins", "1.0.0"),
        ("2022-12-31", "version_ends", "1.0.0"),
        ("2023-06-01", "version_begins", "2.0.0"),
    }


def test_a_version_is_superseded_once_its_successor_governs_and_is_published() -> None:
    old = version("1.0.0", "2021-01-01", "2022-12-31")
    for first, time, day in (
        ("2022-01-01", EARLY, "2022-01-01"),
        ("2021-01-01", "2021-05-31T16:00:00Z", "2021-06-01"),  # June has begun in Shanghai
    ):
        entries = entry_keys(version_entries([old, version("1.1.0", first, after="1.0.0", time=time)]))
        assert {one for one in entries if one[2] == "1.0.0"} == {
            ("2021-01-01", "version_begins", "1.0.0"),
            (day, "version_superseded", "1.0.0"),
        }


def test_a_version_is_not_superseded_on_days_that_its_successor_does_not_cover() -> None:
    old, later = version("1.0.0", "2021-01-01", "2021-12-31"), version("2.0.0", "2022-01-01", after="1.0.0")
    assert ("2021-12-31", "version_ends", "1.0.0") in entry_keys(version_entries([old, later]))
    assert not any(kind == "version_superseded" for _, kind, _ in entry_keys(version_entries([old, later])))


def test_a_repeal_has_its_first_day_and_the_time_of_its_publication() -> None:
    gone = replace(
        version("1.0.0", "2021-01-01", "2022-12-31"),
        repeal=Repeal(date(2022, 7, 1), "2022-06-01T08:00:00Z", "withdrawn"),
    )
    (repealed,) = (one for one in version_entries([gone]) if one.kind == "version_repealed")
    assert (repealed.day, repealed.time, repealed.slots["reason"]) == (
        date(2022, 7, 1),
        "2022-06-01T08:00:00Z",
        "withdrawn",
    )
    assert ("2022-12-31", "version_ends", "1.0.0") not in entry_keys(version_entries([gone]))


def test_an_edition_is_superseded_when_the_source_of_its_successor_is_published() -> None:
    old = small_manifest(edition="2026-01", last_date="2026-12-31", known_from="2025-12-31")
    new = small_manifest(edition="2026-07", known_from="2026-07-15", supersedes="2026-01")
    assert entry_keys(edition_entries([old])) == {
        ("2026-01-01", "edition_begins", "2026-01"),
        ("2026-12-31", "edition_ends", "2026-01"),
    }
    assert entry_keys(edition_entries([old, new])) == {
        ("2026-01-01", "edition_begins", "2026-01"),
        ("2026-07-15", "edition_superseded", "2026-01"),
        ("2026-01-01", "edition_begins", "2026-07"),
    }


def test_the_id_of_an_entry_stays_the_same_when_its_day_moves() -> None:
    before, after = (next(version_entries([version("1.0.0", first)])) for first in ("2021-01-01", "2021-02-01"))
    assert before.day != after.day
    assert before.uid == after.uid
    ids = [
        one.uid
        for one in version_entries([version("1.0.0", "2021-01-01", "2021-12-31"), version("2.0.0", "2022-01-01")])
    ]
    assert len(set(ids)) == len(ids) == 3


def test_both_ends_of_a_span_are_inside() -> None:
    span = CalendarSpan(date(2026, 1, 2), date(2026, 1, 3))
    assert [span.holds(date(2026, 1, day)) for day in (1, 2, 3, 4)] == [False, True, True, False]
    assert CalendarSpan(date(2026, 1, 2)).holds(date.max)
