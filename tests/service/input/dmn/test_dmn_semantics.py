"""Random decision tables: the imported draft has the result of a plain interpretation of DMN, on both evaluators."""

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts import InputError
from tests.service.input.dmn.test_dmn_import import imported, table, wrong
from tests.support.tiers import tries

NUMBERS = (-1, 0, 1, 2, 3)
CELLS = ("-", *map(str, NUMBERS), "< 1", "<= 1", "> 1", ">= 1", "[0..2]", "(0..2)", "not(1)", "0, 2", "< 0, > 2")
ORDER = (2, -3, 0, 3, 1, -1, -2)
"""Output values of the policy PRIORITY, the highest priority first."""
POLICIES = ("UNIQUE", "ANY", "FIRST", "PRIORITY", "COLLECT SUM", "COLLECT MIN", "COLLECT MAX", "COLLECT COUNT")
OUTPUT = f"<output><outputValues><text>{', '.join(map(str, ORDER))}</text></outputValues>{{}}</output>"
DEFAULT = "<defaultOutputEntry><text>3</text></defaultOutputEntry>"
ROWS = st.lists(
    st.tuples(st.sampled_from(CELLS), st.sampled_from(CELLS), st.integers(-3, 3)), min_size=1, max_size=5
)  # fmt: skip


def matches(cell: str, value: int) -> bool:
    """Return whether a value satisfies a cell, by a plain reading of its text."""
    if cell == "-":
        return True
    if cell.startswith("not("):
        return not matches(cell[4:-1], value)
    if "," in cell:
        return any(matches(part.strip(), value) for part in cell.split(","))
    if ".." in cell:
        low, high = map(int, cell[1:-1].split(".."))
        inside = low < value < high
        return inside or (cell[0] == "[" and value == low) or (cell[-1] == "]" and value == high)
    for sign, holds in (("<=", value.__le__), (">=", value.__ge__), ("<", value.__lt__), (">", value.__gt__)):
        if cell.startswith(sign):
            return bool(holds(int(cell.removeprefix(sign))))
    return value == int(cell)


def result(
    rows: list[tuple[str, str, int]], policy: str, first: float, second: float, default: int | None = None
) -> Fraction | None:
    """Return the result of a table; None for null."""
    hits = [output for left, right, output in rows if _matches_half(left, first) and _matches_half(right, second)]
    if policy == "COLLECT COUNT":
        return Fraction(len(hits))
    if not hits:
        return None if default is None else Fraction(default)
    collected = {
        "PRIORITY": min(hits, key=ORDER.index),
        "COLLECT SUM": sum(hits),
        "COLLECT MIN": min(hits),
        "COLLECT MAX": max(hits),
    }
    return Fraction(collected.get(policy, hits[0]))


def clash(rows: list[tuple[str, str, int]], policy: str) -> bool:
    """Return whether two rules match the same input although the policy forbids it, also between whole numbers."""
    halves = [number / 2 for number in range(-4, 9)]
    for first in halves:
        for second in halves:
            hits = [row[2] for row in rows if _matches_half(row[0], first) and _matches_half(row[1], second)]
            if len(hits) > 1 and (policy == "UNIQUE" or len(set(hits)) > 1):
                return True
    return False


def _matches_half(cell: str, value: float) -> bool:
    doubled = "".join(str(int(part) * 2) if part.lstrip("-").isdigit() else part for part in _parts(cell))
    return matches(doubled, int(value * 2))


def _parts(cell: str) -> list[str]:
    parts, number = [], ""
    for position, character in enumerate(cell):
        is_sign = character == "-" and cell[position + 1 : position + 2].isdigit()
        if character.isdigit() or is_sign:
            number += character
            continue
        parts += [number] if number else []
        number = ""
        parts.append(character)
    return [*parts, number] if number else parts


@settings(max_examples=tries(200), deadline=None)
@given(
    ROWS,
    st.sampled_from(POLICIES),
    st.lists(st.tuples(*[st.sampled_from(NUMBERS)] * 2), min_size=1, max_size=6),
    st.booleans(),
)
def test_a_random_table_has_the_results_of_a_plain_interpretation(
    rows: list[tuple[str, str, int]], policy: str, inputs: list[tuple[int, int]], has_default: bool
) -> None:
    default = 3 if has_default and policy != "COLLECT COUNT" else None
    heading = OUTPUT.format("" if default is None else DEFAULT)
    text = table(
        "\n".join(f"{left} | {right} | {output}" for left, right, output in rows), policy, "First,Second", heading
    )
    if policy in ("UNIQUE", "ANY") and clash(rows, policy):
        with pytest.raises(InputError):
            imported(text)
        return
    if policy in ("COLLECT SUM", "COLLECT COUNT") and any(row[:2] == ("-", "-") for row in rows):
        with pytest.raises(InputError):
            imported(text)
        return
    found = imported(text)
    known = {fact.fact for fact in found.facts}
    examples = []
    for first, second in inputs:
        wanted = result(rows, policy, first, second, default)
        values = (("first", first), ("second", second))
        changes = [f"{name} is {value}" for name, value in values if name in known]
        expected = "the rules leave the quantity result undetermined" if wanted is None else (
            f"the quantity result is {wanted}"
        )  # fmt: skip
        examples.append(("; ".join(changes), expected))
    assert wrong(found, *examples) == []


@settings(max_examples=tries(60), deadline=None)
@given(ROWS, st.sampled_from(POLICIES), st.sampled_from(NUMBERS), st.booleans())
def test_a_missing_input_leads_to_no_result_that_one_of_its_values_contradicts(
    rows: list[tuple[str, str, int]], policy: str, value: int, is_first: bool
) -> None:
    text = table(
        "\n".join(f"{left} | {right} | {output}" for left, right, output in rows),
        policy,
        "First,Second",
        OUTPUT.format(""),
    )
    try:
        found = imported(text)
    except InputError:
        return
    known = {fact.fact for fact in found.facts}
    values = [number / 2 for number in range(-4, 9)]
    possible = {result(rows, policy, *((each, value) if is_first else (value, each))) for each in values}
    missing, given = ("first", "second") if is_first else ("second", "first")
    changes = [f"{missing} is missing"] * (missing in known) + [f"{given} is {value}"] * (given in known)
    if len(possible) > 1:
        claims = [("; ".join(changes), f"the quantity result is {each}") for each in possible if each is not None]
        assert len(wrong(found, *claims)) == len(claims)
