"""Corrections of examples: replaced values in cells and sentences, and unchanged wording."""

from __future__ import annotations

from datetime import date

import pytest

from rules.language.canonical import starter_file
from rules.language.compiler import compile_folder
from rules.language.render import Renderer
from rules.model.lookups import TableSource
from rules.rehearsal.corrected_expectations import corrections, reworded
from rules.rehearsal.example_runner import run_example
from rules.rehearsal.publication_check import Rehearsal, check_folder
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.draft_folder import read_sources

DAY = date(2027, 3, 1)
WORDS = {
    "en": {"title": "Office", "instrument": "Guide 1", "clause": "4.2", "certainty": "confirmed"},
    "zh": {"title": "绿办", "instrument": "Guide 1", "clause": "4.2", "certainty": "已核实"},
}
CELLS = {
    "en": (
        ("Then indicator I1 scores <points>", "Then indicator Renewable electricity <points>"),
        ("| 30    | 40     |", "| 30    | scores 40     |"),
        ("| 29.99 | 0      |", "| 29.99 | scores 0      |"),
        ("| 79.99 | 40     |", "| 79.99 | scores 40     |"),
        ("| 80    | 70     |", "| 80    | scores 70     |"),
        ("| 30       | 80    | 40     |", "| 30       | 80    | 45     |"),
        ("Then gate G1 is met", "Then gate Few fines is not met"),
    ),
    "zh": (
        ("那么 指标 I1 得 <得分> 分", "那么 指标 可再生电力 <得分>"),
        ("| 30    | 40   |", "| 30    | 得 40 分   |"),
        ("| 29.99 | 0    |", "| 29.99 | 得 0 分    |"),
        ("| 79.99 | 40   |", "| 79.99 | 得 40 分   |"),
        ("| 80    | 70   |", "| 80    | 得 70 分   |"),
        ("| 30     | 80   | 40   |", "| 30     | 80   | 45   |"),
        ("那么 门槛 G1 满足", "那么 门槛 处罚不多 不满足"),
    ),
}
CORRECTED = {
    "en": ["| 30    | scores 45     |", "| 79.99 | scores 45     |", "Then gate Few fines is met"],
    "zh": ["| 30    | 得 45 分   |", "| 79.99 | 得 45 分   |", "那么 门槛 处罚不多 满足"],
}


def changed(language: str) -> str:
    """The starter file with another number of points, cells that hold more than a value, and own wording."""
    (text,) = starter_file("green-office", DAY, language, WORDS[language]).values()
    for old, new in CELLS[language]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def corrected(files: dict[str, str], language: str) -> list[str]:
    """The lines of the only file after all corrections."""
    (path,) = files
    return all_corrected(files, language)[path].split("\n")


def all_corrected(files: dict[str, str], *languages: str, tables: TableSource | None = None) -> dict[str, str]:
    """The files after all corrections."""
    compilation = compile_folder(files, tables=tables)
    assert compilation.scorecard is not None, compilation.diagnostics
    engine = Rehearsal(files, compilation, compilation.scorecard, tables).engine()
    assert engine is not None
    by_path = {path: text.split("\n") for path, text in files.items()}
    renderers = {language: Renderer(compilation.scorecard, language) for language in languages}
    for example in compilation.examples:
        lines, words = by_path[example.location.path], renderers[example.language]
        actual = {failure.sentence: failure.actual for failure in run_example(engine, example).failures}
        for placed in example.expectations:
            found = corrections(example, placed, actual.get(placed.sentence, ""), words)
            for each in sorted(found, key=lambda each: each.location, reverse=True):
                line, start = lines[each.location.line - 1], each.location.column - 1
                assert line[start:].startswith(each.was)
                lines[each.location.line - 1] = line[:start] + each.now + line[start + len(each.was) :]
    engine.close()
    return {path: "\n".join(lines) for path, lines in by_path.items()}


