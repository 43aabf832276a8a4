"""Section score bar of the workbench: earned and open shares, and cases without a bar."""

import pytest

from service.workbench.pages.score import bar_percentages
from touchstone.v1 import evaluation_pb2, types_pb2


@pytest.mark.parametrize(
    ("low", "high", "maximum", "drawn"),
    [
        ("10", "20", "40", ("25.00%", "25.00%")),
        ("40", "40", "40", ("100.00%", "0.00%")),
        ("1/3", "1", "1", ("33.33%", "66.67%")),
        ("-5", "20", "40", None),
        ("10", "50", "40", None),
        ("10", "20", "", None),
        ("", "20", "40", None),
        ("10", "", "40", None),
    ],
)
def test_a_section_bar_shows_earned_and_undetermined_shares(
    low: str, high: str, maximum: str, drawn: tuple[str, str] | None
) -> None:
    exact = types_pb2.Interval(low=low, high=high)
    section = evaluation_pb2.SectionResult(score=types_pb2.Figure(exact=exact), maximum_points=maximum)
    assert bar_percentages(section) == drawn
