"""Diagnostic catalogue: titles and messages in every language, with the same placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.contracts.messages import LANGUAGES
from rules.language.diagnostic_collector import CatalogueEntry, read_catalogue

BLANK = re.compile(r"\{(\w+)\}")
OWN = {"tables", "examples"}
"""Blanks that one language may have for itself."""


def mistakes(entry: CatalogueEntry) -> Iterator[str]:
    if not entry.explanation:
        yield "is not explained"
    if set(entry.title) != set(LANGUAGES):
        yield f"has titles in {sorted(entry.title)}"
    if not entry.variants:
        yield "has no variant"
    for name, templates in entry.variants.items():
        if set(templates) != set(LANGUAGES):
            yield f"{name} is written in {sorted(templates)}"
        if not all(one.message and one.hint for one in templates.values()):
            yield f"{name} has no message or no hint"
        blanks = [set(BLANK.findall(f"{one.message} {one.hint}")) - OWN for one in templates.values()]
        if any(one != blanks[0] for one in blanks):
            yield f"{name} has other blanks in another language: {blanks}"


def test_every_diagnostic_has_a_message_in_every_language() -> None:
    assert read_catalogue()
    violations = [f"{code} {mistake}" for code, entry in read_catalogue().items() for mistake in mistakes(entry)]
    assert not violations, "\n".join(violations)
