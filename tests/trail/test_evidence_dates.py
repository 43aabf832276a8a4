"""Outdated evidence in explanations: document, reason and date, with criteria by label."""

from datetime import date
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredFact, EvidenceItem, Judgement, Verification
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_evidence import date_fault
from rules.trail.open_items import outdated_evidence
from service.configuration.folders import PUBLISHED
from tests.support.commands import answered
from tests.support.engine_card import card
from tests.trail.lost_points import FACTS, evaluated, percent

WORKED = Path("examples/worked-factory.yaml")
CASES = [
    ("issue_date: 2027-03-10", "ver-2024 is issued only on 2027-03-10", "ver-2024 的签发日期为 2027-03-10，尚未签发"),
    (
        "issue_date: 2025-03-10, valid_until: 2025-12-31",
        "ver-2024 was valid until 2025-12-31",
        "ver-2024 的有效期至 2025-12-31 止",
    ),
    (
        "issue_date: 2025-03-10, valid_from: 2027-01-01",
        "ver-2024 is valid only from 2027-01-01",
        "ver-2024 自 2027-01-01 起方有效",
    ),
]


def asked_of(folder: Path, dates: str) -> tuple[object, ...]:
    """Return the `evaluate` arguments for the worked factory with one document replaced by these dates."""
    dossier = folder / "dossier.yaml"
    dossier.write_text(WORKED.read_text("utf-8").replace("issue_date: 2025-03-10", dates, 1), encoding="utf-8")
    return ("zero-carbon-factory", dossier, "--as-of", "2026-11-20", "--gazette", PUBLISHED)


@pytest.mark.full
@pytest.mark.parametrize(("dates", "english", "chinese"), CASES)
def test_an_explanation_names_the_outdated_evidence_and_its_date(
    tmp_path: Path, dates: str, english: str, chinese: str
) -> None:
    made = tmp_path / "made.json"
    answered("evaluate", *asked_of(tmp_path, dates), "--format", "json", "--out", made)
    assert english in answered("explain", made, "--gazette", PUBLISHED)
    assert chinese in answered("explain", made, "--gazette", PUBLISHED, "--language", "zh")


@pytest.mark.full
def test_an_evaluation_lists_outdated_evidence_with_its_fact(tmp_path: Path) -> None:
    dates, english, chinese = CASES[0]
    asked = asked_of(tmp_path, dates)
    output = answered("evaluate", *asked)
    assert f"evidence is outside its validity dates: {english}" in output
    assert "expired, too old" not in output
    assert "needed for G7 Verified inventory of the claim year" in output
    assert f"证据不在有效日期内：{chinese}" in answered("evaluate", *asked, "--language", "zh")


def test_outdated_and_undated_evidence_are_distinguished() -> None:
    old = EvidenceItem(id="doc", kind="meter", issuer="", digest="0" * 64, issue_date="2024-01-01")
    undated = old.model_copy(update={"issue_date": None})
    day = date(2026, 6, 1)
    assert [(one := date_fault(item, 12, day)) and one.kind.value for item in (old, undated)] == ["too_old", "undated"]
    assert date_fault(old, 30, day) is None
    assert date_fault(undated, None, day) is None


def test_outdated_evidence_of_a_corrected_value_is_reported() -> None:
    fact = DeclaredFact(
        id="metered",
        value=percent("50"),
        verification=Verification(
            judgement=Judgement.CORRECTED, corrected=percent("40").model_copy(update={"evidence": ("m",)}),
            method="visit", reason="read again", person="p", date="2026-02-01",
        ),
    )  # fmt: skip
    record = evaluated(card(*FACTS), {}, fact)
    assert [one.unknown for one in record.facts if one.declared.id == "metered"] == [UnknownReason.EVIDENCE_EXPIRED]
    assert "2026-02-28" in outdated_evidence("metered", UnknownReason.EVIDENCE_EXPIRED, record, card(*FACTS))
