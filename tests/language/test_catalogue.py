"""Does every diagnostic have its words in every language, with the same blanks to fill in?"""

from __future__ import annotations

import re

import pytest

from rules.contracts.messages import LANGUAGES
from rules.language.catalogue import catalogue

BLANK = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("code", catalogue())
def test_every_variant_is_written_in_every_language(code: str) -> None:
    entry = catalogue()[code]
    assert set(entry.title) == set(LANGUAGES)
    assert entry.variants
    for name, templates in entry.variants.items():
        assert set(templates) == set(LANGUAGES), name
        blanks = [set(BLANK.findall(f"{one.message} {one.hint}")) for one in templates.values()]
        assert all(one.message for one in templates.values()), name
        assert all(one.hint for one in templates.values()), name
        assert blanks[0] - {"tables", "examples"} == blanks[1] - {"tables", "examples"}, name


@pytest.mark.parametrize("code", catalogue())
def test_every_diagnostic_is_explained(code: str) -> None:
    assert re.fullmatch(r"RL\d{3}", code)
    explanation = catalogue()[code].explanation
    assert explanation.endswith(".")
    assert len(explanation) > 60
