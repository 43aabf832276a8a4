"""CSS cascade for one element: specificity, order, `!important`, inline style, attributes and shorthands."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from service.schemes.claims.documents.computed_style import StyleSheets


def declared(style: str, element: str) -> dict[str, str]:
    tree = LexborHTMLParser(f"<html><head><style>{style}</style></head><body>{element}</body></html>")
    node = tree.css_first("#x")
    assert node is not None
    return StyleSheets(tree).declared(node.tag or "", node.attributes)


P = '<p id="x" class="fine print">words</p>'


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("p { font-size: 9px }", "9px"),
        (".fine { font-size: 9px } p { font-size: 20px }", "9px"),
        ("#x { font-size: 9px } .fine.print { font-size: 20px }", "9px"),
        ("p { font-size: 20px } p { font-size: 9px }", "9px"),
        ("p { font-size: 9px !important } #x { font-size: 20px }", "9px"),
        ("h1, p.fine, h2 { FONT-SIZE: 9PX; }", "9px"),
        ("/* p { font-size: 20px } */ * { font-size: 9px }", "9px"),
        ("@import 'a.css'; p { font-size: 9px }", "9px"),
        ("@media print { p { font-size: 20px } } p { font-size: 9px }", "9px"),
        ("p { font: italic 9px/1.2 Arial, sans-serif }", "9px"),
        ("p { font-size: 9px } p:hover, div p, p > b, .fine .print { font-size: 20px }", "9px"),
        ("p { font-size: 9px } p.other, #y { font-size: 20px }", "9px"),
        ("p { font-size: 9px } p { color: red", "9px"),
    ],
)
def test_the_winning_declaration_sets_the_font_size(style: str, size: str) -> None:
    assert declared(style, P)["font-size"] == size


@pytest.mark.parametrize("style", ["@media print { p { font-size: 9px } }", "h1 { font-size: 9px }", "{{{", "p {"])
def test_declarations_for_other_elements_are_ignored(style: str) -> None:
    assert declared(style, P) == {}


@pytest.mark.parametrize(
    ("style", "element", "declarations"),
    [
        ("p { color: red }", '<p id=x style="color: #FFF; margin: 0">', {"color": "#fff"}),
        ("p { color: red !important }", '<p id=x style="color: blue">', {"color": "red"}),
        ("", "<small id=x>", {"font-size": "smaller"}),
        ("", "<font id=x size=1 color=Silver>", {"font-size": "x-small", "color": "silver"}),
        ("", "<td id=x bgcolor='#eee'>", {}),
        ("", "<p id=x bgcolor='#eee'>", {"background-color": "#eee"}),
        (
            "",
            '<p id=x style="background: #eee url(a.png) no-repeat">',
            {"background-image": "url", "background-color": "#eee"},
        ),
        ("", '<p id=x style="background: none">', {"background-image": "none", "background-color": "transparent"}),
        ("", '<p id=x style="color: inherit; font: inherit">', {}),
    ],
)
def test_attributes_and_shorthands_are_resolved(style: str, element: str, declarations: dict[str, str]) -> None:
    if element.startswith("<td"):  # browsers drop a cell outside a row
        element, declarations = f"<table><tr>{element}</table>", {"background-color": "#eee"}
    assert declared(style, element) == declarations


@pytest.mark.parametrize("head", ["<link rel=stylesheet href=a.css>", "<style>@import 'a.css';</style>"])
def test_an_unread_style_sheet_is_detected(head: str) -> None:
    assert StyleSheets(LexborHTMLParser(f"<html><head>{head}</head></html>")).linked
    assert not StyleSheets(LexborHTMLParser("<html><head><style>p {}</style></head></html>")).linked


@pytest.mark.parametrize(
    "sheet", ["<style media=print>p { color: red }</style>", "<noscript><style>p { color: red }</style></noscript>"]
)
def test_a_sheet_for_others_does_not_count(sheet: str) -> None:
    tree = LexborHTMLParser(f"<html><body>{sheet}<p id=x>words</p></body></html>")
    node = tree.css_first("#x")
    assert node is not None
    assert StyleSheets(tree).declared(node.tag or "", node.attributes) == {}
