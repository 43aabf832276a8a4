"""Golden evaluation records: every stored evaluation verifies under the present software.

If one fails, its form or meaning has changed: raise `RECORD_SCHEMA` or `SEMANTICS`, and keep reading and evaluating the
old number (docs/adr/0030-record-forms.md).
"""

import pytest

from rules.contracts.record import RECORD_SCHEMA
from rules.trail.verify import CheckResult, verify
from service.gazette.tables import FOLDER as TABLES, TableStore
from service.gazette.versions import Gazette
from tests.support.kept import ROOT, Kept, kept, kept_tried

GAZETTE = Gazette(ROOT / "scorecards")
SHELF = TableStore(GAZETTE.folder / TABLES)
TRIED = kept_tried()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("one", TRIED, ids=[f"{one.version} {one.form}" for one in TRIED])
def test_a_stored_evaluation_still_verifies(one: Kept) -> None:
    card = one.version.split("/")[1]
    checks = verify(
        content=one.content,
        stated_digest=one.digest,
        record_key=one.record_key,
        versions=GAZETTE.versions(card),
        tables=SHELF,
    )
    assert {check.name: check.message for check in checks if check.result is not CheckResult.PASSED} == {}


def test_every_published_card_has_a_stored_evaluation_in_the_present_form() -> None:
    present = {one.version for one in kept() if one.form == RECORD_SCHEMA}
    assert {name.split("/")[1] for name in present} == set(GAZETTE.card_ids())
