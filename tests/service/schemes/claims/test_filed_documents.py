"""Claim reports for filing: clauses, dates, jurisdictions, versions and digests in HTML, DOCX and PDF."""

from __future__ import annotations

import hashlib
import io
import re
from contextlib import closing
from dataclasses import replace
from html import unescape
from pathlib import Path

import docx
import pytest
from lxml import html
from pypdf import PdfReader, PdfWriter

from rules.claims import screening_sources
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.schemes.claims.answer import CitedRules
from service.schemes.claims.answer_frame import CheckedText
from service.schemes.claims.check_command import CheckOptions, ClaimChecker, check_text
from service.schemes.claims.claim_check import ClaimCheckRequest
from service.schemes.claims.claim_notes import NoteRenderer
from service.schemes.claims.documents.pdf_pages import ReportLine, ReportPages, ReportRow
from service.schemes.claims.interview import InterviewAnswers
from service.schemes.claims.render_full import full_text
from tests.service.output.report.browser import find_browser
from tests.service.schemes.claims.documents.making import drawn_pdf, word_document

SENTENCE = "Our soap is climate neutral and eco-friendly."
PAGE = f"""<!doctype html><html lang="en"><head><title>Soap &amp; Sons</title></head><body><h1>Our promise</h1>
<p>{SENTENCE}</p><h3>What we do</h3><ul><li>All cups are 100% recyclable<ul><li>Lids too</li></ul></li><li>And
<p>biodegradable bags</p></li></ul><ol start="3"><li>Zero emissions by 2030</li></ol><table><caption>Facts</caption>
<tr><th>Thing</th><th></th><th>Share</th></tr><tr><td></td><td colspan="2">50% recycled plastic</td></tr></table>
<table><tr><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td><td>f</td></tr></table></body></html>"""
DRAWN = f"BT /F1 10 Tf 20 350 Td ({SENTENCE}) Tj ET".encode()
FOOT = re.compile(r"^.* · \d+$", re.MULTILINE)
CONTENTS = {".html": PAGE.encode(), ".docx": word_document(SENTENCE), ".pdf": drawn_pdf(DRAWN)}


def check(source: str, language: str = "en", places: str = "EU-DE,UK") -> CheckedText:
    options = CheckOptions(ClaimCheckRequest(tuple(places.split(",")), as_of="2026-11-20"), None, {}, (), language)
    with closing(ClaimChecker(source, options, Gazette(PUBLISHED))) as checker:
        return replace(checker.checked(InterviewAnswers()), content=checker.content)


def file_with(folder: Path, ending: str, content: bytes) -> str:
    path = folder / f"page{ending}"
    path.write_bytes(content)
    return str(path)


def written(checked: CheckedText, folder: Path, ending: str, *, full: bool = False) -> bytes:
    report = check_text(checked, full=full, doubtful=False, out=folder / f"out{ending}")
    return report.encode() if isinstance(report, str) else report


def unspaced(text: str) -> str:
    """Remove whitespace and page footers, and normalise the signs that fonts replace."""
    return re.sub(r"\s", "", FOOT.sub("", text)).replace("×", "✕").replace("√", "✓")


def words_of(report: bytes, ending: str) -> str:
    if ending == ".html":
        text = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", report.decode(), flags=re.DOTALL))
    elif ending == ".docx":
        text = "\n".join(comment.text for comment in docx.Document(io.BytesIO(report)).comments)
    else:
        first, *others = PdfReader(io.BytesIO(report)).pages
        text = "\n".join(str(note["/Contents"]) for note in first.annotations or ())
        at_the_end = unspaced("\n".join(page.extract_text() for page in others))
        assert [line for line in text.splitlines() if unspaced(line) not in at_the_end] == []
    return " ".join(text.split())


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ending", CONTENTS)
def test_a_report_names_clauses_card_versions_and_digests(tmp_path: Path, ending: str, language: str) -> None:
    checked = check(file_with(tmp_path, ending, CONTENTS[ending]), language)
    words = words_of(written(checked, tmp_path, ending), ending)
    assert hashlib.sha256(CONTENTS[ending]).hexdigest() in words
    cards = checked.answer.applied_scorecards
    for card in cards:
        assert re.search(rf"{card.name} {re.escape(card.version)}\W+SHA-256 {card.digest}", words)
    assert {card.name for card in cards} >= {"green-claim-de", "green-claim-uk", "green-claim-practice"}
    for source in screening_sources():
        assert f"{source.name} {source.version}".strip() in words
        assert source.digest in words
    assert words.count("2026-11-20") >= 2
    cited = CitedRules(checked.answer)
    for claim in checked.answer.checked_claims:
        for answer in claim.answers:
            assert answer.jurisdiction in words
            (rule, *_) = cited.of(answer.standing_rules or answer.resting_rules, answer.jurisdiction)
            assert all(base in words for base in rule.text.bases)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("ending", CONTENTS)
