"""`claims check` on folders and long pages: summary table, marked HTML, DOCX and PDF, parallel processes."""

import json
import re
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from service.cli.main import app
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.output.terminal.columns import display_width
from service.schemes.claims import check_command
from service.schemes.claims.answer_frame import words
from service.schemes.claims.check_command import CheckOptions, ClaimChecker
from service.schemes.claims.claim_check import ClaimCheckRequest
from service.schemes.claims.interview import InterviewAnswers
from service.schemes.claims.render_short import short_text
from tests.service.output.report.browser import find_browser
from tests.service.schemes.claims.documents.making import drawn_pdf, word_document


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        app(["claims", "check", *words])
    captured = capsys.readouterr()
    code: Any = ended.value.code
    return int(code or 0), captured.out, captured.err


@pytest.mark.full
def test_the_marked_page_contains_the_whole_text_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, text = tmp_path / "page.html", 'Our <b>cup</b> & lid are "climate neutral" and eco-friendly. \u200fشكرا'
    run(capsys, text, "--jurisdiction", "EU-DE,UK", "--out", str(page))
    written = page.read_text(encoding="utf-8")
    assert "<b>cup" not in written
    assert 'dir="auto"' in written
    assert len(re.findall('<mark class="', written)) == len(re.findall('<tbody id="claim-', written)) >= 2
    plain = re.sub(
        r"<sup>.*?</sup>|<[^>]+>", "", written.split('<div class="text', 1)[1].partition(">")[2].split("</div>", 1)[0]
    )
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&") == text


MANY_CLAIMS = "\n\n".join(
    f"Our {thing} {predicate}."
    for thing in ("cups", "lids", "bags", "boxes", "socks")
    for predicate in ("are climate neutral", "are eco-friendly", "use 30% less water")
)


@pytest.mark.full
def test_the_table_of_the_page_fits_a_screen_and_is_filtered_without_a_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    page, text = tmp_path / "page.html", f"{MANY_CLAIMS}\n\nIs it eco-friendly? Our pens are not climate neutral."
    run(capsys, text, "--jurisdiction", "EU-DE,UK,US", "--out", str(page))
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        faults: list[str] = []
        shown.on("console", lambda message: faults.append(message.text))
        shown.on("pageerror", lambda error: faults.append(str(error)))
        shown.goto(page.as_uri())
        claims = shown.locator("table.claims >> nth=0").locator("> tbody")
        tenth = claims.nth(9).bounding_box()
        assert tenth is not None
        assert tenth["y"] + tenth["height"] <= 900
        ranks = [int(rank) for rank in claims.locator("tr:visible[data-rank]").evaluate_all(RANKS)]
        assert ranks == sorted(ranks)
        shown.select_option("[data-filter=market]", "UK")
        shown.select_option("[data-filter=verdict]", "misleading_as_it_stands")
        visible = claims.locator("tr:visible[data-rank]")
        assert 0 < visible.count() < claims.count()
        assert visible.evaluate_all("rows => rows.every(row => row.dataset.market.split(' ').includes('UK'))")
        assert visible.locator(".kind.misleading_as_it_stands").count() == visible.count()
        assert str(visible.count()) in shown.inner_text(".shown")
        shown.keyboard.press("Tab")
        while not shown.evaluate("document.activeElement.closest('.more') !== null"):
            shown.keyboard.press("Tab")
        shown.keyboard.press("Enter")
        assert claims.locator("details[open]").count() == 1
        shown.emulate_media(media="print")
        shown.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert claims.locator("tr:visible[data-rank]").count() == claims.count()
        assert not shown.locator(".claim-filter").is_visible()
        assert not faults
        browser.close()


RANKS = "rows => rows.map(row => row.dataset.rank)"


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_pdf_of_the_table_is_written_for_texts_that_are_no_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    out = tmp_path / "page.pdf"
    run(capsys, MANY_CLAIMS, "--jurisdiction", "EU-DE,UK", "--language", language, "--out", str(out))
    reader = PdfReader(out)
    texts = words(language)
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert texts["claim_table"]["why"] in pages[0]
    assert texts["check"]["standings"]["prohibited_as_it_stands"] in pages[0]
    assert pages[0].index("climate neutral") < pages[0].index("eco-friendly")
    assert any(texts["page_marked"]["questions"] in page for page in pages)
    assert str(reader.root_object["/Lang"]) == language


@pytest.mark.full
def test_a_folder_is_listed_worst_first_with_unreadable_files_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Open from nine to five.")
    (tmp_path / "b.txt").write_text("Our bottles are climate neutral")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\n half of it")
    _, out, err = run(capsys, str(tmp_path), "--jurisdiction", "EU-DE")
    assert out.index("b.txt") < out.index("a.txt") < out.index("c.pdf")
    assert "3 of 3" in err


