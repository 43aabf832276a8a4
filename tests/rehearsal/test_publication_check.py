"""Publication checks of a draft: each obstacle in its file and language, at its location."""

from __future__ import annotations

import pytest

from rules.contracts.diagnostics import Severity
from rules.language.compiler import compile_folder
from rules.model.clause_coverage import Edge
from rules.model.digest import rule_digest
from rules.model.edge_rows import EdgeSide
from rules.rehearsal.publication_check import check_folder, publishing_blockers
from tests.language.folders import CORPUS, read_folder
from tests.rehearsal.desk import changed, small_desk

EDGE = Edge("gates[G1].requires[0]", EdgeSide.FAILS)


def places(files: dict[str, str]) -> list[str]:
    lines = (diagnostic.render().splitlines()[0] for diagnostic in check_folder(files).diagnostics)
    return [": ".join(line.split(": ")[:2]) for line in lines]


def test_a_valid_draft_has_no_diagnostics() -> None:
    files = small_desk()
    report = check_folder(files)
    assert (report.diagnostics, report.missing) == ((), ())
    assert (report.examples, report.failed, report.errors, report.warnings) == (4, 0, 0, 0)
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    assert (report.scorecard, report.rule_digest) == (scorecard, rule_digest(scorecard))


def test_a_threshold_changed_in_one_language_breaks_its_own_examples_only() -> None:
    files = changed(small_desk(), "card.zh.feature", "可再生占比 不低于 50 %", "可再生占比 不低于 55 %")
    report = check_folder(files)
    assert [line.split(" ")[0] for line in places(files)] == [
        "card.en.feature:30:28:",
        "card.zh.feature:30:23:",
        "card.zh.feature:35:10:",
    ]
    messages = [diagnostic.message for diagnostic in report.diagnostics]
    assert messages[0].startswith(
        "The two languages differ in G1 · requires: this file has 'share is at least 50 %', but the other language has "
        "'可再生占比 不低于 55 %' (card.zh.feature:30)"
    )
    assert messages[1].startswith(
        "两种语言的“G1 · 要求”不一致：本文件为“可再生占比 不低于 55 %”，另一文件为“share is at least 50 %”（card.en"
    )
    assert messages[2] == "预期“门槛 G1 满足”，规则得出“门槛 G1 不满足”。"
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["RL070", "RL070", "RL072"]
    assert (report.examples, report.failed) == (4, 1)
    assert (report.scorecard, report.rule_digest) == (None, None)


def test_the_same_threshold_changed_in_both_languages_breaks_the_boundary_examples_only() -> None:
    files = changed(small_desk(), "card.zh.feature", "可再生占比 不低于 50 %", "可再生占比 不低于 55 %")
    files = changed(files, "card.en.feature", "share is at least 50 %", "share is at least 55 %")
    failing = [place for place in places(files) if not place.endswith("RL052")]
    assert failing == ["card.en.feature:35:12: RL072", "card.zh.feature:35:10: RL072"]
    assert check_folder(files).missing == (Edge("gates[G1].requires[0]", EdgeSide.HOLDS),)


def test_differing_languages_share_their_boundary_coverage() -> None:
    files = changed(small_desk(), "card.en.feature", "| small ", "| other ")
    without = files["card.zh.feature"].partition("    场景: 不足一半不可")[0]
    report = check_folder({**files, "card.zh.feature": without})
    assert {diagnostic.code for diagnostic in report.diagnostics} == {"RL070"}
    assert report.missing == ()


def test_a_boundary_shown_in_one_language_need_not_be_shown_in_the_other() -> None:
    files = small_desk()
    bad = read_folder(CORPUS / "bad" / "RL052")
    assert check_folder({**files, "card.zh.feature": bad["card.zh.feature"].partition("\n")[2]}).diagnostics == ()
    report = check_folder(bad)
    assert report.missing == (EDGE,)
    assert (report.errors, report.warnings) == (0, 2)
    assert report.scorecard is not None


def test_a_single_language_can_be_checked() -> None:
    files = changed(small_desk(), "card.zh.feature", "可再生占比 不低于 50 %", "可再生占比 不低于 55 %")
    assert check_folder(files, languages=frozenset({"en"})).diagnostics == ()
    report = check_folder(files, languages=frozenset({"zh"}))
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["RL072"]
    assert (report.examples, report.failed) == (2, 1)


def test_a_single_language_check_accepts_coverage_by_the_other_language() -> None:
    files = small_desk()
    without = files["card.zh.feature"].partition("    场景: 不足一半不可")[0]
    alone = check_folder({**files, "card.zh.feature": without}, languages=frozenset({"zh"}))
    assert (alone.diagnostics, alone.missing, alone.examples) == ((), (), 1)
    bad = read_folder(CORPUS / "bad" / "RL052")
    assert check_folder(bad, languages=frozenset({"zh"})).missing == (EDGE,)


def test_no_example_runs_if_a_file_does_not_compile() -> None:
    report = check_folder(changed(small_desk(), "card.en.feature", "share is at least", "shore is at least"))
    assert "RL011" in {diagnostic.code for diagnostic in report.diagnostics}
    assert (report.examples, report.missing, report.scorecard) == (0, (), None)


def test_progress_is_reported_after_every_example() -> None:
    reports: list[tuple[int, int]] = []
    check_folder(small_desk(), progress=lambda done, total: reports.append((done, total)))
    assert reports == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_every_failing_row_of_an_outline_is_reported() -> None:
    outline = """
    Scenario Outline: nothing is enough
      Given share is <share> %
      When evaluated as of 2026-03-01
      Then gate G1 is not met

      Examples:
        | share |
        | 60    |
        | 70    |
        | 40    |
"""
    files = small_desk()
    text = files["card.en.feature"] + outline
    first = text.split("\n").index("        | 60    |") + 1
    report = check_folder({**files, "card.en.feature": text})
    assert [diagnostic.location.line for diagnostic in report.diagnostics] == [first, first + 1]
    assert report.failed == 2


def test_warnings_that_block_publication_become_errors() -> None:
    for case in ("RL052", "RL054"):
        diagnostics = check_folder(read_folder(CORPUS / "bad" / case)).diagnostics
        assert {diagnostic.severity for diagnostic in diagnostics} == {Severity.WARNING}
        assert [found.code for found in publishing_blockers(diagnostics)] == [case, case]
        assert {found.severity for found in publishing_blockers(diagnostics)} == {Severity.ERROR}
    unused = check_folder(read_folder(CORPUS / "bad" / "RL051")).diagnostics
    assert "RL051" in {found.code for found in unused}
    assert "RL051" not in {found.code for found in publishing_blockers(unused)}


@pytest.mark.parametrize("code", ["RL052", "RL054", "RL072"])
def test_the_caret_points_to_the_start_of_the_faulty_text(code: str) -> None:
    for diagnostic in check_folder(read_folder(CORPUS / "bad" / code)).diagnostics:
        line = diagnostic.source_line[diagnostic.location.column - 1 :]
        assert line.startswith(("share", "可再生占比", "#", "gate", "门槛")), line
