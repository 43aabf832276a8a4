"""A slip that an example notices is noticed, one that none does is told as the sentence that it would be."""

from fractions import Fraction

from rules.language.compiler import compile_folder
from rules.model.mutants import MutationKind, all_mutants
from rules.rehearsal.mutation import MutationReport, mutate
from tests.rehearsal.desk import changed, small_desk, two_gates


def tried(files: dict[str, str], language: str = "en") -> MutationReport:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None
    return mutate(compilation, compilation.scorecard, language)


def test_where_both_sides_of_a_threshold_are_shown_every_slip_is_noticed() -> None:
    report = tried(small_desk())
    assert (report.survivors, report.untried, report.failed) == ((), 0, 0)
    assert report.percent == Fraction(100)
    assert report.tried == report.noticed


def test_what_no_example_pins_is_told_as_it_was_and_would_be() -> None:
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


def test_a_survivor_is_told_in_the_language_asked_for() -> None:
    files = small_desk()
    path = "card.zh.feature"
    scenario = files[path].index("场景")
    alone = {path: files[path][:scenario].rstrip() + "\n"}
    report = tried(alone, "zh")
    assert report.noticed == 0
    assert any("不低于" in one.was and "高于" in one.now for one in report.survivors)


def test_what_time_leaves_is_counted() -> None:
    compilation = compile_folder(small_desk())
    assert compilation.scorecard is not None
    rest = iter((True, False))
    report = mutate(compilation, compilation.scorecard, "en", go_on=lambda: next(rest))
    assert (report.tried, report.untried) == (1, len(list(all_mutants(compilation.scorecard))) - 1)


def test_an_example_that_fails_notices_nothing() -> None:
    files = small_desk()
    wrong = changed(files, "card.en.feature", "gate G1 is met", "gate G1 is not met")
    before, after = (
        tried({"card.en.feature": files["card.en.feature"]}),
        tried({"card.en.feature": wrong["card.en.feature"]}),
    )
    assert after.failed > 0
    assert after.noticed < before.noticed


def test_a_gate_that_would_apply_to_everybody_is_noticed_by_whom_it_does_not_apply_to() -> None:
    path = "card.en.feature"
    files = changed({path: small_desk()[path]}, path, "requires               |", "requires | applies when |")
    files = changed(files, path, "at least 50 % | guide |", "at least 50 % | share is more than 0 % | guide |")
    nobody = "\n    Scenario: without any\n      Given share is 0 %\n"
    nobody += "      When evaluated as of 2026-03-01\n      Then gate G1 is not applicable\n"
    dropped = "gates[G1].applies[0] dropped"
    assert dropped in {one.name for one in tried(files).survivors}
    assert dropped not in {one.name for one in tried({path: files[path] + nobody}).survivors}
