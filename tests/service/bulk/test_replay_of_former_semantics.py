"""A replay takes an evaluation of semantics 1 for what it is called today, so that nothing moves by that alone."""

from __future__ import annotations

import pytest

from rules.trail.record_forms import read_complete_record
from service.bulk.replay_sources import ArchivedEvaluation
from service.store.stored_records import pack
from tests.support.kept import Kept, kept


@pytest.mark.parametrize(
    "former", [one for one in kept() if one.grade_is_open and one.numbers[1] == 1], ids=lambda one: one.version
)
def test_a_grade_that_is_open_stood_under_graded(former: Kept) -> None:
    written = read_complete_record(former.content)
    head = written.head
    stored = ArchivedEvaluation(
        "x", head.subject, head.scorecard_version, head.as_of_date, former.digest, pack(written), former.record_key
    )
    _, cells = stored.told()
    assert (cells["conclusion"], cells["possible_grades"]) == ("grade_open", "entry;none")
