"""Versions not yet in force: named with the result of the same facts under them."""

from datetime import date
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.model.published_version import Repeal
from service.gazette.publication import write_repeal, write_version
from service.gazette.versions import Gazette
from tests.language.folders import CORPUS, read_folder
from tests.support.commands import answered

DOSSIER = "subject: organizations/a/subjects/b\nfacts: {share: 85 %, system: certified}\n"
TIME = "2026-01-01T00:00:00Z"


def published(gazette: Path, number: str, first: str, *changes: tuple[str, str], supersedes: str | None = None) -> None:
    files = read_folder(CORPUS / "good" / "RL041")
    row = f"      | version        | {number}                 |"
    if supersedes:
        row += f"\n      | supersedes | {supersedes} |"
    every = [
        ("      | version        | 1.0.0                 |", row),
        ("2026-01-01            |", f"{first} |"),
        *changes,
    ]
    for old, new in every:
        assert old in files["card.en.feature"]
        files["card.en.feature"] = files["card.en.feature"].replace(old, new)
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    write_version(gazette, scorecard, files, publish_time=TIME)


@pytest.fixture
def gazette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "gazette"
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(folder))
    published(folder, "1.0.0", "2026-01-01")
    return folder


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.yaml"
    path.write_text(DOSSIER)
    return path


def explained(dossier: Path, day: str, language: str = "en") -> str:
    result = dossier.with_name("result.json")
    answered("evaluate", "smallest", dossier, "--as-of", day, "--format", "json", "--out", result)
    return answered("explain", result, "--language", language)


def test_nothing_is_announced_without_a_future_version(gazette: Path, dossier: Path) -> None:
    del gazette
    assert "governs" not in answered("evaluate", "smallest", dossier, "--as-of", "2026-06-01")
    assert "not yet in force" not in explained(dossier, "2026-06-01")


def test_a_version_that_is_coming_is_named_and_tried(gazette: Path, dossier: Path) -> None:
    fact = "      | share  | number | %    |                   | 0        | 100     |\n"
    published(
        gazette,
        "2.0.0",
        "2027-01-01",
        (fact, f"{fact}      | audit | number | % | | 0 | 100 |\n"),
        ("      | share  | 85 %      |\n", "      | share  | 85 %      |\n      | audit | 1 % |\n"),
        ("| 80       |       | 60     |", "| 80       | 90    | 20     |\n        | 90       |       | 60     |"),
        supersedes="1.0.0",
    )
    output = answered("evaluate", "smallest", dossier, "--as-of", "2026-06-01")
    assert "From 2027-01-01, version 2.0.0 applies, published on 2026-01-01. Run `touchstone explain`" in output
    sentence = explained(dossier, "2026-06-01")
    assert "Adopted, not yet in force" in sentence
    assert "The same facts would then result in: B (now: A). It also requires: audit." in sentence
    chinese = explained(dossier, "2026-06-01", "zh")
    assert "已发布、尚未生效" in chinese
    assert "届时同样的事实将得到：B（现在：A）。" in chinese
    assert "version 2.0.0 governs" not in answered("evaluate", "smallest", dossier, "--as-of", "2027-01-01")


def test_a_future_version_with_the_same_result_is_reported_as_such(gazette: Path, dossier: Path) -> None:
    published(
        gazette,
        "1.1.0",
        "2027-01-01",
        ("| 50       | 80    | 30     |", "| 50       | 80    | 31     |"),
        supersedes="1.0.0",
    )
    assert "The same facts would have the same result: A." in explained(dossier, "2026-06-01")


def test_facts_are_matched_to_their_new_ids_in_a_later_version(gazette: Path, dossier: Path) -> None:
    renamed = ("share ", "quota ")
    published(gazette, "2.0.0", "2027-01-01", renamed, supersedes="1.0.0")
    assert "It also requires: quota." in explained(dossier, "2026-06-01")
    later = ("# language: en\n", "# language: en\n# fact quota was share\n")
    published(gazette, "2.1.0", "2027-01-01", renamed, later, supersedes="2.0.0")
    explanation = explained(dossier, "2026-06-01")
    assert "version 2.1.0 applies" in explanation
    assert "The same facts would have the same result: A." in explanation
    assert "It also requires:" not in explanation


def test_a_repealed_version_is_not_announced(gazette: Path, dossier: Path) -> None:
    published(gazette, "2.0.0", "2027-01-01", supersedes="1.0.0")
    here = Gazette(gazette)
    write_repeal(gazette, here.version("smallest", "2.0.0"), Repeal(date(2027, 1, 1), TIME, "never"))
    assert "governs" not in answered("evaluate", "smallest", dossier, "--as-of", "2026-06-01")


def test_the_repeal_of_the_current_version_is_announced(gazette: Path, dossier: Path) -> None:
    write_repeal(gazette, Gazette(gazette).version("smallest", "1.0.0"), Repeal(date(2026, 9, 1), TIME, "withdrawn"))
    assert "From 2026-09-01, this version is repealed. Reason: withdrawn." in explained(dossier, "2026-06-01")
