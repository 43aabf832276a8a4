"""Trial cards of foreign systems: clean compilation, passing examples, canonical form in both languages."""

from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import read_folder

TRIED = Path(__file__).resolve().parents[2] / "examples" / "tried" / "systems-abroad"


@pytest.mark.full
def test_the_trial_rules_are_valid_and_in_canonical_form() -> None:
    files = read_folder(TRIED)
    report = check_folder(files)
    others = [found.render() for found in report.diagnostics if found.code not in {"RL052", "RL127"}]
    assert not others
    assert report.examples > 40
    card = compile_folder(files).scorecard
    assert card is not None
    assert export_folder(card, files, "en") | export_folder(card, files, "zh") == files
