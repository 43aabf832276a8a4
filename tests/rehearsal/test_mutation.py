"""Mutation of cards: mutants killed by examples, survivors as changed sentences, and the stored scores."""

from decimal import Decimal
from fractions import Fraction

import pytest

from benchmarks.mutation import DESK, kept, measured, tried_digest
from rules.language.compiler import compile_folder
from rules.model.mutants import MutationKind, all_mutants
from rules.rehearsal.mutation import MutationReport, mutate
from service.output.terminal.render_mutation import LEAST_PERCENT, percent_noticed
from tests.rehearsal.desk import changed, small_desk, two_gates


def tried(files: dict[str, str], language: str = "en") -> MutationReport:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None
    return mutate(compilation, compilation.scorecard, language)


def test_examples_of_both_sides_of_a_threshold_kill_every_mutant() -> None:
    report = tried(small_desk())
    assert (report.survivors, report.untried, report.failed) == ((), 0, 0)
    assert report.percent == Fraction(100)
    assert report.tried == report.noticed


def test_a_survivor_is_shown_before_and_after_its_change() -> None:
    report = tried(two_gates())
    survivors = {(one.kind, one.was, one.now) for one in report.survivors}
    assert (MutationKind.MOVED, *_requires("50 %", "49 %")) in survivors
    assert (MutationKind.DROPPED, *_requires("50 %", None)) in survivors
    assert report.percent < 50
    place = next(one.location for one in report.survivors if one.kind is MutationKind.MOVED)
    assert place is not None
    row = two_gates()[place.path].splitlines()[place.line - 1]
    assert "share is at least 50 %" in row


def _requires(before: str, after: str | None) -> tuple[str, str]:
    was = f"requires renewable share is at least {before}; energy system is certified"
    if after is None:
        return was, "requires energy system is certified"
    return was, was.replace(before, after)


def test_survivors_are_reported_in_the_requested_language() -> None:
    files = small_desk()
    path = "card.zh.feature"
    scenario = files[path].index("场景")
    alone = {path: files[path][:scenario].rstrip() + "\n"}
    report = tried(alone, "zh")
    assert report.noticed == 0
    assert any("不低于" in one.was and "高于" in one.now for one in report.survivors)


def test_mutants_not_tried_before_the_deadline_are_counted() -> None:
    compilation = compile_folder(small_desk())
    assert compilation.scorecard is not None
    rest = iter((True, False))
    report = mutate(compilation, compilation.scorecard, "en", go_on=lambda: next(rest))
    assert (report.tried, report.untried) == (1, len(list(all_mutants(compilation.scorecard))) - 1)


def test_a_failing_example_kills_no_mutant() -> None:
    files = small_desk()
    wrong = changed(files, "card.en.feature", "gate G1 is met", "gate G1 is not met")
    before, after = (
        tried({"card.en.feature": files["card.en.feature"]}),
        tried({"card.en.feature": wrong["card.en.feature"]}),
    )
    assert after.failed > 0
    assert after.noticed < before.noticed


def test_a_dropped_applicability_condition_is_killed_by_a_not_applicable_example() -> None:
    path = "card.en.feature"
    files = changed({path: small_desk()[path]}, path, "requires               |", "requires | applies when |")
    files = changed(files, path, "at least 50 % | guide |", "at least 50 % | share is more than 0 % | guide |")
    nobody = "\n    Scenario: without any\n      Given share is 0 %\n"
    nobody += "      When evaluated as of 2026-03-01\n      Then gate G1 is not applicable\n"
    dropped = "gates[G1].applies[0] dropped"
    assert dropped in {one.name for one in tried(files).survivors}
    assert dropped not in {one.name for one in tried({path: files[path] + nobody}).survivors}


SCORES = kept()
SMALL = ("cdr-eligibility", "green-claim-sg", "green-claim-fr")


@pytest.mark.parametrize("card", SCORES)
def test_each_mutation_score_belongs_to_the_current_draft(card: str) -> None:
    assert (DESK / card).is_dir()
    assert SCORES[card]["digest"] == tried_digest(card), f"measure again: python -m benchmarks.mutation {card}"


@pytest.mark.parametrize("card", SCORES)
def test_every_mutation_score_reaches_the_minimum(card: str) -> None:
    assert Decimal(SCORES[card]["percent"]) >= LEAST_PERCENT


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", SMALL)
def test_a_remeasured_score_equals_the_stored_score(card: str) -> None:
    report, _ = measured(card)
    assert (report.tried, report.noticed, report.argued) == tuple(
        SCORES[card][name] for name in ("tried", "noticed", "argued")
    )
    assert percent_noticed(report) == SCORES[card]["percent"]
    assert (report.failed, report.untried, report.idle) == (0, 0, ())
