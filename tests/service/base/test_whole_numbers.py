"""Integers as callers write them: bounded, in ASCII digits, and read by one function only."""

from __future__ import annotations

import ast

import pytest

from service.base.whole_numbers import MOST_COUNT, parse_whole_number
from tests.support.running import ROOT

_DIGIT_CHECKS = {"isdecimal", "isdigit", "isnumeric"}
_PARSER = ROOT / "service" / "base" / "whole_numbers.py"


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("007", 7), (str(MOST_COUNT), MOST_COUNT), ("12", 12)])
def test_a_number_within_the_bounds_is_read(text: str, number: int) -> None:
    assert parse_whole_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1.0", "1e3", " 1", "²", "①", "١", "一", "0x1", str(MOST_COUNT + 1), "9" * 4_400]
)
def test_any_other_text_is_not_a_number(text: str) -> None:
    assert parse_whole_number(text) is None


def test_bounds_are_inclusive() -> None:
    assert [parse_whole_number(text, least=1, most=3) for text in "01234"] == [None, 1, 2, 3, None]


def test_no_other_function_checks_digits_and_converts_them() -> None:
    """`isdecimal()` and then `int()` fails for 4,400 digits, and `isdigit()` for a superscript two."""
    found = []
    for path in (ROOT / "service").rglob("*.py"):
        if path == _PARSER or not _DIGIT_CHECKS & set(path.read_text(encoding="utf-8").replace("(", ".").split(".")):
            continue
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                calls = [call.func for call in ast.walk(function) if isinstance(call, ast.Call)]
                checks = any(isinstance(call, ast.Attribute) and call.attr in _DIGIT_CHECKS for call in calls)
                if checks and any(isinstance(call, ast.Name) and call.id == "int" for call in calls):
                    found.append(f"{path.relative_to(ROOT)}:{function.lineno} {function.name}")
    assert found == []
