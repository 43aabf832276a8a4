"""Expectations of verdicts and rules: correct ones pass, wrong ones fail with the actual result, in both languages."""

from __future__ import annotations

import pytest

from rules.rehearsal.proposed_examples import propose_missing
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder
from tests.rehearsal.desk import rehearse
from tests.rehearsal.test_example_runner import Case
from tests.support.guide import CLAIMS, card

OPEN = "rests on offsets is missing"
BEFORE = "display period is 2026-09-01 to 2026-09-26"
CASES = [
    ("en", Case("wording is neutral", "the verdict is prohibited under A-1", "the verdict is prohibited under A-2")),
    ("zh", Case("措辞 为 neutral", "依 A-1 判定为 禁止", "依 A-2 判定为 误导")),
    ("en", Case("rests on offsets is no", "the verdict is ok", "the verdict is prohibited under A-1")),
    ("en", Case(OPEN, "the possible verdicts are prohibited, ok", "the possible verdicts are ok")),
    ("en", Case(OPEN, "the verdict is needs evidence under A-1", "the verdict is ok under A-1")),
    ("zh", Case("依赖抵消 缺失", "判定为 需补证据", "判定为 合规")),
    ("zh", Case("依赖抵消 缺失", "可能的判定为 禁止, 合规", "可能的判定为 禁止, 误导, 合规")),
    ("en", Case("rests on offsets is no", "the verdict is ok", "the possible verdicts are prohibited, ok")),
    ("en", Case("rests on offsets is missing", "rule A-1 is undetermined", "rule A-1 holds")),
    ("zh", Case("依赖抵消 为 否", "规则 A-1 不成立", "规则 A-1 成立")),
    ("en", Case(BEFORE, "rule A-1 is not in force", "rule A-1 holds")),
    ("en", Case(f"{BEFORE}; rests on offsets is no", "rule A-1 is not in force", "rule A-1 does not hold")),
    ("en", Case("display period is 2026-09-26 to 2026-09-27", "rule A-1 holds", "rule A-1 is not in force")),
    ("en", Case("country is south", "rule A-1 is not in force", "rule A-1 holds")),
    ("en", Case("country is abroad", "the verdict is out of scope", "the verdict is prohibited")),
    ("zh", Case("措辞 为 label", "判定为 附限定可用", "判定为 合规")),
    ("zh", Case("展示期间 为 2027-01-01 至 2027-02-01", "规则 A-2 未生效", "规则 A-2 不成立")),
    ("en", Case("display period is missing", "rule A-1 is undetermined", "rule A-1 is not in force")),
    ("en", Case("wording is label", "the conclusion is judged", "the conclusion is scored")),
]


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_correct_expectation_passes(language: str, case: Case) -> None:
    assert rehearse(language, case.steps(), [case.right], card=card(CLAIMS)).failures == ()


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_wrong_expectation_fails_with_the_actual_result(language: str, case: Case) -> None:
    (failure,) = rehearse(language, case.steps(), [case.wrong], card=card(CLAIMS)).failures
    assert failure.actual == (case.actual or case.right)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_examples_are_proposed_for_every_boundary_of_rules(language: str) -> None:
    files = card(CLAIMS)
    before = {edge.path for edge in check_folder(files).missing}
    assert {"verdicts.rules[A-2].last", "verdicts.rules[A-2].rows[0].when[1]"} <= before
    proposed = propose_missing(files, language)
    assert proposed is not None
    assert proposed.uncovered == ()
    report = check_folder(proposed.files)
    assert (report.failed, report.missing) == (0, ())


@pytest.mark.parametrize(("folder", "language"), [("RL058", "en"), ("RL049-force-zh", "zh")])
def test_examples_are_proposed_for_rules_governed_by_a_day_or_the_as_of_date(folder: str, language: str) -> None:
    proposed = propose_missing(read_folder(CORPUS / "good" / folder), language)
    assert proposed is not None
    assert proposed.uncovered == ()
    report = check_folder(proposed.files)
    assert report.missing == ()
