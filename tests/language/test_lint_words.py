"""Lint messages in the catalogue: every placeholder filled by its issue, in every language."""

from __future__ import annotations

import re

from rules.contracts.messages import LANGUAGES
from rules.language.diagnostic_collector import read_catalogue
from rules.model.lint.every_check import lint
from tests.model import judged_card, lint_mistakes, staged_card

MISTAKES = {**lint_mistakes.MISTAKES, **staged_card.MISTAKES, **judged_card.MISTAKES}


def test_every_issue_fills_all_placeholders_of_its_message_and_hint() -> None:
    wrong = set()
    for issue in (issue for card, *_ in MISTAKES.values() for issue in lint(card)):
        filled = {*issue.arguments, *(["case"] if issue.case else [])}
        for language in LANGUAGES:
            template = read_catalogue()[issue.code].template(issue.arguments["problem"], language)
            if unfilled := set(re.findall(r"\{(\w+)\}", template.message + template.hint)) - filled:
                wrong.add(f"{issue.code}.{issue.arguments['problem']} in {language}: {sorted(unfilled)}")
    assert not wrong, "\n".join(sorted(wrong))
