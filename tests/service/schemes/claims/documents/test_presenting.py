"""Prominence of words on an HTML page: small, faint, folded, hidden and distant text, with its measure."""

import pytest

from rules.claims.prominence import Presentation
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.documents.html import MAXIMUM_DEPTH

BODY = "<p>Roses bloom in June along the coast, and the workshop is open to all who like to see how soap is made.</p>"


def presented(page: str, head: str = "") -> tuple[str, Presentation]:
    document = read_bytes(f"<html><head>{head}</head><body>{BODY}{page}</body></html>".encode())
    return document.text, document.presentation


@pytest.mark.parametrize(
    ("page", "stretches"),
    [
        ("<p style='font-size:9px'>note</p>", {("note", "small", "9px : 16px")}),
        ("<p style='font-size:8pt'>note</p>", {("note", "small", "10.6px : 16px")}),
        ("<p style='font-size:11px'>note</p>", {("note", "small", "11px : 16px")}),
        ("<p style='font-size:12px'>note</p>", set()),
        ("<p>a <small>note</small></p>", set()),
        ("<div style='font-size:80%'><p style='font-size:.8em'>note</p></div>", {("note", "small", "10.2px : 16px")}),
        ("<p style='font-size:calc(1vw + 2px)'>note</p>", set()),
        (f"<p style='font-size:{'9' * 10_000}px;opacity:0.{'9' * 10_000}'>note</p>", set()),
        ("<p style='color:#aaa'>note</p>", {("note", "faint", "2.3:1")}),
        ("<p style='color:#777'>note</p>", set()),
        ("<div style='background:#222'><p>note</p></div>", {("note", "faint", "1.3:1")}),
        ("<div style='background:#222'><p style='color:white'>note</p></div>", set()),
        ("<div style='background:url(a.png)'><p style='color:#aaa'>note</p></div>", set()),
        ("<p style='opacity:.3'>note</p>", {("note", "faint", "2.1:1")}),
        ("<p style='opacity:.9'>note</p>", set()),
        ("<details><summary>more</summary>note</details>", {("note", "folded", "details")}),
        ("<div popover>note</div>", {("note", "folded", "popover")}),
        ("<details open><summary>more</summary>note</details>", set()),
        (
            "<button aria-expanded=false aria-controls=n>more</button><div id=n>note</div>",
            {("note", "folded", 'aria-expanded="false"')},
        ),
        ("<button aria-expanded=true aria-controls=n>more</button><div id=n>note</div>", set()),
    ],
)
def test_stretches_that_are_hard_to_see(page: str, stretches: set[tuple[str, str, str]]) -> None:
    text, presentation = presented(page)
    assert {
        (text[each.start : each.end].strip(), each.manner, each.measure) for each in presentation.shown
    } == stretches


def test_text_is_small_below_the_usual_page_size_or_eight_points() -> None:
    _, presentation = presented(
        "<h1>Soap</h1><p class=n>note</p>", "<style>body{font-size:11px} h1{font-size:40px}</style>"
    )
    assert presentation.shown == ()
    text, presentation = presented(
        "<h1>Soap</h1><p class=n>note</p>", "<style>body{font-size:9px} h1{font-size:40px}</style>"
    )
    assert [(text[each.start : each.end], each.measure) for each in presentation.shown][1:] == [("note", "9px")]


def test_with_an_unread_style_sheet_only_complete_inline_styles_count() -> None:
    head = "<link rel=stylesheet href=a.css>"
    assert presented("<p style='color:#fff'>note</p><p><small>note</small></p>", head)[1].shown == ()
    (stretch,) = presented("<p style='color:#eee;background:#fff'>note</p>", head)[1].shown
    assert stretch.measure == "1.1:1"
    (stretch,) = presented("<p style='font-size:8px'>note</p>", head)[1].shown
    assert stretch.measure == "8px"


@pytest.mark.parametrize(
    ("page", "withheld_text"),
    [
        ("<p>claim <b hidden>note</b></p>", ("note", "hidden", "hidden")),
        ("<p>claim <b style='display:none'>note</b></p>", ("note", "hidden", "display: none")),
        ("<p>claim</p><div style='visibility:hidden'>note</div>", ("note", "hidden", "visibility: hidden")),
        ("<p>claim <b title='note'>i</b></p>", ("note", "folded", "title")),
        ("<p>claim</p><div role=tabpanel hidden>note</div>", ("note", "folded", 'role="tabpanel"')),
        (
            "<button aria-expanded=false aria-controls=n>claim</button><div id=n hidden>note</div>",
            ("note", "folded", 'aria-expanded="false"'),
        ),
        ("<p>claim</p><div role=tabpanel aria-hidden=true>note</div>", ("note", "folded", 'role="tabpanel"')),
        ("<p>claim <i data-bs-content=note>i</i></p>", ("note", "folded", "data-bs-content")),
        ("<p>claim</p> <b role=tooltip style='display:none'>note</b><p>more</p>", ("note", "folded", 'role="tooltip"')),
        ("<p>claim</p><footer><p>note</p></footer>", ("note", "footer", "footer")),
    ],
)
def test_withheld_words_are_stored_apart_from_the_text(page: str, withheld_text: tuple[str, str, str]) -> None:
    text, presentation = presented(page)
    (kept,) = presentation.withheld
    assert (kept.words, kept.manner, kept.measure) == withheld_text
    assert "note" not in text
    assert text[kept.start : kept.end].startswith("claim")


@pytest.mark.parametrize("page", ["<p aria-hidden=true>note</p>", "<nav>note</nav>", "<script>note</script>"])
def test_visible_text_navigation_and_scripts_are_not_withheld(page: str) -> None:
    assert presented(page)[1].withheld == ()


def test_page_styles_hide_words_but_never_the_whole_page() -> None:
    text, presentation = presented("<p class=off>note</p>", "<style>.off{display:none} body{visibility:hidden}</style>")
    assert text.startswith("Roses")
    assert "note" not in text
    assert [each.words for each in presentation.withheld] == ["note"]


def test_raised_digits_stay_raised_in_a_footer() -> None:
    _, presentation = presented(
        "<footer><p><sup><a href='#x'>1</a></sup> By credits.</p><p>m<sup>2</sup> 3</p></footer>"
    )
    assert [each.words for each in presentation.withheld] == ["¹ By credits.", "m² 3"]


def test_links_lead_to_later_text() -> None:
    text, presentation = presented(
        "<p id=r>claim<a href='#n'><sup>1</sup></a></p><p id=n>note <a href='#r'>back</a></p>"
    )
    (link,) = presentation.links
    assert text[: link.at].endswith("claim")
    assert text[link.start : link.end] == "note back"


def test_languages_are_those_that_elements_declare() -> None:
    text, presentation = presented("<p lang=de-AT>Guten Tag</p><p xml:lang=zh-CN>你好</p><p>hello</p>")
    assert [(text[each.start : each.end], each.language) for each in presentation.tongues] == [
        ("Guten Tag", "de"), ("你好", "zh"),
    ]  # fmt: skip


def test_a_page_of_maximum_depth_is_presented() -> None:
    text, presentation = presented("<div style='font-size:99.9%;opacity:.999'>" * MAXIMUM_DEPTH + "deep")
    assert text.endswith("deep")
    assert {each.manner for each in presentation.shown} == {"small", "faint"}
