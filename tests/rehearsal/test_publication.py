"""Publication: all checks passed, and the same bytes wherever and however often it is made."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from rules.contracts.diagnostics import Diagnostic
from rules.contracts.errors import RuleSourceError
from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion, read_published
from rules.rehearsal.publication import Publication, publish
from rules.rehearsal.publication_check import check_folder
from tests.language.folders import CORPUS, read_folder
from tests.rehearsal.desk import changed, small_desk

NOW = "2026-01-01T00:00:00Z"


def edition(
    version: str = "1.0.0", first: str = "2026-01-01", last: str | None = None, supersedes: str | None = None
) -> dict[str, str]:
    """Return the small draft with another version number, period of validity or predecessor."""
    words = {
        "en": ("version", "effective from", "effective until", "supersedes"),
        "zh": ("版本", "生效日期", "失效日期", "替代"),
    }
    files = small_desk()
    for language, (number, start, end, predecessor) in words.items():
        path = f"card.{language}.feature"
        lines = []
        for line in files[path].split("\n"):
            cells = [cell.strip() for cell in line.split("|")]
            name = cells[1] if len(cells) == 4 else ""
            if name == number:
                lines.append(f"      | {number} | {version} |")
                lines += [f"      | {predecessor} | {supersedes} |"] if supersedes else []
            elif name == start:
                lines.append(f"      | {start} | {first} |")
                lines += [f"      | {end} | {last} |"] if last else []
            else:
                lines.append(line)
        files[path] = "\n".join(lines)
    return files


def published(files: Mapping[str, str], *others: PublishedVersion) -> PublishedVersion:
    return read_published(publish(files, others).content, NOW)


def refused(files: Mapping[str, str], *others: PublishedVersion) -> tuple[Diagnostic, ...]:
    with pytest.raises(RuleSourceError) as error:
        publish(files, others)
    return error.value.diagnostics


def accepted(files: Mapping[str, str], *others: PublishedVersion) -> None:
    assert publish(files, others).scorecard == compile_folder(files).scorecard


def test_a_valid_draft_is_published_with_its_sources() -> None:
    files = small_desk()
    publication = publish(files, ())
    assert isinstance(publication, Publication)
    assert publication.scorecard == compile_folder(files).scorecard
    read = read_published(publication.content, NOW)
    assert (read.scorecard, read.sources) == (publication.scorecard, files)
    assert read.rule_digest == publication.report.rule_digest


def test_published_sources_compile_to_the_same_publication() -> None:
    content = publish(small_desk(), ()).content
    assert publish(read_published(content, NOW).sources, ()).content == content


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_files_changes_no_byte(seed: int) -> None:
    files = list(read_folder(CORPUS / "good" / "RL052").items())
    random.Random(seed).shuffle(files)
    assert publish(dict(files), ()).content == publish(small_desk(), ()).content


@pytest.mark.parametrize(
    ("case", "codes"), [("RL070", {"RL070", "RL072"}), ("RL011", {"RL011"}), ("RL055", {"RL055"}), ("RL072", {"RL072"})]
)
def test_an_error_is_refused(case: str, codes: set[str]) -> None:
    diagnostics = refused(read_folder(CORPUS / "bad" / case))
    assert {diagnostic.code for diagnostic in diagnostics} & codes
    assert {str(diagnostic.severity) for diagnostic in diagnostics} == {"error"}


@pytest.mark.parametrize("case", ["RL052", "RL054"])
def test_a_warning_of_the_check_is_refused_as_an_error(case: str) -> None:
    diagnostics = refused(read_folder(CORPUS / "bad" / case))
    assert [(diagnostic.code, str(diagnostic.severity)) for diagnostic in diagnostics] == [(case, "error")] * 2


def test_a_version_published_again_must_be_identical() -> None:
    there = published(edition())
    assert publish(edition(), (there,)).content == publish(edition(), ()).content
    other_words = changed(edition(), "card.en.feature", "Small card", "Little card")
    diagnostics = refused(other_words, there)
    assert [(item.code, item.location.path, item.location.line) for item in diagnostics] == [
        ("RL061", "card.en.feature", 8),
        ("RL061", "card.zh.feature", 8),
    ]
    assert diagnostics[0].source_line[diagnostics[0].location.column - 1 :].startswith("1.0.0")


def test_a_version_may_be_reworded_if_its_content_is_unchanged() -> None:
    there = published(edition())
    turned = changed(edition(), "card.en.feature", "Scenario: half is enough", "Scenario: one half is enough")
    again = publish(turned, (there,))
    assert (again.content, again.sources) == (publish(edition(), ()).content, there.sources)


def test_an_overlapping_version_must_name_its_predecessor() -> None:
    there = published(edition())
    diagnostics = refused(edition("1.1.0", "2027-01-01"), there)
    assert [item.code for item in diagnostics] == ["RL060", "RL060"]
    assert "The effective dates overlap version 1.0.0 (2026-01-01 to …)." in diagnostics[0].message
    assert diagnostics[0].hint == "Change the effective dates, or write 1.0.0 under 'supersedes'."
    assert diagnostics[1].hint == "更改生效日期，或在“替代”写 1.0.0。"
    accepted(edition("1.1.0", "2027-01-01", supersedes="1.0.0"), there)


def test_effects_that_only_touch_do_not_overlap() -> None:
    there = published(edition(last="2026-12-31"))
    accepted(edition("2.0.0", "2027-01-01"), there)
    assert [item.code for item in refused(edition("2.0.0", "2026-12-31"), there)] == ["RL060"] * 2
    later = published(edition("2.0.0", "2027-01-01"))
    accepted(edition(last="2026-12-31"), later)
    assert refused(edition(last="2027-01-01"), later)


def test_a_second_correction_supersedes_only_the_previous_correction() -> None:
    first = published(edition())
    second = published(edition("1.0.1", supersedes="1.0.0"), first)
    accepted(edition("1.0.2", supersedes="1.0.1"), first, second)
    diagnostics = refused(edition("1.0.2", supersedes="1.0.0"), first, second)
    assert {item.message for item in diagnostics if item.location.path == "card.en.feature"} == {
        "The effective dates overlap version 1.0.1 (2026-01-01 to …)."
    }


def test_a_superseded_version_must_be_published() -> None:
    nowhere = refused(edition("2.0.1", supersedes="2.0.0"))
    assert [(found.code, found.location.path) for found in nowhere] == [
        ("RL125", "card.en.feature"),
        ("RL125", "card.zh.feature"),
    ]
    assert nowhere[0].source_line[nowhere[0].location.column - 1 :].startswith("2.0.0")
    there = published(edition())
    elsewhere = [found.message for found in refused(edition("2.0.0", supersedes="0.9.0"), there)]
    assert (
        "Version 0.9.0 under 'supersedes' is not published in this folder; the published versions are 1.0.0."
        in elsewhere
    )
    assert "RL125" in {found.code for found in refused(edition("2.0.0", supersedes="2.0.0"), there)}
    again = published(edition("1.0.1", supersedes="1.0.0"), there)
    accepted(edition("1.0.1", supersedes="1.0.0"), there, again)


def test_every_day_must_have_exactly_one_version() -> None:
    """A version that is superseded later on only still governs before."""
    first = published(edition(first="2026-01-01"))
    second = published(edition("1.1.0", "2027-01-01", supersedes="1.0.0"), first)
    diagnostics = refused(edition("1.2.0", "2026-06-01", supersedes="1.1.0"), first, second)
    assert "version 1.0.0" in diagnostics[0].message


@pytest.mark.parametrize(
    ("first", "words", "least"),
    [
        ("2026-01-01", ("Small card", "Little card"), "1.0.1"),
        ("2026-02-01", ("Small card", "Little card"), "1.1.0"),
        ("2026-01-01", ("| 100 ", "| 99 "), "2.0.0"),
    ],
)
@pytest.mark.parametrize("number", ["1.0.1", "1.1.0", "2.0.0"])
def test_the_version_number_must_be_at_least_the_required_step(
    first: str, words: tuple[str, str], least: str, number: str
) -> None:
    there = published(edition())
    files = {path: text.replace(*words) for path, text in edition(number, first, supersedes="1.0.0").items()}
    if number >= least:
        accepted(files, there)
        return
    diagnostics = refused(files, there)
    assert [one.code for one in diagnostics] == ["RL062", "RL062"]
    assert f"Version {number} follows 1.0.0, but must be at least {least}: " in diagnostics[0].message
    assert diagnostics[0].source_line[diagnostics[0].location.column - 1 :].startswith(number)
    assert diagnostics[1].hint == f"请写 {least} 或更高的版本号。"


def test_the_number_is_compared_with_the_version_next_below() -> None:
    first, second = published(edition(last="2026-12-31")), published(edition("2.0.0", "2027-01-01"))
    accepted(edition("1.1.0", last="2026-11-30", supersedes="1.0.0"), first, second)


def test_versions_of_other_scorecards_are_ignored() -> None:
    other = edition()
    for path, cell in (("card.en.feature", "| small "), ("card.zh.feature", "| small ")):
        other = changed(other, path, cell, "| other ")
    accepted(edition("2.0.0"), published(other))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("| 电力 |", "|      |", "RL073"),
        ("    场景: ", "    # 待译: half\n    场景: ", "RL073"),
        ("规则: 电力一半可再生", "规则:", "RL036"),
    ],
)
def test_a_gap_in_one_language_is_a_warning_and_blocks_publication(old: str, new: str, code: str) -> None:
    files = edition()
    assert old in files["card.zh.feature"]
    files["card.zh.feature"] = files["card.zh.feature"].replace(old, new, 1)
    report = check_folder(files)
    assert report.errors == 0
    assert [found.code for found in report.diagnostics if found.location.path == "card.zh.feature"] == [code]
    with pytest.raises(RuleSourceError) as refused:
        publish(files, ())
    assert [found.code for found in refused.value.diagnostics] == [code]