def test_a_full_report_has_all_that_the_full_text_has(tmp_path: Path, ending: str) -> None:
    checked = check(file_with(tmp_path, ending, CONTENTS[ending]))
    words = words_of(written(checked, tmp_path, ending, full=True), ending)
    lines = full_text(checked).splitlines()
    underlined = {number + by for number, line in enumerate(lines) if set(line.strip()) == {"^"} for by in (-1, 0)}
    overview = {
        number for number, line in enumerate(lines) if re.match(r"(position|\d+)  |  (Write instead|.* → )", line)
    }
    assert all(each.text in words and each.needs in words for each in checked.answer.rewritings)
    missing = [
        line
        for number, line in enumerate(lines)
        if " ".join(line.split()) not in words and number not in underlined | overview
    ]
    assert missing in (
        [],
        ["The verdicts are based on the stated facts and on the words of the text. They are not court decisions."],
    )


def test_the_effects_of_an_answer_are_listed_under_its_question(tmp_path: Path) -> None:
    checked = check(SENTENCE)
    (question,) = (each for each in checked.answer.questions if each.id == "offsets_used")
    page = html.fromstring(written(checked, tmp_path, ".html").decode())
    (item,) = (each for each in page.xpath("//details//li") if (each.text or "").strip() == question.words)
    effects = [" ".join(each.text_content().split()) for each in item.xpath("./ul/li")]
    assert effects[0] == "yes (offsets_used=yes): prohibited in EU-DE"
    assert effects[-1] == "The answer can change the verdict in EU-DE, UK"


def test_a_page_has_the_title_and_structure_of_its_document(tmp_path: Path) -> None:
    checked = check(file_with(tmp_path, ".html", PAGE.encode()))
    page = html.fromstring(written(checked, tmp_path, ".html").decode())
    assert (page.findtext(".//title"), page.findtext(".//h1")) == ("Soap & Sons", "Soap & Sons")
    (text,) = page.xpath("//div[@class='text']")
    for number in text.xpath(".//sup"):
        number.drop_tree()
    assert [each.tag for each in text.iter("h1", "h3", "p", "ul", "ol", "table")] == [
        "p", "h1", "p", "h3", "ul", "ul", "p", "ol", "table", "table"
    ]  # fmt: skip
    assert [each.text_content() for each in text.xpath("./ul/li")] == [
        "All cups are 100% recyclableLids too",
        "Andbiodegradable bags",
    ]
    assert text.xpath("./ol/@start") == ["3"]
    assert text.xpath(".//h3/@aria-level") == ["2"]
    first, second = text.xpath("./table")
    assert first.findtext("caption") == "Facts"
    rows = [[cell.text_content() for cell in row] for row in first.iter("tr")]
    assert rows == [["Thing", "", "Share"], ["", "50% recycled plastic"]]
    assert (first.get("class"), second.get("class")) == (None, "wide")


