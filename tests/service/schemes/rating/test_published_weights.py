"""Published points of the three-stage card, reproduced from its judgement sheets by the precedence chart."""

from fractions import Fraction
from pathlib import Path

import pytest

from rules.weighting.blocks import read_blocks
from rules.weighting.weighting_diagnostics import NoteCollector
from rules.weighting.weights import WeighingInput, WeighingOptions, Weighting, weigh
from service.gazette.versions import Gazette
from service.schemes.rating.weights.drafts import read_sheets, read_table

ROOT = Path(__file__).resolve().parents[4]
JUDGEMENTS = ROOT / "features" / "csr-three-stage" / "judgements"
CARD = Gazette(ROOT / "scorecards").newest("csr-three-stage").scorecard


class TestReconstruction:
    """Shipped judgements, which reproduce the published maxima 16, 52 and 100."""

    PERCENT = "4.297 6.641 2.734 1.953 0.391 11.328 9.766 8.203 5.859 1.172 12.109 8.984 10.547 7.422 3.516 5.078"
    POINTS = (
        "4.2927 6.6341 2.7317 1.9512 0.3902 11.2258 9.6774 8.1290 5.8065 1.1613 "
        "12.1967 9.0492 10.6230 7.4754 3.5410 5.1148"
    )

    @pytest.fixture
    def weighting(self) -> Weighting:
        notes = NoteCollector()
        blocks = read_blocks(read_table(JUDGEMENTS / "stages.csv"), notes)
        sheets = read_sheets([JUDGEMENTS / "reconstruction.csv"])
        weighting = weigh(WeighingInput(sheets, blocks), WeighingOptions(), notes)
        assert weighting is not None
        assert notes.found == []
        return weighting

    def test_the_order_is_strict(self, weighting: Weighting) -> None:
        assert weighting.chart is not None
        scores = [total - Fraction(1, 2) for total in weighting.chart.totals]
        assert scores == [5, 8, 3, 2, 0, 14, 12, 10, 7, 1, 15, 11, 13, 9, 4, 6]
        assert weighting.chart.experts == ("reconstruction",)

    def test_raw_weights_print_as_16_and_52(self, weighting: Weighting) -> None:
        assert weighting.chart is not None
        raw = [100 * weight for weight in weighting.chart.weights]
        assert [f"{float(value):.3f}" for value in raw] == self.PERCENT.split()
        assert f"{float(sum(raw[:5])):.3f}" == "16.016"
        assert f"{float(sum(raw[:10])):.3f}" == "52.344"
        assert sum(raw) == 100

    def test_scaled_points_are_exact_in_each_block(self, weighting: Weighting) -> None:
        points = [*weighting.points.values()]
        assert points[0] == Fraction(176, 41)
        assert [f"{float(value):.4f}" for value in points] == self.POINTS.split()
        assert [block.found for block in weighting.blocks] == [16, 36, 48]
        assert (sum(points[:5]), sum(points[:10]), sum(points)) == (16, 52, 100)


def test_the_published_points_follow_from_the_shipped_judgements() -> None:
    notes = NoteCollector()
    material = WeighingInput(
        read_sheets([JUDGEMENTS / "reconstruction.csv"]), read_blocks(read_table(JUDGEMENTS / "stages.csv"), notes)
    )
    weighting = weigh(material, WeighingOptions(), notes)
    assert weighting is not None
    assert weighting.points == {one.id: one.maximum for one in CARD.indicators}
