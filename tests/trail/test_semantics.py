"""Records of earlier semantics: computed again, verified and told as they stand."""

import json
from contextlib import closing

import orjson
import pytest

from rules.contracts.inputs import DeclaredValue, Judgement, Subject, Verification
from rules.contracts.outcomes import ConclusionKind
from rules.contracts.record import KNOWN_SEMANTICS, SEMANTICS
from rules.contracts.record_bytes import read_record_bytes
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.evaluation_result import to_current_semantics
from rules.trail.record_forms import read_record
from service.gazette.versions import Gazette
from tests.support.kept import ROOT, kept
from tests.support.random_subjects import KEY, KNOWN
from tests.support.recomputing import recompute
from tests.support.small_card import small_subject
from tests.support.verifying import PASSED, checked, committed, published, step_of

GAZETTE = Gazette(ROOT / "scorecards")
OPEN_NOW = [one for one in kept() if one.grade_is_open]
"""Kept evaluations of which it is open whether there is a grade, whatever their semantics call that."""
FORMER = [one for one in OPEN_NOW if one.numbers[1] == 1]


def made(subject: Subject, semantics: int) -> LazyRecord:
    version = published()
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        return evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY, semantics=semantics)


def rejected() -> Subject:
    """Nothing is known of the share, and the setting is open: three conclusions stand in the record."""
    subject = small_subject()
    verification = Verification(
        judgement=Judgement.REJECTED, method="visit", reason="not seen", person="p", date="2026-02-01"
    )
    facts = (
        fact.model_copy(update={"verification": verification}) if fact.id == "renewable_share" else fact
        for fact in subject.facts
    )
    return subject.model_copy(update={"facts": tuple(facts), "settings": {}})


SUBJECTS = {
    "known": small_subject(),
    "not graded": small_subject(renewable_share=DeclaredValue(number="0", unit="%", evidence=("meter",)), status=None),
    "open": small_subject(renewable_share=None),
    "rejected": rejected(),
    "gate failed": small_subject(serious_violations=DeclaredValue(number="1", unit="time")),
}


@pytest.mark.parametrize("name", SUBJECTS)
def test_both_numbers_differ_in_the_kind_of_conclusion_alone(name: str) -> None:
    first, second = (json.loads(made(SUBJECTS[name], number).content) for number in KNOWN_SEMANTICS)
    assert (first["head"]["semantics"], second["head"]["semantics"]) == KNOWN_SEMANTICS
    text = json.dumps(first["steps"])
    assert "grade_open" not in text
    assert json.loads(json.dumps(second["steps"]).replace('"grade_open"', '"graded"')) == first["steps"]


def test_every_conclusion_of_a_record_is_told_open() -> None:
    record = made(SUBJECTS["rejected"], SEMANTICS).record
    alternatives = [one.conclusion.kind for one in record.setting_alternatives]
    assert (record.conclusion.kind, alternatives) == (ConclusionKind.GRADE_OPEN, [ConclusionKind.GRADE_OPEN] * 2)
    former = made(SUBJECTS["rejected"], 1).record
    assert (former.semantics, former.conclusion.kind) == (1, ConclusionKind.GRADED)
    assert [one.conclusion.kind for one in former.setting_alternatives] == [ConclusionKind.GRADED] * 2
    assert to_current_semantics(former.conclusion) == record.conclusion
    assert to_current_semantics(record.conclusion) == record.conclusion


@pytest.mark.parametrize("number", KNOWN_SEMANTICS)
@pytest.mark.parametrize("name", SUBJECTS)
def test_a_record_of_any_number_verifies_and_is_read_as_it_stands(name: str, number: int) -> None:
    recorded = made(SUBJECTS[name], number)
    assert {check.result for check in checked(recorded.content)} == {PASSED}
    version = published()
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name, reads_only=True)) as evaluator:
        assert evaluator.read(read_record_bytes(recorded.content)).record == recorded.record


def test_a_record_that_says_its_conclusion_in_the_way_of_another_number_does_not_verify() -> None:
    for number, kind in ((1, "grade_open"), (2, "graded")):
        document = orjson.loads(made(SUBJECTS["open"], number).content)
        step_of(document, "conclusion")[1]["kind"] = kind
        (failed_check,) = (check for check in checked(committed(document)) if check.result is not PASSED)
        assert failed_check.number == 7
        assert kind in failed_check.message


def test_evaluations_with_an_open_grade_are_kept_under_both_numbers() -> None:
    kinds = {(one.numbers[1], json.loads(one.content)["steps"][-1][1]["kind"]) for one in OPEN_NOW}
    assert kinds == {(1, "graded"), (2, "grade_open")}


@pytest.mark.parametrize("place", range(len(FORMER)))
def test_what_was_called_graded_is_told_so_and_follows_by_the_second_evaluator_too(place: int) -> None:
    evaluation = FORMER[place]
    _, card, _, number = evaluation.version.split("/")
    version = GAZETTE.version(card, number)
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name, reads_only=True)) as evaluator:
        written = read_record(evaluation.content)
        assert evaluator.read(read_record_bytes(evaluation.content)).record.conclusion.kind is ConclusionKind.GRADED
        assert written.digest == evaluation.digest
    file = (GAZETTE.folder / card / f"{number}.json").read_bytes()
    report = recompute(evaluation.content, file, GAZETTE.folder / "tables", evaluation.record_key)
    assert (report.faults, report.unproved, report.opened) == ([], [], True)
    swapped = orjson.loads(evaluation.content)
    swapped["head"]["semantics"] = SEMANTICS
    again = recompute(committed(swapped, evaluation.record_key), file, GAZETTE.folder / "tables", evaluation.record_key)
    assert [b"grade_open" in follows for _, follows in again.faults if isinstance(follows, bytes)] == [True]
