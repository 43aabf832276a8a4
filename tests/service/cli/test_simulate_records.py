"""`simulate` with nested record lists: changed inner records, and per-record differences as text and JSON."""

import json
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from service.gazette.publication import write_version
from tests.support.commands import answered
from tests.support.guide import LEVY, card

D1 = {"note": "D1", "fuel": "petrol", "mass": "100 t", "day": "2026-03-01", "grown": "10 %"}
D2 = {"note": "D2", "fuel": "gas", "mass": "50 t", "day": "2026-03-01", "grown": "0 %"}
BLENDS = [{"line": "B1", "what": "bio", "added": "4 t"}, {"line": "B2", "what": "fossil", "added": "6 t"}]
FACTS = {
    "year": {"first": "2026-01-01", "last": "2026-12-31"},
    "opened": "2019-05-01",
    "trade": "wholesale",
    "size": "500 t",
    "use": "40 %",
    "deliveries": [{**D1, "blends": BLENDS}, D2],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the card of the guide with lists in lists, and evaluate a subject under it."""
    made, files = tmp_path_factory.mktemp("levy"), card(LEVY)
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    write_version(made / "gazette", scorecard, files, publish_time="2026-01-01T00:00:00Z")
    (made / "a.yaml").write_text(json.dumps({"subject": "organizations/acme/subjects/plant", "facts": FACTS}), "utf-8")
    asked = ("evaluate", "fuel-levy", made / "a.yaml", "--as-of", "2026-06-30", "--gazette", made / "gazette")
    answered(*asked, "--format", "json", "--out", made / "a.json")
    return made


def tried(folder: Path, *asked: object) -> str:
    return answered("simulate", folder / "a.json", "--gazette", folder / "gazette", *asked)


def test_a_changed_inner_list_changes_only_the_figures_of_its_parent_records(folder: Path) -> None:
    output = tried(folder, "--fact", "blends=[{line: B1, sale: D1, what: bio, added: 8 t}]")
    assert "bio_of (deliveries D1): 40 % → 100 %" in output
    assert "most_one (deliveries D1): 6 t → 8 t" in output
    assert "D2" not in output


def test_inner_records_may_be_nested_as_in_a_dossier(folder: Path) -> None:
    inner = json.dumps([{**D1, "blends": [{"line": "B1", "what": "bio", "added": "8 t"}]}])
    output = tried(folder, "--fact", f"deliveries={inner}")
    assert "bio_of (deliveries D1): 40 % → 100 %" in output
    assert "counts (deliveries D2): 0 t → no such record" in output


def test_differences_are_reported_as_json_and_in_chinese(folder: Path) -> None:
    differing = json.loads(tried(folder, "--without", "blends", "--format", "json"))["difference"]
    figure_difference = differing["recordFigureDifferences"][0]
    assert (figure_difference["listId"], figure_difference["recordKey"], figure_difference["resultId"]) == (
        "deliveries",
        "D1",
        "bio_of",
    )
    assert figure_difference["before"]["exact"]["low"] == "40"
    assert "bio_of（交付记录 D1）：40% → 未知" in tried(folder, "--without", "blends", "--language", "zh")
