"""Proposed examples: they compile, pass, cover their boundaries, and require confirmation."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.messages import LANGUAGES
from rules.language.example_synthesis import insert_scenario
from rules.model.clause_coverage import Edge
from rules.model.edge_rows import EdgeSide
from rules.rehearsal.proposed_examples import propose_missing
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder
from tests.rehearsal.desk import WHOLE_CARD, changed, small_desk, two_gates
from tests.support.guide import card

REMARKS = {
    "en": "    # proposed by touchstone draft edges: confirm, then delete this line\n",
    "zh": "    # 由 touchstone draft edges 提出: 核对后删去本行\n",
}
FOLDERS = [CORPUS / "good" / "RL052", CORPUS / "good" / "RL044-combination", WHOLE_CARD]
WRITTEN = [
    (folder, language) for folder in FOLDERS for language in LANGUAGES if any(folder.glob(f"*.{language}.feature"))
]


def without_scenarios(files: dict[str, str]) -> dict[str, str]:
    return {path: _without(text) for path, text in files.items()}


def _without(text: str) -> str:
    kept: list[str] = []
    inside = False
    for line in text.splitlines():
        start = line.strip()
        inside = start.startswith(("Scenario", "场景")) or (inside and not start.startswith(("Rule:", "规则:")))
        if not inside:
            kept.append(line)
    return "\n".join(kept) + "\n"


def confirmed(files: dict[str, str]) -> dict[str, str]:
    """Delete the remarks, as an author does after reading the proposals."""
    return {path: text.replace(REMARKS["en"], "").replace(REMARKS["zh"], "") for path, text in files.items()}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("folder", "language"), WRITTEN)
def test_proposals_compile_pass_and_cover(folder: Path, language: str) -> None:
    files = without_scenarios(read_folder(folder))
    proposed = propose_missing(files, language)
    assert proposed is not None
    assert proposed.added
    before, after = check_folder(files), check_folder(proposed.files)
    assert (after.errors, after.failed) == (0, 0)
    assert after.examples == len(proposed.added)
    assert set(after.missing) == set(proposed.uncovered) < set(before.missing)
    assert {path for path in files if proposed.files[path] != files[path]} <= {
        path for path in files if path.endswith(f".{language}.feature")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_proposal_requires_confirmation(language: str) -> None:
    proposed = propose_missing(without_scenarios(small_desk()), language)
    assert proposed is not None
    text = proposed.files[f"card.{language}.feature"]
    assert text.count(REMARKS[language]) == len(proposed.added) == 2
    report = check_folder(proposed.files)
    assert [diagnostic.code for diagnostic in report.diagnostics if diagnostic.code not in {"RL004", "RL073"}] == [
        "RL054",
        "RL054",
    ]
    assert "RL054" not in {diagnostic.code for diagnostic in check_folder(confirmed(proposed.files)).diagnostics}


def test_a_proposal_reads_as_an_author_writes() -> None:
    proposed = propose_missing(read_folder(CORPUS / "good" / "RL054"), "en")
    assert proposed is not None
    assert (proposed.added, proposed.uncovered) == ((), ())
    bad = {path: text.partition("\n")[2] for path, text in read_folder(CORPUS / "bad" / "RL052").items()}
    proposed = propose_missing(bad, "zh")
    assert proposed is not None
    assert proposed.added == (Edge("gates[G1].requires[0]", EdgeSide.FAILS),)
    assert proposed.files["card.en.feature"] == bad["card.en.feature"]
    assert proposed.files["card.zh.feature"] == (
        bad["card.zh.feature"] + "\n" + REMARKS["zh"] + "    场景: G1: 可再生占比 不低于 50 %: 恰好不成立\n"
        "      假如 可再生占比 为 49.99 %\n"
        "      当 按 2026-03-01 评定\n"
        "      那么 门槛 G1 不满足\n"
    )


def test_a_duplicate_title_is_numbered() -> None:
    title = "G1: renewable share is at least 50 %: just fails"
    files = changed(small_desk(), "card.en.feature", "Scenario: half is enough", f"Scenario: {title}")
    proposed = propose_missing(_without_failing(files), "en")
    assert proposed is not None
    text = proposed.files["card.en.feature"]
    assert f"Scenario: {title}\n" in text
    assert f"Scenario: {title} (2)\n" in text
    assert check_folder(confirmed(proposed.files)).diagnostics == ()


def _without_failing(files: dict[str, str]) -> dict[str, str]:
    ends = {"card.en.feature": "    Scenario: less than half", "card.zh.feature": "    场景: 不足一半"}
    return {path: text.partition(ends[path])[0] for path, text in files.items()}


def test_boundaries_covered_by_later_proposals_are_not_listed_as_uncovered() -> None:
    files = without_scenarios({path: text for path, text in card("fuel-levy").items() if path.endswith(".en.feature")})
    proposed = propose_missing(files, "en")
    assert proposed is not None
    assert set(proposed.uncovered) == set(check_folder(proposed.files).missing)


def test_a_boundary_that_no_value_can_show_remains_uncovered() -> None:
    files = read_folder(CORPUS / "good" / "RL041-uncovered")
    proposed = propose_missing(files, "en")
    assert proposed is not None
    assert proposed.uncovered == (Edge("indicators[I1].scale.bands[0].at_least", EdgeSide.FAILS),)
    assert check_folder(proposed.files).missing == proposed.uncovered


def test_no_example_is_proposed_for_files_with_errors() -> None:
    assert propose_missing(changed(small_desk(), "card.en.feature", "50 %", "50 t"), "en") is None
    assert propose_missing(two_gates(), "zh") is None
    assert propose_missing(read_folder(CORPUS / "bad" / "RL055"), "en") is None


NO_RULE = "# language: en\nFeature: Facts\n\n  Background:\n    Given the scorecard small\n"
SCENARIO = ["    Scenario: new", "      When evaluated as of 2026-03-01"]


def test_a_scenario_for_a_line_above_all_rules_is_added_to_the_first_rule() -> None:
    text = NO_RULE + "\n  Rule: First\n    Scenario: old\n\n  Rule: Second\n    Scenario: other\n"
    assert insert_scenario(text, 5, SCENARIO, "en") == (
        NO_RULE
        + "\n  Rule: First\n    Scenario: old\n\n"
        + "\n".join(SCENARIO)
        + "\n\n  Rule: Second\n    Scenario: other\n"
    )


def test_a_file_without_rules_gets_a_rule() -> None:
    assert insert_scenario(NO_RULE, 5, SCENARIO, "en") == NO_RULE + "\n  Rule: Examples\n" + "\n".join(SCENARIO) + "\n"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_boundary_on_the_first_day_of_a_card_is_reported_with_a_remedy(language: str) -> None:
    proposed = propose_missing(read_folder(CORPUS / "bad" / "RL115"), language)
    assert proposed is not None
    assert not proposed.added
    assert [
        (found.code, ("earlier" if language == "en" else "更早") in found.hint) for found in proposed.diagnostics
    ] == [("RL115", True)]
    cured = propose_missing(read_folder(CORPUS / "good" / "RL115"), language)
    assert cured is not None
    assert not cured.uncovered
