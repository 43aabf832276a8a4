"""Undetermined answers: stored inference compared with inference from the record, on published cards."""

from contextlib import closing

from rules.contracts.inputs import Subject
from rules.rehearsal.example_runner import reference_subject
from service.configuration.folders import CHECKOUT
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import Gazette

CARDS = ("cn-ets-power", "zero-carbon-park", "ccer-reduction", "renewable-quota", "zero-carbon-factory")


def without(subject: Subject, every: int) -> Subject:
    kept = tuple(fact for place, fact in enumerate(subject.facts, 1) if place % every)
    return subject.model_copy(update={"facts": kept, "known": "2026-11-22T00:00:00Z"})


def test_undetermined_answers_are_equal_with_stored_and_repeated_inference() -> None:
    gazette = Gazette(CHECKOUT / "scorecards")
    open_count = 0
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        for card in CARDS:
            version = gazette.newest(card)
            subject = reference_subject(version.scorecard, version.scorecard.card.first_date)
            for every in (4, 9, 1000):
                recorded = evaluators.evaluate(version, without(subject, every), new_record_key())
                waiting = evaluators.open_in(version, recorded)
                assert waiting == evaluators.open_answers(version, recorded.without_steps)
                open_count += len(waiting)
    assert open_count > 20
