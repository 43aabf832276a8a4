"""Record of a small card: every step, against steps derived by hand from the specification.

The subject has missing evidence, a missing fact, records and choices out of order, an unknown amount in a list, and a
number in another unit.
"""

import json
from contextlib import closing
from fractions import Fraction
from typing import Any

import pytest

from rules.contracts.inputs import DeclaredValue, EvidencePlace, Locator, Subject
from rules.model.published_version import published_bytes, read_published
from rules.trail.evaluation import Evaluator
from tests.recomputation.agreement import KEY
from tests.support.recomputing import recompute
from tests.support.small_card import DIGEST, small_card, small_subject

CREDITS: list[dict[str, Any]] = [
    {"certificate": {"text": "c1"}, "serial": {"text": "A-1"}},
    {"amount": {"number": "7", "unit": "tCO2e"}, "certificate": {"text": "c2"}, "serial": {"text": "A-2"}},
]
BY_HAND: list[list[Any]] = [
    [
        "evidence/meter",
        {
            "assurance": "reasonable",
            "digest": DIGEST,
            "issue_date": "2026-01-15",
            "issuer": "Grid company",
            "kind": "meter-reading",
        },
    ],
    ["places/audited_on", [{"evidence": "meter", "place": {"page": "17"}}]],
    ["facts/audited_on", {"value": {"date": "2026-02-01", "evidence": ["meter"]}}],
    ["facts/certified", {}, "not_given"],
    ["facts/credits", {"value": {"records": CREDITS}}],
    ["facts/credits/A-1", {"offset": ["met", "m:"]}],
    ["facts/credits/A-2", {"offset": ["met", "m:"]}],
    ["facts/energy_used", {"value": {"number": "1200", "unit": "kWh"}}, {"number": "1.2", "unit": "MWh"}],
    ["facts/remark", {"value": {"not_applicable": True}}],
    ["facts/renewable_share", {"value": {"number": "85.50", "unit": "%"}}, "evidence_missing"],
    ["facts/report_year", {"value": {"period": {"first": "2025-01-01", "last": "2025-12-31"}}}],
    ["facts/serious_violations", {"value": {"number": "0", "unit": "time"}}],
    ["facts/status", {"value": {"choice": "closed"}}],
    ["facts/themes", {"value": {"choices": ["water", "waste"]}}],
    ["quantities/offset", "[7,)"],
    ["gates/G1", "met", "m"],
    ["indicators/I1", "undetermined", "[0,60]", "60", [1, 2, 3]],
    ["indicators/I2", "met", "40", "40", [2]],
    ["sections/energy", "[40,100]", "100"],
    ["score", "[40,100]"],
    ["ladder/1", "undetermined", ""],
    ["ladder/2", "undetermined", "m"],
    ["findings/G1.PENALTY", "not_met", "n"],
    ["open_facts", [{"criteria": ["I1"], "id": "renewable_share", "reason": "evidence_missing"}]],
    ["standing", {"certainty": "secondary", "weakest_bases": ["law"]}],
    [
        "conclusion",
        {
            "grades": [{"grade": grade, "possibility": "reachable"} for grade in ("gold", "silver", "none")],
            "kind": "grade_open",
            "score": {"exact": {"high": "100", "low": "40"}, "rounded": {"high": "100", "low": "40"}, "unit": "point"},
        },
    ],
]
"""All steps in their order; which witness a search finds for a grade is not derived."""


@pytest.fixture(scope="module")
def subject() -> Subject:
    credits_given = tuple(
        {name: DeclaredValue.model_validate(value) for name, value in row.items()} for row in reversed(CREDITS)
    )
    declared = small_subject(
        audited_on=DeclaredValue(date="2026-02-01", evidence=("meter",)),
        certified=None,
        credits=DeclaredValue(records=credits_given),
        renewable_share=DeclaredValue(number="85.50", unit="%"),
    )
    place = EvidencePlace(evidence="meter", place=Locator(page="17"))
    facts = (one.model_copy(update={"places": (place,)}) if one.id == "audited_on" else one for one in declared.facts)
    return declared.model_copy(update={"facts": tuple(facts), "known": "2026-03-01T12:00:00Z"})


def test_the_record_of_a_small_card_equals_the_hand_derived_record(subject: Subject) -> None:
    file = published_bytes(small_card(), {})
    version = read_published(file, "2025-01-01T00:00:00Z")
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        content = evaluator.evaluate(subject, KEY).content
    steps = json.loads(content)["steps"]
    witnesses = [grade.pop("witness") for grade in steps[-1][1]["grades"]]
    assert steps == BY_HAND
    gold, silver, none = (Fraction(witness["renewable_share"]["number"]) for witness in witnesses)
    assert none < 40 <= silver < 80 <= gold
    assert recompute(content, file, None, KEY).faults == []
