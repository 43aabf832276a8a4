"""SVG bars of a report: proportions, escaping."""

from fractions import Fraction

from hypothesis import given, strategies as st

from service.output.report.charts import bar
from tests.service.output.report.pages import read


def widths(svg: str) -> dict[str, int]:
    return {box.attributes["class"]: int(box.attributes["width"]) for box in read(svg).all("rect")}


def test_a_bar_has_solid_hatched_and_empty_parts() -> None:
    drawn = bar(low=Fraction(5), high=Fraction(10), maximum=Fraction(20), title="A")
    assert widths(drawn) == {"lost": 600, "open": 150, "certain": 150}


def test_a_bar_without_points_is_empty() -> None:
    assert widths(bar(low=Fraction(0), high=Fraction(0), maximum=Fraction(0), title="A")) == {"lost": 600}


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_the_parts_of_a_bar_never_exceed_its_width(bound: Fraction, other: Fraction) -> None:
    parts = widths(bar(low=min(bound, other), high=max(bound, other), maximum=Fraction(100), title="A"))
    assert parts.get("certain", 0) + parts.get("open", 0) <= parts["lost"] == 600


def test_titles_are_escaped() -> None:
    drawn = bar(low=Fraction(0), high=Fraction(1), maximum=Fraction(1), title="<script>&")
    assert "<title>&lt;script&gt;&amp;</title>" in drawn
