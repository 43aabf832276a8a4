"""HTML text extraction: blocks and their elements, omitted navigation and hidden parts, declared encodings."""

import pytest

from rules.claims.screening.screen import screen
from service.schemes.claims.documents.document import SEPARATOR
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.documents.html import MAXIMUM_DEPTH

PAGE = """<!DOCTYPE html><html><head><title>Soap &amp; more</title>
<script>var claim = "carbon neutral";</script><style>.green {}</style></head>
<body><header><nav>Eco-friendly menu</nav></header>
<div id="cookie-banner">We use sustainable cookies</div>
<main><h1>Carbon<br>neutral</h1>
<p>Our <b>eco</b>-friendly
   soap is cli&shy;mate&nbsp;neutral.</p>
<my-card><p>Inside</p></my-card>
<img alt="100% recycled bottle" src="x"><ul><li>One<li>Two</ul>
<div style="display: none">hidden green</div><p hidden>also hidden</p><p aria-hidden="true">and this</p>
<select><option>green option</option></select><svg><text>green picture</text></svg></main>
<footer>green footer</footer><div role="contentinfo">more footer</div></body></html>"""


def read(page: str) -> list[str]:
    return read_bytes(page.encode()).text.split(SEPARATOR)


def test_a_page_is_read_in_blocks_without_its_navigation() -> None:
    assert read(PAGE) == [
        "Soap & more", "Carbon neutral", "Our eco-friendly soap is cli\u00admate\u00a0neutral.", "Inside",
        "100% recycled bottle", "One", "Two",
    ]  # fmt: skip


def test_omitted_parts_are_counted() -> None:
    assert read_bytes(PAGE.encode()).left_out == {"navigation": 1, "cookie banner": 1, "hidden": 3, "footer": 2}


def test_blocks_have_a_location_and_an_element() -> None:
    document = read_bytes(PAGE.encode())
    assert [document.text[block.start : block.end] for block in document.blocks] == read(PAGE)
    assert [block.place for block in document.blocks] == ["title", "h1", "p", "p", "img alt", "li", "li"]
    assert document.place(document.blocks[1].start) == "h1"
    assert document.place(len(document.text)) == ""


def test_claims_are_found_only_in_displayed_text() -> None:
    document = read_bytes(PAGE.encode())
    quotes = [candidate.quote for candidate in screen(document.text).candidates]
    assert quotes == ["Carbon neutral", "eco-friendly", "cli\u00admate\u00a0neutral", "100% recycled"]


@pytest.mark.parametrize(
    "declared", ['<meta charset="gb2312">', "<meta http-equiv=x content='text/html; charset=GBK'>"]
)
def test_the_encoding_that_a_page_declares_is_used(declared: str) -> None:
    page = f"<html><head>{declared}</head><body><p>绿色环保产品</p></body></html>"
    assert read_bytes(page.encode("gb18030")).text == "绿色环保产品"


def test_an_invalid_encoding_declaration_is_ignored() -> None:
    page = '<html><head><meta charset="klingon"></head><body><p>größer</p></body></html>'
    assert read_bytes(page.encode()).text == "größer"


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<div>text<p>in</p>behind</div>", ["text", "in", "behind"]),
        ("<p>cli<b>mate</b> <i>neutral</i></p>", ["climate neutral"]),
        ("<p></p><!-- green -->", [""]),
        ("<table><tr><td>a</td><td>b</td></tr></table><p>c", ["a", "b", "c"]),
        ("<p class='cookie-recipe'>vegan cookies</p>", ["vegan cookies"]),
        ("<p>a<script>b</script>c</p>", ["ac"]),
        ("<p>unclosed <b>bold", ["unclosed bold"]),
        ("<p>neutral<sup><a href='#n'>12</a></sup>, m<sup>2</sup>", ["neutral¹², m²"]),
    ],
)
def test_pages_of_many_kinds(page: str, blocks: list[str]) -> None:
    assert read(page) == blocks


def test_a_page_may_be_deep() -> None:
    assert read("<div>" * MAXIMUM_DEPTH + "deep") == ["deep"]


def test_a_page_is_recognised_by_its_first_bytes_or_its_name() -> None:
    assert read_bytes(b"plain <b>text</b>").kind == "text"
    assert read_bytes(b"plain <b>text</b>", name="page.HTML").text == "plain text"
