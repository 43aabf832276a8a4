"""Batches of yearly dossiers: order of years, duplicate and missing years, files by year."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.batch.batch_results import file_name
from service.batch.group_evaluation import evaluate_group
from service.batch.sources import open_batch
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.input.tree.placed_errors import PlacedError
from tests.support.surplus import surplus

AS_OF = "2026-06-30"
FORMS = ("folder", "lines", "dossier")


def dossier(subject: str, year: object) -> dict[str, object]:
    named = {} if year is None else {"year": {"value": str(year)}}
    return {"subject": f"organizations/a/subjects/{subject}", "facts": {**named, "issued": "100 tCO2e"}}


def written(folder: Path, form: str, *entries: tuple[str, object]) -> Path:
    dossiers = [dossier(*one) for one in entries]
    if form == "lines":
        (folder / "x.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in dossiers))
        return folder / "x.jsonl"
    if form == "dossier":
        (folder / "x.yaml").write_text(json.dumps({"subjects": dossiers}))
        return folder / "x.yaml"
    (folder / "many").mkdir()
    for number, document in enumerate(dossiers):
        (folder / "many" / f"{number}.yaml").write_text(json.dumps(document))
    return folder / "many"


def refused(path: Path) -> list[str]:
    with pytest.raises(PlacedError) as raised, open_batch(path, surplus().scorecard, as_of=AS_OF, settings={}):
        pass
    return [problem.render(str(raised.value.path)) for problem in raised.value.problems]


@pytest.mark.parametrize("form", FORMS)
def test_years_are_evaluated_in_order_regardless_of_the_order_of_dossiers(tmp_path: Path, form: str) -> None:
    path = written(tmp_path, form, ("b", 2024), ("a", 2023), ("a", 2022), ("b", 2023), ("c", None))

    with open_batch(path, surplus().scorecard, as_of=AS_OF, settings={}) as batch:
        assert (batch.count, batch.rounds) == (5, ("", "2022", "2023", "2024"))
        keys = [[item.key.rpartition("subjects/")[2] for item in batch.of_round(one)] for one in batch.rounds]
    assert keys == [["c"], ["a/2022"], ["a/2023", "b/2023"], ["b/2024"]]


@pytest.mark.parametrize(
    ("form", "at", "there"),
    [("folder", "1.yaml", "0.yaml"), ("lines", "x.jsonl:2:1", "line 1"), ("dossier", "x.yaml:1", "line 1")],
)
def test_a_duplicate_year_is_reported_with_both_locations(tmp_path: Path, form: str, at: str, there: str) -> None:
    (line,) = refused(written(tmp_path, form, ("a", 2023), ("a", 2023)))
    assert at in line
    assert "The year 2023 of the subject 'organizations/a/subjects/a' already occurs at" in line
    assert there in line.partition("already occurs at")[2]


@pytest.mark.parametrize("form", FORMS)
def test_a_missing_year_is_reported_at_the_year_that_needs_it(tmp_path: Path, form: str) -> None:
    lines = refused(written(tmp_path, form, ("a", 2021), ("a", 2023), ("b", 2025), ("a", 2024)))
    assert len(lines) == 1
    assert "from the year 2021 on, but the year 2022 is missing. The year 2023 (" in lines[0]


def test_a_subject_without_a_year_may_occur_only_once(tmp_path: Path) -> None:
    (line,) = refused(written(tmp_path, "lines", ("a", None), ("a", None)))
    assert "occurs a second time" in line


def test_a_group_accepts_only_one_year_of_each_subject(tmp_path: Path) -> None:
    version = surplus()
    write_version(tmp_path / "gazette", version.scorecard, version.sources, publish_time=version.publish_time)
    several = written(tmp_path, "lines", ("a", 2023), ("a", 2024), ("b", 2024))
    gazette = Gazette(tmp_path / "gazette")
    with pytest.raises(PlacedError, match="occurs with the years 2023, 2024, but a group adds up one year"):
        evaluate_group("surplus-account", several, as_of=AS_OF, known=None, settings={}, gazette=gazette)
    one_each = written(tmp_path, "dossier", ("a", 2024), ("b", 2024))
    group = evaluate_group("surplus-account", one_each, as_of=AS_OF, known=None, settings={}, gazette=gazette)
    assert [member.name for member in group.members] == ["a", "b"]


def test_the_file_name_of_a_yearly_result_contains_the_year() -> None:
    assert file_name("organizations/a/subjects/b") == "a.b.json"
    assert file_name("organizations/a/subjects/b/2024") == "a.b.2024.json"
