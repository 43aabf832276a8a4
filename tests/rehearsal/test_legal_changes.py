"""Changes between versions for legal readers: rules before and after, without internals of the model."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.model.diff import VersionStep, diff_scorecards
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.rehearsal.legal_changes import ChangeCategory, LegalDifference, legal_difference
from service.gazette.versions import Gazette
from tests.language.folders import CORPUS, read_folder

GAZETTE = Gazette(Path(__file__).resolve().parents[2] / "scorecards")
CARDS = GAZETTE.card_ids()

PAIRS = [pair for card in CARDS for pair in pairwise(GAZETTE.versions(card))]
FACTORY = GAZETTE.newest("zero-carbon-factory")


def compared(before: PublishedVersion, after: PublishedVersion, language: str = "en") -> LegalDifference:
    """Compare versions without source files, because their locations require a compilation."""
    return legal_difference(replace(before, sources={}), replace(after, sources={}), language)


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=lambda version: version.name.removeprefix("scorecards/"))
def test_all_published_changes_are_described_without_model_internals(
    before: PublishedVersion, after: PublishedVersion
) -> None:
    every = diff_scorecards(before.scorecard, after.scorecard)
    for language in ("en", "zh"):
        difference = compared(before, after, language)
        assert difference.required_step is every.required_step
        assert max(one.step for one in difference.changes) is every.required_step
        rules = [one for one in difference.changes if one.part is ChangeCategory.RULE]
        decided = [one for one in every.changes if one.step is not VersionStep.PATCH and "basis" not in one.path]
        assert bool(rules) is any(not one.path.startswith("bases[") for one in decided)
        for change in difference.changes:
            text = " ".join((change.heading, change.context, change.was, change.now))
            assert '{"' not in text
        assert [one.part for one in difference.changes] == sorted(
            (one.part for one in difference.changes), key=list(ChangeCategory).index
        )


def changed(**parts: object) -> PublishedVersion:
    return replace(FACTORY, scorecard=FACTORY.scorecard.model_copy(update=parts), sources={})


def test_a_changed_condition_is_shown_before_and_after_and_affects_every_grade() -> None:
    gates = tuple(
        gate.model_copy(update={"requires": gate.requires[:1]}) if gate.id == "G2" else gate
        for gate in FACTORY.scorecard.gates
    )
    difference = compared(FACTORY, changed(gates=gates), "zh")
    (change,) = difference.changes
    assert change.heading == "门槛 G2 近三年记录良好"
    assert (
        change.was
        == "要求 近三年事故次数 为 0 次; 近三年处罚失信次数 为 0 次; 记录载明无事故 为 是; 记录载明无处罚失信 为 是"
    )
    assert change.now == "要求 近三年事故次数 为 0 次"
    assert (change.step, difference.movable.gates, difference.movable.grades[-1]) == (
        VersionStep.MAJOR,
        ("G2",),
        "none",
    )
    assert difference.movable.indicators == ()


def test_a_changed_row_of_the_ladder_affects_its_grade_and_the_grades_below() -> None:
    ladder = FACTORY.scorecard.ladder
    assert ladder is not None
    rows = tuple(
        row.model_copy(update={"more_than": row.more_than + 1}) if row.grade == "4" and row.more_than else row
        for row in ladder.rows
    )
    difference = compared(FACTORY, changed(ladder=ladder.model_copy(update={"rows": rows})))
    assert {(one.was, one.now) for one in difference.changes} == {("more than 80", "more than 81")}
    assert difference.movable.grades == ("4", "3", "none")


def test_a_label_that_changes_is_a_note_and_no_rule() -> None:
    facts = tuple(
        fact.model_copy(update={"labels": {**fact.labels, "en": "fines in three years"}})
        if fact.id == "penalties"
        else fact
        for fact in FACTORY.scorecard.facts
    )
    difference = compared(FACTORY, changed(facts=facts))
    assert [(one.part, one.now) for one in difference.changes] == [(ChangeCategory.NOTE, "fines in three years")]
    assert difference.movable.grades == ()


SMALL = read_folder(CORPUS / "good" / "RL070")["card.en.feature"]
CASES = """        | G1 |           | share is 30 % | guide |
        | G1 |           | unless share is 45 % | guide |
"""
ROW = "        | G1 | Renewable | share is at least 50 % | guide |\n"


def by_cases(cases: str) -> PublishedVersion:
    files = {"card.en.feature": SMALL.replace(ROW, ROW + cases, 1)}
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, files), "2026-01-02T00:00:00Z")


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        (
            "unless share is 45 %",
            "unless share is 46 %",
            "requires unless renewable share is 45 %",
            "requires unless renewable share is 46 %",
        ),
        (CASES.splitlines(keepends=True)[1], "", "requires unless renewable share is 45 %; basis guide", ""),
    ],
)
def test_a_changed_case_or_exception_of_a_gate_is_reported_once_at_its_location(
    old: str, new: str, was: str, now: str
) -> None:
    difference = legal_difference(by_cases(CASES), by_cases(CASES.replace(old, new)), "en")
    (change,) = difference.changes
    assert (change.heading, change.was, change.now) == ("gate G1 Renewable", was, now)
    assert change.previous_location is not None
    assert "unless" in SMALL.replace(ROW, ROW + CASES, 1).splitlines()[change.previous_location.line - 1]
