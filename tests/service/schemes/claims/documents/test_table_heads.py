"""Table cells: row and column heads in pages and office documents, and claims detected with them."""

from __future__ import annotations

import io

import docx
import pptx
import pytest
from pptx.util import Inches

from rules.claims import CellHeads, screen
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.document_reader import read_bytes

TABLE = """<table><thead><tr><th>Part</th><th>Material</th><th>Share</th></tr></thead>
<tr><td>Bottle</td><td>recycled PET</td><td>60 %</td></tr>
<tr><td rowspan="2">Cap</td><td>wood</td><td>100 %</td></tr><tr><td>cork</td><td>none</td></tr></table>"""
ROWS = (("Packaging", "compostable"), ("Carbon footprint", "1.62 kg CO2e per kg"))


def heads(document: Document) -> dict[str, str]:
    return {document.text[cell.start : cell.end]: cell.words for cell in document.cell_heads}


def test_a_cell_of_a_page_has_the_heads_of_its_row_and_column() -> None:
    assert heads(read_bytes(TABLE.encode())) == {
        "recycled PET": "Bottle, Material", "60 %": "Bottle, Share", "wood": "Cap, Material", "100 %": "Cap, Share",
        "cork": "Cap, Material", "none": "Cap, Share",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table><tr><th>Packaging<td>compostable</table>", {"compostable": "Packaging"}),
        ("<table><tr><td>Packaging<td><ul><li>paper<li>glue</ul></table>", {"paper": "Packaging", "glue": "Packaging"}),
        ("<dl><dt>Footprint<dd>12 kg<dd>per pair<dt>Sole<dd>cork</dl>",
         {"12 kg": "Footprint", "per pair": "Footprint", "cork": "Sole"}),
        ("<table><tr><th colspan=2>2024<th>2025<tr><td>Gas<td>3<td>2</table>", {"3": "Gas, 2024", "2": "Gas, 2025"}),
        ("<table><tr><td>Outer<td><table><tr><td>Inner<td>wood</table></table>", {"wood": "Inner"}),
        ("<table><tr><td>Green<td>x</table><p>after", {"x": "Green"}),
        (f"<table><tr><td>{'long ' * 30}<td>x</table>", {}),
        ("<table><tr><td colspan=99999 rowspan=-3>a<td colspan=x>b</table>", {"b": "a"}),
        ("<td>no table</td><tr><th>none", {}),
    ],
)  # fmt: skip
def test_tables_of_common_page_layouts_have_heads(page: str, expected: dict[str, str]) -> None:
    assert heads(read_bytes(f"<body>{page}".encode())) == expected


def test_excessive_cell_spans_cost_no_more_than_the_cells() -> None:
    wide = "<tr>" + "<td colspan=1000 rowspan=1000>x</td>" * 300 + "</tr>"
    document = read_bytes(f"<table>{wide}{'<tr><td>a<td>b</tr>' * 300}</table>".encode())
    assert len(document.cell_heads) == 600


def test_tables_of_office_documents_have_heads() -> None:
    word, slides = docx.Document(), pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    two = word.add_table(rows=2, cols=2)
    shown = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for row, cells in enumerate(ROWS):
        for column, words in enumerate(cells):
            two.cell(row, column).text = words
            shown.cell(row, column).text = words
    for made in (word, slides):
        buffer = io.BytesIO()
        made.save(buffer)
        assert heads(read_bytes(buffer.getvalue())) == {words: head for head, words in ROWS}


def test_a_three_column_table_has_its_column_heads_in_the_first_row() -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=3)
    for row, cells in enumerate((("", "Sorte", "Anteil"), ("Deckel", "Altpapier", "80 %"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    buffer = io.BytesIO()
    word.save(buffer)
    assert heads(read_bytes(buffer.getvalue())) == {"Altpapier": "Deckel, Sorte", "80 %": "Deckel, Anteil"}


def test_a_claim_made_by_a_table_head_is_located_in_the_cell() -> None:
    text = "Recycled content\n\n60 %\n\nOpen from nine."
    start = text.index("60 %")
    cells = (CellHeads(start, start + 4, "Recycled content"),)
    candidate = screen(text, languages=("en",), heads=cells).candidates[-1]
    assert text[candidate.start : candidate.end] == candidate.quote == candidate.sentence.quote == "60 %"
    assert "recycled_content" in candidate.kinds
    assert [(number.value, number.unit, number.quote) for number in candidate.numbers] == [("60", "%", "60 %")]


def test_long_cells_and_cells_of_several_sentences_ignore_their_heads() -> None:
    for cell in (
        "Open from nine. Closed on Sundays.",
        "The shop is open from nine to five and closed on Sundays and holidays, " * 3,
    ):
        text = f"Climate neutral\n\n{cell.strip()}"
        start = text.index(cell[:4])
        found = screen(text, languages=("en",), heads=(CellHeads(start, len(text), "Climate neutral"),)).candidates
        assert all(candidate.end <= start for candidate in found)
