"""Isolation of the maturity method: mentioned only in its own modules and where scales are registered."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN = {
    "rules/model/maturity.py",
    "rules/model/lint/scales.py",
    "rules/engine/maturity.py",
    "rules/columns/scores.py",
    "rules/language/definitions_scales.py",
    "rules/trail/scale_texts.py",
}
"""Modules that implement the method, by layer."""
REGISTERED = {
    "rules/model/scales.py",
    "rules/model/scorecard.py",
    "rules/model/mutants.py",
    "rules/model/lint/every_check.py",
    "rules/engine/plan.py",
    "rules/columns/scores.py",
    "rules/engine/score.py",
    "rules/language/card_rows.py",
    "rules/language/productions.py",
    "rules/language/file_edits.py",
    "rules/language/table_columns.py",
    "rules/trail/evaluation.py",
    "rules/trail/basis_usage.py",
    "rules/trail/scale_texts.py",
    "service/output/report/score_section.py",
    "service/language_server/names.py",
}
"""Modules that register it with other scales or mention it in a sentence of the language."""


def test_only_its_own_and_registering_modules_mention_the_maturity_method() -> None:
    modules = (path for package in ("rules", "service") for path in (ROOT / package).rglob("*.py"))
    naming = {str(path.relative_to(ROOT)) for path in modules if "maturity" in path.read_text(encoding="utf-8").lower()}
    assert naming == OWN | REGISTERED
