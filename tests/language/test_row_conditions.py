"""Export of an earlier version with blank `when` cells (stages, maturity rules): written as `otherwise`."""

from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from service.gazette.versions import Gazette

PUBLISHED = Gazette(Path(__file__).resolve().parents[2] / "scorecards").version("csr-three-stage", "1.2.0")


@pytest.mark.parametrize(("language", "otherwise"), [("en", "otherwise"), ("zh", "其他")])
def test_blank_cells_of_then_are_said(language: str, otherwise: str) -> None:
    files = export_folder(PUBLISHED.scorecard, PUBLISHED.sources, language)
    counts = [sum(text.count(f"| {otherwise} ") for text in written.values()) for written in (PUBLISHED.sources, files)]
    assert counts[1] - counts[0] == 3
    compiled = compile_folder(files, languages=frozenset({language}))
    assert compiled.scorecard is not None, [each.render() for each in compiled.diagnostics]
    assert compiled.scorecard.stages is not None
    assert PUBLISHED.scorecard.stages is not None
    assert compiled.scorecard.stages.rows == PUBLISHED.scorecard.stages.rows
