"""Engine limits exceeded by a card: messages in both languages, and a fallback for problems without one."""

import pytest

from rules.contracts.errors import PlanError
from rules.engine import plan
from rules.language.diagnostic_collector import read_catalogue
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder


def test_every_limit_has_a_message_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MAXIMUM_COMBINATIONS", 0)
    messages = [found.message for found in check_folder(read_folder(CORPUS / "good" / "RL070")).diagnostics]
    english, chinese = sorted(messages)
    assert english.startswith("the settings can be chosen in 1 combinations; at most 0 are allowed")
    assert chinese == "各设定共有 1 种取法；至多 0 种，因为设定未选定时须逐一试算"


def test_a_limit_without_its_own_message_is_still_reported() -> None:
    error = PlanError("these quantities need each other: a, b")
    assert read_catalogue()["RL055"].template(error.problem, "zh").message.format(**error.arguments).endswith("a, b")
