"""Improvement proposals that add a record: an existing parent record, and a simulation with the promised result."""

import json
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from service.gazette.publication import write_version
from tests.language.folders import CORPUS, read_folder
from tests.support.commands import answered

CARD = read_folder(CORPUS / "good" / "RL112")["card.en.feature"]
ALONE = "    And the quantity loaded, in t, the sum of load over bags, on basis guide\n"
EACH = (
    "    And for each lot the quantity inner, in t, the sum of load over bags, on basis guide\n"
    "    And the quantity loaded, in t, the greatest inner over lots, or 0 t if there are none, on basis guide\n"
)
RULES = """  Rule: What is loaded
    Background:
      Given these gates
        | id | gate   | requires               | basis |
        | G1 | Loaded | loaded is at least 5 t | guide |
      And these grades
        | grade | at least | basis |
        | X     | 0        | guide |

    Scenario: too little
      When evaluated as of 2026-03-01
      Then gate G1 is not met
"""
FACTS = {
    "share": "85 %",
    "system": "certified",
    "energy": "500 MWh",
    "output": "100 t",
    "lots": [{"id": "A", "mass": "2 t"}],
    "bags": [{"tag": "a", "lot": "A", "load": "1 t"}],
}


@pytest.mark.parametrize("quantities", [ALONE, EACH], ids=["over all", "of each"])
def test_a_proposed_record_belongs_to_an_existing_parent_record(quantities: str, tmp_path: Path) -> None:
    text = CARD.replace("    And this reference case", f"{quantities}    And this reference case", 1)
    files = {"card.en.feature": text[: text.index("  Rule:")] + RULES}
    scorecard = compile_folder(files).scorecard
    assert scorecard is not None
    write_version(tmp_path / "gazette", scorecard, files, publish_time="2026-01-01T00:00:00Z")
    dossier = tmp_path / "a.yaml"
    dossier.write_text(json.dumps({"subject": "organizations/acme/subjects/plant", "facts": FACTS}), "utf-8")
    gazette, out = ("--gazette", tmp_path / "gazette"), tmp_path / "a.json"
    answered(
        "evaluate", scorecard.card.id, dossier, "--as-of", "2026-06-30", *gazette, "--format", "json", "--out", out
    )
    output = answered("explain", out, *gazette)
    assert "If bags had one more record, with tag new-1, lot A, load 4 t: X, verified by a new evaluation." in output
    tried = "bags=[{tag: a, lot: A, load: 1 t}, {tag: new-1, lot: A, load: 4 t}]"
    assert "X" in answered("simulate", out, *gazette, "--fact", tried).split("After")[1]
