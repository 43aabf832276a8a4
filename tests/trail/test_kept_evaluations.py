"""Golden evaluation records: verification of every kept evaluation under the present software.

Where one fails, what it means has changed: give `SEMANTICS` a new number, and keep the old way of computing for the
old number.
"""

import pytest

from rules.contracts.record import RECORD_SCHEMA, SEMANTICS
from rules.trail.verify import CheckResult, verify
from service.gazette.tables import FOLDER as TABLES, TableStore
from service.gazette.versions import Gazette
from tests.support.kept import ROOT, Kept, kept, kept_tried

GAZETTE = Gazette(ROOT / "scorecards")
SHELF = TableStore(GAZETTE.folder / TABLES)
TRIED = kept_tried()


@pytest.mark.in_turn
@pytest.mark.parametrize("one", TRIED, ids=[f"{one.version} {one.numbers}" for one in TRIED])
def test_a_kept_evaluation_verifies_for_ever(one: Kept) -> None:
    card = one.version.split("/")[1]
    checks = verify(
        content=one.content,
        stated_digest=one.digest,
        record_key=one.record_key,
        versions=GAZETTE.versions(card),
        tables=SHELF,
    )
    assert {check.name: check.message for check in checks if check.result is not CheckResult.PASSED} == {}


def test_every_published_card_has_one_under_the_present_numbers() -> None:
    present = {one.version for one in kept() if one.numbers == (RECORD_SCHEMA, SEMANTICS)}
    assert {name.split("/")[1] for name in present} == set(GAZETTE.card_ids())
