"""Independent ratings in a dossier: lists of ratings, and line and column of every mistake."""

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue, Judgement, Locator, Rating
from rules.engine.read_subject import read_subject
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.tree.placed_errors import PlacedError
from tests.support.engine_card import card
from tests.support.staged_card import rating

SCORECARD = card(rating("level"))
HEAD = "subject: organizations/green-body/subjects/factory-7\nfacts:\n"
COMPLETE = f"""{HEAD}  level:
    ratings:
      - person: users/li
        value: 30 %
        rationale: a third of the plants report
        place: {{page: "12", quote: "12 of 36 plants"}}
      - {{person: users/wang, value: 450, unit: ‰, evidence: [meter], rationale: read on}}
    verification:
      judgement: corrected
      value: 35 %
      method: moderation
      reason: the table counts
      person: users/chen
      date: 2026-02-01
"""


def read(text: str) -> Dossier:
    return read_dossier(text.encode(), SCORECARD, as_of="2026-03-01", settings={})


def problems(text: str) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        read(text)
    return [problem.render("dossier.yaml") for problem in raised.value.problems]


def test_ratings_are_read_with_rationale_and_evidence_location() -> None:
    (fact,) = read(COMPLETE).subject.facts
    assert fact.value is None
    assert fact.ratings == (
        Rating(
            person="users/li",
            value=DeclaredValue(number="30", unit="%"),
            rationale="a third of the plants report",
            place=Locator(page="12", quote="12 of 36 plants"),
        ),
        Rating(
            person="users/wang", value=DeclaredValue(number="450", unit="‰", evidence=("meter",)), rationale="read on"
        ),
    )
    assert fact.verification is not None
    assert fact.verification.judgement is Judgement.CORRECTED


def test_mistakes_of_form_are_reported_with_their_location() -> None:
    wrong = f"{HEAD}  level:\n    ratings: 30 %\n"
    assert problems(wrong)[0].startswith(
        "dossier.yaml:4:14: facts.level.ratings: The ratings of this fact are not a list. Write a list"
    )
    unknown = f"{HEAD}  level:\n    ratings:\n      - {{person: users/li, valve: 30 %, rationale: so}}\n"
    assert "Did you mean 'value'?" in problems(unknown)[0]
    assert problems(unknown)[0].startswith("dossier.yaml:5:")


def test_ratings_refused_by_the_core_are_reported_with_their_location() -> None:
    text = f"""{HEAD}  level:
    value: 30 %
    ratings:
      - {{person: users/li, value: 33 %, rationale: so}}
      - {{person: users/wang, value: 30 %, rationale: ""}}
      - {{person: users/wang, value: 30 %, rationale: so}}
"""
    dossier = read(text)
    with pytest.raises(InputError) as refused:
        read_subject(SCORECARD, dossier.subject)
    messages = [problem.render("dossier.yaml") for problem in dossier.located(refused.value).problems]
    assert any("The fact has both a value and ratings" in one and ":4:" in one for one in messages)
    assert any("33 % is not a multiple of 5 %" in one and ":6:" in one for one in messages)
    assert any("rated the fact twice" in one for one in messages)
    assert any("The rationale of the rating is required. Enter the rationale." in one for one in messages)
