"""The guide to the three-stage card, followed command by command, with the cells filled in between."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredFact, EvidenceItem, Locator, Subject
from service.input.workbook.sheet_layout import Layout
from tests.docs.test_readme import blocks, commands
from tests.service.input.workbook.test_workbook_ratings import csr
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.workbooks import Filled

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "csr-guide.md").read_text(encoding="utf-8")
ORGANIZATION = "organizations/body"
AS_OF = "2026-06-30"
REPORT = EvidenceItem(
    id="report", kind="public-report", issuer="Grid company", digest="0" * 64, issue_date="2026-04-01",
    locator=Locator(uri="https://example.org/report.pdf"),
)  # fmt: skip
WANG_READS = {"energy_use_disclosed": 10, "goals_content": 10}
"""Number of points added by the second assessor to the rating of the first."""


def company(name: str, *, left_out: tuple[str, ...] = (), better_by: int = 0) -> Subject:
    definitions = {fact.id: fact for fact in csr().facts}
    facts = []
    for case in csr().reference_case:
        value, definition = case.value, definitions[case.fact]
        if definition.multiple_of is not None:
            value = value.model_copy(update={"number": str(int(value.number or "0") + better_by)})
        if definition.evidence:
            value = value.model_copy(update={"evidence": ("report",)})
        if case.fact not in left_out:
            facts.append(DeclaredFact(id=case.fact, value=value))
    return Subject(
        subject=f"{ORGANIZATION}/subjects/{name}", as_of=AS_OF, known="", facts=tuple(facts), evidence=(REPORT,)
    )


def rate_company(path: Path, language: str, person: str, rationale: str, above: dict[str, int]) -> None:
    book = Filled(csr(), Layout.ONE, language)
    assert path.exists()
    book.fill_one(company("grid-1"))
    book.put_setting("assessor", person)
    for fact in csr().facts:
        if fact.multiple_of is not None:
            row = book.row("facts-one", fact.id)
            cell = book.facts.cell(row, book.column("facts-one", "value"))
            assert isinstance(cell.value, int)
            cell.value += above.get(fact.id, 0)
            book.put("facts-one", row, "rationale", rationale)
            book.put("facts-one", row, "page", "12")
    book.save(path)


def work_of_people(arguments: list[str], folder: Path) -> None:
    """Do the manual work that precedes a command of the guide."""
    if arguments[:2] == ["dossier", "ratings"] and "--moderate" not in arguments:
        rate_company(folder / "li.xlsx", "zh", "users/li", "报告第 12 页", {})
        rate_company(folder / "wang.xlsx", "en", "users/wang", "as the table shows", WANG_READS)
    elif "--moderate" in arguments:
        (panel,) = blocks("csv", GUIDE)
        (folder / "panel.csv").write_text(panel, encoding="utf-8")
    elif arguments[:2] == ["batch", "evaluate"]:
        book = Filled(csr(), Layout.MANY, "zh")
        peers = [company("peer-1", better_by=5), company("peer-2"), company("peer-3", left_out=("industry",))]
        book.fill_many(peers)
        book.save(folder / "companies.xlsx")


def step(arguments: list[str]) -> str:
    ending = " moderated" if "--moderate" in arguments else " stored" if "--server" in arguments else ""
    return " ".join(word for word in arguments[:2] if word.isalpha()) + ending


@pytest.mark.full
def test_the_guide_leads_from_empty_workbooks_to_a_ranking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server_folder = tmp_path / "server"
    server_folder.mkdir()
    monkeypatch.chdir(tmp_path)
    outputs: dict[str, str] = {}
    with RunningServer(server_folder, ROOT / "scorecards") as server:
        for arguments in commands(GUIDE):
            work_of_people(arguments, tmp_path)
            here = [server.address if word == "127.0.0.1:50051" else word for word in arguments]
            result = touchstone(*here)
            assert result.exit_code == 0, f"{arguments}: {result.stderr}{result.stdout}"
            outputs[step(arguments)] = result.stdout

    assert "Facts rated by more than one assessor: 80; equal: 78 (97.5 %), different: 2" in outputs["dossier ratings"]
    assert "users/li: 40 %, a part\n      报告第 12 页\n      page 12" in outputs["dossier ratings"]
    assert "the ratings differ and are not yet moderated" in outputs["evaluate"]
    (score,) = (line for line in outputs["evaluate"].splitlines() if line.startswith("Score: "))
    assert " … " in score

    moderated = outputs["dossier ratings moderated"]
    assert "Moderated: 2; not yet moderated: 0." in moderated
    assert "moderated to 45 % by users/chen on 2026-06-20: the table covers plants, not offices" in moderated
    record = json.loads(json.loads((tmp_path / "result.json").read_text())["recordJson"])
    (declared,) = (found[0] for step, *found in record["steps"] if step == "facts/energy_use_disclosed")
    assert [rating["person"] for rating in declared["ratings"]] == ["users/li", "users/wang"]
    assert "users/chen" in outputs["explain"]
    assert "10 percentage points apart" in outputs["explain"]
    page = (tmp_path / "result.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "企业碳中和社会责任三阶段评价" in page

    assert "Evaluated: 3" in outputs["batch evaluate stored"]
    ranked = outputs["evaluation rank stored"]
    assert ranked.index("peer-1") < ranked.index("grid-1")
    assert "peer-3: unknown industry" in ranked