def test_unscreened_text_has_a_column_a_count_and_an_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {
        "a.txt": "Open from nine to five.",
        "b.txt": "環境に優しい洗剤。",
        "c.txt": "Open from nine to five.\n\nНаши бутылки климатически нейтральны и экологичны.",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, code in (("a.txt", 0), ("b.txt", 1), ("c.txt", 1)):
        for form in ((), ("--full",), ("--language", "zh")):
            exit_code, out, _ = run(capsys, str(tmp_path / name), "--jurisdiction", "UK", *form)
            assert (exit_code, "(exit code 1)" in out or "（退出码 1）" in out) == (code, bool(code)), out
        report = json.loads(run(capsys, str(tmp_path / name), "--jurisdiction", "UK", "--format", "json")[1])
        assert report["notScreenedCount"] == code
    code, out, _ = run(capsys, str(tmp_path), "--jurisdiction", "UK")
    rows = {Path(line.split()[0]).name: line.split()[6:] for line in out.splitlines()[1:4]}
    assert (code, rows) == (1, {"a.txt": ["0"], "b.txt": ["1"], "c.txt": ["1"]})
    assert "not screened" in out.splitlines()[0]
    assert "3 files judged, 2 of them not screened or only in part, 0 not readable (exit code 1)" in out
    _, out, _ = run(capsys, str(tmp_path), "--jurisdiction", "UK", "--format", "json")
    assert [(Path(one["source"]).name, one["count"]) for one in json.loads(out)["notScreened"]] == [
        ("b.txt", 1),
        ("c.txt", 1),
    ]
    for name in ("b.txt", "c.txt"):
        (tmp_path / name).unlink()
    assert run(capsys, str(tmp_path), "--jurisdiction", "UK")[0] == 0
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7\n half of it")
    assert run(capsys, str(tmp_path), "--jurisdiction", "UK")[0] == 1, "of a file that cannot be read nothing is known"


def test_a_page_that_may_be_a_picture_is_no_all_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictured = tmp_path / "a.pdf"
    writer = PdfWriter(clone_from=BytesIO(drawn_pdf(b"BT /F1 10 Tf 20 350 Td (Open from nine to five.) Tj ET")))
    writer.add_blank_page(200, 200)
    writer.write(pictured)
    code, out, _ = run(capsys, str(pictured), "--jurisdiction", "UK")
    assert (code, "Not screened: 1" in out) == (1, True)
    report = json.loads(run(capsys, str(pictured), "--jurisdiction", "UK", "--format", "json")[1])
    assert (report["leftOutCounts"], report["notScreenedCount"]) == ({"page without text": 1}, 1)


@pytest.mark.full
def test_parallel_processes_print_the_same_result_as_a_single_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        words = "Open all day." if number % 2 else f"Our {number} cups are eco-friendly"
        (tmp_path / f"{number}.txt").write_text(words)
    (tmp_path / "2.txt").write_bytes(b"\x00\x01")
    options = (str(tmp_path), "--jurisdiction", "EU-DE", "--format", "json")
    _, alone, _ = run(capsys, *options)
    monkeypatch.setattr(check_command, "_FILES_PER_PROCESS", 2)
    monkeypatch.setattr(check_command, "cores", lambda: 2)
    _, shared, progress = run(capsys, *options)
    assert shared == alone
    assert [line.split(":")[0] for line in progress.splitlines()] == [f"{number} of 4" for number in range(1, 5)]


@pytest.mark.full
def test_an_unscreened_text_is_not_reported_as_free_of_claims(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "Наши бутылки климатически нейтральны", "--jurisdiction", "EU-DE")
    assert "could be screened" in out
    assert "certainty" not in out


@pytest.mark.full
def test_a_document_is_marked_in_its_own_format_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, pdf, written = tmp_path / "a.docx", tmp_path / "a.pdf", tmp_path / "written"
    word.write_bytes(word_document("Our soap is cli", "mate neutral."))
    pdf.write_bytes(drawn_pdf(b"BT /F1 10 Tf 20 350 Td (Our soap is climate neutral.) Tj ET"))
    run(capsys, str(word), "--jurisdiction", "EU-DE", "--out", str(written.with_suffix(".docx")))
    comments = [one.text for one in docx.Document(str(written.with_suffix(".docx"))).comments]
    assert comments[0].startswith("✕ 1. prohibited\nEU-DE: prohibited\n")
    assert "Write instead" in comments[0]
    assert "a.docx" in comments[1]
    run(capsys, str(pdf), "--jurisdiction", "EU-DE", "--language", "zh", "--out", str(written.with_suffix(".pdf")))
    notes = [one["/Contents"] for one in PdfReader(written.with_suffix(".pdf")).pages[0].annotations or ()]
    assert notes[0].startswith("✕ 1. 禁止\nEU-DE：禁止\n")
    assert "a.pdf" in notes[1]


@pytest.mark.full
@pytest.mark.parametrize(
    ("source", "out", "expected_message"),
    [
        ("a.docx", "a.docx", "is the file to be checked."),
        (".", "b.docx", "but claims can be marked only in a single file."),
    ],
)
def test_an_unsuitable_output_file_is_refused_before_judging(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, out: str, expected_message: str
) -> None:
    content = word_document("Our soap is climate neutral.")
    (tmp_path / "a.docx").write_bytes(content)
    code, _, err = run(capsys, str(tmp_path / source), "--jurisdiction", "EU-DE", "--out", str(tmp_path / out))
    assert (code, expected_message in err) == (2, True)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [content]


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_fits_two_screens_of_a_narrow_terminal(language: str) -> None:
    things = ("cups", "lids", "bags", "boxes", "socks", "chairs", "lamps", "pens", "desks", "mugs", "bins", "bikes")
    predicates = (
        "are climate neutral", "are 100% recyclable", "are biodegradable", "are eco-friendly", "use 30% less water",
    )  # fmt: skip
    text = "\n".join(f"Our {thing} {predicates[number % 5]}." for number, thing in enumerate(things))
    options = CheckOptions(ClaimCheckRequest(("EU-DE", "UK", "US")), None, {}, (), language)
    with closing(ClaimChecker(text, options, Gazette(PUBLISHED))) as checker:
        checked = checker.checked(InterviewAnswers())
    lines = short_text(checked, 80).splitlines()
    assert len(checked.answer.checked_claims) == len(things)
    assert len(lines) <= 54
    begun = [line.split() for line in lines]
    for claim in checked.answer.checked_claims:
        span = claim.candidate_claim.span
        (line,) = (words for words in begun if words[:1] == [str(span.start)])
        assert line[1] in span.quote
    assert max(map(display_width, lines)) <= 80
