"""Claim screening of irregular text: mixed languages, bidirectional control characters and one-line pages."""

import pytest

from rules.claims.screening.screen import screen
from service.schemes.claims.documents.document_reader import read_bytes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Unser Shampoo ist eco-friendly und die Flasche klimaneutral.", ["eco-friendly", "klimaneutral"]),
        ("我们的 carbon neutral 产品 100% recyclable 且环保。", ["carbon neutral", "recyclable", "环保"]),
        ("Our shampoo is klimaneutral, our bottle umweltfreundlich.", ["klimaneutral", "umweltfreundlich"]),
        ("Our \u200fsoap\u200f is \u202bcarbon\u202c neu\u00adtral.", ["\u202bcarbon\u202c neu\u00adtral"]),
        ("\u2067Our bottle is eco\u200b-friendly\u2069.", ["eco\u200b-friendly"]),
    ],
)
def test_languages_and_marks_of_direction_inside_a_sentence_hide_no_claim(text: str, quotes: list[str]) -> None:
    passages = [text[one.start : one.end] for one in screen(text).candidates]
    assert [one.strip("\u202b\u202c\u200f\u2067\u2069") for one in passages] == [
        one.strip("\u202b\u202c") for one in quotes
    ]


def test_a_page_on_one_line_is_split_into_sentences() -> None:
    page = "<!doctype html><html><body>" + "<div><p>Lemon soap.</p><p>Our soap is carbon neutral.</p></div>" * 40
    read = read_bytes(f"{page}</body></html>".encode())
    assert read.kind == "html"
    assert [one.quote for one in screen(read.text).candidates] == ["carbon neutral"] * 40
