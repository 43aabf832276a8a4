"""Assessment of a claim by words and law alone: its level, the one missing proof, and coming law."""

import json

import pytest

from rules.claims.assessment import TO_SHOW, read_required_proofs
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.toml_files import read_toml
from tests.claims.judging import EVERYWHERE, draft
from tests.claims.mapping import table
from tests.support.claims.checking_claims import SCORECARDS, response, run
from touchstone.v1.screening_service_pb2 import ClaimAnswer, ClaimStanding

PROHIBITED, MISLEADING = "PROHIBITED_AS_IT_STANDS", "MISLEADING_AS_IT_STANDS"
UNLESS, DOCUMENTED = "FORBIDDEN_UNLESS_SHOWN", "TO_BE_DOCUMENTED"


def answer(text: str, place: str, *facts: str) -> ClaimAnswer:
    asked = ("--jurisdiction", place, "--format", "json", "--gazette", str(SCORECARDS))
    _, shown, _ = run(text, *asked, *(part for fact in facts for part in ("--fact", fact)))
    (claim,) = response(json.loads(shown)).checked_claims
    return claim.answers[0]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "place", "standing", "thing"),
    [
        ("An eco-friendly soap", "EU-DE", PROHIBITED, ""),
        ("An eco-friendly soap", "UK", MISLEADING, ""),
        ("Our bottle is carbon neutral", "EU-DE", PROHIBITED, ""),
        ("Degradable trash bag", "US", MISLEADING, ""),
        ("Our cups are recyclable", "EU-DE", UNLESS, "facilities_where_shown"),
        ("This suitcase is built to last a lifetime", "EU-DE", UNLESS, "durability_proven"),
        ("Roasted with solar energy", "EU-DE", UNLESS, "renewable_source_and_share_stated"),
        ("Roasted with 100% solar energy", "EU-DE", DOCUMENTED, ""),
        ("The cup is made of 80% recycled plastic", "EU-DE", DOCUMENTED, ""),
    ],
)
def test_the_status_of_a_claim_follows_from_its_words_and_the_law(
    text: str, place: str, standing: str, thing: str
) -> None:
    claim_answer = answer(text, place)
    assert (ClaimStanding.Name(claim_answer.standing), claim_answer.unless_fact_id) == (
        f"CLAIM_STANDING_{standing}",
        thing,
    )
    assert bool(claim_answer.unless_shown) is bool(thing)
    assert bool(claim_answer.standing_rules) is (standing != DOCUMENTED)


def test_a_claim_outside_the_law_has_no_status() -> None:
    asked = ("--kind", "mandatory_report")
    code, shown, _ = run("Eco-friendly soap.", "--jurisdiction", "UK", *asked, "--gazette", SCORECARDS)
    assert (code, "status" in shown, "prohibited as worded" in shown) == (0, True, False)


@pytest.mark.full
def test_every_required_proof_is_a_fact_of_a_card_and_has_words() -> None:
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    cards = {EVERYWHERE, *(card for cards in of_country.values() for card in cards)}
    known = {fact.id for card in cards for fact in draft(card).facts}
    spoken = read_toml("service.schemes.claims", "questions.toml")["to_show"]
    assert spoken.keys() <= known
    assert {fact for one in TO_SHOW for fact in (one.fact, *one.also)} <= known
    assert {one.fact for one in TO_SHOW} <= spoken.keys()


def test_an_error_in_the_table_is_reported_by_line() -> None:
    with pytest.raises(ValueError, match=r"(?s)x.toml.*4.*reyclable"):
        read_required_proofs(TomlSource('[[to_show]]\nfact = "a"\nmissing = "no"\ntypes = ["reyclable"]\n', "x.toml"))


def test_a_future_change_of_status_is_shown_with_its_date() -> None:
    asked = ("--jurisdiction", "EU-SE", "--shown-on", "2026-09-01", "--gazette", SCORECARDS)
    expected = "misleading as worded; from 2026-09-27: prohibited as worded"
    assert expected in run("An eco-friendly soap.", *asked)[1]
