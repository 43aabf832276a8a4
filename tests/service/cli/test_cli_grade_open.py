"""Factory without a certain stage: output for one dossier and for a batch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.contracts.outcomes import ConclusionKind
from rules.contracts.toml_files import read_toml
from service.configuration.folders import CHECKOUT
from tests.support.commands import answered

CARD, AS_OF = "miit-zero-carbon-factory", ("--as-of", "2026-11-20")
WHOLE = (CHECKOUT / "examples" / "china" / f"{CARD}.yaml").read_text(encoding="utf-8")
WITHOUT = "".join(line for line in WHOLE.splitlines(keepends=True) if not line.startswith("  carbon:"))
"""The dossier lacks the CO2 amount of the energy balance."""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("package", "file", "part"),
    [
        ("service.output.report", "plain_text.toml", "kinds"),
        ("rules.trail", "explain_words.toml", "kinds"),
        ("service.batch", "words.toml", "conclusions"),
    ],
)
def test_every_kind_of_conclusion_has_a_text(package: str, file: str, part: str, language: str) -> None:
    assert set(ConclusionKind) <= read_toml(package, file)[language][part].keys()


@pytest.fixture
def dossiers(tmp_path: Path) -> Path:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    (folder / "whole.yaml").write_text(WHOLE, encoding="utf-8")
    (folder / "without.yaml").write_text(WITHOUT.replace(f"subjects/{CARD}", "subjects/without"), encoding="utf-8")
    return folder


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "whole", "without"),
    [
        ("en", ["Graded", "Grade: entry by the known indicators"], "Grade undetermined: there may be none"),
        ("zh", ["已评级", "等级：已知指标达到入门要求"], "等级待定：可能没有等级"),
    ],
)
def test_the_heading_states_a_grade_only_if_the_grade_is_certain(
    dossiers: Path, language: str, whole: list[str], without: str
) -> None:
    shown = answered("evaluate", CARD, dossiers / "whole.yaml", *AS_OF, "--language", language).splitlines()
    assert [line for line in shown if line in whole] == whole
    shown = answered("evaluate", CARD, dossiers / "without.yaml", *AS_OF, "--language", language).splitlines()
    assert without in shown
    assert not set(whole) & set(shown)


@pytest.mark.full
def test_a_batch_counts_undetermined_grades_separately(dossiers: Path) -> None:
    asked = ("batch", "evaluate", CARD, dossiers, *AS_OF)
    for language, label in (("en", "grade undetermined: there may be none"), ("zh", "等级待定：可能没有等级")):
        shown = answered(*asked, "--language", language).splitlines()
        assert [line.split() for line in shown if line.endswith(label)] == [["1", *label.split()]]
    counted = json.loads(answered(*asked, "--format", "json"))["conclusions"]
    assert [(one["conclusion"], one.get("answer"), one["count"]) for one in counted] == [
        ("KIND_GRADE_OPEN", None, 1),
        ("KIND_GRADED", "entry", 1),
    ]
