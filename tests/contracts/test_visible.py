"""Escaping for display: control and bidirectional characters, escapes within JSON, caret positions."""

import json

import pytest

from rules.contracts.diagnostics import Diagnostic, Location, Severity, escape_unprintable


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
