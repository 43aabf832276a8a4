"""Evidence locations in a workbook: columns in the row of the fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.inputs import EvidencePlace, Locator
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.single_subject import read_workbook
from tests.support.filled_workbooks import filled
from tests.support.small_card import small_card
from tests.support.workbooks import Filled

AS_OF = "2026-03-01"


@pytest.fixture(params=["en", "zh"])
def book(request: pytest.FixtureRequest) -> Filled:
    book = filled(request.param)
    row = book.row("facts-one", "renewable_share")
    for id, text in {"evidence_page": "17", "evidence_cell": "Energy!D17", "evidence_quote": "85 %"}.items():
        book.put("facts-one", row, id, text)
    return book


@pytest.mark.full(sample=5)
def test_an_evidence_location_is_read_with_its_fact(book: Filled, tmp_path: Path) -> None:
    read = read_workbook(book.save(tmp_path / "book.xlsx"), small_card(), as_of=AS_OF, settings={})
    (fact,) = (one for one in read.subject.facts if one.places)
    at = Locator(page="17", cell="Energy!D17", quote="85 %")
    assert (fact.id, fact.places) == ("renewable_share", (EvidencePlace(evidence="meter", place=at),))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("names", [None, "meter; other"])
def test_an_evidence_location_needs_exactly_one_item_of_evidence(
    book: Filled, tmp_path: Path, names: str | None
) -> None:
    book.put("facts-one", book.row("facts-one", "renewable_share"), "evidence", names)
    with pytest.raises(PlacedError) as refused:
        read_workbook(book.save(tmp_path / "book.xlsx"), small_card(), as_of=AS_OF, settings={})
    assert "page, cell or quotation belongs to one item of evidence," in str(refused.value)
