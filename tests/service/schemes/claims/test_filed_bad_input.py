"""Claim reports on unusual input: mixed languages, scans, long texts, single lines, emoji and bidi marks."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from lxml import html
from pypdf import PdfReader, PdfWriter

from service.cli.main import app
from service.schemes.claims.documents.pdf_pages import ReportLine, ReportPages
from tests.service.schemes.claims.test_filed_documents import check, file_with, unspaced, written

MIXED = """<html lang="en"><body><p>Our soap is climate neutral and we sell it in all of our shops every day.
<span lang="de">Unsere Flasche ist klimaneutral und umweltfreundlich.</span></p>
<p>Die Verpackung ist biologisch abbaubar und kommt ganz ohne Plastik aus.</p>
<p>Наши бутылки климатически нейтральны и экологичны.</p></body></html>"""
DIRECTED = """<html><head><title>\U0001f331 \u202eGreen</title></head><body>
<h2>Our \U0001f331 \u202eeco-friendly bottle</h2>
<p>\u200fOur soap is climate neutral \U0001f469\u200d\U0001f33e.</p></body></html>"""
SENTENCES = "The shop opens at nine and is closed on Sundays. Our staff will help you to find the right size. " * 10
LONG = [f"{SENTENCES}Our new bottle is climate neutral."] * 255


def pdf_of(lines: list[str]) -> bytes:
    writer = PdfWriter()
    ReportPages(tuple(map(ReportLine, lines)), "page").add_to(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_an_embedded_language_is_screened_and_an_unread_language_is_reported(tmp_path: Path) -> None:
    checked = check(file_with(tmp_path, ".html", MIXED.encode()))
    languages = [claim.candidate_claim.language_code for claim in checked.answer.checked_claims]
    assert languages[0] == "en"
    assert set(languages[1:]) == {"de"}
    page = html.fromstring(written(checked, tmp_path, ".html").decode())
    marked = {each.get("lang"): each.text for each in reversed(page.xpath("//mark"))}
    assert marked == {"en": "climate neutral", "de": "klimaneutral und umweltfreundlich"}
    assert "so the text is not cleared" in "".join(page.xpath("//header//text()"))


@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf"])
@pytest.mark.parametrize(
    ("language", "expected_message"),
    [("en", "The PDF contains no text, perhaps only pictures of pages."), ("zh", "请先做文字识别")],
)
def test_scanned_pages_without_text_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, language: str, expected_message: str
) -> None:
    out = tmp_path / f"out{ending}"
    source = file_with(tmp_path, ".pdf", blank_pdf())
    with pytest.raises(SystemExit) as ended:
        app(["claims", "check", source, "--jurisdiction", "UK", "--language", language, "--out", str(out)])
    assert (ended.value.code, out.exists()) == (2, False)
    assert expected_message in capsys.readouterr().err


def test_a_long_line_without_breaks_is_marked(tmp_path: Path) -> None:
    line = "Our soap is eco-friendly. We open at nine. " * 60
    page = f"<html><body><div>{line}</div></body></html>"
    checked = check(file_with(tmp_path, ".html", page.encode()), places="UK")
    (text,) = html.fromstring(written(checked, tmp_path, ".html").decode()).xpath("//div[@class='text']")
    assert len(text.xpath(".//mark")) == len(checked.answer.checked_claims) > 0
    for number in text.xpath(".//sup"):
        number.drop_tree()
    assert text.text_content() == line.strip()
    word = docx.Document(io.BytesIO(written(checked, tmp_path, ".docx")))
    assert word.paragraphs[0].text == line.strip()


def test_emoji_and_bidi_marks_stay_in_the_text_without_reversing_the_page(tmp_path: Path) -> None:
    checked = check(file_with(tmp_path, ".html", DIRECTED.encode()))
    page = html.fromstring(written(checked, tmp_path, ".html").decode())
    assert page.findtext(".//h1") == "\U0001f331 \u202eGreen"
    assert [each.text for each in page.xpath("//mark")] == ["Green", "eco-friendly", "climate neutral"]
    assert len(page.xpath("//mark/sup/bdi/a")) == 3
    assert {each.text for each in page.xpath("//table//th/q[@dir='auto']")} == {
        "Green",
        "eco-friendly",
        "climate neutral",
    }
    outside = "".join(page.xpath("//table//*[not(self::q)]/text()") + page.xpath("//header/p/text()"))
    assert not re.search("[\u200f\u202e]", outside)
    _, heading, paragraph = docx.Document(io.BytesIO(written(checked, tmp_path, ".docx"))).paragraphs
    assert heading.text == "Our \U0001f331 \u202eeco-friendly bottle"
    assert paragraph.text == "\u200fOur soap is climate neutral \U0001f469\u200d\U0001f33e."


@pytest.mark.full
@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf"])
def test_a_text_of_fifty_thousand_words_is_marked_from_start_to_end(tmp_path: Path, ending: str) -> None:
    page = f"<html><body>{''.join(f'<p>{each}</p>' for each in LONG)}</body></html>".encode()
    assert sum(len(each.split()) for each in LONG) >= 50_000
    source = file_with(tmp_path, ".pdf", pdf_of(LONG)) if ending == ".pdf" else file_with(tmp_path, ".html", page)
    checked = check(source, places="UK")
    assert len(checked.answer.checked_claims) == len(LONG)
    report = written(checked, tmp_path, ending)
    if ending == ".html":
        assert report.count(b"<mark ") == report.count(b'<tbody id="claim-') == len(LONG)
    elif ending == ".docx":
        assert len(list(docx.Document(io.BytesIO(report)).comments)) == len(LONG) + 1
    else:
        pages = PdfReader(io.BytesIO(report)).pages
        assert sum(len(each.annotations or ()) for each in pages) >= len(LONG) + 1
        assert unspaced("These verdicts are not court decisions.") in unspaced(pages[-1].extract_text())
