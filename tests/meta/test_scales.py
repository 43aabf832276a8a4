"""Isolation of the maturity method: mentioned only in its own modules and where scales are registered."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN = {
    "rules/model/maturity.py",
    "rules/model/lint/scales.py",
    "rules/engine/maturity.py",
    "rules/columns/scores.py",
    "rules/language/definitions_maturity.py",
    "rules/trail/scale_texts.py",
}
"""What the method is, in each layer."""
REGISTERED = {
    "rules/model/scales.py",
    "rules/model/scorecard.py",
    "rules/model/mutants.py",
    "rules/model/lint/every_check.py",
    "rules/engine/scoring_strategies.py",
    "rules/columns/scores.py",
    "rules/engine/score.py",
    "rules/language/card_rows.py",
    "rules/language/productions.py",
    "rules/language/file_edits.py",
    "rules/language/table_columns.py",
    "rules/trail/evaluation.py",
    "rules/trail/result_bases.py",
    "rules/trail/scale_texts.py",
    "service/output/report/score_section.py",
    "service/language_server/names.py",
}
"""Where it is one kind beside others, or a sentence of the language names it."""


def test_only_what_registers_a_method_names_it() -> None:
    modules = (path for package in ("rules", "service") for path in (ROOT / package).rglob("*.py"))
    naming = {str(path.relative_to(ROOT)) for path in modules if "maturity" in path.read_text(encoding="utf-8").lower()}
    assert naming == OWN | REGISTERED
