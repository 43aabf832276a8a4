"""Does the catalogue have words, in every language, for everything that the meaning-lint says?"""

from __future__ import annotations

import re

import pytest

from rules.contracts.messages import LANGUAGES
from rules.language.catalogue import catalogue
from rules.model.lint.every_check import lint
from tests.model import judged_card, lint_mistakes, staged_card

MISTAKES = {**lint_mistakes.MISTAKES, **staged_card.MISTAKES, **judged_card.MISTAKES}


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_issue_fills_its_message_and_hint(name: str, language: str) -> None:
    for issue in lint(MISTAKES[name][0]):
        template = catalogue()[issue.code].template(issue.arguments["problem"], language)
        for text in (template.message, template.hint):
            assert set(re.findall(r"\{(\w+)\}", text)) <= {*issue.arguments, *(["case"] if issue.case else [])}
