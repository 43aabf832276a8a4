"""Kept evaluations of semantics 1 beside those of today: nothing moves by the number alone, nothing is granted."""

from __future__ import annotations

from contextlib import closing
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from rules.trail.deserialization import inputs_of
from rules.trail.evaluation import Evaluator
from rules.trail.record_forms import read_complete_record
from service.base.refusals import Refusal
from service.cases.guards import GUARDS
from service.gazette.versions import Gazette
from service.output.mapping.answers import write_difference
from tests.support.kept import ROOT, kept
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from tests.support.kept import Kept

GAZETTE = Gazette(ROOT / "scorecards")
OPEN = [one for one in kept() if one.grade_is_open]
FORMER = [one for one in OPEN if one.numbers[1] == 1]
_KINDS = ("graded", "grade_open")


@pytest.fixture(params=range(len(FORMER)))
def former(request: pytest.FixtureRequest) -> Kept:
    evaluation: Kept = FORMER[request.param]
    return evaluation


def test_evaluating_again_finds_no_difference(former: Kept) -> None:
    _, card, _, number = former.version.split("/")
    version, written = GAZETTE.version(card, number), read_complete_record(former.content)
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        before = evaluator.read(written).without_steps
        after = evaluator.evaluate(inputs_of(written), former.record_key).without_steps
    assert (before.conclusion.kind, after.conclusion.kind) == _KINDS
    difference = write_difference(before, after, evaluation="x")
    assert difference.before == difference.after
    assert difference.before.kind == evaluation_pb2.Conclusion.KIND_GRADE_OPEN
    assert not difference.criterion_differences


@pytest.mark.parametrize("one", OPEN, ids=[f"{one.version} {one.numbers}" for one in OPEN])
def test_nothing_is_granted_on_one_of_either_number(one: Kept) -> None:
    step_context: Any = SimpleNamespace(
        written_steps=read_complete_record(one.content),
        evaluation=SimpleNamespace(name="x", conclusion_kind=_KINDS[one.numbers[1] - 1]),
    )
    with pytest.raises(Refusal, match=r"x leaves it open whether there is a grade.*\(carbon\)"):
        GUARDS["result_is_one"](step_context)


def test_something_is_granted_where_the_grade_is_sure() -> None:
    sure = [one for one in kept() if b'"kind":"graded"' in one.content and one not in OPEN]
    assert sure
    for evaluation in sure:
        step_context: Any = SimpleNamespace(
            written_steps=read_complete_record(evaluation.content),
            evaluation=SimpleNamespace(name="x", conclusion_kind="graded"),
        )
        GUARDS["result_is_one"](step_context)
