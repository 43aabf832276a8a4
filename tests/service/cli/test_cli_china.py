"""Chinese answers of `evaluate` on Chinese cards: failed gates, tonnes, open values, refusals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.commands import answered, touchstone

CHINA = Path(__file__).resolve().parents[3] / "examples" / "china"


def evaluation_lines(tmp_path: Path, card: str, day: str, changes: dict[str, str]) -> list[str]:
    """Evaluate the sample of a card with other values, or without those that are empty, in Chinese."""
    lines = []
    for line in (CHINA / f"{card}.yaml").read_text(encoding="utf-8").splitlines():
        fact = line.strip().split(":")[0]
        if fact not in changes:
            lines.append(line)
        elif changes[fact]:
            proved = re.search(r"evidence: \[.*?\]", line)
            value = f"{{value: {changes[fact]}, {proved.group()}}}" if proved else changes[fact]
            lines.append(f"  {fact}: {value}")
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return answered("evaluate", card, dossier, "--as-of", day, "--language", "zh", "--full").splitlines()


def test_a_wind_farm_owner_sees_the_date_distance_and_document_that_block_approval(tmp_path: Path) -> None:
    changes = {"started_on": "2012-11-08", "distance": "20 km", "depth": "30 m", "promise_true": ""}
    shown = evaluation_lines(tmp_path, "ccer-project", "2024-09-10", changes)
    assert "开工日为 2012-11-08，条件：晚于 2012-11-08" in behind(shown, "J4")
    assert behind(shown, "J3-C").endswith(
        "以下均不成立：离岸距离为 20 km，条件：高于 30 km；或者水深为 30 m，条件：高于 30 m"
    )
    assert any("J10.TRUE" in line and "尚待真实、完整、有效承诺" in line for line in shown)
    assert behind(shown, "J6") == ""


def behind(shown: list[str], gate: str) -> str:
    """Return the last line printed below a gate; empty if the gate has none."""
    place = next(number for number, line in enumerate(shown) if line.strip().startswith((f"✓ {gate} ", f"✗ {gate} ")))
    beneath = [line.strip() for line in shown[place + 1 :]]
    end = next(number for number, line in enumerate(beneath) if not line or line[0] in "✓✗–?")
    return beneath[end - 1] if end else ""


def test_the_owner_reads_the_tonnes_of_a_period_and_of_each_reading(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "ccer-reduction", "2024-09-01", {})
    assert any("监测期可登记减排量：717025 tCO2e" in line for line in shown)
    assert any(line.split() == ["2023-H1", "373175", "tCO2e"] for line in shown)


def test_a_park_operator_sees_ranges_where_data_is_unknown(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "zero-carbon-park", "2026-11-20", {"heat_rate": "", "clean_share": "85 %"})
    assert any("N8" in line and "距下一档 5 个百分点" in line for line in shown)
    assert any("N11" in line and "得 0 至 1 分" in line for line in shown)
    assert any("达到或免除的引导性指标（共五项）：3.0000 … 4.0000" in line for line in shown)


def test_a_gate_of_another_scheme_is_not_an_improvement_option(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "zero-carbon-park", "2026-11-20", {"energy": "400 kt"})
    way = next(number for number, line in enumerate(shown) if line.startswith("通往"))
    assert shown[way + 1 : way + 3] == ["  首先须满足全部门槛：N5", "  - 别无其他要求"]


@pytest.mark.parametrize(
    ("card", "day", "reason"),
    [
        ("cn-pilot-market", "2026-11-20", "按零计的电量（规则本身未作规定：该市场如何计绿电未查到）"),
        ("product-footprint-review", "2026-11-20", "取舍要求（规则本身未作规定：取舍准则未查到且未录入产品规则）"),
    ],
)
def test_a_rule_that_cannot_be_assessed_states_the_reason_once(
    tmp_path: Path, card: str, day: str, reason: str
) -> None:
    shown = [line for line in evaluation_lines(tmp_path, card, day, {}) if reason in line]
    assert shown
    assert all(line.count(reason) == 1 for line in shown)


@pytest.mark.parametrize(
    ("sample", "card", "right", "wrong", "place"),
    [
        ("verification-2025", "cn-ets-verification", "month: 2025-02", "month: 2025-01", "facts.months"),
        ("verification-2025", "cn-ets-verification", "month_end: 2025-02-28", "month_end: 2025-01-31", "facts.months"),
        ("power-2024", "cn-ets-power", "serial: 2024/B", "serial: 2024/A", "facts.units"),
        ("power-2024", "cn-ets-power", "generated: 3000000 MWh", "generated: -1 MWh", "facts.units.A.generated"),
        ("power-2024", "cn-ets-power", "generated: 3000000 MWh", "generated: 3000000", "facts.units.A.generated"),
        ("industry-2025", "cn-ets-industry", "serial: 2025/c", "serial: 2025/a", "facts.lines"),
    ],
)
def test_an_impossible_value_is_refused_with_its_field(
    tmp_path: Path, sample: str, card: str, right: str, wrong: str, place: str
) -> None:
    text = (CHINA.parent / "cn-ets" / f"{sample}.yaml").read_text(encoding="utf-8")
    assert right in text
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    refused = touchstone("evaluate", card, dossier, "--as-of", "2026-12-20", "--language", "zh")
    assert refused.exit_code == 2
    assert place in refused.stderr


def test_a_project_beyond_its_approval_is_shown_the_path_to_its_review_authority(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "project-energy-review", "2028-06-30", {"energy_measured": "132001 t"})
    assert "无等级：有门槛不满足" in shown
    assert "通往由省级审查" in shown


def test_the_output_of_a_card_without_grades_mentions_no_grade(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "data-centre", "2026-01-05", {"facility": "13 GWh"})
    assert "有门槛不满足" in shown
    assert not any("等级" in line for line in shown)


def test_a_car_maker_sees_once_why_the_credits_of_2026_are_undetermined(tmp_path: Path) -> None:
    shown = evaluation_lines(tmp_path, "nev-dual-credits", "2027-01-01", {"year_end": "2026-12-31"})
    debt = next(line for line in shown if "H1 " in line)
    assert "规则本身未作规定：2026年及以后的单车积分未查到" in debt
    assert debt.endswith("每车积分（规则本身未作规定）")


def test_rescaled_maximum_points_are_decimals_and_open_findings_name_the_missing_fact(tmp_path: Path) -> None:
    sample = (CHINA.parent / "worked-factory.yaml").read_text(encoding="utf-8")
    without = sample.replace("waste_heat_available: {value: yes", "waste_heat_available: {value: no")
    kept = [line for line in without.splitlines() if not line.lstrip().startswith("{value: 88 %, evidence: [water]")]
    dossier = tmp_path / "dossier.yaml"
    text = "\n".join(kept)
    begin, end = text.index("  water_reuse_share:"), text.index("  waste_use_share:")
    dossier.write_text(text[:begin] + text[end:], encoding="utf-8")
    shown = answered("evaluate", "zero-carbon-factory", dossier, "--as-of", "2025-06-30", "--language", "zh", "--full")
    lost = next(line for line in shown.splitlines() if "C2 " in line)
    assert "（满分 ≈" in lost
    assert "C6.NO_SHARE（待定）" in shown
    assert next(line for line in shown.splitlines() if "C6.NO_SHARE（" in line).endswith("尚待水重复利用率")
