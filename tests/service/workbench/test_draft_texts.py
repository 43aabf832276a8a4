"""Feature files on pages: merging, renumbering, corrections, language pairs and folding."""

from __future__ import annotations

from hypothesis import given, strategies as st

from service.workbench.draft_texts import (
    Replacement,
    changed_lines,
    corrected,
    diff_lines,
    differences,
    merged,
    read_problem,
    renumbered,
    shown_lines,
    side_by_side,
)
from tests.support.work import calls_made

LINES = st.lists(st.sampled_from(["a", "b", "c", "| 80 |", ""]), min_size=1, max_size=12)


@given(LINES, LINES, LINES)
def test_a_merged_text_contains_every_changed_line_of_both_texts(
    base: list[str], theirs: list[str], mine: list[str]
) -> None:
    texts = ["\n".join([*lines, "end", ""]) for lines in (base, theirs, mine)]
    together = merged(*texts)
    assert merged(texts[0], texts[1], texts[0]) == texts[1]
    assert merged(texts[0], texts[0], texts[2]) == texts[2]
    if together is not None:
        for text in texts[1:]:
            new = {line.text for line in differences(texts[0], text) if line.kind == "is"}
            assert new <= set(together.split("\n"))


@given(LINES, LINES)
def test_changed_words_are_marked_and_no_word_is_omitted(before: list[str], after: list[str]) -> None:
    for line in differences("\n".join(before), "\n".join(after)):
        assert not line.pieces or "".join(text for text, _ in line.pieces) == line.text
    unified = "--- a\n+++ a\n@@ -1 +1 @@\n-| 50 | 80 |\n+| 50 | 85 |"
    (_, was, now) = diff_lines(unified)
    assert [text for text, changed in (*was.pieces, *now.pieces) if changed] == ["80", "85"]


def test_changes_are_merged_only_where_they_do_not_overlap() -> None:
    base = "one\ntwo\nthree\nfour\nfive\n"
    assert merged(base, "ONE\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nFIVE\n") == (
        "ONE\ntwo\nthree\nfour\nFIVE\n"
    )
    assert merged(base, "one\nTWO\nthree\nfour\nfive\n", "one\ntwo!\nthree\nfour\nfive\n") is None
    same = "one\nTWO\nthree\nfour\nfive\n"
    assert merged(base, same, same) == same


def test_the_next_version_names_the_previous_version() -> None:
    card = "      | id       | x     |\n      | version  | 1.0.0 |\n      | title    | X     |\n"
    (english,) = renumbered({"card.en.feature": card}, "1.0.0", "1.1.0").values()
    assert english.split("\n")[1:3] == ["      | version  | 1.1.0 |", "      | supersedes  | 1.0.0 |"]
    chinese = "      | 版本     | 2.0.0 |\n      | 替代     | 1.0.0 |\n"
    (again,) = renumbered({"card.zh.feature": chinese}, "2.0.0", "2.1.0").values()
    assert again == "      | 版本     | 2.1.0 |\n      | 替代     | 2.0.0 |\n"
    other = {"a.en.feature": "| version | 9.0.0 |\n"}
    assert renumbered(other, "2.0.0", "2.1.0") == other


def test_words_of_a_line_are_replaced_and_table_cells_retain_their_width() -> None:
    then = "      Then indicator C1 scores 4"
    assert corrected(then, [Replacement(32, "4", "0")]) == "      Then indicator C1 scores 0"
    row = "        | 80000 | 为 80 %  | no |"
    assert corrected(row, [Replacement(21, "80", "100")]) == "        | 80000 | 为 100 % | no |"
    assert corrected(row, [Replacement(21, "80", "5")]) == "        | 80000 | 为 5 %   | no |"
    assert corrected(row, [Replacement(21, "80", "12345")]) == "        | 80000 | 为 12345 % | no |"
    both = [Replacement(11, "80000", "7"), Replacement(29, "no", "yes")]
    assert corrected(row, both) == "        | 7     | 为 80 %  | yes |"


def test_an_outdated_or_row_breaking_correction_is_not_applied() -> None:
    row = "        | 80000 | 4      |"
    assert corrected(row, [Replacement(11, "4", "0")]) is None
    assert corrected(row, [Replacement(19, "4", "a | b")]) is None
    assert corrected(row, []) is None


def test_problems_are_read_with_their_location_or_as_plain_text() -> None:
    problem = read_problem("card.en.feature:12:3: RL010: no such fact; see a: b")
    assert (problem.path, problem.line, problem.column, problem.code) == ("card.en.feature", 12, 3, "RL010")
    assert problem.text == "no such fact; see a: b"
    assert read_problem("The number is taken").path == ""


@given(LINES, LINES)
def test_every_line_is_shown_or_counted_as_folded(before: list[str], after: list[str]) -> None:
    text = "\n".join(after) + "\n"
    changed = changed_lines("\n".join(before) + "\n", text)
    shown = shown_lines(text, changed, [])
    assert {line.number for line in shown if line.is_changed} == changed
    if shown:
        assert sum(line.folded or 1 for line in shown) == len(after)


def test_many_lines_stay_bounded() -> None:
    text = "x\n" * 5_000
    assert len(shown_lines(text, range(1, 5_001), [])) < 500


def test_side_by_side_texts_mark_missing_and_untranslated_parts() -> None:
    english = "Feature: A\n  Given a fact\n    | a |\n    | b |\n  When it is asked\n  Then yes\n"
    chinese = "功能: 甲\n  假如 事实\n    | 甲 |\n  当 it is asked\n"
    pairs = side_by_side(english, chinese, "zh")
    assert [pair.state for pair in pairs] == ["same", "rows", "same", "missing"]
    assert side_by_side("功能: 甲\n  那么 是\n", "Feature: A\n  Then yes\n", "en")[1].state == "same"
    assert side_by_side("Feature: A\n", "Feature: A\n", "zh")[0].state == "untranslated"


def test_texts_of_like_lines_are_compared_at_once() -> None:
    before = "".join(f"{number % 150}\n" for number in range(16_000))
    after = "".join(f"{number * 7 % 150}\n" for number in range(16_000))
    assert len(changed_lines(before, after)) > 15_000
    assert calls_made(lambda: differences(before, after)) < 20 * 16_000
