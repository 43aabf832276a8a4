"""Insertion of sentences and examples into a feature file: at the end of their rule, other lines unchanged."""

from __future__ import annotations

import pytest

from rules.language.file_edits import (
    AddedDefinition,
    AddedExample,
    LineOrigin,
    example_titles,
    insert_additions,
    rule_titles,
)

TEXT = """# language: en
Feature: small

  Background:
    Given this scorecard
      | field | value |
    # of the gates

  Rule: Gates
    Background:
      Given these gates
        | id |

    Example: first
      Given x is 1

  Rule: Bare

    Scenario: second
      Given x is 2
# the end
"""
PATH = "card.en.feature"
SENTENCE = AddedDefinition("", "these bases", (("basis",), ("guide",)))
EXAMPLE = AddedExample("Gates", "third", ("x is 3", "y is 3"), "evaluated as of 2030-01-01", ("gate G1 is met",))


def test_titles_of_rules_and_examples_are_found() -> None:
    assert rule_titles(TEXT, PATH) == ["Gates", "Bare"]
    assert example_titles(TEXT, PATH) == {("Gates", "first"), ("Bare", "second")}


@pytest.mark.parametrize(
    ("addition", "after", "lines"),
    [
        (SENTENCE, "      | field | value |", ["    And these bases", "      | basis |", "      | guide |"]),
        (AddedDefinition("Gates", "these findings"), "        | id |", ["      And these findings"]),
        (AddedDefinition("Bare", "these gates"), "  Rule: Bare", ["    Background:", "      Given these gates"]),
        (AddedDefinition("New", "these gates"), "      Given x is 2",
         ["", "  Rule: New", "    Background:", "      Given these gates"]),
        (EXAMPLE, "      Given x is 1",
         ["", "    Scenario: third", "      Given x is 3", "      And y is 3", "      When evaluated as of 2030-01-01",
          "      Then gate G1 is met"]),
    ],
)  # fmt: skip
def test_an_addition_is_inserted_at_the_end_of_its_rule(
    addition: AddedDefinition | AddedExample, after: str, lines: list[str]
) -> None:
    text, came = insert_additions(TEXT, PATH, [addition])
    now = text.split("\n")
    at = TEXT.split("\n").index(after) + 1
    assert now[at : at + len(lines)] == lines
    assert now[:at] + now[at + len(lines) :] == TEXT.split("\n")
    assert len(came) == len(now)
    old = [one.line for one in came if one is not None and one.addition is None]
    assert old == list(range(len(TEXT.split("\n"))))


def test_several_additions_preserve_their_order_and_record_their_origin() -> None:
    first, second = AddedDefinition("New", "these gates", (("id",),)), AddedDefinition("New", "these findings")
    text, came = insert_additions(TEXT, PATH, [first, second, AddedExample("New", "t", (), "w", ("a", "b"))])
    lines = text.split("\n")
    at = lines.index("  Rule: New") + 2
    assert lines[at : at + 3] == ["      Given these gates", "        | id |", "      And these findings"]
    assert came[at : at + 3] == [LineOrigin(0, 0), LineOrigin(0, 1), LineOrigin(1, 0)]
    at = lines.index("    Scenario: t")
    assert lines[at + 1 : at + 4] == ["      When w", "      Then a", "      And b"]
    assert came[at : at + 4] == [LineOrigin(2, 0), LineOrigin(2, 1), LineOrigin(2, 2), LineOrigin(2, 3)]
    assert text.endswith("# the end\n")
