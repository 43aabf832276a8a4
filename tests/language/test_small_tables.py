"""Small tables: round trip of random tables through compiler, export and published form."""

from __future__ import annotations

from random import Random

import pytest

from rules.language.compiler import compile_folder
from rules.language.export import export_folder
from rules.model.digest import rule_digest
from rules.model.published_version import published_bytes, read_published
from rules.model.scorecard import FormulaQuantity, Scorecard
from tests.language.folders import CORPUS, read_folder
from tests.support.guide import CARDS, card
from tests.support.tiers import tries

SEEDS = range(tries(30))
FACTS = """    And these facts
      | fact  | label      | type            | one of | at least |
      | made  | made on    | date            |        |          |
      | year  | sales year | period          |        |          |
      | kind  |            | choice          | a, b   |          |
      | size  |            | number          |        | 0        |
      | place |            | text            |        |          |
      | lots  |            | list of lot     |        |          |
    And each lot has
      | field | type   | one of |
      | name  | text   |        |
      | day   | date   |        |
      | sort  | choice | x, y   |
      | part  | number |        |
    And no two lots share a name
    And this reference case
"""
CASE = """      | made on    | 2026-03-01               |
      | sales year | 2026-01-01 to 2026-12-31 |
      | kind       | a                        |
      | size       | 3                        |
      | place      | Rome                     |
      | lots       | none                     |
"""


def table(pick: Random, name: str) -> str:
    """Write one small random table; its rows cover every case exactly once."""
    form = pick.choice(["dated", "keyed", "line"])
    each = pick.random() < 0.4
    sentence = f"{'for each lot ' if each else ''}the quantity {name}{pick.choice(['', ', in %'])}"
    bases = pick.random() < 0.5
    if form == "dated":
        key = "day" if each else pick.choice(
            ["made on", "the as-of date", "the start of sales year", "the end of sales year", "every day of sales year"]
        )  # fmt: skip
        sentence += f", in force on {key}"
        days = sorted(pick.sample(range(2026, 2040), pick.randint(1, 4)))
        heading, rows = ["from"], [["earlier"], *([f"{year}-01-01"] for year in days)]
    elif form == "line":
        sentence += f", interpolated by {'part' if each else 'size'}"
        corners = sorted(pick.sample(range(1, 90), pick.randint(2, 4)))
        heading, rows = ["part" if each else "size"], [["lower"], *([str(at)] for at in corners), ["higher"]]
    else:
        keys = {"day": _days, "sort": _sorts, "part": _numbers} if each else {
            "made on": _days, "kind": _kinds, "size": _numbers, "place": _places, "the end of sales year": _days,
            "the as-of date": _days,
        }  # fmt: skip
        heading = pick.sample(list(keys), pick.randint(1, 2))
        sentence += f", by {', '.join(heading)}"
        rows = [[]]
        for key in heading:
            rows = [[*row, cell] for row in rows for cell in keys[key](pick)]
        if pick.random() < 0.3 and len(rows) > 1:
            rows[-1] = ["otherwise"] * len(heading)
    cells = [[*row, pick.choice(["0", "1.5", "1/3", "-4", "undetermined"])] for row in rows]
    lines = [[*heading, "is"], *cells]
    if bases:
        sentence += ", on basis guide"
    else:
        lines = [[*row, "basis" if place == 0 else "guide"] for place, row in enumerate(lines)]
    return "\n".join([f"      And {sentence}", *(f"        | {' | '.join(row)} |" for row in lines)]) + "\n"


def _days(pick: Random) -> list[str]:
    year = pick.randint(2025, 2030)
    middle = f"from {year}-01-01; before {year + 2}-01-01"
    return pick.choice([["any"], [f"before {year}-01-01", middle, f"from {year + 2}-01-01"]])


def _numbers(pick: Random) -> list[str]:
    at = pick.randint(1, 50)
    return pick.choice(
        [
            ["any"],
            [f"less than {at}", f"at least {at}"],
            [f"less than {at}", f"between {at} and {at + 5}", f"more than {at + 5}"],
        ]
    )


def _kinds(pick: Random) -> list[str]:
    return pick.choice([["any"], ["a", "b"], ["one of a, b"], ["a", "not a"]])


def _sorts(pick: Random) -> list[str]:
    return pick.choice([["any"], ["x", "y"], ["not y", "y"]])


def _places(pick: Random) -> list[str]:
    return pick.choice([["any"], ["Rome", "not Rome"], ["one of Rome, Bern", "none of Rome, Bern"]])


def compiled(files: dict[str, str]) -> Scorecard:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None, "\n".join(one.render() for one in compilation.diagnostics)
    return compilation.scorecard


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_table_survives_the_round_trip_in_both_languages(seed: int) -> None:
    pick = Random(seed)
    text = read_folder(CORPUS / "good" / "RL070")["card.en.feature"]
    text = text.replace("    And this reference case\n", FACTS, 1)
    text = text.replace("      | share | 80 %  |\n", f"      | share | 80 %  |\n{CASE}", 1)
    place = text.index("    Background:\n", text.index("  Rule:"))
    first, rest = text[:place], text[place:].replace("      Given ", "      And ", 1)
    tables = "".join(table(pick, f"q{number}") for number in range(3)).replace("      And ", "      Given ", 1)
    files = {"card.en.feature": first + rest.replace("    Background:\n", f"    Background:\n{tables}", 1)}
    scorecard = compiled(files)
    assert all(isinstance(one, FormulaQuantity) or one.kind == "lookup" for one in scorecard.quantities)
    written = export_folder(scorecard, files, "en")
    assert compiled(written) == scorecard
    assert export_folder(scorecard, written, "en") == written
    assert rule_digest(compiled(export_folder(scorecard, files, "zh"))) == rule_digest(scorecard)


@pytest.mark.parametrize("folder", CARDS)
def test_only_small_tables_are_marked_as_tabled_in_the_published_form(folder: str) -> None:
    scorecard = compiled(card(folder))
    written = published_bytes(scorecard, card(folder))
    marked = {one.id for one in scorecard.quantities if isinstance(one, FormulaQuantity) and one.tabled is not None}
    assert (b'"tabled"' in written) is bool(marked)
    assert read_published(written, "2026-01-02T00:00:00Z").scorecard == scorecard
