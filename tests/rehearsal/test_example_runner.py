"""Every kind of expectation passes when it is right and fails when it is wrong, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from rules.contracts.diagnostics import Location
from rules.contracts.inputs import DeclaredValue
from rules.engine.inference_engine import InferenceEngine
from rules.language.compiler import compile_folder
from rules.model.examples import Example, FactChange, PlacedItem
from rules.rehearsal.example_runner import ReferenceCaseCache, run_example
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from tests.language.folders import read_folder
from tests.rehearsal.desk import rehearse, small_desk


@dataclass(frozen=True)
class Case:
    """Example: changed facts, a correct and a wrong expectation, and the actual result shown in the failure."""

    given: str
    right: str
    wrong: str
    actual: str | None = None

    def steps(self) -> list[str]:
        return [step for step in self.given.split("; ") if step]


ENGLISH = [
    Case("violations is 1 time", "gate G1 is not met", "gate G1 is met"),
    Case("made public is no", "gate G2 is not applicable", "gate G2 is undetermined"),
    Case(
        "violations is missing",
        "gate G1 is undetermined because of violations",
        "gate G1 is undetermined because of energy use",
    ),
    Case("violations is 1 time", "gate G1 is not met", "gate G1 is undetermined because of violations"),
    Case("renewable share is 50 %", "indicator I1 scores 20", "indicator I1 scores 30"),
    Case("renewable share is missing", "indicator I1 scores between 0 and 30", "indicator I1 scores 30"),
    Case("renewable share is 50 %", "indicator I1 scores 20", "indicator I1 scores between 20 and 30"),
    Case("the setting reading is cascade", "indicator I5 is not applicable", "indicator I5 scores 0", "not applicable"),
    Case(
        "renewable share is missing",
        "indicator I1 is undetermined because of renewable share",
        "indicator I1 is undetermined because of energy system",
    ),
    Case("supposing the total score is 60.5", "the total score is 60.5", "the total score is 60"),
    Case(
        "renewable share is missing; the setting reading is literal; supposing covered share is 60 %",
        "the total score is between 29 and 89",
        "the total score is between 29 and 90",
    ),
    Case(
        "energy use is 2000 MWh", "the quantity energy intensity is 2 MWh/t", "the quantity energy intensity is 2 kWh/t"
    ),
    Case("", "the quantity counted is between 20 tCO2e and 25 tCO2e", "the quantity counted is 20 tCO2e"),
    Case(
        "energy use is missing",
        "the quantity energy intensity is undetermined because of energy use",
        "the quantity energy intensity is 2 MWh/t",
        "0 … ∞",
    ),
    Case("", "the result Intensity is 1.2 MWh/t", "the result Intensity is 1.3 MWh/t"),
    Case("supposing the total score is 90; supposing covered share is 60 %", "the grade is good", "the grade is best"),
    Case(
        "supposing the total score is 55; violations is missing",
        "the possible grades are adequate, none",
        "the grade is adequate",
    ),
    Case("violations is 1 time", "a major nonconformity F1 is raised", "no finding F1 is raised"),
    Case("violations is 1 time", "a major nonconformity F1 is raised", "a minor nonconformity F1 is raised"),
    Case("violations is 2 times", "no finding F2.PENALTY is raised", "a minor nonconformity F2.PENALTY is raised"),
    Case("violations is 3 times", "a minor nonconformity F2.PENALTY is raised", "no finding F2.PENALTY is raised"),
    Case("made public is no", "an observation F3 is raised", "no finding F3 is raised"),
    Case(
        "violations is missing", "gate G1 is undetermined because of violations", "no finding F1 is raised",
        "F1: undetermined",
    ),
    Case("violations is 1 time", "the conclusion is gate failed", "the conclusion is graded"),
    Case("registry is closed", "the conclusion is not applicable", "the grade is best", "the grade is none"),
    Case(
        "evidence for violations is missing", "gate G1 is undetermined because of violations", "gate G1 is met",
        "gate G1 is undetermined",
    ),
    Case("evidence for violations was issued on 2024-02-29", "gate G1 is undetermined", "gate G1 is met"),
    Case("evidence for violations was issued on 2024-03-01", "gate G1 is met", "gate G1 is undetermined"),
    Case(
        "energy system is not applicable", "indicator I2 is not applicable", "indicator I2 scores 0", "not applicable"
    ),
]  # fmt: skip
CHINESE = [
    Case("违法次数 为 1 次", "门槛 G1 不满足", "门槛 G1 满足"),
    Case("公开 为 否", "门槛 G2 不适用", "门槛 G2 待定"),
    Case("违法次数 缺失", "门槛 G1 因 违法次数 待定", "门槛 G1 因 用能 待定"),
    Case("违法次数 为 1 次", "门槛 G1 不满足", "门槛 G1 因 违法次数 待定"),
    Case("可再生能源占比 为 50 %", "指标 I1 得 20 分", "指标 I1 得 30 分"),
    Case("可再生能源占比 缺失", "指标 I1 得 0 至 30 分", "指标 I1 得 30 分"),
    Case("可再生能源占比 为 50 %", "指标 I1 得 20 分", "指标 I1 得 20 至 30 分"),
    Case("设定 reading 为 cascade", "指标 I5 不适用", "指标 I5 得 0 分", "不适用"),
    Case("可再生能源占比 缺失", "指标 I1 因 可再生能源占比 待定", "指标 I1 因 能源管理体系 待定"),
    Case("假定 总分 为 60.5", "总分为 60.5", "总分为 60"),
    Case(
        "可再生能源占比 缺失; 设定 reading 为 literal; 假定 抵销比例 为 60 %",
        "总分介于 29 与 89 之间(含)",
        "总分介于 29 与 90 之间(含)",
    ),
    Case("用能 为 2000 MWh", "量 单位产品能耗 为 2 MWh/t", "量 单位产品能耗 为 2 kWh/t"),
    Case("", "量 counted 介于 20 tCO2e 与 25 tCO2e 之间(含)", "量 counted 为 20 tCO2e"),
    Case("用能 缺失", "量 单位产品能耗 因 用能 待定", "量 单位产品能耗 为 2 MWh/t", "0 … ∞"),
    Case("", "结果 能耗 为 1.2 MWh/t", "结果 能耗 为 1.3 MWh/t"),
    Case("假定 总分 为 90; 假定 抵销比例 为 60 %", "等级为 良", "等级为 优"),
    Case("假定 总分 为 55; 违法次数 缺失", "可能的等级为 中, 无", "等级为 中"),
    Case("违法次数 为 1 次", "开具严重不符合项 F1", "不开具 F1"),
    Case("违法次数 为 1 次", "开具严重不符合项 F1", "开具一般不符合项 F1"),
    Case("违法次数 为 2 次", "不开具 F2.PENALTY", "开具一般不符合项 F2.PENALTY"),
    Case("违法次数 为 3 次", "开具一般不符合项 F2.PENALTY", "不开具 F2.PENALTY"),
    Case("公开 为 否", "开具观察项 F3", "不开具 F3"),
    Case("违法次数 缺失", "门槛 G1 因 违法次数 待定", "不开具 F1", "F1: 待定"),
    Case("违法次数 为 1 次", "结论为 门槛未过", "结论为 已评级"),
    Case("登记簿 为 closed", "结论为 不适用", "等级为 优", "等级为 无"),
    Case("缺少 违法次数 的证据", "门槛 G1 因 违法次数 待定", "门槛 G1 满足", "门槛 G1 待定"),
    Case("违法次数 的证据签发于 2024-02-29", "门槛 G1 待定", "门槛 G1 满足"),
    Case("违法次数 的证据签发于 2024-03-01", "门槛 G1 满足", "门槛 G1 待定"),
    Case("能源管理体系 不适用", "指标 I2 不适用", "指标 I2 得 0 分", "不适用"),
]
CASES = [("en", case) for case in ENGLISH] + [("zh", case) for case in CHINESE]


def test_both_languages_try_the_same() -> None:
    assert len(ENGLISH) == len(CHINESE)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_correct_expectation_passes(language: str, case: Case) -> None:
    assert rehearse(language, case.steps(), [case.right]).failures == ()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_wrong_expectation_fails_with_the_actual_result(language: str, case: Case) -> None:
    (failure,) = rehearse(language, case.steps(), [case.wrong]).failures
    assert failure.sentence == case.wrong
    assert failure.actual == (case.actual or case.right)


def test_every_failed_expectation_is_reported_at_its_own_location() -> None:
    rehearsed = rehearse("en", ["violations is 1 time"], ["gate G1 is met", "gate G2 is met", "the grade is best"])
    first, second = rehearsed.failures
    assert (first.sentence, second.sentence) == ("gate G1 is met", "the grade is best")
    assert second.location == Location(first.location.path, first.location.line + 2, 11)


def test_an_example_that_cannot_be_evaluated_reports_the_reason() -> None:
    scorecard = compile_folder(small_desk()).scorecard
    assert scorecard is not None
    place = Location("card.en.feature", 37, 5)
    too_much = FactChange("share", DeclaredValue(number="101", unit="%"))
    example = Example("too much", "en", place, date(2026, 3, 1), (PlacedItem(too_much, "share is 101 %", place),), ())
    rehearsed = run_example(InferenceEngine(scorecard), example)
    assert rehearsed.decision is None
    (failure,) = rehearsed.failures
    assert (failure.sentence, failure.location) == (None, place)
    assert "101" in failure.actual


@pytest.mark.full
@pytest.mark.parametrize(
    "folder", ["zero-carbon-factory", "cbam-goods", "green-claim-practice", "eu-battery", "csr-three-stage"]
)
def test_examples_have_the_same_result_with_and_without_the_cached_reference_case(folder: str) -> None:
    tables = TableStore(CHECKOUT / "scorecards" / FOLDER)
    compilation = compile_folder(read_folder(CHECKOUT / "features" / folder), tables=tables)
    assert compilation.scorecard is not None
    engine = InferenceEngine(compilation.scorecard, tables)
    reference = ReferenceCaseCache(engine, [example.as_of for example in compilation.examples])
    for example in compilation.examples[::17]:
        with_reference, alone = run_example(engine, example, reference), run_example(engine, example)
        assert with_reference == alone, example.location
    engine.close()