def test_the_page_preserves_the_structure_of_a_word_document(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Soap & Sons", "Title")
    word.add_heading("Our promise", 2)
    for words, style in ((SENTENCE, None), ("Green", "List Bullet"), ("Fair", "List Bullet"), ("Once", "List Number")):
        word.add_paragraph(words, style)
    word.add_table(1, 2).cell(0, 1).text = "Eco-friendly"
    buffer = io.BytesIO()
    word.save(buffer)
    checked = check(file_with(tmp_path, ".docx", buffer.getvalue()))
    page = html.fromstring(written(checked, tmp_path, ".html").decode())
    assert page.findtext(".//title") == "Soap & Sons"
    (text,) = page.xpath("//div[@class='text']")
    assert [each.tag for each in text] == ["h1", "h2", "p", "ul", "ol", "table"]
    assert [len(text.xpath(f"./{tag}/li")) for tag in ("ul", "ol")] == [2, 1]
    assert len(text.xpath("./table/tr/td")) == 2


def test_a_generated_word_document_preserves_the_structure_of_the_page(tmp_path: Path) -> None:
    checked = check(file_with(tmp_path, ".html", PAGE.encode()))
    word = docx.Document(io.BytesIO(written(checked, tmp_path, ".docx")))
    assert word.core_properties.title == "Soap & Sons"
    styles = {each.text: each.style.name for each in word.paragraphs if each.style is not None}
    assert styles == {
        "Soap & Sons": "Normal",
        "Our promise": "Heading 1",
        SENTENCE: "Normal",
        "What we do": "Heading 3",
        "All cups are 100% recyclable": "List Bullet",
        "Lids too": "List Bullet 2",
        "And": "List Bullet",
        "biodegradable bags": "List Bullet",
        "Zero emissions by 2030": "List Number",
        "Facts": "Normal",
    }
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [
        ["Thing", "", "Share"],
        ["", "50% recycled plastic", ""],
    ]
    assert len(list(word.comments)) == len(checked.answer.checked_claims) + 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_appended_pdf_pages_are_in_reading_order(tmp_path: Path, language: str) -> None:
    checked = check(file_with(tmp_path, ".pdf", CONTENTS[".pdf"]), language)
    report = written(checked, tmp_path, ".pdf", full=True)
    assert report.startswith(CONTENTS[".pdf"])
    first, *others = PdfReader(io.BytesIO(report)).pages
    assert first.extract_text() == SENTENCE
    text, place = unspaced("\n".join(page.extract_text() for page in others)), 0
    for line, _ in NoteRenderer(checked, full=True).report():
        place = text.index(unspaced(line), place)
    assert len(others) > 1


def test_the_head_of_a_table_is_repeated_on_each_page_and_its_cells_are_in_order() -> None:
    rows = [ReportRow((f"r{number}", f"long reason {number} " * 20), (30, 70)) for number in range(60)]
    head = ReportRow(("Name", "Reason"), (30, 70), is_head=True)
    content = ReportPages((ReportLine("Title", is_heading=True), head, *rows, ReportLine("End")), "foot").document(
        "Title", "en"
    )
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    assert len(pages) > 2
    assert all("Name" in page and "Reason" in page for page in pages)
    text = " ".join(" ".join(pages).split())
    places = [text.index(f"r{number} long reason {number} ") for number in range(60)]
    assert places == sorted(places)
    assert text.rindex("End") > places[-1]


def test_pdf_pages_contain_text_that_no_font_can_draw() -> None:
    lines = ("Green 🌱 and 👩‍🌾 \u200fשלום", "Ťažký", "a" * 300, "环保" * 100, "\ud800e\u0301", "")
    writer = PdfWriter()
    ReportPages(tuple(ReportLine(line, 9) for line in lines), "foot \udcff").add_to(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    text = unspaced("\n".join(page.extract_text() for page in PdfReader(buffer).pages))
    for words in ("Green🌱and👩🌾", "Ťažký", "a" * 300, "环保" * 100, "é"):
        assert words in text


def test_a_report_without_claims_names_jurisdictions_and_cards(tmp_path: Path) -> None:
    words = words_of(written(check("Open from nine to five."), tmp_path, ".html"), ".html")
    assert "Jurisdictions EU-DE, UK" in words
    assert "green-claim-uk" in words


@pytest.mark.full
def test_pages_are_accessible_and_do_not_scroll_sideways(tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    executable = find_browser()
    wrong: list[str] = []
    with (
        sync_playwright() as playing,
        closing(playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])) as browser,
    ):
        for language in ("en", "zh"):
            checked = check(file_with(tmp_path, ".html", PAGE.encode()), language)
            for full in (False, True):
                path = tmp_path / "out.html"
                path.write_bytes(written(checked, tmp_path, ".html", full=full))
                for width in (375, 1280):
                    page = browser.new_page(viewport={"width": width, "height": 800})
                    page.goto(path.as_uri())
                    if page.evaluate("document.documentElement.scrollWidth") > width:
                        wrong.append(f"{language}, full {full}: wider than {width} px")
                    wrong += [f"{language}: {each['id']}" for each in Axe().run(page).response["violations"]]
                    page.close()
    assert wrong == []
