"""Differences between an exported evaluation and its record: detection by the independent evaluator."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.evaluating.evaluators import Evaluators
from service.output.envelopes import unstored_evaluation
from tests.recomputation.agreement import GAZETTE, KEY, random_subjects
from tests.support.recomputing import differences, not_compared
from tests.support.tiers import tries
from touchstone.client.json_form import as_json

CARDS = ("zero-carbon-factory", "cbam-goods", "eu-battery", "green-claim-eu", "csr-three-stage", "cn-ets-power")
BASIC = {
    "schema", "semantics", "subject", "scorecardVersion", "ruleDigest", "settings", "asOfDate", "knownTime",
    "trailDigest", "conclusion", "standing", "track",
}  # fmt: skip
"""Record fields of the BASIC view."""
AROUND = frozenset(
    {
        "factIds", "evidenceIds", "basisIds", "reasonCodes", "openFactIds", "severity", "closeWithin", "unit", "kind",
        "witness", "witnessSettings", "maximumPoints", "coming", "ratings", "verification", "previous", "criterionId",
        "ruleId", "findingId", "resultId", "sectionId", "factId", "rounded", "schema", "semantics",
        "knownTime",
    }
)  # fmt: skip
"""Fields that are not compared, identify an answer, or hold a rounded number."""


def exported(card: str, many: int) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Yield exported evaluations of random subjects with their records and their card."""
    version = GAZETTE.versions(card)[-1]
    path = Path(GAZETTE.folder) / card / f"{version.scorecard.card.version}.json"
    scorecard = json.loads(path.read_text("utf-8"))["scorecard"]
    with closing(Evaluators.for_gazette(GAZETTE)) as evaluators:
        for subject in random_subjects(version, many):
            try:
                recorded = evaluators.evaluate(version, subject, KEY)
            except InputError:
                continue
            message = unstored_evaluation(
                recorded, version.scorecard, made="2026-01-01T00:00:00Z", record_key=KEY, software_versions={}
            )
            yield json.loads(as_json(message)), json.loads(recorded.content), scorecard


def leaves(shown: Any, omitted: frozenset[str], path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Name every value that is compared; parts that are `left` are not."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            if name not in AROUND and (path or name not in omitted):
                yield from leaves(value, omitted, (*path, name))
    elif isinstance(shown, list):
        for place, value in enumerate(shown):
            yield from leaves(value, omitted, (*path, place))
    else:
        yield path


@pytest.mark.full
@pytest.mark.parametrize("card", CARDS)
def test_an_unaltered_export_equals_its_record_and_every_alteration_is_found(card: str) -> None:
    chance, altered = Random(card), 0
    for file, record, scorecard in exported(card, tries(10)):
        assert not list(differences(file["record"], record, scorecard))
        omitted = frozenset(name.removeprefix("record.") for name in not_compared(file))
        places = list(leaves(file["record"], omitted))
        for path in chance.sample(places, min(len(places), 40)):
            changed = json.loads(json.dumps(file["record"]))
            inside = changed
            for step in path[:-1]:
                inside = inside[step]
            value = inside[path[-1]]
            inside[path[-1]] = not value if isinstance(value, bool) else f"1{value}"
            if path[0] == "results" and not inside[path[-1]].removeprefix("1").replace(".", "").isdigit():
                continue  # a figure that is open is shown by its ends, or not at all
            altered += 1
            assert list(differences(changed, record, scorecard)), path
    assert altered > 50


def test_head_and_conclusion_are_sufficient_for_a_comparison() -> None:
    for file, record, scorecard in exported("zero-carbon-factory", 3):
        basic = {name: value for name, value in file["record"].items() if name in BASIC}
        assert not list(differences(basic, record, scorecard))
        assert list(differences({**basic, "asOfDate": "2020-01-01"}, record, scorecard))


@pytest.mark.full
def test_a_removed_finding_or_rule_is_reported() -> None:
    for card, part in (("zero-carbon-factory", "findings"), ("green-claim-eu", "ruleResults")):
        for file, record, scorecard in exported(card, 6):
            for place in range(len(file["record"].get(part, ()))):
                less = {**file["record"], part: [one for at, one in enumerate(file["record"][part]) if at != place]}
                assert list(differences(less, record, scorecard)), file["record"][part][place]
            added = {
                **file["record"],
                part: [*file["record"].get(part, ()), {f"{part[:-1]}Id": "X", "outcome": "OUTCOME_MET"}],
            }
            assert list(differences(added, record, scorecard))


def test_a_wrongly_rounded_score_is_found() -> None:
    for file, record, scorecard in exported("zero-carbon-factory", 4):
        for section in file["record"].get("sectionResults", ()):
            if "rounded" in section["score"]:
                section["score"]["rounded"]["low"] = "99.99"
                assert list(differences(file["record"], record, scorecard))
                return


def test_a_duplicate_entry_is_found_in_either_order() -> None:
    parts = ("criterionResults", "sectionResults", "findings", "facts")
    for file, record, scorecard in exported("zero-carbon-factory", 3):
        for part in (name for name in parts if file["record"].get(name)):
            twice = {**file["record"], part: [file["record"][part][0], *file["record"][part]]}
            assert [place for place, *_ in differences(twice, record, scorecard)] == [part.replace("R", "_r")]


def test_another_reason_for_an_unknown_fact_is_found() -> None:
    has_unknown = False
    for file, record, scorecard in exported("zero-carbon-factory", 6):
        for fact in (one for one in file["record"]["facts"] if "unknownReason" in one):
            fact["unknownReason"] = "UNKNOWN_REASON_REPEALED"
            assert [place for place, *_ in differences(file["record"], record, scorecard)] == [
                f"facts[{fact['fact']['factId']}].unknown_reason"
            ]
            has_unknown = True
            break
    assert has_unknown


def test_fields_of_compared_parts_that_are_not_compared_are_named() -> None:
    file, *_ = next(exported("zero-carbon-factory", 6))
    named = not_compared(file)
    assert "record.criterionResults[].factIds" in named
    assert not {"record.criterionResults[].outcome", "record.criterionResults[].points", "record.facts[].value"} & {
        *named
    }
