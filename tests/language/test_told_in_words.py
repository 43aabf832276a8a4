"""Lint messages: every placeholder filled in every language, with labels instead of ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.contracts.messages import LANGUAGES
from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import CatalogueEntry, read_catalogue
from rules.model.lint.every_check import lint
from tests.language.folders import CORPUS, read_folder
from tests.model import judged_card, lint_mistakes, staged_card


def only_message(case: str, *edits: tuple[str, str]) -> str:
    """Apply edits to a card of the error corpus and return its only diagnostic message."""
    ((path, text),) = read_folder(CORPUS / "bad" / case).items()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (diagnostic,) = compile_folder({path: text}).diagnostics
    return diagnostic.message


def test_a_case_without_a_row_is_reported_with_labels() -> None:
    message = only_message("RL044-uncovered", ("quantity levy,", "quantity the levy (levy),"))
    assert message == "No row states the value of 'the levy' for renewable share: 80 %."


def test_a_combination_without_a_row_is_reported_with_labels() -> None:
    columns = ("| fact   | type   | unit | one of ", "| fact   | label | type   | unit | one of ")
    share = ("| share  | number |", "| share  |       | number |")
    system = ("| system | choice |", "| system | management system | choice |")
    words = (
        "    And this reference case",
        "    And the choices of system\n      | value  | words   |\n      | absent | nothing |\n"
        "    And this reference case",
    )
    message = only_message("RL044-combination", columns, share, system, words)
    assert message == "'factor' has no row for management system: nothing."


def test_an_indicator_is_reported_with_its_label() -> None:
    ((path, text),) = read_folder(CORPUS / "bad" / "RL044-never").items()
    heading, *rows = [line for line in text.split("\n") if "| section | points | basis |" in line or "| I1 |" in line]
    message = only_message(
        "RL044-never",
        (heading, heading.replace("| id |", "| id | indicator |")),
        *((row, row.replace("| I1 |", "| I1 | Green power |")) for row in rows),
        *((row, row.replace("| I2 |", "| I2 | Other |")) for row in text.split("\n") if "| I2 |" in row),
    )
    assert "'Green power'" in message, path


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
