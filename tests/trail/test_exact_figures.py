"""Steps of exact figures: powers, time spans, rounding, counts and section minima in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rules.contracts.inputs import Subject
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.rehearsal.example_runner import reference_subject
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from tests.support.guide import SHELF, card
from tests.support.random_subjects import KEY

MINIMA = (
    ("gate G1 is met; indicator U1 is at least 20 points",
     "gate G1 is met; section Care is at least 20 points; the sum of sections Use, Care is at least 70 points"),
    ("门槛 G1 满足; 指标 U1 不低于 20 分", "门槛 G1 满足; 分组 管理 不低于 20 分; 分组 用能, 管理 合计 不低于 70 分"),
)  # fmt: skip


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    files = card()
    for before, after in MINIMA:
        assert any(before in text for text in files.values())
        files = {name: text.replace(before, after) for name, text in files.items()}
    scorecard = compile_folder(files, tables=SHELF).scorecard
    assert scorecard is not None
    made = Evaluator(scorecard, rule_digest(scorecard), "scorecards/green-office/versions/1.0.0")
    yield made
    made.close()


def subject(evaluator: Evaluator, *, without: tuple[str, ...] = ()) -> Subject:
    reference = reference_subject(evaluator.engine.plan.scorecard, date(2026, 6, 30))
    return reference.model_copy(update={"facts": tuple(fact for fact in reference.facts if fact.id not in without)})


def test_the_steps_show_each_computation(evaluator: Evaluator) -> None:
    record = evaluator.evaluate(subject(evaluator), KEY).record
    steps = record.model_dump_json()
    for sentence in (
        "goal = 200 MWh * (1 - 3 %) ^ min(max(year(audit date (2025-11-03)) - 2024, 0), 30) = 194 MWh",
        "报告月数 = 月数(报告年度（2025-01-01 至 2025-12-31）) = 12 个月",
        "green bought = round(green power (96 MWh), 5 MWh, half-even) = 95 MWh",
        "removals = number of carbon credits that count, 1 of 1 = 1 item",
        "分组 用能, 管理 合计 不低于 70 分",
        "required: section Care is at least 20 points",
    ):
        assert sentence in steps, sentence
    again = evaluator.evaluate(subject_of(record), KEY).record
    assert again.model_dump_json() == steps


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_undetermined_result_names_its_missing_facts(evaluator: Evaluator, language: str) -> None:
    asked = subject(evaluator, without=("audited", "credits"))
    record = evaluator.evaluate(asked, KEY).record
    explanation = explain(evaluator, record, language)
    assert explanation.statements
    assert {"audited", "credits"} <= {fact for one in explanation.statements for fact in one.facts}
