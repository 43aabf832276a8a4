"""Placeholders of drafts: refused words, their columns, and texts without a placeholder."""

from __future__ import annotations

import pytest

from rules.contracts.errors import RuleSourceError
from rules.language.placeholders import find_placeholder
from rules.rehearsal.publication import publish
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder


@pytest.mark.parametrize(
    ("line", "found", "column"),
    [
        ("      | title | TBD |", "TBD", 17),
        ("  # TODO: which edition?", "TODO", 5),
        ("To be completed by a person: why it changes, and for whom.", "To be completed", 1),
        ("| title | to be completed |", "to be completed", 11),
        ("| note | Lorem ipsum dolor |", "Lorem ipsum", 10),
        ("| note | ??? |", "???", 10),
        ("      | 名称 | 待补充 |", "待补充", 14),
        ("- **须由人补充：** 修改的缘由", "须由人补充", 5),
        ("| 说明 | 在此填写 |", "在此填写", 8),
        ("Notice 7\nto be completed", "to be completed", 10),
    ],
)
def test_a_placeholder_is_found_with_its_column(line: str, found: str, column: int) -> None:
    placeholder = find_placeholder(line)
    assert placeholder is not None
    assert (placeholder.text, placeholder.column) == (found, column)


@pytest.mark.parametrize(
    "line",
    [
        "| works to be completed before 2030 | yes |",
        "| data in the passport that is not to be filled | none |",
        "| standard | TBC-1 and EN-TBD2 |",
        "      Then indicator I1 scores <points>",
        "| 待定, 因为 报道未列明该电源 | 其他 |",
        "| is | ? |",
    ],
)
def test_texts_of_rules_are_no_placeholders(line: str) -> None:
    assert find_placeholder(line) is None


def test_a_placeholder_in_any_file_blocks_publication() -> None:
    good = read_folder(CORPUS / "good" / "RL140")
    for path, text in good.items():
        files = {**good, path: f"{text}# FIXME: the other clause\n"}
        assert [found.code for found in check_folder(files).diagnostics] == ["RL140"]
        with pytest.raises(RuleSourceError) as refused:
            publish(files, ())
        ((found,),) = [refused.value.diagnostics]
        assert (found.code, found.location.path, found.location.line) == ("RL140", path, text.count("\n") + 1)
    assert publish(good, ()).report.diagnostics == ()


def test_a_check_of_one_language_ignores_files_of_the_other() -> None:
    files = read_folder(CORPUS / "bad" / "RL140")
    assert len(check_folder(files).diagnostics) == 2
    assert len(check_folder(files, languages=frozenset({"zh"})).diagnostics) == 1
