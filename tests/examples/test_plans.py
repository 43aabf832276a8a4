"""Worked examples of improvement plans: the present results in their comments, and measures equal in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from rules.contracts.extents import NumberExtent
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from service.examples import planned_factory
from service.gazette.tables import FOLDER, TableStore
from service.input.dossier.dossier_reader import read_dossier
from tests.features.desk import FEATURES, compilation_of

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "examples" / "plans"
SHELF = TableStore(ROOT / "scorecards" / FOLDER)
GRADED, SCORED, FAILED = ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.GATE_FAILED
TODAY = "2026-12-01"
PRESENT: dict[str, tuple[str, ConclusionKind, tuple[str, ...], tuple[str, str], Mapping[str, str]]] = {
    "cbam-goods": ("2027-08-31", SCORED, (), ("0", "0"), {"cost": "3046355.76"}),
    "csr-three-stage": ("2028-06-30", SCORED, (), ("8013/410", "8013/410"), {}),
    "near-zero-factory": ("2027-12-01", FAILED, (), ("0", "0"), {"share_offset": "50"}),
    "near-zero-park": ("2027-12-01", SCORED, (), ("13", "13"), {"co2_per_value": "0.62"}),
    "zero-carbon-factory": (
        "2028-06-30",
        GRADED,
        ("3",),
        ("109301/1500", "111551/1500"),
        {"offset_ratio": "50", "renewable_share": "80"},
    ),
    "zero-carbon-park": ("2028-12-01", FAILED, ("none",), ("0", "0"), {"intensity": "107/450"}),
}
"""Date, conclusion, possible grades, lowest and highest total, and figures without any measure."""
ILLUSTRATIVE = {
    ".yaml": "illustrative: our own invented figures, not market data",
    ".zh.yaml": "自行虚构的数值，并非市场数据",
}
HAN = re.compile(r"[\u4e00-\u9fff]")


def measures(name: str) -> Any:
    return yaml.safe_load((PLANS / name).read_text(encoding="utf-8"))


def test_every_file_belongs_to_an_example() -> None:
    endings = (".yaml", ".measures.yaml", ".measures.zh.yaml")
    assert {path.name for path in PLANS.iterdir()} == {f"{card}{ending}" for card in PRESENT for ending in endings}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", PRESENT)
def test_the_dossier_has_the_present_result(card: str) -> None:
    as_of, kind, grades, total, figures = PRESENT[card]
    scorecard = compilation_of(FEATURES / card).scorecard
    assert scorecard is not None
    dossier = read_dossier((PLANS / f"{card}.yaml").read_bytes(), scorecard, as_of=as_of, settings={})
    reading = read_subject(scorecard, dossier.subject.model_copy(update={"known": f"{TODAY}T00:00:00Z"}))
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        tables = engine.tables_at(reading.as_of, date.fromisoformat(TODAY))
        decision = decide(
            engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)
        )
    assert decision.kind is kind
    assert decision.possible == grades
    assert (decision.inference.total.low, decision.inference.total.high) == (Fraction(total[0]), Fraction(total[1]))
    for quantity, number in figures.items():
        extent = decision.inference.values.extents[quantity]
        assert isinstance(extent, NumberExtent)
        assert extent.interval.value == Fraction(number), quantity


@pytest.mark.parametrize("card", PRESENT)
def test_the_measures_differ_only_in_the_language_of_their_names(card: str) -> None:
    english, chinese = measures(f"{card}.measures.yaml"), measures(f"{card}.measures.zh.yaml")
    for measure, translated in zip(english["measures"], chinese["measures"], strict=True):
        assert not HAN.search(measure.pop("name"))
        assert HAN.search(translated.pop("name"))
    assert english == chinese


@pytest.mark.parametrize("card", PRESENT)
@pytest.mark.parametrize("ending", ILLUSTRATIVE)
def test_the_measures_are_marked_as_illustrative(card: str, ending: str) -> None:
    comments = (PLANS / f"{card}.measures{ending}").read_text(encoding="utf-8").split("currency:")[0]
    assert ILLUSTRATIVE[ending] in comments.replace("\n# ", " ")


def test_the_factory_has_thirty_measures_of_every_form() -> None:
    listed = measures("zero-carbon-factory.measures.yaml")["measures"]
    assert len(listed) == 30
    used = {key for measure in listed for key in measure} | {
        key for one in listed for part in one["effects"] for key in part
    }
    assert used >= {
        "range", "group", "requires", "excludes", "earliest_date", "lead_days", "cost_once", "cost_per_year",
        "value", "amount", "added", "document",
    }  # fmt: skip


@pytest.mark.parametrize(("language", "ending"), [("en", ".yaml"), ("zh", ".zh.yaml")])
def test_the_installed_example_is_the_factory(language: str, ending: str) -> None:
    dossier, listed = planned_factory(language)
    assert dossier == (PLANS / "zero-carbon-factory.yaml").read_text(encoding="utf-8")
    assert listed == (PLANS / f"zero-carbon-factory.measures{ending}").read_text(encoding="utf-8")
