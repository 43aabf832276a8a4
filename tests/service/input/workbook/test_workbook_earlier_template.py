"""Workbooks that were made by earlier templates and filled in are still read, and say what they said.

The files in `workbooks/` were written before facts had groups and judgements a place; they are not made anew.
"""

from __future__ import annotations

from pathlib import Path

from service.batch.sources import open_batch
from service.input.workbook.single_subject import read_workbook
from tests.service.input.workbook.test_workbook_round_trip import in_card_units, sorted_evidence
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import without_zeros

FOLDER = Path(__file__).parent / "workbooks"
AS_OF = "2026-03-01"


def test_of_one_subject() -> None:
    read = read_workbook(FOLDER / "earlier-one.xlsx", small_card(), as_of=AS_OF, settings={}).subject
    assert sorted_evidence(without_zeros(read)) == sorted_evidence(without_zeros(small_subject()))


def test_of_many_subjects() -> None:
    with open_batch(FOLDER / "earlier-many.xlsx", small_card(), as_of=AS_OF, settings={}) as batch:
        (read,) = (item.read().subject for item in batch.items())
    wanted = in_card_units(small_subject())
    assert sorted_evidence(without_zeros(read)) == sorted_evidence(without_zeros(wanted))
