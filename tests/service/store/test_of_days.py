"""What is asked of days is read of one organisation alone, the last of each subject, on either kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.store.last_ones import last_evaluations
from service.store.of_subject import conclusions_of
from service.store.records import pack
from tests.service.store.test_store import row
from tests.support.stored import written_steps

if TYPE_CHECKING:
    from service.store.evaluations import Store

SUBJECT = "organizations/a/subjects/b"
STORED = (
    ("a", SUBJECT, "c", "2026-03-01"),
    ("a", SUBJECT, "c", "2026-01-01"),
    ("a", SUBJECT, "d", "2026-02-01"),
    ("a", "organizations/a/subjects/c", "c", "2026-03-01"),
    ("z", "organizations/z/subjects/b", "c", "2026-03-01"),
)
"""Evaluations in the order in which they are stored: organisation, subject, card, as-of date."""


EARLIER, LATER = "2000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"


def name(number: int) -> str:
    return f"organizations/{STORED[number][0]}/evaluations/{number}"


def test_an_archive_gives_the_last_ones_and_those_of_a_subject(store: Store) -> None:
    for number, (organization, subject, card, as_of) in enumerate(STORED):
        version = f"scorecards/{card}/versions/1.0.0"
        written = row(
            number,
            name=name(number),
            organization=organization,
            subject=subject,
            scorecard_version=version,
            as_of_date=as_of,
            record=pack(written_steps(subject=subject, scorecard_version=version, as_of_date=as_of)),
        )
        store.append(written).result(timeout=10)
    with store.archive() as archive:
        read = archive.connection
        assert [one.name for one in last_evaluations(read, "a")] == [name(1), name(2), name(3)]
        assert [one.name for one in last_evaluations(read, "a", "d")] == [name(2)]
        found = list(conclusions_of(read, "a", SUBJECT, day="2026-01-31", known=(LATER,)))
        assert [(one.name, one.as_of_date) for one in found] == [
            (name(1), "2026-01-01"), (name(2), "2026-02-01"), (name(0), "2026-03-01"),
        ]  # fmt: skip
        assert {one.standing.certainty for one in found} == {"confirmed"}
        for_later = conclusions_of(read, "a", SUBJECT, day="2026-03-01", known=(LATER, EARLIER))
        assert [one.name for one in for_later] == [name(2), name(0)]  # the first of the card does not stand for any
        assert not list(conclusions_of(read, "z", SUBJECT, day="2026-03-01", known=(LATER,)))
        assert (archive.knows("z"), archive.knows("y")) == (True, False)
