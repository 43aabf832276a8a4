"""HTML size limits ahead of parsing: nesting, attributes and tags, with a linear-time scan."""

import time
from contextlib import suppress

import pytest

from service.schemes.claims.documents.document import ReadingError
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.documents.html import MAXIMUM_ATTRIBUTES, MAXIMUM_DEPTH, MAXIMUM_TAGS, check_page_limits

_LARGE = 3_500_000


def attributes(count: int) -> str:
    return " ".join(f"data-{number}='a b'" for number in range(count))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("page", "reason", "words"),
    [
        ("<div>" * (_LARGE // 5), "TOO_DEEP", "the last is 'div'"),
        ("<DIV>" * (MAXIMUM_DEPTH + 1), "TOO_DEEP", "more than 2,000 nested elements"),
        ("<div></x>" * (MAXIMUM_DEPTH + 1), "TOO_DEEP", "'div'"),
        ("<div><b></div></b>" * 3 + "<i>" * (MAXIMUM_DEPTH + 1), "TOO_DEEP", "'i'"),
        ("<table><tr><td>" * (MAXIMUM_DEPTH + 1), "TOO_DEEP", "'table'"),
        ("<svg><style>" + "<g>" * MAXIMUM_DEPTH, "TOO_DEEP", "'g'"),
        ("<!-- --><script>1</script>" + "<b a='>'>" * (MAXIMUM_DEPTH + 1), "TOO_DEEP", "'b'"),
        (f"<div {attributes(_LARGE // 20)}>", "TOO_MANY", "An element 'div'"),
        (f"<script {attributes(MAXIMUM_ATTRIBUTES + 1)}></script>", "TOO_MANY", "more than 256 attributes"),
        ("<br>" * (MAXIMUM_TAGS + 1), "TOO_LONG", "more than 1,000,000 tags"),
    ],
)
def test_a_page_beyond_the_parser_limits_is_refused(page: str, reason: str, words: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read_bytes(page.encode(), name="page.html")
    (violation,) = refused.value.violations
    assert (violation.field, violation.reason) == ("file", reason)
    assert words in violation.description


@pytest.mark.parametrize(
    "page",
    [
        f"<div {attributes(MAXIMUM_ATTRIBUTES)}>x</div>",
        "<div>" * MAXIMUM_DEPTH,
        "<p>One<p>Two<li>Three<br><img src=x>" * 10_000,
        "<ul><li>One<li>Two</ul>" * 10_000,
        "<a name=x>Old" * 10_000,
        "<table>" + "<tr><td><font size=2>Old" * 10_000 + "</table>",
        "<svg>" + "<path d='M0'/>" * 10_000 + "</svg>",
        "<!--" + "<div>" * 10_000 + "-->",
        "<script>" + "<div>" * 10_000 + "</script>",
        "<textarea>" + "<div>" * 10_000,
        "<p title='" + "<div>" * 10_000 + "'>x</p>",
        "<div><span></div>" * 10_000,
        "1 < 2 <" * 10_000,
    ],
)
def test_an_ordinary_page_is_accepted(page: str) -> None:
    check_page_limits(page)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a ='", '<a "', "<!--", "<script ", "<style>", "<a  ", "</", "<a b=c ", "<svg><style>"]
)
def test_no_page_is_looked_through_more_than_once(piece: str) -> None:
    """Doubling the page about doubles the time; a quadratic scan would take hours here."""
    begun = time.process_time()
    with suppress(ReadingError):
        check_page_limits(piece * (_LARGE // len(piece)))
    assert time.process_time() - begun < 30
