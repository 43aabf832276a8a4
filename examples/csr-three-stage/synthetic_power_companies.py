"""Generator of 47 synthetic power companies: seeded ratings that replace scores that were never printed.

The report of the China Energy Conservation Association and EqualOcean counts 47 listed power companies: 20 in stage 2,
27 in stage 3. Their names and scores are lost. These companies and all their ratings are invented by a seeded
generator. Only the two counts, and the indicators that are weak in stage 3, follow the report.

Run `python synthetic_power_companies.py > synthetic-power-companies.jsonl` to write the file again.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys

SEED = 20211231
STAGE_2, STAGE_3 = 20, 27
TOPICS = {
    2: ("environmental_management", "energy_use", "natural_resources", "pollutants", "procurement", "goals",
        "low_carbon_management", "technology", "synergy", "influence"),
    3: ("emissions", "verification", "reduction_path", "carbon_accounting", "compensation", "contribution"),
}  # fmt: skip
WEAK = frozenset({"emissions", "low_carbon_management", "carbon_accounting", "synergy"})
"""The weak topics of power companies in stage 3 according to the report."""
STRONG = frozenset({"environmental_management", "energy_use"})
"""The topics that the report found almost fully disclosed."""


def main() -> None:
    """Write one dossier a line to standard output."""
    dice = random.Random(SEED)  # noqa: S311 -- invented data, not a secret
    for number in range(1, STAGE_2 + STAGE_3 + 1):
        stage = 2 if number <= STAGE_2 else 3
        sys.stdout.write(json.dumps(dossier(dice, number, stage), ensure_ascii=False) + "\n")


def dossier(dice: random.Random, number: int, stage: int) -> dict[str, object]:
    """Invent one company."""
    report = f"Invented report of invented power company {number}"
    facts: dict[str, object] = {
        name: {"value": True, "evidence": ["report"]}
        for name in ("environmental_awareness", "environmental_disclosure", "carbon_awareness")
    }
    facts["carbon_disclosure"] = {"value": "quantified" if stage == 3 else "qualitative", "evidence": ["report"]}
    facts["reported_emissions"] = (
        {"value": f"{dice.randrange(1_000, 90_000)}000", "unit": "tCO2e", "evidence": ["report"]}
        if stage == 3
        else {"not_applicable": True, "evidence": ["report"]}
    )
    facts["report_year"] = {"value": {"first": "2025-01-01", "last": "2025-12-31"}, "evidence": ["report"]}
    facts["industry"], facts["size_class"] = "power", "listed"
    diligence = dice.randrange(-15, 20)
    for topic in (*TOPICS[2], *(TOPICS[3] if stage == 3 else ())):
        facts |= ratings(dice, topic, diligence)
    return {
        "subject": f"organizations/example/subjects/invented-power-{number:02}",
        "facts": facts,
        "evidence": {
            "report": {
                "kind": "public-report",
                "issuer": f"Invented power company {number}",
                "digest": hashlib.sha256(report.encode()).hexdigest(),
                "issue_date": "2026-04-30",
                "locator": {"quote": report},
            }
        },
    }


def ratings(dice: random.Random, topic: str, diligence: int) -> dict[str, object]:
    """Invent the five ratings of one indicator, on the grid of five percent."""
    middle = (20 if topic in WEAK else 60 if topic in STRONG else 40) + diligence
    level = {aspect: grid(middle + dice.randrange(-15, 16)) for aspect in ("disclosed", "content")}
    others = {aspect: grid(middle + dice.randrange(-30, 21)) for aspect in ("trend", "comparison", "integration")}
    return {
        f"{topic}_{aspect}": {"value": f"{rating} %", "evidence": ["report"]}
        for aspect, rating in (level | others).items()
    }


def grid(percent: int) -> int:
    """Round a rating to a multiple of five percent, between 0 and 100."""
    return min(100, max(0, round(percent / 5) * 5))


if __name__ == "__main__":
    sys.exit(main())
