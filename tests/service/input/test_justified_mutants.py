"""Justified mutants of a card: reading of the file, and errors by location."""

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.input.justified_mutants import ARGUED, read_equivalent_mutants

SOUND = '[repeated]\nslips = ["ladder.rows[1] dropped"]\nen = "the row below says it too"\nzh = "下一行已含"\n'


def test_a_missing_file_justifies_no_mutants(tmp_path: Path) -> None:
    assert read_equivalent_mutants(tmp_path) == {}


def test_each_justified_mutant_has_a_reason_in_each_language(tmp_path: Path) -> None:
    (tmp_path / ARGUED).write_text(SOUND, encoding="utf-8")
    mutants = read_equivalent_mutants(tmp_path)
    assert mutants["ladder.rows[1] dropped"]["zh"] == "下一行已含"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (SOUND.replace("zh", "de"), "[repeated]"),
        (SOUND.replace('"下一行已含"', '" "'), "[repeated].zh"),
        (SOUND.replace('["ladder.rows[1] dropped"]', "[]"), "[repeated].slips"),
        ("repeated = 3\n", "[repeated]"),
        ("[repeated\n", ARGUED),
    ],
)
def test_errors_in_the_file_are_reported_by_location(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / ARGUED).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_equivalent_mutants(tmp_path)
    assert refused.value.violations[0].field.endswith(place)
