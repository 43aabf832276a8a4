"""Cards beyond the limits of the engine: refusals at their clause, remedies, and messages in both languages."""

import pytest

from rules.contracts.errors import PlanError
from rules.engine import plan
from rules.language.diagnostic_collector import read_catalogue
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder

GOOD = read_folder(CORPUS / "good" / "RL070")["card.en.feature"]
TWO_SUMS = """    And these facts
      | fact | type        |
      | lots | list of lot |
    And each lot has
      | field | type   | unit | at least |
      | id    | text   |      |          |
      | mass  | number | t    | 0        |
    And no two lots share a id
    And the quantity total, in t, the sum of mass over lots, on basis guide
    And for each lot the quantity part, in %, on basis guide
      | is           | when divided by zero |
      | mass / total | 0 %                  |
    And in the reference case lots are
      | id | mass |
      | a  | 3 t  |
      | b  | 90 t |
"""
ASKED = """    And the quantity big, in items, the number of records over lots, on basis guide
      | where                |
      | part is at least 10 % |
"""
REMEDY = """    And for each lot the quantity counted, in items, on basis guide
      | is     | when                  |
      | 1 item | part is at least 10 % |
      | 0 items | otherwise            |
    And the quantity big, in items, the sum of counted over lots, on basis guide
"""
EXPECTED = "      Then gate G1 is met\n      And the quantity big is 1 item\n"


def card(counting: str) -> dict[str, str]:
    text = GOOD.replace("  Rule: ", f"{TWO_SUMS}{counting}\n  Rule: ", 1)
    text = text.replace("share is at least 50 %", "share is at least 50 %; big is at least 1 item", 1)
    return {"card.en.feature": text.replace("      Then gate G1 is met\n", EXPECTED, 1)}


def test_a_nested_aggregate_is_reported_at_its_clause_with_a_remedy() -> None:
    files = card(ASKED)
    (diagnostic,) = (each for each in check_folder(files).diagnostics if each.code == "RL055")
    line = files["card.en.feature"].splitlines()[diagnostic.location.line - 1]
    assert line[diagnostic.location.column - 1 :].startswith("part is at least 10 %")
    assert diagnostic.message == "This clause of a sum reads 'part', which depends on 'total', a sum of the same list."
    assert diagnostic.hint.endswith("Then sum this quantity without a condition.")


def test_the_suggested_remedy_passes_its_example() -> None:
    report = check_folder(card(REMEDY))
    assert not [each.render() for each in report.diagnostics if each.code not in ("RL051", "RL052", "RL127")]
    assert (report.examples, report.failed) == (1, 0)


def test_every_limit_has_a_message_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MAXIMUM_COMBINATIONS", 0)
    messages = [found.message for found in check_folder(read_folder(CORPUS / "good" / "RL070")).diagnostics]
    english, chinese = sorted(messages)
    assert english == "The settings of the scorecard have 1 combinations; at most 0 are allowed."
    assert chinese == "评分卡的各设定共有 1 种取法；至多 0 种。"


def test_a_limit_without_its_own_message_is_still_reported() -> None:
    error = PlanError("these quantities need each other: a, b")
    assert read_catalogue()["RL055"].template(error.problem, "zh").message.format(**error.arguments).endswith("a, b")