@pytest.mark.parametrize("language", CELLS)
def test_cells_and_sentences_are_corrected_in_the_wording_of_their_author(language: str) -> None:
    path = f"card.{language}.feature"
    before = changed(language)
    assert check_folder({path: before}).failed == 3
    after = corrected({path: before}, language)
    new = [line.strip() for old, line in zip(before.split("\n"), after, strict=True) if old != line]
    assert sorted(new) == sorted(CORRECTED[language])
    assert check_folder({path: "\n".join(after)}).failed == 0


@pytest.mark.full
def test_examples_are_corrected_in_both_languages_after_a_threshold_change() -> None:
    files = read_sources(CHECKOUT / "features" / "renewable-quota")
    for path in ("rules.en.feature", "rules.zh.feature"):
        assert files[path].count("        | 80 %  ") == 1
        files[path] = files[path].replace("        | 80 %  ", "        | 85 %  ")
    tables = TableStore(CHECKOUT / "scorecards" / FOLDER)
    assert check_folder(files, tables=tables).failed == 6
    after = all_corrected(files, "en", "zh", tables=tables)
    assert after["rules.zh.feature"].count("| 为 85 % ") == 2
    assert check_folder(after, tables=tables).failed == 0


@pytest.mark.parametrize(
    ("sentence", "canonical", "actual", "expected"),
    [
        ("量 适用比例 为 80 %", "量 适用比例 为 80 %", "量 适用比例 为 85 %", "量 适用比例 为 85 %"),
        ("量 share 为 80.0 %", "量 适用比例 为 80 %", "量 适用比例 为 85 %", "量 share 为 85 %"),
        ("量 share 由规则待定", "量 适用比例 由规则待定", "量 适用比例 为 34.2 %", "量 share 为 34.2 %"),
        (
            "the quantity share is 1,000 t",
            "the quantity recycled share is 1000 t",
            "the quantity recycled share is 900 t",
            "the quantity share is 900 t",
        ),
        ("gate Few is met", "gate G1 is met", "gate G1 is not met", "gate Few is not met"),
        ("the grade is A", "the grade is good", "the grade is fair", "the grade is fair"),
        ("不开具 W7", "不开具 W7", "开具观察项 W7", "开具观察项 W7"),
    ],
)
def test_only_the_differing_part_of_a_sentence_is_replaced(
    sentence: str, canonical: str, actual: str, expected: str
) -> None:
    for edit in sorted(reworded(sentence, canonical, actual), key=lambda each: each.start, reverse=True):
        sentence = sentence[: edit.start] + edit.now + sentence[edit.end :]
    assert sentence == expected


def test_text_shared_with_other_rows_or_steps_is_not_corrected() -> None:
    path, before = "card.en.feature", changed("en")
    shared = before
    for points in ("0      |", "40     |", "70     |"):
        shared = shared.replace(f"scores {points}", f"{points}")
    rows = shared.replace("Then indicator Renewable electricity <points>", "Then indicator I1 scores 41")
    rows = rows.replace("| share | points |", "| share | used |").replace("bands begin", "<used> bands begin")
    lines = corrected({path: rows}, "en")
    assert [line for line in lines if "scores 41" in line]
    twice = shared.replace(
        "Then indicator Renewable electricity <points>",
        "Then indicator I1 scores <points>\n      And indicator Renewable electricity scores <points>",
    )
    assert corrected({path: twice}, "en").count("        | 30    | 40     |") == 1


def test_an_open_result_is_written_and_a_result_without_a_sentence_is_not() -> None:
    path, step = "card.en.feature", "Given share of renewable electricity is"
    missing = (
        changed("en").replace(f"{step} <share> %", f"{step} missing").replace("bands begin", "<share> bands begin")
    )
    after = corrected({path: missing}, "en")
    assert sum("| scores between 0 and 70 " in line for line in after) == 4
    assert check_folder({path: "\n".join(after)}).failed == 0
    compilation = compile_folder({path: missing})
    assert compilation.scorecard is not None
    example, words = compilation.examples[0], Renderer(compilation.scorecard, "en")
    for actual in ("undetermined", "", "-∞ … 5", "gate G1 is met; gate G1 is not met"):
        assert corrections(example, example.expectations[0], actual, words) == (), actual
