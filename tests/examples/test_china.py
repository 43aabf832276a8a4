"""Sample dossiers of Chinese systems: the results in their comments."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts.extents import NumberExtent
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from service.gazette.tables import FOLDER, TableStore
from service.input.dossier.dossier_reader import read_dossier
from tests.features.desk import FEATURES, compilation_of

ROOT = Path(__file__).parents[2]
DOSSIERS = ROOT / "examples" / "china"
SHELF = TableStore(ROOT / "scorecards" / FOLDER)
GRADED, SCORED, FAILED = ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.GATE_FAILED
EXPECTED: dict[str, tuple[str, ConclusionKind, tuple[str, ...], Mapping[str, str]]] = {
    "ccer-project": ("2024-09-10", GRADED, ("complete",), {}),
    "ccer-reduction": ("2024-09-01", SCORED, (), {"computed": "717025", "registrable": "717025"}),
    "green-direct-connection": ("2026-11-20", SCORED, (), {"own_share": "205/3", "load_share": "820/23"}),
    "green-certificate": (
        "2026-11-20",
        FAILED,
        (),
        {"backed": "2", "missing": "1", "held_valid": "1", "issued": "1234"},
    ),
    "zero-carbon-park": ("2026-11-20", GRADED, ("ready",), {"intensity": "83/450", "to_cut": "0"}),
    "miit-zero-carbon-factory": ("2026-11-20", GRADED, ("entry",), {"intensity": "1.6", "physical_share": "475/13"}),
    "near-zero-factory": ("2026-12-01", SCORED, (), {"share_offset": "80"}),
    "near-zero-park": ("2026-12-01", SCORED, (), {"energy_per_value": "0.4", "co2_per_value": "0.55"}),
    "green-factory": ("2026-03-01", SCORED, (), {"norm_way": "60", "water_reuse": "80", "band": "1"}),
    "project-energy-review": ("2028-06-30", GRADED, ("provincial",), {"energy_excess": "115/12"}),
    "data-centre": ("2026-11-20", SCORED, (), {"pue": "15/11"}),
    "coal-retrofit": ("2028-03-31", SCORED, (), {"fall": "2075/41"}),
    "event-neutrality": ("2026-11-20", SCORED, (), {"residual": "2750", "counted": "2750", "short": "0"}),
    "hebei-offset": ("2026-11-20", SCORED, (), {"excess": "40000", "deducted": "20000", "to_buy": "20000"}),
    "footprint-label-pilot": ("2025-06-30", SCORED, (), {}),
    "nev-dual-credits": (
        "2026-06-30",
        SCORED,
        (),
        {"nev_balance": "75400", "fuel_balance": "-38400", "nev_left": "37000"},
    ),
    "cn-pilot-market": ("2026-11-20", GRADED, ("listed",), {"threshold": "13000", "above": "0", "missing": "0"}),
    "corporate-inventory": (
        "2026-11-20",
        GRADED,
        ("complete",),
        {"total": "143530", "by_market": "30480", "uncertainty": "4.5", "changed": "5", "category_4_all": "57000"},
    ),
    "product-footprint-review": ("2026-11-20", GRADED, ("reviewed",), {"footprint": "10.1448", "difference": "0"}),
    "renewable-quota": ("2026-11-20", SCORED, (), {"needed": "1701000", "missing": "0"}),
}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", EXPECTED)
def test_the_sample_dossier_yields_the_result_in_its_comment(card: str) -> None:
    as_of, kind, grades, figures = EXPECTED[card]
    scorecard = compilation_of(FEATURES / card).scorecard
    assert scorecard is not None
    dossier = read_dossier((DOSSIERS / f"{card}.yaml").read_bytes(), scorecard, as_of=as_of, settings={})
    reading = read_subject(scorecard, dossier.subject.model_copy(update={"known": f"{as_of}T00:00:00Z"}))
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        tables = engine.tables_at(reading.as_of, date.fromisoformat(as_of))
        decision = decide(
            engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)
        )
    assert decision.kind is kind
    assert decision.possible == grades
    for quantity, number in figures.items():
        extent = decision.inference.values.extents[quantity]
        assert isinstance(extent, NumberExtent)
        assert (extent.interval.low, extent.interval.high) == (Fraction(number), Fraction(number)), quantity


def test_every_sample_dossier_is_tried() -> None:
    assert {path.stem for path in DOSSIERS.glob("*.yaml")} == set(EXPECTED)
