"""Diagnostics as printed: carets, sort order, duplicates, and escapes of control and bidirectional characters."""

import json

import pytest
from hypothesis import given, strategies as st
from wcwidth import wcswidth

from rules.contracts.diagnostics import Diagnostic, Location, Severity, escape_unprintable, sort_diagnostics


def diagnostic(line: str, column: int, *, hint: str = "", code: str = "RL001", message: str = "wrong") -> Diagnostic:
    return Diagnostic(Location("a.feature", 7, column), code, Severity.ERROR, message, hint, line)


def caret_column(rendered: str) -> tuple[int, int]:
    _, source, pointer = rendered.splitlines()
    return wcswidth(source.split("|", 1)[0] + "| "), wcswidth(pointer.split("^", maxsplit=1)[0])


def test_the_caret_is_below_a_chinese_character() -> None:
    line = "| 可再生能源占比 | 不低于 |"
    rendered = diagnostic(line, line.index("不低于") + 1, hint="高于").render()
    head, source, pointer = rendered.splitlines()
    assert head == "a.feature:7:13: RL001: wrong"
    assert source == "    7 | | 可再生能源占比 | 不低于 |"
    before = source[: source.index("不低于")]
    assert pointer == " " * 6 + "| " + " " * (wcswidth(before) - 8) + "^ 高于"
    assert wcswidth(pointer.split("^", maxsplit=1)[0]) == wcswidth(before) == 8 + 19


@given(st.text(st.sampled_from("ab 可，é①"), min_size=1, max_size=12), st.data())
def test_the_caret_is_in_the_screen_column_of_its_character(line: str, data: st.DataObject) -> None:
    line = f"|{line}|"
    column = data.draw(st.integers(1, len(line)))
    prefix, caret = caret_column(diagnostic(line, column).render())
    assert caret == prefix + wcswidth(line[: column - 1])


def test_a_tab_before_the_marked_character_is_repeated_before_the_caret() -> None:
    _, source, pointer = diagnostic("\t可\tx", 4).render().splitlines()
    assert source.split("| ", 1)[1].startswith("\t可\t")
    assert pointer.split("| ", 1)[1] == "\t  \t^"


def test_without_a_line_only_the_hint_follows() -> None:
    assert diagnostic("", 3).render() == "a.feature:7:3: RL001: wrong"
    assert diagnostic("", 3, hint="write x").render() == "a.feature:7:3: RL001: wrong\n        write x"


def test_diagnostics_are_sorted_by_location_without_duplicates() -> None:
    late, early = diagnostic("x", 9), diagnostic("x", 2, code="RL009")
    other = diagnostic("x", 2, code="RL002")
    assert sort_diagnostics([late, early, other, late, early]) == (other, early, late)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 中文 é\tand\nlines\r\nof two kinds", "plain 中文 é\tand\nlines\r\nof two kinds"),
        ("bell\a", "bell\\u0007"),
        ("\x1b[2J\x9b2J\x7f", "\\u001b[2J\\u009b2J\\u007f"),
        ("over\rwritten", "over\\u000dwritten"),
        ("turned \u202e and \u2066", "turned \\u202e and \\u2066"),
        ("half \udcff", "half \\udcff"),
    ],
)
def test_an_active_character_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert escape_unprintable(text) == shown
    assert escape_unprintable(shown) == shown


def test_inside_json_the_escape_means_the_same() -> None:
    text = "\x7f\x9b\u202e"
    assert json.loads(escape_unprintable(json.dumps(text, ensure_ascii=False))) == text


def test_the_caret_is_below_the_displayed_character() -> None:
    diagnostic = Diagnostic(Location("a", 1, 3), "RL001", Severity.ERROR, "wrong", "mend it", source_line="\x1b\x1bX")
    shown, mark = diagnostic.render().splitlines()[1:]
    assert "\x1b" not in shown
    assert shown.index("X") == mark.index("^")
